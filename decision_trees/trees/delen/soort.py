"""The kind of data, asked once the receiver is known, on every way that no law opens by itself (R41, R132–R135)."""

from __future__ import annotations

from decision_trees.bronnen import NIETS_GEDEELD, PP_BIJZONDER, PP_GEGEVENS, WAT_JE_UITZOCHT, WP_TWIJFEL
from decision_trees.meaning import Ontvanger, Soort, Taak, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, weet_niet, wet

ANDERE_ONTVANGER = (
    "Moeten Veilig Thuis, de Raad of de GI bij een OTS dit weten? Kies die ontvanger: daar geldt een andere regel."
)


def soort(id: str, to: str, *first: Answer) -> Question:
    """Which kind of data, the most sensitive first, and of two that fit the narrower; ordinary data and health go on at `to`.
    `first`: what goes before."""
    return Question(
        id=id,
        text="Welke soort gegevens zijn het? Kies de bovenste die past.",
        why="Hoe gevoeliger, hoe smaller je deelt en hoe zwaarder je weegt. Staat er iets over een ander in? Die beslist over "
        "dat deel, of je laat het weg.",
        sources=(PP_BIJZONDER, PP_GEGEVENS, wet("AVG 9"), wet("AVG 10"), wet("UAVG 30")),
        answers=(
            *first,
            Answer(
                id="politie",
                text="Iets van politie of OM, ook als je daar zelf werkt",
                to="van-politie",
                says=(Soort.POLITIE,),
                rules=("R105",),
            ),
            Answer(
                id="straf",
                text="Strafrechtelijk: een verdenking, veroordeling of strafbaar feit",
                to="strafrechtelijk",
                says=(Soort.STRAF,),
                rules=("R134",),
            ),
            Answer(
                id="bijzonder-nodig",
                text="Afkomst, geloof, politiek, vakbond, seksueel leven of gerichtheid, genetisch of biometrisch: goede hulp vraagt erom, "
                "of de betrokkene wil zelf uitdrukkelijk dat je ze geeft",
                to="bijzonder-overleg",
                says=(Soort.BIJZONDER,),
                rules=("R135",),
            ),
            Answer(
                id="bijzonder",
                text="Afkomst, geloof, politiek, vakbond, seksueel leven of gerichtheid, genetisch of biometrisch",
                to="laat-weg",
                says=(Soort.BIJZONDER,),
                rules=("R135",),
            ),
            Answer(id="bsn", text="Het burgerservicenummer (BSN)", to="bsn", says=(Soort.BSN,), rules=("R132",)),
            Answer(
                id="gezondheid",
                text="Gezondheid, ook psychisch, verslaving of een diagnose",
                to=to,
                says=(Soort.GEZONDHEID,),
                rules=("R41", "R133"),
            ),
            Answer(id="gewoon", text="Gewone persoonsgegevens", to=to, says=(Soort.GEWOON,)),
            weet_niet("soort-uitzoeken"),
        ),
        rules=("R41", "R21", "R132", "R133", "R134", "R135"),
        rests_on=(Wens, Taak, Ontvanger),
    )


