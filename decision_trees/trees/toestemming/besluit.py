"""What young people and adults who decide for themselves have said."""

from __future__ import annotations

from decision_trees.bronnen import (
    ANDERS_HELPEN,
    HOE_JE_VROEG,
    NIETS_BEVESTIGEN,
    PP_EIGEN_AFWEGING,
    PP_INTREKKEN,
    PP_SCHRIFTELIJK,
    PP_UITDRUKKELIJK,
    PP_UITLEG,
    WAT_WEL_KAN,
    WP_TWIJFEL,
)
from decision_trees.meaning import CONSENT_RESTS_ON, Beslist, Toestemming, Twijfel, Vermogen
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet


def zonder_ja(
    vraag: str,
    *,
    geweigerd: str = "geweigerd",
    rules: tuple[str, ...] = (),
    bereik: str = "Niet te vinden of niet te bereiken",
    bereik_rules: tuple[str, ...] = (),
) -> tuple[Answer, ...]:
    """What one person who decides can have said but yes: not asked (on to `vraag`), refused, withdrawn, out of reach."""
    return (
        Answer(id="niet-gevraagd", text="Nog niet gevraagd", to=vraag, says=(Toestemming.NIET_GEVRAAGD,)),
        Answer(id="geweigerd", text="Gevraagd, en geweigerd", to=geweigerd, says=(Toestemming.GEWEIGERD,), rules=rules),
        Answer(
            id="ingetrokken",
            text="Eerst gegeven, daarna ingetrokken",
            to="ingetrokken",
            says=(Toestemming.INGETROKKEN,),
        ),
        Answer(
            id="onbereikbaar",
            text=bereik,
            to="onbereikbaar",
            says=(Toestemming.ONBEREIKBAAR,),
            rules=bereik_rules,
        ),
    )


ONVEILIG = Answer(
    id="onveilig",
    text="Vragen is onveilig, of deze persoon is zelf het gevaar",
    to="vragen-onveilig",
    says=(Toestemming.ONVEILIG,),
    rules=("R27",),
)
"""Asking who decides, for himself or for another, is unsafe (R27)."""


def niet_in_staat(to: str) -> tuple[Answer, Answer]:
    """Someone of 12 or older who cannot oversee this decision: another decides, unless he resists (R73)."""
    return (
        Answer(
            id="niet-in-staat",
            text="Hij kan deze beslissing niet overzien, en verzet zich niet",
            to=to,
            says=(Vermogen.NIET_IN_STAAT,),
            rules=("R17", "R20", "R67"),
        ),
        Answer(
            id="niet-in-staat-verzet",
            text="Hij kan deze beslissing niet overzien, maar verzet zich",
            to="verzet",
            says=(Vermogen.NIET_IN_STAAT, Toestemming.BEZWAAR),
            rules=("R73",),
        ),
    )


WEET_NIET = weet_niet("status-uitzoeken", "Dat weet ik niet, of ik twijfel of hij dit kan overzien")


