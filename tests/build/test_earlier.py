"""What changed from one published version of the model to the next: on a page, in the data, and below each page of the text."""

from __future__ import annotations

import datetime
import io
import json
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from docx import Document
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator
from lxml import html
from mkdocs.config import load_config

from macros.author_macros import handbook_files, versions
from macros.author_sandbox import Filling
from macros.build import Build, contents_of, prepare
from macros.edition.word_names import edge_name
from macros.handbook.files import TRACKED_FILES, WORD_FILES
from macros.handbook.word import word_files
from macros.publication.earlier import Version, last_changed, read_published, steps, word_before
from macros.publication.versions import publish
from macros.shared.errors import BuildError
from macros.text.register import Register
from tests.conftest import ROOT, build_site
from tests.text.model import files
from tests.text.published import article_of
from tools.publish import check_compared

CHANGED, GONE, NEW = "convenant/artikel-3/lid-3", "convenant/artikel-4/lid-9", "privacyprotocol/artikel-8/lid-2"
PAGES = ("convenant/artikel-3", "convenant/artikel-4", "privacyprotocol/artikel-8", "convenant/artikel-5")


def lines(site: Path) -> list[str]:
    """What some pages say of when they changed."""
    return [
        article_of(site / page / "index.html").xpath("string(.//p[contains(@class, 'gewijzigd')])") for page in PAGES
    ]


def older(file: Path) -> bytes:
    """A Word file in which that paragraph begins with another word."""
    out = io.BytesIO()
    edge = f'w:name="{edge_name(CHANGED)}"/>'
    with zipfile.ZipFile(file) as now, zipfile.ZipFile(out, "w") as before:
        for name in now.namelist():
            head, found, rest = now.read(name).decode().partition(edge)
            before.writestr(name, head + found + (re.sub(r"(<w:t[^>]*>)", r"\1Oud ", rest, count=1) if found else rest))
    return out.getvalue()


@pytest.fixture(scope="module")
def second(public: Path) -> Build:
    """What the pages of version 2 are made of, without books."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("VERSION", "v2"), ("PUBLISHED", str(public)), ("BOOKS", "0")):
            patch.setenv(name, value)
        return prepare(ROOT, [*files(config.nav)], config.markdown_extensions, config.mdx_configs, "")


@pytest.fixture(scope="module")
def public(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with a version 1 in which a paragraph said something else, one stood that is gone, and one was missing."""
    first = tmp_path_factory.mktemp("first")
    (first / "api").mkdir()
    shutil.copyfile(site / "api" / "wijzigingen.atom", first / "api" / "wijzigingen.atom")
    data: dict[str, Any] = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))
    entries = {entry["id"]: entry for entry in data["bepalingen"]}
    entries[CHANGED] = {**entries[CHANGED], "tekst": f"Oud {entries[CHANGED]['tekst']}"}
    entries[GONE] = {
        **entries[CHANGED],
        "id": GONE,
        "url": "/convenant/artikel-4/#lid-9",
        "tekst": "Dit <b>verviel</b>.",
    }
    del entries[NEW]
    (first / "api" / "bepalingen.json").write_text(json.dumps({**data, "bepalingen": [*entries.values()]}))
    (first / "index.html").write_text("een")
    (first / "handboek").mkdir()
    for id in TRACKED_FILES:
        (first / "handboek" / WORD_FILES[id]).write_bytes(older(site / "handboek" / WORD_FILES[id]))
    target = tmp_path_factory.mktemp("public")
    publish(first, target, "v1")
    return target


def test_with_one_version_only_the_page_and_each_provision_say_so(site: Path) -> None:
    page = article_of(site / "vergelijking" / "index.html").text_content()
    assert "Er is nog maar één versie" in page and "nog niets veranderd" in page
    assert all(line.startswith("Ongewijzigd sinds versie ") and "de eerste versie" in line for line in lines(site))
    assert not [*(site / "api").glob("vergelijking/*")]


