"""Sharing with consent: the questions of the tree `toestemming`, what comes after a refusal, and the advice (R4, R33, R59)."""

from __future__ import annotations

from decision_trees.bronnen import (
    ANDERS_HELPEN,
    BEVEILIGD,
    GEHEIME_PLEK,
    NIETS_BEVESTIGEN,
    ONBEKENDE_BELLER,
    PP_BEVEILIGD,
    PP_EIGEN_AFWEGING,
    PP_EVENREDIG,
    PP_INTREKKEN,
    PP_SCHRIFTELIJK,
    PP_TOESTEMMING,
    PP_UITDRUKKELIJK,
    PP_UITLEG,
    SC_DOSSIER,
    WP_BEROEPSCODE,
    WP_TWIJFEL,
)
from decision_trees.meaning import VALIDITY_RESTS_ON, Soort, Toestemming, Twijfel, Weg
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, bepaling, embedded, weet_niet, wet
from decision_trees.trees.delen.afweging import ANDER_DOEL, KLEINERE_KRING, OVERLEDEN, VAN_POLITIE, afweging
from decision_trees.trees.delen.vertellen import ALLEEN_NODIG, WAAR
from decision_trees.trees.toestemming import TREE as TOESTEMMING

REFUSALS = ("geweigerd", "geweigerd-jongere", "oneens", "een-trok-in", "ingetrokken")
EXITS = {
    "toestemming-geldig": "afweging",
    "toestemming-een": "afweging-een",
    "ouder-informeren": "afweging-ouder",
    "belangrijke-feiten": "afweging-feiten",
    **dict.fromkeys(REFUSALS, "ernstige-schade"),
}
KNOWN = {"nagegaan": "ja", "nagegaan-een": "ja", "nagegaan-ouder": "ja", "nagegaan-feiten": "ja"}
"""What this tree asks itself, once consent or a parent's position is known."""

OVER_ANDEREN = Answer(
    id="anderen",
    text="Het gaat (ook) over de andere ouder of een ander gezinslid",
    to="anderen-erin",
    says=(Twijfel.PAST_NIET,),
    rules=("R21",),
)
IN_EIGEN_GEGEVENS = (
    Answer(
        id="straf",
        text="Het gaat over een strafbaar feit, en ik werk niet voor GI, Raad of Veilig Thuis",
        to="strafrechtelijk",
        says=(Soort.STRAF,),
        rules=("R134",),
    ),
    Answer(
        id="bijzonder",
        text="Het gaat over afkomst, geloof, politiek, vakbond, seksueel leven of gerichtheid",
        to="bijzonder-overleg",
        says=(Soort.BIJZONDER,),
        rules=("R135",),
    ),
    Answer(id="bsn", text="Het gaat over een BSN", to="bsn", says=(Soort.BSN,), rules=("R132",)),
    Answer(
        id="bezwaar",
        text="De betrokkene maakt bezwaar, of de gegevens staan stil",
        to="verzoek",
        says=(Toestemming.BEZWAAR,),
        rules=("R124",),
    ),
)
"""What stops the use of data that one has: kinds of data with rules of their own, and an objection."""

