"""Makes a C++ header of the most used passwords: common_passwords.py frequency_lists.py OUTPUT.

The list is the one of zxcvbn (Debian's package python3-zxcvbn), the most used first. Only passwords
that the rule would accept otherwise, of 8 characters and more, matter (OWASP ASVS 5.0.0, 6.2.4).
"""

import ast
import pathlib
import sys

import header

COUNT = 4000
MINIMUM = 8


def main() -> None:
    source, target = map(pathlib.Path, sys.argv[1:3])
    if not source.exists():
        sys.exit(f"{source} is missing: install the package python3-zxcvbn.")
    words = next((line for line in source.read_text(encoding="utf-8").splitlines()
                  if line.strip().startswith('"passwords":')), None)
    if words is None:
        sys.exit(f"{source} has no list of passwords")
    ranked = ast.literal_eval("{" + words.strip().removesuffix(".split(\",\"),") + "}")["passwords"]
    common = sorted([word for word in ranked.split(",") if len(word) >= MINIMUM][:COUNT],
                    key=lambda word: word.encode())
    if len(common) < COUNT:
        sys.exit(f"{source}: only {len(common)} passwords of {MINIMUM} characters and more")
    table = header.table("std::string_view", "common_passwords", list(map(header.literal, common)))
    header.write(target, ["<array>", "<string_view>"], "laurel::service",
                 ["/// In lower case, sorted bytewise.", *table])


if __name__ == "__main__":
    main()
