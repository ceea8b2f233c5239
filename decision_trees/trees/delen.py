"""The tree `delen`: may I share this? The guide's five considerations and articles 3 to 7 of the protocol.

Order: danger, task, purpose, necessity, least intrusive way, kind of data, receiver, legal route or consent, telling and
sending. Where consent is needed, the questions of the tree `toestemming` come along, with what is already known.
"""

from __future__ import annotations

from decision_trees.model import (
    Answer,
    Node,
    Notes,
    Oordeel,
    Outcome,
    Question,
    Source,
    bepaling,
    build_tree,
    embedded,
    weet_niet,
    wet,
)
from decision_trees.trees.toestemming import DIRECT
from decision_trees.trees.toestemming import TREE as TOESTEMMING

PP_NOODZAAK = bepaling("privacyprotocol/artikel-3/lid-1")
PP_EVENREDIG = bepaling("privacyprotocol/artikel-3/lid-2")
PP_MINDER = bepaling("privacyprotocol/artikel-3/lid-3")
PP_DOELBINDING = bepaling("privacyprotocol/artikel-3/lid-4")
PP_SOORT = bepaling("privacyprotocol/artikel-4/lid-2")
PP_GRONDSLAG = bepaling("privacyprotocol/artikel-5/lid-2")
PP_GEHEIM = bepaling("privacyprotocol/artikel-6/lid-1")
PP_TOESTEMMING = bepaling("privacyprotocol/artikel-6/lid-4")
PP_EIGEN_AFWEGING = bepaling("privacyprotocol/artikel-6/lid-4-e")
PP_UITLEG = bepaling("privacyprotocol/artikel-7/lid-2")
PP_NIET_VERTELLEN = bepaling("privacyprotocol/artikel-7/lid-6")
PP_BEVEILIGD = bepaling("privacyprotocol/artikel-11/lid-2")
SC_TAAK = bepaling("convenant/artikel-7/lid-1")
SC_DOSSIER = bepaling("convenant/artikel-8/lid-4")
WP_TAAK = bepaling("wegwijzer-professionals/basisregel-4")
WP_DOEL = bepaling("wegwijzer-professionals/basisregel-6")
AFWEGING = [bepaling(f"wegwijzer-professionals/afweging-{n}") for n in range(1, 6)]
TWIJFEL = bepaling("wegwijzer-professionals/basisregel-12")
VERTELLEN = bepaling("vuistregels/gezin/vuistregel-4")
CASUSOVERLEG = bepaling("vuistregels/professionals/vuistregel-5")
ANDERS_HELPEN = bepaling("vuistregels/professionals/vuistregel-4")
FEITEN = bepaling("vuistregels/feitenonderzoek/vuistregel-6")

TOT_ZOVER_NIETS = "Nog niemand; er is nog niets gedeeld."
VASTLEGGEN = "wat je gaf, aan wie, waarvoor, op welke grond, je afweging, en hoe je het vertelde"
WAAR_VASTLEGGEN = "leg vast bij de partner met casusregie; er is geen gezamenlijk dossier"
WMO_TOESTEMMING = ("De Wmo eist hier uitdrukkelijke toestemming. Laat je jurist nagaan of de wet dat nog zo zegt.",)


def vertellen(id: str, to: str, *, later: bool) -> Question:
    """The last step before sharing: tell the person, in advance unless the law lets it wait, and send it safely."""
    wait = (
        (
            Answer(
                "later",
                "Vertellen vooraf maakt iemand onveilig of doorkruist een strafrechtelijk onderzoek; ik geef het beveiligd",
                to,
                Notes(
                    steps=("Vertel het nu nog niet. Bepaal wanneer wel, en kijk op die datum opnieuw.",),
                    record=("waarom je het nu niet vertelt, op grond van welke wet, en tot wanneer",),
                    tell=(
                        "De betrokkene: zodra het veilig is. Delen zonder toestemming is nooit voorgoed zonder "
                        "medeweten.",
                    ),
                ),
                rules=("R40",),
            ),
        )
        if later
        else ()
    )
    return Question(
        id=id,
        text="Heb je het de betrokkene vooraf verteld, en geef je het langs een beveiligde weg?",
        why="Je vertelt vooraf waarvoor je deelt, welke gegevens en met wie. Boosheid of een goede relatie is geen reden "
        "om het niet te vertellen. Onveiligheid of een strafrechtelijk onderzoek kan dat tijdelijk wel zijn.",
        sources=(PP_UITLEG, PP_NIET_VERTELLEN, PP_BEVEILIGD, VERTELLEN),
        answers=(
            Answer("ja", "Ja, allebei", to, rules=("R39",)),
            *wait,
            Answer(
                "niet-verteld",
                "Nog niet verteld, of liever niet: dan worden ze boos",
                "eerst-vertellen",
                rules=("R119",),
            ),
            Answer(
                "onbeveiligd",
                "Wel verteld, maar ik wil het met gewone mail of een app sturen",
                "onbeveiligd",
                rules=("R45",),
            ),
            weet_niet("vertellen-uitzoeken"),
        ),
        rules=("R38", "R39", "R40", "R45", "R119"),
    )


