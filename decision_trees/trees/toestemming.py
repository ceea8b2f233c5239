"""The tree `toestemming`: which consent, from whom, and is it valid? Content and routing only.

Three kinds that must never be mixed (juridisch kader §1.1): T-hulp (for help or treatment), T-geheim (to give
information to another in spite of a duty of secrecy) and T-AVG (consent as a legal ground). The questions stand in the
order in which a professional meets them.
"""

from __future__ import annotations

from decision_trees.model import (
    Answer,
    Node,
    Notes,
    Oordeel,
    Outcome,
    Question,
    Source,
    bepaling,
    build_tree,
    weet_niet,
    wet,
)

PP_GEHEIM = bepaling("privacyprotocol/artikel-6/lid-4")
PP_WANNEER = bepaling("privacyprotocol/artikel-6/lid-4-a")
PP_UITDRUKKELIJK = bepaling("privacyprotocol/artikel-6/lid-4-b")
PP_VASTLEGGEN = bepaling("privacyprotocol/artikel-6/lid-4-c")
PP_INTREKKEN = bepaling("privacyprotocol/artikel-6/lid-4-d")
PP_EIGEN_AFWEGING = bepaling("privacyprotocol/artikel-6/lid-4-e")
PP_UITLEG = bepaling("privacyprotocol/artikel-7/lid-2")
TWIJFEL = bepaling("wegwijzer-professionals/basisregel-12")
ANDERS_HELPEN = bepaling("vuistregels/professionals/vuistregel-4")

LEG_VRAAG_VAST = "wie je wat vroeg, wanneer en hoe"
BLIJF_IN_GESPREK = "Kijk wat wel kan: anoniem meedenken, algemene expertise, of de betrokkene zelf laten vertellen."


def nagegaan(id: str, to: str) -> Question:
    """The last check before any "mag": task, purpose, necessity and the least intrusive way."""
    return Question(
        id=id,
        text="Ben je nagegaan: jouw taak, het doel, wat noodzakelijk is, en de minst ingrijpende weg?",
        why="Ook met geldige toestemming geef je alleen wat noodzakelijk is voor het doel van jouw taak. Toestemming "
        "verplicht je niet om te delen.",
        sources=(
            bepaling("privacyprotocol/artikel-3/lid-1"),
            bepaling("privacyprotocol/artikel-3/lid-2"),
            bepaling("wegwijzer-professionals/basisregel-7"),
        ),
        answers=(
            Answer("ja", "Ja, alle vier", to),
            Answer("nee", "Nee, nog niet alle vier", "eerst-nagaan"),
            weet_niet("eerst-nagaan"),
        ),
        rules=("R59", "R9", "R10", "R7", "R8", "R11"),
    )


def besluit(
    id: str,
    text: str,
    why: str,
    vraag: str,
    *,
    geweigerd: str = "geweigerd",
    gevaar: bool = False,
    rules: tuple[str, ...] = (),
) -> Question:
    """What one person who decides has said: asked, given, refused, withdrawn, or cannot be asked."""
    unsafe = (
        (
            Answer(
                "onveilig", "Vragen is onveilig, of deze persoon is zelf het gevaar", "vragen-onveilig", rules=("R27",)
            ),
        )
        if gevaar
        else ()
    )
    return Question(
        id=id,
        text=text,
        why=why,
        sources=(PP_UITDRUKKELIJK, PP_VASTLEGGEN, PP_INTREKKEN),
        answers=(
            Answer("gegeven", "Ja, toestemming gegeven", "geldigheid"),
            Answer("niet-gevraagd", "Nog niet gevraagd", vraag),
            Answer("geweigerd", "Gevraagd, en geweigerd", geweigerd),
            Answer("ingetrokken", "Eerst gegeven, daarna ingetrokken", "ingetrokken"),
            Answer("onbereikbaar", "Niet te vinden of niet te bereiken", "onbereikbaar"),
            *unsafe,
            weet_niet("status-uitzoeken"),
        ),
        rules=rules,
    )


def hulp_zelf(
    id: str, text: str, why: str, not_able: Answer, *, sources: tuple[Source, ...], rules: tuple[str, ...]
) -> Question:
    """What someone of an age to decide alone on help says; `not_able` leads to who decides instead."""
    return Question(
        id=id,
        text=text,
        why=why,
        sources=sources,
        answers=(
            Answer("gegeven", "Hij overziet het en zegt ja", "hulp-geldigheid"),
            Answer("niet-gevraagd", "Hij overziet het en is nog niet gevraagd", "hulp-vraag"),
            Answer("geweigerd", "Hij overziet het en zegt nee, of trok zijn ja in", "hulp-geweigerd"),
            not_able,
            weet_niet("in-staat-uitzoeken"),
        ),
        rules=rules,
    )


START: tuple[Node, ...] = (
    Question(
        id="acuut-gevaar",
        text="Is er nu acuut gevaar voor iemand?",
        why="Bij acuut gevaar gaat veiligheid voor. Dan wacht je niet op toestemming, gezag of leeftijd.",
        sources=(PP_EIGEN_AFWEGING, wet("Wmo 5.2.6"), wet("AVG 6 lid 1, onder d")),
        answers=(
            Answer("ja", "Ja", "direct-handelen"),
            Answer("nee", "Nee", "waarvoor"),
            weet_niet("twijfel-gevaar", "Ik twijfel"),
        ),
        rules=("R34", "R140"),
    ),
    Question(
        id="waarvoor",
        text="Waarvoor wil je toestemming?",
        why="Er zijn drie soorten toestemming. Ze hebben andere leeftijden en regels. Haal ze niet door elkaar.",
        sources=(PP_GEHEIM, wet("Jw 7.3.4"), wet("Jw 7.3.11"), wet("UAVG 5")),
        answers=(
            Answer(
                "geheim", "Ik wil informatie over iemand aan een ander geven (doorbreken van geheimhouding)", "leeftijd"
            ),
            Answer("ouder", "Een ouder vraagt informatie over het kind, of ik wil een ouder informeren", "ouder-gezag"),
            Answer("hulp", "Ik wil hulp of een behandeling starten", "hulp-soort"),
            Answer("avg", "Ik wil een formulier laten tekenen om gegevens te mogen verwerken (AVG)", "avg-wet"),
            weet_niet("doel-uitzoeken"),
        ),
        rules=("R1", "R3"),
    ),
)

