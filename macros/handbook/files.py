"""All files of the handbook by name: what they are, and how they are made."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from macros.documents import DOCUMENTS
from macros.handbook.book import BOOKLET, BOOKS, Contents, check_fonts, make_pdf
from macros.handbook.booklet import impose
from macros.handbook.epub import make_epub
from macros.handbook.word import WordFile


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


def make_all(contents: Contents, cache: Path) -> dict[str, bytes]:
    """Every file by name. BuildError when a font is missing or a book cannot be set."""
    check_fonts()
    made: dict[str, Callable[[], bytes]] = {
        BOOKLET.file: lambda: impose(make_pdf(BOOKLET, contents, cache)),
        **{book.file: lambda book=book: make_pdf(book, contents, cache) for book in BOOKS},  # type: ignore[misc]
        "handboek.epub": lambda: make_epub(contents),
        **{
            file: lambda id=id: WordFile(next(d for d in DOCUMENTS if d.id == id), contents).render()  # type: ignore[misc]
            for id, file in WORD_FILES.items()
        },
    }
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        tasks = {name: pool.submit(make) for name, make in made.items()}
        return {name: task.result() for name, task in tasks.items()}


def kept_from(folder: Path) -> dict[str, bytes]:
    """The files of an earlier build, as far as they are there."""
    return {file.name: (folder / file.name).read_bytes() for file in FILES if (folder / file.name).exists()}
