"""What an advice must ask and say, over all paths and outcomes: what a sceptic missed, held for the kind it is of."""

from __future__ import annotations

from decision_trees.catalogue import TREES
from decision_trees.meaning import Weg
from tests.trees.reach import walked

CONSENT = (Weg.TOESTEMMING, Weg.EEN_OUDER)


def test_consent_opens_only_what_is_for_ones_own_task() -> None:
    """Research, evaluation and the press have rules of their own, also with a yes: who comes for them has that to say (R63)."""
    for tree in TREES.values():
        for steps, outcome in walked(tree):
            if outcome.way in CONSENT:
                ways_out = [a for step in steps for a in step.question.answers if "R63" in a.rules]
                assert ways_out, (tree.id, [step.question.id for step in steps])
                assert not any(getattr(tree.node(a.to), "way", None) for a in ways_out)
