"""The search: what it finds beside stock Material on the judged questions, how fast, and how both grow with the text."""

from __future__ import annotations

import json
import random
import shutil
import statistics
import subprocess
from pathlib import Path

import brotli
from playwright.sync_api import Page, sync_playwright

from tools.bench.line import PHONE, launch, serving, slow_down, spread
from tools.site import ROOT

QUESTIONS = {name: ROOT / "tests" / "search" / f"vragen-{name}.json" for name in ("gedeeld", "eigen")}
TYPED = ["toestemming intrekken", "gehiemhouding", "ruzie tussen partners", "pp 8.6", "bewaar termijn", "mag ik delen"]
SYLLABLES = ["ver", "be", "loop", "stel", "kan", "dro", "mie", "zor", "tel", "gra", "wij", "pun", "lem", "sto", "aar"]
# From a keystroke until its results stand in the page and the browser could draw them.
KEYSTROKE = """([field, results, word]) => new Promise(async resolve => {
  const input = document.querySelector(field), place = document.querySelector(results), times = [];
  for (let n = 1; n <= word.length; n++) {
    const shown = new Promise(done => { const seen = new MutationObserver(() => { seen.disconnect(); done(); });
      seen.observe(place, {childList: true, subtree: true, characterData: true}); setTimeout(done, 3000); });
    const began = performance.now();
    input.value = word.slice(0, n);
    input.dispatchEvent(new InputEvent("input", {bubbles: true}));
    input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
    await shown;
    const inPage = performance.now() - began;
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    times.push([inPage, performance.now() - began]);
  }
  resolve(times);
})"""


def quality(ranks: list[int]) -> dict[str, float]:
    """The measures of a list of ranks (0: not found)."""
    count = len(ranks)
    return {
        "right page first (%)": round(100 * sum(rank == 1 for rank in ranks) / count, 1),
        "in the first three (%)": round(100 * sum(0 < rank <= 3 for rank in ranks) / count, 1),
        "mean reciprocal rank": round(sum(1 / rank for rank in ranks if rank) / count, 3),
        "without a right hit": sum(rank == 0 for rank in ranks),
    }


def ours(site: Path, questions: Path) -> dict[str, float]:
    """What our search finds."""
    command = ["node", str(ROOT / "tools" / "search_quality.mjs"), str(site), str(questions)]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return quality([row["rank"] for row in rows])


def theirs(page: Page, base: str, questions: Path) -> dict[str, float]:
    """What stock Material finds, asked in its own search field; the first twenty pages count."""
    page.goto(base)
    field = page.locator(".md-search__input")
    field.click()
    page.get_by_text("Typ om te beginnen").wait_for()
    ranks = []
    for row in json.loads(questions.read_text("utf-8")):
        field.fill("")
        page.wait_for_timeout(50)
        field.press_sequentially(row["query"])
        page.wait_for_timeout(400)
        found = page.evaluate(
            "[...document.querySelectorAll('.md-search-result__item > a')].map(a => new URL(a.href).pathname)"
        )
        urls = list(dict.fromkeys(url.removeprefix("/stock-site") for url in found))[:20]
        right = [nr for nr, url in enumerate(urls, 1) if any(url.startswith(f"/{page}/") for page in row["expected"])]
        ranks.append(right[0] if right else 0)
    return quality(ranks)


