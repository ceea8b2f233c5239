"""How far the tests of the trees go: every path in CPython, which proves the rules; a share of them in Pyodide, which runs the same ones.

What could go otherwise there is the interpreter, not the rule, and it is a third slower; so of the largest tree each eleventh path is
walked there, besides the first to each outcome, and each property is tried on a fifth of the examples.
"""

from __future__ import annotations

import sys
from functools import cache

from decision_trees.catalogue import TREES
from decision_trees.model import Outcome, Tree
from decision_trees.walk import Step, count_paths, paths

IN_PYODIDE = sys.platform == "emscripten"
LARGE = 10_000
"""Paths from which a tree is walked in part in Pyodide."""
EVERY = 11
"""Which path is taken then: no tree has eleven answers to a question, so that each answer comes in turn."""
Path = tuple[tuple[Step, ...], Outcome]


def walked(tree: Tree) -> list[Path]:
    """The paths of a tree of the catalogue that a test walks."""
    assert TREES[tree.id] is tree  # they are kept by its id
    return _walked(tree.id)


@cache
def _walked(id: str) -> list[Path]:
    tree = TREES[id]
    every = EVERY if IN_PYODIDE and count_paths(tree) > LARGE else 1
    found, ends = list[Path](), set[str]()
    for number, path in enumerate(paths(tree)):
        if number % every == 0 or path[1].id not in ends:
            found.append(path)
            ends.add(path[1].id)
    return found


def examples(count: int) -> int:
    """How many examples a property is tried on."""
    return count // 5 if IN_PYODIDE else count