NODES: tuple[Node, ...] = (
    *embedded(TOESTEMMING, ("leeftijd", "ouder-leeftijd", "avg-leeftijd"), "t.", KNOWN, EXITS),
    afweging("afweging", "delen-met-toestemming", "wat je nu wilt geven of vragen", KLEINERE_KRING, ANDER_DOEL),
    afweging("afweging-een", "delen-toestemming-een", "wat je nu wilt geven of vragen", KLEINERE_KRING, ANDER_DOEL),
    afweging("afweging-ouder", "ouder-informeren", "deze ouder of voogd", OVER_ANDEREN),
    afweging("afweging-feiten", "belangrijke-feiten", "deze ouder zonder gezag", OVER_ANDEREN),
    afweging("afweging-gebruik", "zelf-gebruiken", "je eigen taak", VAN_POLITIE, *IN_EIGEN_GEGEVENS),
    afweging("afweging-meewerkend", "vertellen-meewerkend", "wie meewerkt aan deze hulp", KLEINERE_KRING, OVERLEDEN),
    Question(
        id="ernstige-schade",
        text="Er is geen toestemming. Dreigt ernstige schade voor iemand als je zwijgt?",
        why="Soms botst je plicht om te zwijgen met je plicht om schade te voorkomen. Dat is jouw eigen afweging, nooit een "
        "afvinklijst. Een ander kan die afweging niet voor je maken.",
        sources=(PP_EIGEN_AFWEGING, bepaling("privacyprotocol/overwegingen/overweging-f")),
        answers=(
            Answer(id="nee", text="Nee", to="geen-toestemming"),
            Answer(
                id="ja",
                text="Ja, of goed hulpverlenerschap vraagt dat ik toch iets geef",
                to="conflict-van-plichten",
            ),
            weet_niet("conflict-van-plichten"),
        ),
        rules=("R33", "R99", "R100"),
        rests_on=VALIDITY_RESTS_ON,
    ),
    Outcome(
        id="geen-toestemming",
        oordeel=Oordeel.NU_NIET,
        title="Geen toestemming: nu niet",
        sentence="Er is geen geldige toestemming. Op die grond deel je nu niets.",
        steps=(
            "Ga in gesprek: waarom niet? Hulp hangt niet af van het antwoord.",
            "Kijk wat wel kan: anoniem meedenken, expertise, of de betrokkene zelf laten vertellen.",
            "Is eerder iets met toestemming gegeven? Dat blijft rechtmatig, maar er volgt niets meer.",
            "Zijn twee personen met gezag het oneens? De rechter kan beslissen. Deed hij dat al? Lees de uitspraak met je jurist.",
        ),
        record=("de weigering of intrekking, en wat je in plaats daarvan doet",),
        tell=("De betrokkene: dat je niets deelt.", NIETS_BEVESTIGEN),
        change=(
            "Komt er toestemming? Dan mag het op die grond.",
            "Een wettelijke plicht (zoals van pleegzorg aan de pleegouder), Veilig Thuis, de Raad, een klacht tegen jou of acuut gevaar: dan gelden andere regels.",
        ),
        sources=(PP_UITDRUKKELIJK, PP_TOESTEMMING, PP_INTREKKEN, ANDERS_HELPEN, wet("BW 1:253a")),
        rules=("R5", "R23", "R49", "R69", "R101", "R113", "R114", "R61", "R172"),
    ),
    Outcome(
        id="conflict-van-plichten",
        oordeel=Oordeel.OVERLEG,
        title="Conflict van plichten: jouw eigen afweging, na overleg",
        sentence="Dit is nooit een vanzelfsprekend ja. Past een meldrecht, zoals bij Veilig Thuis? Gebruik dan eerst dat.",
        steps=(
            "Overleg met je aandachtsfunctionaris of jurist, en vraag Veilig Thuis advies zonder naam.",
            "Heb je alles gedaan om toestemming te krijgen, of is vragen onveilig?",
            "Dreigt ernstige schade, en is er geen andere weg?",
            "Beperkt delen de schade vrijwel zeker, met niet meer dan nodig, alleen aan wie kan helpen?",
            "Brengt zwijgen je in gewetensnood?",
            "Alleen als alles klopt, kun je besluiten te delen. Jij beslist, niet je leidinggevende of het team.",
        ),
        record=("wat je wist, met wie je overlegde, hoe je woog en wat je besloot",),
        tell=("De betrokkene: wat je besloot, zodra dat veilig kan.",),
        change=("Wordt het acuut? Handel direct.", "Komt er toestemming? Dan mag het op die grond."),
        sources=(PP_EIGEN_AFWEGING, WP_BEROEPSCODE, wet("Wmo 5.2.6"), WP_TWIJFEL),
        rules=("R33", "R99", "R100", "R27", "R88"),
    ),
    Outcome(
        id="delen-met-toestemming",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.TOESTEMMING,
        title="Het mag, met de gegeven toestemming",
        sentence="De toestemming is geldig voor deze gegevens, dit doel en deze ontvanger. Meer niet.",
        steps=(
            ALLEEN_NODIG,
            "Deel alleen wat gaat over wie ja zei.",
            "Jongere van 12–15? Kijk of jouw organisatie ook de ouders vraagt.",
            BEVEILIGD,
        ),
        record=(
            "wie toestemming gaf, over wie, welke gegevens, aan wie, waarvoor, wanneer, en dat intrekken kan",
            WAAR,
        ),
        tell=(
            "De betrokkene: waarvoor, wat en met wie. Een kind op zijn niveau; zijn bezwaar weegt mee.",
            "Ouders met gezag, tot 16 jaar: wat hun rol vraagt, tenzij het belang van de jongere zich verzet.",
        ),
        change=(
            "Wordt de toestemming geweigerd of ingetrokken? Stop dan.",
            "Verandert je doel, de ontvanger of het soort gegevens? Vraag opnieuw.",
            "Eindigt de samenwerking? Geheimhouding blijft.",
        ),
        sources=(
            PP_UITDRUKKELIJK,
            PP_TOESTEMMING,
            PP_SCHRIFTELIJK,
            PP_EVENREDIG,
            PP_UITLEG,
            PP_BEVEILIGD,
            SC_DOSSIER,
            bepaling("privacyprotocol/artikel-12/lid-4"),
        ),
        rules=(
            "R3",
            "R4",
            "R10",
            "R13",
            "R18",
            "R21",
            "R39",
            "R42",
            "R45",
            "R59",
            "R70",
            "R110",
            "R111",
            "R112",
            "R127",
            "R128",
            "R139",
        ),
    ),
    Outcome(
        id="delen-toestemming-een",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.EEN_OUDER,
        title="Eén ouder kan hier volstaan, maar zeker is het niet",
        sentence="Het mag, voor deze gewone gegevens, dit doel en deze ontvanger. Vraag bij twijfel ook de ander.",
        steps=(
            ALLEEN_NODIG,
            "Blijkt toch bezwaar van de ander, of wordt het ingrijpend? Stop en vraag beiden.",
            BEVEILIGD,
        ),
        record=("waarom de toestemming van één ouder hier volstaat", "welke gegevens, aan wie, waarvoor en de datum"),
        tell=(
            "Beide ouders: waarvoor je deelt, welke gegevens en met wie. Intrekken kan altijd.",
            "Het kind, op zijn niveau.",
        ),
        change=("Zijn de gegevens gevoelig, of is er scheiding of conflict? Dan zijn altijd beiden nodig.",),
        sources=(wet("BW 1:253i"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_EVENREDIG),
        rules=("R22", "R4", "R10", "R39"),
    ),
    Outcome(
        id="ouder-informeren",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.OUDER,
        title="Je mag deze ouder of voogd informeren",
        sentence="Wie gezag heeft, hoort wat hij voor zijn rol nodig heeft. Meer niet.",
        steps=(
            ONBEKENDE_BELLER,
            "Vertel alleen wat nodig is voor zijn rol.",
            "Laat gegevens over de andere ouder en anderen weg. " + GEHEIME_PLEK,
            BEVEILIGD,
            "Wil hij het dossier zelf inzien? Dat is een recht: begin opnieuw en kies dat.",
        ),
        record=("wat je vertelde, aan wie, en je afweging",),
        tell=("Het kind, op zijn niveau, vooraf.",),
        change=("Verzet het kind zich, of wordt het onveilig? Weeg dan opnieuw en overleg.",),
        sources=(
            wet("Jw 7.3.11 lid 2"),
            wet("Jw 7.3.15"),
            wet("Wgbo 7:457"),
            wet("Wmo 5.3.2"),
            PP_UITLEG,
            PP_BEVEILIGD,
        ),
        rules=("R18", "R21", "R24", "R25", "R26", "R27", "R45", "R120", "R143"),
    ),
    Outcome(
        id="belangrijke-feiten",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.FEITEN,
        title="Geef deze ouder belangrijke feiten",
        sentence="Een ouder zonder gezag die erom vraagt, krijgt belangrijke feiten over het kind. Meer niet.",
        steps=(
            ONBEKENDE_BELLER,
            "Beperk je tot belangrijke feiten over kind, verzorging en opvoeding.",
            "Geef nooit gegevens over de andere ouder. " + GEHEIME_PLEK,
            BEVEILIGD,
        ),
        record=("wat hij vroeg, wat je gaf en je afweging",),
        tell=("De ouder met gezag, en het kind op zijn niveau.",),
        change=("Verzet het belang van het kind zich? Geef het dan niet.",),
        sources=(wet("BW 1:377c"), PP_UITLEG, PP_BEVEILIGD),
        rules=("R24", "R26", "R45"),
    ),
)
