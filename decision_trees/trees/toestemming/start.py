"""Danger, and for what consent is wanted."""

from __future__ import annotations

from decision_trees.bronnen import NIETS_GEDEELD, PP_TOESTEMMING, WP_DOEL, WP_TAAK, WP_TAAK_SAMEN
from decision_trees.gevaar import gevaar
from decision_trees.meaning import Ontvanger, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

NODES: tuple[Node, ...] = (
    *gevaar("waarvoor"),
    Question(
        id="waarvoor",
        text="Waarvoor wil je toestemming?",
        why="Er zijn drie soorten toestemming. Ze hebben andere leeftijden en regels. Haal ze niet door elkaar.",
        sources=(PP_TOESTEMMING, wet("Jw 7.3.4"), wet("Jw 7.3.11"), wet("UAVG 5")),
        answers=(
            Answer(
                id="geheim",
                text="Ik wil informatie over iemand aan een ander geven (doorbreken van geheimhouding)",
                to="leeftijd",
                says=(Wens.GEVEN,),
            ),
            Answer(
                id="ouder",
                text="Een ouder vraagt informatie over het kind, of ik wil een ouder informeren",
                to="ouder-leeftijd",
                says=(Wens.GEVEN, Ontvanger.OUDER),
            ),
            Answer(id="hulp", text="Ik wil hulp of een behandeling starten", to="hulp-soort", says=(Wens.HULP,)),
            Answer(
                id="avg",
                text="Ik wil een formulier laten tekenen om gegevens te mogen verwerken (AVG)",
                to="avg-wet",
                says=(Wens.AVG,),
            ),
            weet_niet("doel-uitzoeken"),
        ),
        rules=("R1", "R3"),
    ),
    Outcome(
        id="doel-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit waarvoor je toestemming wilt",
        sentence="Bepaal eerst je taak en wat je wilt bereiken. Dan weet je welke toestemming je nodig hebt.",
        ask="Je leidinggevende of de casusregisseur",
        steps=(
            "Schrijf in één zin op wat je wilt doen, voor welke taak.",
            "Is dat niet helder? Leg het voor aan je leidinggevende.",
        ),
        record=("je taak en je doel, zodra je ze weet",),
        tell=(NIETS_GEDEELD,),
        change=("Weet je waarvoor je toestemming wilt? Kies dat bij de vorige vraag.",),
        sources=(WP_DOEL, WP_TAAK, WP_TAAK_SAMEN),
        rules=("R7", "R8"),
    ),
)
