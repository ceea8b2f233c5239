"""Measure what the project promises about time and size: `python -m tools.bench` prints a table, writes results.json.

No test looks at these figures: machines differ. Only ratios within one run travel. Stock Pyodide, as its tutorial starts
it, runs beside ours in the same browser from the same server. The slow line (9 Mbit/s, 60 ms) is made by the server, so
that it holds for the worker's requests too; the browser slows the page's own thread four times.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import brotli
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tools.setup import find_browser
from tools.site import ROOT, build

RUNS = int(os.environ.get("RUNS", "7"))
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SLOW = (9_000_000 / 8, 0.060)
"""Bytes a second and seconds of latency of a fair mobile connection."""
STOCK_PAGE = """<!doctype html><html lang="nl"><title>stock</title><body><p id="stand">laadt</p><script type="module">
const worker = new Worker("worker.js", {type: "module"});
worker.onmessage = () => { document.getElementById("stand").textContent = "klaar"; };
</script></body></html>"""
STOCK_WORKER = """import { loadPyodide } from "./pyodide.mjs";
const pyodide = await loadPyodide();
const archive = await (await fetch("decision_trees.zip")).arrayBuffer();
pyodide.unpackArchive(archive, "zip");
pyodide.runPython("from decision_trees.service import handle; handle('{}')");
postMessage("klaar");
"""


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


def spread(values: list[float]) -> dict[str, float]:
    """Median with the least and the most."""
    return {"median": round(statistics.median(values), 3), "min": round(min(values), 3), "max": round(max(values), 3)}


def make_stock(folder: Path) -> None:
    """Stock Pyodide, as its tutorial has it, with our package as sources."""
    folder.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
        shutil.copyfile(ROOT / "node_modules" / "pyodide" / name, folder / name)
    shutil.make_archive(str(folder / "decision_trees"), "zip", ROOT, "decision_trees")
    (folder / "worker.js").write_text(STOCK_WORKER)
    (folder / "index.html").write_text(STOCK_PAGE)
    cache = ROOT / ".cache" / "bench-stock"
    cache.mkdir(parents=True, exist_ok=True)
    for path in list(folder.iterdir()):
        kept = cache / f"{path.name}.{path.stat().st_size}.br"
        if not kept.exists():
            kept.write_bytes(brotli.compress(path.read_bytes(), quality=11))
        shutil.copyfile(kept, path.with_name(path.name + ".br"))


def timed(action: Callable[[], object]) -> float:
    """Seconds that an action takes."""
    began = time.monotonic()
    action()
    return time.monotonic() - began


def slow_down(context: BrowserContext, page: object, factor: int) -> None:
    """Slow the page's main thread."""
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": factor})  # type: ignore[arg-type]


def one_visit(browser: Browser, base: str, factor: int) -> dict[str, float]:
    """A first and a later visit, ours and stock, in fresh profiles: seconds by what was waited for."""
    found: dict[str, float] = {}
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    slow_down(context, page, factor)
    began = time.monotonic()
    page.goto(f"{base}beslisbomen/toestemming/", wait_until="commit")
    page.wait_for_selector(".boom-loop h3")
    found["first question shown"] = time.monotonic() - began
    page.wait_for_selector("button.antwoord")
    found["answerable"] = time.monotonic() - began
    follow = (
        "() => new Promise(resolve => { const t = performance.now(); "
        "document.querySelector('.boom-loop button[data-antwoord=nee]').click(); const followed = performance.now() - t; "
        "requestAnimationFrame(() => setTimeout(() => resolve([followed, performance.now() - t]))); })"
    )
    found["answer followed (ms)"], found["and painted (ms)"] = page.evaluate(follow)
    page.wait_for_selector("[data-python=ready]", timeout=120_000)
    found["ours, first visit"] = time.monotonic() - began
    page.wait_for_selector("html[data-momentopname]", timeout=60_000, state="attached")
    page.goto("about:blank")
    began = time.monotonic()
    page.goto(f"{base}beslisbomen/toestemming/", wait_until="commit")
    page.wait_for_selector("[data-python=ready]", timeout=120_000)
    found["ours, later visit"] = time.monotonic() - began
    context.close()
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    slow_down(context, page, factor)
    for name in ("stock, first visit", "stock, later visit"):
        began = time.monotonic()
        page.goto(f"{base}stock/", wait_until="commit")
        page.wait_for_selector("text=klaar", timeout=120_000)
        found[name] = time.monotonic() - began
        page.goto("about:blank")
    context.close()
    return found


