"""No wrong yes: every path of every tree against the second statement of the law, and wrong trees that it must catch."""

from __future__ import annotations

import dataclasses

import pytest

from decision_trees.catalogue import TREES
from decision_trees.meaning import Afweging, Gevaar, Soort, Toestemming, Twijfel, Weg, Wens
from decision_trees.model import Oordeel, Outcome, Tree
from decision_trees.proof import CLOSED, NEEDS, faults
from decision_trees.walk import Step, answered, answers_of, paths, view
from tests.trees.mutants import count
from tests.trees.reach import IN_PYODIDE, examples, walked

LEAST_CAUGHT = 0.95


@pytest.fixture(params=[*TREES.values()], ids=[*TREES])
def tree(request: pytest.FixtureRequest) -> Tree:
    """Each tree in turn."""
    found = request.param
    assert isinstance(found, Tree)
    return found


def test_geen_mag_zonder_wat_het_recht_daarvoor_vraagt(tree: Tree) -> None:
    """Refusal, doubt, objection, dispute, sensitive data, missing checks or consent never end in a permission."""
    wrong = [
        (outcome.id, answers_of(steps), found) for steps, outcome in walked(tree) if (found := faults(steps, outcome))
    ]
    assert wrong[:3] == []


def test_elk_mag_wordt_bereikt_en_elke_weg_heeft_eisen(tree: Tree) -> None:
    permissive = {outcome.id for outcome in tree.outcomes.values() if outcome.oordeel.permissive}
    assert permissive == {outcome.id for _, outcome in walked(tree) if outcome.oordeel.permissive}
    assert {outcome.way for outcome in tree.outcomes.values() if outcome.way} <= set(NEEDS)
    assert set(NEEDS) == set(Weg)


def test_acuut_gevaar_wacht_nooit(tree: Tree) -> None:
    first = tree.questions[tree.start]
    assert first.id == "acuut-gevaar"
    answer = first.answer("ja")
    assert answer is not None
    assert tree.outcomes[answer.to].oordeel is Oordeel.DIRECT_HANDELEN


def test_wrong_trees_about_danger_are_caught(tree: Tree) -> None:
    """Whoever says yes, or does not know, sent to any other node: caught, but where who doubts is sent to act at once."""
    first = tree.questions[tree.start]
    for answer in (answer for answer in first.answers if Gevaar.NEE not in answer.says):
        for node in tree.nodes:
            if node.id == answer.to:
                continue
            steps = (Step(first, dataclasses.replace(answer, to=node.id)),)
            if isinstance(node, Outcome):
                sooner = answer.doubt and node.oordeel is Oordeel.DIRECT_HANDELEN and "R34" in node.rules
                assert bool(faults(steps, node)) is not sooner, (answer.id, node.id)
            else:
                longer = (*steps, Step(node, node.answers[0]))
                assert faults(longer, tree.outcomes["direct-handelen"]), (answer.id, node.id)


def test_gevoelige_gegevens_nooit_ruimer_dan_gewone() -> None:
    """Where ordinary data get no permission, more sensitive data get none either, all else equal."""
    tree = TREES["delen"]
    compared = 0
    for number, (steps, outcome) in enumerate(walked(tree)):
        step = next((s for s in steps if Soort.GEWOON in s.answer.says and Soort in s.question.about), None)
        if step is None or outcome.oordeel.permissive or number % 5:
            continue
        for other in step.question.answers:
            changed = {**answers_of(steps), step.question.id: other.id}
            node = view(tree, changed).node
            assert not (isinstance(node, Outcome) and node.oordeel.permissive), changed
            compared += 1
    assert compared > examples(1000)


def test_toestemming_voor_hulp_zegt_dat_zij_niet_over_delen_gaat(tree: Tree) -> None:
    for steps, outcome in walked(tree):
        if outcome.oordeel.permissive and any(Wens.HULP in step.answer.says for step in steps):
            assert "niet over het delen van informatie" in outcome.sentence


@pytest.mark.skipif(IN_PYODIDE, reason="it tests the proof, not the interpreter, and takes minutes there")
def test_wrong_trees_are_caught() -> None:
    """All mutants of `toestemming`, and each 97th of `delen` (all of them: python -m tests.trees.mutants delen)."""
    for id, every in (("toestemming", 1), ("delen", 97)):
        made, wrong, missed = count(TREES[id], every)
        assert made > 700 and wrong > 300, (made, wrong)
        assert 1 - len(missed) / wrong >= LEAST_CAUGHT, [str(mutant) for mutant in missed]
        dangerous = [m for m in missed if any(value in CLOSED for value in m.answer.says)]
        assert dangerous == []


def altered(tree: Tree, question: str, answer: str, to: str) -> Tree:
    """A deliberately wrong tree: one answer leads elsewhere."""
    node = tree.questions[question]
    answers = tuple(dataclasses.replace(a, to=to) if a.id == answer else a for a in node.answers)
    return dataclasses.replace(tree, questions={**tree.questions, question: dataclasses.replace(node, answers=answers)})


@pytest.mark.parametrize(
    ("tree_id", "question", "answer", "to", "words"),
    [
        ("toestemming", "besluit-12-15", "geweigerd", "geldigheid", str(Toestemming.GEWEIGERD)),
        ("toestemming", "gezag", "weet-niet", "besluit-een", str(Twijfel.WEET_NIET)),
        ("toestemming", "geldigheid", "ja", "toestemming-geldig", str(Afweging.NOODZAAK)),
        ("toestemming", "hulp-16-17", "gegeven", "geldigheid", "consent for help"),
        ("toestemming", "leeftijd", "0-11", "besluit-16-17", "consent of"),
        ("toestemming", "acuut-gevaar", "ja", "waarvoor", "first to call 112"),
        ("rechten", "acuut-gevaar", "weet-niet", "vraag-uitzoeken", "the advice is not about that"),
        ("delen", "t.besluit-twee", "oneens", "afweging", str(Toestemming.ONEENS)),
        ("delen", "meewerkend", "weet-niet", "soort-meewerkend", str(Twijfel.WEET_NIET)),
        ("delen", "afweging", "noodzaak", "delen-met-toestemming", str(Afweging.NIET)),
        ("delen", "soort-gegevens", "straf", "t.leeftijd", str(Soort.STRAF)),
        ("delen", "gi-rol", "vrijwillig", "gi-verzoek", "no answer names the way"),
        ("delen", "vertellen-meewerkend", "bezwaar", "delen-meewerkend", str(Toestemming.BEZWAAR)),
    ],
)
@pytest.mark.skipif(IN_PYODIDE, reason="it tests the proof, not the interpreter")
def test_a_wrong_tree_is_named_with_its_fault(tree_id: str, question: str, answer: str, to: str, words: str) -> None:
    wrong = altered(TREES[tree_id], question, answer, to)
    found = {fault for steps, outcome in paths(wrong) for fault in faults(steps, outcome)}
    assert any(words in fault for fault in found), found


def test_an_answer_given_anew_is_the_latest() -> None:
    assert list(answered({"a": "1", "b": "2"}, "a", "3").items()) == [("b", "2"), ("a", "3")]
