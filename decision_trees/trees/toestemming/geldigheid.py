"""Whether consent that was given is valid, and the last check before any "mag" (R4, R6, R59, R109–R116)."""

from __future__ import annotations

from decision_trees.bronnen import (
    BEVEILIGD,
    HOE_JE_VROEG,
    NIETS_GEDEELD,
    PP_BEVEILIGD,
    PP_BIJZONDER,
    PP_EVENREDIG,
    PP_INTREKKEN,
    PP_MINDER_INGRIJPEND,
    PP_NOODZAAK,
    PP_ONDERSTEUNING,
    PP_SCHRIFTELIJK,
    PP_UITDRUKKELIJK,
    PP_UITLEG,
    PP_WANNEER,
    SC_BEGRIJPELIJK,
    WP_NOODZAAK,
)
from decision_trees.meaning import (
    VALIDITY_RESTS_ON,
    WEIGHING_RESTS_ON,
    Afweging,
    Soort,
    Taak,
    Toestemming,
    Twijfel,
    Weg,
)
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

WELKE_GEGEVENS = {
    Soort.GEWOON_OF_GEZONDHEID: "geen gevoeliger gegevens dan gezondheid",
    Soort.GEWOON: "gewone gegevens, niets over gezondheid",
}
"""What a yes says of the kind of data, in words."""


def nagegaan(id: str, to: str, kind: Soort | None = Soort.GEWOON_OF_GEZONDHEID) -> Question:
    """The last check before any "mag": task, purpose, necessity, the least intrusive way, and nothing more sensitive.

    `kind`: what a yes says of the kind of data; None where nothing is shared.
    """
    sensitive = Answer(
        id="gevoelig",
        text="Er staat iets in over een strafbaar feit, van de politie, een BSN, of over afkomst, geloof, politiek, vakbond, seksueel leven of gerichtheid",
        to="gevoelige-gegevens",
        says=(Twijfel.PAST_NIET,),
        rules=("R41", "R105", "R132", "R134", "R135"),
    )
    health = Answer(
        id="gezondheid",
        text="Er staat iets in over gezondheid: dan zijn altijd beiden nodig",
        to="vraag-ander",
        says=(Soort.GEZONDHEID,),
        rules=("R22",),
    )
    return Question(
        id=id,
        text="Ben je nagegaan: jouw taak, het doel, wat noodzakelijk is, en de minst ingrijpende weg?",
        why="Ook met geldige toestemming geef je alleen wat noodzakelijk is voor het doel van jouw taak. Toestemming "
        "verplicht je niet om te delen.",
        sources=(PP_NOODZAAK, PP_EVENREDIG, WP_NOODZAAK),
        answers=(
            Answer(
                id="ja",
                text="Ja, alle vier" + (f", en het zijn {WELKE_GEGEVENS[kind]}" if kind else ""),
                to=to,
                says=(
                    *((kind,) if kind else ()),
                    Taak.GENOEMD,
                    Afweging.DOEL,
                    Afweging.INHOUD,
                    Afweging.NOODZAAK,
                    Afweging.WELKE,
                    Afweging.MINST_INGRIJPEND,
                ),
            ),
            Answer(
                id="nee",
                text="Nee, nog niet alle vier"
                + (", of voor onderzoek, evaluatie, pers of buiten de EU" if kind else ""),
                to="eerst-nagaan",
                says=(Afweging.NIET,),
                rules=("R63", "R171") if kind else (),
            ),
            *((sensitive,) if kind else ()),
            *((health,) if kind is Soort.GEWOON else ()),
            weet_niet("eerst-nagaan"),
        ),
        rules=("R59", "R9", "R10", "R7", "R8", "R11"),
        rests_on=WEIGHING_RESTS_ON,
    )