AFWEGINGEN: tuple[Node, ...] = (
    Question(
        id="acuut-gevaar",
        text="Is er nu acuut gevaar voor iemand?",
        why="Bij acuut gevaar gaat veiligheid voor. Dan wacht je niet op toestemming, gezag, rol of privacy-officer.",
        sources=(PP_EIGEN_AFWEGING, wet("Wmo 5.2.6"), wet("AVG 6 lid 1, onder d")),
        answers=(
            Answer("ja", "Ja", "direct-handelen"),
            Answer("nee", "Nee", "rol"),
            Answer(
                "datalek",
                "Nee, maar gegevens zijn bij de verkeerde terechtgekomen of verloren (datalek)",
                "datalek",
                rules=("R46",),
            ),
            weet_niet("twijfel-gevaar", "Ik twijfel"),
        ),
        rules=("R34", "R140"),
    ),
    Question(
        id="rol",
        text="Vanuit welke rol en taak handel je nu?",
        why="Je deelt of vraagt informatie vanuit je eigen wettelijke taak. Ook vragen, en bevestigen dat iemand cliënt "
        "is, is delen. Weet je niet vanuit welke taak je handelt, dan deel je niet.",
        sources=(WP_TAAK, bepaling("wegwijzer-professionals/basisregel-5"), SC_TAAK, PP_GRONDSLAG, PP_GEHEIM),
        answers=(
            Answer(
                "lokaal-team",
                "Gemeente of lokaal team (toegang, Wmo, Jeugdwet)",
                "doel",
                Notes(record=("grondslag: taak van het college (artikel 5.2, onder a, van het protocol)",)),
            ),
            Answer(
                "jeugdhulp",
                "Jeugdhulpaanbieder, ook als het lokale team zelf jeugdhulp geeft",
                "doel",
                Notes(record=("grondslag: hulpverlening volgens de Jeugdwet",)),
            ),
            Answer(
                "zorg",
                "Arts, ggz, verpleegkundige of andere zorgverlener",
                "doel",
                Notes(record=("grondslag: behandelovereenkomst",)),
                rules=("R51",),
            ),
            Answer("wmo", "Wmo-aanbieder", "doel", Notes(record=("grondslag: Wmo-voorziening",))),
            Answer(
                "gi",
                "Gecertificeerde instelling (GI)",
                "doel",
                Notes(record=("grondslag: de maatregel of taak van de GI (artikel 5.2, onder b, van het protocol)",)),
                rules=("R50",),
            ),
            Answer(
                "rvdk",
                "Raad voor de Kinderbescherming",
                "doel",
                Notes(record=("grondslag: taak van de Raad (artikel 5.2, onder c, van het protocol)",)),
            ),
            Answer(
                "vt",
                "Veilig Thuis",
                "doel",
                Notes(record=("grondslag: taak van Veilig Thuis (artikel 5.2, onder d, van het protocol)",)),
                rules=("R37",),
            ),
            Answer("ervaring", "Ervaringsdeskundige", "ervaringsdeskundige", rules=("R44", "R127")),
            weet_niet("rol-uitzoeken"),
        ),
        rules=("R1", "R3", "R7", "R60", "R61"),
    ),
    Question(
        id="doel",
        text="Heb je een concreet doel voor deze taak?",
        why="Per taak is er een eigen doel. Verandert het doel, dan weeg je opnieuw.",
        sources=(WP_DOEL, bepaling("privacyprotocol/artikel-2/lid-1"), PP_DOELBINDING),
        answers=(
            Answer("ja", "Ja, ik kan het in één zin zeggen", "noodzaak"),
            Answer("nee", "Nee, of het doel is veranderd", "doel-uitzoeken"),
            Answer(
                "leren",
                "Het is voor monitoring, leren, onderzoek, verantwoording of bekostiging",
                "ander-doel",
                rules=("R63",),
            ),
            Answer(
                "wet-noemen",
                "Iemand beroept zich op een samenwerkingswet (Wgs of Wams) of op “vitaal belang”",
                "beroep-op-wet",
                rules=("R102", "R106"),
            ),
            weet_niet("doel-uitzoeken"),
        ),
        rules=("R8",),
    ),
    Question(
        id="noodzaak",
        text="Is elk gegeven dat je wilt delen noodzakelijk voor dat doel?",
        why="Niet “nice to know”, maar “need to know”. Ook bij een directe collega, en ook als er toestemming is. Niet "
        "meer gegevens dan nodig, en niet met meer mensen.",
        sources=(PP_NOODZAAK, PP_EVENREDIG, AFWEGING[1], AFWEGING[2], AFWEGING[0]),
        answers=(
            Answer("ja", "Ja, elk gegeven", "minst-ingrijpend"),
            Answer("nee", "Nee: handig, of misschien later nodig", "niet-noodzakelijk"),
            Answer(
                "alles",
                "Ik wil het hele dossier of plan geven, dan haalt de ander eruit wat nuttig is",
                "niet-alles",
                rules=("R43",),
            ),
            weet_niet("noodzaak-uitzoeken"),
        ),
        rules=("R9", "R10", "R59", "R62", "R14"),
    ),
    Question(
        id="minst-ingrijpend",
        text="Is dit de minst ingrijpende weg?",
        why="Minder ingrijpend is: het de betrokkene zelf vragen, hem erbij hebben, anoniem overleggen, of in een "
        "kleinere kring.",
        sources=(PP_MINDER, AFWEGING[3]),
        answers=(
            Answer("ja", "Ja, minder ingrijpend kan niet", "soort-gegevens"),
            Answer("betrokkene", "Nee: het kan ook bij de betrokkene zelf, of met hem erbij", "minder-ingrijpend"),
            Answer(
                "kleiner",
                "Nee: het kan in een kleinere kring, of er zit iemand zonder rol aan tafel",
                "kleinere-kring",
                rules=("R130",),
            ),
            Answer(
                "anoniem",
                "Ik doe het anoniem, en déze ontvanger kan niet weten over wie het gaat",
                "anoniem",
                rules=("R12",),
            ),
            Answer(
                "herleidbaar",
                "Anoniem, maar de ander kan raden over wie het gaat; minder kan niet",
                "soort-gegevens",
                Notes(steps=("Herleidbaar is niet anoniem: behandel het als delen.",)),
                rules=("R12",),
            ),
            weet_niet("weg-uitzoeken"),
        ),
        rules=("R10", "R11", "R12", "R129"),
    ),
    Question(
        id="soort-gegevens",
        text="Welke soort gegevens zijn het? Kies de gevoeligste.",
        why="Hoe gevoeliger, hoe smaller je deelt en hoe zwaarder je weegt. Staat er iets over een ander in? Die beslist "
        "over dat deel, of je laat het weg.",
        sources=(bepaling("privacyprotocol/artikel-4/lid-1"), PP_SOORT, wet("AVG 9"), wet("AVG 10"), wet("UAVG 30")),
        answers=(
            Answer("gewoon", "Gewone persoonsgegevens", "ontvanger"),
            Answer(
                "gezondheid",
                "Gezondheid",
                "ontvanger",
                Notes(
                    steps=("Deel gezondheidsgegevens nog smaller: alleen met wie zelf geheimhouding heeft.",),
                    record=("waarom juist deze gezondheidsgegevens noodzakelijk zijn",),
                ),
                rules=("R41", "R133"),
            ),
            Answer("bijzonder", "Ras, geloof, politiek, seksueel leven of biometrie", "laat-weg", rules=("R135",)),
            Answer(
                "straf",
                "Strafrechtelijk: een verdenking, veroordeling of strafbaar feit",
                "ontvanger-straf",
                rules=("R134",),
            ),
            Answer("politie", "Iets wat politie of OM vertelde", "van-politie", rules=("R105",)),
            Answer("bsn", "Het burgerservicenummer (BSN)", "bsn", rules=("R132",)),
            weet_niet("soort-uitzoeken"),
        ),
        rules=("R41", "R21", "R132", "R133", "R134", "R135"),
    ),
)

VEILIG_THUIS = Answer("vt", "Veilig Thuis", "vt-taak", rules=("R28",))
RAAD = Answer("rvdk", "De Raad voor de Kinderbescherming", "rvdk-zaak", rules=("R29",))
GI_OTS = Answer("gi", "Een gecertificeerde instelling (GI)", "gi-rol", rules=("R30", "R31"))

