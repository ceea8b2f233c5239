"""What stands with a question: a hint between it and its answers, and what is folded under them."""

from __future__ import annotations

import re
from typing import NamedTuple

from decision_trees.meaning import Afweging, Gezag, Toestemming, Verteld, Voorwaarde
from decision_trees.model import Question

SENTENCE = re.compile(r"(?<=[.?!])\s+")
VOUCHED = (Afweging, Gezag, Verteld, Voorwaarde)
"""Aspects of which an answer says that something is so: consideration, authority, telling, condition."""


class Hint(NamedTuple):
    """A question's explanation: the part in sight, and the folded rest, which may be empty. Together they are the whole."""

    shown: str
    folded: str


def hint(question: Question) -> Hint:
    """The first sentence in sight and the rest folded; all of it in sight where an answer vouches for what it explains."""
    if vouches(question):
        return Hint(question.why, "")
    first, *rest = SENTENCE.split(question.why, maxsplit=1)
    return Hint(first, "".join(rest))


def vouches(question: Question) -> bool:
    """Whether an answer says that something is so which a “mag” rests on: who folds its meaning away invites a wrong yes."""
    said = [value for answer in question.answers for value in answer.says]
    return any(isinstance(value, VOUCHED) or value is Toestemming.GELDIG for value in said)
