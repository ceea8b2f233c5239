"""An edition file: what a proeftuin answered and added. It comes from outside, so everything in it is checked.

What is wrong is told in Dutch, for the coordinator, with the place in the file. Nothing of it is mended in silence.
"""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.edition.fields import EXPLANATION, LEAVE, OPEN, OWN_NUMBER, TAKE, Addition, Field, Fields, Place
from macros.edition.filling import Answers, answer_of, date_in_words, extra_parties

FORM = 1
"""The form of the file; a change that older files do not fit raises it."""
LONGEST = 300
"""Signs in an answer."""
LONGEST_NAME = 80
"""Signs in the name of a proeftuin."""
LONGEST_TEXT = 4000
"""Signs in an addition's paragraph."""
MOST = 100
"""Additions, and parties."""
MOST_BEHIND_ONE = 10
"""Additions behind one provision: more would run out of numbers and letters."""
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NAME_WORDS = re.compile(r"(?=.*[A-Za-z0-9])(?:[^\W_]|[ .,’'()/-]|&(?= ))+")
"""The name stands in titles, Markdown, addresses and file properties: nothing that steers one of them, nor begins an entity of HTML, and
something that an address can have."""
VERSION = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){0,2}")
YEARS = re.compile(r"[0-9]{4}(?:(?:, | en | tot en met |-)[0-9]{4})*")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FORBIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Kinds of signs that no answer needs: what steers a screen, turns the direction of reading, or is no sign at all."""
EMPTY_SIGNS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that show nothing: a party could have a name that nobody sees."""
DEFINITIONS = "privacyprotocol/artikel-1/"
"""The definitions: a term, a colon and what it means."""
MADE = re.compile(r"(?:partij|handtekening)-[0-9]+")
"""Ids of additions that follow from an answer."""
HALF_SIGN = re.compile("[\ud800-\udfff]")
"""Half a sign: JSON can say it, and no file can hold it otherwise."""
SCHEMA = "eigen-versie.schema.json"
HEAD = {"naam": "Hoe jullie heten in titels en verwijzingen", "versie": "Versie van jullie stuk"}
"""What the form calls what a file has outside answers and additions."""
KEYS = ("$schema", "vorm", "model", "naam", "versie", "antwoorden", "toevoegingen")


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file: where, and what to do about it."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True)
class Edition:
    """A whole edition. `id`: the name of its file; `version`: its own; `model`: the version of the model that it was made for; `problems`: what is wrong, if anything is."""

    id: str
    name: str
    version: str
    model: str
    answers: Answers
    additions: tuple[Addition, ...]
    problems: tuple[Problem, ...]


def read_edition(data: object, fields: Fields, provisions: Sequence[str]) -> Edition:
    """An edition from the file's data, with all that is wrong in it. `provisions`: the ids that an addition may come after."""
    if not isinstance(data, Mapping):
        return Edition("", "", "", "", {}, (), (Problem("bestand", "Dit is geen bestand van een eigen versie."),))
    problems = [*head(data)]
    answers = data.get("antwoorden", {})
    if not isinstance(answers, Mapping):
        problems.append(Problem("antwoorden", "Hier hoort per veld een antwoord te staan."))
        answers = {}
    good: dict[str, Any] = {}
    for key, value in answers.items():
        found = [*answer_problems(key, value, fields)]
        problems += found
        if value and not found:
            good[key] = value
    problems += order_problems(good, fields)
    additions, more = read_additions(data.get("toevoegingen", []), frozenset(provisions))
    name, version, model = (
        said if isinstance(said := data.get(key), str) else "" for key in ("naam", "versie", "model")
    )
    return Edition("", name, version, model, good, (*additions, *extra_parties(good)), (*problems, *more))


def as_data(edition: Edition) -> dict[str, Any]:
    """An edition as its file has it: what `read_edition` reads back."""
    return {
        "vorm": FORM,
        "model": edition.model,
        "naam": edition.name,
        "versie": edition.version,
        "antwoorden": dict(edition.answers),
        "toevoegingen": [as_entry(one) for one in edition.additions if not one.made],
    }


def as_text(data: Mapping[str, Any]) -> str:
    """An edition's data as the text of its file."""
    made = {"$schema": SCHEMA, **{key: data[key] for key in KEYS[1:] if key in data}}
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    return HALF_SIGN.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def as_entry(addition: Addition) -> dict[str, str]:
    """An addition as an edition's file has it."""
    heading = {"kop": addition.heading} if addition.heading else {}
    return {"id": addition.id, "na": addition.after, **heading, "tekst": "\n\n".join(addition.text)}


