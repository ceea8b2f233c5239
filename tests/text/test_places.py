"""Every open place and choice of the model has a field, and every field its places; marking them changes no page."""

from __future__ import annotations

import copy
import re
from collections import Counter
from typing import Any

import pytest
import yaml

from macros.edition.fields import FieldsError, read_fields
from macros.shared.errors import BuildError
from macros.text import editions
from macros.text.places import LIST, mark_places, read_list, unmarked, without_marks
from macros.text.register import make_register
from macros.text.source import read_deviations
from tests.conftest import ROOT
from tests.text.model import marked_model, read_model

OPEN = re.compile(r"\[(?:\.\.\.|…|[a-zP‘][^\[\]:^]{0,26})\]|…[….]*|\.+…[….]*|\bX{4,}\b|_{8,}")
"""What a reader sees as an open place; written apart from the site's own Markdown."""
DATA: list[dict[str, Any]] = yaml.safe_load((ROOT / LIST).read_text("utf-8"))


def test_no_open_place_or_choice_without_a_field() -> None:
    readings, fields, _ = marked_model()
    assert unmarked(readings) == []
    seen = 0
    for folder in ("convenant", "privacyprotocol"):
        for page in (ROOT / "docs" / folder).glob("*.md"):
            text = re.sub(r"\[\^\d\]", "", page.read_text("utf-8"))
            seen += len(OPEN.findall(text)) * (page.stem not in ("index", "volledig"))
    listed = [place for _, _, place in fields.places() if OPEN.fullmatch(place.mark)]
    assert seen == len(listed) == 67
    signatures = [place for place in listed if place.mark.startswith("_")]
    assert len(signatures) == 6


def test_no_field_without_a_place_and_no_place_twice() -> None:
    readings, fields, _ = marked_model()
    marks = Counter(mark.get("n") for reading in readings for mark in reading.tree.iter("veld"))
    assert marks == Counter(f"{field.id}.{number}" for field, number, _ in fields.places())


def test_a_place_that_loses_its_field_is_named() -> None:
    readings = read_model()
    data = copy.deepcopy(DATA)
    fields_of_place = next(field for group in data for field in group["velden"] if field["id"] == "contact_betrokkenen")
    data[4]["velden"].remove(fields_of_place)
    mark_places(readings, read_fields(data))
    assert unmarked(readings) == ["convenant/artikel-5: […]"]


def test_marks_leave_no_trace_in_a_page() -> None:
    plain = {reading.page: reading.write() for reading in read_model()}
    readings, _, _ = marked_model()
    marked = {reading.page: reading.write() for reading in readings}
    assert {page: without_marks(html) for page, html in marked.items()} == plain
    assert sum(html.count("<veld") for html in marked.values()) > 90


@pytest.mark.parametrize(
    ("field", "change", "said"),
    [
        ("penvoerder", {"plaatsen": [{"bepaling": "convenant/artikel-99", "in": "«x»"}]}, "convenant/artikel-99"),
        ("penvoerder", {"plaatsen": [{"bepaling": "convenant/artikel-3/lid-2", "in": "dat «[...]» in"}]}, "0 times"),
        ("penvoerder", {"plaatsen": [{"bepaling": "convenant/artikel-3/lid-2", "in": "«dat»"}]}, "4 times"),
        ("geschil", {"plaatsen": [{"bepaling": "convenant/artikel-2/lid-2", "in": "«groepen is nader vastgesteld in het document Governancestructuur Toekomstscenario ….»"}]}, "edge"),
    ],
)  # fmt: skip
def test_a_place_that_is_not_there_once_stops_the_build(field: str, change: dict[str, Any], said: str) -> None:
    data = copy.deepcopy(DATA)
    next(one for group in data for one in group["velden"] if one["id"] == field).update(change, vormen={})
    with pytest.raises(BuildError, match=f"(?s){LIST}, {field}.*{said}"):
        mark_places(read_model(), read_fields(data))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"soort": "getal"}, "soort 'getal'"),
        ({"plaatsen": []}, "nergens"),
        ({"volgt": "onbekend"}, "'onbekend'"),
        ({"keuzes": {"a": "A"}}, "alleen een keuze"),
        ({"plaatsen": [{"bepaling": "x", "in": "geen plaats"}]}, "niet één keer"),
        ({"id": "looptijd"}, "dezelfde id"),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(change: dict[str, Any], said: str) -> None:
    data = copy.deepcopy(DATA)
    data[2]["velden"][0].update(change)
    with pytest.raises(FieldsError, match=said):
        read_fields(data)


def test_the_text_before_it_is_filled_in_is_compared_with_the_source() -> None:
    deviations = read_deviations(ROOT / "bron")
    readings, _, _ = marked_model()
    editions.compare(readings, deviations)
    element = next(e for e in readings[0].tree.iter("p") if e.text and len(e.text.split()) > 3)
    element.text = f"{element.text} erbij"
    with pytest.raises(BuildError, match=readings[0].file):
        editions.compare(readings, deviations)
    with pytest.raises(BuildError, match="says more|says “"):
        editions.compare([*read_model(), read_model()[0]], deviations)


def test_the_list_is_read_as_it_stands() -> None:
    fields = read_list(ROOT)
    assert len(fields.by_id) == len({field.id for field in fields}) > 40
    assert all(field.meaning.endswith(".") and field.name for field in fields)
    known = {one.id for one in make_register(read_model())}
    assert {place.provision for _, _, place in fields.places()} <= known
