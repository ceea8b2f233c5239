"""Asking for consent to share: refusing is free, and costs nobody the help (R4, R16–R21, R58)."""

from __future__ import annotations

from decision_trees.bronnen import (
    MET_HET_GEZIN,
    PP_BIJZONDER,
    PP_EVENREDIG,
    PP_ONDERSTEUNING,
    PP_SCHRIFTELIJK,
    PP_UITDRUKKELIJK,
    PP_UITLEG,
    PP_WANNEER,
    SC_BEGRIJPELIJK,
    WP_TWIJFEL,
)
from decision_trees.gesprekken.antwoorden import (
    HELPT,
    INTREKKEN_JONGERE,
    INTREKKEN_OUDER,
    KIND_BOOS,
    KIND_MAG_IK,
    NEE_JONGERE,
    NEE_OUDER,
    TOCH_JONGERE,
    TOCH_OUDER,
    WIE_ZIET,
)
from decision_trees.model import wet
from decision_trees.talks import Kind, Reply, Talk, Voice

VRAAG_OUDER = (
    "Ik wil iets vertellen aan [wie].",
    "Het gaat om [welke gegevens], en om niets anders.",
    "Dat is nodig, zodat [doel].",
    "U beslist. Nee zeggen mag. De hulp stopt niet door uw nee.",
    "Zegt u ja? Dan kunt u dat later altijd weer intrekken.",
    "U mag er eerst over nadenken.",
)
VRAAG_JONGERE = (
    "Ik wil iets over jou vertellen aan [wie].",
    "Het gaat om [welke gegevens], en om niets anders.",
    "Dat is nodig, zodat [doel].",
    "Jij beslist. Nee zeggen mag. Je hulp stopt niet door je nee.",
    "Zeg je ja? Dan kun je dat later altijd weer intrekken.",
    "Je mag er eerst over nadenken.",
)
NIET_DREIGEN = "Zeg niet: “Zonder ja kan ik je niet helpen.” Dan is het ja niet vrij."
NIET_GEHEIM = "Beloof niet dat alles altijd geheim blijft. Bij gevaar of een plicht kan dat anders zijn."
NIET_ALLES = "Vraag geen ja voor alles en iedereen tegelijk."

