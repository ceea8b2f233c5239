"""What the page asks Python: one function from a request to an answer, both plain data. No I/O, no state."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from decision_trees.catalogue import TREES
from decision_trees.model import Tree
from decision_trees.walk import view


class RequestError(Exception):
    """The request cannot be understood. The message is Dutch: the page shows it to the reader."""


def _tree(request: Mapping[str, Any]) -> Tree:
    tree = TREES.get(str(request.get("boom")))
    if tree is None:
        raise RequestError("Deze beslisboom bestaat niet (meer). Begin opnieuw vanaf de lijst met beslisbomen.")
    return tree


def _answers(value: object) -> dict[str, str]:
    """Answers from the page: short texts by short texts, at most 60 of them; anything else is refused."""
    if not isinstance(value, Mapping) or len(value) > 60:
        raise RequestError("De antwoorden zijn beschadigd. Begin opnieuw.")
    answers: dict[str, str] = {}
    for question, answer in value.items():
        if not (isinstance(question, str) and isinstance(answer, str) and len(question) < 80 and len(answer) < 80):
            raise RequestError("De antwoorden zijn beschadigd. Begin opnieuw.")
        answers[question] = answer
    return answers


def show(request: Mapping[str, Any]) -> dict[str, Any]:
    """The view of a tree at the given answers."""
    return view(_tree(request), _answers(request.get("antwoorden"))).to_json()


ACTIONS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {"beeld": show}


def handle(request: str) -> str:
    """A request as JSON to an answer as JSON: `{"goed": …}` or `{"fout": message for the reader}`."""
    try:
        data = json.loads(request)
        action = ACTIONS.get(str(data.get("doe"))) if isinstance(data, dict) else None
        if action is None:
            raise RequestError("De bladzijde vraagt iets wat deze versie niet kent. Laad de bladzijde opnieuw.")
        return json.dumps({"goed": action(data)}, ensure_ascii=False)
    except (RequestError, ValueError) as error:
        message = str(error) if isinstance(error, RequestError) else "De antwoorden zijn beschadigd. Begin opnieuw."
        return json.dumps({"fout": message}, ensure_ascii=False)
