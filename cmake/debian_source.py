"""Source packages from the machine's own Debian archive, without touching the system's apt state.

A private apt configuration (its own sources, lists and cache, nothing else) downloads them, so
apt's signature check holds, no root is needed, and the machine's own lists stay as they are.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

# Where Dear ImGui >= 1.92.2 may be, in this order: the release after trixie, then what follows.
IMGUI_SUITES = ("forky", "testing", "unstable")


class NotAvailable(Exception):
    """The archive does not have it or cannot be reached; the message is a sentence."""


@dataclass(frozen=True)
class Entry:
    """One `deb` line: an archive with its suites."""

    uri: str
    suites: tuple[str, ...]
    components: tuple[str, ...]
    signed_by: str

    def as_source(self, suites: tuple[str, ...]) -> str:
        lines = ["Types: deb-src", f"URIs: {self.uri}", f"Suites: {' '.join(suites)}",
                 f"Components: {' '.join(self.components)}"]
        if self.signed_by:
            lines.append(f"Signed-By: {self.signed_by}")
        return "\n".join(lines) + "\n\n"


def fetch_imgui(deps: Path) -> str:
    """Dear ImGui into deps/imgui. Returns what was taken, or nothing if it was there already."""
    if (deps / "imgui").exists():
        return ""
    archive = next((entry for entry in machine_entries() if "security" not in entry.uri), None)
    if archive is None:
        raise NotAvailable("No Debian archive is configured that could have Dear ImGui.")
    for suite in IMGUI_SUITES:
        apt = PrivateApt(deps / "apt", archive.as_source((suite,)))
        version = newest_imgui(apt.versions("imgui"))
        if version:
            apt.download("imgui", version, deps / "imgui")
            return f"Dear ImGui {version} from Debian's sources ({suite})."
    raise NotAvailable("The Debian archive has no Dear ImGui from 1.92.2 up.")


def fetch_libsodium(deps: Path) -> str:
    """libsodium into deps/libsodium, of the machine's own release with its security fixes."""
    if (deps / "libsodium").exists():
        return ""
    apt = PrivateApt(deps / "apt", "".join(e.as_source(e.suites) for e in machine_entries()))
    versions = apt.versions("libsodium")
    if not versions:
        raise NotAvailable("The Debian archive has no source of libsodium.")
    apt.download("libsodium", versions[0], deps / "libsodium")
    return f"libsodium {versions[0]} from Debian's sources."


def newest_imgui(versions: list[str]) -> str | None:
    def patch(version: str) -> tuple[int, str] | None:
        match = re.match(r"(?:\d+:)?1\.92\.(\d+)([a-z]?)", version)
        return (int(match[1]), match[2]) if match and int(match[1]) >= 2 else None

    usable = [version for version in versions if patch(version)]
    return max(usable, key=patch, default=None)


class PrivateApt:
    def __init__(self, folder: Path, sources: str):
        self.folder = folder.resolve()
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in ("sources", "lists/partial", "cache/archives/partial", "download"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "sources" / "laurel.sources").write_text(sources)
        settings = {
            "Dir::Etc::sourcelist": "/dev/null",
            "Dir::Etc::sourceparts": str(self.folder / "sources"),
            "Dir::State::lists": str(self.folder / "lists"),
            "Dir::Cache": str(self.folder / "cache"),
            "Dir::Cache::pkgcache": "",
            "Dir::Cache::srcpkgcache": "",
            "Acquire::Languages": "none",
            # apt's unprivileged user could not write into this folder.
            "APT::Sandbox::User": "root",
            "APT::Update::Error-Mode": "any",
        }
        self.options = [f"-o{key}={value}" for key, value in settings.items()]
        self.reachable = self._run("apt-get", "-q", "update").returncode == 0

    def versions(self, package: str) -> list[str]:
        """The versions of a source package, newest first as apt sorts them."""
        if not self.reachable:
            return []
        shown = self._run("apt-cache", "showsrc", "--only-source", package).stdout
        found = dict.fromkeys(re.findall(r"^Version: (\S+)$", shown, re.MULTILINE))
        return sorted(found, key=DebianVersion, reverse=True)

    def download(self, package: str, version: str, target: Path) -> None:
        """Downloads (apt verifies), unpacks with Debian's patches and moves into place at once."""
        fetched = self._run("apt-get", "-q", "source", "--download-only", "--only-source",
                            f"{package}={version}", cwd=self.folder / "download")
        description = next((self.folder / "download").glob(f"{package}_*.dsc"), None)
        if fetched.returncode != 0 or description is None:
            raise NotAvailable(f"The source of {package} could not be downloaded: "
                               f"{fetched.stderr.strip()}.")
        unpacked = self.folder / "unpacked"
        # --no-check: apt has checked the archive's signature; the uploader's key is not here.
        result = subprocess.run(
            ["dpkg-source", "--no-check", "-x", str(description), str(unpacked)],
            capture_output=True, text=True)
        if result.returncode != 0:
            raise NotAvailable(f"The source of {package} could not be unpacked: "
                               f"{result.stderr.strip()}.")
        unpacked.rename(target)
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: str, cwd: Path | None = None):
        return subprocess.run([program, *self.options, *arguments], capture_output=True, text=True,
                              cwd=cwd)


class DebianVersion:
    """Orders version strings as dpkg does."""

    def __init__(self, text: str):
        self.text = text

    def __lt__(self, other: "DebianVersion") -> bool:
        compared = subprocess.run(["dpkg", "--compare-versions", self.text, "lt", other.text])
        return compared.returncode == 0


# ---- the machine's own archives ----


def machine_entries() -> list[Entry]:
    """The Debian archives that the machine's apt uses, main component only."""
    folder = Path("/etc/apt/sources.list.d")
    entries = []
    for file in sorted(folder.glob("*.sources")):
        entries += deb822_entries(file.read_text())
    for file in [Path("/etc/apt/sources.list"), *sorted(folder.glob("*.list"))]:
        if file.exists():
            entries += one_line_entries(file.read_text())
    return [entry for entry in entries if "main" in entry.components and "/debian" in entry.uri]


def deb822_entries(text: str) -> list[Entry]:
    entries = []
    text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    for stanza in re.split(r"\n\s*\n", text):
        fields = {key.lower(): value.strip() for key, value in re.findall(
            r"^([A-Za-z-]+):(.*(?:\n[ \t].*)*)", stanza, re.MULTILINE)}
        if "deb" not in fields.get("types", "").split() or fields.get("enabled") == "no":
            continue
        # A key may stand in the entry itself, in lines that begin with a space: kept as it is.
        signed_by = fields.get("signed-by", "")
        entries += [Entry(uri, tuple(fields.get("suites", "").split()),
                          tuple(fields.get("components", "").split()),
                          "\n " + signed_by if "\n" in signed_by else signed_by)
                    for uri in fields.get("uris", "").split()]
    return entries


def one_line_entries(text: str) -> list[Entry]:
    pattern = r"^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+(.+)$"
    entries = []
    for options, uri, suite, components in re.findall(pattern, text, re.MULTILINE):
        signed_by = re.search(r"signed-by=(\S+)", options)
        entries.append(Entry(uri, (suite,), tuple(components.split("#")[0].split()),
                             signed_by[1] if signed_by else ""))
    return entries
