"""What must follow from a leak, and from a request about one's own data: the law, stated a second time, apart from the trees.

Like `proof`, it knows no question and no outcome by name, only what answers mean and what an outcome names: its terms, the
right with which it deals, the ground on which it refuses, and the rules on which it rests. `tests/trees/test_proof_clocks.py`
holds every path against it, and counts the wrong trees that it catches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from decision_trees.bronnen import KLAGEN
from decision_trees.meaning import (
    Beslisser,
    Gevaar,
    Grond,
    Leeftijd,
    Lek,
    Proeftuin,
    Recht,
    Risico,
    Says,
    Soort,
    Stand,
    Termijn,
    Toestemming,
    Twijfel,
    Voorwaarde,
    Wens,
)
from decision_trees.model import Oordeel, Outcome, Question, Source, wet
from decision_trees.walk import Step, said_on

LATER: tuple[Termijn, ...] = (Termijn.ANTWOORD, Termijn.VERLENGING, Termijn.VERLENGD, Termijn.WISSEN)
"""Terms that give time for a request: none of them may be named when a term has passed (R157)."""

LEAK: tuple[Termijn, ...] = (Termijn.MELD_INTERN, Termijn.BETROKKENEN, Termijn.PARTNERS, Termijn.AP)
"""Whom a leak can be told to, and by when."""

WORST: tuple[Says, ...] = (Risico.GEVAAR, Risico.HOOG, Risico.RISICO, Proeftuin.WEL, Beslisser.ANDER)
"""What who does not know must reckon with, the worst first (R145, R149, R155, R165)."""

AT_ONCE: tuple[Says, ...] = (Stand.VOORBIJ, Risico.GEVAAR)
"""What asks to act now: nothing is asked after it (R149, R152, R157)."""

NEEDS_NO_CONSULTATION = frozenset({Grond.GEEN_RECHTHEBBENDE, Grond.WETTELIJKE_TAAK})
"""Grounds that the law's text gives at once; the others weigh interests, and who refuses on them must have consulted."""

DATA: tuple[Recht, ...] = (
    Recht.INZAGE, Recht.VERBETEREN, Recht.AANVULLEN, Recht.WISSEN, Recht.BEPERKEN, Recht.OVERDRAGEN, Recht.BEZWAAR,
)  # fmt: skip
"""The rights about one's own data, with a term of a month; the others are acted on at once (R47, R162, R163)."""

GROUNDS: dict[Grond, tuple[tuple[Recht, ...], tuple[Source, ...]]] = {
    Grond.GEEN_RECHTHEBBENDE: ((), (wet("Jw 7.3.10"), wet("Jw 7.3.15"))),
    Grond.BESCHERMING: ((Recht.INZAGE,), (wet("UAVG 41"), wet("Wmo 5.3.2"))),
    Grond.BEWAARPLICHT: ((Recht.WISSEN,), (wet("AVG 17"), wet("Jw 7.3.9"), wet("Wmo 5.3.5"))),
    Grond.DWINGEND: ((Recht.BEZWAAR,), (wet("AVG 21"),)),
    Grond.WETTELIJKE_TAAK: ((Recht.OVERDRAGEN,), (wet("AVG 20"),)),
}
"""For each ground the rights that can be refused on it (none named: any, for who has no right at all), and its articles."""

ONLY_AFTER: dict[str, tuple[Says, ...]] = {
    "R34": (Gevaar.JA, Risico.GEVAAR),
    "R52": (Leeftijd.TOT_12,),
    "R77": (Twijfel.BETWIST,),
    "R121": (Twijfel.BETWIST,),
    "R149": (Risico.GEVAAR,),
    "R152": (Stand.VOORBIJ,),
    "R157": (Stand.VOORBIJ,),
    "R165": (Beslisser.ANDER, Twijfel.WEET_NIET),
}
"""Rules about a situation: an outcome rests on one only where that situation was said, or must be reckoned with."""

SHOWN_SMALL: dict[Lek, str] = {Lek.VERKEERDE: "R148", Lek.KWIJT: "R147", Lek.WEG: "R144", Lek.ONJUIST: "R66"}
"""By which rule a leak can be shown to be small; what someone saw or used who may not never can (R144, R147, R148)."""


def faults(steps: Iterable[Step], outcome: Outcome) -> list[str]:
    """Why this path may not end in this outcome, in words; empty when it may."""
    steps = tuple(steps)
    said = said_on(steps)
    if Gevaar.NEE not in said:
        return []  # danger, and doubt about danger, are the matter of `proof`
    known = said | reckoned_with(steps)
    found = time_faults(steps, known, outcome)
    if known & {*Lek, *Risico, Wens.MIS} or set(outcome.terms) & set(LEAK):
        return found + leak_faults(steps, known, outcome)
    return found + right_faults(steps, outcome) + request_faults(steps, known, outcome) + refusal_faults(said, outcome)


