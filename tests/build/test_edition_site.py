"""`make build EDITION=voorbeeldstad`: a whole site that says whose it is, beside that of the model."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from docx import Document
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator
from lxml import html
from mkdocs.config import load_config

from macros.author_macros import comparison, handbook_files
from macros.author_sandbox import Filling
from macros.build import Build, contents_of, prepare
from macros.edition.filling import MAKERS
from macros.handbook.book import BookWriter
from macros.handbook.epub import make_epub
from macros.handbook.files import HANDBOOK, NAMES_IN_EDITION, SINGLE_BOOKS, TRACKED_FILES, WORD_FILES
from macros.handbook.word import word_files
from macros.publication.versions import publish, publish_edition
from macros.shared.errors import BuildError
from macros.text import editions
from tests.conftest import ROOT, build_site
from tests.text.model import OTHER, files
from tests.text.published import article_of
from tools.publish import read_built

NAME = "Proeftuin Voorbeeldstad"
AUTHOR = f"{NAME}, op het model van het {MAKERS}"
CLAIMS = re.compile(r"woord\s+voor\s+woord|(?<!onderstaand )modelconvenant|tekst is gelijk aan", re.IGNORECASE)
"""What is true of the model only. Its makers' own words, and a list that quotes them, say "Onderstaand Modelconvenant"."""


@pytest.fixture(scope="module")
def edition(edition_site: Callable[[str], Path]) -> Path:
    """The example's site."""
    return edition_site("voorbeeldstad")


