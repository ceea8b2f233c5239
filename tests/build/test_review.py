"""Each point of the review of November 2026 has an answer that names nodes and cases that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_trees.cases import CASES, read_files
from macros.shared.errors import BuildError
from macros.trees.review import FILE, read_points

ROOT = Path(__file__).parents[2]
KNOWN = {case.id for case in read_files(sorted((ROOT / CASES).glob("*.toml")))}


def test_every_point_has_an_answer_with_nodes_and_cases_that_exist() -> None:
    points = read_points(ROOT)
    assert [point.name for point in points] == [*map(str, range(1, 36)), "F", "G"]
    for point in points:
        assert point.nodes and point.cases, point.name
        assert set(point.cases) <= KNOWN, f"{FILE}, punt {point.name}: {set(point.cases) - KNOWN}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('nummer = 1\nover = "x"\ngedaan = "y"\nknopen = ["delen/nergens"]\ncasussen = []', "no node 'delen/nergens'"),
        ('nummer = 1\nover = "x"\nknopen = []\ncasussen = []', "neither what was done nor why not"),
        ('nummer = 1\nover = "x"\ngedaan = "y"', "lacks"),
        ("nummer = ", "this is no TOML: .*line 2"),
    ],
)
def test_a_point_that_does_not_hold_stops_the_build_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "bron").mkdir()
    (tmp_path / FILE).write_text(f"[[punt]]\n{text}\n", "utf-8")
    with pytest.raises(BuildError, match=words):
        read_points(tmp_path)
