"""Dates as people write them."""

from __future__ import annotations

import datetime

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def dutch(day: datetime.date) -> str:
    """A date in Dutch: "26 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
