"""What the page /eigen-versie/ asks of Python: a request as JSON, an answer as JSON, as in decision_trees/service.py.

Nothing is kept between requests: the page sends the whole edition each time.
"""

from __future__ import annotations

import binascii
import json
import pkgutil
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from macros.edition.answers import FORM, HEAD, KEYS, Edition, Problem, as_text, read_edition, shown
from macros.edition.fields import Field, Fields, Place, read_fields
from macros.edition.filling import answer_of, left_out, own_parts, said, still_open
from macros.edition.from_word import WORD_FILE, Left, differences, merged, read_word
from macros.edition.opening import FILE, SAVE_AGAIN, from_json, read_opened
from macros.edition.opening import data as opened
from macros.edition.word import fill_word
from macros.edition.word_text import WordError

DATA = "model.json"
"""The fields, the provisions and the version of the model, beside this module in the archive that the browser gets."""
LEFT_OUT = "(weggelaten)"
NOTHING_CHANGED = "Er is niets veranderd."
UNKNOWN = "De bladzijde vraagt iets wat deze versie niet kent. Laad de bladzijde opnieuw."
LONGEST_SHOWN = 300
"""Signs that are shown of a value that could not be used."""


class RequestError(ValueError):
    """A request that cannot be done; the message is for the coordinator."""


def model() -> tuple[Fields, tuple[str, ...], str]:
    """The fields, the provisions that an addition may come after, and the version of the model."""
    return read_model(pkgutil.get_data(__package__, DATA) or b"{}")


@cache
def read_model(file: bytes) -> tuple[Fields, tuple[str, ...], str]:
    """The same from the file itself, read once."""
    data = json.loads(file)
    return read_fields(data["velden"]), tuple(data["bepalingen"]), str(data["model"])


def edition_of(request: Mapping[str, Any]) -> Edition:
    """The edition in a request, with all that is wrong in it."""
    fields, provisions, _ = model()
    return read_edition(request.get("versie"), fields, provisions)


def status(request: Mapping[str, Any]) -> dict[str, Any]:
    """What stands at each place, what is wrong, and what is still open."""
    edition = edition_of(request)
    fields, _, version = model()
    problems = [told(problem) for problem in edition.problems]
    if edition.model and edition.model != version:
        message = f"Dit is gemaakt bij versie {shown(edition.model)} van het model; nu is het {version}. Kijk alles na."
        problems.append({"plaats": "model", "melding": message})
    still = [{"id": field.id, "naam": field.name} for field in still_open(fields, edition.answers)]
    nameless = [] if edition.name.strip() else [{"id": "ev-naam", "naam": HEAD["naam"]}]
    asked = [field for field in fields if field.kind != "handtekening"]
    return {
        "plaatsen": {
            f"{field.id}.{number}": at_place(field, place, edition, fields) for field, number, place in fields.places()
        },
        "problemen": problems,
        "open": [*nameless, *still],
        "ingevuld": sum(bool(answer_of(field, edition.answers, fields)) for field in asked),
        "velden": len(asked),
    }


def told(problem: Problem) -> dict[str, str]:
    """A problem as the page gets it."""
    return {"plaats": problem.place, "melding": problem.message}


def at_place(field: Field, place: Place, edition: Edition, fields: Fields) -> dict[str, Any]:
    """What stands at a place: the model's words while it is open, and what a reader sees once it is not. In parts, between which other
    places stand."""
    if left_out(place, fields, edition.answers):
        return {"hoe": "leave", "delen": [""]}  # the words around it say so
    found, parts = said(field, place, edition.answers, fields), own_parts(place, fields)
    if found.how == "words":
        parts = [found.words]
    elif found.how == "leave":
        parts = [LEFT_OUT, *[""] * (len(parts) - 1)]
    elif found.how == "take":
        parts[0] = parts[0].removeprefix("[").removeprefix("Optie: ")
        parts[-1] = parts[-1].removesuffix("]")
    return {"hoe": found.how, "delen": parts}


