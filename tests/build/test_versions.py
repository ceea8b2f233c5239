"""Versions side by side: an address of version 1 keeps showing version 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.errors import BuildError
from macros.versions import ordered, publish


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages."""
    site = tmp_path / "site"
    for path, text in {"index.html": "start", "convenant/artikel-1/index.html": "eerste"}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    return site


def test_a_published_version_never_changes(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "public"
    publish(small, target, "v1")
    article = small / "convenant" / "artikel-1" / "index.html"
    article.write_text("tweede")
    publish(small, target, "v2")
    assert (target / "v1" / "convenant" / "artikel-1" / "index.html").read_text() == "eerste"
    assert (target / "v2" / "convenant" / "artikel-1" / "index.html").read_text() == "tweede"
    assert json.loads((target / "versies.json").read_text()) == ["v2", "v1"]
    with pytest.raises(BuildError, match="already published"):
        publish(small, target, "v1")
    assert 'href="../../v2/convenant/artikel-1/"' in (target / "convenant" / "artikel-1" / "index.html").read_text()


def test_the_main_branch_may_be_published_again_and_is_not_the_newest(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "public"
    publish(small, target, "nieuwste")
    publish(small, target, "v1")
    publish(small, target, "nieuwste")
    assert json.loads((target / "versies.json").read_text()) == ["v1", "nieuwste"]


def test_numbers_are_ordered_as_numbers() -> None:
    assert ordered({"v2", "v10", "v1.9", "v1.10", "nieuwste"}) == ["v10", "v2", "v1.10", "v1.9", "nieuwste"]


@pytest.mark.parametrize("name", ["", "../v1", "latest", "v1/x"])
def test_a_name_that_is_no_version_is_refused(small: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildError, match="is no version"):
        publish(small, tmp_path / "public", name)
