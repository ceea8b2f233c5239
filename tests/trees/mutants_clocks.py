"""Wrong trees with a clock, made by machine: which promise what the true tree does not, and which of those the proof catches.

Each answer is sent to each other node that makes no circle (`tests.trees.mutants`), and each outcome loses or gets what the
proof reads of it. A wrong tree *promises* more where an end lets go, refuses, waits, gives time, tells fewer people or deals
with another right than the true tree does after the same answers. One that tells more people, acts sooner, or asks the same
person in other words promises no more: it is made, but not counted as wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum

from decision_trees import proof, proof_clocks
from decision_trees.bronnen import KLAGEN
from decision_trees.meaning import Beslisser, Grond, Leeftijd, Lek, Proeftuin, Recht, Says, Stand, Termijn
from decision_trees.model import Oordeel, Outcome, Question, Tree
from decision_trees.walk import Step, answered, answers_of, fits, paths, said_on, view
from tests.trees import mutants
from tests.trees.mutants import Mutant

CLOCKS = ("datalek", "rechten")
Path = tuple[Step, ...]

WAITING = (Oordeel.OVERLEG, Oordeel.EERST_UITZOEKEN, Oordeel.NU_NIET)

ONE_VALUE: tuple[type[Enum], ...] = (Proeftuin, Stand, Leeftijd, Beslisser, Recht, Lek)
"""Aspects of which a case has one value: what was said of one is not asked anew in other words."""


def faults(steps: Path, outcome: Outcome) -> list[str]:
    """What either proof finds wrong in a path."""
    return [*proof.faults(steps, outcome), *proof_clocks.faults(steps, outcome)]


def promises(tree: Tree, outcome: Outcome, said: frozenset[Says]) -> set[str]:
    """What an outcome lets be done, or leaves undone."""
    found = {f"is about {right.name}" for right in outcome.rights}
    found |= {f"gives {term.name}" for term in (Termijn.VERLENGD, Termijn.WISSEN) if term in outcome.terms}
    if outcome.oordeel.permissive:
        found.add("lets go")
    if outcome.refuses:
        found.add("refuses")
    if outcome.oordeel is not Oordeel.DIRECT_HANDELEN:
        found.add("waits")
    for term in proof_clocks.LEAK if tree.id == "datalek" else (Termijn.ANTWOORD,):
        theirs = term is not Termijn.PARTNERS or Proeftuin.NIET not in said or Proeftuin.WEL in said
        if theirs and term not in outcome.terms:
            found.add(f"leaves out {term.name}")
    return found


def known_already(answer_says: Iterable[Says], doubt: bool, question: Question, said: frozenset[Says]) -> bool:
    """Whether an answer would say otherwise of something that was said."""
    about = {type(value) for value in said} & {*ONE_VALUE}
    return (doubt and bool(question.about & about)) or any(
        type(value) in about and value not in said for value in answer_says
    )


def true_ends(tree: Tree, answers: dict[str, str], said: frozenset[Says]) -> Iterator[Outcome]:
    """Where the true tree can end after these answers: one outcome, or more where it still asks something."""
    node = view(tree, answers).node
    if isinstance(node, Outcome):
        yield node
        return
    for answer in node.answers:
        if not known_already(answer.says, answer.doubt, node, said):
            yield from true_ends(tree, answered(answers, node.id, answer.id), said)


def ends(tree: Tree, id: str, steps: Path) -> Iterator[tuple[Path, Outcome]]:
    """The ends from a node on."""
    node = tree.node(id)
    if isinstance(node, Outcome):
        yield steps, node
        return
    for answer in node.answers:
        if fits(answer, said_on(steps)):
            yield from ends(tree, answer.to, (*steps, Step(node, answer)))


def ways_to(tree: Tree) -> dict[str, list[Path]]:
    """For each question every path that leads to it."""
    found: dict[str, dict[Path, None]] = {}
    for steps, _ in paths(tree):
        for number, step in enumerate(steps):
            found.setdefault(step.question.id, {})[steps[:number]] = None
    return {id: list(ways) for id, ways in found.items()}


def judge(tree: Tree, mutant: Mutant, ways: dict[str, list[Path]]) -> tuple[bool, bool]:
    """Whether a mutant promises what the true tree does not, and whether the proof finds a fault in it."""
    wrong = caught = False
    answer = replace(mutant.answer, to=mutant.to)
    for steps in ways[mutant.question.id]:
        if not fits(answer, said_on(steps)):
            continue
        for path, outcome in ends(tree, mutant.to, (*steps, Step(mutant.question, answer))):
            caught = caught or bool(faults(path, outcome))
            if not wrong:
                said = said_on(path)
                own = promises(tree, outcome, said)
                wrong = any(own - promises(tree, true, said) for true in true_ends(tree, answers_of(path), said))
            if wrong and caught:
                return True, True
    return wrong, caught


def count(tree: Tree, every: int = 1) -> tuple[int, int, list[Mutant]]:
    """How many mutants were made, how many are wrong, and which wrong ones the proof does not catch."""
    return mutants.count(tree, every, ways_to, judge)


def altered(outcome: Outcome) -> Iterator[tuple[str, Outcome]]:
    """An outcome with one thing wrong of what the proof reads: a term too few, another ground or right, nowhere to complain."""
    for term in {*outcome.terms} - {
        Termijn.VERLENGING,
        Termijn.VERLENGD,
        Termijn.WISSEN,
    }:  # to give less time is no wrong
        yield f"without {term.name}", replace(outcome, terms=tuple(t for t in outcome.terms if t is not term))
    for right in {*Recht}.difference(outcome.rights) if outcome.rights else ():
        yield f"about {right.name}", replace(outcome, rights=(right,))
    for ground in {*Grond, None} - {outcome.refuses} if outcome.refuses else ():
        yield f"refuses on {ground.name if ground else 'nothing'}", replace(outcome, refuses=ground)
    if KLAGEN in outcome.tell:
        yield "nowhere to complain", replace(outcome, tell=("De vrager: het besluit.",))
    for verdict in WAITING if outcome.oordeel is Oordeel.DIRECT_HANDELEN else ():
        yield f"gives {verdict}", replace(outcome, oordeel=verdict, ask="iemand")


def missed_outcomes(tree: Tree) -> tuple[int, list[str]]:
    """How many wrong outcomes were made, and which of them no path shows to be wrong."""
    found: dict[str, list[Path]] = {}
    for steps, outcome in paths(tree):
        found.setdefault(outcome.id, []).append(steps)
    made = [(id, what, wrong) for id in found for what, wrong in altered(tree.outcomes[id])]
    return len(made), [
        f"{id} {what}" for id, what, wrong in made if not any(faults(steps, wrong) for steps in found[id])
    ]
