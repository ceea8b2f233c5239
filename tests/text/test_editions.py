"""An edition is the model, with its fields filled in and what was added, and nothing else; a bad file says where it is wrong."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import html

from decision_trees.laws import LAWS
from macros.edition.answers import read_edition
from macros.edition.filling import NOT_TAKEN, still_open
from macros.shared.errors import BuildError
from macros.text import editions
from macros.text.comparison import compare
from macros.text.filled import ADVICE_GONE, fill, following
from macros.text.linking import Linker
from macros.text.own_edition import schema
from macros.text.places import without_marks
from macros.text.published_addresses import recorded
from macros.text.register import Register, make_register
from macros.text.terms import read_terms
from tests.conftest import ROOT
from tests.text.edition_words import added, expected
from tests.text.model import EXAMPLE, example, marked_model, other_data, read_model

DATA = {"example": tomllib.loads(EXAMPLE.read_text("utf-8")), "other": other_data()}
"""Two editions, of which each takes the choices that the other does not."""
BOTH = pytest.mark.parametrize("name", DATA)


def filled(**changes: Any) -> Register:
    """The register of the example, with other answers where a test wants them."""
    readings, fields, register = marked_model()
    return make_register(fill(readings, fields, example(fields, register, **changes)))


def register_of(name: str) -> Register:
    """The register of one of the two editions."""
    readings, fields, register = marked_model()
    edition = read_edition(DATA[name], fields, register.open_to_additions())
    assert edition.problems == ()
    return make_register(fill(readings, fields, edition))


def ids_of(data: dict[str, Any]) -> dict[str, str]:
    """The ids of an edition's own provisions, with their words."""
    return {
        f"{after if after in PAGES else after.rpartition('/')[0]}/eigen-{id}": words
        for after, more in added(data).items()
        for id, words in more
    }


PAGES = {one.page for one in read_model()}


@BOTH
def test_an_edition_is_the_model_with_its_fields_and_its_additions_and_nothing_else(name: str) -> None:
    found = {one.id: one.text for one in register_of(name)}
    own = {id: text for id, text in found.items() if "/eigen-" in id}
    texts = {one.id: one.text for one in make_register(read_model())}
    wanted = {
        id: text or (ADVICE_GONE if "toelichting-" in id else NOT_TAKEN * bool(texts[id]))
        for id, text in expected(DATA[name], texts).items()
    }
    assert {id: text for id, text in found.items() if id not in own} == wanted
    words = ids_of(DATA[name])
    assert {id: bool(text) and words[id].endswith(text) for id, text in own.items()} == dict.fromkeys(words, True)


@BOTH
def test_every_address_of_the_model_is_in_the_edition_and_no_other_but_its_own(name: str) -> None:
    ids = {one.id for one in register_of(name)}
    apart = ("voorbeelden", "gesprekken", "formulieren")  # not of the text, and the same in an edition
    published = {id for id in recorded(ROOT) if not id.startswith(apart)}
    assert published <= ids
    assert ids - published == set(ids_of(DATA[name]))
    assert not any("/eigen-" in id for id in published)


@BOTH
def test_the_comparison_names_what_was_filled_in_and_added_and_nothing_else(name: str) -> None:
    old = make_register(read_model())
    changes = compare(old, register_of(name))
    before = {one.id: one.text for one in old}
    wanted = expected(DATA[name], before)
    assert {change.provision.id for change in changes if change.kind == "veranderd"} == {
        id for id, text in wanted.items() if text != before[id]
    }
    assert {change.provision.id for change in changes if change.kind == "toegevoegd"} == set(ids_of(DATA[name]))
    assert not [change for change in changes if change.kind == "vervallen"]
    for change in changes:
        stayed = [piece.words for piece in change.pieces if piece.how in "=-"]
        assert change.kind == "toegevoegd" or " ".join(stayed) == " ".join(before[change.provision.id].split())
    gone = compare(old, Register(one for one in old if one.id != "convenant/artikel-3/lid-3"))
    assert [(change.kind, change.provision.id) for change in gone] == [("vervallen", "convenant/artikel-3/lid-3")]


@BOTH
def test_what_an_edition_refers_to_is_in_it(name: str) -> None:
    editions.check_references(register_of(name), "x.toml")


