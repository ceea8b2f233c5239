"""Which forms go with an advice, and the empty ones. A consent form only where the advice is to ask for consent to share."""

from __future__ import annotations

from collections.abc import Iterator

from decision_trees.forms.consent import consent_form, decider, withdrawal_form
from decision_trees.forms.dates import NO_DATES, Dates
from decision_trees.forms.leak import leak_forms, partners_form, persons_form, register_form
from decision_trees.forms.message import message_form
from decision_trees.forms.model import Form
from decision_trees.forms.rights import decision_form, extension_form, receipt_form, rights_forms
from decision_trees.forms.weighing import weighing_form
from decision_trees.household import Household, Row
from decision_trees.household_facts import GI, REPRESENTATIVE, name
from decision_trees.meaning import Recht, Toestemming, Twijfel, Weg, Wens
from decision_trees.model import Oordeel, Outcome
from decision_trees.walk import View, said_on

GIVING = frozenset(
    {
        Weg.TOESTEMMING, Weg.EEN_OUDER, Weg.MEEWERKEN, Weg.MELDRECHT, Weg.ONDERZOEK_VT, Weg.RAAD, Weg.OTS_MAG, Weg.OTS_MOET,
        Weg.EIGEN_TAAK, Weg.CALAMITEIT, Weg.WMO_VERZOEK, Weg.WMO_ZELF, Weg.WMO_OPDRACHT,
    }
)  # fmt: skip
"""The ways by which something goes to a professional who must know what it is for."""
WITHDRAWN = frozenset({Toestemming.INGETROKKEN, Recht.INTREKKEN})
"""Taken back, as the trees about sharing say it and as the tree about rights does."""
STILL_TO_ASK = frozenset({Toestemming.NIET_GEVRAAGD, Toestemming.ONGELDIG})


def asks_for_consent(view: View) -> bool:
    """Whether the advice is to ask for consent to share, now or anew: nothing else stands in the way, and someone decides.

    Consent for help is another consent, and where the law gives or demands nobody is asked (framework §1.1, R58).
    """
    outcome = view.node
    if not isinstance(outcome, Outcome) or outcome.oordeel is not Oordeel.NU_NIET or not view.route:
        return False
    asked = any(
        answer.to == outcome.id and not STILL_TO_ASK.isdisjoint(answer.says)
        for question in view.tree.questions.values()
        for answer in question.answers
    )
    before, said = said_on(view.route[:-1]), said_on(view.route)
    return asked and before.isdisjoint(Twijfel) and Wens.HULP not in said and decider(view) is not None


def deciders(household: Household, row: Row) -> list[str]:
    """Who is to be asked about a person: who was not asked yet, or everyone who said yes where that does not hold."""
    anew = Toestemming.ONGELDIG in row.view.route[-1].answer.says
    return [
        who
        for who in (*household.persons, GI, REPRESENTATIVE)
        if row.person in household.things(who)
        and household.needed(who, row.person)
        and household.decision(who, row.person) in (("gegeven", "niet-gevraagd") if anew else ("niet-gevraagd",))
    ]


def consent_forms(view: View, household: Household | None) -> Iterator[Form]:
    """A consent form for each decider about each person: of the household where it is filled in, else of the walk."""
    if household and household.rows:
        if not household.fits or household.danger != "nee":
            return
        for row in household.rows:
            if asks_for_consent(row.view):
                for who in deciders(household, row):
                    yield consent_form(f"toestemming.{who}.{row.person}", row.view, name(who), row.name)
    elif asks_for_consent(view):
        yield consent_form(view=view)


def forms(view: View, date: str, household: Household | None = None, dates: Dates = NO_DATES) -> tuple[Form, ...]:
    """The forms that go with where a walk stands; none before it has ended, but those of a household."""
    found = [*consent_forms(view, household)]
    outcome = view.node
    said = said_on(view.route)
    way = outcome.way if isinstance(outcome, Outcome) else None
    if found or way in (Weg.TOESTEMMING, Weg.EEN_OUDER) or not said.isdisjoint(WITHDRAWN):
        found.append(withdrawal_form())
    found += [*leak_forms(view, dates), *rights_forms(view, dates)]
    if isinstance(outcome, Outcome):
        found.append(weighing_form(view, date, household))
    if way in GIVING:
        found.append(message_form(view))
    return tuple(found)


def empty_forms() -> tuple[Form, ...]:
    """The same forms without a walk, for who works on paper."""
    return (
        consent_form(), withdrawal_form(), weighing_form(), message_form(), register_form(), partners_form(), persons_form(),
        receipt_form(), extension_form(), decision_form(),
    )  # fmt: skip
