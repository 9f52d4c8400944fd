"""Makes a C++ header of the ISO 3166-1 list: countries.py iso_3166-1.json OUTPUT.

Names are those in everyday use where the list has them ("Bolivia", not "Bolivia, Plurinational
State of"), sorted by code.
"""

import json
import pathlib
import sys


def main() -> None:
    source, target = map(pathlib.Path, sys.argv[1:3])
    if not source.exists():
        sys.exit(f"{source} is missing: install the package iso-codes.")
    entries = json.loads(source.read_text(encoding="utf-8"))["3166-1"]
    countries = sorted((entry["alpha_2"], entry.get("common_name", entry["name"]))
                       for entry in entries)
    lines = ["// Made of iso_3166-1.json by cmake/countries.py.", "#pragma once", "",
             "#include <array>", "", '#include "app/countries.h"', "", "namespace laurel::app {", "",
             f"inline constexpr std::array<Country, {len(countries)}> countries_en = {{{{"]
    lines += [f"    {{{json.dumps(code)}, {json.dumps(name, ensure_ascii=False)}}},"
              for code, name in countries]
    lines += ["}};", "", "}  // namespace laurel::app", ""]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
