"""The site can move: ProperDocs, which goes on where MkDocs 1 stopped, builds the same pages where MkDocs is not installed."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.site import copy_project, last_change

ENVIRONMENT = ROOT / ".cache" / "properdocs"
PACKED = {".gz", ".br"}

OF_THE_BUILDER = re.compile(r'<meta name="generator"[^>]*>')
OF_THE_DAY = re.compile(r"<lastmod>[^<]*</lastmod>")
OF_THE_ENVIRONMENT = re.compile(r'<h2 id="bouw".*?</table>', re.DOTALL)
"""The tools that a build has around it, on the page of licences."""
OF_OTHER_FILES = re.compile(r'const VERSION = "[0-9a-f]+"|\d+,"[A-Za-z0-9+/]{43}="')
"""The sizes and hashes of the pages, and what follows from them, in the service worker."""
MAY_DIFFER = {"licenties/index.html": OF_THE_ENVIRONMENT, "sitemap.xml": OF_THE_DAY, "sw.js": OF_OTHER_FILES}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (ENVIRONMENT / "setup-stamp").exists():
        pytest.skip("ProperDocs is not installed here: make setup-browser installs it when the registry has it")
    project = tmp_path_factory.mktemp("properdocs") / "project"
    copy_project(project, cache=True)
    return project


def build(project: Path, target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build `project` by ProperDocs into `target`; the result holds what it printed."""
    return subprocess.run(
        [ENVIRONMENT / "bin" / "python", "-m", "properdocs", "build", "--clean", "--config-file", "mkdocs.yml"],
        cwd=project,
        text=True,
        capture_output=True,
        check=False,
        env={"SOURCE_DATE_EPOCH": last_change(), **os.environ, "SITE_DIR": str(target), "COMPRESS": "0", **environment},
    )


def files(site: Path) -> dict[str, Path]:
    """Every file of a site by its path in it, without the packed copies."""
    return {
        path.relative_to(site).as_posix(): path
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in PACKED
    }


def content(name: str, path: Path) -> bytes | str:
    """What both builders must agree on."""
    if path.suffix != ".html" and name not in MAY_DIFFER:
        return path.read_bytes()
    text = OF_THE_BUILDER.sub("", path.read_text("utf-8"))
    return MAY_DIFFER[name].sub("", text) if name in MAY_DIFFER else text


def test_properdocs_builds_the_same_site_without_mkdocs(project: Path, site: Path, tmp_path: Path) -> None:
    assert not list(ENVIRONMENT.glob("lib/*/site-packages/mkdocs")), "MkDocs is in ProperDocs' environment"
    books = (
        {"BOOKS_FROM": str(site.resolve() / "handboek")}
        if (site / "handboek" / "handboek.pdf").exists()
        else {"BOOKS": "0"}
    )
    result = build(project, tmp_path / "site", **books)
    assert result.returncode == 0, result.stdout + result.stderr
    ours, theirs = files(site), files(tmp_path / "site")
    assert "ProperDocs" in theirs["index.html"].read_text("utf-8")
    assert sorted(theirs) == sorted(ours)
    assert [name for name in ours if content(name, ours[name]) != content(name, theirs[name])] == []


def test_properdocs_stops_on_what_our_steps_refuse(project: Path, tmp_path: Path) -> None:
    missing = project / "bron" / "begrippen.yml"
    kept = missing.read_bytes()
    missing.unlink()
    result = build(project, tmp_path / "site", BOOKS="0")
    missing.write_bytes(kept)
    printed = result.stdout + result.stderr
    assert result.returncode == 1 and "build stopped: bron/begrippen.yml: the file is missing" in printed, printed
    assert "Traceback" not in printed
