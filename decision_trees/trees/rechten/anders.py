"""Objecting and taking data along (R124)."""

from __future__ import annotations

from decision_trees.bronnen import KLAGEN, PP_RECHTEN, PP_TAAK, PP_TERMIJN, WP_TWIJFEL
from decision_trees.meaning import Grond, Recht, Twijfel, Voorwaarde, Weg
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, bepaling, weet_niet, wet
from decision_trees.trees.rechten.wie import RUST_OP, VERLENGBAAR, van_jongere

BEZWAAR = bepaling("privacyprotocol/artikel-9/lid-1-c")
OVERDRAGEN = bepaling("privacyprotocol/artikel-9/lid-1-d")

NODES: tuple[Node, ...] = (
    Question(
        id="bezwaar-grens",
        text="Zijn er dwingende redenen om de gegevens toch te gebruiken?",
        why="Bij bezwaar stop je, tenzij je organisatie dwingende redenen aantoont die voor zijn belangen gaan. Zet de gegevens stil "
        "zolang dat wordt bekeken.",
        sources=(BEZWAAR, wet("AVG 21 lid 1"), wet("AVG 18"), wet("BW 1:253i"), wet("UAVG 5 lid 4")),
        answers=(
            Answer(
                id="jong",
                text="Nee, maar hij is 12 tot en met 15 en vraagt het zelf",
                to="bezwaar-jong",
                says=(Twijfel.BETWIST,),
                rules=("R121",),
            ),
            Answer(id="nee", text="Nee", to="gestopt", says=(Weg.VERZOEK,)),
            Answer(
                id="misschien",
                text="Misschien: het is nodig voor veiligheid of onze wettelijke taak, of de andere ouder met gezag is tegen",
                to="bezwaar-overleg",
                says=(Twijfel.VERZET_ZICH,),
            ),
            Answer(
                id="vastgesteld",
                text="Ja: mijn jurist of FG stelde dat vast en schreef het op",
                to="bezwaar-afgewezen",
                says=(Voorwaarde.OVERLEGD, Grond.DWINGEND),
            ),
            weet_niet("bezwaar-overleg"),
        ),
        rules=("R121", "R124", "R160", "R167"),
        rests_on=RUST_OP,
    ),
    Question(
        id="meenemen-grens",
        text="Gaf hij de gegevens zelf, op grond van AVG-toestemming of een contract?",
        why="Overdragen in een digitale vorm geldt alleen daarvoor. Gebruik je ze voor een wettelijke taak, dan niet. Een kopie kan hij "
        "altijd vragen.",
        sources=(OVERDRAGEN, wet("AVG 20"), PP_TAAK, wet("UAVG 5 lid 4")),
        answers=(
            Answer(
                id="jong",
                text="Ja, maar hij is 12 tot en met 15 en vraagt het zelf",
                to="meenemen-jong",
                says=(Twijfel.BETWIST,),
                rules=("R121",),
            ),
            Answer(id="ja", text="Ja", to="meegegeven", says=(Weg.VERZOEK,)),
            Answer(
                id="nee",
                text="Nee, wij gebruiken ze voor onze wettelijke taak",
                to="meenemen-niet",
                says=(Grond.WETTELIJKE_TAAK,),
            ),
            weet_niet("meenemen-overleg"),
        ),
        rules=("R1", "R121", "R124"),
        rests_on=RUST_OP,
    ),
    Outcome(
        id="gestopt",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.VERZOEK,
        title="Stop met het gebruik",
        sentence="Er zijn geen dwingende redenen, dus je moet stoppen. Gebruik en deel de gegevens niet meer.",
        steps=(
            "Stop het gebruik en zet dat in het dossier.",
            "Bericht ieder die de gegevens kreeg.",
            "Vraag of hij ook wil wissen.",
        ),
        record=("het bezwaar, de dag en sinds wanneer je stopte",),
        tell=("De vrager: dat het gebruik is gestopt.",),
        change=("Komen er dwingende redenen? Overleg met je jurist.",),
        sources=(BEZWAAR, wet("AVG 21 lid 1"), wet("AVG 19"), PP_TERMIJN),
        rules=("R47", "R124", "R160"),
        terms=VERLENGBAAR,
        rights=(Recht.BEZWAAR,),
    ),
    Outcome(
        id="bezwaar-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Zet de gegevens stil, en overleg",
        sentence="Je organisatie moet aantonen dat het zwaarder weegt. Weiger nog niets.",
        steps=(
            "Zet de gegevens stil zolang het bezwaar wordt bekeken. Veiligheid gaat voor.",
            "Leg het voor aan je jurist of FG.",
            "Vraag hem wat hem raakt: misschien kan het met minder gegevens.",
        ),
        record=("het bezwaar, de dag, de belangen van beide kanten en het overleg",),
        tell=("De vrager: binnen een maand het besluit met de reden, en waar hij kan klagen.",),
        change=("Zijn er geen dwingende redenen? Kies dat bij de vorige vraag.",),
        sources=(wet("AVG 21 lid 1"), wet("AVG 18"), BEZWAAR, PP_TERMIJN, WP_TWIJFEL, wet("BW 1:253i")),
        rules=("R124", "R160", "R167"),
        terms=VERLENGBAAR,
        rights=(Recht.BEZWAAR,),
    ),
    van_jongere("bezwaar-jong", Recht.BEZWAAR),
    Outcome(
        id="bezwaar-afgewezen",
        oordeel=Oordeel.NU_NIET,
        title="Wijs het bezwaar af, met de grond",
        sentence="De grond is dat dwingende redenen voorgaan. Dat stelde je jurist of FG vast.",
        steps=(
            "Schrijf hem het besluit: welke redenen, en waarom die zwaarder wegen.",
            "Gebruik niet meer dan daarvoor nodig is.",
            "Spreek af wanneer je opnieuw kijkt.",
        ),
        record=("de redenen, de afweging en wie dat vaststelde",),
        tell=(KLAGEN,),
        change=("Vallen de redenen weg? Stop dan alsnog.",),
        sources=(wet("AVG 21 lid 1"), wet("AVG 12 lid 4"), wet("UAVG 34"), wet("UAVG 35"), wet("Awb 6:7")),
        rules=("R124", "R161"),
        terms=VERLENGBAAR,
        rights=(Recht.BEZWAAR,),
        refuses=Grond.DWINGEND,
    ),
    Outcome(
        id="meegegeven",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.VERZOEK,
        title="Geef de gegevens mee",
        sentence="Je moet hem geven wat hij zelf gaf, in een vorm die een ander systeem kan lezen.",
        steps=(
            "Vraag of hij ze zelf krijgt, of dat ze naar een ander gaan.",
            "Haal eruit wat over anderen gaat.",
            "Geef het langs een beveiligde weg.",
        ),
        record=("het verzoek, de dag, wat je gaf en aan wie",),
        tell=("De vrager: binnen een maand de gegevens.",),
        change=("Wil hij alles zien? Kies “zien”.",),
        sources=(OVERDRAGEN, wet("AVG 20"), PP_TERMIJN),
        rules=("R47", "R124"),
        terms=VERLENGBAAR,
        rights=(Recht.OVERDRAGEN,),
    ),
    van_jongere("meenemen-jong", Recht.OVERDRAGEN),
    Outcome(
        id="meenemen-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Vraag je FG of overdragen hier geldt",
        sentence="Weiger nog niets. Bied vast een kopie van zijn gegevens aan.",
        steps=("Vraag je FG op welke grond je de gegevens gebruikt.", "Vraag hem of een kopie ook goed is."),
        record=("het verzoek, de dag en het overleg",),
        tell=("De vrager: binnen een maand het antwoord.",),
        change=("Weet je de grond? Kies dat bij de vorige vraag.",),
        sources=(wet("AVG 20"), OVERDRAGEN, PP_TERMIJN, WP_TWIJFEL),
        rules=("R124",),
        terms=VERLENGBAAR,
        rights=(Recht.OVERDRAGEN,),
    ),
    Outcome(
        id="meenemen-niet",
        oordeel=Oordeel.NU_NIET,
        title="Overdragen geldt hier niet; een kopie wel",
        sentence="De grond: bij een wettelijke taak geldt dit recht niet. Hij kan wel alles zien en een kopie krijgen.",
        steps=(
            "Bied meteen een kopie aan, en behandel dat als verzoek om inzage.",
            "Mag een ander het rechtstreeks krijgen? Loop de boom “Mag ik dit delen?”.",
        ),
        record=("het verzoek, de dag, de grond en wat je aanbood",),
        tell=(KLAGEN,),
        change=("Is er AVG-toestemming of een contract? Kies dat bij de vorige vraag.",),
        sources=(wet("AVG 20"), PP_TAAK, OVERDRAGEN, PP_RECHTEN, wet("AVG 12 lid 4"), wet("UAVG 35")),
        rules=("R124", "R161"),
        terms=VERLENGBAAR,
        rights=(Recht.OVERDRAGEN,),
        refuses=Grond.WETTELIJKE_TAAK,
        also=("delen",),
    ),
)
