"""What all books are made from, and what each of them says to its reader."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from decision_trees.cases import Case
from decision_trees.model import Tree
from macros.edition.answers import Edition
from macros.edition.fields import Fields
from macros.handbook.blocks import Block
from macros.handbook.files import MODEL_TEXT, Book
from macros.text.documents import MODELS, Document
from macros.text.register import Provision, Register
from macros.text.source import Deviations
from macros.text.terms import Terms
from macros.trees.framework import Rule

DANGER = "Nu acuut gevaar? Bel 112. Daarna Veilig Thuis: 0800-2000, dag en nacht. Wacht niet op toestemming."
WARNING = (
    "De beslisbomen geven advies; jij beslist. Geen jurist heeft hun regels nog getoetst. Wat je op papier invult over een gezin, "
    "bewaar je zoals een dossier."
)
PUBLISHED = re.compile(r"v\d[\w.-]*")
UNPUBLISHED = "Concept: nog niet uitgegeven"


class Before(NamedTuple):
    """The version of the model before this one, for Word files that show what changed: what both are called ("versie 1"), and its files of the
    documents that changed."""

    old: str
    new: str
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Contents:
    """All that the books are made from. `pages`: the blocks of each page of source text, by its name, in reading order."""

    register: Register
    terms: Terms
    term_uses: Mapping[str, Sequence[Provision]]
    deviations: Deviations
    trees: Sequence[Tree]
    cases: Sequence[Case]
    rules: Sequence[Rule]
    key: Sequence[str]
    """What the words and abbreviations of the rules mean, a paragraph each."""
    pages: Mapping[str, tuple[Block, ...]]
    version: str
    """Of text and trees, as the project counts them."""
    published: str
    """The version that readers know, such as v1; empty as long as it is not published."""
    address: str
    """Where the site stands, with its last slash; empty when the build does not know."""
    day: datetime.date
    documents: Mapping[str, Document]
    """The documents by id, under the titles that they have here."""
    fields: Fields
    """What a proeftuin fills in or chooses."""
    model: Mapping[str, tuple[Block, ...]]
    """The blocks of the model's pages with the edges of each place of those fields, also where the books are an edition's."""
    model_version: str
    """The version of the model."""
    filled: Edition | None = None
    """The edition that these books are of; None for the model."""
    before: Before | None = None
    """What the model was before; nothing as long as nothing was published, and in an edition."""

    @property
    def edition(self) -> str:
        """The name of the proeftuin whose edition this is; empty for the model."""
        return self.filled.name if self.filled else ""

    def of(self, document: Document) -> dict[str, tuple[Block, ...]]:
        """The pages of a document."""
        return {page: blocks for page, blocks in self.pages.items() if page.split("/")[0] == document.id}

    @property
    def cover_version(self) -> str:
        """The version as a cover says it; an edition counts its own."""
        if self.edition:
            return f"Versie {self.version}"
        return f"Uitgave {self.published}" if self.published else UNPUBLISHED


ABOUT_EDITION = (
    "Dit boek is van {0}. Het convenant en het privacyprotocol staan erin zoals {0} die invulde en aanvulde."
)

ABOUT_FILLED = "De tekst is die van het model, ingevuld en aangevuld door {0}."
ABOUT_GUIDE = "Dit hoort bij de afspraken van {0}."


def named(book: Book, contents: Contents) -> Book:
    """A book as its edition calls it, which says nothing of a model; the model's own as it is."""
    if not contents.edition:
        return book
    about = ABOUT_EDITION.format(contents.edition) if MODEL_TEXT in book.about else book.about
    if len(book.parts) == 1 and (document := contents.documents.get(book.parts[0])):
        about = (ABOUT_FILLED if document.id in MODELS else ABOUT_GUIDE).format(contents.edition)
        return replace(book, title=document.title, subtitle=contents.edition, about=about)
    subtitle = f"{contents.edition}: {book.subtitle.replace('Modelconvenant', 'Convenant')}"
    return replace(book, subtitle=subtitle, about=about)


def published(version: str) -> str:
    """A version that stays where it is published, such as v1; empty for one that goes on changing."""
    return version if PUBLISHED.fullmatch(version) else ""
