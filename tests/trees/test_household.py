"""A whole household: who decides, one parent's refusal for each child, how advice joins, and what changes ask again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from decision_trees.cases import CASES as CASES_FOLDER
from decision_trees.cases import read_cases
from decision_trees.catalogue import TREES
from decision_trees.forms.offered import forms
from decision_trees.household import OWN, REFUSED, Household, case_steps
from decision_trees.household_facts import AGES, DECISIONS, UNSURE_AUTHORITY, clean
from decision_trees.household_questions import Card, all_yes, cards, overview
from decision_trees.household_steps import NOT_FOR_THIS, steps
from decision_trees.meaning import Weg
from decision_trees.model import Oordeel, Outcome
from decision_trees.proof import NEEDS, faults
from decision_trees.service import handle
from decision_trees.trees.toestemming import TREE as TOESTEMMING
from decision_trees.walk import View, view
from tests.trees.reach import examples, walked

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
SAFE = view(TOESTEMMING, {"acuut-gevaar": "nee"})
CASES = {
    case.id: case
    for case in read_cases((ROOT / CASES_FOLDER / "huishoudens.toml").read_text("utf-8"), "huishoudens.toml")
}
WORDS = FOLDER / "verwacht" / "huishouden.json"
DOUBT = ("weet-niet", "onbereikbaar", "onveilig", "niet-gevraagd", "niet-in-staat-verzet")
ROLES = ("moeder", "vader", "stiefvader", "volwassene-1", "kind-1", "kind-2", "kind-3")
ADULTS = tuple(role for role in ROLES if not role.startswith("kind-"))


@st.composite
def facts(draw: st.DrawFn, least: int = 1, *, yes: bool = False) -> dict[str, str]:
    """What is said of a household, complete or not; `yes`: everyone says yes, and all is checked."""
    persons = draw(st.lists(st.sampled_from(ROLES), min_size=least, max_size=6, unique=True))
    adults = [person for person in persons if person in ADULTS]
    found: dict[str, str] = {}
    for person in persons:
        usual = ["18"] if person in ADULTS else ["0-11", "0-11", "12-15", "16-17", "18"]
        found[f"{person}.leeftijd"] = draw(st.sampled_from(usual if yes else [*usual * 3, *AGES]))
        if person in ADULTS and draw(st.integers(0, 4)) == 0:
            found[f"{person}.in-stuk"] = "nee"
    for person in persons:
        if person not in ADULTS and (yes or draw(st.integers(0, 5))):
            holders = adults and draw(st.lists(st.sampled_from(adults), min_size=1, max_size=2, unique=True))
            unsure = draw(st.sampled_from(UNSURE_AUTHORITY))
            authority = "+".join(holders) if holders and (yes or draw(st.integers(0, 5))) else unsure
            found[f"{person}.gezag"] = "gi-voogd" if yes and not holders else authority
    household = Household.of(found, SAFE)
    for who in (*persons, "gi"):
        for person in household.things(who):
            if yes or draw(st.integers(0, 9)):
                found[f"{who}>{person}"] = (
                    "gegeven" if yes else draw(st.sampled_from(["gegeven"] * 12 + list(DECISIONS)))
                )
    for key in ("geldigheid", "nagegaan"):
        if yes or draw(st.integers(0, 5)):
            other = draw(st.sampled_from([answer.id for answer in TOESTEMMING.questions[key].answers]))
            found[key] = "ja" if yes or draw(st.integers(0, 7)) else other
    return found


def test_every_person_gets_a_decider_by_age_and_authority_alone() -> None:
    found = {
        "moeder.leeftijd": "18", "vader.leeftijd": "18", "kind-1.leeftijd": "0-11", "kind-2.leeftijd": "12-15",
        "kind-3.leeftijd": "16-17", "kind-1.gezag": "moeder+vader",
    }  # fmt: skip
    assert {row.name: row.decides for row in Household.of(found).rows} == {
        "moeder": "moeder zelf", "vader": "vader zelf", "kind 1": "moeder en vader samen", "kind 2": "kind 2 zelf",
        "kind 3": "kind 3 zelf",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("moeder", "vader", "outcome"),
    [
        ("gegeven", "gegeven", "toestemming-geldig"),
        ("gegeven", "geweigerd", "oneens"),
        ("geweigerd", "geweigerd", "geweigerd"),
        ("gegeven", "ingetrokken", "een-trok-in"),
        ("ingetrokken", "ingetrokken", "ingetrokken"),
        ("geweigerd", "ingetrokken", "ingetrokken"),
        ("gegeven", "niet-gevraagd", "vraag-ander"),
        ("niet-gevraagd", "niet-gevraagd", "vraag-beiden"),
        ("niet-gevraagd", "weet-niet", "vraag-beiden"),
        ("gegeven", "weet-niet", "status-uitzoeken"),
        ("gegeven", "onbereikbaar", "onbereikbaar"),
        ("niet-gevraagd", "onbereikbaar", "onbereikbaar"),
        ("gegeven", "onveilig", "vragen-onveilig"),
        ("niet-gevraagd", "onveilig", "vragen-onveilig"),
        ("geweigerd", "onveilig", "geweigerd"),
        ("gegeven", "niet-in-staat", "gezag-uitzoeken"),
        ("geweigerd", "niet-in-staat", "geweigerd"),
        ("geweigerd", "", "geweigerd"),
        ("gegeven", "", "besluit-twee"),
        ("", "", "besluit-twee"),
    ],
)
def test_two_parents_together(moeder: str, vader: str, outcome: str) -> None:
    for first, second in ((moeder, vader), (vader, moeder)):
        found = {
            "moeder.leeftijd": "18",
            "vader.leeftijd": "18",
            "kind-1.leeftijd": "0-11",
            "kind-1.gezag": "moeder+vader",
        }
        said = {"moeder>kind-1": first, "vader>kind-1": second}
        found |= {key: value for key, value in said.items() if value} | {"geldigheid": "ja", "nagegaan": "ja"}
        assert Household.of(found, SAFE).row("kind-1").view.node.id == outcome


@settings(max_examples=examples(300), deadline=None)
@given(facts(), facts())
def test_iemand_toevoegen_maakt_het_advies_nooit_ruimer(some: dict[str, str], more: dict[str, str]) -> None:
    before = Household.of(some, SAFE)
    assume(before.rows)
    persons = {key.partition(".")[0] for key in some}
    new = {k: v for k, v in more.items() if not any(part in persons for part in k.replace(">", ".").split("."))}
    after = Household.of({**some, **{k: v for k, v in new.items() if k not in ("geldigheid", "nagegaan")}}, SAFE)
    assert after.joint.strictness >= before.joint.strictness


@settings(max_examples=examples(300), deadline=None)
@given(facts(), st.randoms(use_true_random=False))
def test_de_volgorde_van_personen_maakt_niet_uit(some: dict[str, str], random: Any) -> None:
    def phase(key: str) -> int:
        return 3 if key in ("geldigheid", "nagegaan") else 2 if ">" in key else 1 if key.endswith(".gezag") else 0

    keys = list(some)
    random.shuffle(keys)
    shuffled = {key: some[key] for key in sorted(keys, key=phase)}
    one, other = Household.of(some, SAFE), Household.of(shuffled, SAFE)
    assert one.joint == other.joint
    assert [row.to_json() for row in one.rows] == [row.to_json() for row in other.rows]
    assert steps(one) == steps(other)


@settings(max_examples=examples(300), deadline=None)
@given(facts(yes=True), st.data())
def test_nee_intrekken_twijfel_of_gevaar_nooit_samen_mag(some: dict[str, str], data: st.DataObject) -> None:
    household = Household.of(some, SAFE)
    assume(household.rows)
    keys = [f"{w}>{a}" for w in (*household.persons, "gi") for a in household.things(w) if household.needed(w, a)]
    assert household.joint.permissive == all(row.advice.permissive for row in household.rows)
    key = data.draw(st.sampled_from(keys))
    for wrong in (*REFUSED, *DOUBT, ""):
        changed = {k: (wrong if k == key else v) for k, v in some.items() if wrong or k != key}
        assert not Household.of(changed, SAFE).joint.permissive, (key, wrong)
    for person in household.persons:
        for who in (*household.holders(person), "gi"):
            if household.age(person) == "12-15" and f"{who}>{person}" in some and household.in_document(person):
                changed = {**some, f"{who}>{person}": data.draw(st.sampled_from(REFUSED))}
                assert Household.of(changed, SAFE).row(person).advice is Oordeel.OVERLEG
    for danger in ("ja", "weet-niet"):
        worse = Household.of(some, view(TOESTEMMING, {"acuut-gevaar": danger}))
        assert worse.joint is (Oordeel.DIRECT_HANDELEN if danger == "ja" else Oordeel.EERST_UITZOEKEN)
    assert not Household.of(some).joint.permissive


@settings(max_examples=examples(400), deadline=None)
@given(facts() | facts(yes=True))
def test_samen_mag_alleen_als_ieder_mag_naar_het_bewijs(some: dict[str, str]) -> None:
    household = Household.of(some, SAFE)
    if household.joint.permissive:
        assert household.rows and all(row.advice.permissive for row in household.rows)
    for row in household.rows:
        if isinstance(row.view.node, Outcome):
            assert faults(row.view.route, row.view.node) == []
    if out := household.left_out():
        assert household.without(out).joint.permissive
    assert steps(household)


@settings(max_examples=examples(300), deadline=None)
@given(facts() | facts(yes=True), st.data())
def test_een_ja_terugnemen_opent_nooit_iets(some: dict[str, str], data: st.DataObject) -> None:
    given_yes = [key for key, value in some.items() if ">" in key and value == "gegeven"]
    assume(given_yes)
    key = data.draw(st.sampled_from(given_yes))
    before = {row.person: row.advice for row in Household.of(some, SAFE).rows}
    for other in ("", *(id for id in DECISIONS if id not in ("gegeven", "niet-in-staat"))):
        changed = {k: (other if k == key else v) for k, v in some.items() if other or k != key}
        for row in Household.of(changed, SAFE).rows:
            assert before[row.person].permissive or not row.advice.permissive, (key, other, row.person)


@settings(max_examples=examples(200), deadline=None)
@given(st.dictionaries(st.text(max_size=12) | st.sampled_from(["kind-1.gezag", "moeder>kind-1", "kind-1.leeftijd"]),
                       st.text(max_size=12) | st.sampled_from([*DECISIONS, *AGES, "moeder+vader"]), max_size=12))  # fmt: skip
def test_damaged_facts_are_left_out_and_never_permit(damaged: dict[str, str]) -> None:
    household = Household.of(damaged, SAFE)
    assert clean(household.facts) == dict(household.facts)
    assert not household.joint.permissive
    assert json.loads(json.dumps(overview(household)))["samen"] == str(household.joint)


@pytest.mark.parametrize("unsure", UNSURE_AUTHORITY)
def test_who_holds_no_authority_says_nothing_about_a_child(unsure: str) -> None:
    """Such an answer, as "gi-voogd", is no person: only "gi" speaks for a guardian."""
    facts = {"kind-1.leeftijd": "0-11", "kind-1.gezag": unsure, f"{unsure}>kind-1": "gegeven"}
    assert f"{unsure}>kind-1" not in clean(facts)


def permitted() -> dict[str, str]:
    """A household in which all is said: the parents of two children, of whom one is 14."""
    return {
        "moeder.leeftijd": "18", "vader.leeftijd": "18", "kind-1.leeftijd": "0-11", "kind-2.leeftijd": "12-15",
        "kind-1.gezag": "moeder+vader", "moeder>moeder": "gegeven", "moeder>kind-1": "gegeven", "vader>vader": "gegeven",
        "vader>kind-1": "gegeven", "kind-2>kind-2": "gegeven", "geldigheid": "ja", "nagegaan": "ja",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind-1.leeftijd", "12-15"),
        ("kind-2.leeftijd", "16-17"),
        ("moeder.leeftijd", "16-17"),
        ("kind-1.gezag", "moeder"),
        ("kind-1.gezag", "vader"),
        ("kind-2>kind-2", "gegeven"),
        ("vader>kind-1", "gegeven"),
    ],
)
def test_a_later_change_asks_again_what_rests_on_it(key: str, value: str) -> None:
    household = Household.of(permitted(), SAFE)
    assert household.joint is Oordeel.MAG_ONDER_VOORWAARDEN
    changed = household.said({key: value})
    assert not changed.joint.permissive
    assert any(row.earlier for row in changed.rows) or any(row.missing for row in changed.rows)


def test_who_goes_away_takes_along_what_rests_on_him() -> None:
    gone = {key: value for key, value in permitted().items() if not key.startswith("vader.")}
    household = Household.of(gone, SAFE)
    assert set(household.facts) == {
        k for k in permitted() if "vader" not in k and k not in ("kind-1.gezag", "moeder>kind-1")
    }
    assert household.row("kind-1").missing == ("kind-1.gezag",)
    back = household.said({"kind-1.gezag": "moeder", "moeder>kind-1": "gegeven"})
    assert back.row("kind-1").earlier == ("geldigheid",)


DELEN = TREES["delen"]
GIVING = {"acuut-gevaar": "nee", "wens": "geven", "rol": "jeugdhulp", "ontvanger": "buiten", "soort-gegevens": "gewoon"}


def at(**changed: str) -> View:
    """The walk of `delen` so far, with some answers changed."""
    return view(DELEN, {**GIVING, **{key.replace("_", "-"): value for key, value in changed.items()}})


def test_another_receiver_task_or_kind_of_data_in_the_walk_asks_all_consent_again() -> None:
    household = Household.of({**Household.of({}, at()).facts, **permitted()}, at())
    assert household.joint is Oordeel.MAG_ONDER_VOORWAARDEN
    for walk in (at(rol="zorg"), at(soort_gegevens="gezondheid"), at(wens="gevraagd")):
        assert case_steps(walk)
        changed = Household.of(household.facts, walk)
        assert changed.joint is Oordeel.EERST_UITZOEKEN
        assert all(row.earlier for row in changed.rows)
        again = changed.confirmed()
        assert set(again) == {key for key in permitted() if ">" in key or key.endswith(".gezag")}
        sure = changed.said({key: changed.facts[key] for key in again})
        assert {row.earlier for row in sure.rows} == {("geldigheid",)}
        whole = sure.said({"geldigheid": "ja", "nagegaan": "ja"})
        assert whole.joint is Oordeel.MAG_ONDER_VOORWAARDEN
    assert Household.of(household.facts, at()).joint is Oordeel.MAG_ONDER_VOORWAARDEN


def test_the_overview_never_says_more_than_the_walk() -> None:
    for answers in (
        {**GIVING, "soort-gegevens": "straf"}, {**GIVING, "soort-gegevens": "bijzonder"}, {**GIVING, "rol": "weet-niet"},
        {**GIVING, "wens": "recht"}, {**GIVING, "wens": "mis"}, {**GIVING, "wens": "anders"}, {**GIVING, "wens": "weet-niet"},
        {**GIVING, "ontvanger": "ouder"}, {"acuut-gevaar": "ja"}, {"acuut-gevaar": "weet-niet"}, {},
    ):  # fmt: skip
        walk = view(DELEN, answers)
        household = Household.of({**Household.of({}, walk).facts, **permitted()}, walk)
        assert not household.joint.permissive, answers
        assert not any("Dan mag" in step or "Voor ieder is er" in step for step in steps(household)), answers
    for purpose in ("hulp", "avg", "ouder", "weet-niet"):
        walk = view(TOESTEMMING, {"acuut-gevaar": "nee", "waarvoor": purpose})
        household = Household.of({**Household.of({}, walk).facts, **permitted()}, walk)
        assert not household.joint.permissive
        assert "overzicht" in steps(household)[0]
    ended = view(
        TOESTEMMING, {"acuut-gevaar": "nee", "waarvoor": "geheim", "leeftijd": "18", "besluit-18": "geweigerd"}
    )
    household = Household.of({**Household.of({}, ended).facts, **permitted()}, ended)
    assert household.joint is Oordeel.NU_NIET
    assert "De boom hierboven zegt" in steps(household)[0]


def test_beside_a_way_that_a_law_opens_the_overview_asks_nobody() -> None:
    """Who is suspected is not asked, and nobody's no closes a duty: of every advice that needs no consent, on each path (R27, R58)."""
    found = {
        "moeder.leeftijd": "18", "vader.leeftijd": "18", "kind-1.leeftijd": "0-11", "kind-1.gezag": "moeder+vader",
        "moeder>moeder": "geweigerd", "moeder>kind-1": "geweigerd", "vader>vader": "niet-gevraagd", "vader>kind-1": "niet-gevraagd",
    }  # fmt: skip
    seen: set[str] = set()
    for route, outcome in walked(DELEN):
        if (
            outcome.way in NEEDS
            and NEEDS[outcome.way].consent is None
            and outcome.way is not Weg.MEEWERKEN
            and outcome.id not in seen
        ):
            seen.add(outcome.id)
            walk = view(DELEN, {step.question.id: step.answer.id for step in route})
            household = Household.of({**Household.of({}, walk).facts, **found}, walk)
            assert steps(household) == (NOT_FOR_THIS,), outcome.id
            assert not any(form.id.startswith("toestemming") for form in forms(walk, "", household)), outcome.id
    assert {"antwoord-vt", "delen-gi-moet", "delen-vt", "delen-rvdk", "wmo-moet", "vragen-mag", "delen-moet"} <= seen