TALKS: tuple[Talk, ...] = (
    Talk(
        id="jongere-vragen",
        title="De jongere zelf om toestemming vragen",
        kind=Kind.VRAAGT,
        before="Praat eerst met de jongere, zonder anderen als hij dat wil. Vraag hem wat zijn ouders mogen horen, en of dat veilig is.",
        adult=(
            "Ik vraag dit eerst aan uw kind zelf.",
            "Vanaf 12 jaar beslist een jongere hier zelf over, als hij het kan begrijpen.",
            "Vindt u er iets van? Zeg het gerust. Nee zeggen mag uw kind ook.",
            "Wat uw kind mij vertelt, geef ik niet zomaar aan u door.",
        ),
        young=VRAAG_JONGERE,
        child=(
            "Ik praat met je broer of zus.",
            "Wat wij zeggen, vertel ik niet aan jou.",
            "Wil jij ook iets vertellen? Dan luister ik.",
        ),
        replies=(
            NEE_JONGERE,
            INTREKKEN_JONGERE,
            Reply(
                by=Voice.JONGERE,
                asked="Horen mijn ouders hiervan?",
                answer="Tot je 16 bent, mogen ouders met gezag soms iets weten. Alleen wat zij als ouder nodig hebben. Zeg het als "
                "je dat niet wilt. Dat telt. Ik praat er eerst met jou over.",
                sources=(wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.11 lid 3"), PP_UITLEG),
            ),
            TOCH_JONGERE,
            Reply(
                by=Voice.VOLWASSENE,
                asked="Ik ben de ouder. Waarom beslis ik niet?",
                answer="De wet laat een jongere vanaf 12 jaar hier zelf over beslissen, als hij het kan begrijpen. U mag altijd "
                "zeggen wat u vindt.",
                sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15")),
            ),
        ),
        never=(
            NIET_DREIGEN,
            NIET_GEHEIM,
            "Zeg niet: “Je ouders vinden het al goed.” De jongere beslist zelf.",
            NIET_ALLES,
        ),
        sources=(PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_UITLEG, wet("Jw 7.3.11"), wet("Jw 7.3.15")),
        outcomes=("toestemming/vraag-jongere",),
    ),
    Talk(
        id="volwassene-vragen",
        title="Een volwassene om toestemming vragen voor eigen gegevens",
        kind=Kind.VRAAGT,
        before="Praat met deze volwassene alleen, als dat veiliger is.",
        adult=VRAAG_OUDER,
        young=(
            "Ik praat met je vader of moeder.",
            "Het gaat over iets van hen. Dus beslissen zij. Nee zeggen mogen zij ook.",
            "Ik vertel jou daar niets over. Vraag het hun zelf.",
            "Maak jij je zorgen? Vertel het me. Dan kijken we samen.",
        ),
        child=(
            "Ik praat met je vader of moeder.",
            "Daar hoef jij niets voor te doen.",
            "Is er iets naar? Dan mag je het mij vertellen.",
        ),
        replies=(NEE_OUDER, INTREKKEN_OUDER, WIE_ZIET, TOCH_OUDER, HELPT, KIND_BOOS),
        never=(
            NIET_DREIGEN,
            NIET_GEHEIM,
            "Vertel een kind of partner niets over deze volwassene. Ook niet dat hij hulp krijgt.",
            NIET_ALLES,
        ),
        sources=(PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_UITLEG, wet("Wgbo 7:457"), wet("Wmo 5.3.3"), wet("Jw 7.3.15")),
        outcomes=("toestemming/vraag-volwassene", "toestemming/bewindvoerder"),
    ),
    Talk(
        id="gezag-vragen",
        title="Wie gezag heeft om toestemming vragen, voor een kind",
        kind=Kind.VRAAGT,
        before="Vraag beide mensen met gezag, als er twee zijn. Is vragen onveilig? Stop, en overleg eerst. De GI als voogd vraag je "
        "hetzelfde.",
        adult=(
            "Ik wil iets over uw kind vertellen aan [wie].",
            "Het gaat om [welke gegevens], en om niets anders.",
            "Dat is nodig, zodat [doel].",
            "Wie gezag heeft, beslist. Heeft nog iemand gezag? Dan vraag ik die ook.",
            "Nee zeggen mag. De hulp stopt niet door uw nee.",
            "Zegt u ja? Dan kunt u dat later altijd weer intrekken.",
        ),
        young=(
            "Ik vraag iets aan wie over jou beslist.",
            "Ik wil iets over jou vertellen aan [wie], zodat [doel].",
            "Wat vind jij daarvan? Nee zeggen mag.",
            "Wil jij het niet? Dan doe ik het niet zomaar. Dan overleg ik eerst.",
        ),
        child=(
            "Ik wil iets over jou vertellen aan [wie].",
            "Dat doe ik, zodat [doel].",
            "Ik vraag het aan wie voor jou zorgt en beslist.",
            "Wat vind jij ervan? Je mag alles zeggen.",
        ),
        replies=(
            NEE_OUDER,
            INTREKKEN_OUDER,
            Reply(
                by=Voice.VOLWASSENE,
                asked="Is mijn ja niet genoeg?",
                answer="Hebben twee mensen gezag? Dan vraag ik ze allebei. Dat geldt ook na een scheiding, of als iemand vastzit.",
                sources=(wet("BW 1:253i"), wet("BW 1:251b"), wet("Jw 7.3.15")),
            ),
            WIE_ZIET,
            TOCH_OUDER,
            KIND_MAG_IK,
            KIND_BOOS,
        ),
        never=(
            NIET_DREIGEN,
            "Zeg niet: “De andere ouder vindt het al goed.” Ieder beslist zelf.",
            "Laat een kind niet kiezen tussen zijn ouders.",
            NIET_ALLES,
        ),
        sources=(PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_UITLEG, wet("Jw 7.3.15"), wet("BW 1:253i")),
        outcomes=(
            "toestemming/vraag-gezag",
            "toestemming/vraag-beiden",
            "toestemming/vraag-ander",
            "toestemming/vraag-gi",
            "toestemming/gi-beslist-niet",
        ),
    ),
    Talk(
        id="vertegenwoordiger-vragen",
        title="Een vertegenwoordiger om toestemming vragen",
        kind=Kind.VRAAGT,
        before="Betrek de persoon om wie het gaat zo veel mogelijk. Verzet hij zich? Stop, en overleg eerst.",
        adult=(
            "U beslist namens [rol van de persoon].",
            "Ik wil iets vertellen aan [wie]. Het gaat om [welke gegevens].",
            "Dat is nodig, zodat [doel].",
            "Nee zeggen mag. De hulp stopt niet door uw nee.",
            "Ik vraag ook de persoon zelf wat hij vindt.",
        ),
        young=(
            "Iemand anders beslist nu voor jou, omdat dit moeilijk is.",
            "Ik wil iets over jou vertellen aan [wie].",
            "Wat vind jij daarvan? Nee zeggen mag.",
            "Wil je het niet? Dan doe ik het niet zomaar.",
        ),
        child=(
            "Ik praat met iemand die helpt met kiezen.",
            "Jij hoeft niets te doen.",
            "Heb je een vraag? Stel hem maar.",
        ),
        replies=(
            NEE_OUDER,
            INTREKKEN_OUDER,
            Reply(
                by=Voice.VOLWASSENE,
                asked="Hij wil het zelf niet. Mag ik toch ja zeggen?",
                answer="Zeg het mij dan. Zijn nee telt zwaar. Ik geef nu niets, en overleg eerst.",
                sources=(wet("Jw 7.3.15 lid 6"), wet("Wgbo 7:465 lid 6")),
            ),
            HELPT,
        ),
        never=(
            NIET_DREIGEN,
            "Praat niet over de persoon alsof hij er niet bij is.",
            "Vraag het niet aan een bewindvoerder. Die gaat over geld.",
        ),
        sources=(PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, wet("Jw 7.3.15"), wet("Wgbo 7:465")),
        outcomes=("toestemming/vraag-vertegenwoordiger",),
    ),
    Talk(
        id="opnieuw-vragen",
        title="Opnieuw om toestemming vragen",
        kind=Kind.VRAAGT,
        before="Zoek op wat eerder is gezegd, en leg naast elkaar wat toen gold en wat nu nodig is.",
        adult=(
            "U zei eerder iets over toestemming. Dat past niet bij wat ik nu wil doen.",
            "Daarom vraag ik het u opnieuw.",
            "Ik wil [welke gegevens] geven aan [wie], zodat [doel].",
            "Nee zeggen mag. De hulp stopt niet door uw nee.",
            "Begrijpt u wat ik vraag? Zeg het maar in uw eigen woorden.",
        ),
        young=(
            "Je zei eerder iets over toestemming. Dat past niet bij wat ik nu wil doen.",
            "Daarom vraag ik het je opnieuw.",
            "Ik wil [welke gegevens] geven aan [wie], zodat [doel].",
            "Nee zeggen mag. Je hulp stopt niet door je nee.",
            "Snap je wat ik vraag? Zeg het maar in je eigen woorden.",
        ),
        child=(
            "Ik heb nog een vraag voor wie over jou beslist.",
            "Ik wil iets over jou vertellen aan [wie].",
            "Wat vind jij daarvan?",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Ik heb toch al getekend?",
                answer="Dat was voor iets anders, of het was niet duidelijk genoeg. Een ja geldt voor deze gegevens, voor dit doel en "
                "voor wie ze krijgt. Daarom vraag ik het opnieuw.",
                sources=(PP_WANNEER, PP_UITDRUKKELIJK, wet("AVG 4 onder 11")),
            ),
            NEE_OUDER,
            NEE_JONGERE,
            INTREKKEN_OUDER,
            HELPT,
            KIND_MAG_IK,
        ),
        never=(
            "Zeg niet: “U zei toch niets, dus u vond het goed.” Zwijgen is geen ja.",
            "Laat geen familielid vertalen. Vraag een tolk die onafhankelijk is.",
            NIET_DREIGEN,
        ),
        sources=(PP_WANNEER, PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, SC_BEGRIJPELIJK, PP_ONDERSTEUNING),
        outcomes=(
            "toestemming/opnieuw-specifiek",
            "toestemming/opnieuw-vrij",
            "toestemming/verondersteld",
            "toestemming/geldigheid-uitzoeken",
            "toestemming/status-uitzoeken",
        ),
    ),
    Talk(
        id="ieder-vragen",
        title="Ieder om toestemming vragen over wie iets in het stuk staat",
        kind=Kind.VRAAGT,
        before="Laat eerst weg wat niet nodig is. Praat daarna met ieder apart, en alleen over zijn eigen deel.",
        adult=(
            "Er staat iets over u in een stuk voor [wie].",
            "Ik laat u zien wat er over u staat.",
            "Mag dat mee? Nee zeggen mag. De hulp stopt niet door uw nee.",
            "Zegt u nee? Dan haal ik uw deel eruit.",
        ),
        young=(
            "Er staat iets over jou in een stuk voor [wie].",
            "Ik laat je zien wat er over jou staat.",
            "Mag dat mee? Nee zeggen mag. Je hulp stopt niet door je nee.",
            "Zeg je nee? Dan haal ik jouw deel eruit.",
        ),
        child=(
            "Ik schrijf iets op over jullie.",
            "Over jou schrijf ik [wat].",
            "Klopt dat? Wat vind je ervan?",
        ),
        replies=(
            NEE_OUDER,
            NEE_JONGERE,
            Reply(
                by=Voice.VOLWASSENE,
                asked="Mag ik lezen wat er over de anderen staat?",
                answer="Nee. Ieder beslist over zijn eigen deel. U ziet alleen wat over u gaat, of over een kind waarvoor u beslist.",
                sources=(wet("Jw 7.3.11 lid 1"), wet("Wgbo 7:457 lid 1"), PP_EVENREDIG),
            ),
            INTREKKEN_OUDER,
        ),
        never=(
            "Laat niemand lezen wat over een ander gaat.",
            "Vraag niet één ja voor het hele gezin.",
            NIET_DREIGEN,
        ),
        sources=(PP_EVENREDIG, PP_UITDRUKKELIJK, MET_HET_GEZIN, wet("Jw 7.3.11 lid 1"), wet("Wgbo 7:457 lid 1")),
        outcomes=("delen/anderen-erin",),
    ),
    Talk(
        id="vragen-en-overleggen",
        title="Vragen wat iemand wil, terwijl je nog overlegt",
        kind=Kind.VRAAGT,
        before="Zeg erbij dat een ja hier niet vanzelf genoeg is: je overlegt ook.",
        adult=(
            "[Wie] vraagt om [welke gegevens], of ik wil dat geven. Dat is gevoelig.",
            "Ik doe het niet zomaar. Ik vraag het u, en ik overleg ook.",
            "Nee zeggen mag. De hulp stopt niet door uw nee.",
            "Ook na een ja kan het zijn dat ik het niet geef.",
        ),
        young=(
            "[Wie] vraagt om [welke gegevens], of ik wil dat geven. Dat is gevoelig.",
            "Ik doe het niet zomaar. Ik vraag het jou, en ik overleg ook.",
            "Nee zeggen mag. Je hulp stopt niet door je nee.",
            "Ook na een ja kan het zijn dat ik het niet geef.",
        ),
        child=(
            "Iemand wil iets over jou weten.",
            "Ik zeg nu nog niets. Ik praat er eerst over.",
            "Wat vind jij ervan?",
        ),
        replies=(
            NEE_OUDER,
            NEE_JONGERE,
            Reply(
                by=Voice.VOLWASSENE,
                asked="Waarom is mijn ja niet genoeg?",
                answer="Voor sommige gegevens is de wet strenger. En over sommige vragen zijn juristen het niet eens. Daarom kijkt "
                "iemand met mij mee.",
                sources=(PP_BIJZONDER, WP_TWIJFEL, wet("AVG 9")),
            ),
            TOCH_OUDER,
        ),
        never=(
            "Beloof niet dat je het geeft. Beloof ook niet dat niemand het ooit krijgt.",
            NIET_DREIGEN,
        ),
        sources=(WP_TWIJFEL, PP_UITDRUKKELIJK, PP_BIJZONDER, PP_UITLEG),
        outcomes=("delen/bijzonder-overleg", "delen/rvdk-overleg", "toestemming/avg-12-15"),
    ),
)
