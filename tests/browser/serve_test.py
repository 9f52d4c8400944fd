"""`python3 serve.py` as a user starts it, on what has been built: it says where Laurel is, a member can
sign in there, Ctrl-C stops everything, and the next start goes on with the same data."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = json.loads((ROOT / "assets" / "sample" / "members.json").read_text())["sample"]
SESSION = "/api/v1/ipma/session"
DRAIN_S = 10  # HttpSettings::drain_timeout


class Started:
    """serve.py in a process group of its own, as a terminal has it."""

    def __init__(self, *arguments: str) -> None:
        started = time.monotonic()
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "serve.py"), "--no-install", "--port", "0", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True)
        for line in self.process.stdout:
            self.lines.append(line)
            if line == "Press Ctrl-C to stop.\n":
                break
        self.seconds = time.monotonic() - started
        # Nobody shall wait for room in the pipe.
        self.reader = threading.Thread(target=lambda: self.lines.extend(self.process.stdout))
        self.reader.start()
        found = re.search(r"^Laurel is ready at (http://localhost:(\d+)/)$", self.output(), re.M)
        if found is None:
            self.end()
            raise AssertionError(f"serve.py did not say that Laurel is ready:\n{self.output()}")
        self.address, self.port = found[1].removesuffix("/"), int(found[2])

    def output(self) -> str:
        return "".join(self.lines)

    def everything(self) -> set[int]:
        """The processes that it has started, and those that these have, with itself."""
        parents = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue  # it has just ended
            parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
        family = {self.process.pid}
        while more := {child for child, parent in parents.items() if parent in family} - family:
            family |= more
        return family

    def interrupt(self) -> tuple[int, float]:
        """Ctrl-C; the exit code, and after how many seconds."""
        started = time.monotonic()
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(timeout=60)
        seconds = time.monotonic() - started
        self.reader.join()
        return code, seconds

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()

    def ask(self, path: str, cookie: str = "", body: dict | None = None):
        """Status, headers and body of the answer."""
        headers = {"Cookie": cookie, "Origin": self.address}
        if body is not None:
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(self.address + path, headers=headers,
                                         data=json.dumps(body).encode() if body else None)
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                return reply.status, reply.headers, reply.read()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.headers, refused.read()


class Serving(unittest.TestCase):
    def start(self, *arguments: str) -> Started:
        started = Started(*arguments)
        self.addCleanup(started.end)
        print(f"serve.py {' '.join(arguments[:1])}: ready after {started.seconds:.1f} s", flush=True)
        return started

    def check_that_ctrl_c_ends(self, started: Started) -> None:
        family = started.everything()
        code, seconds = started.interrupt()
        print(f"ended after {seconds:.1f} s", flush=True)
        self.assertEqual(code, 0, started.output())
        self.assertLess(seconds, DRAIN_S)
        self.assertEqual(started.lines[-1], "Stopped.\n")
        self.assertEqual({pid for pid in family if Path(f"/proc/{pid}").exists()}, set())
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", started.port))

    def test_the_server_is_ready_for_the_member_that_it_names_and_keeps_its_data(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        data = str(Path(folder.name) / "data")

        first = self.start("--data", data)
        said = re.search(r"^Sample member: (\S+) +password: (\S+)$", first.output(), re.M)
        self.assertIsNotNone(said, first.output())
        email, password = said.groups()
        self.assertEqual((email, password), (SAMPLE["email"], SAMPLE["password"]))
        self.assertGreater(len(first.everything()), 1)  # or nothing was looked for afterwards
        status, _, health = first.ask("/api/v1/health")
        self.assertEqual((status, json.loads(health)), (200, {"status": "ok"}))
        status, _, page = first.ask("/ipma/")
        self.assertEqual(status, 200)
        self.assertIn(b"<html", page)
        self.assertEqual(first.ask(SESSION)[0], 401)
        status, headers, _ = first.ask(SESSION, body={"email": email, "password": password,
                                                      "remember": False})
        self.assertEqual(status, 200)
        cookie = headers["Set-Cookie"].partition(";")[0]
        self.check_that_ctrl_c_ends(first)

        second = self.start("--data", data)
        steps = re.findall(r"^\[\d+/\d+\] (?!Re-checking globbed).*", second.output(), re.M)
        self.assertEqual(steps, [], "something was built anew")
        status, _, session = second.ask(SESSION, cookie)
        self.assertEqual(status, 200)
        self.assertIn(SAMPLE["first_name"].encode(), session)
        self.check_that_ctrl_c_ends(second)

    def test_offline_the_same_files_are_the_demo(self):
        demo = self.start("--offline")
        self.assertIn(SAMPLE["email"], demo.output())
        self.assertEqual(len(demo.everything()), 1, "there is a server")
        for path, kind in (("/", "text/html"), ("/ipma/", "text/html")):
            status, headers, _ = demo.ask(path)
            self.assertEqual((status, headers["Content-Type"]), (200, kind))
        status, _, host = demo.ask("/laurel-host.json")
        self.assertEqual((status, json.loads(host)), (200, {"host": "worker"}))
        self.assertEqual(demo.ask("/api/v1/health")[0], 404)
        self.check_that_ctrl_c_ends(demo)


if __name__ == "__main__":
    unittest.main()
