"""All trees that the site publishes: one per module of `decision_trees.trees`. A new tree is a new file there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from decision_trees import trees
from decision_trees.gevaar import FIRST
from decision_trees.model import Tree, TreeError


class Catalogue(Mapping[str, Tree]):
    """The trees by id, which is the name of a tree's module, in the order of their files.

    A tree is read when it is first asked for: a page in the browser needs one, and all four would keep its start waiting.
    """

    def __init__(self) -> None:
        self._trees: dict[str, Tree | None] = dict.fromkeys(
            sorted(module.name for module in iter_modules(trees.__path__))
        )

    def __getitem__(self, id: str) -> Tree:
        """The tree. KeyError for an id that no tree has; TreeError as `read_tree`."""
        tree = self._trees[id]
        if tree is None:
            tree = self._trees[id] = read_tree(id)
        return tree

    def __contains__(self, id: object) -> bool:
        return id in self._trees

    def __iter__(self) -> Iterator[str]:
        return iter(self._trees)

    def __len__(self) -> int:
        return len(self._trees)


def read_tree(name: str) -> Tree:
    """The tree in a module of `decision_trees.trees`. TreeError when it holds none, its id is not the module's name, or it
    does not begin with danger."""
    tree = getattr(import_module(f"{trees.__name__}.{name}"), "TREE", None)
    if not isinstance(tree, Tree):
        raise TreeError(f"decision_trees/trees/{name}.py: there is no tree in it. Name it TREE.")
    if tree.id != name:
        raise TreeError(
            f"decision_trees/trees/{name}.py: its tree has the id {tree.id!r}. Name the file after the tree."
        )
    if tree.start != FIRST:
        raise TreeError(
            f"{tree.id}: begins with {tree.start!r}, but acute danger comes first. Put *gevaar({tree.start!r}) before it "
            "(decision_trees/gevaar.py)."
        )
    return tree


def check_ways_on(found: Mapping[str, Tree]) -> None:
    """TreeError, naming the node, when one leads on to a tree that is not there."""
    for tree in found.values():
        for node in tree.nodes:
            if lost := [id for id in node.also if id not in found]:
                raise TreeError(
                    f"{tree.id}, {node.id!r}: leads on to {lost[0]!r}; write one of {', '.join(found)} under also=."
                )


TREES = Catalogue()
