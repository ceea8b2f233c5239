"""All files of the handbook: what there is. make.py makes them; this module loads nothing for that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.text.documents import DOCUMENTS


@dataclass(frozen=True)
class Book:
    """A file that can be printed. `parts` names documents by id, "beslisbomen" for the trees, "alles" for what a whole
    book has besides."""

    file: str
    title: str
    subtitle: str
    parts: tuple[str, ...]
    paper: str = "a4"


DOCUMENT_IDS = tuple(document.id for document in DOCUMENTS)
HANDBOOK = Book(
    "handboek.pdf",
    "Handboek gegevens delen in de proeftuin",
    "Modelconvenant, privacyprotocol, wegwijzers, vuistregels en beslisbomen",
    (*DOCUMENT_IDS, "beslisbomen", "alles"),
)
BOOKS = (
    HANDBOOK,
    *(Book(f"{d.id}.pdf", d.title, "Gegevens delen in de proeftuin", (d.id,)) for d in DOCUMENTS),
    Book(
        "beslisbomen.pdf",
        "Beslisbomen",
        "Mag ik dit delen? Heb ik toestemming nodig? Is dit een datalek? Wat als iemand zijn recht gebruikt?",
        ("beslisbomen",),
    ),
)
BOOKLET = Book("handboek-boekje.pdf", HANDBOOK.title, HANDBOOK.subtitle, HANDBOOK.parts, "a5")


@dataclass(frozen=True)
class BookFile:
    """A file that readers can take along. `group` is the heading it stands under on /handboek/."""

    name: str
    title: str
    group: str


WHOLE, SINGLE, MODEL = "Het hele handboek", "Eén document", "Het model om in te vullen (Word)"
WORD_FILES = {"convenant": "modelconvenant.docx", "privacyprotocol": "privacyprotocol.docx"}
FILES = (
    BookFile(BOOKS[0].file, "Handboek, om te lezen en te printen (PDF, A4)", WHOLE),
    BookFile(
        BOOKLET.file,
        "Boekje: A5 op A4-vellen. Print dubbelzijdig over de korte kant en vouw per vier vellen (PDF)",
        WHOLE,
    ),
    BookFile("handboek.epub", "Handboek voor e-reader en telefoon (EPUB)", WHOLE),
    *(BookFile(book.file, f"{book.title} (PDF)", SINGLE) for book in BOOKS[1:]),
    *(
        BookFile(file, next(d.title for d in DOCUMENTS if d.id == id) + " (DOCX)", MODEL)
        for id, file in WORD_FILES.items()
    ),
)
KEPT_OFFLINE = ("handboek.pdf", "handboek.epub")
"""What a device keeps when the reader asks for the handbook too."""


NAMES_IN_EDITION = {"modelconvenant.docx": "convenant.docx"}
"""What a file of the model is called in an edition, where that is otherwise."""


def kept_from(folder: Path) -> dict[str, bytes]:
    """The files of an earlier build, as far as they are there."""
    names = (*(file.name for file in FILES), *NAMES_IN_EDITION.values())
    return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}
