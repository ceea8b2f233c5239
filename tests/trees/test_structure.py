"""What must hold for the shape of every tree, walked along all its paths."""

from __future__ import annotations

import dataclasses
import re
import tokenize
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import decision_trees
from decision_trees.catalogue import TREES, check_ways_on
from decision_trees.laws import LAWS
from decision_trees.meaning import Ontvanger, Taak, Weg
from decision_trees.model import Oordeel, Outcome, Question, Tree, TreeError, build_tree, check, embedded, wet
from decision_trees.walk import Step, ahead, answers_of, count_paths, paths, view
from tests.trees.reach import walked

MOST_ANSWERS = 13
MOST_RECEIVERS = 8


@pytest.fixture(params=[*TREES.values()], ids=[*TREES])
def tree(request: pytest.FixtureRequest) -> Tree:
    """Each tree in turn."""
    found = request.param
    assert isinstance(found, Tree)
    return found


def test_every_path_ends_in_an_outcome_within_thirteen_answers(tree: Tree) -> None:
    most = ahead(tree, tree.start)[1]
    number = 0
    for steps, outcome in paths(tree):
        assert isinstance(outcome, Outcome) and len(steps) <= min(most, MOST_ANSWERS)
        number += 1
    assert number == count_paths(tree)


def test_the_view_of_a_paths_answers_is_its_outcome(tree: Tree) -> None:
    for steps, outcome in walked(tree):
        seen = view(tree, answers_of(steps))
        assert seen.node is outcome
        assert tuple(step.answer for step in seen.route) == tuple(step.answer for step in steps)
        assert not seen.kept and not seen.dropped


def test_each_question_on_a_path_is_shown_until_it_is_answered(tree: Tree) -> None:
    seen = set()
    for steps, _ in walked(tree):
        for number, step in enumerate(steps):
            before = tuple((s.question.id, s.answer.id) for s in steps[:number])
            if before in seen:
                continue
            seen.add(before)
            assert view(tree, dict(before)).node is step.question


def test_every_question_has_a_way_out_for_doubt(tree: Tree) -> None:
    for question in tree.questions.values():
        assert any(answer.doubt for answer in question.answers), question.id


def test_every_node_names_sources_and_rules(tree: Tree) -> None:
    for node in tree.nodes:
        assert node.sources, node.id
        assert node.rules, node.id


def test_answers_that_do_not_fit_are_dropped_and_named_and_the_rest_is_kept(tree: Tree) -> None:
    steps, outcome = max(walked(tree), key=lambda path: len(path[0]))
    answers = answers_of(steps)
    assert view(tree, {**answers, "bestaat-niet": "ja"}).dropped == {"bestaat-niet": "ja"}
    assert view(tree, {**answers, "bestaat-niet": "ja"}).node is outcome
    broken = steps[1].question.id
    seen = view(tree, {**answers, broken: "geen-antwoord"})
    assert seen.dropped == {broken: "geen-antwoord"}
    assert seen.node.id == broken
    assert set(seen.kept) == {step.question.id for step in steps[2:]}


def test_changing_an_answer_keeps_the_later_ones_that_still_fit(tree: Tree) -> None:
    first_paths: dict[str, tuple[int, tuple[Step, ...]]] = {}
    for steps, _ in walked(tree):
        for number, step in enumerate(steps):
            first_paths.setdefault(step.question.id, (number, tuple(steps)))
    assert set(first_paths) == set(tree.questions)
    for number, steps in first_paths.values():
        question = steps[number].question
        for answer in question.answers:
            given = {**answers_of(steps), question.id: answer.id}
            changed = view(tree, given)
            assert {**answers_of(changed.route), **changed.kept, **changed.dropped} == given
            if question.id in changed.dropped:  # it contradicts an earlier answer, and is not offered
                assert answer.not_after and changed.node is question
                continue
            assert [s.answer.id for s in changed.route[: number + 1]] == [
                *(s.answer.id for s in steps[:number]),
                answer.id,
            ]
            same = [s for s in changed.route[number + 1 :] if s.question.id in answers_of(steps)]
            assert all(answers_of(steps)[s.question.id] == s.answer.id for s in same)


