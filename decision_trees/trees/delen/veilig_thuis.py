"""Veilig Thuis as receiver, and Veilig Thuis itself (R28, R37, R88–R91, R97)."""

from __future__ import annotations

from decision_trees.bronnen import BEVEILIGD, FEITEN, PP_BEVEILIGD, PP_LATER_VERTELLEN, PP_TAAK, PP_UITLEG
from decision_trees.meaning import Taak, Twijfel, Voorwaarde, Weg, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet
from decision_trees.trees.delen.afweging import VAN_POLITIE, afweging
from decision_trees.trees.delen.vertellen import ALLEEN_NODIG, WAAR, en_later, vertellen

NODES: tuple[Node, ...] = (
    Question(
        id="vt-taak",
        text="Waarvoor geef je het aan Veilig Thuis?",
        why="Bij een redelijk vermoeden van huiselijk geweld of kindermishandeling, of als Veilig Thuis een melding onderzoekt, "
        "mag je informatie geven zonder toestemming. Dat geldt alleen voor Veilig Thuis in zijn taak, niet voor een "
        "teamlid dat er ook werkt.",
        sources=(wet("Wmo 5.2.6"), wet("Wmo 4.1.1"), wet("Jw 4.1.7"), wet("Wmo 3.3"), wet("Wkkgz 8")),
        answers=(
            Answer(
                id="advies",
                text="Advies, zonder naam of herkenbare gegevens",
                to="vt-advies",
                says=(Weg.ADVIES,),
                rules=("R89",),
            ),
            Answer(
                id="onderzoek",
                text="Veilig Thuis onderzoekt nu een melding en vraagt mij om informatie",
                to="afweging-vt-vraagt",
                says=(Weg.ONDERZOEK_VT,),
                rules=("R28",),
            ),
            Answer(
                id="melding",
                text="Een vermoeden van huiselijk geweld of kindermishandeling; ik heb de stappen van de meldcode gevolgd",
                to="afweging-vt",
                says=(Weg.MELDRECHT, Voorwaarde.MELDCODE_GEVOLGD),
                rules=("R28", "R88", "R90"),
            ),
            Answer(
                id="zonder-stappen",
                text="Zo’n vermoeden, maar de meldcode heb ik nog niet gevolgd",
                to="meldcode",
                says=(Twijfel.PAST_NIET,),
                rules=("R88",),
            ),
            Answer(
                id="teamlid",
                text="Hij werkt bij Veilig Thuis, maar zit hier als teamlid",
                to="vt-teamlid",
                says=(Twijfel.PAST_NIET,),
                rules=("R91",),
            ),
            Answer(
                id="geen-vermoeden",
                text="Geen vermoeden en geen onderzoek (meer): Veilig Thuis monitort, of is partner",
                to="soort-gegevens",
            ),
            weet_niet("meldcode"),
        ),
        rules=("R28", "R88", "R89", "R90", "R91"),
        rests_on=(Wens, Taak),
    ),
    afweging("afweging-vt-vraagt", "antwoord-vt", "wat Veilig Thuis vraagt", VAN_POLITIE, via_betrokkene=False),
    afweging("afweging-vt", "vertellen-vt", "deze melding", VAN_POLITIE, via_betrokkene=False),
    vertellen("vertellen-vt", "delen-vt"),
    Question(
        id="vt-eigen",
        text="Wat wil je als Veilig Thuis doen?",
        why="Veilig Thuis mag na een melding of onderzoek laten weten wat een ander nodig heeft. De melder hoort welke stappen "
        "zijn gezet. Een verslag gaat niet zomaar rond.",
        sources=(wet("Wmo 4.1.1 lid 2"), wet("Wmo 5.3.3"), PP_TAAK),
        answers=(
            Answer(
                id="afronden",
                text="Passende hulp (geen school of familie), politie of de Raad geven wat zij na een melding of onderzoek nodig hebben",
                to="afweging-taak",
                says=(Weg.EIGEN_TAAK,),
                rules=("R97",),
            ),
            Answer(
                id="terugmelden",
                text="De melder vertellen wat er met de melding is gedaan",
                to="afweging-terugmelding",
                says=(Weg.TERUGMELDING,),
                rules=("R97",),
            ),
            Answer(id="anders", text="Iets anders", to="ontvanger"),
            weet_niet("rol-uitzoeken"),
        ),
        rules=("R37", "R97"),
        rests_on=(Wens, Taak),
    ),
    afweging("afweging-terugmelding", "vt-terugmelding", "alleen de gezette stappen"),
    Outcome(
        id="meldcode",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Volg eerst de stappen van de meldcode",
        sentence="Een vermoeden vraagt om vijf stappen. Advies vragen kan altijd, zonder naam.",
        ask="Je aandachtsfunctionaris, of Veilig Thuis voor advies (0800-2000)",
        steps=(
            "Breng de signalen in kaart.",
            "Overleg met een collega, en vraag Veilig Thuis advies.",
            "Praat met de betrokkenen, tenzij dat onveilig is. Spreek iemand alleen als een ander het gevaar kan zijn.",
            "Weeg, en beslis over hulp en melden. Bij acute of structurele onveiligheid is melden de norm.",
        ),
        record=("elke stap van de meldcode",),
        tell=("De betrokkenen, in stap 3, tenzij dat onveilig is.",),
        change=("Heb je de stappen gevolgd? Kies dat bij de vorige vraag.", "Wordt het acuut? Handel direct."),
        sources=(wet("Jw 4.1.7"), wet("Wmo 3.3"), wet("Wkkgz 8"), wet("Wmo 4.1.1 lid 3"), wet("Wmo 5.2.6")),
        rules=("R88", "R89"),
    ),
    Outcome(
        id="vt-teamlid",
        oordeel=Oordeel.NU_NIET,
        title="Niet op deze manier: een teamlid is niet Veilig Thuis",
        sentence="Wat je Veilig Thuis mag melden, mag je niet vertellen aan een teamlid dat er ook werkt.",
        steps=("Vraag Veilig Thuis advies zonder naam, of doe een echte melding volgens de meldcode.",),
        record=("hoe je advies vroeg of meldde",),
        tell=("Het teamlid: dat je dit niet hier bespreekt.",),
        change=("Ga je melden? Kies dan Veilig Thuis in zijn taak.",),
        sources=(wet("Wmo 5.2.6"), wet("Wmo 4.1.1 lid 3"), wet("Jw 4.1.7")),
        rules=("R91", "R89", "R32"),
    ),
    Outcome(
        id="vt-advies",
        oordeel=Oordeel.MAG,
        way=Weg.ADVIES,
        title="Advies vragen aan Veilig Thuis mag",
        sentence="Zonder herkenbare gegevens is het geen melding, en heb je geen toestemming nodig.",
        steps=("Bel 0800-2000 en vertel wat je ziet, zonder naam.", "Volg het advies op of weeg waarom niet."),
        record=("het advies en wat je ermee doet",),
        tell=("Je hoeft dit niet te vertellen. Het mag wel, als het veilig is.",),
        change=("Noem je wel namen? Dan is het een melding.",),
        sources=(wet("Wmo 4.1.1 lid 3"), wet("Jw 4.1.7")),
        rules=("R89",),
    ),
    Outcome(
        id="antwoord-vt",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.ONDERZOEK_VT,
        title="Je mag Veilig Thuis antwoorden",
        sentence="Veilig Thuis onderzoekt een melding. Je mag geven wat voor dit onderzoek nodig is, zonder toestemming.",
        steps=(
            "Controleer dat Veilig Thuis zelf belt, en vraag wat het precies nodig heeft.",
            ALLEEN_NODIG,
            "Ook strafbare feiten en bijzondere gegevens, maar alleen voor zover nodig voor dit onderzoek.",
            "Vraag niet eerst de ouders: het onderzoek kan over hen gaan.",
            "Wil een volwassen slachtoffer het niet? Weeg die wens zwaar.",
            BEVEILIGD,
        ),
        record=("wat Veilig Thuis vroeg, wat je gaf en waarom", WAAR),
        tell=("Spreek met Veilig Thuis af wie het de betrokkenen vertelt, en wanneer.",),
        change=("Is er geen onderzoek (meer)? Dan is toestemming nodig.", "Zie je zelf gevaar? Volg ook de meldcode."),
        sources=(wet("Wmo 5.2.6"), wet("Wmo 4.1.1"), PP_UITLEG, PP_LATER_VERTELLEN, FEITEN, PP_BEVEILIGD),
        rules=("R28", "R38", "R40", "R45", "R88", "R134", "R135"),
    ),
    *en_later(
        Outcome(
            id="delen-vt",
            oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
            way=Weg.MELDRECHT,
            title="Je mag Veilig Thuis informeren",
            sentence="Dit meldrecht geldt zonder toestemming. Bij acute of structurele onveiligheid is melden de norm.",
            steps=(
                ALLEEN_NODIG,
                "Ook strafbare feiten en bijzondere gegevens (seksueel leven), als dat nodig is.",
                "Weeg de wens van een volwassen slachtoffer zwaar.",
                BEVEILIGD,
            ),
            record=("elke stap van de meldcode, en wat je gaf", WAAR),
            tell=("De betrokkenen, in beginsel vooraf. Alleen als dat onveilig is, later.",),
            change=("Is er geen vermoeden meer? Dan geldt dit meldrecht niet.",),
            sources=(wet("Wmo 5.2.6"), wet("Jw 4.1.7"), wet("Wmo 3.3"), wet("Wkkgz 8"), PP_UITLEG, PP_LATER_VERTELLEN),
            rules=("R28", "R38", "R40", "R88", "R90", "R114", "R134", "R135"),
        )
    ),
    Outcome(
        id="vt-terugmelding",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.TERUGMELDING,
        title="Vertel de melder welke stappen zijn gezet",
        sentence="De melder mag weten wat er met zijn melding is gedaan. De inhoud en het verslag krijgt hij niet.",
        steps=(
            "Zeg alleen welke stappen zijn gezet: onderzocht, afgesloten, overgedragen.",
            "Geef geen verslag en geen bevindingen, ook niet aan een leerkracht of buur.",
            "Gaat de melder zelf hulp geven? Kies dan “Passende hulp”. Wil hij meer weten? Dan is toestemming nodig.",
            BEVEILIGD,
        ),
        record=("wat je de melder vertelde en wanneer",),
        tell=("De betrokkenen: dat de melder hoort welke stappen zijn gezet.",),
        change=("Heeft de melder voor zijn eigen hulp meer nodig? Weeg dat apart.",),
        sources=(wet("Wmo 4.1.1 lid 2"), wet("Wmo 5.3.3"), PP_TAAK, PP_BEVEILIGD),
        rules=("R45", "R97"),
    ),
)
