"""Children up to 12, and young people who cannot oversee it: who holds authority, and what they say (R22–R26, R79–R87)."""

from __future__ import annotations

from decision_trees.bronnen import HOE_JE_VROEG, PP_EIGEN_AFWEGING, PP_INTREKKEN, PP_SCHRIFTELIJK, PP_UITDRUKKELIJK, WP_TWIJFEL
from decision_trees.meaning import CONSENT_RESTS_ON, VALIDITY_RESTS_ON, Beslist, Gezag, Soort, Toestemming, Twijfel
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

BETREK_HET_KIND = "Vraag ook het kind wat het vindt, op zijn niveau. Zijn bezwaar weegt mee, maar beslist niet."
GEVOELIG = (Soort.POLITIE, Soort.STRAF, Soort.BIJZONDER, Soort.BSN, Soort.GEZONDHEID)

NODES: tuple[Node, ...] = (
    Question(
        id="gezag",
        text="Wie heeft het gezag over dit kind?",
        why="Alleen wie gezag heeft (ouder of voogd) beslist voor een kind tot 12 jaar, of voor een jongere die het niet kan "
        "overzien. Verzorgen, omgang of juridisch ouder zijn is geen gezag. Detentie, scheiding en uithuisplaatsing nemen "
        "gezag niet weg. Bij een ondertoezichtstelling (OTS) houden de ouders gezag.",
        sources=(wet("Jw 7.3.15"), wet("BW 1:245"), wet("BW 1:244"), wet("BW 1:253i"), PP_UITDRUKKELIJK),
        answers=(
            Answer(
                id="twee",
                text="Twee personen samen (ouders, ouder en niet-ouder, of twee voogden)",
                to="besluit-twee",
                says=(Gezag.TWEE,),
                rules=("R22", "R79", "R87"),
            ),
            Answer(id="een", text="Eén persoon", to="besluit-een", says=(Gezag.EEN,), rules=("R15",)),
            Answer(
                id="gi-voogd",
                text="De GI is (voorlopig) voogd",
                to="besluit-gi",
                says=(Gezag.GI_VOOGD,),
                rules=("R25", "R83"),
            ),
            Answer(
                id="gi-deel",
                text="De rechter gaf de GI bij een OTS een deel van het gezag, en het gaat precies daarover",
                to="deelgezag",
                says=(Twijfel.BETWIST,),
                rules=("R84",),
            ),
            Answer(
                id="gi-deel-anders",
                text="De GI wil beslissen, maar heeft alleen een OTS of een ander deel van het gezag",
                to="gi-beslist-niet",
                says=(Toestemming.GEVRAAGD_AAN_VERKEERDE,),
                rules=("R25", "R84"),
            ),
            Answer(
                id="ander",
                text="Alleen iemand zonder gezag is gevraagd: pleegouder, stiefouder, oma, nieuwe partner, ouder zonder gezag",
                to="geen-gezag",
                says=(Toestemming.GEVRAAGD_AAN_VERKEERDE,),
                rules=("R24", "R82"),
            ),
            Answer(
                id="eenzijdig",
                text="Eén kant vertelt het, of er is twijfel (erkenning, minderjarige ouder, curatele)",
                to="gezag-uitzoeken",
                says=(Twijfel.WEET_NIET,),
                rules=("R26", "R80", "R81"),
            ),
            weet_niet("gezag-uitzoeken"),
        ),
        rules=("R15", "R17", "R22", "R24", "R25", "R26", "R79", "R80", "R81", "R82", "R83", "R84", "R87"),
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="besluit-twee",
        text="Wat zeggen de twee personen met gezag?",
        why="Uitgangspunt: allebei toestemming. De wet laat één ouder namens het kind handelen zolang van bezwaar van de "
        "ander niets blijkt. Of dat ook hier geldt is verdedigbaar, niet zeker. Bij twijfel vraag je beiden.",
        sources=(wet("BW 1:253i"), wet("BW 1:253v"), wet("BW 1:253a"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        answers=(
            Answer(id="beiden", text="Allebei toestemming gegeven", to="geldigheid", says=(Toestemming.GEGEVEN,)),
            Answer(
                id="een-licht",
                text="Eén gaf toestemming. Het gaat om gewone gegevens en iets lichts. Zij zijn niet gescheiden of in "
                "conflict, en niets wijst op bezwaar van de ander",
                to="geldigheid-een",
                says=(Toestemming.VAN_EEN, Soort.GEWOON),
                rules=("R22",),
                not_after=GEVOELIG,
            ),
            Answer(
                id="een",
                text="Eén gaf toestemming, de ander is nog niet gevraagd",
                to="vraag-ander",
                says=(Toestemming.NIET_GEVRAAGD,),
            ),
            Answer(
                id="oneens", text="Eén zegt ja, de ander zegt nee", to="oneens", says=(Toestemming.ONEENS,), rules=("R23",)
            ),
            Answer(
                id="een-trok-in",
                text="Allebei ja, daarna trok één de toestemming in",
                to="een-trok-in",
                says=(Toestemming.INGETROKKEN,),
                rules=("R113",),
            ),
            Answer(
                id="niet-gevraagd",
                text="Nog geen van beiden gevraagd",
                to="vraag-beiden",
                says=(Toestemming.NIET_GEVRAAGD,),
            ),
            Answer(id="geweigerd", text="Allebei geweigerd", to="geweigerd", says=(Toestemming.GEWEIGERD,)),
            Answer(id="ingetrokken", text="Allebei ingetrokken", to="ingetrokken", says=(Toestemming.INGETROKKEN,)),
            Answer(
                id="onbereikbaar",
                text="Eén van beiden is niet te vinden of niet te bereiken",
                to="onbereikbaar",
                says=(Toestemming.ONBEREIKBAAR,),
                rules=("R85",),
            ),
            Answer(
                id="onveilig",
                text="Vragen is onveilig, of een van hen is zelf het gevaar",
                to="vragen-onveilig",
                says=(Toestemming.ONVEILIG,),
                rules=("R27",),
            ),
            weet_niet("status-uitzoeken"),
        ),
        rules=("R22", "R23", "R27", "R79", "R85", "R87", "R113"),
        decides=Beslist.TWEE_GEZAG,
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="besluit-een",
        text="Wat zegt de persoon met gezag?",
        why="Wie alleen het gezag heeft, beslist alleen. Betrek ook het kind: wat vindt het ervan?",
        sources=(wet("Jw 7.3.15"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_INTREKKEN),
        answers=(
            Answer(id="gegeven", text="Ja, toestemming gegeven", to="geldigheid", says=(Toestemming.GEGEVEN,)),
            Answer(
                id="niet-gevraagd", text="Nog niet gevraagd", to="vraag-gezag", says=(Toestemming.NIET_GEVRAAGD,)
            ),
            Answer(id="geweigerd", text="Gevraagd, en geweigerd", to="geweigerd", says=(Toestemming.GEWEIGERD,)),
            Answer(
                id="ingetrokken",
                text="Eerst gegeven, daarna ingetrokken",
                to="ingetrokken",
                says=(Toestemming.INGETROKKEN,),
            ),
            Answer(
                id="onbereikbaar",
                text="Niet te vinden of niet te bereiken",
                to="onbereikbaar",
                says=(Toestemming.ONBEREIKBAAR,),
                rules=("R85",),
            ),
            Answer(
                id="onveilig",
                text="Vragen is onveilig, of deze persoon is zelf het gevaar",
                to="vragen-onveilig",
                says=(Toestemming.ONVEILIG,),
                rules=("R27",),
            ),
            weet_niet("status-uitzoeken"),
        ),
        rules=("R15", "R17", "R27"),
        decides=Beslist.EEN_GEZAG,
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="besluit-gi",
        text="Wat zegt de GI als voogd?",
        why="Een GI die (voorlopig) voogd is, vertegenwoordigt het kind. Ouders blijven betrokkene voor hun eigen gegevens.",
        sources=(wet("BW 1:302"), wet("BW 1:303"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK),
        answers=(
            Answer(id="gegeven", text="Ja, toestemming gegeven", to="geldigheid", says=(Toestemming.GEGEVEN,)),
            Answer(id="niet-gevraagd", text="Nog niet gevraagd", to="vraag-gi", says=(Toestemming.NIET_GEVRAAGD,)),
            Answer(id="geweigerd", text="Gevraagd, en geweigerd", to="geweigerd", says=(Toestemming.GEWEIGERD,)),
            Answer(
                id="ingetrokken",
                text="Eerst gegeven, daarna ingetrokken",
                to="ingetrokken",
                says=(Toestemming.INGETROKKEN,),
            ),
            Answer(
                id="onbereikbaar", text="Niet te bereiken", to="onbereikbaar", says=(Toestemming.ONBEREIKBAAR,)
            ),
            weet_niet("status-uitzoeken"),
        ),
        rules=("R25", "R83"),
        decides=Beslist.GI_VOOGD,
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="geldigheid-een",
        text="Is dit ene ja geldig voor wat je nu wilt doen?",
        why="Eén ja volstaat alleen bij iets lichts, met gewone gegevens, en als het vrij, begrepen en precies hierover is.",
        sources=(PP_UITDRUKKELIJK, wet("BW 1:253i"), wet("AVG 7")),
        answers=(
            Answer(
                id="ja",
                text="Ja: deze gegevens, dit doel, deze ontvanger, vrij en begrepen",
                to="nagegaan-een",
                says=(Toestemming.GELDIG,),
            ),
            Answer(
                id="nee", text="Nee, of niet helemaal", to="vraag-ander", says=(Toestemming.ONGELDIG,), rules=("R6",)
            ),
            weet_niet("vraag-ander"),
        ),
        rules=("R22", "R4", "R6"),
        rests_on=VALIDITY_RESTS_ON,
    ),
    Outcome(
        id="gezag-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit wie gezag heeft",
        sentence="Neem niet aan wat één kant vertelt. Kijk in het gezagsregister.",
        ask="Het gezagsregister van de rechtbank, en beide ouders",
        steps=(
            "Vraag het gezagsregister op en bekijk een uitspraak van de rechter.",
            "Erkende een ongehuwde ouder het kind vanaf 1 januari 2023? Dan is er meestal gezamenlijk gezag.",
            "Een minderjarige ouder of een ouder onder curatele heeft geen gezag: zoek uit wie wel.",
        ),
        record=("waar je het gezag hebt nagekeken, en wanneer",),
        tell=("De ouders: dat je nagaat wie gezag heeft.",),
        change=("Weet je wie gezag heeft? Kies dat bij de vorige vraag.",),
        sources=(wet("BW 1:244"), wet("BW 1:251b"), wet("BW 1:252"), wet("BW 1:246")),
        rules=("R26", "R80", "R81"),
    ),
    Outcome(
        id="vraag-gezag",
        oordeel=Oordeel.NU_NIET,
        title="Vraag het eerst aan wie gezag heeft",
        sentence="Wie gezag heeft, beslist voor dit kind. Zonder dat ja ga je nu niet verder.",
        steps=("Leg uit wat je wilt doen, met wie en waarvoor, en vraag of dat goed is.", BETREK_HET_KIND),
        record=(HOE_JE_VROEG, "wat het kind ervan vindt"),
        tell=("Wie gezag heeft, en het kind op zijn niveau.",),
        change=("Komt er een ja? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.15"), wet("Wmo 5.3.3"), wet("Wgbo 7:465"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK),
        rules=("R15", "R17", "R52"),
    ),
    Outcome(
        id="vraag-beiden",
        oordeel=Oordeel.NU_NIET,
        title="Vraag het eerst aan allebei",
        sentence="Er zijn twee mensen met gezag. Vraag ze allebei; tot dan deel je niet.",
        steps=("Leg elk van hen uit wat je wilt doen, met wie en waarvoor.", BETREK_HET_KIND),
        record=(HOE_JE_VROEG, "het antwoord van elk van hen"),
        tell=("Beide personen met gezag, en het kind op zijn niveau.",),
        change=("Zeggen beiden ja? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.15"), wet("BW 1:253i"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK),
        rules=("R15", "R22", "R87"),
    ),
    Outcome(
        id="vraag-ander",
        oordeel=Oordeel.NU_NIET,
        title="Vraag eerst ook de andere persoon met gezag",
        sentence="Eén ja is niet genoeg. Vraag ook de ander; tot dan deel je niet.",
        steps=(
            "Vraag de ander op dezelfde manier. Ook bij scheiding of detentie houdt een ouder gezag.",
            BETREK_HET_KIND,
        ),
        record=(HOE_JE_VROEG, "het antwoord van elk van hen"),
        tell=("Beide personen met gezag, en het kind op zijn niveau.",),
        change=(
            "Zegt de ander ja? Kies dat bij de vraag naar de twee personen met gezag.",
            "Is de ander niet te bereiken? Kies dat antwoord.",
            "Is er acuut gevaar? Handel direct.",
        ),
        sources=(wet("BW 1:253i"), wet("BW 1:253v"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        rules=("R22", "R79"),
    ),
    Outcome(
        id="vraag-gi",
        oordeel=Oordeel.NU_NIET,
        title="Vraag het eerst aan de GI als voogd",
        sentence="De GI vertegenwoordigt dit kind. Zonder haar ja deel je nu niet.",
        steps=(
            "Vraag de GI om toestemming als voogd.",
            BETREK_HET_KIND,
            "Gegevens over de ouders zelf? Vraag die de ouders.",
        ),
        record=(HOE_JE_VROEG, "dat de GI als voogd beslist, met de uitspraak van de rechter"),
        tell=("De GI, en het kind op zijn niveau.",),
        change=("Zegt de GI ja? Kies dat bij de vorige vraag.",),
        sources=(wet("BW 1:302"), wet("BW 1:303"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        rules=("R25", "R83"),
    ),
    Outcome(
        id="een-trok-in",
        oordeel=Oordeel.NU_NIET,
        title="Eén trok in: er is geen toestemming meer van beiden",
        sentence="Stop met delen. De ander kan het niet alleen.",
        steps=(
            "Ga met beiden in gesprek.",
            "Komen zij er niet uit? De rechter kan beslissen.",
            "Wat eerder is gegeven, blijft rechtmatig.",
        ),
        record=("wie introk, en wanneer",),
        tell=("Beide personen met gezag, en de partners die gegevens kregen.",),
        change=("Zeggen beiden weer ja? Kies dat bij de vorige vraag.",),
        sources=(PP_INTREKKEN, wet("BW 1:253i"), wet("BW 1:253a")),
        rules=("R113", "R23", "R5"),
    ),
    Outcome(
        id="oneens",
        oordeel=Oordeel.NU_NIET,
        title="Zij zijn het oneens: geen toestemming",
        sentence="Eén nee is genoeg om nu niet te delen.",
        steps=(
            "Ga met beiden in gesprek.",
            "Komen zij er niet uit? De rechter kan beslissen (geschillenregeling).",
            "Dreigt ernstige schade voor het kind? Overleg over een conflict van plichten.",
        ),
        record=("de standpunten van beiden",),
        tell=("Beide personen met gezag.",),
        change=("Worden zij het eens? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("BW 1:253a"), wet("BW 1:253i"), PP_EIGEN_AFWEGING),
        rules=("R22", "R23"),
    ),
    Outcome(
        id="geen-gezag",
        oordeel=Oordeel.NU_NIET,
        title="Deze persoon kan geen toestemming geven",
        sentence="Zonder gezag kan iemand niet namens het kind beslissen. Vraag wie wel gezag heeft.",
        steps=(
            "Zoek uit wie gezag heeft, en vraag die persoon.",
            "Pleegouders, stiefouders, grootouders en partners hebben geen gezag, tenzij zij voogd zijn of de rechter hun "
            "samen met een ouder gezag gaf. Soms geeft de wet dat vanzelf, zoals bij geboorte binnen een huwelijk.",
        ),
        record=("wie gezag heeft en waaruit dat blijkt",),
        tell=("Wie je vroeg: waarom een ander moet beslissen.",),
        change=("Geeft wie gezag heeft toestemming? Kies dat bij de vorige vraag.",),
        sources=(wet("BW 1:245"), wet("BW 1:253t"), wet("BW 1:253sa"), wet("BW 1:377c"), wet("Jw 7.3.15")),
        rules=("R24", "R79", "R82"),
    ),
    Outcome(
        id="gi-beslist-niet",
        oordeel=Oordeel.NU_NIET,
        title="De GI kan hierover niet beslissen",
        sentence="Bij een OTS houden de ouders gezag. Vraag hun toestemming.",
        steps=(
            "Vraag de ouders met gezag.",
            "Meent de GI dat zij beslist? Vraag de GI om de uitspraak van de rechter.",
            "Voert de GI de OTS uit en heeft zij zelf informatie nodig? Gebruik dan de boom “Mag ik dit delen?”.",
        ),
        record=("welk gezag de GI wel en niet heeft",),
        tell=("De GI en de ouders.",),
        change=("Gaf de rechter de GI precies dit deel van het gezag? Overleg dan met je jurist.",),
        sources=(wet("BW 1:265b"), wet("BW 1:262"), wet("BW 1:265e"), wet("BW 1:255")),
        rules=("R25", "R84"),
    ),
    Outcome(
        id="deelgezag",
        oordeel=Oordeel.OVERLEG,
        title="De GI heeft een deel van het gezag: overleg eerst",
        sentence="Dat deel geldt alleen voor wat de rechter noemt: school, medische behandeling of verblijf. Of de GI ook "
        "over delen beslist, is omstreden.",
        steps=(
            "Lees de uitspraak van de rechter.",
            "De een zegt: delen hoort bij die beslissing. De ander zegt: de ouders beslissen over informatie. Leg dat voor "
            "aan je jurist of privacy-officer.",
        ),
        record=("wat de rechter aan de GI gaf, en het overleg",),
        tell=("De ouders en de GI.",),
        change=("Gaat het om iets anders dan de rechter noemt? Dan beslissen de ouders met gezag.",),
        sources=(wet("BW 1:265e"), WP_TWIJFEL),
        rules=("R84",),
    ),
)
