"""No wrong yes: what must hold on all paths of the trees and for random households. Each fails on a wrong tree.

`wrong_trees` at the end of the file proves the last sentence.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_trees.catalogue import TREES
from decision_trees.household import SHARED, Person, overview
from decision_trees.model import Oordeel, Question, Tree
from decision_trees.trees.delen import TREE as DELEN
from decision_trees.trees.toestemming import TREE as TOESTEMMING
from decision_trees.walk import answers_of, paths, view

CONSENT_QUESTIONS = ("besluit", "hulp-", "ouder-16-17")
REFUSED = {"geweigerd", "ingetrokken", "oneens", "een-trok-in", "jongere-nee", "wil-niet", "verzet"}


def no_permission_after(tree: Tree, wrong: Callable[[str, str], bool]) -> list[str]:
    """Paths with an answer for which `wrong(question, answer)` holds that nevertheless end in a permissive advice."""
    return [
        f"{outcome.id}: {answers_of(steps)}"
        for steps, outcome in paths(tree)
        if outcome.oordeel.permissive and any(wrong(s.question.id, s.answer.id) for s in steps)
    ]


def refusal_permits(tree: Tree) -> list[str]:
    """Paths on which a refusal or withdrawal in a question about consent ends in a permissive advice."""

    def wrong(question: str, answer: str) -> bool:
        return answer in REFUSED and question.removeprefix("t.").startswith(CONSENT_QUESTIONS)

    return no_permission_after(tree, wrong)


def doubt_permits(tree: Tree) -> list[str]:
    """Paths with "weet niet" that end in a permissive advice."""
    return no_permission_after(tree, lambda question, answer: answer == "weet-niet")


def permission_without_checks(tree: Tree) -> list[str]:
    """Permissive paths on which task, purpose, necessity and the least intrusive way were not affirmed."""

    def affirmed(answers: dict[str, str]) -> bool:
        if tree.id == "toestemming":
            return any(q.startswith(("nagegaan", "hulp-geldigheid")) and a == "ja" for q, a in answers.items())
        way = answers.get("minst-ingrijpend") in ("ja", "anoniem", "herleidbaar")
        known = answers.get("rol", "weet-niet") != "weet-niet"
        return known and answers.get("doel") == "ja" and answers.get("noodzaak") == "ja" and way

    return [
        str(answers_of(steps))
        for steps, outcome in paths(tree)
        if outcome.oordeel.permissive and not affirmed(answers_of(steps))
    ]


def help_permits_sharing(tree: Tree) -> list[str]:
    """Permissive advice about help or treatment that does not say that it is no consent to share (mistake 1, §1.1)."""
    return [
        outcome.id
        for steps, outcome in paths(tree)
        if outcome.oordeel.permissive
        and answers_of(steps).get("waarvoor") == "hulp"
        and "niet over het delen van informatie" not in outcome.sentence
    ]


def danger_waits(tree: Tree) -> list[str]:
    """Questions asked before, or after a yes to, acute danger."""
    first = tree.questions[tree.start]
    answer = first.answer("ja")
    target = tree.outcomes.get(answer.to) if answer else None
    good = first.id == "acuut-gevaar" and target is not None and target.oordeel is Oordeel.DIRECT_HANDELEN
    return [] if good else [first.id]


def silent_permission(tree: Tree) -> list[str]:
    """Permissive outcomes that do not say what to record or whom to tell."""
    return [o.id for o in tree.outcomes.values() if o.oordeel.permissive and not (o.record and o.tell)]


STRICTER_KINDS = ("gezondheid", "bijzonder", "straf", "politie", "bsn")


def sensitive_is_laxer(tree: Tree) -> list[str]:
    """Where special or criminal data get a more permissive advice than ordinary data, all else equal."""
    if "soort-gegevens" not in tree.questions:
        return []
    found = []
    seen: set[tuple[str, ...]] = set()
    for steps, outcome in paths(tree):
        answers = answers_of(steps)
        if answers.get("soort-gegevens") != "gewoon":
            continue
        key = tuple(f"{q}={a}" for q, a in answers.items() if q not in ("rol", "minst-ingrijpend"))
        if key in seen:
            continue
        seen.add(key)
        for kind in STRICTER_KINDS:
            other = {**answers, "soort-gegevens": kind}
            if "ontvanger" in answers:
                other["ontvanger-straf"] = answers["ontvanger"]
            node = view(tree, other).node
            if not isinstance(node, Question) and node.oordeel.permissive and not outcome.oordeel.permissive:
                found.append(f"{kind}: {answers}")
    return found


@pytest.fixture(params=TREES.values(), ids=TREES)
def tree(request: pytest.FixtureRequest) -> Tree:
    """Each tree in turn."""
    found = request.param
    assert isinstance(found, Tree)
    return found


def test_weigering_of_intrekking_leidt_nooit_tot_mag(tree: Tree) -> None:
    assert refusal_permits(tree) == []


def test_weet_niet_leidt_nooit_tot_mag(tree: Tree) -> None:
    assert doubt_permits(tree) == []


def test_geen_mag_zonder_taak_doel_noodzaak_en_minst_ingrijpende_weg(tree: Tree) -> None:
    assert permission_without_checks(tree) == []


def test_toestemming_voor_hulp_is_geen_toestemming_om_te_delen(tree: Tree) -> None:
    assert help_permits_sharing(tree) == []


def test_acuut_gevaar_wacht_nooit_op_toestemming_gezag_leeftijd_of_bekwaamheid(tree: Tree) -> None:
    assert danger_waits(tree) == []


def test_mag_zegt_altijd_wat_je_vastlegt_en_vertelt(tree: Tree) -> None:
    assert silent_permission(tree) == []


def test_gevoelige_gegevens_nooit_ruimer_dan_gewone(tree: Tree) -> None:
    assert sensitive_is_laxer(tree) == []


def person_answers() -> st.SearchStrategy[dict[str, str]]:
    """Answers about a person: any mix of answers that the tree knows, complete or not, fitting or not."""
    choices = {
        q.id: st.sampled_from([a.id for a in q.answers])
        for q in TOESTEMMING.questions.values()
        if q.id not in ("acuut-gevaar", "waarvoor")
    }
    return st.fixed_dictionaries({"leeftijd": choices.pop("leeftijd")}, optional=choices)


PERSONS = st.builds(Person, person_answers(), st.booleans())


@settings(max_examples=300, deadline=None)
@given(st.lists(PERSONS, max_size=6), PERSONS)
def test_iemand_toevoegen_maakt_het_advies_nooit_ruimer(persons: list[Person], added: Person) -> None:
    before, after = overview(persons), overview([*persons, added])
    if persons:
        assert after.joint.strictness >= before.joint.strictness
    if after.joint.permissive:
        assert all(row.advice.permissive for row in after.rows)


@settings(max_examples=300, deadline=None)
@given(st.lists(PERSONS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_de_volgorde_van_personen_maakt_niet_uit(persons: list[Person], random: object) -> None:
    assert overview(persons).joint == overview(list(reversed(persons))).joint


@settings(max_examples=300, deadline=None)
@given(PERSONS, st.sampled_from(sorted(REFUSED - {"wil-niet", "jongere-nee"})))
def test_weigering_in_een_huishouden_nooit_ruimer_dan_toestemming(person: Person, refusal: str) -> None:
    before = overview([person])
    for question in TOESTEMMING.questions.values():
        if question.id.startswith("besluit") and question.answer(refusal):
            changed = Person({**person.answers, question.id: refusal})
            after = overview([changed])
            if any(step.question.id == question.id for step in after.rows[0].view.route):
                assert not after.joint.permissive
                assert after.joint.strictness >= before.joint.strictness or not before.joint.permissive


@settings(max_examples=200, deadline=None)
@given(st.lists(PERSONS, min_size=1, max_size=5))
def test_een_onbeantwoorde_vraag_is_nooit_mag(persons: list[Person]) -> None:
    for row in overview(persons).rows:
        if isinstance(row.view.node, Question):
            assert row.advice is Oordeel.EERST_UITZOEKEN
        assert set(SHARED) <= {step.question.id for step in row.view.route}


def altered(tree: Tree, question: str, answer: str, to: str) -> Tree:
    """A deliberately wrong tree: one answer leads elsewhere."""
    node = tree.questions[question]
    answers = tuple(dataclasses.replace(a, to=to) if a.id == answer else a for a in node.answers)
    return dataclasses.replace(tree, questions={**tree.questions, question: dataclasses.replace(node, answers=answers)})


def silent(tree: Tree, outcome: str) -> Tree:
    """A deliberately wrong tree: an outcome that does not say whom to tell."""
    node = dataclasses.replace(tree.outcomes[outcome], tell=())
    return dataclasses.replace(tree, outcomes={**tree.outcomes, outcome: node})


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        (refusal_permits, altered(TOESTEMMING, "besluit-12-15", "geweigerd", "geldigheid")),
        (refusal_permits, altered(DELEN, "t.besluit-twee", "oneens", "vertellen-toestemming")),
        (doubt_permits, altered(TOESTEMMING, "gezag", "weet-niet", "besluit-een")),
        (doubt_permits, altered(DELEN, "meewerkend", "weet-niet", "vertellen-meewerkend")),
        (permission_without_checks, altered(TOESTEMMING, "geldigheid", "ja", "toestemming-geldig")),
        (permission_without_checks, altered(DELEN, "noodzaak", "nee", "minst-ingrijpend")),
        (help_permits_sharing, altered(TOESTEMMING, "hulp-16-17", "gegeven", "geldigheid")),
        (danger_waits, altered(DELEN, "acuut-gevaar", "ja", "rol")),
        (silent_permission, silent(DELEN, "delen-gi-moet")),
        (sensitive_is_laxer, altered(DELEN, "soort-gegevens", "straf", "delen-taak")),
    ],
)
def test_each_property_fails_on_a_wrong_tree(rule: Callable[[Tree], list[str]], wrong: Tree) -> None:
    assert rule(wrong)
