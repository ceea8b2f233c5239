"""When nothing goes now: a no, a consent that is taken back, people who disagree, and what must be found out (R5, R23, R85)."""

from __future__ import annotations

from decision_trees.bronnen import (
    ANDERS_HELPEN,
    PP_EIGEN_AFWEGING,
    PP_INTREKKEN,
    PP_SCHRIFTELIJK,
    PP_UITDRUKKELIJK,
    PP_UITLEG,
    WP_TWIJFEL,
)
from decision_trees.gesprekken.antwoorden import (
    HELPT,
    KIND_BOOS,
    KIND_MAG_IK,
    KLAGEN,
    TOCH_JONGERE,
    TOCH_OUDER,
)
from decision_trees.model import wet
from decision_trees.talks import Kind, Reply, Talk, Voice

LATER_OUDER = Reply(
    by=Voice.VOLWASSENE,
    asked="Kan ik later alsnog ja zeggen?",
    answer="Ja. Zeg het wanneer u wilt. Dan leg ik weer uit wat ik geef, aan wie en waarvoor.",
    sources=(PP_UITDRUKKELIJK, PP_UITLEG),
)

NEE_VAN_VOLWASSENE = (
    "U zei nee. Dat mag. Ik geef het niet op grond van uw toestemming.",
    "De hulp stopt niet door uw nee.",
    "Wilt u vertellen waarom? Dat hoeft niet.",
    "Misschien kan het anders, bijvoorbeeld zonder naam. Of u vertelt het zelf.",
)
NEE_VAN_JONGERE = (
    "Je zei nee. Dat mag. Jouw nee telt, ook als een ouder ja zegt.",
    "Je hulp stopt niet door je nee.",
    "Wil je vertellen waarom? Dat hoeft niet.",
    "Misschien kan het anders, bijvoorbeeld zonder naam. Of je vertelt het zelf.",
)
KIND_BIJ_NEE = (
    "Iemand wilde iets over jou weten. Dat vertel ik nu niet.",
    "Dat is niet jouw schuld.",
    "Ik blijf helpen.",
)
NIET_AANDRINGEN = (
    "Vraag niet steeds opnieuw tot er een ja komt.",
    "Zeg niet dat de hulp nu stopt of minder wordt.",
)

