"""The start: Python in the browser beside stock Pyodide, and pages without a tree beside stock Material.

Stock Pyodide, as its tutorial starts it, runs beside ours in the same browser from the same server.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import time
from pathlib import Path

import brotli
from playwright.sync_api import Browser, sync_playwright

from tools.bench.line import PHONE, RUNS, SLOW, Handler, launch, slow_down, slow_line, spread
from tools.site import ROOT

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


def one_visit(browser: Browser, base: str, factor: int) -> dict[str, float]:
    """A first and a later visit, ours and stock, in fresh profiles: seconds by what was waited for."""
    found: dict[str, float] = {}
    context = browser.new_context(viewport=PHONE)
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
    page.evaluate("navigator.serviceWorker.ready")  # a later visit finds what this one kept
    page.goto("about:blank")
    began = time.monotonic()
    page.goto(f"{base}beslisbomen/toestemming/", wait_until="commit")
    page.wait_for_selector("[data-python=ready]", timeout=120_000)
    found["ours, later visit"] = time.monotonic() - began
    context.close()
    context = browser.new_context(viewport=PHONE)
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
                browser = launch(playwright)
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


LCP = (
    "() => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))"
    ".observe({type: 'largest-contentful-paint', buffered: true}))"
)


def first_visits(base: str) -> dict[str, dict[str, object]]:
    """Pages without a tree, beside stock Material's: compressed bytes, and largest contentful paint on the slow line."""
    found: dict[str, dict[str, object]] = {}
    with sync_playwright() as playwright, slow_line():
        for path in ("", "privacyprotocol/artikel-6/"):
            paints: dict[str, list[float]] = {"ours": [], "stock": []}
            sizes: dict[str, int] = {}
            for _ in range(RUNS):
                for name, root in (("ours", base), ("stock", f"{base}stock-site/")):
                    browser = launch(playwright)
                    page = browser.new_context(viewport=PHONE, service_workers="block").new_page()
                    slow_down(page.context, page, 4)
                    Handler.sent = 0
                    page.goto(root + path, wait_until="networkidle")
                    sizes[name] = Handler.sent
                    paints[name].append(page.evaluate(LCP))
                    browser.close()
            found[f"/{path}"] = {
                **{f"{name}, bytes": size for name, size in sizes.items()},
                **{f"{name}, LCP (ms)": spread(times) for name, times in paints.items()},
            }
    return found


def memory(base: str) -> dict[str, float]:
    """Megabytes of the tab's process with Python ready: a first visit, one from the snapshot, stock Pyodide, and a page
    without a tree. What the process shares with others counts for its part (PSS)."""
    found = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(viewport=PHONE, service_workers="block")
        system = browser.new_browser_cdp_session()
        visits = (("ours, a page without a tree", "privacyprotocol/artikel-6/", "h1"),
                  ("ours, first visit", "beslisbomen/toestemming/", "html[data-momentopname]"),
                  ("ours, later visit", "beslisbomen/toestemming/", "[data-python=ready]"),
                  ("stock Pyodide", "stock/", "text=klaar"))  # fmt: skip
        for name, path, ready in visits:
            page = context.new_page()
            page.goto(base + path)
            page.wait_for_selector(ready, timeout=120_000, state="attached")
            page.wait_for_timeout(1000)
            processes = system.send("SystemInfo.getProcessInfo")["processInfo"]
            tabs = [int(process["id"]) for process in processes if process["type"] == "renderer"]
            found[name] = round(max(pss(tab) for tab in tabs), 1)
            page.close()
        browser.close()
    return found


def pss(process: int) -> float:
    """Proportional set size of a process, in MB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
