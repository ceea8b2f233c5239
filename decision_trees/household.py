"""A whole household: who decides about whom, what was said, and the advice about everyone together.

What is known stands in one mapping of facts, in the order in which they were said: ages, who holds authority, what each
decider decided, and what was said for the whole document. From these facts follow the answers of the tree
`toestemming` for each person; each person is walked through that tree. Nothing is decided here but which answers follow
from roles, and how advice joins: the strictest applies (juridisch kader §1.3, R21).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from decision_trees.household_facts import (
    AGES,
    DECISIONS,
    GI,
    REPRESENTATIVE,
    UNSURE_AUTHORITY,
    WHOLE,
    about_keys,
    clean,
    listed,
    name,
    rank,
)
from decision_trees.meaning import (
    Afweging,
    Leeftijd,
    Ontvanger,
    Soort,
    Taak,
    Toestemming,
    Vermogen,
    Verteld,
    Weg,
    Wens,
)
from decision_trees.model import Oordeel, Outcome, Question, Tree
from decision_trees.trees.toestemming import TREE as TOESTEMMING
from decision_trees.walk import Step, View, said_on, view

REFUSED = ("geweigerd", "ingetrokken")
UNABLE = ("niet-in-staat", "niet-in-staat-verzet")
OWN = ("besluit-12-15", "besluit-16-17", "besluit-18")
"""The questions in which someone decides about his own data."""
SHARING = frozenset({Wens.GEVEN, Wens.GEVRAAGD, Wens.VRAGEN})
NO_OTHER = frozenset({Ontvanger.OUDER, Ontvanger.ANONIEM})
"""Receivers for whom consent for a whole household is not the question."""
NO_CONSENT = frozenset(Weg) - {Weg.TOESTEMMING, Weg.EEN_OUDER, Weg.MEEWERKEN}
"""Ways that a law opens without consent: nobody's no closes them, and asking can be unsafe (R27, R58, R114)."""
FOR_WMO = "soort-wmo"
"""The question behind which the Wmo itself asks for explicit consent, with ages of its own (R56, R57, R75)."""
SENSITIVE = frozenset({Soort.POLITIE, Soort.STRAF, Soort.BIJZONDER, Soort.BSN})
"""Data that consent alone does not open (R41, R132–R135)."""


@dataclass(frozen=True)
class Given:
    """An answer of the tree that follows from facts, and when they were said: the oldest and the newest of them."""

    answer: str
    since: int
    until: int


@dataclass(frozen=True)
class Row:
    """What the overview says about one person in the document.

    `missing`: the facts that must be filled in before this person's walk goes on; `earlier`: those that were said before
    something that they rest on changed, and must be said again.
    """

    person: str
    age: str
    decides: str
    said: tuple[tuple[str, str], ...]
    status: str
    view: View
    missing: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The person in words."""
        return name(self.person)

    @property
    def advice(self) -> Oordeel:
        """The advice of the outcome; what is still to be said is "eerst uitzoeken"."""
        return self.view.node.oordeel if isinstance(self.view.node, Outcome) else Oordeel.EERST_UITZOEKEN

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do about this person: the steps of the outcome."""
        return self.view.node.steps if isinstance(self.view.node, Outcome) else ()

    def to_json(self) -> dict[str, Any]:
        """The row as data for the page."""
        return {
            "id": self.person,
            "wie": self.name,
            "leeftijd": self.age,
            "beslist": self.decides,
            "gezegd": [f"{who}: {what}" for who, what in self.said],
            "stand": self.status,
            "oordeel": str(self.advice),
            "knoop": self.view.node.id,
            "klaar": isinstance(self.view.node, Outcome),
            "stappen": list(self.steps),
        }


def case_steps(walk: View | None) -> tuple[Step, ...]:
    """What the walk said about the case itself: wish, task, receiver, way, kind of data; not about one person."""
    case, personal = {Wens, Taak, Ontvanger, Weg, Soort}, {Leeftijd, Vermogen, Toestemming, Afweging, Verteld}
    return tuple(
        step
        for step in (walk.route if walk else ())
        if step.question.about & case and not step.question.about & personal and not step.question.origin
    )


