"""The days that a letter names, where the reader gave the moment at which the terms began; without one they are left to fill in."""

from __future__ import annotations

from dataclasses import dataclass

from decision_trees.clock import dutch
from decision_trees.forms.model import Basis, Block, blank, pairs
from decision_trees.meaning import Termijn
from decision_trees.terms import TermError, day_words, deadline, moment, present, words


@dataclass(frozen=True)
class Dates:
    """When it began and the present, both as moments. A moment that is still to come counts as none."""

    began: int | None = None
    now: int = 0

    @property
    def day(self) -> str:
        """The day on which it began: "donderdag 26 november 2026"."""
        return "" if self.began is None else day_words(dutch(self.began)[0])

    @property
    def hour(self) -> str:
        """The day and hour at which it began: "donderdag 26 november 2026, 9.15 uur"."""
        return "" if self.began is None else words(self.began, False)

    def until(self, term: Termijn) -> str:
        """The last day of a term; none when it has passed, as nobody promises a day that was."""
        if self.began is None:
            return ""
        found = deadline(term, self.began, self.now)
        return "" if found.passed else day_words(dutch(found.end)[0] - 1)


NO_DATES = Dates()


def dates_of(since: object, now: object) -> Dates:
    """The dates as a page gives them: Dutch time, and milliseconds since 1970. None at all for what cannot be used."""
    try:
        found = Dates(moment(str(since)[:40]), present(now))
    except TermError:
        return NO_DATES
    return found if found.began is not None and found.began <= found.now else NO_DATES


def dated(label: str, hint: str, value: str, lines: int, *rests: Basis) -> Block:
    """A label with what is known behind it, or with lines to fill that in on; `hint` says what to fill in."""
    return pairs([(label, value)], *rests) if value else blank(f"{label} ({hint})", lines, *rests)
