"""Every rule of the legal framework is carried by a node, or there is a reviewed reason why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decision_trees.catalogue import TREES
from decision_trees.model import Oordeel
from decision_trees.traceability import DISPUTED, ELSEWHERE, carriers

FRAMEWORK = (Path(__file__).parents[2] / "bron" / "juridisch-kader.md").read_text("utf-8")
RULES = sorted(set(re.findall(r"^\| (R\d+) \|", FRAMEWORK, re.MULTILINE)))


def test_the_framework_holds_the_rules_it_says() -> None:
    assert set(RULES) == {f"R{n}" for n in range(1, 173)} - {"R72"}


def test_every_rule_is_carried_or_has_a_reason() -> None:
    carried = carriers(TREES.values())
    assert [rule for rule in RULES if rule not in carried and rule not in ELSEWHERE] == []
    assert [rule for rule in carried if rule not in RULES] == []
    assert not set(ELSEWHERE) & set(carried)


@pytest.mark.parametrize("rule", DISPUTED)
def test_a_disputed_rule_has_a_way_to_overleg_that_gives_both_views(rule: str) -> None:
    outcomes = [
        o for tree in TREES.values() for o in tree.outcomes.values() if rule in o.rules and o.oordeel is Oordeel.OVERLEG
    ]
    assert outcomes
    texts = [" ".join((o.sentence, *o.steps)) for o in outcomes]
    assert any("De een zegt" in t and "De ander zegt" in t for t in texts), texts


def test_disputed_rules_are_those_of_the_framework() -> None:
    section = FRAMEWORK.split("### 5.3")[1].split("###")[0]
    assert set(re.findall(r"R\d+", section)) == set(DISPUTED)
