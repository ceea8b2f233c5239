"""The terms that an outcome names, computed from the moment at which they began: until when, and how long there still is.

Pure functions; the moment and the present come from who asks, and nothing is kept. `clock` counts; here stands which
rule counts for which term. Of two readings of a rule the shortest is taken (R154).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from decision_trees.clock import (
    DAY,
    FIRST_YEAR,
    HOUR,
    LAST_YEAR,
    clock_hours_after,
    date_of,
    day_of,
    dutch,
    hours_after,
    moment_of,
    months_after,
    to_working_day,
    weekday,
)
from decision_trees.meaning import Stand, Termijn
from decision_trees.model import Outcome, Source, bepaling, wet
from decision_trees.walk import View, said_on

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
          "december")  # fmt: skip
LEAK = frozenset({Termijn.PARTNERS, Termijn.AP})
REQUEST = frozenset({Termijn.ANTWOORD, Termijn.VERLENGING, Termijn.VERLENGD, Termijn.WISSEN})
LATEST = 4_102_444_800_000
"""The year 2100, in milliseconds: a device that says later has no clock."""
DO_NOW = "doe het nu"
"""What to do when a term has passed, unless its rule says more."""
GDPR = "De Algemene termijnenwet geldt niet, de Europese regels voor termijnen wel."


@dataclass(frozen=True)
class Rule:
    """How a term is counted: its end from its beginning, in words, and on which source."""

    end: Callable[[int], int]
    """The first moment after the term. For a term in days that is the midnight after the last day."""
    what: str
    counted: str
    source: Source
    months: int = 0
    """Of a term in months; none of one in hours."""
    late: str = DO_NOW
    """What to do when it has passed."""

    @property
    def whole_days(self) -> bool:
        """Whether the term runs to the end of a day."""
        return self.months > 0


def in_months(months: int, what: str, counted: str, source: Source, late: str = DO_NOW) -> Rule:
    """A term of months: to the end of the same date, or of the first working day after it (R156, R158)."""

    def end(moment: int) -> int:
        return moment_of(to_working_day(months_after(dutch(moment)[0], months)) + 1, 0)

    return Rule(end, what, counted, source, months, late)


RULES: dict[Termijn, Rule] = {
    Termijn.PARTNERS: Rule(
        lambda moment: clock_hours_after(moment, 24),
        "Meld het lek aan de partners",
        "Gewone uren vanaf de ontdekking: een afspraak uit het protocol. De Algemene termijnenwet geldt niet.",
        bepaling("privacyprotocol/artikel-8/lid-6"),
    ),
    Termijn.AP: Rule(
        lambda moment: hours_after(moment, 72),
        "Meld het lek aan de Autoriteit Persoonsgegevens",
        f"Het uur van de ontdekking telt niet mee; nacht, weekend en feestdagen wel. {GDPR}",
        wet("AVG 33 lid 1"),
        late="meld het nu, met de reden van de vertraging",
    ),
    Termijn.ANTWOORD: in_months(
        1,
        "Antwoord de vrager",
        f"Eén maand na ontvangst. {GDPR}",
        wet("AVG 12 lid 3"),
        late="beslis nu; kies bij de vraag over de maand dat hij voorbij is",
    ),
    Termijn.VERLENGING: in_months(
        1,
        "Duurt het langer? Schrijf dat dan, met de reden",
        f"Binnen dezelfde maand; daarna kan het niet meer. {GDPR}",
        wet("AVG 12 lid 3"),
    ),
    Termijn.VERLENGD: in_months(
        3,
        "Antwoord de vrager, als je op tijd schreef dat het langer duurt",
        f"Drie maanden na ontvangst. {GDPR}",
        wet("AVG 12 lid 3"),
    ),
    Termijn.WISSEN: in_months(
        3,
        "Wis de gegevens van Wmo of Veilig Thuis",
        "Drie maanden na het verzoek. Hier geldt de Algemene termijnenwet.",
        wet("Wmo 5.3.5"),
    ),
}
"""How each term that has an end is counted."""


class TermError(Exception):
    """The moment cannot be used. The message is Dutch: the page shows it."""


@dataclass(frozen=True)
class Deadline:
    """A term from one beginning. `end`: the first moment after it; `date` that end in words; `left` how long there still is."""

    term: Termijn
    end: int
    date: str
    left: str
    passed: bool
    moved: str = ""


def began(outcome: Outcome) -> str:
    """What to ask for the beginning of the terms of an outcome; empty when none of them has an end."""
    if LEAK.intersection(outcome.terms):
        return "Wanneer wist de eerste van je organisatie van het lek?"
    return (
        "Wanneer kwam het verzoek binnen, bij wie het het eerst kreeg?" if REQUEST.intersection(outcome.terms) else ""
    )


def moment(text: str) -> int:
    """A moment as a browser's field gives it, in Dutch time: "2026-11-26T14:20". TermError when it is none."""
    date, _, clock = text.partition("T")
    fields = (*date.split("-"), *clock.split(":")[:2])
    if len(fields) != 5 or not all(field.isascii() and field.isdigit() and len(field) <= 4 for field in fields):
        raise TermError("Vul een dag en een uur in.")
    year, month, day, hour, minute = map(int, fields)
    if not FIRST_YEAR <= year < LAST_YEAR or hour > 23 or minute > 59:
        raise TermError(f"Vul een dag en een uur in, van {FIRST_YEAR} tot {LAST_YEAR}.")
    try:
        return moment_of(day_of(year, month, day), hour * HOUR + minute)
    except ValueError as error:
        raise TermError("Deze dag bestaat niet.") from error


