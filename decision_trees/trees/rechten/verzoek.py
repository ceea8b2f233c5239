"""What is asked, and whether the term still runs (R47, R157, R162, R163)."""

from __future__ import annotations

from decision_trees.bronnen import PP_INTREKKEN, PP_ONDERSTEUNING, PP_RECHTEN, PP_TERMIJN, SC_RECHTEN
from decision_trees.gevaar import gevaar
from decision_trees.meaning import Stand, Termijn, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

NODES: tuple[Node, ...] = (
    *gevaar("vraag"),
    Question(
        id="vraag",
        text="Wat wil hij?",
        why="Schrijf nu op wat hij vraagt en wanneer, en bevestig het vandaag. Een verzoek mag ook gewoon gezegd zijn. Hij hoeft "
        "niet te zeggen waarom.",
        sources=(PP_RECHTEN, PP_TERMIJN, wet("AVG 12 lid 2")),
        answers=(
            Answer(
                id="gegevens",
                text="Gegevens zien, verbeteren, wissen, stilzetten of meenemen, of bezwaar maken",
                to="termijn",
                says=(Wens.RECHT,),
                rules=("R47",),
            ),
            Answer(
                id="intrekken", text="Zijn toestemming intrekken", to="intrekken", says=(Wens.RECHT,), rules=("R162",)
            ),
            Answer(id="klacht", text="Klagen over hoe met zijn gegevens is omgegaan", to="klacht", rules=("R163",)),
            Answer(id="steun", text="Hulp of iemand die met hem meedenkt", to="steun", rules=("R128",)),
            Answer(id="melder", text="Weten wie er heeft gemeld", to="melder", rules=("R126",)),
            weet_niet("vraag-uitzoeken"),
        ),
        rules=("R47", "R162", "R163"),
    ),
    Question(
        id="termijn",
        text="Is het langer dan een maand geleden dat hij dit voor het eerst vroeg?",
        why="De maand begint bij de eerste collega of partner die het verzoek kreeg. Vakantie of drukte telt niet.",
        sources=(PP_TERMIJN, wet("AVG 12 lid 3"), wet("Verordening 1182/71 3 lid 2, onder c")),
        answers=(
            Answer(id="loopt", text="Nee", to="wie", says=(Stand.LOOPT,)),
            Answer(
                id="verlengd",
                text="Ja, maar in de eerste maand schreef je hem dat en waarom het langer duurt; drie maanden zijn niet voorbij",
                to="wie",
                says=(Stand.VERLENGD,),
            ),
            Answer(id="voorbij", text="Ja", to="termijn-voorbij", says=(Stand.VOORBIJ,)),
            weet_niet("dag-uitzoeken"),
        ),
        rules=("R47", "R156", "R157", "R165"),
    ),
    Outcome(
        id="vraag-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Vraag hem wat hij wil",
        sentence="Help hem zijn vraag te maken. De dag waarop hij vroeg, telt al.",
        ask="De vrager zelf",
        steps=(
            "Vraag wat hij wil bereiken.",
            "Noem zijn rechten in gewone taal.",
            "Bied onafhankelijke cliëntondersteuning aan.",
        ),
        record=("wat hij zei, de dag en hoe je hielp",),
        tell=("De vrager: dat zijn verzoek is ontvangen, en wie hem verder helpt.",),
        change=("Weet je wat hij wil? Kies dat bij de vorige vraag.",),
        sources=(PP_RECHTEN, PP_TERMIJN, PP_ONDERSTEUNING, wet("AVG 12 lid 2")),
        rules=("R47", "R128"),
        terms=(Termijn.ANTWOORD,),
    ),
    Outcome(
        id="dag-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek vandaag uit wanneer hij het vroeg",
        sentence="Weet je de dag niet, reken dan met de vroegste. Begin nu vast met het antwoord.",
        ask="De vrager, je collega’s en de postregistratie",
        steps=(
            "Vraag wie het verzoek het eerst kreeg.",
            "Betrek nu je privacy-officer of FG.",
            "Bevestig het verzoek vandaag.",
        ),
        record=("wat je over de dag vond, en waar",),
        tell=("De vrager: dat je met zijn verzoek bezig bent.",),
        change=("Weet je de dag? Kies dat bij de vorige vraag.",),
        sources=(PP_TERMIJN, wet("AVG 12 lid 3")),
        rules=("R47", "R165"),
    ),
    Outcome(
        id="termijn-voorbij",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="De termijn is voorbij: beslis nu",
        sentence="Hij had al antwoord moeten hebben. Langer wachten kan niet meer.",
        steps=(
            "Bel hem vandaag: leg uit wat misging en bied excuses aan.",
            "Laat de partner die verantwoordelijk is nu beslissen.",
            "Betrek je functionaris gegevensbescherming (FG).",
            "Geef meteen wat zeker kan, zoals zijn eigen gegevens.",
        ),
        record=("het verzoek, de dag, waarom het te laat is en wat je nu deed",),
        tell=(
            "De vrager: het besluit, of wanneer hij het deze week krijgt, en dat hij kan klagen of naar de rechter kan.",
        ),
        change=("Klopt de dag niet? Kies dan opnieuw bij de vorige vraag.",),
        sources=(PP_TERMIJN, wet("AVG 12 lid 3"), wet("AVG 12 lid 4"), wet("UAVG 35 lid 2"), SC_RECHTEN),
        rules=("R47", "R157", "R161"),
    ),
    Outcome(
        id="intrekken",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Stop vandaag met delen op die toestemming",
        sentence="Intrekken kan altijd, zonder reden en net zo makkelijk als geven.",
        steps=(
            "Deel vanaf nu niets meer op deze toestemming.",
            "Laat weten wie op deze toestemming nog krijgt: stop.",
            "Wat eerder op een geldig ja is gedeeld, blijft rechtmatig.",
            "Wil je toch delen? Loop de boom “Mag ik dit delen?” opnieuw.",
        ),
        record=("wat hij introk, de dag en wie je berichtte",),
        tell=("De vrager: dat het delen is gestopt, en wat al was gedeeld.",),
        change=("Rustte het delen niet op toestemming? Kies dan “bezwaar maken”.",),
        sources=(PP_INTREKKEN, wet("AVG 7 lid 3")),
        rules=("R5", "R162"),
        also=("delen",),
    ),
    Outcome(
        id="klacht",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Neem de klacht aan en wijs de weg",
        sentence="Klagen mag altijd, en het kost hem niets in de hulp.",
        steps=(
            "Luister, en vraag of je iets meteen kunt herstellen.",
            "Geef de klacht vandaag door aan de klachtenfunctionaris van je organisatie.",
            "Noem ook de Autoriteit Persoonsgegevens: daar kan hij altijd klagen.",
            "Gaat het om een lek? Loop dan de boom “Is dit een datalek?”.",
        ),
        record=("de klacht, de dag en aan wie je hem doorgaf",),
        tell=("De vrager: wie hem antwoordt, en dat een cliëntondersteuner of vertrouwenspersoon kan helpen.",),
        change=("Wil hij ook zijn gegevens zien of laten wissen? Kies dat bij de vorige vraag.",),
        sources=(wet("AVG 77"), wet("Awb 9:1"), PP_ONDERSTEUNING),
        rules=("R128", "R163"),
        also=("datalek",),
    ),
    Outcome(
        id="steun",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Regel steun, en wacht daar niet mee",
        sentence="Iedereen in de proeftuin heeft recht op onafhankelijke cliëntondersteuning.",
        steps=(
            "Geef hem vandaag naam en nummer van de cliëntondersteuning in jouw gemeente.",
            "Bij jeugdhulp kan ook een vertrouwenspersoon helpen.",
            "Wil de ondersteuner iets weten? Dat kan op verzoek van de betrokkene zelf.",
        ),
        record=("wat hij vroeg en naar wie je verwees",),
        tell=("De vrager: dat dit gratis is, en dat hij zelf kiest wat de ondersteuner hoort.",),
        change=("Wil hij ook iets met zijn gegevens? Kies dat bij de vorige vraag.",),
        sources=(PP_ONDERSTEUNING, wet("Wmo 2.2.4")),
        rules=("R128",),
    ),
    Outcome(
        id="melder",
        oordeel=Oordeel.OVERLEG,
        title="Zeg niets over de melder, en overleg",
        sentence="Of hij mag weten wie meldde, hangt af van wie de melder is. Veilig Thuis beslist daarover.",
        steps=(
            "Zeg niets over de melder, ook niet of er een melding is.",
            "Werk je niet bij Veilig Thuis? Verwijs naar Veilig Thuis.",
            "Werk je bij Veilig Thuis? Leg het voor aan je jurist.",
        ),
        record=("wat is gevraagd en wat je antwoordde",),
        tell=("De vrager: dat Veilig Thuis hierover beslist, en binnen een maand antwoordt.",),
        change=("Wil hij zijn hele dossier zien? Kies dat bij de vorige vraag.",),
        sources=(wet("Wmo 5.3.1 lid 4"), PP_TERMIJN),
        rules=("R126",),
        terms=(Termijn.ANTWOORD,),
    ),
)
