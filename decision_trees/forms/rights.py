"""What a request asks to be written: a confirmation, an extension within the month, a decision with where to complain (AVG 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decision_trees.bronnen import PP_ONDERSTEUNING, PP_RECHTEN, PP_TERMIJN, SC_RECHTEN
from decision_trees.forms.dates import NO_DATES, Dates, dated
from decision_trees.forms.model import Block, Form, blank, choices, heading, items, pairs, part_of, text
from decision_trees.meaning import Grond, Stand, Termijn, Wens
from decision_trees.model import Outcome, wet
from decision_trees.walk import View, said_on

TERM, REASONS = wet("AVG 12 lid 3"), wet("AVG 12 lid 4")
CONFIRM = re.compile(r"\bBevestig (?:wel )?(?:dat )?het verzoek\b")
"""How an advice has a request confirmed."""


def rights_forms(view: View, dates: Dates = NO_DATES) -> Iterator[Form]:
    """The letters that go with an advice about a request. An extension only while it can still be announced.

    That someone uses a right must have been said: a term that has passed can also be that of a leak.
    """
    outcome = view.node
    said = said_on(view.route)
    if not isinstance(outcome, Outcome) or Wens.RECHT not in said:
        return
    if confirms(outcome) or (Termijn.ANTWOORD in outcome.terms and Stand.VERLENGD not in said):
        yield receipt_form(view, dates)
    if Termijn.VERLENGING in outcome.terms and Stand.VERLENGD not in said:
        yield extension_form(dates)
    if Termijn.VERLENGD in outcome.terms or Stand.VOORBIJ in said or outcome.refuses:
        yield decision_form(view, dates)


def confirms(outcome: Outcome) -> bool:
    """Whether an advice has the request confirmed."""
    return any(CONFIRM.search(words) for words in (outcome.sentence, *outcome.steps))


def receipt_form(view: View | None = None, dates: Dates = NO_DATES) -> Form:
    """The confirmation that a request came in (R47, R165)."""
    return Form(id="ontvangst", title="Brief: wij kregen uw verzoek", about="", blocks=tuple(_receipt(view, dates)))


def _receipt(view: View | None, dates: Dates) -> Iterator[Block]:
    yield blank("Aan", 1, PP_RECHTEN)
    yield dated("Wij kregen uw verzoek op", "dag", dates.day, 0, TERM, PP_TERMIJN)
    yield blank("U vraagt", 2, PP_RECHTEN)
    outcome = view.node if view else None
    if isinstance(outcome, Outcome) and not {PP_TERMIJN, TERM} & {*outcome.sources} and not outcome.terms:
        # No term of the protocol runs: of who died the GDPR says nothing, but who asks does hear when an answer comes.
        told = (part_of(outcome, "tell", words) for words in outcome.tell)
        yield blank("Wie u antwoord geeft, en wanneer (naam, telefoon, dag)", 1, *told, *outcome.sources)
        return
    yield blank("Wie beslist (organisatie, contactpersoon, telefoon)", 1, SC_RECHTEN)
    yield dated("U krijgt antwoord uiterlijk op", "dag", dates.until(Termijn.ANTWOORD), 0, TERM, PP_TERMIJN)
    yield items(
        (
            "Duurt het langer, omdat het moeilijk is? Dan hoort u dat vóór die dag, met de reden.",
            "U kunt uw verzoek altijd veranderen of intrekken.",
            "Wilt u hulp? U heeft recht op onafhankelijke cliëntondersteuning. Die is gratis.",
        ),
        TERM, PP_TERMIJN, PP_ONDERSTEUNING, PP_RECHTEN,
    )  # fmt: skip


def extension_form(dates: Dates = NO_DATES) -> Form:
    """The message that an answer takes longer: with reasons, and within the first month (R157)."""
    return Form(id="verlenging", title="Brief: wij hebben meer tijd nodig", about="", blocks=tuple(_extension(dates)))


def _extension(dates: Dates) -> Iterator[Block]:
    yield blank("Aan", 1, PP_RECHTEN)
    yield dated("U vroeg op", "dag", dates.day, 0, TERM)
    yield text("Duurt een antwoord langer? Dan moet u dat binnen een maand na uw verzoek horen.", TERM, PP_TERMIJN)
    yield blank("Wij hebben meer tijd nodig, omdat (waarom dit verzoek moeilijk is)", 3, TERM, PP_TERMIJN)
    latest = dates.until(Termijn.VERLENGD)
    hint = f"hoogstens {latest}" if latest else "hoogstens drie maanden na uw verzoek"
    yield blank(f"U krijgt antwoord uiterlijk op ({hint})", 0, TERM, PP_TERMIJN)
    yield blank("Dit krijgt u nu al", 2, TERM)
    yield blank("Wie u kunt bellen", 1, PP_RECHTEN)
    yield text("Bent u het er niet mee eens? U kunt klagen bij de Autoriteit Persoonsgegevens.", wet("AVG 77"))


def decision_form(view: View | None = None, dates: Dates = NO_DATES) -> Form:
    """The decision: what is done or not done, on which ground, and where to go (R161)."""
    return Form(id="besluit", title="Brief: ons besluit op uw verzoek", about="", blocks=tuple(_decision(view, dates)))


def _decision(view: View | None, dates: Dates) -> Iterator[Block]:
    outcome = view.node if view and isinstance(view.node, Outcome) else None
    refuses: Grond | None = outcome.refuses if outcome else None
    yield blank("Aan", 1, PP_RECHTEN)
    if dates.day:
        yield pairs([("U vroeg op", dates.day)], PP_RECHTEN)
        yield blank("Wat u vroeg", 2, PP_RECHTEN)
    else:
        yield blank("U vroeg op (dag), en wat u vroeg", 2, PP_RECHTEN)
    if view and Stand.VOORBIJ in said_on(view.route):
        yield text("U had dit antwoord eerder moeten krijgen. Wij bieden u onze excuses aan.", TERM)
        yield blank("Waarom het te laat is", 2, TERM)
    if outcome and refuses:
        yield text("Wij doen dit niet, of niet helemaal.", REASONS)
        yield text(f"De wettelijke grond: {refuses.value}.", REASONS, *outcome.sources)
        yield blank("Waarom dat hier geldt, en wie dat heeft vastgesteld", 3, REASONS)
        yield blank("Wat u wel krijgt", 2, REASONS)
    elif outcome:
        yield heading("Wat wij doen", part_of(outcome, "title", outcome.title), TERM)
        yield blank("Wat wij doen, en wanneer", 3, TERM)
        yield blank("Wat wij niet doen, en op welke wettelijke grond (anders leeg)", 2, REASONS)
    else:
        yield choices("", ("Wij doen wat u vraagt.", "Wij doen een deel.", "Wij doen het niet."), TERM, REASONS)
        yield blank("Wat wij doen, en wanneer", 2, TERM)
        yield blank("Wat wij niet doen, op welke wettelijke grond, en waarom die hier geldt", 3, REASONS)
    yield blank("Wie u kunt bellen", 1, PP_RECHTEN)
    yield heading("Bent u het er niet mee eens?", wet("AVG 77"), wet("UAVG 34"), wet("UAVG 35"), wet("Awb 6:7"))
    yield items(
        (
            "U kunt altijd klagen bij de Autoriteit Persoonsgegevens.",
            "Is dit een besluit van de gemeente of een andere overheid? Maak dan bezwaar binnen zes weken.",
            "Is het van een andere organisatie? Ga dan binnen zes weken naar de rechtbank. Een advocaat hoeft niet.",
            "Een onafhankelijke cliëntondersteuner kan u helpen.",
        ),
        wet("AVG 77"), wet("UAVG 34"), wet("UAVG 35"), wet("Awb 6:7"), PP_ONDERSTEUNING,
    )  # fmt: skip
