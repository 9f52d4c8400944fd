"""Assembles build/dist/, the whole deployable site, from the web build, shell/ and assets/.

    build/dist/index.html            the chooser                       (shell/chooser.html)
    build/dist/change-password/index.html  the same, for a new password: laurel-server sends
                                     /.well-known/change-password there
    build/dist/.well-known/change-password/index.html  the same, for static hosts
    build/dist/<association>/index.html                                (shell/association.html)
    build/dist/static/<name>.<hash>.<extension>                        immutable
    build/dist/<name>                what needs a stable name          (STABLE)
each with .br and .gz beside it where that makes it smaller. All addresses are relative, so the site
works under any path of any static host.

Templates hold {{placeholders}}; one that is not known fails the build:
    {{association.short_name}}  a value of assets/associations/<id>.json, escaped for HTML
    {{association_json}}        that file, for a <script type="application/json">
    {{files_json}}              the addresses of FILES from that page, for the same: {"page_js": …},
                                of PARTS, the second one first: {"parts": […]}, which of them an
                                address needs: {"screens": {"register": 2, …}}, and of all
                                associations' data:
                                {"associations": [{"data": …, "content": … or null}]}
    {{file.page_js}}            one of them, for an attribute
    {{start}}                   what the page runs at its end, the same way
    {{style}}                   the style sheet: the association's colours and type, and shell/style.css
    {{root}}                    the way to the site's root from that page: "../" or ""
    {{body}}, {{landing}}       the sign-in and the landing screen as HTML, by laurel-prerender
    {{association_links}}       list items for the chooser
    {{heading}}                 of the chooser
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import bootstrap
import parts

ROOT = bootstrap.ROOT
DIST = bootstrap.BUILD / "dist"
WEB = bootstrap.build_directory("web") / "web"
PRERENDER = bootstrap.build_directory("web") / "src" / "prerender" / "laurel-prerender.cjs"

# Key in {{files_json}} -> source. Deployed under static/ with a hash of the content in the name.
FILES = {
    "worker_boot_js": ROOT / "shell" / "worker-boot.js",
    "page_js": WEB / "page" / "laurel-page.js",
    "page_wasm": WEB / "page" / "parts" / "laurel-page.wasm",
    "worker_js": WEB / "worker" / "laurel-worker.js",
    "worker_wasm": WEB / "worker" / "laurel-worker.wasm",
    "sample": ROOT / "assets" / "sample" / "members.json",
    "advice_core_js": bootstrap.ADVICE / "core" / "dist" / "zxcvbn-ts.js",
    "qr_js": bootstrap.NPM_PACKAGES / "node_modules" / "qrcode-generator" / "dist" / "qrcode.mjs",
    "advice_common_js": bootstrap.ADVICE / "language-common" / "dist" / "zxcvbn-ts.js",
}
# The parts of the page's program beside the first, in the order of their numbers; deployed the same way.
PARTS = {name: WEB / "page" / "parts" / parts.file_of(name)
         for name in parts.names_in(ROOT / "src" / "app" / "part.h")[1:]}
# Names and comments are a third of them.
MINIFIED = ("page_js", "worker_js", "qr_js", "worker_boot_js")
# What a page runs at its end, one after the other, as one file.
START = ("early.js", "boot.js")
# Files of shell/ that others know by name: copied as they are.
STABLE = ("icon.svg",)

# What the sign-in page loads before a member can sign in and see it drawn, beside the page itself,
# its style sheet and what it runs at its end: keys of FILES.
FIRST_VISIT = ("page_js", "page_wasm")
# What is loaded when a member signs in: keys of PARTS.
SIGNED_IN = ("common", "desk")
# What the offline demo loads beyond that.
OFFLINE_DEMO = ("worker_boot_js", "worker_js", "worker_wasm", "sample")
# What is loaded when somebody chooses a password.
PASSWORD_ADVICE = ("advice_core_js", "advice_common_js")
# What is loaded when a certificate is proven on paper.
PROOF = ("qr_js",)
LIMIT_BYTES = 300_000
GOAL_BYTES = 200_000
SIGNED_IN_GOAL_BYTES = 250_000
PART_LIMIT_BYTES = 80_000  # of each of the program's later parts

COMPRESSIBLE = {".html", ".js", ".css", ".wasm", ".json", ".svg", ".webmanifest", ".txt"}


def assemble() -> None:
    """Brings build/dist up to date and prints the first visit's transfer; raises Failed over the
    limit. Does nothing but print the total when no input has changed."""
    stamp = bootstrap.BUILD / "dist.json"
    fingerprint = input_fingerprint()
    known = json.loads(stamp.read_text()) if stamp.exists() and DIST.is_dir() else {}
    if known.get("inputs") == fingerprint:
        bootstrap.say(known["summary"])
        return
    site = collect()
    write(site.content)
    summary = report(site)
    stamp.write_text(json.dumps({"inputs": fingerprint, "summary": summary}))


def input_fingerprint() -> str:
    inputs = [*FILES.values(), *PARTS.values(), PRERENDER, Path(__file__), *(ROOT / "shell").rglob("*"),
              *(ROOT / "assets").rglob("*")]
    states = [(str(path), path.stat().st_size, path.stat().st_mtime_ns)
              for path in inputs if path.is_file()]
    return hashlib.sha256(repr(sorted(states)).encode()).hexdigest()


# ---- what the site consists of ----


class Site:
    """Every file of the site by its address, and the addresses by key."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}
        self.addresses: dict[str, str] = {}
        self.parts: dict[str, str] = {}  # addresses by key of PARTS
        self.screens: dict[str, int] = {}  # the number of the part for the first word of a fragment
        self.styles: dict[str, str] = {}  # by association
        self.start = ""

    def add_hashed(self, name: str, data: bytes) -> str:
        path = Path(name)
        digest = hashlib.sha256(data).hexdigest()[:10]
        address = f"static/{path.stem}.{digest}{path.suffix}"
        self.content[address] = data
        return address


