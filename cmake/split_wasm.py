"""Splits a program into the module that its first screens need and its later parts, one module each.

    split_wasm.py --binaryen /usr/bin --parts src/app/part.h IN.wasm FOLDER

A part is whatever can be reached only through base::deferred (src/base/deferred.h) with its enumerator:
what the exports and everything that is called from them still need without those calls stays in the
first module, and what several parts need and the first does not is the common part. All share memory,
table and globals: the common part imports what it needs of "first", every other one of "first" and of
"common". The places in the table by which a part is entered are empty until it is here.
IN.wasm must have its names (-sASSERTIONS=0 --profiling-funcs -Wl,--no-demangle). The work is done on
the module's text, which Binaryen's tools write and read; Emscripten brings them. (Its wasm-split makes
two modules of one, and newer versions lose what only a third one calls.)
"""

from __future__ import annotations

import argparse
import itertools
import re
import string
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import parts

# The mangled name of laurel::base::Deferred<part, …>::run, with the part's number in it.
ENTRY = re.compile(r"_ZN6laurel4base8DeferredI\w*?4PartE(\d+)E.*3run")
NAME = r"\$([^\s()]+)"  # of anything in a module's text
# What the compilers of the supported Emscriptens use. wasm-opt adds none by itself.
FEATURES = ("--enable-mutable-globals", "--enable-sign-ext", "--enable-bulk-memory",
            "--enable-nontrapping-float-to-int")
# Browsers compile a function when it is first called, and most of what that costs does not depend on the
# function's size. With those inlined that are hardly longer than their call, the first frame calls a
# third fewer, and the download does not grow.
INLINING = ("--always-inline-max-function-size=7",)


class Tools:
    def __init__(self, folder: Path, scratch: Path) -> None:
        self.folder = folder
        self.scratch = scratch

    def run(self, tool: str, *arguments: str | Path) -> None:
        command = [str(self.folder / tool), *FEATURES, *map(str, arguments)]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f"{' '.join(command)} failed:\n{result.stderr}")

    def text(self, module: Path) -> str:
        text = self.scratch / "module.wat"
        self.run("wasm-dis", module, "-o", text)
        return text.read_text()


