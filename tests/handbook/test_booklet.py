"""The booklets: their pages in order when folded, and on a screen all that the books are: the same words, tags, links and looks."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops
from PIL.Image import Image
from pypdfium2 import raw

from macros.handbook.booklet import PAGED, impose, order
from macros.handbook.files import BOOKLET, BOOKLETS, BOOKS, POCKET, Booklet
from tests.handbook.test_books import difference


@pytest.mark.parametrize("count", [1, 4, 5, 16, 17, 24, 100])
@pytest.mark.parametrize("gathering", sorted({booklet.gathering for booklet in BOOKLETS}))
def test_a_folded_booklet_has_its_pages_in_order(count: int, gathering: int) -> None:
    read = []
    sides = order(count, gathering)
    per_gathering = gathering // 2
    for start in range(0, len(sides), per_gathering):
        together = sides[start : start + per_gathering]
        fronts, backs = together[0::2], together[1::2]
        for (_, right), (left, _) in zip(fronts, backs, strict=True):  # the first half of the folded sheets
            read += [right, left]
        for (left, _), (_, right) in reversed(list(zip(fronts, backs, strict=True))):
            read += [right, left]
    assert [page for page in read if page is not None] == list(range(count))


def test_a_sheet_carries_two_pages(site: Path) -> None:
    sheets = pypdfium2.PdfDocument(site / "handboek" / "handboek-boekje.pdf")
    assert {(round(w), round(h)) for w, h in (page.get_size() for page in sheets)} == {(839, 595)}
    text = sheets[2].get_textpage().get_text_bounded()
    assert re.search(r"\b3\b", text) and re.search(r"\b14\b", text)


type Heard = tuple[str, str]
"""The kind of an element, or that it is a link, and what it says."""


@cache
def heard(path: Path) -> list[Heard]:
    """What a reader aloud says of a tagged PDF: each piece of text and the description of each link, in the order of the tags."""
    document = pypdfium2.PdfDocument(path)
    said: dict[tuple[int, int], str] = defaultdict(str)
    for number, page in enumerate(document):
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
            said[number, raw.FPDFPageObj_GetMarkedContentID(piece)] += piece.extract()
    found: list[Heard] = []
    with pikepdf.open(path) as book:
        number_of = {page.obj.objgen: number for number, page in enumerate(book.pages)}

        def listen(element: Any) -> None:
            kids = element.get("/K", pikepdf.Array())
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if not isinstance(kid, int) and "/S" in kid:
                    listen(kid)
                elif isinstance(kid, int) or "/MCID" in kid:
                    page = element.Pg if isinstance(kid, int) else kid.get("/Pg", element.get("/Pg"))
                    mark = kid if isinstance(kid, int) else int(kid.MCID)
                    # PDFium adds a space behind what another piece follows on its line, not in the same places on a sheet.
                    found.append((str(element.S), said[number_of[page.objgen], mark].rstrip()))
                else:
                    found.append((str(kid.Type), str(kid.Obj.Contents)))

        listen(book.Root.StructTreeRoot)
    return found


FOLDED = [booklet for booklet in BOOKLETS if booklet.of in BOOKS]
"""The booklets whose book is a file of its own, in A5 too."""


@pytest.mark.parametrize("booklet", FOLDED, ids=lambda booklet: booklet.file)
def test_a_booklet_is_read_aloud_as_its_book(site: Path, booklet: Booklet) -> None:
    book, folded = (heard(site / "handboek" / name) for name in (booklet.of.file, booklet.file))
    assert sum(bool(words) for _, words in book) > 1000
    assert folded == book


def test_the_booklet_of_the_texts_says_what_they_say(site: Path) -> None:
    """The texts are a file in A4, with other numbers of pages, other breaks in words, and other lines."""

    def letters(name: str) -> str:
        words = "".join(words for kind, words in heard(site / "handboek" / name) if kind != "/OBJR")
        return re.sub(r"[\W\d_]", "", words)

    book, folded = letters("handboek.pdf"), letters(BOOKLET.file)
    assert len(book) > 60_000
    assert difference(book, folded) == ""


type Aim = tuple[str, int, list[float], int, list[float]]
"""What something says, the page and the box that it stands in, the page and the place that it leads to."""


def aims(path: Path) -> Iterator[Aim]:
    """Every link within a PDF in the order of its tags, its bookmarks, and the boxes of its tables, which lead nowhere."""
    with pikepdf.open(path) as book, book.open_outline() as outline:
        number = {page.obj.objgen: at for at, page in enumerate(book.pages)}
        links = [(number[page.obj.objgen], link) for page in book.pages for link in page.get("/Annots", [])]
        for page, link in sorted(links, key=lambda one: int(one[1].StructParent)):
            target: Any = link.get("/Dest") or link.get("/A", pikepdf.Dictionary()).get("/D")
            if target:
                box = [float(value) for value in (*link.Rect, *link.get("/QuadPoints", ()))]
                yield str(link.Contents), page, box, number[target[0].objgen], [float(target[2]), float(target[3])]
        for item in (one for part in outline.root for one in (part, *part.children)):
            target = item.destination or (item.action and item.action.D)
            yield str(item.title), 0, [], number[target[0].objgen], [float(target[2]), float(target[3])]
        tables = [obj for obj in book.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Table"]
        for table, look in ((one, look) for one in tables for look in one.A if "/BBox" in look):
            below: Any = table
            while "/Pg" not in below:
                below = below.K[0]
            yield "", number[below.Pg.objgen], [float(value) for value in look.BBox], 0, []


@pytest.mark.parametrize("booklet", FOLDED, ids=lambda booklet: booklet.file)
def test_links_bookmarks_and_boxes_of_a_booklet_lead_and_stand_where_those_of_its_book_do(
    site: Path, booklet: Booklet
) -> None:
    path = site / "handboek" / booklet.of.file
    with pikepdf.open(path) as book:
        count, width = len(book.pages), float(book.pages[0].mediabox[2])
    sheet_of = {
        page: (at, column * width)
        for at, side in enumerate(order(count, booklet.gathering))
        for column, page in enumerate(side)
        if page is not None
    }

    def moved(page: int, values: list[float]) -> tuple[int, list[float]]:
        at, left = sheet_of[page]
        return at, [round(value + (left if number % 2 == 0 else 0), 2) for number, value in enumerate(values)]

    expected = [
        (words, *(moved(page, box) if box else (0, [])), *(moved(target, place) if place else (0, [])))
        for words, page, box, target, place in aims(path)
    ]
    found = [
        (words, page, [round(value, 2) for value in box], target, [round(value, 2) for value in place])
        for words, page, box, target, place in aims(site / "handboek" / booklet.file)
    ]
    assert len(expected) > 80 and any(not words for words, *_ in expected)
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("booklet", BOOKLETS, ids=lambda booklet: booklet.file)
def test_every_mark_on_a_sheet_is_that_of_one_element(site: Path, booklet: Booklet) -> None:
    with pikepdf.open(site / "handboek" / booklet.file) as sheets:
        parents = pikepdf.NumberTree(sheets.Root.StructTreeRoot.ParentTree)
        left = {
            one.objgen for one in sheets.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Page"
        }
        assert left == {sheet.obj.objgen for sheet in sheets.pages}  # nothing leads to a page of the book any more
        for sheet in sheets.pages:
            operands = [one.operands for one in pikepdf.parse_content_stream(sheet, "BDC")]
            marks = [int(said[1].MCID) for said in operands if "/MCID" in said[1]]
            owners = parents[int(sheet.obj.StructParents)]
            assert sorted(marks) == list(range(len(owners)))
            for mark, owner in enumerate(owners):
                kids = owner.K if isinstance(owner.K, pikepdf.Array) else [owner.K]
                whole = [kid for kid in kids if isinstance(kid, int) and owner.Pg == sheet.obj]
                parts = [
                    int(kid.MCID)
                    for kid in kids
                    if not isinstance(kid, int) and kid.get("/Pg") == sheet.obj and "/MCID" in kid
                ]
                assert [*whole, *parts].count(mark) == 1
        assert sheets.open_metadata()[f"{{{PAGED}}}NPages"] == str(len(sheets.pages))


@pytest.mark.parametrize("booklet", FOLDED, ids=lambda booklet: booklet.file)
def test_a_sheet_shows_its_pages_as_the_book_does(site: Path, booklet: Booklet) -> None:
    book, sheets = (pypdfium2.PdfDocument(site / "handboek" / name) for name in (booklet.of.file, booklet.file))
    for sheet, side in zip(sheets, order(len(book), booklet.gathering), strict=True):
        width, height = sheet.get_size()
        for left, number in zip((0.0, width / 2), side, strict=True):
            if number is not None:
                sheet.set_cropbox(left, 0, left + width / 2, height)
                pictures = [one.render(grayscale=True).to_pil() for one in (sheet, book[number])]
                assert pictures[0].size == pictures[1].size
                assert mean_difference(*pictures) < 1, number + 1


def mean_difference(one: Image, other: Image) -> float:
    """How much two grey pictures of one size differ, as the mean of all their points (0 to 255)."""
    counts = ImageChops.difference(one, other).histogram()
    return sum(grey * count for grey, count in enumerate(counts)) / sum(counts)


def test_a_page_without_tags_has_its_place_on_a_sheet(site: Path) -> None:
    """As one may come where a chapter begins on a left page: with a line above it, and nothing that is read aloud."""
    made = io.BytesIO()
    with pikepdf.open(site / "handboek" / POCKET.file) as book:
        book.add_blank_page(page_size=(419.53, 595.28))
        book.save(made)
        count = len(book.pages)
    with pikepdf.open(io.BytesIO(impose(made.getvalue(), 24))) as sheets:
        tagged = ["/StructParents" in sheet.obj for sheet in sheets.pages]
    assert len(tagged) == len(order(count, 24)) and tagged[:-2] == [True] * (len(tagged) - 2)
    assert tagged[-2:] == [False, False]
