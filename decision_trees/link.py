"""Links into a tree: the answers of a walk as a fragment, and back. Only made when the reader asks for one.

The form is `#a=` and pairs `question.answer` joined by `_`; ids of questions and answers are stable across versions, so
a link survives a later tree: what no longer fits is named and dropped, the rest kept. Behind `&h=` stand the facts of a
household in the same form (`moeder>kind-1~gegeven`), in the order in which they were said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

PREFIX = "#a="
LONGEST = 2000
PAIR = re.compile(r"([a-z0-9.-]{1,60})~([a-z0-9-]{1,60})")
FACTS = "&h="
FACT = re.compile(r"([a-z0-9.>-]{1,60})~([a-z0-9+-]{1,60})")


class LinkError(Exception):
    """The fragment is not a link of ours. The message is Dutch: the page shows it."""


def to_fragment(answers: Mapping[str, str], facts: Mapping[str, str] | None = None) -> str:
    """Answers as a fragment, and the facts of a household behind them."""
    household = FACTS + _joined(facts).replace(">", "%3E") if facts else ""
    return PREFIX + _joined(answers) + household


def _joined(pairs: Mapping[str, str]) -> str:
    return "_".join(f"{key}~{value}" for key, value in pairs.items())


def from_fragment(fragment: str) -> dict[str, str]:
    """The answers in a fragment; LinkError when it is damaged, hostile or huge."""
    return _pairs(_parts(fragment)[0], PAIR)


def facts_from_fragment(fragment: str) -> dict[str, str]:
    """The facts of a household in a fragment, none when it has none; LinkError when it is damaged, hostile or huge."""
    return _pairs(_parts(fragment)[1].replace("%3E", ">"), FACT)


def _parts(fragment: str) -> tuple[str, str]:
    """The answers of a fragment and the facts behind them, as they stand there."""
    if len(fragment) > LONGEST:
        raise LinkError("Deze link is te lang. De boom begint opnieuw.")
    if not fragment.startswith(PREFIX):
        raise LinkError("Deze link hoort niet bij een beslisboom. De boom begint opnieuw.")
    answers, _, facts = fragment.removeprefix(PREFIX).partition(FACTS)
    return answers, facts


def _pairs(text: str, form: re.Pattern[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in filter(None, text.split("_")):
        match = form.fullmatch(pair)
        if match is None:
            raise LinkError("Deze link is beschadigd. De boom begint opnieuw.")
        found[match.group(1)] = match.group(2)
    return found
