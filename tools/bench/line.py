"""What all measurements share: a server whose line can be slow, a browser, and how figures are summed up.

The slow line (9 Mbit/s, 60 ms) is made by the server, so that it holds for the worker's requests too; the browser slows
the page's own thread four times.
"""

from __future__ import annotations

import contextlib
import functools
import os
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Browser, BrowserContext, Playwright, ViewportSize

from tools.setup import find_browser

RUNS = int(os.environ.get("RUNS", "7"))
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SLOW = (9_000_000 / 8, 0.060)
"""Bytes a second and seconds of latency of a fair mobile connection."""
PHONE: ViewportSize = {"width": 390, "height": 844}


class Line:
    """A line that all connections share: a rate in bytes a second and a latency; None is as fast as it goes."""

    def __init__(self) -> None:
        self.rate: float | None = None
        self.latency = 0.0
        self._free = 0.0
        self._lock = threading.Lock()

    def wait(self, size: int) -> None:
        """Wait as long as `size` bytes take on the shared line."""
        if self.rate is None:
            return
        with self._lock:
            start = max(self._free, time.monotonic())
            self._free = start + size / self.rate
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


class Handler(SimpleHTTPRequestHandler):
    """Serves brotli-compressed files, cached for ever where the name holds a hash, over a line."""

    protocol_version = "HTTP/1.1"
    line = Line()
    sent = 0
    types: ClassVar[dict[str, str]] = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html",
             ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}  # fmt: skip

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        """Send a file's compressed form if there is one, in pieces as the line lets through."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        packed = path.with_name(path.name + ".br")
        if not path.exists():
            self.send_error(404)
            return
        body = (packed if packed.exists() else path).read_bytes()
        time.sleep(self.line.latency)
        self.send_response(200)
        self.send_header("Content-Type", self.types.get(path.suffix, "application/octet-stream"))
        if packed.exists():
            self.send_header("Content-Encoding", "br")
        fixed = "/python/" in self.path or "stock" in self.path or ".min." in self.path
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if fixed else "no-cache")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        type(self).sent += len(body)
        for start in range(0, len(body), 16_384):
            piece = body[start : start + 16_384]
            self.line.wait(len(piece))
            self.wfile.write(piece)


class Server(ThreadingHTTPServer):
    """Quiet when a browser closes a connection."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A closed connection is no error here."""


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder while the block runs."""
    with Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median with the least and the most."""
    return {"median": round(statistics.median(values), 3), "min": round(min(values), 3), "max": round(max(values), 3)}


def timed(action: Callable[[], object]) -> float:
    """Seconds that an action takes."""
    began = time.monotonic()
    action()
    return time.monotonic() - began


def slow_down(context: BrowserContext, page: object, factor: int) -> None:
    """Slow the page's main thread."""
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": factor})  # type: ignore[arg-type]


def launch(playwright: Playwright) -> Browser:
    """A browser of its own for one measurement."""
    return playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)


@contextlib.contextmanager
def slow_line() -> Iterator[None]:
    """The line as a phone has it, while the block runs."""
    Handler.line.rate, Handler.line.latency = SLOW
    try:
        yield
    finally:
        Handler.line.rate, Handler.line.latency = None, 0.0
