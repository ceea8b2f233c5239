"""What /eigen-versie/ asks of Python is answered in this Python as in the browser's, and nothing from outside breaks it."""

from __future__ import annotations

import binascii
import io
import json
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.edition import service
from macros.edition.answers import read_edition
from macros.edition.filling import NOT_TAKEN, own_parts
from macros.edition.service import LEFT_OUT
from macros.text.filled import fill
from macros.text.own_edition import model_data, question
from macros.text.register import make_register
from tests.conftest import ROOT
from tests.handbook.word_files import letters
from tests.text.model import EXAMPLE, marked_model, other_data


@pytest.fixture(scope="module", autouse=True)
def model() -> Iterator[None]:
    """The model's data, as the archive for the browser holds them."""
    _, _, register = marked_model()
    data = json.dumps(model_data(ROOT, register, "0.1.0")).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pkgutil.get_data", lambda package, name: data)
        yield


def ask(**request: Any) -> dict[str, Any]:
    """An answer to a request."""
    found: dict[str, Any] = json.loads(service.handle(json.dumps(request)))
    return found


def example(**changes: Any) -> dict[str, Any]:
    """The example's data."""
    return {**tomllib.loads(EXAMPLE.read_text("utf-8")), **changes}


def test_a_name_that_is_not_filled_in_is_open() -> None:
    """A Word file is not made without; and all else was filled in."""
    assert [one["id"] for one in ask(doe="stand", versie=example(naam=""))["goed"]["open"]] == ["ev-naam"]


def test_who_opens_a_damaged_file_reads_what_he_can_do() -> None:
    told = ask(doe="lees", tekst='{"vorm": 1, "naam": "Proef')["fout"]
    assert told.startswith(
        "Dit bestand is beschadigd, of het is geen eigen versie (regel 1, teken 21: Dit is geen JSON"
    )
    assert "Herstel die plaats" not in told and "Open een bestand dat je hier eerder bewaarde." in told
    assert ask(doe="lees", tekst="")["fout"].startswith("Dit bestand is leeg. Open een bestand")


def test_a_place_says_what_the_edition_says() -> None:
    found = ask(doe="stand", versie=example())["goed"]
    assert found["problemen"] == [] == found["open"]
    places = found["plaatsen"]
    assert places["subsidieaanvrager.0"] == {"hoe": "words", "delen": ["De gemeente Voorbeeldstad"]}
    assert places["gemeente_naam.0"] == {"hoe": "words", "delen": [" Voorbeeldstad"]}
    assert places["evaluatiedatum_protocol.0"]["delen"] == ["1 december 2027"]
    assert places["optie_governance.0"] == {"hoe": "leave", "delen": ["(weggelaten)", ""]}
    assert places["governance_regio.0"] == {"hoe": "leave", "delen": [""]}
    assert places["tot_tussenevaluatie.0"] == {"hoe": "take", "delen": ["tot de tussenevaluatie ", ""]}
    assert places["werkomgeving.0"] == {"hoe": "model", "delen": ["MS Teams"]}
    assert places["teken_datum.0"] == {"hoe": "open", "delen": ["………….."]}
    assert 0 < found["ingevuld"] < found["velden"]


@pytest.mark.parametrize(
    "answers", [{}, example()["antwoorden"], other_data()["antwoorden"]], ids=["open", "one", "other"]
)
def test_a_sentence_says_what_the_edition_says_at_every_place_in_it(answers: dict[str, Any]) -> None:
    readings, fields, register = marked_model()
    data = example(antwoorden=answers, toevoegingen=[])
    places = ask(doe="stand", versie=data)["goed"]["plaatsen"]
    edition = read_edition(data, fields, register.open_to_additions())
    texts = {one.id: one.text for one in make_register(fill(readings, fields, edition))}
    shown = set[str]()
    for field in fields:
        for place, made in zip(field.places, question(field, fields, register, "").sentences, strict=True):
            said = "".join(places[one.key]["delen"][one.part] if one.key else one.text for one in made.words)
            gone = LEFT_OUT in said
            bare = said.replace(LEFT_OUT, "").strip(" …").removeprefix("[").removesuffix("]")
            if field.id != "toelichtingen" and not (gone and NOT_TAKEN in texts[place.provision]):
                assert letters(bare) in letters(texts[place.provision]), f"{field.id}: {said}"
            assert [one.own for one in made.words].count(True) == len(own_parts(place, fields))
            shown |= {one.key for one in made.words if one.key and not one.own}
    assert len(shown) > 40  # those of other fields


