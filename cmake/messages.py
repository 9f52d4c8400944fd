"""Makes a C++ header of a message catalogue: messages.py CATALOGUE NAMESPACE ENUM OUTPUT.

Every key becomes an enumerator ("sign_in.title" -> Message::sign_in_title) and every text an entry
of one constexpr table (messages_en of assets/messages/en.json), so that a missing or misspelt
message does not compile.
"""

import json
import pathlib
import re
import sys

import header


def snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def main() -> None:
    source, namespace, enum, target = (pathlib.Path(sys.argv[1]), *sys.argv[2:4],
                                       pathlib.Path(sys.argv[4]))
    language = source.stem.split(".")[-1]
    messages = json.loads(source.read_text(encoding="utf-8"))
    for key in messages:
        if not re.fullmatch(r"[a-z0-9_.]+", key):
            sys.exit(f"{source}: the key {key!r} may hold only a-z, 0-9, _ and .")
    names = [key.replace(".", "_") for key in messages]
    if len(set(names)) != len(names):
        sys.exit(f"{source}: two keys differ only in '.' and '_'")
    body = [f"enum class {enum} {{", *(f"  {name}," for name in names), "};", ""]
    body += header.table("std::string_view", f"{snake(enum)}s_{language}",
                         [header.literal(text) for text in messages.values()])
    header.write(target, ["<array>", "<string_view>"], f"laurel::{namespace}", body)


if __name__ == "__main__":
    main()