ONTVANGER: tuple[Node, ...] = (
    Question(
        id="ontvanger",
        text="Wie krijgt de informatie?",
        why="De taak van de ontvanger bepaalt of er een wettelijke weg is zonder toestemming. Samen in een team zitten is "
        "niet genoeg.",
        sources=(PP_GEHEIM, PP_TOESTEMMING, wet("Jw 7.3.11"), wet("Wmo 5.3.3"), wet("Wgbo 7:457")),
        answers=(
            Answer(
                "meewerkend",
                "Iemand die meewerkt aan déze hulp aan déze persoon, of mijn vervanger",
                "meewerkend",
                rules=("R32",),
            ),
            Answer(
                "partner",
                "Een collega, teamlid of partner die niet aan deze hulp meewerkt",
                "t.leeftijd",
                rules=("R32", "R62"),
            ),
            VEILIG_THUIS,
            RAAD,
            GI_OTS,
            Answer("ouder", "Een ouder van het kind", "t.ouder-gezag", rules=("R18", "R19", "R24")),
            Answer(
                "eigen-wet",
                "Rechter, inspectie of een ander aan wie mijn eigen wet zegt dat ik dit geef",
                "eigen-wet",
                rules=("R35", "R97", "R98", "R107", "R108"),
            ),
            Answer("politie", "Politie of openbaar ministerie", "politie", rules=("R36", "R103")),
            Answer(
                "buiten",
                "School, werkgever, corporatie, familie of een ander buiten de partners",
                "t.leeftijd",
                Notes(steps=("De ontvanger is geen partner: geef alleen waar de toestemming over gaat.",)),
                rules=("R64",),
            ),
            Answer(
                "steun",
                "Een ervaringsdeskundige, cliëntondersteuner of advocaat van de betrokkene",
                "t.leeftijd",
                Notes(steps=("Geef alleen wat zijn rol vraagt.",)),
                rules=("R127", "R128"),
            ),
            Answer(
                "betrokkene",
                "De betrokkene zelf: hij wil zijn gegevens zien of gebruikt een ander recht",
                "recht",
                rules=("R47", "R120"),
            ),
            Answer("niemand", "Niemand: ik gebruik wat ik al heb, voor mijn taak", "eigen-gebruik", rules=("R1", "R2")),
            Answer("vragen", "Ik vraag zelf iemand om informatie", "vragen", rules=("R60", "R61")),
            weet_niet("ontvanger-uitzoeken", "Ik weet niet in welke rol de ander vraagt"),
        ),
        rules=("R32", "R64", "R65", "R91"),
    ),
    Question(
        id="ontvanger-straf",
        text="Wie krijgt deze strafrechtelijke gegevens?",
        why="Strafrechtelijke gegevens deel je alleen als de wet daar een ingang voor geeft. Voor de proeftuin is dat "
        "omstreden. Daarom overleg je, behalve bij Veilig Thuis, de Raad en de GI bij een OTS.",
        sources=(wet("AVG 10"), wet("UAVG 31"), wet("UAVG 32"), wet("UAVG 33"), PP_SOORT),
        answers=(
            VEILIG_THUIS,
            RAAD,
            Answer("gi", "De GI die een ondertoezichtstelling (OTS) uitvoert", "gi-rol-straf", rules=("R30",)),
            Answer("anders", "Iemand anders", "strafrechtelijk"),
            weet_niet("strafrechtelijk"),
        ),
        rules=("R134",),
    ),
    Question(
        id="meewerkend",
        text="Voert de ander echt mee uit aan dezelfde hulp aan deze persoon?",
        why="Wie rechtstreeks betrokken is bij dezelfde hulp, of je vervangt, mag weten wat hij daarvoor nodig heeft. Hoe "
        "ver dat gaat in een integraal team, is omstreden.",
        sources=(wet("Jw 7.3.11 lid 2"), wet("Wgbo 7:457 lid 2"), wet("Wmo 5.3.3 lid 3"), CASUSOVERLEG),
        answers=(
            Answer("ja", "Ja: hij voert dezelfde hulp mee uit, of vervangt mij", "vertellen-meewerkend"),
            Answer("nee", "Nee: hij zit in hetzelfde team of overleg, maar doet iets anders", "t.leeftijd"),
            Answer(
                "wmo-voorziening",
                "Ja, voor een Wmo-voorziening: met gegevens uit een andere wet, of met zorgverzekeraar of zorgaanbieder",
                "t.avg-leeftijd",
                Notes(steps=WMO_TOESTEMMING),
                rules=("R56", "R57"),
            ),
            weet_niet("meewerkend-overleg", "Ik twijfel: dat is in ons team niet duidelijk"),
        ),
        rules=("R32", "R43", "R56", "R57"),
    ),
    Question(
        id="vragen",
        text="Vraag je dit voor een OTS, een onderzoek van Veilig Thuis of een onderzoek van de Raad?",
        why="Wie vraagt, vertelt ook iets: dat iemand hulp krijgt, en waarom. Voor deze drie taken mag dat zonder "
        "toestemming. In andere gevallen heb je toestemming nodig. De ander weegt daarna zelf of hij antwoord geeft.",
        sources=(
            bepaling("privacyprotocol/artikel-1/verwerken-van-persoonsgegevens"),
            PP_NOODZAAK,
            wet("Jw 7.3.11 lid 4"),
            wet("Wmo 5.2.6"),
            wet("BW 1:240"),
        ),
        answers=(
            Answer("ja", "Ja, dat is nu mijn eigen taak", "vertellen-vragen", rules=("R28", "R29", "R30")),
            Answer(
                "nee",
                "Nee, voor een andere taak",
                "t.leeftijd",
                Notes(
                    steps=(
                        "Noem je taak, je doel en wat je precies nodig hebt. De ander weegt zelf of hij antwoord geeft.",
                    ),
                ),
            ),
            weet_niet("rol-uitzoeken"),
        ),
        rules=("R60", "R61", "R31"),
    ),
    Question(
        id="eigen-gebruik",
        text="Gebruikt het college gegevens uit een andere wet voor een Wmo-voorziening?",
        why="Je eigen taak is de grondslag; daarvoor vraag je geen toestemming. Maar de Wmo eist zelf uitdrukkelijke "
        "toestemming om gegevens uit Jeugdwet, Participatiewet of schuldhulp te gebruiken voor een Wmo-voorziening.",
        sources=(PP_GRONDSLAG, wet("Wmo 5.1.1"), wet("Wmo 5.2.1"), wet("Wmo 5.2.5")),
        answers=(
            Answer("nee", "Nee, het is voor de taak waarvoor ik de gegevens heb", "zelf-gebruiken"),
            Answer("ja", "Ja", "t.avg-leeftijd", Notes(steps=WMO_TOESTEMMING), rules=("R56", "R57")),
            weet_niet("wet-nagaan"),
        ),
        rules=("R1", "R2", "R56", "R57"),
    ),
    Question(
        id="vt-taak",
        text="Waarvoor geef je het aan Veilig Thuis?",
        why="Je mag Veilig Thuis informeren bij een redelijk vermoeden van huiselijk geweld of kindermishandeling, zonder "
        "toestemming. Dat geldt alleen voor Veilig Thuis in zijn taak, niet voor een teamlid dat er ook werkt. Volg "
        "de meldcode.",
        sources=(wet("Wmo 5.2.6"), wet("Wmo 4.1.1"), wet("Jw 4.1.7")),
        answers=(
            Answer("advies", "Advies, zonder naam of herkenbare gegevens", "vt-advies", rules=("R89",)),
            Answer(
                "melding",
                "Een vermoeden; ik heb de stappen van de meldcode gevolgd",
                "vertellen-vt",
                rules=("R28", "R88", "R90"),
            ),
            Answer(
                "zonder-stappen", "Een vermoeden, maar de meldcode heb ik nog niet gevolgd", "meldcode", rules=("R88",)
            ),
            Answer("teamlid", "Hij werkt bij Veilig Thuis, maar zit hier als teamlid", "vt-teamlid", rules=("R91",)),
            Answer("geen-vermoeden", "Er is geen vermoeden; Veilig Thuis is hier gewoon partner", "t.leeftijd"),
            weet_niet("meldcode"),
        ),
        rules=("R28", "R88", "R89", "R90", "R91"),
    ),
    Question(
        id="rvdk-zaak",
        text="Waarvoor heeft de Raad het nodig?",
        why="Je mag de Raad informeren als dat nodig is voor zijn taak, na je eigen afweging. Bij gezag en omgang zonder "
        "vermoeden van mishandeling laat de rechtspraak daar nauwelijks ruimte voor.",
        sources=(wet("BW 1:240"), wet("Jw 2.4"), wet("Jw 3.1"), bepaling("privacyprotocol/artikel-5/lid-2-c")),
        answers=(
            Answer("maatregel", "Onderzoek naar veiligheid of een maatregel", "vertellen-rvdk", rules=("R29",)),
            Answer(
                "verzoek",
                "Ik vraag zelf om onderzoek, voor het college, de GI of Veilig Thuis",
                "vertellen-rvdk",
                rules=("R98",),
            ),
            Answer("omgang", "Gezag of omgang, zonder vermoeden van mishandeling", "rvdk-overleg", rules=("R92",)),
            Answer("meedenken", "De Raad denkt mee in het team, zonder onderzoek", "t.leeftijd"),
            weet_niet("ontvanger-uitzoeken"),
        ),
        rules=("R29", "R92", "R98"),
    ),
    Question(
        id="gi-rol",
        text="In welke rol vraagt de GI?",
        why="Een GI heeft verschillende rollen. Alleen bij een ondertoezichtstelling (OTS) mag of moet je geven zonder "
        "toestemming.",
        sources=(wet("Jw 7.3.11 lid 4"), wet("Jw 7.3.1"), wet("BW 1:262"), wet("BW 1:303")),
        answers=(
            Answer("ots-vraagt", "Zij voert de OTS uit en vraagt erom", "gi-verzoek", rules=("R30", "R94")),
            Answer(
                "ots-zelf", "Zij voert de OTS uit en ik wil het uit mezelf geven", "vertellen-gi-mag", rules=("R30",)
            ),
            Answer("voogd", "Zij is voogd over dit kind", "t.ouder-leeftijd", rules=("R25", "R83")),
            Answer("vrijwillig", "Vrijwillig of drang, of de OTS is afgelopen", "t.leeftijd", rules=("R31",)),
            Answer("reclassering", "Jeugdreclassering", "reclassering", rules=("R96",)),
            weet_niet("ontvanger-uitzoeken"),
        ),
        rules=("R30", "R31", "R50", "R65", "R94", "R96"),
    ),
    Question(
        id="gi-rol-straf",
        text="Vraagt de GI die de OTS uitvoert erom?",
        why="Bij een OTS moet je geven wat noodzakelijk is als de GI erom vraagt, en mag je het uit jezelf geven.",
        sources=(wet("Jw 7.3.11 lid 4"), wet("AVG 10")),
        answers=(
            Answer("ots-vraagt", "Ja", "gi-verzoek"),
            Answer("ots-zelf", "Nee, ik wil het uit mezelf geven", "vertellen-gi-mag"),
            Answer("geen-ots", "Het is geen OTS", "strafrechtelijk"),
            weet_niet("ontvanger-uitzoeken"),
        ),
        rules=("R30", "R134"),
    ),
    Question(
        id="gi-verzoek",
        text="Waar vraagt de GI om?",
        why="De plicht gaat over wat noodzakelijk is: over het kind, zijn verzorging en opvoeding, of een ouder of voogd.",
        sources=(wet("Jw 7.3.11 lid 4"), AFWEGING[2]),
        answers=(
            Answer(
                "gericht",
                "Gericht: wat nodig is over het kind, zijn opvoeding, een ouder of voogd",
                "vertellen-gi-moet",
                rules=("R30", "R94"),
            ),
            Answer("ongericht", "Ongericht: “stuur het dossier”", "gi-vraag-door", rules=("R95",)),
            Answer("ander", "Over een ander, zoals een stiefouder, broer of tante", "gi-ander", rules=("R93",)),
            weet_niet("gi-vraag-door"),
        ),
        rules=("R30", "R93", "R95"),
    ),
    Question(
        id="eigen-wet",
        text="Welke wet of taak is dat?",
        why="Een wettelijke plicht of taak gaat voor geheimhouding. Noem de wet. “Want het is de rechter” is geen wet.",
        sources=(
            wet("Jw 7.3.11 lid 1"),
            wet("Wgbo 7:457 lid 1"),
            wet("Wmo 4.1.1"),
            wet("Jw 4.1.8"),
            bepaling("privacyprotocol/artikel-5/lid-2-c"),
        ),
        answers=(
            Answer("vt", "Veilig Thuis rondt een melding of onderzoek af", "vertellen-taak", rules=("R97", "R37")),
            Answer("rechter", "Raad of GI rapporteert aan de rechter", "vertellen-taak", rules=("R108",)),
            Answer(
                "calamiteit",
                "Een calamiteit of geweld bij de hulp melden aan de inspectie",
                "vertellen-moet",
                rules=("R107",),
            ),
            Answer(
                "uitvoering",
                "GI informeert wie rechtstreeks meewerkt aan de maatregel",
                "vertellen-meewerkend",
                rules=("R32",),
            ),
            Answer("andere-wet", "Een andere wet, die ik kan noemen", "wet-nagaan", rules=("R35",)),
            weet_niet("wet-nagaan"),
        ),
        rules=("R35", "R37", "R97", "R107", "R108"),
    ),
    Question(
        id="politie",
        text="Is er een vordering?",
        why="Zonder vordering geef je politie of OM alleen iets met toestemming, bij een meldrecht of bij een conflict van "
        "plichten. Bevestig ook niet dat iemand cliënt is.",
        sources=(wet("Sv 126nd"), wet("Sv 126nf"), wet("Sv 218"), PP_GEHEIM),
        answers=(
            Answer("vordering", "Ja, van de officier of de rechter-commissaris", "vordering", rules=("R103",)),
            Answer("nee", "Nee", "politie-overleg", rules=("R36",)),
            weet_niet("politie-overleg"),
        ),
        rules=("R36", "R61", "R103"),
    ),
    Question(
        id="recht",
        text="Wat vraagt de betrokkene?",
        why="Vanaf 12 jaar vraagt een jongere zelf inzage in zijn dossier, als hij dat kan overzien. Voor een jonger kind "
        "doet wie gezag heeft dat. Een verzoek wordt binnen een maand afgehandeld.",
        sources=(
            bepaling("privacyprotocol/artikel-9/lid-1"),
            bepaling("privacyprotocol/artikel-9/lid-3"),
            wet("Jw 7.3.10"),
            wet("Wmo 5.3.2"),
            wet("AVG 12 lid 3"),
            bepaling("convenant/artikel-5/lid-2"),
        ),
        answers=(
            Answer(
                "inzage",
                "Inzage in eigen gegevens: hij is 12 of ouder en overziet het",
                "inzage",
                rules=("R120", "R122"),
            ),
            Answer("namens", "Een ouder met gezag vraagt inzage voor zijn kind", "t.ouder-leeftijd", rules=("R120",)),
            Answer(
                "avg-12-15",
                "Een ouder gebruikt een AVG-recht voor een jongere van 12 tot en met 15 jaar",
                "recht-overleg",
                rules=("R121",),
            ),
            Answer(
                "ander-recht",
                "Verbeteren, wissen, bezwaar, overdragen of bewaartermijn",
                "verzoek",
                rules=("R66", "R123", "R124", "R125"),
            ),
            Answer("melder", "Wie er heeft gemeld", "melder", rules=("R126",)),
            Answer("opname", "Hij wil het gesprek opnemen", "opname", rules=("R138",)),
            weet_niet("verzoek"),
        ),
        rules=("R47", "R120", "R121", "R122", "R123", "R124"),
    ),
    Question(
        id="ernstige-schade",
        text="Er is geen toestemming. Dreigt ernstige schade voor iemand als je zwijgt?",
        why="Soms botst je plicht om te zwijgen met je plicht om schade te voorkomen. Dat is jouw eigen afweging, nooit een "
        "afvinklijst. Een ander kan haar niet voor je maken.",
        sources=(PP_EIGEN_AFWEGING, bepaling("privacyprotocol/overwegingen/overweging-f")),
        answers=(
            Answer("nee", "Nee", "geen-toestemming"),
            Answer("ja", "Ja, of goed hulpverlenerschap vraagt dat ik toch iets geef", "conflict-van-plichten"),
            weet_niet("conflict-van-plichten"),
        ),
        rules=("R33", "R99", "R100"),
    ),
    vertellen("vertellen-toestemming", "delen-met-toestemming", later=False),
    vertellen("vertellen-ouder", "ouder-informeren", later=False),
    vertellen("vertellen-feiten", "belangrijke-feiten", later=False),
    vertellen("vertellen-meewerkend", "delen-meewerkend", later=True),
    vertellen("vertellen-vt", "delen-vt", later=True),
    vertellen("vertellen-rvdk", "delen-rvdk", later=True),
    vertellen("vertellen-gi-mag", "delen-gi-mag", later=True),
    vertellen("vertellen-gi-moet", "delen-gi-moet", later=True),
    vertellen("vertellen-taak", "delen-taak", later=True),
    vertellen("vertellen-vragen", "vragen-mag", later=True),
    vertellen("vertellen-moet", "delen-moet", later=True),
)

