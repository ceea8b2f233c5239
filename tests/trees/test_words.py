"""The words that people get, against reviewed files: a view and a record. Those of a household: test_household.

To renew them after a wanted change: `python -m tests.trees.test_words`, then read the difference.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decision_trees.catalogue import TREES
from decision_trees.link import LONGEST, LinkError, from_fragment, to_fragment
from decision_trees.model import Oordeel
from decision_trees.record import record
from decision_trees.walk import ahead, view

FOLDER = Path(__file__).parent / "verwacht"
VALID = {
    "acuut-gevaar": "nee", "waarvoor": "geheim", "leeftijd": "12-15", "besluit-12-15": "gegeven", "geldigheid": "ja",
    "nagegaan": "ja",
}  # fmt: skip


def current() -> dict[str, str]:
    """What the files should hold now."""
    views = {
        name: view(TREES["toestemming"], answers).to_json()
        for name, answers in {"begin": {}, "halverwege": {"acuut-gevaar": "nee", "x": "y"}, "einde": VALID}.items()
    }
    return {
        "beeld.json": json.dumps(views, ensure_ascii=False, indent=1) + "\n",
        "verslag.txt": record(view(TREES["toestemming"], VALID), "24 november 2026"),
    }


@pytest.mark.parametrize("name", ["beeld.json", "verslag.txt"])
def test_words_are_those_that_were_reviewed(name: str) -> None:
    assert current()[name] == (FOLDER / name).read_text("utf-8")


def test_a_checked_tree_says_by_whom_and_when() -> None:
    import dataclasses

    checked = dataclasses.replace(TREES["toestemming"], checked_by_jurist="getoetst op 1 maart 2027")
    text = record(view(checked, VALID), "x")
    assert "(getoetst op 1 maart 2027)" in text and "nog niet getoetst" not in text


def test_a_record_names_the_considerations_only_where_a_tree_asks_for_them() -> None:
    leak = {"acuut-gevaar": "nee", "gevaar-door-lek": "ja"}
    assert "AFWEGINGEN VAN DE WEGWIJZER" in record(view(TREES["toestemming"], VALID), "x")
    assert "AFWEGINGEN VAN DE WEGWIJZER" not in record(view(TREES["datalek"], leak), "x")


def test_a_record_of_an_unfinished_walk_says_what_to_do() -> None:
    with pytest.raises(ValueError, match=r"^Er is nog geen advies\. Beantwoord eerst de vragen\.$"):
        record(view(TREES["delen"], {}), "x")


def test_ahead_counts_the_least_and_the_most() -> None:
    tree = TREES["toestemming"]
    assert ahead(tree, tree.start) == (1, 9)
    assert ahead(tree, "nagegaan") == (1, 1)
    assert ahead(tree, "geldigheid") == (1, 2)
    assert ahead(tree, "ingetrokken") == (0, 0)


def test_links_say_what_is_wrong() -> None:
    assert from_fragment("#a=") == {}
    assert from_fragment("#a=a~b_c.d~e-f") == {"a": "b", "c.d": "e-f"}
    assert to_fragment({"a": "b", "c": "d"}) == "#a=a~b_c~d"
    assert from_fragment("#a=" + "_".join(["a~b"] * 400)) == {"a": "b"}
    with pytest.raises(LinkError, match=r"^Deze link is te lang\. De boom begint opnieuw\.$"):
        from_fragment("#a=" + "x" * (LONGEST - 2))
    with pytest.raises(LinkError, match=r"^Deze link hoort niet bij een beslisboom\. De boom begint opnieuw\.$"):
        from_fragment("#z=a~b")
    with pytest.raises(LinkError, match=r"^Deze link is beschadigd\. De boom begint opnieuw\.$"):
        from_fragment("#a=a")


def test_the_order_of_strictness() -> None:
    order = sorted(Oordeel, key=lambda advice: advice.strictness)
    assert [str(a) for a in order] == ["moet", "mag", "mag, onder voorwaarden", "eerst uitzoeken", "overleg", "nu niet",
                                       "direct handelen"]  # fmt: skip


if __name__ == "__main__":
    for name, text in current().items():
        (FOLDER / name).write_text(text, "utf-8")