def test_what_was_saved_is_read_back_whole() -> None:
    parties = [{"naam": "Stichting Een", "vertegenwoordiger": "haar bestuur"}]
    data = example(antwoorden={**example()["antwoorden"], "meer_partijen": parties})
    text = ask(doe="bewaar", versie={**data, "model": ""})["goed"]["tekst"]
    read = ask(doe="lees", tekst=text)["goed"]
    assert read["problemen"] == []
    assert read["versie"]["antwoorden"] == data["antwoorden"] and read["versie"]["model"] == "0.1.0"
    assert [one["id"] for one in read["versie"]["toevoegingen"]] == ["contactpunt", "bijlage-4"]
    assert read["versie"]["antwoorden"] == json.loads(text)["antwoorden"]


def test_a_file_of_another_model_or_with_mistakes_loses_nothing() -> None:
    answers = {
        "penvoerder": "X",
        "einddatum": "morgen",
        "begrotingsjaar": "27",
        "weg": {"a": "b"},
        "toetreding": "misschien",
    }
    data = example(
        model="0.0.1",
        naam="<b>",
        antwoorden=answers,
        oud="x",
        toevoegingen=[{"id": "A", "na": "nergens", "tekst": ["a", "b"]}],
    )
    read = ask(doe="lees", tekst=json.dumps(data))["goed"]
    assert (
        read["versie"]["antwoorden"] == {"penvoerder": "X", "begrotingsjaar": "27"} and read["versie"]["naam"] == "<b>"
    )
    assert read["versie"]["toevoegingen"] == [{"id": "A", "na": "nergens", "kop": "", "tekst": "a\n\nb"}]
    assert {one["plaats"]: one["waarde"] for one in read["over"] if one["melding"]} == {
        "oud": "x", "antwoorden.einddatum": "morgen", "antwoorden.weg": '{"a": "b"}', "antwoorden.toetreding": "misschien",
    }  # fmt: skip
    wanted = {"naam", "oud", "antwoorden.einddatum", "antwoorden.begrotingsjaar", "antwoorden.weg", "antwoorden.toetreding", "toevoegingen, nummer 1"}  # fmt: skip
    assert {problem["plaats"] for problem in read["problemen"]} == wanted
    last = ask(doe="stand", versie=read["versie"])["goed"]["problemen"][-1]
    assert last["plaats"] == "model" and "gemaakt bij versie 0.0.1" in last["melding"]
    saved = ask(doe="bewaar", versie=data)["goed"]
    assert json.loads(saved["tekst"])["antwoorden"] == answers and saved["problemen"] == 8
    assert json.loads(saved["tekst"])["model"] == "0.0.1"


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "leeg"), ("{", "regel 1, teken 2"), ("[]", "geen eigen versie"), ("1", "geen eigen versie"), ('{"a": 1}', "geen eigen versie"),
     ("[" * 100_000, "haakjes"), ('{"antwoorden": ' * 100, "haakjes"), ("x" * 1_000_001, "te groot"), (3, "leeg"), (None, "leeg")],
)  # fmt: skip
def test_what_is_no_edition_is_refused_with_the_place(text: object, said: str) -> None:
    found = ask(doe="lees", tekst=text)["fout"]
    assert said in found and found.endswith("Er is niets veranderd.")


@pytest.mark.parametrize("request_", ["", "[]", '{"doe": "x"}', "{" * 50_000, '{"doe": ["stand"]}'])
def test_a_request_that_is_none_gets_a_sentence(request_: str) -> None:
    assert json.loads(service.handle(request_))["fout"]


@pytest.mark.parametrize(
    "versie", [None, [], 3, {"antwoorden": 3}, {"antwoorden": {"einddatum": {}}}, {"toevoegingen": [[]]}]
)
def test_an_edition_that_is_none_says_what_is_wrong(versie: object) -> None:
    assert ask(doe="stand", versie=versie)["goed"]["problemen"]


