"""The trees as cards to follow with a finger: one numbering for all of them, and nothing printed twice.

A question that one tree took over from another is one card: where the two trees go on differently after an answer, the card
says both. Answers that many questions share stand once, in a list with a letter; an advice that one card alone leads to stands in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from decision_trees.meaning import Says
from decision_trees.model import Node, Outcome, Question, Tree

FEWEST = 5
"""How many answers must be alike, and in how many questions, to stand in a list of their own."""


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
    """Cards that belong together: each card stands in the chapter with a start the fewest steps before it, the later of two.

    `spread`: begins on a left page, so that its cards face each other. `opening`: cards before it that stand at its head in small, so
    that who knows what it is about can begin there. `again`: cards of an earlier chapter that stand in this one too, so that ways which
    go on there need not turn back. `full`: its cards fill its spread, so that the advice that they lead to stands behind all cards.
    """

    title: str
    starts: tuple[Home, ...]
    spread: bool = False
    opening: tuple[Home, ...] = ()
    again: tuple[Home, ...] = ()
    full: bool = False


LAST = Chapter("Lijsten en adviezen van meer kaarten", ())
"""What stands behind all cards, for several lead to it."""


@dataclass(frozen=True)
class Part:
    """A chapter as it stands on paper."""

    chapter: Chapter
    items: tuple[Card | Shared | Advice, ...]


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
    def parts(self) -> tuple[Part, ...]:
        """What stands on paper, one after another: each chapter's cards so that one goes on forward, with its lists and its advice.
        Behind all cards a list stands last, so that it and the advice that it leads to are close together."""
        parts = []
        for chapter, items in self._listed.items():
            advice = [advice for advice in self.advice if self._stands[advice] is chapter]
            listed = {advice for item in items if isinstance(item, Shared) for advice in item.advice}
            before = [one for one in advice if one not in listed] if chapter is LAST else []
            parts.append(Part(chapter, (*before, *items, *(one for one in advice if one not in before))))
        return tuple(part for part in parts if part.items)

    @cached_property
    def _stands(self) -> dict[Advice, Chapter]:
        """The chapter at whose end an advice stands: on the spread of most cards that lead to it, the chapter that has most of those; or behind
        all cards, when a list there leads to it too or no spread has more than half of them."""
        spreads: dict[Chapter, int] = {}
        for chapter in (*self.chapters, LAST):
            spreads[chapter] = len({*spreads.values()}) + (1 if chapter.spread else 0)
        found: dict[Advice, Chapter] = {}
        for advice in self.advice:
            counted = Counter[int]()
            for chapter, cards in self._leads[advice].items():
                counted[spreads[chapter]] += cards
            [(most, cards)] = counted.most_common(1)
            near = {chapter: leads for chapter, leads in self._leads[advice].items() if spreads[chapter] == most}
            apart = LAST in self._leads[advice] or 2 * cards <= counted.total()
            place = LAST if apart else max(reversed(near), key=lambda chapter: near[chapter])
            found[advice] = LAST if place.full else place
        return found

    @cached_property
    def _listed(self) -> dict[Chapter, list[Card | Shared]]:
        """The cards of each chapter with the lists: one that must be looked at before an answer is chosen stands before its card, again on
        every spread that needs it; one for what no answer fits stands once, behind the cards."""
        told: set[Shared] = set()
        found: dict[Chapter, list[Card | Shared]] = {}
        for chapter in self.chapters:
            own = [home for home in self._forward() if self.chapter_of[home] is chapter]
            cards = [self.cards[home] for home in (*own, *chapter.again)]
            items: list[Card | Shared] = []
            for card in cards:
                before = [row for row in card.rows[:-1] if isinstance(row, Shared)]
                items += [row for row in before if row not in (items if chapter.spread else told)]
                told |= {*before}
                items.append(card)
            found[chapter] = items
        return {**found, LAST: [shared for shared in self.lists if shared not in told]}

    @cached_property
    def _leads(self) -> dict[Target, Counter[Chapter]]:
        """From how many cards and lists of each chapter an advice is reached in one step, by who follows the first tree that leads to it."""
        leads: dict[Target, dict[str, Counter[Chapter]]] = defaultdict(lambda: defaultdict(Counter))
        for chapter, items in self._listed.items():
            for item in items:
                rows = item.steps if isinstance(item, Shared) else [row for row in item.rows if isinstance(row, Step)]
                for target, tree in {(target, tree) for step in rows for tree, target in step.to}:
                    leads[target][tree][chapter] += 1
        return {target: next(of[tree.id] for tree in self.trees if tree.id in of) for target, of in leads.items()}

    @cached_property
    def chapter_of(self) -> dict[Home, Chapter]:
        """The chapter of each card."""
        nearest: dict[Home, tuple[int, Chapter]] = {}
        for chapter in self.chapters:
            at, steps = {start for start in chapter.starts if start in self.cards}, 0
            done: set[Home] = set()
            while at:
                for home in at:
                    if home not in nearest or steps <= nearest[home][0]:
                        nearest[home] = (steps, chapter)
                done |= at
                at, steps = {home for one in at for home in self._next(one)} - done, steps + 1
        return {home: chapter for home, (_, chapter) in nearest.items()}

    def copies(self, item: Card | Shared) -> list[Chapter]:
        """The chapters in which a card or a list stands."""
        return [chapter for chapter, items in self._listed.items() if item in items]

    def copy_from(self, chapter: Chapter, item: Card | Shared) -> int:
        """Which copy of a card or a list what stands in a chapter means, from 0: the one there, or else the first."""
        copies = self.copies(item)
        return copies.index(chapter) if chapter in copies else 0

    def opening(self, chapter: Chapter) -> list[tuple[Card, list[Step]]]:
        """The cards that stand in small at the head of a chapter, each with the answers that lead on: to one of the next, or into the chapter.

        Answers that are not always offered are left out: who gives one begins at the first card.
        """
        tree = self.trees[0].id
        here: set[Target] = {home for home, of in self.chapter_of.items() if of is chapter}
        found = []
        for home in reversed(chapter.opening):
            on = [step for step in self.cards[home].steps if step.target(tree) in here and not step.not_after]
            found.append((self.cards[home], on))
            here.add(home)
        return found[::-1]

    def _next(self, home: Home) -> list[Home]:
        """The questions that a question leads to."""
        targets = (target for step in self.cards[home].steps for _, target in step.to)
        return [target for target in dict.fromkeys(targets) if not isinstance(target, Advice)]

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
    def _said_before(self) -> dict[Home, set[frozenset[Says]]]:
        """What may have been said when a card is reached, way by way, as far as answers elsewhere are not offered after it."""
        matters = {value for _, steps in self.questions.values() for step in steps for value in step.not_after}
        found: dict[Home, set[frozenset[Says]]] = defaultdict(set)
        for tree in self.trees:
            waiting, seen = [(tree.start, frozenset[Says]())], set[tuple[str, frozenset[Says]]]()
            while waiting:
                if (at := waiting.pop()) in seen or at[0] not in tree.questions:
                    continue
                seen.add(at)
                question, said = tree.questions[at[0]], at[1]
                found[home_of(tree, question)].add(said)
                waiting += [
                    (answer.to, said | matters.intersection(answer.says))
                    for answer in question.answers
                    if not said & {*answer.not_after}
                ]
        return found

    def only_after(self, home: Home, step: Step) -> tuple[Says, ...]:
        """The answers after which a step is offered, when fewer than those after which it is not, and every way gives exactly one of all these."""
        kinds = {type(value) for value in step.not_after}
        ways = {frozenset(value for value in one if type(value) in kinds) for one in self._said_before[home]}
        if len(kinds) != 1 or any(len(one) != 1 for one in ways):
            return ()
        offered = {value for one in ways for value in one} - {*step.not_after}
        return (
            tuple(value for value in next(iter(kinds)) if value in offered)
            if len(offered) < len(step.not_after)
            else ()
        )

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
        again = {advice for shared in self.lists if len(self.copies(shared)) > 1 for advice in shared.advice}
        return tuple(advice for advice, where in leads.items() if len(where) > 1 or advice in again)

    @cached_property
    def numbers(self) -> Mapping[Target, int]:
        """The number of each card, and of each advice that stands apart, as they follow one another."""
        items = dict.fromkeys(item for part in self.parts for item in part.items if not isinstance(item, Shared))
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
