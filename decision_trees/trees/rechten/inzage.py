"""Seeing one's data: what must be shielded, when it may wait or be refused (R120, R122, R164)."""

from __future__ import annotations

from decision_trees.bronnen import KLAGEN, PP_INZAGE, PP_ONDERSTEUNING, PP_TERMIJN
from decision_trees.meaning import Grond, Recht, Toestemming, Twijfel, Voorwaarde, Weg
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet
from decision_trees.trees.rechten.wie import RUST_OP, VERLENGBAAR

NODES: tuple[Node, ...] = (
    Question(
        id="inzage-grens",
        text="Is er een reden om iets niet of nog niet te laten zien?",
        why="Gegevens over anderen scherm je altijd af. Voor de rest is er bijna nooit een reden. Dat hij boos kan worden, is er geen.",
        sources=(wet("AVG 15 lid 4"), wet("Wmo 5.3.2 lid 4"), wet("Jw 7.3.15 lid 4"), wet("UAVG 41")),
        answers=(
            Answer(
                id="afschermen",
                text="Nee; wat over anderen gaat scherm ik af",
                to="inzage",
                says=(Voorwaarde.ANDEREN_AFGESCHERMD, Voorwaarde.NIETS_VERZET_ZICH, Weg.INZAGE),
                rules=("R122",),
            ),
            Answer(
                id="gevaar",
                text="Misschien: inzage brengt iemand in gevaar of schaadt een onderzoek van Veilig Thuis, of wie vraagt of machtigde staat onder druk",
                to="inzage-wacht",
                says=(Twijfel.VERZET_ZICH,),
                rules=("R27", "R118", "R120"),
            ),
            Answer(
                id="verzet",
                text="Misschien: het schaadt een kind of wie het niet overziet, of die wil niet dat de ander het leest",
                to="inzage-wacht",
                says=(Toestemming.BEZWAAR, Twijfel.VERZET_ZICH),
                rules=("R27", "R73"),
            ),
            Answer(
                id="vastgesteld",
                text="Ja: mijn jurist of FG stelde vast dat dit deel anderen of hemzelf echt schaadt",
                to="inzage-deels",
                says=(Voorwaarde.OVERLEGD, Grond.BESCHERMING),
                rules=("R164",),
            ),
            weet_niet("inzage-wacht"),
        ),
        rules=("R119", "R120", "R122", "R164"),
        rests_on=RUST_OP,
    ),
    Outcome(
        id="inzage",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.INZAGE,
        title="Geef inzage, en scherm anderen af",
        sentence="Hij mag alles zien wat over hem gaat, en jij moet het geven. Jouw oordeel over nut telt niet.",
        steps=(
            "Zoek alles op wat je organisatie over hem heeft, ook mails en notities.",
            "Scherm af wat over een ander gaat, zoals een andere ouder, de melder of een geheim adres.",
            "Zeg erbij waarvoor je de gegevens gebruikt en aan wie je ze gaf.",
            "Geef het langs een beveiligde weg, of lees het samen.",
        ),
        record=("het verzoek, de dag, wat je gaf en wat je afschermde",),
        tell=("De vrager: binnen een maand de gegevens, en waarom iets is afgeschermd. Noem ook cliëntondersteuning.",),
        change=("Brengt inzage iemand in gevaar? Overleg eerst.",),
        sources=(PP_INZAGE, wet("AVG 15"), wet("Jw 7.3.10"), wet("Wmo 5.3.2"), PP_TERMIJN, PP_ONDERSTEUNING),
        rules=("R47", "R120", "R122", "R128"),
        terms=VERLENGBAAR,
        rights=(Recht.INZAGE,),
    ),
    Outcome(
        id="inzage-wacht",
        oordeel=Oordeel.OVERLEG,
        title="Overleg vandaag welk deel wel kan",
        sentence="Weiger nog niets. Je jurist of FG bepaalt of er een wettelijke grond is om een deel niet te geven.",
        steps=(
            "Overleg met je jurist of FG. Bij geweld ook met Veilig Thuis.",
            "Geef vast wat zonder gevaar kan, met anderen afgeschermd.",
            "Is de vertegenwoordiger zelf het gevaar? Volg hem niet blind.",
        ),
        record=("wat je nog niet geeft, waarom, tot wanneer, en het overleg",),
        tell=("De vrager: binnen een maand wat hij krijgt en wat niet.",),
        change=("Is de reden voorbij? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Wmo 5.3.2 lid 4"), wet("Wmo 5.3.1 lid 3"), wet("Jw 7.3.15 lid 4"), wet("UAVG 41"), PP_TERMIJN),
        rules=("R27", "R73", "R118", "R120", "R164"),
        terms=VERLENGBAAR,
        rights=(Recht.INZAGE,),
    ),
    Outcome(
        id="inzage-deels",
        oordeel=Oordeel.NU_NIET,
        title="Geef dit deel niet, en de rest wel",
        sentence="De grond is bescherming van anderen of van hemzelf. Die geldt alleen voor wat echt moet.",
        steps=(
            "Geef alles wat buiten deze grond valt.",
            "Schrijf hem het besluit met de grond: artikel 41 UAVG, of bij Veilig Thuis artikel 5.3.2 lid 4 Wmo.",
            "Maakt de reden noemen zelf gevaar? Laat je jurist de brief schrijven.",
            "Spreek af wanneer je opnieuw kijkt.",
        ),
        record=("welk deel, de grond, waarom het nodig en evenredig is, en wie dat vaststelde",),
        tell=(KLAGEN,),
        change=("Is de reden voorbij? Geef het dan alsnog.",),
        sources=(
            wet("UAVG 41 lid 1, onder i"),
            wet("Wmo 5.3.2 lid 4"),
            wet("AVG 23"),
            wet("AVG 12 lid 4"),
            wet("UAVG 35"),
        ),
        rules=("R161", "R164"),
        terms=VERLENGBAAR,
        rights=(Recht.INZAGE,),
        refuses=Grond.BESCHERMING,
    ),
)
