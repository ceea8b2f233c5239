"""What all books are made from, and what each of them says to its reader."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from decision_trees.cases import Case
from decision_trees.model import Tree
from macros.handbook.blocks import Block
from macros.text.documents import Document
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
    pages: Mapping[str, tuple[Block, ...]]
    version: str
    """Of text and trees, as the project counts them."""
    published: str
    """The version that readers know, such as v1; empty as long as it is not published."""
    address: str
    """Where the site stands, with its last slash; empty when the build does not know."""
    day: datetime.date

    def of(self, document: Document) -> dict[str, tuple[Block, ...]]:
        """The pages of a document."""
        return {page: blocks for page, blocks in self.pages.items() if page.split("/")[0] == document.id}

    @property
    def cover_version(self) -> str:
        """The version as a cover says it."""
        return f"Uitgave {self.published}" if self.published else UNPUBLISHED


def published(version: str) -> str:
    """A version that stays where it is published, such as v1; empty for one that goes on changing."""
    return version if PUBLISHED.fullmatch(version) else ""
