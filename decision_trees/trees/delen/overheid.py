"""Police, court, inspectorate and municipality: duties and requests by law (R35, R36, R97, R103, R107, R108)."""

from __future__ import annotations

from decision_trees.bronnen import (
    BEVEILIGD,
    FEITEN,
    HERSTELLEN,
    ONBEKENDE_BELLER,
    PP_GEHEIMHOUDING,
    PP_TAAK,
    PP_TAAK_RAAD,
    PP_UITLEG,
    WP_TWIJFEL,
)
from decision_trees.meaning import Ontvanger, Soort, Taak, Twijfel, Voorwaarde, Weg, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, bepaling, weet_niet, wet
from decision_trees.trees.delen.afweging import ALLE, KLEINERE_KRING, OVERLEDEN, VAN_POLITIE, afweging
from decision_trees.trees.delen.vertellen import ALLEEN_NODIG, ANDEREN_WEG, WAAR, en_later, vertellen

GEEN_WMO_AANBIEDER = (
    Taak.GEMEENTE, Taak.JEUGDHULP, Taak.ZORG, Taak.GI, Taak.RAAD, Taak.VEILIG_THUIS, Taak.ANDER_BEROEP,
)  # fmt: skip
NIET_RAAD_OF_GI = (
    Taak.GEMEENTE, Taak.JEUGDHULP, Taak.ZORG, Taak.WMO_AANBIEDER, Taak.VEILIG_THUIS, Taak.ANDER_BEROEP,
)  # fmt: skip

CALAMITEIT = bepaling("privacyprotocol/artikel-1/calamiteit")
STRAFBAAR = Answer(
    id="straf",
    text="Er staat een strafbaar feit in, of iets van politie of OM",
    to="strafrechtelijk",
    says=(Soort.STRAF,),
    rules=("R105", "R134"),
)
ZONDER_MELDPLICHT = (Taak.GEMEENTE, Taak.RAAD, Taak.ANDER_BEROEP)
"""Who need not report a calamity by these laws: Jw 4.1.8 binds youth care and GI, Wmo 3.4 and 4.2.5 Wmo-aanbieder and Veilig
Thuis, Wkkgz 11 care (R107). Others look in their own law."""

