"""Measure what the project promises about time and size: `python -m tools.bench` prints a table, writes results.json.

No test looks at these figures: machines differ. Only ratios in one run travel.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import brotli
from playwright.sync_api import sync_playwright

from tools.setup import find_browser
from tools.site import ROOT, build, serving

RUNS = 5
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def spread(values: list[float]) -> dict[str, float]:
    """Median with the least and the most, rounded."""
    return {
        "median": round(statistics.median(values), 3),
        "min": round(min(values), 3),
        "max": round(max(values), 3),
    }


def build_seconds() -> dict[str, float]:
    """Time of a whole build, in seconds."""
    times = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory(dir=ROOT / ".build") as folder:
            began = time.monotonic()
            build(Path(folder) / "site", quiet=True)
            times.append(time.monotonic() - began)
    return spread(times)


def start_seconds(base: str) -> dict[str, dict[str, float]]:
    """From navigation to the first question shown and to Python ready, in seconds, each in a fresh browser profile."""
    shown, ready = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for _ in range(RUNS):
            context = browser.new_context(viewport={"width": 390, "height": 844})
            page = context.new_page()
            began = time.monotonic()
            page.goto(f"{base}beslisbomen/toestemming/", wait_until="commit")
            page.wait_for_selector(".boom-loop:not([hidden])")
            shown.append(time.monotonic() - began)
            page.wait_for_selector("[data-python=ready]")
            ready.append(time.monotonic() - began)
            context.close()
        browser.close()
    return {"first question (s)": spread(shown), "Python ready (s)": spread(ready)}


def sizes(site: Path) -> dict[str, int]:
    """Bytes of what Python needs in the browser, each file with brotli 11."""
    [folder] = (site / "assets" / "python").iterdir()
    return {file.name: len(brotli.compress(file.read_bytes(), quality=11)) for file in sorted(folder.iterdir())}


def main() -> None:
    """Build, measure, print, write."""
    results: dict[str, object] = {
        "commit": subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True, capture_output=True, check=False
        ).stdout.strip()
    }
    site = ROOT / ".build" / "bench-site"
    build(site, quiet=True)
    print("measuring builds …", file=sys.stderr, flush=True)
    results["build (s)"] = build_seconds()
    print("measuring the start in a browser …", file=sys.stderr, flush=True)
    with serving(site, 0) as base:
        results.update(start_seconds(base))
    print("measuring sizes …", file=sys.stderr, flush=True)
    results["Python, brotli (bytes)"] = sizes(site)
    for name, value in results.items():
        print(f"{name:28} {value}")
    target = ROOT / "bench" / "results.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
