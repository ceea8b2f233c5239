"""The tree `rechten`: someone uses a right about his own data; who decides, by when, and what may be refused (protocol 9).

In the order of a conversation: danger, what is asked, whether the term still runs, who asks and whether that is certain,
whose data they are, and then the right itself. Doubt never refuses: it leads to finding out or to the privacy-officer.
"""

from __future__ import annotations

from decision_trees.model import build_tree
from decision_trees.trees.rechten import anders, inzage, verzoek, wie, wijzigen

TREE = build_tree(
    "rechten",
    "Iemand gebruikt zijn recht",
    "1",
    (*verzoek.NODES, *wie.NODES, *inzage.NODES, *wijzigen.NODES, *anders.NODES),
)