def rebuilt(tree: Tree, change: Question | Outcome) -> Tree:
    """The tree with one node replaced."""
    return build_tree(
        tree.id, tree.title, tree.version, [change if node.id == change.id else node for node in tree.nodes]
    )


def test_a_broken_tree_is_refused_with_its_place(tree: Tree) -> None:
    first = tree.questions[tree.start]
    lost = dataclasses.replace(
        first,
        answers=tuple(
            dataclasses.replace(answer, to="nergens") if not answer.doubt else answer for answer in first.answers
        ),
    )
    with pytest.raises(TreeError, match=f"{tree.id}, question '{first.id}'.*'nergens'"):
        rebuilt(tree, lost)
    with pytest.raises(TreeError, match="names no source"):
        rebuilt(tree, dataclasses.replace(first, sources=()))
    with pytest.raises(TreeError, match="no way out"):
        rebuilt(tree, dataclasses.replace(first, answers=tuple(a for a in first.answers if not a.doubt)))
    target = next(answer.to for answer in first.answers if answer.to in tree.questions)
    elsewhere = next(iter(tree.outcomes))
    unreached = dataclasses.replace(
        first, answers=tuple(dataclasses.replace(a, to=elsewhere if a.to == target else a.to) for a in first.answers)
    )
    with pytest.raises(TreeError, match="no answer leads to"):
        rebuilt(tree, unreached)


def changed(tree: Tree, **parts: object) -> Outcome:
    """The tree's first outcome, made a permissive one, with other parts: a new tree may have none of its own."""
    outcome = next(iter(tree.outcomes.values()))
    permissive = dataclasses.replace(outcome, oordeel=Oordeel.MAG, way=Weg.ANONIEM, ask="")
    return dataclasses.replace(permissive, **parts)  # type: ignore[arg-type]


def test_an_answer_with_a_condition_stands_above_the_same_answer_without(tree: Tree) -> None:
    """Who takes the first that fits, as “Kies de bovenste die past” says, never passes “Nee, maar …” by at “Nee”."""
    hidden = [
        (question.id, below.id)
        for question in tree.questions.values()
        for above, below in combinations(question.answers, 2)
        if re.match(re.escape(above.text) + r"\b.", below.text)
    ]
    assert hidden == []


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"steps": "Eén zin."}, "'steps' is 'Eén zin.'; it must be a tuple"),
        ({"steps": ("Doe dit.Doe dat.",)}, "a comma or space seems forgotten"),
        ({"title": ("Titel",)}, "'title' is .*; it must be a text"),
        ({"record": (7,)}, "'record' holds something that is no text"),
        ({"tell": ("",)}, "an empty text"),
        ({"way": None}, "names no legal way"),
        ({"oordeel": Oordeel.OVERLEG}, "lets nothing go, but names a legal way"),
        ({"oordeel": Oordeel.EERST_UITZOEKEN, "way": None}, "not from whom"),
    ],
)
def test_a_mistake_in_an_outcome_is_refused_with_its_place(tree: Tree, parts: dict[str, object], words: str) -> None:
    wrong = changed(tree, **parts)
    with pytest.raises(TreeError, match=f"{tree.id}, outcome '{wrong.id}'.*{words}"):
        rebuilt(tree, wrong)


def test_what_an_answer_says_is_a_value_of_an_aspect(tree: Tree) -> None:
    first = tree.questions[tree.start]
    odd = dataclasses.replace(first.answers[0], says=(Oordeel.MAG,))  # type: ignore[arg-type]
    with pytest.raises(TreeError, match=f"{tree.id}, question '{first.id}', answer '{odd.id}': .*is no value"):
        rebuilt(tree, dataclasses.replace(first, answers=(odd, *first.answers[1:])))
    with pytest.raises(TreeError, match="rests on .* which is no aspect"):
        rebuilt(tree, dataclasses.replace(first, rests_on=(Oordeel,)))


