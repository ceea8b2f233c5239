"""Every PDF against the clauses of PDF/A-2a that a program can see, and each of these against a PDF that breaks it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from macros.handbook.files import POCKET_BOOKLET
from tests.handbook.archive_clauses import violations
from tests.handbook.test_books import PDFS


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_breaks_no_clause_of_the_standard_for_archives(site: Path, name: str) -> None:
    path = site / "handboek" / name
    with pikepdf.open(path) as book:
        assert book.check_pdf_syntax() == []
    assert violations(path.read_bytes()) == set()


type Break = Callable[[pikepdf.Pdf], object]


def first(book: pikepdf.Pdf, key: str, value: str) -> Any:
    """The first dictionary with that value."""
    return next(one for one in book.objects if isinstance(one, Dictionary) and one.get(key) == value)


def link(book: pikepdf.Pdf) -> Any:
    """A link."""
    return next(page for page in book.pages if "/Annots" in page).Annots[0]


def draw(book: pikepdf.Pdf, operators: bytes) -> None:
    """Draw before all that a page draws."""
    book.pages[0].contents_add(operators, prepend=True)


def say(book: pikepdf.Pdf, key: str, value: str) -> None:
    """Say something else in the metadata."""
    with book.open_metadata(set_pikepdf_as_editor=False) as about:
        about[key] = value


def put(thing: Any, key: str, value: Any) -> None:
    """Set a key of a dictionary."""
    thing[key] = value


def undeclare(book: pikepdf.Pdf) -> None:
    """Take the description of a schema out of the metadata."""
    said = book.Root.Metadata.read_bytes()
    book.Root.Metadata = book.make_stream(
        said.replace(b"namespaceURI>http://www.aiim.org/pdfua/ns/id/<", b"namespaceURI>x:<")
    )


LZW = bytes.fromhex("800B6050220C0C8501")
"""Ten letters, packed in a way that was patented once."""
BROKEN: list[tuple[str, Break]] = [
    ("6.1.7.1", lambda book: put(book.pages[0].Contents, "/F", pikepdf.String("elsewhere"))),
    ("6.1.7.2", lambda book: put(book.Root, "/Extra", book.make_stream(LZW, Filter=Name.LZWDecode))),
    ("6.1.13", lambda book: put(book.Root, "/Lang", pikepdf.String("n" * 40000))),
    ("6.1.13", lambda book: put(book.pages[0], "/MediaBox", Array([0, 0, 2, 2]))),
    ("6.1.13", lambda book: draw(book, b"q " * 29 + b"Q " * 29)),
    ("6.2.3", lambda book: put(book.Root, "/OutputIntents", Array())),
    ("6.2.3", lambda book: put(book.Root.OutputIntents[0].DestOutputProfile, "/N", 4)),
    ("6.2.4.3", lambda book: draw(book, b"0 0 0 1 k")),
    ("6.2.5", lambda book: put(book.pages[0].Resources, "/ExtGState", Dictionary(x=Dictionary(TR=Name.Identity)))),
    ("6.2.8", lambda book: put(book.pages[0].Contents, "/Interpolate", True)),
    ("6.2.9", lambda book: put(book.pages[0].Contents, "/Ref", Dictionary())),
    ("6.2.10", lambda book: put(book.pages[0].Resources, "/ExtGState", Dictionary(x=Dictionary(BM=Name.Strange)))),
    ("6.2.11.3.2", lambda book: first(book, "/Subtype", "/CIDFontType2").__delitem__("/CIDToGIDMap")),
    ("6.2.11.4", lambda book: first(book, "/Type", "/FontDescriptor").__delitem__("/FontFile2")),
    ("6.2.11.7", lambda book: first(book, "/Subtype", "/Type0").__delitem__("/ToUnicode")),
    (
        "6.2.11.7",
        lambda book: put(first(book, "/Subtype", "/Type0"), "/ToUnicode", book.make_stream(b"<0001> <FFFE>")),
    ),
    ("6.3", lambda book: link(book).__delitem__("/Contents")),
    ("6.3.2", lambda book: link(book).__delitem__("/F")),
    ("6.3.3", lambda book: put(link(book), "/Subtype", Name.Square)),
    ("6.4.1", lambda book: put(book.Root, "/AcroForm", Dictionary(NeedAppearances=True))),
    ("6.4.2", lambda book: put(book.Root, "/NeedsRendering", True)),
    ("6.5.1", lambda book: put(link(book), "/A", Dictionary(S=Name.Launch))),
    ("6.5.1", lambda book: put(book.Root, "/OpenAction", Dictionary(S=Name.JavaScript, JS=pikepdf.String("1")))),
    ("6.5.2", lambda book: put(book.pages[0], "/AA", Dictionary())),
    ("6.6.2.1", lambda book: book.Root.__delitem__("/Metadata")),
    ("6.6.2.3", undeclare),
    ("6.6.3", lambda book: put(book.docinfo, "/Title", pikepdf.String("another"))),
    ("6.6.3", lambda book: put(book.docinfo, "/Author", pikepdf.String("another"))),
    ("6.6.3", lambda book: put(book.docinfo, "/ModDate", pikepdf.String("D:20200101000000Z"))),
    ("6.6.4", lambda book: say(book, "pdfaid:conformance", "B")),
    ("6.7.2", lambda book: put(book.Root.MarkInfo, "/Suspects", True)),
    ("6.7.3", lambda book: draw(book, b"0 0 9 9 re f")),
    ("6.7.3", lambda book: book.Root.__delitem__("/StructTreeRoot")),
    ("6.7.3.4", lambda book: put(book.Root.StructTreeRoot.RoleMap, "/Strong", Name.Loud)),
    ("6.7.3.4", lambda book: put(book.Root.StructTreeRoot.RoleMap, "/P", Name.H1)),
    ("6.7.4", lambda book: book.Root.__delitem__("/Lang")),
    ("6.7.5", lambda book: put(first(book, "/S", "/P"), "/S", Name.Figure)),
    ("6.8", lambda book: put(book.Root, "/Names", Dictionary(EmbeddedFiles=Dictionary()))),
    ("6.9", lambda book: put(book.Root, "/OCProperties", Dictionary())),
    ("6.10", lambda book: put(book.pages[0], "/PresSteps", Dictionary())),
    ("6.11", lambda book: put(book.Root, "/Requirements", Array())),
]


@pytest.mark.parametrize(("clause", "harm"), BROKEN, ids=[clause for clause, _ in BROKEN])
def test_what_breaks_a_clause_is_found(site: Path, clause: str, harm: Break) -> None:
    made = io.BytesIO()
    with pikepdf.open(site / "handboek" / POCKET_BOOKLET.file) as book:
        harm(book)
        book.save(
            made, static_id=True, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
        )  # what is broken stays so
    assert clause in violations(made.getvalue())


@pytest.mark.parametrize(
    ("clause", "harm"),
    [
        ("6.1.2", lambda pdf: pdf.replace(b"%PDF-1.7", b"%PDF-2.0", 1)),
        ("6.1.3", lambda pdf: pdf + b"more"),
    ],
)
def test_what_breaks_the_file_itself_is_found(site: Path, clause: str, harm: Callable[[bytes], bytes]) -> None:
    assert clause in violations(harm((site / "handboek" / POCKET_BOOKLET.file).read_bytes()))
