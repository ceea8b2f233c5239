"""Talks about help itself: another consent than the one for sharing, and never mixed with it (framework §1.1, R52–R55)."""

from __future__ import annotations

from decision_trees.bronnen import SC_BEGRIJPELIJK, WP_TWIJFEL
from decision_trees.gesprekken.antwoorden import HELPT, KIND_BOOS, KIND_MAG_IK
from decision_trees.model import bepaling, wet
from decision_trees.talks import Kind, Reply, Talk, Voice

PP_BETROKKEN = bepaling("privacyprotocol/artikel-7/lid-1")
NIET_DELEN = "Doe niet alsof een ja voor hulp ook een ja is om gegevens te delen."

GEEN_HULP = Reply(
    by=Voice.VOLWASSENE,
    asked="Wat gebeurt er als ik nee zeg?",
    answer="Dan begint deze hulp niet op uw toestemming. We kijken samen of andere hulp beter past.",
    sources=(wet("Jw 7.3.4"), wet("Wgbo 7:450")),
)

TALKS: tuple[Talk, ...] = (
    Talk(
        id="hulp-vragen",
        title="Toestemming vragen voor hulp",
        kind=Kind.HULP,
        before="Leg de hulp uit in gewone taal, zo nodig met een onafhankelijke tolk. Vraag ieder die mee beslist.",
        adult=(
            "Wij willen beginnen met [welke hulp].",
            "Dat houdt in: [wat]. Het doel is [doel].",
            "U kunt ja of nee zeggen. Nee zeggen mag.",
            "Wie nog meer beslist, vraag ik ook.",
        ),
        young=(
            "Wij willen beginnen met [welke hulp].",
            "Dat houdt in: [wat]. Het doel is [doel].",
            "Vanaf 16 jaar beslis je zelf. Ben je 12 tot en met 15? Dan beslis je samen met wie gezag heeft.",
            "Nee zeggen mag.",
        ),
        child=(
            "Wij willen je helpen met [wat].",
            "Dat doen we zo: [hoe].",
            "Wat vind jij ervan? Je mag alles zeggen.",
        ),
        replies=(
            GEEN_HULP,
            Reply(
                by=Voice.JONGERE,
                asked="Vertel je nu alles over mij aan anderen?",
                answer="Nee. Dit gaat over hulp. Wil ik iets over jou delen? Dan is dat een andere vraag.",
                sources=(wet("Jw 7.3.4"), wet("Jw 7.3.11 lid 1")),
            ),
            KIND_MAG_IK,
            HELPT,
        ),
        never=(NIET_DELEN, "Begin niet alvast “om te proberen”."),
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.2"), wet("Jw 7.3.5"), wet("Wgbo 7:450"), SC_BEGRIJPELIJK),
        outcomes=("toestemming/hulp-vraag", "toestemming/hulp-vraag-beiden"),
    ),
    Talk(
        id="hulp-niet",
        title="Er is een nee tegen hulp, of nog geen ja",
        kind=Kind.SAMEN,
        before="Kan het echt niet wachten omdat ernstig nadeel dreigt? Overleg direct. Zie je gevaar? Volg de meldcode.",
        adult=(
            "Er is geen toestemming voor deze hulp, of iemand verzet zich.",
            "Ik wil graag begrijpen waarom.",
            "We kijken samen welke hulp wel past.",
            "Ik overleg ook met iemand die de regels kent. Ik vertel u wat ik besluit.",
        ),
        young=(
            "Niet iedereen wil deze hulp.",
            "Wat wil jij, en waarom?",
            "Wil jij de hulp echt, en begrijp je wat het is? Dan telt dat zwaar.",
            "Ik overleg eerst. Ik vertel je wat ik besluit.",
        ),
        child=(
            "De grote mensen praten over hulp voor jou.",
            "Wat wil jij? Ik luister.",
            "Het komt niet door jou.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Kan de hulp toch beginnen?",
                answer="Soms. Als er ernstig nadeel dreigt, of als de rechter dat beslist. Dat kijken we samen na.",
                sources=(wet("Jw 7.3.4 lid 2"), wet("Jw 7.3.16 lid 1"), wet("BW 1:265h")),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="Mijn ouders zeggen nee. Krijg ik dan geen hulp?",
                answer="Dat hoeft niet. Blijf je het willen, en heb je er goed over nagedacht? Dan kan jouw ja soms genoeg zijn. Dat "
                "beoordeel ik niet alleen.",
                sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2")),
            ),
            KIND_BOOS,
        ),
        never=(NIET_DELEN, "Dreig niet met de rechter of met een melding."),
        sources=(wet("Jw 7.3.4"), wet("Wgbo 7:450"), wet("Jw 7.3.16 lid 1"), wet("BW 1:265h"), WP_TWIJFEL),
        outcomes=(
            "toestemming/hulp-geweigerd",
            "toestemming/hulp-overleg",
            "toestemming/hulp-rechter",
            "toestemming/hulp-weloverwogen",
            "toestemming/hulp-ernstig-nadeel",
        ),
    ),
    Talk(
        id="hulp-begint",
        title="Vertellen dat de hulp begint, na een ja",
        kind=Kind.JA,
        before="Vertel ook een jong kind wat er gaat gebeuren.",
        adult=(
            "Er is toestemming. Daarom begint de hulp op [datum].",
            "Wij gaan [wat] doen.",
            "Verandert de hulp? Dan vraag ik het opnieuw.",
            "U kunt uw ja voor de hulp ook weer intrekken.",
        ),
        young=(
            "Er is toestemming. Daarom begint de hulp op [datum].",
            "Wij gaan [wat] doen.",
            "Verandert de hulp? Dan vraag ik het opnieuw.",
            "Je kunt je ja voor de hulp ook weer intrekken.",
        ),
        child=(
            "We gaan je helpen met [wat].",
            "Dat begint op [dag].",
            "Vind je iets niet fijn? Zeg het mij.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Mag u nu ook met anderen over ons praten?",
                answer="Nee, niet vanzelf. Delen is een andere vraag. Daarvoor geldt geheimhouding.",
                sources=(wet("Jw 7.3.11 lid 1"), bepaling("privacyprotocol/artikel-6/lid-1")),
            ),
            KIND_MAG_IK,
        ),
        never=(NIET_DELEN,),
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.2"), wet("Wgbo 7:450")),
        outcomes=("toestemming/hulp-toestemming",),
    ),
    Talk(
        id="hulp-maatregel",
        title="Vertellen welke hulp er komt binnen een maatregel",
        kind=Kind.VERTELT,
        before="Leg uit op welke maatregel je steunt, en luister naar ieders mening.",
        adult=(
            "Er is een maatregel van de rechter. Daarbinnen geef ik [welke hulp].",
            "Daarvoor is uw toestemming niet nodig. Dat staat in de wet.",
            "Ik leg u uit wat ik ga doen.",
            "Wat vindt u ervan? Dat schrijf ik op.",
        ),
        young=(
            "Er is een maatregel van de rechter. Daarbinnen geef ik [welke hulp].",
            "Daarvoor is jouw toestemming niet nodig. Dat staat in de wet.",
            "Wat vind jij ervan? Dat schrijf ik op.",
        ),
        child=(
            "De rechter zei dat wij gaan helpen.",
            "Wij gaan [wat] doen.",
            "Vertel maar wat jij vindt.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Mag u nu ook alles over ons delen?",
                answer="Nee. Voor delen gelden eigen regels, ook binnen een maatregel.",
                sources=(wet("Jw 7.3.11 lid 1"), wet("Jw 7.3.1")),
            ),
            KIND_BOOS,
        ),
        never=(NIET_DELEN, "Vraag geen toestemming die er niet toe doet."),
        sources=(wet("Jw 7.3.4 lid 1"), wet("Jw 7.3.1"), PP_BETROKKEN),
        outcomes=("toestemming/hulp-maatregel",),
    ),
)
