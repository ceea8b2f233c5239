"""Asking another for information: who asks tells something too (R60, R61)."""

from __future__ import annotations

from decision_trees.bronnen import PP_MINDER_INGRIJPEND, PP_NOODZAAK, PP_UITLEG
from decision_trees.meaning import Taak, Twijfel, Weg, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, bepaling, weet_niet, wet
from decision_trees.trees.delen.afweging import KLEINERE_KRING, OVERLEDEN, afweging
from decision_trees.trees.delen.vertellen import WAAR, en_later, vertellen

NODES: tuple[Node, ...] = (
    Question(
        id="vragen",
        text="Voor welke eigen taak vraag je dit?",
        why="Wie vraagt, vertelt ook iets: dat iemand hulp krijgt, en waarom. Voor een OTS, een onderzoek van Veilig Thuis of de "
        "Raad, en voor een Wmo-voorziening bij de aanbieder mag dat zonder toestemming. De ander weegt zelf of hij antwoordt.",
        sources=(
            bepaling("privacyprotocol/artikel-1/verwerken-van-persoonsgegevens"),
            PP_NOODZAAK,
            wet("Jw 7.3.11 lid 4"),
            wet("Wmo 5.2.6"),
            wet("BW 1:240"),
            wet("Wmo 5.2.2"),
        ),
        answers=(
            Answer(
                id="ots",
                text="Ik voer voor de GI een OTS uit",
                to="afweging-vragen",
                says=(Taak.GI, Weg.VRAGEN),
                rules=("R30",),
            ),
            Answer(
                id="vt",
                text="Ik onderzoek voor Veilig Thuis een melding",
                to="afweging-vragen",
                says=(Taak.VEILIG_THUIS, Weg.VRAGEN),
                rules=("R28",),
            ),
            Answer(
                id="raad",
                text="Ik doe voor de Raad onderzoek naar veiligheid of een maatregel",
                to="afweging-vragen",
                says=(Taak.RAAD, Weg.VRAGEN),
                rules=("R29",),
            ),
            Answer(
                id="raad-omgang",
                text="Ik werk voor de Raad aan gezag, omgang of een strafzaak, zonder vermoeden van mishandeling",
                to="rvdk-overleg",
                says=(Taak.RAAD, Twijfel.BETWIST),
                rules=("R92",),
            ),
            Answer(
                id="wmo",
                text="Ik vraag namens de gemeente een Wmo-aanbieder wat nodig is voor de voorziening",
                to="afweging-vragen",
                says=(Taak.GEMEENTE, Weg.VRAGEN),
            ),
            Answer(
                id="wmo-toestemming",
                text="Voor een Wmo-voorziening vraag ik zorgverzekeraar, zorgaanbieder, jeugdhulp of schuldhulp",
                to="soort-wmo",
                says=(Taak.GEMEENTE,),
                rules=("R56", "R57"),
            ),
            Answer(
                id="nee",
                text="Een andere taak, die ik kan noemen",
                to="soort-gegevens",
                says=(Taak.GENOEMD,),
                rules=("R31", "R60"),
            ),
            weet_niet("rol-uitzoeken"),
        ),
        rules=("R60", "R61", "R31", "R92"),
        rests_on=(Wens,),
    ),
    afweging("afweging-vragen", "vertellen-vragen", "deze vraag", KLEINERE_KRING, OVERLEDEN),
    vertellen("vertellen-vragen", "vragen-mag"),
    *en_later(
        Outcome(
            id="vragen-mag",
            oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
            way=Weg.VRAGEN,
            title="Je mag dit vragen; de ander weegt zelf",
            sentence="Je taak geeft je de vraag. Of de ander mag of moet antwoorden, bepaalt hij.",
            steps=(
                "Vraag het eerst aan de betrokkene zelf, waar het kan.",
                "Noem taak, doel en wat je nodig hebt. Bij een OTS: alleen over kind, opvoeding, ouder of voogd.",
                "Alleen een professional (OTS) of aanbieder (Wmo-voorziening) moet antwoorden, anders soms niet zonder toestemming.",
            ),
            record=("wat je vroeg, aan wie en voor welke taak", WAAR),
            tell=("De betrokkene: wat je vraagt, aan wie en waarvoor.",),
            change=("Is het niet voor die taak? Vraag eerst toestemming.",),
            sources=(
                PP_NOODZAAK,
                wet("Jw 7.3.11 lid 4"),
                wet("Wmo 5.2.6"),
                wet("BW 1:240"),
                wet("Wmo 5.2.2"),
                PP_MINDER_INGRIJPEND,
                PP_UITLEG,
            ),
            rules=("R60", "R28", "R29", "R30", "R38", "R117"),
        )
    ),
)
