"""Who gets the information: eight ways, each with examples; and who works along on the same help (R32, R64, R65)."""

from __future__ import annotations

from dataclasses import replace

from decision_trees.bronnen import (
    BEVEILIGD,
    CASUSOVERLEG,
    NIETS_GEDEELD,
    PP_EVENREDIG,
    PP_GEHEIMHOUDING,
    PP_TOESTEMMING,
    PP_UITLEG,
    WAT_JE_UITZOCHT,
    WP_TAAK,
    WP_TWIJFEL,
    WP_WELKE,
)
from decision_trees.meaning import Ontvanger, Taak, Toestemming, Twijfel, Verteld, Weg, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet
from decision_trees.trees.delen.vertellen import ALLEEN_NODIG, ANDEREN, ANDEREN_WEG, NIET_VERTELD, en_later

ZONDER_PLEEGZORG = tuple(taak for taak in Taak if taak is not Taak.JEUGDHULP)
"""Tasks other than youth help: only who offers the foster care has this duty (Jw 5.4, R169)."""
ZONDER_DEZE_WET = (Taak.RAAD, Taak.ANDER_BEROEP)
"""Tasks for which no law opens the file to who works along: Jw 7.3.11, Wgbo 7:457 and Wmo 5.3.3 bind the others (R32)."""

