"""What the trees know on one page each: who decides at which age, and which ways the law gives for whom. Computed, not written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from decision_trees.meaning import Leeftijd, Says, Taak, Vermogen, Voorwaarde, Weg, Wens
from decision_trees.model import Answer, Outcome, Tree
from decision_trees.proof import AUTHORITY, deciders
from decision_trees.walk import fits


@dataclass(frozen=True)
class DecideRow:
    """A group of persons, in words and as what answers say of them."""

    words: str
    says: tuple[Says, ...]


def _rows() -> Iterator[DecideRow]:
    yield DecideRow("0 tot en met 11 jaar", (Leeftijd.TOT_12,))
    for age, words in (
        (Leeftijd.VAN_12_15, "12 tot en met 15 jaar"),
        (Leeftijd.VAN_16_17, "16 of 17 jaar"),
        (Leeftijd.VANAF_18, "18 jaar of ouder"),
    ):
        yield DecideRow(f"{words}, overziet het", (age, Vermogen.IN_STAAT))
        yield DecideRow(f"{words}, kan het niet overzien", (age, Vermogen.NIET_IN_STAAT, Voorwaarde.EERSTE_IN_DE_RIJ))


DECIDE_ROWS = tuple(_rows())


def decides(row: DecideRow, *, help: bool) -> str:
    """Who must say yes, in words: for each kind of parental authority what the proof asks."""
    found: dict[str, None] = {}
    for gezag in AUTHORITY:
        who = deciders(frozenset({*row.says, gezag}), help=help)
        found |= dict.fromkeys(value.value for value in who)
    words = ", of ".join(found)
    return f"{words[0].upper()}{words[1:]}"


def ends(tree: Tree, id: str, said: frozenset[Says]) -> frozenset[Outcome]:
    """The outcomes that can be reached from a node by who has said some things."""
    matters = frozenset(value for q in tree.questions.values() for answer in q.answers for value in answer.not_after)
    known: dict[tuple[str, frozenset[Says]], frozenset[Outcome]] = {}

    def follow(id: str, said: frozenset[Says]) -> frozenset[Outcome]:
        if (id, said) not in known:
            node = tree.node(id)
            known[id, said] = (
                frozenset({node})
                if isinstance(node, Outcome)
                else frozenset().union(
                    *(follow(a.to, said | (matters & frozenset(a.says))) for a in node.answers if fits(a, said))
                )
            )
        return known[id, said]

    return follow(id, said & matters)


CONSENT = (Weg.TOESTEMMING, Weg.EEN_OUDER)
RECEIVER, ROLE, WISH = "ontvanger", "rol", "wens"
"""The questions of the tree `delen` that an overview is made by."""


def receivers(tree: Tree) -> Iterator[tuple[Answer, list[str]]]:
    """Each receiver with the ways without consent, and for which tasks when not for all."""
    tasks = [a for a in tree.questions[ROLE].answers if any(isinstance(value, Taak) for value in a.says)]
    for receiver in tree.questions[RECEIVER].answers:
        if receiver.doubt:
            continue
        found: dict[tuple[Weg, bool], list[str]] = {}
        for task in tasks:
            said = frozenset({Wens.GEVEN, Wens.GEVRAAGD, *task.says, *receiver.says})
            name = next(value.value for value in task.says if isinstance(value, Taak))
            for way, must in _ways(ends(tree, receiver.to, said)):
                found.setdefault((way, must), []).append(name)
        yield (
            receiver,
            [_told(way, must, names, len(tasks)) for (way, must), names in sorted(found.items(), key=_order)],
        )


def without_receiver(tree: Tree) -> Iterator[tuple[Answer, list[str]]]:
    """The other things that one can want, with the ways that the law gives for them."""
    for answer in tree.questions[WISH].answers:
        if answer.to == ROLE or answer.doubt:
            continue
        ways = sorted(_ways(ends(tree, answer.to, frozenset(answer.says))), key=lambda way: list(Weg).index(way[0]))
        if ways:
            yield answer, [_told(way, must, [], 0) for way, must in ways]


def _ways(outcomes: frozenset[Outcome]) -> set[tuple[Weg, bool]]:
    found = {(o.way, o.oordeel == "moet") for o in outcomes if o.way}
    return {(way, must) for way, must in found if way not in CONSENT}


def _order(entry: tuple[tuple[Weg, bool], list[str]]) -> int:
    return list(Weg).index(entry[0][0])


def _told(way: Weg, must: bool, names: list[str], all_tasks: int) -> str:
    words = f"{way.value[0].upper()}{way.value[1:]}{': dit moet' if must else ''}"
    return words if len(names) == all_tasks else f"{words}; alleen {', '.join(names)}"
