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
What lies under tests/browser needs the built site, and most of it a browser. As many run at once as
there are processors, the longest first, as the last run has it in build/test-seconds.json; what
measures time or is upset by company has "alone" in its name, as in idle.alone.test.mjs.
A program that crashes, hangs or runs no test at all counts as a failure.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
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

# What each test took when it ran last: {"tests/browser/idle.alone.test.mjs": 12.5}.
SECONDS = bootstrap.BUILD / "test-seconds.json"
SLOWEST_SHOWN = 10


@dataclass(frozen=True)
class Outcome:
    passed: int
    failed: int
    seconds: float = field(default=0.0, compare=False)


Outcomes = dict[Path, Outcome]


def main() -> int:
    options = parse_arguments()
    outcomes: Outcomes = {}
    stopped = False
    try:
        run_all(options, outcomes)
    except bootstrap.Failed as problem:
        print(problem)
        stopped = True
    except KeyboardInterrupt:
        print("\nInterrupted.")
        return 130
    passed = sum(outcome.passed for outcome in outcomes.values())
    failed = sum(outcome.failed for outcome in outcomes.values()) + stopped
    print_slowest(outcomes)
    if passed + failed == 0:
        print("No test was run.")
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


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


def run_all(options: argparse.Namespace, outcomes: Outcomes) -> None:
    """Adds to `outcomes` as the tests end."""
    install = not options.no_install
    with_browser = not options.quick
    if options.long:
        os.environ["LAUREL_LONG"] = "1"  # tests that can look longer do
    needs = bootstrap.BUILD_NEEDS + bootstrap.TEST_NEEDS
    needs += bootstrap.BROWSER_NEEDS if with_browser else ()
    needs += bootstrap.FUZZ_NEEDS if options.long else ()
    bootstrap.prepare(needs, install)
    bootstrap.build("dev")

    native = programs("dev", "test-") + scripts("_test.py", ".test.mjs", in_browser=False)
    if with_browser:
        # Linking for the browser leaves a processor idle most of the time.
        with beside(lambda: run_group("native and scripts", native, options, outcomes, at_once=1)):
            bootstrap.build("web", ("all", "laurel-browser-programs"))
            dist.assemble()
            bootstrap.npm_install(BROWSER)
        run_browser_tests(options, outcomes)
    else:
        run_group("native and scripts", native, options, outcomes)
    if options.full or options.long:
        bootstrap.build("asan")
        run_group("sanitizers", programs("asan", "test-"), options, outcomes)
    if options.long:
        bootstrap.build("fuzz", ("laurel-fuzzers",))
        run_group("fuzzers", programs("fuzz", "fuzz-"), options, outcomes,
                  timeout_s=LONG_TIMEOUT_S)
        bootstrap.build("web", ("laurel-bare-imgui",))
        long_tests = programs("dev", "long-")
        for in_browser in (False, True):
            long_tests += scripts("_long.py", ".long.mjs", in_browser)
        run_group("long", long_tests, options, outcomes, at_once=1, timeout_s=LONG_TIMEOUT_S)


def run_browser_tests(options: argparse.Namespace, outcomes: Outcomes) -> None:
    tests = scripts("_test.py", ".test.mjs", in_browser=True)
    alone = [test for test in tests if wants_to_be_alone(test)]
    together = [test for test in tests if not wants_to_be_alone(test)]
    run_group("browser", together, options, outcomes, timeout_s=BROWSER_TIMEOUT_S)
    run_group("browser, one at a time", alone, options, outcomes, at_once=1,
              timeout_s=BROWSER_TIMEOUT_S)


@contextmanager
def beside(work):
    """Runs `work` in a thread beside the block; waits for it, and raises what it raised."""
    with ThreadPoolExecutor(1) as pool:
        working: Future = pool.submit(work)
        yield
        working.result()


# ---- finding ----


def programs(preset: str, prefix: str) -> list[Path]:
    folder = bootstrap.build_directory(preset) / "tests"
    names = (folder / "programs.txt").read_text().split()
    return [folder / name for name in sorted(names) if name.startswith(prefix)]


def scripts(python_suffix: str, node_suffix: str, in_browser: bool) -> list[Path]:
    found = [path for suffix in (python_suffix, node_suffix) for path in TESTS.rglob(f"*{suffix}")
             if "node_modules" not in path.parts]
    return sorted(path for path in found if path.is_relative_to(BROWSER) == in_browser)


