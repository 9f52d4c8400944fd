"""cmake/split_wasm.py: the first module runs without its later parts, each part without the other ones."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "cmake"))

import bootstrap

PARTS = """enum class Part {
  first,    // always here
  common,   // what several need
  reading,
  fine_writing,
};
"""


def entry(number: int, function: str) -> str:
    """As a compiler names laurel::base::Deferred<Part, function>::run."""
    return (f"$_ZN6laurel4base8DeferredILNS_3app4PartE{number}EXadL_Z{len(function)}{function}vEEE3runEv")


# As in the real program, parts are entered through the table. The helper is called from all of them; what is
# dropped before it gives it another number in each. Reading and writing share one function more, which the
# first module knows nothing of.
PROGRAM = f"""(module
  (import "env" "log" (func $log (param i32)))
  (memory 1)
  (type $nothing (func))
  (table 5 5 funcref)
  (elem (i32.const 1) $start $write {entry(2, "work")} {entry(3, "draw")})
  (export "memory" (memory 0))
  (export "table" (table 0))
  (export "start" (func $start))
  (export "write" (func $write))
  (func $unused (call $log (i32.const 99)) (call $log (i32.const 98)))
  (func {entry(2, "work")}
    (call $helper (i32.const 10)) (call $log (i32.const 0)) (call $log (i32.const 1))
    (call $shared (i32.const 30)))
  (func $helper (param i32)
    (call $log (local.get 0))
    (call $log (i32.add (local.get 0) (i32.const 1)))
    (call $log (i32.add (local.get 0) (i32.const 2)))
    (call $log (i32.add (local.get 0) (i32.const 3))))
  (func $shared (param i32)
    (call $log (local.get 0)) (call $log (i32.const 77)) (call $log (i32.const 78))
    (call $helper (local.get 0)))
  (func {entry(3, "draw")}
    (call $log (i32.const 60)) (call $log (i32.const 61)) (call $shared (i32.const 40)))
  (func $start (param i32)
    (call $helper (i32.const 5))
    (if (local.get 0) (then (call_indirect (type $nothing) (i32.const 3)))))
  (func $write (call $helper (i32.const 20)) (call_indirect (type $nothing) (i32.const 4))))
"""

# As shell/boot.js does it.
HOST = """
const {readFileSync} = require('fs');
const [first_module, common_module, reading, writing] = process.argv.slice(1);
const logged = [];
const load = (path, imports) =>
  new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), imports).exports;
