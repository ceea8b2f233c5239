"""From the Typst code of a book to its file: fonts, standards, and a cache of what was set before."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol, cast

import pikepdf
import typst

from macros.handbook.book import BookWriter
from macros.handbook.contents import Contents
from macros.handbook.files import Book
from macros.handbook.pocket import PocketWriter
from macros.shared.errors import BuildError

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
STANDARDS = ["ua-1", "a-2a"]
"""One file is both: PDF/UA-1 for who reads with a screen reader, PDF/A-2a for archives."""


class Writer(Protocol):
    """Who writes the Typst code of a book."""

    def code(self) -> str:
        """The whole book."""


def writer_of(book: Book, contents: Contents, folder: Path) -> Writer:
    """Who writes this book."""
    return (PocketWriter if book.cards else BookWriter)(book, contents, folder)


def check_fonts() -> None:
    """BuildError when a font that the books need is missing."""
    wanted = [
        f"AtkinsonHyperlegibleNext-{style}.ttf" for style in ("400-normal", "400-italic", "700-normal", "700-italic")
    ]
    if missing := [name for name in wanted if not (FONTS / name).exists()]:
        raise BuildError(
            "macros/handbook/fonts",
            f"the font {missing[0]} is missing",
            "Restore it (git checkout macros/handbook/fonts), or build without books: BOOKS=0 make build.",
        )


def packed(pdf: bytes) -> bytes:
    """The same PDF with its objects in compressed streams, which PDF/A-2 allows: a third of the size."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, deterministic_id=True
        )
    return out.getvalue()


def make_pdf(book: Book, contents: Contents, cache: Path) -> bytes:
    """A book as PDF. What was made before from the same code and pictures comes from the cache."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for look in HERE.glob("*.typ"):
            shutil.copyfile(look, folder / look.name)
        (folder / "main.typ").write_text(writer_of(book, contents, folder).code(), "utf-8")
        digest = hashlib.sha256(version("typst").encode())
        for file in sorted(folder.iterdir()):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
        kept = cache / f"{book.file}.{digest.hexdigest()[:20]}"
        if not kept.exists():
            try:
                made = typst.compile(
                    folder / "main.typ",
                    font_paths=[FONTS],
                    ignore_system_fonts=True,
                    pdf_standards=cast("Any", STANDARDS),
                )
            except RuntimeError as error:
                raise BuildError(
                    f"macros/handbook ({book.file})",
                    str(error)[:600],
                    "Mend it, or build without books: BOOKS=0 make build.",
                ) from error
            cache.mkdir(parents=True, exist_ok=True)
            for old in cache.glob(f"{book.file}.*"):
                old.unlink()
            fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
            fresh.write_bytes(packed(bytes(made)))
            fresh.replace(kept)
        return kept.read_bytes()
