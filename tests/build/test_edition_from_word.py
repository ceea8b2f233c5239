"""Filled Word files become an edition's file by a command; what cannot be read changes nothing."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from macros.edition.answers import read_edition
from macros.edition.opening import read_whole
from macros.edition.word import fill_word
from macros.handbook.files import WORD_FILES
from macros.shared.errors import BuildError
from macros.text.documents import MODELS
from tests.conftest import ROOT
from tests.text.model import EXAMPLE, example, marked_model
from tools.edition import read_provisions, take


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with nothing but what the command reads."""
    (tmp_path / "edities").mkdir()
    shutil.copytree(ROOT / "bron", tmp_path / "bron")
    return tmp_path


def words(site: Path, folder: Path) -> list[Path]:
    """The example in Word."""
    _, fields, register = marked_model()
    made = []
    for id in sorted(MODELS):
        made.append(folder / f"{id}.docx")
        made[-1].write_bytes(fill_word((site / "handboek" / WORD_FILES[id]).read_bytes(), id, fields, example(fields, register)))  # fmt: skip
    return made


def test_word_files_become_the_edition_that_they_were_made_with(site: Path, root: Path) -> None:
    file, left = take(root, site, "voorbeeld", words(site, root))
    assert left == [] and file == root / "edities" / "voorbeeld.json"
    _, fields, register = marked_model()
    places = register.open_to_additions()
    assert read_provisions(site) == places
    read = read_whole(file.read_bytes(), "json", fields, places)
    assert read.problems == ()
    expected = read_edition(tomllib.loads(EXAMPLE.read_text("utf-8")), fields, places)
    assert (read.answers, read.additions, read.name) == (expected.answers, expected.additions, expected.name)
    data = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**data, "antwoorden": {**data["antwoorden"], "penvoerder": "Z"}}))
    _, left = take(root, site, "voorbeeld", words(site, root)[:1])
    assert json.loads(file.read_text("utf-8"))["antwoorden"]["penvoerder"] == "Z"
    assert [one.place for one in left] == ["antwoorden.penvoerder"]


@pytest.mark.parametrize(
    ("name", "there", "body", "said"),
    [("x", "", b"%PDF", "PDF"), ("X", "", b"", "geen naam"), ("x", "x.toml", b"", "is geen JSON"), ("x", "x.json", b"", "leeg")],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_in_dutch_and_changes_nothing(
    site: Path, root: Path, name: str, there: str, body: bytes, said: str
) -> None:
    if there:
        (root / "edities" / there).write_text("")
    (root / "a.docx").write_bytes(body)
    before = sorted((root / "edities").iterdir())
    with pytest.raises(BuildError, match=said):
        take(root, site, name, [root / "a.docx"])
    assert sorted((root / "edities").iterdir()) == before


def test_it_asks_for_the_site_of_the_model(site: Path, root: Path) -> None:
    with pytest.raises(BuildError, match="make build"):
        take(root, root / "site", "x", [])
    other = root / "other"
    (other / "api").mkdir(parents=True)
    (other / "index.html").touch()
    shutil.copyfile(site / "api" / "bepalingen.json", other / "api" / "bepalingen.json")
    with pytest.raises(BuildError, match="Word-bestanden van het model zijn er niet"):
        take(root, other, "x", [])
    (other / "api" / "editie.json").write_text('{"editie": "x"}')
    with pytest.raises(BuildError, match="niet de site van het model"):
        take(root, other, "x", [])