def test_data_that_the_wmo_asks_consent_for_have_its_ages() -> None:
    """Of 12 to 15 years it is disputed whose consent that is (R56, R75, R121); from 16 on the young person's own."""
    walk = at(rol="lokaal-team", ontvanger="hulpverlener", meewerkend="wmo-voorziening", **{"soort-wmo": "gezondheid"})
    for age, advice in (("12-15", Oordeel.OVERLEG), ("16-17", Oordeel.MAG_ONDER_VOORWAARDEN)):
        found = {"kind-1.leeftijd": age, "kind-1>kind-1": "gegeven", "geldigheid": "ja", "nagegaan": "ja"}
        household = Household.of({**Household.of({}, walk).facts, **found}, walk)
        assert household.row("kind-1").advice is advice, steps(household)
    assert household.row("kind-1").decides == "kind 1 zelf"


def test_a_task_under_the_wmo_is_not_offered_the_row_of_the_other_laws() -> None:
    for role, offered in (("lokaal-team", False), ("zorg", True)):
        walk = at(rol=role)
        found = {
            **Household.of({}, walk).facts,
            "volwassene-1.leeftijd": "18",
            "volwassene-1>volwassene-1": "niet-in-staat",
        }
        (card,) = [card for card in cards(Household.of(found, walk)) if card.kind == "vertegenwoordiger"]
        assert (("partner" in dict((*card.choices, *card.more))), "wmo" in dict((*card.choices, *card.more))) == (
            offered,
            not offered,
        )
        wrong = Household.of({**found, "volwassene-1.vertegenwoordiger": "partner"}, walk).row("volwassene-1")
        assert (wrong.view.node.id == "vertegenwoordiger") is not offered