GEHEIM: tuple[Node, ...] = (
    Question(
        id="leeftijd",
        text="Over wie gaat de informatie? Hoe oud is deze persoon op de dag van delen?",
        why="De leeftijd bepaalt wie toestemming geeft. Gaat een stuk over meer mensen? Ieder beslist over zijn eigen "
        "gegevens, ook in het dossier van een ander. Loop de vragen dan per persoon door.",
        sources=(
            wet("Jw 7.3.15"),
            wet("Wmo 5.3.3"),
            wet("Wgbo 7:465"),
            bepaling("privacyprotocol/artikel-1/betrokkene"),
        ),
        answers=(
            Answer("0-11", "0 tot en met 11 jaar", "gezag", rules=("R15", "R68")),
            Answer("12-15", "12 tot en met 15 jaar", "in-staat-12-15", rules=("R16", "R75")),
            Answer("16-17", "16 of 17 jaar", "in-staat-16-17", rules=("R16", "R71")),
            Answer("18", "18 jaar of ouder", "in-staat-18", rules=("R74",)),
            Answer("ongeboren", "Nog niet geboren", "ongeboren", rules=("R137",)),
            Answer("overleden", "Overleden", "overleden", rules=("R136",)),
            weet_niet("leeftijd-uitzoeken"),
        ),
        rules=("R15", "R16", "R21", "R75"),
    ),
    Question(
        id="in-staat-12-15",
        text="Kan deze jongere (12–15) goed overzien wat deze beslissing betekent?",
        why="Vanaf 12 jaar is het uitgangspunt: ja. Je beoordeelt het voor déze beslissing, nu. Een diagnose, een "
        "onhandige keuze of een nee maakt iemand niet onbekwaam.",
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465")),
        answers=(
            Answer("ja", "Ja", "besluit-12-15"),
            Answer("nee", "Nee, en de jongere verzet zich niet", "gezag", rules=("R17",)),
            Answer("nee-verzet", "Nee, maar de jongere verzet zich tegen het delen", "verzet", rules=("R73",)),
            weet_niet("in-staat-uitzoeken"),
        ),
        rules=("R16", "R17", "R67"),
    ),
    Question(
        id="besluit-12-15",
        text="Wat zegt de jongere (12–15) zelf?",
        why="Voor het delen van informatie beslist een jongere vanaf 12 jaar zelf, als hij de beslissing kan overzien. "
        "Een ouder kan dat niet voor hem doen. Dubbele toestemming geldt voor hulp, niet voor delen.",
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        answers=(
            Answer(
                "gegeven",
                "Ja. De ouders met gezag vinden het goed, of zijn niet gevraagd",
                "geldigheid",
                Notes(
                    steps=(
                        "Volgens de wet beslist de jongere. Veel organisaties vragen ook de ouders: kijk wat bij jou "
                        "geldt.",
                    ),
                    tell=(
                        "De ouders met gezag mogen weten wat zij voor hun rol nodig hebben, tenzij het belang van de "
                        "jongere zich verzet.",
                    ),
                ),
                rules=("R70", "R18"),
            ),
            Answer("gegeven-ouder-nee", "Ja, maar een ouder met gezag zegt nee", "ouder-zegt-nee", rules=("R70",)),
            Answer("niet-gevraagd", "Nog niet gevraagd", "vraag-jongere"),
            Answer("geweigerd", "Gevraagd, en geweigerd", "geweigerd-jongere", rules=("R69", "R86")),
            Answer("ingetrokken", "Eerst gegeven, daarna ingetrokken", "ingetrokken"),
            Answer("onbereikbaar", "Niet te vinden of niet te bereiken", "onbereikbaar"),
            weet_niet("status-uitzoeken"),
        ),
        rules=("R16", "R69", "R70", "R86"),
    ),
    Question(
        id="in-staat-16-17",
        text="Kan deze jongere (16 of 17) goed overzien wat deze beslissing betekent?",
        why="Het uitgangspunt is: ja. Je beoordeelt het voor déze beslissing, nu. Een diagnose of een nee is geen reden "
        "voor een nee op deze vraag.",
        sources=(wet("Jw 7.3.5"), wet("Jw 7.3.15"), wet("Wgbo 7:465")),
        answers=(
            Answer("ja", "Ja", "besluit-16-17"),
            Answer("nee", "Nee, en de jongere verzet zich niet", "gezag", rules=("R17",)),
            Answer("nee-verzet", "Nee, maar de jongere verzet zich", "verzet", rules=("R73",)),
            weet_niet("in-staat-uitzoeken"),
        ),
        rules=("R16", "R17", "R67", "R54"),
    ),
    besluit(
        "besluit-16-17",
        "Wat zegt de jongere (16 of 17) zelf?",
        "Een jongere van 16 of 17 beslist zelf. Ouders zijn niet nodig en kunnen het niet tegenhouden.",
        "vraag-jongere",
        geweigerd="geweigerd-jongere",
        rules=("R71", "R16", "R54", "R86"),
    ),
    Question(
        id="in-staat-18",
        text="Kan deze volwassene goed overzien wat deze beslissing betekent?",
        why="Het uitgangspunt is: ja, ook als er een mentor, curator of bewindvoerder is. Je beoordeelt het voor déze "
        "beslissing. Alleen als het antwoord nee is, beslist een vertegenwoordiger.",
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), wet("BW 1:454")),
        answers=(
            Answer("ja", "Ja", "besluit-18", rules=("R78",)),
            Answer("nee", "Nee, en deze persoon verzet zich niet", "vertegenwoordiger"),
            Answer("nee-verzet", "Nee, maar deze persoon verzet zich", "verzet", rules=("R73",)),
            weet_niet("in-staat-uitzoeken"),
        ),
        rules=("R20", "R67", "R74", "R78"),
    ),
    besluit(
        "besluit-18",
        "Wat zegt deze volwassene zelf?",
        "Een volwassene die de beslissing kan overzien, beslist zelf. Ouders, partner of bewindvoerder doen dat niet.",
        "vraag-volwassene",
        rules=("R74", "R76", "R78"),
    ),
    Question(
        id="vertegenwoordiger",
        text="Wie is de eerste in deze rij die er is en die het wil doen?",
        why="De wet geeft een vaste volgorde. Wie niet wil, valt weg; dan is de volgende aan de beurt. Een "
        "bewindvoerder staat er niet in: bewind gaat over geld.",
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), wet("Wmo 5.3.3")),
        answers=(
            Answer("curator-mentor", "Een curator of mentor", "besluit-vertegenwoordiger"),
            Answer(
                "wmo",
                "Geen curator of mentor, en ik werk bij het college of Veilig Thuis (Wmo)",
                "wmo-overleg",
                rules=("R77",),
            ),
            Answer("gemachtigde", "Iemand met een schriftelijke machtiging", "besluit-vertegenwoordiger"),
            Answer("partner", "Echtgenoot, geregistreerd partner of levensgezel", "besluit-vertegenwoordiger"),
            Answer("familie", "Ouder, kind, broer, zus of grootouder", "besluit-vertegenwoordiger"),
            Answer("bewindvoerder", "Er is alleen een bewindvoerder", "bewindvoerder", rules=("R76",)),
            Answer("niemand", "Niemand", "niemand-vertegenwoordigt"),
            weet_niet("vertegenwoordiger-uitzoeken"),
        ),
        rules=("R20", "R76", "R77"),
    ),
    besluit(
        "besluit-vertegenwoordiger",
        "Wat zegt deze vertegenwoordiger?",
        "De vertegenwoordiger beslist namens de betrokkene, en betrekt hem zo veel mogelijk.",
        "vraag-vertegenwoordiger",
        gevaar=True,
        rules=("R20", "R27"),
    ),
)

