"""What the page asks about a household: cards of questions, each with the facts that an answer to it sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from decision_trees.household import Household
from decision_trees.household_facts import AGES, DECISIONS, GI, REPRESENTATIVE, WHOLE, about_keys, listed, name
from decision_trees.household_steps import steps
from decision_trees.model import Question
from decision_trees.trees.toestemming import TREE as TOESTEMMING

Choice = tuple[str, str]
"""A fact's value, and its words."""
MOST_SHOWN = 6
"""Choices that a card shows at once; the rest is folded."""
FIRST_DECISIONS = ("gegeven", "geweigerd", "niet-gevraagd")


@dataclass(frozen=True)
class Card:
    """One question to the professional. Its answer becomes the value of each of `keys`.

    `given`: the value that all keys have; `state`: "open", "eerder" (to be said again), "klaar" or "mag" (not needed).
    `parts`: the same question for each key apart.
    """

    kind: str
    title: str
    keys: tuple[str, ...]
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...] = ()
    why: str = ""
    given: str = ""
    answer: str = ""
    state: str = "open"
    parts: tuple[Card, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The card as data for the page."""
        return {
            "soort": self.kind,
            "kop": self.title,
            "uitleg": self.why,
            "sleutels": list(self.keys),
            "keuzes": [{"id": id, "tekst": text} for id, text in self.choices],
            "meer": [{"id": id, "tekst": text} for id, text in self.more],
            "gegeven": self.given,
            "antwoord": self.answer,
            "stand": self.state,
            "delen": [part.to_json() for part in self.parts],
        }


def overview(household: Household) -> dict[str, Any]:
    """The whole overview as data for the page: rows, joint advice, what to do, and the cards."""
    found = list(cards(household))
    yes = all_yes(found)
    out = household.left_out()
    answered = any(card.kind == "besluit" and card.state == "klaar" for card in found)
    return {
        "personen": [row.to_json() for row in household.rows],
        "iedereen": [
            {"id": p, "wie": name(p), "leeftijd": household.age(p), "inStuk": household.in_document(p)}
            for p in household.persons
        ],
        "samen": str(household.joint),
        "past": household.fits,
        "verder": list(steps(household)),
        "vragen": [card.to_json() for card in found],
        "alleJa": list(yes),
        "alleJaTekst": "Alle anderen apart gevraagd, en zij zeggen ja"
        if answered
        else "Ieder apart gevraagd, en ieder zegt ja",
        "leeftijden": [{"id": id, "tekst": text} for id, text in AGES.items()],
        "bevestig": list(household.confirmed()),
        "bevestigTekst": about_keys(household.confirmed()),
        "zonder": list(out),
        "zonderTekst": f"Laat weg wat over {listed(map(name, out))} gaat" if out else "",
        "feiten": dict(household.facts),
    }


def cards(household: Household) -> Iterator[Card]:
    """The cards, in the order in which a professional knows the answers."""
    if not household.danger:
        question = TOESTEMMING.questions[TOESTEMMING.start]
        yield Card("gevaar", question.text, (question.id,), _choices(question), why=question.why)
    if (household.danger != "nee" and household.danger) or not household.fits:
        return
    yield from _authority(household)
    for who in (*household.persons, GI):
        yield from _decisions(household, who)
    for person in household.persons:
        yield from _representative(household, person)
    yield from _whole(household)


def all_yes(found: list[Card]) -> tuple[str, ...]:
    """The decisions that were not filled in yet, of two deciders or more: "each was asked, and says yes" is one tap."""
    waiting = [card for card in found if card.kind == "besluit" and card.state == "open"]
    keys = [key for card in waiting for key in card.keys if not card.given]
    return tuple(keys) if len(waiting) > 1 else ()


def _choices(question: Question) -> tuple[Choice, ...]:
    return tuple((answer.id, answer.text) for answer in question.answers)


def _filled(household: Household, card: Card, needed: bool) -> Card:
    """The card with what was given, and whether it must be said (again)."""
    values = {household.facts.get(key, "") for key in card.keys}
    given = values.pop() if len(values) == 1 else ""
    stale = {key for row in household.rows for key in row.earlier}
    missing = any(key not in household.facts for key in card.keys)
    state = "eerder" if stale & set(card.keys) else "open" if missing and needed else "mag" if missing else "klaar"
    words = dict((*card.choices, *card.more))
    mixed = "" if given or missing else "verschilt"
    return replace(card, given=given, answer=words.get(given, mixed), state=state)


def _authority(household: Household) -> Iterator[Card]:
    """Who holds authority over each child for whom that matters; once for all of them when nothing was said yet."""
    asked = [
        child
        for child in household.persons
        if child.startswith("kind-")
        and household.in_document(child)
        and (household.age(child) in ("0-11", "12-15") or household.decision(child, child) == "niet-in-staat")
    ]
    needed = {child for child in asked if household.needed("", child)}
    adults = [person for person in household.persons if not person.startswith("kind-")]
    pairs = sorted(combinations(adults, 2), key=lambda pair: (pair != ("moeder", "vader"), _step(pair)))
    usual = [("+".join(pair), f"{listed(map(name, pair))} samen") for pair in pairs if pair[0] in ("moeder", "vader")]
    alone = [(adult, f"alleen {name(adult)}") for adult in adults]
    gezag = TOESTEMMING.questions["gezag"]
    special = [(a.id, a.text) for a in gezag.answers if a.id not in ("twee", "een")]
    known = [choice for choice in special if choice[0] in ("gi-voogd", "weet-niet")]
    parents = [choice for choice in alone if choice[0] in ("moeder", "vader")]
    first = [*usual[:2], *parents, *known]
    rest = [("+".join(p), f"{listed(map(name, p))} samen") for p in pairs]
    more = [choice for choice in (*rest, *alone, *special) if choice not in first]
    open_ones = [child for child in asked if child in needed and f"{child}.gezag" not in household.facts]
    if len(open_ones) > 1:
        yield Card(
            "gezag", f"Wie heeft het gezag over {listed(map(name, open_ones))}?", tuple(f"{c}.gezag" for c in open_ones),
            tuple(first), tuple(more), gezag.why, parts=tuple(
                _one_child(household, c, first, more, True) for c in open_ones
            ),
        )  # fmt: skip
    for child in asked:
        if child not in open_ones or len(open_ones) == 1:
            yield _one_child(household, child, first, more, child in needed)


def _step(pair: tuple[str, str]) -> tuple[bool, bool]:
    """Usual pairs first: a parent with a partner, before two others."""
    return pair[0] not in ("moeder", "vader"), pair not in (("moeder", "stiefvader"), ("vader", "stiefmoeder"))


def _one_child(household: Household, child: str, first: list[Choice], more: list[Choice], needed: bool) -> Card:
    why = "" if needed else f"{name(child).capitalize()} beslist zelf. Vul dit in als een ouder met gezag nee zegt."
    card = Card(
        "gezag", f"Wie heeft het gezag over {name(child)}?", (f"{child}.gezag",), tuple(first), tuple(more), why
    )
    return _filled(household, card, needed)


def _decisions(household: Household, who: str) -> Iterator[Card]:
    """What someone decides, said once about everyone whom he decides about, or for each apart."""
    things = household.things(who)
    if not things:
        return
    allowed = [id for id in DECISIONS if id != "oneens" and (who != GI or id not in ("onveilig", "niet-in-staat", "niet-in-staat-verzet"))]  # fmt: skip
    words = tuple((id, DECISIONS[id]) for id in allowed)
    first = tuple(choice for choice in words if choice[0] in FIRST_DECISIONS)
    more = tuple(choice for choice in words if choice[0] not in FIRST_DECISIONS)

    def card(about: tuple[str, ...]) -> Card:
        whom = listed("de eigen gegevens" if person == who else name(person) for person in about)
        keys = tuple(f"{who}>{person}" for person in about)
        asked = Card("besluit", f"Wat zegt {name(who)} over {whom}?", keys, first, more)
        return _filled(household, asked, any(household.needed(who, person) for person in about))

    whole = card(things)
    yield replace(whole, parts=tuple(card((person,)) for person in things)) if len(things) > 1 else whole


def _representative(household: Household, person: str) -> Iterator[Card]:
    """Who represents an adult who cannot oversee it, and what that person says."""
    if household.age(person) != "18" or household.decision(person, person) != "niet-in-staat":
        return
    seen = household.row(person).view
    node = seen.node if seen.node.id == "vertegenwoordiger" else None
    question = TOESTEMMING.questions["vertegenwoordiger"]
    offered = {answer.id for answer in seen.offered} if node else {answer.id for answer in question.answers}
    choices = tuple(choice for choice in _choices(question) if choice[0] in offered)
    card = Card(
        "vertegenwoordiger", f"{name(person).capitalize()}: wie is de eerste in deze rij die het wil doen?",
        (f"{person}.vertegenwoordiger",), choices[:MOST_SHOWN], choices[MOST_SHOWN:], question.why,
    )  # fmt: skip
    yield _filled(household, card, True)
    if person in household.things(REPRESENTATIVE):
        decision = TOESTEMMING.questions["besluit-vertegenwoordiger"]
        said = tuple((id, text) for id, text in DECISIONS.items() if decision.answer(id))
        first = tuple(choice for choice in said if choice[0] in FIRST_DECISIONS)
        asked = Card(
            "besluit", f"Wat zegt {household.decider(person)} over {name(person)}?", (f"{REPRESENTATIVE}>{person}",), first,
            tuple(choice for choice in said if choice not in first),
        )  # fmt: skip
        yield _filled(household, asked, True)


def _whole(household: Household) -> Iterator[Card]:
    """What is asked once for the whole document, as soon as someone said yes: whether it is valid and was weighed."""
    at = {row.view.node.id for row in household.rows}
    passed = {step.question.id for row in household.rows for step in row.view.route}
    if "geldigheid" not in at | passed:
        return
    valid, weighed = (TOESTEMMING.questions[id] for id in WHOLE)
    both = Card(
        "geldig", "Klopt dit voor het hele stuk, voor ieder die ja zei?", WHOLE, (("ja", "Ja, dit klopt allebei"),),
        why=f"{_yes(valid)} {_yes(weighed)}", parts=tuple(
            _filled(household, Card("geldig", q.text, (q.id,), _choices(q), why=q.why), True) for q in (valid, weighed)
        ),
    )  # fmt: skip
    yield _filled(household, both, True)


def _yes(question: Question) -> str:
    """A question with its yes, as something to affirm."""
    yes = question.answer("ja")
    return f"{question.text} {yes.text}." if yes else question.text
