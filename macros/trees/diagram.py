"""A tree as a diagram, with the numbers of its tables: a box per node, a line per step between questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import shorten, wrap
from typing import NamedTuple

from decision_trees.model import Node, Outcome, Question, Tree
from decision_trees.walk import ahead, count_paths
from macros.shared.html import render
from macros.trees.page import kind_of, numbers

BOX = (176, 66)
"""Width and height of a box, in units of the drawing."""
GAP = (14, 34)
"""Between boxes beside and below each other."""
PER_LINE = 8
LINES = 3
"""Of a node's words in its box."""
LONGEST = (29, 38)
"""How many characters fit in such a line, and in the small one under them."""

type Place = tuple[int, int]


class Box(NamedTuple):
    """A node as it is drawn: its number, its corner, what its look says, its words in lines, and the small line under them."""

    number: int
    x: int
    y: int
    kind: str
    words: tuple[str, ...]
    second: str


class Line(NamedTuple):
    """A step from the foot of a box to the head of another."""

    x1: int
    y1: int
    x2: int
    y2: int


def diagram(tree: Tree) -> str:
    """The tree as SVG; the tables are its text alternative."""
    number, (place, height) = numbers(tree), places(tree)
    return render(
        "tree/diagram.html",
        tree=tree,
        paths=count_paths(tree),
        width=PER_LINE * (BOX[0] + GAP[0]) + GAP[0],
        height=height,
        box_width=BOX[0],
        box_height=BOX[1],
        lines=lines(tree, place),
        boxes=[box(node, number, place[node.id], tree) for node in tree.nodes],
    )


def ranks(tree: Tree) -> dict[str, int]:
    """For each node the most answers that can lead to it: its row in the diagram."""
    depth: dict[str, int] = {tree.start: 0}
    order = sorted(tree.questions, key=lambda id: -ahead(tree, id)[1])
    for id in order:
        for answer in tree.questions[id].answers:
            depth[answer.to] = max(depth.get(answer.to, 0), depth.get(id, 0) + 1)
    lowest = max(depth[id] for id in tree.questions) + 1
    return {node.id: depth[node.id] if isinstance(node, Question) else lowest for node in tree.nodes}


def places(tree: Tree) -> tuple[dict[str, Place], int]:
    """The corner of each node's box, and the height of the drawing.

    Rows begin at the left, so that a phone shows the first question without scrolling aside.
    """
    rows: dict[int, list[Node]] = {}
    rank = ranks(tree)
    for node in tree.nodes:
        rows.setdefault(rank[node.id], []).append(node)
    place: dict[str, Place] = {}
    y = GAP[1]
    for depth in sorted(rows):
        for start in range(0, len(rows[depth]), PER_LINE):
            for index, node in enumerate(rows[depth][start : start + PER_LINE]):
                place[node.id] = (GAP[0] + index * (BOX[0] + GAP[0]), y)
            y += BOX[1] + GAP[1]
    return place, y


def lines(tree: Tree, place: Mapping[str, Place]) -> Iterator[Line]:
    """The steps between questions, each once."""
    middle = BOX[0] // 2
    for question in tree.questions.values():
        x1, y1 = place[question.id]
        for target in dict.fromkeys(answer.to for answer in question.answers if answer.to in tree.questions):
            x2, y2 = place[target]
            yield Line(x1 + middle, y1 + BOX[1], x2 + middle, y2)


def box(node: Node, number: Mapping[str, int], place: Place, tree: Tree) -> Box:
    """A node's box; a question names the outcomes it leads to by number."""
    if isinstance(node, Outcome):
        kind, words, second = kind_of(node.oordeel), node.title, str(node.oordeel)
    else:
        ends = sorted({number[answer.to] for answer in node.answers if answer.to in tree.outcomes})
        kind, words, second = "vraag", node.text, ("advies: " + " ".join(map(str, ends)) if ends else "")
    lines = in_lines(f"{number[node.id]}. {words}")
    return Box(number[node.id], *place, kind, lines, shorten(second, LONGEST[1], placeholder="…"))


def in_lines(text: str) -> tuple[str, ...]:
    """A text in as many lines as a box has, with a mark where it is cut off."""
    lines = wrap(text, LONGEST[0], max_lines=LINES, placeholder=" …")
    return (*lines, *[""] * (LINES - len(lines)))
