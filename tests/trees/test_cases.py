"""Real situations, as data that a jurist can read and extend: what must come out, per person and together."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_trees.cases import Case, CaseError, read_cases
from decision_trees.catalogue import TREES
from decision_trees.model import Tree
from decision_trees.walk import view

FOLDER = Path(__file__).parent / "casussen"
CASES = [case for file in sorted(FOLDER.glob("*.toml")) for case in read_cases(file.read_text("utf-8"), file.name)]


def test_there_are_at_least_eighty_cases_with_unique_ids() -> None:
    ids = [case.id for case in CASES]
    assert len(ids) >= 80 and len(ids) == len(set(ids))
    assert {f"C{n:02}" for n in range(1, 23)} | {f"K{n:02}" for n in range(1, 31)} <= set(ids)


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_case_comes_out_as_it_says(case: Case) -> None:
    assert case.walks or case.persons
    assert case.problems() == []


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_every_outcome_is_reached_by_a_case(tree: Tree) -> None:
    reached = {view(tree, answers).node.id for case in CASES for id, answers, _ in case.walks if id == tree.id}
    if tree.id == "toestemming":
        reached |= {row.view.node.id for case in CASES for row in case.household().rows}
    assert set(tree.outcomes) - reached == set()


def test_a_case_that_expects_otherwise_is_reported() -> None:
    text = (FOLDER / "kader.toml").read_text("utf-8").replace('oordeel = "moet"', 'oordeel = "nu niet"')
    wrong = [case for case in read_cases(text, "kader.toml") if case.problems()]
    assert [case.id for case in wrong] == ["K04"]
    assert "expected nu niet" in wrong[0].problems()[0]


def test_a_damaged_case_file_names_its_place() -> None:
    with pytest.raises(CaseError, match="x.toml, casus A1: lacks 'regels'"):
        read_cases('[[casus]]\nid = "A1"\nsituatie = "s"\n', "x.toml")
    with pytest.raises(CaseError, match="x.toml"):
        read_cases("[[casus", "x.toml")
