"""What an advice must ask and say, over all paths and outcomes: what a sceptic missed, held for the kind it is of."""

from __future__ import annotations

import re

import pytest

from decision_trees.bronnen import BEVEILIGD, GEHEIME_PLEK, NIETS_BEVESTIGEN
from decision_trees.catalogue import TREES
from decision_trees.meaning import Ontvanger, Soort, Weg, Wens
from decision_trees.model import Oordeel, Outcome, wet
from decision_trees.trees.delen.soort import ANDERE_ONTVANGER
from decision_trees.walk import said_on
from tests.trees.reach import walked

CONSENT = (Weg.TOESTEMMING, Weg.EEN_OUDER)


def outcomes() -> tuple[Outcome, ...]:
    """Every outcome of every tree."""
    return tuple(outcome for tree in TREES.values() for outcome in tree.outcomes.values())


@pytest.mark.parametrize("rule", ["R63", "R171"])
def test_consent_opens_only_what_is_for_ones_own_task_and_stays_where_the_avg_holds(rule: str) -> None:
    """Research, evaluation, the press and other countries have rules of their own, also with a yes: who comes for them has
    that to say (R63, R171)."""
    for tree in TREES.values():
        for steps, outcome in walked(tree):
            if outcome.way in CONSENT:
                ways_out = [a for step in steps for a in step.question.answers if rule in a.rules]
                assert ways_out, (tree.id, [step.question.id for step in steps])
                assert not any(getattr(tree.node(a.to), "way", None) for a in ways_out)


def test_own_use_asks_for_whom_the_data_were_given() -> None:
    """The old file of a brother, or of a neighbour's child, is no data for this task (R7, R8, R21)."""
    seen = 0
    for steps, outcome in walked(TREES["delen"]):
        if outcome.way is Weg.EIGEN_GEBRUIK:
            seen += 1
            ways_out = [a for step in steps for a in step.question.answers if {"R7", "R8", "R21"} <= set(a.rules)]
            assert ways_out and not any(getattr(TREES["delen"].node(a.to), "way", None) for a in ways_out)
    assert seen


def test_who_asks_the_age_for_sharing_says_which_day_counts() -> None:
    """A birthday between asking and sharing changes who decides (R75)."""
    asked = [q for tree in TREES.values() for q in tree.questions.values() if re.search(r"(^|\.|-)leeftijd$", q.id)]
    sharing = [q for q in asked if "hulp" not in q.id]
    assert {q.id for q in sharing} >= {"leeftijd", "ouder-leeftijd", "avg-leeftijd", "t.ouder-leeftijd"}
    for question in sharing:
        assert "op de dag van" in " ".join(f"{question.text} {question.why}".split()) and "R75" in question.rules, (
            question.id
        )


SENT = frozenset(Weg) - {
    Weg.ANONIEM, Weg.ADVIES, Weg.OPNAME, Weg.EIGEN_GEBRUIK, Weg.VRAGEN, Weg.HULP, Weg.HULP_MAATREGEL, Weg.VERZOEK, Weg.INZAGE,
    Weg.AANGIFTE, Weg.CALAMITEIT,
}  # fmt: skip
"""Ways by which a professional himself gives something; an inspection and the police have ways of their own."""


def test_who_may_give_hears_to_give_it_safely() -> None:
    for outcome in outcomes():
        if outcome.way in SENT:
            assert BEVEILIGD in " ".join(outcome.steps), outcome.id


def test_a_secret_place_stays_secret_for_a_parent_and_in_a_file() -> None:
    """The place of a child tells where the parent is who fled (R27, R122)."""
    for outcome in outcomes():
        if outcome.way in (Weg.OUDER, Weg.FEITEN, Weg.INZAGE):
            assert re.search("geheim adres|" + re.escape(GEHEIME_PLEK), " ".join(outcome.steps)), outcome.id


def test_who_has_no_right_to_a_file_hears_of_what_it_says_about_himself() -> None:
    """A parent without authority or a stepfather is himself a person in the child's file (R21, AVG 15)."""
    refused = [o for o in outcomes() if "R82" in o.rules and wet("Jw 7.3.10") in o.sources]
    assert {o.id for o in refused} == {"geen-recht", "inzage-niet"}
    for outcome in refused:
        assert "over hemzelf" in " ".join(outcome.steps) and wet("AVG 15") in outcome.sources and "R21" in outcome.rules


def test_criminal_data_that_may_not_go_name_the_receivers_whose_own_law_asks_for_them() -> None:
    """R134: to consult, except acute danger, Veilig Thuis, the Raad and a GI with an OTS; or a child stays unsafe."""
    ends = {
        answer.to
        for question in TREES["delen"].questions.values()
        for answer in question.answers
        if Soort.STRAF in answer.says
    }
    assert ends
    for id in ends:
        assert ANDERE_ONTVANGER in TREES["delen"].outcomes[id].steps


ASKED = (Weg.OUDER, Weg.FEITEN, Weg.RAAD, Weg.OTS_MOET, Weg.ONDERZOEK_VT, Weg.WMO_VERZOEK)


def test_who_is_asked_hears_to_make_sure_who_asks() -> None:
    """Anyone can say on the telephone that he is a parent, the Raad or the police (R26, R65)."""
    for outcome in outcomes():
        if outcome.way in ASKED or outcome.id == "politie-overleg":
            assert re.search(r"Bel terug|Controleer dat", " ".join(outcome.steps)), outcome.id


def test_without_a_yes_who_asks_does_not_hear_that_there_is_help() -> None:
    """An employer, a neighbour or a church who hears "I must ask him first" knows enough (R61)."""
    found = set()
    for steps, outcome in walked(TREES["delen"]):
        asked = {Wens.GEVRAAGD, Ontvanger.BUITEN} <= said_on(steps)
        decided = steps[-1].question.decides or steps[-1].question.id == "ernstige-schade"
        if asked and decided and outcome.oordeel is Oordeel.NU_NIET:
            assert NIETS_BEVESTIGEN in outcome.tell and "R61" in outcome.rules, outcome.id
            found.add(outcome.id)
    assert {"geen-toestemming", "t.vraag-jongere", "t.vraag-vertegenwoordiger"} <= found