def test_a_reference_in_its_own_words_leads_to_what_it_added() -> None:
    readings, fields, register = marked_model()
    text = (
        "Zie artikel 5, lid 4, lid 1a van artikel 1, artikel 13, bijlage 4 en bijlage 7; en niet artikel 9, lid 2, AVG."
    )
    data = DATA["other"]
    own = {"id": "verwijst", "na": "convenant/artikel-3/lid-3", "tekst": text}
    edition = read_edition({**data, "toevoegingen": [*data["toevoegingen"], own]}, fields, register.open_to_additions())
    pages = fill(readings, fields, edition)
    found = make_register(pages)
    [page] = [one for one in pages if one.page == "convenant/artikel-3"]
    Linker(found, read_terms(ROOT, register), (), {}).complete(page.tree, page.page)
    [item] = [one for one in page.tree.iter() if one.get("id") == "eigen-verwijst"]
    links = {"".join(link.itertext()): link.get("href") for link in item.iter("a") if link.get("class") != "begrip"}
    assert links == {
        "artikel 5, lid 4": "../artikel-5/#eigen-aan-het-eind",
        "lid 1a van artikel 1": "../artikel-1/#eigen-lid-ertussen",
        "artikel 13": "../artikel-12/#eigen-evaluatie",
        "bijlage 4": "../bijlagen/#eigen-bijlage-verder",
        "bijlage 7": "../../over/#niet-gepubliceerd",
        "9, lid 2": LAWS["AVG"].address("9"),
    }


def test_one_answer_fills_all_its_places_and_one_that_follows_may_differ() -> None:
    found = {one.id: one.text for one in filled(team_naam="Team Zon", werkverband="de Stichting Maan")}
    assert found["privacyprotocol/artikel-1/naam-team"].startswith("Team Zon: het geheel")
    assert "en Team Zon;" in found["convenant/artikel-2/lid-1-a"]
    assert "verbonden aan de Stichting Maan werkzaam" in found["privacyprotocol/artikel-1/moederorganisatie"]


def test_a_choice_is_followed_where_the_model_offers_it_and_nowhere_else() -> None:
    one, other = ({p.id: p.text for p in filled(term_partijen=term, term_document=document)} for term, document in (("partijen", "samenwerkingsovereenkomst"), ("partners", "convenant")))  # fmt: skip
    assert {id for id in one if one[id] != other[id]} == {"convenant/partijen/alinea-1", "convenant/partijen/alinea-3"}


def test_words_that_are_left_out_keep_their_number() -> None:
    found = {one.id: one.text for one in filled(optie_governance="weglaten", tot_tussenevaluatie="weglaten")}
    assert found["convenant/artikel-2/lid-2"] == NOT_TAKEN
    assert found["convenant/artikel-2/lid-3"].startswith("Partners houden zich")
    assert found["convenant/artikel-10/lid-1"] == "De samenwerkingsovereenkomst staat wel open voor toetreding."
    taken = {one.id: one.text for one in filled(optie_governance="overnemen")}["convenant/artikel-2/lid-2"]
    assert taken.startswith("De beschrijving van") and "Toekomstscenario Voorbeeldstad dat" in taken


def test_more_parties_stand_in_both_lists_with_their_own_addresses() -> None:
    parties = [{"naam": "Stichting Een", "vertegenwoordiger": "haar bestuur"}, {"naam": "Stichting Twee"}]
    found = {one.id: one for one in filled(meer_partijen=parties)}
    assert (
        found["convenant/partijen/eigen-partij-6"].text
        == "Stichting Een, rechtsgeldig vertegenwoordigd door haar bestuur"
    )
    assert found["privacyprotocol/partijen/eigen-partij-7"].citation == "partij 7, Privacyprotocol"
    assert "Stichting Een" in found["convenant/ondertekening/alinea-6"].text
    assert found["convenant/ondertekening/eigen-handtekening-7"].text.endswith("Stichting Twee")


def test_a_place_without_brackets_that_nobody_answered_is_shown_as_open() -> None:
    """The sixth signature said “Naam organisatie” as if it were a name, in an edition without a sixth party."""

    def shown(**changes: Any) -> list[str]:
        readings, fields, register = marked_model()
        pages = fill(readings, fields, example(fields, register, **changes))
        [page] = [one for one in pages if one.page == "convenant/ondertekening"]
        boxes = (one.text or "" for one in page.tree.iter("span") if one.get("class") == "invulplek")
        return [words for words in boxes if any(sign.isalpha() for sign in words)]

    assert shown() == ["Naam organisatie"]
    assert shown(meer_partijen=[{"naam": "Stichting Zes"}]) == []