@pytest.fixture(scope="module")
def built() -> Build:
    """What the example's pages are made of."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EDITION", "voorbeeldstad")
        patch.setenv("BOOKS", "0")
        return prepare(
            ROOT, [*files(config.nav)], config.markdown_extensions, config.mdx_configs, "https://voorbeeld.nl/"
        )


def test_what_an_edition_says_of_itself_is_true(edition: Path) -> None:
    said = []
    for path in edition.rglob("*.html"):
        page = html.fromstring(path.read_text("utf-8").replace("\u00ad", ""))
        for data in page.xpath("//script | //style"):
            data.drop_tree()
        words = " ".join([page.text_content(), *page.xpath("//meta/@content")])
        place = path.relative_to(edition).as_posix()
        if place != "convenant/toelichting/index.html":  # the makers' own words, and it says so
            said += [f"{place}: {found[0]}" for found in CLAIMS.finditer(words)]
        if "404" not in place and page.xpath("//header"):
            assert NAME in page.xpath("string(//header)") and NAME in page.xpath("string(//footer)"), place
    assert said == []
    assert "geen deel van de afspraken" in article_of(edition / "convenant/toelichting/index.html").text_content()


def test_citations_titles_and_additions_name_the_proeftuin(edition: Path) -> None:
    page = html.fromstring((edition / "convenant/artikel-5/index.html").read_text("utf-8").replace("\u00ad", ""))
    assert page.xpath("string(//title)").startswith("Artikel 5 Rechten betrokkenen – Convenant Proeftuin Voorbeeldstad")
    [added] = page.xpath("//li[@id='eigen-contactpunt']")
    assert added.get("data-aanduiding") == "artikel 5, lid 4, Samenwerkingsconvenant Proeftuin Voorbeeldstad"
    assert "Toegevoegd door Proeftuin Voorbeeldstad." in added.text_content()
    tree = (edition / "beslisbomen/delen/index.html").read_text("utf-8")
    assert "Privacyprotocol Proeftuin Voorbeeldstad" in tree
    links = article_of(edition / "afwijkingen/index.html").xpath(".//a/@href")
    assert {"../convenant/artikel-5/#eigen-contactpunt", "../convenant/bijlagen/#eigen-bijlage-4"} <= set(links)


def test_what_changed_is_told_per_provision(edition: Path) -> None:
    data = json.loads((edition / "api/vergelijking/model.json").read_text("utf-8"))
    Draft202012Validator(json.loads((edition / "api/vergelijking.schema.json").read_text("utf-8"))).validate(data)
    page = article_of(edition / "afwijkingen/index.html")
    shown = [link.get("href") for link in page.xpath(".//ul[@class='vergelijking']/li/p[1]/a")]
    assert shown == [f"..{one['url']}" for one in data["bepalingen"]] and len(shown) > 40
    [entry] = [one for one in data["bepalingen"] if one["id"] == "convenant/partijen/alinea-1"]
    assert ["=", "Convenant"] in entry["verschil"] and "model" in data["van"] and NAME in data["naar"]


def test_books_epub_and_word_files_carry_the_name(built: Build) -> None:
    contents = contents_of(built)
    for book in (HANDBOOK, *SINGLE_BOOKS):
        folder = built.root / ".build" / "edition-book"
        folder.mkdir(parents=True, exist_ok=True)
        code = BookWriter(book, contents, folder).code()
        cover = code.split("voorblad:")[1].split("inhoud:")[0]
        assert NAME in cover and "1 (model " in cover and not CLAIMS.search(code) and f'auteur: "{AUTHOR}"' in code
        assert ("Het convenant en het privacyprotocol staan erin" in cover) == (book is HANDBOOK)
    with zipfile.ZipFile(io.BytesIO(make_epub(contents))) as epub:
        package = epub.read("boek/inhoud.opf").decode()
        assert f">{AUTHOR}</dc:creator>" in package and "handboek:proeftuin-voorbeeldstad:1-model-" in package
    titles = ("Convenant", "Privacyprotocol", "Wegwijzer voor professionals", "Wegwijzer voor organisaties")
    made = word_files(contents)
    assert set(made) == {*WORD_FILES.values(), *TRACKED_FILES.values()}
    for title, name in zip(titles, WORD_FILES.values(), strict=True):
        word = Document(io.BytesIO(made[name]))
        about = word.core_properties
        assert about.title == f"{title} {NAME}" and about.comments.startswith("Versie 1 (model ")
        assert about.author == (AUTHOR if title in titles[:2] else MAKERS) and about.last_modified_by == NAME
        assert word.sections[0].header.paragraphs[0].text == f"{title} {NAME}, versie 1"
        words = "".join(text.text or "" for text in word.element.body.iter(qn("w:t")))
        assert (words.count("Voorbeeldstad") > 1) == (title in titles[:2]) and not CLAIMS.search(words)
    with_books = replace(built, books={NAMES_IN_EDITION.get(name, name): body for name, body in made.items()})
    page = cast("Filling", SimpleNamespace(build=with_books, file="afwijkingen.md"))
    links = html.fromstring(comparison(page)).xpath("//a[@download]")
    assert [link.get("href") for link in links] == [f"../handboek/{name}" for name in TRACKED_FILES.values()]
    assert [link.text for link in links] == [f"{title} {NAME}" for title in titles[:2]]
    listed = html.fromstring(handbook_files(page)).xpath("//a/@href")
    assert {*TRACKED_FILES.values(), "convenant.docx", "wegwijzer-professionals.docx"} <= set(listed)
    changed = Document(io.BytesIO(made[TRACKED_FILES["convenant"]])).element.body
    assert {mark.get(qn("w:author")) for mark in changed.iter(qn("w:ins"))} == {f"Model → {NAME}"}


def test_a_sentence_that_changed_stops_the_build_of_an_edition(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "edities").mkdir()
    (tmp_path / "docs" / "over.md").write_text("Iets anders.")
    (tmp_path / "edities" / "zinnen.yml").write_text('over.md: {"De tekst is gelijk.": "Niet meer."}')
    with pytest.raises(BuildError, match=r"edities/zinnen.yml: 'De tekst is gelijk.' is not in docs/over.md"):
        editions.read_own_page(tmp_path, "over.md")
    (tmp_path / "docs" / "over.md").write_text("De tekst is gelijk.")
    assert editions.read_own_page(tmp_path, "over.md") == "Niet meer."


def test_a_bad_edition_file_leaves_the_old_site_and_says_where(edition: Path) -> None:
    result = build_site(ROOT, edition, EDITION="bestaat-niet", BOOKS="0")
    assert result.returncode == 1 and "Traceback" not in result.stdout
    assert "edities/bestaat-niet: deze eigen versie is er niet" in result.stdout
    assert (edition / "index.html").exists()


def test_two_editions_and_the_model_stand_side_by_side(
    site: Path, edition_site: Callable[[str], Path], tmp_path: Path
) -> None:
    public = tmp_path / "public"
    publish(site, public, "v1")
    names = {"voorbeeldstad": NAME, "anderland": OTHER}
    for name in (*names, "anderland"):  # one may be published again
        publish_edition(edition_site(name), public, name)
    assert {"v1", *names} <= {path.name for path in public.iterdir() if path.is_dir()}
    assert json.loads((public / "versies.json").read_text()) == ["v1"]
    held = {name: ids_in(public / name) for name in ("v1", *names)}
    for name, whose in names.items():
        assert read_built(public / name) == name
        own = held[name] - held["v1"]
        assert held["v1"] <= held[name] and own and all("/eigen-" in id for id in own)
        other = next(one for one in names.values() if one != whose)
        for path in (public / name).rglob("*.html"):
            page = html.fromstring(path.read_text("utf-8").replace("\u00ad", ""))
            assert other not in page.text_content(), path
            if page.xpath("//header"):
                assert whose in page.xpath("string(//header)"), path
    assert read_built(public / "v1") == ""
    for taken in ("v2", "convenant", "api", "nieuwste"):
        with pytest.raises(BuildError, match="another meaning"):
            publish_edition(edition_site("voorbeeldstad"), public, taken)


def ids_in(folder: Path) -> set[str]:
    """The provisions of a published site; each is on its page under its anchor."""
    entries = json.loads((folder / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    pages: dict[str, set[str]] = {}
    for one in entries:
        address, _, anchor = one["url"].partition("#")
        if address not in pages:
            page = html.fromstring((folder / address.strip("/") / "index.html").read_text("utf-8"))
            pages[address] = {*page.xpath("//@id")}
        assert not anchor or anchor in pages[address], one["url"]
    return {one["id"] for one in entries}
