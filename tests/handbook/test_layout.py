"""Every page of every printed book: none is nearly empty, no heading and no line of a paragraph stands alone, no letter is small, and the
line above it names what it begins with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from decision_trees.catalogue import TREES
from decision_trees.model import Oordeel
from macros.handbook.booklet import order
from macros.handbook.files import BOOKLET, BOOKLETS, BOOKS, POCKETS, Book
from macros.handbook.typesetting import shortened
from macros.trees.page import numbers
from macros.trees.tables import parts_of

NAMES = [book.file for book in BOOKS]
POCKET_NAMES = {book.file for book in POCKETS}
LEAST = 0.2
"""How much of a page's height must be used at least, as the mean of its two halves."""
MARGINS = {"a4": (72, 67), "a5": (48, 45), "pocket": (24, 23)}
"""Where running header and page number stand: points at the top and at the foot."""
BLOCKS = re.compile(r"/(P|H[1-6]?|LBody|T[DH]|Caption|Note|FENote|TOCI)")
CELLS = ("/TD", "/TH")
"""What a cell holds itself are short headings; its paragraphs and lists are blocks of their own."""
DOTS = 0.5


def used(page: pypdfium2.PdfPage, margins: tuple[int, int]) -> float:
    """How far down a page is used: the mean of its left and right half, so that one column of two counts half."""
    picture = page.render(scale=DOTS, grayscale=True).to_pil()
    top, foot = (round(margin * DOTS) for margin in margins)
    body = picture.crop((0, top, picture.width, picture.height - foot)).point(lambda grey: 255 * (grey < 200))
    middle = body.width // 2
    halves = (body.crop((0, 0, middle, body.height)), body.crop((middle, 0, body.width, body.height)))
    boxes = [half.getbbox() for half in halves]
    return sum(box[3] / body.height if box else 0 for box in boxes) / 2


def margins_of(name: str) -> tuple[int, int]:
    """The margins of a book's pages."""
    return MARGINS["pocket" if name in POCKET_NAMES else "a4"]


@pytest.mark.parametrize("name", NAMES)
def test_no_page_but_the_cover_is_nearly_empty(site: Path, name: str) -> None:
    book = pypdfium2.PdfDocument(site / "handboek" / name)
    shares = {number: round(used(page, margins_of(name)), 2) for number, page in enumerate(book, 1)}
    assert {number: share for number, share in shares.items() if share < LEAST and number > 1} == {}


@pytest.mark.parametrize("booklet", BOOKLETS, ids=[booklet.file for booklet in BOOKLETS])
def test_a_sheet_of_a_booklet_has_no_page_that_is_nearly_empty_but_blank_ones_at_the_end(
    site: Path, booklet: Any
) -> None:
    sheets = pypdfium2.PdfDocument(site / "handboek" / booklet.file)
    margins = MARGINS["a5" if booklet is BOOKLET else "pocket"]
    count = 2 * len(sheets)
    shares: dict[int, float] = {}
    for sheet, sides in zip(sheets, order(count, booklet.gathering), strict=True):
        width, height = sheet.get_size()
        for left, number in zip((0.0, width / 2), sides, strict=True):
            assert number is not None
            sheet.set_cropbox(left, 0, left + width / 2, height)
            shares[number + 1] = round(used(sheet, margins), 2)
    blank = sorted(number for number, share in shares.items() if share == 0)
    assert blank == list(range(count + 1 - len(blank), count + 1)) and len(blank) < 4
    assert {number: share for number, share in shares.items() if 0 < share < LEAST and number > 1} == {}


@cache
def lines(path: Path) -> dict[tuple[int, int], list[tuple[float, float]]]:
    """Where the words of each marked piece of content stand, by page (from 0) and piece: how high, and how far from the left."""
    found: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for number, page in enumerate(pypdfium2.PdfDocument(path)):
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            mark = raw.FPDFPageObj_GetMarkedContentID(piece)
            if mark >= 0:
                at = piece.get_matrix()
                found[number, mark].append((round(at.f, 1), at.e))
    return found