def head(data: Mapping[Any, Any]) -> Iterator[Problem]:
    """What is wrong in the file outside answers and additions."""
    if (form := data.get("vorm")) != FORM or isinstance(form, bool):
        yield Problem(
            "vorm", f"Hier hoort {FORM} te staan. Is het bestand ouder of nieuwer dan deze site? Kijk dan alles na."
        )
    if problem := words_problem(data.get("naam"), LONGEST_NAME):
        yield Problem("naam", problem)
    elif not NAME_WORDS.fullmatch(str(data.get("naam"))):
        yield Problem(
            "naam",
            "Gebruik alleen letters en cijfers, spaties en . , ’ ' ( ) / - en & met een spatie erachter. Minstens één gewone letter of cijfer.",
        )
    if not isinstance(data.get("versie"), str) or not VERSION.fullmatch(data["versie"]):
        yield Problem("versie", "Hier hoort de versie van jullie stuk te staan, zoals ‘1’ of ‘1.2’.")
    if not isinstance(data.get("model"), str) or (data["model"] and not VERSION.fullmatch(data["model"])):
        yield Problem("model", "Hier hoort de versie van het model te staan, zoals ‘1.2.3’.")
    for key in data:
        if key not in KEYS:
            yield Problem(shown(key), f"Dit kent een eigen versie niet. Wel: {', '.join(KEYS[1:])}.")


def shown(key: object) -> str:
    """A name from the file, short and harmless enough to be shown."""
    if not isinstance(key, str):
        return "iets anders dan tekst"
    return "".join(sign if sign.isprintable() else "�" for sign in key[:60]) or "(leeg)"


def words_problem(value: object, longest: int) -> str:
    """What is wrong with words; nothing when they can stand in the text."""
    if isinstance(value, int | float | datetime.date | datetime.time):
        return "Zet hier aanhalingstekens omheen."
    if not isinstance(value, str) or not value.strip():
        return "Hier hoort tekst te staan."
    if len(value) > longest:
        return f"Dit is te lang: {len(value)} tekens. Hoogstens {longest}."
    if "\N{REPLACEMENT CHARACTER}" in value:
        return "Hier staat een teken dat niet goed is bewaard (�). Typ de tekst opnieuw."
    if odd := next((sign for sign in value if sign in EMPTY_SIGNS or unicodedata.category(sign) in FORBIDDEN), ""):
        return f"Hier staat een onzichtbaar teken (U+{ord(odd):04X}). Typ de tekst opnieuw."
    return ""


def answer_problems(key: object, value: object, fields: Fields) -> Iterator[Problem]:
    """What is wrong with one answer."""
    place = f"antwoorden.{shown(key)}"
    field = fields.by_id.get(key) if isinstance(key, str) else None
    if field is None:
        yield Problem(place, "Dit veld bestaat niet in het model.")
    elif field.kind == "handtekening":
        yield Problem(place, "Een handtekening zet je met de hand. Haal deze regel weg.")
    elif field.kind == "partijen":
        yield from party_problems(place, value)
    elif value == "":
        return  # left open
    elif problem := words_problem(value, LONGEST) or value_problem(field, str(value)):
        yield Problem(place, problem)


def value_problem(field: Field, value: str) -> str:
    """What is wrong with words as an answer to this field."""
    if field.kind == "datum":
        try:
            date = datetime.date.fromisoformat(value if DATE.fullmatch(value) else "")
        except ValueError:
            return f"‘{shown(value)}’ is geen datum. Schrijf jaar-maand-dag, zoals 2027-01-31."
        return "" if 1990 <= date.year <= 2100 else "Kijk het jaar na."
    if ":" in value and any(names_a_term(place) for place in field.places):
        return "Gebruik hier geen dubbele punt: wat jullie invullen, wordt een begrip met een uitleg achter de dubbele punt."
    if field.kind == "jaar" and not YEARS.fullmatch(value):
        return f"‘{shown(value)}’ is geen jaar. Schrijf 2027, of 2027 en 2028."
    allowed = {"keuze": [*field.choices], "overname": [TAKE, LEAVE]}.get(field.kind)
    if allowed and value not in allowed:
        return f"‘{shown(value)}’ kun je hier niet kiezen. Kies uit: {', '.join(allowed)}."
    return ""


def names_a_term(place: Place) -> bool:
    """Whether a place is the defined term of a definition."""
    return place.provision.startswith(DEFINITIONS) and place.words.startswith(OPEN)


def party_problems(place: str, value: object) -> Iterator[Problem]:
    """What is wrong with a list of parties."""
    if not isinstance(value, list) or len(value) > MOST:
        yield Problem(place, f"Hier hoort een lijst van hoogstens {MOST} partijen te staan.")
        return
    names: list[str] = []
    for number, party in enumerate(value, 1):
        here = f"{place}, partij {number}"
        if not isinstance(party, Mapping) or not set(party) <= {"naam", "vertegenwoordiger"}:
            yield Problem(place, f"Partij {number} heeft alleen een naam en een vertegenwoordiger.")
        elif problem := words_problem(party.get("naam"), LONGEST):
            yield Problem(here, f"naam: {problem}")
        elif party.get("vertegenwoordiger") and (problem := words_problem(party["vertegenwoordiger"], LONGEST)):
            yield Problem(here, f"vertegenwoordiger: {problem}")
        elif (name := " ".join(party["naam"].split()).casefold()) in names:
            yield Problem(here, f"naam: {party['naam']} staat ook bij partij {names.index(name) + 1}. Haal er een weg.")
        else:
            names.append(name)