def collect() -> Site:
    site = Site()
    for source in (*FILES.values(), *PARTS.values()):
        if not source.is_file():
            raise bootstrap.Failed(f"{source.relative_to(ROOT)} is missing.")
    site.parts = {name: site.add_hashed(source.name, source.read_bytes())
                  for name, source in PARTS.items()}
    site.screens = json.loads(prerender("screens"))
    for key, source in FILES.items():
        has_own_name = source.stem not in ("zxcvbn-ts", "qrcode")  # else it is named by its key
        name = source.name if has_own_name else f"{key.removesuffix('_js')}.js"
        data = minified([source], "--module") if key in MINIFIED else source.read_bytes()
        site.addresses[key] = site.add_hashed(name, data)
    site.start = site.add_hashed(
        "start.js", minified([ROOT / "shell" / name for name in START]))
    for name in STABLE:
        site.content[name] = (ROOT / "shell" / name).read_bytes()
    # Tells the page that its backend is the worker; laurel-server answers for itself instead.
    site.content["laurel-host.json"] = json.dumps({"host": "worker"}).encode()

    associations = {path: json.loads(path.read_text())
                    for path in sorted((ROOT / "assets" / "associations").glob("*.json"))}
    data_addresses = [association_files(site, path) for path in associations]
    style = re.sub(rb"(/\*.*?\*/|\s)+", b" ", (ROOT / "shell" / "style.css").read_bytes(),
                   flags=re.S)
    for path, association in associations.items():
        site.styles[association["id"]] = site.add_hashed(
            f"style-{association['id']}.css", prerender("css", path) + style)
    for path, association in associations.items():
        site.content[f"{association['id']}/index.html"] = page(
            "association.html", "../", site, data_addresses, site.styles[association["id"]],
            {"association": association, "association_json": script_json(association),
             "direction": prerender("direction", path).decode().strip(),
             "body": prerender("sign-in", path).decode().strip(),
             "landing": prerender("landing", path).decode().strip()})
    for folder, heading, fragment in (
            ("", "Choose your association", ""),
            ("change-password/", "Choose where to change your password", "#/forgot-password"),
            (".well-known/change-password/", "Choose where to change your password",
             "#/forgot-password")):
        site.content[f"{folder}index.html"] = chooser(site, list(associations.values()), folder,
                                                      heading, fragment)
    return site


def chooser(site: Site, associations: list[dict], folder: str, heading: str,
            fragment: str) -> bytes:
    root = "../" * folder.count("/")
    links = [f'<li><a href="{root}{html.escape(association["id"])}/{fragment}">'
             f'{html.escape(association["name"])}</a></li>' for association in associations]
    return page("chooser.html", root, site, [], next(iter(site.styles.values())),
                {"association_links": "\n".join(links), "heading": html.escape(heading)})


def minified(sources: list[Path], *options: str) -> bytes:
    """The sources, one after the other, with short local names and without comments."""
    result = subprocess.run(["node", str(bootstrap.TERSER), *map(str, sources), "--compress",
                             "--mangle", *options], capture_output=True)
    if result.returncode != 0:
        raise bootstrap.Failed(f"terser failed on {sources[-1].name}:\n"
                               f"{result.stderr.decode()}")
    return result.stdout


def association_files(site: Site, path: Path) -> dict[str, str | None]:
    """Adds the association's data, and its content where it has any."""
    content = ROOT / "assets" / "content" / path.name
    return {"data": site.add_hashed(path.name, path.read_bytes()),
            "content": site.add_hashed(f"content-{path.name}", content.read_bytes())
            if content.is_file() else None}