def in_word(site: Path, versie: dict[str, Any] | None = None) -> str:
    """The covenant in Word as base64: of the model, or filled in."""
    file = binascii.b2a_base64((site / "handboek" / "modelconvenant.docx").read_bytes(), newline=False).decode()
    if versie is None:
        return file
    return str(ask(doe="word", document="convenant", bestand=file, versie=versie)["goed"]["bestand"])


def test_a_filled_word_file_comes_back_into_the_form(site: Path) -> None:
    made = in_word(site, example(model=""))
    found = ask(doe="lees_word", bestand=made, versie={})["goed"]
    assert (found["problemen"], found["over"], found["document"]) == ([], [], "convenant")
    assert found["versie"]["antwoorden"] == example()["antwoorden"] and found["versie"]["naam"] == example()["naam"]
    assert [one["id"] for one in found["versie"]["toevoegingen"]] == ["contactpunt", "bijlage-4"]
    assert ask(doe="vergelijk_word", bestand=made, model=in_word(site))["goed"] == {"over": []}
    there = {**example(), "antwoorden": {"penvoerder": "Z"}, "toevoegingen": []}
    found = ask(doe="lees_word", bestand=made, versie=there)["goed"]
    assert found["versie"]["antwoorden"] == {**example()["antwoorden"], "penvoerder": "Z"}
    [told] = found["over"]
    assert (told["plaats"], told["waarde"]) == ("antwoorden.penvoerder", example()["antwoorden"]["penvoerder"])


def test_what_a_word_file_says_wrongly_is_shown_where_it_can_be_mended(site: Path) -> None:
    body = zipfile.ZipFile(io.BytesIO(binascii.a2b_base64(in_word(site))))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in body.namelist():
            xml = body.read(name)
            xml = xml.replace(b"<einddatum></einddatum>", b"<einddatum>ooit</einddatum>").replace(b"<begrotingsjaar></", b"<begrotingsjaar>27</")  # fmt: skip
            new.writestr(name, xml)
    found = ask(doe="lees_word", bestand=binascii.b2a_base64(out.getvalue(), newline=False).decode(), versie={})["goed"]  # fmt: skip
    assert found["versie"]["antwoorden"] == {"begrotingsjaar": "27"}
    assert {"antwoorden.begrotingsjaar", "antwoorden.einddatum"} <= {one["plaats"] for one in found["problemen"]}
    assert ("antwoorden.einddatum", "ooit") in {(one["plaats"], one["waarde"]) for one in found["over"]}


def test_what_is_wrong_stops_a_word_file_under_the_name_that_the_form_has(site: Path) -> None:
    file = in_word(site)
    parties, additions = [{"naam": "A"}, {"naam": "A"}], [{"id": "x", "na": "convenant/bijlagen", "tekst": ""}]
    for changes, said in (
        (
            {"antwoorden": {"einddatum": "morgen"}},
            "Herstel dit eerst: Einddatum van het protocol. ‘morgen’ is geen datum.",
        ),
        ({"antwoorden": {"meer_partijen": parties}}, "Herstel dit eerst: Meer partijen, partij 2. naam: A staat ook"),
        ({"toevoegingen": additions}, "Herstel dit eerst: Toevoeging 1. tekst: Hier hoort"),
        ({"naam": ""}, "Herstel dit eerst: Hoe jullie heten in titels en verwijzingen. Hier hoort tekst te staan."),
    ):
        found = ask(doe="word", document="convenant", bestand=file, versie=example(**changes))["fout"]
        assert found.startswith(said), found


@pytest.mark.parametrize("bestand", [None, 3, "", "%%", "UEsDBA==", "JVBERi0="])
def test_what_is_no_word_file_is_refused_with_its_remedy(bestand: object) -> None:
    found = ask(doe="lees_word", bestand=bestand, versie={"antwoorden": {"penvoerder": "X"}})["fout"]
    assert found.startswith("Word-bestand: Dit ") and found.endswith("Er is niets veranderd.")
    assert "beschadigd" in ask(doe="vergelijk_word", bestand=bestand, model=bestand)["fout"]