def test_two_versions_are_compared_per_provision(site: Path, public: Path, tmp_path: Path) -> None:
    built = tmp_path / "site"
    result = build_site(ROOT, built, VERSION="v2", PUBLISHED=str(public), BOOKS="0")
    assert result.returncode == 0, result.stdout + result.stderr
    data = json.loads((built / "api" / "vergelijking" / "v1-v2.json").read_text("utf-8"))
    Draft202012Validator(json.loads((built / "api" / "vergelijking.schema.json").read_text("utf-8"))).validate(data)
    assert (data["van"], data["naar"]) == ("versie 1", "versie 2")
    found = {one["id"]: one for one in data["bepalingen"]}
    assert {id: one["soort"] for id, one in found.items()} == {
        CHANGED: "veranderd",
        NEW: "toegevoegd",
        GONE: "vervallen",
    }
    assert found[CHANGED]["verschil"][0] == ["-", "Oud"] and len(found[CHANGED]["verschil"]) == 2
    page = article_of(built / "vergelijking" / "index.html")
    assert "Van versie 1 naar versie 2" in page.xpath("string(.//h2[@id='v1-v2'])")
    assert page.xpath(".//ul[@class='vergelijking']//a/@href") == [
        "../convenant/artikel-3/#lid-3",
        "../privacyprotocol/artikel-8/#lid-2",
    ]
    assert page.xpath(".//del/text()") == ["Oud", "Dit <b>verviel</b>."]
    head = html.fromstring((built / "vergelijking" / "index.html").read_text("utf-8"))
    [styles] = [one for one in head.xpath("//link/@href") if one.endswith("editie.css")]
    assert (built / "vergelijking" / styles).resolve().exists()
    changed, gone, new, same = lines(built)
    assert changed.startswith("Laatst gewijzigd in versie 2 (") and gone == new == changed
    assert same.startswith("Ongewijzigd sinds versie 1 (") and "eerste" not in same
    publish(built, public, "v2")
    assert (public / "api" / "vergelijking" / "v1-v2.json").exists()
    assert 'href="../v2/vergelijking/"' in (public / "vergelijking" / "index.html").read_text()
    assert (
        [one.name for one in read_published(public, "v3")]
        == ["v1", "v2"]
        == [one.name for one in read_published(public, "nieuwste")]
    )
    assert [one.name for one in read_published(public, "v2")] == ["v1"] and read_published(public, "v1") == []
    check_compared(built, public, "v2")
    with pytest.raises(BuildError, match="Run VERSION=v3 make build again"):
        check_compared(built, public, "v3")


def test_what_a_version_changed_is_a_word_file_with_tracked_changes(
    second: Build, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLISHED", str(public))
    made = word_files(contents_of(second))
    assert set(made) == {*WORD_FILES.values(), *TRACKED_FILES.values()}
    covenant, protocol = (Document(io.BytesIO(made[file])) for file in TRACKED_FILES.values())
    [gone] = covenant.element.body.iter(qn("w:del"))
    assert (text_of_gone(gone), gone.get(qn("w:author"))) == ("Oud ", "Versie 1 → versie 2")
    assert not [*covenant.element.body.iter(qn("w:ins"))] and not [*protocol.element.body.iter(qn("w:ins"))]
    assert covenant.core_properties.title == "Modelconvenant: verschil met versie 1"
    page = cast("Filling", SimpleNamespace(build=replace(second, books=made), file="vergelijking.md"))
    shown = html.fromstring(versions(page))
    assert shown.xpath("//a[@download]/@href") == [f"../handboek/{file}" for file in TRACKED_FILES.values()]
    listed = html.fromstring(handbook_files(page)).text_content()
    assert listed.count("wat anders is dan in versie 1, als bijgehouden wijzigingen (DOCX)") == len(TRACKED_FILES)
    assert "dan in het model" not in listed


def text_of_gone(mark: Any) -> str:
    """The words in a deletion."""
    return "".join(one.text or "" for one in mark.iter(qn("w:delText")))


def test_only_a_document_that_changed_is_compared_in_word_and_a_damaged_file_is_told(
    public: Path, tmp_path: Path
) -> None:
    [first] = read_published(public, "v2")
    second = Version("v2", "2", datetime.date(2027, 1, 2), Register(one for one in first.register if one.id != GONE))
    [step] = steps([first, second])
    assert set(word_before(public, step)) == {"convenant"}
    assert word_before(tmp_path, step) == {}
    (tmp_path / "v1" / "handboek").mkdir(parents=True)
    (tmp_path / "v1" / "handboek" / WORD_FILES["convenant"]).write_bytes(b"PK")
    with pytest.raises(BuildError, match="is no Word file"):
        word_before(tmp_path, step)


def test_a_page_says_the_last_version_that_changed_it(site: Path, public: Path) -> None:
    [first] = read_published(public, "v2")
    second = Version("v2", "2", datetime.date(2027, 1, 2), Register(one for one in first.register if one.id != GONE))
    third = Version(
        "",
        "3",
        datetime.date(2027, 3, 4),
        Register(one for one in second.register if not one.id.startswith("convenant/artikel-12")),
    )
    versions = [first, second, third]
    made = steps(versions)
    assert [step.id for step in made] == ["v2-nieuwste", "v1-v2"]
    assert last_changed("convenant/artikel-4", versions, made) == (
        "Laatst gewijzigd in versie 2 (2 januari 2027).",
        "v1-v2",
    )
    assert last_changed("convenant/artikel-12", versions, made)[1] == "v2-nieuwste"
    back = [third, second]
    assert last_changed("convenant/artikel-12", back, steps(back))[0] == "Nieuw in versie 2 (2 januari 2027)."


@pytest.mark.parametrize("damage", ["{", '{"bepalingen": 3}', '{"bepalingen": [{"id": "x"}]}'])
def test_a_published_version_that_cannot_be_read_is_told(public: Path, tmp_path: Path, damage: str) -> None:
    shutil.copytree(public / "v1", tmp_path / "v1")
    (tmp_path / "versies.json").write_text('["v1"]')
    (tmp_path / "v1" / "api" / "bepalingen.json").write_text(damage)
    with pytest.raises(BuildError, match="the version cannot be read"):
        read_published(tmp_path, "v2")