def larger(site: Path, target: Path, times: int) -> int:
    """A copy of the search's files with `times` as much text in the index; gives its size, compressed.

    The added text repeats the provisions with one word in ten replaced by an invented one, so that the number of different
    words grows too, as it does in real text.
    """
    data = json.loads((site / "assets" / "zoeken" / "index.json").read_text("utf-8"))
    make = random.Random(times)
    groups, pieces = list(data["groepen"]), list(data["stukken"])
    for copy in range(1, times):
        first = len(groups)
        groups += [[f"/kopie-{copy}{url}", title, kind, weight] for url, title, kind, weight in data["groepen"]]
        for group, anchor, citation, heading, text in data["stukken"]:
            words = ["".join(make.choices(SYLLABLES, k=4)) if make.random() < 0.1 else word for word in text.split()]
            pieces.append([first + group, anchor, citation, heading, " ".join(words)])
    folder = target / "assets" / "zoeken"
    folder.mkdir(parents=True, exist_ok=True)
    documents = [
        {"part": "index", "id": id, "titel": "" if anchor else groups[group][1], "kop": heading, "tekst": text}
        for id, (group, anchor, _, heading, text) in enumerate(pieces)
    ]
    scripts = site / "assets" / "zoeken"
    script = ["node", str(ROOT / "macros" / "search" / "zoekindex.mjs"), str(scripts / "minisearch.js"), str(scripts)]
    lines = "".join(f"{json.dumps(line)}\n" for line in [data["alledaags"], *documents])
    result = subprocess.run(script, input=lines, check=True, capture_output=True, text=True)
    data |= {"groepen": groups, "stukken": pieces, "index": json.loads(result.stdout)["index"]}
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    (folder / "index.json").write_bytes(body)
    packed = brotli.compress(body, quality=9)
    (folder / "index.json.br").write_bytes(packed)
    return len(packed)


def keystrokes(page: Page, field: str, results: str) -> dict[str, dict[str, float]]:
    """Milliseconds from each keystroke to its results in the page, and drawn, over questions typed letter by letter."""
    page.evaluate(KEYSTROKE, [field, results, "klacht"])  # the first one may still be loading
    times = [time for word in TYPED for time in page.evaluate(KEYSTROKE, [field, results, word])]
    return {
        name: spread(values) | {"95%": round(statistics.quantiles(values, n=20)[-1], 1)}
        for name, values in zip(("in the page", "drawn"), zip(*times, strict=True), strict=True)
    }


def measure(site: Path, stock: Path, work: Path) -> dict[str, object]:
    """All of it. `site` is ours, `stock` the same text with stock Material, `work` a folder for larger sites."""
    results: dict[str, object] = {}
    shutil.copytree(stock, site / "stock-site")
    with sync_playwright() as playwright, serving(site) as base:
        browser = launch(playwright)
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        for name, path in QUESTIONS.items():
            results[f"ours, {name}"] = ours(site, path)
            results[f"stock Material, {name}"] = theirs(page, f"{base}stock-site/", path)
        page = browser.new_context(viewport=PHONE).new_page()
        page.goto(f"{base}stock-site/")
        page.locator("label[for=__search]").first.click()
        page.get_by_text("Typ om te beginnen").wait_for()
        slow_down(page.context, page, 4)
        results["stock Material, keystroke at CPU 4x (ms)"] = keystrokes(page, ".md-search__input", ".md-search-result")
        for times in (1, 10, 100):
            copy = work / f"site-{times}"
            shutil.copytree(site, copy, ignore=shutil.ignore_patterns("python", "stock*"))
            size = larger(site, copy, times)
            with serving(copy) as larger_base:
                page = browser.new_context(viewport=PHONE, service_workers="block").new_page()
                page.set_default_timeout(120_000)
                page.goto(larger_base)
                page.keyboard.press("/")
                page.keyboard.type("klacht")
                page.wait_for_selector(".zoek [role=option]", state="attached")
                slow_down(page.context, page, 4)
                results[f"{times} x text, keystroke at CPU 4x (ms)"] = keystrokes(page, ".zoek input", ".zoek")
            results[f"{times} x text, index compressed (kB)"] = round(size / 1000, 1)
        browser.close()
    return results


def size(site: Path) -> dict[str, int]:
    """Compressed bytes of what the search fetches, by file."""
    files = sorted((site / "assets" / "zoeken").glob("*.br"))
    return {file.stem: file.stat().st_size for file in files}
