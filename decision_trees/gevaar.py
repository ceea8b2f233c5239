"""Danger comes first: the first question of every tree, and what follows from it."""

from __future__ import annotations

from decision_trees.bronnen import PP_EIGEN_AFWEGING, PP_LATER_VERTELLEN, WP_TWIJFEL
from decision_trees.meaning import Gevaar
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

FIRST = "acuut-gevaar"
"""The id of that question."""


def gevaar(to: str) -> tuple[Node, ...]:
    """The question about danger, with its outcomes; without danger the tree goes on at `to`."""
    return (
        Question(
            id=FIRST,
            text="Is er nu acuut gevaar voor iemand?",
            why="Bij acuut gevaar gaat veiligheid voor. Dan wacht je niet op toestemming, gezag, leeftijd of rol.",
            sources=(PP_EIGEN_AFWEGING, wet("Wmo 5.2.6"), wet("AVG 6 lid 1, onder d")),
            answers=(
                Answer(id="ja", text="Ja", to="direct-handelen", says=(Gevaar.JA,)),
                Answer(id="nee", text="Nee", to=to, says=(Gevaar.NEE,)),
                weet_niet("twijfel-gevaar", "Ik twijfel"),
            ),
            rules=("R34", "R140"),
        ),
        Outcome(
            id="direct-handelen",
            oordeel=Oordeel.DIRECT_HANDELEN,
            title="Handel direct",
            sentence="Zorg eerst voor veiligheid. Wacht niet op toestemming, gezag, leeftijd of je privacy-officer.",
            steps=(
                "Bel 112.",
                "Bel daarna Veilig Thuis: 0800-2000, dag en nacht. Bij een psychische crisis: de crisisdienst.",
                "Deel wat helpers nu moeten weten: naam, plaats, gevaar. Geen dossier.",
            ),
            record=("wat er gebeurde, wat je deelde, met wie en waarom",),
            tell=("De betrokkenen, zodra dat veilig kan.",),
            change=("Is het gevaar geweken? Loop de boom dan opnieuw door.",),
            sources=(PP_EIGEN_AFWEGING, PP_LATER_VERTELLEN, wet("Wmo 5.2.6"), wet("AVG 6 lid 1, onder d")),
            rules=("R34", "R104", "R140"),
        ),
        Outcome(
            id="twijfel-gevaar",
            oordeel=Oordeel.EERST_UITZOEKEN,
            title="Twijfel over gevaar: zoek het nu uit",
            sentence="Bel nu iemand die met je meekijkt. Wacht niet tot morgen. Wordt het acuut, bel 112.",
            ask="Veilig Thuis, de huisarts of de crisisdienst",
            steps=(
                "Geweld of mishandeling? Bel Veilig Thuis: 0800-2000, dag en nacht. Zonder naam is het advies, geen melding.",
                "Gedachten aan zelfdoding, psychose of een medische crisis? Bel de huisarts, de huisartsenpost of de "
                "crisisdienst. Bel of verwijs ook naar Zelfmoordpreventie: 113 of 0800-0113.",
                "Blijf bij de persoon, of zorg dat er iemand is.",
            ),
            record=("je signalen, wie je belde en wat je besloot",),
            tell=("De persoon zelf: dat je je zorgen maakt en wie je belt, als dat veilig is.",),
            change=("Blijkt er acuut gevaar? Handel direct.", "Is er geen gevaar? Ga verder met de boom."),
            sources=(PP_EIGEN_AFWEGING, wet("Wmo 4.1.1 lid 3"), wet("Jw 4.1.7"), WP_TWIJFEL),
            rules=("R34", "R88", "R89"),
        ),
    )