GEZAG: tuple[Node, ...] = (
    Question(
        id="gezag",
        text="Wie heeft het gezag over dit kind?",
        why="Alleen wie gezag heeft (ouder of voogd) geeft toestemming voor een kind tot 12 jaar, of voor een jongere "
        "die de beslissing niet kan overzien. Verzorgen, omgang of juridisch ouder zijn is geen gezag. Detentie, "
        "scheiding en uithuisplaatsing nemen gezag niet weg. Bij een ondertoezichtstelling houden de ouders gezag.",
        sources=(wet("BW 1:245"), wet("BW 1:244"), wet("BW 1:253i"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        answers=(
            Answer(
                "twee",
                "Twee personen samen (ouders, ouder en niet-ouder, of twee voogden)",
                "besluit-twee",
                rules=("R22", "R79", "R87"),
            ),
            Answer("een", "Eén persoon", "besluit-een", rules=("R15",)),
            Answer("gi-voogd", "De GI is (voorlopig) voogd", "besluit-gi", rules=("R25", "R83")),
            Answer(
                "gi-deel",
                "De rechter gaf de GI bij een OTS een deel van het gezag, en het gaat precies daarover",
                "deelgezag",
                rules=("R84",),
            ),
            Answer(
                "gi-deel-anders",
                "De GI wil beslissen, maar heeft alleen een OTS of een ander deel van het gezag",
                "gi-beslist-niet",
                rules=("R25", "R84"),
            ),
            Answer(
                "ander",
                "Alleen iemand zonder gezag is gevraagd: pleegouder, stiefouder, oma, nieuwe partner, "
                "ouder zonder gezag",
                "geen-gezag",
                rules=("R24", "R82"),
            ),
            Answer(
                "eenzijdig",
                "Eén kant vertelt het, of er is twijfel (erkenning, minderjarige ouder, curatele)",
                "gezag-uitzoeken",
                rules=("R26", "R80", "R81"),
            ),
            weet_niet("gezag-uitzoeken"),
        ),
        rules=("R15", "R17", "R22", "R24", "R25", "R26", "R79", "R80", "R81", "R82", "R83", "R84", "R87"),
    ),
    Question(
        id="besluit-twee",
        text="Wat zeggen de twee personen met gezag?",
        why="Uitgangspunt: allebei toestemming. Eén kan volstaan als niets op bezwaar van de ander wijst en het niet "
        "ingrijpend is. Bij twijfel vraag je beiden.",
        sources=(wet("BW 1:253i"), wet("BW 1:253v"), wet("BW 1:253a"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        answers=(
            Answer("beiden", "Allebei toestemming gegeven", "geldigheid"),
            Answer(
                "een-licht",
                "Eén gaf toestemming. Zij zijn niet gescheiden en niet in conflict, het gaat niet om "
                "gevoelige gegevens, het is niet ingrijpend en niets wijst op bezwaar van de ander",
                "geldigheid",
                Notes(
                    steps=(
                        "Eén ouder kan hier volstaan. Dat is verdedigbaar, niet zeker. Vraag bij twijfel ook de ander.",
                    ),
                    record=("waarom de toestemming van één ouder hier volstaat",),
                ),
                rules=("R22",),
            ),
            Answer("een", "Eén gaf toestemming, de ander is nog niet gevraagd", "vraag-ander"),
            Answer("oneens", "Eén zegt ja, de ander zegt nee", "oneens", rules=("R23",)),
            Answer("een-trok-in", "Allebei ja, daarna trok één de toestemming in", "een-trok-in", rules=("R113",)),
            Answer("niet-gevraagd", "Nog geen van beiden gevraagd", "vraag-beiden"),
            Answer("geweigerd", "Allebei geweigerd", "geweigerd"),
            Answer("ingetrokken", "Allebei ingetrokken", "ingetrokken"),
            Answer(
                "onbereikbaar", "Eén van beiden is niet te vinden of niet te bereiken", "onbereikbaar", rules=("R85",)
            ),
            Answer(
                "onveilig", "Vragen is onveilig, of een van hen is zelf het gevaar", "vragen-onveilig", rules=("R27",)
            ),
            weet_niet("status-uitzoeken"),
        ),
        rules=("R22", "R23", "R27", "R79", "R85", "R87", "R113"),
    ),
    besluit(
        "besluit-een",
        "Wat zegt de persoon met gezag?",
        "Wie alleen het gezag heeft, beslist alleen. Betrek ook het kind: wat vindt het ervan?",
        "vraag-gezag",
        gevaar=True,
        rules=("R15", "R17", "R27"),
    ),
    besluit(
        "besluit-gi",
        "Wat zegt de GI als voogd?",
        "Een GI die (voorlopig) voogd is, vertegenwoordigt het kind. Ouders blijven betrokkene voor hun eigen gegevens.",
        "vraag-gi",
        rules=("R25", "R83"),
    ),
    Question(
        id="geldigheid",
        text="Is de toestemming geldig voor wat je nu wilt doen?",
        why="Toestemming is uitdrukkelijk, vrij en begrepen. Zij gaat over deze gegevens, dit doel en deze ontvanger, en "
        "is gevraagd toen duidelijk was dat het nodig was.",
        sources=(PP_WANNEER, PP_UITDRUKKELIJK, PP_VASTLEGGEN, wet("AVG 7")),
        answers=(
            Answer("ja", "Ja: deze gegevens, dit doel, deze ontvanger, vrij en begrepen", "nagegaan"),
            Answer(
                "algemeen",
                "Zij is algemeen, of vooraf gevraagd (“alle partners, alles”)",
                "opnieuw-specifiek",
                rules=("R6",),
            ),
            Answer(
                "ander-doel",
                "Zij was voor een ander doel, andere ontvanger of andere fase, of is lang geleden",
                "opnieuw-specifiek",
                rules=("R115",),
            ),
            Answer(
                "niet-vrij",
                "Er was druk, het is niet goed begrepen, of een familielid tolkte",
                "opnieuw-vrij",
                rules=("R116",),
            ),
            Answer("verondersteld", "Niemand heeft ja gezegd; wij gaan ervan uit", "verondersteld", rules=("R109",)),
            weet_niet("geldigheid-uitzoeken"),
        ),
        rules=("R4", "R6", "R109", "R115", "R116", "R129"),
    ),
    nagegaan("nagegaan", "toestemming-geldig"),
)

OUDER: tuple[Node, ...] = (
    Question(
        id="ouder-gezag",
        text="Heeft deze ouder gezag over het kind?",
        why="Een ouder met gezag is bij een jong kind geen “ander”. Een ouder zonder gezag heeft alleen recht op "
        "belangrijke feiten, als hij erom vraagt.",
        sources=(wet("BW 1:245"), wet("BW 1:377c"), wet("Jw 7.3.11")),
        answers=(
            Answer("ja", "Ja", "ouder-leeftijd"),
            Answer("nee", "Nee", "ouder-zonder-gezag"),
            weet_niet("gezag-uitzoeken"),
        ),
        rules=("R18", "R24", "R26"),
    ),
    Question(
        id="ouder-leeftijd",
        text="Hoe oud is het kind?",
        why="Hoe ouder het kind, hoe meer het zelf beslist over wat zijn ouders horen.",
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("Wmo 5.3.2")),
        answers=(
            Answer("0-11", "0 tot en met 11 jaar", "ouder-0-11", rules=("R143",)),
            Answer("12-15", "12 tot en met 15 jaar", "ouder-12-15", rules=("R18",)),
            Answer("16-17", "16 of 17 jaar", "ouder-16-17", rules=("R19",)),
            Answer("18", "18 jaar of ouder", "in-staat-18", rules=("R74",)),
            weet_niet("leeftijd-uitzoeken"),
        ),
        rules=("R18", "R19", "R74", "R143"),
    ),
    Question(
        id="ouder-0-11",
        text="Verzet iets zich ertegen om deze ouder te informeren?",
        why="Beide ouders met gezag staan in de plaats van een jong kind. Informeren mag, ook als de andere ouder dat "
        "niet wil, tenzij veiligheid of goed hulpverlenerschap zich verzet.",
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), PP_UITLEG),
        answers=(
            Answer("nee", "Nee", "nagegaan-ouder"),
            Answer("ja", "Ja: onveilig, of strijdig met goed hulpverlenerschap", "ouder-wegen"),
            weet_niet("ouder-wegen"),
        ),
        rules=("R27", "R120", "R143"),
    ),
    Question(
        id="ouder-12-15",
        text="Wat wil de jongere (12–15)?",
        why="Een ouder met gezag is geen “ander”: je mag hem informeren over wat hij voor zijn rol nodig heeft. Dat "
        "geldt ook binnen een maatregel. Verzet de jongere zich, dan weeg je en overleg je.",
        sources=(wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.11 lid 3"), wet("Wgbo 7:457"), wet("Wmo 5.3.2")),
        answers=(
            Answer("goed", "De jongere vindt het goed, en niets anders verzet zich ertegen", "nagegaan-ouder"),
            Answer("verzet", "De jongere wil het niet of is bang", "ouder-wegen"),
            Answer("belang", "Het belang van de jongere of goed hulpverlenerschap verzet zich", "ouder-wegen"),
            weet_niet("vraag-jongere-eerst"),
        ),
        rules=("R18", "R27", "R120", "R121"),
    ),
    Question(
        id="ouder-16-17",
        text="Wat geldt voor deze jongere (16 of 17)?",
        why="Vanaf 16 jaar beslist de jongere wat zijn ouders horen. Binnen een maatregel is dat omstreden.",
        sources=(wet("Jw 7.3.5"), wet("Jw 7.3.11"), wet("Wmo 5.3.2")),
        answers=(
            Answer("stemt-in", "Hij overziet het en stemt in", "geldigheid"),
            Answer("niet-gevraagd", "Hij overziet het en is nog niet gevraagd", "vraag-jongere"),
            Answer(
                "wil-niet",
                "Hij overziet het en wil het niet; er is geen maatregel",
                "geweigerd-jongere",
                rules=("R19", "R71"),
            ),
            Answer(
                "maatregel",
                "Hij overziet het en wil het niet; er is een maatregel (zoals OTS)",
                "ouder-bij-maatregel",
                rules=("R19",),
            ),
            Answer("niet-in-staat", "Hij kan het niet overzien", "ouder-0-11", rules=("R17",)),
            weet_niet("in-staat-uitzoeken"),
        ),
        rules=("R17", "R19", "R71"),
    ),
    Question(
        id="ouder-zonder-gezag",
        text="Wat vraagt de ouder zonder gezag?",
        why="Wie erom vraagt, krijgt belangrijke feiten over het kind, de verzorging en de opvoeding. Nooit gegevens "
        "over de andere ouder, en niet uit jezelf.",
        sources=(wet("BW 1:377c"), wet("BW 1:377b")),
        answers=(
            Answer(
                "feiten",
                "Belangrijke feiten. Niets verzet zich, en een kind van 12 of ouder vindt het goed",
                "nagegaan-feiten",
            ),
            Answer(
                "kind-wil-niet",
                "Belangrijke feiten, maar een kind van 12 of ouder wil het niet",
                "feiten-kind-wil-niet",
            ),
            Answer(
                "verzet",
                "Feiten die de ouder met gezag ook niet zou krijgen, of het belang van het kind verzet zich",
                "feiten-niet",
            ),
            Answer("niets", "Hij vraagt niets; ik wil het uit mezelf vertellen", "feiten-niet"),
            weet_niet("ouder-wegen"),
        ),
        rules=("R24",),
    ),
    nagegaan("nagegaan-ouder", "ouder-informeren"),
    nagegaan("nagegaan-feiten", "belangrijke-feiten"),
)

HULP: tuple[Node, ...] = (
    Question(
        id="hulp-soort",
        text="Om welke hulp gaat het?",
        why="Voor jeugdhulp binnen een maatregel is geen toestemming nodig. Voor een geneeskundige behandeling wel, "
        "ook binnen een maatregel.",
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.1"), wet("Wgbo 7:450"), wet("BW 1:265h")),
        answers=(
            Answer("vrijwillig", "Vrijwillige hulp, of een geneeskundige behandeling", "hulp-leeftijd"),
            Answer(
                "maatregel",
                "Jeugdhulp binnen een maatregel, jeugdreclassering of gesloten jeugdhulp",
                "nagegaan-maatregel",
                rules=("R55",),
            ),
            weet_niet("doel-uitzoeken"),
        ),
        rules=("R50", "R51", "R55"),
    ),
    Question(
        id="hulp-leeftijd",
        text="Hoe oud is degene die hulp krijgt?",
        why="Voor hulp gelden andere leeftijden dan voor delen. Bij 12 tot en met 15 jaar zijn er twee nodig: de jongere "
        "én wie gezag heeft.",
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.5"), wet("Wgbo 7:447"), wet("Wgbo 7:450")),
        answers=(
            Answer("0-11", "0 tot en met 11 jaar", "hulp-gezag", rules=("R52",)),
            Answer("12-15", "12 tot en met 15 jaar", "hulp-in-staat", rules=("R53",)),
            Answer("16-17", "16 of 17 jaar", "hulp-16-17", rules=("R54",)),
            Answer("18", "18 jaar of ouder", "hulp-18", rules=("R74",)),
            weet_niet("leeftijd-uitzoeken"),
        ),
        rules=("R52", "R53", "R54"),
    ),
    Question(
        id="hulp-in-staat",
        text="Kan deze jongere (12–15) goed overzien wat de hulp betekent?",
        why="Kan hij dat niet, dan beslist wie gezag heeft. De jongere wordt zo veel mogelijk betrokken.",
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.15")),
        answers=(
            Answer("ja", "Ja", "hulp-besluit"),
            Answer("nee", "Nee", "hulp-gezag", rules=("R17",)),
            weet_niet("in-staat-uitzoeken"),
        ),
        rules=("R53", "R67"),
    ),
    Question(
        id="hulp-besluit",
        text="Wat zeggen de jongere (12–15) en wie gezag heeft?",
        why="Hulp aan een jongere van 12 tot en met 15 jaar vraagt twee keer toestemming: van hemzelf én van wie gezag "
        "heeft. Zonder ouders kan het alleen als het nodig is om ernstig nadeel te voorkomen, of als de jongere het "
        "weloverwogen blijft willen.",
        sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2")),
        answers=(
            Answer("beiden", "De jongere én wie gezag heeft zeggen ja", "hulp-geldigheid"),
            Answer(
                "ouder-niet-gevraagd", "De jongere zegt ja, wie gezag heeft is nog niet gevraagd", "hulp-vraag-beiden"
            ),
            Answer(
                "ouder-nee", "De jongere zegt ja, wie gezag heeft zegt nee of is niet te bereiken", "hulp-uitzondering"
            ),
            Answer("jongere-nee", "De jongere zegt nee", "hulp-geweigerd"),
            Answer("niet-gevraagd", "Nog niet gevraagd", "hulp-vraag-beiden"),
            Answer("ingetrokken", "De toestemming is ingetrokken", "hulp-geweigerd"),
            weet_niet("status-uitzoeken"),
        ),
        rules=("R53",),
    ),
    Question(
        id="hulp-gezag",
        text="Wat zegt wie gezag heeft over deze hulp?",
        why="Voor hulp aan een kind tot 12 jaar, of aan een jongere die het niet kan overzien, is toestemming nodig van "
        "wie gezag heeft: beide ouders, één ouder of een voogd. Bij een ondertoezichtstelling houden de ouders gezag.",
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.15"), wet("Wgbo 7:465"), wet("BW 1:245"), wet("BW 1:253i")),
        answers=(
            Answer("gegeven", "Iedereen met gezag zegt ja", "hulp-geldigheid"),
            Answer("niet-gevraagd", "Niet iedereen met gezag is gevraagd", "hulp-vraag"),
            Answer("geweigerd", "Iemand met gezag zegt nee, of trok zijn ja in", "hulp-geweigerd", rules=("R23",)),
            Answer(
                "zonder-gezag",
                "Alleen iemand zonder gezag is gevraagd: pleegouder, stiefouder, oma, nieuwe partner",
                "hulp-vraag",
                rules=("R82",),
            ),
            Answer(
                "onbereikbaar",
                "Iemand met gezag is niet te bereiken, vragen is onveilig, of het kind verzet zich",
                "hulp-overleg",
                rules=("R27", "R73", "R85"),
            ),
            weet_niet("gezag-uitzoeken", "Dat weet ik niet, of ik weet niet wie gezag heeft"),
        ),
        rules=("R17", "R22", "R25", "R52"),
    ),
    hulp_zelf(
        "hulp-16-17",
        "Wat zegt de jongere (16 of 17) over deze hulp?",
        "Vanaf 16 jaar beslist een jongere zelf over hulp, als hij het kan overzien. Ouders zijn dan niet nodig.",
        Answer("niet-in-staat", "Hij kan het niet overzien", "hulp-gezag", rules=("R17",)),
        sources=(wet("Jw 7.3.5"), wet("Jw 7.3.15"), wet("Wgbo 7:447")),
        rules=("R54", "R67"),
    ),
    hulp_zelf(
        "hulp-18",
        "Wat zegt deze volwassene over de hulp?",
        "Een volwassene die het kan overzien beslist zelf, ook als er een mentor, curator of bewindvoerder is.",
        Answer("niet-in-staat", "Hij kan het niet overzien", "hulp-vertegenwoordiger", rules=("R20",)),
        sources=(wet("Wgbo 7:450"), wet("Wgbo 7:465"), wet("BW 1:454")),
        rules=("R67", "R74", "R78"),
    ),
    Question(
        id="hulp-vertegenwoordiger",
        text="Wat zegt wie deze volwassene vertegenwoordigt over de hulp?",
        why="De wet geeft een vaste volgorde: curator of mentor, wie schriftelijk is gemachtigd, partner, en dan ouder, "
        "kind, broer of zus. Een bewindvoerder gaat over geld.",
        sources=(wet("Wgbo 7:465"), wet("Jw 7.3.15"), wet("BW 1:454")),
        answers=(
            Answer("gegeven", "De eerste in die rij zegt ja", "hulp-geldigheid"),
            Answer("niet-gevraagd", "Nog niet gevraagd", "hulp-vraag"),
            Answer("geweigerd", "Hij zegt nee, of trok zijn ja in", "hulp-geweigerd"),
            Answer(
                "verzet",
                "Hij zegt ja, maar de volwassene verzet zich; of vragen is onveilig",
                "hulp-overleg",
                rules=("R27", "R73"),
            ),
            Answer("niemand", "Er is niemand, of alleen een bewindvoerder", "niemand-vertegenwoordigt", rules=("R76",)),
            weet_niet("vertegenwoordiger-uitzoeken"),
        ),
        rules=("R20", "R76"),
    ),
    Question(
        id="hulp-geldigheid",
        text="Is de toestemming voor deze hulp vrij en begrepen?",
        why="Toestemming gaat over déze hulp, na uitleg in gewone taal. Toestemming voor hulp is geen toestemming om "
        "informatie te delen.",
        sources=(wet("Jw 7.3.2"), wet("Jw 7.3.4"), wet("Wgbo 7:450"), PP_GEHEIM),
        answers=(
            Answer("ja", "Ja: deze hulp, vrij en begrepen", "hulp-toestemming"),
            Answer(
                "nee", "Nee: druk, niet begrepen, een familielid tolkte, of andere hulp", "hulp-vraag", rules=("R116",)
            ),
            weet_niet("hulp-vraag"),
        ),
        rules=("R52", "R53", "R54", "R116"),
    ),
    nagegaan("nagegaan-maatregel", "hulp-maatregel"),
)

AVG: tuple[Node, ...] = (
    Question(
        id="avg-wet",
        text="Eist een wet zelf dat je hier uitdrukkelijke toestemming vraagt?",
        why="Een partner met een wettelijke taak vraagt in beginsel géén AVG-toestemming: een inwoner die van je "
        "afhankelijk is, is niet vrij. Uitzondering: de Wmo eist zelf toestemming als het college gegevens uit de "
        "Jeugdwet, Participatiewet of schuldhulp wil gebruiken voor een Wmo-voorziening, of bij uitwisseling "
        "daarvoor met zorgverzekeraar of zorgaanbieder.",
        sources=(
            wet("Wmo 5.1.1"),
            wet("Wmo 5.2.1"),
            wet("Wmo 5.2.5"),
            wet("AVG 7"),
            bepaling("privacyprotocol/artikel-5/lid-1"),
            bepaling("privacyprotocol/artikel-5/lid-2"),
        ),
        answers=(
            Answer("nee", "Nee", "avg-niet-vragen", rules=("R2",)),
            Answer("ja", "Ja, een van deze uitzonderingen", "avg-leeftijd", rules=("R56", "R57")),
            weet_niet("avg-overleg"),
        ),
        rules=("R1", "R2", "R56", "R57"),
    ),
    Question(
        id="avg-leeftijd",
        text="Hoe oud is deze persoon?",
        why="AVG-toestemming geeft iemand vanaf 16 jaar zelf. Daarvoor doet de wettelijk vertegenwoordiger dat.",
        sources=(wet("UAVG 5"), wet("AVG 7")),
        answers=(
            Answer("0-11", "0 tot en met 11 jaar", "gezag"),
            Answer("12-15", "12 tot en met 15 jaar", "avg-12-15"),
            Answer("16-17", "16 of 17 jaar", "in-staat-16-17"),
            Answer("18", "18 jaar of ouder", "in-staat-18"),
            weet_niet("leeftijd-uitzoeken"),
        ),
        rules=("R75",),
    ),
)

DIRECT: tuple[Node, ...] = (
    Outcome(
        id="direct-handelen",
        oordeel=Oordeel.DIRECT_HANDELEN,
        title="Handel direct",
        sentence="Zorg eerst voor veiligheid. Wacht niet op toestemming, gezag, leeftijd of je privacy-officer.",
        steps=(
            "Bel 112.",
            "Bel daarna Veilig Thuis: 0800-2000, dag en nacht.",
            "Deel wat helpers nu moeten weten: naam, plaats, gevaar. Geen dossier.",
        ),
        record=("wat er gebeurde, wat je deelde, met wie en waarom",),
        tell=("De betrokkenen, zodra dat veilig kan.",),
        change=("Is het gevaar geweken? Loop de boom dan opnieuw door.",),
        sources=(
            PP_EIGEN_AFWEGING,
            bepaling("privacyprotocol/artikel-7/lid-6"),
            wet("Wmo 5.2.6"),
            wet("AVG 6 lid 1, onder d"),
        ),
        rules=("R34", "R104", "R140"),
    ),
    Outcome(
        id="twijfel-gevaar",
        oordeel=Oordeel.OVERLEG,
        title="Twijfel over gevaar: overleg nu",
        sentence="Bel nu Veilig Thuis (0800-2000) of je aandachtsfunctionaris. Wordt het acuut, bel 112.",
        steps=(
            "Vraag advies zonder naam of herkenbare gegevens. Dat is geen melding en er is geen toestemming voor "
            "nodig.",
            "Volg de stappen van de meldcode.",
        ),
        record=("je signalen, met wie je overlegde en wat je besloot",),
        tell=("Bespreek je zorgen met de betrokkenen, als dat veilig is.",),
        change=("Blijkt er acuut gevaar? Handel direct.", "Is er geen gevaar? Ga verder met de boom."),
        sources=(wet("Wmo 4.1.1 lid 3"), wet("Jw 4.1.7"), TWIJFEL),
        rules=("R34", "R88", "R89"),
    ),
)

UITZOEKEN: tuple[Node, ...] = (
    Outcome(
        id="doel-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit waarvoor je toestemming wilt",
        sentence="Bepaal eerst wat je taak is en wat je wilt bereiken. Daarna weet je welke toestemming je nodig hebt.",
        steps=(
            "Schrijf in één zin op wat je wilt doen, voor welke taak.",
            "Vraag je organisatie als dat niet helder is.",
        ),
        record=("je taak en je doel, zodra je ze weet",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Weet je waarvoor je toestemming wilt? Begin opnieuw.",),
        sources=(
            bepaling("wegwijzer-professionals/basisregel-4"),
            bepaling("wegwijzer-professionals/basisregel-5"),
            bepaling("wegwijzer-professionals/basisregel-6"),
        ),
        rules=("R7", "R8"),
    ),
    Outcome(
        id="leeftijd-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst de leeftijd uit",
        sentence="Zonder leeftijd is niet te zeggen wie toestemming geeft.",
        steps=("Kijk in het dossier of vraag het na.", "Let op: op de dag van delen telt de leeftijd."),
        record=("de leeftijdsgroep, zodra je die weet",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Weet je de leeftijd? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.15"),),
        rules=("R75",),
    ),
    Outcome(
        id="in-staat-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Laat eerst beoordelen of deze persoon het kan overzien",
        sentence="Uitgangspunt vanaf 12 jaar is ja. Twijfel je? Laat het beoordelen voor deze beslissing.",
        steps=(
            "Leg de beslissing uit in gewone woorden en vraag wat de persoon begrijpt.",
            "Vraag bij twijfel een deskundige collega.",
        ),
        record=("hoe, wanneer en door wie het is beoordeeld",),
        tell=("De persoon zelf: dat en waarom je dit nagaat.",),
        change=("Weet je of hij het kan overzien? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465")),
        rules=("R67",),
    ),
    Outcome(
        id="gezag-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit wie gezag heeft",
        sentence="Neem niet aan wat één kant vertelt. Kijk in het gezagsregister.",
        steps=(
            "Raadpleeg het gezagsregister.",
            "Vraag beide ouders en bekijk een uitspraak van de rechter.",
            "Erkende een ongehuwde ouder het kind vanaf 1 januari 2023, dan is er meestal gezamenlijk gezag.",
            "Een minderjarige ouder of een ouder onder curatele heeft geen gezag: zoek uit wie wel.",
        ),
        record=("waar je het gezag hebt nagekeken, en wanneer",),
        tell=("De ouders: dat je nagaat wie gezag heeft.",),
        change=("Weet je wie gezag heeft? Dan gaat de boom verder.",),
        sources=(wet("BW 1:244"), wet("BW 1:251b"), wet("BW 1:252"), wet("BW 1:246")),
        rules=("R26", "R80", "R81"),
    ),
    Outcome(
        id="vertegenwoordiger-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit wie vertegenwoordigt",
        sentence="Ga na of er een curator, mentor of gemachtigde is.",
        steps=("Kijk in het curatele- en bewindregister.", "Vraag de betrokkene en zijn naasten."),
        record=("wie vertegenwoordigt en waaruit dat blijkt",),
        tell=("De betrokkene, zo begrijpelijk mogelijk.",),
        change=("Weet je wie vertegenwoordigt? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465")),
        rules=("R20",),
    ),
    Outcome(
        id="status-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit wat er gezegd is",
        sentence="Zonder duidelijk antwoord is er geen toestemming.",
        steps=("Kijk in het dossier of de toestemming is vastgelegd.", "Staat er niets? Vraag het opnieuw."),
        record=("wat je vond, of wat je opnieuw vroeg",),
        tell=("Degene die beslist: dat hij altijd nee mag zeggen en zijn toestemming kan intrekken.",),
        change=("Weet je wat er gezegd is? Dan gaat de boom verder.",),
        sources=(PP_VASTLEGGEN, PP_UITDRUKKELIJK),
        rules=("R4", "R110"),
    ),
    Outcome(
        id="geldigheid-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit waarover de toestemming gaat",
        sentence="Kijk wat er is vastgelegd. Past het niet precies, vraag dan opnieuw.",
        steps=(
            "Lees de vastgelegde toestemming: welke gegevens, aan wie, waarvoor, wanneer?",
            "Vraag bij twijfel opnieuw, voor dit doel en deze ontvanger.",
        ),
        record=("wat de toestemming precies inhoudt",),
        tell=("Degene die beslist: waarom je het opnieuw vraagt.",),
        change=("Weet je waarover zij gaat? Dan gaat de boom verder.",),
        sources=(PP_WANNEER, PP_VASTLEGGEN),
        rules=("R6", "R115"),
    ),
    Outcome(
        id="eerst-nagaan",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Loop eerst de afwegingen door",
        sentence="Toestemming is niet genoeg. Ga eerst na: taak, doel, noodzaak en de minst ingrijpende weg.",
        steps=("Loop de vijf afwegingen van de wegwijzer door.", "Gebruik daarvoor de boom “Mag ik dit delen?”."),
        record=("je taak, je doel en waarom elk gegeven noodzakelijk is",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Heb je alle vier nagegaan? Dan gaat de boom verder.",),
        sources=(bepaling("wegwijzer-professionals/basisregel-7"), bepaling("privacyprotocol/artikel-3/lid-2")),
        rules=("R59", "R9", "R10"),
    ),
    Outcome(
        id="vraag-jongere-eerst",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Vraag eerst wat de jongere vindt",
        sentence="Praat met de jongere voordat je zijn ouder informeert.",
        steps=("Vraag wat hij vindt en waarom.", "Weeg of er iets onveilig aan is."),
        record=("wat de jongere zei",),
        tell=("De jongere: wat zijn ouder wil weten en wat je van plan bent.",),
        change=("Weet je wat hij wil? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.11"), PP_UITLEG),
        rules=("R18",),
    ),
)

VRAGEN: tuple[Node, ...] = (
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
        record=(LEG_VRAAG_VAST, "het antwoord van de jongere"),
        tell=("De jongere, in gewone woorden.",),
        change=("Zegt hij ja? Dan gaat de boom verder.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("Wgbo 7:457"), PP_UITDRUKKELIJK, PP_VASTLEGGEN, PP_UITLEG),
        rules=("R16", "R4", "R71"),
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
        record=(LEG_VRAAG_VAST, "het antwoord"),
        tell=("De volwassene zelf.",),
        change=("Zegt hij ja? Dan gaat de boom verder.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Wgbo 7:457"), wet("Wmo 5.3.3"), PP_UITDRUKKELIJK, PP_VASTLEGGEN, PP_UITLEG),
        rules=("R4", "R74", "R78"),
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
        record=(LEG_VRAAG_VAST, "in welke rol de vertegenwoordiger beslist"),
        tell=("De vertegenwoordiger én de persoon zelf.",),
        change=("Zegt de vertegenwoordiger ja? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), PP_UITDRUKKELIJK, PP_VASTLEGGEN),
        rules=("R20", "R4"),
    ),
    Outcome(
        id="vraag-gezag",
        oordeel=Oordeel.NU_NIET,
        title="Vraag het eerst aan wie gezag heeft",
        sentence="Wie gezag heeft, beslist voor dit kind. Zonder dat ja ga je nu niet verder.",
        steps=(
            "Leg uit wat je wilt doen, met wie en waarvoor, en vraag of dat goed is.",
            "Betrek het kind: vraag wat het ervan vindt. Zijn bezwaar weegt mee.",
        ),
        record=(LEG_VRAAG_VAST, "wat het kind ervan vindt"),
        tell=("Wie gezag heeft, en het kind op zijn niveau.",),
        change=("Komt er een ja? Dan gaat de boom verder.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.15"), wet("Wmo 5.3.3"), wet("Wgbo 7:465"), PP_UITDRUKKELIJK, PP_VASTLEGGEN),
        rules=("R15", "R17", "R52"),
    ),
    Outcome(
        id="vraag-beiden",
        oordeel=Oordeel.NU_NIET,
        title="Vraag het eerst aan allebei",
        sentence="Er zijn twee mensen met gezag. Vraag ze allebei; tot dan deel je niet.",
        steps=("Leg elk van hen uit wat je wilt doen, met wie en waarvoor.", "Betrek het kind op zijn niveau."),
        record=(LEG_VRAAG_VAST, "het antwoord van elk van hen"),
        tell=("Beide personen met gezag, en het kind op zijn niveau.",),
        change=("Zeggen beiden ja? Dan gaat de boom verder.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("BW 1:253i"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK, PP_VASTLEGGEN),
        rules=("R15", "R22", "R87"),
    ),
    Outcome(
        id="vraag-ander",
        oordeel=Oordeel.NU_NIET,
        title="Vraag eerst ook de andere persoon met gezag",
        sentence="Eén ja is niet genoeg. Vraag ook de ander; tot dan deel je niet.",
        steps=(
            "Vraag de ander op dezelfde manier. Ook bij scheiding of detentie houdt een ouder gezag.",
            "Betrek het kind op zijn niveau.",
        ),
        record=(LEG_VRAAG_VAST, "het antwoord van elk van hen"),
        tell=("Beide personen met gezag, en het kind op zijn niveau.",),
        change=(
            "Zegt de ander ja? Dan gaat de boom verder.",
            "Is de ander niet te bereiken? Dat is een ander antwoord op de vorige vraag.",
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
            "Betrek het kind.",
            "Gegevens over de ouders zelf? Vraag die de ouders.",
        ),
        record=(LEG_VRAAG_VAST, "dat de GI als voogd beslist, met de uitspraak van de rechter"),
        tell=("De GI, en het kind op zijn niveau.",),
        change=("Zegt de GI ja? Dan gaat de boom verder.",),
        sources=(wet("BW 1:302"), wet("BW 1:303"), wet("Jw 7.3.15"), PP_UITDRUKKELIJK),
        rules=("R25", "R83"),
    ),
    Outcome(
        id="hulp-vraag",
        oordeel=Oordeel.NU_NIET,
        title="Vraag eerst toestemming voor de hulp",
        sentence="Begin nog niet. Vraag het eerst aan wie over deze hulp beslist.",
        steps=(
            "Leg de hulp uit in gewone taal, zo nodig met een onafhankelijke tolk.",
            "Vraag wie gezag heeft: beiden, als er twee zijn. Vanaf 16 jaar beslist iemand zelf, als hij het overziet.",
            "Leg het ook een jong kind uit, op zijn niveau.",
        ),
        record=(LEG_VRAAG_VAST, "het antwoord, en van wie"),
        tell=("Degene die hulp krijgt, en wie gezag heeft of hem vertegenwoordigt.",),
        change=("Is er toestemming? Dan gaat de boom verder.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.2"), wet("Jw 7.3.4"), wet("Jw 7.3.5"), wet("Wgbo 7:450")),
        rules=("R52", "R54", "R82", "R116"),
    ),
    Outcome(
        id="hulp-vraag-beiden",
        oordeel=Oordeel.NU_NIET,
        title="Vraag de jongere én wie gezag heeft",
        sentence="Hulp aan een jongere van 12 tot en met 15 jaar vraagt twee keer toestemming. Begin nog niet.",
        steps=(
            "Leg de hulp uit aan de jongere en vraag wat hij wil.",
            "Vraag ook wie gezag heeft, beiden als er twee zijn.",
        ),
        record=(LEG_VRAAG_VAST, "het antwoord van de jongere en van wie gezag heeft"),
        tell=("De jongere en wie gezag heeft.",),
        change=("Zeggen zij ja? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2")),
        rules=("R53",),
    ),
)

