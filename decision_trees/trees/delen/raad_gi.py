"""The Raad voor de Kinderbescherming and the GI as receivers (R29–R31, R91–R98)."""

from __future__ import annotations

from decision_trees.bronnen import BEVEILIGD, PP_TAAK_RAAD, PP_UITLEG, WP_TWIJFEL, WP_WELKE
from decision_trees.meaning import Afweging, Gezag, Ontvanger, Taak, Twijfel, Voorwaarde, Weg, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet
from decision_trees.trees.delen.afweging import ALLE, OVERLEDEN, VAN_POLITIE, afweging
from decision_trees.trees.delen.vertellen import ALLEEN_NODIG, WAAR, en_later, vertellen

NODES: tuple[Node, ...] = (
    Question(
        id="rvdk-zaak",
        text="Waarvoor heeft de Raad het nodig?",
        why="Je mag de Raad informeren als dat nodig is voor zijn taak, na je eigen afweging. Bij gezag en omgang zonder "
        "vermoeden van mishandeling laat de rechtspraak daar nauwelijks ruimte voor.",
        sources=(wet("BW 1:240"), wet("Jw 2.4"), wet("Jw 3.1"), PP_TAAK_RAAD),
        answers=(
            Answer(
                id="ongeboren",
                text="Het gaat om een kind dat nog niet is geboren",
                to="t.ongeboren",
                says=(Twijfel.PAST_NIET,),
                rules=("R137",),
            ),
            Answer(
                id="maatregel",
                text="Onderzoek naar veiligheid of een kinderbeschermingsmaatregel",
                to="afweging-rvdk",
                says=(Weg.RAAD,),
                rules=("R29",),
            ),
            Answer(
                id="verzoek",
                text="Ik vraag zelf om onderzoek, voor het college, de GI, Veilig Thuis of een aangewezen aanbieder",
                to="afweging-rvdk",
                says=(Weg.RAAD,),
                rules=("R98",),
                not_after=(Taak.ZORG, Taak.WMO_AANBIEDER, Taak.ANDER_BEROEP),
            ),
            Answer(
                id="omgang",
                text="Gezag, omgang, een strafzaak of iets anders, zonder vermoeden van mishandeling",
                to="rvdk-overleg",
                says=(Twijfel.BETWIST,),
                rules=("R92",),
            ),
            Answer(id="meedenken", text="De Raad denkt mee in het team, zonder onderzoek", to="soort-gegevens"),
            weet_niet("ontvanger-uitzoeken"),
        ),
        rules=("R29", "R92", "R98"),
        rests_on=(Wens, Taak),
    ),
    afweging("afweging-rvdk", "vertellen-rvdk", "dit onderzoek van de Raad", VAN_POLITIE, OVERLEDEN),
    vertellen("vertellen-rvdk", "delen-rvdk"),
    Question(
        id="gi-rol",
        text="In welke rol is de GI hier?",
        why="Een GI heeft verschillende rollen. Alleen bij een ondertoezichtstelling (OTS) mag of moet je geven zonder "
        "toestemming. Een voorlopige OTS telt mee.",
        sources=(wet("Jw 7.3.11 lid 4"), wet("Jw 7.3.1"), wet("BW 1:262"), wet("BW 1:303")),
        answers=(
            Answer(
                id="ongeboren",
                text="Het gaat om een kind dat nog niet is geboren",
                to="t.ongeboren",
                says=(Twijfel.PAST_NIET,),
                rules=("R137",),
            ),
            Answer(
                id="ots-vraagt",
                text="Zij voert de OTS uit en vraagt erom",
                to="gi-verzoek",
                says=(Weg.OTS_MOET,),
                rules=("R30", "R94"),
            ),
            Answer(
                id="ots-zelf",
                text="Zij voert de OTS uit en ik wil het uit mezelf geven",
                to="afweging-gi",
                says=(Weg.OTS_MAG,),
                rules=("R30",),
            ),
            Answer(
                id="voogd",
                text="Zij is voogd over dit kind (een gezinsvoogd bij een OTS is dat niet)",
                to="soort-ouder",
                says=(Gezag.GI_VOOGD, Ontvanger.OUDER),
                rules=("R25", "R83"),
            ),
            Answer(
                id="vrijwillig",
                text="Vrijwillig of drang, of de OTS is afgelopen of nog niet uitgesproken",
                to="soort-gegevens",
                rules=("R31",),
            ),
            Answer(
                id="reclassering", text="Jeugdreclassering", to="reclassering", says=(Twijfel.BETWIST,), rules=("R96",)
            ),
            weet_niet("ontvanger-uitzoeken"),
        ),
        rules=("R30", "R31", "R50", "R65", "R94", "R96"),
        rests_on=(Wens, Taak),
    ),
    Question(
        id="gi-verzoek",
        text="Waar vraagt de GI om?",
        why="De plicht gaat over wat noodzakelijk is voor de OTS: over het kind, zijn verzorging en opvoeding, of een ouder of "
        "voogd. Elk beroep valt eronder, ook een arts.",
        sources=(wet("Jw 7.3.11 lid 4"), wet("Jw 7.3.1"), WP_WELKE),
        answers=(
            Answer(
                id="gericht",
                text="Gericht: het doel is helder, elk gegeven is nodig voor deze OTS, en gaat over kind, opvoeding, ouder of "
                "voogd",
                to="delen-gi-moet",
                says=(*ALLE, Voorwaarde.GERICHT),
                rules=("R30", "R94"),
            ),
            Answer(
                id="niet-nodig",
                text="Iets wat niet nodig is voor deze OTS, of iemand in gevaar brengt (zoals een geheim adres)",
                to="niet-noodzakelijk",
                says=(Afweging.NIET,),
                rules=("R9", "R10"),
            ),
            Answer(
                id="ongericht",
                text="Ongericht: “stuur het dossier”",
                to="gi-vraag-door",
                says=(Afweging.NIET,),
                rules=("R95",),
            ),
            Answer(
                id="ander",
                text="Over een ander, zoals een stiefouder, broer of tante",
                to="gi-ander",
                says=(Afweging.NIET,),
                rules=("R93",),
            ),
            VAN_POLITIE,
            OVERLEDEN,
            weet_niet("gi-vraag-door"),
        ),
        rules=("R30", "R93", "R95"),
        rests_on=(Wens, Taak, Ontvanger, Weg),
    ),
    afweging(
        "afweging-gi",
        "vertellen-gi-mag",
        "deze OTS",
        Answer(
            id="ander",
            text="Het gaat over een ander dan kind, ouder of voogd, of komt van politie of OM",
            to="gi-ander",
            says=(Afweging.NIET,),
            rules=("R93", "R105"),
        ),
        OVERLEDEN,
    ),
    vertellen("vertellen-gi-mag", "delen-gi-mag"),
    Outcome(
        id="gi-vraag-door",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Vraag de GI eerst door",
        sentence="Je moet geven wat noodzakelijk is. Vraag daarom naar doel en noodzaak. Weiger niet stilzwijgend.",
        ask="De jeugdbeschermer die de OTS uitvoert",
        steps=(
            "Vraag: wat wil je precies weten, en waarvoor?",
            "Geef daarna alleen dat.",
            "Blijven jullie het oneens? Overleg met je jurist.",
        ),
        record=("wat de GI vroeg en wat je afsprak",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Is de vraag gericht? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11 lid 4"), WP_WELKE),
        rules=("R95", "R60"),
    ),
    Outcome(
        id="gi-ander",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Een ander valt buiten de plicht",
        sentence="De regel bij een OTS gaat over het kind, zijn opvoeding, een ouder of voogd. Zoek uit wat de GI echt nodig heeft.",
        ask="De jeugdbeschermer: waarvoor is dit over die ander nodig?",
        steps=(
            "Geef alleen feiten over het kind of de opvoeding.",
            "Voor de rest geldt de gewone weg: toestemming van die ander.",
            "Kwam het van politie of OM? Vraag hen eerst wat ermee mag.",
        ),
        record=("wat de GI vroeg, over wie, en wat je gaf",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Gaat het om feiten over het kind of de opvoeding? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11 lid 4"), wet("Jw 7.3.11 lid 1")),
        rules=("R93", "R95", "R60", "R105"),
    ),
    Outcome(
        id="rvdk-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Gezag, omgang of een strafzaak: vraag toestemming en overleg",
        sentence="Zonder vermoeden van mishandeling is geven zonder toestemming omstreden. Overleg met je jurist.",
        steps=(
            "Vraag de betrokkene om toestemming. Is die er? Kies dan bij deze vraag: de Raad denkt mee, of als je zelf vraagt: een andere "
            "taak.",
            "De een zegt: de wet laat je de Raad altijd informeren als dat nodig is. De ander zegt: in zulke zaken weegt "
            "geheimhouding zwaarder. Leg dat voor aan je jurist.",
        ),
        record=("wat de Raad vroeg, het overleg en je besluit",),
        tell=("De betrokkene: dat de Raad dit vraagt.",),
        change=("Ontstaat er een vermoeden van mishandeling? Kies dat bij de vorige vraag.",),
        sources=(wet("BW 1:240"), WP_TWIJFEL),
        rules=("R92", "R29"),
    ),
    Outcome(
        id="reclassering",
        oordeel=Oordeel.OVERLEG,
        title="Jeugdreclassering: overleg eerst",
        sentence="De OTS-regel geldt hier niet. Wat wel geldt, is omstreden. Overleg met je jurist.",
        steps=(
            "De een zegt: alleen met toestemming. De ander zegt: het strafrecht kan een plicht geven. Leg dat voor.",
        ),
        record=("wat is gevraagd, het overleg en je besluit",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Voert de GI ook een OTS uit? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11 lid 4"), wet("Sr 77hh"), WP_TWIJFEL),
        rules=("R96", "R31"),
    ),
    *en_later(
        Outcome(
            id="delen-rvdk",
            oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
            way=Weg.RAAD,
            title="Je mag de Raad informeren, na je eigen afweging",
            sentence="Dit mag, het moet niet. Jij weegt en legt dat vast.",
            steps=(
                "Probeer eerst toestemming te krijgen, als dat veilig kan. Een nee weeg je echt.",
                "Onbekende beller? Bel terug.",
                ALLEEN_NODIG,
                "De tuchtrechter toetst je afweging streng.",
                BEVEILIGD,
            ),
            record=("je afweging, wat je gaf en waarvoor", WAAR),
            tell=("De betrokkene: waarvoor je deelt, welke gegevens en met wie.",),
            change=("Gaat het om gezag of omgang, zonder vermoeden? Overleg dan.",),
            sources=(wet("BW 1:240"), wet("Jw 2.4"), wet("Jw 3.1"), PP_UITLEG),
            rules=("R29", "R38", "R58", "R65", "R98", "R114"),
        )
    ),
    *en_later(
        Outcome(
            id="delen-gi-mag",
            oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
            way=Weg.OTS_MAG,
            title="Je mag de GI dit uit jezelf geven",
            sentence="De GI voert de OTS uit. Je mag geven wat noodzakelijk is, zonder toestemming.",
            steps=(
                ALLEEN_NODIG,
                "Alleen over kind, opvoeding, ouder of voogd.",
                "Een nee weeg je echt.",
                BEVEILIGD,
            ),
            record=("wat je gaf, waarvoor en waarom het nodig is voor de OTS", WAAR),
            tell=("De betrokkenen: waarvoor je deelt, welke gegevens en met wie.",),
            change=("Voert de GI geen OTS (meer) uit? Vraag toestemming.",),
            sources=(wet("Jw 7.3.11 lid 4"), wet("Jw 7.3.1"), PP_UITLEG),
            rules=("R30", "R38", "R58", "R94", "R114", "R134", "R135"),
        )
    ),
    Outcome(
        id="delen-gi-moet",
        oordeel=Oordeel.MOET,
        way=Weg.OTS_MOET,
        title="Je moet de GI geven wat noodzakelijk is",
        sentence="De GI voert de OTS uit en vraagt erom. Je bent dit verplicht, ook zonder toestemming.",
        steps=(
            "Onbekende beller? Bel terug via het algemene nummer.",
            "Geef alleen antwoord op wat de GI vraagt. Scheid feit en mening.",
            "Ook bijzondere of strafrechtelijke gegevens, maar alleen wat nodig is.",
            "Vraag geen toestemming die er niet toe doet; vertel het en vraag om een reactie.",
            BEVEILIGD,
        ),
        record=("wat de GI vroeg, wat je gaf en waarom het nodig is", WAAR),
        tell=(
            "De betrokkenen, vooraf als dat kan.",
            "Niet te bereiken, of onveilig? Geef toch. Vertel het zodra het kan, en leg je pogingen of je reden vast.",
        ),
        change=("Vraagt de GI meer dan noodzakelijk? Vraag door.", "Voert de GI geen OTS uit? Vraag toestemming."),
        sources=(wet("Jw 7.3.11 lid 4"), wet("Jw 7.3.1"), PP_UITLEG),
        rules=("R30", "R35", "R38", "R40", "R58", "R94", "R114", "R134", "R135"),
    ),
)