@pytest.mark.parametrize(
    ("number", "last", "added", "next"),
    [("3.", True, 0, "4."), ("3.", True, 1, "5."), ("3.", False, 0, "3a."), ("9.4", True, 0, "9.5"), ("6.4.", False, 1, "6.4b."),
     ("c.", True, 0, "d."), ("iii.", True, 0, "iv."), ("i.", True, 0, "j."), ("Bijlage 3:", True, 0, "Bijlage 4:")],
)  # fmt: skip
def test_an_addition_takes_the_next_number_or_one_between(number: str, last: bool, added: int, next: str) -> None:
    assert following(number, last=last, added=added) == next


def test_what_comes_from_outside_is_text_and_nothing_else() -> None:
    hostile = '<img src=x onerror="x"> {{ licenties() }} [a](javascript:x) &lt;b&gt; <veld n="penvoerder.0">'
    readings, fields, register = marked_model()
    edition = example(fields, register, contact_betrokkenen=hostile)
    page = next(one for one in fill(readings, fields, edition) if one.page == "convenant/artikel-5")
    tree = html.fromstring(f"<div>{without_marks(page.write())}</div>")
    assert not tree.xpath(".//img | .//a | .//b")
    [shown] = tree.xpath(".//span[@class='ingevuld']")
    assert (
        shown.text_content().startswith("<img src=x onerror=")
        and "{{ licenties() }} [a](javascript:x)" in shown.text_content()
    )


def test_an_explanation_that_is_kept_stays_one() -> None:
    """As in Word, where it stays a comment: it never becomes a part of the agreement."""
    readings, fields, register = marked_model()
    kept, model = (
        next(one for one in pages if one.page == "convenant/definities").write()
        for pages in (fill(readings, fields, example(fields, register, toelichtingen="overnemen")), readings)
    )
    boxes = [
        html.fromstring(f"<div>{without_marks(page)}</div>").xpath(".//span[contains(@class, 'toelichting')]")
        for page in (kept, model)
    ]
    assert [box.text_content() for box in boxes[0]] == [box.text_content() for box in boxes[1]] != []


def test_an_article_or_paragraph_of_ones_own_is_cited_by_its_number_and_referred_to_by_it() -> None:
    readings, fields, register = marked_model()
    added = [
        {
            "id": "evaluatie",
            "na": "convenant/artikel-12",
            "kop": "Artikel 13 Evaluatie",
            "tekst": "Zie artikel 13 en artikel 3.",
        },
        {"id": "eerder", "na": "convenant/artikel-1/lid-1", "tekst": "Dit lid gaat over artikel 13."},
        {"id": "later", "na": "convenant/artikel-5/lid-3", "tekst": "Een verzoek als in lid 4 krijgt antwoord."},
    ]
    edition = read_edition(data(toevoegingen=added), fields, register.open_to_additions())
    assert edition.problems == ()
    found = make_register(fill(readings, fields, edition))
    editions.check_references(found, "x.toml")
    assert found.find("convenant/artikel-13", "").id == "convenant/artikel-12/eigen-evaluatie"
    assert found.find("convenant/artikel-12/eigen-evaluatie", "").citation == "artikel 13, Samenwerkingsconvenant"
    assert found.find("convenant/artikel-1/eigen-eerder", "").citation == "artikel 1, lid 1a, Samenwerkingsconvenant"
    assert found.find("convenant/artikel-5/lid-4", "").id == "convenant/artikel-5/eigen-later"
    annex = register_of("example").find("convenant/bijlagen/bijlage-4", "")
    assert (annex.id, annex.citation) == ("convenant/bijlagen/eigen-bijlage-4", "bijlage 4, Samenwerkingsconvenant")
    assert found.find("convenant/artikel-5", "").id == "convenant/artikel-5" and len(found) == len(register) + 3


def data(**changes: Any) -> dict[str, Any]:
    """The example's data, with other values at the top."""
    return {**tomllib.loads(EXAMPLE.read_text("utf-8")), **changes}


