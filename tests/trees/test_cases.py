"""Real situations, as data that a jurist can read and extend: what must come out, per person and together."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from decision_trees.cases import CASES as CASE_FILES
from decision_trees.cases import Case, CaseError, length_line, lengths, read_cases, read_files
from decision_trees.catalogue import TREES
from decision_trees.model import Tree
from decision_trees.walk import view

FOLDER = Path(__file__).parents[2] / CASE_FILES
CASES = [case for file in sorted(FOLDER.glob("*.toml")) for case in read_cases(file.read_text("utf-8"), file.name)]


def test_there_are_at_least_eighty_cases_with_unique_ids() -> None:
    ids = [case.id for case in CASES]
    assert len(ids) >= 80 and len(ids) == len(set(ids))
    programme = (
        {f"C{n:02}" for n in range(1, 23)} | {f"K{n:02}" for n in range(1, 31)} | {f"D{n:02}" for n in range(1, 27)}
    )
    assert programme <= set(ids)


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
    wrong = [case for case in read_cases(text, "kader.toml") if not case.persons and case.problems()]
    assert [case.id for case in wrong] == ["K04"]
    assert "expected nu niet" in wrong[0].problems()[0]


LIMITS = {"datalek": (6, 7, 7), "delen": (7, 10, 12), "rechten": (8, 8, 8), "toestemming": (5, 8, 9)}
"""Answers that the cases may take: in the median, on 95 %, at most."""


@pytest.mark.parametrize("tree", LIMITS)
def test_the_cases_take_no_more_answers_than_a_minute_has(tree: str) -> None:
    found = [number for number, _ in lengths(CASES, tree)]
    half, within, most = LIMITS[tree]
    assert median(found) <= half and found[-1] <= most
    assert sum(number <= within for number in found) >= 0.95 * len(found)
    assert length_line(CASES, tree).startswith(f"{tree}: {len(found)} walks, median {median(found):g}")


def test_a_missing_or_unreadable_case_file_names_its_place_and_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"nergens.toml: No such file or directory\. Name a TOML file of cases"):
        read_files([tmp_path / "nergens.toml"])
    (tmp_path / "vreemd.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(CaseError, match=r"vreemd.toml: is not text in UTF-8\. Name"):
        read_files([tmp_path / "vreemd.toml"])


def test_a_damaged_case_file_names_its_place() -> None:
    with pytest.raises(CaseError, match="x.toml, casus A1: lacks 'regels'"):
        read_cases('[[casus]]\nid = "A1"\nsituatie = "s"\n', "x.toml")
    with pytest.raises(CaseError, match="x.toml"):
        read_cases("[[casus", "x.toml")
