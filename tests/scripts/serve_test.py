"""What serve.py makes of its arguments, which port it takes, what it serves without a server, and that
no server outlives it. tests/browser/serve_test.py runs the whole of it."""

import contextlib
import errno
import io
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.request
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import serve
from serve import bootstrap


class Arguments(unittest.TestCase):
    def test_what_is_no_port_is_said_before_anything_is_built(self):
        for text in ("70000", "-1", "http", "4 000", ""):
            said = io.StringIO()
            with self.subTest(text), contextlib.redirect_stderr(said):
                with self.assertRaises(SystemExit) as end:
                    serve.parse_arguments([f"--port={text}"])
                self.assertEqual(end.exception.code, 2)
                self.assertIn("is no port", said.getvalue())
        self.assertEqual(serve.parse_arguments(["--port", "0"]).port, 0)
        self.assertEqual(serve.parse_arguments(["--port", "65535"]).port, 65535)

    def test_a_relative_data_folder_counts_from_where_the_user_is(self):
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            here = Path(folder).resolve()
            self.assertEqual(serve.data_folder(serve.parse_arguments(["--data", "mine"])),
                             here / "mine")
            self.assertEqual(serve.data_folder(serve.parse_arguments(["--data", "../x"])),
                             here.parent / "x")

    def test_each_sample_has_a_data_folder_of_its_own(self):
        folders = [serve.data_folder(serve.parse_arguments(arguments)) for arguments in
                   ([], ["--sample", "empty"], ["--sample", "large"], ["--sample", "huge"])]
        self.assertEqual(folders[0], serve.ROOT / "build" / "data")
        self.assertEqual(len(set(folders)), 4)

    def test_the_server_gets_the_sample_members_where_nothing_must_be_written_first(self):
        arguments = serve.sample_arguments(Path("/nowhere"), "small")
        named = dict(zip(arguments[::2], arguments[1::2]))
        self.assertEqual(set(named), {"--content", "--sample"})
        self.assertTrue(Path(named["--content"]).is_dir())
        self.assertTrue(Path(named["--sample"]).is_file())

    def test_a_large_sample_is_written_before_and_served_with_its_content(self):
        with mock.patch.object(bootstrap, "run") as run:
            arguments = serve.sample_arguments(Path("/data"), "large")
            empty = serve.sample_arguments(Path("/data"), "empty")
        written = run.call_args_list[0].args[0]
        self.assertEqual(written[written.index("sample"):][:5],
                         ["sample", "--variant", "large", "--data", "/data"])
        self.assertEqual(arguments[:2], ["--content", "/data/content"])
        self.assertIn("--sample", arguments)
        self.assertNotIn("--sample", empty)

    def test_a_sample_that_is_none_is_refused(self):
        with contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit):
            serve.parse_arguments(["--sample", "gigantic"])


class Ports(unittest.TestCase):
    def test_a_port_in_use_is_said_and_a_free_one_taken(self):
        with socket.create_server(("127.0.0.1", 0)) as busy:
            port = busy.getsockname()[1]
            with self.assertRaisesRegex(bootstrap.Failed, f"^Port {port} is in use"):
                serve.free_port(port)
        self.assertGreater(serve.free_port(0), 0)  # whichever the system has

    def test_without_a_wish_the_next_free_one_is_taken(self):
        with (socket.create_server(("127.0.0.1", 0)) as busy,
              mock.patch.object(serve, "DEFAULT_PORT", busy.getsockname()[1])):
            self.assertGreater(serve.free_port(None), serve.DEFAULT_PORT)

    def test_a_port_that_another_program_has_for_ipv6_alone_is_in_use(self):
        try:
            busy = socket.create_server(("::1", 0), family=socket.AF_INET6)
        except OSError:
            self.skipTest("this machine has no IPv6")
        with busy, self.assertRaisesRegex(bootstrap.Failed, "is in use"):
            serve.free_port(busy.getsockname()[1])

    def test_a_machine_without_ipv6_has_free_ports_as_well(self):
        class WithoutIpv6(socket.socket):
            def bind(self, address):
                if self.family == socket.AF_INET6:
                    raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
                super().bind(address)

        with mock.patch.object(socket, "socket", WithoutIpv6):
            self.assertGreater(serve.free_port(0), 0)


class Stopping(unittest.TestCase):
    """With another program in the server's place."""

    def serve(self, script: str, popen: type = subprocess.Popen) -> subprocess.Popen:
        """Until it ends, by whatever `script` or `popen` does; the program that ran."""
        started = []

        def end_all():
            for program in started:
                if program.poll() is None:
                    program.kill()
                    program.wait()

        self.addCleanup(end_all)

        class Noted(popen):
            def __init__(self, *arguments, **options):
                started.append(self)
                super().__init__(*arguments, **options)

        with (tempfile.TemporaryDirectory() as folder,
              mock.patch.object(serve, "laurel_server",
                                lambda: ["/bin/sh", "-c", script.format(pid=os.getpid())]),
              mock.patch.object(subprocess, "Popen", Noted),
              contextlib.redirect_stdout(io.StringIO())):
            serve.serve(0, Path(folder), [], has_members=True)
        return started[0]

    def test_the_server_is_told_to_end_and_waited_for(self):
        server = self.serve("trap 'sleep 0.2; exit 7' TERM; kill -INT {pid}; "
                            "while :; do sleep 0.1; done")
        self.assertEqual(server.returncode, 7)

    def test_ctrl_c_at_the_moment_of_the_start_leaves_no_server_behind(self):
        class Interrupted(subprocess.Popen):
            def __init__(self, *arguments, **options):
                super().__init__(*arguments, **options)
                os.kill(os.getpid(), signal.SIGINT)

        server = self.serve("exec sleep 600", Interrupted)
        self.assertEqual(server.returncode, -signal.SIGTERM)

    def test_nor_does_an_output_that_nobody_takes(self):
        with (mock.patch.object(bootstrap, "say", side_effect=BrokenPipeError),
              mock.patch.object(serve, "stop", side_effect=serve.stop) as stop,
              self.assertRaises(BrokenPipeError)):
            self.serve("echo some line; exec sleep 600")
        self.assertEqual(stop.call_args.args[0].returncode, -signal.SIGTERM)

    def test_a_server_that_ends_by_itself_is_said(self):
        with self.assertRaisesRegex(bootstrap.Failed, r"ended by itself \(exit code 3\)"):
            self.serve("exit 3")


class Offline(unittest.TestCase):
    def test_files_have_the_types_that_browsers_insist_on_and_are_asked_for_anew(self):
        with tempfile.TemporaryDirectory() as folder:
            types = {"a.wasm": "application/wasm", "a.js": "text/javascript",
                     "a.webmanifest": "application/manifest+json", "a.json": "application/json",
                     "a.css": "text/css", "index.html": "text/html"}
            for name in types:
                Path(folder, name).touch()
            with ThreadingHTTPServer(("127.0.0.1", 0),
                                     partial(serve.StaticFiles, directory=folder)) as server:
                threading.Thread(target=server.serve_forever, daemon=True).start()
                for name, kind in types.items():
                    address = f"http://127.0.0.1:{server.server_port}/{name}"
                    with urllib.request.urlopen(address) as reply:
                        self.assertEqual(reply.headers["Content-Type"], kind)
                        self.assertEqual(reply.headers["Cache-Control"], "no-cache")
                server.shutdown()


if __name__ == "__main__":
    unittest.main()
