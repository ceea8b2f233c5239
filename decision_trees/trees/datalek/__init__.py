"""The tree `datalek`: something went wrong with data; what first, whom to tell, and by when (protocol 8, AVG 33 and 34).

In the order of the first hour: danger for someone, what happened, whether others can use the data, how grave that is,
and whether data of the proeftuin take part. Doubt never waits: it leads to the own privacy-officer, now (R145).
"""

from __future__ import annotations

from decision_trees.model import build_tree
from decision_trees.trees.datalek import uitkomsten, vragen

TREE = build_tree("datalek", "Is dit een datalek?", "1", (*vragen.NODES, *uitkomsten.NODES))
