"""No wrong yes: properties over all paths of every tree."""

from __future__ import annotations

import pytest

from decision_trees.catalogue import TREES
from decision_trees.model import Oordeel, Tree
from decision_trees.walk import paths

REFUSED = ("geweigerd", "ingetrokken", "oneens", "een-trok-in", "jongere-nee", "wil-niet")


@pytest.fixture(params=TREES.values(), ids=TREES)
def tree(request: pytest.FixtureRequest) -> Tree:
    """Each tree in turn."""
    found = request.param
    assert isinstance(found, Tree)
    return found


def test_weet_niet_leidt_nooit_tot_mag(tree: Tree) -> None:
    for steps, outcome in paths(tree):
        if any(step.answer.doubt for step in steps):
            assert not outcome.oordeel.permissive, [s.answer.id for s in steps]


def test_weigering_of_intrekking_leidt_nooit_tot_mag(tree: Tree) -> None:
    for steps, outcome in paths(tree):
        if any(step.answer.id in REFUSED for step in steps) and "toestemming" in tree.id:
            assert not outcome.oordeel.permissive


def test_acuut_gevaar_wacht_nooit(tree: Tree) -> None:
    first = tree.questions[tree.start]
    assert first.id == "acuut-gevaar"
    answer = first.answer("ja")
    assert answer is not None
    assert tree.outcomes[answer.to].oordeel is Oordeel.DIRECT_HANDELEN


def test_mag_zegt_altijd_wat_je_vastlegt_en_vertelt(tree: Tree) -> None:
    for outcome in tree.outcomes.values():
        if outcome.oordeel.permissive:
            assert outcome.record and outcome.tell
