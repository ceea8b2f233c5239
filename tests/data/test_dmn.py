"""A tree as DMN: valid against the standard's schema, and run by an engine of others on every path."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from decision_trees.catalogue import TREES
from decision_trees.model import Tree
from macros.data.dmn import NAMESPACE, PARTS, closing, dmn, parts_of
from tests.conftest import ROOT
from tests.data.test_interpreters import every_path

SCHEMA = ROOT / "node_modules" / "dmn-moddle" / "resources" / "dmn" / "xsd" / "DMN13.xsd"
"""The schema of the OMG, as the modeler of others ships it."""


@cache
def engine(id: str, file: Path) -> Any:
    """What the engine makes of a tree's file: how many paths, the digest of them all, and the advice of each outcome."""
    tree = TREES[id]
    asked = {
        "start": tree.start,
        "aspects": [aspect.__name__.lower() for aspect in closing(tree)],
        "answers": {question.id: [answer.id for answer in question.answers] for question in tree.questions.values()},
        "closable": [q.id for q in tree.questions.values() if any(answer.not_after for answer in q.answers)],
        "outcomes": list(tree.outcomes),
    }
    command = ["node", "tests/data/dmn.mjs", str(file)]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(params=list(TREES.values()), ids=list(TREES))
def tree(request: pytest.FixtureRequest) -> Tree:
    """Each tree."""
    found: Tree = request.param
    return found


def test_the_file_fits_the_schema_of_the_standard(site: Path, tree: Tree) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    file = etree.parse(site / "api" / "dmn" / f"{tree.id}.dmn")
    schema.assertValid(file)
    file.getroot().find(f"{{{NAMESPACE}}}decision").set("onbekend", "")
    assert not schema.validate(file)


def test_an_engine_of_others_walks_every_path_as_the_tree_does(site: Path, tree: Tree) -> None:
    found = engine(tree.id, site / "api" / "dmn" / f"{tree.id}.dmn")
    assert (found["count"], found["hash"]) == every_path(tree.id)


def test_the_engine_gives_the_whole_advice(site: Path, tree: Tree) -> None:
    found = engine(tree.id, site / "api" / "dmn" / f"{tree.id}.dmn")
    for advice, outcome in zip(found["advice"], tree.outcomes.values(), strict=True):
        assert [advice[part] for part in PARTS] == parts_of(outcome), outcome.id
        for words in (outcome.steps, outcome.record, outcome.tell, outcome.change):
            assert "\n".join(words) in advice.values(), outcome.id


def test_a_table_says_in_words_what_its_rules_are_about(tree: Tree) -> None:
    rules = etree.fromstring(dmn(tree)).iter(f"{{{NAMESPACE}}}rule")
    said = [rule.findtext(f"{{{NAMESPACE}}}description") for rule in rules]
    assert all(said) and f"{tree.questions[tree.start].text} Ja" in said
