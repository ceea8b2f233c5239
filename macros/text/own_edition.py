"""The page /eigen-versie/: the form made of the list of fields, and the data that Python in the browser gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from macros.edition.answers import FORM, HEAD, ID, LONGEST, LONGEST_NAME, MOST, VERSION, YEARS
from macros.edition.fields import EXPLANATION, Field, Fields, Place
from macros.edition.filling import begins_in, date_in_words, held_in, own_parts
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


class Words(NamedTuple):
    """Words of a sentence. `key`: the place that they are, if they are one; `part`: which of its parts (`filling.own_parts`); `settled`: whether
    the model's words may stay there; `own`: whether it is the place of the field that is asked."""

    text: str
    key: str = ""
    part: int = 0
    settled: bool = False
    own: bool = False


class Sentence(NamedTuple):
    """The words around a place as the form shows them, with every place among them, and the provision."""

    words: tuple[Words, ...]
    link: Link


class Span(NamedTuple):
    """Where a place stands in a text."""

    start: int
    end: int
    field: Field
    number: int
    place: Place


class Question(NamedTuple):
    """A field as the form asks it. `note`: what happens while it is not answered; `example`: as people write it."""

    field: Field
    input: str
    choices: tuple[tuple[str, str], ...]
    note: str
    example: str
    sentences: tuple[Sentence, ...]


def form(fields: Fields, register: Register, root: str, word: Sequence[tuple[str, str, str]]) -> str:
    """The form as HTML. `root`: from the page to the site's root; `word`: the Word files of the site, each with its document and what
    people call that."""
    groups = [(group, [question(one, fields, register, root) for one in group.fields]) for group in fields.groups]
    return render(
        "edition/form.html",
        groups=groups,
        head=HEAD,
        root=root,
        word=word,
        kinds=[*kinds(register)],
        places=[*places(register)],
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
    sentences = tuple(sentence(field, number, fields, register, root) for number in range(len(field.places)))
    kind = "" if field.kind == "handtekening" else INPUTS.get(field.kind, "text")
    example = date_in_words(field.example) if field.kind == "datum" else field.example
    return Question(field, kind, choices, note_of(field, fields), example, sentences)


def note_of(field: Field, fields: Fields) -> str:
    """What happens while a field is not answered."""
    if field.follows:
        return f"Vul je niets in, dan staat hier je antwoord op: {fields.by_id[field.follows].name}."
    if field.from_model:
        return "Vul je niets in, dan blijven de woorden van het model staan."
    return "Dit mag open blijven tot jullie tekenen." if field.may_stay_open else ""


def sentence(field: Field, number: int, fields: Fields, register: Register, root: str) -> Sentence:
    """The words around a place; a place that is cut through stays whole."""
    key, place = f"{field.id}.{number}", field.places[number]
    provision = register.find(place.provision, f"{LIST}, {key}")
    whole = "".join((place.around[0], place.mark, place.around[1]))
    text = provision.text if whole in provision.text else whole
    spans = [*outermost(text, place.provision, fields)]
    own = next(span for span in spans if span.place is place or begins_in(place, span.place) >= 0)
    left, right = 0, len(text)
    if own.start > AROUND:
        left = text.find(" ", own.start - AROUND, own.start) + 1 or own.start
    if right > own.end + AROUND:
        right = max(text.rfind(" ", own.end, own.end + AROUND), own.end)
    left = min([left, *(span.start for span in spans if span.start < left < span.end)])
    right = max([right, *(span.end for span in spans if span.start < right < span.end)])
    words, at = [Words("… ")] * (left > 0), left
    for span in spans:
        if left <= span.start and span.end <= right:
            words += [Words(text[at : span.start]), *words_at(span, key, fields)]
            at = span.end
    words += [Words(text[at:right]), *[Words(" …")] * (right < len(text))]
    link = Link(root + provision.url.lstrip("/"), provision.citation)
    return Sentence(tuple(one for one in words if one.text or one.key), link)


def outermost(text: str, provision: str, fields: Fields) -> Iterator[Span]:
    """The places in a text in order, without those within another."""
    found = []
    for field, number, place in fields.places():
        before, after = place.around
        at = text.find(before + place.mark + after) if place.provision == provision else -1
        if at >= 0:
            start = at + len(before)
            found.append(Span(start, start + len(place.mark), field, number, place))
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def words_at(span: Span, own: str, fields: Fields) -> Iterator[Words]:
    """A place with those within it. `own`: the key of the place that is asked."""
    key, settled = f"{span.field.id}.{span.number}", span.field.from_model
    first, *parts = own_parts(span.place, fields)
    yield Words(first, key, 0, settled, key == own)
    for part, (words, (_, inner, place)) in enumerate(zip(parts, held_in(span.place, fields), strict=True), 1):
        yield Words(place.mark, inner, own=inner == own)
        yield Words(words, key, part, settled, key == own)


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
