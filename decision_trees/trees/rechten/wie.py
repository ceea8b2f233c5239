"""Who asks, whether that is certain, and whose data they are (R120, R121, R159, R165)."""

from __future__ import annotations

from decision_trees.bronnen import KLAGEN, PP_INZAGE, PP_ONDERSTEUNING, PP_RECHTEN, PP_TERMIJN, SC_RECHTEN, WP_TWIJFEL
from decision_trees.meaning import Beslisser, Gezag, Grond, Leeftijd, Recht, Termijn, Twijfel, Vermogen, Voorwaarde
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

DOSSIER = (wet("Jw 7.3.10"), wet("Jw 7.3.15"), wet("Wmo 5.3.2"), wet("UAVG 5 lid 4"))
VERLENGBAAR = (Termijn.ANTWOORD, Termijn.VERLENGING, Termijn.VERLENGD)
"""What runs while the month has not passed; who may extend must tell so within it (R157)."""

RUST_OP = (Leeftijd, Gezag, Vermogen, Voorwaarde)
"""On what the limits of a right rest: who asks, for whom."""


def van_jongere(id: str, recht: Recht) -> Outcome:
    """Who is 12 to 15 uses this right of the AVG himself: whether he may, or his parent must, is disputed (R121)."""
    return Outcome(
        id=id,
        oordeel=Oordeel.OVERLEG,
        title="Zet de gegevens stil, en overleg wie dit recht gebruikt",
        sentence="Of een jongere van 12 tot en met 15 dit AVG-recht zelf gebruikt, is omstreden. Weiger niets.",
        steps=(
            "De een zegt: onder de 16 doet zijn ouder of voogd dit. De ander zegt: een jongere van 12 of ouder doet het zelf. "
            "Leg beide voor aan je jurist of privacy-officer.",
            "Gebruik en deel de gegevens zolang niet. Veiligheid gaat voor.",
            "Vraag de jongere of zijn ouder dit mag weten.",
        ),
        record=("wat de jongere vroeg, de dag en het overleg",),
        tell=("De jongere: binnen een maand het besluit met de reden, en waar hij kan klagen.",),
        change=("Is hij 16 of ouder? Kies opnieuw bij de vorige vraag.",),
        sources=(wet("UAVG 5 lid 4"), wet("AVG 18"), wet("Jw 7.3.15"), PP_TERMIJN, WP_TWIJFEL),
        rules=("R120", "R121", "R160"),
        terms=VERLENGBAAR,
        rights=(recht,),
    )


