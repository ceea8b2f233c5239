"""What must follow from a leak, and from a request about one's own data: the law, stated a second time, apart from the trees.

Like `proof`, it knows no question and no outcome by name, only what answers mean and what an outcome names: its terms,
and the ground on which it refuses. `tests/trees/test_proof_clocks.py` holds every path against it.
"""

from __future__ import annotations

from collections.abc import Iterable

from decision_trees.bronnen import KLAGEN
from decision_trees.meaning import (
    Gevaar,
    Grond,
    Lek,
    Proeftuin,
    Risico,
    Says,
    Stand,
    Termijn,
    Twijfel,
    Voorwaarde,
    Wens,
)
from decision_trees.model import Oordeel, Outcome
from decision_trees.walk import Step

LATER: tuple[Termijn, ...] = (Termijn.ANTWOORD, Termijn.VERLENGING, Termijn.VERLENGD, Termijn.WISSEN)
"""Terms that give time: none of them may be named when a term has passed (R152, R157)."""

NEEDS_NO_CONSULTATION = frozenset({Grond.GEEN_RECHTHEBBENDE, Grond.WETTELIJKE_TAAK})
"""Grounds that the law's text gives at once; the others weigh interests, and who refuses on them must have consulted."""


def faults(steps: Iterable[Step], outcome: Outcome) -> list[str]:
    """Why this path may not end in this outcome, in words; empty when it may."""
    said = frozenset(value for step in steps for value in step.answer.says)
    if Gevaar.NEE not in said:
        return []  # danger, and doubt about danger, are the matter of `proof`
    return [*leak_faults(said, outcome), *term_faults(said, outcome), *refusal_faults(said, outcome)]


def leak_faults(said: frozenset[Says], outcome: Outcome) -> list[str]:
    """Whom a leak must be told to: the own officer always and now; the rest by risk; doubt counts as the worst (R145)."""
    leak = bool(said & {*Lek, *Risico}) or (Wens.MIS in said and Twijfel.WEET_NIET in said)
    if not leak:
        return []
    doubt = Twijfel.WEET_NIET in said
    # what was shown to be small stays so; only doubt about the proeftuin then remains, and the partners are told (R147, R148)
    needed = {Termijn.MELD_INTERN}
    if not said & {Risico.LAAG}:
        needed.add(Termijn.AP)
    if Proeftuin.WEL in said or (doubt and Proeftuin.NIET not in said):
        needed.add(Termijn.PARTNERS)
    if said & {Risico.HOOG, Risico.GEVAAR}:
        needed.add(Termijn.BETROKKENEN)
    found = [f"a leak must be told: {term.value}" for term in Termijn if term in needed and term not in outcome.terms]
    if Risico.LAAG not in said and outcome.oordeel is not Oordeel.DIRECT_HANDELEN:
        found.append("a leak with a risk, or that may have one, never waits (R145)")
    return found


def term_faults(said: frozenset[Says], outcome: Outcome) -> list[str]:
    """A term that has passed gives no time, and asks to act now (R152, R157)."""
    if Stand.VOORBIJ not in said:
        return []
    found = [f"a passed term offers time: {term.value}" for term in outcome.terms if term in LATER]
    if outcome.oordeel is not Oordeel.DIRECT_HANDELEN:
        found.append("a passed term asks to act now")
    return found


def refusal_faults(said: frozenset[Says], outcome: Outcome) -> list[str]:
    """A request is refused on a ground that an answer names, never on doubt, and who is refused hears where to go (R161)."""
    refused = outcome.refuses is not None
    found = []
    if Wens.RECHT in said and outcome.oordeel is Oordeel.NU_NIET and not refused:
        found.append("a request is refused without a ground")
    if not refused:
        return found
    if outcome.refuses not in said:
        found.append("no answer names the ground")
    if said & {Twijfel.WEET_NIET, Twijfel.BETWIST, Twijfel.VERZET_ZICH}:
        found.append("doubt refuses")
    if outcome.refuses not in NEEDS_NO_CONSULTATION and Voorwaarde.OVERLEGD not in said:
        found.append("refused without consultation")
    if KLAGEN not in outcome.tell:
        found.append("does not say where to complain")
    return found
