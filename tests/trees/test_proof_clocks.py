"""No leak goes untold, no passed term gives time, no doubt refuses, no right gets another's answer: every path, and wrong trees."""

from __future__ import annotations

import dataclasses

import pytest

from decision_trees.catalogue import TREES
from decision_trees.meaning import Grond, Recht, Stand, Termijn, Twijfel
from decision_trees.model import Oordeel, Outcome, Tree, wet
from decision_trees.proof_clocks import faults
from decision_trees.walk import answers_of, paths
from tests.trees.mutants import below
from tests.trees.mutants_clocks import CLOCKS, count, missed_outcomes
from tests.trees.reach import IN_PYODIDE
from tests.trees.test_proof import altered


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


def test_no_right_is_answered_with_another_in_any_tree() -> None:
    """An answer names the right that someone uses, and every outcome that deals with one deals with that one."""
    for tree in TREES.values():
        reached = below(tree)
        answers = [(a, v) for q in tree.questions.values() for a in q.answers for v in a.says if isinstance(v, Recht)]
        assert {right for o in tree.outcomes.values() for right in o.rights} == {right for _, right in answers}
        for answer, right in answers:
            ends = [tree.outcomes[id] for id in reached[answer.to] if id in tree.outcomes and tree.outcomes[id].rights]
            narrower = {Recht.AANVULLEN} if right is Recht.VERBETEREN else set()
            assert {r for o in ends for r in o.rights} == {right} | narrower, (tree.id, answer.id)
    assert {right for outcome in TREES["rechten"].outcomes.values() for right in outcome.rights} == set(Recht)


@pytest.mark.parametrize("id", CLOCKS)
def test_wrong_trees_with_a_clock_are_caught(id: str) -> None:
    """All that promise what the true tree does not; the others tell more people or act sooner (tests.trees.mutants_clocks)."""
    if IN_PYODIDE:
        pytest.skip("it tests the proof, not the interpreter")
    made, wrong, missed = count(TREES[id])
    assert made > 700 and wrong > 500, (made, wrong)
    assert [str(mutant) for mutant in missed] == []


@pytest.mark.parametrize("id", CLOCKS)
def test_wrong_outcomes_with_a_clock_are_caught(id: str) -> None:
    made, missed = missed_outcomes(TREES[id])
    assert made > 50, made
    assert missed == []


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
        ("rechten", "welk", "inzage", "wissen-grens", "a request for zien (AVG 15) is answered with wissen (AVG 17)"),
        ("rechten", "welk", "wissen", "inzage-grens", "a request for wissen (AVG 17) is answered with zien (AVG 15)"),
        ("rechten", "verbeteren", "feit", "zienswijze", "answered with een eigen kijk erbij"),
        ("rechten", "verbeteren", "oordeel", "verbeterd", "answered with verbeteren"),
        ("rechten", "bezwaar-grens", "vastgesteld", "bewaren", "is no ground to refuse this right"),
        ("rechten", "vraag", "klacht", "steun", "a request for klagen (AVG 77) is answered with ondersteuning"),
        ("rechten", "vraag", "intrekken", "termijn", "two rights are named"),
        ("rechten", "vraag", "klacht", "doorgeven", "nothing is done with the request for klagen"),
        ("rechten", "vraag", "gegevens", "wie", "nobody said: de maand loopt"),
        ("rechten", "wie", "zelf", "van-wie", "nobody said: het is zeker wie vraagt"),
        ("rechten", "zeker", "ja", "welk", "nobody said: de eigen organisatie beslist"),
        ("rechten", "van-wie", "weet-niet", "wie-uitzoeken", "is passed on at once"),
        ("rechten", "zeker", "nee", "van-wie", "something is asked after a doubt"),
        ("rechten", "wie", "ouder-12", "wie-uitzoeken", "is put to the privacy-officer"),
        ("rechten", "welk", "inzage", "inzage-wacht", "waits for no reason"),
        ("rechten", "wissen-grens", "vastgesteld", "wissen-overleg", "no decision follows"),
        ("rechten", "beperken-grens", "nee", "gewist", "nobody said: er is of was geen maatregel"),
        ("rechten", "termijn", "weet-niet", "doorgeven", "nobody knows whether the term has passed"),
        ("rechten", "termijn", "loopt", "termijn-voorbij", "R157 is about de termijn is voorbij, which nobody said"),
        ("rechten", "wie", "wmo", "kind-zelf", "R52 is about"),
        ("rechten", "termijn", "weet-niet", "vraag-uitzoeken", "rests on no rule that the last question is about"),
        ("datalek", "gevaar-door-lek", "weet-niet", "wat", "something is asked after it"),
        ("datalek", "gevaar-door-lek", "ja", "lek-hoog-partners", "hears it first"),
        ("datalek", "acuut-gevaar", "nee", "wat", "nobody asked whether someone is in danger by the leak"),
        ("datalek", "gevaar-door-lek", "nee", "soort", "nobody asked what happened"),
        ("datalek", "wat", "weet-niet", "soort", "asked further"),
        ("datalek", "wat", "te-laat", "soort", "something is asked after it"),
        ("datalek", "wat", "verkeerde", "versleuteld", "never waits"),
        ("datalek", "gewist", "nee", "om-wie", "a leak must be told: betrokkenen"),
        ("datalek", "onjuist", "nee", "lek-risico-partners", "must be corrected"),
        ("datalek", "proeftuin-hoog", "nee", "lek-hoog-partners", "that is not theirs"),
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
        ("bewaren", {"sources": (wet("AVG 12 lid 4"),)}, "own articles are not among the sources"),
        ("gewist", {"rights": (Recht.INZAGE,)}, "a request for wissen (AVG 17) is answered with zien (AVG 15)"),
        ("zienswijze", {"tell": ("De vrager: dat zijn reactie erbij staat.",)}, "does not say where to complain"),
        ("wie-uitzoeken", {"terms": ()}, "the term runs"),
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
