"""The review of the trees, point by point (bron/beoordeling.toml): what was changed, where, and which cases show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from decision_trees.catalogue import TREES
from decision_trees.model import TreeError
from macros.shared.errors import BuildError
from macros.shared.html import render
from macros.shared.stored_files import read_toml, shaped
from macros.trees.framework import node_link

FILE = "bron/beoordeling.toml"


@dataclass(frozen=True)
class Point:
    """One point of the review. `nodes` are pairs of a tree's id and a node's; `why_not` is empty when all was done."""

    name: str
    about: str
    done: str
    why_not: str
    nodes: tuple[tuple[str, str], ...]
    cases: tuple[str, ...]


def read_points(root: Path) -> list[Point]:
    """The points in the order of the file. BuildError, naming the point, for what cannot be read or does not exist."""
    data = read_toml(root, FILE)
    with shaped(FILE, "[[punt]] after [[punt]]"):
        return [_point(entry) for entry in data["punt"]]


def _point(entry: Mapping[str, object]) -> Point:
    name = str(entry.get("nummer") or entry.get("afdeling") or "?")
    place = f"{FILE}, punt {name}"
    nodes, cases = entry.get("knopen"), entry.get("casussen")
    if not (isinstance(nodes, list) and isinstance(cases, list) and entry.get("over")):
        raise BuildError(place, "lacks “over”, “knopen” or “casussen”", "See the points beside it.")
    if not (entry.get("gedaan") or entry.get("waarom-niet")):
        raise BuildError(place, "says neither what was done nor why not", "Add “gedaan” or “waarom-niet”.")
    pairs = []
    for node in nodes:
        tree, _, id = str(node).partition("/")
        try:
            TREES[tree].node(id)
        except (KeyError, TreeError) as error:
            raise BuildError(place, f"there is no node {node!r}", "Write tree/node, as on the tree's table.") from error
        pairs.append((tree, id))
    return Point(name, str(entry["over"]), str(entry.get("gedaan", "")), str(entry.get("waarom-niet", "")),
                 tuple(pairs), tuple(map(str, cases)))  # fmt: skip


def table(root: Path) -> str:
    """The points as an HTML table."""
    points = [(point, [node_link(tree, id) for tree, id in point.nodes]) for point in read_points(root)]
    return render("tree/review.html", points=points)
