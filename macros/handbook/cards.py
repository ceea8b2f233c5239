"""The trees as cards to follow with a finger: one numbering for all of them, and nothing printed twice.

A question that one tree took over from another is one card: where the two trees go on differently after an answer, the card
says both. Answers that many questions share stand once, in a list with a letter; an advice that one card alone leads to stands in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from decision_trees.meaning import Says
from decision_trees.model import Node, Outcome, Question, Tree

FEWEST = 5
"""How many answers must be alike, and in how many questions, to stand in a list of their own."""

LAST = "Adviezen waar meer kaarten heen gaan"

type Home = tuple[str, ...]
"""What a question is known by on paper: the tree that it was written in, and its id there."""


@dataclass(frozen=True)
class Advice:
    """An outcome as a card shows it: the verdict, what it is, in one sentence, whom to ask, and in a full book what to do."""

    verdict: str
    title: str
    sentence: str
    ask: str
    steps: tuple[str, ...] = ()

    @classmethod
    def of(cls, outcome: Outcome, *, full: bool = False) -> Advice:
        """What a card says of an outcome."""
        steps = (*outcome.steps, *(f"Vertel: {words}" for words in outcome.tell)) if full else ()
        return cls(str(outcome.oordeel), outcome.title, outcome.sentence, outcome.ask, steps)


type Target = Home | Advice


@dataclass(frozen=True)
class Step:
    """An answer as it is printed: where it leads in each tree that asks the question, and after what it is not offered."""

    text: str
    to: tuple[tuple[str, Target], ...]
    not_after: tuple[Says, ...]

    def target(self, tree: str) -> Target:
        """Where the answer leads who follows that tree."""
        return dict(self.to)[tree]


@dataclass(frozen=True)
class Shared:
    """Answers that many questions have."""

    letter: str
    steps: tuple[Step, ...]

    @property
    def advice(self) -> set[Target]:
        """The advice that its answers lead to."""
        return {target for step in self.steps for _, target in step.to if isinstance(target, Advice)}


@dataclass(frozen=True)
class Card:
    """A question with its answers. A list stands where its answers stood together, or last where they stood apart."""

    home: Home
    question: Question
    rows: tuple[Step | Shared, ...]

    @property
    def steps(self) -> Iterator[Step]:
        """Every answer, those of its list too."""
        for row in self.rows:
            if isinstance(row, Shared):
                yield from row.steps
            else:
                yield row


def home_of(tree: Tree, node: Node) -> Home:
    """The tree that a question was written in, and its id there."""
    return (node.origin, node.id.partition(".")[2]) if node.origin else (tree.id, node.id)


@dataclass(frozen=True)
class Chapter:
    """Cards that belong together: those that follow its starts, as far as no later chapter has them."""

    title: str
    starts: tuple[Home, ...]


@dataclass
class Deck:
    """All cards of some trees in chapters, with their numbers. `full`: with what to do at each advice."""

    trees: Sequence[Tree]
    chapters: Sequence[Chapter]
    full: bool = False

    @cached_property
    def questions(self) -> dict[Home, tuple[Question, tuple[Step, ...]]]:
        """Each question once, with its answers as steps."""
        found: dict[Home, Question] = {}
        to: dict[Home, dict[str, dict[str, Target]]] = defaultdict(lambda: defaultdict(dict))
        for tree in self.trees:
            for question in tree.questions.values():
                home = home_of(tree, question)
                found.setdefault(home, question)
                for answer in question.answers:
                    to[home][answer.id][tree.id] = self.target(tree, answer.to)
        return {
            home: (q, tuple(Step(a.text, tuple(to[home][a.id].items()), a.not_after) for a in q.answers))
            for home, q in found.items()
        }

    def target(self, tree: Tree, id: str) -> Target:
        """Where an answer leads: a question by its home, or an advice."""
        node = tree.node(id)
        return home_of(tree, node) if isinstance(node, Question) else Advice.of(node, full=self.full)

    @cached_property
    def lists(self) -> tuple[Shared, ...]:
        """The lists that save most: at least `FEWEST` answers that at least as many questions have in common."""
        left = {home: steps for home, (_, steps) in self.questions.items()}
        found: list[Shared] = []
        while best := max(_common(left), key=lambda common: common[1], default=None):
            steps, _ = best
            found.append(Shared("ABCDEFGH"[len(found)], steps))
            left = {home: own for home, own in left.items() if not set(steps) <= set(own)}
        return tuple(found)

    @cached_property
    def cards(self) -> dict[Home, Card]:
        """Every card by its home."""
        return {home: Card(home, question, self._rows(steps)) for home, (question, steps) in self.questions.items()}

    @cached_property
    def parts(self) -> list[tuple[str, list[Card | Shared | Advice]]]:
        """What stands on paper, one after another: each chapter's cards so that one goes on forward, a list with its advice
        before the first card that names it, and at the end the advice that several cards lead to."""
        told: list[Shared] = []
        parts: list[tuple[str, list[Card | Shared | Advice]]] = []
        for chapter, homes in self._by_chapter():
            items: list[Card | Shared | Advice] = []
            for card in map(self.cards.__getitem__, homes):
                for shared in (row for row in card.rows if isinstance(row, Shared) and row not in told):
                    told.append(shared)
                    items += [shared, *(advice for advice in self.advice if advice in shared.advice)]
                items.append(card)
            parts.append((chapter.title, items))
        beside_lists = {advice for shared in told for advice in shared.advice}
        return [*parts, (LAST, [advice for advice in self.advice if advice not in beside_lists])]

    def _by_chapter(self) -> Iterator[tuple[Chapter, list[Home]]]:
        """The homes of each chapter, in an order in which every step leads forward."""
        order = self._forward()
        of: dict[Home, Chapter] = {}
        for chapter in reversed(self.chapters):
            for start in chapter.starts:
                for home in self._reached(start):
                    of.setdefault(home, chapter)
        for chapter in self.chapters:
            yield chapter, [home for home in order if of.get(home) is chapter]

    def _next(self, home: Home) -> list[Home]:
        """The questions that a question leads to."""
        targets = (target for step in self.cards[home].steps for _, target in step.to)
        return [target for target in dict.fromkeys(targets) if not isinstance(target, Advice)]

    def _reached(self, start: Home) -> set[Home]:
        """A question and all that can follow it; nothing when the trees do not have it."""
        waiting, found = [start] if start in self.cards else [], set[Home]()
        while waiting:
            if (home := waiting.pop()) not in found:
                found.add(home)
                waiting += self._next(home)
        return found

    def _forward(self) -> list[Home]:
        """All questions, each before those that it leads to, what belongs to one way close together."""
        done: dict[Home, None] = {}

        def follow(home: Home) -> None:
            for target in reversed(self._next(home)):
                if target not in done:
                    follow(target)
            done.setdefault(home)

        for tree in reversed(self.trees):
            follow(home_of(tree, tree.questions[tree.start]))
        return list(reversed(done))

    def _rows(self, steps: tuple[Step, ...]) -> tuple[Step | Shared, ...]:
        shared = next((one for one in self.lists if set(one.steps) <= set(steps)), None)
        if shared is None:
            return steps
        own = [step for step in steps if step not in shared.steps]
        at = [number for number, step in enumerate(steps) if step in shared.steps]
        in_order = at[-2] - at[0] == len(at) - 2  # the way out for doubt, always the last, apart
        first = at[0] if in_order else len(own)
        return (*own[:first], shared, *own[first:])

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """The advice that more than one card leads to, or in a full book answers with other words, in the order in which it is met."""
        leads: dict[Advice, set[Home | str]] = defaultdict(set)
        for card in self.cards.values():
            for row in card.rows:
                for step in row.steps if isinstance(row, Shared) else (row,):
                    for _, target in step.to:
                        if isinstance(target, Advice):
                            from_card = step.text if self.full else card.home
                            leads[target].add(row.letter if isinstance(row, Shared) else from_card)
        return tuple(advice for advice, where in leads.items() if len(where) > 1)

    @cached_property
    def numbers(self) -> Mapping[Target, int]:
        """The number of each card, and of each advice that stands apart, as they follow one another."""
        items = (item for _, items in self.parts for item in items if not isinstance(item, Shared))
        return {item.home if isinstance(item, Card) else item: number for number, item in enumerate(items, 1)}


def _common(left: Mapping[Home, tuple[Step, ...]]) -> Iterator[tuple[tuple[Step, ...], int]]:
    """Sets of answers that enough questions have in common, each with how many answers it saves."""
    seen = set()
    for one in left.values():
        for other in left.values():
            common = tuple(step for step in one if step in other)
            if one is other or len(common) < FEWEST or common in seen:
                continue
            seen.add(common)
            having = sum(set(common) <= set(steps) for steps in left.values())
            if having >= FEWEST:
                yield common, (len(common) - 1) * (having - 1)