def present(milliseconds: object) -> int:
    """The present as a moment, from milliseconds since 1970 as a browser has them. TermError when a device has no clock."""
    if not isinstance(milliseconds, int | float) or not 0 <= milliseconds < LATEST:
        raise TermError("De klok van dit apparaat is niet te lezen. Kijk of datum en tijd kloppen.")
    return int(milliseconds) // 60_000


def deadlines(view: View, began_at: int, now: int) -> tuple[Deadline, ...]:
    """The terms of the outcome of a walk, in the outcome's order. TermError when the beginning lies in the future.

    An extension that was not announced in time is not offered any more; one that was announced takes the month's place.
    """
    if began_at > now:
        raise TermError("Dit moment is nog niet geweest. Kijk de dag en het uur na.")
    terms = [term for term in view.node.terms if term in RULES] if isinstance(view.node, Outcome) else []
    if Stand.VERLENGD in said_on(view.route):
        later = (
            Termijn.VERLENGD if term is Termijn.ANTWOORD else term for term in terms if term is not Termijn.VERLENGING
        )
        return tuple(deadline(term, began_at, now) for term in dict.fromkeys(later))
    found = [deadline(term, began_at, now) for term in terms]
    late = any(d.term is Termijn.VERLENGING and d.passed for d in found)
    return tuple(d for d in found if not (late and d.term in (Termijn.VERLENGING, Termijn.VERLENGD)))


def deadline(term: Termijn, began_at: int, now: int) -> Deadline:
    """One term from its beginning, seen from now."""
    rule = RULES[term]
    end = rule.end(began_at)
    return Deadline(
        term, end, words(end, rule.whole_days), left(end - now, rule.late), end <= now, moved(rule, began_at, end)
    )


def words(end: int, whole_days: bool) -> str:
    """The end of a term: "zaterdag 28 november 2026, 15.00 uur", or "tot en met maandag 28 december 2026"."""
    day, minute = dutch(end)
    if whole_days:
        return f"tot en met {day_words(day - 1)}"
    return f"{day_words(day)}, {minute // HOUR}.{minute % HOUR:02} uur"


def day_words(day: int) -> str:
    """A day: "maandag 28 december 2026"."""
    year, month, date = date_of(day)
    return f"{DAYS[weekday(day)]} {date} {MONTHS[month - 1]} {year}"


def left(minutes: int, late: str = DO_NOW) -> str:
    """How long there still is, never too much: "nog 31 uur", "nog 12 dagen", "nog 40 minuten"; or that it passed, and what to do."""
    for size, one, more in ((DAY, "dag", "dagen"), (HOUR, "uur", "uur"), (1, "minuut", "minuten")):
        number = minutes // size
        if number >= (4 if size == DAY else 1):
            return f"nog {number} {one if number == 1 else more}"
    return f"voorbij: {late}"


def moved(rule: Rule, began_at: int, end: int) -> str:
    """That the last day was no working day, and is therefore later; empty when it is not."""
    if not rule.whole_days:
        return ""
    plain = months_after(dutch(began_at)[0], rule.months)
    if dutch(end)[0] - 1 == plain:
        return ""
    return f"{day_words(plain).capitalize()} is geen werkdag; daarom een latere dag. Eerder antwoorden is veiliger."


def calendar(found: Sequence[Deadline], now: int) -> str:
    """The terms that have not passed as a calendar file (RFC 5545), each with a reminder. It names nobody."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Beslisbomen//Termijnen//NL"]
    for one in found:
        if not one.passed:
            lines += event(one, now)
    return "".join(f"{piece}\r\n" for text in (*lines, "END:VCALENDAR") for piece in folded(text))


def event(one: Deadline, now: int) -> list[str]:
    """One term as an event: at its last minute, or on its last day."""
    rule = RULES[one.term]
    if rule.whole_days:
        last = dutch(one.end)[0] - 1
        start, reminder = f"DTSTART;VALUE=DATE:{stamp(last * DAY)[:8]}", "-P3D"
    else:
        start, reminder = f"DTSTART:{stamp(one.end)}", "-PT4H"
    return [
        "BEGIN:VEVENT",
        f"UID:{one.term.name.lower().replace('_', '-')}-{one.end}@beslisbomen.invalid",
        f"DTSTAMP:{stamp(now)}",
        start,
        f"SUMMARY:{escaped(f'Uiterlijk: {rule.what}')}",
        f"DESCRIPTION:{escaped(f'{one.date}. {rule.counted} {rule.source.label}.')}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:{reminder}",
        f"DESCRIPTION:{escaped(rule.what)}",
        "END:VALARM",
        "END:VEVENT",
    ]


def stamp(at: int) -> str:
    """A moment as a calendar file has it, in UTC: "20261126T132000Z"."""
    year, month, date = date_of(at // DAY)
    return f"{year:04}{month:02}{date:02}T{at % DAY // HOUR:02}{at % HOUR:02}00Z"


def escaped(text: str) -> str:
    """A text as a calendar file has it (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text


def folded(text: str) -> list[str]:
    """A line of at most 75 bytes, the rest on lines that begin with a space (RFC 5545, 3.1); no letter is cut in two."""
    pieces, line = [], ""
    for letter in text:
        if len((line + letter).encode()) > 74:
            pieces.append(line)
            line = " "
        line += letter
    return [*pieces, line]