NODES: tuple[Node, ...] = (
    Question(
        id="overheid",
        text="Wie precies, en waarvoor?",
        why="Een wettelijke plicht of taak gaat voor geheimhouding, als die echt in de wet staat. “Want het is de politie” of "
        "“want het is de gemeente” is geen wet.",
        sources=(wet("Jw 7.3.11 lid 1"), wet("Wgbo 7:457 lid 1"), wet("Jw 4.1.8"), wet("Wmo 5.2.2"), PP_TAAK_RAAD),
        answers=(
            Answer(
                id="politie",
                text="Politie of openbaar ministerie",
                to="politie",
                says=(Ontvanger.POLITIE,),
                rules=("R36", "R103"),
            ),
            Answer(
                id="calamiteit",
                text="De inspectie of toezichthouder: een calamiteit of geweld bij de hulp",
                to="calamiteit",
                rules=("R107",),
                not_after=ZONDER_MELDPLICHT,
            ),
            Answer(
                id="wmo-aanbieder",
                text="De gemeente: ik ben Wmo-aanbieder, met gegevens van de maatwerkvoorziening",
                to="wmo-aanbieder",
                rules=("R35",),
                not_after=GEEN_WMO_AANBIEDER,
            ),
            Answer(
                id="rechter",
                text="De rechter (ik rapporteer voor Raad of GI), of het college over de uitkomst van mijn onderzoek (Raad)",
                to="afweging-taak",
                says=(Weg.EIGEN_TAAK,),
                rules=("R108",),
                not_after=NIET_RAAD_OF_GI,
            ),
            Answer(
                id="gemeente-wmo",
                text="De gemeente, voor een Wmo-voorziening, met gegevens uit Jeugdwet, Participatiewet, schuldhulp of zorg",
                to="soort-wmo",
                rules=("R56", "R57"),
            ),
            Answer(id="gemeente", text="De gemeente, voor iets anders (zoals de toegang)", to="soort-gegevens"),
            Answer(
                id="andere-wet",
                text="Een ander die zegt dat de wet hem recht geeft, een buitenlandse instantie, een oproep als getuige, een zaak tegen mij, of wat een school moet geven",
                to="wet-nagaan",
                says=(Twijfel.PAST_NIET,),
                rules=("R35", "R171", "R172"),
            ),
            weet_niet("ontvanger-uitzoeken"),
        ),
        rules=("R35", "R107", "R108"),
        rests_on=(Wens, Taak),
    ),
    Question(
        id="politie",
        text="Wat is er aan de hand met politie of OM?",
        why="Zonder vordering geef je politie of OM alleen iets met toestemming, bij een meldrecht of bij een conflict van "
        "plichten. Bevestig ook niet dat iemand cliënt is. Voor aangifte van wat jou zelf is aangedaan is er een eigen weg.",
        sources=(wet("Sv 126nd"), wet("Sv 126nf"), wet("Sv 218"), wet("UAVG 33"), PP_GEHEIMHOUDING),
        answers=(
            Answer(
                id="vordering",
                text="Er is een vordering van de officier of de rechter-commissaris",
                to="vordering",
                says=(Twijfel.PAST_NIET,),
                rules=("R103",),
            ),
            Answer(
                id="aangifte-overlegd",
                text="Ik ben zelf bedreigd of slachtoffer en wil aangifte doen; ik heb met mijn organisatie overlegd",
                to="afweging-aangifte",
                says=(Weg.AANGIFTE, Voorwaarde.OVERLEGD),
            ),
            Answer(
                id="aangifte",
                text="Ik ben zelf bedreigd of slachtoffer en wil aangifte doen; ik heb nog niet overlegd",
                to="aangifte-overleg",
                says=(Twijfel.PAST_NIET,),
            ),
            Answer(
                id="nee",
                text="Zij vragen om informatie, zonder vordering; of ik wil zelf iets geven",
                to="politie-overleg",
                says=(Twijfel.PAST_NIET,),
                rules=("R36",),
            ),
            weet_niet("politie-overleg"),
        ),
        rules=("R36", "R61", "R103"),
        rests_on=(Wens, Taak),
    ),
    afweging("afweging-aangifte", "aangifte", "deze aangifte", VAN_POLITIE, via_betrokkene=False),
    Question(
        id="calamiteit",
        text="Is dit een calamiteit of geweld bij de hulp, die jij moet melden?",
        why="Melden is een plicht die niet wacht. Je geeft wat de toezichthouder voor deze melding nodig heeft, niet meer. Ook "
        "gezondheid en strafbare feiten, als het daarover gaat.",
        sources=(wet("Jw 4.1.8"), wet("Wmo 3.4"), wet("Wmo 4.2.5"), wet("Wkkgz 11"), CALAMITEIT),
        answers=(
            Answer(
                id="ja",
                text="Ja; ik geef alleen wat voor deze melding nodig is",
                to="delen-moet",
                says=(*ALLE, Weg.CALAMITEIT),
            ),
            Answer(id="nee", text="Nee", to="wet-nagaan", says=(Twijfel.PAST_NIET,)),
            weet_niet("wet-nagaan", "Ik twijfel"),
        ),
        rules=("R35", "R107"),
        rests_on=(Wens, Taak, Ontvanger),
    ),
    Question(
        id="wmo-aanbieder",
        text="Vraagt de gemeente erom, of wil je het uit jezelf geven?",
        why="Op verzoek moet een Wmo-aanbieder geven wat het college voor de maatwerkvoorziening nodig heeft. Uit zichzelf mag "
        "hij dat.",
        sources=(wet("Wmo 5.2.2"), wet("Wmo 5.1.2")),
        answers=(
            Answer(id="gevraagd", text="De gemeente vraagt erom", to="afweging-wmo-verzoek", says=(Weg.WMO_VERZOEK,)),
            Answer(id="zelf", text="Ik wil het uit mezelf geven", to="afweging-wmo-zelf", says=(Weg.WMO_ZELF,)),
            weet_niet("ontvanger-uitzoeken"),
        ),
        rules=("R35",),
        rests_on=(Wens, Taak, Ontvanger),
    ),
    afweging(
        "afweging-wmo-verzoek", "wmo-moet", "deze vraag van de gemeente", STRAFBAAR, OVERLEDEN, via_betrokkene=False
    ),
    afweging("afweging-wmo-zelf", "vertellen-wmo-zelf", "deze maatwerkvoorziening", STRAFBAAR, OVERLEDEN),
    vertellen("vertellen-wmo-zelf", "delen-wmo-zelf"),
    afweging("afweging-wmo", "vertellen-wmo", "deze Wmo-voorziening", KLEINERE_KRING, OVERLEDEN),
    vertellen("vertellen-wmo", "delen-wmo"),
    afweging("afweging-taak", "vertellen-taak", "deze taak en deze ontvanger", VAN_POLITIE),
    vertellen("vertellen-taak", "delen-taak"),
    Outcome(
        id="vordering",
        oordeel=Oordeel.OVERLEG,
        title="Een vordering: altijd naar je jurist",
        sentence="Geef nog niets en weiger nog niets. Je jurist beoordeelt de vordering.",
        steps=(
            "Stuur de vordering direct door naar je jurist.",
            "Een gewone vordering mag niet over gezondheid, geloof, ras of seks gaan. Wie geheimhouding heeft, kan een "
            "verschoningsrecht hebben.",
        ),
        record=("de vordering, het oordeel van de jurist en wat je deed",),
        tell=("Nog niemand; je jurist zegt of en wanneer je dit vertelt.",),
        change=("Heeft de jurist geoordeeld? Volg dat oordeel.",),
        sources=(wet("Sv 126nd lid 2"), wet("Sv 126nf"), wet("Sv 218"), wet("Wet BIG 88")),
        rules=("R103", "R36"),
    ),
    Outcome(
        id="politie-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Zonder vordering geef je niets zonder overleg",
        sentence="Bevestig niet dat iemand cliënt is. Overleg met je jurist.",
        steps=(
            "Bel terug via het algemene nummer van de politie. Vraag waarvoor, en op grond van welke wet.",
            "Het kan alleen met toestemming, een meldrecht, een plicht of na een conflict van plichten.",
            "Acuut gevaar? Bel 112.",
        ),
        record=("wie wat vroeg, het overleg en je besluit",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Komt er een vordering? Stuur die naar je jurist.",),
        sources=(PP_GEHEIMHOUDING, wet("Jw 7.3.11 lid 1"), wet("Wgbo 7:457"), wet("Wet BIG 88"), WP_TWIJFEL),
        rules=("R36", "R61", "R65", "R103"),
    ),
    Outcome(
        id="aangifte-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Aangifte mag, maar overleg eerst",
        sentence="Je mag aangifte doen van wat jou is aangedaan. Overleg vooraf met je leidinggevende of jurist.",
        steps=(
            "Bespreek wat de politie moet weten en wat niet. Vaak kan de organisatie aangifte doen op haar adres.",
            "Nu gevaar? Bel 112. Dat wacht nooit.",
        ),
        record=("wat er gebeurde en het overleg",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Heb je overlegd? Kies dat bij de vorige vraag.",),
        sources=(wet("UAVG 33"), PP_GEHEIMHOUDING, wet("Wgbo 7:457"), WP_TWIJFEL),
        rules=("R36", "R134"),
    ),
    Outcome(
        id="aangifte",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.AANGIFTE,
        title="Je mag aangifte doen, met alleen wat daarvoor nodig is",
        sentence="Voor je eigen belang mag je vertellen wat jou is aangedaan en door wie. Niets over de hulp of het dossier.",
        steps=(
            "Vertel alleen wat voor de aangifte nodig is: wat, wanneer, wie.",
            "Geef geen gegevens over hulp, gezondheid of andere gezinsleden.",
            "Vraag de politie om je werkadres te gebruiken.",
        ),
        record=("wat er gebeurde, het overleg en wat je de politie vertelde",),
        tell=("De betrokkene, zodra dat veilig is; overleg daarover.",),
        change=("Vraagt de politie meer? Dan geldt de gewone weg: overleg met je jurist.",),
        sources=(wet("UAVG 33"), PP_GEHEIMHOUDING, wet("Wgbo 7:457")),
        rules=("R36", "R134"),
    ),
    Outcome(
        id="delen-moet",
        oordeel=Oordeel.MOET,
        way=Weg.CALAMITEIT,
        title="Je moet dit melden aan de toezichthouder",
        sentence="Een calamiteit of geweld bij de hulp melden is een plicht, en wacht niet.",
        steps=(
            "Meld meteen, via de weg van je organisatie.",
            "Jeugdhulp, GI en Veilig Thuis: de inspectie. Wmo-aanbieder: de gemeentelijke toezichthouder. Zorg: de Inspectie "
            "Gezondheidszorg en Jeugd.",
            "Wmo-aanbieder: gegevens onder geheimhouding alleen als de cliënt niet meer kan instemmen, of als het nodig is om "
            "cliënten te beschermen. Vraag anders toestemming voor dat deel.",
            ALLEEN_NODIG,
        ),
        record=("wat er gebeurde, wanneer je meldde en wat je gaf",),
        tell=("De betrokkenen, ook als je ze nog niet bereikte: vertel het zodra het kan. Melden wacht daar niet op.",),
        change=("Is het geen calamiteit? Overleg wie het dan moet weten.",),
        sources=(
            wet("Jw 4.1.8"),
            wet("Wmo 3.4"),
            wet("Wmo 4.2.5"),
            wet("Wkkgz 11"),
            CALAMITEIT,
        ),
        rules=("R35", "R38", "R107"),
    ),
    *en_later(
        Outcome(
            id="delen-wmo-zelf",
            oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
            way=Weg.WMO_ZELF,
            title="Je mag de gemeente dit uit jezelf geven",
            sentence="Een Wmo-aanbieder mag het college geven wat voor de maatwerkvoorziening nodig is. Meer niet.",
            steps=(
                ALLEEN_NODIG,
                "Weeg een weigering van de cliënt mee: dit mag, het moet niet.",
                ANDEREN_WEG,
                BEVEILIGD,
            ),
            record=("wat je gaf, waarvoor, en de reactie van de cliënt",),
            tell=("De cliënt: wat je geeft en waarom, vooraf.",),
            change=("Gaat het niet om een maatwerkvoorziening? Dan is toestemming nodig.",),
            sources=(wet("Wmo 5.2.2"), wet("Wmo 5.1.2"), PP_UITLEG),
            rules=("R35", "R38"),
        )
    ),
    Outcome(
        id="wmo-moet",
        oordeel=Oordeel.MOET,
        way=Weg.WMO_VERZOEK,
        title="Je moet de gemeente geven wat voor de voorziening nodig is",
        sentence="De Wmo verplicht een aanbieder om op verzoek te geven wat het college nodig heeft. Ook als de cliënt weigert.",
        steps=(
            ONBEKENDE_BELLER,
            "Vraag waarvoor het college het nodig heeft, en geef alleen dat.",
            "Vraag geen toestemming die er niet toe doet; vertel het en vraag om een reactie.",
            ANDEREN_WEG,
            BEVEILIGD,
        ),
        record=("wat het college vroeg, wat je gaf en de reactie van de cliënt",),
        tell=("De cliënt: wat je geeft en waarom dat moet. Vooraf als dat kan, anders zodra het kan.",),
        change=(
            "Gaat het niet om de voorziening? Dan is toestemming nodig.",
            "Wil het college gegevens uit een andere wet? Daarvoor is toestemming nodig.",
        ),
        sources=(wet("Wmo 5.2.2"), wet("Wmo 5.1.2"), PP_UITLEG),
        rules=("R35", "R38", "R56", "R58", "R65"),
    ),
    *en_later(
        Outcome(
            id="delen-taak",
            oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
            way=Weg.EIGEN_TAAK,
            title="Je mag dit geven voor je wettelijke taak",
            sentence="Je eigen wet geeft je deze taak. Toestemming is niet nodig.",
            steps=(
                "Geef alleen wat deze ontvanger nodig heeft. Geen heel verslag.",
                "Noem de wettelijke taak. Scheid feit en mening.",
                "Laat de betrokkenen reageren. Een nee weeg je echt.",
                "Laat een geheim adres weg.",
                BEVEILIGD,
            ),
            record=("wat je gaf, aan wie en voor welke wettelijke taak", WAAR),
            tell=(
                "De betrokkene: waarvoor je dit geeft, welke gegevens en aan wie.",
                "Veilig Thuis: binnen vier weken na vastlegging. Uitstel kan telkens hoogstens twee weken, als dat nodig is om "
                "te stoppen of te onderzoeken.",
            ),
            change=("Is het niet nodig voor die taak? Dan niet.",),
            sources=(wet("Wmo 4.1.1 lid 2"), wet("Jw 3.1"), wet("Wmo 5.3.1"), PP_TAAK, FEITEN, HERSTELLEN),
            rules=("R10", "R37", "R58", "R90", "R97", "R108", "R13", "R118"),
        )
    ),
)
