"""The tree `delen`: may I share this? The guide's five considerations and articles 3 to 7 of the protocol.

In the order of a conversation: danger, what someone wants to do, role, receiver, the legal way or consent, and then
purpose, necessity and the least intrusive way. Where consent is needed, the questions of the tree `toestemming` come
along. Each part is a file; a question stands above the outcomes that it leads to.
"""

from __future__ import annotations

from decision_trees.model import build_tree
from decision_trees.trees.delen import (
    afweging,
    begin,
    mis,
    ontvanger,
    overheid,
    raad_gi,
    recht,
    rol,
    soort,
    toestemming,
    veilig_thuis,
    vertellen,
    vragen,
)

TREE = build_tree(
    "delen",
    "Mag ik dit delen?",
    "2",
    (
        *begin.NODES,
        *rol.NODES,
        *ontvanger.NODES,
        *soort.NODES,
        *toestemming.NODES,
        *veilig_thuis.NODES,
        *raad_gi.NODES,
        *overheid.NODES,
        *vragen.NODES,
        *afweging.NODES,
        *vertellen.NODES,
        *recht.NODES,
        *mis.NODES,
    ),
)
