"""Adults who cannot oversee the decision: who represents them, and what that person says (R20, R77)."""

from __future__ import annotations

from decision_trees.bronnen import (
    HOE_JE_VROEG,
    NIETS_BEVESTIGEN,
    PP_EIGEN_AFWEGING,
    PP_INTREKKEN,
    PP_SCHRIFTELIJK,
    PP_UITDRUKKELIJK,
    WP_TWIJFEL,
)
from decision_trees.meaning import CONSENT_RESTS_ON, Beslist, Taak, Toestemming, Twijfel, Vermogen, Voorwaarde
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet
from decision_trees.trees.toestemming.besluit import ONVEILIG, zonder_ja

ZONDER_RIJ = (Taak.GEMEENTE, Taak.WMO_AANBIEDER, Taak.VEILIG_THUIS, Taak.RAAD, Taak.ANDER_BEROEP)
"""Tasks under the Wmo (R77), or outside Jeugdwet and Wgbo: their law knows no row behind curator and mentor."""
VAN_DE_JEUGDWET_OF_WGBO = (Taak.JEUGDHULP, Taak.ZORG, Taak.GI)

NODES: tuple[Node, ...] = (
    Question(
        id="vertegenwoordiger",
        text="Wie is de eerste in deze rij die er is en die het wil doen?",
        why="De Jeugdwet en de Wgbo geven een vaste volgorde. Wie niet wil, valt weg; dan is de volgende aan de beurt. De "
        "Wmo kent alleen curator en mentor. Een bewindvoerder gaat over geld.",
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), wet("Wmo 5.3.3")),
        answers=(
            Answer(
                id="curator-mentor",
                text="Een curator of mentor",
                to="besluit-vertegenwoordiger",
                says=(Voorwaarde.EERSTE_IN_DE_RIJ,),
            ),
            Answer(
                id="wmo",
                text="Geen curator of mentor, en ik werk voor college, Wmo-aanbieder of Veilig Thuis (Wmo), of buiten jeugdhulp en zorg",
                to="wmo-overleg",
                says=(Twijfel.BETWIST,),
                rules=("R77",),
                not_after=VAN_DE_JEUGDWET_OF_WGBO,
            ),
            Answer(
                id="gemachtigde",
                text="Bij jeugdhulp of zorg: iemand met een schriftelijke machtiging",
                to="besluit-vertegenwoordiger",
                says=(Voorwaarde.EERSTE_IN_DE_RIJ,),
                not_after=ZONDER_RIJ,
            ),
            Answer(
                id="partner",
                text="Bij jeugdhulp of zorg: echtgenoot, geregistreerd partner of levensgezel",
                to="besluit-vertegenwoordiger",
                says=(Voorwaarde.EERSTE_IN_DE_RIJ,),
                not_after=ZONDER_RIJ,
            ),
            Answer(
                id="familie",
                text="Bij jeugdhulp of zorg: ouder, kind, broer, zus of grootouder",
                to="besluit-vertegenwoordiger",
                says=(Voorwaarde.EERSTE_IN_DE_RIJ,),
                not_after=ZONDER_RIJ,
            ),
            Answer(
                id="bewindvoerder",
                text="Er is alleen een bewindvoerder",
                to="bewindvoerder",
                says=(Toestemming.GEVRAAGD_AAN_VERKEERDE,),
                rules=("R76",),
            ),
            Answer(id="niemand", text="Niemand", to="niemand-vertegenwoordigt", says=(Twijfel.PAST_NIET,)),
            weet_niet("vertegenwoordiger-uitzoeken"),
        ),
        rules=("R20", "R76", "R77"),
        rests_on=(Taak, Vermogen),
    ),
    Question(
        id="besluit-vertegenwoordiger",
        text="Wat zegt deze vertegenwoordiger?",
        why="De vertegenwoordiger beslist namens de betrokkene, en betrekt hem zo veel mogelijk. Zijn er meer van dezelfde "
        "rang, zoals vader en moeder? Dan moeten zij het eens zijn.",
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_INTREKKEN),
        answers=(
            Answer(id="gegeven", text="Ja, toestemming gegeven", to="geldigheid", says=(Toestemming.GEGEVEN,)),
            Answer(
                id="oneens",
                text="Er zijn er meer van dezelfde rang, en zij zijn het niet eens",
                to="rang-oneens",
                says=(Toestemming.ONEENS,),
            ),
            *zonder_ja("vraag-vertegenwoordiger"),
            ONVEILIG,
            weet_niet("status-uitzoeken"),
        ),
        rules=("R20", "R27"),
        decides=Beslist.VERTEGENWOORDIGER,
        rests_on=CONSENT_RESTS_ON,
    ),
    Outcome(
        id="vertegenwoordiger-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit wie vertegenwoordigt",
        sentence="Ga na of er een curator, mentor of gemachtigde is.",
        ask="Het curatele- en bewindregister, de betrokkene en zijn naasten",
        steps=("Kijk in het curatele- en bewindregister.", "Vraag of iemand een schriftelijke machtiging heeft."),
        record=("wie vertegenwoordigt en waaruit dat blijkt",),
        tell=("De betrokkene, zo begrijpelijk mogelijk.",),
        change=("Weet je wie vertegenwoordigt? Kies die bij de vorige vraag.",),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465")),
        rules=("R20",),
    ),
    Outcome(
        id="vraag-vertegenwoordiger",
        oordeel=Oordeel.NU_NIET,
        title="Vraag het eerst aan de vertegenwoordiger",
        sentence="De vertegenwoordiger beslist. Zonder zijn ja deel je nu niet.",
        steps=(
            "Leg uit wat je wilt geven, aan wie en waarvoor, en vraag of dat goed is.",
            "Betrek de persoon zelf zo veel mogelijk.",
        ),
        record=(HOE_JE_VROEG, "in welke rol de vertegenwoordiger beslist"),
        tell=("De vertegenwoordiger én de persoon zelf.", NIETS_BEVESTIGEN),
        change=("Zegt de vertegenwoordiger ja? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK),
        rules=("R20", "R4", "R61"),
    ),
    Outcome(
        id="bewindvoerder",
        oordeel=Oordeel.NU_NIET,
        title="Een bewindvoerder beslist hier niet over",
        sentence="Bewind gaat over geld. Ook waar de UAVG van bewind spreekt, gaat het alleen over wat onder dat bewind valt.",
        steps=(
            "Vraag de persoon zelf, zo begrijpelijk mogelijk.",
            "Kan hij het niet overzien? Zoek wie hem wel vertegenwoordigt.",
        ),
        record=("dat de bewindvoerder hierover niet beslist",),
        tell=("De persoon zelf, en de bewindvoerder als die erom vroeg.",),
        change=("Is er een mentor, curator, gemachtigde of naaste? Kies die bij de vorige vraag.",),
        sources=(wet("Jw 7.3.15"), wet("UAVG 5 lid 2")),
        rules=("R76",),
    ),
    Outcome(
        id="rang-oneens",
        oordeel=Oordeel.OVERLEG,
        title="Vertegenwoordigers van dezelfde rang zijn het oneens: overleg",
        sentence="Kies niet zelf wie gelijk heeft. Zolang zij het oneens zijn, is er geen toestemming.",
        steps=(
            "Praat met beiden, en vraag de persoon zelf zo veel mogelijk.",
            "Ga met je jurist na of een mentor nodig is.",
        ),
        record=("de standpunten, het overleg en je besluit",),
        tell=("De persoon zelf en de vertegenwoordigers.",),
        change=("Worden zij het eens? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.15 lid 3"), wet("Wgbo 7:465 lid 3"), WP_TWIJFEL),
        rules=("R20",),
    ),
    Outcome(
        id="wmo-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Jouw wet geeft geen rij van vertegenwoordigers: overleg",
        sentence="Is er geen curator of mentor, dan zegt de Wmo, of een taak buiten jeugdhulp en zorg, niet wie beslist.",
        steps=(
            "De een zegt: gebruik de rij van de Jeugdwet en de Wgbo als leidraad. De ander zegt: wacht op een mentor. Leg "
            "dat voor aan je jurist.",
            "Vraag de persoon zelf zo veel mogelijk.",
        ),
        record=("het overleg en wie je als vertegenwoordiger behandelt",),
        tell=("De persoon zelf en zijn naasten.",),
        change=("Komt er een curator of mentor? Kies die bij de vorige vraag.",),
        sources=(wet("Wmo 5.3.3"), wet("Wmo 1.1.1"), WP_TWIJFEL),
        rules=("R77",),
    ),
    Outcome(
        id="niemand-vertegenwoordigt",
        oordeel=Oordeel.OVERLEG,
        title="Niemand vertegenwoordigt deze persoon: overleg",
        sentence="Er is niemand die toestemming kan geven. Overleg met je jurist of privacy-officer.",
        steps=(
            "Ga na of een mentor nodig is.",
            "Vraag de persoon zelf zo veel mogelijk.",
            "Leg het voor aan je jurist of privacy-officer.",
        ),
        record=("waar je hebt gezocht en het overleg",),
        tell=("De persoon zelf.",),
        change=("Komt er een vertegenwoordiger? Kies die bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), WP_TWIJFEL),
        rules=("R20",),
    ),
    Outcome(
        id="vragen-onveilig",
        oordeel=Oordeel.OVERLEG,
        title="Vragen is onveilig: overleg eerst",
        sentence="Volg iemand die zelf het gevaar is niet blindelings. Deel ook niet zomaar. Overleg eerst.",
        steps=(
            "Vraag advies aan Veilig Thuis, zonder naam of herkenbare gegevens.",
            "Overleg met je aandachtsfunctionaris of jurist over de meldcode of een conflict van plichten.",
            "Die afweging maak je zelf; niemand kan die afweging voor je maken.",
        ),
        record=("waarom vragen onveilig is, het overleg en je afweging",),
        tell=("De betrokkenen, zodra dat veilig kan.",),
        change=("Wordt het acuut? Handel direct.", "Kan vragen veilig? Kies het antwoord bij de vorige vraag."),
        sources=(wet("Jw 7.3.15 lid 4"), wet("Wgbo 7:465 lid 4"), PP_EIGEN_AFWEGING, wet("Wmo 4.1.1 lid 3")),
        rules=("R27", "R33", "R88", "R89"),
    ),
)
