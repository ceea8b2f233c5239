"""All trees that the site publishes: one per module of `decision_trees.trees`. A new tree is a new file there."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from decision_trees import trees
from decision_trees.gevaar import FIRST
from decision_trees.model import Tree, TreeError


def find_trees() -> dict[str, Tree]:
    """The trees by id, in the order of their files. TreeError when a file holds none, an id stands twice, or a tree
    does not begin with danger."""
    found: dict[str, Tree] = {}
    for name in sorted(module.name for module in iter_modules(trees.__path__)):
        tree = getattr(import_module(f"{trees.__name__}.{name}"), "TREE", None)
        if not isinstance(tree, Tree):
            raise TreeError(f"decision_trees/trees/{name}.py: there is no tree in it. Name it TREE.")
        if tree.id in found:
            raise TreeError(f"decision_trees/trees/{name}.py: the id {tree.id!r} is taken. Give this tree its own.")
        if tree.start != FIRST:
            raise TreeError(
                f"{tree.id}: begins with {tree.start!r}, but acute danger comes first. Put *gevaar({tree.start!r}) before it "
                "(decision_trees/gevaar.py)."
            )
        found[tree.id] = tree
    check_ways_on(found)
    return found


def check_ways_on(found: Mapping[str, Tree]) -> None:
    """TreeError, naming the node, when one leads on to a tree that is not there."""
    for tree in found.values():
        for node in tree.nodes:
            if lost := [id for id in node.also if id not in found]:
                raise TreeError(
                    f"{tree.id}, {node.id!r}: leads on to {lost[0]!r}; write one of {', '.join(found)} under also=."
                )


TREES = find_trees()