NO_PLACE = (
    "convenant/definities/toelichting-1",
    "convenant/overwegingen/toelichting-1",
    "convenant/artikel-1/voetnoot-1",
    "convenant/artikel-7/voetnoot-2",
)
"""Explanations and footnotes: an addition behind one would have no place in Word."""
WRONG: tuple[tuple[object, str, str], ...] = (
    (None, "bestand", "geen bestand van een eigen versie"),
    ([], "bestand", "geen bestand van een eigen versie"),
    (data(vorm=2), "vorm", "ouder of nieuwer"),
    (data(naam=""), "naam", "tekst"),
    (data(naam="**x**"), "naam", "alleen letters"),
    (data(naam="__x__"), "naam", "alleen letters"),
    (data(naam="(. .)"), "naam", "gewone letter"),
    (data(antwoorden={"penvoerder": "a\u3164b"}), "antwoorden.penvoerder", "U+3164"),
    (data(antwoorden={"meer_partijen": [{"naam": "\u2800"}]}), "antwoorden.meer_partijen, partij 1", "U+2800"),
    (data(naam="x" * 81), "naam", "te lang"),
    (data(versie=1), "versie", "‘1.2’"),
    (data(model=None), "model", "versie van het model"),
    (data(extra=1), "extra", "kent een eigen versie niet"),
    (data(__proto__={}), "__proto__", "kent een eigen versie niet"),
    (data(antwoorden=[]), "antwoorden", "per veld"),
    (data(antwoorden={"penvoeder": "x"}), "antwoorden.penvoeder", "bestaat niet"),
    (data(antwoorden={"penvoerder": 3}), "antwoorden.penvoerder", "aanhalingstekens"),
    (data(antwoorden={"penvoerder": []}), "antwoorden.penvoerder", "tekst"),
    (data(vorm=True), "vorm", "hoort 1"),
    (data(model="1;2"), "model", "versie van het model"),
    (data(naam="A&copy B"), "naam", "spatie erachter"),
    (data(antwoorden={"einddatum": "2027-W01-1"}), "antwoorden.einddatum", "geen datum"),
    (data(antwoorden={"begrotingsjaar": "٢٠٢٧"}), "antwoorden.begrotingsjaar", "geen jaar"),
    (data(antwoorden={"penvoerder": "a\N{REPLACEMENT CHARACTER}b"}), "antwoorden.penvoerder", "niet goed is bewaard"),
    (data(antwoorden={"meer_partijen": [{}]}), "antwoorden.meer_partijen, partij 1", "naam"),
    (data(toevoegingen=[{"id": "partij-6", "na": "convenant/bijlagen", "tekst": "x"}]), "toevoegingen, nummer 1", "handtekening"),
    (data(toevoegingen=[{"id": "x", "na": "convenant/artikel-12", "kop": "Artikel 5 Nog een", "tekst": "x"}]), "toevoegingen, nummer 1", "staat al in het model"),
    (data(toevoegingen=[{"id": "x", "na": "convenant/bijlagen", "kop": "Bijlage 2: Nog een", "tekst": "x"}]), "toevoegingen, nummer 1", "Bijlage 2 staat al in het model"),
    (data(toevoegingen=[{"id": id, "na": "convenant/artikel-12", "kop": kop, "tekst": "x"} for id, kop in (("a", "Bijlage 4: Een"), ("b", "Bijlage 4"))]), "toevoegingen, nummer 2", "Bijlage 4 is al gebruikt"),
    (data(toevoegingen=[{"id": id, "na": "convenant/artikel-12", "kop": "Artikel 13 Dit", "tekst": "x"} for id in "xy"]), "toevoegingen, nummer 2", "al gebruikt"),
    (data(toevoegingen=[{"id": "x", "na": "convenant/toelichting", "tekst": "x"}]), "toevoegingen, nummer 1", "geen afspraak"),
    (data(toevoegingen=[{"id": "x", "na": "convenant/bijlagen", "tekst": ["x"] * 101}]), "toevoegingen, nummer 1", "te veel"),
    (data(toevoegingen=[{"id": f"x{n}", "na": "convenant/bijlagen", "tekst": "x"} for n in range(11)]), "toevoegingen, nummer 11", "hoogstens 10"),
    (data(antwoorden={"penvoerder": "a\u202eb"}), "antwoorden.penvoerder", "U+202E"),
    (data(antwoorden={"penvoerder": "a\nb"}), "antwoorden.penvoerder", "U+000A"),
    (data(antwoorden={"penvoerder": "x" * 301}), "antwoorden.penvoerder", "te lang"),
    (data(antwoorden={"begrotingsjaar": "27"}), "antwoorden.begrotingsjaar", "geen jaar"),
    (data(antwoorden={"einddatum": "31-12-2028"}), "antwoorden.einddatum", "geen datum"),
    (data(antwoorden={"einddatum": "2027-02-30"}), "antwoorden.einddatum", "geen datum"),
    (data(antwoorden={"einddatum": "0001-01-01"}), "antwoorden.einddatum", "Kijk het jaar na"),
    (data(antwoorden={"ingangsdatum": "2027-01-01", "einddatum": "2026-12-31"}), "antwoorden.einddatum", "ligt vóór"),
    (data(antwoorden={"toetreding": "misschien"}), "antwoorden.toetreding", "wel, niet"),
    (data(antwoorden={"optie_governance": "ja"}), "antwoorden.optie_governance", "overnemen, weglaten"),
    (data(antwoorden={"handtekening": "x"}), "antwoorden.handtekening", "met de hand"),
    (data(antwoorden={"meer_partijen": "x"}), "antwoorden.meer_partijen", "lijst"),
    (data(antwoorden={"meer_partijen": [{"naam": ""}]}), "antwoorden.meer_partijen, partij 1", "naam"),
    (data(antwoorden={"meer_partijen": [{"naam": "A b"}, {"naam": "C"}, {"naam": "a  B"}]}), "antwoorden.meer_partijen, partij 3", "ook bij partij 1"),
    (data(antwoorden={"ingangsdatum": "2027-01-01", "evaluatiedatum_protocol": "2026-12-31"}), "antwoorden.evaluatiedatum_protocol", "ligt vóór: Ingangsdatum van het protocol"),
    (data(antwoorden={"ingangsdatum": "2027-01-01", "ingangsdatum_protocol": "2027-06-01", "einddatum": "2027-05-31"}), "antwoorden.einddatum", "protocol (1 juni 2027)"),
    (data(antwoorden={"ingangsdatum": "2027-01-01", "evaluatiedatum": "2026-12-31"}), "antwoorden.evaluatiedatum", "ligt vóór"),
    (data(antwoorden={"subsidie_datum": "2026-01-01", "subsidie_verlengd_datum": "2025-01-01"}), "antwoorden.subsidie_verlengd_datum", "ligt vóór"),
    (data(antwoorden={"meer_partijen": [{"bsn": "1"}]}), "antwoorden.meer_partijen", "alleen een naam"),
    (data(toevoegingen={}), "toevoegingen", "lijst"),
    (data(toevoegingen=[{"id": "x"}]), "toevoegingen, nummer 1", "een id, na, tekst"),
    (data(toevoegingen=[{"id": "../x", "na": "convenant/bijlagen", "tekst": "x"}]), "toevoegingen, nummer 1", "kleine letters"),
    (data(toevoegingen=[{"id": "x", "na": "wegwijzer-professionals", "tekst": "x"}]), "toevoegingen, nummer 1", "geen bepaling"),
    *((data(toevoegingen=[{"id": "x", "na": id, "tekst": "x"}]), "toevoegingen, nummer 1", f"‘{id}’ is geen bepaling van convenant of protocol. Kies een") for id in NO_PLACE),
    (data(toevoegingen=[{"id": "x", "na": ["a"], "tekst": "x"}]), "toevoegingen, nummer 1", "geen bepaling"),
    (data(toevoegingen=[{"id": "x", "na": "convenant/bijlagen", "tekst": ""}]), "toevoegingen, nummer 1", "tekst"),
    (data(toevoegingen=[{"id": "x", "na": "convenant/bijlagen", "tekst": [1]}]), "toevoegingen, nummer 1", "tekst"),
    (data(toevoegingen=[{"id": "x", "na": "convenant/bijlagen", "tekst": "x"}] * 2), "toevoegingen, nummer 2", "al gebruikt"),
)  # fmt: skip


