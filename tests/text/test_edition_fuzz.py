"""Whatever an edition's file holds, reading it ends in an edition or in Dutch sentences with a place; what is taken is plain text."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from macros.edition import service
from macros.edition.answers import MOST_BEHIND_ONE, Edition, read_edition, words_problem
from macros.edition.fields import EXPLANATION, Addition, Fields
from macros.edition.filling import still_open
from macros.edition.opening import MOST_TOLD, read_whole
from macros.text.filled import fill
from macros.text.own_edition import model_data
from macros.text.places import without_marks
from macros.text.register import make_register
from tests.conftest import ROOT
from tests.text.model import EXAMPLE, marked_model

FUZZED = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
DUTCH = re.compile(
    r"\b(?:hier|dit|dat|deze|het|een|de|hoort|staat|schrijf|kies|kijk|gebruik|herstel|geen|hoogstens|zet|typ)\b",
    re.IGNORECASE,
)
ODD_TEXTS = (
    "", " ", "%", "%00", "__proto__", "constructor", "\0", "\ud800", "\u202eabc", "a\u200bb", "�", "x" * 10_000, "9" * 5000, "{{ 1 }}",
    "<script>", "](javascript:x)", "| a |", "a\nb", "a\r\nb", "&lt;b&gt;", "&amp;", "2027-02-30", "2027-W01-1", "٢٠٢٧", "../../x", "*x*", "[1]",
    "\x02wzxhzdk:0\x03", "#!import", "$x$", "wel", "overnemen",
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(ODD_TEXTS), st.text(max_size=40))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)
NAMES = st.one_of(
    TEXTS, st.sampled_from(["vorm", "model", "naam", "versie", "antwoorden", "toevoegingen", "id", "na", "kop", "tekst", "penvoerder"])
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def model() -> Iterator[tuple[Fields, list[str]]]:
    """The fields, and the ids that an addition may come after; the browser's Python gets the same."""
    _, fields, register = marked_model()
    data = json.dumps(model_data(ROOT, register, "0.1.0")).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pkgutil.get_data", lambda package, name: data)
        yield fields, register.open_to_additions()


def example() -> dict[str, Any]:
    """The example's data."""
    return tomllib.loads(EXAMPLE.read_text("utf-8"))


def check(edition: Edition, fields: Fields) -> None:
    """An edition that can be gone on with, or sentences for a coordinator."""
    for problem in edition.problems:
        assert problem.place and problem.place.isprintable() and problem.message.isprintable(), problem
        assert DUTCH.search(problem.message) and len(str(problem)) < 600, problem
    assert len(edition.problems) <= MOST_TOLD + 1
    still_open(fields, edition.answers)


@FUZZED
@given(body=st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "replace"))), form=st.sampled_from(["json", "toml"]))  # fmt: skip
def test_any_bytes_are_read(model: Any, body: bytes, form: str) -> None:
    edition = read_whole(body, form, *model)
    check(edition, model[0])
    assert edition.problems


@FUZZED
@given(data=st.data(), form=st.sampled_from(["json", "toml"]))
def test_a_good_file_with_bytes_cut_out_or_put_in_is_read(model: Any, data: st.DataObject, form: str) -> None:
    body = EXAMPLE.read_bytes() if form == "toml" else json.dumps(example(), indent=1, ensure_ascii=False).encode()
    at = data.draw(st.integers(0, len(body)))
    more = data.draw(st.integers(0, 60))
    edition = read_whole(body[:at] + data.draw(st.binary(max_size=8)) + body[at + more :], form, *model)
    check(edition, model[0])


@FUZZED
@given(value=VALUES)
def test_any_value_of_json_is_read(model: Any, value: Any) -> None:
    check(read_whole(json.dumps(value).encode(), "json", *model), model[0])
    check(read_edition(value, *model), model[0])


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where there is something in some data."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in inner:
        yield (*path, key)
        yield from paths(held, (*path, key))


@FUZZED
@given(data=st.data(), value=VALUES)
def test_whatever_stands_in_one_place_the_rest_is_kept(model: Any, data: st.DataObject, value: Any) -> None:
    changed = example()
    whole = read_edition(changed, *model)
    *way, last = data.draw(st.sampled_from([*paths(changed)]))
    holder = changed
    for step in way:
        holder = holder[step]
    holder[last] = value
    edition = read_edition(changed, *model)
    check(edition, model[0])
    if way == ["antwoorden"]:
        kept = {key: answer for key, answer in whole.answers.items() if key != last}
        assert {key: edition.answers[key] for key in kept} == kept
        assert value in ("", edition.answers.get(last)) or any(last in problem.place for problem in edition.problems)
    text = json.dumps(changed)
    assert json.loads(service.handle(json.dumps({"doe": "lees", "tekst": text})))


@FUZZED
@given(key=NAMES, value=VALUES, twice=st.booleans())
def test_whatever_is_put_in_is_told_or_taken(model: Any, key: str, value: Any, twice: bool) -> None:
    data = example()
    data["antwoorden"][key] = value
    text = json.dumps(data)
    if twice:
        text = f"{text[:-1]}, {json.dumps(key)}: {json.dumps(value)}, {json.dumps(key)}: 1}}"
    edition = read_whole(text.encode(), "json", *model)
    check(edition, model[0])
    assert not twice or any("twee keer" in problem.message for problem in edition.problems)
    assert key in model[0].by_id or value in (None, "") or edition.problems


