"""Wrong trees, made by machine: each answer of each question sent to each other node that makes no circle.

`python -m tests.trees.mutants delen` prints how many of them let information go where the true tree does not, how many of
those the proof (`decision_trees.proof`) catches, and names the others to be read. `EVERY=7` takes each seventh mutant. Of the
trees with a clock it counts those that promise what the true tree does not (`tests.trees.mutants_clocks`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from decision_trees.catalogue import TREES
from decision_trees.meaning import Says, Toestemming
from decision_trees.model import Answer, Outcome, Question, Tree
from decision_trees.proof import CLOSED, faults
from decision_trees.walk import Step, answers_of, fits, said_on, view

State = tuple[frozenset[Says], frozenset[tuple[object, object]]]
Ways = dict[str, list[tuple[Step, ...]]]
"""By question, paths that lead to it."""


@dataclass(frozen=True)
class Mutant:
    """One answer of a tree that leads elsewhere."""

    question: Question
    answer: Answer
    to: str

    def __str__(self) -> str:
        return f"{self.question.id} / {self.answer.id} → {self.to}"


def below(tree: Tree) -> dict[str, frozenset[str]]:
    """For each node all nodes that can be reached from it, itself included."""
    found: dict[str, frozenset[str]] = {}

    def reach(id: str) -> frozenset[str]:
        if id not in found:
            node = tree.node(id)
            further = (reach(answer.to) for answer in node.answers) if isinstance(node, Question) else ()
            found[id] = frozenset({id}).union(*further)
        return found[id]

    reach(tree.start)
    return found


def mutants(tree: Tree) -> list[Mutant]:
    """All mutants that make no circle; refusals and doubts first."""
    reached = below(tree)
    found = [
        Mutant(question, answer, node.id)
        for question in tree.questions.values()
        for answer in question.answers
        for node in tree.nodes
        if node.id != answer.to and question.id not in reached[node.id]
    ]
    return sorted(found, key=lambda mutant: not any(value in CLOSED for value in mutant.answer.says))


def state(steps: tuple[Step, ...]) -> State:
    """What matters of a path: what was said, and by whom consent."""
    consents = {(s.question.decides, v) for s in steps for v in s.answer.says if isinstance(v, Toestemming)}
    return said_on(steps), frozenset(consents)


def ways_to(tree: Tree) -> Ways:
    """For each question the paths that lead to it, one for each state."""
    found: dict[str, dict[State, tuple[Step, ...]]] = {tree.start: {state(()): ()}}
    waiting: list[tuple[str, tuple[Step, ...]]] = [(tree.start, ())]
    while waiting:
        id, steps = waiting.pop()
        node = tree.node(id)
        if not isinstance(node, Question):
            continue
        for answer in node.answers:
            if fits(answer, said_on(steps)):
                longer = (*steps, Step(node, answer))
                known = found.setdefault(answer.to, {})
                if state(longer) not in known:
                    known[state(longer)] = longer
                    waiting.append((answer.to, longer))
    return {id: list(paths.values()) for id, paths in found.items()}


def ends(
    tree: Tree, id: str, steps: tuple[Step, ...], seen: set[tuple[str, State]]
) -> Iterator[tuple[tuple[Step, ...], Outcome]]:
    """The permissive ends from a node on, each state of each node once."""
    if (id, state(steps)) in seen:
        return
    seen.add((id, state(steps)))
    node = tree.node(id)
    if isinstance(node, Outcome):
        if node.oordeel.permissive:
            yield steps, node
        return
    for answer in node.answers:
        if fits(answer, said_on(steps)):
            yield from ends(tree, answer.to, (*steps, Step(node, answer)), seen)


def judge(tree: Tree, mutant: Mutant, ways: Ways) -> tuple[bool, bool]:
    """Whether the mutant lets information go where the tree does not, and whether the proof finds a fault in it."""
    wrong = caught = False
    seen: set[tuple[str, State]] = set()
    answer = replace(mutant.answer, to=mutant.to)
    for steps in ways[mutant.question.id]:
        if not fits(answer, said_on(steps)):
            continue
        for path, outcome in ends(tree, mutant.to, (*steps, Step(mutant.question, answer)), seen):
            true = view(tree, answers_of(path)).node
            wrong = wrong or not (isinstance(true, Outcome) and true.oordeel.permissive)
            caught = caught or bool(faults(path, outcome))
            if wrong and caught:
                return wrong, caught
    return wrong, caught


def count(
    tree: Tree,
    every: int = 1,
    ways_to: Callable[[Tree], Ways] = ways_to,
    judge: Callable[[Tree, Mutant, Ways], tuple[bool, bool]] = judge,
) -> tuple[int, int, list[Mutant]]:
    """How many mutants were made, how many are wrong, and which wrong ones the proof does not catch; by another measure of what is
    wrong when that is given (`judge`, and the paths to each question that it takes)."""
    ways = ways_to(tree)
    chosen = mutants(tree)[::every]
    missed, wrong = [], 0
    for mutant in chosen:
        is_wrong, caught = judge(tree, mutant, ways)
        wrong += is_wrong
        if is_wrong and not caught:
            missed.append(mutant)
    return len(chosen), wrong, missed


def main() -> None:
    """Print the figures of the trees named, or of all."""
    from tests.trees import mutants_clocks  # here, for it makes its mutants with this module

    every = int(os.environ.get("EVERY", "1"))
    for id in sys.argv[1:] or TREES:
        clock = id in mutants_clocks.CLOCKS
        made, wrong, missed = (mutants_clocks.count if clock else count)(TREES[id], every)
        share = 100 * (1 - len(missed) / wrong) if wrong else 100.0
        what = "promise what the tree does not" if clock else "let information go wrongly"
        print(f"{id}: {made} mutants, {wrong} {what}, {wrong - len(missed)} caught ({share:.1f} %)")
        for mutant in missed:
            print(f"  not caught: {mutant}")


if __name__ == "__main__":
    main()