const first = load(first_module, {env: {log: (number) => logged.push(number)}});
first.start(0);
logged.push('loaded');
const common = load(common_module, {first});
load(reading, {first, common});
first.start(1);
try { first.write(); } catch (error) { logged.push(error.name); }
load(writing, {first, common});
first.write();
console.log(JSON.stringify(logged));
"""
# The first module's own; reading's with what it shares; writing's the same.
RUN = [5, 6, 7, 8, "loaded",
       5, 6, 7, 8, 10, 11, 12, 13, 0, 1, 30, 77, 78, 30, 31, 32, 33,
       20, 21, 22, 23, "RuntimeError",
       20, 21, 22, 23, 60, 61, 40, 77, 78, 40, 41, 42, 43]


def binaryen() -> Path:
    """The folder of wasm-opt: on the PATH, or where the build of the page has found it."""
    if found := shutil.which("wasm-opt"):
        return Path(found).parent
    cache = (bootstrap.build_directory("web") / "CMakeCache.txt").read_text()
    [path] = [line.partition("=")[2] for line in cache.splitlines()
              if line.startswith("LAUREL_WASM_OPT:")]
    return Path(path).parent


def number(value: int) -> bytes:
    """Unsigned LEB128 (WebAssembly core specification 1.0, 5.2.2); enough for this program."""
    assert value < 1 << 14
    return bytes([value]) if value < 1 << 7 else bytes([value & 0x7F | 0x80, value >> 7])


def without_name(module: bytes, name: str) -> bytes:
    """Takes a function's name out of the custom section of names (7.4.1), which is the module's last."""
    at = module.rindex(b"\x04name") + 5
    assert module[at] == 1, "the names of functions come first"
    names = {}
    position = at + 1
    while module[position] & 0x80:  # the subsection's size
        position += 1
    count = module[position + 1]
    position += 2
    for _ in range(count):
        index, length = module[position:position + 2]
        names[index] = module[position + 2:position + 2 + length]
        position += 2 + length
    [helper] = [index for index, found in names.items() if found == name.encode()]
    del names[helper]
    listed = b"".join(number(i) + number(len(each)) + each for i, each in names.items())
    functions = number(len(names)) + listed
    section = b"\x04name" + b"\x01" + number(len(functions)) + functions
    start = at - 6
    while module[start] != 0:  # the section's id, before its size
        start -= 1
    return module[:start] + b"\x00" + number(len(section)) + section


class Split(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "part.h").write_text(PARTS)
        (self.folder / "parts").mkdir()
        self.results = [self.folder / "parts" / name for name in (
            "all.wasm", "laurel-common.wasm", "laurel-reading.wasm", "laurel-fine-writing.wasm")]

    def split(self, program: str, unnamed: str | None = None) -> subprocess.CompletedProcess:
        text, module = self.folder / "all.wat", self.folder / "all.wasm"
        text.write_text(program)
        subprocess.run([binaryen() / "wasm-as", "-g", text, "-o", module], check=True)
        if unnamed:
            # As those have none that newer Binaryens make of several similar functions.
            module.write_bytes(without_name(module.read_bytes(), unnamed))
        return subprocess.run(
            [sys.executable, ROOT / "cmake" / "split_wasm.py", "--binaryen", binaryen(), "--parts",
             self.folder / "part.h", module, self.folder / "parts"], capture_output=True, text=True)

    def ran(self) -> list:
        ran = subprocess.run(["node", "-e", HOST, *self.results], capture_output=True, text=True)
        self.assertEqual(ran.stderr, "")
        return json.loads(ran.stdout)

    def functions_in(self, part: int) -> int:
        """How many functions of its own the part has."""
        text = subprocess.run([binaryen() / "wasm-dis", self.results[part]], capture_output=True,
                              text=True, check=True).stdout
        return text.count("\n (func ")

    def test_what_has_no_name_and_is_needed_at_first_stays_in_the_first_module(self) -> None:
        self.assertEqual(self.split(PROGRAM, unnamed="helper").stderr, "")
        self.assertEqual(self.ran(), RUN)

    def test_what_several_parts_need_is_once_in_the_common_part(self) -> None:
        self.assertEqual(self.split(PROGRAM).stderr, "")
        self.assertEqual(self.ran(), RUN)
        # Start, write and the helper; the shared function; the entry of each.
        self.assertEqual([self.functions_in(part) for part in range(4)], [3, 1, 1, 1])

    def test_parts_that_share_nothing_have_an_empty_common_part(self) -> None:
        alone = PROGRAM.replace("(call $shared (i32.const 40))", "(call $helper (i32.const 40))")
        self.assertEqual(self.split(alone).stderr, "")
        self.assertEqual(self.ran(), RUN[:-7] + RUN[-4:])
        self.assertEqual(self.functions_in(1), 0)

    def test_a_part_of_which_nothing_is_called_is_an_error(self) -> None:
        result = self.split(PROGRAM.replace("PartE3", "PartE2"))
        self.assertEqual(result.returncode, 1)
        self.assertIn("that is fine_writing's", result.stderr)

    def test_a_part_that_is_called_but_by_its_entry_is_an_error(self) -> None:
        for caller in ("(func $start (param i32)", "(func $shared (param i32)"):
            result = self.split(PROGRAM.replace(caller, f"{caller} (call {entry(3, 'draw')})"))
            self.assertEqual(result.returncode, 1)
            self.assertIn("of another part, is called without base::deferred", result.stderr)


if __name__ == "__main__":
    unittest.main()