def reckoned_with(steps: Iterable[Step]) -> frozenset[Says]:
    """What each doubt must be taken for: the worst of what the question that was not known could say."""
    return frozenset(worst for step in steps if step.answer.doubt for worst in worst_of(step.question))


def worst_of(question: Question) -> list[Says]:
    """The worst of what the answers of a question can say, if it is about such a thing."""
    can = {value for answer in question.answers for value in answer.says}
    return [value for value in WORST if value in can][:1]


def time_faults(steps: Sequence[Step], known: frozenset[Says], outcome: Outcome) -> list[str]:
    """What asks to act now is acted on at once, and what has passed gives no time (R149, R152, R157)."""
    found = [
        f"{value} must be acted on, and something is asked after it"
        for step in steps[:-1]
        for value in {*step.answer.says, *(worst_of(step.question) if step.answer.doubt else ())}
        if value in AT_ONCE
    ]
    if not known.isdisjoint(AT_ONCE) and outcome.oordeel is not Oordeel.DIRECT_HANDELEN:
        found.append("a passed term, or danger by a leak, asks to act now")
    if Stand.VOORBIJ in known:
        found += [
            f"a passed term offers time: {t.value}"
            for t in outcome.terms
            if t in (*LATER, Termijn.PARTNERS, Termijn.AP)
        ]
    for rule, values in ONLY_AFTER.items():
        if rule in outcome.rules and known.isdisjoint(values):
            found.append(f"{rule} is about {values[0].value}, which nobody said")
    return found


def leak_faults(steps: Sequence[Step], known: frozenset[Says], outcome: Outcome) -> list[str]:
    """Whom a leak must be told to: the own officer always and now; the rest by risk; doubt counts as the worst (R145)."""
    if not any(Risico.GEVAAR in answer.says for step in steps for answer in step.question.answers):
        return ["nobody asked whether someone is in danger by the leak (R149)"]
    happened = [number for number, step in enumerate(steps) if Lek in step.question.about]
    if not happened and Risico.GEVAAR not in known:
        return ["nobody asked what happened to the data (R144)"]
    small = is_small(steps, known)
    repaired = small and Lek.ONJUIST in known
    needed = to_be_told(known, small=small, repaired=repaired)
    if any(Beslisser.ANDER in step.answer.says for step in steps):
        needed = frozenset({Termijn.MELD_INTERN})  # said, not in doubt: whose data they are weighs and tells (R150)
    found = [f"a leak must be told: {term.value}" for term in LEAK if term in needed and term not in outcome.terms]
    if Risico.GEVAAR in known and outcome.terms[:1] != (Termijn.BETROKKENEN,):
        found.append("who is in danger by a leak hears it first (R149)")
    if Proeftuin.NIET in known and Proeftuin.WEL not in known and Termijn.PARTNERS in outcome.terms:
        found.append("the partners hear of a leak that is not theirs (protocol 8.2)")
    if happened and known.isdisjoint({*Lek, Stand.VOORBIJ}) and happened[0] != len(steps) - 1:
        found.append("who does not know what happened is asked further (R145)")
    if repaired and "R66" not in outcome.rules:
        found.append("what is not right must be corrected (R66)")
    if (not small or repaired) and outcome.oordeel is not Oordeel.DIRECT_HANDELEN:
        found.append("a leak with a risk, or that may have one, never waits (R145)")
    return found


def to_be_told(known: frozenset[Says], *, small: bool, repaired: bool) -> frozenset[Termijn]:
    """Who must hear of a leak (R145–R155). A risk that nobody weighed counts as high, and who takes part unless it is known not to."""
    if Risico.GEVAAR in known:
        return frozenset(LEAK)
    if Stand.VOORBIJ in known:
        return frozenset({Termijn.MELD_INTERN, Termijn.BETROKKENEN})
    weighed = small or {Risico.RISICO, Soort.GEWOON} <= known
    told = {
        Termijn.MELD_INTERN: True,
        Termijn.BETROKKENEN: Risico.HOOG in known or (not weighed and not known.isdisjoint(Lek)),
        Termijn.PARTNERS: Proeftuin.WEL in known or Proeftuin.NIET not in known,
        Termijn.AP: not repaired,
    }
    return frozenset(term for term, needed in told.items() if needed)


def is_small(steps: Sequence[Step], known: frozenset[Says]) -> bool:
    """Whether a leak was shown to be small, by what can show it for what happened, and nothing graver was said (R147, R148)."""
    shown = {rule for step in steps if Risico.LAAG in step.answer.says for rule in step.question.rules}
    by = {SHOWN_SMALL.get(value) for value in known if isinstance(value, Lek)}
    return bool(shown & by) and known.isdisjoint({Risico.RISICO, Risico.HOOG})


def right_faults(steps: Sequence[Step], outcome: Outcome) -> list[str]:
    """A request for one right is never answered with what deals with another: the last right named counts (R47)."""
    named = [value for step in steps for value in step.answer.says if isinstance(value, Recht)]
    if outcome.rights and not named:
        return [f"nobody named the right with which it deals: {outcome.rights[0].value}"]
    if outcome.rights and named[-1] not in outcome.rights:
        return [f"a request for {named[-1].value} is answered with {outcome.rights[0].value}"]
    return []


