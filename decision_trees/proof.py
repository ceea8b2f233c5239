"""What must have been said before information may go: the law, stated a second time, apart from the trees.

A jurist can read this file without the trees: it knows no question, only what answers mean (`meaning`). For each legal
way it says what must have been affirmed, by whom consent must be, and what closes it. `tests/trees/test_proof.py` holds
every path of every tree and every household against it, and counts the wrong trees that it catches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from decision_trees.meaning import (
    Afweging,
    Beslist,
    Gevaar,
    Gezag,
    Leeftijd,
    Ontvanger,
    Recht,
    Says,
    Soort,
    Stand,
    Taak,
    Toestemming,
    Twijfel,
    Vermogen,
    Verteld,
    Voorwaarde,
    Weg,
    Wens,
)  # fmt: skip
from decision_trees.model import Oordeel, Outcome
from decision_trees.walk import Step

CLOSED: tuple[Says, ...] = (
    # R34, R140: acute danger never waits for a permission
    Gevaar.JA,
    # R5, R23, R69, R73, R85, R101, R113: no refusal, withdrawal, disagreement, objection, and nobody passed over
    Toestemming.GEWEIGERD, Toestemming.INGETROKKEN, Toestemming.ONEENS, Toestemming.BEZWAAR, Toestemming.NIET_GEVRAAGD,
    Toestemming.ONBEREIKBAAR, Toestemming.ONVEILIG, Toestemming.GEVRAAGD_AAN_VERKEERDE,
    # R6, R109, R115, R116: no consent that is general, old, forced, not understood or supposed
    Toestemming.ONGELDIG,
    # R48 and framework §5.3: doubt and what is disputed are for finding out or for the privacy-officer
    Twijfel.WEET_NIET, Twijfel.NOG_NIET, Twijfel.BETWIST, Twijfel.VERZET_ZICH, Twijfel.PAST_NIET,
    # R9–R11, R38, R119: not while purpose, necessity or the least intrusive way fails, or the person is kept in the dark
    Afweging.NIET, Verteld.NIET,
    # R105, R132, R134, R135: these data go by no way that this file knows, unless the receiver's own law asks for them
    Soort.POLITIE, Soort.BSN, Soort.STRAF, Soort.BIJZONDER,
    # who is no parent in law is a third party (R82): never a way by being "the parent"
    Gezag.GEEN_OUDER,
)  # fmt: skip
"""What closes every way."""

WEIGHED: tuple[Says, ...] = (
    Afweging.DOEL, Afweging.INHOUD, Afweging.NOODZAAK, Afweging.WELKE, Afweging.MINST_INGRIJPEND,
)  # fmt: skip
"""Purpose, necessity and the least intrusive way (guide, considerations 1 to 4; protocol 3)."""

TASK: tuple[Says, ...] = tuple(Taak)
REPORTS: tuple[Says, ...] = (Taak.JEUGDHULP, Taak.ZORG, Taak.WMO_AANBIEDER, Taak.GI, Taak.VEILIG_THUIS)
HELP: tuple[Says, ...] = (*REPORTS, Taak.GEMEENTE)
GIVE: tuple[Says, ...] = (Wens.GEVEN, Wens.GEVRAAGD)
WISH: tuple[Says, ...] = (*GIVE, Wens.VRAGEN, Wens.GEBRUIKEN, Wens.AVG)
KIND: tuple[Says, ...] = (Soort.GEWOON, Soort.GEZONDHEID, Soort.GEWOON_OF_GEZONDHEID)
TOLD: tuple[Says, ...] = (Verteld.VOORAF, Verteld.LATER)


@dataclass(frozen=True)
class Needs:
    """What a legal way needs. `all_of`: each must have been said; `one_of`: of each row at least one."""

    rules: str
    all_of: tuple[Says, ...] = ()
    one_of: tuple[tuple[Says, ...], ...] = ()
    consent: Toestemming | None = None
    """What everyone whose consent the framework asks must have said; see `deciders`."""
    none_of: tuple[Says, ...] = ()
    """What closes this way, beside what closes every way."""
    claimed: bool = True
    """Whether an answer must have named this way itself."""
    verdicts: tuple[Oordeel, ...] = (Oordeel.MAG_ONDER_VOORWAARDEN,)


# a row for each way, as a table
# fmt: off
NEEDS: dict[Weg, Needs] = {
    Weg.TOESTEMMING: Needs("R4 R15–R20 R59", (*WEIGHED, Toestemming.GELDIG), (WISH, TASK, KIND), Toestemming.GEGEVEN, claimed=False),
    Weg.EEN_OUDER: Needs("R22", (*WEIGHED, Toestemming.GELDIG, Gezag.TWEE, Soort.GEWOON), (WISH, TASK), Toestemming.VAN_EEN, (Voorwaarde.WET_EIST_TOESTEMMING,), claimed=False),
    Weg.ANONIEM: Needs("R12", (Ontvanger.ANONIEM,), verdicts=(Oordeel.MAG,)),
    Weg.ADVIES: Needs("R89", (Ontvanger.VEILIG_THUIS,), verdicts=(Oordeel.MAG,)),
    Weg.MEEWERKEN: Needs("R32 R38", (*WEIGHED, Ontvanger.MEEWERKEND, Toestemming.GEEN_BEZWAAR, Verteld.VOORAF), (GIVE, HELP, KIND)),
    Weg.MELDRECHT: Needs("R28 R88", (*WEIGHED, Ontvanger.VEILIG_THUIS, Voorwaarde.MELDCODE_GEVOLGD), (GIVE, TASK, TOLD)),
    Weg.ONDERZOEK_VT: Needs("R28", (*WEIGHED, Ontvanger.VEILIG_THUIS), (GIVE, TASK)),
    Weg.RAAD: Needs("R29 R98", (*WEIGHED, Ontvanger.RAAD), (GIVE, TASK, TOLD)),
    Weg.OTS_MAG: Needs("R30", (*WEIGHED, Ontvanger.GI), (GIVE, TASK, TOLD)),
    Weg.OTS_MOET: Needs("R30 R95", (*WEIGHED, Ontvanger.GI, Voorwaarde.GERICHT), (GIVE, TASK), verdicts=(Oordeel.MOET,)),
    Weg.EIGEN_TAAK: Needs("R97 R108", WEIGHED, ((Taak.VEILIG_THUIS, Taak.RAAD, Taak.GI), TOLD)),
    Weg.TERUGMELDING: Needs("R97", (*WEIGHED, Taak.VEILIG_THUIS)),
    Weg.CALAMITEIT: Needs("R107", (*WEIGHED, Ontvanger.OVERHEID), (GIVE, REPORTS), verdicts=(Oordeel.MOET,)),
    Weg.WMO_VERZOEK: Needs("R35", (*WEIGHED, Taak.WMO_AANBIEDER, Ontvanger.OVERHEID), verdicts=(Oordeel.MOET,)),
    Weg.WMO_ZELF: Needs("R38", (*WEIGHED, Taak.WMO_AANBIEDER, Ontvanger.OVERHEID), (GIVE, TOLD)),
    Weg.WMO_OPDRACHT: Needs("R38 R56, framework §3", (*WEIGHED, Taak.GEMEENTE, Ontvanger.HULPVERLENER), (GIVE, KIND, TOLD)),
    Weg.AANGIFTE: Needs("R36 R134", (*WEIGHED, Ontvanger.POLITIE, Voorwaarde.OVERLEGD), (GIVE, TASK)),
    Weg.EIGEN_GEBRUIK: Needs("R1 R2", (*WEIGHED, Wens.GEBRUIKEN), (TASK,)),
    Weg.VRAGEN: Needs("R60 R28–R30", (*WEIGHED, Wens.VRAGEN), ((Taak.GI, Taak.VEILIG_THUIS, Taak.RAAD, Taak.GEMEENTE), TOLD)),
    Weg.OUDER: Needs("R18 R143", (*WEIGHED, Ontvanger.OUDER, Gezag.DEZE_OUDER, Voorwaarde.NIETS_VERZET_ZICH), (GIVE, TASK, KIND), claimed=False),
    Weg.FEITEN: Needs("R24", (*WEIGHED, Ontvanger.OUDER, Gezag.ZONDER, Voorwaarde.ER_IS_OM_GEVRAAGD, Voorwaarde.NIETS_VERZET_ZICH), (GIVE, TASK, KIND), none_of=(Gezag.GI_VOOGD,), claimed=False),
    Weg.INZAGE: Needs("R120 R122", (Wens.RECHT, Recht.INZAGE, Voorwaarde.RECHTHEBBENDE, Voorwaarde.ANDEREN_AFGESCHERMD, Voorwaarde.NIETS_VERZET_ZICH)),
    Weg.OPNAME: Needs("R138"),
    Weg.VERZOEK: Needs("R47 R66 R123 R124", (Wens.RECHT, Voorwaarde.RECHTHEBBENDE), none_of=(Stand.VOORBIJ, Recht.INZAGE)),
    Weg.HULP: Needs("R52–R54", (Wens.HULP, Toestemming.GELDIG), (), Toestemming.GEGEVEN, claimed=False),
    Weg.HULP_MAATREGEL: Needs("R55", (*WEIGHED, Wens.HULP)),
}
# fmt: on
"""Each way by which information may go, or help may begin, with what it needs."""


AUTHORITY = {Gezag.TWEE: Beslist.TWEE_GEZAG, Gezag.EEN: Beslist.EEN_GEZAG, Gezag.GI_VOOGD: Beslist.GI_VOOGD}


def deciders(said: frozenset[Says], help: bool) -> frozenset[Beslist]:
    """Who must have said yes: for sharing R15–R20, for help R52–R54; empty when that cannot be said."""
    able, unable = Vermogen.IN_STAAT in said, Vermogen.NIET_IN_STAAT in said
    minor = bool(said & {Leeftijd.VAN_12_15, Leeftijd.VAN_16_17})
    found: set[Beslist] = set()
    if Leeftijd.TOT_12 in said or (minor and unable):
        found = {Beslist.IEDEREEN_MET_GEZAG} if help else {who for gezag, who in AUTHORITY.items() if gezag in said}
    elif minor and able:
        found = {Beslist.JONGERE_EN_GEZAG if help and Leeftijd.VAN_12_15 in said else Beslist.JONGERE}
    elif Leeftijd.VANAF_18 in said and able:
        found = {Beslist.VOLWASSENE}
    elif Leeftijd.VANAF_18 in said and unable and Voorwaarde.EERSTE_IN_DE_RIJ in said:
        found = {Beslist.VERTEGENWOORDIGER}
    return frozenset(found)


def danger_faults(steps: Sequence[Step], outcome: Outcome) -> list[str]:
    """Acute danger never waits: it is asked first, and who says yes or does not know is asked nothing more (R34, R140)."""
    if not steps or Gevaar not in steps[0].question.about:
        return ["nobody asked first whether there is danger"]
    answer = steps[0].answer
    if Gevaar.NEE in answer.says and Gevaar.JA not in answer.says:
        return []
    found = ["there is danger, or may be, and something is asked after it"] if len(steps) > 1 else []
    if "R34" not in outcome.rules or outcome.oordeel not in (Oordeel.DIRECT_HANDELEN, Oordeel.EERST_UITZOEKEN):
        found.append("there is danger, or may be, and the advice is not about that")
    if Gevaar.JA in answer.says and (outcome.oordeel is not Oordeel.DIRECT_HANDELEN or outcome.steps[0] != "Bel 112."):
        found.append(f"{Gevaar.JA}: to act is first to call 112")
    return found


def faults(steps: Iterable[Step], outcome: Outcome) -> list[str]:
    """Why this path may not end in this advice, in words; empty when it may: danger first, else only a permission is at fault."""
    steps = tuple(steps)
    if danger := danger_faults(steps, outcome):
        return danger
    if not outcome.oordeel.permissive or outcome.way is None:
        return []
    said = frozenset(value for step in steps for value in step.answer.says)
    way, needs = outcome.way, NEEDS[outcome.way]
    found = [f"{value} closes every way" for value in CLOSED if value in said]
    found += [f"{way} needs {value}" for value in needs.all_of if value not in said]
    found += [f"{way} needs one of {', '.join(map(str, row))}" for row in needs.one_of if said.isdisjoint(row)]
    found += [f"{aspect.__name__} is said twice" for aspect in ONE_VALUE if sum(type(v) is aspect for v in said) > 1]
    found += [f"{value} closes {way}" for value in needs.none_of if value in said]
    if needs.claimed and way not in said:
        found.append(f"no answer names the way {way}")
    if outcome.oordeel not in needs.verdicts:
        found.append(f"{way} cannot give {outcome.oordeel}")
    if needs.consent:
        given = {step.question.decides for step in steps if needs.consent in step.answer.says}
        if not given or given != deciders(said, help=Wens.HULP in said):
            found.append(
                f"consent of {given or 'nobody'}, needed of {set(deciders(said, Wens.HULP in said)) or 'unknown'}"
            )
        if (Wens.HULP in said) != (way is Weg.HULP):
            found.append("consent for help is no consent to share, nor the other way round (framework §1.1)")
    if way in (Weg.OUDER, Weg.FEITEN) and not _child_agrees(said, way):
        found.append(
            "a child of 12 or older who oversees it must agree; from 18 a parent has no part (R18, R19, R24, R74)"
        )
    return found


ONE_VALUE: tuple[type[Enum], ...] = (Leeftijd, Vermogen, Soort)
"""Aspects of which a path can say one value only: an answer that contradicts an earlier one is a fault."""


def _child_agrees(said: frozenset[Says], way: Weg) -> bool:
    unable = Vermogen.NIET_IN_STAAT in said
    if Leeftijd.TOT_12 in said:
        return True
    if Leeftijd.VAN_12_15 in said or (Leeftijd.VAN_16_17 in said and way is Weg.FEITEN):
        return unable or Voorwaarde.KIND_VINDT_GOED in said
    return Leeftijd.VAN_16_17 in said and unable