def read_file(request: Mapping[str, Any]) -> dict[str, Any]:
    """A saved file: all that the form can show of it, with what is wrong in that; and what it cannot show. RequestError when it is
    no edition at all."""
    text = request.get("tekst")
    fields, provisions, _ = model()
    body = text.encode("utf-8", "replace") if isinstance(text, str) else b""
    found = opened(body, "json")
    edition, data = read_opened(found, fields, provisions), found.data
    if not isinstance(data, dict) or not {"vorm", "antwoorden"} & set(data):
        what = (
            unreadable(edition.problems[0])
            if edition.problems and data is None
            else "Dit bestand is geen eigen versie."
        )
        raise RequestError(f"{what} Open een bestand dat je hier eerder bewaarde. {NOTHING_CHANGED}")
    return for_form(data, edition)


def unreadable(problem: Problem) -> str:
    """Why a file says nothing, for who did not write it: where it goes wrong is for who helps."""
    message = problem.message.removesuffix(SAVE_AGAIN).strip()
    if problem.place == FILE:
        return message
    return f"Dit bestand is beschadigd, of het is geen eigen versie ({problem.place}: {message.rstrip('.')})."


def read_word_file(request: Mapping[str, Any]) -> dict[str, Any]:
    """A Word file that was filled in, with what stood in the form: as `read_file`. RequestError when it is no such file."""
    fields, provisions, _ = model()
    there = request.get("versie")
    try:
        read = read_word(unpacked(request.get("bestand")), fields, provisions)
    except WordError as error:
        raise RequestError(f"{WORD_FILE}: {error} {NOTHING_CHANGED}") from error
    data, left = merged(there if isinstance(there, dict) else {}, read)
    found = for_form(data, read_edition(data, fields, provisions))
    return {**found, "document": read.document, "over": [*map(left_told, left), *found["over"]]}


def compare_word_file(request: Mapping[str, Any]) -> dict[str, Any]:
    """What a filled Word file says that came along in no field, by the model's file. RequestError when one of both cannot be read."""
    fields, provisions, _ = model()
    try:
        body, theirs = unpacked(request.get("bestand")), unpacked(request.get("model"))
        found = differences(body, theirs, read_word(body, fields, provisions), fields, provisions)
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise RequestError("Het Word-bestand van het model is beschadigd. Laad de bladzijde opnieuw.") from error
    return {"over": [*map(left_told, found)]}


def unpacked(packed: object) -> bytes:
    """The bytes of a file that came as base64; none when it is not."""
    try:
        return binascii.a2b_base64(packed if isinstance(packed, str) else "", strict_mode=True)
    except ValueError:
        return b""


def left_told(left: Left) -> dict[str, str]:
    """What of a Word file could not come along, as the page gets it."""
    return {"plaats": left.place, "waarde": in_words(left.value), "melding": left.message}


def for_form(data: Mapping[str, Any], edition: Edition) -> dict[str, Any]:
    """What a file says as the form shows it, with what is wrong; and what the form cannot show."""
    shown_there = kept(data, edition)
    still = {*edition_of({"versie": shown_there}).problems}
    values = dict(left_over(data, edition))
    return {
        "versie": shown_there,
        "problemen": [told(problem) for problem in edition.problems],
        "over": [
            {**told(problem), "waarde": in_words(values.get(problem.place, ""))}
            for problem in edition.problems
            if problem not in still
        ],
    }


def kept(data: Mapping[str, Any], edition: Edition) -> dict[str, Any]:
    """What the form can show of a file: what is good, and words and additions that are not, for who mends them."""
    fields = model()[0]
    answers = {key: value for key, value in answers_of(data).items() if fits_form(key, value, edition, fields)}
    additions = data.get("toevoegingen")
    return {
        "vorm": FORM,
        **{key: words(data.get(key)) for key in ("model", "naam", "versie")},
        "antwoorden": answers,
        "toevoegingen": [
            {
                "id": words(one.get("id")),
                "na": words(one.get("na")),
                "kop": words(one.get("kop")),
                "tekst": paragraphs_of(one.get("tekst")),
            }
            for one in (additions if isinstance(additions, list) else [])
            if isinstance(one, dict)
        ],
    }


