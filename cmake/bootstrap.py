"""What Laurel needs to be built and tested: found, installed where possible, and built.

Imported by serve.py and tests/run.py; standard library only. When nothing is missing and nothing
has changed, it starts neither apt nor CMake, so a second start is quick.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import debian_source

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DEPS = BUILD / "deps"
NPM_PACKAGES = ROOT / "web"  # what the page itself takes from npm
TERSER = NPM_PACKAGES / "node_modules" / "terser" / "bin" / "terser"
ADVICE = NPM_PACKAGES / "node_modules" / "@zxcvbn-ts"
PRESET_DIRECTORY = {"dev": "native", "asan": "asan", "release": "release", "web": "web",
                    "fuzz": "fuzz"}
FIRST_BUILD_MINUTES = {"dev": "2 to 8", "asan": "10 to 25", "release": "3 to 8", "web": "2 to 6",
                       "fuzz": "5 to 15"}


class Failed(Exception):
    """Something the user must know or do; the message says it in full."""


def say(text: str) -> None:
    print(text, flush=True)


# ---- what is needed ----


@dataclass(frozen=True)
class Need:
    """One thing to find: `present` looks for it, `packages` are Debian's names, the first that the
    machine's archive has is taken."""

    what: str
    present: Callable[[], bool]
    packages: tuple[str, ...]