NODES: tuple[Node, ...] = (
    Question(
        id="wie",
        text="Wie vraagt het, en over wiens gegevens gaat het?",
        why="Vanaf 12 jaar vraagt een jongere zelf, als hij het kan overzien. Voor een jonger kind vraagt wie gezag heeft. Iedereen "
        "mag iemand schriftelijk machtigen. Wat over iemand zelf in andermans dossier staat, vraagt hij als “hijzelf”.",
        sources=(*DOSSIER, PP_INZAGE),
        answers=(
            Answer(
                id="zelf",
                text="Hijzelf (12 of ouder, en hij overziet het), of wie hij daarvoor schriftelijk machtigde",
                to="zeker",
                says=(Vermogen.IN_STAAT, Voorwaarde.RECHTHEBBENDE),
                rules=("R120",),
            ),
            Answer(
                id="kind",
                text="Een ouder met gezag of voogd, voor een kind tot 12 jaar, of wie die schriftelijk machtigde",
                to="zeker",
                says=(Leeftijd.TOT_12, Gezag.DEZE_OUDER, Voorwaarde.RECHTHEBBENDE),
                rules=("R120",),
            ),
            Answer(
                id="vertegenwoordiger",
                text="Een ouder met gezag, voogd, curator of mentor van wie 12 of ouder is en het niet overziet; bij jeugdhulp of zorg "
                "ook een gemachtigde of de eerste naaste",
                to="zeker",
                says=(Vermogen.NIET_IN_STAAT, Voorwaarde.RECHTHEBBENDE),
                rules=("R20", "R120"),
            ),
            Answer(
                id="kind-zelf",
                text="Een kind jonger dan 12, zelf",
                to="kind-zelf",
                says=(Leeftijd.TOT_12, Twijfel.PAST_NIET),
                rules=("R52", "R120"),
            ),
            Answer(
                id="wmo",
                text="Een naaste van wie het niet overziet, bij een Wmo-dossier, zonder curator of mentor",
                to="wie-overleg",
                says=(Twijfel.BETWIST,),
                rules=("R77",),
            ),
            Answer(
                id="ouder-12",
                text="Een ouder met gezag of voogd, voor een jongere van 12 tot en met 15 die het overziet",
                to="ouder-overleg",
                says=(Twijfel.BETWIST,),
                rules=("R121",),
            ),
            Answer(
                id="ouder-16",
                text="Een ouder of voogd, voor een jongere van 16 of 17 die het overziet",
                to="geen-recht",
                says=(Twijfel.PAST_NIET, Grond.GEEN_RECHTHEBBENDE),
                rules=("R19", "R120"),
            ),
            Answer(
                id="overleden",
                text="Een naaste, over iemand die is overleden",
                to="overleden",
                says=(Twijfel.PAST_NIET,),
                rules=("R136",),
            ),
            Answer(
                id="geen-recht",
                text="Een ander zonder machtiging: ouder zonder gezag, pleegouder, bewindvoerder, een organisatie, of familie van wie het zelf "
                "overziet",
                to="geen-recht",
                says=(Twijfel.PAST_NIET, Grond.GEEN_RECHTHEBBENDE),
                rules=("R24", "R76", "R82", "R168"),
            ),
            weet_niet("wie-uitzoeken", "Dat weet ik niet, of hij vraagt zelf en overziet het misschien niet"),
        ),
        rules=("R21", "R67", "R120", "R121"),
    ),
    Question(
        id="zeker",
        text="Weet je zeker dat hij het is?",
        why="Vraag nooit meer dan nodig. Kent iemand hem, of logde hij in? Dan is dat genoeg. Een kopie van een paspoort hoeft niet "
        "als laten zien kan.",
        sources=(wet("AVG 12 lid 6"), wet("AVG 11")),
        answers=(
            Answer(id="ja", text="Ja", to="van-wie", says=(Voorwaarde.HERKEND,)),
            Answer(id="nee", text="Nog niet", to="wie-uitzoeken", says=(Twijfel.NOG_NIET,)),
            weet_niet("wie-uitzoeken"),
        ),
        rules=("R159",),
    ),
    Question(
        id="van-wie",
        text="Van welke partner zijn de gegevens?",
        why="De partner die verantwoordelijk is voor de gegevens, beslist. Dat is niet altijd wie het verzoek kreeg.",
        sources=(SC_RECHTEN, PP_RECHTEN),
        answers=(
            Answer(id="eigen", text="Van mijn eigen organisatie", to="welk", says=(Beslisser.EIGEN,)),
            Answer(
                id="ander",
                text="Van een andere partner, of van meer partners",
                to="doorgeven",
                says=(Beslisser.ANDER,),
            ),
            weet_niet("doorgeven"),
        ),
        rules=("R47", "R165"),
    ),
    Question(
        id="welk",
        text="Welk recht gebruikt hij?",
        why="Elk recht heeft eigen grenzen. Vraagt hij meer dan één ding? Loop de boom dan voor elk.",
        sources=(PP_RECHTEN, wet("AVG 15"), wet("AVG 16"), wet("AVG 17"), wet("AVG 18"), wet("AVG 20"), wet("AVG 21")),
        answers=(
            Answer(
                id="inzage",
                text="Zien, of een kopie krijgen",
                to="inzage-grens",
                says=(Recht.INZAGE,),
                rules=("R120", "R122"),
            ),
            Answer(
                id="verbeteren",
                text="Verbeteren of aanvullen",
                to="verbeteren",
                says=(Recht.VERBETEREN,),
                rules=("R66",),
            ),
            Answer(id="wissen", text="Wissen of vernietigen", to="wissen-grens", says=(Recht.WISSEN,), rules=("R123",)),
            Answer(
                id="beperken",
                text="Stilzetten zolang iets wordt nagegaan (beperken)",
                to="beperken-grens",
                says=(Recht.BEPERKEN,),
                rules=("R160",),
            ),
            Answer(
                id="bezwaar",
                text="Bezwaar: hij wil niet dat wij ze gebruiken (bezwaar tegen een besluit is iets anders)",
                to="bezwaar-grens",
                says=(Recht.BEZWAAR,),
                rules=("R124",),
            ),
            Answer(
                id="meenemen",
                text="Meenemen naar een ander (overdragen)",
                to="meenemen-grens",
                says=(Recht.OVERDRAGEN,),
                rules=("R124",),
            ),
            weet_niet("welk-uitzoeken"),
        ),
        rules=("R47", "R122", "R123", "R124", "R128"),
    ),
    Outcome(
        id="wie-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Ga eerst na wie vraagt, en namens wie",
        sentence="Geef nog niets, en weiger niets. Bevestig dat het verzoek er is: de termijn loopt.",
        ask="De vrager zelf, en zo nodig het gezagsregister of het curatele- en bewindregister",
        steps=(
            "Vraag alleen wat je nodig hebt om hem te herkennen. Kies wat het minst vraagt.",
            "Vraag namens wie hij komt, en waaruit dat blijkt.",
            "Bewaar geen kopie van een paspoort.",
            "Overziet hij het misschien niet? Leg het uit, en zoek uit wie hem vertegenwoordigt. Is er niemand, overleg dan met je jurist.",
        ),
        record=("het verzoek, de dag en hoe je naging wie het is",),
        tell=("De vrager: dat zijn verzoek is ontvangen en wat je nagaat.",),
        change=("Weet je het? Kies dat bij de vorige vraag.",),
        sources=(wet("AVG 12 lid 6"), wet("AVG 11"), PP_TERMIJN, wet("Jw 7.3.15")),
        rules=("R26", "R47", "R67", "R120", "R159"),
        terms=(Termijn.ANTWOORD,),
    ),
    Outcome(
        id="kind-zelf",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Neem het kind serieus, en betrek wie gezag heeft",
        sentence="Voor een kind tot 12 jaar vraagt wie gezag heeft. Het kind heeft wel recht op uitleg die het begrijpt.",
        ask="Wie gezag heeft, en je jurist als dat onveilig is",
        steps=(
            "Vraag wat het kind wil weten, en waarom nu.",
            "Vertel wat je kunt, op zijn niveau.",
            "Is zijn ouder het gevaar? Overleg dan met Veilig Thuis voordat je iemand betrekt.",
        ),
        record=("wat het kind vroeg en wat je vertelde",),
        tell=("Het kind: wie zijn vraag beantwoordt, en wanneer.",),
        change=("Vraagt wie gezag heeft het ook? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.2"), wet("Jw 7.3.15"), PP_TERMIJN),
        rules=("R27", "R52", "R120"),
        terms=(Termijn.ANTWOORD,),
    ),
    Outcome(
        id="wie-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Wie hem bij de Wmo vertegenwoordigt, is omstreden",
        sentence="De Wmo heeft geen rij van vertegenwoordigers. Overleg met je jurist voordat je geeft of weigert.",
        steps=(
            "De een zegt: gebruik de rij van Jeugdwet en Wgbo. De ander zegt: alleen een curator of mentor. Leg beide voor.",
            "Vraag de betrokkene zelf zo veel als kan.",
            "Bevestig het verzoek.",
        ),
        record=("wie vraagt, namens wie, en het overleg",),
        tell=("De vrager: binnen een maand het besluit, of waarom het langer duurt.",),
        change=("Is er een curator of mentor? Kies dat bij de vorige vraag.",),
        sources=(wet("Wmo 5.3.3"), wet("Wmo 1.1.1"), PP_TERMIJN, WP_TWIJFEL),
        rules=("R77", "R20"),
        terms=VERLENGBAAR,
    ),
    Outcome(
        id="ouder-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Wie het recht gebruikt, is hier omstreden",
        sentence="Een jongere van 12 of ouder beslist zelf. Of een ouder dat tot 16 jaar ook kan, is omstreden.",
        steps=(
            "De een zegt: onder de 16 gebruikt de ouder het AVG-recht. De ander zegt: een jongere van 12 of ouder doet het zelf. "
            "Leg beide voor aan je privacy-officer.",
            "Vraag de jongere wat hij wil.",
            "Wil de ouder iets weten voor zijn rol? Loop de boom “Mag ik dit delen?”.",
        ),
        record=("wat de ouder vroeg, wat de jongere wil en het overleg",),
        tell=("De jongere: dat zijn ouder dit vraagt, als dat veilig is.", "De ouder: binnen een maand het besluit."),
        change=("Vraagt de jongere zelf? Kies dat bij de vorige vraag.",),
        sources=(wet("UAVG 5 lid 4"), wet("Jw 7.3.10"), wet("Jw 7.3.15"), WP_TWIJFEL),
        rules=("R18", "R121", "R120"),
        terms=VERLENGBAAR,
        also=("delen",),
    ),
    Outcome(
        id="geen-recht",
        oordeel=Oordeel.NU_NIET,
        title="Deze persoon heeft dit recht niet",
        sentence="Geef niets, en bevestig niet dat er een dossier is. Alleen wie het recht heeft, kan dit vragen.",
        steps=(
            "Vraag of hij een machtiging of gezag heeft. Dan kies je opnieuw.",
            "Staat er ook iets over hemzelf in? Dat deel vraagt hij als “hijzelf”.",
            "Is hij ouder zonder gezag (recht op belangrijke feiten), of een organisatie met een eigen taak (GI, Raad)? "
            "Loop de boom “Mag ik dit delen?”.",
            "Is de jongere 16 of 17 en overziet hij het? Dan vraagt hij zelf.",
        ),
        record=("het verzoek, de dag, wie vroeg en op welke grond je niet geeft",),
        tell=(KLAGEN,),
        change=("Blijkt hij gezag, voogdij of een machtiging te hebben? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.10"), wet("Jw 7.3.15"), wet("Wmo 5.3.2"), wet("BW 1:377c"), wet("UAVG 35"), wet("AVG 15")),
        rules=("R19", "R21", "R24", "R76", "R82", "R120", "R161", "R168"),
        terms=(Termijn.ANTWOORD,),
        refuses=Grond.GEEN_RECHTHEBBENDE,
        also=("delen",),
    ),
    Outcome(
        id="overleden",
        oordeel=Oordeel.OVERLEG,
        title="Over iemand die is overleden: overleg met je jurist",
        sentence="Daarvoor gelden eigen, strenge regels. Geef en weiger nog niets.",
        steps=("Leef mee, en vraag wat hij wil weten.", "Leg het voor aan je jurist.", "Bevestig het verzoek."),
        record=("het verzoek, de dag en het overleg",),
        tell=("De naaste: wie antwoordt, en wanneer.",),
        change=("Gaat het over zijn eigen gegevens? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.12a"), wet("Wgbo 7:458a")),
        rules=("R136",),
    ),
    Outcome(
        id="doorgeven",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Geef het vandaag door aan de partner die beslist",
        sentence="Elke partner beslist over zijn eigen gegevens. De termijn loopt sinds de eerste van jullie het verzoek kreeg.",
        steps=(
            "Geef het verzoek met de dag van ontvangst door, langs een beveiligde weg.",
            "Zijn er gegevens van meer partners? Dan beslist elk over zijn eigen deel.",
            "Weet je het niet? Vraag de casusregisseur of je privacy-officer, vandaag.",
        ),
        record=("het verzoek, de dag en aan wie je het doorgaf",),
        tell=("De vrager: wie beslist, en wanneer uiterlijk.",),
        change=("Blijken het gegevens van je eigen organisatie? Kies dat bij de vorige vraag.",),
        sources=(SC_RECHTEN, PP_RECHTEN, PP_TERMIJN, PP_ONDERSTEUNING),
        rules=("R47", "R165"),
        terms=(Termijn.ANTWOORD,),
    ),
    Outcome(
        id="welk-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Vraag wat hij met zijn gegevens wil",
        sentence="Bij twijfel geef je hem de ruimste uitleg. De termijn loopt.",
        ask="De vrager zelf",
        steps=(
            "Vraag wat hij wil bereiken.",
            "Leg uit wat kan: zien, verbeteren, wissen, stilzetten, bezwaar of meenemen.",
        ),
        record=("wat hij zei en de dag",),
        tell=("De vrager: dat zijn verzoek is ontvangen, en dat cliëntondersteuning kan helpen.",),
        change=("Weet je wat hij wil? Kies dat bij de vorige vraag.",),
        sources=(PP_RECHTEN, PP_TERMIJN, PP_ONDERSTEUNING),
        rules=("R47", "R128"),
        terms=(Termijn.ANTWOORD,),
    ),
)