@FUZZED
@given(value=VALUES, action=st.sampled_from([*service.ACTIONS, "x"]), rest=st.dictionaries(NAMES, VALUES, max_size=3))
def test_any_request_of_the_page_gets_an_answer(value: Any, action: str, rest: dict[str, Any]) -> None:
    for request in ({**rest, "doe": action, "versie": value, "tekst": json.dumps(value), "document": value, "bestand": value}, value):  # fmt: skip
        found = json.loads(service.handle(json.dumps(request)))
        assert len(found) == 1 and ("goed" in found or found["fout"])


@pytest.mark.parametrize(
    ("text", "form", "place", "said"),
    [
        ("a = " + "9" * 5000, "toml", "bestand", "aanhalingstekens"),
        ('{"a": ' + "9" * 5000 + "}", "json", "bestand", "aanhalingstekens"),
        ("naam" + ".a" * 400 + " = 1", "toml", "naam", "tekst"),
        ("a = " + "[" * 100_000, "toml", "bestand", "haakjes"),
        ("[" * 100_000, "json", "bestand", "haakjes"),
        ("x" * 1_000_001, "json", "bestand", "te groot"),
        ("  \n", "json", "bestand", "leeg"),
        ('{"naam": "a",\n"naam": "b"}', "json", "naam", "twee keer"),
        ('naam = "a"\nnaam = "b"\n', "toml", "regel 2, teken 11", "twee keer"),
        ('{"vorm": 1,\n "naam" 2}', "json", "regel 2, teken 9", "dubbele punt"),
        ('{"vorm": 1,}', "json", "regel 1, teken 11", "komma is te veel"),
        ('{"vorm": 1\n"naam": 2}', "json", "regel 2, teken 1", "ontbreekt een komma"),
        ('{"a": "x}', "json", "regel 1, teken 7", "aanhalingsteken aan het eind"),
        ('{"a": "x\ny"}', "json", "regel 1, teken 9", "volgende regel"),
        ('{"a": 1} x', "json", "regel 1, teken 10", "eindigen"),
        ("naam = Proeftuin", "toml", "regel 1, teken 8", "aanhalingstekens"),
        ('[antwoorden]\npenvoerder "x"', "toml", "regel 2, teken 12", "ontbreekt een ="),
        ("\udcff", "json", "regel 1", "UTF-8"),
        ('\ufffd\ufffd{\0"\0', "json", "regel 1", "UTF-8"),
        ('{"a": "x\0y"}', "json", "regel 1, teken 9", "teken dat niet mag"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_line(model: Any, text: str, form: str, place: str, said: str) -> None:
    problems = read_whole(text.encode("utf-8", "surrogateescape"), form, *model).problems
    assert [problem for problem in problems if problem.place == place and said in problem.message], problems


def test_a_file_full_of_mistakes_tells_the_first_ones(model: Any) -> None:
    data = {**example(), **{f"x{number}": 1 for number in range(60_000)}}
    edition = read_whole(json.dumps(data).encode(), "json", *model)
    assert len(edition.problems) == MOST_TOLD + 1 and "nog meer mis" in edition.problems[-1].message


MARKS = (
    "{{",
    "<script>",
    "](javascript:",
    "| ",
    "&lt;",
    "*x*",
    "`",
    "$",
    "#",
    "\\",
    "[^1]",
    "_a_",
    "http://x",
    '"',
    "'",
    "~~",
)
SAFE = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=12)), min_size=1, max_size=6).map("".join)


@settings(FUZZED, max_examples=60)
@given(words=SAFE)
def test_words_that_are_taken_stand_on_the_page_as_they_were_typed(words: str) -> None:
    if words_problem(words, 300):
        return
    readings, fields, register = marked_model()
    pages = [one for one in readings if one.page == "convenant/artikel-5"]
    data = example()
    data["antwoorden"]["contact_betrokkenen"] = words
    data["toevoegingen"] = [{"id": "x", "na": "convenant/artikel-5/lid-3", "kop": words, "tekst": words}]
    edition = read_edition(data, fields, register.open_to_additions())
    assert edition.problems == ()
    [page] = fill(pages, fields, edition)
    texts = {part.anchor: part.text for part in page.parts}
    tree = html.fromstring(f"<div>{without_marks(page.write())}</div>")
    [shown], [added] = tree.xpath(".//span[@class='ingevuld']"), tree.xpath(".//li[@id='eigen-x']/p[1]")
    assert shown.text_content().split() == words.split() and len(shown) == 0
    once = " ".join(words.split())
    begin = f"{once}{'' if once[-1] in '.:?!' else '.'} {once}"
    assert " ".join(added.text_content().split()) == f"4. {begin}"
    assert set(added.xpath(".//*/@class")) <= {"nummer"}
    assert once in texts["lid-1"] and texts["eigen-x"] == begin


def test_an_addition_fits_behind_every_provision_with_an_address_of_its_own(model: Any) -> None:
    readings, fields, register = marked_model()
    places = [id for id in model[1] if not id.startswith(EXPLANATION)]
    additions = tuple(
        Addition(f"x{number}-{nth}", place, "", ("Eigen tekst.",))
        for number, place in enumerate(places)
        for nth in range(MOST_BEHIND_ONE)
    )
    whole = Edition("", "X", "1", "0.1.0", {}, additions, ())
    made = make_register(fill(copy.copy(readings), fields, whole))
    own = {one.id for one in made if "/eigen-" in one.id}
    assert len(own) == len(additions) and not own & {one.id for one in register}
    assert {one.id for one in made} - own == {one.id for one in register}
    citations = [
        one.citation for one in made if one.id in own and not re.search("toevoeging|overweging c", one.citation)
    ]  # the source has two "c."
    assert len(citations) == len(set(citations)), [one for one in citations if citations.count(one) > 1][:9]
