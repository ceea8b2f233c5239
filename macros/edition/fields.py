"""The fields of the model: what a proeftuin fills in or chooses, and every place where it stands.

Made of the data of bron/invulplekken.yml, or of the same data as the browser gets them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

KINDS = ("tekst", "datum", "jaar", "keuze", "overname", "partijen", "handtekening")
TAKE, LEAVE = "overnemen", "weglaten"
"""The two answers to words of the model that are taken over or left out."""
OPEN, CLOSE = "«", "»"
EXPLANATION = "convenant/toelichting"
"""The page on which the model explains itself: no part of what is agreed."""

OWN_NUMBER = re.compile(r"(Artikel|Bijlage) ([0-9]+)\b")
"""How the heading of an article or annex that a proeftuin adds begins."""


class FieldsError(ValueError):
    """The list of fields is wrong; the message says where."""


@dataclass(frozen=True)
class Place:
    """Where a field stands: words of a provision with the place between its marks, and how it writes each choice."""

    provision: str
    words: str
    forms: Mapping[str, str]
    capital: bool
    """Whether it begins a sentence."""

    @property
    def document(self) -> str:
        """The document in which it stands."""
        return self.provision.split("/")[0]

    @property
    def mark(self) -> str:
        """What the model has at the place."""
        return self.words.partition(OPEN)[2].partition(CLOSE)[0]

    @property
    def around(self) -> tuple[str, str]:
        """The words before and after the place."""
        before, _, rest = self.words.partition(OPEN)
        return before, rest.partition(CLOSE)[2]


@dataclass(frozen=True)
class Field:
    """One answer, with all places that it fills. `follows`: the field whose answer it takes until it has one; `after`: the date
    that it cannot come before."""

    id: str
    name: str
    meaning: str
    example: str
    kind: str
    places: tuple[Place, ...]
    choices: Mapping[str, str]
    follows: str
    after: str
    may_stay_open: bool
    from_model: bool
    """The model's own words stand until they are answered otherwise."""


@dataclass(frozen=True)
class Addition:
    """What a proeftuin adds: paragraphs behind a provision or at the end of a page, with a heading or not."""

    id: str
    after: str
    heading: str
    text: tuple[str, ...]
    made: bool = False
    """Whether it follows from an answer, and so stands in no file."""

    @property
    def anchor(self) -> str:
        """Its anchor on the page: no address of the model begins so."""
        return f"eigen-{self.id}"

    @property
    def is_article(self) -> bool:
        """Whether its heading is that of an article."""
        own = OWN_NUMBER.match(self.heading)
        return own is not None and own[1] == "Artikel"


@dataclass(frozen=True)
class Group:
    """Fields that are asked together."""

    id: str
    title: str
    fields: tuple[Field, ...]


class Fields:
    """All fields, in the order in which they are asked."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = tuple(groups)
        self.by_id = {field.id: field for group in groups for field in group.fields}
        if len(self.by_id) != sum(len(group.fields) for group in groups):
            raise FieldsError("twee velden hebben dezelfde id")
        for field in self:
            check(field, self.by_id)

    def __iter__(self) -> Iterator[Field]:
        return iter(self.by_id.values())

    def places(self) -> Iterator[tuple[Field, int, Place]]:
        """Every place with its field, and which of the field's places it is."""
        for field in self:
            for number, place in enumerate(field.places):
                yield field, number, place


def check(field: Field, others: Mapping[str, Field]) -> None:
    """FieldsError when a field contradicts itself or names one that is not there."""
    if field.kind not in KINDS:
        raise FieldsError(f"{field.id}: soort {field.kind!r} bestaat niet; kies uit {', '.join(KINDS)}")
    if not field.places:
        raise FieldsError(f"{field.id}: het veld staat nergens in de tekst")
    for other in filter(None, (field.follows, field.after)):
        if other not in others or others[other].kind != field.kind:
            raise FieldsError(f"{field.id}: {other!r} is geen ander veld van dezelfde soort")
    if field.follows and others[field.follows].follows:
        raise FieldsError(f"{field.id}: {field.follows!r} volgt zelf een ander veld")
    if (field.kind == "keuze") != bool(field.choices):
        raise FieldsError(f"{field.id}: alleen een keuze heeft keuzes")
    for place in field.places:
        if place.words.count(OPEN) != 1 or place.words.count(CLOSE) != 1 or not place.mark:
            raise FieldsError(f"{field.id}: {place.words!r} heeft de plaats niet één keer tussen « en »")
        if place.forms and set(place.forms) != set(field.choices):
            raise FieldsError(f"{field.id}: de vormen van {place.provision} zijn niet die van de keuzes")


def read_fields(data: Sequence[Mapping[str, Any]]) -> Fields:
    """The fields from the list's data. FieldsError when one is wrong; KeyError or TypeError when the data have another shape."""
    return Fields(
        [Group(str(g["id"]), str(g["titel"]), tuple(read_field(field) for field in g["velden"])) for g in data]
    )


def read_field(data: Mapping[str, Any]) -> Field:
    """One field from its data."""
    return Field(
        id=str(data["id"]),
        name=str(data["naam"]),
        meaning=str(data["betekenis"]),
        example=str(data["voorbeeld"]),
        kind=str(data["soort"]),
        places=tuple(
            Place(
                provision=str(place["bepaling"]),
                words=str(place["in"]),
                forms={str(key): str(form) for key, form in place.get("vormen", {}).items()},
                capital=bool(place.get("hoofdletter", False)),
            )
            for place in data["plaatsen"]
        ),
        choices={str(key): str(name) for key, name in data.get("keuzes", {}).items()},
        follows=str(data.get("volgt", "")),
        after=str(data.get("na", "")),
        may_stay_open=bool(data.get("open", False)),
        from_model=data.get("standaard") == "model",
    )
