"""The page /eigen-versie/: the form made of the list of fields, and the data that Python in the browser gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from macros.edition.answers import FORM, ID, LONGEST, LONGEST_NAME, MOST, VERSION, YEARS
from macros.edition.fields import EXPLANATION, Field, Fields, Place
from macros.shared.html import Link, render
from macros.shared.stored_files import read_yaml
from macros.text.documents import MODELS, NOT_AFTER
from macros.text.places import LIST
from macros.text.register import Register

AROUND = 120
"""Signs that are shown before and after a place."""
INPUTS = {"datum": "date", "keuze": "choice", "overname": "choice", "partijen": "parties"}
"""The kind of input of a field, where it is not one line of text."""
TAKE_OR_LEAVE = (("overnemen", "Overnemen"), ("weglaten", "Weglaten"))


class Sentence(NamedTuple):
    """A place as the form shows it: the words around it, what stands there now, and the provision."""

    key: str
    before: str
    mark: str
    after: str
    link: Link


class Question(NamedTuple):
    """A field as the form asks it. `note`: what happens while it is not answered."""

    field: Field
    input: str
    choices: tuple[tuple[str, str], ...]
    note: str
    sentences: tuple[Sentence, ...]


def form(fields: Fields, register: Register, root: str, word: Sequence[tuple[str, str, str]]) -> str:
    """The form as HTML. `root`: from the page to the site's root; `word`: the Word files of the site, each with its document and what
    people call that."""
    groups = [(group, [question(one, fields, register, root) for one in group.fields]) for group in fields.groups]
    return render(
        "edition/form.html", groups=groups, root=root, word=word, kinds=[*kinds(register)], places=[*places(register)]
    )


def kinds(register: Register) -> Iterator[tuple[str, str, str]]:
    """What a proeftuin adds most: what the button says, the provision or page that it comes after, and how its heading begins."""
    yield "Een lid, onderdeel of alinea", "", ""
    for name, document in (("convenant", "convenant"), ("protocol", "privacyprotocol")):
        article = f"{document}/artikel-"
        last = max(int(page.removeprefix(article)) for page in register.pages if page.startswith(article))
        yield f"Een artikel in het {name}", f"{article}{last}", f"Artikel {last + 1} "
    yield "Een contactpunt", "convenant/artikel-5/lid-3", ""
    yield "Bijlage 4", "convenant/bijlagen", "Bijlage 4: Processen"


def places(register: Register) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The provisions behind which an addition may come, by page, each as people cite it there."""
    for page in register.pages:
        own = register.find(page, LIST)
        if own.document in MODELS and page != EXPLANATION:
            parts = [one for one in register.parts_of(page) if one.kind not in NOT_AFTER]
            choices = [(one.id, f"Na {one.citation.rpartition(', ')[0]}") for one in parts]
            yield own.citation, [*choices, (page, f"Aan het eind van {own.citation}")]


def question(field: Field, fields: Fields, register: Register, root: str) -> Question:
    """A field with its input and its places."""
    choices = TAKE_OR_LEAVE if field.kind == "overname" else tuple(field.choices.items())
    sentences = tuple(
        sentence(f"{field.id}.{number}", place, register, root) for number, place in enumerate(field.places)
    )
    kind = "" if field.kind == "handtekening" else INPUTS.get(field.kind, "text")
    return Question(field, kind, choices, note_of(field, fields), sentences)


def note_of(field: Field, fields: Fields) -> str:
    """What happens while a field is not answered."""
    if field.follows:
        return f"Vul je niets in, dan staat hier je antwoord op: {fields.by_id[field.follows].name}."
    if field.from_model:
        return "Vul je niets in, dan blijven de woorden van het model staan."
    return "Dit mag open blijven tot jullie tekenen." if field.may_stay_open else ""


def sentence(key: str, place: Place, register: Register, root: str) -> Sentence:
    """The words around a place."""
    provision = register.find(place.provision, f"{LIST}, {key}")
    before, after = place.around
    whole = before + place.mark + after
    at = provision.text.find(whole)
    start = at + len(before) if at >= 0 else len(before)
    text = provision.text if at >= 0 else whole
    end = start + len(place.mark)
    left = text[max(0, start - AROUND) : start]
    right = text[end : end + AROUND]
    return Sentence(
        key,
        left if start <= AROUND else f"… {left.partition(' ')[2]}",
        place.mark,
        right if len(text) <= end + AROUND else f"{right.rpartition(' ')[0]} …",
        Link(root + provision.url.lstrip("/"), provision.citation),
    )


def schema(fields: Fields) -> dict[str, Any]:
    """The JSON Schema of an edition's file: which fields there are, and what each takes. The page and the build check more: dates that
    exist, their order, addresses of additions."""
    answers = {field.id: value_schema(field) for field in fields if field.kind != "handtekening"}
    addition = {
        "type": "object",
        "required": ["id", "na", "tekst"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "pattern": f"^{ID.pattern}$", "maxLength": 60},
            "na": {"type": "string"},
            "kop": {"type": "string", "maxLength": LONGEST},
            "tekst": {"type": ["string", "array"], "items": {"type": "string"}},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Eigen versie van het model",
        "type": "object",
        "required": ["vorm", "model", "naam", "versie"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string"},
            "vorm": {"const": FORM},
            "model": {"type": "string"},
            "naam": {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME},
            "versie": {"type": "string", "pattern": f"^{VERSION.pattern}$"},
            "antwoorden": {"type": "object", "additionalProperties": False, "properties": answers},
            "toevoegingen": {"type": "array", "maxItems": MOST, "items": addition},
        },
    }


def value_schema(field: Field) -> dict[str, Any]:
    """What a field takes; an empty text leaves it open."""
    about = {"title": field.name, "description": field.meaning}
    if field.kind == "partijen":
        party = {"naam": {"type": "string", "minLength": 1}, "vertegenwoordiger": {"type": "string"}}
        items = {"type": "object", "required": ["naam"], "additionalProperties": False, "properties": party}
        return {**about, "type": "array", "maxItems": MOST, "items": items}
    if field.kind in ("keuze", "overname"):
        choices = [value for value, _ in TAKE_OR_LEAVE] if field.kind == "overname" else [*field.choices]
        return {**about, "enum": ["", *choices]}
    patterns = {"datum": r"^(\d{4}-\d{2}-\d{2})?$", "jaar": f"^({YEARS.pattern})?$"}
    pattern = {"pattern": patterns[field.kind]} if field.kind in patterns else {}
    return {**about, "type": "string", "maxLength": LONGEST, **pattern}


def model_data(root: Path, register: Register, version: str) -> Mapping[str, Any]:
    """What macros.edition.service reads in the browser."""
    return {"model": version, "velden": read_yaml(root, LIST), "bepalingen": register.open_to_additions()}
