"""The message that goes with what is given: use it for this only, and what the receiver must know (protocol 3.4, 6.1; R8, R40)."""

from __future__ import annotations

from collections.abc import Iterator

from decision_trees.bronnen import (
    HERSTELLEN,
    PP_BEVEILIGD,
    PP_DOELBINDING,
    PP_GEHEIMHOUDING,
    PP_INTREKKEN,
    PP_LATER_VERTELLEN,
    PP_UITLEG,
    SC_DOSSIER,
    WP_DOEL,
)
from decision_trees.forms.model import Block, Form, answer_of, blank, choices, heading, items, part_of, text
from decision_trees.meaning import Verteld, Weg
from decision_trees.model import Outcome, wet
from decision_trees.walk import View, said_on

CONSENT = (Weg.TOESTEMMING, Weg.EEN_OUDER)


def message_form(view: View | None = None) -> Form:
    """The message to who receives something; without a view: the empty one."""
    return Form(
        id="bericht",
        title="Bij gegevens die je krijgt",
        about="",
        blocks=(*_head(), *_use(), *_ground(view), *_told(view), *_check()),
    )


def _head() -> Iterator[Block]:
    yield blank("Aan (naam, organisatie, functie)", 1, PP_UITLEG, SC_DOSSIER)
    yield blank("Van (naam, organisatie, telefoon), datum", 1, PP_UITLEG, SC_DOSSIER)
    yield blank("Over (kenmerk dat jij en ik kennen)", 1, SC_DOSSIER)


def _use() -> Iterator[Block]:
    yield heading("Gebruik dit alleen voor", PP_DOELBINDING, WP_DOEL)
    yield blank("Doel", 2, PP_DOELBINDING, WP_DOEL)
    yield items(
        (
            "Gebruik het niet voor iets anders, ook niet later.",
            "Voor jou geldt geheimhouding. Geef het niet door, tenzij de wet dat vraagt of toelaat.",
            "Klopt er iets niet? Laat het mij weten. Verbeter ik iets, dan hoor je dat.",
        ),
        PP_DOELBINDING, PP_GEHEIMHOUDING, HERSTELLEN, wet("AVG 19"),
    )  # fmt: skip


def _ground(view: View | None) -> Iterator[Block]:
    yield heading("Waarom ik dit mag of moet geven", PP_UITLEG)
    outcome = view.node if view else None
    if not isinstance(outcome, Outcome) or outcome.way is None:
        yield choices(
            "",
            ("met toestemming van wie beslist, voor dit doel", "op grond van de wet (vul in)"),
            PP_INTREKKEN, PP_UITLEG,
        )  # fmt: skip
        yield blank("Wet en artikel", 1, PP_UITLEG)
        return
    first = outcome.sources[0]
    yield text(f"{outcome.sentence} ({first.label})", part_of(outcome, "sentence", outcome.sentence), first)
    if outcome.way in CONSENT:
        yield text(
            "De toestemming kan altijd worden ingetrokken. Dan hoor je van mij dat er niets meer volgt.",
            PP_INTREKKEN, wet("AVG 7 lid 3"),
        )  # fmt: skip


def _told(view: View | None) -> Iterator[Block]:
    yield heading("Weet de betrokkene dit?", PP_UITLEG, PP_LATER_VERTELLEN)
    step = next((s for s in view.route if {Verteld.VOORAF, Verteld.LATER} & {*s.answer.says}), None) if view else None
    said = said_on(view.route) if view else frozenset()
    if step and Verteld.LATER in said:
        yield text(
            "Nog niet, en dat kan nu niet. Praat er niet over met de betrokkene of zijn omgeving voordat je met mij hebt gebeld.",
            answer_of(step), PP_LATER_VERTELLEN,
        )  # fmt: skip
    else:
        rests = (PP_UITLEG, *((answer_of(step),) if step else ()))
        yield choices(
            "",
            (
                "Ja, de betrokkene weet wat ik geef, aan wie en waarvoor.",
                "Nee, nog niet. Praat er niet over voordat je met mij hebt gebeld.",
            ),
            *rests, PP_LATER_VERTELLEN,
        )  # fmt: skip


def _check() -> Iterator[Block]:
    """What was seen to, as the receiver may know it: what the advice has the sender do stays with the sender."""
    yield heading("Wat ik naging voordat ik dit verstuurde", PP_BEVEILIGD)
    yield choices(
        "",
        (
            "Alleen wat noodzakelijk is staat erin.",
            "Feit en mening staan apart, met de reactie van het gezin.",
            "Wat over een ander gaat, is weggelaten.",
            "Het gaat langs een beveiligde weg.",
        ),
        PP_DOELBINDING, HERSTELLEN, PP_BEVEILIGD, wet("Jw 7.3.11 lid 1"),
    )  # fmt: skip