def command(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def header(path: str) -> Callable[[], bool]:
    return lambda: find_header(path) is not None


def font(pattern: str) -> Callable[[], bool]:
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return lambda: any(folder.is_dir() and next(folder.rglob(pattern), None) for folder in folders)


def find_header(path: str) -> Path | None:
    folders = ["/usr/include", "/usr/local/include", "/opt/homebrew/include"]
    folders += [str(folder) for folder in Path("/usr/include").glob("*-linux-gnu")]
    folders += os.environ.get("CPATH", "").split(":")
    return next((found for folder in folders if folder and (found := Path(folder, path)).exists()),
                None)


def clang_has_fuzzer() -> bool:
    if not shutil.which("clang++"):
        return False
    asked = subprocess.run(["clang++", "-print-resource-dir"], capture_output=True, text=True)
    folder = Path(asked.stdout.strip() or "/nonexistent")
    return next(folder.rglob("libclang_rt.fuzzer*.a"), None) is not None


def clang_has_libcxx() -> bool:
    if not shutil.which("clang++"):
        return False
    tried = subprocess.run(["clang++", "-stdlib=libc++", "-x", "c++", "-fsyntax-only", "-"],
                           input="#include <string>\n", capture_output=True, text=True)
    return tried.returncode == 0


def boost_is_new_enough() -> bool:
    found = find_header("boost/version.hpp")
    version = re.search(r"#define BOOST_VERSION (\d+)", found.read_text()) if found else None
    return bool(version) and int(version[1]) >= 108100


BUILD_NEEDS = (
    Need("CMake 3.25 or newer", command("cmake"), ("cmake",)),
    Need("Ninja", command("ninja"), ("ninja-build",)),
    Need("a C++20 compiler (g++ 12 or clang 15)", command("g++", "clang++"), ("g++",)),
    Need("ccache", command("ccache"), ("ccache",)),
    Need("pkg-config", command("pkg-config", "pkgconf"), ("pkg-config",)),
    Need("Emscripten 3.1.6 or newer (emcc)", command("emcc"), ("emscripten",)),
    Need("Node.js 18 or newer", command("node"), ("nodejs",)),
    Need("npm", command("npm"), ("npm",)),
    Need("the brotli command", command("brotli"), ("brotli",)),
    Need("nlohmann/json", header("nlohmann/json.hpp"), ("nlohmann-json3-dev",)),
    Need("tl::expected", header("tl/expected.hpp"), ("libexpected-dev",)),
    Need("doctest", header("doctest/doctest.h"), ("doctest-dev",)),
    Need("CLI11", header("CLI/CLI.hpp"), ("libcli11-dev",)),
    Need("libsodium with its headers", header("sodium.h"), ("libsodium-dev",)),
    Need("SQLite with its headers", header("sqlite3.h"), ("libsqlite3-dev",)),
    Need("libcurl with its headers", header("curl/curl.h"),
         ("libcurl4-openssl-dev", "libcurl4-gnutls-dev")),
    Need("zlib with its headers", header("zlib.h"), ("zlib1g-dev",)),
    Need("libpng with its headers", header("png.h"), ("libpng-dev",)),
    Need("libjpeg with its headers", header("jpeglib.h"), ("libjpeg-dev",)),
    Need("iso-codes (/usr/share/iso-codes/json)", Path("/usr/share/iso-codes/json").is_dir,
         ("iso-codes",)),
    Need("Boost 1.81 or newer, headers", boost_is_new_enough, ("libboost1.81-dev", "libboost-dev")),
)
# Debian's sources of Dear ImGui and libsodium are unpacked by dpkg-source; see sources().
DEBIAN_BUILD_NEEDS = (Need("dpkg-source", command("dpkg-source"), ("dpkg-dev",)),)
# Without Debian's source CMake clones Dear ImGui.
GIT_NEED = Need("git", command("git"), ("git",))

TEST_NEEDS = (
    Need("aiosmtpd for /usr/bin/python3",
         Path("/usr/lib/python3/dist-packages/aiosmtpd").is_dir, ("python3-aiosmtpd",)),
    Need("the openssl command", command("openssl"), ("openssl",)),
)
BROWSER_NEEDS = (
    Need("Chromium", command("chromium", "chromium-browser", "google-chrome"), ("chromium",)),
    Need("Firefox", command("firefox-esr", "firefox"), ("firefox-esr",)),
    Need("a Latin font", font("DejaVuSans.ttf"), ("fonts-dejavu-core",)),
    Need("Noto CJK fonts", font("NotoSansCJK*"), ("fonts-noto-cjk",)),
    Need("Noto Color Emoji", font("NotoColorEmoji*"), ("fonts-noto-color-emoji",)),
    Need("a Devanagari font", font("Lohit-Devanagari*"), ("fonts-lohit-deva",)),
    Need("a Thai font", font("Waree*"), ("fonts-tlwg-waree",)),
    Need("WebKit's WebDriver", command("WebKitWebDriver"),
         ("webkit2gtk-driver", "webkitgtk-webdriver")),
    Need("Xvfb", command("Xvfb"), ("xvfb",)),
)

# For the fuzzers: clang's libFuzzer, and libc++, because clang 14 cannot compile JsonValue with
# libstdc++ 12.
FUZZ_NEEDS = (
    Need("clang 14 or newer", command("clang++"), ("clang",)),
    Need("clang's libFuzzer and sanitizers", clang_has_fuzzer,
         ("libclang-rt-14-dev", "libclang-rt-19-dev")),
    Need("libc++ with its headers", clang_has_libcxx, ("libc++-dev",)),
    Need("libc++abi with its headers", clang_has_libcxx, ("libc++abi-dev",)),
)


def is_debian_like() -> bool:
    return shutil.which("apt-get") is not None


def ensure(needs: tuple[Need, ...], install: bool) -> None:
    """Returns when every need is met; installs what is missing if `install` and possible."""
    missing = [need for need in needs if not need.present()]
    if not missing:
        return
    say("Laurel needs, and this machine does not have yet: "
        + ", ".join(need.what for need in missing) + ".")
    if not is_debian_like():
        raise Failed("Please install what is listed above with your system's package manager and "
                     "start again.")
    install_with_apt(missing, install)
    still_missing = [need for need in missing if not need.present()]
    if still_missing:
        raise Failed("Installed, but not found afterwards: "
                     + ", ".join(need.what for need in still_missing) + ".")


def install_with_apt(missing: list[Need], install: bool) -> None:
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    names = [available_package(need) or need.packages[0] for need in missing]
    as_root = " ".join(["apt-get install --no-install-recommends", *names])
    by_hand = " ".join([*prefix, as_root])
    if not install:
        raise Failed(f"Nothing is installed with --no-install. The command would be:\n  {by_hand}")
    if prefix and not shutil.which("sudo"):
        raise Failed(f"Neither root nor sudo; please run as root:\n  {as_root}")
    say(f"About to run: {by_hand}")
    if sys.stdin.isatty() and not agreed("Install these now? [Y/n] "):
        raise Failed("Nothing was installed.")
    run([*apt, "update"], "apt-get update failed")
    # Before its first update a machine does not know what its archive has.
    refuse_what_the_archive_lacks(missing)
    names = [available_package(need) for need in missing]
    run([*apt, "install", "-y", "--no-install-recommends", *names], "apt-get install failed")


def refuse_what_the_archive_lacks(missing: list[Need]) -> None:
    lacking = [f"  {need.what} (looked for the package {' or '.join(need.packages)})"
               for need in missing if available_package(need) is None]
    if lacking:
        raise Failed("This system's archive has no package for:\n" + "\n".join(lacking)
                     + "\nPlease install it in another way, from another archive or from its "
                     "project, and start again. Nothing was installed.")


def agreed(question: str) -> bool:
    """Return says yes, the end of the input (Ctrl-D) no."""
    try:
        return input(question).strip().lower() not in ("n", "no")
    except EOFError:
        return False


def available_package(need: Need) -> str | None:
    for package in need.packages:
        shown = subprocess.run(["apt-cache", "show", "--no-all-versions", package],
                               capture_output=True, text=True)
        if shown.returncode == 0 and shown.stdout.strip():
            return package
    return None


def sources() -> None:
    """Puts Debian's sources of Dear ImGui and libsodium into build/deps, where CMake looks first.
    Elsewhere, or when that does not work, CMake downloads them from their projects."""
    if not is_debian_like() or not debian_source.machine_entries():
        return
    for fetch in (debian_source.fetch_imgui, debian_source.fetch_libsodium):
        try:
            taken = fetch(DEPS)
        except debian_source.NotAvailable as problem:
            say(f"{problem} CMake will download it from its own project instead.")
        else:
            if taken:
                say(taken)


def npm_install(folder: Path) -> None:
    """Installs exactly what the folder's package-lock.json says, when it is not there yet."""
    lock = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".laurel-lock"
    if stamp.exists() and stamp.read_text() == lock:
        return
    run(["npm", "ci", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts"],
        f"npm could not install the packages of {folder.relative_to(ROOT)}")
    stamp.write_text(lock)


# ---- building ----


def run(arguments: list[str], failure: str, **options) -> None:
    """Runs a command whose output the user sees; raises Failed with `failure` if it fails."""
    say("$ " + " ".join(shlex.quote(argument) for argument in arguments))
    if subprocess.run(arguments, cwd=ROOT, **options).returncode != 0:
        raise Failed(failure + ".")


def build_directory(preset: str) -> Path:
    return BUILD / PRESET_DIRECTORY[preset]


def build(preset: str, targets: tuple[str, ...] = ("all",)) -> None:
    """Configures `preset` if needed and builds `targets`, with progress on the terminal."""
    directory = build_directory(preset)
    first = "" if (directory / "build.ninja").exists() else (
        f"; the first time takes {FIRST_BUILD_MINUTES[preset]} minutes on two processors")
    configure(preset, directory)
    say(f"Building {', '.join(targets)} of preset {preset}{first} …")
    run(["ninja", "-C", str(directory), "-j", str(os.cpu_count() or 2), *targets],
        f"The build of preset {preset} failed; the errors are above")


def configure(preset: str, directory: Path) -> None:
    stamp = directory / "laurel-configured"
    fingerprint = configuration_fingerprint(preset)
    if ((directory / "build.ninja").exists() and stamp.exists()
            and stamp.read_text() == fingerprint):
        return
    cache = directory / "CMakeCache.txt"
    if cache.exists() and f"CMAKE_HOME_DIRECTORY:INTERNAL={ROOT}\n" not in cache.read_text():
        shutil.rmtree(directory)  # configured at another place, before the folder was moved
    say(f"Configuring preset {preset} …")
    configured = subprocess.run(["cmake", "--preset", preset], cwd=ROOT, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if configured.returncode != 0:
        raise Failed(f"{configured.stdout}\nCMake could not configure the preset {preset}.")
    if "Warning" in configured.stdout:
        say(configured.stdout)
    stamp.write_text(fingerprint)


def configuration_fingerprint(preset: str) -> str:
    """Changes when CMake must run again for a reason that Ninja cannot see: another preset, or a
    folder that came or went. What CMake has read, Ninja watches itself."""
    listing = [preset, (ROOT / "CMakePresets.json").read_text()]
    for top in ("src", "web", "tests"):
        listing += sorted(str(found.relative_to(ROOT)) for found in (ROOT / top).rglob(
            "CMakeLists.txt") if "node_modules" not in found.parts)
    return hashlib.sha256("\n".join(listing).encode()).hexdigest()


def prepare(needs: tuple[Need, ...], install: bool) -> None:
    """Everything before the first build."""
    if is_debian_like():
        needs = needs + DEBIAN_BUILD_NEEDS
    ensure(needs, install)
    sources()
    npm_install(NPM_PACKAGES)
    if not (DEPS / "imgui").exists():
        ensure((GIT_NEED,), install)
