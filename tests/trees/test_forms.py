"""Forms: consent is asked where consent is the way and nowhere else, and no word stands on a form by itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from decision_trees.catalogue import TREES
from decision_trees.forms.consent import SIGNERS, consent_form, decider
from decision_trees.forms.dates import dates_of
from decision_trees.forms.leak import partners_form, persons_form, register_form
from decision_trees.forms.model import Form, Kind, Taken, version_of
from decision_trees.forms.offered import GIVING, STILL_TO_ASK, asks_for_consent, empty_forms, forms
from decision_trees.forms.rights import decision_form, extension_form, receipt_form
from decision_trees.forms.word import word_file
from decision_trees.gesprekken import TALKS
from decision_trees.household import Household
from decision_trees.meaning import (
    Beslist,
    Leeftijd,
    Lek,
    Ontvanger,
    Recht,
    Soort,
    Stand,
    Taak,
    Termijn,
    Toestemming,
    Twijfel,
    Verteld,
    Weg,
    Wens,
)
from decision_trees.model import Oordeel, Outcome, Question, Source, Tree
from decision_trees.proof import CLOSED
from decision_trees.service import handle
from decision_trees.talks import Kind as TalkKind
from decision_trees.talks import check_talks, origin_of
from decision_trees.terms import deadlines, moment
from decision_trees.walk import View, answers_of, said_on, view
from tests.trees.reach import walked

PUBLISHED = frozenset((Path(__file__).parents[2] / "bron" / "adressen.txt").read_text("utf-8").splitlines())
ASKING = frozenset(
    f"toestemming/{id}"
    for id in (
        "vraag-jongere", "vraag-volwassene", "vraag-gezag", "vraag-beiden", "vraag-ander", "vraag-gi",
        "vraag-vertegenwoordiger", "opnieuw-specifiek", "opnieuw-vrij", "verondersteld",
    )
)  # fmt: skip
YOUNG = {"acuut-gevaar": "nee", "waarvoor": "geheim", "leeftijd": "12-15", "besluit-12-15": "niet-gevraagd"}


@cache
def ends() -> tuple[View, ...]:
    """Of each tree every path, as a view."""
    return tuple(
        View(tree, outcome, steps, {}, {}, "", (0, 0)) for tree in TREES.values() for steps, outcome in walked(tree)
    )


@cache
def samples() -> tuple[View, ...]:
    """Of each tree, for each outcome and each last question, a path with the fewest and one with the most answers."""
    found: dict[tuple[str, str, str], View] = {}
    for end in ends():
        key = (end.tree.id, end.node.id, end.route[-1].question.id)
        short, long = found.get(key), found.get((*key[:2], f"{key[2]}+"))
        found[key] = end if short is None or len(end.route) < len(short.route) else short
        found[*key[:2], f"{key[2]}+"] = end if long is None or len(end.route) > len(long.route) else long
    return tuple(found.values())


def outcome_of(end: View) -> Outcome:
    assert isinstance(end.node, Outcome)
    return end.node


def test_a_consent_form_is_offered_where_the_advice_is_to_ask_and_nowhere_else() -> None:
    sheets = check_talks(TALKS, TREES)
    for end in ends():
        name = origin_of(end.tree, outcome_of(end))
        asks = name in ASKING and Wens.HULP not in said_on(end.route)
        assert asks_for_consent(end) is asks, (name, answers_of(end.route))
        if asks:
            assert sheets[name].kind is TalkKind.VRAAGT


def test_a_consent_form_never_stands_where_something_else_closes_the_way() -> None:
    for end in ends():
        if asks_for_consent(end):
            said = said_on(end.route) - STILL_TO_ASK
            doubt = {Twijfel.WEET_NIET} if end.route[-1].answer.doubt else set()
            assert outcome_of(end).oordeel is Oordeel.NU_NIET
            assert not (said & {*CLOSED}) - doubt, answers_of(end.route)
            assert said.isdisjoint((Soort.STRAF, Soort.BIJZONDER, Soort.POLITIE, Soort.BSN))


def reach(tree: Tree, id: str, seen: set[str]) -> set[str]:
    """All nodes that can follow a node."""
    if id not in seen:
        seen.add(id)
        node = tree.node(id)
        for answer in node.answers if isinstance(node, Question) else ():
            reach(tree, answer.to, seen)
    return seen


def test_where_a_consent_form_is_offered_a_yes_can_lead_to_a_permission() -> None:
    for end in samples():
        if asks_for_consent(end):
            step = decider(end)
            assert step is not None
            yes = [a for a in step.question.answers if {*a.says} & {Toestemming.GEGEVEN, Toestemming.VAN_EEN}]
            after = {id for answer in yes for id in reach(end.tree, answer.to, set())}
            ways = {end.tree.outcomes[id].way for id in after if id in end.tree.outcomes}
            assert ways & {Weg.TOESTEMMING, Weg.EEN_OUDER}


def test_who_may_sign_is_who_decides() -> None:
    assert set(SIGNERS) == {*Beslist} - {Beslist.JONGERE_EN_GEZAG, Beslist.IEDEREEN_MET_GEZAG}
    for end in samples():
        if asks_for_consent(end):
            step = decider(end)
            assert step and step.question.decides
            words = " ".join(consent_form(view=end).words)
            assert SIGNERS[step.question.decides] in words
            said = said_on(end.route)
            if Leeftijd.TOT_12 in said:
                assert step.question.decides in (Beslist.TWEE_GEZAG, Beslist.EEN_GEZAG, Beslist.GI_VOOGD)
                assert "Wat vindt het kind" in words


def resolves(end: View, taken: Taken, known: set[str]) -> bool:
    """Whether words that a form says it took stand where it says."""
    kind, _, place = taken.place.partition(" ")
    match kind:
        case "antwoord":
            question, _, answer = place.partition("/")
            found = end.tree.questions[question].answer(answer)
            return found is not None and found.text == taken.text
        case "vraag":
            return end.tree.questions[place].text == taken.text
        case "uitkomst":
            id, _, part = place.partition("/")
            value = getattr(end.tree.outcomes[id], part)
            return taken.text == value or (isinstance(value, tuple) and taken.text in value)
        case "boom":
            return version_of(TREES[place]) == taken
        case "huishouden":
            return taken.text in known
    return False


def untraced(end: View, form: Form, known: set[str]) -> Iterator[str]:
    """The words of a form that no provision, law, answer or advice stands behind."""
    for block in form.blocks:
        words = " ".join((block.text, *block.items))
        for basis in block.rests:
            if isinstance(basis, Source):
                if basis.provision and basis.provision not in PUBLISHED:
                    yield f"{basis.provision} is not published"
            elif not resolves(end, basis, known):
                yield f"{basis} does not stand there"
        taken = sorted((b.text for b in block.rests if isinstance(b, Taken)), key=len, reverse=True)
        for text in taken:
            words = words.replace(text, "")
        if not any(isinstance(basis, Source) for basis in block.rests) and re.search(r"\w", words):
            yield words
        if not block.rests:
            yield f"nothing behind: {words}"


FAMILY = {
    "boom.waarvoor": "geheim",
    "moeder.leeftijd": "18", "vader.leeftijd": "18", "kind-1.leeftijd": "0-11", "kind-2.leeftijd": "12-15",
    "kind-1.gezag": "moeder+vader", "moeder>moeder": "gegeven", "vader>vader": "niet-gevraagd",
    "moeder>kind-1": "gegeven", "vader>kind-1": "niet-gevraagd", "kind-2>kind-2": "niet-gevraagd",
    "geldigheid": "ja", "nagegaan": "ja",
}  # fmt: skip
NO_DANGER = view(TREES["toestemming"], {"acuut-gevaar": "nee", "waarvoor": "geheim"})


def family(**changed: str) -> Household:
    """The family, with facts said anew."""
    return Household.of({**FAMILY, **changed}, NO_DANGER)


def household_words(household: Household) -> set[str]:
    """What the overview says of each person."""
    found = {row.name for row in household.rows}
    for row in household.rows:
        said = "".join(f"{who}: {what}. " for who, what in row.said)
        found |= {f"{row.name}, {row.age}", f"beslist: {row.decides}. {said}Advies: {row.advice}. {row.status}."}
    return found


def test_every_word_of_every_form_rests_on_a_provision_a_law_an_answer_or_the_advice() -> None:
    for end in samples():
        for form in forms(end, "24 november 2026"):
            assert [*untraced(end, form, set())] == [], form.id
    for form in empty_forms():
        assert [*untraced(NO_DANGER, form, set())] == [], form.id
    household = family()
    end = next(end for end in samples() if end.tree.id == "toestemming" and end.node.id == "vraag-gezag")
    for form in forms(end, "x", household):
        assert [*untraced(end, form, household_words(household))] == [], form.id


def test_a_word_with_nothing_behind_it_is_found() -> None:
    end = samples()[0]
    form = consent_form(view=end)
    block = form.blocks[0]
    loose = replace(form, blocks=(replace(block, rests=()),))
    lie = replace(form, blocks=(replace(block, rests=(Taken("antwoord acuut-gevaar/ja", "Nee"),)),))
    assert [*untraced(end, loose, set())] and [*untraced(end, lie, set())]


def test_the_consent_form_has_what_article_6_4_asks() -> None:
    for form in (consent_form(), consent_form(view=view(TREES["toestemming"], YOUNG))):
        rests = {basis.provision for block in form.blocks for basis in block.rests if isinstance(basis, Source)}
        assert {f"privacyprotocol/artikel-6/lid-4-{letter}" for letter in "abcd"} <= rests
        words = " ".join(form.words)
        for asked in (
            "Waarvoor (het doel", "Welke gegevens", "Aan wie", "Tot wanneer", "vrij om nee te zeggen",
            "geen gevolgen voor de hulp", "altijd intrekken, zonder reden", "Intrekken kan bij", "wie mag tekenen",
            "met eigen hand", "Naam, en in welke rol ik beslis", "Vastgelegd door", "Nee, ik geef geen toestemming",
        ):  # fmt: skip
            assert asked in words, asked


def test_who_signs_reads_no_list_of_receivers_or_kinds_of_data_that_was_only_tapped() -> None:
    for end in samples():
        if asks_for_consent(end):
            words = [*consent_form(view=end).words]
            mine = words[: words.index("5. Vastgelegd door wie het vroeg")]
            tapped = {step.answer.text for step in end.route if {*step.answer.says} & {*Ontvanger, *Soort, *Taak}}
            assert tapped.isdisjoint(mine), answers_of(end.route)


def test_each_decider_in_a_household_who_was_not_asked_gets_a_form_for_each_person() -> None:
    asked = [form for form in forms(NO_DANGER, "x", family()) if form.id.startswith("toestemming")]
    assert [(form.id, form.about) for form in asked] == [
        ("toestemming.vader.vader", "vader, over vader"),
        ("toestemming.vader.kind-1", "vader, over kind 1"),
        ("toestemming.kind-2.kind-2", "kind 2, over kind 2"),
    ]
    general = [form.id for form in forms(NO_DANGER, "x", family(**{"geldigheid": "algemeen", "vader>vader": "gegeven",
               "vader>kind-1": "gegeven", "kind-2>kind-2": "gegeven"}))]  # fmt: skip
    assert general[:4] == ["toestemming.moeder.moeder", "toestemming.vader.vader", "toestemming.moeder.kind-1",
                           "toestemming.vader.kind-1"]  # fmt: skip


@pytest.mark.parametrize("said", ["geweigerd", "ingetrokken", "onveilig", "onbereikbaar", "niet-in-staat-verzet"])
def test_who_refuses_is_unsafe_or_resists_gets_no_form(said: str) -> None:
    household = family(**{"vader>vader": said, "vader>kind-1": "geweigerd", "kind-2>kind-2": "geweigerd"})
    assert not [form for form in forms(NO_DANGER, "x", household) if form.id.startswith("toestemming")]


def test_in_danger_or_for_help_a_household_gets_no_consent_form() -> None:
    for answers in (
        {"acuut-gevaar": "ja"}, {"acuut-gevaar": "weet-niet"}, {"acuut-gevaar": "nee", "waarvoor": "hulp"},
        {"acuut-gevaar": "nee", "waarvoor": "avg"}, {},
    ):  # fmt: skip
        walk = view(TREES["toestemming"], answers)
        made = forms(walk, "x", Household.of(FAMILY, walk))
        assert not [form for form in made if form.id.startswith("toestemming")], answers


def test_a_message_goes_only_with_what_may_go_and_says_when_the_person_does_not_know() -> None:
    for end in samples():
        outcome = outcome_of(end)
        found = {form.id: " ".join(form.words) for form in forms(end, "x")}
        assert ("bericht" in found) == (outcome.way in GIVING)
        if "bericht" in found:
            assert outcome.oordeel.permissive
            later = Verteld.LATER in said_on(end.route)
            assert ("Nog niet, en dat kan nu niet" in found["bericht"]) == later
            assert ("ingetrokken" in found["bericht"]) == (outcome.way in (Weg.TOESTEMMING, Weg.EEN_OUDER))
        assert "afwegingsverslag" in found


def test_the_record_holds_every_answer_and_all_that_the_advice_says() -> None:
    for end in samples():
        outcome = outcome_of(end)
        [record] = [form for form in forms(end, "24 november 2026") if form.id == "afwegingsverslag"]
        words = [*record.words]
        for step in end.route:
            assert step.question.text in words and step.answer.text in words
        for text in (*outcome.steps, *outcome.record, *outcome.tell, *outcome.change):
            assert text in words
        assert any("24 november 2026" in text and "nog niet getoetst" in text for text in words)
        if outcome.ask:
            assert outcome.ask in words
        names = [name for block in record.blocks if block.kind is Kind.PAIRS for name, _ in block.in_pairs]
        assert [name for name in names if not re.search(r"[^?.:][?.:]$", name)] == []


def test_no_form_asks_for_a_name_on_the_screen_or_a_birth_date() -> None:
    for form in empty_forms():
        words = " ".join(form.words).lower()
        assert "geboortedatum" not in words and "bsn:" not in words
        assert any(block.kind is Kind.BLANK for block in form.blocks)


def test_a_form_says_no_word_of_a_wrong_yes() -> None:
    for form in (*empty_forms(), consent_form(view=view(TREES["toestemming"], YOUNG))):
        words = " ".join(form.words).lower()
        for wrong in ("alle partners", "alle gegevens", "stilzwijgend", "automatisch", "wordt verondersteld"):
            assert wrong not in words, form.id


def test_the_word_file_holds_the_same_words_and_is_the_same_each_time() -> None:
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for form in (*empty_forms(), *forms(samples()[0], "x"), *forms(NO_DANGER, "x", family())):
        body = word_file(form)
        assert body == word_file(form)
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            assert archive.testzip() is None
            roots = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 (our own)
        text = "".join(part.text or "" for part in roots["word/document.xml"].iter(f"{space}t"))
        for words in form.words:
            assert words in text, words
        assert len(body) < 40_000


def test_the_service_gives_forms_and_one_as_a_word_file() -> None:
    asked = '{"doe":"formulieren","boom":"toestemming","antwoorden":%s,"feiten":null,"datum":"1 mei 2026"%s}'
    answers = str(YOUNG).replace("'", '"')
    assert '"id": "toestemming"' in handle(asked % (answers, ""))
    assert "UEsDB" in handle(asked % (answers, ',"welk":"toestemming"'))  # what a zip begins with, in base64
    assert handle(asked % (answers, ',"welk":"bericht"')) == (
        '{"fout": "Dit formulier hoort niet bij dit advies. Open de formulieren opnieuw."}'
    )
    assert '"formulieren": []' in handle(asked % ("{}", ""))
    assert "beschadigd" in handle(asked.replace("null", "[1]") % ("{}", ""))


def clocks() -> list[View]:
    """Every path of the trees about leaks and requests."""
    return [end for end in ends() if end.tree.id in ("datalek", "rechten")]


def offered(end: View) -> set[str]:
    """The kinds of forms at an end, the record of the weighing left out."""
    return {form.id for form in forms(end, "x")} - {"afwegingsverslag"}


def test_a_leak_gives_a_note_for_the_register_and_a_message_to_each_who_must_hear_it() -> None:
    for end in clocks():
        terms = set(outcome_of(end).terms)
        assert ("lekregister" in offered(end)) == (Termijn.MELD_INTERN in terms)
        assert ("lekpartners" in offered(end)) == (Termijn.PARTNERS in terms or end.node.id == "lek-te-laat")
        assert ("lekbetrokkenen" in offered(end)) == (Termijn.BETROKKENEN in terms)


LEAK_FORMS = {form.id for form in (register_form(), partners_form(), persons_form())}
REQUEST_FORMS = {form.id for form in (receipt_form(), extension_form(), decision_form())}


OF_THE_SENDER = re.compile(r"Voor jou, niet|niet voor in de brief|Stuur deze brief")


def test_no_letter_holds_what_is_for_who_writes_it() -> None:
    """A family or a partner reads neither a question that the writer was asked, nor what he must do, record or tell."""
    answers = {
        a.text for tree in TREES.values() for q in tree.questions.values() for a in q.answers if len(a.text) > 12
    }
    letters = LEAK_FORMS - {"lekregister"} | REQUEST_FORMS | {"bericht"}
    assert letters == {form.id for form in empty_forms()} - {
        "toestemming", "intrekken", "afwegingsverslag", "lekregister",
    }  # fmt: skip
    for end in samples():
        outcome = outcome_of(end)
        own = {s.question.text for s in end.route} | {*outcome.steps, *outcome.record, *outcome.tell, *outcome.change}
        happened = {s.answer.text for s in end.route if any(isinstance(value, Lek) for value in s.answer.says)}
        for form in forms(end, "x"):
            if form.id in letters:
                words = {*form.words}
                assert not words & own, (form.id, words & own)
                assert not words & answers - (happened if form.id == "lekpartners" else set()), form.id
    for form in empty_forms():
        if form.id in letters:
            assert not OF_THE_SENDER.search(" ".join(form.words)), form.id


def test_a_letter_about_a_request_is_offered_to_who_answers_one_and_a_form_of_a_leak_to_who_has_one() -> None:
    for end in ends():
        found, said = offered(end), said_on(end.route)
        if end.tree.id == "datalek" or Wens.RECHT not in said:
            assert not found & REQUEST_FORMS, answers_of(end.route)
        if end.tree.id == "rechten" or Wens.RECHT in said:
            assert not found & LEAK_FORMS, answers_of(end.route)
        if end.tree.id == "delen" and found & LEAK_FORMS:
            assert Wens.MIS in said


TO_PARTNERS = re.compile(
    r"(De|je|bij de|de) partners(: nu\.| binnen 24|: binnen 24|: zo snel|: uiterlijk|\.|$)|partners, (tenzij|als)"
)


def test_each_advice_about_a_leak_that_has_the_partners_told_has_the_message_to_them() -> None:
    found: set[str] = set()
    for end in ends():
        outcome = outcome_of(end)
        leak = end.tree.id == "datalek" or Wens.MIS in said_on(end.route)
        if leak and any(TO_PARTNERS.search(text) for text in (*outcome.steps, *outcome.tell)):
            found.add(f"{end.tree.id}/{outcome.id}")
            assert "lekpartners" in offered(end), answers_of(end.route)
    assert {
        "datalek/lek-te-laat",
        "datalek/lek-gevaar",
        "datalek/lek-herstel",
        "delen/datalek",
        "delen/herstellen",
    } <= found
    late = next(end for end in clocks() if end.node.id == "lek-te-laat")
    assert "Wij melden het nu." in " ".join(partners_form(late).words)


def test_each_advice_that_has_a_request_confirmed_has_the_letter_for_it() -> None:
    found: set[str] = set()
    for end in ends():
        outcome = outcome_of(end)
        if any(text.startswith("Bevestig het verzoek") for text in outcome.steps):
            found.add(f"{end.tree.id}/{outcome.id}")
            assert "ontvangst" in offered(end), answers_of(end.route)
    assert {"rechten/dag-uitzoeken", "rechten/overleden", "rechten/wie-overleg", "delen/wissen-overleg"} <= found
    dead = next(end for end in clocks() if end.node.id == "overleden")
    words = " ".join(receipt_form(dead).words)
    assert "uiterlijk op" not in words and "Wie u antwoord geeft" in words  # no term of the GDPR runs for who died


def test_a_letter_names_the_days_that_follow_from_the_moment_that_the_reader_gave() -> None:
    """The same days as the terms under the advice; of a moment that is no moment, or a term that has passed, no day."""
    now = 1_795_700_000_000  # 26 November 2026
    given = dates_of("2026-11-24T09:15", now)
    end = next(
        end for end in clocks() if Termijn.VERLENGD in outcome_of(end).terms and Stand.LOOPT in said_on(end.route)
    )
    made = {form.id: [*form.words] for form in forms(end, "x", None, given)}
    for id, said in (("ontvangst", "dinsdag 24 november 2026"), ("ontvangst", "donderdag 24 december 2026"),
                     ("verlenging", "dinsdag 24 november 2026")):  # fmt: skip
        assert said in made[id], (id, said)
    assert "U krijgt antwoord uiterlijk op (hoogstens woensdag 24 februari 2027)" in made["verlenging"]
    shown = {one.term: one.date for one in deadlines(end, moment("2026-11-24T09:15"), now // 60_000)}
    assert shown[Termijn.ANTWOORD] == "tot en met donderdag 24 december 2026"
    leak = next(end for end in clocks() if end.node.id == "lek-risico-partners")
    for form in forms(leak, "x", None, given):
        if form.id in ("lekregister", "lekpartners"):
            assert "dinsdag 24 november 2026, 9.15 uur" in form.words
    for walk in (end, leak):
        for form in forms(walk, "x", None, given):
            assert [*untraced(walk, form, set())] == [], form.id
    late = {form.id: [*form.words] for form in forms(end, "x", None, dates_of("2026-01-05T09:15", now))}
    assert "maandag 5 januari 2026" in late["ontvangst"] and "U krijgt antwoord uiterlijk op (dag)" in late["ontvangst"]
    plain = forms(end, "x")
    for since, present in (
        ("", now),
        ("2026-02-30T10:00", now),
        ("2027-01-01T10:00", now),
        (None, now),
        ("2026-11-24T09:15", "x"),
    ):
        assert forms(end, "x", None, dates_of(since, present)) == plain


def test_who_takes_consent_back_gets_the_note_for_it_in_each_tree() -> None:
    found = {end.tree.id for end in ends() if {Recht.INTREKKEN, Toestemming.INGETROKKEN} & said_on(end.route)}
    assert found == {"delen", "rechten", "toestemming"}
    for end in ends():
        if {Recht.INTREKKEN, Toestemming.INGETROKKEN} & said_on(end.route):
            assert "intrekken" in offered(end), answers_of(end.route)


def test_an_extension_is_offered_only_while_it_can_be_announced_and_a_refusal_has_its_ground_on_the_letter() -> None:
    refusals = 0
    for end in clocks():
        said, outcome = said_on(end.route), outcome_of(end)
        if said & {Stand.VERLENGD, Stand.VOORBIJ}:
            assert "verlenging" not in offered(end)
        elif "verlenging" in offered(end):
            assert Termijn.VERLENGING in outcome.terms and "ontvangst" in offered(end)
        if outcome.refuses:
            refusals += 1
            words = " ".join(next(form for form in forms(end, "x") if form.id == "besluit").words)
            assert outcome.refuses.value in words and "Autoriteit Persoonsgegevens" in words and "zes weken" in words
    assert refusals > 20


def test_the_answer_that_is_late_says_so_and_the_persons_letter_has_what_the_law_asks() -> None:
    late = next(end for end in clocks() if end.tree.id == "rechten" and end.node.id == "termijn-voorbij")
    assert "eerder moeten krijgen" in " ".join(decision_form(late).words)
    words = " ".join(persons_form().words)
    for asked in ("Wat er gebeurde", "voor u kan betekenen", "Wat wij deden", "Wat u zelf kunt doen", "kunt bellen"):
        assert asked in words
