"""The start of Python in Firefox and both WebKits beside stock Pyodide, whole and without each of the three things that are to help.

Every way starts in a browser of its own that has shown another page. The pages note the moment themselves, from their navigation on.
The service worker is left out: what it fetches meanwhile is measured with Chromium, in `start.py`.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import brotli

from tests.engines.drivers import ENGINES, Engine, until
from tools.bench.line import RUNS, serving, spread
from tools.bench.start import MOMENTS
from tools.site import ROOT

TREE = "beslisbomen/toestemming/"
FIRST, LATER, UNKEPT = "first visit", "later visit", "later visit, its snapshot removed"
WHOLE_RUNTIME, SOURCES = "first visit, nothing cut", "first visit, the library as sources"
STOCK_FIRST, STOCK_LATER = "stock, first visit", "stock, later visit"
PATIENCE = 120
NO_STOCK = ("WPE WebKit",)
"""Where stock Pyodide does not start: Safari before 16.4 cannot read the class static blocks of its loader."""
WAYS = (
    "startOneOf([...(snapshot ? [{ snapshot }] : []), {}, {}, { whole: true }])",
    "startOneOf([{ whole: true }])",
)
"""How the worker begins, and how it begins with the runtime of which nothing was cut."""


def note_moments(page: Path) -> None:
    """Have a page note when Python is ready, from before its policy on."""
    html = page.read_text("utf-8")
    mark = "<head>" if "<head>" in html else '<html lang="nl">'
    page.write_text(html.replace(mark, f"{mark}<script>{MOMENTS}</script>", 1), "utf-8")
    repack(page)


def repack(path: Path) -> None:
    """Its packed copy, anew."""
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(path.read_bytes()))


def variants(site: Path) -> dict[str, str]:
    """Make the ways to start below the site; each with the path of its root."""
    (site / "sw.js").unlink()
    for page in (site / TREE / "index.html", site / "stock" / "index.html"):
        note_moments(page)
    found = {FIRST: ""}
    for name, path in ((WHOLE_RUNTIME, "nothing-cut/"), (SOURCES, "sources/")):
        copy = site / path
        for part in ("assets", "beslisbomen"):
            shutil.copytree(site / part, copy / part)
        [worker] = copy.glob("assets/python/*/worker.js")
        code = worker.read_text("utf-8")
        if name == WHOLE_RUNTIME:
            assert WAYS[0] in code
            code = code.replace(*WAYS)
        else:
            for archive, source in (
                ("stdlib.zip", ROOT / "node_modules" / "pyodide" / "python_stdlib.zip"),
                ("decision_trees.zip", site / "stock" / "decision_trees.zip"),
            ):
                target = worker.with_name(archive)
                before = hashlib.sha256(target.read_bytes()).hexdigest()
                assert before in code
                shutil.copyfile(source, target)
                repack(target)
                code = code.replace(before, hashlib.sha256(target.read_bytes()).hexdigest())
        worker.write_text(code, "utf-8")
        repack(worker)
        found[name] = path
    return found


def ready(engine: Engine, address: str) -> float:
    """Open a page; the seconds from its navigation until Python was ready."""
    engine.open(address)
    return float(until(engine, "window.moments?.ready", PATIENCE))


def visits(name: str, base: str, path: str, way: str) -> dict[str, float]:
    """The visits of one way, in a browser of its own."""
    with ENGINES[name]() as engine:
        engine.open(f"{base}stock/rust.html")
        if way == STOCK_FIRST:
            return {STOCK_FIRST: ready(engine, f"{base}stock/"), **later(engine, base, STOCK_LATER, f"{base}stock/")}
        found = {way: ready(engine, f"{base}{path}{TREE}")}
        if way == FIRST:
            until(engine, "'momentopname' in document.documentElement.dataset", PATIENCE)
            found |= later(engine, base, LATER, base + TREE)
            engine.run("for (const name of await caches.keys()) await caches.delete(name)")
            found |= later(engine, base, UNKEPT, base + TREE)
        return found


def later(engine: Engine, base: str, what: str, address: str) -> dict[str, float]:
    """A visit after another page."""
    engine.open(f"{base}stock/rust.html")
    return {what: ready(engine, address)}


def measure(site: Path) -> dict[str, object]:
    """Each engine's starts, in seconds. `site`: a copy of the built site, with stock Pyodide in `stock/`."""
    ways = {STOCK_FIRST: "stock/", **variants(site)}
    results: dict[str, object] = {}
    with serving(site) as base:
        for name in ENGINES:
            found: dict[str, list[float]] = {}
            tried = [(way, path) for way, path in ways.items() if way != STOCK_FIRST or name not in NO_STOCK]
            for run in range(RUNS):
                for way, path in tried if run % 2 else reversed(tried):
                    for what, seconds in visits(name, base, path, way).items():
                        found.setdefault(what, []).append(seconds)
                print(f"  {name}: {run + 1} of {RUNS}", file=sys.stderr, flush=True)
            results[name] = {what: spread(seconds) for what, seconds in sorted(found.items())}
    return results
