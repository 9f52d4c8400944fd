"""Makes a C++ header of the ISO 3166-1 codes: country_codes.py iso_3166-1.json OUTPUT."""

import pathlib
import sys

import countries
import header


def main() -> None:
    source, target = map(pathlib.Path, sys.argv[1:3])
    codes = [header.literal(code) for code, _ in countries.read(source)]
    header.write(target, ["<array>", "<string_view>"], "laurel::domain",
                 header.table("std::string_view", "country_codes", codes))


if __name__ == "__main__":
    main()