NU_NIET: tuple[Node, ...] = (
    Outcome(
        id="geweigerd-jongere",
        oordeel=Oordeel.NU_NIET,
        title="De jongere wil het niet: nu niet",
        sentence="Zijn nee beslist, ook als zijn ouders of voogd ja zeggen.",
        steps=(
            "Vraag waarom, zonder druk. Hulp hangt niet af van zijn antwoord.",
            BLIJF_IN_GESPREK,
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
            BLIJF_IN_GESPREK,
            "Dreigt ernstige schade? Overleg met je aandachtsfunctionaris of jurist.",
        ),
        record=("de weigering, en wat je in plaats daarvan doet",),
        tell=("Wie weigerde: wat je nu wel en niet doet.",),
        change=(
            "Komt er toch een ja? Dan gaat de boom verder.",
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
            BLIJF_IN_GESPREK,
            "Wat eerder met toestemming is gegeven, blijft rechtmatig.",
        ),
        record=("wanneer en hoe de toestemming is ingetrokken (mondeling telt)",),
        tell=("De betrokkene: dat je bent gestopt. De partners die de gegevens kregen: dat er niets meer volgt.",),
        change=("Wordt opnieuw toestemming gegeven? Dan gaat de boom verder.",),
        sources=(PP_INTREKKEN, PP_VASTLEGGEN, wet("AVG 7 lid 3")),
        rules=("R5", "R49", "R111", "R112", "R114"),
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
        change=("Zeggen beiden weer ja? Dan gaat de boom verder.",),
        sources=(wet("BW 1:253i"), wet("BW 1:253a"), PP_INTREKKEN),
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
        change=("Worden zij het eens? Dan gaat de boom verder.", "Is er acuut gevaar? Handel direct."),
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
            "Pleegouders, stiefouders, grootouders en partners hebben geen gezag, tenzij zij voogd zijn.",
        ),
        record=("wie gezag heeft en waaruit dat blijkt",),
        tell=("Wie je vroeg: waarom een ander moet beslissen.",),
        change=("Geeft wie gezag heeft toestemming? Dan gaat de boom verder.",),
        sources=(wet("BW 1:245"), wet("BW 1:377c"), wet("Jw 7.3.15")),
        rules=("R24", "R82"),
    ),
    Outcome(
        id="gi-beslist-niet",
        oordeel=Oordeel.NU_NIET,
        title="De GI kan hierover niet beslissen",
        sentence="Bij een OTS houden de ouders gezag. Vraag hun toestemming.",
        steps=(
            "Vraag de ouders met gezag.",
            "Laat de GI de uitspraak van de rechter zien als zij meent dat zij beslist.",
            "Voert de GI de OTS uit en heeft zij zelf informatie nodig? Gebruik dan de boom “Mag ik dit delen?”.",
        ),
        record=("welk gezag de GI wel en niet heeft",),
        tell=("De GI en de ouders.",),
        change=("Gaf de rechter de GI precies dit deel van het gezag? Overleg dan met je jurist.",),
        sources=(wet("BW 1:262"), wet("BW 1:265b"), wet("BW 1:265e"), wet("BW 1:255")),
        rules=("R25", "R84"),
    ),
    Outcome(
        id="opnieuw-specifiek",
        oordeel=Oordeel.NU_NIET,
        title="Vraag opnieuw, voor dit doel en deze ontvanger",
        sentence="Deze toestemming geldt niet voor wat je nu wilt doen.",
        steps=("Vraag opnieuw, nu je weet dat het nodig is.", "Noem de gegevens, de ontvanger en het doel."),
        record=("de nieuwe vraag en het antwoord",),
        tell=("Degene die beslist: waarom de oude toestemming niet genoeg is.",),
        change=("Geeft hij opnieuw toestemming? Dan gaat de boom verder.",),
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
        change=("Zegt hij vrij en begrepen ja? Dan gaat de boom verder.",),
        sources=(
            wet("AVG 4 onder 11"),
            bepaling("convenant/artikel-1/lid-5-k"),
            bepaling("privacyprotocol/artikel-9/lid-4"),
        ),
        rules=("R116", "R101"),
    ),
    Outcome(
        id="verondersteld",
        oordeel=Oordeel.NU_NIET,
        title="Toestemming kun je niet veronderstellen",
        sentence="Het protocol vraagt een uitdrukkelijk ja. Aanwezig zijn of zwijgen is geen ja.",
        steps=("Vraag het uitdrukkelijk.", "Leg het antwoord schriftelijk vast."),
        record=(LEG_VRAAG_VAST,),
        tell=("Degene die beslist: wat je vraagt en waarom.",),
        change=("Zegt hij uitdrukkelijk ja? Dan gaat de boom verder.",),
        sources=(PP_UITDRUKKELIJK, PP_VASTLEGGEN, wet("Jw 7.3.16")),
        rules=("R109", "R129"),
    ),
    Outcome(
        id="bewindvoerder",
        oordeel=Oordeel.NU_NIET,
        title="Een bewindvoerder beslist hier niet over",
        sentence="Bewind gaat over geld. Over informatie over hulp beslist hij niet.",
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
        id="hulp-geweigerd",
        oordeel=Oordeel.NU_NIET,
        title="Geen toestemming voor deze hulp: begin niet",
        sentence="Wie over deze hulp beslist, zegt nee of trok zijn ja in. Op toestemming start of vervolg je haar niet.",
        steps=(
            "Vraag waarom, en zoek samen naar hulp die wel past.",
            "Zijn twee personen met gezag het oneens? De rechter kan beslissen.",
            "Zorgen om veiligheid? Volg de meldcode.",
        ),
        record=("de weigering of intrekking, en wat je aanbood",),
        tell=("Degene die hulp zou krijgen, en wie gezag heeft.",),
        change=(
            "Komt er toestemming? Dan gaat de boom verder.",
            "Besluit de rechter anders? Dan gelden andere regels.",
        ),
        sources=(wet("Jw 7.3.4"), wet("Wgbo 7:450"), wet("BW 1:253a"), wet("Jw 4.1.7")),
        rules=("R23", "R53", "R101"),
    ),
    Outcome(
        id="avg-niet-vragen",
        oordeel=Oordeel.NU_NIET,
        title="Vraag hier geen AVG-toestemming",
        sentence="Je grondslag is je wettelijke taak. Een inwoner die van je afhankelijk is, kan niet vrij ja zeggen.",
        steps=(
            "Laat geen formulier tekenen.",
            "Leg uit wat je doet, waarom en op grond van welke wet.",
            "Heb je geheimhouding en wil je iets delen? Dat is een andere toestemming: kies die bij de vorige vraag.",
        ),
        record=("op welke wettelijke taak je steunt",),
        tell=("De inwoner: welke gegevens je gebruikt, waarvoor, en welke rechten hij heeft.",),
        change=("Eist een wet zelf toestemming? Kies dan ja bij de vorige vraag.",),
        sources=(
            bepaling("privacyprotocol/artikel-5/lid-1"),
            bepaling("privacyprotocol/artikel-5/lid-2"),
            bepaling("privacyprotocol/artikel-7/lid-2"),
            wet("AVG 6 lid 1, onder e"),
            wet("AVG 7 lid 4"),
        ),
        rules=("R1", "R2", "R39", "R58"),
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
)

