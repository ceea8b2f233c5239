"""The start: Python in the browser beside stock Pyodide, and pages without a tree beside stock Material.

Stock Pyodide, as its tutorial starts it, runs beside ours in the same browser from the same server.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import brotli
from playwright.sync_api import Page, Playwright, sync_playwright

from tools.bench.line import PHONE, RUNS, SLOW, Handler, launch, slow_down, slow_line, spread
from tools.site import ROOT

Visit = dict[str, float]
"""Seconds by what was waited for."""
STOCK_PAGE = """<!doctype html><html lang="nl"><title>stock</title><body><p id="stand">laadt</p><script type="module">
const worker = new Worker("worker.js", {type: "module"});
worker.onmessage = () => { document.getElementById("stand").className = "klaar"; };
</script></body></html>"""
STOCK_WORKER = """import { loadPyodide } from "./pyodide.mjs";
const pyodide = await loadPyodide();
const archive = await (await fetch("decision_trees.zip")).arrayBuffer();
pyodide.unpackArchive(archive, "zip");
pyodide.runPython(`from decision_trees.service import handle; handle('{"doe": "vergelijk", "boom": "toestemming"}')`);
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
    (folder / "rust.html").write_text('<!doctype html><html lang="nl"><title>rust</title><p>rust</p>')
    cache = ROOT / ".cache" / "bench-stock"
    cache.mkdir(parents=True, exist_ok=True)
    for path in list(folder.iterdir()):
        kept = cache / f"{path.name}.{path.stat().st_size}.br"
        if not kept.exists():
            kept.write_bytes(brotli.compress(path.read_bytes(), quality=11))
        shutil.copyfile(kept, path.with_name(path.name + ".br"))


MOMENTS = """(() => {
  const moments = window.moments = {};
  const seen = {
    "first question shown": () => document.querySelector(".boom-loop h3")?.getClientRects().length,
    "answerable": () => document.querySelector("button.antwoord"),
    "ready": () => document.querySelector("[data-python=ready]") ?? document.querySelector("#stand.klaar"),
  };
  const look = () => {
    for (const [name, is] of Object.entries(seen)) if (!(name in moments) && is()) moments[name] = performance.now() / 1000;
  };
  new MutationObserver(look).observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
})()"""
"""Notes in the page itself, in seconds since the visit began, when something was first there. Asking from outside would
round to the half second at which the browser is asked."""
FOLLOW = (
    "() => new Promise(resolve => { const t = performance.now(); "
    "document.querySelector('.boom-loop button[data-antwoord=nee]').click(); const followed = performance.now() - t; "
    "requestAnimationFrame(() => setTimeout(() => resolve([followed, performance.now() - t]))); })"
)


def visits(playwright: Playwright, base: str, path: str, factor: int, done: Callable[[Page], object]) -> list[Visit]:
    """A first and a later visit in a browser of its own that has shown another page before: seconds by what was waited
    for. `done`: waits until all that the first visit keeps for a later one is kept."""
    browser = launch(playwright)
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.add_init_script(MOMENTS)
    page.goto(f"{base}stock/rust.html")
    page.wait_for_timeout(500)
    slow_down(context, page, factor)
    found = []
    for last in (False, True):
        page.goto(base + path, wait_until="commit")
        page.wait_for_selector("[data-python=ready], #stand.klaar", timeout=120_000)
        found.append(page.evaluate("window.moments"))
        if not last:
            done(page)
            page.goto("about:blank")
    browser.close()
    return found


def keep(page: Page) -> None:
    """Wait for the snapshot and the service worker, which a later visit finds."""
    page.wait_for_selector("html[data-momentopname]", timeout=60_000, state="attached")
    page.evaluate("navigator.serviceWorker.ready")


