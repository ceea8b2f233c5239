"""A whole household: whose consent is needed for what, what is there, what is missing, and the joint advice.

Each person is walked through the tree `toestemming` with the answers given for that person; nothing is decided here
but how the advice about several persons joins: the strictest applies (juridisch kader §1.3, R21).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from decision_trees.model import Oordeel, Outcome, Question, Tree
from decision_trees.trees.toestemming import TREE as TOESTEMMING
from decision_trees.walk import View, view

SHARED = {"acuut-gevaar": "nee", "waarvoor": "geheim"}
"""What holds for everyone in an overview: it is about sharing information, and nobody is in acute danger."""

AGES = {"0-11": "kind van 0–11", "12-15": "jongere van 12–15", "16-17": "jongere van 16–17", "18": "volwassene",
        "ongeboren": "ongeboren kind", "overleden": "overledene", "weet-niet": "leeftijd onbekend"}  # fmt: skip
DECIDES = {
    "besluit-12-15": "de jongere zelf", "besluit-16-17": "de jongere zelf", "besluit-18": "de volwassene zelf",
    "besluit-vertegenwoordiger": "de vertegenwoordiger", "besluit-een": "wie het gezag heeft",
    "besluit-twee": "beide personen met gezag", "besluit-gi": "de GI als voogd",
}  # fmt: skip
"""Who decides, by the question in which that person's decision is asked."""


@dataclass(frozen=True)
class Person:
    """Someone whom the information is about, as a category: answers of the tree, never a name or a date of birth.

    `someone_elses_file`: the data stand in a document about another person; they may also be left out (R21).
    """

    answers: Mapping[str, str]
    someone_elses_file: bool = False


@dataclass(frozen=True)
class Row:
    """What the overview says about one person."""

    number: int
    who: str
    decides: str
    status: str
    advice: Oordeel
    view: View

    def to_json(self) -> dict[str, Any]:
        """The row as data for the page."""
        node = self.view.node
        return {
            "nummer": self.number,
            "wie": self.who,
            "beslist": self.decides,
            "stand": self.status,
            "oordeel": str(self.advice),
            "knoop": node.id,
            "klaar": isinstance(node, Outcome),
        }


@dataclass(frozen=True)
class Overview:
    """All persons, the joint advice, and how to get further."""

    rows: tuple[Row, ...]
    joint: Oordeel
    further: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The overview as data for the page."""
        return {
            "personen": [row.to_json() for row in self.rows],
            "samen": str(self.joint),
            "verder": list(self.further),
        }


def overview(persons: Sequence[Person], tree: Tree = TOESTEMMING) -> Overview:
    """The overview of a household; of nobody it is "eerst uitzoeken"."""
    rows = tuple(_row(number, person, tree) for number, person in enumerate(persons, 1))
    joint = max((row.advice for row in rows), key=lambda advice: advice.strictness, default=Oordeel.EERST_UITZOEKEN)
    return Overview(rows, joint, _further(rows, persons))


def _row(number: int, person: Person, tree: Tree) -> Row:
    seen = view(tree, {**person.answers, **SHARED})
    asked = [step.question.id for step in seen.route]
    if isinstance(seen.node, Question):
        asked.append(seen.node.id)
    decides = next((DECIDES[id] for id in reversed(asked) if id in DECIDES), "nog niet te zeggen")
    who = f"Persoon {number}: {AGES.get(person.answers.get('leeftijd', ''), 'leeftijd onbekend')}"
    if person.someone_elses_file:
        who += " (gegevens in het stuk over een ander)"
    if isinstance(seen.node, Outcome):
        return Row(number, who, decides, seen.node.title, seen.node.oordeel, seen)
    return Row(number, who, decides, f"Nog te beantwoorden: {seen.node.text}", Oordeel.EERST_UITZOEKEN, seen)


def _further(rows: Sequence[Row], persons: Sequence[Person]) -> tuple[str, ...]:
    """The way to get further, from what is missing."""
    if not rows:
        return ("Voeg toe over wie de informatie gaat.",)
    missing = [row for row in rows if not row.advice.permissive]
    if not missing:
        return ("Iedereen is akkoord. Geef alleen wat noodzakelijk is, en leg het per persoon vast.",)
    steps = []
    open_rows = [row for row in missing if isinstance(row.view.node, Question)]
    if open_rows:
        steps.append(f"Beantwoord nog de vragen over persoon {_listed(open_rows)}.")
    settled = [row for row in missing if row not in open_rows]
    if settled:
        steps.append(f"Voor persoon {_listed(settled)} is er nog geen toestemming: volg wat daar staat.")
    removable = [row for row, person in zip(rows, persons, strict=True) if person.someone_elses_file and row in missing]
    if removable:
        steps.append(f"Of laat weg wat over persoon {_listed(removable)} gaat.")
    if len(missing) < len(rows):
        steps.append("Of splits: deel alleen wat gaat over wie ja zei, en haal de rest uit het stuk.")
    return tuple(steps)


def _listed(rows: Sequence[Row]) -> str:
    numbers = [str(row.number) for row in rows]
    return numbers[0] if len(numbers) == 1 else ", ".join(numbers[:-1]) + " en " + numbers[-1]