UITZOEKEN = Oordeel.EERST_UITZOEKEN
OVERLEG = Oordeel.OVERLEG
NIET = Oordeel.NU_NIET


def uitkomst(
    id: str,
    oordeel: Oordeel,
    title: str,
    sentence: str,
    steps: tuple[str, ...],
    sources: tuple[Source, ...],
    rules: str,
    *,
    record: tuple[str, ...] = ("je vraag, wat je hebt uitgezocht en wat je besloot",),
    tell: tuple[str, ...] = (TOT_ZOVER_NIETS,),
    change: tuple[str, ...] = ("Weet je het antwoord? Dan gaat de boom verder.",),
) -> Outcome:
    """An outcome; `rules` as words. What is left out says that nothing has been shared yet."""
    return Outcome(id, oordeel, title, sentence, steps, record, tell, change, sources, tuple(rules.split()))


NOG_NIET: tuple[Node, ...] = (
    *DIRECT,
    Outcome(
        id="datalek",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Datalek: handel direct",
        sentence="Volg meteen het datalekprotocol van je organisatie. Wacht niet af.",
        steps=(
            "Probeer de gegevens terug te krijgen of te laten wissen.",
            "Meld het intern, en aan je partners: zo snel mogelijk, uiterlijk binnen 24 uur.",
            "Jouw organisatie weegt de melding aan de Autoriteit Persoonsgegevens: binnen 72 uur nadat zij het weet, "
            "tenzij er geen risico is.",
        ),
        record=("wat er gebeurde, welke gegevens, wie ze zag en wat je deed",),
        tell=("De partners binnen 24 uur.", "De betrokkenen meteen, als het risico voor hen hoog is."),
        change=("Blijkt er geen datalek? Leg dat vast en begin opnieuw.",),
        sources=(
            bepaling("privacyprotocol/artikel-8/lid-2"),
            bepaling("privacyprotocol/artikel-8/lid-3"),
            bepaling("privacyprotocol/artikel-8/lid-4"),
            bepaling("privacyprotocol/artikel-8/lid-6"),
            wet("AVG 33"),
            wet("AVG 34"),
        ),
        rules=("R46",),
    ),
    uitkomst(
        "rol-uitzoeken",
        UITZOEKEN,
        "Zoek eerst uit vanuit welke taak je handelt",
        "Zonder duidelijke taak deel en vraag je niets.",
        ("Vraag je organisatie vanuit welke taak je dit doet.", "Werk je voor twee organisaties? Kies er één."),
        (WP_TAAK, bepaling("wegwijzer-professionals/basisregel-5"), SC_TAAK),
        "R7 R1",
    ),
    uitkomst(
        "ervaringsdeskundige",
        OVERLEG,
        "Laat een professional dit doen",
        "Een ervaringsdeskundige heeft geen eigen wettelijke taak om gegevens te delen. Overleg met de casusregisseur.",
        (
            "Deel alleen wat met het gezin voor jouw rol is afgesproken.",
            "Zorgen over veiligheid? Vraag een professional te melden. Bij gevaar bel je zelf 112.",
        ),
        (
            bepaling("privacyprotocol/artikel-1/ervaringsdeskundigen"),
            PP_GEHEIM,
            bepaling("privacyprotocol/artikel-6/lid-3"),
        ),
        "R44 R127",
    ),
    uitkomst(
        "doel-uitzoeken",
        UITZOEKEN,
        "Bepaal eerst je doel",
        "Zonder concreet doel mag je geen gegevens gebruiken of delen.",
        ("Zeg in één zin wat je wilt bereiken, voor welke taak.", "Is het doel veranderd? Weeg opnieuw."),
        (WP_DOEL, PP_DOELBINDING),
        "R8",
    ),
    uitkomst(
        "ander-doel",
        OVERLEG,
        "Voor leren en verantwoorden gelden andere regels",
        "Deel hiervoor geen inhoudelijke persoonsgegevens. Overleg met je privacy-officer.",
        (
            "Voor monitoring houdt alleen de teamcoördinator een beknopte samenvatting bij.",
            "Onderzoek en bekostiging hebben eigen wettelijke regels: vraag je privacy-officer.",
            "Begint er een nieuwe werkwijze? Dan doet elke organisatie eerst een DPIA.",
        ),
        (
            bepaling("privacyprotocol/artikel-4/lid-3"),
            bepaling("privacyprotocol/artikel-1/ms-teams"),
            wet("Jw 7.3.12"),
            wet("Wmo 5.3.6"),
            bepaling("wegwijzer-organisaties/stap-4"),
        ),
        "R63 R131 R142",
    ),
    uitkomst(
        "beroep-op-wet",
        OVERLEG,
        "Deze wet draagt het delen niet zomaar",
        "Een samenwerkingswet of “vitaal belang” geldt hier zelden. Overleg met je jurist.",
        (
            "De Wet gegevensverwerking door samenwerkingsverbanden geldt alleen voor aangewezen verbanden, niet voor een "
            "proeftuinteam.",
            "Of de Wams in werking is, is niet bevestigd: gebruik haar niet als grondslag.",
            "Vitaal belang gaat over levensgevaar van iemand die zelf niet kan instemmen.",
        ),
        (PP_GRONDSLAG, wet("AVG 6 lid 1, onder d"), wet("UAVG 22"), TWIJFEL),
        "R102 R106",
    ),
    uitkomst(
        "niet-noodzakelijk",
        NIET,
        "Niet noodzakelijk: niet delen",
        "Handig is niet genoeg. Wat niet noodzakelijk is, gebruik en deel je niet.",
        ("Kijk of je het doel bereikt zonder deze gegevens.", "Kijk wat wel kan: expertise of anoniem meedenken."),
        (PP_NOODZAAK, AFWEGING[1], AFWEGING[2], ANDERS_HELPEN),
        "R9 R10 R49",
        change=("Wordt een gegeven wél noodzakelijk? Weeg dan opnieuw.",),
    ),
    uitkomst(
        "niet-alles",
        NIET,
        "Niet alles op tafel",
        "Geef per deelnemer alleen wat hij nodig heeft. Wie inbrengt, houdt zeggenschap.",
        (
            "Kies per persoon aan tafel welke gegevens noodzakelijk zijn.",
            "Spreek aan het eind af wie wat nodig heeft. Niemand neemt iets mee zonder akkoord van wie het inbracht.",
            "Geef een plan of verslag in delen, en langs een beveiligde weg.",
        ),
        (PP_EVENREDIG, AFWEGING[2], CASUSOVERLEG),
        "R9 R10 R43 R131",
        change=("Weet je per gegeven waarom het nodig is, en voor wie? Dan gaat de boom verder.",),
    ),
    uitkomst(
        "noodzaak-uitzoeken",
        UITZOEKEN,
        "Ga eerst na wat noodzakelijk is",
        "Weet je niet of het noodzakelijk is, dan deel je nog niet.",
        (
            "Vraag de ander waarvoor hij het precies nodig heeft.",
            "Leg elk gegeven naast het doel.",
            "Twee professionals kunnen anders oordelen. Onzorgvuldig is alleen: stappen overslaan.",
        ),
        (AFWEGING[1], AFWEGING[2], AFWEGING[4]),
        "R9 R14 R60",
    ),
    uitkomst(
        "minder-ingrijpend",
        NIET,
        "Doe het eerst met de betrokkene",
        "Er is een minder ingrijpende weg. Neem die.",
        (
            "Vraag het de betrokkene zelf, of nodig hem uit bij het overleg.",
            "Aanwezig zijn is nog geen toestemming: vraag het, en let op wat gezinsleden over elkaar horen.",
        ),
        (PP_MINDER, AFWEGING[3], bepaling("vuistregels/gezin/vuistregel-3")),
        "R11 R129",
        tell=("De betrokkene: welke informatie je nodig hebt en waarvoor.",),
        change=("Lukt het niet met de betrokkene? Dan gaat de boom verder.",),
    ),
    uitkomst(
        "kleinere-kring",
        NIET,
        "Maak eerst de kring kleiner",
        "Deel niet met meer mensen dan nodig. Wie geen rol heeft, gaat weg, of je spreekt anoniem.",
        (
            "Bepaal wie een rol heeft in deze casus.",
            "Vraag de anderen de tafel te verlaten, of spreek zonder herkenbare gegevens.",
            "Heeft iemand buiten de partners informatie nodig? Vraag daar apart toestemming voor.",
        ),
        (PP_MINDER, PP_EVENREDIG, CASUSOVERLEG),
        "R10 R11 R43 R64 R130",
        change=("Zitten alleen mensen met een rol aan tafel? Dan gaat de boom verder.",),
    ),
    uitkomst(
        "weg-uitzoeken",
        UITZOEKEN,
        "Zoek eerst de minst ingrijpende weg",
        "Ga na of het met de betrokkene erbij, anoniem of in een kleinere kring kan.",
        ("Loop de mogelijkheden langs met een collega.",),
        (PP_MINDER, AFWEGING[3]),
        "R11",
    ),
    uitkomst(
        "laat-weg",
        NIET,
        "Laat deze gegevens weg",
        "Ras, geloof, politiek, seksueel leven en biometrie zijn bijna nooit noodzakelijk.",
        (
            "Laat ze weg en loop de boom opnieuw door.",
            "Zijn ze echt nodig voor goede hulp, of vraagt de betrokkene het zelf? Overleg met je privacy-officer.",
        ),
        (wet("AVG 9"), wet("UAVG 25"), wet("UAVG 30"), PP_SOORT),
        "R135 R41",
        change=("Kan het zonder deze gegevens? Kies dan een andere soort.",),
    ),
    uitkomst(
        "bsn",
        NIET,
        "Laat het BSN weg",
        "Het BSN gebruik je alleen waar de wet dat voorschrijft. Niet in overleg, mail of monitoring.",
        (
            "Laat het weg en loop de boom opnieuw door.",
            "Schrijft de wet het voor jouw taak voor? Gebruik dan het daarvoor bestemde systeem.",
        ),
        (wet("UAVG 46"), wet("Jw 7.2.1"), wet("Wmo 5.2.9")),
        "R132",
        change=("Kan het zonder BSN? Kies dan een andere soort.",),
    ),
    uitkomst(
        "soort-uitzoeken",
        UITZOEKEN,
        "Zoek eerst uit om welke gegevens het gaat",
        "De soort bepaalt hoe smal je deelt.",
        ("Lees wat je wilt geven nog eens door, regel voor regel.", "Haal weg wat over een ander gaat."),
        (PP_SOORT, wet("AVG 9"), wet("AVG 10")),
        "R41 R21",
    ),
    uitkomst(
        "van-politie",
        OVERLEG,
        "Vraag eerst de politie of het OM",
        "Wat politie of OM vertelde, mag je niet zomaar doorgeven of in het dossier zetten. Overleg eerst.",
        (
            "Vraag de politie of het OM wat ermee mag.",
            "Overleg met je jurist.",
            "Gaat het over een ander gezinslid? Die is zelf betrokkene.",
        ),
        (wet("Wpg 18"), wet("Wpg 19"), wet("Wpg 20"), wet("Wjsg 39f"), TWIJFEL),
        "R105 R134 R21",
    ),
    uitkomst(
        "strafrechtelijk",
        OVERLEG,
        "Strafrechtelijke gegevens: overleg eerst",
        "Of je deze gegevens in de proeftuin mag delen, is omstreden. Overleg met je jurist of privacy-officer.",
        (
            "De een zegt: het protocol noemt ze, dus het kan als het nodig is. De ander zegt: de UAVG geeft de proeftuin "
            "geen eigen ingang. Leg beide voor.",
            "Kijk of het zonder deze gegevens kan.",
        ),
        (wet("AVG 10"), wet("UAVG 31"), wet("UAVG 33"), PP_SOORT),
        "R134",
        change=("Kan het zonder deze gegevens? Kies dan een andere soort.",),
    ),
    uitkomst(
        "ontvanger-uitzoeken",
        UITZOEKEN,
        "Zoek eerst uit in welke rol de ander vraagt",
        "De rol van de ander bepaalt of en hoe je mag delen.",
        (
            "Vraag: voor welke taak, voor welk doel, en is er een maatregel?",
            "Is het een GI? Vraag of zij een OTS uitvoert, voogd is of vrijwillig helpt. Laat de uitspraak zien.",
        ),
        (wet("Jw 7.3.11"), WP_TAAK, CASUSOVERLEG),
        "R65 R31 R91",
    ),
    uitkomst(
        "meewerkend-overleg",
        OVERLEG,
        "Twijfel over meewerken: overleg eerst",
        "Wanneer een teamlid rechtstreeks betrokken is, is omstreden. Overleg met je privacy-officer of jurist.",
        (
            "De een zegt: wie in één integraal team werkt, is bij dezelfde hulp betrokken. De ander zegt: alleen wie deze "
            "hulp mee uitvoert. Leg beide voor.",
            "Vraag anders toestemming.",
        ),
        (wet("Jw 7.3.11 lid 2"), wet("Wgbo 7:457 lid 2"), TWIJFEL),
        "R32",
        change=("Werkt de ander duidelijk mee, of juist niet? Dan gaat de boom verder.",),
    ),
    uitkomst(
        "meldcode",
        UITZOEKEN,
        "Volg eerst de stappen van de meldcode",
        "Een vermoeden vraagt om vijf stappen. Advies vragen kan altijd, zonder naam.",
        (
            "Breng de signalen in kaart.",
            "Overleg met een collega, en vraag Veilig Thuis advies (0800-2000).",
            "Praat met de betrokkenen, tenzij dat onveilig is.",
            "Weeg, en beslis over hulp en melden. Bij acute of structurele onveiligheid is melden de norm.",
        ),
        (wet("Jw 4.1.7"), wet("Wmo 4.1.1 lid 3"), wet("Wmo 5.2.6")),
        "R88 R89",
        record=("elke stap van de meldcode",),
        tell=("De betrokkenen, in stap 3, tenzij dat onveilig is.",),
        change=("Heb je de stappen gevolgd? Dan gaat de boom verder.", "Wordt het acuut? Handel direct."),
    ),
    uitkomst(
        "vt-teamlid",
        NIET,
        "Zo niet: een teamlid is niet Veilig Thuis",
        "Wat je Veilig Thuis mag melden, mag je niet vertellen aan een teamlid dat er ook werkt.",
        ("Vraag Veilig Thuis advies zonder naam, of doe een echte melding volgens de meldcode.",),
        (wet("Wmo 5.2.6"), wet("Wmo 4.1.1 lid 3"), wet("Jw 4.1.7")),
        "R91 R89 R32",
        change=("Ga je melden? Kies dan Veilig Thuis in zijn taak.",),
    ),
    uitkomst(
        "rvdk-overleg",
        OVERLEG,
        "Gezag of omgang: vraag toestemming en overleg",
        "Zonder vermoeden van mishandeling is geven zonder toestemming omstreden. Overleg met je jurist.",
        (
            "Vraag de betrokkene om toestemming.",
            "De een zegt: de wet laat je de Raad altijd informeren als dat nodig is. "
            "De ander zegt: in zulke zaken weegt geheimhouding zwaarder. Leg dat voor aan je jurist.",
        ),
        (wet("BW 1:240"), TWIJFEL),
        "R92 R29",
        change=("Geeft de betrokkene toestemming? Dan mag het op die grond.", "Ontstaat er een vermoeden? Kies dat."),
    ),
    uitkomst(
        "gi-vraag-door",
        UITZOEKEN,
        "Vraag de GI eerst door",
        "Je moet geven wat noodzakelijk is. Vraag daarom naar doel en noodzaak. Weiger niet stilzwijgend.",
        (
            "Vraag: wat wil je precies weten, en waarvoor?",
            "Geef daarna alleen dat.",
            "Blijven jullie het oneens? Overleg met je jurist.",
        ),
        (wet("Jw 7.3.11 lid 4"), AFWEGING[2]),
        "R95 R60",
    ),
    uitkomst(
        "gi-ander",
        UITZOEKEN,
        "Een ander valt buiten de plicht",
        "De plicht gaat over het kind, zijn opvoeding, een ouder of voogd. Zoek uit wat de GI daarover echt nodig heeft.",
        (
            "Vraag naar doel en noodzaak.",
            "Geef alleen feiten over het kind of de opvoeding.",
            "Voor de rest geldt de gewone weg: toestemming van die ander.",
        ),
        (wet("Jw 7.3.11 lid 4"),),
        "R93 R95 R60",
    ),
    uitkomst(
        "reclassering",
        OVERLEG,
        "Jeugdreclassering: overleg eerst",
        "De OTS-regel geldt hier niet. Wat wel geldt, is omstreden. Overleg met je jurist.",
        ("De een zegt: alleen met toestemming. De ander zegt: het strafrecht kan een plicht geven. Leg dat voor.",),
        (wet("Jw 7.3.11 lid 4"), wet("Sr 77hh"), TWIJFEL),
        "R96 R31",
    ),
    uitkomst(
        "wet-nagaan",
        OVERLEG,
        "Laat nagaan of die wet het delen draagt",
        "Een plicht gaat voor geheimhouding, maar alleen als de wet haar echt geeft. Overleg met je jurist.",
        ("Schrijf op welke wet en welk artikel het is.", "Vraag je jurist of het een plicht is."),
        (wet("Jw 7.3.11 lid 1"), wet("Wgbo 7:457 lid 1"), TWIJFEL),
        "R35 R48",
    ),
    uitkomst(
        "vordering",
        OVERLEG,
        "Een vordering: altijd naar je jurist",
        "Geef nog niets en weiger nog niets. Je jurist beoordeelt de vordering.",
        (
            "Stuur de vordering direct door naar je jurist.",
            "Een gewone vordering mag niet over gezondheid, geloof, ras of "
            "seks gaan. Wie geheimhouding heeft, kan een verschoningsrecht hebben.",
        ),
        (wet("Sv 126nd lid 2"), wet("Sv 126nf"), wet("Sv 218")),
        "R103 R36",
        change=("Heeft de jurist geoordeeld? Volg dat oordeel.",),
    ),
    uitkomst(
        "politie-overleg",
        OVERLEG,
        "Zonder vordering geef je niets zonder overleg",
        "Bevestig niet dat iemand cliënt is. Overleg met je jurist.",
        (
            "Vraag waarvoor en op grond van welke wet.",
            "Het kan alleen met toestemming, een meldrecht, een plicht of na een conflict van plichten.",
            "Acuut gevaar? Bel 112.",
        ),
        (PP_GEHEIM, wet("Wgbo 7:457"), TWIJFEL),
        "R36 R61 R103",
    ),
    uitkomst(
        "recht-overleg",
        OVERLEG,
        "Wie het recht gebruikt, is hier omstreden",
        "De UAVG en de Jeugdwet zeggen iets anders over 12 tot en met 15 jaar. Overleg met je privacy-officer.",
        (
            "De een zegt: onder de 16 doet de ouder dat. De ander zegt: een jongere van 12 of ouder doet het zelf. Leg "
            "beide voor.",
            "Vraag de jongere wat hij wil.",
        ),
        (wet("UAVG 5 lid 4"), wet("Jw 7.3.10"), wet("Jw 7.3.15"), TWIJFEL),
        "R121 R120",
        tell=("De jongere: dat zijn ouder dit vraagt.",),
    ),
    uitkomst(
        "verzoek",
        UITZOEKEN,
        "Leg het verzoek bij de juiste partner",
        "De partner die verantwoordelijk is voor deze gegevens, beslist. Hij doet dat binnen een maand.",
        (
            "Zoek uit welke partner de gegevens heeft, en geef het verzoek door.",
            "Is het complex? Dan kan er twee maanden bij, als dat binnen de eerste maand is gemeld.",
            "Is een gegeven onjuist? Verbeter het en vertel het wie het kreeg.",
            "Hoe lang gegevens bewaard blijven, staat in het protocol van de partner met het dossier.",
            "Wissen kan niet altijd, zeker niet bij een maatregel. Overleg dan.",
        ),
        (
            bepaling("privacyprotocol/artikel-9/lid-1"),
            bepaling("privacyprotocol/artikel-9/lid-3"),
            bepaling("convenant/artikel-5/lid-2"),
            wet("AVG 12 lid 3"),
            wet("AVG 16"),
            wet("AVG 19"),
            wet("Jw 7.3.9"),
            wet("Wmo 5.3.5"),
            wet("AVG 21"),
            bepaling("privacyprotocol/artikel-4/lid-5"),
            bepaling("privacyprotocol/artikel-10/lid-1"),
        ),
        "R47 R66 R123 R124 R125",
        record=("het verzoek, de datum en wie beslist",),
        tell=(
            "De betrokkene: wie beslist en wanneer.",
            "De betrokkene: dat hij recht heeft op onafhankelijke cliëntondersteuning.",
        ),
    ),
    uitkomst(
        "melder",
        OVERLEG,
        "Vraag Veilig Thuis wie de melder mag weten",
        "Of het gezin mag weten wie meldde, hangt af van wie de melder is. Vraag het Veilig Thuis.",
        ("Zeg niets over de melder.", "Verwijs naar Veilig Thuis."),
        (wet("Wmo 5.3.1 lid 4"),),
        "R126",
    ),
    uitkomst(
        "eerst-vertellen",
        NIET,
        "Vertel het eerst",
        "Delen zonder medeweten mag niet, ook niet als de ander boos wordt.",
        (
            "Vertel waarvoor je deelt, welke gegevens en met wie.",
            "Is vertellen onveilig, of doorkruist het een "
            "strafrechtelijk onderzoek? Kies dat antwoord, als de wet het toelaat.",
            "Vraag om een reactie. Beloof geen keuze die er niet is.",
        ),
        (PP_UITLEG, bepaling("privacyprotocol/artikel-7/lid-4"), PP_NIET_VERTELLEN, VERTELLEN),
        "R38 R39 R58 R119",
        tell=("De betrokkene, vooraf.",),
        change=("Heb je het verteld? Dan gaat de boom verder.",),
    ),
    uitkomst(
        "onbeveiligd",
        NIET,
        "Zo niet: alleen beveiligd",
        "Gewone mail en apps zijn niet veilig genoeg. Gebruik een beveiligde weg.",
        (
            "Gebruik beveiligde mail of het systeem van je organisatie.",
            "Al verstuurd naar de verkeerde? Dat is een datalek.",
        ),
        (PP_BEVEILIGD, bepaling("privacyprotocol/artikel-11/lid-1")),
        "R45 R41",
        change=("Heb je een beveiligde weg? Dan gaat de boom verder.",),
    ),
    uitkomst(
        "vertellen-uitzoeken",
        UITZOEKEN,
        "Ga eerst na hoe je het vertelt en verstuurt",
        "Vooraf vertellen is de regel. Weet je niet of dat veilig kan, overleg dan eerst.",
        ("Overleg met een collega of je aandachtsfunctionaris.", "Vraag welke beveiligde weg je organisatie heeft."),
        (PP_UITLEG, PP_NIET_VERTELLEN, PP_BEVEILIGD),
        "R39 R40 R45",
    ),
    uitkomst(
        "geen-toestemming",
        NIET,
        "Geen toestemming: nu niet",
        "Er is geen geldige toestemming, en geen wettelijke weg die past.",
        (
            "Ga in gesprek: waarom niet? Hulp hangt niet af van het antwoord.",
            "Kijk wat wel kan: anoniem meedenken, expertise, of de betrokkene zelf laten vertellen.",
            "Is eerder iets met toestemming gegeven? Dat blijft rechtmatig, maar er volgt niets meer.",
            "Zijn twee gezagsdragers het oneens? De rechter kan beslissen.",
        ),
        (
            PP_TOESTEMMING,
            bepaling("privacyprotocol/artikel-6/lid-4-b"),
            bepaling("privacyprotocol/artikel-6/lid-4-d"),
            ANDERS_HELPEN,
            wet("BW 1:253a"),
        ),
        "R5 R23 R49 R69 R101 R113 R114",
        record=("de weigering of intrekking, en wat je in plaats daarvan doet",),
        tell=("De betrokkene: dat je niets deelt.",),
        change=(
            "Komt er toestemming? Dan mag het op die grond.",
            "Een wettelijke plicht, Veilig Thuis, de Raad of acuut gevaar: dan gelden andere regels.",
        ),
    ),
    uitkomst(
        "conflict-van-plichten",
        OVERLEG,
        "Conflict van plichten: jouw eigen afweging, na overleg",
        "Dit is nooit een vanzelfsprekend ja. Overleg eerst, weeg zelf en leg vast.",
        (
            "Overleg met je aandachtsfunctionaris of jurist, en vraag Veilig Thuis advies zonder naam.",
            "Weeg: alles gedaan om toestemming te krijgen, of is vragen onveilig? Dreigt ernstige schade? Is er geen andere "
            "weg? Beperkt delen de schade vrijwel zeker? Geef je niet meer dan nodig, alleen aan wie kan helpen? Brengt "
            "zwijgen je in gewetensnood?",
            "Alleen als alles klopt, kun je besluiten te delen. Jij beslist, niet je leidinggevende of het team.",
        ),
        (PP_EIGEN_AFWEGING, bepaling("wegwijzer-professionals/afweging-5-tip"), TWIJFEL),
        "R33 R99 R100 R27 R88",
        record=("wat je wist, met wie je overlegde, hoe je woog en wat je besloot",),
        tell=("De betrokkene: wat je besloot, zodra dat veilig kan.",),
        change=("Wordt het acuut? Handel direct.", "Komt er toestemming? Dan mag het op die grond."),
    ),
)