OVERLEG: tuple[Node, ...] = (
    Outcome(
        id="verzet",
        oordeel=Oordeel.OVERLEG,
        title="Verzet weegt zwaar: overleg eerst",
        sentence="Iemand die het niet kan overzien maar zich verzet, gaat niet zomaar voorbij. Overleg met je jurist of "
        "privacy-officer.",
        steps=(
            "Vraag waartegen hij zich verzet.",
            "Leg de vraag voor aan je jurist of privacy-officer, met het verzet en wat de vertegenwoordiger vindt.",
        ),
        record=("het verzet, het overleg en je afweging",),
        tell=("De persoon zelf en zijn vertegenwoordiger.",),
        change=("Verdwijnt het verzet? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.15 lid 6"), wet("Wgbo 7:465 lid 6"), TWIJFEL),
        rules=("R73",),
    ),
    Outcome(
        id="ouder-zegt-nee",
        oordeel=Oordeel.OVERLEG,
        title="De jongere zegt ja, een ouder zegt nee: overleg eerst",
        sentence="Volgens de wettekst beslist de jongere. Veel organisaties vragen ook de ouders. Overleg met je jurist of "
        "privacy-officer voordat je deelt.",
        steps=(
            "Kijk wat bij jouw organisatie geldt.",
            "Ga in gesprek met de jongere en de ouder.",
            "De een zegt: het ja van de jongere is genoeg. De ander zegt: vraag ook de ouders. Leg beide voor aan je jurist of "
            "privacy-officer.",
        ),
        record=("het ja van de jongere, het nee van de ouder en het overleg",),
        tell=("De jongere: dat je overlegt en waarom.",),
        change=("Heeft de ouder geen bezwaar meer? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("Wmo 5.3.3"), TWIJFEL),
        rules=("R70",),
    ),
    Outcome(
        id="deelgezag",
        oordeel=Oordeel.OVERLEG,
        title="De GI heeft een deel van het gezag: overleg eerst",
        sentence="Dat deel geldt alleen voor wat de rechter noemt: school, medische behandeling of verblijf. Of de GI ook "
        "over delen beslist, is omstreden.",
        steps=(
            "Lees de uitspraak van de rechter.",
            "De een zegt: delen hoort bij die beslissing. De ander zegt: de "
            "ouders beslissen over informatie. Leg dat voor aan je jurist of privacy-officer.",
        ),
        record=("wat de rechter aan de GI gaf, en het overleg",),
        tell=("De ouders en de GI.",),
        change=("Gaat het om iets anders dan de rechter noemt? Dan beslissen de ouders met gezag.",),
        sources=(wet("BW 1:265e"), TWIJFEL),
        rules=("R84",),
    ),
    Outcome(
        id="onbereikbaar",
        oordeel=Oordeel.OVERLEG,
        title="Niet te bereiken: overleg eerst",
        sentence="Zonder gevaar deel je niet op de toestemming van één. Overleg met je jurist of privacy-officer.",
        steps=(
            "Probeer op verschillende manieren contact te krijgen.",
            "Ga na of de rechter het gezag heeft geschorst of dat kan doen.",
            "Leg het voor aan je jurist of privacy-officer.",
        ),
        record=("elke poging: wanneer en hoe",),
        tell=("De anderen die beslissen: waarom je nog wacht.",),
        change=("Bereik je hem alsnog? Dan gaat de boom verder.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("BW 1:253q"), wet("BW 1:253r"), TWIJFEL),
        rules=("R85",),
    ),
    Outcome(
        id="vragen-onveilig",
        oordeel=Oordeel.OVERLEG,
        title="Vragen is onveilig: overleg eerst",
        sentence="Je volgt iemand die zelf het gevaar is niet blind. Je deelt ook niet zomaar. Overleg eerst.",
        steps=(
            "Vraag advies aan Veilig Thuis, zonder naam of herkenbare gegevens.",
            "Overleg met je aandachtsfunctionaris of jurist over de meldcode of een conflict van plichten.",
            "Die afweging maak je zelf; niemand kan haar voor je maken.",
        ),
        record=("waarom vragen onveilig is, het overleg en je afweging",),
        tell=("De betrokkenen, zodra dat veilig kan.",),
        change=("Wordt het acuut? Handel direct.", "Kan vragen veilig? Dan gaat de boom verder."),
        sources=(wet("Jw 7.3.15 lid 4"), wet("Wgbo 7:465 lid 4"), PP_EIGEN_AFWEGING, wet("Wmo 4.1.1 lid 3")),
        rules=("R27", "R33", "R88", "R89"),
    ),
    Outcome(
        id="wmo-overleg",
        oordeel=Oordeel.OVERLEG,
        title="De Wmo geeft geen rij van vertegenwoordigers: overleg",
        sentence="Is er geen curator of mentor, dan zegt de Wmo niet wie beslist. Overleg met je jurist.",
        steps=(
            "De een zegt: gebruik de rij van de Jeugdwet en de Wgbo als leidraad. De ander zegt: wacht op een mentor. Leg dat "
            "voor aan je jurist.",
            "Vraag de persoon zelf zo veel mogelijk.",
        ),
        record=("het overleg en wie je als vertegenwoordiger behandelt",),
        tell=("De persoon zelf en zijn naasten.",),
        change=("Komt er een curator of mentor? Dan beslist die.",),
        sources=(wet("Wmo 1.1.1"), wet("Wmo 5.3.3"), TWIJFEL),
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
        change=("Komt er een vertegenwoordiger? Dan beslist die.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), TWIJFEL),
        rules=("R20",),
    ),
    Outcome(
        id="ouder-wegen",
        oordeel=Oordeel.OVERLEG,
        title="Weeg of je deze ouder informeert, en overleg",
        sentence="Een ouder mag veel weten, maar niet als veiligheid of het belang van het kind zich verzet. Overleg eerst.",
        steps=(
            "Vraag de jongere wat er achter zijn bezwaar zit.",
            "Weeg wat de ouder voor zijn rol nodig heeft.",
            "Is er een vermoeden van mishandeling? Volg de meldcode.",
            "Overleg met een collega of je jurist.",
        ),
        record=("je afweging, en wat je wel en niet vertelt",),
        tell=("De jongere: wat je besluit, voordat je iets vertelt.",),
        change=("Verzet niets zich meer? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.11 lid 3"), wet("Wgbo 7:457 lid 3"), wet("Jw 7.3.15 lid 4"), wet("Jw 4.1.7"), TWIJFEL),
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
        change=("Stemt de jongere in? Dan gaat de boom verder.", "Is er geen maatregel? Dan beslist de jongere."),
        sources=(wet("Jw 7.3.5"), wet("Jw 7.3.11 lid 2"), wet("Wmo 5.3.2 lid 3"), TWIJFEL),
        rules=("R19",),
    ),
    Outcome(
        id="feiten-kind-wil-niet",
        oordeel=Oordeel.OVERLEG,
        title="Het kind wil het niet: weeg en overleg",
        sentence="Of een ouder zonder gezag belangrijke feiten krijgt als een kind van 12 of ouder dat niet wil, is "
        "omstreden.",
        steps=(
            "De een zegt: de ouder heeft een eigen recht op belangrijke feiten. De ander zegt: de jongere beslist over "
            "zijn gegevens. Leg beide voor aan je jurist of privacy-officer.",
            "Weeg het belang van het kind.",
        ),
        record=("wat het kind vindt, het overleg en je besluit",),
        tell=("Het kind: wat je besluit, voordat je iets vertelt.",),
        change=("Vindt het kind het goed? Kies dat bij de vorige vraag.",),
        sources=(wet("BW 1:377c"), wet("Jw 7.3.11"), TWIJFEL),
        rules=("R24",),
    ),
    Outcome(
        id="hulp-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Hulp zonder toestemming: overleg eerst",
        sentence="Iemand is niet te bereiken, vragen is onveilig, of degene die hulp krijgt verzet zich. Overleg met je jurist.",
        steps=(
            "Leg vast wat je hebt geprobeerd.",
            "Verzet iemand zich? Weeg dat zwaar, ook als zijn vertegenwoordiger ja zegt.",
            "Vraag je jurist of de rechter kan beslissen, of toestemming kan vervangen.",
        ),
        record=("je pogingen, het verzet en het overleg",),
        tell=("Degene die hulp krijgt, zo begrijpelijk mogelijk.",),
        change=("Komt er toestemming? Dan gaat de boom verder.", "Wordt het acuut? Handel direct."),
        sources=(wet("Jw 7.3.15"), wet("Wgbo 7:465"), wet("BW 1:253r"), wet("BW 1:265h"), TWIJFEL),
        rules=("R27", "R73", "R85"),
    ),
    Outcome(
        id="hulp-uitzondering",
        oordeel=Oordeel.OVERLEG,
        title="Hulp zonder ouders: alleen bij uitzondering",
        sentence="Zonder toestemming van wie gezag heeft, kan hulp alleen bij ernstig nadeel of als de jongere het "
        "weloverwogen blijft willen. Overleg eerst.",
        steps=("Praat met de jongere en met wie gezag heeft.", "Beoordeel met een collega of de uitzondering past."),
        record=("waarom de uitzondering wel of niet past",),
        tell=("De jongere. Wie gezag heeft, tenzij zijn belang zich verzet.",),
        change=("Zegt wie gezag heeft alsnog ja? Dan gaat de boom verder.",),
        sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2"), TWIJFEL),
        rules=("R53",),
    ),
    Outcome(
        id="avg-12-15",
        oordeel=Oordeel.OVERLEG,
        title="12 tot en met 15 jaar: vraag beiden en overleg",
        sentence="Voor de AVG geeft de vertegenwoordiger toestemming. Geheimhouding is van de jongere zelf. Overleg met je "
        "privacy-officer.",
        steps=(
            "Vraag de jongere én wie gezag heeft. Zegt een van beiden nee? Dan gebruik of geef je het nu niet.",
            "Laat nagaan of de Wmo dit nog zo regelt.",
        ),
        record=("wat de jongere zegt, wat wie gezag heeft zegt, en het overleg",),
        tell=("De jongere, en wie gezag heeft.",),
        change=("Gaat het om een gewone uitwisseling? Begin opnieuw en kies: informatie aan een ander geven.",),
        sources=(wet("UAVG 5"), wet("Jw 7.3.11"), wet("Jw 7.3.15"), wet("Wmo 5.1.1"), TWIJFEL),
        rules=("R16", "R56", "R69", "R75"),
    ),
    Outcome(
        id="avg-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Overleg of een wet toestemming eist",
        sentence="Weet je niet of de wet hier zelf toestemming eist? Vraag je jurist of privacy-officer.",
        steps=(
            "Leg je vraag voor: welke gegevens, uit welke wet, voor welke voorziening?",
            "Laat nagaan of de Wmo dit nog zo regelt.",
        ),
        record=("je vraag en het antwoord",),
        tell=("Nog niemand; er is nog niets gedeeld.",),
        change=("Weet je het? Dan gaat de boom verder.",),
        sources=(wet("Wmo 5.1.1"), wet("Wmo 5.2.1"), wet("Wmo 5.2.5"), TWIJFEL),
        rules=("R2", "R48", "R56", "R57"),
    ),
    Outcome(
        id="ongeboren",
        oordeel=Oordeel.OVERLEG,
        title="Nog niet geboren: overleg",
        sentence="Advies vragen en melden bij Veilig Thuis kan. Voor de Raad of een GI: overleg met je jurist.",
        steps=("De zwangere beslist over haar eigen gegevens.", "Zorgen om het kind? Vraag Veilig Thuis advies."),
        record=("je zorgen, het advies en je besluit",),
        tell=("De zwangere, als dat veilig is.",),
        change=("Gaat het om gegevens van de zwangere zelf? Kies haar leeftijd.",),
        sources=(wet("BW 1:2"), wet("Wmo 5.2.6"), TWIJFEL),
        rules=("R137",),
    ),
    Outcome(
        id="overleden",
        oordeel=Oordeel.OVERLEG,
        title="Overleden: eigen regels, vraag je jurist",
        sentence="Voor gegevens van iemand die is overleden gelden eigen regels. Vraag je jurist.",
        steps=("Geef nog niets.", "Leg de vraag voor aan je jurist, met wie erom vraagt en waarom."),
        record=("de vraag en het antwoord van de jurist",),
        tell=("Wie erom vraagt: dat je dit laat nagaan.",),
        change=("Gaat het ook over iemand die leeft? Kies diens leeftijd.",),
        sources=(wet("Jw 7.3.12a"), wet("Wgbo 7:458a"), TWIJFEL),
        rules=("R136",),
    ),
)

MAG: tuple[Node, ...] = (
    Outcome(
        id="toestemming-geldig",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        title="De toestemming is geldig",
        sentence="Het mag, voor deze gegevens, dit doel en deze ontvanger. Meer niet.",
        steps=(
            "Geef alleen wat noodzakelijk is.",
            "Geef het langs een beveiligde weg.",
            "Gaat het stuk over meer mensen? Ieder beslist over zijn eigen gegevens. Laat weg wat van een ander is.",
            "Trekt iemand zijn toestemming in? Stop dan.",
        ),
        record=(
            "wie toestemming gaf en in welke rol, over wie, welke gegevens, aan wie en waarvoor, de datum, hoe je het "
            "vroeg, en dat intrekken kan en bij wie. Een mondeling ja schrijf je meteen op",
        ),
        tell=(
            "De betrokkene: waarvoor je deelt, welke gegevens en met wie.",
            "De betrokkene: dat intrekken altijd kan, zonder reden.",
        ),
        change=(
            "Wordt de toestemming geweigerd of ingetrokken? Dan mag het niet.",
            "Verandert het doel of de ontvanger? Vraag opnieuw.",
        ),
        sources=(
            PP_UITDRUKKELIJK,
            PP_VASTLEGGEN,
            PP_INTREKKEN,
            PP_UITLEG,
            bepaling("privacyprotocol/artikel-3/lid-2"),
            bepaling("privacyprotocol/artikel-11/lid-2"),
        ),
        rules=("R4", "R5", "R10", "R21", "R39", "R45", "R59", "R110", "R111", "R112"),
    ),
    Outcome(
        id="ouder-informeren",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        title="Je mag deze ouder informeren",
        sentence="Een ouder met gezag hoort wat hij voor zijn rol nodig heeft. Meer niet.",
        steps=(
            "Vertel alleen wat nodig is voor zijn rol als ouder.",
            "Laat gegevens over de andere ouder en anderen weg.",
            "Vertel het kind vooraf wat je gaat zeggen.",
        ),
        record=("wat je vertelde, aan wie, en je afweging",),
        tell=("Het kind, op zijn niveau.",),
        change=("Verzet het kind zich, of wordt het onveilig? Weeg dan opnieuw en overleg.",),
        sources=(wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.15"), wet("Wgbo 7:457"), wet("Wmo 5.3.2"), PP_UITLEG),
        rules=("R18", "R21", "R120", "R122", "R143"),
    ),
    Outcome(
        id="belangrijke-feiten",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        title="Geef deze ouder belangrijke feiten",
        sentence="Een ouder zonder gezag die erom vraagt, krijgt belangrijke feiten over het kind. Meer niet.",
        steps=(
            "Beperk je tot belangrijke feiten over kind, verzorging en opvoeding.",
            "Geef nooit gegevens over de andere ouder.",
            "Vertel de ouder met gezag en het kind dat je dit doet.",
        ),
        record=("wat hij vroeg, wat je gaf en je afweging",),
        tell=("De ouder met gezag, en het kind op zijn niveau.",),
        change=(
            "Verzet het belang van het kind zich? Geef het dan niet.",
            "Wil een kind van 12 of ouder het niet? Overleg.",
        ),
        sources=(wet("BW 1:377c"), PP_UITLEG),
        rules=("R24",),
    ),
    Outcome(
        id="hulp-toestemming",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        title="De toestemming voor hulp is er",
        sentence="Je mag deze hulp starten. Dit gaat niet over het delen van informatie.",
        steps=(
            "Leg uit wat je gaat doen, ook aan een jong kind, op zijn niveau.",
            "Wil je informatie delen? Dan geldt geheimhouding: begin opnieuw met die vraag.",
            "Verandert de hulp? Vraag opnieuw toestemming.",
        ),
        record=("wie toestemming gaf en in welke rol, voor welke hulp, en de datum",),
        tell=("Degene die hulp krijgt, en wie gezag heeft: wat de hulp inhoudt.",),
        change=(
            "Trekt iemand zijn toestemming in? Dan stopt de hulp op die grond.",
            "Wordt het kind 12, 16 of 18? Dan beslist het mee, of alleen.",
        ),
        sources=(
            wet("Jw 7.3.2"),
            wet("Jw 7.3.4"),
            wet("Jw 7.3.5"),
            wet("Wgbo 7:450"),
            bepaling("privacyprotocol/artikel-6/lid-1"),
        ),
        rules=("R52", "R53", "R54", "R74"),
    ),
    Outcome(
        id="hulp-maatregel",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        title="Binnen de maatregel is geen toestemming voor hulp nodig",
        sentence="Je mag de jeugdhulp geven zonder toestemming. Dit gaat niet over het delen van informatie.",
        steps=(
            "Leg de jongere en de ouders uit wat je gaat doen, en luister naar hun mening.",
            "Wil je informatie delen? Dan geldt geheimhouding: begin opnieuw met die vraag.",
        ),
        record=("op welke maatregel je steunt",),
        tell=("De jongere en de ouders.",),
        change=(
            "Is het een geneeskundige behandeling? Dan is wel toestemming nodig, of een besluit van de rechter.",
            "Eindigt de maatregel? Vraag dan toestemming.",
        ),
        sources=(wet("Jw 7.3.4 lid 1"), wet("Jw 7.3.1"), wet("BW 1:265h"), bepaling("privacyprotocol/artikel-7/lid-1")),
        rules=("R50", "R55"),
    ),
)

NODES: tuple[Node, ...] = (
    *START,
    *GEHEIM,
    *GEZAG,
    *OUDER,
    *HULP,
    *AVG,
    *DIRECT,
    *UITZOEKEN,
    *VRAGEN,
    *NU_NIET,
    *OVERLEG,
    *MAG,
)

TREE = build_tree("toestemming", "Heb ik toestemming nodig?", "1", NODES)
