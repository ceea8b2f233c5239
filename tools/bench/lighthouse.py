"""Lighthouse, as on a mobile phone and on a desktop, over HTTPS and HTTP/2 from the nginx configuration that the project ships.

It is fetched when it is asked for (250 MB), not installed with the project.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.bench.line import RUNS
from tools.nginx import make_certificate, serving_nginx
from tools.setup import find_browser

VERSION = "12.8.2"
PAGES = {
    "home": "",
    "article": "privacyprotocol/artikel-6/",
    "tree": "beslisbomen/toestemming/",
    "outcome": "beslisbomen/toestemming/#a=acuut-gevaar~nee_waarvoor~geheim_leeftijd~12-15_besluit-12-15~geweigerd",
    "largest tree": "beslisbomen/delen/",
    "search": "zoeken/#q=toestemming",
}
DEVICES: dict[str, list[str]] = {"mobile": [], "desktop": ["--preset=desktop"]}
"""What Lighthouse takes a visitor to have, and how it is told."""
TIMINGS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


def report(address: str, trust: str, device: str) -> dict[str, Any]:
    """One report of Lighthouse; it sometimes misses the start of a page ("run again"), so at most three times."""
    flags = f"--headless --no-sandbox --ignore-certificate-errors-spki-list={trust}"
    command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    command += DEVICES[device]
    environment = {**os.environ, "CHROME_PATH": find_browser() or ""}
    for _ in range(3):
        result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if not result.returncode:
            found: dict[str, Any] = json.loads(result.stdout)
            return found
    sys.exit(f"bench, lighthouse: {' '.join(command)} failed:\n{result.stderr[-1000:]}")


def measure(site: Path) -> dict[str, object]:
    """Scores of each page, the least of the runs of each; the median moments; and what lost points, by audit."""
    if missing := [program for program in ("openssl", "npx") if not shutil.which(program)]:
        sys.exit(f"bench, lighthouse: needs {' and '.join(missing)}. On Debian: apt-get install openssl npm")
    results: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        certificate, trust = make_certificate(folder)
        with serving_nginx(site, folder, certificate) as base:
            for page, path in PAGES.items():
                for device in DEVICES:
                    reports = [report(base + path, trust, device) for _ in range(min(RUNS, 3))]
                    results[f"{page}, {device}"] = summary(reports)
    return results


def summary(reports: list[dict[str, Any]]) -> dict[str, object]:
    """What a page's reports say together."""
    scores = {
        category: min(round(found["categories"][category]["score"] * 100) for found in reports)
        for category in reports[0]["categories"]
    }
    moments = {
        audit: round(statistics.median(found["audits"][audit]["numericValue"] for found in reports), 3)
        for audit in TIMINGS
    }
    lost: dict[str, float] = {}
    for found in reports:
        for category in found["categories"].values():
            for part in category["auditRefs"]:
                score = found["audits"][part["id"]]["score"]
                if part["weight"] and score is not None and score < 1:
                    lost[part["id"]] = min(score, lost.get(part["id"], 1))
    return {**scores, **moments, "least score of audits below 1": lost}
