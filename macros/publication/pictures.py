"""The picture that a chat or mail shows beside a link to an article or a tree. Made only where the site knows its address: such
a picture is named by a whole address or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from decision_trees.catalogue import TREES
from macros import handbook
from macros.text.documents import Document
from macros.text.register import Register

TEMPLATE = Path(__file__).parent / "pictures.typ"
FONTS = Path(handbook.__file__).parent / "fonts"
FOLDER = "assets/delen"
WHOLE_SITE = "site"
"""The picture of every page that has none of its own."""
EXAMPLES = "voorbeelden"
LONG_TITLE = 60
"""Letters from which a title is set smaller."""


class Picture(NamedTuple):
    """Its name in the folder, and its two lines."""

    name: str
    document: str
    title: str


def pictures(register: Register, documents: Mapping[str, Document]) -> Iterator[Picture]:
    """A picture for each page of source text, each document and each tree, for the examples, and for the rest of the site."""
    yield Picture(WHOLE_SITE, "Toekomstscenario", "Zorgvuldig informatie delen rond gezinnen")
    yield Picture(EXAMPLES, "Voorbeelden", "Wat past bij jouw situatie?")
    for tree in TREES.values():
        yield Picture(name_of(f"beslisbomen/{tree.id}"), "Beslisboom", tree.title)
    for document in documents.values():
        if document.id not in register.pages:
            yield Picture(document.id, "Toekomstscenario", document.title)
    for page in register.pages:
        provision = register.find(page, "the pictures")
        yield Picture(name_of(page), documents[provision.document].title, provision.title)


def name_of(page: str) -> str:
    """The name of the picture of a page ("convenant/artikel-1", "beslisbomen/delen")."""
    return page.replace("/", "-")


def picture_of(file: str, register: Register, documents: Mapping[str, Document]) -> str:
    """The name of the picture that a page shows, by its file ("convenant/artikel-1.md"): its own, or that of its tree, its document or
    the whole site."""
    page = file.removesuffix(".md").removesuffix("/tabel").removesuffix("/index").removesuffix("/volledig")
    own = {EXAMPLES, *register.pages, *documents, *(f"beslisbomen/{id}" for id in TREES)}
    return name_of(page) if page in own else WHOLE_SITE


def write_pictures(register: Register, documents: Mapping[str, Document], site: Path, cache: Path) -> None:
    """Write all pictures; one that was made before from the same words comes from the cache."""
    template = TEMPLATE.read_bytes()
    (site / FOLDER).mkdir(parents=True)
    cache.mkdir(parents=True, exist_ok=True)
    for picture in pictures(register, documents):
        kept = cache / f"{hashlib.sha256(template + repr(picture).encode()).hexdigest()}.png"
        if not kept.exists():
            kept.write_bytes(draw(picture))
        (site / FOLDER / f"{picture.name}.png").write_bytes(kept.read_bytes())


def draw(picture: Picture) -> bytes:
    """A picture as PNG, 900 by 472 pixels."""
    import typst

    size = "48" if len(picture.title) < LONG_TITLE else "38"
    words = {"document": picture.document, "title": picture.title, "size": size}
    return bytes(typst.compile(str(TEMPLATE), format="png", ppi=72.0, font_paths=[str(FONTS)], sys_inputs=words))
