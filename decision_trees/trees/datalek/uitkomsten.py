"""What to do in the first hour, whom to tell by when, who decides, and what to record in any case (R46, R145–R153)."""

from __future__ import annotations

from decision_trees.bronnen import (
    HERSTELLEN,
    PP_LEK_24_UUR,
    PP_LEK_AFWEGING,
    PP_LEK_BEPERKEN,
    PP_LEK_PARTNERS,
    PP_LEK_PROTOCOL,
    WP_TWIJFEL,
)
from decision_trees.meaning import Termijn
from decision_trees.model import Node, Oordeel, Outcome, wet

STOP = "Stop het lek: haal terug, laat wissen met bevestiging, blokkeer de toegang."
INTERN = "Meld het nu aan je privacy-officer of FG, en volg het datalekprotocol van de partner in wiens registratie het staat."
AP = "Je organisatie of opdrachtgever meldt het de Autoriteit Persoonsgegevens: binnen 72 uur, ook in het weekend."
AP_TENZIJ = "Je organisatie of opdrachtgever meldt het de Autoriteit Persoonsgegevens binnen 72 uur, tenzij je FG geen risico ziet."
ZELF = "Elke partner weegt zelf of hij meldt, en betaalt zijn eigen kosten."
PARTNERS = "Meld het de partners: zo snel mogelijk, uiterlijk binnen 24 uur."
REGISTER = "wat er wanneer gebeurde, welke gegevens, van wie, wie ze zag en wat je deed"
GEZIN = (
    "De betrokkenen, zonder uitstel, door de verantwoordelijke partner: wat er gebeurde, wat het kan betekenen, wat zij "
    "kunnen doen en wie zij bellen."
)
NU_PARTNERS = "De partners, als er gegevens uit de proeftuin bij zijn of je dat niet weet: "
IN_STAPPEN = "Is nog niet alles bekend? Wacht niet: melden kan in stappen."
ALSNOG = "Blijkt iemand gevaar te lopen? Waarschuw hem meteen."
HOOG = (Termijn.MELD_INTERN, Termijn.BETROKKENEN, Termijn.AP)
RISICO = (Termijn.MELD_INTERN, Termijn.AP)


def met_partners(outcome: Outcome) -> tuple[Outcome, Outcome]:
    """The outcome for data outside the proeftuin, and the same with the partners told (protocol 8.2, 8.6)."""
    return (
        outcome,
        Outcome(
            id=f"{outcome.id}-partners",
            oordeel=outcome.oordeel,
            title=f"{outcome.title}, ook aan de partners",
            sentence=outcome.sentence,
            steps=(*outcome.steps[:2], PARTNERS, *outcome.steps[2:]),
            record=outcome.record,
            tell=outcome.tell,
            change=outcome.change,
            sources=(PP_LEK_24_UUR, PP_LEK_PARTNERS, *(s for s in outcome.sources if s != PP_LEK_24_UUR)),
            rules=(*outcome.rules, "R155"),
            terms=(Termijn.PARTNERS, *outcome.terms),
        ),
    )


