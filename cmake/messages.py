"""Makes a C++ header of a message catalogue: messages.py assets/messages/en.json OUTPUT.

Every key becomes an enumerator ("sign_in.title" -> Message::sign_in_title) and every text an entry
of one constexpr table, so that a missing or misspelt message does not compile.
"""

import json
import pathlib
import re
import sys


def main() -> None:
    source, target = map(pathlib.Path, sys.argv[1:3])
    messages = json.loads(source.read_text(encoding="utf-8"))
    for key in messages:
        if not re.fullmatch(r"[a-z0-9_.]+", key):
            sys.exit(f"{source}: the key {key!r} may hold only a-z, 0-9, _ and .")
    names = [key.replace(".", "_") for key in messages]
    if len(set(names)) != len(names):
        sys.exit(f"{source}: two keys differ only in '.' and '_'")
    lines = [f"// Made of {source.name} by cmake/messages.py.", "#pragma once", "",
             "#include <array>", "#include <string_view>", "", "namespace laurel::app {", "",
             "enum class Message {"]
    lines += [f"  {name}," for name in names]
    lines += ["};", "", f"inline constexpr std::array<std::string_view, {len(names)}> messages_en = {{"]
    # JSON's escapes of a text are a C++ literal's as well, as long as they are UTF-8 characters.
    lines += [f"    {json.dumps(text, ensure_ascii=False)}," for text in messages.values()]
    lines += ["};", "", "}  // namespace laurel::app", ""]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
