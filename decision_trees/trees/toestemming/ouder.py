"""A parent wants to know, or must know: age first, then authority, then what speaks against it (R18, R19, R24, R143)."""

from __future__ import annotations

from decision_trees.bronnen import BEVEILIGD, GEHEIME_PLEK, ONBEKENDE_BELLER, PP_BEVEILIGD, PP_UITLEG, WP_TWIJFEL
from decision_trees.meaning import (
    CONSENT_RESTS_ON,
    Beslist,
    Gezag,
    Leeftijd,
    Ontvanger,
    Toestemming,
    Twijfel,
    Vermogen,
    Voorwaarde,
    Weg,
    Wens,
)
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet
from decision_trees.trees.toestemming.geldigheid import nagegaan


def ouder_gezag(age: str, with_authority: str, without: str) -> Question:
    """Whether this parent has authority, is a parent in law, or neither (BW 1:377c is for parents in law)."""
    return Question(
        id=f"ouder-gezag-{age}",
        text="Heeft deze ouder of voogd gezag over het kind?",
        why="Een ouder met gezag is bij een jong kind geen “ander”. Een juridische ouder zonder gezag heeft alleen recht op "
        "belangrijke feiten, als hij erom vraagt. Wie het kind niet erkende, stiefouder of pleegouder is, heeft dat recht "
        "niet. Een ouder die nog geen 18 is of onder curatele staat, heeft meestal geen gezag.",
        sources=(wet("BW 1:245"), wet("BW 1:246"), wet("BW 1:377c"), wet("Jw 7.3.11")),
        answers=(
            Answer(id="ja", text="Ja, gezag of voogdij", to=with_authority, says=(Gezag.DEZE_OUDER,)),
            Answer(
                id="nee",
                text="Nee, wel juridisch ouder",
                to=without,
                says=(Gezag.ZONDER,),
                rules=("R24",),
                not_after=(Gezag.GI_VOOGD,),
            ),
            Answer(
                id="geen-ouder",
                text="Geen juridische ouder: nooit erkend, stiefouder, pleegouder, opa of oma",
                to="geen-ouder",
                says=(Gezag.GEEN_OUDER,),
                rules=("R82",),
                not_after=(Gezag.GI_VOOGD,),
            ),
            weet_niet("gezag-uitzoeken"),
        ),
        rules=("R18", "R24", "R26", "R81", "R82"),
        rests_on=(Wens, Ontvanger, Leeftijd),
    )


VRAAGT_NIETS = Answer(
    id="niets",
    text="Hij vraagt niets; ik wil het uit mezelf vertellen",
    to="feiten-niet",
    says=(Twijfel.PAST_NIET,),
)
FEITEN_WAAROM = (
    "Wie erom vraagt, krijgt belangrijke feiten over het kind, de verzorging en de opvoeding. Nooit gegevens over de andere "
    "ouder, en niet uit jezelf."
)

