"""What stands with a question: a hint between it and its answers, and what is folded under them."""

from __future__ import annotations

import re
from typing import NamedTuple

from decision_trees.meaning import Afweging, Gezag, Toestemming, Verteld, Voorwaarde
from decision_trees.model import Question

DANGER = re.compile(r"\b(gevaar|gevaarlijk|onveilig|bedreig\w*|112)\b", re.IGNORECASE)
"""Words that tell of danger: what says them is never folded away."""
SENTENCE = re.compile(r"(?<=[.?!])\s+")
VOUCHED = (Afweging, Gezag, Verteld, Voorwaarde)
"""Aspects of which an answer says that something is so: consideration, authority, telling, condition."""


class Hint(NamedTuple):
    """A question's explanation: the part in sight, and the folded rest, which may be empty. Together they are the whole."""

    shown: str
    folded: str


def hint(question: Question) -> Hint:
    """The first sentence in sight, and all up to the last that tells of danger; the rest folded.

    All of it is in sight where an answer vouches for what it explains.
    """
    if vouches(question):
        return Hint(question.why, "")
    sentences = SENTENCE.split(question.why)
    shown = max((number for number, sentence in enumerate(sentences) if DANGER.search(sentence)), default=0) + 1
    return Hint(" ".join(sentences[:shown]), " ".join(sentences[shown:]))


def vouches(question: Question) -> bool:
    """Whether an answer says that something is so which a “mag” rests on: who folds its meaning away invites a wrong yes."""
    said = [value for answer in question.answers for value in answer.says]
    return any(isinstance(value, VOUCHED) or value is Toestemming.GELDIG for value in said)
