"""Links into a tree: the answers of a walk as a fragment, and back. Only made when the reader asks for one.

The form is `#a=` and pairs `question.answer` joined by `_`; ids of questions and answers are stable across versions, so
a link survives a later tree: what no longer fits is named and dropped, the rest kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

PREFIX = "#a="
LONGEST = 2000
PAIR = re.compile(r"([a-z0-9.-]{1,60})~([a-z0-9-]{1,60})")


class LinkError(Exception):
    """The fragment is not a link of ours. The message is Dutch: the page shows it."""


def to_fragment(answers: Mapping[str, str]) -> str:
    """Answers as a fragment."""
    return PREFIX + "_".join(f"{question}~{answer}" for question, answer in answers.items())


def from_fragment(fragment: str) -> dict[str, str]:
    """The answers in a fragment; LinkError when it is damaged, hostile or huge."""
    if len(fragment) > LONGEST:
        raise LinkError("Deze link is te lang. De boom begint opnieuw.")
    if not fragment.startswith(PREFIX):
        raise LinkError("Deze link hoort niet bij een beslisboom. De boom begint opnieuw.")
    answers: dict[str, str] = {}
    for pair in filter(None, fragment.removeprefix(PREFIX).split("_")):
        match = PAIR.fullmatch(pair)
        if match is None:
            raise LinkError("Deze link is beschadigd. De boom begint opnieuw.")
        answers[match.group(1)] = match.group(2)
    return answers
