"""Telling the person: in advance, unless a reason that the law knows lets it wait (protocol 7.2, 7.6; R38–R40, R119)."""

from __future__ import annotations

from dataclasses import replace

from decision_trees.bronnen import (
    NIETS_GEDEELD,
    PP_BEVEILIGD,
    PP_FOLDER,
    PP_LATER_VERTELLEN,
    PP_UITLEG,
    VERTELLEN,
    WAT_JE_UITZOCHT,
)
from decision_trees.meaning import WEIGHING_RESTS_ON, Verteld
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

ALLEEN_NODIG = "Geef alleen wat noodzakelijk is. Scheid feit en mening, en voeg de reactie van het gezin toe."
ANDEREN = "Staat er iets over een ander in? Laat dat weg, of vraag die ander zelf."
ANDEREN_WEG = "Laat weg wat over anderen gaat."
WAAR = "bij de partner met casusregie; er is geen gezamenlijk dossier"

NIET_VERTELD = Answer(
    id="niet-verteld",
    text="Nog niet verteld, of liever niet: dan worden ze boos",
    to="eerst-vertellen",
    says=(Verteld.NIET,),
    rules=("R119",),
)


def vertellen(id: str, to: str) -> Question:
    """Whether the person knows in advance; who may be told later ends at the outcome `to` with "-later"."""
    return Question(
        id=id,
        text="Heb je het de betrokkene vooraf verteld?",
        why="Je vertelt vooraf waarvoor je deelt, welke gegevens en met wie. Boosheid of een goede relatie is geen reden om te "
        "zwijgen. Onveiligheid (ook een geheim adres) of een strafrechtelijk onderzoek kan dat tijdelijk wel zijn.",
        sources=(PP_UITLEG, PP_LATER_VERTELLEN, VERTELLEN),
        answers=(
            Answer(
                id="ja", text="Ja, of ik doe het voordat ik iets geef", to=to, says=(Verteld.VOORAF,), rules=("R39",)
            ),
            Answer(
                id="later",
                text="Vertellen vooraf maakt iemand onveilig, of doorkruist een strafrechtelijk onderzoek",
                to=f"{to}-later",
                says=(Verteld.LATER,),
                rules=("R40",),
            ),
            Answer(
                id="onbereikbaar",
                text="Ik kan de betrokkene nu niet bereiken, en wachten kan niet",
                to=f"{to}-later",
                says=(Verteld.LATER,),
                rules=("R40",),
            ),
            NIET_VERTELD,
            weet_niet("vertellen-uitzoeken"),
        ),
        rules=("R38", "R39", "R40", "R119"),
        rests_on=WEIGHING_RESTS_ON,
    )


def en_later(outcome: Outcome) -> tuple[Outcome, Outcome]:
    """An advice, and the same advice for who tells the person later: an outcome of its own, in every form."""
    return outcome, replace(
        outcome,
        id=f"{outcome.id}-later",
        title=f"{outcome.title}; vertel het later",
        record=(*outcome.record, "waarom je het later vertelt, op grond van welke wet, en tot wanneer"),
        tell=(
            "De betrokkene: nu nog niet. Bepaal wanneer wel, en kijk op die datum opnieuw.",
            "Niet te bereiken? Leg je pogingen vast, en vertel het zodra het kan.",
        ),
        sources=(
            *outcome.sources,
            *(
                source
                for source in (PP_LATER_VERTELLEN, wet("UAVG 41"), wet("AVG 23"), wet("Wmo 5.3.1 lid 2"))
                if source not in outcome.sources
            ),
        ),
        rules=(*outcome.rules, "R40"),
    )


EERST_VERTELLEN = Outcome(
    id="eerst-vertellen",
    oordeel=Oordeel.NU_NIET,
    title="Vertel het eerst",
    sentence="Delen zonder medeweten mag niet, ook niet als de ander boos wordt.",
    steps=(
        "Vertel waarvoor je deelt, welke gegevens en met wie.",
        "Vraag om een reactie. Beloof geen keuze die er niet is.",
        "Is vertellen onveilig, of doorkruist het een strafrechtelijk onderzoek? Kies dat antwoord, als de wet het toelaat.",
    ),
    record=("wanneer en hoe je het vertelde, en de reactie",),
    tell=("De betrokkene, vooraf.",),
    change=("Heb je het verteld? Kies dat bij de vorige vraag.",),
    sources=(PP_UITLEG, PP_FOLDER, PP_LATER_VERTELLEN, VERTELLEN),
    rules=("R38", "R39", "R58", "R119"),
)

NODES: tuple[Node, ...] = (
    Outcome(
        id="vertellen-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Ga eerst na hoe en wanneer je het vertelt",
        sentence="Vooraf vertellen is de regel. Weet je niet of dat veilig kan, overleg dan eerst.",
        ask="Je aandachtsfunctionaris, of Veilig Thuis zonder naam (0800-2000)",
        steps=(
            "Bespreek of vertellen iemand onveilig maakt, en wanneer het wel kan.",
            "Niet te bereiken? Probeer op verschillende manieren contact te krijgen.",
        ),
        record=(WAT_JE_UITZOCHT,),
        tell=(NIETS_GEDEELD,),
        change=("Weet je het? Kies dat bij de vorige vraag.",),
        sources=(PP_UITLEG, PP_LATER_VERTELLEN, PP_BEVEILIGD),
        rules=("R39", "R40"),
    ),
    EERST_VERTELLEN,
    replace(
        EERST_VERTELLEN,
        id="eerst-vertellen-meewerkend",
        title="Vertel het eerst, en hoor of er bezwaar is",
        steps=(
            "Vertel waarvoor je deelt, welke gegevens en met wie.",
            "Vraag of hij, of wie voor hem beslist, bezwaar heeft. Zo ja? Kies dan het antwoord “maakt bezwaar”.",
            "Is vertellen onveilig? Kies dat antwoord.",
        ),
        record=("wanneer en hoe je het vertelde, de reactie en een bezwaar",),
        sources=(PP_UITLEG, wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.11 lid 3"), wet("Wmo 5.3.3 lid 3"), VERTELLEN),
        rules=("R32", "R38", "R39", "R119"),
    ),
)
