"""Purpose, necessity and the least intrusive way: one screen once the receiver is known, with a way out for each (R8–R11)."""

from __future__ import annotations

from decision_trees.bronnen import (
    ANDERS_HELPEN,
    CASUSOVERLEG,
    MET_HET_GEZIN,
    NIETS_GEDEELD,
    PP_BEVEILIGD,
    PP_BEVEILIGING,
    PP_EVENREDIG,
    PP_MINDER_INGRIJPEND,
    PP_NOODZAAK,
    WAT_JE_UITZOCHT,
    WP_DOEL,
    WP_INHOUD,
    WP_MINST_INGRIJPEND,
    WP_NOODZAKELIJK,
    WP_VERSCHIL,
    WP_WELKE,
)
from decision_trees.meaning import WEIGHING_RESTS_ON, Afweging, Soort, Twijfel
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet

ALLE = (Afweging.DOEL, Afweging.INHOUD, Afweging.NOODZAAK, Afweging.WELKE, Afweging.MINST_INGRIJPEND)
"""All considerations of the guide that a professional affirms."""

VAN_POLITIE = Answer(
    id="politie",
    text="Er staat iets in van politie of OM",
    to="van-politie",
    says=(Soort.POLITIE,),
    rules=("R105",),
)
OVERLEDEN = Answer(
    id="overleden",
    text="Het gaat over iemand die is overleden",
    to="t.overleden",
    says=(Twijfel.PAST_NIET,),
    rules=("R136",),
)
"""Where no age is asked."""
KLEINERE_KRING = Answer(
    id="kring",
    text="Het kan in een kleinere kring, of er zit iemand zonder rol aan tafel",
    to="kleinere-kring",
    says=(Afweging.NIET,),
    rules=("R130",),
)


ANDER_DOEL = Answer(
    id="ander-doel",
    text="Voor onderzoek, evaluatie, verantwoording, pers of een land buiten de EU",
    to="ander-doel",
    says=(Twijfel.PAST_NIET,),
    rules=("R63", "R171"),
)
"""Where a yes would else be enough: what is not for one's own task with this person is not opened by consent."""


def afweging(id: str, to: str, voor: str, *eigen: Answer, via_betrokkene: bool = True) -> Question:
    """The considerations for one receiver, named by `voor`; `eigen` are the ways out that fit this receiver, else a smaller circle.

    `via_betrokkene`: whether asking the person himself can be the less intrusive way. It is none where he may be the danger,
    or where a duty does not depend on him.
    """
    less = Answer(
        id="minder",
        text="Het kan ook bij de betrokkene zelf, of met hem erbij",
        to="minder-ingrijpend",
        says=(Afweging.NIET,),
    )
    how = "het kan niet bij de betrokkene zelf, met hem erbij of met minder gegevens"
    return Question(
        id=id,
        text=f"Klopt dit alle drie: doel, noodzaak en minst ingrijpende weg, voor {voor}?",
        why="Doel: je kunt het in één zin zeggen. Noodzaak: elk gegeven is daarvoor nodig, niet alleen handig. Minst "
        f"ingrijpend: {how if via_betrokkene else 'het kan niet met minder gegevens of minder mensen'}.",
        sources=(WP_DOEL, WP_INHOUD, WP_NOODZAKELIJK, WP_WELKE, WP_MINST_INGRIJPEND, PP_NOODZAAK, PP_MINDER_INGRIJPEND),
        answers=(
            Answer(id="ja", text="Ja: het doel is helder, elk gegeven is nodig, en minder kan niet", to=to, says=ALLE),
            Answer(
                id="doel",
                text="Het doel is nog niet helder, of is veranderd",
                to="doel-uitzoeken",
                says=(Afweging.NIET,),
            ),
            Answer(
                id="noodzaak",
                text="Niet elk gegeven is nodig: handig, of misschien later",
                to="niet-noodzakelijk",
                says=(Afweging.NIET,),
            ),
            Answer(
                id="alles",
                text="Ik wil het hele dossier of plan geven",
                to="niet-alles",
                says=(Afweging.NIET,),
                rules=("R43",),
            ),
            *((less,) if via_betrokkene else ()),
            *(eigen or (KLEINERE_KRING,)),
            Answer(
                id="onbeveiligd",
                text="Ik wil het met gewone mail, een app of een chatbot (AI) sturen",
                to="onbeveiligd",
                says=(Twijfel.PAST_NIET,),
                rules=("R45",),
            ),
            weet_niet("afweging-uitzoeken"),
        ),
        rules=("R8", "R9", "R10", "R11", "R14", "R45", "R59", "R62", "R129"),
        rests_on=WEIGHING_RESTS_ON,
    )