def test_unsafe_to_ask_the_person_himself_is_the_tree_s_own_advice() -> None:
    for age, question in zip(("12-15", "16-17", "18"), OWN, strict=True):
        found = {"kind-1.leeftijd": age, "kind-1>kind-1": "onveilig"}
        row = Household.of(found, SAFE).row("kind-1")
        assert row.view.node is TOESTEMMING.outcomes["vragen-onveilig"]
        assert row.view.route[-1].question.id == question


def asked(household: Household) -> list[Card]:
    """The cards that still want an answer."""
    return [card for card in cards(household) if card.state in ("open", "eerder")]


def test_the_cards_ask_all_that_is_missing_and_no_more() -> None:
    """Answering every open card with its first choice leads each case to an advice, and then nothing is asked."""
    for case in CASES.values():
        household = case.household()
        for _ in range(40):
            if not (waiting := asked(household)):
                break
            card = waiting[0]
            household = household.said(dict.fromkeys(card.keys, card.choices[0][0]))
        assert asked(household) == [], case.id
        if household.fits and household.danger:
            assert not any(row.missing or row.earlier for row in household.rows), case.id


def test_each_was_asked_and_says_yes_is_one_tap_and_overrules_nothing() -> None:
    found = {k: v for k, v in permitted().items() if ">" not in k and k not in ("geldigheid", "nagegaan")}
    household = Household.of({**found, "vader>vader": "geweigerd", "vader>kind-1": "geweigerd"}, SAFE)
    yes = all_yes(list(cards(household)))
    assert set(yes) == {"moeder>moeder", "moeder>kind-1", "kind-2>kind-2"}
    after = household.said(dict.fromkeys(yes, "gegeven"))
    assert after.row("kind-1").view.node.id == "oneens"
    assert all_yes(list(cards(after))) == ()


