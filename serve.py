#!/usr/bin/env python3
"""Builds Laurel and serves it on this machine; installs what is missing (see --help).

Standard library only. A second start builds nothing and is quick. Ctrl-C stops everything.
"""

from __future__ import annotations

import argparse
import errno
import http.server
import json
import signal
import socket
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "cmake"))

import bootstrap
import dist

DEFAULT_PORT = 8080
STOP_TIMEOUT_S = 15
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    options = parse_arguments()
    for number in STOP_SIGNALS:
        signal.signal(number, signal.default_int_handler)
    try:
        build(options)
        port = free_port(options.port)
        if options.offline:
            serve_offline(port)
        else:
            data = data_folder(options)
            serve(port, data, sample_arguments(data, options.sample), options.sample != "empty")
    except bootstrap.Failed as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted.")
        return 130
    return 0


def parse_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build Laurel and serve it on this machine.")
    parser.add_argument("--port", type=port_number, metavar="PORT",
                        help=f"port to listen on (default: {DEFAULT_PORT}, or the next free one)")
    parser.add_argument("--data", type=Path,
                        help="folder of the server's database (default: build/data, or "
                             "build/data-SAMPLE)")
    parser.add_argument("--sample", choices=("small", "empty", "large", "huge"), default="small",
                        help="how much of an invented association the server has: five members "
                             "(default), none at all, 2,000 members with 50,000 certificates, or with "
                             "1,000,000; only with a data folder of its own")
    parser.add_argument("--offline", action="store_true",
                        help="serve static files only: the demo whose backend runs in the browser")
    parser.add_argument("--no-install", action="store_true",
                        help="install no system packages; say what is missing instead")
    return parser.parse_args(arguments)


def port_number(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 (any that is free) to 65535")
    return int(text)


def build(options: argparse.Namespace) -> None:
    bootstrap.prepare(bootstrap.BUILD_NEEDS, install=not options.no_install)
    if not options.offline:
        bootstrap.build("dev", ("laurel-server",))
    bootstrap.build("web")
    dist.assemble()


def free_port(wanted: int | None) -> int:
    """Free for IPv4 and for IPv6: browsers try both for "localhost", and must not find another
    program at either."""
    candidates = [wanted] if wanted is not None else range(DEFAULT_PORT, DEFAULT_PORT + 100)
    for port in candidates:
        found = free_at(socket.AF_INET, "127.0.0.1", port)
        if found and free_at(socket.AF_INET6, "::1", found):
            return found
    raise bootstrap.Failed(f"Port {wanted or DEFAULT_PORT} is in use; choose another with --port.")


def free_at(family: socket.AddressFamily, address: str, port: int) -> int | None:
    """The port, or the one that the system chose for 0, if nothing listens there. Where the machine
    has no such addresses, nothing can."""
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
            return probe.getsockname()[1]
    except OSError as problem:
        missing = problem.errno in (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL)
        return port if missing else None


def announce(port: int, has_members: bool = True) -> None:
    sample = json.loads(dist.FILES["sample"].read_text())["sample"]
    member = f"Sample member: {sample['email']}   password: {sample['password']}\n"
    bootstrap.say(f"\nLaurel is ready at http://localhost:{port}/\n"
                  f"{member if has_members else ''}Press Ctrl-C to stop.")


def data_folder(options: argparse.Namespace) -> Path:
    """In full: what is given counts from the user's folder, but commands run in ours."""
    name = "data" if options.sample == "small" else f"data-{options.sample}"
    return (options.data or ROOT / "build" / name).resolve()


def laurel_server() -> list[str]:
    return [str(bootstrap.build_directory("dev") / "laurel-server"), "--dev",
            "--associations", str(ROOT / "assets" / "associations")]


def sample_arguments(data: Path, sample: str) -> list[str]:
    """The server's options for the sample; what is large is written first, and only once."""
    content = ["--content", str(ROOT / "assets" / "content")]
    members = ["--sample", str(dist.FILES["sample"])]
    if sample == "small":
        return content + members
    bootstrap.run([*laurel_server(), "sample", "--variant", sample, "--data", str(data), *content,
                   *members], "The sample could not be written")
    return ["--content", str(data / "content"), *(members if sample != "empty" else [])]


def serve(port: int, data: Path, sample: list[str], has_members: bool) -> None:
    """Runs laurel-server until Ctrl-C. It gets a session of its own, so that Ctrl-C reaches only
    this program, which then lets the server finish what it is doing."""
    data.mkdir(parents=True, exist_ok=True)
    # Ctrl-C waits until there is a server to stop: it would leave one behind that has just begun.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    server = subprocess.Popen(
        [*laurel_server(), "--port", str(port), "--data", str(data), "--site", str(dist.DIST),
         *sample],
        stdout=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=accept_stop_signals)
    try:
        accept_stop_signals()
        for line in server.stdout:
            if line.startswith("listening on "):
                announce(port, has_members)
            else:
                bootstrap.say(line.rstrip("\n"))
        server.wait()
    except KeyboardInterrupt:
        stop(server)
        bootstrap.say("\nStopped.")
        return
    except BaseException:
        stop(server)
        raise
    raise bootstrap.Failed(f"laurel-server ended by itself (exit code {server.returncode}).")


def accept_stop_signals() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)


def stop(server: subprocess.Popen) -> None:
    """Waits for the server's last replies; a second Ctrl-C does not."""
    try:
        server.terminate()
        server.communicate(timeout=STOP_TIMEOUT_S)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


class StaticFiles(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map,
                      ".js": "text/javascript", ".wasm": "application/wasm",
                      ".json": "application/json", ".webmanifest": "application/manifest+json"}

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_) -> None:
        pass


def serve_offline(port: int) -> None:
    handler = partial(StaticFiles, directory=str(dist.DIST))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        announce(port)
        try:
            thread.join()
        except KeyboardInterrupt:
            server.shutdown()
            bootstrap.say("\nStopped.")


if __name__ == "__main__":
    sys.exit(main())
