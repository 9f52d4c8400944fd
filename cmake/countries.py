"""Makes a C++ header of the ISO 3166-1 list: countries.py iso_3166-1.json OUTPUT.

Names are those in everyday use where the list has them ("Bolivia", not "Bolivia, Plurinational
State of"), sorted by code.
"""

import json
import pathlib
import sys

import header


def read(source: pathlib.Path) -> list[tuple[str, str]]:
    """Codes and names, by code."""
    if not source.exists():
        sys.exit(f"{source} is missing: install the package iso-codes.")
    entries = json.loads(source.read_text(encoding="utf-8"))["3166-1"]
    return sorted((entry["alpha_2"], entry.get("common_name", entry["name"])) for entry in entries)


def main() -> None:
    source, target = map(pathlib.Path, sys.argv[1:3])
    entries = [f"{{{header.literal(code)}, {header.literal(name)}}}" for code, name in read(source)]
    header.write(target, ["<array>", '"app/countries.h"'], "laurel::app",
                 header.table("Country", "countries_en", entries))


if __name__ == "__main__":
    main()
