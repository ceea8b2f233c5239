"""Build the site, and serve it while someone writes: `python -m tools.site build|serve`.

A build goes to a folder of its own and takes the old site's place in one step, so that a build that stops half-way
leaves the last good site.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from macros.shared import folders as swap
from macros.shared.errors import told

ROOT = Path(__file__).resolve().parent.parent
HIGHEST_PORT = 65535
WATCHED = ("docs", "bron", "edities", "decision_trees", "macros", "mkdocs.yml", "pyproject.toml")


NOT_COPIED = (".git", ".venv", "node_modules", ".cache", ".build", "site", "public", ".*_cache", ".hypothesis")
COMPILED = "__pycache__"


MADE = ("runtime", "books", "templates", "compressed")
"""Folders of .cache/ that a build fills."""


def copy_project(folder: Path, *, cache: bool) -> None:
    """A copy of the project without what is installed or made, to change or to enlarge; it uses what is installed here,
    and with `cache` a copy of what was made before, modules compiled by Python included."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED, *(() if cache else (COMPILED,))))
    for name in ("node_modules", ".venv"):
        (folder / name).symlink_to(ROOT / name)
    for name in MADE:
        if cache and (ROOT / ".cache" / name).exists():
            shutil.copytree(ROOT / ".cache" / name, folder / ".cache" / name)


NO_ADDRESS = (
    "no SITE_URL: the books get a line to write the site's address on instead of QR codes "
    "(SITE_URL=https://voorbeeld.nl/ gives codes)"
)


class Failed(Exception):
    """The build stopped; what it printed says why."""


def build(target: Path, *, quiet: bool, compress: bool = False, books_from: Path | None = None) -> None:
    """Build the whole site into `target`, replacing it only when all went well. Failed when the build stopped.

    `books_from`: the handbook is taken from this folder of an earlier build, not made again. BOOKS=0 builds without.
    """
    if not os.environ.get("SITE_URL") and os.environ.get("BOOKS") != "0" and not books_from:
        print(NO_ADDRESS, flush=True)
    try:
        with only_one():
            sweep()
            swap.put_back(target)
        with tempfile.TemporaryDirectory(prefix=f"site-{os.getpid()}-", dir=ROOT / ".build") as folder:
            build_in(Path(folder) / "site", quiet=quiet, compress=compress, books_from=books_from)
            with only_one():
                swap.replace(Path(folder) / "site", target)
    except OSError as error:
        print(f"build stopped: {told(error)}", flush=True)
        raise Failed from error


def build_in(work: Path, *, quiet: bool, compress: bool, books_from: Path | None) -> None:
    """Have MkDocs build into an empty folder. Failed when it stopped; what it printed is shown."""
    environment = {**os.environ, "SITE_DIR": str(work), "NO_MKDOCS_2_WARNING": "1", "COMPRESS": str(int(compress))}
    environment.setdefault("SOURCE_DATE_EPOCH", last_change())
    if books_from:
        environment["BOOKS_FROM"] = str(books_from)
    # Not MkDocs' own --quiet: it also silences the warnings that must stop a strict build.
    command = [sys.executable, "-m", "tools.one_build"]
    result = subprocess.run(command, cwd=ROOT, env=environment, check=False, text=True, capture_output=True)
    lines = (result.stdout + result.stderr).splitlines()
    shown = [line for line in lines if not line.startswith("INFO")] if quiet or result.returncode else lines
    if shown:
        print("\n".join(shown).strip(), flush=True)
    if result.returncode:
        raise Failed


CONTENT = ("docs", "bron", "edities", "decision_trees")
"""What a reader reads, and what the trees decide by."""


