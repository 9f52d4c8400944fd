"""The registry's import while members sign in: lines a second, how long signing in takes meanwhile,
the same rows in a table of the plain sqlite3 as a measure of the machine, and how long searches take
in what was imported (tests/service/registry_long.cpp). LAUREL_IMPORT_LINES (1000000) certificates.
The programs are those of the preset release, which are built first, with one job. Figures are printed
beside the machine's load, not asserted: they are the machine's as well."""

import http.client
import json
import os
import random
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "assets/sample/members.json"
ASSOCIATIONS = ROOT / "assets/associations"
LINES = int(os.environ.get("LAUREL_IMPORT_LINES", "1000000"))
HEADER = ("number", "title", "owner_name", "owner_email", "issuer", "awarded", "valid_until", "level",
          "domain")
SERVER = ROOT / "build/release/laurel-server"
SEARCHES = ROOT / "build/release/tests/long-registry"


def setUpModule():
    for command in (["cmake", "--preset", "release"],
                    ["cmake", "--build", "--preset", "release", "-j", "1", "--target",
                     SERVER.name, SEARCHES.name]):
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def load() -> str:
    return f"load {os.getloadavg()[0]:.1f} of {os.cpu_count()}"


def words(chance: random.Random, count: int) -> list[str]:
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    return ["".join(chance.choices(syllables, k=chance.randint(2, 4))).capitalize()
            for _ in range(count)]


def rows(count: int):
    chance = random.Random(1)
    first, last = words(chance, 3000), words(chance, 30000)
    for i in range(count):
        level, year = chance.choice("ABCD"), chance.randint(2006, 2026)
        day = f"{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        one, other = chance.choice(first), chance.choice(last)
        yield (f"{chance.choice(['DE', 'SI', 'ES', 'PL', 'NO', 'CH'])}-{year % 100:02}-{level}-{i:07}",
               f"IPMA Level {level}", f"{one} {other}",
               f"{one}.{other}{i}@example.org".lower(), "GPM", f"{year}-{day}", f"{year + 5}-{day}",
               level, chance.choice(["project", "programme", "portfolio", "agile"]))


def plain_rate(folder: Path) -> float:
    """Lines a second into one table with the indexes that a search needs, in one transaction."""
    database = sqlite3.connect(folder / "plain.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA cache_size=-262144")
    database.execute(f"CREATE TABLE plain ({', '.join(HEADER)}, PRIMARY KEY (number))")
    database.execute("CREATE INDEX by_email ON plain(owner_email)")
    database.execute("CREATE INDEX by_name ON plain(owner_name)")
    content = list(rows(LINES))
    started = time.monotonic()
    database.execute("BEGIN")
    database.executemany(f"INSERT INTO plain VALUES ({', '.join('?' * len(HEADER))})", content)
    database.execute("COMMIT")
    return LINES / (time.monotonic() - started)


class SigningIn(threading.Thread):
    """Signs in again and again until it is told to stop."""

    def __init__(self, port: int):
        super().__init__()
        sample = json.loads(SAMPLE.read_text(encoding="utf-8"))["sample"]
        self.body = json.dumps({"email": sample["email"], "password": sample["password"],
                                "remember": False})
        self.port, self.seconds, self.failed = port, [], 0
        self.enough = threading.Event()

    def run(self) -> None:
        while not self.enough.wait(0.05):
            started = time.monotonic()
            connection = http.client.HTTPConnection("localhost", self.port, timeout=30)
            connection.request("POST", "/api/v1/ipma/session", self.body,
                               {"Content-Type": "application/json",
                                "Origin": f"http://localhost:{self.port}"})
            self.failed += connection.getresponse().status != 200
            connection.close()
            self.seconds.append(time.monotonic() - started)

    def stop(self) -> None:
        self.enough.set()
        self.join()

    def p99(self) -> float:
        return sorted(self.seconds)[int(len(self.seconds) * 0.99)]


class Import(unittest.TestCase):
    def test_import_while_members_sign_in(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            file = folder / "registry.csv"
            with open(file, "w", encoding="utf-8") as out:
                out.write(",".join(HEADER) + "\n")
                out.writelines(",".join(row) + "\n" for row in rows(LINES))
            plain = plain_rate(folder)
            data = ["--data", str(folder / "data"), "--associations", str(ASSOCIATIONS)]
            server = subprocess.Popen([SERVER, "--dev", "--port", "0", "--sample", SAMPLE,
                                       *data], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                      text=True)
            try:
                port = int(server.stdout.readline().rsplit(":", 1)[1])
                members = SigningIn(port)
                members.start()
                command = [SERVER, "import", "certificates", "--association", "ipma", file,
                           *data]
                started = time.monotonic()
                before = os.times()
                first = subprocess.run(command, capture_output=True, text=True)
                rate = LINES / (time.monotonic() - started)
                after = os.times()
                busy = (after.children_user - before.children_user + after.children_system -
                        before.children_system)
                meanwhile = load()
                members.stop()
                again = subprocess.run(command, capture_output=True, text=True)
                searches = subprocess.run(
                    [SEARCHES], capture_output=True, text=True,
                    env={**os.environ, "LAUREL_REGISTRY": str(folder / "data/laurel.db")})
            finally:
                server.terminate()
                server.wait()
                server.stdout.close()
            print(f"{LINES} certificates, {rate:.0f} lines/s checked and imported ({meanwhile}; "
                  f"{LINES / busy:.0f} lines a second of processor time), {rate / plain:.2f} of the "
                  f"plain sqlite3's {plain:.0f}; "
                  f"{len(members.seconds)} sign-ins meanwhile, p99 {members.p99():.2f} s, "
                  f"the longest {max(members.seconds):.2f} s")
            print("".join(line + "\n" for line in searches.stdout.splitlines()
                          if line.startswith("search by ")), load())
            self.assertEqual(searches.returncode, 0, searches.stdout)
            self.assertEqual(first.stdout,
                             f"certificates added: {LINES}, changed: 0, unchanged: 0\n")
            self.assertEqual(again.stdout,
                             f"certificates added: 0, changed: 0, unchanged: {LINES}\n")
            self.assertGreater(len(members.seconds), 0)
            self.assertEqual(members.failed, 0)


if __name__ == "__main__":
    unittest.main()