NODES: tuple[Node, ...] = (
    Outcome(
        id="lek-gevaar",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Waarschuw wie gevaar loopt, nu",
        sentence="Bel eerst, meld daarna.",
        steps=(
            "Bel de persoon: wat is gelekt, bij wie kan het zijn? Is er dreiging, bel 112.",
            "Bel Veilig Thuis voor advies over veiligheid: 0800-2000, dag en nacht.",
            STOP,
            "Meld het nu aan je privacy-officer of FG, en binnen 24 uur aan de partners, tenzij er zeker geen gegevens uit de proeftuin bij zijn.",
            AP,
            ZELF,
        ),
        record=(REGISTER,),
        tell=("Wie gevaar loopt: nu.", "Andere betrokkenen: zonder uitstel."),
        change=("Is het gevaar er zeker niet? Kies dan nee bij de vorige vraag.",),
        sources=(PP_LEK_BEPERKEN, wet("AVG 34"), PP_LEK_24_UUR, wet("AVG 33"), wet("Wmo 4.1.1 lid 3")),
        rules=("R34", "R46", "R149", "R150", "R153"),
        terms=(Termijn.BETROKKENEN, Termijn.MELD_INTERN, Termijn.PARTNERS, Termijn.AP),
    ),
    Outcome(
        id="lek-onduidelijk",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Meld het nu, ook bij twijfel",
        sentence="Je hoeft niet zelf uit te zoeken of het een datalek is.",
        steps=(
            INTERN,
            STOP,
            "Zijn er gegevens uit de proeftuin bij, of weet je dat niet? " + PARTNERS,
            AP_TENZIJ,
            ZELF,
        ),
        record=(REGISTER,),
        tell=("De betrokkenen: zonder uitstel, als het risico hoog is.",),
        change=("Weet je wat er gebeurde? Kies dat bij de vorige vraag.", IN_STAPPEN),
        sources=(PP_LEK_PROTOCOL, PP_LEK_24_UUR, wet("AVG 33"), WP_TWIJFEL),
        rules=("R46", "R48", "R145", "R150"),
        terms=(Termijn.MELD_INTERN, Termijn.PARTNERS, Termijn.AP),
    ),
    Outcome(
        id="niet-ons-lek",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Gebruik het niet, en bericht vandaag van wie het is",
        sentence="De partner of organisatie van wie het is, weegt en meldt. Weet je niet van wie het is? Meld het dan als je eigen lek.",
        steps=(
            "Lees en deel het niet verder, en zet het apart.",
            "Bericht de afzender of eigenaar, en vraag wat je doet: terugsturen, of wissen met een bevestiging.",
            "Gaat het over iemand die nu gevaar loopt? Zeg dat erbij.",
            "Meld het ook je privacy-officer of FG.",
        ),
        record=("wat je kreeg of vond, van wie, wanneer, wie het zag en wat je deed",),
        tell=("De afzender of eigenaar: nu.",),
        change=("Blijken het toch jullie eigen gegevens? Kies dat bij de vorige vraag.",),
        sources=(PP_LEK_BEPERKEN, PP_LEK_AFWEGING, PP_LEK_PARTNERS, wet("AVG 33")),
        rules=("R145", "R150"),
        terms=(Termijn.MELD_INTERN,),
    ),
    Outcome(
        id="lek-te-laat",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="De 72 uur zijn voorbij: meld het nu",
        sentence="Uitstel vragen kan niet.",
        steps=(
            STOP,
            INTERN,
            "Je organisatie meldt alsnog bij de Autoriteit Persoonsgegevens, met de reden van de vertraging, tenzij je FG geen risico ziet.",
            "Niet alles bekend? Meld wat je weet, en vul later aan.",
        ),
        record=(REGISTER, "waarom het te laat is"),
        tell=(NU_PARTNERS + "nu.", "De betrokkenen: nu, als het risico hoog is of je dat niet weet."),
        change=("Is het korter dan 72 uur bekend? Kies dan wat er gebeurde.",),
        sources=(wet("AVG 33 lid 1"), PP_LEK_24_UUR, PP_LEK_AFWEGING, PP_LEK_BEPERKEN, wet("AVG 34")),
        rules=("R46", "R152"),
        terms=(Termijn.MELD_INTERN, Termijn.BETROKKENEN),
    ),
    Outcome(
        id="lek-herstel",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Verbeter het nu, en laat je FG meekijken",
        sentence="Herstel het gegeven, en laat ieder die het kreeg weten wat er niet klopt.",
        steps=(
            "Verbeter het in je dossier, of zet de verbetering erbij.",
            "Bericht elke ontvanger.",
            "Meld het vandaag aan je privacy-officer of FG: die weegt of het toch een datalek is.",
            "Zijn er gegevens uit de proeftuin bij, of weet je dat niet? " + PARTNERS,
        ),
        record=("wat er niet klopte, sinds wanneer, wie het kreeg en wie je berichtte",),
        tell=("De betrokkene: wat er niet klopte en wat je deed.", NU_PARTNERS + "binnen 24 uur."),
        change=("Zag iemand gegevens van een ander? Kies dan ja bij de vorige vraag.",),
        sources=(wet("AVG 16"), wet("AVG 19"), HERSTELLEN, PP_LEK_24_UUR, wet("AVG 33")),
        rules=("R46", "R66", "R144"),
        terms=(Termijn.MELD_INTERN, Termijn.PARTNERS),
    ),
    *met_partners(
        Outcome(
            id="lek-hoog",
            oordeel=Oordeel.DIRECT_HANDELEN,
            title="Ernstig datalek: meld het nu",
            sentence="Dit kan mensen echt schaden. Help hen zich te beschermen.",
            steps=(STOP, INTERN, AP, ZELF),
            record=(REGISTER,),
            tell=(GEZIN,),
            change=("Is alles versleuteld of teruggehaald, met bewijs? Je FG weegt opnieuw.", IN_STAPPEN, ALSNOG),
            sources=(wet("AVG 34"), wet("AVG 33"), PP_LEK_AFWEGING, PP_LEK_PROTOCOL, PP_LEK_BEPERKEN),
            rules=("R46", "R145", "R146", "R150", "R151", "R153", "R154"),
            terms=HOOG,
        )
    ),
    *met_partners(
        Outcome(
            id="lek-risico",
            oordeel=Oordeel.DIRECT_HANDELEN,
            title="Datalek: meld het nu",
            sentence="Er is een risico. Meld het nu intern; je FG weegt of de betrokkenen het ook moeten horen.",
            steps=(STOP, INTERN, AP, ZELF),
            record=(REGISTER,),
            tell=("De betrokkenen, als je FG het risico hoog vindt. Vertellen mag altijd.",),
            change=(
                "Blijkt het gevoeliger, of gaat het om meer mensen? Kies dat bij de vorige vragen.",
                IN_STAPPEN,
                ALSNOG,
            ),
            sources=(wet("AVG 33"), PP_LEK_AFWEGING, PP_LEK_PROTOCOL, PP_LEK_BEPERKEN, wet("AVG 34")),
            rules=("R46", "R145", "R146", "R150", "R151", "R154"),
            terms=RISICO,
        )
    ),
    *met_partners(
        Outcome(
            id="lek-laag",
            oordeel=Oordeel.OVERLEG,
            title="Klein risico: leg het vast en meld het",
            sentence="Het lijkt goed afgelopen, maar het blijft een datalek. Je FG beslist of melden nodig is.",
            steps=(
                INTERN,
                "Geef het bewijs: de bevestiging, de versleuteling of het herstel.",
                "Vindt je FG dat er wel risico is? Dan meldt je organisatie het binnen 72 uur aan de Autoriteit Persoonsgegevens.",
                ZELF,
            ),
            record=(REGISTER, "het bewijs dat het risico klein is"),
            tell=("Je privacy-officer of FG: nu.",),
            change=("Klopt het bewijs niet? Kies dan nee bij de vorige vraag.", ALSNOG),
            sources=(wet("AVG 33"), PP_LEK_PROTOCOL, PP_LEK_AFWEGING, wet("AVG 34")),
            rules=("R46", "R147", "R148", "R150", "R151"),
            terms=RISICO,
        )
    ),
)
"""The outcomes, those for what is urgent or unclear first."""
