"""What a builder can get wrong, listed: each stops the build with a place and a remedy, never with a traceback."""

from __future__ import annotations

import importlib
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import pytest

from macros.author_macros import MACROS
from macros.author_sandbox import Sandbox
from macros.publication.versions import LIST, publish
from macros.shared.errors import BuildError
from macros.shared.folders import replace
from tests.conftest import ROOT, build_site
from tools.site import Failed, copy_project

ABOUT = "docs/over.md"
ADDED = f"{ABOUT}:{len((ROOT / ABOUT).read_text('utf-8').splitlines()) + 2}"
"""Where what is added to that page after an empty line stands."""
TREE = "decision_trees/trees/toestemming/hulp.py"


def append(name: str, text: str) -> Callable[[Path], None]:
    """Adds text at the end of a file."""

    def change(root: Path) -> None:
        (root / name).write_text((root / name).read_text("utf-8") + text, "utf-8")

    return change


def write(name: str, data: bytes) -> Callable[[Path], None]:
    """Puts other bytes in a file."""

    def change(root: Path) -> None:
        (root / name).write_bytes(data)

    return change


def remove(name: str) -> Callable[[Path], None]:
    """Removes a file."""
    return lambda root: (root / name).unlink()


def nothing(root: Path) -> None:
    """The mistake is not in a file."""


@dataclass(frozen=True)
class Mistake:
    """What is wrong, and the words of place and remedy that the builder must read."""

    name: str
    make: Callable[[Path], None]
    said: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