def paragraphs(path: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Each paragraph or part of a list of a tagged book: its kind and its marked pieces, by page and piece."""
    with pikepdf.open(path) as book:
        number = {page.obj.objgen: at for at, page in enumerate(book.pages)}
        waiting: list[tuple[Any, list[tuple[int, int]], Any]] = [(book.Root.StructTreeRoot, [], None)]
        blocks: list[tuple[str, list[tuple[int, int]]]] = []
        while waiting:
            element, pieces, page = waiting.pop()
            if isinstance(element, int):
                pieces.append((number[page.objgen], element))
                continue
            page = element.get("/Pg", page)
            if "/MCID" in element:
                pieces.append((number[page.objgen], int(element.MCID)))
                continue
            kind = str(element.get("/S", ""))
            if BLOCKS.fullmatch(kind):
                pieces = []
                blocks.append((kind, pieces))
            kids = element.get("/K", pikepdf.Array())
            waiting += [(kid, pieces, page) for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])]
        yield from (block for block in blocks if block[0] not in CELLS)


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_paragraph_stands_alone_above_or_below_a_page(site: Path, name: str) -> None:
    path = site / "handboek" / name
    middle = 210 if name in POCKET_NAMES else 1000  # where the second column of a pocket book begins, in points
    alone: list[tuple[int, str]] = []
    broken = 0
    for kind, pieces in paragraphs(path):
        begins: dict[tuple[int, float], float] = {}  # where each line of the block begins, by page and height
        for page, mark in pieces:
            for height, left in lines(path)[page, mark]:
                begins[page, height] = min(left, begins.get((page, height), left))
        columns = [(page, left > middle) for (page, _), left in begins.items()]
        places = sorted(set(columns))
        if len(places) > 1:
            broken += 1
            alone += [(place[0] + 1, kind) for place in (places[0], places[-1]) if columns.count(place) == 1]
    assert alone == []
    assert broken or name not in {"handboek.pdf", "alles.pdf"}  # of a pocket book all may happen to fit


def last_lines(page: pypdfium2.PdfPage, name: str) -> Iterator[tuple[str, bool]]:
    """The last line of each column of a page: its words, and whether all its letters are bold."""
    middle = page.get_width() / 2 if name in POCKET_NAMES else page.get_width()
    foot = margins_of(name)[1]
    columns: dict[bool, dict[float, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
        at = piece.get_matrix()
        if at.f > foot:
            columns[at.e > middle][round(at.f)].append(piece)
    for heights in columns.values():
        line = heights[min(heights)]
        yield (
            "".join(piece.extract() for piece in line),
            all("Bold" in piece.get_font().get_base_name() for piece in line),
        )


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_stands_alone_at_the_foot_of_a_page(site: Path, name: str) -> None:
    book = pypdfium2.PdfDocument(site / "handboek" / name)
    found = [
        (number, *line)
        for number, page in enumerate(book, 1)
        for line in last_lines(page, name)
        if line[1] and number > 1
    ]
    assert found == []


SMALLEST = 9
NO_TEXT = re.compile(r"[\d_]*\s*")
"""What may be smaller: the mark of a note, and the source's underscores below a line to sign on."""


@pytest.mark.parametrize("name", [*NAMES, *(booklet.file for booklet in BOOKLETS)])
def test_no_letter_of_a_book_is_smaller_than_nine_points(site: Path, name: str) -> None:
    small: set[tuple[int, float, str]] = set()
    for number, page in enumerate(pypdfium2.PdfDocument(site / "handboek" / name), 1):
        words = page.get_textpage()
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3, textpage=words):
            size = round(piece.get_font_size() * abs(piece.get_matrix().d), 1)
            if size < SMALLEST and not NO_TEXT.fullmatch(said := piece.extract()):
                small.add((number, size, said))
    assert small == set()


type Place = tuple[int, int, float, float, str]
"""A heading: its level (0 for a part), page (from 0), how far from the left and from the top it stands, its words."""