def _tree(steps: Iterable[Step]) -> Tree:
    """The tree `toestemming` as it is walked for each person: behind danger comes what the walk said about the case.

    So `view` itself sees what contradicts the walk, and what was said before the walk changed.
    """
    questions = dict(TOESTEMMING.questions)
    start = questions[TOESTEMMING.start]
    chain = [step.question for step in steps if step.question.id not in TOESTEMMING.questions]
    next_id = "waarvoor"
    for question in reversed(chain):
        id = f"boom.{question.id}"
        questions[id] = replace(question, id=id, answers=tuple(replace(a, to=next_id) for a in question.answers))
        next_id = id
    questions[start.id] = replace(
        start, answers=tuple(replace(a, to=next_id) if a.to == "waarvoor" else a for a in start.answers)
    )
    return replace(TOESTEMMING, questions=questions)


@dataclass(frozen=True)
class Household:
    """The facts of a household beside the walk that it stands under. `facts` are clean and hold the walk's answers."""

    facts: Mapping[str, str]
    walk: View | None

    @classmethod
    def of(cls, facts: Mapping[str, str], walk: View | None = None) -> Household:
        """A household from what was filled in; an answer of the walk that is new or changed is the newest fact."""
        now = {f"boom.{step.question.id}": step.answer.id for step in case_steps(walk)}
        kept = {k: v for k, v in clean(facts).items() if not k.startswith("boom.") or now.get(k) == v}
        return cls({**kept, **{k: v for k, v in now.items() if k not in kept}}, walk)

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """Everyone who is in the overview, in order."""
        return tuple(sorted((key.partition(".")[0] for key in self.facts if key.endswith(".leeftijd")), key=rank))

    @cached_property
    def tree(self) -> Tree:
        """The tree that each person is walked through."""
        return _tree(case_steps(self.walk))

    @cached_property
    def moments(self) -> dict[str, int]:
        """When each fact was said, as its place in the order."""
        return {key: moment for moment, key in enumerate(self.facts)}

    @cached_property
    def danger(self) -> str:
        """What the walk said about acute danger; empty when it was not asked yet."""
        route = self.walk.route if self.walk else ()
        return next((step.answer.id for step in route if step.question.id == TOESTEMMING.start), "")

    @cached_property
    def fits(self) -> bool:
        """Whether the walk is about sharing with someone else on consent, or says nothing of it yet: then so it is taken."""
        route = self.walk.route if self.walk else ()
        said = said_on(route)
        asked = any(Wens in step.question.about for step in route)
        return (not asked or not said.isdisjoint(SHARING)) and said.isdisjoint(NO_OTHER | NO_CONSENT)

    @cached_property
    def for_wmo(self) -> bool:
        """Whether the walk is about data for which the Wmo asks explicit consent."""
        return any(step.question.id == FOR_WMO for step in case_steps(self.walk))

    def age(self, person: str) -> str:
        """The age band of a person."""
        return self.facts[f"{person}.leeftijd"]

    def in_document(self, person: str) -> bool:
        """Whether the document says something about this person."""
        return f"{person}.in-stuk" not in self.facts

    def holders(self, child: str) -> tuple[str, ...]:
        """Who holds authority over a child, as far as that was said."""
        value = self.facts.get(f"{child}.gezag", "")
        return () if value in ("", *UNSURE_AUTHORITY) else tuple(sorted(value.split("+"), key=rank))

    def decision(self, who: str, about: str) -> str:
        """What someone decided about someone; empty when that was not filled in."""
        return self.facts.get(f"{who}>{about}", "")

    def keys(self, question: str, person: str) -> tuple[str, ...]:
        """The facts from which a person's answer to a question of the tree follows."""
        match question:
            case "leeftijd" | "avg-leeftijd" | "gezag" | "vertegenwoordiger":
                return (f"{person}.{question.removeprefix('avg-')}",)
            case "besluit-een" | "besluit-twee":
                return tuple(f"{holder}>{person}" for holder in self.holders(person))
            case "besluit-gi":
                return (f"{GI}>{person}",)
            case "besluit-vertegenwoordiger":
                return (f"{REPRESENTATIVE}>{person}",)
            case _ if question in OWN:
                return (f"{person}>{person}",)
            case _:
                return (question,)

    def given(self, question: Question, person: str) -> Given | None:
        """The answer to a question of the tree that follows from the facts; None when they do not say it yet."""
        match question.id:
            case "acuut-gevaar":
                found = Given(self.danger, -1, -1) if self.danger else None
            case "waarvoor":
                found = self._purpose()
            case "avg-wet" if self.for_wmo:
                found = Given("ja", -1, -1)
            case "gezag":
                found = self._authority(person)
            case "besluit-een" | "besluit-twee":
                found = self._holders_decision(person)
            case "besluit-12-15":
                found = self._young_person(person)
            case "nagegaan" if not SENSITIVE.isdisjoint(said_on(case_steps(self.walk))):
                found = self._fact(question.id, "gevoelig")
            case _:
                found = self._fact(self.keys(question.id, person)[0])
        if found and question.id.startswith("boom."):  # the walk has judged for itself whether this still holds
            return replace(found, since=len(self.facts))
        return found

    def _fact(self, key: str, answer: str = "") -> Given | None:
        if key not in self.facts:
            return None
        return Given(answer or self.facts[key], self.moments[key], self.moments[key])

    def _purpose(self) -> Given | None:
        if known := self._fact("boom.waarvoor"):
            return known
        return Given("avg" if self.for_wmo else "geheim", -1, -1) if self.fits else None

    def _authority(self, child: str) -> Given | None:
        """Who holds authority. A minor has none, nor who can never exercise it: then find out who does (R81)."""
        fact = self._fact(f"{child}.gezag")
        holders = self.holders(child)
        if fact is None or not holders:
            return fact
        until = max(fact.until, *(self.moments[f"{holder}.leeftijd"] for holder in holders))
        able = [h for h in holders if self.age(h) == "18"]
        unable = any({self.decision(h, h), self.decision(h, child)} & set(UNABLE) for h in holders)
        if (len(able) < len(holders) or unable) and not any(self.decision(h, child) in REFUSED for h in able):
            return Given("eenzijdig", fact.since, until)
        return Given("twee" if len(holders) == 2 else "een", fact.since, until)

    def _holders_decision(self, child: str) -> Given | None:
        """What the holders of authority decided together: one refusal is enough to refuse (R22, R23, R113)."""
        holders = self.holders(child)
        said = {holder: self.decision(holder, child) for holder in holders}
        moments = [self.moments[f"{holder}>{child}"] for holder in holders if said[holder]]
        answer = _joined(tuple(said.values()))
        return Given(answer, min(moments), max(moments)) if answer else None

    def _young_person(self, person: str) -> Given | None:
        """Someone of 12 to 15 decides himself; a yes with a holder of authority who says no is to be discussed (R70)."""
        fact = self._fact(f"{person}>{person}")
        against = [
            self.moments[f"{who}>{person}"]
            for who in (*self.holders(person), GI)
            if self.decision(who, person) in REFUSED
        ]
        if fact is None or fact.answer != "gegeven" or not against:
            return fact
        return Given("gegeven-ouder-nee", fact.since, max(fact.until, *against))

    def walk_person(self, person: str) -> tuple[View, str]:
        """A person's walk through the tree, and the question there that was answered before something changed, if any."""
        answers: dict[str, str] = {}
        latest: list[tuple[Question, int]] = []
        again = ""
        node: Question | Outcome = self.tree.questions[self.tree.start]
        while isinstance(node, Question):
            given = self.given(node, person)
            answer = node.answer(given.answer) if given else None
            if given is None or answer is None:
                break
            if any(until > given.since and not asked.about.isdisjoint(node.rests_on) for asked, until in latest):
                again = node.id
                break
            answers[node.id] = answer.id
            latest.append((node, given.until))
            node = self.tree.node(answer.to)
        seen = view(self.tree, answers)
        return seen, again if seen.node.id == again else ""

    def row(self, person: str) -> Row:
        """What the overview says about one person."""
        seen, again = self.walk_person(person)
        missing: tuple[str, ...] = ()
        earlier: tuple[str, ...] = ()
        if isinstance(seen.node, Outcome):
            status = seen.node.title
        elif seen.node.id == TOESTEMMING.start:
            status, missing = "Beantwoord eerst of er acuut gevaar is", (TOESTEMMING.start,)
        elif not self.fits:
            status = "Dit overzicht past hier niet"
        else:
            keys = self.keys(seen.node.id, person)
            if again:
                earlier = tuple(key for key in keys if key in self.facts)
            else:
                missing = tuple(key for key in keys if key not in self.facts) or keys
            status = ("Klopt dit nog? " if again else "Nog in te vullen: ") + about_keys(earlier or missing)
        return Row(
            person, AGES[self.age(person)], self.decider(person), self._said(person), status, seen, missing, earlier
        )

    def decider(self, person: str) -> str:
        """Who decides about a person's data, in words; ages alone already say it (R67), danger or not."""
        question = self.decider_question(person)
        holders = self.holders(person)
        kind = self.facts.get(f"{person}.vertegenwoordiger", "")
        represents = REPRESENTATIVES.get(kind, "wie deze persoon vertegenwoordigt")
        words = {
            "besluit-een": listed(map(name, holders)),
            "besluit-twee": listed(map(name, holders)) + " samen",
            "besluit-gi": "de GI als voogd",
            "vertegenwoordiger": represents,
            "besluit-vertegenwoordiger": represents,
            "gezag": "wie het gezag heeft",
            "leeftijd": "hangt af van de leeftijd",
            "avg-leeftijd": "hangt af van de leeftijd",
            **dict.fromkeys(OWN, f"{name(person)} zelf"),
        }
        return words.get(question, "dat vraag je aan je jurist")

    def decider_question(self, person: str) -> str:
        """The question of the tree that stands where it is said who decides: by age, ability and authority."""
        first = at = "avg-leeftijd" if self.for_wmo else "leeftijd"
        while True:
            question = self.tree.questions[at]
            given = self.given(question, person)
            answer = question.answer(given.answer) if given else None
            if question.decides and (answer is None or Vermogen.NIET_IN_STAAT not in answer.says):
                return at
            if answer is None or answer.doubt or answer.to not in self.tree.questions:
                return at if at != first or answer is None or answer.doubt else ""
            at = answer.to

    def things(self, who: str) -> tuple[str, ...]:
        """Whom someone decides about: himself from 12 years, and children over whom he holds authority.

        Of 12 to 15 years a child decides himself; what a holder of authority says is then heard all the same (R70).
        """
        own = (
            (who,)
            if who in self.persons and self.in_document(who) and self.age(who) in ("12-15", "16-17", "18")
            else ()
        )
        return own + tuple(child for child in self.persons if child != who and self._speaks(who, child))

    def _speaks(self, who: str, about: str) -> bool:
        if not self.in_document(about):
            return False
        if who == REPRESENTATIVE:
            return self.decider_question(about) == "besluit-vertegenwoordiger"
        holds = self.facts.get(f"{about}.gezag") == "gi-voogd" if who == GI else who in self.holders(about)
        return holds and (self.age(about) in ("0-11", "12-15") or self.decision(about, about) == "niet-in-staat")

    def needed(self, who: str, about: str) -> bool:
        """Whether the advice waits for this decision; a holder of authority is not asked for who decides himself."""
        return who == about or not (self.age(about) == "12-15" and self.decision(about, about) != "niet-in-staat")

    def _said(self, person: str) -> tuple[tuple[str, str], ...]:
        deciders = [d for d in (*self.persons, GI, REPRESENTATIVE) if person in self.things(d)]
        return tuple(
            (name(d), DECISIONS[self.decision(d, person)])
            for d in sorted(deciders, key=lambda d: d != person)
            if self.decision(d, person)
        )

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """A row for each person whom the document is about."""
        return tuple(self.row(person) for person in self.persons if self.in_document(person))

    @cached_property
    def case(self) -> tuple[Oordeel, ...]:
        """The advice of what holds for all: danger or doubt about it, and the walk itself where it permits nothing."""
        first = view(self.tree, {TOESTEMMING.start: self.danger}).node
        last = self.walk.node if self.walk else None
        return tuple(
            node.oordeel for node in (first, last) if isinstance(node, Outcome) and not node.oordeel.permissive
        )

    @cached_property
    def joint(self) -> Oordeel:
        """The advice about everyone together: the strictest. Of nobody, or of what does not fit, nothing may go."""
        base = () if self.rows and self.fits and self.danger else (Oordeel.EERST_UITZOEKEN,)
        found: tuple[Oordeel, ...] = (*(row.advice for row in self.rows), *self.case, *base)
        return max(found, key=lambda advice: advice.strictness)

    def confirmed(self) -> tuple[str, ...]:
        """The decisions that were said before something changed, in the order in which to say them again.

        What is said once for the whole document is not among them: that is asked by itself.
        """
        found: list[str] = []
        now = self
        for _ in self.facts:
            stale = [key for row in now.rows for key in row.earlier if key not in WHOLE and key not in found]
            if not stale:
                break
            found += dict.fromkeys(stale)
            now = now.said({key: self.facts[key] for key in stale})
        return tuple(found)

    def said(self, new: Mapping[str, str]) -> Household:
        """The household after these facts were said, or said again: they become the latest."""
        return Household.of({**{k: v for k, v in self.facts.items() if k not in new}, **new}, self.walk)

    def without(self, persons: Iterable[str]) -> Household:
        """The household when the document says nothing about these persons."""
        return self.said({f"{person}.in-stuk": "nee" for person in persons})

    def left_out(self) -> tuple[str, ...]:
        """Whom to leave out of the document so that the rest may go; empty when that does not open it, or is too early."""
        closed = [row for row in self.rows if not row.advice.permissive]
        if not closed or not all(isinstance(row.view.node, Outcome) for row in closed):
            return ()
        found = tuple(row.person for row in closed)
        return found if self.without(found).joint.permissive else ()


REPRESENTATIVES = {
    "curator-mentor": "de curator of mentor",
    "gemachtigde": "de gemachtigde",
    "partner": "de partner, als vertegenwoordiger",
    "familie": "de naaste, als vertegenwoordiger",
}
"""Who represents an adult who cannot oversee it, in words (R20)."""

PRECEDENCE = ("ingetrokken", "geweigerd", "onveilig", "onbereikbaar", "niet-gevraagd", "weet-niet")
"""Of two holders of authority, what comes first: a refusal closes, unsafe is never to be asked."""


def _joined(said: tuple[str, ...]) -> str:
    """One answer from what each holder of authority said; empty when someone's answer is missing and nothing closes."""
    if len(said) == 2 and "gegeven" in said:
        for alone, together in (("ingetrokken", "een-trok-in"), ("geweigerd", "oneens"), ("niet-gevraagd", "een")):
            if alone in said:
                return together
    first = next((answer for answer in PRECEDENCE if answer in said), "")
    if not all(said) and first not in ("ingetrokken", "geweigerd", "onveilig"):
        return ""
    if set(said) == {"gegeven"}:
        return "beiden" if len(said) == 2 else "gegeven"
    return first or "weet-niet"
