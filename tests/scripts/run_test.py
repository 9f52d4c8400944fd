"""tests/run.py itself: what it counts, and that nothing that went wrong counts as passed."""

import contextlib
import io
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import run
from run import Outcome


class Running(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.output = io.StringIO()
        self.enterContext(mock.patch.object(run, "ROOT", self.folder))
        self.enterContext(contextlib.redirect_stdout(self.output))

    def outcome(self, name: str, text: str, timeout_s: float = 60) -> Outcome:
        test = self.folder / name
        test.write_text(textwrap.dedent(text))
        test.chmod(0o755)
        return run.run_one(test, timeout_s)

    def test_python(self):
        body = """\
            import unittest
            class Some(unittest.TestCase):
                def test_well(self): pass
                def test_also(self): pass
                def test_wrong(self): self.fail("on purpose")
                def test_broken(self): raise KeyError
                @unittest.skip("not here")
                def test_left_out(self): pass
            unittest.main()
            """
        self.assertEqual(self.outcome("a_test.py", body), Outcome(2, 2))
        self.assertIn("on purpose", self.output.getvalue())
        self.assertEqual(self.outcome("b_test.py", "import nothing_of_that_name"), Outcome(0, 1))

    def test_node(self):
        body = """\
            import test from "node:test";
            test("well", () => {});
            test("wrong", () => { throw new Error("on purpose"); });
            test("cut short", () => new Promise(() => {}));
            """
        self.assertEqual(self.outcome("a.test.mjs", body), Outcome(1, 2))

    def test_doctest(self):
        summary = "[doctest] test cases: {n} | {passed} passed | {failed} failed | 0 skipped"

        def program(n: int, passed: int, failed: int, end: str) -> Outcome:
            line = summary.format(n=n, passed=passed, failed=failed)
            return self.outcome("test-a", f"#!/bin/sh\necho '{line}'\n{end}\n")

        self.assertEqual(program(3, 3, 0, "exit 0"), Outcome(3, 0))
        self.assertEqual(program(3, 1, 2, "exit 1"), Outcome(1, 2))
        # Whatever was said before: a sanitizer's complaint at the end, a crash.
        self.assertEqual(program(3, 3, 0, "exit 1"), Outcome(3, 1))
        self.assertEqual(program(3, 3, 0, "kill -SEGV $$"), Outcome(3, 1))

    def test_what_runs_no_test_or_does_not_end_has_failed(self):
        self.assertEqual(self.outcome("test-b", "#!/bin/sh\n"), Outcome(0, 1))
        self.assertEqual(self.outcome("test-c", "#!/bin/sh\nexec sleep 600\n", timeout_s=0.1),
                         Outcome(0, 1))
        self.assertEqual(self.outcome("c_test.py", "import unittest\nunittest.main()\n"),
                         Outcome(0, 1))

    def test_a_fuzzer_that_found_something_has_failed(self):
        ran = "stat::number_of_executed_units: 17"
        found = "Test unit written to crash-1"
        fuzzer = self.folder / "fuzz-a"
        with mock.patch.object(run, "fuzzer_command", lambda test: [str(test)]):
            self.assertEqual(self.outcome(fuzzer.name, f"#!/bin/sh\necho {ran}\n"), Outcome(1, 0))
            self.assertEqual(self.outcome(fuzzer.name, f"#!/bin/sh\necho {ran}\necho {found}\n"),
                             Outcome(0, 1))


class Finding(unittest.TestCase):
    def test_this_file_is_found_and_browser_tests_are_apart(self):
        outside = run.scripts("_test.py", ".test.mjs", in_browser=False)
        inside = run.scripts("_test.py", ".test.mjs", in_browser=True)
        self.assertIn(Path(__file__).resolve(), outside)
        self.assertTrue(inside)
        self.assertTrue(all(path.is_relative_to(run.BROWSER) for path in inside))
        self.assertFalse(set(inside) & set(outside))


if __name__ == "__main__":
    unittest.main()
