"""Counting time as the law counts it: days, months, hours, and Dutch time. Whole numbers only: no clock and no zone data.

A day is the number of days since 1 January 1970; a moment is the number of minutes since that day began in UTC. So a term
of hours is an addition, and summer time matters only where a moment is read or shown.
"""

from __future__ import annotations

from decision_trees.feestdagen import FEESTDAGEN

HOUR = 60
DAY = 24 * HOUR
WINTER, SUMMER = 1 * HOUR, 2 * HOUR
"""How much later than UTC it is in the Netherlands, in minutes."""
SATURDAY = 5
FIRST_YEAR, LAST_YEAR = min(FEESTDAGEN), max(FEESTDAGEN)
"""The years of which the holidays are known."""


def day_of(year: int, month: int, date: int) -> int:
    """The day with this date in the Gregorian calendar. ValueError when there is no such date."""
    if not (1 <= month <= 12 and 1 <= date <= last_of_month(year, month)):
        raise ValueError(f"{year}-{month}-{date} is no date")
    shifted = year - (month <= 2)  # a year that begins in March has its leap day at the end
    days_before = (153 * (month + (9 if month <= 2 else -3)) + 2) // 5 + date - 1
    return 365 * shifted + shifted // 4 - shifted // 100 + shifted // 400 + days_before - 719_468


def date_of(day: int) -> tuple[int, int, int]:
    """The year, month and date of a day."""
    shifted = day + 719_468
    century, rest = divmod(shifted, 146_097)
    year = (rest - rest // 1_460 + rest // 36_524 - rest // 146_096) // 365
    rest -= 365 * year + year // 4 - year // 100
    month = (5 * rest + 2) // 153
    date = rest - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return year + 400 * century + (month <= 2), month, date


def last_of_month(year: int, month: int) -> int:
    """The last date of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def weekday(day: int) -> int:
    """The day of the week, Monday is 0."""
    return (day + 3) % 7


def is_working_day(day: int) -> bool:
    """Whether a day is no Saturday, Sunday or holiday (Termijnenwet 1 and 3). ValueError outside the years that are known."""
    year, month, date = date_of(day)
    if year not in FEESTDAGEN:
        raise ValueError(f"the holidays of {year} are not known")
    return weekday(day) < SATURDAY and (month, date) not in FEESTDAGEN[year]


def to_working_day(day: int) -> int:
    """A day itself, or the first working day after it (Verordening 1182/71 3 lid 4, Termijnenwet 1)."""
    while not is_working_day(day):
        day += 1
    return day


def months_after(day: int, months: int) -> int:
    """The same date some months later; the last of that month when it has no such date (Verordening 1182/71 3 lid 2 c)."""
    year, month, date = date_of(day)
    later, month = divmod(month - 1 + months, 12)
    return day_of(year + later, month + 1, min(date, last_of_month(year + later, month + 1)))


def hours_after(moment: int, hours: int) -> int:
    """The end of a term of the GDPR in hours: the hour of the event does not count (Verordening 1182/71 3 lid 1 and 2 a)."""
    return (moment // HOUR + 1 + hours) * HOUR


def clock_hours_after(moment: int, hours: int) -> int:
    """The end of a term in hours by the clock, as people agree on it (protocol 8.6)."""
    return moment + hours * HOUR


def change_to(year: int, month: int) -> int:
    """The moment at which the clock changes: 1 o'clock UTC on the last Sunday of March or October (directive 2000/84)."""
    last = day_of(year, month, 31)
    return (last - (weekday(last) + 1) % 7) * DAY + HOUR


def offset(moment: int) -> int:
    """How much later than UTC it is in the Netherlands at a moment, in minutes."""
    year, _, _ = date_of(moment // DAY)
    return SUMMER if change_to(year, 3) <= moment < change_to(year, 10) else WINTER


def dutch(moment: int) -> tuple[int, int]:
    """The day and the minute of that day that Dutch clocks show."""
    return divmod(moment + offset(moment), DAY)


def moment_of(day: int, minute: int) -> int:
    """The moment at which Dutch clocks show this. When they show it twice, or never, the earlier: no term is too late."""
    local = day * DAY + minute
    return local - SUMMER if offset(local - SUMMER) == SUMMER or offset(local - WINTER) == SUMMER else local - WINTER
