#!/usr/bin/env python3
"""Runs Laurel's tests; installs and builds what they need. The last line is `N passed, N failed`.

    tests/run.py --quick     native tests and short scripts, no browser
    tests/run.py             quick and browser tests
    tests/run.py --full      and the native tests once more under the sanitizers
    tests/run.py --long      and fuzzers, kill loops, benchmarks
    tests/run.py NAME…       only the tests whose path contains one of the names

Tests are found by their names, nothing is listed by hand:
    build/<preset>/tests/test-*, long-*    doctest programs: laurel_test(NAME …) in CMake, LONG
    build/fuzz/tests/fuzz-*                libFuzzer programs: laurel_fuzzer(NAME …) in CMake; each
                                           runs for LAUREL_FUZZ_SECONDS (60)
    tests/**/*_test.py, *_long.py          unittest
    tests/**/*.test.mjs, *.long.mjs        node:test
What lies under tests/browser needs the built site, and most of it a browser.
A program that crashes, hangs or runs no test at all counts as a failure.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
BROWSER = TESTS / "browser"
sys.path.insert(0, str(ROOT / "cmake"))

import bootstrap
import dist

# A program that takes longer hangs.
QUICK_TIMEOUT_S = 300
BROWSER_TIMEOUT_S = 1200
LONG_TIMEOUT_S = 4 * 3600


@dataclass(frozen=True)
class Outcome:
    passed: int
    failed: int


def main() -> int:
    options = parse_arguments()
    try:
        outcome = run_all(options)
    except bootstrap.Failed as problem:
        print(problem)
        outcome = Outcome(0, 1)
    except KeyboardInterrupt:
        print("\nInterrupted.")
        return 130
    if outcome.passed + outcome.failed == 0:
        print("No test was run.")
    print(f"{outcome.passed} passed, {outcome.failed} failed")
    return 0 if outcome.failed == 0 and outcome.passed > 0 else 1


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Run Laurel's tests.")
    depth = parser.add_mutually_exclusive_group()
    depth.add_argument("--quick", action="store_true", help="no browser")
    depth.add_argument("--full", action="store_true", help="and sanitizers")
    depth.add_argument("--long", action="store_true",
                       help="and sanitizers, fuzzers, kill loops, benchmarks")
    parser.add_argument("--no-install", action="store_true",
                        help="install no system packages; say what is missing instead")
    parser.add_argument("names", nargs="*", help="run only tests whose path contains one of these")
    return parser.parse_args()


def run_all(options: argparse.Namespace) -> Outcome:
    install = not options.no_install
    with_browser = not options.quick
    if options.long:
        os.environ["LAUREL_LONG"] = "1"  # tests that can look longer do
    needs = bootstrap.BUILD_NEEDS + bootstrap.TEST_NEEDS
    needs += bootstrap.BROWSER_NEEDS if with_browser else ()
    needs += bootstrap.FUZZ_NEEDS if options.long else ()
    bootstrap.prepare(needs, install)
    bootstrap.build("dev")
    if with_browser:
        bootstrap.build("web", ("all", "laurel-browser-programs"))
        dist.assemble()
        bootstrap.npm_install(BROWSER)

    outcomes = run_group("native", programs("dev", "test-"), options)
    outcomes += run_group("scripts", scripts("_test.py", ".test.mjs", in_browser=False), options)
    if with_browser:
        outcomes += run_group("browser", scripts("_test.py", ".test.mjs", in_browser=True), options,
                              at_once=1, timeout_s=BROWSER_TIMEOUT_S)
    if options.full or options.long:
        bootstrap.build("asan")
        outcomes += run_group("sanitizers", programs("asan", "test-"), options)
    if options.long:
        bootstrap.build("fuzz", ("laurel-fuzzers",))
        outcomes += run_group("fuzzers", programs("fuzz", "fuzz-"), options,
                              timeout_s=LONG_TIMEOUT_S)
        bootstrap.build("web", ("laurel-bare-imgui",))
        long_tests = programs("dev", "long-")
        for in_browser in (False, True):
            long_tests += scripts("_long.py", ".long.mjs", in_browser)
        outcomes += run_group("long", long_tests, options, at_once=1, timeout_s=LONG_TIMEOUT_S)
    return Outcome(sum(o.passed for o in outcomes), sum(o.failed for o in outcomes))


# ---- finding ----


def programs(preset: str, prefix: str) -> list[Path]:
    folder = bootstrap.build_directory(preset) / "tests"
    names = (folder / "programs.txt").read_text().split()
    return [folder / name for name in sorted(names) if name.startswith(prefix)]


def scripts(python_suffix: str, node_suffix: str, in_browser: bool) -> list[Path]:
    found = [path for suffix in (python_suffix, node_suffix) for path in TESTS.rglob(f"*{suffix}")
             if "node_modules" not in path.parts]
    return sorted(path for path in found if path.is_relative_to(BROWSER) == in_browser)


# ---- running ----


def run_group(title: str, tests: list[Path], options: argparse.Namespace,
              at_once: int | None = None, timeout_s: int = QUICK_TIMEOUT_S) -> list[Outcome]:
    """Runs test programs, several at once; a line for each, and its output if it fails."""
    if options.names:
        tests = [test for test in tests
                 if any(name in str(test.relative_to(ROOT)) for name in options.names)]
    if not tests:
        return []
    bootstrap.say(f"{title}:")
    with ThreadPoolExecutor(at_once or os.cpu_count() or 2) as pool:
        return list(pool.map(lambda test: run_one(test, timeout_s), tests))


def run_one(test: Path, timeout_s: int) -> Outcome:
    started = time.monotonic()
    command, count = runner(test)
    try:
        finished = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=timeout_s,
                                  stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        output, ended_well = finished.stdout, finished.returncode == 0
        trouble = f"exit code {finished.returncode}"
    except subprocess.TimeoutExpired as timeout:
        output, ended_well = timeout.stdout or b"", False
        trouble = f"not finished after {timeout_s} s"
    text = output.decode(errors="replace")
    outcome = count(text)
    if outcome.passed + outcome.failed == 0:
        trouble, ended_well = f"ran no test ({trouble})", False
    if not ended_well and outcome.failed == 0:
        outcome = Outcome(outcome.passed, 1)
    report(test, outcome, time.monotonic() - started, trouble, text)
    return outcome


def report(test: Path, outcome: Outcome, seconds: float, trouble: str, output: str) -> None:
    name = str(test.relative_to(ROOT))
    if outcome.failed == 0:
        bootstrap.say(f"  ok      {name:<48} {outcome.passed:>4} passed  {seconds:6.1f} s")
    else:
        bootstrap.say(f"{output.rstrip()}\n  FAILED  {name:<48} {outcome.passed:>4} passed, "
                      f"{outcome.failed} failed ({trouble})  {seconds:.1f} s")


def runner(test: Path):
    """The command that runs a test program, and how its tests are counted."""
    if test.suffix == ".py":
        return [sys.executable, str(test), "-v"], count_unittest
    if test.suffix == ".mjs":
        return ["node", "--test-reporter=tap", str(test)], count_node
    if test.name.startswith("fuzz-"):
        return fuzzer_command(test), count_fuzzer
    return [str(test), "--no-colors=true"], count_doctest


def fuzzer_command(test: Path) -> list[str]:
    """Goes on from what earlier runs found worth keeping; an input that breaks a promise is written
    to build/fuzz/crashes/<name>-crash-…, and its path is in the output."""
    name = test.name.removeprefix("fuzz-")
    corpus = test.parent.parent / "corpus" / name
    crashes = test.parent.parent / "crashes"
    for folder in (corpus, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    return [str(test), f"-max_total_time={os.environ.get('LAUREL_FUZZ_SECONDS', '60')}",
            "-timeout=10", "-print_final_stats=1", f"-artifact_prefix={crashes}/{name}-",
            str(corpus), str(TESTS / "fuzz" / "seeds" / name)]


def count_doctest(output: str) -> Outcome:
    found = re.search(r"^\[doctest\] test cases:.*?(\d+) passed.*?(\d+) failed", output,
                      re.MULTILINE)
    return Outcome(int(found[1]), int(found[2])) if found else Outcome(0, 0)


def count_fuzzer(output: str) -> Outcome:
    if "Test unit written to" in output:
        return Outcome(0, 1)
    ran = re.search(r"^stat::number_of_executed_units: [1-9]", output, re.MULTILINE)
    return Outcome(1, 0) if ran else Outcome(0, 0)


def count_unittest(output: str) -> Outcome:
    ran = re.search(r"^Ran (\d+) tests?", output, re.MULTILINE)
    failed = sum(int(n) for n in re.findall(r"(?:failures|errors)=(\d+)", output))
    skipped = sum(int(n) for n in re.findall(r"skipped=(\d+)", output))
    return Outcome(max(int(ran[1]) - failed - skipped, 0), failed) if ran else Outcome(0, 0)


def count_node(output: str) -> Outcome:
    counts = {kind: int(n) for kind, n in re.findall(r"^# (pass|fail|cancelled) (\d+)$", output,
                                                    re.MULTILINE)}
    return Outcome(counts.get("pass", 0), counts.get("fail", 0) + counts.get("cancelled", 0))


if __name__ == "__main__":
    sys.exit(main())