NODES: tuple[Node, ...] = (
    Question(
        id="geldigheid",
        text="Is de toestemming geldig voor wat je nu wilt doen?",
        why="Toestemming is uitdrukkelijk, vrij en begrepen. Zij gaat over deze gegevens, dit doel en deze ontvanger, en is "
        "gevraagd toen duidelijk was dat het nodig was.",
        sources=(PP_WANNEER, PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, wet("AVG 7")),
        answers=(
            Answer(
                id="ja",
                text="Ja: deze gegevens, dit doel, deze ontvanger, vrij en begrepen, en wat hij erbij vroeg is gedaan",
                to="nagegaan",
                says=(Toestemming.GELDIG,),
            ),
            Answer(
                id="algemeen",
                text="De toestemming is algemeen, of vooraf gevraagd (“alle partners, alles”)",
                to="opnieuw-specifiek",
                says=(Toestemming.ONGELDIG,),
                rules=("R6",),
            ),
            Answer(
                id="ander-doel",
                text="De toestemming was voor een ander doel, andere ontvanger of andere fase, of is lang geleden",
                to="opnieuw-specifiek",
                says=(Toestemming.ONGELDIG,),
                rules=("R115",),
            ),
            Answer(
                id="niet-vrij",
                text="Er was druk, het is niet goed begrepen, of een familielid tolkte",
                to="opnieuw-vrij",
                says=(Toestemming.ONGELDIG,),
                rules=("R116",),
            ),
            Answer(
                id="verondersteld",
                text="Wie beslist zei het niet zelf: wij gaan ervan uit, of een familielid zegt het",
                to="verondersteld",
                says=(Toestemming.ONGELDIG,),
                rules=("R109",),
            ),
            weet_niet("geldigheid-uitzoeken"),
        ),
        rules=("R4", "R6", "R109", "R115", "R116", "R129"),
        rests_on=VALIDITY_RESTS_ON,
    ),
    nagegaan("nagegaan", "toestemming-geldig"),
    nagegaan("nagegaan-een", "toestemming-een", Soort.GEWOON),
    Outcome(
        id="geldigheid-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit waarover de toestemming gaat",
        sentence="Kijk wat er is vastgelegd. Past het niet precies, vraag dan opnieuw.",
        ask="De collega die de toestemming vroeg, of degene die beslist",
        steps=(
            "Lees de vastgelegde toestemming: welke gegevens, aan wie, waarvoor, wanneer?",
            "Vraag bij twijfel opnieuw, voor dit doel en deze ontvanger.",
        ),
        record=("wat de toestemming precies inhoudt",),
        tell=("Degene die beslist: waarom je het opnieuw vraagt.",),
        change=("Weet je waarover de toestemming gaat? Kies dat bij de vorige vraag.",),
        sources=(PP_WANNEER, PP_SCHRIFTELIJK),
        rules=("R6", "R115"),
    ),
    Outcome(
        id="opnieuw-specifiek",
        oordeel=Oordeel.NU_NIET,
        title="Vraag opnieuw, voor dit doel en deze ontvanger",
        sentence="Deze toestemming geldt niet voor wat je nu wilt doen.",
        steps=("Vraag opnieuw, nu je weet dat het nodig is.", "Noem de gegevens, de ontvanger en het doel."),
        record=("de nieuwe vraag en het antwoord",),
        tell=("Degene die beslist: waarom de oude toestemming niet genoeg is.",),
        change=("Geeft hij opnieuw toestemming? Kies ja bij de vorige vraag.",),
        sources=(PP_WANNEER, PP_UITDRUKKELIJK, wet("AVG 4 onder 11")),
        rules=("R4", "R6", "R115"),
    ),
    Outcome(
        id="opnieuw-vrij",
        oordeel=Oordeel.NU_NIET,
        title="Vraag opnieuw, vrij en begrijpelijk",
        sentence="Toestemming onder druk of zonder begrip is niet geldig.",
        steps=(
            "Leg het opnieuw uit, in gewone woorden.",
            "Gebruik zo nodig een onafhankelijke tolk, geen familielid.",
            "Noem onafhankelijke cliëntondersteuning.",
        ),
        record=("hoe je het opnieuw vroeg, en met welke hulp",),
        tell=("Degene die beslist: dat nee zeggen geen gevolgen heeft voor de hulp.",),
        change=("Zegt hij vrij en begrepen ja? Kies ja bij de vorige vraag.",),
        sources=(SC_BEGRIJPELIJK, wet("AVG 4 onder 11"), PP_ONDERSTEUNING),
        rules=("R116", "R101"),
    ),
    Outcome(
        id="verondersteld",
        oordeel=Oordeel.NU_NIET,
        title="Toestemming kun je niet veronderstellen",
        sentence="Het protocol vraagt een uitdrukkelijk ja van wie beslist. Erbij zijn, zwijgen of wat een ander zegt is geen ja.",
        steps=(
            "Vraag het uitdrukkelijk, en leg het antwoord schriftelijk vast.",
            "De wet kent veronderstelde toestemming alleen voor hulp die niet ingrijpend is. Niet voor delen.",
        ),
        record=(HOE_JE_VROEG,),
        tell=("Degene die beslist: wat je vraagt en waarom.",),
        change=("Zegt hij uitdrukkelijk ja? Kies ja bij de vorige vraag.",),
        sources=(PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, wet("Jw 7.3.16 lid 2")),
        rules=("R109", "R129"),
    ),
    Outcome(
        id="eerst-nagaan",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Loop eerst de afwegingen door",
        sentence="Toestemming is niet genoeg. Ga eerst na: taak, doel, noodzaak en de minst ingrijpende weg.",
        ask="Een collega met wie je de vijf afwegingen doorloopt",
        steps=(
            "Loop de vijf afwegingen van de wegwijzer door.",
            "Gebruik daarvoor de boom “Mag ik dit delen?”.",
            "Hoort het niet bij je taak, zoals onderzoek, evaluatie of een journalist, of gaat het naar buiten de EU? Ook met een ja "
            "geef je dan niets zonder je privacy-officer.",
        ),
        record=("je taak, je doel en waarom elk gegeven noodzakelijk is",),
        tell=(NIETS_GEDEELD,),
        change=("Heb je alle vier nagegaan? Kies ja bij de vorige vraag.",),
        sources=(WP_NOODZAAK, PP_EVENREDIG, PP_MINDER_INGRIJPEND, wet("AVG 44")),
        rules=("R59", "R9", "R10", "R63", "R171"),
    ),
    Outcome(
        id="gevoelige-gegevens",
        oordeel=Oordeel.OVERLEG,
        title="Voor deze gegevens geldt meer dan toestemming",
        sentence="Toestemming alleen opent deze gegevens niet. Kijk eerst wie de ontvanger is, of laat ze weg.",
        steps=(
            "Gebruik de boom “Mag ik dit delen?”: die vraagt naar de ontvanger en het soort gegevens.",
            "Kan het zonder deze gegevens? Laat ze weg, en kies ja bij de vorige vraag.",
            "Twijfel je? Overleg met je jurist of privacy-officer.",
        ),
        record=("welk soort gegevens het is, en het overleg",),
        tell=(NIETS_GEDEELD,),
        change=("Kan het zonder deze gegevens? Kies dan ja bij de vorige vraag.",),
        sources=(PP_BIJZONDER, wet("AVG 9"), wet("AVG 10"), wet("UAVG 31"), wet("UAVG 46")),
        rules=("R41", "R105", "R132", "R134", "R135"),
    ),
    Outcome(
        id="toestemming-geldig",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.TOESTEMMING,
        title="De toestemming is geldig",
        sentence="Het mag, voor deze gegevens, dit doel en deze ontvanger. Meer niet.",
        steps=(
            "Geef alleen wat noodzakelijk is. " + BEVEILIGD,
            "Gaat het over meer mensen? Deel alleen wat gaat over wie ja zei.",
            "Jongere van 12 tot en met 15? Kijk of jouw organisatie ook de ouders vraagt.",
        ),
        record=(
            "wie toestemming gaf en in welke rol, over wie, welke gegevens, aan wie en waarvoor, de datum, en dat "
            "intrekken kan. Een mondeling ja schrijf je meteen op",
        ),
        tell=(
            "De betrokkene: waarvoor je deelt, welke gegevens en met wie. Intrekken kan altijd, zonder reden.",
            "Een kind: op zijn niveau; zijn bezwaar weegt mee. Ouders met gezag, tot 16 jaar: wat hun rol vraagt, tenzij het belang van de jongere "
            "zich verzet.",
        ),
        change=(
            "Wordt de toestemming geweigerd of ingetrokken? Dan mag het niet.",
            "Verandert het doel of de ontvanger? Vraag opnieuw.",
        ),
        sources=(PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_INTREKKEN, PP_UITLEG, PP_EVENREDIG, PP_BEVEILIGD),
        rules=("R4", "R5", "R10", "R18", "R21", "R39", "R45", "R59", "R70", "R110", "R111", "R112"),
    ),
    Outcome(
        id="toestemming-een",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.EEN_OUDER,
        title="Eén ouder kan hier volstaan, maar zeker is het niet",
        sentence="Het mag, voor deze gewone gegevens, dit doel en deze ontvanger. Vraag bij twijfel ook de ander.",
        steps=(
            "Geef alleen wat noodzakelijk is. " + BEVEILIGD,
            "Blijkt toch bezwaar van de ander, of wordt het ingrijpend? Stop en vraag beiden.",
        ),
        record=("waarom de toestemming van één ouder hier volstaat", "welke gegevens, aan wie, waarvoor en de datum"),
        tell=(
            "Beide ouders: waarvoor je deelt, welke gegevens en met wie. Intrekken kan altijd.",
            "Het kind, op zijn niveau.",
        ),
        change=("Zijn de gegevens gevoelig, of is er scheiding of conflict? Dan zijn altijd beiden nodig.",),
        sources=(wet("BW 1:253i"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_EVENREDIG),
        rules=("R22", "R4", "R10", "R112"),
    ),
)
