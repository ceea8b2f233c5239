"""Which nodes carry which rule of the legal framework (bron/juridisch-kader.md), and why some rules need none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from decision_trees.model import Question, Tree

ELSEWHERE = {
    "R141": "Geldt voor de bomen zelf: elke boom zegt dat hij adviseert, elk “mag” heeft voorwaarden en bronnen, en niets "
    "wordt opgeslagen of verzonden. De tests bewaken dat.",
}
"""Rules that no question, answer or outcome carries, each with the reviewed reason."""

DISPUTED = ("R19", "R24", "R32", "R70", "R77", "R84", "R92", "R96", "R121", "R134")
"""Framework §5.3: here a tree never says yes or no by itself; it has a way to "overleg" that names both views."""


@dataclass(frozen=True)
class Carrier:
    """A node, or an answer to it, that carries a rule."""

    tree: str
    node: str
    answer: str = ""


def carriers(trees: Iterable[Tree]) -> dict[str, list[Carrier]]:
    """All carriers by rule. Nodes that one tree took over from another count once, where they were written."""
    found: dict[str, list[Carrier]] = {}
    for tree in trees:
        for node in tree.nodes:
            if node.origin:
                continue
            for rule in node.rules:
                found.setdefault(rule, []).append(Carrier(tree.id, node.id))
            for answer in node.answers if isinstance(node, Question) else ():
                for rule in answer.rules:
                    found.setdefault(rule, []).append(Carrier(tree.id, node.id, answer.id))
    return found
