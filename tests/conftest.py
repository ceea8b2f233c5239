"""What all tests share: the project's root, and one built site per run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def build_site(project: Path, target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build `project` into `target` as `make build` does; the result holds what the build printed."""
    return subprocess.run(
        [sys.executable, "-m", "tools.site", "build", "--quiet", "--to", str(target)],
        cwd=project,
        text=True,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(project), **environment},
    )


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site. Set SITE_UNDER_TEST to use one that is already there."""
    ready = os.environ.get("SITE_UNDER_TEST")
    if ready:
        return Path(ready)
    target = ROOT / ".build" / "test-site"
    result = build_site(ROOT, target)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


@pytest.fixture
def site_copy(site: Path, tmp_path: Path) -> Path:
    """A copy of the built site that a test may change."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    return copy