def test_what_to_do_stands_in_order() -> None:
    found = {
        **{f"{p}.leeftijd": "18" for p in ("moeder", "vader", "volwassene-1")}, "kind-1.leeftijd": "0-11",
        "kind-2.leeftijd": "0-11", "kind-1.gezag": "moeder+vader", "kind-2.gezag": "weet-niet",
        "moeder>moeder": "niet-gevraagd", "moeder>kind-1": "gegeven", "vader>vader": "geweigerd",
        "vader>kind-1": "geweigerd",
    }  # fmt: skip
    said = steps(Household.of(found, SAFE))
    order = ["Vader zegt nee", "Vraag moeder toestemming over de eigen gegevens", "Over kind 2: Zoek eerst uit wie gezag",
             "Vul nog in: wat andere volwassene 1 zegt"]  # fmt: skip
    assert [next(i for i, step in enumerate(said) if step.startswith(words)) for words in order] == [0, 1, 2, 3]


def ask(**request: Any) -> dict[str, Any]:
    """The answer to a request of the page."""
    found: dict[str, Any] = json.loads(handle(json.dumps({"doe": "huishouden", "boom": "toestemming", **request})))
    return found


def test_the_page_gets_rows_cards_steps_and_the_facts_back() -> None:
    good = ask(antwoorden={"acuut-gevaar": "nee"}, feiten=permitted())["goed"]
    assert good["samen"] == "mag, onder voorwaarden"
    assert [row["wie"] for row in good["personen"]] == ["moeder", "vader", "kind 1", "kind 2"]
    assert good["feiten"] == permitted()
    assert {card["stand"] for card in good["vragen"]} == {"klaar", "mag"}