def headings(path: Path) -> Iterator[Place]:
    """The headings of a book as its bookmarks have them, in order, without that of its contents."""
    with pikepdf.open(path) as book, book.open_outline() as outline:
        page = {one.obj.objgen: at for at, one in enumerate(book.pages)}
        height = float(book.pages[0].mediabox[3])
        for part in outline.root:
            for level, item in ((0, part), *((1, child) for child in part.children)):
                at: Any = item.destination or (item.action and item.action.D)
                if item.title != "Inhoud":
                    yield level, page[at[0].objgen], float(at[2]), height - float(at[3]), str(item.title)


def begins_with(places: list[Place], page: int, top: float, middle: float) -> list[Place]:
    """The headings in whose text a page begins: those before it, and those at its top."""
    return [place for place in places if place[1] < page or (place[1] == page and place[2] < middle and place[3] < top)]


def squeezed(text: str) -> str:
    """Letters and signs without white space."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_the_line_above_a_page_names_what_the_page_begins_with(site: Path, name: str) -> None:
    path = site / "handboek" / name
    book = pypdfium2.PdfDocument(path)
    title = next(one.title for one in BOOKS if one.file == name)
    places = list(headings(path))
    height, pocket = book[0].get_height(), name in POCKET_NAMES
    margin = 26 if pocket else 74
    wrong: list[tuple[int, str, str]] = []
    for number in range(1, len(book)):
        words = squeezed(book[number].get_textpage().get_text_bounded(0, height - margin + 5, 1000, height))
        above = begins_with(places, number, margin + (18 if pocket else 31), 200 if pocket else 1000)
        parts = [at for at, place in enumerate(above) if place[0] == 0]
        part = above[parts[-1]][4] if parts else ("" if pocket else title)
        if pocket:
            expected, words = squeezed(part), re.sub(r"^\d+(–\d+)?|\d+(–\d+)?$", "", words)
        else:
            section = above[-1] if parts and above[-1][0] else next(iter(places[len(above) :]), None)
            here = parts and section and section[0] == 1 and (section in above or section[1] == number)
            whole = section[4] if here and section else ""
            expected = squeezed(f"{part}{whole if words.endswith(squeezed(whole)) else shortened(whole)}")
        if words != expected:
            wrong.append((number + 1, words, expected))
    assert wrong == []
    assert len(places) > 1


@pytest.mark.parametrize("book", [book for book in BOOKS if not book.cards], ids=lambda book: book.file)
def test_all_that_is_said_of_an_outcome_stands_on_one_page(site: Path, book: Book) -> None:
    """Its title, its sentence and its sources: only what to do goes on on the next page."""
    heads = "|".join(re.escape(f"{verdict[0].upper()}{verdict[1:]}") for verdict in map(str, Oordeel))
    said = [
        squeezed(part).replace("\x02", "-")
        for at, page in enumerate(pypdfium2.PdfDocument(site / "handboek" / book.file))
        for part in re.split(  # of the table's columns the first two
            rf"(?m)^(?=\d+ (?:{heads})\s*$)",
            page.get_textpage().get_text_bounded(0, 66, 293 if at % 2 else 310, 772).replace("\r", ""),
        )
    ]
    for id in TREES if "beslisbomen" in book.parts else {*book.parts} & TREES.keys():
        for outcome in TREES[id].outcomes.values():
            number, verdict = numbers(TREES[id])[outcome.id], str(outcome.oordeel)
            begins = squeezed(f"{number}{verdict[0].upper()}{verdict[1:]}{outcome.title}{outcome.sentence}Omdat:")
            laws = [squeezed(source.label) for source in outcome.sources if not source.provision]
            found = [one.partition("Bronnen:")[2] for one in said if one.startswith(begins)]
            assert any(one and all(law in one for law in laws) for one in found), (outcome.id, found)


FEW = 3


@pytest.mark.parametrize("book", [book for book in BOOKS if not book.cards], ids=lambda book: book.file)
def test_a_few_lines_of_an_outcome_stay_below_their_heading(site: Path, book: Book) -> None:
    pages = [
        squeezed(page.get_textpage().get_text_bounded(293 if at % 2 else 310, 66, 595, 772)).replace("\x02", "-")
        for at, page in enumerate(pypdfium2.PdfDocument(site / "handboek" / book.file))
    ]
    for id in TREES if "beslisbomen" in book.parts else {*book.parts} & TREES.keys():
        for outcome in TREES[id].outcomes.values():
            for title, lines in parts_of(outcome):
                if 0 < len(lines) <= FEW:
                    whole = squeezed(f"{title}–{'–'.join(lines)}")
                    assert any(whole in page for page in pages), (outcome.id, title)


def lists(path: Path) -> Iterator[list[set[tuple[int, float]]]]:
    """Each list of a tagged book: of each of its parts the lines, by page and height."""
    with pikepdf.open(path) as book:
        number = {page.obj.objgen: at for at, page in enumerate(book.pages)}
        waiting: list[tuple[Any, set[tuple[int, float]], Any]] = [(book.Root.StructTreeRoot, set(), None)]
        found: list[list[set[tuple[int, float]]]] = []
        while waiting:
            element, held, page = waiting.pop()
            mark = element if isinstance(element, int) else element.get("/MCID")
            page = page if isinstance(element, int) else element.get("/Pg", page)
            if mark is not None:
                at = number[page.objgen]
                held |= {(at, height) for height, _ in lines(path)[at, int(mark)]}
                continue
            kids = element.get("/K", pikepdf.Array())
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            if element.get("/S") == "/L":
                parts: list[set[tuple[int, float]]] = [set() for _ in kids]
                found.append(parts)
                waiting += [(kid, part, page) for kid, part in zip(kids, parts, strict=True)]
            else:
                waiting += [(kid, held, page) for kid in kids]
        yield from found


@pytest.mark.parametrize("name", [name for name in NAMES if name not in POCKET_NAMES])
def test_a_list_of_a_few_short_lines_is_not_torn(site: Path, name: str) -> None:
    short = [
        parts
        for parts in lists(site / "handboek" / name)
        if len(parts) <= FEW and all(len(part) == 1 for part in parts)
    ]
    torn = [parts for parts in short if len({page for part in parts for page, _ in part}) > 1]
    assert torn == []


@pytest.mark.parametrize("name", ["handboek.pdf", "alles.pdf"])
def test_the_register_is_read_down_its_columns_page_by_page(site: Path, name: str) -> None:
    path = site / "handboek" / name
    book = pypdfium2.PdfDocument(path)
    places = list(headings(path))
    [at] = [at for at, place in enumerate(places) if place[4] == "Register"]
    (_, first, _, top, _), (_, last, _, end, _) = places[at], places[at + 1]
    starts: list[str] = []
    for number in range(first, last + 1):
        columns: dict[int, list[tuple[float, float, str]]] = {0: [], 1: []}
        page = book[number]
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
            place = piece.get_matrix()
            down = page.get_height() - place.f
            below = top + 30 if number == first else 74  # the heading, or the line above the page
            if below < down < (end if number == last else 772) and piece.extract().strip("[‘")[:1].isalpha():
                columns[place.e > page.get_width() / 2].append((down, place.e, piece.extract()))
        for column in columns.values():
            edge = min((left for _, left, _ in column), default=0)
            starts += [said.strip("[‘")[0].lower() for _, left, said in sorted(column) if left < edge + 1]
    assert len(starts) > 30 and starts == sorted(starts)


@pytest.mark.parametrize("name", NAMES)
def test_no_line_ends_before_the_number_that_its_last_word_names(site: Path, name: str) -> None:
    ends = [
        (number, line)
        for number, page in enumerate(pypdfium2.PdfDocument(site / "handboek" / name), 1)
        for line in page.get_textpage().get_text_bounded().splitlines()
        if re.search(r"(?:\bblz\.|: ga naar|\bga naar)$", line.strip())
    ]
    assert ends == []
