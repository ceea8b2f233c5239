"""What the page asks Python: one function from a request to an answer, both plain data. No I/O, no state.

Every page asks for a view of its tree, and is slow to start with what only some ask for: that is imported where it is used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from decision_trees.catalogue import TREES
from decision_trees.model import Tree
from decision_trees.tree_text import line, node_text, text
from decision_trees.walk import View, answers_of, view

if TYPE_CHECKING:
    from decision_trees.household import Household

LONGEST_TEXT = 2_000_000
"""Characters of a tree's text that a page may send: some ten times the largest tree."""

DEEPEST = 10
"""Brackets within brackets in a request; the page's own have two. In the browser too many would end Python, not only the request:
its stack is JavaScript's there."""
NO_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"|[^][}{"]++')


class RequestError(Exception):
    """The request cannot be understood. The message is Dutch: the page shows it to the reader."""


def _tree(request: Mapping[str, Any]) -> Tree:
    tree = TREES.get(str(request.get("boom")))
    if tree is None:
        raise RequestError("Deze beslisboom bestaat niet (meer). Begin opnieuw vanaf de lijst met beslisbomen.")
    return tree


def _answers(value: object) -> dict[str, str]:
    """Answers from the page: short texts by short texts, at most 200 of them; anything else is refused."""
    if not isinstance(value, Mapping) or len(value) > 200:
        raise RequestError("De antwoorden zijn beschadigd. Begin opnieuw.")
    answers: dict[str, str] = {}
    for question, answer in value.items():
        if not (isinstance(question, str) and isinstance(answer, str) and len(question) < 80 and len(answer) < 80):
            raise RequestError("De antwoorden zijn beschadigd. Begin opnieuw.")
        answers[question] = answer
    return answers


@cache
def _text(id: str) -> str:
    return text(TREES[id])


def read_all() -> None:
    """Read each tree with its text, and what few pages ask for, now and not when it is first asked for."""
    import decision_trees.household_questions
    import decision_trees.link
    import decision_trees.record
    import decision_trees.terms  # noqa: F401

    for id in TREES:
        _text(id)


def compare(request: Mapping[str, Any]) -> dict[str, Any]:
    """Whether the text that the page read from what it shows is the whole tree's: asked before anything else."""
    return {"gelijk": _same(request.get("tekst"), _text(_tree(request).id))}


def show(request: Mapping[str, Any]) -> dict[str, Any]:
    """The view of a tree at the given answers, and whether the text of the node that the page shows is that node's."""
    seen = view(_tree(request), _answers(request.get("antwoorden")))
    return {**seen.to_json(), "gelijk": _same(request.get("tekst"), node_text(seen.tree, seen.node))}


def _same(value: object, canonical: str) -> bool:
    """Whether a text from the page is the canonical one, but for the white space between its words."""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        return False
    return value == canonical or "\n".join(line(*fields.split("\t")) for fields in value.split("\n")) == canonical


MOST_FACTS = 400
"""More than twenty persons can need: each decides about himself and about children, beside what the walk said."""
DAMAGED_HOUSEHOLD = "Het overzicht is beschadigd. Verwijder de personen en voeg ze opnieuw toe."


def household(request: Mapping[str, Any]) -> dict[str, Any]:
    """The overview of a household of at most twenty persons, beside the walk of the tree on the page."""
    from decision_trees.household_questions import overview

    return overview(_household(request, view(_tree(request), _answers(request.get("antwoorden")))))


def _household(request: Mapping[str, Any], walk: View) -> Household:
    from decision_trees.household import Household
    from decision_trees.household_facts import MOST_PERSONS

    facts = request.get("feiten")
    if not isinstance(facts, Mapping) or len(facts) > MOST_FACTS:
        raise RequestError(DAMAGED_HOUSEHOLD)
    for key, value in facts.items():
        if not (isinstance(key, str) and isinstance(value, str) and len(key) < 80 and len(value) < 80):
            raise RequestError(DAMAGED_HOUSEHOLD)
    if sum(key.endswith(".leeftijd") for key in facts) > MOST_PERSONS:
        raise RequestError("Het overzicht kan hoogstens twintig personen aan. Haal er een weg.")
    return Household.of(facts, walk)


