"""What the page asks Python: requests and answers as data, and what becomes of damaged ones."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_trees.catalogue import TREES
from decision_trees.link import LONGEST, LinkError, from_fragment, to_fragment
from decision_trees.service import handle
from decision_trees.walk import answered, answers_of, view
from tests.trees.reach import walked

VALID = {
    "acuut-gevaar": "nee",
    "waarvoor": "geheim",
    "leeftijd": "12-15",
    "besluit-12-15": "gegeven",
    "geldigheid": "ja",
    "nagegaan": "ja",
}


def ask(**request: Any) -> dict[str, Any]:
    """The answer to a request."""
    found: dict[str, Any] = json.loads(handle(json.dumps(request)))
    return found


@pytest.fixture
def begun() -> Iterator[Callable[[str], str]]:
    """`handle` of a Python that has just started."""
    ours = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "decision_trees"}
    for name in ours:
        del sys.modules[name]
    yield import_module("decision_trees.service").handle
    for name in [name for name in sys.modules if name.partition(".")[0] == "decision_trees"]:
        del sys.modules[name]
    sys.modules.update(ours)


def trees_read() -> set[str]:
    """The trees of which Python has read the module."""
    return {id for id in TREES if f"decision_trees.trees.{id}" in sys.modules}


def test_a_start_reads_no_tree_and_a_request_its_own(begun: Callable[[str], str]) -> None:
    """In the browser the reader waits for what Python reads before it is ready."""
    begun("{}"), begun('{"doe": "beeld", "boom": "bestaat-niet"}')
    assert trees_read() == set()
    begun('{"doe": "vergelijk", "boom": "datalek"}'), begun('{"doe": "beeld", "boom": "datalek", "antwoorden": {}}')
    assert trees_read() == {"datalek"}


def test_a_view_holds_question_route_and_what_is_ahead() -> None:
    seen = ask(doe="beeld", boom="toestemming", antwoorden={"acuut-gevaar": "nee"})["goed"]
    assert seen["vraag"]["id"] == "waarvoor"
    assert seen["route"] == [{"vraag": "acuut-gevaar", "antwoord": "nee"}]
    assert seen["nog"][0] >= 1


def test_a_view_says_which_answers_are_offered_and_which_earlier_one_must_be_confirmed() -> None:
    seen = ask(doe="beeld", boom="toestemming", antwoorden=VALID)["goed"]
    assert seen["soort"] == "uitkomst" and seen["eerder"] == "" and seen["aangeboden"] == []
    older = {"geldigheid": "ja", **{q: a for q, a in VALID.items() if q != "geldigheid"}}
    seen = ask(doe="beeld", boom="toestemming", antwoorden=older)["goed"]
    assert (seen["vraag"]["id"], seen["eerder"]) == ("geldigheid", "ja")
    row = {"acuut-gevaar": "nee", "wens": "geven", "rol": "wmo", "ontvanger": "buiten", "soort-gegevens": "gewoon",
           "t.leeftijd": "18", "t.besluit-18": "niet-in-staat"}  # fmt: skip
    seen = ask(doe="beeld", boom="delen", antwoorden=row)["goed"]
    assert seen["vraag"]["id"] == "t.vertegenwoordiger"
    assert "wmo" in seen["aangeboden"] and "familie" not in seen["aangeboden"]
    seen = ask(doe="beeld", boom="delen", antwoorden={**row, "t.vertegenwoordiger": "familie"})["goed"]
    assert seen["vervallen"] == {"t.vertegenwoordiger": "familie"}


def test_a_record_holds_questions_answers_sources_advice_date_and_version() -> None:
    text = ask(doe="verslag", boom="toestemming", antwoorden=VALID, datum="24 november 2026")["goed"]["tekst"]
    for words in (
        "24 november 2026",
        "versie",
        "nog niet getoetst",
        "ADVIES: mag, onder voorwaarden",
        "Antwoord: 12 tot en met 15 jaar",
        "artikel 6.4, onder b, Privacyprotocol",
        "WAT JE VASTLEGT",
    ):
        assert words in text
    assert "fout" in ask(doe="verslag", boom="toestemming", antwoorden={}, datum="x")


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_a_link_comes_back_to_the_same_state_and_is_short_enough_to_mail(tree: Any) -> None:
    for steps, outcome in walked(tree)[::97]:
        fragment = to_fragment(answers_of(steps))
        assert len(fragment) < 500
        assert view(tree, from_fragment(fragment)).node is outcome


def test_a_link_of_an_older_tree_keeps_what_fits_and_names_the_rest() -> None:
    fragment = to_fragment({**VALID, "verdwenen-vraag": "ja", "geldigheid": "verdwenen-antwoord"})
    seen = ask(doe="open", boom="toestemming", fragment=fragment)["goed"]
    assert seen["vervallen"] == {"verdwenen-vraag": "ja", "geldigheid": "verdwenen-antwoord"}
    assert seen["vraag"]["id"] == "geldigheid"


def test_a_link_made_for_the_tree_of_version_1_opens_and_says_what_no_longer_fits() -> None:
    """The tree now asks first what someone wants to do; earlier answers that still exist are kept, to be confirmed."""
    old = {
        "acuut-gevaar": "nee", "rol": "jeugdhulp", "doel": "ja", "noodzaak": "ja", "minst-ingrijpend": "ja",
        "soort-gegevens": "gewoon", "ontvanger": "buiten", "t.leeftijd": "12-15", "t.in-staat-12-15": "ja",
        "t.besluit-12-15": "geweigerd", "ernstige-schade": "nee",
    }  # fmt: skip
    seen = ask(doe="open", boom="delen", fragment=to_fragment(old))["goed"]
    assert set(seen["vervallen"]) == {"doel", "noodzaak", "minst-ingrijpend", "t.in-staat-12-15"}
    assert seen["vraag"]["id"] == "wens"
    answers = answered(seen["antwoorden"], "wens", "geven")
    for question in ("ontvanger", "soort-gegevens", "t.besluit-12-15", "ernstige-schade"):
        now = view(TREES["delen"], answers)
        assert (now.node.id, now.earlier) == (question, old[question])
        answers = answered(answers, question, now.earlier)
    assert view(TREES["delen"], answers).node.id == "geen-toestemming"


@pytest.mark.parametrize(
    "fragment", ["#a=x", "#a=<script>~ja", "#b=", "", "#a=" + "a" * LONGEST, "#a=q~a~b", "#a=é~ja"]
)
def test_a_damaged_link_gets_a_dutch_message(fragment: str) -> None:
    with pytest.raises(LinkError, match="link"):
        from_fragment(fragment)
    assert "boom begint opnieuw" in ask(doe="open", boom="toestemming", fragment=fragment)["fout"]


@given(st.text(max_size=300))
def test_any_fragment_is_answers_or_a_message(text: str) -> None:
    answer = ask(doe="open", boom="delen", fragment="#a=" + text)
    assert set(answer) <= {"goed", "fout"}


@pytest.mark.parametrize(
    "request_text",
    ["[" * 100_000, '{"doe":' * 100_000, '{"doe":"beeld","boom":"delen","antwoorden":' + '{"a":' * 50_000, "9" * 5000, "NaN",
     '{"doe":"\\ud800"}', '{"doe":"beeld","boom":"__proto__"}', '{"doe":"constructor"}', '{"doe":"beeld","doe":"x"}', "\0", "x" * 1_000_000],
)  # fmt: skip
def test_a_request_that_no_page_of_ours_makes_gets_a_dutch_message(request_text: str) -> None:
    said = json.loads(handle(request_text))
    assert said["fout"].startswith(("De antwoorden zijn beschadigd", "De bladzijde vraagt iets", "Deze beslisboom"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
)


@given(st.sampled_from(["beeld", "huishouden", "verslag", "open", "link", "x"]), JSON, JSON)
def test_any_request_gets_an_answer_and_never_an_exception(action: str, answers: object, persons: object) -> None:
    answer = ask(doe=action, boom="delen", antwoorden=answers, feiten=persons, fragment=answers)
    assert set(answer) in ({"goed"}, {"fout"})


@given(st.text(max_size=60))
def test_text_that_is_no_request_gets_a_message(text: str) -> None:
    assert set(json.loads(handle(text))) <= {"goed", "fout"}