@pytest.mark.parametrize("damaged", [None, [], "x", {"moeder.leeftijd": 18}, {"x" * 80: "18"}, {"a": "b" * 80},
                                     {str(n): "x" for n in range(401)}])  # fmt: skip
def test_damaged_input_gets_a_message_with_a_remedy(damaged: object) -> None:
    assert "Verwijder de personen" in ask(antwoorden={}, feiten=damaged)["fout"]


def test_more_than_twenty_persons_is_refused_with_a_remedy() -> None:
    many = {f"kind-{n}.leeftijd": "0-11" for n in range(1, 22)}
    assert "hoogstens twintig" in ask(antwoorden={}, feiten=many)["fout"]
    del many["kind-21.leeftijd"]
    assert len(ask(antwoorden={}, feiten=many)["goed"]["personen"]) == 20


def words() -> str:
    """What the page gets for some families, as a file to review."""
    shown = {id: overview(CASES[id].household()) for id in ("D18", "D25", "E078", "H06", "H10", "H14")}
    kept = ("personen", "samen", "verder", "zonderTekst")
    return json.dumps({id: {k: v[k] for k in kept} for id, v in shown.items()}, ensure_ascii=False, indent=1) + "\n"


def test_words_are_those_that_were_reviewed() -> None:
    """To renew them after a wanted change: `python -m tests.trees.test_household`, then read the difference."""
    assert words() == WORDS.read_text("utf-8")


if __name__ == "__main__":
    WORDS.write_text(words(), "utf-8")