def mag(
    id: str,
    oordeel: Oordeel,
    title: str,
    sentence: str,
    steps: tuple[str, ...],
    sources: tuple[Source, ...],
    rules: str,
    *,
    record: tuple[str, ...] = (VASTLEGGEN, WAAR_VASTLEGGEN),
    tell: tuple[str, ...] = ("De betrokkene: waarvoor je deelt, welke gegevens en met wie.",),
    change: tuple[str, ...] = (
        "Verandert je doel of de ontvanger? Weeg opnieuw.",
        "Is een gegeven niet noodzakelijk? Laat het weg.",
    ),
) -> Outcome:
    """A permissive outcome: it always says what to record and whom to tell."""
    return uitkomst(id, oordeel, title, sentence, steps, sources, rules, record=record, tell=tell, change=change)


ONDER_VOORWAARDEN = Oordeel.MAG_ONDER_VOORWAARDEN
ALLEEN_NODIG = "Geef alleen wat noodzakelijk is. Scheid feit en mening, en voeg de reactie van het gezin toe."
ANDEREN = "Staat er iets over een ander in? Laat dat weg, of vraag die ander zelf."

MAG: tuple[Node, ...] = (
    mag(
        "anoniem",
        Oordeel.MAG,
        "Anoniem overleggen mag",
        "Als de ander echt niet kan weten over wie het gaat, deel je geen persoonsgegevens.",
        ("Noem geen naam, woonplaats of herkenbare details.", "Raadt de ander toch over wie het gaat? Stop dan."),
        (PP_MINDER, bepaling("privacyprotocol/artikel-1/persoonsgegevens"), AFWEGING[3]),
        "R11 R12",
        record=("dat je anoniem overlegde, en het advies",),
        tell=("Je hoeft niemand iets te vertellen. Doe het gerust.",),
        change=("Kan de ander weten over wie het gaat? Dan is het delen.",),
    ),
    mag(
        "vt-advies",
        Oordeel.MAG,
        "Advies vragen aan Veilig Thuis mag",
        "Zonder herkenbare gegevens is het geen melding, en heb je geen toestemming nodig.",
        ("Bel 0800-2000 en vertel wat je ziet, zonder naam.", "Volg het advies op of weeg waarom niet."),
        (wet("Wmo 4.1.1 lid 3"), wet("Jw 4.1.7")),
        "R89",
        record=("het advies en wat je ermee doet",),
        tell=("Je hoeft niemand iets te vertellen. Doe het als het veilig is.",),
        change=("Noem je wel namen? Dan is het een melding.",),
    ),
    mag(
        "zelf-gebruiken",
        ONDER_VOORWAARDEN,
        "Je mag dit gebruiken voor je taak",
        "Je wettelijke taak is de grondslag. Vraag daarvoor geen toestemming.",
        (
            "Gebruik alleen wat noodzakelijk is.",
            "Kreeg je de gegevens van een ander? Vertel dat de betrokkene binnen een maand.",
        ),
        (
            PP_GRONDSLAG,
            bepaling("privacyprotocol/artikel-5/lid-1"),
            PP_UITLEG,
            wet("AVG 14"),
            SC_DOSSIER,
        ),
        "R1 R2 R39 R42 R117",
        tell=("De betrokkene: welke gegevens je gebruikt, waarvoor, en welke rechten hij heeft.",),
    ),
    mag(
        "delen-met-toestemming",
        ONDER_VOORWAARDEN,
        "Je mag dit delen, met de gegeven toestemming",
        "De toestemming is geldig. Je deelt deze gegevens, voor dit doel, met deze ontvanger. Meer niet.",
        (
            ALLEEN_NODIG,
            ANDEREN,
            "Gaat het over meer mensen? Deel alleen wat gaat over wie ja zei. Het strengste advies geldt "
            "voor het geheel.",
            "Wordt de toestemming ingetrokken? Stop dan.",
            "Geheimhouding blijft, ook als de samenwerking eindigt.",
        ),
        (
            PP_TOESTEMMING,
            bepaling("privacyprotocol/artikel-6/lid-4-b"),
            bepaling("privacyprotocol/artikel-6/lid-4-c"),
            PP_EVENREDIG,
            PP_UITLEG,
            PP_BEVEILIGD,
            SC_DOSSIER,
            FEITEN,
        ),
        "R3 R4 R10 R13 R21 R39 R42 R45 R59 R110 R111 R112 R139",
        record=(
            "wie toestemming gaf en in welke rol, over wie, welke gegevens, aan wie en waarvoor, de datum, en dat "
            "intrekken kan",
            VASTLEGGEN,
            WAAR_VASTLEGGEN,
        ),
        change=(
            "Wordt de toestemming geweigerd of ingetrokken? Dan mag het niet.",
            "Verandert je doel of de ontvanger? Weeg opnieuw.",
        ),
    ),
    mag(
        "delen-meewerkend",
        ONDER_VOORWAARDEN,
        "Je mag dit delen met wie meewerkt aan deze hulp",
        "Alleen wat de ander voor zijn deel van deze hulp nodig heeft.",
        (ALLEEN_NODIG, ANDEREN),
        (wet("Jw 7.3.11 lid 2"), wet("Wgbo 7:457 lid 2"), wet("Wmo 5.3.3 lid 3"), PP_EVENREDIG, PP_UITLEG),
        "R32 R38 R13 R42",
        change=("Werkt de ander niet mee aan deze hulp? Vraag toestemming.",),
    ),
    mag(
        "delen-vt",
        ONDER_VOORWAARDEN,
        "Je mag Veilig Thuis informeren",
        "Dit is een meldrecht: het mag, zonder toestemming. Bij acute of structurele onveiligheid is melden de norm.",
        (
            ALLEEN_NODIG,
            "Weeg de wens van een volwassen slachtoffer zwaar, en bespreek de veiligheid.",
            "Een meldrecht is geen plicht: jij weegt.",
        ),
        (wet("Wmo 5.2.6"), wet("Jw 4.1.7"), PP_UITLEG, PP_NIET_VERTELLEN),
        "R28 R38 R40 R88 R90 R114",
        tell=("De betrokkenen, in beginsel vooraf. Alleen als dat onveilig is, later.",),
        change=("Is er geen vermoeden meer? Dan geldt dit meldrecht niet.",),
    ),
    mag(
        "delen-rvdk",
        ONDER_VOORWAARDEN,
        "Je mag de Raad informeren, na je eigen afweging",
        "Dit is een meldrecht: het mag, maar moet niet. Jij weegt en legt dat vast.",
        (
            "Probeer eerst toestemming te krijgen, als dat veilig kan.",
            ALLEEN_NODIG,
            "Leg je afweging goed vast: de tuchtrechter toetst streng.",
        ),
        (wet("BW 1:240"), wet("Jw 2.4"), wet("Jw 3.1"), PP_UITLEG),
        "R29 R38 R98 R114",
        change=("Gaat het om gezag of omgang, zonder vermoeden? Overleg dan.",),
    ),
    mag(
        "delen-gi-mag",
        ONDER_VOORWAARDEN,
        "Je mag de GI dit uit jezelf geven",
        "De GI voert de OTS uit. Je mag geven wat noodzakelijk is, zonder toestemming.",
        (ALLEEN_NODIG, "Het gaat over het kind, zijn opvoeding, een ouder of voogd. Niet over anderen."),
        (wet("Jw 7.3.11 lid 4"), wet("Jw 7.3.1"), PP_UITLEG),
        "R30 R38 R94 R114",
        change=("Voert de GI geen OTS (meer) uit? Vraag toestemming.",),
    ),
    mag(
        "delen-gi-moet",
        Oordeel.MOET,
        "Je moet de GI geven wat noodzakelijk is",
        "De GI voert de OTS uit en vraagt erom. Je bent dit verplicht, ook zonder toestemming.",
        (
            ALLEEN_NODIG,
            "Geef alleen antwoord op wat de GI vraagt.",
            "Vraag geen toestemming die er niet toe doet; vertel het en vraag om een reactie.",
        ),
        (wet("Jw 7.3.11 lid 4"), wet("Jw 7.3.1"), PP_UITLEG),
        "R30 R35 R38 R58 R94 R114",
        change=("Vraagt de GI meer dan noodzakelijk? Vraag door.", "Voert de GI geen OTS uit? Vraag toestemming."),
    ),
    mag(
        "delen-taak",
        ONDER_VOORWAARDEN,
        "Je mag dit geven voor je wettelijke taak",
        "Je eigen wet geeft je deze taak. Toestemming is niet nodig.",
        (
            "Dit geldt alleen als jij zelf handelt voor Veilig Thuis, de Raad of de GI die deze taak heeft.",
            ALLEEN_NODIG,
            "Noem in het stuk de wettelijke taak.",
            "Laat de betrokkenen reageren.",
        ),
        (
            wet("Wmo 4.1.1 lid 2"),
            wet("Jw 3.1"),
            wet("Wmo 5.3.1"),
            PP_GRONDSLAG,
            FEITEN,
            bepaling("vuistregels/feitenonderzoek/vuistregel-8"),
        ),
        "R37 R97 R108 R13 R118",
        tell=(
            "De betrokkene: waarvoor je dit geeft, welke gegevens en aan wie.",
            "Veilig Thuis: de betrokkene binnen vier weken nadat gegevens van een ander zijn vastgelegd. Uitstel kan telkens hoogstens twee weken, als dat nodig is om te stoppen of te onderzoeken.",
        ),
        change=("Is het niet nodig voor die taak? Dan niet.",),
    ),
    mag(
        "vragen-mag",
        ONDER_VOORWAARDEN,
        "Je mag dit vragen; de ander weegt zelf",
        "Je taak geeft je de vraag. Of de ander mag of moet antwoorden, bepaalt hij.",
        (
            "Dit geldt alleen als jij zelf handelt voor de OTS, Veilig Thuis of de Raad.",
            "Vraag het waar het kan eerst aan de betrokkene zelf.",
            "Noem je taak, je doel en wat je precies nodig hebt. Vertel zelf niet meer dan dat vraagt.",
            "Bij een OTS moet een beroepskracht geven wat noodzakelijk is. Bij Veilig Thuis en de Raad mag hij dat.",
        ),
        (wet("Jw 7.3.11 lid 4"), wet("Wmo 5.2.6"), wet("BW 1:240"), PP_NOODZAAK, PP_MINDER, PP_UITLEG),
        "R60 R28 R29 R30 R38 R117",
        record=("wat je vroeg, aan wie, waarvoor en voor welke taak", WAAR_VASTLEGGEN),
        tell=("De betrokkene: wat je vraagt, aan wie en waarvoor.",),
        change=("Is het niet voor die taak? Vraag eerst toestemming.",),
    ),
    mag(
        "delen-moet",
        Oordeel.MOET,
        "Je moet dit melden aan de inspectie",
        "Een calamiteit of geweld bij de hulp melden is een plicht.",
        ("Meld via de weg van je organisatie.", ALLEEN_NODIG),
        (wet("Jw 4.1.8"), wet("Wmo 4.2.5"), bepaling("privacyprotocol/artikel-1/calamiteit")),
        "R35 R107",
        change=("Is het geen calamiteit? Overleg wie het dan moet weten.",),
    ),
    mag(
        "inzage",
        Oordeel.MAG_ONDER_VOORWAARDEN,
        "Geef inzage, en scherm anderen af",
        "Wie 12 jaar of ouder is en het kan overzien, mag zijn eigen dossier zien.",
        (
            "Geef het verzoek door aan de partner die het dossier heeft.",
            "Scherm af wat over een ander gaat.",
            "Help zo nodig bij het lezen. Noem onafhankelijke cliëntondersteuning.",
        ),
        (
            wet("Jw 7.3.10"),
            wet("Wmo 5.3.2"),
            wet("AVG 15 lid 4"),
            bepaling("privacyprotocol/artikel-9/lid-1-a"),
            bepaling("privacyprotocol/artikel-9/lid-3"),
            bepaling("privacyprotocol/artikel-9/lid-4"),
        ),
        "R47 R120 R122 R128",
        record=("het verzoek, wat je liet zien en wat je afschermde",),
        tell=("De betrokkene: binnen een maand, en waarom iets is afgeschermd.",),
        change=("Kan hij het niet overzien? Dan vraagt wie hem vertegenwoordigt.",),
    ),
    mag(
        "opname",
        Oordeel.MAG_ONDER_VOORWAARDEN,
        "Opnemen mag, voor eigen gebruik",
        "Een gezinslid mag het gesprek voor zichzelf opnemen. Spreek af wat en hoe.",
        ("Spreek af wat wordt opgenomen.", "Let op wat over anderen wordt gezegd."),
        (bepaling("vuistregels/feitenonderzoek/vuistregel-4"),),
        "R138",
        record=("wat is afgesproken over de opname",),
        tell=("Iedereen in het gesprek: dat er wordt opgenomen.",),
    ),
    mag(
        "ouder-informeren",
        ONDER_VOORWAARDEN,
        "Je mag deze ouder of voogd informeren",
        "Wie gezag heeft, hoort wat hij voor zijn rol nodig heeft. Meer niet.",
        ("Vertel alleen wat nodig is voor zijn rol.", "Laat gegevens over de andere ouder en anderen weg."),
        (wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.15"), wet("Wgbo 7:457"), wet("Wmo 5.3.2"), PP_UITLEG),
        "R18 R21 R24 R25 R120 R143",
        tell=("Het kind, op zijn niveau, vooraf.",),
        change=("Verzet het kind zich, of wordt het onveilig? Weeg dan opnieuw en overleg.",),
    ),
    mag(
        "belangrijke-feiten",
        ONDER_VOORWAARDEN,
        "Geef deze ouder belangrijke feiten",
        "Een ouder zonder gezag die erom vraagt, krijgt belangrijke feiten over het kind. Meer niet.",
        (
            "Beperk je tot belangrijke feiten over kind, verzorging en opvoeding.",
            "Geef nooit gegevens over de andere ouder.",
        ),
        (wet("BW 1:377c"), PP_UITLEG),
        "R24",
        tell=("De ouder met gezag, en het kind op zijn niveau.",),
        change=("Verzet het belang van het kind zich? Geef het dan niet.",),
    ),
)

REFUSALS = ("geweigerd", "geweigerd-jongere", "oneens", "een-trok-in", "ingetrokken")
EXITS = {
    "toestemming-geldig": "vertellen-toestemming",
    "ouder-informeren": "vertellen-ouder",
    "belangrijke-feiten": "vertellen-feiten",
    **dict.fromkeys(REFUSALS, "ernstige-schade"),
}
KNOWN = {"nagegaan": "ja", "nagegaan-ouder": "ja", "nagegaan-feiten": "ja"}
"""What this tree has asked already when it goes over to the questions about consent."""

VIA_TOESTEMMING = embedded(TOESTEMMING, ("leeftijd", "ouder-gezag", "avg-leeftijd"), "t.", KNOWN, EXITS)

TREE = build_tree("delen", "Mag ik dit delen?", "1", (*AFWEGINGEN, *ONTVANGER, *VIA_TOESTEMMING, *NOG_NIET, *MAG))