def order_problems(answers: Answers, fields: Fields) -> Iterator[Problem]:
    """Dates that come before a date that they must follow."""
    for field in fields:
        other = fields.by_id.get(field.after)
        if other is None or not {field.id, other.id} & set(answers):
            continue  # neither was answered: what they follow is told there
        day, earliest = answer_of(field, answers, fields), answer_of(other, answers, fields)
        if day and earliest and day < earliest:
            message = f"{field.name} ({date_in_words(day)}) ligt vóór: {other.name} ({date_in_words(earliest)})."
            yield Problem(f"antwoorden.{field.id}", message)


def read_additions(data: object, provisions: frozenset[str]) -> tuple[tuple[Addition, ...], list[Problem]]:
    """The additions, with what is wrong in them."""
    if not isinstance(data, list) or len(data) > MOST:
        return (), [Problem("toevoegingen", f"Hier hoort een lijst van hoogstens {MOST} toevoegingen te staan.")]
    found: list[Addition] = []
    problems: list[Problem] = []
    for number, entry in enumerate(data, 1):
        wrong = [*addition_problems(f"toevoegingen, nummer {number}", entry, provisions)]
        if not wrong:
            addition = Addition(
                entry["id"], entry["na"], " ".join((entry.get("kop") or "").split()), paragraphs(entry["tekst"])
            )
            if problem := beside_problem(addition, found):
                wrong = [Problem(f"toevoegingen, nummer {number}", problem)]
            else:
                found.append(addition)
        problems += wrong
    return tuple(found), problems


def beside_problem(addition: Addition, others: Sequence[Addition]) -> str:
    """What is wrong with an addition beside those before it."""
    if any(addition.id == other.id for other in others):
        return f"De id ‘{addition.id}’ is al gebruikt."
    own = OWN_NUMBER.match(addition.heading)
    taken = [own_id(OWN_NUMBER.match(other.heading), other.after) for other in others]
    if own and own_id(own, addition.after) in taken:
        return f"{own[0]} is al gebruikt. Neem een nummer daarna."
    if sum(addition.after == other.after for other in others) >= MOST_BEHIND_ONE:
        return f"Achter één bepaling passen hoogstens {MOST_BEHIND_ONE} toevoegingen. Voeg er een paar samen."
    return ""


def paragraphs(text: str | list[str]) -> tuple[str, ...]:
    """The paragraphs of an addition."""
    parts = text.split("\n\n") if isinstance(text, str) else text
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def addition_problems(place: str, entry: object, provisions: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with one addition."""
    if not isinstance(entry, Mapping) or not {"id", "na", "tekst"} <= set(entry) <= {"id", "na", "kop", "tekst"}:
        yield Problem(place, "Een toevoeging heeft een id, na, tekst en misschien een kop, en verder niets.")
        return
    if not isinstance(entry["id"], str) or not ID.fullmatch(entry["id"]) or len(entry["id"]) > 60:
        yield Problem(place, "De id bestaat uit kleine letters, cijfers en streepjes, zoals ‘meldpunt-regio’.")
    elif MADE.fullmatch(entry["id"]):
        yield Problem(place, f"De id ‘{entry['id']}’ is voor een partij of handtekening. Kies een andere.")
    if isinstance(entry["na"], str) and entry["na"].startswith(EXPLANATION):
        yield Problem(place, "De toelichting van de makers is geen afspraak. Kies een bepaling daarna.")
    elif not isinstance(entry["na"], str) or entry["na"] not in provisions:
        yield Problem(
            place,
            f"‘{shown(entry['na'])}’ is geen bepaling van convenant of protocol. Kies een lid, onderdeel, alinea of bladzijde.",
        )
    if entry.get("kop") and (problem := words_problem(entry["kop"], LONGEST)):
        yield Problem(place, f"kop: {problem}")
    elif (own := OWN_NUMBER.match(str(entry.get("kop")))) and own_id(own, entry["na"]) in provisions:
        yield Problem(place, f"kop: {own[0]} staat al in het model. Neem een nummer daarna.")
    if problem := text_problem(entry["tekst"]):
        yield Problem(place, f"tekst: {problem}")


def own_id(own: re.Match[str] | None, after: object) -> str:
    """The id that an article or annex of the model with this number would have, in the document of a provision; nothing for another heading."""
    document = after.partition("/")[0] if isinstance(after, str) else ""
    if own is None:
        return ""
    return f"{document}/{'artikel-' if own[1] == 'Artikel' else 'bijlagen/bijlage-'}{int(own[2])}"


def text_problem(text: object) -> str:
    """What is wrong with the paragraphs of an addition."""
    parts = text.split("\n\n") if isinstance(text, str) else text
    if not isinstance(parts, list) or not any(part.strip() for part in parts if isinstance(part, str)):
        return words_problem(text if isinstance(text, int | float) else None, LONGEST_TEXT)
    if len(parts) > MOST:
        return f"Dit zijn te veel alinea's: {len(parts)}. Hoogstens {MOST}."
    told = (
        words_problem(" ".join(part.split()) if isinstance(part, str) else part, LONGEST_TEXT)
        for part in parts
        if not isinstance(part, str) or part.strip()
    )
    return next(filter(None, told), "")
