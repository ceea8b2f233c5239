"""A build that is killed, or runs twice at once, never leaves a half-written site where a whole one stood."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from macros.publication.policy import script_hashes
from tests.conftest import ROOT

COMMAND = [sys.executable, "-m", "tools.site", "build", "--quiet", "--to"]


def start(target: Path) -> subprocess.Popen[bytes]:
    """A build in a process group of its own, without books: the swap is what matters here."""
    environment = {**os.environ, "BOOKS": "0"}
    return subprocess.Popen(
        [*COMMAND, str(target)],
        cwd=ROOT,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def fingerprint(site: Path) -> dict[str, int]:
    """Every file of a site with its size."""
    return {str(path.relative_to(site)): path.stat().st_size for path in site.rglob("*") if path.is_file()}


def test_a_killed_build_leaves_the_last_good_site(site_copy: Path) -> None:
    other = site_copy.with_name("other")
    assert start(other).wait() == 0
    whole = (fingerprint(site_copy), fingerprint(other))  # the old one, or the new one when it died too late
    sources = subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, check=False).stdout
    chance = random.Random(20261124)
    for _ in range(5):
        process = start(site_copy)
        time.sleep(chance.uniform(0.3, 2.0))  # where in the build it dies is the test
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert fingerprint(site_copy) in whole
    assert (
        subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, check=False).stdout == sources
    )
    process = start(site_copy)
    assert process.wait() == 0
    assert (site_copy / "sw.js").exists()
    assert not list(site_copy.parent.glob("site.old-*"))


def test_a_build_killed_between_the_two_renames_is_put_right(site_copy: Path) -> None:
    before = fingerprint(site_copy)
    site_copy.rename(site_copy.with_name("site.old-999999"))
    process = start(site_copy)
    time.sleep(1.0)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert fingerprint(site_copy) == before


def test_two_builds_at_once_leave_one_whole_site(site_copy: Path) -> None:
    processes = [start(site_copy) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    assert (site_copy / "sw.js").exists() and (site_copy / "beslisbomen" / "delen" / "index.html").exists()
    assert not list(site_copy.parent.glob("site.old-*"))


def test_a_script_inside_the_content_gets_no_hash() -> None:
    page = "<script>theme()</script><article><p>[<script>steal()</script>]</p></article><script>end()</script>"
    assert len(script_hashes(page)) == 2
    assert script_hashes(page) == script_hashes(page.replace("<script>steal()</script>", ""))