def one_visit(playwright: Playwright, base: str, factor: int, *, ours_first: bool) -> Visit:
    """Both visits, ours and stock, each in a browser of its own."""
    order = [("ours", "beslisbomen/toestemming/", keep), ("stock", "stock/", lambda page: page.wait_for_timeout(3000))]
    found: Visit = {}
    for name, path, done in order if ours_first else reversed(order):
        first, later = visits(playwright, base, path, factor, done)
        found |= {what: first[what] for what in ("first question shown", "answerable") if what in first}
        found |= {f"{name}, first visit": first["ready"], f"{name}, later visit": later["ready"]}
    return found


def answered(playwright: Playwright, base: str, factor: int) -> Visit:
    """How long an answer takes while Python loads, in milliseconds: until the next question stands, and until it is drawn."""
    browser = launch(playwright)
    page = browser.new_context(viewport=PHONE).new_page()
    slow_down(page.context, page, factor)
    page.goto(f"{base}beslisbomen/toestemming/", wait_until="commit")
    page.wait_for_selector("button.antwoord")
    followed, drawn = page.evaluate(FOLLOW)
    browser.close()
    return {"answer followed (ms)": followed, "and painted (ms)": drawn}


def starts(base: str) -> dict[str, dict[str, object]]:
    """The start of Python, ours beside stock, unthrottled and on the slow line; with the ratios."""
    results: dict[str, dict[str, object]] = {}
    with sync_playwright() as playwright:
        for name, line, factor in (("unthrottled", (None, 0.0), 1), ("9 Mbit/s 60 ms, CPU 4x", SLOW, 4)):
            Handler.line.rate, Handler.line.latency = line
            found: list[Visit] = []
            for run in range(RUNS):
                visit = one_visit(playwright, base, factor, ours_first=run % 2 == 0)
                found.append({**visit, **answered(playwright, base, factor)})
                print(f"  {name}: {run + 1} of {RUNS}", file=sys.stderr, flush=True)
            rows: dict[str, object] = {what: spread([visit[what] for visit in found]) for what in sorted(found[0])}
            for moment in ("first visit", "later visit"):
                rows[f"ratio, {moment}"] = round(
                    statistics.median(v[f"ours, {moment}"] / v[f"stock, {moment}"] for v in found), 3
                )
            results[name] = rows
    Handler.line.rate, Handler.line.latency = None, 0.0
    return results


def sizes(site: Path, stock: Path) -> dict[str, object]:
    """Compressed bytes of what Python needs, by file, ours and stock, and the ratio."""
    [folder] = (site / "assets" / "python").iterdir()
    ours = {p.name: packed(p) for p in sorted(folder.iterdir()) if p.is_file() and p.suffix not in (".br", ".gz")}
    theirs = {p.name: packed(p) for p in sorted(stock.iterdir()) if p.suffix not in (".br", ".html")}
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
    without a tree. What the process shares with others counts for its part (PSS); and the most that it had at one moment."""
    found = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(viewport=PHONE, service_workers="block")
        system = browser.new_browser_cdp_session()
        visits = (("ours, a page without a tree", "privacyprotocol/artikel-6/", "h1"),
                  ("ours, first visit", "beslisbomen/toestemming/", "html[data-momentopname]"),
                  ("ours, later visit", "beslisbomen/toestemming/", "[data-python=ready]"),
                  ("stock Pyodide", "stock/", "#stand.klaar"))  # fmt: skip
        for name, path, ready in visits:
            page = context.new_page()
            page.goto(base + path)
            page.wait_for_selector(ready, timeout=120_000, state="attached")
            page.wait_for_timeout(1000)
            processes = system.send("SystemInfo.getProcessInfo")["processInfo"]
            tabs = [int(process["id"]) for process in processes if process["type"] == "renderer"]
            tab = max(tabs, key=pss)
            found[name] = round(pss(tab), 1)
            found[f"{name}, resident at most"] = round(most(tab), 1)
            page.close()
        browser.close()
    return found


def most(process: int) -> float:
    """The most that a process had in memory at one moment, what it shares with others included, in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1000


def pss(process: int) -> float:
    """Proportional set size of a process, in MB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
