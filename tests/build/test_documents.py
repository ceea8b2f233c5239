"""The documents for who works here: what they lead to is there, and a release changes all that names the version."""

from __future__ import annotations

import ast
import datetime
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from macros.shared.errors import BuildError
from tests.conftest import ROOT
from tools.release import release
from tools.test import KINDS

VERSION = ("pyproject.toml", "publiccode.yml", "CHANGELOG.md", "edities/voorbeeldstad.toml")
DAY = datetime.date(2026, 12, 1)
ELSEWHERE = {"docs/richtlijnen/formulieren"}
"""Names of folders in other people's repositories."""
WRITTEN = {"index.html", "edities/name.toml"}
"""Names of files that a build or a reader makes."""
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("doc/**/*.md"), *ROOT.glob("tests/**/README.md")])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The files that hold the version."""
    for name in VERSION:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_a_release_raises_the_version_everywhere_and_dates_the_changes(copy: Path) -> None:
    names = release(copy, "7.8.9", DAY)
    assert sorted(names) == sorted(VERSION)
    assert tomllib.loads((copy / "pyproject.toml").read_text())["project"]["version"] == "7.8.9"
    assert tomllib.loads((copy / "edities" / "voorbeeldstad.toml").read_text())["model"] == "7.8.9"
    assert yaml.safe_load((copy / "publiccode.yml").read_text())["softwareVersion"] == "7.8.9"
    assert "## [Unreleased]\n\n## [7.8.9] - 2026-12-01\n" in (copy / "CHANGELOG.md").read_text()
    with pytest.raises(BuildError, match="nothing stands under"):
        release(copy, "8.0.0", DAY)
    current = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    tracked = subprocess.run(["git", "grep", "-lF", current], cwd=ROOT, text=True, capture_output=True, check=False)
    elsewhere = set(tracked.stdout.split()) - set(VERSION) - {"package-lock.json"}
    assert not [name for name in elsewhere if name.startswith(("macros/", "decision_trees/", "docs/", "mkdocs.yml"))]


@pytest.mark.parametrize("new", ["0.0.9", "1.2", "v2.0.0", ""])
def test_a_number_that_does_not_follow_changes_nothing(copy: Path, new: str) -> None:
    before = {name: (copy / name).read_text() for name in VERSION}
    with pytest.raises(BuildError, match="does not follow"):
        release(copy, new, DAY)
    assert {name: (copy / name).read_text() for name in VERSION} == before


TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, text=True, capture_output=True, check=False).stdout.split()


def ends(name: str) -> bool:
    """Whether there is a file of this name, whatever folder it is in."""
    return any(f"/{file}".endswith(f"/{name}") for file in TRACKED)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_document_leads_to_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
    named = re.findall(r"`((?:macros|tests|tools|docs|bron|decision_trees|doc|nginx)/[\w./-]*\w/?)`", text)
    files = [
        name
        for name in re.findall(r"`([\w./-]+\.(?:py|js|mjs|css|html|typ|toml|yml|conf|md))`", text)
        if name not in WRITTEN
    ]
    unknown = [name for name in files if not name.startswith((".build/", "/", "assets/")) and not ends(name)]
    assert unknown == []
    missing = [link for link in links if not (document.parent / link).exists()]
    assert missing + [name for name in named if name not in ELSEWHERE and not (ROOT / name).exists()] == []


CONTENT = ("decision_trees/trees/", "decision_trees/gesprekken/")
"""As long as the law needs."""


def test_the_longest_are_named_with_their_reason() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "decision_trees", "macros"], cwd=ROOT, text=True, capture_output=True, check=True
    )
    files = [
        ROOT / name
        for name in tracked.stdout.split()
        if name.endswith((".py", ".js", ".html")) and not name.startswith(CONTENT)
    ]
    length = {
        file.relative_to(ROOT).as_posix(): len(file.read_text("utf-8").splitlines()) for file in files if file.exists()
    }
    functions = {
        f"`{name}`'s `{node.name}`": (node.end_lineno or 0) - node.lineno
        for name in length
        if name.endswith(".py")
        for node in ast.walk(ast.parse((ROOT / name).read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        and name != "decision_trees/gevaar.py"  # the questions that every tree begins with
    }
    said = " ".join((ROOT / "CONTRIBUTING.md").read_text("utf-8").split("**The longest**")[1].split("\n## ")[0].split())
    templates = {name: lines for name, lines in length.items() if name.endswith(".html")}
    longest = [*sorted(length, key=length.__getitem__)[-3:], max(templates, key=templates.__getitem__)]
    assert [f"`{name}`" for name in longest if f"`{name}`" not in said] == []
    assert max(functions, key=functions.__getitem__) in said


def test_every_decision_has_its_four_parts_and_its_line() -> None:
    listed = (ROOT / "doc" / "adr" / "README.md").read_text("utf-8")
    records = sorted(ROOT.glob("doc/adr/0*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for path in records:
        text = path.read_text("utf-8")
        parts = re.split(r"^## .+$", text, flags=re.MULTILINE)[1:]
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Alternatives", "Consequences"]
        assert all(part.strip() for part in parts), path.name
        assert f"[{text.splitlines()[0][2:]}]({path.name})" in listed


def test_the_licence_is_the_one_that_is_named() -> None:
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    about = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert about["legal"]["license"] == project["license"] == "EUPL-1.2"
    assert about["softwareVersion"] == project["version"]


def test_a_commit_is_checked_by_the_commands_of_make_test() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    commands = {name: " ".join([".venv/bin/python", *command[1:]]) for name, command in KINDS}
    assert [hook["entry"] for hook in hooks] == [commands[hook["name"]] for hook in hooks]
    assert len(hooks) == 3
