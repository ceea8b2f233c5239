"""What-if that cannot lie: a changed answer takes along no consent, validity, weighing or telling that rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

import pytest

from decision_trees.catalogue import TREES
from decision_trees.meaning import Afweging, Gezag, Leeftijd, Ontvanger, Soort, Taak, Toestemming, Verteld, Wens
from decision_trees.model import Outcome, Question, Tree
from decision_trees.walk import View, answered, answers_of, view
from tests.trees.reach import walked

CASE: set[type[Enum]] = {Wens, Taak, Ontvanger, Soort, Leeftijd, Gezag}
"""What consent is about: purpose and task, receiver, data, person and age."""
RESTS: set[type[Enum]] = {Toestemming, Afweging, Verteld}
"""What must be said again when one of those changes."""


LARGE = frozenset({"delen", "toestemming"})
"""Trees in which these tests must find much to change, so that they cannot pass on nothing; a new tree may be small."""


def permissive_paths(tree: Tree) -> Iterator[dict[str, str]]:
    """The answers of each permissive path; of roles that lead to the same question only one, to keep it short."""
    for steps, outcome in walked(tree):
        role = next((s.answer.id for s in steps if s.question.id == "rol"), "")
        if outcome.oordeel.permissive and role in ("", "lokaal-team", "wmo", "gi", "vt"):
            yield answers_of(steps)


def changes(tree: Tree, answers: Mapping[str, str]) -> Iterator[tuple[Question, str]]:
    """Each question that was answered with each other answer."""
    for id, given in answers.items():
        for answer in tree.questions[id].answers:
            if answer.id != given:
                yield tree.questions[id], answer.id


def older(seen: View, answers: Mapping[str, str], changed: Question) -> list[str]:
    """Questions on the route that say consent, weighing or telling and were answered before the change."""
    order = list(answers)
    return [
        step.question.id
        for step in seen.route
        if {type(value) for value in step.answer.says} & RESTS
        and order.index(step.question.id) < order.index(changed.id)
    ]


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_geen_mag_met_toestemming_geldigheid_of_vertellen_van_voor_de_wijziging(tree: Tree) -> None:
    pairs = stopped = 0
    for answers in permissive_paths(tree):
        for question, answer in changes(tree, answers):
            if not question.about & CASE:
                continue
            pairs += 1
            now = answered(answers, question.id, answer)
            seen = view(tree, now)
            stopped += bool(seen.earlier)
            if isinstance(seen.node, Outcome) and seen.node.oordeel.permissive:
                assert older(seen, now, question) == [], (answers, question.id, answer)
    assert tree.id not in LARGE or (pairs > 100 and stopped > 20), (pairs, stopped)


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_wie_alles_bevestigt_komt_weer_bij_een_advies_en_verliest_niets(tree: Tree) -> None:
    """After a change each question that rests on it is shown with the earlier answer; confirming is one step each."""
    confirmed = 0
    for number, answers in enumerate(permissive_paths(tree)):
        if number % 7 and tree.id == "delen":
            continue
        for question, answer in changes(tree, answers):
            now = answered(answers, question.id, answer)
            seen = view(tree, now)
            for _ in range(len(answers)):
                if not seen.earlier:
                    break
                assert isinstance(seen.node, Question) and now[seen.node.id] == seen.earlier
                now = answered(now, seen.node.id, seen.earlier)
                seen = view(tree, now)
                confirmed += 1
            assert not seen.earlier
            assert set(now) == set(answers)
    assert tree.id not in LARGE or confirmed > 20


def test_review_35_a_yes_for_school_is_no_yes_for_another_receiver_and_health_data() -> None:
    tree = TREES["delen"]
    answers = {
        "acuut-gevaar": "nee", "wens": "geven", "rol": "jeugdhulp", "ontvanger": "buiten", "soort-gegevens": "gewoon",
        "t.leeftijd": "16-17", "t.besluit-16-17": "gegeven", "t.geldigheid": "ja", "afweging": "ja",
    }  # fmt: skip
    assert view(tree, answers).node.id == "delen-met-toestemming"
    health = answered(answers, "soort-gegevens", "gezondheid")
    assert (view(tree, health).node.id, view(tree, health).earlier) == ("t.besluit-16-17", "gegeven")
    other = answered({**answers, "meewerkend": "nee"}, "ontvanger", "hulpverlener")
    assert view(tree, other).earlier
    again = answered(answered(health, "t.besluit-16-17", "gegeven"), "t.geldigheid", "ja")
    assert (view(tree, again).node.id, view(tree, again).earlier) == ("afweging", "ja")
    assert view(tree, answered(again, "afweging", "ja")).node.id == "delen-met-toestemming"


def test_each_question_about_consent_weighing_or_telling_says_what_it_rests_on() -> None:
    for tree in TREES.values():
        for question in tree.questions.values():
            if question.about & RESTS:
                assert question.rests_on, f"{tree.id}: {question.id}"