def test_two_texts_side_by_side_have_a_space_between_them() -> None:
    """A forgotten comma in a list joins two texts; a wrapped sentence has its space before the break."""
    for file in sorted(Path(decision_trees.__path__[0]).rglob("*.py")):
        with tokenize.open(file) as source:
            tokens = [
                t for t in tokenize.generate_tokens(source.readline) if t.type not in (tokenize.NL, tokenize.COMMENT)
            ]
        for one, other in pairwise(tokens):
            if one.type == other.type == tokenize.STRING:
                assert one.string[-2] == " ", f"{file.name}:{other.start[0]}: a comma or a space is forgotten"


def test_no_list_of_receivers_is_longer_than_eight(tree: Tree) -> None:
    """As it is offered: an answer that contradicts the role one acts in does not stand there."""
    for question in tree.questions.values():
        if Ontvanger in question.about:
            for task in Taak:
                offered = [answer.id for answer in question.answers if task not in answer.not_after]
                assert len(offered) <= MOST_RECEIVERS, (question.id, task)


MOST_WORDS = 150


def test_an_outcome_shows_at_most_150_words_before_anything_is_unfolded(tree: Tree) -> None:
    headings = "Omdat Vraag aan Nu doen Vastleggen Vertellen Gaat het over meer mensen Maak één overzicht"
    for o in tree.outcomes.values():
        shown = (str(o.oordeel), o.title, o.sentence, o.sources[0].label, o.ask, *o.steps, *o.record, *o.tell, headings)
        assert len(re.findall(r"\w[\w’'-]*", " ".join(shown))) <= MOST_WORDS, o.id


def test_a_circle_is_refused(tree: Tree) -> None:
    last = next(q for q in reversed([*tree.questions.values()]) if any(a.to in tree.outcomes for a in q.answers))
    circle = dataclasses.replace(last, answers=(dataclasses.replace(last.answers[0], to=tree.start), *last.answers[1:]))
    broken = dataclasses.replace(tree, questions={**tree.questions, last.id: circle})
    with pytest.raises(TreeError, match="circle"):
        check(broken)


def test_a_way_on_to_a_tree_that_is_not_there_is_refused_with_its_place(tree: Tree) -> None:
    wrong = rebuilt(tree, dataclasses.replace(tree.questions[tree.start], also=("bestaat-niet",)))
    with pytest.raises(
        TreeError, match=rf"^{tree.id}, 'acuut-gevaar': leads on to 'bestaat-niet'; write one of datalek, "
    ):
        check_ways_on({**TREES, tree.id: wrong})


def test_an_advice_that_speaks_of_a_leak_leads_to_the_tree_of_leaks() -> None:
    speaks = [
        outcome
        for tree in TREES.values()
        for outcome in tree.outcomes.values()
        if tree.id != "datalek" and "datalek" in " ".join([outcome.sentence, *outcome.steps, *outcome.change]).lower()
    ]
    assert len(speaks) >= 4
    assert [outcome.id for outcome in speaks if "datalek" not in outcome.also] == []


def test_an_unlisted_law_article_is_refused() -> None:
    with pytest.raises(TreeError, match="7.3.99"):
        wet("Jw 7.3.99")
    with pytest.raises(TreeError, match="unknown law"):
        wet("Mijnwet 1")


def test_a_renumbered_article_is_cited_and_linked_by_its_number_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    law = dataclasses.replace(LAWS["Jw"], renumbered={"7.3.11": "7.3.11a"})
    monkeypatch.setitem(LAWS, "Jw", law)
    source = wet("Jw 7.3.11 lid 4")
    assert source.label == "artikel 7.3.11a lid 4 Jeugdwet"
    assert source.address.endswith("artikel=7.3.11a")


@pytest.mark.parametrize(("entrance", "known"), [("bestaat-niet", {}), ("leeftijd", {"bestaat-niet": "ja"})])
def test_a_tree_is_entered_and_known_at_questions_that_it_has(entrance: str, known: dict[str, str]) -> None:
    with pytest.raises(TreeError, match=r"^toestemming: has no question 'bestaat-niet'"):
        embedded(TREES["toestemming"], (entrance,), "t.", known, {})
