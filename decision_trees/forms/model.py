"""What a form is: blocks in order, and for each what its words rest on. No form stands here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from decision_trees.model import Outcome, Source, Tree
from decision_trees.walk import Step


class Kind(StrEnum):
    """What a block is, as page and Word file show it."""

    HEADING = "kop"
    TEXT = "tekst"
    ITEMS = "lijst"
    """Texts below each other."""
    PAIRS = "paren"
    """Questions with their answers: texts, the odd ones lead the even ones."""
    BLANK = "open"
    """A label with empty lines to write on."""
    CHOICES = "keuze"
    """Boxes to tick, each with its text."""


@dataclass(frozen=True)
class Taken:
    """Words that come from the trees as they are: `place` says from where, `text` is what stands there."""

    place: str
    text: str


Basis = Source | Taken
"""What words on a form rest on: a provision or a law, or what was answered or advised."""


def answer_of(step: Step) -> Taken:
    """The answer that was given to a question."""
    return Taken(f"antwoord {step.question.id}/{step.answer.id}", step.answer.text)


def question_of(step: Step) -> Taken:
    """The question that was asked."""
    return Taken(f"vraag {step.question.id}", step.question.text)


def part_of(outcome: Outcome, part: str, text: str) -> Taken:
    """A text of an advice; `part` is the name of the field that holds it."""
    return Taken(f"uitkomst {outcome.id}/{part}", text)


def version_of(tree: Tree) -> Taken:
    """Which tree, which version, and who checked it."""
    checked = tree.checked_by_jurist or "nog niet getoetst door een jurist"
    return Taken(f"boom {tree.id}", f"“{tree.title}”, versie {tree.version} ({checked})")


@dataclass(frozen=True, kw_only=True)
class Block:
    """A part of a form. `rests` is never empty: no word stands on a form by itself."""

    kind: Kind
    rests: tuple[Basis, ...]
    text: str = ""
    items: tuple[str, ...] = ()
    lines: int = 0
    shown: bool = False
    """Whether its sources stand under it."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The provisions and laws that stand under it, in words."""
        return tuple(basis.label for basis in self.rests if isinstance(basis, Source)) if self.shown else ()

    @property
    def in_pairs(self) -> tuple[tuple[str, str], ...]:
        """The texts of `PAIRS`, each name with its value."""
        return tuple(zip(self.items[::2], self.items[1::2], strict=True))

    def to_json(self) -> dict[str, Any]:
        """The block as data for the page."""
        return {
            "soort": str(self.kind),
            "tekst": self.text,
            "delen": list(self.items),
            "regels": self.lines,
            "bronnen": list(self.sources),
        }


def heading(text: str, *rests: Basis, shown: bool = True) -> Block:
    """A heading; `shown`: with the provisions that ask for what stands under it."""
    return Block(kind=Kind.HEADING, text=text, rests=rests, shown=shown)


def text(words: str, *rests: Basis) -> Block:
    """A paragraph."""
    return Block(kind=Kind.TEXT, text=words, rests=rests)


def items(texts: Iterable[str], *rests: Basis) -> Block:
    """A list."""
    return Block(kind=Kind.ITEMS, items=tuple(texts), rests=rests)


def pairs(texts: Iterable[tuple[str, str]], *rests: Basis) -> Block:
    """Names with what belongs to each: a colon between them, but not after a question."""
    named = ((name if name[-1] in "?." else f"{name}:", value) for name, value in texts)
    return Block(kind=Kind.PAIRS, items=tuple(part for pair in named for part in pair), rests=rests)


def answered(steps: Sequence[Step]) -> Block:
    """Questions with the answers that were given to them."""
    return pairs(
        [(step.question.text, step.answer.text) for step in steps], *map(question_of, steps), *map(answer_of, steps)
    )


def blank(label: str, lines: int, *rests: Basis) -> Block:
    """Lines to write on; 0 is behind the label, on the same line."""
    return Block(kind=Kind.BLANK, text=label, lines=lines, rests=rests)


def choices(label: str, texts: Iterable[str], *rests: Basis) -> Block:
    """Boxes to tick."""
    return Block(kind=Kind.CHOICES, text=label, items=tuple(texts), rests=rests)


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form. `id`: what kind, and of whom: "toestemming", "toestemming.moeder.kind-1". `about`: whom it is for, in words."""

    id: str
    title: str
    about: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> Iterator[str]:
        """Every text on it."""
        yield self.title
        for block in self.blocks:
            yield from filter(None, (block.text, *block.items))

    @property
    def file(self) -> str:
        """The name of its Word file."""
        return f"{self.id.replace('.', '-')}.docx"

    def to_json(self) -> dict[str, Any]:
        """The form as data for the page."""
        return {
            "id": self.id,
            "titel": self.title,
            "over": self.about,
            "bestand": self.file,
            "blokken": [block.to_json() for block in self.blocks],
        }
