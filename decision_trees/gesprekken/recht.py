"""Rights and mistakes: who wants to see his data, and telling that something went wrong (R46, R47, R120)."""

from __future__ import annotations

from decision_trees.bronnen import (
    HERSTELLEN,
    PP_INZAGE,
    PP_LATER_VERTELLEN,
    PP_ONDERSTEUNING,
    PP_RECHTEN,
    PP_TERMIJN,
    PP_UITLEG,
)
from decision_trees.gesprekken.antwoorden import HELPT, KIND_BOOS, KLAGEN
from decision_trees.model import bepaling, wet
from decision_trees.talks import Kind, Reply, Talk, Voice

TALKS: tuple[Talk, ...] = (
    Talk(
        id="verzoek",
        title="Iemand wil zijn gegevens zien, verbeteren of wissen",
        kind=Kind.RECHT,
        before="Geef het verzoek meteen door aan de partner die de gegevens heeft. De termijn loopt.",
        adult=(
            "U vroeg om uw gegevens te zien, te verbeteren of te wissen. Dat is uw recht.",
            "Ik ga na wie u bent, en voor wie u vraagt.",
            "U krijgt binnen een maand antwoord van [organisatie].",
            "Wat over een ander gaat, ziet u niet.",
            "Krijgt u iets niet? Dan hoort u waarom, als dat veilig kan.",
        ),
        young=(
            "Je vroeg om je gegevens te zien, te verbeteren of te wissen.",
            "Vanaf 12 jaar mag je dat zelf vragen, als je het kunt begrijpen.",
            "Je krijgt binnen een maand antwoord van [organisatie].",
            "Wat over een ander gaat, zie je niet.",
        ),
        child=(
            "Iemand wil lezen wat er over jou is opgeschreven.",
            "Wat vind jij daarvan? Dat telt mee.",
            "Ik vertel je wat er gebeurt.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Waarom duurt het zo lang?",
                answer="De regel is een maand. Is het moeilijk? Dan mogen er twee maanden bij. Dat moet u binnen de eerste maand horen. Zijn wij "
                "te laat? Dan zeg ik u dat eerlijk.",
                sources=(PP_TERMIJN, wet("AVG 12 lid 3")),
            ),
            Reply(
                by=Voice.VOLWASSENE,
                asked="Wissen jullie alles als ik dat vraag?",
                answer="Niet altijd. Soms moet een organisatie gegevens bewaren. Dan hoort u waarom.",
                sources=(wet("Jw 7.3.9"), wet("Wmo 5.3.5"), PP_RECHTEN),
            ),
            HELPT,
            KLAGEN,
        ),
        never=(
            "Vraag niet waarom iemand zijn gegevens wil zien.",
            "Zeg niet dat het geen zin heeft.",
            "Laat niets zien over een ander, ook niet over de melder.",
        ),
        sources=(
            PP_INZAGE,
            PP_TERMIJN,
            PP_ONDERSTEUNING,
            wet("AVG 12 lid 3"),
            wet("AVG 15"),
            wet("Jw 7.3.10"),
            wet("Wmo 5.3.2"),
        ),
        outcomes=(
            "delen/verzoek",
            "delen/inzage-uitzoeken",
            "delen/inzage",
            "delen/inzage-wacht",
            "delen/wissen-overleg",
            "delen/termijn-voorbij",
        ),
    ),
    Talk(
        id="fout-vertellen",
        title="Vertellen dat er iets misging met gegevens",
        kind=Kind.RECHT,
        before="Beperk eerst de schade. Is iemand nu in gevaar, zoals bij een geheim adres? Waarschuw die meteen.",
        adult=(
            "Er ging iets mis met uw gegevens: [wat].",
            "Dat spijt ons.",
            "Het gaat om [welke gegevens]. Zij kwamen bij [wie], of klopten niet.",
            "Wij hebben [wat] gedaan. U kunt zelf [wat] doen.",
            "U mag uw gegevens zien, en vragen om ze te verbeteren.",
        ),
        young=(
            "Er ging iets mis met jouw gegevens: [wat].",
            "Dat spijt ons. Het is niet jouw schuld.",
            "Het gaat om [welke gegevens]. Zij kwamen bij [wie], of klopten niet.",
            "Wij hebben [wat] gedaan. Jij kunt zelf [wat] doen.",
        ),
        child=(
            "Wij hebben een fout gemaakt met iets over jou.",
            "Dat spijt ons. Jij hebt niets fout gedaan.",
            "Wij maken het zo goed als we kunnen.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Is het nu opgelost?",
                answer="Ik vertel u wat wij weten en wat wij nog niet weten. Wie het kreeg, hoort wat niet klopte.",
                sources=(wet("AVG 34"), wet("AVG 19"), HERSTELLEN),
            ),
            Reply(
                by=Voice.VOLWASSENE,
                asked="Waarom hoor ik dit nu pas?",
                answer="U had het eerder moeten horen. Ik leg u uit waarom dat niet gebeurde. Ik heb dat ook opgeschreven.",
                sources=(PP_UITLEG, PP_LATER_VERTELLEN, wet("AVG 14"), wet("Wmo 5.3.1 lid 1")),
            ),
            KLAGEN,
            KIND_BOOS,
        ),
        never=(
            "Maak het niet kleiner dan het is.",
            "Zeg niet dat het zeker is opgelost, als je dat niet weet.",
            "Geef geen ander de schuld.",
        ),
        sources=(
            bepaling("privacyprotocol/artikel-8/lid-6"),
            HERSTELLEN,
            wet("AVG 34"),
            wet("AVG 16"),
            wet("AVG 19"),
            wet("AVG 14"),
            PP_UITLEG,
        ),
        outcomes=("delen/datalek", "delen/herstellen", "delen/vertellen-te-laat"),
    ),
)