NODES: tuple[Node, ...] = (
    soort("soort-gegevens", "t.leeftijd"),
    soort("soort-ouder", "t.ouder-leeftijd"),
    soort("soort-wmo", "t.avg-leeftijd"),
    soort("soort-meewerkend", "afweging-meewerkend"),
    soort(
        "soort-opdracht",
        "afweging-wmo",
        Answer(
            id="andere-wet",
            text="Iets uit Jeugdwet, Participatiewet of schuldhulp, of van zorgverzekeraar, zorgaanbieder of CIZ",
            to="soort-wmo",
            rules=("R56", "R57"),
        ),
    ),
    Outcome(
        id="soort-uitzoeken",
        oordeel=Oordeel.EERST_UITZOEKEN,
        title="Zoek eerst uit om welke gegevens het gaat",
        sentence="De soort bepaalt hoe smal je deelt.",
        ask="Je aandachtsfunctionaris of privacy-officer, als je twijfelt of iets bijzonder of strafrechtelijk is",
        steps=("Lees wat je wilt geven nog eens door, regel voor regel.", "Haal weg wat over een ander gaat."),
        record=(WAT_JE_UITZOCHT,),
        tell=(NIETS_GEDEELD,),
        change=("Weet je de soort? Kies die bij de vorige vraag.",),
        sources=(PP_BIJZONDER, wet("AVG 9"), wet("AVG 10")),
        rules=("R41", "R21"),
    ),
    Outcome(
        id="laat-weg",
        oordeel=Oordeel.NU_NIET,
        title="Laat deze gegevens weg",
        sentence="Gegevens over afkomst, geloof, politiek, vakbond, seksueel leven of biometrie zijn hier bijna nooit nodig.",
        steps=(
            "Laat ze weg en kies bij de vorige vraag een andere soort.",
            "Zijn ze echt nodig voor goede hulp, of vraagt de betrokkene het zelf? Overleg met je privacy-officer.",
            ANDERE_ONTVANGER,
        ),
        record=("wat je wegliet, of het overleg",),
        tell=(NIETS_GEDEELD,),
        change=("Kan het zonder deze gegevens? Kies dan een andere soort.",),
        sources=(PP_BIJZONDER, wet("AVG 9"), wet("UAVG 22"), wet("UAVG 25"), wet("UAVG 30")),
        rules=("R135", "R41"),
    ),
    Outcome(
        id="bijzonder-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Bijzondere gegevens die nodig lijken: overleg eerst",
        sentence="Met uitdrukkelijke toestemming, of als goede hulp het vraagt, kan het soms. Overleg met je privacy-officer.",
        steps=(
            "Vraag de betrokkene uitdrukkelijk, voor juist dit gegeven en deze ontvanger. Is het een kind tot 12 jaar? Vraag "
            "wie gezag heeft.",
            "Vraagt een ouder of voogd dit over zijn eigen kind? Weeg wat hij voor zijn rol nodig heeft, en of het veilig is.",
            "Kijk of het met minder kan.",
        ),
        record=("waarom juist dit gegeven nodig is, de toestemming en het overleg",),
        tell=("De betrokkene: wat je zou geven, aan wie en waarvoor.",),
        change=("Kan het zonder deze gegevens? Kies dan een andere soort.",),
        sources=(PP_BIJZONDER, wet("AVG 9"), wet("UAVG 22"), wet("UAVG 30"), WP_TWIJFEL),
        rules=("R135", "R41"),
    ),
    Outcome(
        id="bsn",
        oordeel=Oordeel.NU_NIET,
        title="Laat het BSN weg",
        sentence="Het BSN gebruik je alleen waar de wet dat voorschrijft. Niet in overleg, mail of monitoring.",
        steps=(
            "Laat het weg en kies bij de vorige vraag een andere soort.",
            "Schrijft de wet het voor jouw taak voor? Gebruik dan het daarvoor bestemde systeem.",
        ),
        record=("dat je het BSN wegliet",),
        tell=(NIETS_GEDEELD,),
        change=("Kan het zonder BSN? Kies dan een andere soort.",),
        sources=(wet("UAVG 46"), wet("Jw 7.2.1"), wet("Wmo 5.2.9")),
        rules=("R132",),
    ),
    Outcome(
        id="van-politie",
        oordeel=Oordeel.OVERLEG,
        title="Vraag eerst de politie of het OM",
        sentence="Wat politie of OM vertelde, mag je niet zomaar doorgeven of in het dossier zetten. Overleg eerst.",
        steps=(
            "Vraag de politie of het OM wat ermee mag. Werk je er zelf? Je eigen wet zegt wat je aan wie mag geven.",
            "Overleg met je jurist.",
            "Gaat het over een ander gezinslid? Die is zelf betrokkene.",
        ),
        record=("van wie je het hoorde, wat ermee mag en het overleg",),
        tell=(NIETS_GEDEELD,),
        change=("Kan het zonder dit gegeven? Kies dan een andere soort.",),
        sources=(wet("Wpg 18"), wet("Wpg 19"), wet("Wpg 20"), wet("Wjsg 39f"), WP_TWIJFEL),
        rules=("R105", "R134", "R21"),
    ),
    Outcome(
        id="strafrechtelijk",
        oordeel=Oordeel.OVERLEG,
        title="Strafrechtelijke gegevens: overleg eerst",
        sentence="Of je deze gegevens hier mag delen of vastleggen, is omstreden. Ook toestemming lost het niet vanzelf op. Overleg met je jurist.",
        steps=(
            "De een zegt: het protocol noemt ze, en de UAVG kent uitdrukkelijke toestemming en aanvulling op "
            "gezondheidsgegevens. De ander zegt: voor de proeftuin opent dat niets vanzelf. Leg beide voor.",
            "Kijk of het zonder deze gegevens kan.",
            ANDERE_ONTVANGER,
            "Ben je zelf bedreigd? Kies als ontvanger de politie: voor je eigen aangifte is er een weg.",
        ),
        record=("waarom je dit gegeven nodig denkt te hebben, en het overleg",),
        tell=(NIETS_GEDEELD,),
        change=("Kan het zonder deze gegevens? Kies dan een andere soort.",),
        sources=(PP_BIJZONDER, wet("AVG 10"), wet("UAVG 31"), wet("UAVG 32"), wet("UAVG 33")),
        rules=("R134",),
    ),
)
