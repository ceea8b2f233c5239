"""What /eigen-versie/ asks of Python is answered in this Python as in the browser's, and nothing from outside breaks it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from macros.edition import service
from macros.text.own_edition import model_data
from tests.conftest import ROOT
from tests.text.model import EXAMPLE, marked_model


@pytest.fixture(scope="module", autouse=True)
def model() -> Iterator[None]:
    """The model's data, as the archive for the browser holds them."""
    _, _, register = marked_model()
    data = json.dumps(model_data(ROOT, register, "0.1.0")).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pkgutil.get_data", lambda package, name: data)
        service.model.cache_clear()
        yield
    service.model.cache_clear()


def ask(**request: Any) -> dict[str, Any]:
    """An answer to a request."""
    found: dict[str, Any] = json.loads(service.handle(json.dumps(request)))
    return found


def example(**changes: Any) -> dict[str, Any]:
    """The example's data."""
    return {**tomllib.loads(EXAMPLE.read_text("utf-8")), **changes}


def test_a_place_says_what_the_edition_says() -> None:
    found = ask(doe="stand", versie=example())["goed"]
    assert found["problemen"] == [] == found["open"]
    places = found["plaatsen"]
    assert places["subsidieaanvrager.0"] == {"hoe": "words", "tekst": "De gemeente Voorbeeldstad"}
    assert places["gemeente_naam.0"] == {"hoe": "words", "tekst": "Voorbeeldstad"}
    assert places["evaluatiedatum_protocol.0"]["tekst"] == "1 december 2027"
    assert places["optie_governance.0"] == {"hoe": "leave", "tekst": ""}
    assert places["tot_tussenevaluatie.0"]["hoe"] == "take"
    assert places["werkomgeving.0"] == {"hoe": "model", "tekst": "MS Teams"}
    assert places["teken_datum.0"] == {"hoe": "open", "tekst": "………….."}
    assert 0 < found["ingevuld"] < found["velden"]


def test_what_was_saved_is_read_back_whole() -> None:
    parties = [{"naam": "Stichting Een", "vertegenwoordiger": "haar bestuur"}]
    data = example(antwoorden={**example()["antwoorden"], "meer_partijen": parties})
    text = ask(doe="bewaar", versie={**data, "model": ""})["goed"]["tekst"]
    read = ask(doe="lees", tekst=text)["goed"]
    assert read["problemen"] == []
    assert read["versie"]["antwoorden"] == data["antwoorden"] and read["versie"]["model"] == "0.1.0"
    assert [one["id"] for one in read["versie"]["toevoegingen"]] == ["contactpunt", "bijlage-4"]
    assert ask(doe="bewaar", versie=read["versie"])["goed"]["tekst"] == text


def test_a_file_of_another_model_or_with_mistakes_loses_nothing_that_is_good() -> None:
    data = example(model="0.0.1", naam="<b>", antwoorden={"penvoerder": "X", "einddatum": "morgen"})
    read = ask(doe="lees", tekst=json.dumps(data))["goed"]
    assert read["versie"]["antwoorden"] == {"penvoerder": "X"} and read["versie"]["naam"] == ""
    assert {problem["plaats"] for problem in read["problemen"]} == {"naam", "antwoorden.einddatum"}
    assert "Gemaakt bij model 0.0.1" in ask(doe="stand", versie=read["versie"])["goed"]["problemen"][-1]["melding"]
    assert ask(doe="bewaar", versie=data)["fout"].startswith("Herstel dit eerst (antwoorden.einddatum). ‘morgen’")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "1", '{"a": 1}', "[" * 100_000, '{"antwoorden": ' * 100, "x" * 1_000_001, 3, None]
)
def test_what_is_no_edition_is_refused(text: object) -> None:
    assert ask(doe="lees", tekst=text) == {"fout": service.DAMAGED}


@pytest.mark.parametrize("request_", ["", "[]", '{"doe": "x"}', "{" * 50_000, '{"doe": ["stand"]}'])
def test_a_request_that_is_none_gets_a_sentence(request_: str) -> None:
    assert json.loads(service.handle(request_))["fout"]


@pytest.mark.parametrize(
    "versie", [None, [], 3, {"antwoorden": 3}, {"antwoorden": {"einddatum": {}}}, {"toevoegingen": [[]]}]
)
def test_an_edition_that_is_none_says_what_is_wrong(versie: object) -> None:
    assert ask(doe="stand", versie=versie)["goed"]["problemen"]
