"""Consent as a legal ground of the AVG: in principle not to be asked, except where a law asks for it (R2, R56, R57)."""

from __future__ import annotations

from decision_trees.bronnen import NIETS_GEDEELD, PP_GRONDSLAG, PP_TAAK, PP_UITLEG, WP_TWIJFEL
from decision_trees.meaning import Leeftijd, Twijfel, Voorwaarde
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

NODES: tuple[Node, ...] = (
    Question(
        id="avg-wet",
        text="Eist een wet zelf dat je hier uitdrukkelijke toestemming vraagt?",
        why="Een partner met een wettelijke taak vraagt in beginsel géén AVG-toestemming: een inwoner die van je afhankelijk "
        "is, is niet vrij. Uitzondering: de Wmo eist zelf toestemming als het college gegevens uit de Jeugdwet, "
        "Participatiewet of schuldhulp wil gebruiken voor een Wmo-voorziening, of bij uitwisseling daarvoor met "
        "zorgverzekeraar of zorgaanbieder.",
        sources=(wet("Wmo 5.1.1"), wet("Wmo 5.2.1"), wet("Wmo 5.2.5"), wet("AVG 7"), PP_GRONDSLAG, PP_TAAK),
        answers=(
            Answer(
                id="buiten-taak",
                text="Nee, en het hoort niet bij mijn wettelijke taak: foto’s, een nieuwsbrief, onderzoek",
                to="avg-overleg",
                says=(Twijfel.PAST_NIET,),
                rules=("R2", "R75"),
            ),
            Answer(id="nee", text="Nee", to="avg-niet-vragen", says=(Twijfel.PAST_NIET,), rules=("R2",)),
            Answer(id="ja", text="Ja, een van deze uitzonderingen", to="avg-leeftijd", rules=("R56", "R57")),
            weet_niet("avg-overleg"),
        ),
        rules=("R1", "R2", "R56", "R57"),
    ),
    Question(
        id="avg-leeftijd",
        text="Hoe oud is deze persoon?",
        why="De Wmo eist hier uitdrukkelijke toestemming. Iemand vanaf 16 jaar geeft die zelf. Voor wie jonger is doet de "
        "wettelijk vertegenwoordiger dat. De leeftijd op de dag van gebruiken of delen telt.",
        sources=(wet("UAVG 5"), wet("AVG 7"), wet("Wmo 5.1.1")),
        answers=(
            Answer(
                id="0-11",
                text="0 tot en met 11 jaar",
                to="gezag",
                says=(Leeftijd.TOT_12, Voorwaarde.WET_EIST_TOESTEMMING),
            ),
            Answer(
                id="12-15",
                text="12 tot en met 15 jaar",
                to="avg-12-15",
                says=(Leeftijd.VAN_12_15, Twijfel.BETWIST),
            ),
            Answer(
                id="16-17",
                text="16 of 17 jaar",
                to="besluit-16-17",
                says=(Leeftijd.VAN_16_17, Voorwaarde.WET_EIST_TOESTEMMING),
            ),
            Answer(
                id="18",
                text="18 jaar of ouder",
                to="besluit-18",
                says=(Leeftijd.VANAF_18, Voorwaarde.WET_EIST_TOESTEMMING),
            ),
            weet_niet("leeftijd-uitzoeken"),
        ),
        rules=("R56", "R57", "R75"),
    ),
    Outcome(
        id="avg-niet-vragen",
        oordeel=Oordeel.NU_NIET,
        title="Vraag hier geen AVG-toestemming",
        sentence="Je grondslag is je wettelijke taak. Een inwoner die van je afhankelijk is, kan niet vrij ja zeggen.",
        steps=(
            "Laat geen formulier tekenen.",
            "Leg uit wat je doet, waarom en op grond van welke wet.",
            "Heb je geheimhouding en wil je iets delen? Dat is een andere toestemming: kies die bij de vraag waarvoor je "
            "toestemming wilt.",
        ),
        record=("op welke wettelijke taak je steunt",),
        tell=("De inwoner: welke gegevens je gebruikt, waarvoor, en welke rechten hij heeft.",),
        change=("Eist een wet zelf toestemming? Kies dan ja bij de vorige vraag.",),
        sources=(PP_TAAK, PP_GRONDSLAG, PP_UITLEG, wet("AVG 6 lid 1, onder e"), wet("AVG 7 lid 4")),
        rules=("R1", "R2", "R39", "R58"),
    ),
    Outcome(
        id="avg-12-15",
        oordeel=Oordeel.OVERLEG,
        title="12 tot en met 15 jaar: vraag beiden en overleg",
        sentence="Voor de AVG geeft de vertegenwoordiger toestemming. Geheimhouding is van de jongere zelf. Overleg met je "
        "privacy-officer.",
        steps=(
            "Vraag de jongere én wie gezag heeft. Zegt een van beiden nee? Dan gebruik of geef je het nu niet.",
            "Laat nagaan of de Wmo dit nog zo regelt.",
        ),
        record=("wat de jongere zegt, wat wie gezag heeft zegt, en het overleg",),
        tell=("De jongere, en wie gezag heeft.",),
        change=("Gaat het om een gewone uitwisseling? Begin opnieuw en kies: informatie aan een ander geven.",),
        sources=(wet("UAVG 5"), wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("Wmo 5.1.1"), WP_TWIJFEL),
        rules=("R16", "R56", "R69", "R75"),
    ),
    Outcome(
        id="avg-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Overleg of een wet toestemming eist",
        sentence="Weet je niet of de wet hier zelf toestemming eist? Vraag je jurist of privacy-officer.",
        steps=(
            "Leg je vraag voor: welke gegevens, uit welke wet, voor welke voorziening?",
            "Hoort het niet bij je taak, zoals foto’s? Dan kan AVG-toestemming juist nodig zijn. Onder de 16 geeft de vertegenwoordiger die.",
            "Laat nagaan of de Wmo dit nog zo regelt.",
        ),
        record=("je vraag en het antwoord",),
        tell=(NIETS_GEDEELD,),
        change=("Weet je het? Kies dat bij de vorige vraag.",),
        sources=(wet("Wmo 5.1.1"), wet("Wmo 5.2.1"), wet("Wmo 5.2.5"), wet("UAVG 5"), WP_TWIJFEL),
        rules=("R2", "R48", "R56", "R57", "R75"),
    ),
)
