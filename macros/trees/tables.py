"""A tree for jurists: numbered tables, and the words in which they say what a node holds."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from decision_trees import meaning
from decision_trees.catalogue import TREES
from decision_trees.laws import LAWS
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, Source, Tree
from macros.shared.html import Link, render
from macros.trees.page import TreePage, kind_of, numbers

ASPECTS: dict[type[Enum], str] = {
    meaning.Gevaar: "acuut gevaar",
    meaning.Wens: "wat je wilt doen",
    meaning.Taak: "je rol en taak",
    meaning.Ontvanger: "wie het krijgt",
    meaning.Leeftijd: "de leeftijd",
    meaning.Gezag: "het gezag",
    meaning.Vermogen: "of iemand dit zelf kan overzien",
    meaning.Toestemming: "de toestemming",
    meaning.Soort: "de soort gegevens",
    meaning.Afweging: "de afwegingen",
    meaning.Verteld: "of het verteld is",
    meaning.Weg: "de weg die de wet geeft",
    meaning.Voorwaarde: "de voorwaarden van die weg",
    meaning.Twijfel: "de twijfel",
    meaning.Lek: "wat er met de gegevens gebeurde",
    meaning.Risico: "het risico",
    meaning.Proeftuin: "of gegevens uit de proeftuin erbij zijn",
    meaning.Recht: "het recht dat iemand gebruikt",
    meaning.Beslisser: "wie over het verzoek beslist",
    meaning.Stand: "of de termijn loopt",
    meaning.Grond: "de grond van een weigering",
}
"""What an aspect of an answer is about, in a reader's words."""
BECAUSE = "Omdat"
"""What stands before the first source of an outcome."""


def parts_of(outcome: Outcome) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What an outcome asks, each part with its heading, in the fixed order."""
    return (
        ("Vraag aan", (outcome.ask,) if outcome.ask else ()),
        ("Doen", outcome.steps),
        ("Vastleggen", outcome.record),
        ("Vertellen", outcome.tell),
        ("Termijnen", tuple(term.value for term in outcome.terms)),
        ("Recht", tuple(right.value for right in outcome.rights)),
        ("Grond van de weigering", (outcome.refuses.value,) if outcome.refuses else ()),
        ("Wat het advies verandert", outcome.change),
    )


def condition(answer: Answer) -> str:
    """After which answers this one is not offered, in words; empty when it always is."""
    return excluded(answer.not_after)


def excluded(not_after: Sequence[Enum]) -> str:
    """After what an answer is not offered, in words."""
    values = ", ".join(str(value.value) for value in not_after)
    return f"Niet aangeboden na: {values}." if values else ""


def background(question: Question) -> str:
    """Whose decision a question asks, and on what its answers rest, in words; empty when neither is said."""
    said = [f"Wie beslist: {question.decides.value}."] if question.decides else []
    if question.rests_on:
        names = ", ".join(name for aspect, name in ASPECTS.items() if aspect in question.rests_on)
        said.append(f"Wordt opnieuw gevraagd als dit verandert: {names}.")
    return " ".join(said)


def way(outcome: Outcome) -> str:
    """The legal way of a permissive outcome, in words; empty for the others."""
    return f"Weg: {outcome.way.value}." if outcome.way else ""


def day_read(source: Source) -> str:
    """The day of the law's text that was read, as 2021-11-06; empty for a provision and for what was not read."""
    return LAWS[source.law].day_read(source.article) if source.law else ""


class Cited(NamedTuple):
    """A source as a link, and behind a law the text that was read: a jurist must know which text that was.

    `day`: the day of that text, empty for a provision and for what was not read.
    """

    link: Link
    address: str
    day: str


def cited(source: Source, page: TreePage) -> Cited:
    """A source with the text that was read."""
    day = day_read(source)
    return Cited(page.link(source), LAWS[source.law].address_read(source.article) if day else "", day)


class Group(NamedTuple):
    """A part of the tables that folds. `asks`: whether it holds questions."""

    id: str
    title: str
    asks: bool
    nodes: tuple[Node, ...]


def groups(tree: Tree) -> list[Group]:
    """The tree's own questions, those of each tree that lends it some, and the outcomes of each advice; none is empty."""
    asked = list(tree.questions.values())
    found = []
    for origin in dict.fromkeys(("", *(question.origin for question in asked))):
        nodes = tuple(question for question in asked if question.origin == origin)
        of = f" uit “{TREES[origin].title}”" if origin in TREES else ""
        found.append(Group(f"vragen-{origin}".rstrip("-"), f"Vragen{of} ({len(nodes)})", True, nodes))
    for oordeel in Oordeel:
        ends = tuple(outcome for outcome in tree.outcomes.values() if outcome.oordeel is oordeel)
        title = f"Advies: {oordeel} ({len(ends)})"
        found.append(Group(f"advies-{kind_of(oordeel)}", title, False, ends))
    return [group for group in found if group.nodes]


def tables(tree: Tree, page: TreePage) -> str:
    """The tables in groups: every question with its answers and where they lead, and every outcome in full."""

    def cited_all(sources: Sequence[Source]) -> list[Cited]:
        return [cited(source, page) for source in sources]

    return render(
        "tree/tables.html",
        tree=tree,
        number=numbers(tree),
        groups=groups(tree),
        because=BECAUSE,
        background=background,
        condition=condition,
        parts_of=parts_of,
        way=way,
        cited=cited_all,
    )