def wants_to_be_alone(test: Path) -> bool:
    return bool(re.search(r"[._]alone[._]", test.name))


# ---- running ----


def run_group(title: str, tests: list[Path], options: argparse.Namespace, outcomes: Outcomes,
              at_once: int | None = None, timeout_s: int = QUICK_TIMEOUT_S) -> None:
    """Runs test programs, several at once; a line for each, and its output if it fails."""
    if options.names:
        tests = [test for test in tests
                 if any(name in str(test.relative_to(ROOT)) for name in options.names)]
    if not tests:
        return
    bootstrap.say(f"{title}:")
    with ThreadPoolExecutor(at_once or os.cpu_count() or 2) as pool:
        ordered = longest_first(tests)
        for test, outcome in zip(ordered, pool.map(lambda test: run_one(test, timeout_s), ordered)):
            outcomes[test] = outcome
    remember(outcomes)


def longest_first(tests: list[Path]) -> list[Path]:
    """What has not run yet comes first, the largest files before."""
    known = json.loads(SECONDS.read_text()) if SECONDS.exists() else {}
    return sorted(tests, reverse=True, key=lambda test: (
        known.get(str(test.relative_to(ROOT)), float("inf")), test.stat().st_size))


def remember(outcomes: Outcomes) -> None:
    known = json.loads(SECONDS.read_text()) if SECONDS.exists() else {}
    known |= {str(test.relative_to(ROOT)): round(outcome.seconds, 1)
              for test, outcome in outcomes.items()}
    SECONDS.write_text(json.dumps(known, indent=1, sort_keys=True))


def print_slowest(outcomes: Outcomes) -> None:
    slowest = sorted(outcomes.items(), key=lambda item: item[1].seconds, reverse=True)
    if len(slowest) > SLOWEST_SHOWN:
        print("The slowest:")
        for test, outcome in slowest[:SLOWEST_SHOWN]:
            print(f"  {outcome.seconds:6.1f} s  {test.relative_to(ROOT)}")


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
    passed, failed = count(text)
    if passed + failed == 0:
        trouble, ended_well = f"ran no test ({trouble})", False
    if not ended_well and failed == 0:
        failed = 1
    outcome = Outcome(passed, failed, time.monotonic() - started)
    report(test, outcome, trouble, text)
    return outcome


def report(test: Path, outcome: Outcome, trouble: str, output: str) -> None:
    name, seconds = str(test.relative_to(ROOT)), outcome.seconds
    if outcome.failed == 0:
        bootstrap.say(f"  ok      {name:<48} {outcome.passed:>4} passed  {seconds:6.1f} s")
    else:
        bootstrap.say(f"{output.rstrip()}\n  FAILED  {name:<48} {outcome.passed:>4} passed, "
                      f"{outcome.failed} failed ({trouble})  {seconds:.1f} s")


def runner(test: Path):
    """The command that runs a test program, and how its tests are counted: passed, failed."""
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


def count_doctest(output: str) -> tuple[int, int]:
    found = re.search(r"^\[doctest\] test cases:.*?(\d+) passed.*?(\d+) failed", output,
                      re.MULTILINE)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def count_fuzzer(output: str) -> tuple[int, int]:
    if "Test unit written to" in output:
        return (0, 1)
    ran = re.search(r"^stat::number_of_executed_units: [1-9]", output, re.MULTILINE)
    return (1, 0) if ran else (0, 0)


def count_unittest(output: str) -> tuple[int, int]:
    ran = re.search(r"^Ran (\d+) tests?", output, re.MULTILINE)
    failed = sum(int(n) for n in re.findall(r"(?:failures|errors)=(\d+)", output))
    skipped = sum(int(n) for n in re.findall(r"skipped=(\d+)", output))
    return (max(int(ran[1]) - failed - skipped, 0), failed) if ran else (0, 0)


def count_node(output: str) -> tuple[int, int]:
    counts = {kind: int(n) for kind, n in re.findall(r"^# (pass|fail|cancelled) (\d+)$", output,
                                                    re.MULTILINE)}
    return (counts.get("pass", 0), counts.get("fail", 0) + counts.get("cancelled", 0))


if __name__ == "__main__":
    sys.exit(main())
