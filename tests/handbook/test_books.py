"""The printed books: words, pages, places, and what checkers of accessible PDF say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from decision_trees.catalogue import TREES
from decision_trees.model import Question
from decision_trees.proof import NEEDS
from macros.handbook.contents import UNPUBLISHED, published
from macros.handbook.files import BOOKLETS, BOOKS, FILES, TRACKED_FILES, Book
from macros.handbook.typesetting import LAWS_AT
from macros.text.documents import DOCUMENTS, MODELS, Document
from macros.text.source import read_deviations
from macros.trees.framework import read_rules
from macros.trees.page import numbers
from macros.trees.tables import parts_of
from tests.conftest import ROOT

BODY = (0, 66, 842, 772)
"""Where the text of a page stands, without running header and page number: left, bottom, right, top in points."""
PDFS = [file.name for file in FILES if file.name.endswith(".pdf")]


@cache
def pages(path: Path) -> list[str]:
    """The text of each page of a book, in the order of its contents, without header and page number."""
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded(*BODY) for page in document]
    return [text.replace("\x02", "-") for text in texts]  # how PDFium writes a hyphen at the end of a line


@cache
def parts(path: Path) -> dict[str, tuple[int, int]]:
    """The chapters of a book by title: first and last page, from 0. One that begins down a page shares it with the one before."""
    starts: list[tuple[str, int, bool]] = []
    with pikepdf.open(path) as opened, opened.open_outline() as outline:
        where = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        for item in outline.root:
            target: Any = item.destination or (item.action and item.action.D)
            above = float(target[3]) > float(target[0].MediaBox[3]) * 0.8
            starts.append((str(item.title).replace("\u00a0", " "), where[target[0].objgen], above))
        last = len(opened.pages)
    ends = [start - above for _, start, above in starts[1:]] + [last - 1]
    return {title: (start, end) for (title, start, _), end in zip(starts, ends, strict=True)}


def squeezed(text: str) -> str:
    """Letters and signs without white space: a line may break at a hyphen, so spaces say nothing."""
    return re.sub(r"\s+", "", text)


@cache
def notes(site: Path) -> tuple[str, ...]:
    """The footnotes with their numbers, as the source has them."""
    register = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    texts = [entry["tekst"] for entry in register if entry["soort"] == "voetnoot"]
    assert len(texts) == 2
    return tuple(f"{number} {text}" for number, text in enumerate(texts, 1))


def expected_source(site: Path) -> str:
    """The source with the listed corrections, without footnotes and the marks of lists."""
    words = [word for word in read_deviations(ROOT / "bron").expected().split() if word not in {"•", "Ø"}]
    text = squeezed(" ".join(words))
    for note in notes(site):
        assert squeezed(note) in text
        text = text.replace(squeezed(note), "")
    return text


def difference(expected: str, found: str) -> str:
    """Where two texts part, or "" when they are the same."""
    for at, (a, b) in enumerate(zip(expected, found, strict=False)):
        if a != b:
            return f"source …{expected[max(0, at - 40) : at + 40]}…, book …{found[max(0, at - 40) : at + 40]}…"
    return "" if len(expected) == len(found) else f"{len(expected)} letters in the source, {len(found)} in the book"


def source_in(path: Path) -> str:
    """The source text as the book has it: the chapters of the documents without what the book adds."""
    chapters = parts(path)
    titles = [*chapters][2 : 2 + len(DOCUMENTS)]  # behind the contents and how to use it
    first, last = chapters[titles[0]][0], chapters[titles[-1]][1]
    text = re.sub(r"\s+", " ", "\n".join(pages(path)[first : last + 1]))
    found = squeezed(re.sub(r"\(blz\. \d+\)|\(https?://[^)]*\)", "", text))  # what paper cannot follow by a touch
    after, (begin, _) = list(chapters.items())[list(chapters).index(titles[-1]) + 1]
    if begin == last:  # the next part begins on the page where the last document ends
        found = found[: found.rindex(squeezed(after))]
    for document, title in zip(DOCUMENTS, titles, strict=True):
        found, count = re.subn(rf"{re.escape(squeezed(title))}Opdesite:\S*?/{document.id}/", "", found, count=1)
        assert count == 1, title
    for note in notes(path.parent.parent):
        assert squeezed(note) in found, note
        found = found.replace(squeezed(note), "", 1)
    return found.replace("–", "")


def test_every_word_of_the_source_stands_in_the_handbook_in_order(site: Path) -> None:
    book = site / "handboek" / "handboek.pdf"
    titles = [document.title + (f" ({document.annex})" if document.annex else "") for document in DOCUMENTS]
    assert [*parts(book)][2 : 2 + len(DOCUMENTS)] == titles
    expected = expected_source(site).replace("–", "")
    found = source_in(book).replace("OndertekeningAldus", "Aldus", 1)  # the heading that the site adds, listed
    assert len(expected) > 40_000
    assert difference(expected, found) == ""
    changed = found.replace("geheimhouding", "openbaarmaking", 1)
    assert "geheimhouding" in difference(expected, changed)


def links(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, str, int]]:
    """Links within a book: the page they stand on, their words, the page they lead to (from 0)."""
    for number, page in enumerate(document):
        words = page.get_textpage()
        for at in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, at)
            link = raw.FPDFAnnot_GetLink(annotation)
            target = raw.FPDFLink_GetDest(document, link) if link else None
            if link and not target:
                action = raw.FPDFLink_GetAction(link)
                target = raw.FPDFAction_GetDest(document, action) if action else None
            if target:
                box = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(annotation, box)
                text = words.get_text_bounded(box.left - 1, box.bottom - 1, box.right + 1, box.top + 1)
                yield number, re.sub(r"\s+", " ", text), raw.FPDFDest_GetDestPageIndex(document, target)


def test_page_numbers_in_references_contents_and_register_are_right(site: Path) -> None:
    book = site / "handboek" / "alles.pdf"
    document = pypdfium2.PdfDocument(book)
    contents, register = parts(book)["Inhoud"], parts(book)["Register"]
    seen = {"reference": 0, "contents": 0, "register": 0}
    for page, words, target in links(document):
        if contents[0] <= page <= contents[1]:
            kind, said = "contents", re.findall(r"(\d+)$", words.strip())
        elif register[0] <= page <= register[1]:
            kind, said = "register", re.findall(r"\d+", words)
        else:  # a link that runs over two lines has a box that may hold another one's page too
            kind, said = "reference", re.findall(r"blz\. (\d+)", words)
        if said:
            seen[kind] += 1
            assert str(target + 1) in said, (page + 1, words)
    assert seen["reference"] > 500 and seen["contents"] > 40 and seen["register"] > 60, seen


def test_a_tree_can_be_walked_on_paper(site: Path) -> None:
    for tree in TREES.values():
        book = site / "handboek" / f"beslisboom-{tree.id}.pdf"
        first, last = parts(book)[f"Beslisboom: {tree.title}"]
        text = re.sub(r"\s+", " ", " ".join(pages(book)[first : last + 1]))
        number = numbers(tree)
        for question in tree.questions.values():
            start = text.index(f"{number[question.id]} {question.text}")
            for answer in question.answers:
                step = f"{answer.text}: ga naar {number[answer.to]}, blz. "
                assert squeezed(step) in squeezed(text[start:]), (tree.id, question.id, answer.id)


def test_the_register_is_alphabetical_and_has_the_articles(site: Path) -> None:
    book = site / "handboek" / "handboek.pdf"
    first, last = parts(book)["Register"]
    text = " ".join(pages(book)[first : last + 1])
    entries = re.findall(r"^([^\d\n]+?) +\d", text, re.MULTILINE)
    names = [entry.strip().lower() for entry in entries if entry.strip()]
    assert len(names) > 40
    for subject in ("Datalek", "Geheimhouding", "Penvoerder", "Toetreding", "Betrokkene"):
        assert re.search(rf"{subject}\b.*?\d", text), subject


def test_an_article_does_not_start_at_the_bottom_of_a_page(site: Path) -> None:
    document = pypdfium2.PdfDocument(site / "handboek" / "handboek.pdf")
    for page in document:
        words = page.get_textpage()
        search = words.search("Artikel ", match_case=True)
        while found := search.get_next():
            left, bottom, _, top = words.get_charbox(found[0])
            if top - bottom > 9 and left < 100:  # a heading, not a reference in the text
                assert bottom > 110


@pytest.mark.parametrize("name", PDFS)
def test_a_book_is_tagged_named_and_for_archives(site: Path, name: str) -> None:
    path = site / "handboek" / name
    assert path.stat().st_size < 2_000_000
    with pikepdf.open(path) as book:
        about = book.open_metadata()
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        assert str(book.Root.Lang).startswith("nl")
        assert book.Root.MarkInfo.Marked and book.Root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in book.Root and about["dc:title"]
        fonts = [
            obj for obj in book.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/FontDescriptor"
        ]
        assert fonts and all(any(key in font for key in ("/FontFile2", "/FontFile3")) for font in fonts)
        assert any("AtkinsonHyperlegible" in str(font.FontName) for font in fonts)
        with book.open_outline() as outline:
            assert len(outline.root) >= 2
        figures = [obj for obj in book.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Figure"]
        assert all(str(figure.get("/Alt", "")) for figure in figures)


CHECKED = ["handboek.pdf", "zakboek.pdf", "beslisboom-toestemming.pdf", *(booklet.file for booklet in BOOKLETS)]


@pytest.mark.parametrize("name", CHECKED)
@pytest.mark.parametrize("checker", ["pdfua", "outloud"])
def test_checkers_of_accessible_pdf_find_no_error(site: Path, checker: str, name: str) -> None:
    path = site / "handboek" / name
    tool = str(Path(sys.executable).parent / checker)
    command = [tool, *(("check",) if checker == "pdfua" else ("--quiet", "--json", "-")), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if checker == "pdfua":
        assert result.returncode == 0, result.stdout[-3000:]
        return
    [report] = json.loads(result.stdout)["results"]
    errors = [one for one in report["findings"] if one["severity"] == "error" and not two_headers(one, path)]
    assert errors == []
    assert report["stats"]["tagged"]


def two_headers(found: Any, path: Path) -> bool:
    """Whether a checker took the lines above the two pages of a sheet for one line of a text that no one hears."""
    foot = pypdfium2.PdfDocument(path)[0].get_height() - 35
    return found["rule"] == "TAG-002" and "boekje" in path.name and all(box["y0"] > foot for box in found["boxes"])


def test_each_address_stands_in_print_beside_its_code(site: Path) -> None:
    book = site / "handboek" / "alles.pdf"
    text = squeezed(" ".join(pages(book)))
    for path in (*(f"/{document.id}/" for document in DOCUMENTS), *(f"/beslisbomen/{id}/" for id in TREES)):
        assert f"Opdesite:{path}" in text or re.search(rf"Opdesite:https?://\S*?{path}", text), path


@pytest.mark.parametrize("book", BOOKS, ids=[book.file for book in BOOKS])
def test_a_cover_says_what_the_book_is_and_warns_of_no_more_than_it_holds(site: Path, book: Book) -> None:
    cover = squeezed(pypdfium2.PdfDocument(site / "handboek" / book.file)[0].get_textpage().get_text_bounded())
    for words in (book.title, book.subtitle, UNPUBLISHED):
        assert squeezed(words) in cover, words
    has_trees = bool({*book.parts} & {"beslisbomen", *TREES})
    assert ("beslisbomengevenadvies" in cover) == has_trees
    assert ("vulhemeerstin" in cover) == (bool({*book.parts} & {*MODELS}) and not has_trees)
    assert "Versie" not in cover


@pytest.mark.parametrize(("version", "said"), [("v1", "v1"), ("v2.1", "v2.1"), ("nieuwste", ""), ("", "")])
def test_a_cover_names_a_version_that_stays(version: str, said: str) -> None:
    assert published(version) == said


def test_an_outcome_goes_on_on_the_next_page_with_its_number_and_its_heading(site: Path) -> None:
    headings = {
        title for tree in TREES.values() for outcome in tree.outcomes.values() for title, _ in parts_of(outcome)
    }
    texts = [[line.strip() for line in page.strip().splitlines()] for page in pages(site / "handboek" / "juristen.pdf")]
    assert not [number for number, lines in enumerate(texts, 1) if lines[-1] in headings]
    begins = {
        f"{numbers(tree)[outcome.id]} {str(outcome.oordeel).capitalize()} Wat je doet"
        for tree in TREES.values()
        for outcome in tree.outcomes.values()
    }
    outcomes = [lines for lines in texts if headings & {*lines}]
    goes_on = [lines for lines in outcomes if lines[0] in begins and {lines[1], lines[2]} & headings]
    assert [
        lines[0] for lines in outcomes if lines[0] not in begins and "de uitkomsten" not in " ".join(lines).lower()
    ] == []
    assert len(goes_on) > 10  # kept whole, each outcome would stand alone on a page that is half empty


def test_the_file_for_jurists_has_every_rule_every_way_and_a_row_for_every_node(site: Path) -> None:
    book = site / "handboek" / "juristen.pdf"
    part = {
        title: " ".join("".join(pages(book)[first : last + 1]).split()) for title, (first, last) in parts(book).items()
    }
    rules = set(re.findall(r"\bR\d+\b", part["Regels van het juridisch kader"]))
    assert {rule.id for rule in read_rules(ROOT)} <= rules
    proof = part["Wat elke weg vraagt"]
    assert all(squeezed(way.value) in squeezed(proof) for way in NEEDS)
    assert "/" not in re.sub(r"en/of", "", proof)  # no id where a reader looks for words
    assert "framework" not in proof and "afweging 1, 2, 3, 4, Wegwijzer voor professionals" in proof
    key = part["Regels van het juridisch kader"].partition("De nummers zijn")[0]
    for short in (
        "PP",
        "SC",
        "WP",
        "WO",
        "Jw",
        "Wmo",
        "BW",
        "Wgbo",
        "AP",
        "GI",
        "VT",
        "OTS",
        "T-geheim",
        "T-hulp",
        "T-AVG",
    ):
        assert re.search(rf"\b{short} ", key), short
    form = squeezed(part["Toetsformulier"])
    for tree in TREES.values():
        for node in tree.nodes:
            assert squeezed(node.text if isinstance(node, Question) else node.title) in form, node.id


def test_no_sentence_of_a_book_ends_twice_or_not_at_all(site: Path) -> None:
    text = " ".join(" ".join(pages(site / "handboek" / "alles.pdf")).split())
    assert re.findall(r"[^.…]{20}(?:\.\.(?!\.)|\.;).{0,10}", text) == []
    assert text.count(" Weg: ") > 20 and text.count(" Niet aangeboden na: ") > 20
    assert re.findall(r".{20}[^.] (?:Weg|Niet aangeboden na): ", text) == []


def test_a_heading_of_a_table_reads_as_a_sentence(site: Path) -> None:
    for tree in TREES.values():
        with pikepdf.open(site / "handboek" / f"beslisboom-{tree.id}.pdf") as book, book.open_outline() as outline:
            [about, last] = [item for item in outline.root[-1].children if "vragen" in item.title or "uitkomsten" in item.title]  # fmt: skip
        for item in (about, last):
            assert re.fullmatch(r".+(?:\? De|: de) (?:vragen|uitkomsten)", str(item.title)), item.title


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_a_link_of_the_text_has_its_address_in_print(site: Path, document: Document) -> None:
    """A finger cannot follow one on paper. An article of a law is found by its name."""
    path = site / "handboek" / f"{document.id}.pdf"
    with pikepdf.open(path) as book:
        links = [one.A for page in book.pages for one in page.get("/Annots", []) if "/URI" in one.get("/A", {})]
        outside = {str(link.URI) for link in links}
    text = squeezed(" ".join(pages(path)))
    unseen = {address for address in outside if squeezed(address).split("://")[1].rstrip("/") not in text}
    assert outside and {address.split("/")[2] for address in unseen} <= {*LAWS_AT}


def test_every_file_stands_on_the_page_with_its_size(site: Path) -> None:
    page = (site / "handboek" / "index.html").read_text("utf-8")
    for file in FILES:
        if file.name in TRACKED_FILES.values():  # an edition's alone
            assert file.name not in page
            continue
        size = (site / "handboek" / file.name).stat().st_size
        shown = f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1e6 else f"{round(size / 1000)} kB"
        assert re.search(
            rf'href="{file.name}" download>[^<]*</a><span data-search-exclude>, {re.escape(shown)}</span>', page
        ), file.name
