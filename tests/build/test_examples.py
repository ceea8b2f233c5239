"""The practice examples: what is published, from which cases, with which advice, and at which address."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from decision_trees.cases import Case
from decision_trees.catalogue import TREES
from decision_trees.household import Household
from decision_trees.link import facts_from_fragment, from_fragment
from decision_trees.meaning import Toestemming
from decision_trees.walk import view
from macros.examples.examples import GROUPS, PAGE, Example, example, is_example, moved_here, read_examples
from macros.shared.errors import BuildError
from macros.text.published_addresses import recorded
from tests.conftest import ROOT

EXAMPLES = read_examples(ROOT)
IDS = [one.id for one in EXAMPLES.all]


def steps(one: Example) -> set[tuple[str, str]]:
    """The answers that an example gives, by question; a question that one tree lends the other counts as one."""
    views = [advice.walk for advice in one.advices]
    views += [row.view for row in one.household.rows] if one.household else []
    return {(step.question.id.removeprefix("t."), step.answer.id) for seen in views for step in seen.route}


COUNTS = Counter(step for one in EXAMPLES.all for step in steps(one))
REFUSALS = {Toestemming.GEWEIGERD, Toestemming.INGETROKKEN, Toestemming.ONEENS, Toestemming.BEZWAAR}
WHO = ("rol", "ontvanger", "meewerkend", "overheid", "vt-taak", "rvdk-zaak", "gi-rol")
"""The questions that ask who acts, and who gets it."""


def test_every_role_receiver_and_kind_of_refusal_has_two_examples() -> None:
    wanted = {
        (question.id, answer.id)
        for tree in TREES.values()
        for question in tree.questions.values()
        if not question.origin
        for answer in question.answers
        if not answer.doubt and (question.id in WHO or REFUSALS.intersection(answer.says))
    }
    assert len(wanted) > 60
    assert {step: COUNTS[step] for step in wanted if COUNTS[step] < 2} == {}


def test_every_outcome_has_an_example_that_is_like_it_and_at_most_three() -> None:
    for tree in TREES.values():
        for outcome in tree.outcomes:
            found = EXAMPLES.alike(tree.id, outcome)
            assert 1 <= len(found) <= 3, (tree.id, outcome)
            assert all(outcome.removeprefix("t.") in {end.removeprefix("t.") for _, end in one.ends} for one in found)


@pytest.mark.parametrize("one", EXAMPLES.all, ids=IDS)
def test_what_is_advised_is_what_opens_in_the_tree(one: Example) -> None:
    for advice in one.advices:
        assert view(advice.tree, from_fragment(advice.fragment)).node == advice.outcome
    if one.household:
        walk = one.household.walk
        assert walk is not None
        seen = view(walk.tree, from_fragment(one.household_fragment))
        opened = Household.of(facts_from_fragment(one.household_fragment), seen)
        assert (opened.joint, opened.rows) == (one.household.joint, one.household.rows)
    assert one.verdicts and one.sources


def test_an_example_is_written_for_people() -> None:
    assert len(EXAMPLES.all) >= 300
    assert [title for title, count in Counter(one.case.title for one in EXAMPLES.all).items() if count > 1] == []
    for one in EXAMPLES.all:
        case = one.case
        texts = (case.title, case.situation, case.why)
        assert all(text[-1] in ".?!”" for text in texts), one.id
        assert not re.search(
            r"\b(idem|hetzelfde, maar|R\d+|[a-z]+-[a-z]+-[a-z]+-uitzoeken)\b", " ".join(texts), re.IGNORECASE
        ), one.id
        assert len(re.findall(r"[.?!](?:\s|$)", case.situation)) in (2, 3), one.id
        assert max(len(part.split()) for part in re.split(r"[.?!;:]\s", case.situation)) <= 26, one.id
        assert len(case.title.split()) <= 19, one.id


CASE = next(one for one in EXAMPLES.all if one.id == "c01").case


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (replace(CASE, why=""), "casus C01: is half-filled as an example"),
        (replace(CASE, title="", why="", groups=()), "casus C01: is half-filled as an example"),
        (replace(CASE, only_test="een proef"), "casus C01: is said to be a test only, and is filled in"),
    ],
)
def test_a_half_filled_case_stops_the_build(case: Case, words: str) -> None:
    with pytest.raises(BuildError, match=words):
        is_example(case)


def test_a_case_in_no_known_group_or_without_an_advice_stops_the_build() -> None:
    with pytest.raises(BuildError, match=f"casus C01: there is no group 'schol'\n.*{GROUPS}"):
        example(replace(CASE, groups=("schol",)), EXAMPLES.groups)
    with pytest.raises(BuildError, match="casus C01: the walk stops at the question 'wens'"):
        example(replace(CASE, walks=(("delen", {"acuut-gevaar": "nee"}, {}),)), EXAMPLES.groups)


def test_a_group_without_examples_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "bron" / "casussen").mkdir(parents=True)
    (tmp_path / GROUPS).write_text("school: School\n", "utf-8")
    with pytest.raises(BuildError, match="no example stands under school"):
        read_examples(tmp_path)
    (tmp_path / "bron" / "casussen" / "een.toml").write_text("[[casus", "utf-8")
    with pytest.raises(BuildError, match="een.toml"):
        read_examples(tmp_path)


def test_every_example_and_group_has_a_recorded_address() -> None:
    known = {id for id in recorded(ROOT) if id.partition("/")[0] == PAGE}
    assert set(EXAMPLES.addresses) - known == set(), "run `make addresses`"


def test_an_example_that_moves_leads_to_another_one() -> None:
    assert moved_here(EXAMPLES, {"voorbeelden/x1": "voorbeelden/c01", "convenant/a": "convenant/b"}) == {"x1": "c01"}
    with pytest.raises(BuildError, match="voorbeelden/x1: convenant/artikel-1 is no example"):
        moved_here(EXAMPLES, {"voorbeelden/x1": "convenant/artikel-1"})


def test_no_rule_is_named_that_the_framework_does_not_have() -> None:
    rules = set(re.findall(r"^\| (R\d+) \|", (ROOT / "bron" / "juridisch-kader.md").read_text("utf-8"), re.MULTILINE))
    assert {rule for one in EXAMPLES.all for rule in one.case.rules} - rules == set()