class Program:
    """A module's items, by kind and name, as Binaryen writes them: each begins a line."""

    def __init__(self, text: str) -> None:
        self.types: list[str] = []
        self.others: list[str] = []  # what belongs to the first module whatever the parts are
        self.exports: dict[tuple[str, str], str] = {}  # their names, by kind and name
        self.shared: dict[tuple[str, str], str] = {}  # what another module imports it as, the same
        self.functions: dict[str, str] = {}
        self.table: dict[int, str] = {}
        for item in text[:text.rindex(")")].rstrip().split("\n (")[1:]:
            self.add(item)
        self.calls = {name: set(re.findall(r"\((?:call|return_call|ref\.func) " + NAME, function))
                      for name, function in self.functions.items()}

    def add(self, item: str) -> None:
        kind = item.partition(" ")[0]
        name = (re.search(NAME, item) or ["", ""])[1]
        if kind == "type":
            self.types.append(item)
        elif kind == "func":
            self.functions[name] = item
            self.shared[kind, name] = f"func ${name} {signature(item.partition(chr(10))[0])}"
        elif kind == "elem":
            place = re.search(r"\(i32\.const (\d+)\)", item)
            for index, function in enumerate(re.findall(NAME, item[place.end():])):
                self.table[int(place[1]) + index] = function
        else:
            self.others.append(item)
        if found := re.match(r'export "([^"]+)" \((\w+) ' + NAME, item):
            self.exports[found[2], found[3]] = found[1]
        elif kind == "import" and "(func " in item:
            self.shared["func", name] = f"func ${name} {signature(item)}"
        elif kind == "global":
            self.shared[kind, name] = re.match(r"global \S+ (?:\(mut \w+\)|\w+)", item)[0]
        elif kind in ("memory", "table"):
            self.shared[kind, name] = item.rstrip(")")

    def entries(self) -> dict[str, int]:
        """The functions that are called through base::deferred, each with the number of its part."""
        return {name: int(found[1]) for name in self.functions if (found := ENTRY.match(name))}

    def reached_from(self, roots: set[str], but: set[str]) -> set[str]:
        """What they call, and so on, without what only `but` call."""
        reached: set[str] = set()
        waiting = roots - but
        while waiting:
            name = waiting.pop()
            if name in self.functions and name not in reached:  # the others are imported
                reached.add(name)
                waiting |= self.calls[name] - but
        return reached

    def by_part(self, count: int) -> list[set[str]]:
        """The functions of each part."""
        entries = self.entries()
        roots = {name for kind, name in self.exports if kind == "func"} | set(self.table.values())
        starts = (item for item in self.others if item.startswith("start "))
        roots.update(re.findall(NAME, "".join(starts)))
        first = self.reached_from(roots, but=set(entries))
        needed = [first]
        for number in range(parts.COMMON, count):
            own = {name for name, part in entries.items() if part == number}
            needed.append(self.reached_from(own, but=set(entries) - own) - first)
        several = set(needed[parts.COMMON])
        for one, other in itertools.combinations(needed[parts.COMMON + 1:], 2):
            several |= one & other
        return [first, several, *(functions - several for functions in needed[parts.COMMON + 1:])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binaryen", type=Path, required=True, help="the folder of wasm-opt")
    parser.add_argument("--parts", type=Path, required=True, help="the header that names the parts")
    parser.add_argument("module", type=Path)
    parser.add_argument("folder", type=Path, help="where the parts' modules go")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        tools = Tools(arguments.binaryen, Path(scratch))
        names = parts.names_in(arguments.parts)
        modules = split(tools, arguments.module, names)
        results = [arguments.folder / name for name in
                   (arguments.module.name, *map(parts.file_of, names[1:]))]
        with ThreadPoolExecutor(max_workers=2) as pool:
            # As a list, so that what failed is raised.
            list(pool.map(lambda pair: optimise(tools, *pair), zip(modules, results)))


def split(tools: Tools, module: Path, names: list[str]) -> list[Path]:
    """The parts' modules, by number, before they are optimised."""
    program = Program(tools.text(module))
    functions = program.by_part(len(names))
    for name, own in zip(names, functions):
        if not own and name != names[parts.COMMON]:
            sys.exit(f"{module.name} calls nothing through base::deferred that is {name}'s.")
    modules = []
    for name, text in zip(names, texts_of(program, functions)):
        source, part = tools.scratch / f"{name}.wat", tools.scratch / f"{name}.wasm"
        source.write_text(text)
        tools.run("wasm-as", source, "-o", part)
        modules.append(part)
    return modules


def texts_of(program: Program, functions: list[set[str]]) -> list[str]:
    """The modules' texts. What a part uses of another one, that one exports by a short name."""
    home = {("func", name): number for number, own in enumerate(functions) for name in own}
    names = dict(program.exports)
    short = ("".join(letters) for length in (1, 2, 3)
             for letters in itertools.product(string.ascii_letters, repeat=length))
    exports: dict[int, list[str]] = {parts.FIRST: [], parts.COMMON: []}
    imports: list[list[str]] = [[] for _ in functions]
    wanted = [uses(program, own) for own in functions]
    for what, shared in program.shared.items():
        place = home.get(what, parts.FIRST)
        for number in range(parts.COMMON, len(functions)):
            if what not in wanted[number] or place == number:
                continue
            if place not in exports:
                sys.exit(f"{what[1]}, of another part, is called without base::deferred.")
            if what not in names:
                names[what] = next(name for name in short if name not in program.exports.values())
                exports[place].append(f'export "{names[what]}" ({what[0]} ${what[1]}))')
            source = "first" if place == parts.FIRST else "common"
            imports[number].append(f'import "{source}" "{names[what]}" ({shared}))')
    check_first(program, functions[parts.FIRST])
    later = set().union(*functions[parts.COMMON:])
    in_table = [set(program.table.values()) - later, *functions[parts.COMMON:]]
    return [module_text([*program.types, *imports[number],
                         *(program.others if number == parts.FIRST else ()),
                         *exports.get(number, ()), *filled(program.table, in_table[number]),
                         *(text for name, text in program.functions.items() if name in own)])
            for number, own in enumerate(functions)]


def uses(program: Program, functions: set[str]) -> set[tuple[str, str]]:
    """What the functions need, by kind and name; memory and table are always there."""
    wanted = {what for what in program.shared if what[0] in ("memory", "table")}
    for name in functions:
        wanted |= {("func", called) for called in program.calls[name]}
        wanted |= {("global", used) for used in
                   re.findall(r"\(global\.[gs]et " + NAME, program.functions[name])}
    return wanted


def check_first(program: Program, functions: set[str]) -> None:
    for name in functions:
        for called in program.calls[name] - functions:
            if called in program.functions:
                sys.exit(f"{called}, of another part, is called without base::deferred.")


def filled(table: dict[int, str], functions: set[str]) -> list[str]:
    """The segments that put the functions into their places."""
    segments: list[tuple[int, list[str]]] = []
    for place in sorted(place for place, name in table.items() if name in functions):
        if not segments or segments[-1][0] + len(segments[-1][1]) != place:
            segments.append((place, []))
        segments[-1][1].append(f"${table[place]}")
    return [f"elem (i32.const {place}) {' '.join(names)})" for place, names in segments]


def signature(item: str) -> str:
    return " ".join(re.findall(r"\((?:param|result)[^()]*\)", item))


def module_text(items: list[str]) -> str:
    return "(module" + "".join(f"\n ({item}" for item in items) + "\n)\n"


def optimise(tools: Tools, part: Path, result: Path) -> None:
    tools.run("wasm-opt", "-Oz", "--converge", *INLINING, "--strip-debug", part, "-o", result)
    # Reading it anew, and with its control flow made anew, it finds some more.
    tools.run("wasm-opt", "--flatten", "--rereloop", "-Oz", "-Oz", *INLINING, result, "-o", result)


if __name__ == "__main__":
    main()
