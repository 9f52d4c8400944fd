"""The parts in which the page's program is loaded: src/app/part.h is where they are named."""

from __future__ import annotations

import re
from pathlib import Path

# Parts with a meaning of their own; every other one is an area of screens.
FIRST, COMMON = 0, 1


def names_in(header: Path) -> list[str]:
    """The enumerators of the header's enum Part; each one's place is its number."""
    found = re.search(r"enum class Part \{(.*?)\};", header.read_text(), re.S)
    names = re.findall(r"^ *(\w+),", found[1] if found else "", re.M)
    if names[:2] != ["first", "common"]:
        raise ValueError(f"{header} has no enum class Part {{ first, common, … }}.")
    return names


def file_of(name: str) -> str:
    """Of every part but the first, whose module has the program's name."""
    return f"laurel-{name.replace('_', '-')}.wasm"
