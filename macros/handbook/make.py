"""Making every file of the handbook. Loads the libraries that do it, so it is imported only when books are made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from macros.handbook.booklet import impose
from macros.handbook.contents import Contents
from macros.handbook.epub import make_epub
from macros.handbook.files import BOOKLETS, BOOKS, FORMER
from macros.handbook.printing import check_fonts, make_pdf
from macros.handbook.word import word_files


@contextmanager
def stopping(pool: ThreadPoolExecutor) -> Iterator[ThreadPoolExecutor]:
    """A pool that begins nothing more once something went wrong: who reads the error need not wait for the other books."""
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def make_all(contents: Contents, cache: Path) -> dict[str, bytes]:
    """Every file by name. BuildError when a font is missing or a book cannot be set."""
    check_fonts()
    with stopping(ThreadPoolExecutor(max_workers=os.cpu_count() or 2)) as pool:
        printed = {
            book: pool.submit(make_pdf, book, contents, cache)
            for book in dict.fromkeys((*BOOKS, *(booklet.of for booklet in BOOKLETS)))
        }
        epub = pool.submit(make_epub, contents)
        word = pool.submit(word_files, contents)
        made = {
            **{book.file: printed[book].result() for book in BOOKS},
            **{booklet.file: impose(printed[booklet.of].result(), booklet.gathering) for booklet in BOOKLETS},
            "handboek.epub": epub.result(),
            **word.result(),
        }
        return made | {former: made[file] for former, file in FORMER.items()}
