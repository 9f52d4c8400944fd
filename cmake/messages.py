"""Makes a C++ header of a message catalogue:

    messages.py assets/messages/en.json app Message src/app src/ui OUTPUT

Every key becomes an enumerator ("sign_in.title" -> Message::sign_in_title) and every text an entry
of one constexpr table (messages_en of assets/messages/en.json), so that a missing or misspelt
message does not compile. A message that no source of the folders names is an error as well; one
that ends in a number (month.2) is named with the first of its kind (month_1).
"""

import json
import pathlib
import re
import sys

import header


def snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def words_in(folders: list[pathlib.Path]) -> set[str]:
    files = [file for folder in folders for file in sorted(folder.rglob("*"))
             if file.suffix in (".cpp", ".h")]
    return {word for file in files
            for word in re.findall(r"[a-z0-9_]+", file.read_text(encoding="utf-8"))}


def main() -> None:
    source, namespace, enum = pathlib.Path(sys.argv[1]), *sys.argv[2:4]
    *folders, target = map(pathlib.Path, sys.argv[4:])
    language = source.stem.split(".")[-1]
    messages = json.loads(source.read_text(encoding="utf-8"))
    for key in messages:
        if not re.fullmatch(r"[a-z0-9_.]+", key):
            sys.exit(f"{source}: the key {key!r} may hold only a-z, 0-9, _ and .")
    names = [key.replace(".", "_") for key in messages]
    if len(set(names)) != len(names):
        sys.exit(f"{source}: two keys differ only in '.' and '_'")
    known = words_in(folders)
    unused = [key for key, name in zip(messages, names) if re.sub(r"\d+$", "1", name) not in known]
    if unused:
        sys.exit(f"{source}: no source names {', '.join(unused)}")
    body = [f"enum class {enum} {{", *(f"  {name}," for name in names), "};", ""]
    body += header.table("std::string_view", f"{snake(enum)}s_{language}",
                         [header.literal(text) for text in messages.values()])
    header.write(target, ["<array>", "<string_view>"], f"laurel::{namespace}", body)


if __name__ == "__main__":
    main()
