"""cmake/split_wasm.py: the first module runs without the interior, and with it the whole program does."""

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

# The helper is called from both parts; what is dropped before it gives it another number in each.
PROGRAM = """(module
  (import "env" "log" (func $log (param i32)))
  (memory 1)
  (table 2 2 funcref)
  (elem (i32.const 1) $start)
  (export "memory" (memory 0))
  (export "table" (table 0))
  (export "start" (func $start))
  (func $unused (call $log (i32.const 99)) (call $log (i32.const 98)))
  (func $_ZN6laurel4base8DeferredIXadL_Z4workvEEE3runEv
    (call $helper (i32.const 10)) (call $log (i32.const 0)) (call $log (i32.const 1)))
  (func $helper (param i32)
    (call $log (local.get 0))
    (call $log (i32.add (local.get 0) (i32.const 1)))
    (call $log (i32.add (local.get 0) (i32.const 2)))
    (call $log (i32.add (local.get 0) (i32.const 3))))
  (func $start (param i32)
    (call $helper (i32.const 5))
    (if (local.get 0) (then (call $_ZN6laurel4base8DeferredIXadL_Z4workvEEE3runEv)))))
"""

# As shell/boot.js does it.
HOST = """
const {readFileSync} = require('fs');
const logged = [];
const missing = new Proxy({}, {get: (target, name) => () => { throw new Error('missing ' + name); }});
const load = (path, imports) =>
  new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), imports).exports;
const first = load(process.argv[1], {
  env: {log: (number) => logged.push(number)}, interior: missing, 'interior.deferred': missing});
first.start(0);
logged.push('loaded');
load(process.argv[2], {first});
first.start(1);
console.log(JSON.stringify(logged));
"""


def binaryen() -> Path:
    """The folder of wasm-split: on the PATH, or where the build of the page has found it."""
    if found := shutil.which("wasm-split"):
        return Path(found).parent
    cache = (bootstrap.build_directory("web") / "CMakeCache.txt").read_text()
    [path] = [line.partition("=")[2] for line in cache.splitlines()
              if line.startswith("LAUREL_WASM_SPLIT:")]
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
    def test_what_has_no_name_and_is_needed_at_first_stays_in_the_first_module(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            text, module, first, interior = (
                Path(folder) / name for name in ("all.wat", "all.wasm", "first.wasm", "rest.wasm"))
            text.write_text(PROGRAM)
            subprocess.run([binaryen() / "wasm-as", "-g", text, "-o", module], check=True)
            # As those have none that newer Binaryens make of several similar functions.
            module.write_bytes(without_name(module.read_bytes(), "helper"))
            subprocess.run([sys.executable, ROOT / "cmake" / "split_wasm.py", "--binaryen",
                            binaryen(), module, first, interior], check=True)
            ran = subprocess.run(["node", "-e", HOST, first, interior], capture_output=True,
                                 text=True)
            self.assertEqual(ran.stderr, "")
            self.assertEqual(json.loads(ran.stdout),
                             [5, 6, 7, 8, "loaded", 5, 6, 7, 8, 10, 11, 12, 13, 0, 1])


if __name__ == "__main__":
    unittest.main()