def page(template: str, root: str, site: Site, data_addresses: list[dict], style: str,
         own: dict) -> bytes:
    files = {key: root + address for key, address in site.addresses.items()}
    associations = [{key: address and root + address for key, address in files_of_one.items()}
                    for files_of_one in data_addresses]
    later = [root + site.parts[name] for name in PARTS]
    values = {**own, "root": root, "style": root + style, "start": root + site.start, "file": files,
              "files_json": script_json({**files, "parts": later, "screens": site.screens,
                                         "associations": associations})}

    def fill(match: re.Match) -> str:
        name, _, member = match[1].partition(".")
        value = values.get(name)
        for part in member.split(".") if member else ():
            value = value.get(part) if isinstance(value, dict) else None
        if not isinstance(value, str):
            raise bootstrap.Failed(f"shell/{template}: {match[0]} is not known to cmake/dist.py.")
        return html.escape(value) if member else value

    source = (ROOT / "shell" / template).read_text()
    return re.sub(r"\{\{([a-z_.]+)\}\}", fill, source).encode()


def script_json(value: object) -> str:
    """JSON that may stand inside a script element: nothing in it can close that element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def prerender(what: str, *association: Path) -> bytes:
    if not PRERENDER.exists():
        raise bootstrap.Failed(f"{PRERENDER.relative_to(ROOT)} is missing.")
    # Emscripten 3.1.6 does not know that Node.js has a fetch of its own.
    result = subprocess.run(["node", "--no-experimental-fetch", str(PRERENDER), what,
                             *map(str, association)], capture_output=True)
    if result.returncode != 0:
        raise bootstrap.Failed(f"laurel-prerender failed:\n{result.stderr.decode()}")
    return result.stdout


# ---- writing ----


def write(content: dict[str, bytes]) -> None:
    """Writes what changed, compresses it, and removes what no longer belongs to the site."""
    expected = set()
    for address, data in content.items():
        path = DIST / address
        expected |= {path, path.with_name(path.name + ".br"), path.with_name(path.name + ".gz")}
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            compress(path, data)
            path.write_bytes(data)  # at the end: what was interrupted before is done anew
    for path in sorted(DIST.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in expected:
            path.unlink()


def compress(path: Path, data: bytes) -> None:
    brotli = shutil.which("brotli")
    if path.suffix not in COMPRESSIBLE:
        return
    if brotli is None:
        raise bootstrap.Failed("The brotli command is missing.")
    smaller = {
        ".br": subprocess.run([brotli, "-q", "11", "-c", "-"], input=data, capture_output=True,
                              check=True).stdout,
        ".gz": gzip.compress(data, 9, mtime=0),
    }
    for suffix, compressed in smaller.items():
        target = path.with_name(path.name + suffix)
        if len(compressed) < len(data):
            target.write_bytes(compressed)
        else:
            target.unlink(missing_ok=True)


# ---- the report ----


def transfer_bytes(address: str) -> int:
    path = DIST / address
    compressed = path.with_name(path.name + ".br")
    return (compressed if compressed.exists() else path).stat().st_size


def report(site: Site) -> str:
    """Prints the transfer by file; returns the line with the total."""
    pages = [[f"{association}/index.html", style, site.start]
             for association, style in site.styles.items()]
    largest_page = max(pages, key=lambda page: sum(map(transfer_bytes, page)))
    total = print_table("First visit to a sign-in page (brotli)",
                        largest_page + [site.addresses[key] for key in FIRST_VISIT])
    print_table("When a screen of theirs is opened, and the common part with it (brotli)",
                list(site.parts.values()))
    print_table("Offline demo, not part of the first visit (brotli)",
                [site.addresses[key] for key in OFFLINE_DEMO])
    print_table("When a password is chosen (brotli)",
                [site.addresses[key] for key in PASSWORD_ADVICE])
    print_table("When a certificate is proven on paper (brotli)",
                [site.addresses[key] for key in PROOF])
    signed_in = total + sum(transfer_bytes(site.parts[name]) for name in SIGNED_IN)
    summary = (f"First visit: {total / 1000:.1f} KB brotli (goal {GOAL_BYTES // 1000} KB, "
               f"limit {LIMIT_BYTES // 1000} KB); until signed in: "
               f"{signed_in / 1000:.1f} KB (goal {SIGNED_IN_GOAL_BYTES // 1000} KB)")
    bootstrap.say(summary)
    if total > LIMIT_BYTES:
        raise bootstrap.Failed("The first visit is over the limit.")
    for name, address in site.parts.items():
        if transfer_bytes(address) > PART_LIMIT_BYTES:
            raise bootstrap.Failed(f"The part {name} is over the limit of "
                                   f"{PART_LIMIT_BYTES // 1000} KB.")
    return summary


def print_table(title: str, listed: list[str]) -> int:
    bootstrap.say(f"{title}:")
    for address in listed:
        bootstrap.say(f"  {transfer_bytes(address):>9,}  {address}")
    total = sum(map(transfer_bytes, listed))
    bootstrap.say(f"  {total:>9,}  total")
    return total