NODES: tuple[Node, ...] = (
    Question(
        id="ontvanger",
        text="Wie krijgt de informatie, of vraagt erom?",
        why="De taak van de ontvanger bepaalt of er een wettelijke weg is zonder toestemming. Samen in een team zitten is niet "
        "genoeg.",
        sources=(PP_GEHEIMHOUDING, PP_TOESTEMMING, wet("Jw 7.3.11"), wet("Wmo 5.3.3"), wet("Wgbo 7:457")),
        answers=(
            Answer(
                id="hulpverlener",
                text="Een hulpverlener, zorgverlener of collega: huisarts, wijkteam, nieuwe aanbieder, mijn vervanger; of een pleegouder, "
                "als wij de pleegzorg bieden",
                to="meewerkend",
                rules=("R32", "R62", "R169"),
            ),
            Answer(id="vt", text="Veilig Thuis", to="vt-taak", says=(Ontvanger.VEILIG_THUIS,), rules=("R28",)),
            Answer(
                id="rvdk",
                text="De Raad voor de Kinderbescherming",
                to="rvdk-zaak",
                says=(Ontvanger.RAAD,),
                rules=("R29",),
            ),
            Answer(
                id="gi",
                text="Een gecertificeerde instelling (GI): jeugdbescherming, jeugdreclassering",
                to="gi-rol",
                says=(Ontvanger.GI,),
                rules=("R30", "R31"),
            ),
            Answer(
                id="ouder",
                text="Een ouder of voogd van het kind (een gezinsvoogd hoort bij de GI)",
                to="soort-ouder",
                says=(Ontvanger.OUDER,),
                rules=("R18", "R19", "R24"),
            ),
            Answer(
                id="overheid",
                text="Politie, OM, reclassering, (tucht)rechter, inspectie, leerplicht, gemeente, of wie een wet noemt",
                to="overheid",
                says=(Ontvanger.OVERHEID,),
                rules=("R35",),
            ),
            Answer(
                id="buiten",
                text="Iemand anders: school, stief- of andere pleegouder, familie, werkgever, advocaat, ervaringsdeskundige",
                to="soort-gegevens",
                says=(Ontvanger.BUITEN,),
                rules=("R64", "R127", "R128"),
            ),
            weet_niet(
                "ontvanger-uitzoeken",
                "Ik weet niet wie, of in welke rol de ander vraagt; of het is een bijzondere curator",
            ),
        ),
        rules=("R32", "R64", "R65", "R91"),
        rests_on=(Wens,),
    ),
    Question(
        id="meewerkend",
        text="Wat doet deze hulpverlener of collega voor deze persoon?",
        why="Wie dezelfde hulp mee uitvoert of je tijdelijk vervangt, mag weten wat hij daarvoor nodig heeft. Bij college, "
        "Wmo-aanbieder en Veilig Thuis: wie beroepshalve nodig is voor hun taak. Een nieuwe aanbieder of opvolger bij een "
        "andere organisatie hoort daar niet bij. Neemt een collega bij Raad of school je taak over? Dat is zelf gebruiken: kies dat bij "
        "“Wat wil je doen?”.",
        sources=(wet("Jw 7.3.11 lid 2"), wet("Wgbo 7:457 lid 2"), wet("Wmo 5.3.3 lid 3"), wet("Jw 5.4"), CASUSOVERLEG),
        answers=(
            Answer(
                id="ja",
                text="Hij voert dezelfde hulp aan deze persoon mee uit",
                to="soort-meewerkend",
                says=(Ontvanger.MEEWERKEND, Weg.MEEWERKEN),
                not_after=ZONDER_DEZE_WET,
            ),
            Answer(
                id="vervanger",
                text="Hij vervangt mij, of neemt deze hulp binnen mijn organisatie over",
                to="soort-meewerkend",
                says=(Ontvanger.MEEWERKEND, Weg.MEEWERKEN),
                not_after=ZONDER_DEZE_WET,
            ),
            Answer(
                id="pleegouder",
                text="Hij is pleegouder van dit kind, en wij bieden de pleegzorg",
                to="soort-meewerkend",
                says=(Ontvanger.MEEWERKEND, Weg.MEEWERKEN),
                rules=("R169",),
                not_after=ZONDER_PLEEGZORG,
            ),
            Answer(
                id="opvolger",
                text="Hij is een nieuwe aanbieder of opvolger bij een andere organisatie, of ik verwijs naar hem",
                to="soort-gegevens",
                says=(Ontvanger.HULPVERLENER,),
            ),
            Answer(
                id="nee",
                text="Iets anders: eigen hulp (huisarts, wijkteam), of alleen hetzelfde team of overleg",
                to="soort-gegevens",
                says=(Ontvanger.HULPVERLENER,),
                rules=("R62",),
            ),
            Answer(
                id="casusoverleg",
                text="Het is een heel casusoverleg: ik wil alles of een heel plan op tafel leggen",
                to="niet-alles",
                says=(Twijfel.PAST_NIET,),
                rules=("R43", "R129", "R131"),
            ),
            Answer(
                id="wmo-opdracht",
                text="Hij voert als aanbieder de Wmo-voorziening uit die ik als gemeente toeken",
                to="soort-opdracht",
                says=(Ontvanger.HULPVERLENER, Weg.WMO_OPDRACHT),
                not_after=(
                    Taak.JEUGDHULP,
                    Taak.ZORG,
                    Taak.WMO_AANBIEDER,
                    Taak.GI,
                    Taak.RAAD,
                    Taak.VEILIG_THUIS,
                    Taak.ANDER_BEROEP,
                ),
            ),
            Answer(
                id="wmo-voorziening",
                text="Het is voor een Wmo-voorziening: met gegevens uit een andere wet, of in ruil met zorgverzekeraar of zorgaanbieder",
                to="soort-wmo",
                says=(Ontvanger.HULPVERLENER,),
                rules=("R56", "R57"),
            ),
            weet_niet("meewerkend-overleg", "Ik twijfel: dat is in ons team niet duidelijk"),
        ),
        rules=("R32", "R43", "R56", "R57", "R169"),
        rests_on=(Wens, Taak),
    ),
    Outcome(
        id="ontvanger-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit in welke rol de ander vraagt",
        sentence="De rol van de ander bepaalt of en hoe je mag delen. Geef nu nog niets.",
        ask="De ander: voor welke taak, voor welk doel, en is er een maatregel?",
        steps=(
            "Bel terug via het algemene nummer van zijn organisatie als je hem niet kent.",
            "Is het een GI? Vraag of zij een OTS uitvoert, voogd is of vrijwillig helpt, en vraag haar om de uitspraak van de "
            "rechter.",
            "Een bijzondere curator komt in één zaak op voor het kind: vraag die uitspraak ook, en overleg met je jurist.",
            "Bevestig niet dat iemand hulp krijgt.",
        ),
        record=(WAT_JE_UITZOCHT,),
        tell=(NIETS_GEDEELD,),
        change=("Weet je de rol? Kies die bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11"), WP_TAAK, CASUSOVERLEG, wet("BW 1:250")),
        rules=("R61", "R65", "R31", "R91", "R170"),
    ),
    Outcome(
        id="niet-alles",
        oordeel=Oordeel.NU_NIET,
        title="Niet alles op tafel",
        sentence="Geef per deelnemer alleen wat hij nodig heeft. Wie inbrengt, houdt zeggenschap.",
        steps=(
            "Kies per persoon aan tafel welke gegevens noodzakelijk zijn. Wie geen rol heeft, gaat weg.",
            "Zit het gezin erbij? Goed, maar dat is nog geen toestemming: vraag het.",
            "Spreek aan het eind af wie wat nodig heeft. Niemand neemt iets mee zonder akkoord van wie het inbracht.",
            "Geef een plan of verslag in delen, en langs een beveiligde weg.",
        ),
        record=("per deelnemer wat is gedeeld en waarom",),
        tell=("De betrokkene: wat er in het overleg komt en wie erbij zit.",),
        change=("Weet je per gegeven waarom het nodig is, en voor wie? Loop de boom per deelnemer door.",),
        sources=(CASUSOVERLEG, PP_EVENREDIG, WP_WELKE),
        rules=("R9", "R10", "R43", "R129", "R130", "R131"),
    ),
    Outcome(
        id="meewerkend-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Twijfel over meewerken: overleg eerst",
        sentence="Wanneer een teamlid rechtstreeks betrokken is, is omstreden. Overleg met je privacy-officer of jurist.",
        steps=(
            "De een zegt: wie in één integraal team werkt, is bij dezelfde hulp betrokken. De ander zegt: alleen wie deze hulp "
            "mee uitvoert. Leg beide voor.",
            "Vraag anders toestemming.",
        ),
        record=("je vraag, het overleg en je besluit",),
        tell=(NIETS_GEDEELD,),
        change=("Werkt de ander duidelijk mee, of juist niet? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11 lid 2"), wet("Wgbo 7:457 lid 2"), WP_TWIJFEL),
        rules=("R32",),
    ),
    Question(
        id="vertellen-meewerkend",
        text="Weet de betrokkene het, en maakt iemand bezwaar?",
        why="Je vertelt vooraf waarvoor je deelt, welke gegevens en met wie. Bij wie meewerkt is geen toestemming nodig, maar "
        "een bezwaar weegt zwaar. Boosheid is geen reden om te zwijgen.",
        sources=(PP_UITLEG, wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.11 lid 3"), wet("Wmo 5.3.3 lid 3")),
        answers=(
            Answer(
                id="ja",
                text="Hij weet het, en niemand over wie het gaat maakt bezwaar",
                to="delen-meewerkend",
                says=(Verteld.VOORAF, Toestemming.GEEN_BEZWAAR),
                rules=("R39",),
            ),
            Answer(
                id="bezwaar",
                text="Iemand over wie het gaat, of wie voor hem beslist, maakt bezwaar",
                to="bezwaar",
                says=(Toestemming.BEZWAAR,),
                rules=("R32", "R69"),
            ),
            Answer(
                id="anderen",
                text="Er staat ook iets in over mensen die deze hulp niet krijgen",
                to="anderen-erin",
                says=(Twijfel.PAST_NIET,),
                rules=("R21",),
            ),
            replace(NIET_VERTELD, to="eerst-vertellen-meewerkend"),
            Answer(
                id="later",
                text="Vertellen is nu onveilig, of ik kan de betrokkene niet bereiken",
                to="vertellen-uitzoeken",
                says=(Verteld.NIET,),
                rules=("R40",),
            ),
            weet_niet("vertellen-uitzoeken"),
        ),
        rules=("R21", "R32", "R38", "R39", "R40", "R119"),
        rests_on=(Wens, Taak, Ontvanger),
    ),
    Outcome(
        id="anderen-erin",
        oordeel=Oordeel.NU_NIET,
        title="Haal eerst weg wat over anderen gaat",
        sentence="Ieder beslist over zijn eigen gegevens. Wat over een ander gaat, gaat niet zomaar mee.",
        steps=(
            "Laat weg wat over anderen gaat, of vraag ieder van hen toestemming.",
            "Gaat het plan over het hele gezin? Maak het overzicht van het huishouden: dan zie je wie beslist.",
        ),
        record=("wat je wegliet, of wie wat goed vond",),
        tell=("Ieder over wie iets in het stuk staat.",),
        change=("Gaat het alleen nog over de persoon zelf? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11 lid 1"), wet("Wgbo 7:457 lid 1"), PP_EVENREDIG),
        rules=("R21", "R10"),
    ),
    Outcome(
        id="bezwaar",
        oordeel=Oordeel.OVERLEG,
        title="Er is bezwaar: niet gewoon delen",
        sentence="Wie meewerkt mag veel weten, maar een bezwaar weegt zwaar. Overleg voordat je iets geeft.",
        steps=(
            "Vraag waartegen het bezwaar gaat. Kan het met minder, of zonder dit gegeven?",
            "De een zegt: wie meewerkt mag dit weten, ook bij bezwaar. De ander zegt: een jongere of volwassene die het "
            "overziet beslist. Leg beide voor aan je jurist of privacy-officer.",
        ),
        record=("het bezwaar, het overleg en je afweging",),
        tell=("Wie bezwaar maakt: wat je besluit, voordat je iets geeft.",),
        change=("Is het bezwaar weg? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.11 lid 3"), wet("Jw 7.3.11 lid 2"), wet("Wgbo 7:457"), WP_TWIJFEL),
        rules=("R32", "R69"),
    ),
    Outcome(
        id="delen-meewerkend",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.MEEWERKEN,
        title="Je mag dit delen met wie meewerkt aan deze hulp",
        sentence="Alleen wat de ander voor zijn deel van deze hulp nodig heeft.",
        steps=(
            ALLEEN_NODIG,
            ANDEREN,
            "Hoorde je het van een andere professional? Vraag eerst zijn akkoord.",
            "Een pleegouder krijgt van wie de pleegzorg biedt wat hij voor dit kind moet weten, het liefst voordat het komt.",
            BEVEILIGD,
        ),
        record=("wat je gaf, aan wie, welke hulp jullie samen doen, en hoe je het vertelde",),
        tell=("De betrokkene: waarvoor je deelt, welke gegevens en met wie.",),
        change=("Werkt de ander niet mee aan deze hulp? Vraag toestemming.", "Maakt iemand bezwaar? Overleg."),
        sources=(
            wet("Jw 7.3.11 lid 2"),
            wet("Wgbo 7:457 lid 2"),
            wet("Wmo 5.3.3 lid 3"),
            wet("Jw 5.4"),
            PP_EVENREDIG,
            PP_UITLEG,
            CASUSOVERLEG,
        ),
        rules=("R32", "R38", "R13", "R42", "R43", "R169"),
    ),
    *en_later(
        Outcome(
            id="delen-wmo",
            oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
            way=Weg.WMO_OPDRACHT,
            title="Je mag de aanbieder geven wat de voorziening vraagt",
            sentence="De gemeente mag de aanbieder geven wat hij nodig heeft om de Wmo-voorziening uit te voeren. Meer niet.",
            steps=(
                ALLEEN_NODIG,
                "Niets uit Jeugdwet, Participatiewet of schuldhulp zonder uitdrukkelijke toestemming.",
                "Maakt de cliënt bezwaar? Overleg dan eerst.",
                ANDEREN_WEG,
                BEVEILIGD,
            ),
            record=("wat je gaf, aan wie en voor welke voorziening",),
            tell=("De betrokkene: welke gegevens de aanbieder krijgt en waarvoor, vooraf.",),
            change=("Voert de ander de voorziening niet uit? Vraag toestemming.",),
            sources=(wet("Wmo 5.2.1"), wet("Wmo 5.1.1"), PP_EVENREDIG, PP_UITLEG),
            rules=("R21", "R35", "R38", "R56", "R58"),
        ),
    ),
)