def request_faults(steps: Sequence[Step], known: frozenset[Says], outcome: Outcome) -> list[str]:
    """A request gets a yes or a no when all is known, waits for a reason only, and its term runs on (R47, R156, R159, R165)."""
    last = steps[-1]
    asked_on = any(isinstance(value, Twijfel) for step in steps[:-1] for value in step.answer.says)
    doubts = {value for value in last.answer.says if isinstance(value, Twijfel) or value is Toestemming.BEZWAAR}
    found = ["something is asked after a doubt, which nothing that follows can take away"] if asked_on else []
    asked_when = any(Stand in step.question.about for step in steps)
    runs = known & {Stand.LOOPT, Stand.VERLENGD} or (not asked_when and outcome.oordeel is not Oordeel.DIRECT_HANDELEN)
    if runs and "R136" not in outcome.rules and Termijn.ANTWOORD not in outcome.terms:
        found.append("the term runs, and the outcome does not name it")  # the dead have no term (R136)
    if asked_when and known.isdisjoint(Stand) and set(outcome.terms) & set(LATER):
        found.append("nobody knows whether the term has passed, and the outcome offers time")
    if outcome.oordeel in (Oordeel.EERST_UITZOEKEN, Oordeel.OVERLEG) and not doubts:
        found.append("a request waits for no reason")
    if doubts & {Twijfel.BETWIST, Twijfel.VERZET_ZICH, Toestemming.BEZWAAR} and outcome.oordeel is not Oordeel.OVERLEG:
        found.append("what is disputed, or what someone's interest opposes, is put to the privacy-officer")
    if Beslisser.ANDER in known and outcome.oordeel is not Oordeel.DIRECT_HANDELEN:
        found.append("what another partner decides is passed on at once (R165)")
    if outcome.refuses is None and known & {*Grond}:
        found.append("a ground to refuse was established, and no decision follows")
    named = [value for value in known if isinstance(value, Recht)]
    if named and not outcome.rights:
        found.append(f"nothing is done with the request for {named[0].value}")
    if len(named) > 1 and set(named) != {Recht.VERBETEREN, Recht.AANVULLEN}:
        found.append("two rights are named, and one outcome follows")
    if {*(last.answer.rules or last.question.rules), "R47"} & {*outcome.rules} <= {"R47"}:
        found.append("the outcome rests on no rule that the last question is about")
    return found + unknown_faults(known, outcome)


def unknown_faults(known: frozenset[Says], outcome: Outcome) -> list[str]:
    """What must be known before the request itself is dealt with: who asks, that it is he, who decides, which right, and when."""
    if not outcome.oordeel.permissive and outcome.refuses is None and not set(outcome.rights) & set(DATA):
        return []
    needed: list[tuple[Says, ...]] = [(Wens.RECHT,), (Stand.LOOPT, Stand.VERLENGD)]
    if outcome.refuses is not Grond.GEEN_RECHTHEBBENDE:  # who has no right needs not be recognised to hear so
        needed += [(Voorwaarde.RECHTHEBBENDE,), (Voorwaarde.HERKEND,), (Beslisser.EIGEN,), DATA]
    if outcome.oordeel.permissive and Recht.WISSEN in outcome.rights:  # a measure has its own rules (R123)
        needed += [(Voorwaarde.GEEN_MAATREGEL,)]
    return [f"the request is dealt with, and nobody said: {row[0].value}" for row in needed if known.isdisjoint(row)]


def refusal_faults(said: frozenset[Says], outcome: Outcome) -> list[str]:
    """A request is refused on a ground that an answer names, never on doubt, and who is refused hears where to go (R161)."""
    found = []
    if "R161" in outcome.rules and not any("klagen" in text for text in outcome.tell):
        found.append("does not say where to complain")
    if outcome.refuses is None:
        return [*found, "a request is refused without a ground"] if outcome.oordeel is Oordeel.NU_NIET else found
    rights, articles = GROUNDS[outcome.refuses]
    if outcome.refuses not in said:
        found.append("no answer names the ground")
    if said & {Twijfel.WEET_NIET, Twijfel.BETWIST, Twijfel.VERZET_ZICH}:
        found.append("doubt refuses")
    if outcome.refuses not in NEEDS_NO_CONSULTATION and Voorwaarde.OVERLEGD not in said:
        found.append("refused without consultation")
    if rights and said.isdisjoint(rights):
        found.append(f"{outcome.refuses.value} is no ground to refuse this right")
    cited = {(source.law, source.article) for source in outcome.sources}
    if any((article.law, article.article) not in cited for article in articles):
        found.append("the ground's own articles are not among the sources")
    if "R161" not in outcome.rules or KLAGEN not in outcome.tell:
        found.append("does not say where to complain")
    return found
