"""No leak goes untold, no passed term gives time, no doubt refuses: every path of every tree, and wrong trees that it catches."""

from __future__ import annotations

import dataclasses

import pytest

from decision_trees.catalogue import TREES
from decision_trees.meaning import Grond, Stand, Termijn, Twijfel
from decision_trees.model import Oordeel, Outcome, Tree
from decision_trees.proof_clocks import faults
from decision_trees.walk import answers_of, paths
from tests.trees.test_proof import altered

CLOCKS = ("datalek", "rechten")


def all_faults(tree: Tree) -> list[tuple[str, dict[str, str], list[str]]]:
    """The faults of every path of a tree, with the answers that lead there."""
    return [
        (outcome.id, answers_of(steps), found) for steps, outcome in paths(tree) if (found := faults(steps, outcome))
    ]


@pytest.mark.parametrize("id", CLOCKS)
def test_geen_lek_zonder_melden_geen_uitstel_na_de_termijn_en_geen_weigering_op_twijfel(id: str) -> None:
    assert all_faults(TREES[id])[:3] == []


def test_every_ground_to_refuse_and_every_term_is_named_by_an_outcome_that_is_reached() -> None:
    ends = [outcome for id in CLOCKS for _, outcome in paths(TREES[id])]
    assert {outcome.refuses for outcome in ends if outcome.refuses} == set(Grond)
    assert {term for outcome in ends for term in outcome.terms} == set(Termijn)


def test_doubt_about_a_request_is_found_out_or_consulted_or_acted_on_never_refused() -> None:
    doubtful = [o for steps, o in paths(TREES["rechten"]) if any(Twijfel.WEET_NIET in s.answer.says for s in steps)]
    assert {o.oordeel for o in doubtful} == {Oordeel.EERST_UITZOEKEN, Oordeel.OVERLEG, Oordeel.DIRECT_HANDELEN}


def test_an_extension_is_named_only_with_the_message_that_must_come_first() -> None:
    for id in CLOCKS:
        for outcome in TREES[id].outcomes.values():
            assert (Termijn.VERLENGD in outcome.terms) == (Termijn.VERLENGING in outcome.terms), outcome.id


@pytest.mark.parametrize(
    ("tree_id", "question", "answer", "to", "words"),
    [
        ("datalek", "soort", "gevoelig", "proeftuin-laag", "a leak must be told: betrokkenen"),
        ("datalek", "soort", "weet-niet", "proeftuin-laag", "never waits"),
        ("datalek", "proeftuin-hoog", "weet-niet", "lek-hoog", "a leak must be told: partners"),
        ("datalek", "proeftuin-hoog", "ja", "lek-risico-partners", "a leak must be told: betrokkenen"),
        ("datalek", "wat", "weet-niet", "lek-laag", "never waits"),
        ("rechten", "termijn", "voorbij", "wie", "a passed term offers time"),
        ("rechten", "inzage-grens", "weet-niet", "inzage-deels", "doubt refuses"),
        ("rechten", "wissen-grens", "ander-belang", "bewaren", "doubt refuses"),
        ("rechten", "bezwaar-grens", "nee", "bezwaar-afgewezen", "no answer names the ground"),
        ("rechten", "wie", "weet-niet", "geen-recht", "doubt refuses"),
    ],
)
def test_a_wrong_tree_is_named_with_its_fault(tree_id: str, question: str, answer: str, to: str, words: str) -> None:
    wrong = altered(TREES[tree_id], question, answer, to)
    assert any(words in fault for _, _, found in all_faults(wrong) for fault in found)


@pytest.mark.parametrize(
    ("outcome", "change", "words"),
    [
        ("bewaren", {"tell": ("De vrager: het besluit.",)}, "does not say where to complain"),
        ("bewaren", {"refuses": None}, "without a ground"),
        ("termijn-voorbij", {"terms": (Termijn.VERLENGD,)}, "offers time"),
        ("termijn-voorbij", {"oordeel": Oordeel.OVERLEG}, "act now"),
    ],
)
def test_a_wrong_outcome_is_named_with_its_fault(outcome: str, change: dict[str, object], words: str) -> None:
    tree = TREES["rechten"]
    wrong: Outcome = dataclasses.replace(tree.outcomes[outcome], **change)  # type: ignore[arg-type]
    changed = dataclasses.replace(tree, outcomes={**tree.outcomes, outcome: wrong})
    assert any(words in fault for _, _, found in all_faults(changed) for fault in found)


def test_refusing_after_weighing_needs_that_someone_was_consulted() -> None:
    tree = TREES["rechten"]
    question = tree.questions["wissen-grens"]
    answers = tuple(
        dataclasses.replace(a, says=(Grond.BEWAARPLICHT,)) if a.id == "vastgesteld" else a for a in question.answers
    )
    wrong = dataclasses.replace(
        tree, questions={**tree.questions, question.id: dataclasses.replace(question, answers=answers)}
    )
    assert any("without consultation" in fault for _, _, found in all_faults(wrong) for fault in found)


def test_who_said_that_the_term_passed_is_on_no_other_path() -> None:
    """The answer that a term has passed leads to one outcome at once: nothing is asked first."""
    for id in CLOCKS:
        for steps, _ in paths(TREES[id]):
            passed = [number for number, step in enumerate(steps) if Stand.VOORBIJ in step.answer.says]
            assert passed in ([], [len(steps) - 1])