NODES: tuple[Node, ...] = (
    Question(
        id="ouder-leeftijd",
        text="Hoe oud is het kind?",
        why="Hoe ouder het kind, hoe meer het zelf beslist over wat zijn ouders horen. Vanaf 18 jaar beslist het zelf. De leeftijd op de "
        "dag van vertellen telt.",
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("Wmo 5.3.2")),
        answers=(
            Answer(
                id="0-11", text="0 tot en met 11 jaar", to="ouder-gezag-0-11", says=(Leeftijd.TOT_12,), rules=("R143",)
            ),
            Answer(
                id="12-15",
                text="12 tot en met 15 jaar",
                to="ouder-gezag-12-15",
                says=(Leeftijd.VAN_12_15,),
                rules=("R18",),
            ),
            Answer(
                id="16-17", text="16 of 17 jaar", to="ouder-gezag-16-17", says=(Leeftijd.VAN_16_17,), rules=("R19",)
            ),
            Answer(id="18", text="18 jaar of ouder", to="besluit-18", says=(Leeftijd.VANAF_18,), rules=("R74",)),
            Answer(
                id="overleden", text="Het kind is overleden", to="overleden", says=(Twijfel.PAST_NIET,), rules=("R136",)
            ),
            Answer(
                id="ongeboren",
                text="Het kind is nog niet geboren",
                to="ongeboren",
                says=(Twijfel.PAST_NIET,),
                rules=("R137",),
            ),
            weet_niet("leeftijd-uitzoeken"),
        ),
        rules=("R18", "R19", "R74", "R75", "R136", "R137", "R143"),
    ),
    ouder_gezag("0-11", "ouder-0-11", "ouder-zonder-gezag"),
    ouder_gezag("12-15", "ouder-12-15", "ouder-zonder-gezag-12"),
    ouder_gezag("16-17", "ouder-16-17", "ouder-zonder-gezag-12"),
    Question(
        id="ouder-0-11",
        text="Verzet iets zich ertegen om deze ouder of voogd te informeren?",
        why="Beide ouders met gezag staan in de plaats van een kind dat nog niet zelf beslist. Informeren mag, ook als de "
        "andere ouder dat niet wil, tenzij veiligheid of goed hulpverlenerschap (de zorg die je beroep van je vraagt) zich "
        "verzet.",
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), PP_UITLEG),
        answers=(
            Answer(id="nee", text="Nee", to="nagegaan-ouder", says=(Voorwaarde.NIETS_VERZET_ZICH,)),
            Answer(
                id="ja",
                text="Ja: onveilig, strijdig met goed hulpverlenerschap, of het kind verzet zich",
                to="ouder-wegen",
                says=(Twijfel.VERZET_ZICH,),
            ),
            weet_niet("ouder-wegen"),
        ),
        rules=("R15", "R27", "R120", "R143"),
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="ouder-12-15",
        text="Wat wil de jongere (12–15)?",
        why="Een ouder met gezag is geen “ander”: je mag hem informeren over wat hij voor zijn rol nodig heeft. Dat geldt ook "
        "binnen een maatregel. Verzet de jongere zich, dan weeg je en overleg je.",
        sources=(wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.11 lid 3"), wet("Wgbo 7:457"), wet("Wmo 5.3.2")),
        answers=(
            Answer(
                id="goed",
                text="De jongere zegt zelf dat het goed is, en niets anders verzet zich ertegen",
                to="nagegaan-ouder",
                says=(Voorwaarde.NIETS_VERZET_ZICH, Voorwaarde.KIND_VINDT_GOED),
            ),
            Answer(
                id="verzet",
                text="De jongere wil het niet of is bang",
                to="ouder-wegen",
                says=(Toestemming.BEZWAAR, Twijfel.BETWIST),
            ),
            Answer(
                id="belang",
                text="Het belang van de jongere of goed hulpverlenerschap verzet zich",
                to="ouder-wegen",
                says=(Twijfel.VERZET_ZICH,),
            ),
            Answer(
                id="niet-in-staat",
                text="Hij kan het niet overzien",
                to="ouder-0-11",
                says=(Vermogen.NIET_IN_STAAT,),
                rules=("R17",),
            ),
            weet_niet("vraag-jongere-eerst"),
        ),
        rules=("R17", "R18", "R27", "R120", "R121"),
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="ouder-16-17",
        text="Wat geldt voor deze jongere (16 of 17)?",
        why="Vanaf 16 jaar beslist de jongere wat zijn ouders horen. Binnen een maatregel is dat omstreden.",
        sources=(wet("Jw 7.3.5"), wet("Jw 7.3.11"), wet("Wmo 5.3.2")),
        answers=(
            Answer(
                id="stemt-in",
                text="Hij overziet het en stemt zelf in",
                to="geldigheid",
                says=(Vermogen.IN_STAAT, Toestemming.GEGEVEN),
            ),
            Answer(
                id="niet-gevraagd",
                text="Hij overziet het en is nog niet gevraagd",
                to="vraag-jongere",
                says=(Toestemming.NIET_GEVRAAGD,),
            ),
            Answer(
                id="wil-niet",
                text="Hij overziet het en wil het niet; er is geen maatregel",
                to="geweigerd-jongere",
                says=(Toestemming.GEWEIGERD,),
                rules=("R19", "R71"),
            ),
            Answer(
                id="maatregel",
                text="Hij overziet het en wil het niet; er is een maatregel (zoals OTS)",
                to="ouder-bij-maatregel",
                says=(Toestemming.GEWEIGERD, Twijfel.BETWIST),
                rules=("R19",),
            ),
            Answer(
                id="niet-in-staat",
                text="Hij kan het niet overzien",
                to="ouder-0-11",
                says=(Vermogen.NIET_IN_STAAT,),
                rules=("R17",),
            ),
            weet_niet("in-staat-uitzoeken"),
        ),
        rules=("R17", "R19", "R71"),
        decides=Beslist.JONGERE,
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="ouder-zonder-gezag",
        text="Wat vraagt de ouder zonder gezag?",
        why=FEITEN_WAAROM,
        sources=(wet("BW 1:377c"), wet("BW 1:377b")),
        answers=(
            Answer(
                id="feiten",
                text="Belangrijke feiten, en niets verzet zich ertegen",
                to="nagegaan-feiten",
                says=(Voorwaarde.ER_IS_OM_GEVRAAGD, Voorwaarde.NIETS_VERZET_ZICH),
            ),
            Answer(
                id="verzet",
                text="Wat de ouder met gezag ook niet krijgt, of het belang van het kind of de rechter verzet zich",
                to="feiten-niet",
                says=(Twijfel.VERZET_ZICH,),
            ),
            VRAAGT_NIETS,
            weet_niet("ouder-wegen"),
        ),
        rules=("R24",),
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="ouder-zonder-gezag-12",
        text="Wat vraagt de ouder zonder gezag, en wat wil de jongere?",
        why=FEITEN_WAAROM + " Wil de jongere het niet? Dan verschillen de meningen, en overleg je.",
        sources=(wet("BW 1:377c"), wet("BW 1:377b"), wet("Jw 7.3.11")),
        answers=(
            Answer(
                id="feiten",
                text="Belangrijke feiten. De jongere vindt het goed, en niets verzet zich",
                to="nagegaan-feiten",
                says=(Voorwaarde.ER_IS_OM_GEVRAAGD, Voorwaarde.NIETS_VERZET_ZICH, Voorwaarde.KIND_VINDT_GOED),
            ),
            Answer(
                id="kind-wil-niet",
                text="Belangrijke feiten, maar de jongere wil het niet",
                to="feiten-kind-wil-niet",
                says=(Toestemming.BEZWAAR, Twijfel.BETWIST),
            ),
            Answer(
                id="verzet",
                text="Wat de ouder met gezag ook niet krijgt, of het belang van de jongere of de rechter verzet zich",
                to="feiten-niet",
                says=(Twijfel.VERZET_ZICH,),
            ),
            Answer(
                id="niet-in-staat",
                text="De jongere kan het niet overzien",
                to="ouder-zonder-gezag",
                says=(Vermogen.NIET_IN_STAAT,),
                rules=("R17",),
            ),
            VRAAGT_NIETS,
            weet_niet("ouder-wegen"),
        ),
        rules=("R24",),
        rests_on=CONSENT_RESTS_ON,
    ),
    nagegaan("nagegaan-ouder", "ouder-informeren"),
    nagegaan("nagegaan-feiten", "belangrijke-feiten"),
    Outcome(
        id="vraag-jongere-eerst",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Vraag eerst wat de jongere vindt",
        sentence="Praat met de jongere voordat je zijn ouder informeert.",
        ask="De jongere zelf",
        steps=("Vraag wat hij vindt en waarom.", "Weeg of er iets onveilig aan is."),
        record=("wat de jongere zei",),
        tell=("De jongere: wat zijn ouder wil weten en wat je van plan bent.",),
        change=("Weet je wat hij wil? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11"), PP_UITLEG),
        rules=("R18",),
    ),
    Outcome(
        id="geen-ouder",
        oordeel=Oordeel.NU_NIET,
        title="Voor de wet is dit geen ouder: niet zonder toestemming",
        sentence="Een stiefouder, pleegouder of vader die nooit erkende is hier een ander. Geef nu niets zonder toestemming.",
        steps=(
            "Vraag toestemming: aan wie gezag heeft tot 12 jaar, aan de jongere zelf vanaf 12 jaar.",
            "Is er toestemming, of wil je die nagaan? Begin opnieuw en kies bij de ontvanger: iemand anders.",
            "Verzorgt hij het kind? Laat wie gezag heeft het hem vertellen.",
        ),
        record=("wie het vroeg en waarom je niets gaf",),
        tell=("Wie het vroeg: dat je hiervoor toestemming nodig hebt. Bevestig niets over het kind.",),
        change=("Heeft hij toch gezag of voogdij, of erkende hij het kind? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11 lid 1"), wet("BW 1:245"), wet("BW 1:377c"), wet("Jw 7.3.15")),
        rules=("R15", "R61", "R64", "R82"),
    ),
    Outcome(
        id="feiten-niet",
        oordeel=Oordeel.NU_NIET,
        title="Vertel het deze ouder nu niet",
        sentence="Een ouder zonder gezag hoort dit niet van jou, of niet uit jezelf.",
        steps=(
            "Verwijs hem naar de ouder met gezag.",
            "Vraagt hij om belangrijke feiten? Weeg dan opnieuw.",
            "Geef nooit gegevens over de andere ouder.",
        ),
        record=("wat hij vroeg en waarom je het niet gaf",),
        tell=("De ouder: dat en waarom je niets geeft.",),
        change=("Vraagt hij om belangrijke feiten en verzet niets zich? Kies dat bij de vorige vraag.",),
        sources=(wet("BW 1:377c"),),
        rules=("R24",),
    ),
    Outcome(
        id="ouder-wegen",
        oordeel=Oordeel.OVERLEG,
        title="Weeg of je deze ouder informeert, en overleg",
        sentence="Een ouder mag veel weten, maar niet als veiligheid of het belang van het kind zich verzet. Overleg eerst.",
        steps=(
            "Vraag het kind wat er achter zijn bezwaar zit.",
            "Weeg wat de ouder voor zijn rol nodig heeft.",
            "De een zegt: een ouder met gezag mag dit weten. De ander zegt: het bezwaar van het kind gaat voor. Leg beide "
            "voor aan een collega of je jurist.",
            "Is er een vermoeden van mishandeling? Volg de meldcode.",
        ),
        record=("je afweging, en wat je wel en niet vertelt",),
        tell=("Het kind: wat je besluit, voordat je iets vertelt.",),
        change=("Verzet niets zich meer? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11 lid 3"), wet("Wgbo 7:457 lid 3"), wet("Jw 7.3.15 lid 4"), wet("Jw 4.1.7"), WP_TWIJFEL),
        rules=("R18", "R24", "R27", "R88", "R121", "R143"),
    ),
    Outcome(
        id="ouder-bij-maatregel",
        oordeel=Oordeel.OVERLEG,
        title="Een 16-plusser bij een maatregel: overleg",
        sentence="Of een ouder met gezag hier toch geïnformeerd moet worden, is omstreden. Overleg met je jurist of "
        "privacy-officer.",
        steps=(
            "De een zegt: binnen de maatregel moet de ouder met gezag volledig weten wat er speelt. De ander zegt: de "
            "Jeugdwet beschermt de 16-plusser. Leg beide voor.",
            "Vertel de jongere wat er speelt.",
        ),
        record=("het standpunt van de jongere, het overleg en het besluit",),
        tell=("De jongere: beide standpunten, en wat je besluit.",),
        change=("Stemt de jongere in? Kies dat bij de vorige vraag.", "Is er geen maatregel? Dan beslist de jongere."),
        sources=(wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.5"), wet("Wmo 5.3.2 lid 3"), WP_TWIJFEL),
        rules=("R19",),
    ),
    Outcome(
        id="feiten-kind-wil-niet",
        oordeel=Oordeel.OVERLEG,
        title="De jongere wil het niet: weeg en overleg",
        sentence="Of een ouder zonder gezag belangrijke feiten krijgt als een kind van 12 of ouder dat niet wil, is omstreden.",
        steps=(
            "De een zegt: de ouder heeft een eigen recht op belangrijke feiten. De ander zegt: de jongere beslist over zijn "
            "gegevens. Leg beide voor aan je jurist of privacy-officer.",
            "Weeg het belang van de jongere.",
        ),
        record=("wat de jongere vindt, het overleg en je besluit",),
        tell=("De jongere: wat je besluit, voordat je iets vertelt.",),
        change=("Vindt de jongere het goed? Kies dat bij de vorige vraag.",),
        sources=(wet("BW 1:377c"), wet("Jw 7.3.11"), WP_TWIJFEL),
        rules=("R24",),
    ),
    Outcome(
        id="ouder-informeren",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.OUDER,
        title="Je mag deze ouder of voogd informeren",
        sentence="Wie gezag heeft, hoort wat hij voor zijn rol nodig heeft. Meer niet.",
        steps=(
            ONBEKENDE_BELLER,
            "Vertel alleen wat nodig is voor zijn rol als ouder of voogd.",
            "Laat gegevens over de andere ouder en anderen weg. " + GEHEIME_PLEK,
            "Vertel het kind vooraf wat je gaat zeggen.",
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
        rules=("R18", "R21", "R25", "R26", "R27", "R45", "R120", "R122", "R143"),
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
            "Vertel de ouder met gezag en het kind dat je dit doet.",
        ),
        record=("wat hij vroeg, wat je gaf en je afweging",),
        tell=("De ouder met gezag, en het kind op zijn niveau.",),
        change=(
            "Verzet het belang van het kind zich? Geef het dan niet.",
            "Wil een kind van 12 of ouder het niet? Overleg.",
        ),
        sources=(wet("BW 1:377c"), PP_UITLEG, PP_BEVEILIGD),
        rules=("R24", "R26", "R45"),
    ),
)
