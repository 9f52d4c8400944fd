"""What cmake/bootstrap.py asks for on a machine that lacks something, and cmake/debian_source.py reads
of a machine's archives. Programs are found in a folder of our own: no real apt is run."""

import contextlib
import io
import os
import pty
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "cmake"))

import bootstrap
import debian_source

# What apt-get was asked for is noted; installing makes what was missing appear.
APT_GET = """#!/bin/sh
echo "$*" >>"$0.asked"
case "$*" in *install*) {installs} ;; esac
"""
APT_CACHE = """#!/bin/sh
case "$*" in *new-dev) exit 100 ;; *) echo "Package: it" ;; esac
"""


class Machine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.thing = self.folder / "thing"
        self.needs = (bootstrap.Need("a thing", self.thing.exists, ("thing-new-dev", "thing-dev")),
                      bootstrap.Need("a shell", lambda: True, ("dash",)))
        self.said = io.StringIO()
        for change in (mock.patch.dict(os.environ, PATH=folder.name),
                       mock.patch("sys.stdin", io.StringIO()),  # nobody to ask
                       contextlib.redirect_stdout(self.said)):
            self.enterContext(change)

    def program(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)
        (self.folder / name).chmod(0o755)

    def debian(self, installs: str) -> None:
        self.program("apt-get", APT_GET.format(installs=installs))
        self.program("apt-cache", APT_CACHE)
        self.program("sudo", '#!/bin/sh\nexec "$@"\n')
        self.program("env", '#!/bin/sh\nexport "$1"\nshift\nexec "$@"\n')

    def asked(self) -> str:
        return (self.folder / "apt-get.asked").read_text()

    def test_nothing_is_said_where_nothing_is_missing(self):
        self.thing.touch()
        bootstrap.ensure(self.needs, install=True)
        self.assertEqual(self.said.getvalue(), "")

    def test_a_system_without_apt_is_told_what_is_missing(self):
        with self.assertRaisesRegex(bootstrap.Failed, "your system's package manager"):
            bootstrap.ensure(self.needs, install=True)
        self.assertIn("does not have yet: a thing.\n", self.said.getvalue())

    def test_with_no_install_a_command_that_works_is_said_and_apt_left_alone(self):
        self.debian(installs="")
        with self.assertRaisesRegex(bootstrap.Failed, "apt-get install --no-install-recommends "
                                                      "thing-dev$"):
            bootstrap.ensure(self.needs, install=False)
        self.assertFalse((self.folder / "apt-get.asked").exists())

    def test_the_first_package_that_the_archive_has_is_installed(self):
        self.debian(installs=f": >{self.thing}")
        bootstrap.ensure(self.needs, install=True)
        self.assertEqual(self.asked(),
                         "-q update\n-q install -y --no-install-recommends thing-dev\n")

    def ensure_on_a_terminal(self, typed: bytes) -> None:
        keyboard, terminal = pty.openpty()
        with open(keyboard, "wb", buffering=0) as keys, open(terminal) as screen:
            keys.write(typed)
            with mock.patch("sys.stdin", screen):
                bootstrap.ensure(self.needs, install=True)

    def test_on_a_terminal_it_asks_and_installs_what_is_agreed_to(self):
        for answer in (b"\n", b"y\n", b"Yes\n"):
            self.thing.unlink(missing_ok=True)
            self.debian(installs=f": >{self.thing}")
            self.ensure_on_a_terminal(answer)
            self.assertTrue(self.thing.exists(), answer)
            self.assertRegex(self.said.getvalue(), r"About to run: .*apt-get install .*thing-dev\n"
                                                   r"Install these now\? \[Y/n\] ")

    def test_on_a_terminal_a_no_leaves_apt_alone(self):
        self.debian(installs=f": >{self.thing}")
        for answer in (b"n\n", b" No \n", b"\x04"):
            with self.assertRaisesRegex(bootstrap.Failed, "^Nothing was installed.$", msg=answer):
                self.ensure_on_a_terminal(answer)
        self.assertFalse((self.folder / "apt-get.asked").exists())

    def test_where_nobody_can_be_asked_nothing_is(self):
        self.debian(installs=f": >{self.thing}")
        bootstrap.ensure(self.needs, install=True)
        self.assertNotIn("Install these now?", self.said.getvalue())

    def test_what_is_not_found_after_installing_is_an_error(self):
        self.debian(installs=":")
        with self.assertRaisesRegex(bootstrap.Failed, "not found afterwards: a thing"):
            bootstrap.ensure(self.needs, install=True)

    def test_what_the_archive_lacks_is_said_before_anything_is_installed(self):
        self.debian(installs=f": >{self.thing}")
        lacking = bootstrap.Need("a rare thing", lambda: False, ("rare-new-dev", "rarer-new-dev"))
        with self.assertRaisesRegex(bootstrap.Failed, r"no package for:\n  a rare thing \(looked for "
                                    r"the package rare-new-dev or rarer-new-dev\)\n.*"
                                    r"Nothing was installed\.$"):
            bootstrap.ensure((*self.needs, lacking), install=True)
        self.assertEqual(self.asked(), "-q update\n")

    def test_a_failure_of_apt_is_an_error(self):
        self.debian(installs="exit 100")
        with self.assertRaisesRegex(bootstrap.Failed, "apt-get install failed"):
            bootstrap.ensure(self.needs, install=True)

    def test_who_is_neither_root_nor_has_sudo_is_told_the_command(self):
        self.debian(installs="")
        (self.folder / "sudo").unlink()
        with (mock.patch("os.geteuid", return_value=1000),
              self.assertRaisesRegex(bootstrap.Failed, "please run as root:\n  apt-get install")):
            bootstrap.ensure(self.needs, install=True)


class Archives(unittest.TestCase):
    def test_deb822_sources(self):
        entries = debian_source.deb822_entries("""\
# the mirror
Types: deb deb-src
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian
Suites: trixie
Components: main
Enabled: no

Types: deb-src
URIs: http://mirror.example/debian
Suites: sid
Components: main
""")
        self.assertEqual([entry.suites for entry in entries], [("bookworm", "bookworm-updates")])
        self.assertEqual(entries[0].as_source(("forky",)), """\
Types: deb-src
URIs: http://mirror.example/debian
Suites: forky
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

""")

    def test_a_key_in_the_entry_itself_is_kept(self):
        key = " -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mQINBF\n"
        text = ("Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm\n"
                f"Components: main\nSigned-By:\n{key}")
        (entry,) = debian_source.deb822_entries(text)
        self.assertIn(f"\nSigned-By: \n{key}", entry.as_source(entry.suites))

    def test_one_line_sources(self):
        entries = debian_source.one_line_entries("""\
deb [arch=amd64 signed-by=/etc/apt/keys/d.gpg] https://mirror.example/debian bookworm main contrib # us
deb-src https://mirror.example/debian bookworm main
# deb https://mirror.example/debian sid main
""")
        self.assertEqual(entries, [debian_source.Entry("https://mirror.example/debian", ("bookworm",),
                                                       ("main", "contrib"), "/etc/apt/keys/d.gpg")])

    def test_the_newest_dear_imgui_that_is_new_enough(self):
        newest = debian_source.newest_imgui
        self.assertIsNone(newest(["1.91.9b+ds-1", "1.92.1+ds-1"]))
        self.assertEqual(newest(["1.92.9+ds-1", "1.92.10+ds-1", "1.92.2b+ds-1"]), "1.92.10+ds-1")
        self.assertEqual(newest(["1.92.5+ds-2", "1:1.92.5b+ds-1"]), "1:1.92.5b+ds-1")


if __name__ == "__main__":
    unittest.main()