def last_change() -> str:
    """When text or rules last changed, in seconds since 1970, so that two builds of them carry the same day; now without git."""
    command = ["git", "log", "-1", "--format=%ct", "--", *CONTENT]
    try:
        found = subprocess.run(command, cwd=ROOT, check=False, text=True, capture_output=True).stdout.strip()
    except OSError:
        found = ""
    return found or str(int(time.time()))


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Only one process of this checkout at a time is in here; another waits. The lock goes with the process that has it."""
    (ROOT / ".build").mkdir(exist_ok=True)
    with (ROOT / ".build" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def sweep() -> None:
    """Remove the unfinished sites of builds that no longer run."""
    for left in (ROOT / ".build").glob("site-*-*"):
        process = left.name.split("-")[1]
        if process.isdigit() and not Path(f"/proc/{process}").exists():
            shutil.rmtree(left, ignore_errors=True)


class Server(http.server.ThreadingHTTPServer):
    """Quiet when a browser closes a connection that it no longer needs."""

    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Print only what is wrong with this server."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


RELOAD = """<script type="module" src="/__herlaad.js"></script></body>"""
RELOAD_SCRIPT = """// Only while someone writes (make serve): looks whether the site was built again when the window gets attention,
// and never by itself, so that a page that is only read asks for nothing.
const ask = () => fetch("/__versie", {cache: "no-store"}).then(r => r.text());
const seen = await ask();
for (const moment of ["focus", "visibilitychange", "pageshow"]) addEventListener(moment, async () => {
  if (document.visibilityState === "visible" && (await ask()) !== seen) location.reload();
});
"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a plain static host does, with its own page for what is not there."""

    writing = False
    """Whether pages reload themselves after a build: set when the first change is built."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]  # typeshed has it per handler
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: a person reads this terminal."""

    def do_GET(self) -> None:
        """A file, and while someone writes a page that reloads itself."""
        path = Path(self.translate_path(self.path))
        if self.path == "/__versie":
            self.say(str(path.parent.stat().st_mtime_ns).encode(), "text/plain")
        elif self.path == "/__herlaad.js":
            self.say(RELOAD_SCRIPT.encode(), "text/javascript")
        elif (
            self.writing and path.is_dir() and self.path.split("?")[0].endswith("/") and (path / "index.html").exists()
        ):
            page = (path / "index.html").read_text("utf-8").replace("</body>", RELOAD)
            self.say(page.encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def say(self, body: bytes, kind: str) -> None:
        """Send a whole answer."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def files_seen() -> dict[Path, float]:
    """The time of change of every file that the site is made from."""
    seen = {}
    for name in WATCHED:
        path = ROOT / name
        for file in [path] if path.is_file() else path.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                with contextlib.suppress(OSError):
                    seen[file] = file.stat().st_mtime
    return seen


def changes() -> Iterator[set[Path]]:
    """Sets of files that changed, each once writing has paused for a moment."""
    last = files_seen()
    while True:
        time.sleep(0.4)
        now = files_seen()
        changed = {file for file in {*last, *now} if last.get(file) != now.get(file)}
        last = now
        if changed:
            yield changed


@contextlib.contextmanager
def serving(directory: Path, port: int) -> Iterator[str]:
    """Serve `directory` on 127.0.0.1 while the block runs; gives the address. Port 0 takes a free one."""
    handler = functools.partial(Handler, directory=str(directory))
    with Server(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def serve(port: int) -> None:
    """Build, serve, and build again after each change, until Ctrl-C."""
    target = ROOT / "site"
    print("building the site …", flush=True)
    build(target, quiet=True)
    try:
        with serving(target, port) as address:
            print(f"ready: {address}   (Ctrl-C stops)", flush=True)
            for changed in changes():
                names = ", ".join(sorted(str(file.relative_to(ROOT)) for file in changed)[:3])
                print(f"{names} changed; building …", flush=True)
                try:
                    build(target, quiet=True, books_from=target / "handboek")
                    Handler.writing = True
                    print(
                        "ready: pages that you reload from now on follow by themselves (the handbook: start again)",
                        flush=True,
                    )
                except Failed:
                    print("the build stopped (see above); the last good site is still served", flush=True)
    except KeyboardInterrupt:
        print("\nstopped")
    except OSError as error:
        sys.exit(f"cannot serve on port {port}: {error.strerror}. Choose another: make serve PORT=8001")


def port(text: str) -> int:
    """A port as a person types it. argparse's own error, which names the option, when it is none."""
    if not (text.isdecimal() and int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(f"{text!r} is no port. Choose one up to {HIGHEST_PORT}: make serve PORT=8001")
    return int(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build")
    building.add_argument("--to", type=Path, default=ROOT / "site")
    building.add_argument("--quiet", action="store_true")
    building.add_argument("--compress", action="store_true", help="also write .gz and .br beside the files")
    commands.add_parser("serve").add_argument("--port", type=port, default=8000)
    wants = parser.parse_args()
    try:
        if wants.command == "serve":
            serve(wants.port)
        else:
            build(wants.to, quiet=wants.quiet, compress=wants.compress)
            print(f"built: {wants.to}")
    except Failed:
        sys.exit("the build stopped; nothing was replaced")


if __name__ == "__main__":
    main()
