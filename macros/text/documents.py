"""The published documents: which pages belong to which, what people call them, and what their parts are called."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Document:
    """One document of the source. `id` is the first part of its addresses; `name` is how a citation ends."""

    id: str
    title: str
    name: str
    annex: str = ""


DOCUMENTS = (
    Document("convenant", "Modelconvenant", "Samenwerkingsconvenant"),
    Document("privacyprotocol", "Privacyprotocol", "Privacyprotocol", "bijlage 1"),
    Document("wegwijzer-professionals", "Wegwijzer voor professionals", "Wegwijzer voor professionals", "bijlage 2"),
    Document("vuistregels", "Vuistregels", "Vuistregels", "bijlage 2"),
    Document("wegwijzer-organisaties", "Wegwijzer voor organisaties", "Wegwijzer voor organisaties", "bijlage 3"),
)
BY_ID = {document.id: document for document in DOCUMENTS}
MODELS = frozenset({"convenant", "privacyprotocol"})
"""Documents to fill in: a single "…" is an open place there, and a pause in a sentence elsewhere."""
NOT_AFTER = frozenset({"voetnoot", "toelichting", "tip"})
"""Kinds of provisions behind which a proeftuin adds nothing: they are no part of what is agreed."""

PART_NAMES = {
    "partijen": "partij",
    "bijlagen": "bijlage",
    "overwegingen": "overweging",
    "gezin": "vuistregel",
    "professionals": "vuistregel",
    "feitenonderzoek": "vuistregel",
}
"""What the numbered parts of a page are called, by the page's last name; elsewhere `lid`."""

PAGE_LABELS = {
    "toelichting": "toelichting",
    "partijen": "partijen",
    "bijlagen": "bijlagen",
    "overwegingen": "overwegingen",
    "definities": "definities",
    "ondertekening": "ondertekening",
    "gezin": "gezin",
    "professionals": "professionals",
    "feitenonderzoek": "feitenonderzoek",
}

OWN_PAGES = frozenset({"convenant", "privacyprotocol"})
"""Pages in a document's folder that hold no source text: what the document is and a table of its contents."""


def takes_additions(document: str, kind: str) -> bool:
    """Whether a proeftuin may add something behind provisions of this kind in this document."""
    return document in MODELS and kind not in NOT_AFTER


def page_of(src_path: str) -> str | None:
    """The page name ("convenant/artikel-1") of a Markdown file of a document, or None for any other file."""
    path = PurePosixPath(src_path)
    name = str(path.with_suffix(""))
    if path.name == "index.md":
        name = str(path.parent)
    if path.suffix != ".md" or name in OWN_PAGES or name.endswith("/volledig"):
        return None
    return name if name.split("/")[0] in BY_ID else None


def document_at(src_path: str) -> Document | None:
    """The document to which a Markdown file belongs, its own pages included; None for any other file."""
    return BY_ID.get(PurePosixPath(src_path).with_suffix("").parts[0])


def titled(edition: str) -> dict[str, Document]:
    """The documents by id; in an edition (the name of its proeftuin) what it filled in is called by that name."""
    if not edition:
        return dict(BY_ID)
    titles = {"convenant": "Convenant", "privacyprotocol": "Privacyprotocol"}
    return {
        document.id: replace(document, title=f"{titles[document.id]} {edition}") if document.id in MODELS else document
        for document in DOCUMENTS
    }


def document_of(page: str) -> Document:
    """The document that a page name belongs to."""
    return BY_ID[page.split("/", maxsplit=1)[0]]
