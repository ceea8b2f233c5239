"""Something went wrong: a leak, wrong data, or a term that has run out. Act now (R46, R47, R66, R118)."""

from __future__ import annotations

from decision_trees.bronnen import HERSTELLEN, PP_TERMIJN, PP_UITLEG
from decision_trees.meaning import Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, bepaling, weet_niet, wet

NODES: tuple[Node, ...] = (
    Question(
        id="mis",
        text="Wat ging er mis?",
        why="Wie snel handelt, beperkt de schade. Twijfel je of het een datalek is? Meld het dan nu intern.",
        sources=(bepaling("privacyprotocol/artikel-8/lid-6"), wet("AVG 33"), wet("AVG 16")),
        answers=(
            Answer(
                id="datalek",
                text="Gegevens zijn bij de verkeerde persoon, kwijt, gestolen of ingezien door wie dat niet mocht",
                to="datalek",
                rules=("R46",),
            ),
            Answer(
                id="onjuist",
                text="Ik heb iets gedeeld of vastgelegd dat niet klopt",
                to="herstellen",
                rules=("R66",),
            ),
            Answer(
                id="verzoek-te-laat",
                text="Een verzoek van een betrokkene is niet op tijd beantwoord",
                to="termijn-voorbij",
                rules=("R47",),
            ),
            Answer(
                id="niet-verteld",
                text="Iemand had allang moeten horen dat wij zijn gegevens hebben",
                to="vertellen-te-laat",
                rules=("R117", "R118"),
            ),
            weet_niet("datalek"),
        ),
        rules=("R46", "R47", "R66", "R117", "R118"),
        also=("datalek", "rechten"),
        rests_on=(Wens,),
    ),
    Outcome(
        id="datalek",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Datalek: handel direct",
        sentence="Volg meteen het datalekprotocol van je organisatie. Wacht niet af.",
        steps=(
            "Probeer de gegevens terug te krijgen of te laten wissen.",
            "Is iemand nu in gevaar, zoals bij een geheim adres? Waarschuw hem, en bel zo nodig 112.",
            "Meld het intern, en aan je partners: zo snel mogelijk, uiterlijk binnen 24 uur.",
            "Jouw organisatie weegt de melding aan de Autoriteit Persoonsgegevens: binnen 72 uur nadat zij het weet, tenzij er "
            "geen risico is.",
        ),
        record=("wat er gebeurde, welke gegevens, wie ze zag en wat je deed",),
        tell=("De partners binnen 24 uur.", "De betrokkenen meteen, als het risico voor hen hoog is."),
        change=("Blijkt er geen datalek? Leg dat vast en begin opnieuw.",),
        sources=(
            bepaling("privacyprotocol/artikel-8/lid-6"),
            bepaling("privacyprotocol/artikel-8/lid-2"),
            bepaling("privacyprotocol/artikel-8/lid-3"),
            bepaling("privacyprotocol/artikel-8/lid-4"),
            wet("AVG 33"),
            wet("AVG 34"),
        ),
        rules=("R46",),
        also=("datalek",),
    ),
    Outcome(
        id="herstellen",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Onjuiste gegevens: herstel het nu",
        sentence="Verbeter het gegeven, en laat ieder die het kreeg weten wat er niet klopt.",
        steps=(
            "Verbeter het in je eigen dossier, of zet de verbetering erbij.",
            "Bericht elke ontvanger, en vraag hem het te verbeteren of te wissen.",
            "Kwamen gegevens van een ander bij iemand terecht, of is er al iets mee besloten? Behandel het ook als datalek: binnen 24 uur bij de partners.",
        ),
        record=("wat er niet klopte, sinds wanneer, wie het kreeg en wie je berichtte",),
        tell=("De betrokkene: wat er niet klopte, wie het kreeg en wat je deed.",),
        change=("Is het een verschil van mening? Voeg de zienswijze van de betrokkene toe.",),
        sources=(
            wet("AVG 16"),
            wet("AVG 19"),
            HERSTELLEN,
            bepaling("privacyprotocol/artikel-8/lid-6"),
            wet("AVG 4"),
        ),
        rules=("R46", "R66", "R144"),
        also=("datalek",),
    ),
    Outcome(
        id="termijn-voorbij",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="De termijn is voorbij: beslis nu",
        sentence="Een verzoek had binnen een maand een antwoord moeten krijgen. Verlengen kan nu niet meer.",
        steps=(
            "Neem vandaag contact op met de vrager, leg uit wat er misging en bied excuses aan.",
            "Laat de partner die de gegevens heeft nu beslissen.",
            "Betrek de functionaris gegevensbescherming (FG).",
            "Is binnen de maand geschreven dat het langer duurt? Dan zijn er twee maanden extra. Wissen zelf kan bij de Wmo en Veilig "
            "Thuis binnen drie maanden.",
        ),
        record=("het verzoek, de datum, waarom het te laat is en wat je nu deed",),
        tell=(
            "De vrager: het besluit met reden, en dat hij kan klagen bij de Autoriteit Persoonsgegevens of naar de rechter kan.",
        ),
        change=("Loopt de maand nog? Kies dan wat hij wil.",),
        sources=(PP_TERMIJN, wet("AVG 12 lid 3"), wet("AVG 12 lid 4")),
        rules=("R47",),
    ),
    Outcome(
        id="vertellen-te-laat",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Te laat verteld: doe het nu",
        sentence="De betrokkene had dit al moeten horen. Informeer hem nu, of leg nu gemotiveerd vast waarom het nog niet kan.",
        steps=(
            "Vertel welke gegevens je hebt, waarvoor en van wie zij komen, tenzij dat onveilig is.",
            "Veilig Thuis: de regel is vier weken na vastlegging, telkens hoogstens twee weken langer als dat nodig is om te "
            "stoppen of te onderzoeken. Een verlenging die niet is vastgelegd, telt niet.",
            "Anderen: binnen een maand. Leg het verzuim voor aan je functionaris gegevensbescherming (FG).",
        ),
        record=("sinds wanneer je de gegevens hebt, waarom het te laat is en wat je nu deed",),
        tell=("De betrokkene: nu, met uitleg waarom hij het pas nu hoort en welke rechten hij heeft.",),
        change=("Maakt vertellen iemand onveilig? Overleg vandaag met je jurist over uitstel.",),
        sources=(wet("Wmo 5.3.1 lid 2"), wet("Wmo 5.3.1 lid 1"), wet("AVG 14"), PP_UITLEG),
        rules=("R117", "R118"),
    ),
)
