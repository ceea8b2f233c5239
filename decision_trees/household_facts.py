"""What is known of a household: facts by key, in the order in which they were said. Roles, never names.

- `moeder.leeftijd`: an age band of the tree. Whoever has one is in the overview.
- `vader.in-stuk` = `nee`: decides for a child, but the document says nothing about him.
- `kind-1.gezag`: one holder (`moeder`), two (`moeder+vader`), or another answer of the tree's question about authority.
- `vader>kind-1`, `vader>vader`: what he decided about this child, about his own data. The GI as guardian is `gi`, who
  represents an adult is `vertegenwoordiger`.
- `volwassene-1.vertegenwoordiger`: who that is, in the law's order.
- `geldigheid`, `nagegaan`: said once, for the whole document.
- `boom.…`: what was said in the walk when this was filled in, so that a later change there is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from decision_trees.trees.toestemming import TREE as TOESTEMMING

MOST_PERSONS = 20
SINGLE = ("moeder", "vader", "stiefmoeder", "stiefvader")
"""Roles that one person has; of children and other adults there can be more, with a number."""
PERSON = re.compile(r"moeder|vader|stiefmoeder|stiefvader|volwassene-[1-9][0-9]?|kind-[1-9][0-9]?")
GI, REPRESENTATIVE = "gi", "vertegenwoordiger"
AGES = {
    "0-11": "0 tot en met 11 jaar", "12-15": "12 tot en met 15 jaar", "16-17": "16 of 17 jaar",
    "18": "18 jaar of ouder", "ongeboren": "nog niet geboren", "overleden": "overleden", "weet-niet": "leeftijd onbekend",
}  # fmt: skip
"""The age bands, as the tree's question about age has them."""
UNSURE_AUTHORITY = ("gi-voogd", "gi-deel", "gi-deel-anders", "ander", "eenzijdig", "weet-niet")
"""What can be said of authority besides who holds it: answers of the tree's question about authority."""
DECISIONS = {
    "gegeven": "ja", "geweigerd": "nee", "niet-gevraagd": "nog niet gevraagd", "ingetrokken": "eerst ja, nu ingetrokken",
    "onbereikbaar": "niet te bereiken", "onveilig": "vragen is onveilig", "weet-niet": "dat weet ik niet",
    "niet-in-staat": "kan dit niet overzien, en verzet zich niet",
    "niet-in-staat-verzet": "kan dit niet overzien, maar verzet zich", "oneens": "er zijn er meer, en zij zijn het oneens",
}  # fmt: skip
"""What a decider can have decided: ids of the tree's answers, in words for a row."""
WHOLE = ("geldigheid", "nagegaan")
"""What is asked once, for the whole document."""


def name(id: str) -> str:
    """A decider in words: "moeder", "kind 2", "de GI"."""
    if id in (GI, REPRESENTATIVE):
        return {GI: "de GI", REPRESENTATIVE: "de vertegenwoordiger"}[id]
    role, _, number = id.partition("-")
    return f"{'andere volwassene' if role == 'volwassene' else role} {number}".strip()


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "moeder, vader en kind 1"."""
    found = list(dict.fromkeys(words))
    return " en ".join((", ".join(found[:-1]), found[-1])) if len(found) > 1 else "".join(found)


def rank(id: str) -> tuple[int, int]:
    """The order of persons: parents, step-parents, other adults, children; each kind by number."""
    role, _, number = id.partition("-")
    return (*SINGLE, "volwassene", "kind").index(role), int(number or 0)


def clean(facts: Mapping[str, str]) -> dict[str, str]:
    """Those facts that still mean something, in their order: what rests on someone who is gone is left out."""
    ages = {answer.id for answer in TOESTEMMING.questions["leeftijd"].answers}
    persons: list[str] = []
    for key, value in facts.items():
        person, _, what = key.partition(".")
        if what == "leeftijd" and PERSON.fullmatch(person) and value in ages and len(persons) < MOST_PERSONS:
            persons.append(person)
    adults = {person for person in persons if not person.startswith("kind-")}

    def authority(value: str) -> bool:
        holders = value.split("+")
        return value in UNSURE_AUTHORITY or (
            len(holders) <= 2 and len(set(holders)) == len(holders) and adults.issuperset(holders)
        )

    def decides(key: str) -> bool:
        who, _, about = key.partition(">")
        gezag = facts.get(f"{about}.gezag", "") if about.startswith("kind-") else ""
        if about not in persons:
            return False
        if who == GI:
            return gezag == "gi-voogd"
        if who == REPRESENTATIVE:
            return facts.get(f"{about}>{about}") == "niet-in-staat"
        return who == about or (who in adults and who in gezag.split("+") and authority(gezag))

    kept = {}
    for key, value in facts.items():
        person, _, what = key.partition(".")
        answers = TOESTEMMING.questions.get(what or person)
        if person == "boom":
            good = True
        elif ">" in key:
            good = value in DECISIONS and decides(key)
        elif what == "in-stuk":
            good = person in persons and value == "nee"
        elif what == "gezag":
            good = person in persons and person.startswith("kind-") and authority(value)
        elif what in ("leeftijd", "vertegenwoordiger"):
            good = person in persons and answers is not None and answers.answer(value) is not None
        else:
            good = key in WHOLE and answers is not None and answers.answer(value) is not None
        if good:
            kept[key] = value
    return kept


def about_keys(keys: Iterable[str]) -> str:
    """Facts in words: "wat vader zegt over kind 2", "wie het gezag heeft over kind 1"."""
    return listed(_about_key(key) for key in keys)


def _about_key(key: str) -> str:
    who, arrow, about = key.partition(">")
    person, _, what = key.partition(".")
    if arrow:
        whom = "de eigen gegevens" if who == about else name(about)
        return f"wat {name(who)} zegt over {whom}"
    match what or key:
        case "leeftijd":
            return f"hoe oud {name(person)} is"
        case "gezag":
            return f"wie het gezag heeft over {name(person)}"
        case "vertegenwoordiger":
            return f"wie {name(person)} vertegenwoordigt"
        case "geldigheid":
            return "of de toestemming geldig is"
        case _:
            return "of je alles bent nagegaan"