NODES: tuple[Node, ...] = (
    Outcome(
        id="afweging-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Loop eerst de afwegingen door",
        sentence="Weet je niet of elk gegeven nodig is, of wat de minst ingrijpende weg is? Dan deel je nog niet.",
        ask="De ander: waarvoor heb je het precies nodig? En een collega, om mee te wegen",
        steps=(
            "Leg elk gegeven naast het doel.",
            "Ga na of het met de betrokkene erbij, anoniem of in een kleinere kring kan.",
            "Twee professionals kunnen anders oordelen. Onzorgvuldig is alleen: stappen overslaan.",
        ),
        record=(WAT_JE_UITZOCHT,),
        tell=(NIETS_GEDEELD,),
        change=("Weet je het? Kies dat bij de vorige vraag.",),
        sources=(WP_WELKE, WP_NOODZAKELIJK, WP_MINST_INGRIJPEND, WP_VERSCHIL),
        rules=("R9", "R11", "R14", "R60"),
    ),
    Outcome(
        id="niet-noodzakelijk",
        oordeel=Oordeel.NU_NIET,
        title="Niet noodzakelijk: niet delen",
        sentence="Handig is niet genoeg. Wat niet noodzakelijk is, gebruik en deel je niet.",
        steps=(
            "Kijk of je het doel bereikt zonder deze gegevens.",
            "Kijk wat wel kan: expertise of anoniem meedenken.",
        ),
        record=("waarom je dit gegeven niet geeft",),
        tell=("Wie erom vroeg: dat en waarom je dit niet geeft, zonder iets te bevestigen.",),
        change=("Wordt een gegeven wél noodzakelijk? Weeg dan opnieuw.",),
        sources=(PP_NOODZAAK, WP_NOODZAKELIJK, WP_WELKE, ANDERS_HELPEN),
        rules=("R9", "R10", "R49"),
    ),
    Outcome(
        id="minder-ingrijpend",
        oordeel=Oordeel.NU_NIET,
        title="Doe het eerst met de betrokkene",
        sentence="Er is een minder ingrijpende weg. Neem die.",
        steps=(
            "Kan de betrokkene zelf het gevaar zijn? Vraag het hem dan niet, en kies een ander antwoord bij de vorige vraag.",
            "Vraag het anders de betrokkene zelf, of nodig hem uit bij het overleg.",
            "Aanwezig zijn is nog geen toestemming: vraag het, en let op wat gezinsleden over elkaar horen.",
        ),
        record=("welke weg je neemt",),
        tell=("De betrokkene: welke informatie je nodig hebt en waarvoor.",),
        change=("Lukt het niet met de betrokkene? Kies een ander antwoord bij de vorige vraag.",),
        sources=(PP_MINDER_INGRIJPEND, WP_MINST_INGRIJPEND, MET_HET_GEZIN),
        rules=("R11", "R27", "R129"),
    ),
    Outcome(
        id="kleinere-kring",
        oordeel=Oordeel.NU_NIET,
        title="Maak eerst de kring kleiner",
        sentence="Deel niet met meer mensen dan nodig. Wie geen rol heeft, gaat weg, of je spreekt anoniem.",
        steps=(
            "Bepaal wie een rol heeft in deze casus.",
            "Vraag de anderen de tafel te verlaten, of spreek zonder herkenbare gegevens.",
            "Heeft iemand buiten de partners informatie nodig? Vraag daar apart toestemming voor.",
        ),
        record=("wie erbij was en waarom",),
        tell=("De betrokkene: wie erbij zit.",),
        change=("Zitten alleen mensen met een rol aan tafel? Kies dat bij de vorige vraag.",),
        sources=(PP_EVENREDIG, PP_MINDER_INGRIJPEND, CASUSOVERLEG),
        rules=("R10", "R11", "R43", "R64", "R130"),
    ),
    Outcome(
        id="onbeveiligd",
        oordeel=Oordeel.NU_NIET,
        title="Niet op deze manier: alleen beveiligd",
        sentence="Gewone mail, apps en openbare chatbots zijn niet veilig genoeg. Gebruik een beveiligde weg.",
        steps=(
            "Gebruik beveiligde mail of het systeem van je organisatie.",
            "Al verstuurd naar de verkeerde persoon? Dat is een datalek.",
        ),
        record=("langs welke weg je het geeft",),
        tell=(NIETS_GEDEELD,),
        change=("Heb je een beveiligde weg? Kies dan het antwoord dat past bij de vorige vraag.",),
        sources=(PP_BEVEILIGD, PP_BEVEILIGING),
        rules=("R45", "R41"),
        also=("datalek",),
    ),
)
