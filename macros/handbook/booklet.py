"""A5 pages laid out on A4 sheets, to print double-sided (short edge), fold and bind."""

from __future__ import annotations

import io
from decimal import Decimal

import pikepdf


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


def impose(pages: bytes, gathering: int) -> bytes:
    """The sheets of a booklet from a PDF of A5 pages. The tags of the pages are left behind: this file is for paper."""
    source = pikepdf.open(io.BytesIO(pages))
    sheets = pikepdf.new()
    width, height = (float(Decimal(str(value))) for value in source.pages[0].mediabox[2:])
    for left, right in order(len(source.pages), gathering):
        sheet = sheets.add_blank_page(page_size=(2 * width, height))
        # Not add_overlay: its names are random, and two builds must be the same.
        for name, number, x in (("/Links", left, 0.0), ("/Rechts", right, width)):
            if number is not None:
                form = sheets.copy_foreign(source.pages[number].as_form_xobject())
                sheet.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(name))
                sheet.contents_add(f"q 1 0 0 1 {x} 0 cm {name} Do Q\n".encode())
    with sheets.open_metadata(set_pikepdf_as_editor=False) as about:  # which would write the moment
        about["dc:title"] = str(source.docinfo.get("/Title", "Handboek")) + " (boekje)"
        about["dc:language"] = ["nl"]
    sheets.Root.Lang = pikepdf.String("nl-NL")
    out = io.BytesIO()
    sheets.save(out, deterministic_id=True, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
