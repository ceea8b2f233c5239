"""Dates as people write them."""

from __future__ import annotations

import datetime

from decision_trees.terms import MONTHS


def dutch(day: datetime.date) -> str:
    """A date in Dutch: "26 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
