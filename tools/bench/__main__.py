"""Measure what the project promises about time and size: `python -m tools.bench` prints a table, writes results.json.

No test looks at these figures: machines differ. Only ratios within one run travel. `PART=search` measures one part alone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import brotli

from tools.bench import engines, lighthouse, scale, search, start
from tools.bench.line import serving, spread, timed
from tools.bench.stock_site import build_stock_site, write_stock_project
from tools.site import ROOT, build

PARTS = ("start", "search", "scale")
ON_REQUEST = ("lighthouse", "engines")
"""What fetches more than the project itself, and what takes five minutes of three browsers: only with `PART=`."""


def measure(part: str, site: Path, work: Path) -> dict[str, object]:
    """The figures of one part."""
    if part == "scale":
        return scale.measure(site, work / "scale")
    if part == "lighthouse":
        return lighthouse.measure(site)
    if part == "search":
        return {"compressed bytes": search.size(site), **search.measure(site, work / "stock-site", work)}
    start.make_stock(site / "stock")
    if part == "engines":
        return engines.measure(site)
    shutil.copytree(work / "stock-site", site / "stock-site")
    packed = start.sizes(site, site / "stock")
    for page in (site / "stock-site").rglob("*.*"):
        if page.suffix in (".html", ".css", ".js", ".json", ".svg"):
            page.with_name(f"{page.name}.br").write_bytes(brotli.compress(page.read_bytes()))
    with serving(site) as base:
        return {
            "Python, compressed bytes": packed,
            "memory of the tab (MB)": start.memory(base),
            "first visit to a page": start.first_visits(base),
            "start (s)": start.starts(base),
        }


def main() -> None:
    """Build, measure, print, write."""
    parts = os.environ.get("PART", ",".join(PARTS)).split(",")
    if unknown := set(parts) - set(PARTS + ON_REQUEST):
        choice = ", ".join(PARTS + ON_REQUEST)
        sys.exit(f"bench: unknown part {', '.join(unknown)}. Choose from {choice}: make bench PART=search")
    commit = ["git", "rev-parse", "--short", "HEAD"]
    version = subprocess.run(commit, cwd=ROOT, text=True, capture_output=True, check=False).stdout.strip()
    (ROOT / ".build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / ".build") as folder:
        work = Path(folder)
        print("building …", file=sys.stderr, flush=True)
        results: dict[str, object] = {"commit": version}
        results["build (s)"] = spread([timed(lambda: build(work / "built", quiet=True)) for _ in range(3)])
        build(work / "built", quiet=True, compress=True)
        write_stock_project(work / "stock-project", work / "built")
        results["stock build (s)"] = spread(
            [timed(lambda: build_stock_site(work / "stock-project", work / "stock-site")) for _ in range(3)]
        )
        for part in parts:
            shutil.copytree(work / "built", work / part)
            results[part] = measure(part, work / part, work)
            keep(results)
    show(results)


def keep(results: dict[str, object]) -> None:
    """Write what was measured so far: a part that fails takes nothing along."""
    target = ROOT / "bench" / "results.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(results, indent=1) + "\n")


def show(results: dict[str, object], indent: int = 0) -> None:
    """Print results as one table."""
    for name, value in results.items():
        if isinstance(value, dict) and "median" in value:
            print(
                f"{' ' * indent}{name:{52 - indent}} {value['median']:>10}   ({value['min']} to {value['max']}{percentile(value)})"
            )
        elif isinstance(value, dict):
            print(f"{' ' * indent}{name}")
            show(value, indent + 2)
        else:
            print(f"{' ' * indent}{name:{52 - indent}} {value:>10}")


def percentile(value: dict[str, float]) -> str:
    """What 95 in 100 stay under, where that was measured."""
    return f"; 95 % under {value['95%']}" if "95%" in value else ""


if __name__ == "__main__":
    main()
