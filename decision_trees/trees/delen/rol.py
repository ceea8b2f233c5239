"""The role and task from which the professional acts (R7, framework §3)."""

from __future__ import annotations

from decision_trees.bronnen import (
    NIETS_GEDEELD,
    PP_ERVARINGSDESKUNDIGE,
    PP_GEHEIMHOUDING,
    PP_TAAK,
    SC_TAAK,
    WAT_JE_UITZOCHT,
    WP_TAAK,
    WP_TAAK_SAMEN,
)
from decision_trees.meaning import Taak, Twijfel
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, bepaling, weet_niet, wet

NODES: tuple[Node, ...] = (
    Question(
        id="rol",
        text="Vanuit welke rol en taak handel je nu?",
        why="Je deelt vanuit je eigen wettelijke taak. Ben je casusregisseur, of uitgeleend aan een team? Kies de organisatie "
        "waarvoor je deze taak doet. Weet je niet vanuit welke taak je handelt, dan deel je niet.",
        sources=(WP_TAAK, WP_TAAK_SAMEN, SC_TAAK, PP_TAAK, PP_GEHEIMHOUDING),
        answers=(
            Answer(
                id="lokaal-team",
                text="Gemeente of lokaal team (toegang, Wmo, Jeugdwet, leerplicht)",
                to="ontvanger",
                says=(Taak.GEMEENTE,),
            ),
            Answer(
                id="jeugdhulp",
                text="Jeugdhulpaanbieder, ook als het lokale team zelf jeugdhulp geeft",
                to="ontvanger",
                says=(Taak.JEUGDHULP,),
            ),
            Answer(
                id="zorg",
                text="Zorgverlener: (huis)arts, ggz, verpleegkundige, jeugdgezondheidszorg",
                to="ontvanger",
                says=(Taak.ZORG,),
                rules=("R51",),
            ),
            Answer(id="wmo", text="Wmo-aanbieder", to="ontvanger", says=(Taak.WMO_AANBIEDER,)),
            Answer(
                id="gi",
                text="Gecertificeerde instelling (GI)",
                to="ontvanger",
                says=(Taak.GI,),
                rules=("R50",),
            ),
            Answer(id="rvdk", text="Raad voor de Kinderbescherming", to="ontvanger", says=(Taak.RAAD,)),
            Answer(id="vt", text="Veilig Thuis", to="vt-eigen", says=(Taak.VEILIG_THUIS,), rules=("R37",)),
            Answer(
                id="ander",
                text="School, kinderopvang, welzijn, jongerenwerk of een ander beroep, met een taak die ik kan noemen",
                to="ontvanger",
                says=(Taak.ANDER_BEROEP,),
            ),
            Answer(
                id="ervaring",
                text="Ervaringsdeskundige of vrijwilliger",
                to="ervaringsdeskundige",
                says=(Twijfel.PAST_NIET,),
                rules=("R44", "R127"),
            ),
            weet_niet("rol-uitzoeken"),
        ),
        rules=("R1", "R3", "R7"),
    ),
    Outcome(
        id="rol-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit vanuit welke taak je handelt",
        sentence="Zonder duidelijke taak deel en vraag je niets.",
        ask="Je leidinggevende: vanuit welke taak doe ik dit?",
        steps=(
            "Werk je voor twee organisaties, of ben je uitgeleend? Kies de organisatie die jou deze taak gaf.",
            "Weet je het als buur, familielid of vriend, niet uit je werk? Dan bel je Veilig Thuis zoals iedereen: 0800-2000.",
            "Zijn taken in het team onduidelijk? Maak dat met elkaar helder.",
        ),
        record=(WAT_JE_UITZOCHT,),
        tell=(NIETS_GEDEELD,),
        change=("Weet je je taak? Kies die bij de vorige vraag.",),
        sources=(WP_TAAK, WP_TAAK_SAMEN, SC_TAAK, wet("Wmo 4.1.1")),
        rules=("R7", "R1", "R89"),
    ),
    Outcome(
        id="ervaringsdeskundige",
        oordeel=Oordeel.OVERLEG,
        title="Laat een professional dit doen",
        sentence="Een ervaringsdeskundige of vrijwilliger heeft geen eigen wettelijke taak om gegevens te delen. Overleg met de casusregisseur.",
        steps=(
            "Deel alleen wat met het gezin voor jouw rol is afgesproken.",
            "Zorgen over veiligheid? Vraag een professional te melden. Bij gevaar bel je zelf 112.",
        ),
        record=("wat je met de casusregisseur afsprak",),
        tell=(NIETS_GEDEELD,),
        change=("Vraagt een ander jou iets als professional? Kies dan die rol.",),
        sources=(
            bepaling("privacyprotocol/artikel-1/ervaringsdeskundigen"),
            PP_GEHEIMHOUDING,
            PP_ERVARINGSDESKUNDIGE,
            WP_TAAK,
        ),
        rules=("R7", "R44", "R127"),
    ),
)
