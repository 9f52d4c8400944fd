"""Writes the C++ headers that are made at build time: what all of them have around their tables.

    header.write(target, includes=["<array>"], namespace="laurel::app", body=[…])
"""

import json
import pathlib
import sys


def literal(text: str) -> str:
    """JSON's escapes of a text are a C++ literal's as well, as long as it is in UTF-8."""
    return json.dumps(text, ensure_ascii=False)


def table(kind: str, name: str, entries: list[str]) -> list[str]:
    return [f"inline constexpr std::array<{kind}, {len(entries)}> {name} = {{{{",
            *(f"    {entry}," for entry in entries), "}};"]


def write(target: pathlib.Path, includes: list[str], namespace: str, body: list[str]) -> None:
    lines = [f"// Made by cmake/{pathlib.Path(sys.argv[0]).name}.", "#pragma once", "",
             *(f"#include {name}" for name in includes), "", f"namespace {namespace} {{", "", *body,
             "", f"}}  // namespace {namespace}", ""]
    text = "\n".join(lines)
    # A header that stays as it was is not touched, so that nothing is compiled again for it.
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
