"""Making every file of the handbook. Loads the libraries that do it, so it is imported only when books are made."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros.handbook.book import Contents, check_fonts, make_pdf
from macros.handbook.booklet import impose
from macros.handbook.epub import make_epub
from macros.handbook.files import BOOKLET, BOOKS, WORD_FILES
from macros.handbook.word import WordFile


def make_all(contents: Contents, cache: Path) -> dict[str, bytes]:
    """Every file by name. BuildError when a font is missing or a book cannot be set."""
    check_fonts()
    made: dict[str, Callable[[], bytes]] = {
        BOOKLET.file: lambda: impose(make_pdf(BOOKLET, contents, cache)),
        **{book.file: lambda book=book: make_pdf(book, contents, cache) for book in BOOKS},  # type: ignore[misc]
        "handboek.epub": lambda: make_epub(contents),
        **{
            file: lambda id=id: WordFile(contents.documents[id], contents).render()  # type: ignore[misc]
            for id, file in WORD_FILES.items()
        },
    }
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        tasks = {name: pool.submit(make) for name, make in made.items()}
        return {name: task.result() for name, task in tasks.items()}