NODES: tuple[Node, ...] = (
    Question(
        id="besluit-12-15",
        text="Wat zegt de jongere (12–15) zelf?",
        why="Voor delen beslist een jongere vanaf 12 jaar zelf, als hij het kan overzien. Uitgangspunt: dat kan hij. Een "
        "diagnose, een onhandige keuze of een nee maakt hem niet onbekwaam. Dubbele toestemming geldt voor hulp, niet "
        "voor delen.",
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        answers=(
            Answer(
                id="gegeven",
                text="Ja. De ouders met gezag vinden het goed, of zijn niet gevraagd",
                to="geldigheid",
                says=(Vermogen.IN_STAAT, Toestemming.GEGEVEN),
                rules=("R70", "R18"),
            ),
            Answer(
                id="gegeven-ouder-nee",
                text="Ja, maar een ouder of voogd met gezag zegt nee",
                to="ouder-zegt-nee",
                says=(Vermogen.IN_STAAT, Toestemming.ONEENS, Twijfel.BETWIST),
                rules=("R70",),
            ),
            *zonder_ja("vraag-jongere", geweigerd="geweigerd-jongere", rules=("R69", "R86")),
            ONVEILIG,
            *niet_in_staat("gezag"),
            WEET_NIET,
        ),
        rules=("R16", "R67", "R69", "R70", "R86"),
        decides=Beslist.JONGERE,
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="besluit-16-17",
        text="Wat zegt de jongere (16 of 17) zelf?",
        why="Een jongere van 16 of 17 die het kan overzien, beslist zelf. Ouders zijn niet nodig en kunnen het niet "
        "tegenhouden. Een diagnose of een nee is geen reden om te zeggen dat hij het niet overziet.",
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.5"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        answers=(
            Answer(
                id="gegeven",
                text="Ja, toestemming gegeven",
                to="geldigheid",
                says=(Vermogen.IN_STAAT, Toestemming.GEGEVEN),
            ),
            *zonder_ja("vraag-jongere", geweigerd="geweigerd-jongere", rules=("R86",)),
            ONVEILIG,
            *niet_in_staat("gezag"),
            WEET_NIET,
        ),
        rules=("R16", "R54", "R67", "R71", "R86"),
        decides=Beslist.JONGERE,
        rests_on=CONSENT_RESTS_ON,
    ),
    Question(
        id="besluit-18",
        text="Wat zegt deze volwassene zelf?",
        why="Een volwassene die het kan overzien beslist zelf, ook als er een mentor, curator of bewindvoerder is. "
        "Uitgangspunt: hij kan het overzien. Je beoordeelt dat voor déze beslissing.",
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), wet("BW 1:454"), PP_UITDRUKKELIJK),
        answers=(
            Answer(
                id="gegeven",
                text="Ja, toestemming gegeven",
                to="geldigheid",
                says=(Vermogen.IN_STAAT, Toestemming.GEGEVEN),
                rules=("R78",),
            ),
            *zonder_ja("vraag-volwassene"),
            ONVEILIG,
            *niet_in_staat("vertegenwoordiger"),
            WEET_NIET,
        ),
        rules=("R20", "R67", "R74", "R76", "R78"),
        decides=Beslist.VOLWASSENE,
        rests_on=CONSENT_RESTS_ON,
    ),
    Outcome(
        id="in-staat-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Laat eerst beoordelen of deze persoon het kan overzien",
        sentence="Uitgangspunt vanaf 12 jaar is ja. Twijfel je? Laat het beoordelen voor deze beslissing.",
        ask="De persoon zelf, en bij twijfel een deskundige collega die hem niet behandelt",
        steps=(
            "Leg de beslissing uit in gewone woorden en vraag wat de persoon begrijpt.",
            "Vraag of hij er iets tegen heeft.",
        ),
        record=("hoe, wanneer en door wie het is beoordeeld",),
        tell=("De persoon zelf: dat en waarom je dit nagaat.",),
        change=("Weet je of hij het kan overzien? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465")),
        rules=("R67",),
    ),
    Outcome(
        id="status-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit wat er gezegd is",
        sentence="Zonder duidelijk antwoord van wie beslist is er geen toestemming.",
        ask="Degene die beslist, en de collega die het eerder vroeg",
        steps=(
            "Kijk in het dossier of de toestemming is vastgelegd. Staat er niets? Vraag het opnieuw.",
            "Twijfel je of iemand vanaf 12 jaar dit overziet? Uitgangspunt is ja. Leg het uit en vraag wat hij begrijpt. "
            "Laat het zo nodig beoordelen door een deskundige collega, voor deze beslissing.",
        ),
        record=("wat je vond, of wat je opnieuw vroeg", "hoe en door wie is beoordeeld of hij het overziet"),
        tell=("Degene die beslist: dat hij altijd nee mag zeggen en zijn toestemming kan intrekken.",),
        change=("Weet je wat er gezegd is? Kies dat bij de vorige vraag.",),
        sources=(PP_SCHRIFTELIJK, PP_UITDRUKKELIJK, wet("Jw 7.3.15")),
        rules=("R4", "R67", "R110"),
    ),
    Outcome(
        id="vraag-jongere",
        oordeel=Oordeel.NU_NIET,
        title="Vraag het eerst aan de jongere zelf",
        sentence="De jongere beslist zelf. Zonder zijn ja deel je nu niet.",
        steps=(
            "Leg uit wat je wilt geven, aan wie en waarvoor.",
            "Vraag of hij dat goed vindt. Nee zeggen mag.",
            "Zeg dat hij zijn toestemming altijd kan intrekken, en bij wie.",
        ),
        record=(HOE_JE_VROEG, "het antwoord van de jongere"),
        tell=("De jongere, in gewone woorden.", NIETS_BEVESTIGEN),
        change=("Zegt hij ja? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("Wgbo 7:457"), PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_UITLEG),
        rules=("R16", "R4", "R71", "R61"),
    ),
    Outcome(
        id="vraag-volwassene",
        oordeel=Oordeel.NU_NIET,
        title="Vraag het eerst aan de volwassene zelf",
        sentence="Deze volwassene beslist zelf. Zonder zijn ja deel je nu niet.",
        steps=(
            "Leg uit wat je wilt geven, aan wie en waarvoor.",
            "Vraag of hij dat goed vindt. Nee zeggen mag.",
            "Zeg dat hij zijn toestemming altijd kan intrekken, en bij wie.",
        ),
        record=(HOE_JE_VROEG, "het antwoord"),
        tell=("De volwassene zelf.", NIETS_BEVESTIGEN),
        change=("Zegt hij ja? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(PP_UITDRUKKELIJK, wet("Wgbo 7:457"), wet("Wmo 5.3.3"), PP_SCHRIFTELIJK, PP_UITLEG),
        rules=("R4", "R74", "R78", "R61"),
    ),
    Outcome(
        id="geweigerd-jongere",
        oordeel=Oordeel.NU_NIET,
        title="De jongere wil het niet: nu niet",
        sentence="Zijn nee beslist, ook als zijn ouders of voogd ja zeggen.",
        steps=(
            "Vraag waarom, zonder druk. Hulp hangt niet af van zijn antwoord.",
            WAT_WEL_KAN,
            "Dreigt ernstige schade? Overleg met je aandachtsfunctionaris of jurist.",
        ),
        record=("de weigering, en wat je in plaats daarvan doet",),
        tell=("De jongere: dat je zijn nee respecteert, en wanneer dat niet kan.",),
        change=(
            "Verandert hij van mening? Vraag opnieuw.",
            "Bij een wettelijke plicht, Veilig Thuis, de Raad of acuut gevaar gelden andere regels.",
        ),
        sources=(
            wet("Jw 7.3.11 lid 1"),
            wet("Jw 7.3.5"),
            wet("Jw 7.3.15"),
            wet("Wmo 5.3.3"),
            PP_UITDRUKKELIJK,
            ANDERS_HELPEN,
        ),
        rules=("R16", "R19", "R49", "R69", "R71", "R86", "R101", "R114"),
    ),
    Outcome(
        id="geweigerd",
        oordeel=Oordeel.NU_NIET,
        title="Geweigerd: nu niet",
        sentence="Er is geen toestemming. Op die grond deel je niet.",
        steps=(
            "Vraag waarom, zonder druk. Hulp hangt niet af van het antwoord.",
            WAT_WEL_KAN,
            "Dreigt ernstige schade? Overleg met je aandachtsfunctionaris of jurist.",
        ),
        record=("de weigering, en wat je in plaats daarvan doet",),
        tell=("Wie weigerde: wat je nu wel en niet doet.",),
        change=(
            "Komt er toch een ja? Kies dat bij de vorige vraag.",
            "Bij een wettelijke plicht, Veilig Thuis, de Raad of acuut gevaar gelden andere regels.",
        ),
        sources=(PP_UITDRUKKELIJK, PP_EIGEN_AFWEGING, ANDERS_HELPEN),
        rules=("R49", "R101", "R114"),
    ),
    Outcome(
        id="ingetrokken",
        oordeel=Oordeel.NU_NIET,
        title="Ingetrokken: stop met delen",
        sentence="Er gaat niets meer naar de ander op grond van deze toestemming.",
        steps=(
            "Zorg dat er niets meer wordt verstrekt, ook niet door partners.",
            WAT_WEL_KAN,
            "Wat eerder met toestemming is gegeven, blijft rechtmatig.",
        ),
        record=("wanneer en hoe de toestemming is ingetrokken (mondeling telt)",),
        tell=("De betrokkene: dat je bent gestopt. De partners die de gegevens kregen: dat er niets meer volgt.",),
        change=("Wordt opnieuw toestemming gegeven? Kies dat bij de vorige vraag.",),
        sources=(PP_INTREKKEN, PP_SCHRIFTELIJK, wet("AVG 7 lid 3")),
        rules=("R5", "R49", "R111", "R112", "R114"),
    ),
    Outcome(
        id="onbereikbaar",
        oordeel=Oordeel.OVERLEG,
        title="Wie beslist is niet te bereiken: overleg eerst",
        sentence="Zonder gevaar deel je niet buiten hem om. Overleg met je jurist of privacy-officer.",
        steps=(
            "Probeer op verschillende manieren contact te krijgen.",
            "Gaat het om iemand met gezag? Ga na of de rechter het gezag heeft geschorst of dat kan doen.",
            "Leg het voor aan je jurist of privacy-officer.",
        ),
        record=("elke poging: wanneer en hoe",),
        tell=("Anderen die mee beslissen: waarom je nog wacht.",),
        change=("Bereik je hem alsnog? Kies zijn antwoord bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(PP_UITDRUKKELIJK, wet("BW 1:253q"), wet("BW 1:253r"), WP_TWIJFEL),
        rules=("R85",),
    ),
    Outcome(
        id="verzet",
        oordeel=Oordeel.OVERLEG,
        title="Verzet weegt zwaar: overleg eerst",
        sentence="Ga niet zomaar voorbij aan verzet van iemand die het niet kan overzien. Overleg met je jurist of "
        "privacy-officer.",
        steps=(
            "Vraag waartegen hij zich verzet.",
            "Leg de vraag voor aan je jurist of privacy-officer, met het verzet en wat de vertegenwoordiger vindt.",
        ),
        record=("het verzet, het overleg en je afweging",),
        tell=("De persoon zelf en zijn vertegenwoordiger.",),
        change=("Verdwijnt het verzet? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.15 lid 6"), wet("Wgbo 7:465 lid 6"), WP_TWIJFEL),
        rules=("R73",),
    ),
    Outcome(
        id="ouder-zegt-nee",
        oordeel=Oordeel.OVERLEG,
        title="De jongere zegt ja, een ouder zegt nee: overleg eerst",
        sentence="Volgens de wettekst beslist de jongere. Veel organisaties vragen ook de ouders. Overleg voordat je deelt.",
        steps=(
            "Kijk wat bij jouw organisatie geldt, en praat met de jongere en de ouder.",
            "De een zegt: het ja van de jongere is genoeg. De ander zegt: vraag ook de ouders. Leg beide voor aan je "
            "jurist of privacy-officer.",
        ),
        record=("het ja van de jongere, het nee van de ouder en het overleg",),
        tell=("De jongere: dat je overlegt en waarom.",),
        change=("Heeft de ouder geen bezwaar meer? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("Wmo 5.3.3"), WP_TWIJFEL),
        rules=("R70",),
    ),
)