def write_record(request: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a walk as text."""
    from decision_trees.record import record

    date = str(request.get("datum", ""))[:40]
    try:
        return {"tekst": record(view(_tree(request), _answers(request.get("antwoorden"))), date)}
    except ValueError as error:
        raise RequestError(str(error)) from error


def terms(request: Mapping[str, Any]) -> dict[str, Any]:
    """The terms of the outcome of a walk, from `sinds` (Dutch time, "2026-11-26T14:20") and seen from `nu` (milliseconds
    since 1970, as a browser has it): each in words, and all as a calendar file. Nothing is kept."""
    from decision_trees.terms import RULES, TermError, calendar, deadlines, moment, present

    walk = view(_tree(request), _answers(request.get("antwoorden")))
    try:
        now = present(request.get("nu"))
        found = deadlines(walk, moment(str(request.get("sinds", ""))[:40]), now)
    except TermError as error:
        raise RequestError(str(error)) from error
    rows = [
        {
            "wat": RULES[one.term].what,
            "wanneer": one.date,
            "nog": one.left,
            "voorbij": one.passed,
            "uitleg": " ".join(filter(None, (one.moved, RULES[one.term].counted))),
        }
        for one in found
    ]
    return {"termijnen": rows, "agenda": calendar(found, now) if any(not one.passed for one in found) else ""}


def forms(request: Mapping[str, Any]) -> dict[str, Any]:
    """The forms that go with a walk and a household, or one of them (`welk`) as a Word file; where `sinds` says when the terms
    began (as in `terms`), with the days that follow from it. The browser fetches what makes
    them first (macros/runtime/worker.js)."""
    from decision_trees.forms.dates import dates_of
    from decision_trees.forms.requests import all_forms, as_word

    walk, date = view(_tree(request), _answers(request.get("antwoorden"))), str(request.get("datum", ""))[:40]
    family = _household(request, walk) if request.get("feiten") else None
    dates = dates_of(request.get("sinds"), request.get("nu"))
    try:
        if "welk" in request:
            return as_word(walk, date, family, dates, str(request["welk"]))
        return all_forms(walk, date, family, dates)
    except ValueError as error:
        raise RequestError(str(error)) from error


def open_link(request: Mapping[str, Any]) -> dict[str, Any]:
    """The view that a link leads to, with the answers that it held."""
    from decision_trees.link import LinkError, from_fragment

    try:
        answers = from_fragment(str(request.get("fragment", "")))
    except LinkError as error:
        raise RequestError(str(error)) from error
    return {**view(_tree(request), answers).to_json(), "antwoorden": answers}


def make_link(request: Mapping[str, Any]) -> dict[str, Any]:
    """The fragment of a link to a walk: only the answers on the route."""
    from decision_trees.link import to_fragment

    seen = view(_tree(request), _answers(request.get("antwoorden")))
    return {"fragment": to_fragment(answers_of(seen.route))}


ACTIONS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "vergelijk": compare,
    "beeld": show,
    "huishouden": household,
    "verslag": write_record,
    "termijnen": terms,
    "formulieren": forms,
    "open": open_link,
    "link": make_link,
}


def _depth(request: str) -> int:
    """How many brackets stand within one another, outside texts; at most as many as there are, where those are few."""
    if (opened := request.count("[") + request.count("{")) <= DEEPEST:
        return opened
    steps = (1 if bracket in "[{" else -1 for bracket in NO_BRACKETS.sub("", request))
    return max(accumulate(steps), default=0)


def handle(request: str) -> str:
    """A request as JSON to an answer as JSON: `{"goed": …}` or `{"fout": message for the reader}`."""
    try:
        if _depth(request) > DEEPEST:
            raise ValueError("too deep")
        data = json.loads(request)
        action = ACTIONS.get(str(data.get("doe"))) if isinstance(data, dict) else None
        if action is None:
            raise RequestError("De bladzijde vraagt iets wat deze versie niet kent. Laad de bladzijde opnieuw.")
        return json.dumps({"goed": action(data)}, ensure_ascii=False)
    except (RequestError, ValueError) as error:
        message = str(error) if isinstance(error, RequestError) else "De antwoorden zijn beschadigd. Begin opnieuw."
        return json.dumps({"fout": message}, ensure_ascii=False)
