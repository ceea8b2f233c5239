"""The record of a weighing as a form (afwegingsverslag): the five considerations, the answers, the advice and its sources."""

from __future__ import annotations

from collections.abc import Iterator

from decision_trees.bronnen import PP_SCHRIFTELIJK, SC_DOSSIER, WP_TAAK, WP_VERSCHIL
from decision_trees.forms.model import (
    Block,
    Form,
    Taken,
    answer_of,
    answered,
    blank,
    heading,
    items,
    pairs,
    part_of,
    text,
    version_of,
)
from decision_trees.household import Household
from decision_trees.meaning import Afweging
from decision_trees.model import Outcome, Source, bepaling
from decision_trees.record import considerations, sources, weighs
from decision_trees.walk import View

PARTS = (
    ("Wat je nu doet", "steps"),
    ("Wat je vastlegt", "record"),
    ("Wat je vertelt", "tell"),
    ("Wat het advies verandert", "change"),
)
"""The parts of an advice, each with the field that holds it."""
GUIDE = tuple(bepaling(part.value) for part in Afweging if part is not Afweging.NIET)
"""The provisions of the guide that ask for the considerations."""


def weighing_form(view: View | None = None, date: str = "", household: Household | None = None) -> Form:
    """The record of a walk that ended; without a view: the empty form, to fill in on paper."""
    blocks = _filled(view, date, household) if view and isinstance(view.node, Outcome) else _empty()
    return Form(id="afwegingsverslag", title="Afwegingsverslag", about="", blocks=tuple(blocks))


def _filled(view: View, date: str, household: Household | None) -> Iterator[Block]:
    outcome = view.node
    assert isinstance(outcome, Outcome)
    version = version_of(view.tree)
    yield text(f"Gemaakt met {version.text}" + (f", op {date}." if date else "."), version, SC_DOSSIER)
    yield blank("Dossier of kenmerk (zonder namen hier)", 0, SC_DOSSIER)
    yield heading(f"Advies: {outcome.oordeel}", outcome.sources[0])
    yield text(f"{outcome.title}. {outcome.sentence}", part_of(outcome, "title", outcome.title),
               part_of(outcome, "sentence", outcome.sentence))  # fmt: skip
    if weighs(view.tree):
        yield heading("De vijf afwegingen van de wegwijzer", *GUIDE, WP_VERSCHIL)
        yield items(considerations(view), WP_TAAK, *GUIDE, *(answer_of(step) for step in view.route))
    yield heading("Antwoorden", WP_VERSCHIL, shown=False)
    yield answered(view.route)
    if household and household.rows:
        yield from _household(household)
    if outcome.ask:
        yield heading("Wie je iets vraagt", *outcome.sources, shown=False)
        yield text(outcome.ask, part_of(outcome, "ask", outcome.ask))
    for title, part in PARTS:
        texts: tuple[str, ...] = getattr(outcome, part)
        yield heading(title, *outcome.sources, shown=False)
        yield items(texts, *(part_of(outcome, part, one) for one in texts))
    yield heading("Bronnen", *outcome.sources, shown=False)
    yield text(sources(_all_sources(view, outcome)), *_all_sources(view, outcome))
    yield from _own()


def _all_sources(view: View, outcome: Outcome) -> tuple[Source, ...]:
    """The sources of the advice, then those of the questions, each once."""
    asked = (source for step in view.route for source in step.question.sources)
    return tuple(dict.fromkeys((*outcome.sources, *asked)))


def _household(household: Household) -> Iterator[Block]:
    rows = [
        (
            f"{row.name}, {row.age}",
            f"beslist: {row.decides}. "
            + "".join(f"{who}: {what}. " for who, what in row.said)
            + f"Advies: {row.advice}. {row.status}.",
        )
        for row in household.rows
    ]
    taken = [Taken("huishouden", part) for row in rows for part in row]
    yield heading(f"Iedereen in het stuk: {household.joint}", WP_VERSCHIL, shown=False)
    yield pairs(rows, *taken)


def _own() -> Iterator[Block]:
    yield heading("Eigen overweging", WP_VERSCHIL)
    yield blank(
        "Wat woog zwaar, wat besloot je, en met wie overlegde je? (zonder namen of geboortedata)", 5, WP_VERSCHIL
    )
    yield blank("Naam, functie, datum", 1, PP_SCHRIFTELIJK, SC_DOSSIER)


def _empty() -> Iterator[Block]:
    yield text(
        "Vul dit in voordat je deelt. Loop geen stap voorbij. Zet hier geen namen of geboortedata.",
        WP_VERSCHIL,
        SC_DOSSIER,
    )
    yield blank("Dossier of kenmerk, en datum", 1, SC_DOSSIER)
    yield heading("Taak en doel", WP_TAAK, GUIDE[0])
    yield blank("Vanuit welke taak handel ik?", 1, WP_TAAK)
    yield blank("Wat wil ik bereiken, in één zin?", 2, GUIDE[0])
    yield heading("De vijf afwegingen van de wegwijzer", *GUIDE[1:], WP_VERSCHIL)
    yield blank("1. Wat is er aan de hand, en waarom is delen nodig?", 2, GUIDE[1])
    yield blank("2. Is delen noodzakelijk voor het doel?", 2, GUIDE[2])
    yield blank("3. Welke informatie is nodig (niet: handig)?", 2, GUIDE[3])
    yield blank("4. Wat is de minst ingrijpende manier?", 2, GUIDE[4])
    yield blank("5. Alles gewogen: wat besluit ik, en waarom?", 4, WP_VERSCHIL)
    yield heading("Wat ik deed", PP_SCHRIFTELIJK, SC_DOSSIER)
    yield blank("Wat gaf ik, aan wie, op welke grond (toestemming of welke wet)?", 2, SC_DOSSIER, PP_SCHRIFTELIJK)
    yield blank("Hoe en wanneer vertelde ik het de betrokkene? Zo niet: waarom, en tot wanneer?", 2,
                bepaling("privacyprotocol/artikel-7/lid-2"), bepaling("privacyprotocol/artikel-7/lid-6"))  # fmt: skip
    yield blank("Met wie overlegde ik?", 1, bepaling("wegwijzer-professionals/basisregel-12"))
    yield blank("Naam, functie, datum", 1, SC_DOSSIER)