def starts(base: str) -> dict[str, dict[str, object]]:
    """The start of Python, ours beside stock, unthrottled and on the slow line; with the ratios."""
    results: dict[str, dict[str, object]] = {}
    with sync_playwright() as playwright:
        for name, line, factor in (("unthrottled", (None, 0.0), 1), ("9 Mbit/s 60 ms, CPU 4x", SLOW, 4)):
            Handler.line.rate, Handler.line.latency = line
            visits = []
            for run in range(RUNS):
                browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
                visits.append(one_visit(browser, base, factor))
                browser.close()
                print(f"  {name}: {run + 1} of {RUNS}", file=sys.stderr, flush=True)
            rows: dict[str, object] = {what: spread([visit[what] for visit in visits]) for what in visits[0]}
            for visit in ("first visit", "later visit"):
                rows[f"ratio, {visit}"] = round(
                    statistics.median(v[f"ours, {visit}"] / v[f"stock, {visit}"] for v in visits), 3
                )
            results[name] = rows
    Handler.line.rate, Handler.line.latency = None, 0.0
    return results


def sizes(site: Path, stock: Path) -> dict[str, object]:
    """Compressed bytes of what Python needs, by file, ours and stock, and the ratio."""
    [folder] = (site / "assets" / "python").iterdir()
    ours = {p.name: packed(p) for p in sorted(folder.iterdir()) if p.suffix not in (".br", ".gz")}
    theirs = {p.name: packed(p) for p in sorted(stock.iterdir()) if p.suffix != ".br" and p.name != "index.html"}
    return {"ours": ours, "stock": theirs, "ratio": round(sum(ours.values()) / sum(theirs.values()), 3)}


def packed(path: Path) -> int:
    """A file's size as it travels."""
    compressed = path.with_name(path.name + ".br")
    return (compressed if compressed.exists() else path).stat().st_size


def page_weights(base: str) -> dict[str, dict[str, float]]:
    """Compressed bytes of a first visit to pages without a tree, and their largest contentful paint in ms."""
    lcp = (
        "() => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))"
        ".observe({type: 'largest-contentful-paint', buffered: true}))"
    )
    weights = {}
    with sync_playwright() as playwright:
        for path in ("", "privacyprotocol/artikel-6/"):
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
            Handler.sent = 0
            page.goto(base + path, wait_until="networkidle")
            weights["/" + path] = {"bytes": Handler.sent, "LCP (ms)": round(page.evaluate(lcp))}
            browser.close()
    return weights


def main() -> None:
    """Build, measure, print, write."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True, capture_output=True, check=False
    )
    (ROOT / ".build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / ".build") as folder:
        site = Path(folder) / "site"
        print("building …", file=sys.stderr, flush=True)
        seconds = [timed(lambda: build(site, quiet=True)) for _ in range(3)]
        build(site, quiet=True, compress=True)
        make_stock(site / "stock")
        results: dict[str, object] = {
            "commit": commit.stdout.strip(),
            "build (s)": spread(seconds),
            "Python, compressed bytes": sizes(site, site / "stock"),
        }
        with serving(site) as base:
            results["pages"] = page_weights(base)
            results["start (s)"] = starts(base)
    show(results)
    target = ROOT / "bench" / "results.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(results, indent=1) + "\n")


def show(results: dict[str, object], indent: int = 0) -> None:
    """Print results as one table."""
    for name, value in results.items():
        if isinstance(value, dict) and "median" in value:
            print(f"{' ' * indent}{name:{36 - indent}} {value['median']:>10}   ({value['min']} to {value['max']})")
        elif isinstance(value, dict):
            print(f"{' ' * indent}{name}")
            show(value, indent + 2)
        else:
            print(f"{' ' * indent}{name:{36 - indent}} {value:>10}")


if __name__ == "__main__":
    main()
