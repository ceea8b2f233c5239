"""The tree `toestemming`: which consent, from whom, and whether it is valid.

Three kinds that must never be mixed (juridisch kader §1.1): for giving information in spite of secrecy (`geheim`), for
help or treatment (`hulp`), and as a legal ground (`avg`). Each part is a file, in the order in which a professional
meets it; a question stands above the outcomes that it leads to.
"""

from __future__ import annotations

from decision_trees.model import build_tree
from decision_trees.trees.toestemming import (
    avg,
    besluit,
    geldigheid,
    gezag,
    hulp,
    leeftijd,
    ouder,
    start,
    vertegenwoordiger,
)

TREE = build_tree(
    "toestemming",
    "Heb ik toestemming nodig?",
    "2",
    (
        *start.NODES,
        *leeftijd.NODES,
        *besluit.NODES,
        *vertegenwoordiger.NODES,
        *gezag.NODES,
        *geldigheid.NODES,
        *ouder.NODES,
        *hulp.NODES,
        *avg.NODES,
    ),
)
