"""The sheets for talks, in the order of their page: asking, a no, telling, parents, help, rights and mistakes.

Words are short and plain (A2 to B1): who listens may be tense, or a child. What stands between brackets is for the professional
to fill in. Each answer says no more than the law gives; `decision_trees/talks.py` says what a sheet must have.
"""

from __future__ import annotations

from decision_trees.gesprekken import hulp, nee, ouder, recht, vertellen, vragen
from decision_trees.talks import Talk

TALKS: tuple[Talk, ...] = (*vragen.TALKS, *nee.TALKS, *vertellen.TALKS, *ouder.TALKS, *hulp.TALKS, *recht.TALKS)
