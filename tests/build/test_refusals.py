"""A build stops, with the place and the remedy, on what would mislead a reader; each on a copy of the project."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, build_site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may break; installed packages are the project's own."""
    copy = tmp_path / "project"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "node_modules", ".cache", ".build", "site", "__pycache__", ".*_cache"
    )
    shutil.copytree(ROOT, copy, ignore=ignored)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    (copy / ".cache").symlink_to(ROOT / ".cache")
    return copy


def edit(path: Path, old: str, new: str) -> None:
    """Replace text that must be there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


def refusal(project: Path) -> str:
    """What a build prints that must stop, and that must leave no site behind."""
    result = build_site(project, project / "site")
    assert result.returncode != 0
    assert not (project / "site").exists()
    return result.stdout + result.stderr


def test_a_broken_link_stops_the_build(project: Path) -> None:
    edit(project / "docs" / "over.md", "[verbeterde tikfouten](afwijkingen.md)", "[verbeterde tikfouten](fouten.md)")
    output = refusal(project)
    assert "over.md" in output and "fouten.md" in output


def test_a_broken_anchor_stops_the_build(project: Path) -> None:
    page = project / "docs" / "over.md"
    page.write_text(page.read_text() + "\n[lid](privacyprotocol/artikel-6.md#lid-99)\n")
    output = refusal(project)
    assert "over.md" in output and "lid-99" in output


def test_an_unknown_source_in_a_tree_stops_the_build(project: Path) -> None:
    edit(
        project / "decision_trees" / "toestemming.py",
        'PP_UITLEG = bepaling("privacyprotocol/artikel-7/lid-2")',
        'PP_UITLEG = bepaling("privacyprotocol/artikel-7/lid-22")',
    )
    output = refusal(project)
    assert "decision_trees/toestemming.py" in output
    assert "privacyprotocol/artikel-7/lid-22" in output and "Did you mean: privacyprotocol/artikel-7/lid-2" in output


def test_an_unreachable_question_stops_the_build(project: Path) -> None:
    edit(
        project / "decision_trees" / "toestemming.py",
        'Answer("hulp", "Ik wil hulp of een behandeling starten", "hulp-soort")',
        'Answer("hulp", "Ik wil hulp of een behandeling starten", "doel-uitzoeken")',
    )
    output = refusal(project)
    assert "no answer leads to hulp-soort" in output


def test_an_unreachable_deviation_stops_the_build(project: Path) -> None:
    edit(
        project / "bron" / "afwijkingen.yml", 'oud: "uitvoering van de tak;n van"', 'oud: "uitvoering van de takn van"'
    )
    output = refusal(project)
    assert "bron/afwijkingen.yml" in output and "privacyprotocol/artikel-5/lid-2-c" in output
