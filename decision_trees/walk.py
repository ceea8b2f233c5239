"""Following a tree: from answers to a view. The page, the terminal, the tables and the tests all use the view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from decision_trees.model import Answer, Notes, Outcome, Question, Tree, as_json


@dataclass(frozen=True)
class Step:
    """A question on the route with the answer that was given."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class View:
    """Where a walk stands: the node, the route to it, and what became of answers that are not on the route.

    `dropped` are answers that no longer fit (unknown question or answer); `kept` are answers to questions that the
    route does not pass, held for when it does. `ahead` is the least and most number of answers still to give.
    """

    tree: Tree
    node: Question | Outcome
    route: tuple[Step, ...]
    kept: Mapping[str, str]
    dropped: Mapping[str, str]
    ahead: tuple[int, int]

    @property
    def notes(self) -> Notes:
        """What the answers on the route add to the outcome; nothing when the outcome lets nothing through."""
        if isinstance(self.node, Question) or not self.node.oordeel.permissive:
            return Notes()
        found = [step.answer.notes for step in self.route]
        return Notes(
            tuple(t for n in found for t in n.steps),
            tuple(t for n in found for t in n.record),
            tuple(t for n in found for t in n.tell),
        )

    def to_json(self) -> dict[str, Any]:
        """The view as data for the page."""
        kind = "vraag" if isinstance(self.node, Question) else "uitkomst"
        return {
            "boom": self.tree.id,
            "versie": self.tree.version,
            "soort": kind,
            kind: as_json(self.node),
            "aanvulling": as_json(self.notes),
            "route": [{"vraag": step.question.id, "antwoord": step.answer.id} for step in self.route],
            "vervallen": dict(self.dropped),
            "nog": list(self.ahead),
        }


def view(tree: Tree, answers: Mapping[str, str]) -> View:
    """The view that these answers (answer ids by question id) lead to. Never fails on odd answers: it drops them."""
    dropped = {q: a for q, a in answers.items() if q not in tree.questions or tree.questions[q].answer(a) is None}
    route: list[Step] = []
    node = tree.node(tree.start)
    while isinstance(node, Question) and node.id in answers and node.id not in dropped:
        answer = node.answer(answers[node.id])
        assert answer is not None  # dropped otherwise
        route.append(Step(node, answer))
        node = tree.node(answer.to)
    passed = {step.question.id for step in route}
    kept = {q: a for q, a in answers.items() if q not in passed and q not in dropped}
    return View(tree, node, tuple(route), kept, dropped, ahead(tree, node.id))


def ahead(tree: Tree, id: str) -> tuple[int, int]:
    """The least and most number of answers from a node to an outcome."""
    lengths: dict[str, tuple[int, int]] = {}

    def measure(id: str) -> tuple[int, int]:
        if id not in lengths:
            node = tree.node(id)
            if isinstance(node, Outcome):
                lengths[id] = (0, 0)
            else:
                below = [measure(answer.to) for answer in node.answers]
                lengths[id] = (1 + min(low for low, _ in below), 1 + max(high for _, high in below))
        return lengths[id]

    return measure(id)


def paths(tree: Tree, id: str = "") -> Iterator[tuple[tuple[Step, ...], Outcome]]:
    """Every path from the start (or from `id`) to an outcome, as its steps and the outcome."""
    node = tree.node(id or tree.start)
    if isinstance(node, Outcome):
        yield (), node
        return
    for answer in node.answers:
        for steps, outcome in paths(tree, answer.to):
            yield (Step(node, answer), *steps), outcome


def count_paths(tree: Tree) -> int:
    """The number of paths, without walking them."""
    counts: dict[str, int] = {}

    def count(id: str) -> int:
        if id not in counts:
            node = tree.node(id)
            counts[id] = 1 if isinstance(node, Outcome) else sum(count(answer.to) for answer in node.answers)
        return counts[id]

    return count(tree.start)


def answers_of(steps: tuple[Step, ...]) -> dict[str, str]:
    """The steps of a path as answers by question id."""
    return {step.question.id: step.answer.id for step in steps}
