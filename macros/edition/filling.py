"""What stands at each place of the model, given the answers: the same for the site, the Word files and the browser."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.edition.fields import LEAVE, TAKE, Addition, Field, Fields, Place

type Answers = Mapping[str, Any]
"""An answer by the id of its field: words, or for `partijen` a list of parties."""
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
NOT_TAKEN = "(Niet overgenomen.)"
"""What stands where a numbered part was left out whole: its number stays, so that references to the next ones hold."""
SIGN_HERE = "_" * 33
BY = ", rechtsgeldig vertegenwoordigd door "
"""Between a party's name and who represents it."""
BEHIND_WORD = re.compile(r"\w$")

MAKERS = "Toekomstscenario kind- en gezinsbescherming"
"""Whose the model and the guides are."""


@dataclass(frozen=True)
class Said:
    """What stands at a place. `how`: "open" (as in the model, to fill in), "model" (the model's own words, settled), "words",
    "take" (the model's words, without the brackets around them) or "leave" (nothing)."""

    how: str
    words: str = ""


def said(field: Field, place: Place, answers: Answers, fields: Fields) -> Said:
    """What stands at a place of a field, given the answers."""
    answer = answer_of(field, answers, fields)
    if field.kind == "handtekening" or not answer:
        return Said("model" if field.from_model else "open")
    if field.kind == "overname":
        return Said("take" if answer == TAKE else "leave")
    words = written(field, place, answer)
    return Said("words", spaced(place, words[0].upper() + words[1:] if place.capital else words))


def answer_of(field: Field, answers: Answers, fields: Fields) -> Any:
    """The answer to a field: its own, or that of the field that it follows; nothing when there is none."""
    own = answers.get(field.id)
    return own or (answers.get(field.follows) if field.follows else None)


def written(field: Field, place: Place, answer: Any) -> str:
    """An answer as the text writes it at a place."""
    if field.kind == "keuze":
        return place.forms.get(answer) or field.choices[answer]
    if field.kind == "datum":
        return date_in_words(str(answer))
    return str(answer[0]["naam"]) if field.kind == "partijen" else str(answer)


def spaced(place: Place, words: str) -> str:
    """Words with a space before them where the model has dots right behind a word: "Gemeente(n)/regio….."."""
    apart = BEHIND_WORD.search(place.around[0]) and place.mark.startswith((".", "…"))
    return f" {words}" if apart else words


def date_in_words(day: str) -> str:
    """A date as text writes it: 1 mei 2027 for 2027-05-01."""
    date = datetime.date.fromisoformat(day)
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def still_open(fields: Fields, answers: Answers) -> list[Field]:
    """The fields that have no answer and need one before the text is signed."""
    return [
        field
        for field in fields
        if not (field.may_stay_open or field.from_model or answer_of(field, answers, fields))
        and not left_out_with(field, fields, answers)
    ]


def left_out_with(field: Field, fields: Fields, answers: Answers) -> bool:
    """Whether all places of a field stand in words that were left out."""
    return all(left_out(place, fields, answers) for place in field.places)


def left_out(place: Place, fields: Fields, answers: Answers) -> bool:
    """Whether a place stands in words that were left out."""
    gone = [out for other, _, out in fields.places() if other.kind == "overname" and answers.get(other.id) == LEAVE]
    return any(begins_in(place, out) >= 0 for out in gone)


def begins_in(place: Place, out: Place) -> int:
    """Where a place begins in the words of another that it stands within; -1 when it does not."""
    before, _ = place.around
    within = place is not out and place.provision == out.provision
    at = out.mark.find(before + place.mark) if within else -1
    return at + len(before) if at >= 0 else -1


def held_in(out: Place, fields: Fields) -> list[tuple[int, str, Place]]:
    """The places that stand within the words of another, in order: where each begins in those, its key, and itself."""
    found = [(begins_in(place, out), f"{field.id}.{number}", place) for field, number, place in fields.places()]
    return sorted((one for one in found if one[0] >= 0), key=lambda one: one[0])


def own_parts(place: Place, fields: Fields) -> list[str]:
    """The model's words at a place in parts: what stands before, between and after the places within them."""
    parts, at = [], 0
    for begin, _, inner in held_in(place, fields):
        parts.append(place.mark[at:begin])
        at = begin + len(inner.mark)
    return [*parts, place.mark[at:]]


def made_by(edition: str) -> str:
    """Whose work a file is: the programme's, or that of a proeftuin (its name) on its model."""
    return f"{edition}, op het model van het {MAKERS}" if edition else MAKERS


def lead(addition: Addition) -> str:
    """How an addition that is a part of a list begins: its heading, if it has one, before its first paragraph."""
    return leading(addition.heading) + addition.text[0]


def leading(heading: str) -> str:
    """A heading as it stands before text, nothing when there is none."""
    return f"{heading}{'' if heading.endswith(tuple('.:?!')) else '.'} " if heading else ""


def extra_parties(answers: Answers) -> Iterator[Addition]:
    """The sixth party and further, as additions to both lists of parties; the seventh and further also get a line to sign on, for
    the model has one for the sixth."""
    for number, party in enumerate(answers.get("meer_partijen") or (), 6):
        name = str(party["naam"])
        by = f"{BY}{party['vertegenwoordiger']}" if party.get("vertegenwoordiger") else ""
        yield Addition(f"partij-{number}", "convenant/partijen/partij-5", "", (f"{name}{by}",), made=True)
        yield Addition(f"partij-{number}", "privacyprotocol/partijen/partij-5", "", (f"{name}{by}",), made=True)
        if number > 6:
            yield Addition(
                f"handtekening-{number}", "convenant/ondertekening/alinea-7", "", (SIGN_HERE, name), made=True
            )
