"""A stranger's program of thirty lines, in JavaScript and in Python, runs the published trees as the site does."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from decision_trees.catalogue import TREES
from decision_trees.model import Oordeel, Tree
from decision_trees.walk import answered, answers_of, paths, view
from macros.finish import VERDICTS
from tests.conftest import ROOT
from tests.data.walk import nodes_of, walk

HERE = Path(__file__).parent
SAMPLES = 400
"""Changed walks for each tree: an answer on a path that was given anew, so that later ones may rest on something else."""


@cache
def data(site: Path) -> Any:
    """The published trees."""
    return json.loads((site / "api" / "beslisbomen.json").read_text("utf-8"))


def published(site: Path, tree: Tree) -> Any:
    """A tree as it is published."""
    return next(found for found in data(site)["bomen"] if found["id"] == tree.id)


@cache
def every_path(id: str) -> tuple[int, str]:
    """How many paths the tree has, and the digest of all of them with where they end."""
    count, digest = 0, sha256()
    for steps, outcome in paths(TREES[id]):
        count += 1
        line = ">".join([*(f"{step.question.id}={step.answer.id}" for step in steps), outcome.id])
        digest.update(f"{line}\n".encode())
    return count, digest.hexdigest()


@cache
def changed(id: str) -> tuple[dict[str, str], ...]:
    """Walks in which an answer was given anew: the same ones each time."""
    tree, chance = TREES[id], random.Random(id)
    every = [answers_of(steps) for number, (steps, _) in enumerate(paths(tree)) if number % 7 == 0]
    found = []
    for answers in chance.sample(every, min(SAMPLES, len(every))):
        question = chance.choice(list(answers))
        found.append(answered(answers, question, chance.choice(tree.questions[question].answers).id))
    return tuple(found)


def expected(tree: Tree, answers: dict[str, str]) -> tuple[str, list[str], str]:
    """What the tree itself says of a walk."""
    seen = view(tree, answers)
    return seen.node.id, [answer.id for answer in seen.offered], seen.earlier


@pytest.fixture(scope="module")
def by_javascript(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the program in JavaScript says."""
    file = tmp_path_factory.mktemp("cases") / "cases.json"
    cases = [[tree.id, list(answers.items())] for tree in TREES.values() for answers in changed(tree.id)]
    file.write_text(json.dumps(cases), "utf-8")
    command = ["node", str(HERE / "all_paths.mjs"), str(site / "api" / "beslisbomen.json"), str(file)]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def test_the_program_in_javascript_walks_every_path_as_the_tree_does(by_javascript: Any) -> None:
    for tree in TREES.values():
        found = by_javascript["paths"][tree.id]
        assert (found["count"], found["hash"]) == every_path(tree.id), tree.id


def test_the_program_in_javascript_asks_again_what_rested_on_a_change(by_javascript: Any) -> None:
    cases = [(tree, answers) for tree in TREES.values() for answers in changed(tree.id)]
    asked_again = 0
    for found, (tree, answers) in zip(by_javascript["cases"], cases, strict=True):
        assert (found["node"], found["offered"], found["earlier"]) == expected(tree, answers), (tree.id, answers)
        asked_again += bool(found["earlier"])
    assert asked_again > 50


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_the_program_in_python_walks_every_path_as_the_tree_does(site: Path, tree: Tree) -> None:
    found = published(site, tree)
    nodes = nodes_of(found)

    def follow(answers: dict[str, str]) -> Iterator[str]:
        node, offered, _ = walk(nodes, found["start"], answers)
        for answer in offered:
            yield from follow({**answers, node: answer})
        if not offered:
            yield ">".join([*(f"{question}={answer}" for question, answer in answers.items()), node])

    count, digest = 0, sha256()
    for line in follow({}):
        count += 1
        digest.update(f"{line}\n".encode())
    assert (count, digest.hexdigest()) == every_path(tree.id)
    for answers in changed(tree.id):
        assert walk(nodes, found["start"], answers) == expected(tree, answers), answers


def test_the_data_say_what_each_meaning_and_each_verdict_is(site: Path) -> None:
    said = data(site)
    used = {
        value
        for tree in said["bomen"]
        for question in tree["vragen"]
        for answer in question["antwoorden"]
        for value in (*answer.get("zegt", ()), *answer.get("nietNa", ()))
    }
    assert used <= set(said["betekenissen"]) and {value.split(":")[0] for value in used} <= set(said["aspecten"])
    assert [verdict["oordeel"] for verdict in said["oordelen"]] == sorted(
        map(str, Oordeel), key=lambda word: Oordeel(word).strictness
    )
    assert {v["oordeel"] for v in said["oordelen"] if v["laatGaan"]} == {str(v) for v in Oordeel if v.permissive}
    assert said["oordelen"] == VERDICTS
