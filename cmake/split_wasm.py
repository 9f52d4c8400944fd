"""Splits a program into the module that its first screens need and the interior, which comes later.

    split_wasm.py --binaryen /usr/bin IN.wasm FIRST.wasm INTERIOR.wasm

The interior is whatever can be reached only through base::deferred (src/base/deferred.h): what the
exports and everything that is called from them still need without those calls stays in the first
module. The two share memory, table and globals: the first module imports functions from "interior",
which stand for the interior's until it is here, and the interior imports what it needs of "first".
IN.wasm must have its names (-sASSERTIONS=0 --profiling-funcs -Wl,--no-demangle). The tools are
Binaryen's, as Emscripten brings them.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# The mangled name of laurel::base::Deferred<…>::run.
ENTRY = re.compile(r"^_ZN6laurel4base8DeferredI.*3run")
# What the compilers of the supported Emscriptens use. wasm-opt adds none by itself.
FEATURES = ("--enable-mutable-globals", "--enable-sign-ext", "--enable-bulk-memory",
            "--enable-nontrapping-float-to-int")
# Browsers compile a function when it is first called, and most of what that costs does not depend on the
# function's size. With those inlined that are hardly longer than their call, the first frame calls a
# third fewer, and the download does not grow.
INLINING = ("--always-inline-max-function-size=7",)
EXPORTS = 7  # the number of the section (WebAssembly core specification 1.0, 5.5.2)


class Tools:
    def __init__(self, folder: Path, scratch: Path) -> None:
        self.folder = folder
        self.scratch = scratch

    def run(self, tool: str, *arguments: str | Path) -> None:
        command = [str(self.folder / tool), *FEATURES, *map(str, arguments)]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f"{' '.join(command)} failed:\n{result.stderr}")

    def functions(self, module: Path) -> list[str]:
        """The names of the functions that the module has or imports."""
        symbols = self.scratch / "symbols"
        same = self.scratch / "same.wasm"
        self.run("wasm-opt", module, "-g", f"--symbolmap={symbols}", "-o", same)
        return [line.partition(":")[2] for line in symbols.read_text().splitlines()]

    def split(self, module: Path, which: str, functions: list[str], first: Path, rest: Path,
              *options: str) -> None:
        listed = self.scratch / "functions"
        listed.write_text("\n".join(functions) + "\n")
        self.run("wasm-split", module, f"{which}=@{listed}", "-o1", first, "-o2", rest,
                 "--import-namespace=first", "--placeholder-namespace=interior", *options)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binaryen", type=Path, required=True, help="the folder of wasm-split")
    parser.add_argument("module", type=Path)
    parser.add_argument("first", type=Path)
    parser.add_argument("interior", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        tools = Tools(arguments.binaryen, Path(scratch))
        split(tools, arguments.module, arguments.first, arguments.interior)


def split(tools: Tools, module: Path, first: Path, interior: Path) -> None:
    module = with_all_names(tools, module)
    entries = [name for name in tools.functions(module) if ENTRY.match(name)]
    if not entries:
        sys.exit(f"{module.name} has no function that is called through base::deferred.")
    kept = needed_without(tools, module, entries)
    parts = tools.scratch / "first.wasm", tools.scratch / "interior.wasm"
    tools.split(module, "--keep-funcs", kept, *parts)
    with ThreadPoolExecutor() as pool:
        # As a list, so that what failed is raised.
        list(pool.map(lambda pair: optimise(tools, *pair), zip(parts, (first, interior))))


def optimise(tools: Tools, part: Path, result: Path) -> None:
    tools.run("wasm-opt", "-Oz", "--converge", *INLINING, "--strip-debug", part, "-o", result)
    # Reading it anew, and with its control flow made anew, it finds some more.
    tools.run("wasm-opt", "--flatten", "--rereloop", "-Oz", "-Oz", *INLINING, result, "-o", result)


def with_all_names(tools: Tools, module: Path) -> Path:
    """The same module, in which every function has a name: those that newer Binaryens make of several
    similar ones have none, and could not be told apart in what the tools list."""
    text, named = tools.scratch / "named.wat", tools.scratch / "named.wasm"
    tools.run("wasm-dis", module, "-o", text)
    tools.run("wasm-as", "-g", text, "-o", named)
    return named


def needed_without(tools: Tools, module: Path, entries: list[str]) -> list[str]:
    """The functions that the module's exports reach by any way but the entries."""
    cut, rest = tools.scratch / "cut.wasm", tools.scratch / "rest.wasm"
    tools.split(module, "--split-funcs", entries, cut, rest, "-g")
    # Cutting has exported what the entries call; only what was exported before counts.
    exports = exported(module.read_bytes())
    graph = [{"name": "outside", "root": True, "reaches": exports},
             *({"name": name, "export": name} for name in exports)]
    graph_file, needed = tools.scratch / "graph.json", tools.scratch / "needed.wasm"
    graph_file.write_text(json.dumps(graph))
    tools.run("wasm-metadce", f"--graph-file={graph_file}", cut, "-g", "-o", needed)
    return tools.functions(needed)


def exported(module: bytes) -> list[str]:
    """The names that the module exports."""
    at = 8  # behind the magic number and the version

    def number() -> int:  # unsigned LEB128 (5.2.2)
        nonlocal at
        value = shift = 0
        while True:
            byte = module[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    names = []
    while at < len(module):
        section = module[at]
        at += 1
        size = number()
        if section != EXPORTS:
            at += size
            continue
        for _ in range(number()):
            length = number()
            names.append(module[at:at + length].decode())
            at += length + 1  # behind the kind
            number()
    return names


if __name__ == "__main__":
    main()
