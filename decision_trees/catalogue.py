"""The trees that the site publishes."""

from __future__ import annotations

from decision_trees.delen import DELEN
from decision_trees.model import Tree
from decision_trees.toestemming import TOESTEMMING

TREES: dict[str, Tree] = {tree.id: tree for tree in (TOESTEMMING, DELEN)}
