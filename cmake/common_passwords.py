"""Makes a C++ header of the most used passwords: common_passwords.py passwords.json OUTPUT.

The list is zxcvbn's (@zxcvbn-ts/language-common, which the page takes from npm anyway), the most used
first. Only passwords that the rule would accept otherwise, of 8 characters and more, matter (OWASP
ASVS 5.0.0, 6.2.4).
"""

import json
import pathlib
import sys

import header

COUNT = 8000
MINIMUM = 8


def main() -> None:
    source, target = map(pathlib.Path, sys.argv[1:3])
    if not source.exists():
        sys.exit(f"{source} is missing: npm ci --prefix web brings it.")
    ranked = json.loads(source.read_text(encoding="utf-8"))
    common = sorted([word for word in ranked if len(word) >= MINIMUM][:COUNT],
                    key=lambda word: word.encode())
    if len(common) < COUNT:
        sys.exit(f"{source}: only {len(common)} passwords of {MINIMUM} characters and more")
    table = header.table("std::string_view", "common_passwords", list(map(header.literal, common)))
    header.write(target, ["<array>", "<string_view>"], "laurel::service",
                 ["/// In lower case, sorted bytewise.", *table])


if __name__ == "__main__":
    main()
