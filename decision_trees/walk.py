"""Following a tree: from answers to a view. The page, the terminal, the tables and the tests all use the view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from decision_trees.meaning import Says
from decision_trees.model import Answer, Outcome, Question, Tree, as_json


@dataclass(frozen=True)
class Step:
    """A question on the route with the answer that was given."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class View:
    """Where a walk stands: the node, the route to it, and what became of answers that are not on the route.

    `dropped` are answers that no longer fit: an unknown question or answer, or one that contradicts an earlier answer.
    `kept` are answers to questions that the route does not pass, held for when it does. `earlier` is the answer that
    was given to the question shown, before something that it rests on changed: it must be confirmed or given anew.
    `ahead` is the least and most number of answers still to give.
    """

    tree: Tree
    node: Question | Outcome
    route: tuple[Step, ...]
    kept: Mapping[str, str]
    dropped: Mapping[str, str]
    earlier: str
    ahead: tuple[int, int]

    @property
    def offered(self) -> tuple[Answer, ...]:
        """The answers that the question shown offers here: those that contradict nothing said; none at an outcome."""
        said = said_on(self.route)
        return tuple(a for a in self.node.answers if fits(a, said)) if isinstance(self.node, Question) else ()

    def to_json(self) -> dict[str, Any]:
        """The view as data for the page."""
        kind = "vraag" if isinstance(self.node, Question) else "uitkomst"
        return {
            "boom": self.tree.id,
            "versie": self.tree.version,
            "soort": kind,
            kind: as_json(self.node),
            "aangeboden": [answer.id for answer in self.offered],
            "eerder": self.earlier,
            "route": [{"vraag": step.question.id, "antwoord": step.answer.id} for step in self.route],
            "vervallen": dict(self.dropped),
            "nog": list(self.ahead),
        }


def said_on(route: tuple[Step, ...]) -> frozenset[Says]:
    """Everything that the answers on a route say about the case."""
    return frozenset(value for step in route for value in step.answer.says)


def fits(answer: Answer, said: frozenset[Says]) -> bool:
    """Whether an answer contradicts nothing that has been said."""
    return said.isdisjoint(answer.not_after)


def view(tree: Tree, answers: Mapping[str, str]) -> View:
    """The view that these answers (answer ids by question id) lead to. Never fails on odd answers: it drops them.

    The order of `answers` is the order in which they were given. An answer that is older than the answer to an earlier
    question that it rests on is not taken over: consent is for these data, this purpose and this receiver (R59,
    protocol 6.4).
    """
    dropped = {q: a for q, a in answers.items() if q not in tree.questions or tree.questions[q].answer(a) is None}
    given = {question: moment for moment, question in enumerate(answers)}
    route: list[Step] = []
    said: frozenset[Says] = frozenset()
    earlier = ""
    node = tree.node(tree.start)
    while isinstance(node, Question) and node.id in answers and node.id not in dropped:
        answer = node.answer(answers[node.id])
        assert answer is not None  # dropped otherwise
        if not fits(answer, said):
            dropped[node.id] = answer.id
            break
        if any(given[s.question.id] > given[node.id] and not s.question.about.isdisjoint(node.rests_on) for s in route):
            earlier = answer.id
            break
        route.append(Step(node, answer))
        said |= frozenset(answer.says)
        node = tree.node(answer.to)
    passed = {step.question.id for step in route}
    kept = {q: a for q, a in answers.items() if q not in passed and q not in dropped}
    return View(tree, node, tuple(route), kept, dropped, earlier, ahead(tree, node.id))


def answered(answers: Mapping[str, str], question: str, answer: str) -> dict[str, str]:
    """The answers after this one was given, or given anew: it becomes the latest."""
    return {**{q: a for q, a in answers.items() if q != question}, question: answer}


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


def paths(tree: Tree) -> Iterator[tuple[tuple[Step, ...], Outcome]]:
    """Every path from the start to an outcome, as its steps and the outcome; contradictions are not walked."""

    def below(id: str, said: frozenset[Says]) -> Iterator[tuple[tuple[Step, ...], Outcome]]:
        node = tree.node(id)
        if isinstance(node, Outcome):
            yield (), node
            return
        for answer in node.answers:
            if fits(answer, said):
                for steps, outcome in below(answer.to, said | frozenset(answer.says)):
                    yield (Step(node, answer), *steps), outcome

    yield from below(tree.start, frozenset())


def count_paths(tree: Tree) -> int:
    """The number of paths, without walking them: only what can contradict a later answer is remembered."""
    matters = frozenset(value for q in tree.questions.values() for answer in q.answers for value in answer.not_after)
    counts: dict[tuple[str, frozenset[Says]], int] = {}

    def count(id: str, said: frozenset[Says]) -> int:
        if (id, said) not in counts:
            node = tree.node(id)
            counts[id, said] = (
                1
                if isinstance(node, Outcome)
                else sum(count(a.to, said | (matters & frozenset(a.says))) for a in node.answers if fits(a, said))
            )
        return counts[id, said]

    return count(tree.start, frozenset())


def answers_of(steps: tuple[Step, ...]) -> dict[str, str]:
    """The steps of a path as answers by question id, in the order in which they are given."""
    return {step.question.id: step.answer.id for step in steps}
