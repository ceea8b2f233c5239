"""What jurists want beside the tables of the trees: the rules and who carries them, what the proof asks, a form to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from decision_trees.meaning import Afweging, Says
from decision_trees.model import Outcome, Question, Tree
from decision_trees.proof import CLOSED, NEEDS, Needs
from decision_trees.traceability import DISPUTED, ELSEWHERE, Carrier, carriers
from macros.handbook.contents import Contents
from macros.handbook.typesetting import array, text
from macros.text.register import Register
from macros.trees.framework import Rule
from macros.trees.page import numbers
from macros.trees.tables import ASPECTS

EMPHASIS = re.compile(r"(\*\*?)(.+?)\1")
WORDS = r"\2"
"""What emphasis leaves."""
CITATION = re.compile(r"(?P<kind>.+) (?P<number>\d+), (?P<document>[^,]+)")
KINDS = (
    "T-hulp is toestemming voor hulp, T-geheim toestemming om te delen ondanks geheimhouding, T-AVG toestemming als grondslag van de AVG. "
    "V achter een regel: uit vakkennis, niet opnieuw bevestigd."
)
INTRO = (
    "Het bewijs is een tweede, losse beschrijving van de wet. Het kent geen vragen, alleen wat antwoorden betekenen. Elk pad van elke "
    "boom wordt ertegen gehouden: een pad dat iets toelaat zonder wat hier staat, laat de toets zakken."
)


def rules(contents: Contents) -> Iterator[str]:
    """Every rule with what it says and where the trees carry it."""
    carried = carriers(contents.trees)
    number = {tree.id: numbers(tree) for tree in contents.trees}
    rows = (array(map(text, rule_row(rule, carried.get(rule.id, ()), number))) for rule in contents.rules)
    yield from (f"alinea({text(EMPHASIS.sub(WORDS, line))})" for line in (*contents.key, KINDS))
    yield f"alinea({text('De nummers zijn die van de tabellen: delen 12 is nummer 12 in de boom delen.')})"
    yield f"regeltabel({array(rows)})"


def rule_row(rule: Rule, carried: Iterable[Carrier], number: dict[str, dict[str, int]]) -> tuple[str, str, str]:
    """The cells of a rule."""
    disputed = " (betwist)" if rule.id in DISPUTED else ""
    where: dict[str, set[int]] = {}
    for one in carried:
        where.setdefault(one.tree, set()).add(number[one.tree][one.node])
    places = "; ".join(f"{tree} {', '.join(map(str, sorted(found)))}" for tree, found in where.items())
    said = f"Als {rule.when}, dan {rule.then} ({rule.source}; {rule.certainty})"
    return f"{rule.id}{disputed}", EMPHASIS.sub(WORDS, said), places or ELSEWHERE[rule.id]


def proof(register: Register) -> Iterator[str]:
    """What each way asks, and what closes every way."""
    rows = (
        array(map(text, (way.value, needed(needs, register), needs.rules.replace("framework", "kader"))))
        for way, needs in NEEDS.items()
    )
    yield f"alinea({text(INTRO)})"
    yield f"alinea({text(f'Dit sluit elke weg. {meanings(CLOSED, register)}.')})"
    yield f"bewijstabel({array(rows)})"


def needed(needs: Needs, register: Register) -> str:
    """What a way needs, in words."""
    parts = [f"Gezegd is: {meanings(needs.all_of, register)}."] if needs.all_of else []
    parts += [f"En een van: {meanings(row, register)}." for row in needs.one_of]
    if needs.consent:
        parts.append(f"Iedereen die beslist zegt: {needs.consent.value}.")
    if needs.none_of:
        parts.append(f"Dit sluit deze weg: {meanings(needs.none_of, register)}.")
    parts.append(f"Advies: {', of '.join(needs.verdicts)}.")
    return " ".join(parts)


def meanings(values: Sequence[Says], register: Register) -> str:
    """Values in words, with what they are about once for all of a kind."""
    found: dict[str, list[str]] = {}
    for value in values:
        found.setdefault(ASPECTS[type(value)], []).append(meaning(value, register))
    return "; ".join(f"{aspect}: {', '.join(cited(words))}" for aspect, words in found.items())


def cited(words: Sequence[str]) -> Iterator[str]:
    """Words in which parts of one document one after another have its name once: "basisregel 7, afweging 1, 2, Wegwijzer …"."""
    parts = [CITATION.fullmatch(one) for one in words]
    for at, (one, part) in enumerate(zip(words, parts, strict=True)):
        before, after = parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else None
        if part is None:
            yield one
            continue
        follows = before is not None and before["kind"] == part["kind"] and before["document"] == part["document"]
        goes_on = after is not None and after["document"] == part["document"]
        yield ("" if follows else f"{part['kind']} ") + part["number"] + ("" if goes_on else f", {part['document']}")


def meaning(value: Says, register: Register) -> str:
    """A value in words: a consideration is the guide's own part, which has a citation."""
    if isinstance(value, Afweging) and value is not Afweging.NIET:
        return register.find(value.value, "decision_trees/meaning.py").citation
    return str(value.value)


def review_form(trees: Sequence[Tree]) -> Iterator[str]:
    """A form to fill in by hand, a row for each node of each tree."""
    yield f'alinea({text("Naam en functie: ")}); invulregel(""); alinea({text("Datum: ")}); invulregel("")'
    for tree in trees:
        rows = (array(map(text, (str(number), about(tree, id)))) for id, number in numbers(tree).items())
        yield f"kop(2, {text(tree.title)}); toetstabel({array(rows)})"


def about(tree: Tree, id: str) -> str:
    """What a node is, in a line."""
    node = tree.node(id)
    return node.text if isinstance(node, Question) else _outcome(node)


def _outcome(outcome: Outcome) -> str:
    verdict = str(outcome.oordeel)
    return f"{verdict[0].upper()}{verdict[1:]}: {outcome.title}"
