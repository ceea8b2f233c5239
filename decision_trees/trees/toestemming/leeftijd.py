"""About whom the information is: the age decides who decides (R15, R16, R20)."""

from __future__ import annotations

from decision_trees.bronnen import NIETS_GEDEELD, PP_BETROKKENE, WP_TWIJFEL
from decision_trees.meaning import Leeftijd, Twijfel
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

NODES: tuple[Node, ...] = (
    Question(
        id="leeftijd",
        text="Over wie gaat de informatie? Hoe oud is deze persoon op de dag van delen?",
        why="De leeftijd bepaalt wie toestemming geeft. Gaat een stuk over meer mensen? Ieder beslist over zijn eigen "
        "gegevens, ook in het dossier van een ander. Loop de vragen dan per persoon door.",
        sources=(wet("Jw 7.3.15"), wet("Wmo 5.3.3"), wet("Wgbo 7:465"), PP_BETROKKENE),
        answers=(
            Answer(id="0-11", text="0 tot en met 11 jaar", to="gezag", says=(Leeftijd.TOT_12,), rules=("R15", "R68")),
            Answer(
                id="12-15",
                text="12 tot en met 15 jaar",
                to="besluit-12-15",
                says=(Leeftijd.VAN_12_15,),
                rules=("R16", "R75"),
            ),
            Answer(
                id="16-17", text="16 of 17 jaar", to="besluit-16-17", says=(Leeftijd.VAN_16_17,), rules=("R16", "R71")
            ),
            Answer(id="18", text="18 jaar of ouder", to="besluit-18", says=(Leeftijd.VANAF_18,), rules=("R74",)),
            Answer(id="ongeboren", text="Nog niet geboren", to="ongeboren", says=(Twijfel.PAST_NIET,), rules=("R137",)),
            Answer(id="overleden", text="Overleden", to="overleden", says=(Twijfel.PAST_NIET,), rules=("R136",)),
            weet_niet("leeftijd-uitzoeken"),
        ),
        rules=("R15", "R16", "R21", "R75"),
    ),
    Outcome(
        id="leeftijd-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst de leeftijd uit",
        sentence="Zonder leeftijd is niet te zeggen wie toestemming geeft.",
        ask="De betrokkene zelf, of de casusregisseur die het dossier heeft",
        steps=("Vraag het na, of kijk in het dossier.", "De leeftijd op de dag van delen telt."),
        record=("de leeftijdsgroep, zodra je die weet",),
        tell=(NIETS_GEDEELD,),
        change=("Weet je de leeftijd? Kies die bij de vorige vraag.",),
        sources=(wet("Jw 7.3.15"),),
        rules=("R75",),
    ),
    Outcome(
        id="ongeboren",
        oordeel=Oordeel.OVERLEG,
        title="Nog niet geboren: overleg",
        sentence="Advies vragen en melden bij Veilig Thuis kan. Voor de Raad of een GI: overleg met je jurist.",
        steps=("De zwangere beslist over haar eigen gegevens.", "Zorgen om het kind? Vraag Veilig Thuis advies."),
        record=("je zorgen, het advies en je besluit",),
        tell=("De zwangere, als dat veilig is.",),
        change=("Gaat het om gegevens van de zwangere zelf? Kies haar leeftijd.",),
        sources=(wet("BW 1:2"), wet("Wmo 5.2.6"), WP_TWIJFEL),
        rules=("R137",),
    ),
    Outcome(
        id="overleden",
        oordeel=Oordeel.OVERLEG,
        title="Overleden: eigen regels, vraag je jurist",
        sentence="Voor gegevens van iemand die is overleden gelden eigen regels. Vraag je jurist.",
        steps=("Geef nog niets.", "Leg de vraag voor aan je jurist, met wie erom vraagt en waarom."),
        record=("de vraag en het antwoord van de jurist",),
        tell=("Wie erom vraagt: dat je dit laat nagaan.",),
        change=("Gaat het ook over iemand die leeft? Kies diens leeftijd.",),
        sources=(wet("Jw 7.3.12a"), wet("Wgbo 7:458a"), WP_TWIJFEL),
        rules=("R136",),
    ),
)
