"""Versions side by side: an address of version 1 keeps showing version 1."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from macros.publication.versions import ordered, publish, publish_edition
from macros.shared.errors import BuildError
from tests.conftest import ROOT
from tools.publish import AUTHOR, keep, take_branch


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


def test_files_for_other_software_and_the_books_keep_their_address_without_a_version(
    small: Path, tmp_path: Path
) -> None:
    target = tmp_path / "public"
    for path in (
        "api/bepalingen.json",
        "handboek/handboek.pdf",
        "404.html",
        "handboek/index.html",
        "handboek/index.html.br",
    ):
        (small / path).parent.mkdir(exist_ok=True)
        (small / path).write_text("een")
    publish(small, target, "v1")
    (small / "api" / "bepalingen.json").write_text("twee")
    publish(small, target, "v2")
    assert (target / "api" / "bepalingen.json").read_text() == "twee"
    assert (target / "handboek" / "handboek.pdf").read_text() == (target / "404.html").read_text() == "een"
    assert (target / "v1" / "api" / "bepalingen.json").read_text() == "een"
    assert "v2/handboek/" in (target / "handboek" / "index.html").read_text()
    assert not (target / "handboek" / "index.html.br").exists()  # a host would give it instead of the redirect


def run(folder: Path, *command: str) -> str:
    """What a command prints."""
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def test_versions_are_kept_on_a_branch_of_their_own(small: Path, tmp_path: Path) -> None:
    """As the workflows do it: each time from a fresh clone, pushed to where it came from."""
    origin = tmp_path / "origin.git"
    run(tmp_path, "git", "init", "-q", "--bare", "-b", "main", str(origin))
    article = small / "convenant" / "artikel-1" / "index.html"
    for number, version in enumerate(("v1", "v2", "nieuwste")):
        clone = tmp_path / f"clone-{number}"
        run(tmp_path, "git", "clone", "-q", str(origin), str(clone))
        if number == 0:
            run(clone, "git", *AUTHOR, "commit", "-q", "--allow-empty", "-m", "text")
            run(clone, "git", "push", "-q", "origin", "HEAD:main")
        article.write_text(version)
        take_branch(clone, clone / "public", "published")
        publish(small, clone / "public", version)
        keep(clone / "public", version)
        keep(clone / "public", version)  # nothing new: nothing happens
        run(clone, "git", "push", "-q", "origin", "published")
        assert run(clone, "git", "ls-files") == ""  # the branch of the text is as it was
    assert run(origin, "git", "log", "--format=%s", "published").split() == ["nieuwste", "v2", "v1"]
    for version in ("v1", "v2", "nieuwste"):
        assert run(origin, "git", "show", f"published:{version}/convenant/artikel-1/index.html") == version


def test_a_folder_that_holds_something_else_is_left_alone(small: Path, tmp_path: Path) -> None:
    run(tmp_path, "git", "init", "-q")
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "mijn.txt").write_text("van mij")
    with pytest.raises(BuildError, match="on no branch"):
        take_branch(tmp_path, tmp_path / "public", "published")
    assert (tmp_path / "public" / "mijn.txt").read_text() == "van mij"


@pytest.mark.parametrize("file", [".github/workflows/pages.yml", ".gitlab-ci.yml"])
def test_a_workflow_calls_what_exists(file: str) -> None:
    jobs = yaml.safe_load((ROOT / file).read_text("utf-8"))
    jobs = jobs.get("jobs", jobs)
    lines = [
        line for job in jobs.values() for step in job.get("steps", job.get("script")) for line in [step_command(step)]
    ]
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    called = {target for line in lines for target in re.findall(r"\bmake ([a-z-]+)", line)}
    assert {"build", "publish"} <= called <= targets
    for line in lines:
        subprocess.run(["bash", "-n", "-c", line], check=True)


def step_command(step: str | dict[str, object]) -> str:
    """The shell command of a step."""
    return step if isinstance(step, str) else str(step.get("run", ""))


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


def test_what_git_cannot_take_in_is_not_called_published(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / ".git" / "index.lock").touch()  # as on a full disk, or beside another git
    with pytest.raises(BuildError, match="git could not commit the published version"):
        keep(tmp_path, "v1")


def test_an_edition_can_be_laid_where_the_newest_version_is_gone(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "public"
    publish(small, target, "v1")
    shutil.rmtree(target / "v1")
    publish_edition(small, target, "stad")
    assert (target / "stad" / "index.html").exists()