TALKS: tuple[Talk, ...] = (
    Talk(
        id="nee-horen",
        title="Iemand zei nee: bespreek wat nu gebeurt",
        kind=Kind.WACHT,
        before="Praat met wie nee zei. Vraag door om te begrijpen, niet om te overtuigen.",
        adult=NEE_VAN_VOLWASSENE,
        young=NEE_VAN_JONGERE,
        child=KIND_BIJ_NEE,
        replies=(
            TOCH_OUDER,
            TOCH_JONGERE,
            LATER_OUDER,
            KIND_BOOS,
        ),
        never=(
            *NIET_AANDRINGEN,
            "Ga niet naar een ander voor het ja dat je hier niet kreeg.",
        ),
        sources=(PP_UITDRUKKELIJK, PP_EIGEN_AFWEGING, ANDERS_HELPEN, wet("Jw 7.3.11 lid 1")),
        outcomes=("delen/geen-toestemming",),
    ),
    Talk(
        id="nee-volwassene",
        title="Een ouder of volwassene zei nee: bespreek wat nu gebeurt",
        kind=Kind.WACHT,
        before="Vraag door om te begrijpen, niet om te overtuigen.",
        adult=NEE_VAN_VOLWASSENE,
        young=(
            "Wie hierover beslist, zei nee. Daarom geef ik het nu niet.",
            "Dat is niet jouw schuld. De hulp gaat gewoon door.",
            "Wat vind jij ervan? Dat hoor ik graag.",
        ),
        child=KIND_BIJ_NEE,
        replies=(TOCH_OUDER, LATER_OUDER, KIND_BOOS),
        never=(
            *NIET_AANDRINGEN,
            "Vraag een kind of jongere niet om het nee van een ouder te veranderen.",
        ),
        sources=(PP_UITDRUKKELIJK, PP_EIGEN_AFWEGING, ANDERS_HELPEN, wet("Jw 7.3.11 lid 1")),
        outcomes=("toestemming/geweigerd",),
    ),
    Talk(
        id="nee-jongere",
        title="Een jongere zei nee: bespreek wat nu gebeurt",
        kind=Kind.WACHT,
        before="Praat eerst met de jongere, en vraag wat een ouder mag horen. Zolang je dat niet weet, hoort een ouder niets.",
        adult=(
            "Ik kan u hierover nu niets vertellen.",
            "Vanaf 12 jaar beslist een jongere hier zelf over, als die het kan overzien.",
            "Dat is ook zo als een ouder ja zegt.",
            "Maakt u zich zorgen? Dan luister ik daar graag naar.",
        ),
        young=(
            *NEE_VAN_JONGERE,
            "Wat mag een ouder hierover van mij horen?",
        ),
        child=(
            "Wat een ander mij vertelt, vertel ik niet zomaar door.",
            "Over jou vertel ik ook niet zomaar iets.",
            "Heb je een vraag? Stel hem maar.",
        ),
        replies=(
            TOCH_JONGERE,
            Reply(
                by=Voice.JONGERE,
                asked="Kan ik later alsnog ja zeggen?",
                answer="Ja. Zeg het wanneer je wilt. Dan leg ik weer uit wat ik geef, aan wie en waarvoor.",
                sources=(PP_UITDRUKKELIJK, PP_UITLEG),
            ),
            Reply(
                by=Voice.VOLWASSENE,
                asked="Ik ben toch de ouder? Waarom beslis ik niet?",
                answer="Vanaf 12 jaar beslist een jongere hier zelf over. Alleen wie het niet kan overzien, beslist niet zelf.",
                sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15")),
            ),
        ),
        never=(
            *NIET_AANDRINGEN,
            "Zeg een ouder niet wat de jongere zei, of waarom. Weet een ouder niet van de hulp, bevestig die dan niet.",
            "Ga niet naar een ouder voor het ja dat je hier niet kreeg.",
        ),
        sources=(PP_UITDRUKKELIJK, PP_EIGEN_AFWEGING, ANDERS_HELPEN, wet("Jw 7.3.11"), wet("Jw 7.3.15")),
        outcomes=("toestemming/geweigerd-jongere",),
    ),
    Talk(
        id="stoppen",
        title="Iemand trok toestemming in: vertel dat je stopt",
        kind=Kind.WACHT,
        before="Stop eerst echt. Vertel ook de partners die iets kregen dat er niets meer volgt.",
        adult=(
            "U trok uw toestemming in. Dat mag altijd, ook zonder reden.",
            "Vanaf nu geef ik niets meer op grond van uw toestemming.",
            "Wie al iets kreeg, hoort dat er niets meer komt.",
            "Wat al gegeven is, blijft wel gegeven.",
        ),
        young=(
            "Je trok je toestemming in. Dat mag altijd, ook zonder reden.",
            "Vanaf nu geef ik niets meer op grond van jouw toestemming.",
            "Wie al iets kreeg, hoort dat er niets meer komt.",
            "Wat al gegeven is, blijft wel gegeven.",
        ),
        child=(
            "Ik vertel nu niets meer aan [wie].",
            "Dat is niet jouw schuld.",
            "Heb je een vraag? Stel hem maar.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Haalt u ook weg wat zij al hebben?",
                answer="Dat kan ik niet vanzelf. Wat met uw ja is gegeven, mocht toen. U kunt die organisatie vragen om het te wissen. "
                "Zij beslist daarover.",
                sources=(PP_INTREKKEN, wet("AVG 7 lid 3"), wet("AVG 12")),
            ),
            TOCH_OUDER,
            TOCH_JONGERE,
        ),
        never=(
            "Vraag geen reden als voorwaarde om te stoppen.",
            "Vraag niet om een formulier. Zeggen is genoeg.",
            "Zeg niet dat alles nu is uitgewist.",
        ),
        sources=(PP_INTREKKEN, PP_SCHRIFTELIJK, wet("AVG 7 lid 3")),
        outcomes=("toestemming/ingetrokken", "toestemming/een-trok-in", "rechten/intrekken"),
    ),
    Talk(
        id="oneens",
        title="Zij zijn het niet eens: vertel dat je wacht",
        kind=Kind.WACHT,
        before="Kies geen kant. Praat zo nodig met ieder apart.",
        adult=(
            "De een zegt ja, de ander zegt nee.",
            "Ik kies niet wie gelijk heeft. Daarom geef ik nu niets.",
            "Ik hoor graag van u wat belangrijk is.",
            "Ik overleg, en vertel u wat ik besluit.",
        ),
        young=(
            "Niet iedereen is het eens. Daarom geef ik nu nog niets.",
            "Jouw mening is heel belangrijk. Vertel me wat jij wilt.",
            "Ik overleg, en vertel je wat ik besluit en waarom.",
        ),
        child=(
            "De grote mensen zijn het niet eens.",
            "Dat komt niet door jou. Jij hoeft niet te kiezen.",
            "Ik wacht nog met vertellen.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Wie beslist er dan?",
                answer="Worden mensen met gezag het niet eens? Dan kan de rechter beslissen. Beslist een jongere zelf, maar zegt een "
                "ouder nee? Dan overleg ik eerst.",
                sources=(wet("BW 1:253a"), wet("Jw 7.3.11"), WP_TWIJFEL),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="Ik zei toch ja? Waarom wacht je dan?",
                answer="Jouw ja telt. Maar over het nee van een ouder zijn juristen het niet eens. Daarom vraag ik eerst raad.",
                sources=(wet("Jw 7.3.11"), wet("Jw 7.3.15"), WP_TWIJFEL),
            ),
            KIND_BOOS,
        ),
        never=(
            "Zeg niet wie er gelijk heeft.",
            "Vertel de een niet wat de ander tegen jou zei.",
            "Vraag een kind niet om te kiezen.",
        ),
        sources=(WP_TWIJFEL, wet("BW 1:253a"), wet("Jw 7.3.15 lid 3"), wet("Jw 7.3.11")),
        outcomes=("toestemming/oneens", "toestemming/ouder-zegt-nee", "toestemming/rang-oneens"),
    ),
    Talk(
        id="nog-niet",
        title="Vertellen dat je wacht en eerst overlegt",
        kind=Kind.WACHT,
        before="Ga na of vertellen veilig is. Zo niet, overleg dan eerst daarover.",
        adult=(
            "Ik geef nu nog niets door.",
            "Eerst moet duidelijk zijn wie hierover beslist, of wat uw bezwaar is.",
            "Ik overleg met iemand die de regels kent.",
            "Ik vertel u wat ik besluit, voordat ik iets geef.",
        ),
        young=(
            "Ik geef nu nog niets door.",
            "Wil jij het niet? Dan ga ik daar niet zomaar aan voorbij.",
            "Ik overleg eerst. Daarna vertel ik je wat ik besluit.",
        ),
        child=(
            "Ik vertel nu nog niets over jou.",
            "Ik vraag eerst raad.",
            "Wat jij vindt, telt mee.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Hoe lang duurt dat?",
                answer="Dat weet ik nog niet. Ik laat u weten wanneer u van mij hoort.",
                sources=(PP_UITLEG, WP_TWIJFEL),
            ),
            TOCH_OUDER,
            KIND_MAG_IK,
        ),
        never=(
            "Zeg niet dat het bezwaar onzin is.",
            "Beloof geen uitkomst. Je weet die nog niet.",
        ),
        sources=(WP_TWIJFEL, PP_UITLEG, PP_UITDRUKKELIJK, wet("Jw 7.3.11 lid 3"), wet("Jw 7.3.15 lid 6")),
        outcomes=(
            "toestemming/onbereikbaar",
            "toestemming/verzet",
            "toestemming/deelgezag",
            "toestemming/wmo-overleg",
            "toestemming/niemand-vertegenwoordigt",
            "toestemming/overleden",
            "delen/bezwaar",
        ),
    ),
    Talk(
        id="wie-beslist",
        title="Vertellen dat je nagaat wie hierover beslist",
        kind=Kind.WACHT,
        before="Neem niet aan wat één kant vertelt. Geef ondertussen niets.",
        adult=(
            "Ik wil weten wie hierover mag beslissen.",
            "Daarom kijk ik in een register, of vraag ik om een papier.",
            "Dat doe ik bij iedereen. Het is geen wantrouwen.",
            "Tot ik het weet, geef ik niets door.",
        ),
        young=(
            "Ik kijk of jij dit zelf kunt beslissen.",
            "Ik leg het je eerst goed uit. Zeg maar wat je begrijpt.",
            "Kun je het nu niet overzien? Dan vraag ik wie voor jou beslist. Ik blijf naar jou luisteren.",
        ),
        child=(
            "Ik zoek uit wie voor jou mag beslissen.",
            "Dat is een regel voor grote mensen.",
            "Jij hoeft niets te doen.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Ik zorg voor dit kind. Waarom mag ik niet beslissen?",
                answer="Zorgen is niet hetzelfde als gezag hebben. Alleen wie gezag heeft, of voogd is, beslist voor een kind.",
                sources=(wet("BW 1:245"), wet("Jw 7.3.15")),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="Vind je mij te dom?",
                answer="Nee. Ik ga ervan uit dat jij dit kunt. Ik kijk alleen of het voor deze ene vraag te moeilijk is.",
                sources=(wet("Jw 7.3.15"),),
            ),
            HELPT,
        ),
        never=(
            "Zeg niet dat iemand liegt over het gezag.",
            "Zeg niet dat een diagnose genoeg is om iemand niet te vragen.",
        ),
        sources=(wet("Jw 7.3.15"), wet("BW 1:245"), wet("Wgbo 7:465"), PP_UITLEG),
        outcomes=(
            "toestemming/gezag-uitzoeken",
            "toestemming/geen-gezag",
            "toestemming/vertegenwoordiger-uitzoeken",
            "toestemming/in-staat-uitzoeken",
        ),
    ),
    Talk(
        id="niets-bevestigen",
        title="Iemand vraagt iets wat je niet geeft",
        kind=Kind.WACHT,
        before="Bevestig niets. Ook dat iemand hulp krijgt, zeg je niet.",
        adult=(
            "Ik kan u hierover niets vertellen.",
            "Ik zeg ook niet of ik iemand ken. Dat doe ik bij iedereen zo.",
            "Wie gezag heeft, of om wie het gaat, kan u zelf iets vertellen.",
            "Bent u het er niet mee eens? Dan kunt u een klacht indienen.",
        ),
        young=(
            "Ik kan je hierover niets vertellen.",
            "Dat doe ik bij iedereen zo. Ook over jou vertel ik niet zomaar iets.",
            "Vraag het aan degene om wie het gaat.",
        ),
        child=(
            "Dat kan ik je niet vertellen.",
            "Vraag het maar aan wie voor je zorgt.",
            "Over jou vertel ik ook niet zomaar iets.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Ik ben de vader of moeder, maar zonder gezag. Mag ik dan niets weten?",
                answer="U mag vragen om belangrijke feiten over uw kind. Dan kijk ik wat ik mag vertellen, en of dat goed is voor uw "
                "kind.",
                sources=(wet("BW 1:377c"),),
            ),
            KLAGEN,
        ),
        never=(
            "Zeg niet: “Daar mag ik niets over zeggen, omdat zij hier cliënt is.”",
            "Zeg niets over de andere ouder.",
            "Laat je niet dwingen door haast of boosheid.",
        ),
        sources=(wet("Jw 7.3.11 lid 1"), wet("Wgbo 7:457 lid 1"), wet("BW 1:377c"), wet("Jw 7.3.10")),
        outcomes=(
            "toestemming/feiten-niet",
            "toestemming/geen-ouder",
            "delen/inzage-niet",
            "delen/niet-noodzakelijk",
        ),
    ),
)
