"""A5 pages laid out on A4 sheets, to print double-sided (short edge), fold and bind; tagged, so that who reads by ear hears the book in its order.

A page's content is set on its sheet itself, not as a form of its own: readers look for the tags of what stands on a page.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

NAMED = {"Tf": 0} | dict.fromkeys(("Do", "gs", "sh", "cs", "CS", "scn", "SCN", "BDC", "DP"), -1)
"""The operators that can name something of the page's resources, and as which of their operands."""
PAGED = "http://ns.adobe.com/xap/1.0/t/pg/"
ACROSS = {"/XYZ": (2,), "/FitR": (2, 4), "/FitV": (2,), "/FitBV": (2,)}
"""Where in a destination stands how far from the left it lies, by its kind."""


def order(count: int, gathering: int) -> list[tuple[int | None, int | None]]:
    """Which two pages (from 0) stand left and right on each side of the sheets, front and back in turn.

    `gathering`: how many pages are folded together, four to a sheet. None is an empty page: the last gathering is filled up to sheets.
    """
    sides: list[tuple[int | None, int | None]] = []
    for start in range(0, count, gathering):
        size = min(gathering, -(-(count - start) // 4) * 4)
        numbers: list[int | None] = [start + n if start + n < count else None for n in range(size)]
        for sheet in range(size // 4):
            low, high = 2 * sheet, size - 1 - 2 * sheet
            sides.append((numbers[high], numbers[low]))
            sides.append((numbers[low + 1], numbers[high - 1]))
    return sides


@dataclass(frozen=True)
class Place:
    """Where a page stands: its sheet, how far from the left, and how many marked pieces of content the sheet has before its own."""

    sheet: Dictionary
    left: Decimal
    marks: int


type Places = dict[tuple[int, int], Place]
"""By the number of a page's object."""


def impose(pages: bytes, gathering: int) -> bytes:
    """The sheets of a booklet from a tagged PDF of A5 pages, with its tags, links, bookmarks and what it says of itself."""
    with pikepdf.open(io.BytesIO(pages)) as book:
        own = list(book.pages)
        sides = order(len(own), gathering)
        places: Places = {}
        for side in sides:
            _set([own[number] if number is not None else None for number in side], book, places)
        for thing in book.objects:
            _aim(thing, places)
        _retag(book.Root.StructTreeRoot, places)
        del book.pages[: len(own)]
        book.Root.PageLabels = Dictionary(Nums=Array(_labels(sides)))
        with book.open_metadata(set_pikepdf_as_editor=False) as about:  # which would write the moment
            about["dc:title"] = f"{about['dc:title']} (boekje)"
            about[f"{{{PAGED}}}NPages"] = str(len(sides))
            for id in ("xmpMM:DocumentID", "xmpMM:InstanceID"):
                about[id] = f"{about[id]}-boekje"
        out = io.BytesIO()
        book.save(
            out, deterministic_id=True, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return out.getvalue()


def _labels(sides: Sequence[Sequence[int | None]]) -> Iterator[Any]:
    """What a reader calls each side: the pages that stand on it."""
    for at, side in enumerate(sides):
        yield at
        yield Dictionary(
            P=pikepdf.String(" en ".join(str(number + 1) for number in side if number is not None) or "leeg")
        )


def _set(side: Sequence[pikepdf.Page | None], book: pikepdf.Pdf, places: Places) -> None:
    """Set two pages on one side of a sheet, behind the pages that the book has; their places are added to `places`."""
    width, height = (Decimal(str(value)) for value in book.pages[0].mediabox[2:])
    sheet = book.add_blank_page(page_size=(2 * width, height)).obj
    parents = pikepdf.NumberTree(book.Root.StructTreeRoot.ParentTree)
    drawn: list[bytes] = []
    marked, sheet.Annots = Array(), Array()
    for name, page, left in zip("LR", side, (Decimal(0), width), strict=True):
        if page is None:
            continue
        places[page.obj.objgen] = Place(sheet, left, len(marked))
        drawn.append(b"q 1 0 0 1 %s 0 cm\n%s\nQ\n" % (str(left).encode(), _drawn(page, f"/{name}", len(marked))))
        for kind, things in page.resources.items():
            if isinstance(things, Dictionary):
                named = {f"/{name}{key[1:]}": thing for key, thing in things.items()}
                sheet.Resources[kind] = Dictionary({**dict(sheet.Resources.get(kind, Dictionary()).items()), **named})
        for link in page.obj.get("/Annots", Array()):
            _shift(link, ("/Rect", "/QuadPoints"), left)
            sheet.Annots.append(link)
        if "/StructParents" in page.obj:  # not on a page with nothing but a line above and below it
            sheet.StructParents = page.obj.StructParents
            marked.extend(parents[int(page.obj.StructParents)])
            del parents[int(page.obj.StructParents)]
    if "/StructParents" in sheet:
        parents[int(sheet.StructParents)] = marked
    sheet.Tabs = Name.S
    sheet.Contents = book.make_stream(b"".join(drawn))


def _drawn(page: pikepdf.Page, prefix: str, marks: int) -> bytes:
    """What draws a page, with `prefix` before the names of its resources, and its marks counted on from `marks`."""
    drawn = pikepdf.parse_content_stream(page)
    for at, one in enumerate(drawn):
        operator, operands = str(one.operator), list(one.operands)
        named = NAMED.get(operator)
        if named is not None and isinstance(operands[named], Name):
            operands[named] = Name(f"{prefix}{str(operands[named])[1:]}")
        elif operator == "BDC" and "/MCID" in operands[-1]:
            operands[-1].MCID = int(operands[-1].MCID) + marks
        else:
            continue
        drawn[at] = pikepdf.ContentStreamInstruction(operands, one.operator)
    return pikepdf.unparse_content_stream(drawn)


def _shift(thing: Object, keys: Sequence[str], left: Decimal) -> None:
    """Move what a dictionary says of a place (x and y in turn) to the right."""
    for key in keys:
        if key in thing:
            thing[key] = Array([value + left if at % 2 == 0 else value for at, value in enumerate(thing[key])])


def _aim(thing: Any, places: Places) -> None:
    """Have every destination in an object lead to the sheet on which its page stands."""
    if not isinstance(thing, Dictionary | Array):
        return
    parts = list(thing.values() if isinstance(thing, Dictionary) else thing)
    if isinstance(thing, Array) and len(parts) > 1 and isinstance(parts[1], Name):
        page, kind = parts[:2]
        if isinstance(page, Dictionary) and (place := places.get(page.objgen)):
            thing[0] = place.sheet
            for at in ACROSS.get(str(kind), ()):
                if parts[at] is not None:
                    thing[at] = parts[at] + place.left
    for part in parts:
        if isinstance(part, Dictionary | Array) and not part.is_indirect:
            _aim(part, places)


def _retag(element: Object, places: Places) -> Place | None:
    """Have an element of the tree of tags, and all below it, name its sheet and the marks there. Gives the place where it begins."""
    own = first = _on_sheet(element, places)
    kids = element.get("/K", Array())
    tagged: list[Any] = []
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            assert own  # a mark by itself is one of its element's page
            tagged.append(kid + own.marks)
            continue
        tagged.append(kid)
        place = _retag(kid, places) if "/S" in kid else _on_sheet(kid, places) or own
        first = first or place
        if place and "/MCID" in kid:
            kid.MCID = int(kid.MCID) + place.marks
    if tagged:
        element.K = Array(tagged) if isinstance(kids, Array) else tagged[0]
    looks = element.get("/A", Array())
    for look in looks if isinstance(looks, Array) else [looks]:
        if first and isinstance(look, Dictionary):
            _shift(look, ("/BBox",), first.left)
    return first


def _on_sheet(thing: Object, places: Places) -> Place | None:
    """The place of what names a page, which names its sheet from now on; nothing when it names none."""
    if "/Pg" not in thing:
        return None
    place = places[thing.Pg.objgen]
    thing.Pg = place.sheet
    return place