@pytest.fixture(scope="module")
def model() -> tuple[Any, list[str]]:
    """The fields, and the ids that an addition may come after."""
    _, fields, register = marked_model()
    return fields, register.open_to_additions()


@pytest.mark.parametrize(("wrong", "place", "said"), WRONG, ids=[f"{place}: {said}" for _, place, said in WRONG])
def test_what_is_wrong_is_told_in_dutch_with_its_place(model: Any, wrong: object, place: str, said: str) -> None:
    problems = read_edition(wrong, *model).problems
    assert [problem for problem in problems if problem.place == place and said in problem.message], problems


def test_dates_out_of_order_are_told_once_also_where_another_date_follows(model: Any) -> None:
    wrong = read_edition(data(antwoorden={"ingangsdatum": "2027-01-01", "evaluatiedatum": "2026-12-31"}), *model)
    assert [problem.place for problem in wrong.problems] == ["antwoorden.evaluatiedatum"]
    same = {"ingangsdatum": "2027-01-01", "evaluatiedatum": "2027-01-01", "einddatum": "2027-01-01"}
    assert read_edition(data(antwoorden=same), *model).problems == ()


def test_a_file_that_fits_the_schema_is_what_the_build_takes(model: Any) -> None:
    validator = Draft202012Validator(schema(model[0]))
    parties = {"meer_partijen": [{"naam": "Stichting Een"}], "penvoerder": ""}
    validator.validate(data(antwoorden={**data()["antwoorden"], **parties}))
    seen = [wrong for wrong, place, _ in WRONG if isinstance(wrong, dict) and not validator.is_valid(wrong)]
    assert len(seen) > 20  # the rest needs a calendar, the model, or more than one field
    for key, value in {"toetreding": "misschien", "einddatum": "morgen", "onbekend": "x", "handtekening": "x"}.items():
        assert not validator.is_valid(data(antwoorden={key: value})), key


