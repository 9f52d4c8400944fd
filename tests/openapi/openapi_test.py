"""The OpenAPI document of the built server keeps the recommended rules of Redocly's and of Spectral's
linter. Both run on the file alone, without network."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.request
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
sys.path.insert(0, str(ROOT / "cmake"))

import bootstrap

SERVER = bootstrap.build_directory("dev") / "laurel-server"
TOOLS = FOLDER / "node_modules" / ".bin"


def document() -> bytes:
    """As a server of its own gives it."""
    with subprocess.Popen([SERVER, "--dev", "--port", "0",
                           "--associations", ROOT / "assets" / "associations"],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            address = re.search(r"http://\S+", server.stdout.readline())[0]
            with urllib.request.urlopen(f"{address}/api/v1/openapi.json", timeout=30) as reply:
                return reply.read()
        finally:
            server.terminate()


class Linters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        bootstrap.npm_install(FOLDER)
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.file = Path(folder.name) / "openapi.json"
        cls.file.write_bytes(document())

    def run_linter(self, *command: str):
        environment = os.environ | {"REDOCLY_TELEMETRY": "off",
                                    "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "CI": "true"}
        linted = subprocess.run([TOOLS / command[0], *command[1:]], cwd=FOLDER, env=environment,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                timeout=120)
        self.assertEqual(linted.returncode, 0, linted.stdout)
        return linted.stdout

    def test_redocly_finds_nothing(self):
        output = self.run_linter("redocly", "lint", "--config", "redocly.yaml", str(self.file))
        self.assertNotIn("warning", output.lower(), output)

    def test_spectral_finds_nothing(self):
        self.run_linter("spectral", "lint", "--ruleset", "spectral.yaml", "--fail-severity", "hint",
                        str(self.file))


if __name__ == "__main__":
    unittest.main()