def answers_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """The answers in a file; none when something else stands there."""
    answers = data.get("antwoorden")
    return answers if isinstance(answers, dict) else {}


def words(value: object) -> str:
    """Text, or nothing."""
    return value if isinstance(value, str) else ""


def paragraphs_of(text: object) -> str:
    """The paragraphs of an addition as one text."""
    return "\n\n".join(map(words, text)) if isinstance(text, list) else words(text)


def fits_form(key: str, value: object, edition: Edition, fields: Fields) -> bool:
    """Whether the form has an input that can show this answer, right or wrong."""
    field = fields.by_id.get(key)
    if field is None or key in edition.answers:
        return key in edition.answers
    return field.kind in ("tekst", "jaar") and isinstance(value, str)


def left_over(data: Mapping[str, Any], edition: Edition) -> list[tuple[str, object]]:
    """What a file says that the form has no place for, or that its input cannot show, by where it stands."""
    fields = model()[0]
    answers = [
        (f"antwoorden.{shown(key)}", value)
        for key, value in answers_of(data).items()
        if value and not fits_form(key, value, edition, fields)
    ]
    return [*((shown(key), value) for key, value in data.items() if key not in KEYS), *answers]


def in_words(value: object) -> str:
    """A value as a coordinator can read and copy it."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    short = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    return "".join(sign if sign.isprintable() or sign == "\n" else "�" for sign in short)


def write_file(request: Mapping[str, Any]) -> dict[str, Any]:
    """The edition as the text of a file, to keep or to put in edities/: also what is not right yet, which `problemen` counts."""
    edition, data = edition_of(request), request.get("versie")
    if not isinstance(data, dict):
        raise RequestError(UNKNOWN)
    return {"tekst": as_text({**data, "model": edition.model or model()[2]}), "problemen": len(edition.problems)}


def write_word(request: Mapping[str, Any]) -> dict[str, Any]:
    """A Word file of the model, filled in; both as base64. RequestError when the file is none, or an answer is wrong."""
    edition = edition_of(request)
    if edition.problems:
        raise RequestError(f"Herstel dit eerst: {in_form(edition.problems[0].place)}. {edition.problems[0].message}")
    try:
        made = fill_word(unpacked(request.get("bestand")), str(request.get("document")), model()[0], edition)
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise RequestError("Het Word-bestand van het model is beschadigd. Laad de bladzijde opnieuw.") from error
    return {"bestand": binascii.b2a_base64(made, newline=False).decode()}


def in_form(place: str) -> str:
    """What the form calls a place in a file: the name of a field, the number of an addition."""
    id, comma, part = place.removeprefix("antwoorden.").partition(",")
    field = model()[0].by_id.get(id)
    if place in HEAD:
        return HEAD[place]
    return f"{field.name}{comma}{part}" if field else place.replace("toevoegingen, nummer", "Toevoeging").capitalize()


ACTIONS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "stand": status,
    "lees": read_file,
    "lees_word": read_word_file,
    "vergelijk_word": compare_word_file,
    "bewaar": write_file,
    "word": write_word,
}


def handle(request: str) -> str:
    """A request as JSON to an answer as JSON: `{"goed": …}` or `{"fout": message for the coordinator}`."""
    data = from_json(request).data
    action = ACTIONS.get(words(data.get("doe"))) if isinstance(data, dict) else None
    if action is None or not isinstance(data, dict):
        return json.dumps({"fout": UNKNOWN})
    try:
        return json.dumps({"goed": action(data)})  # as ASCII: half a sign of two halves cannot cross to the page
    except RequestError as error:
        return json.dumps({"fout": str(error)})