def test_the_example_is_whole_and_says_what_is_still_open(model: Any) -> None:
    edition = read_edition(data(), *model)
    assert edition.problems == ()
    assert still_open(model[0], edition.answers) == []
    assert [field.id for field in still_open(model[0], {**edition.answers, "penvoerder": "", "optie_governance": "overnemen"})] == [
        "penvoerder", "subsidieaanvrager", "verantwoorder",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("kapot.toml", "vorm = ", r"edities/kapot.toml: (?s:.*)het eind: Dit is geen TOML"),
        ("kapot.json", '{"vorm": 1,\n"naam" 2}', r"edities/kapot.json: (?s:.*)regel 2, teken 8: Dit is geen JSON"),
        ("diep.json", "[" * 100_000, r"edities/diep.json"),
        ("leeg.json", "{}", r"edities/leeg.json: 4 fout\(en\)(?s:.*)vorm: (?s:.*)Herstel ze"),
        (
            "noot.json",
            json.dumps(data(toevoegingen=[{"id": "x", "na": NO_PLACE[-1], "tekst": "x"}])),
            r"edities/noot.json: 1 fout(?s:.*)nummer 1: ‘convenant/artikel-7/voetnoot-2’ is geen bepaling(?s:.*)Kies een lid",
        ),
        ("oud.json", json.dumps(data(model="0.0.1")), r"gemaakt bij 0.0.1, het model is nu 9.9.9"),
    ],
)
def test_a_file_that_cannot_be_used_stops_the_build(
    tmp_path: Path, model: Any, name: str, text: str, said: str
) -> None:
    (tmp_path / "edities").mkdir()
    (tmp_path / "edities" / name).write_text(text)
    with pytest.raises(BuildError, match=said):
        editions.load(tmp_path, name.split(".", maxsplit=1)[0], model[0], make_register(read_model()), "9.9.9")


@pytest.mark.parametrize("name", ["er-is-geen", "../bron", "", "a/b"])
def test_an_edition_that_is_not_there_names_those_that_are(name: str) -> None:
    with pytest.raises(BuildError, match="make build EDITION=voorbeeldstad"):
        editions.file_of(ROOT, name)


def test_words_that_refer_to_what_is_not_there_stop_the_build() -> None:
    with pytest.raises(BuildError, match=r"x.toml: artikel 5, lid 1, .* verwijst naar ‘artikel 99’"):
        editions.check_references(filled(contact_betrokkenen="wie artikel 99 noemt"), "x.toml")
    editions.check_references(filled(), "x.toml")