BINARY = b"\x89PNG\r\n\x1a\n\x00\xff"
CALM = b"""from dataclasses import replace
from decision_trees.trees.toestemming import TREE as OTHER
TREE = replace(OTHER, id="zonder", start="waarvoor")
"""
MISTAKES = (
    Mistake("a macro that is not closed", append(ABOUT, "\nZie {{ begrippenlijst(\n"), (ADDED, "{% raw %}")),
    Mistake("a macro with a wrong value", append(ABOUT, '\n{{ beslisboom("x") }}\n'), (ADDED, "'x' is not known", "delen, ")),
    Mistake("MkDocs' settings", append(ABOUT, "\n{{ config }}\n"), (ADDED, "config", "author_macros.py")),
    Mistake("an article that is binary", write("docs/convenant/artikel-3.md", BINARY), ("docs/convenant/artikel-3.md:1", "UTF-8")),
    Mistake("another page that is binary", write(ABOUT, BINARY), ("docs/over.md:1", "UTF-8")),
    Mistake("a source that is missing", remove("bron/modelconvenant.txt"), ("bron/modelconvenant.txt", "git")),
    Mistake("a framework that is binary", write("bron/juridisch-kader.md", BINARY), ("bron/juridisch-kader.md:1", "git")),
    Mistake("a list of terms that is empty", write("bron/begrippen.yml", b""), ("bron/begrippen.yml", "git")),
    Mistake("a pyproject.toml that is broken", append("pyproject.toml", "\n[project\n"), ("pyproject.toml", "line", "Mend")),
    Mistake("a pyproject.toml without a version", write("pyproject.toml", b"[project]\n"), ("pyproject.toml", "version =")),
    Mistake("a slip of the pen in a tree", append(TREE, "\nTREE = (\n"), (f"{TREE}:", "SyntaxError", "Mend")),
    Mistake("a name in a tree that is not there", append(TREE, "\nTREE = BOOM\n"), (f"{TREE}:", "'BOOM'", "Mend")),
    Mistake("a file without a tree", write("decision_trees/trees/leeg.py", b""), ("leeg.py", "Name it TREE")),
    Mistake("a tree without danger", write("decision_trees/trees/zonder.py", CALM), ("zonder", "'waarvoor'", "gevaar.py")),
    Mistake("an address with a quote", nothing, ("SITE_URL", "https://voorbeeld.nl/"), {"SITE_URL": 'https://a.nl/"x/'}),
    Mistake("an address with a question", nothing, ("SITE_URL", "https://voorbeeld.nl/"), {"SITE_URL": "https://a.nl/?x=1"}),
    Mistake("a day that is none", nothing, ("SOURCE_DATE_EPOCH", "'morgen'", "git log"), {"SOURCE_DATE_EPOCH": "morgen"}),
    Mistake("an edition that is not there", nothing, ("EDITION", "nergens"), {"EDITION": "nergens"}),
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project to make mistakes in."""
    copy = tmp_path / "project"
    copy_project(copy, cache=True)
    return copy


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_with_place_and_remedy(project: Path, mistake: Mistake) -> None:
    mistake.make(project)
    result = build_site(project, project / "site", BOOKS="0", **mistake.environment)
    told = result.stdout + result.stderr
    assert result.returncode == 1, told
    assert "Traceback" not in told
    assert [words for words in mistake.said if words not in told] == [], told
    assert not (project / "site").exists()


def run(*arguments: str, limit: int = 0) -> subprocess.CompletedProcess[str]:
    """A command of tools/; with `limit` no file can grow beyond so many bytes, as on a disk that is full."""

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", *arguments],
        env={**os.environ, "BOOKS": "0"}, text=True, capture_output=True, check=False, preexec_fn=full if limit else None,
    )  # fmt: skip


@pytest.mark.parametrize("port", ["99999", "-1", "acht"])
def test_a_port_that_is_none(port: str) -> None:
    result = run("tools.site", "serve", f"--port={port}")
    assert result.returncode == 2 and "Traceback" not in result.stderr
    assert f"'{port}' is no port" in result.stderr and "PORT=8001" in result.stderr


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run("tools.site", "build", "--quiet", f"--to={tmp_path / 'file' / 'site'}")
    assert result.returncode == 1 and "Traceback" not in result.stdout + result.stderr
    assert str(tmp_path / "file") in result.stdout and "the right to read and write it" in result.stdout


def test_a_full_disk_leaves_the_old_site(site_copy: Path) -> None:
    before = sorted(path.relative_to(site_copy) for path in site_copy.rglob("*"))
    result = run("tools.site", "build", "--quiet", f"--to={site_copy}", limit=100_000)
    assert result.returncode == 1 and "Traceback" not in result.stdout + result.stderr
    assert "File too large" in result.stdout and "Make room" in result.stdout
    assert sorted(path.relative_to(site_copy) for path in site_copy.rglob("*")) == before
    assert [path.name for path in site_copy.parent.iterdir()] == ["site"]


def small(folder: Path, text: str) -> Path:
    """A site of one page."""
    folder.mkdir()
    (folder / "index.html").write_text(text)
    return folder


@pytest.mark.parametrize("text", ["[", '{"v1": 1}', '["v1", 2]', '["../v1"]', ""])
def test_a_list_of_versions_that_is_broken(tmp_path: Path, text: str) -> None:
    publish(small(tmp_path / "site", "een"), tmp_path / "public", "v1")
    (tmp_path / "public" / LIST).write_text(text)
    with pytest.raises(BuildError, match=rf"{LIST}[^\n]*\n +Restore it"):
        publish(tmp_path / "site", tmp_path / "public", "v2")
    assert not (tmp_path / "public" / "v2").exists()


def no_room(*arguments: object, **options: object) -> None:
    """What copying a folder ends with on a full disk."""
    raise shutil.Error([("from", "to", "[Errno 28] No space left on device")])


def test_publishing_over_an_older_site_on_a_full_disk_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "public"
    publish(small(tmp_path / "oud", "oud"), public, "nieuwste")
    fresh = small(tmp_path / "nieuw", "nieuw")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copytree", no_room)
        with pytest.raises(BuildError, match=r"No space left on device\)\n +What was published before still stands"):
            publish(fresh, public, "nieuwste")
    assert (public / "nieuwste" / "index.html").read_text() == "oud"
    publish(fresh, public, "nieuwste")
    assert (public / "nieuwste" / "index.html").read_text() == "nieuw"
    assert sorted(path.name for path in public.iterdir()) == ["doorsturen.js", "index.html", "nieuwste", LIST]


def test_a_version_that_was_not_published_to_its_end_can_be_published_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = small(tmp_path / "site", "een")
    with monkeypatch.context() as patch:
        patch.setattr("macros.publication.versions.write_root", no_room)
        with pytest.raises(BuildError, match="No space left"):
            publish(site, tmp_path / "public", "v1")
    publish(site, tmp_path / "public", "v1")
    with pytest.raises(BuildError, match="already published"):
        publish(site, tmp_path / "public", "v1")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder on another file system than `tmp_path`."""
    memory = Path("/dev/shm")
    if not memory.exists() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("this machine has no second file system to write to")
    folder = memory / f"test-{os.getpid()}"
    folder.mkdir()
    return folder


def test_a_site_on_another_file_system_is_replaced_whole_or_not_at_all(
    tmp_path: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = elsewhere / "site"
    try:
        replace(small(tmp_path / "oud", "oud"), target)
        fresh = small(tmp_path / "nieuw", "nieuw")
        with monkeypatch.context() as patch:
            patch.setattr(shutil, "copytree", half)
            with pytest.raises(shutil.Error):
                replace(fresh, target)
        assert (target / "index.html").read_text() == "oud"
        replace(fresh, target)
        assert (target / "index.html").read_text() == "nieuw"
        assert [path.name for path in elsewhere.iterdir()] == ["site"]
    finally:
        shutil.rmtree(elsewhere)


def half(source: Path, target: Path) -> None:
    """A copy that a full disk ends half-way."""
    target.mkdir()
    (target / "index.html").write_text("nie")
    no_room()


FULL = OSError(28, "No space left on device", "een map")


@pytest.mark.parametrize(
    ("tool", "step", "error", "said"),
    [
        ("addresses", "build", Failed(), "the build stopped; nothing was recorded"),
        ("addresses", "record", FULL, "een map: No space left on device"),
        ("changes", "build_in", FULL, "een map: No space left on device"),
        ("publish", "lay", FULL, "een map: No space left on device"),
        ("release", "release", FULL, "een map: No space left on device"),
    ],
)
def test_a_tool_ends_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: str, step: str, error: Exception, said: str
) -> None:
    def stopped(*arguments: object, **options: object) -> None:
        raise error

    site = tmp_path / ".build" / "addresses-site" / "api" / "bepalingen.json"
    site.parent.mkdir(parents=True)
    site.write_text('{"bepalingen": []}')
    small(tmp_path / "site", "een")
    module = importlib.import_module(f"tools.{tool}")
    monkeypatch.setenv("BOOKS", "0")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    for name in {"build", "read_examples", step} & set(vars(module)):
        monkeypatch.setattr(module, name, stopped if name == step else Mock(return_value=Mock(addresses=())))
    monkeypatch.setattr(sys, "argv", [tool, *(["9.9.9"] if tool in ("publish", "release") else [])])
    with pytest.raises(SystemExit, match=said):
        module.main()


IN_A_PAGE = {
    "a macro that is not there": ("{{ begrippen() }}", "begrippen"),
    "a macro with too many values": ('{{ licenties("x") }}', "positional argument"),
    "Python in a page": ("{{ licenties.func.__globals__ }}", "func"),
    "a function of the page's own": ("{% macro f() %}x{% endmacro %}{{ f() }}", "not safely callable"),
    "a file taken in": ('{% include "index.md" %}', "no loader"),
}
"""What a page may not hold, each with a word of the problem. That every page is filled in here, two of the mistakes above show."""


@pytest.mark.parametrize(("text", "problem"), IN_A_PAGE.values(), ids=IN_A_PAGE)
def test_what_a_page_may_not_hold_is_told_with_its_line(text: str, problem: str) -> None:
    filled = Sandbox({name: partial(macro, Mock()) for name, macro in MACROS.items()})
    page = Mock(file=Mock(src_uri="over.md", content_string=f"---\ntitle: Over\n---\n\n# Over\n\n{text}\n"))
    markdown = f"# Over\n\n{text}\n"
    filled.start(page, markdown)
    with pytest.raises(SystemExit, match=rf"build stopped: {ABOUT}:7: [^\n]*{problem}[^\n]*\n[^\n]*author_macros\.py"):
        filled.from_string(markdown).render()


@pytest.mark.parametrize(
    "macro", ["beslisboom", "boomboek", "boomschema", "boomtabel", "bronnotities", "toetsformulier", "volledig"]
)
def test_a_name_that_a_macro_does_not_know_is_told_with_what_there_is(tmp_path: Path, macro: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / ABOUT).write_text(f'# Over\n\n{{{{ {macro}("kopen") }}}}\n', "utf-8")
    page = Mock(file="over.md", build=Mock(root=tmp_path))
    with pytest.raises(BuildError, match=rf"^{ABOUT}:3: 'kopen' is not known here\n +Choose from: \w+"):
        MACROS[macro](page, "kopen")
