"""What the page /eigen-versie/ asks of Python: a request as JSON, an answer as JSON, as in decision_trees/service.py.

Nothing is kept between requests: the page sends the whole edition each time.
"""

from __future__ import annotations

import binascii
import json
import pkgutil
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate
from typing import Any

from macros.edition.answers import FORM, LONGEST_NAME, NAME_WORDS, VERSION, Edition, read_edition
from macros.edition.fields import Field, Fields, Place, read_fields
from macros.edition.filling import answer_of, said, still_open
from macros.edition.word import fill_word

DATA = "model.json"
"""The fields, the provisions and the version of the model, beside this module in the archive that the browser gets."""
LONGEST_FILE = 1_000_000
"""Signs in a file that is opened."""
DEEPEST = 20
"""Brackets within one another."""
NO_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"|[^][}{"]++')
"""Texts, and what is no bracket."""
DAMAGED = "Dit bestand is geen eigen versie, of het is beschadigd. Er is niets veranderd."


class RequestError(ValueError):
    """A request that cannot be done; the message is for the coordinator."""


@cache
def model() -> tuple[Fields, tuple[str, ...], str]:
    """The fields, the provisions that an addition may come after, and the version of the model."""
    data = json.loads(pkgutil.get_data(__package__, DATA) or b"{}")
    return read_fields(data["velden"]), tuple(data["bepalingen"]), str(data["model"])


def edition_of(request: Mapping[str, Any]) -> Edition:
    """The edition in a request, with all that is wrong in it."""
    fields, provisions, _ = model()
    return read_edition(request.get("versie"), fields, provisions)


def status(request: Mapping[str, Any]) -> dict[str, Any]:
    """What stands at each place, what is wrong, and what is still open."""
    edition = edition_of(request)
    fields, _, version = model()
    problems = [{"plaats": problem.place, "melding": problem.message} for problem in edition.problems]
    if edition.model and edition.model != version:
        problems.append(
            {"plaats": "model", "melding": f"Gemaakt bij model {edition.model}; dit is {version}. Kijk alles na."}
        )
    open_fields = still_open(fields, edition.answers)
    asked = [field for field in fields if field.kind != "handtekening"]
    return {
        "plaatsen": {
            f"{field.id}.{number}": shown(field, place, edition, fields) for field, number, place in fields.places()
        },
        "problemen": problems,
        "open": [{"id": field.id, "naam": field.name} for field in open_fields],
        "ingevuld": sum(bool(answer_of(field, edition.answers, fields)) for field in asked),
        "velden": len(asked),
    }


def shown(field: Field, place: Place, edition: Edition, fields: Fields) -> dict[str, str]:
    """What stands at a place: the model's words while it is open, and what a reader sees once it is not."""
    found = said(field, place, edition.answers, fields)
    words = {"words": found.words.strip(), "take": place.mark.strip("[]").removeprefix("Optie: "), "leave": ""}
    return {"hoe": found.how, "tekst": words.get(found.how, place.mark)}


def read_file(request: Mapping[str, Any]) -> dict[str, Any]:
    """A saved file: what can be used of it, and all that cannot. RequestError when nothing can."""
    text = request.get("tekst")
    if not isinstance(text, str) or len(text) > LONGEST_FILE:
        raise RequestError(DAMAGED)
    data = parsed(text)
    edition = edition_of({"versie": data})
    if not isinstance(data, dict) or "antwoorden" not in data:
        raise RequestError(DAMAGED)
    return {
        "versie": as_data(edition),
        "problemen": [{"plaats": problem.place, "melding": problem.message} for problem in edition.problems],
    }


def as_data(edition: Edition) -> dict[str, Any]:
    """An edition as its file has it; a name or version that cannot stand is left out, and so asked again."""
    name = edition.name if len(edition.name) <= LONGEST_NAME and NAME_WORDS.fullmatch(edition.name) else ""
    own = [addition for addition in edition.additions if not addition.made]
    return {
        "vorm": FORM,
        "model": edition.model,
        "naam": name,
        "versie": edition.version if VERSION.fullmatch(edition.version) else "",
        "antwoorden": dict(edition.answers),
        "toevoegingen": [
            {
                "id": one.id,
                "na": one.after,
                **({"kop": one.heading} if one.heading else {}),
                "tekst": "\n\n".join(one.text),
            }
            for one in own
        ],
    }


def parsed(text: str) -> Any:
    """What JSON says. RequestError when it is none, or nested so deep that reading it could end the browser's Python."""
    steps = (1 if bracket in "[{" else -1 for bracket in NO_BRACKETS.sub("", text))
    if max(accumulate(steps), default=0) > DEEPEST:
        raise RequestError(DAMAGED)
    try:
        return json.loads(text)
    except ValueError as error:
        raise RequestError(DAMAGED) from error


def write_file(request: Mapping[str, Any]) -> dict[str, Any]:
    """The edition as the text of a file, to keep or to put in edities/. RequestError when something is wrong in it."""
    edition = edition_of(request)
    wrong = [problem for problem in edition.problems if problem.place.startswith(("antwoorden.", "toevoegingen"))]
    if wrong:
        raise RequestError(f"Herstel dit eerst ({wrong[0].place}). {wrong[0].message}")
    data = {"$schema": "eigen-versie.schema.json", **as_data(edition), "model": model()[2]}
    return {"tekst": json.dumps(data, ensure_ascii=False, indent=1) + "\n"}


def write_word(request: Mapping[str, Any]) -> dict[str, Any]:
    """A Word file of the model, filled in; both as base64. RequestError when the file is none, or an answer is wrong."""
    edition = edition_of(request)
    if edition.problems:
        raise RequestError(f"Herstel dit eerst ({edition.problems[0].place}). {edition.problems[0].message}")
    try:
        file = binascii.a2b_base64(str(request.get("bestand", "")), strict_mode=True)
        made = fill_word(file, str(request.get("document")), model()[0], edition)
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise RequestError("Het Word-bestand van het model is beschadigd. Laad de bladzijde opnieuw.") from error
    return {"bestand": binascii.b2a_base64(made, newline=False).decode()}


ACTIONS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "stand": status,
    "lees": read_file,
    "bewaar": write_file,
    "word": write_word,
}


def handle(request: str) -> str:
    """A request as JSON to an answer as JSON: `{"goed": …}` or `{"fout": message for the coordinator}`."""
    try:
        data = parsed(request)
        action = ACTIONS.get(str(data.get("doe"))) if isinstance(data, dict) else None
        if action is None:
            raise RequestError("De bladzijde vraagt iets wat deze versie niet kent. Laad de bladzijde opnieuw.")
        return json.dumps({"goed": action(data)}, ensure_ascii=False)
    except ValueError as error:
        return json.dumps({"fout": str(error) if isinstance(error, RequestError) else DAMAGED}, ensure_ascii=False)
