"""Consent for help or treatment, never for sharing (R50–R55)."""

from __future__ import annotations

from decision_trees.bronnen import HOE_JE_VROEG, PP_GEHEIMHOUDING, PP_OPEN, PP_TOESTEMMING, WP_TWIJFEL
from decision_trees.meaning import Beslist, Leeftijd, Toestemming, Twijfel, Vermogen, Voorwaarde, Weg, Wens
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, Source, weet_niet, wet
from decision_trees.trees.toestemming.geldigheid import nagegaan

RESTS_ON = (Wens, Leeftijd, Vermogen)


def hulp_zelf(
    id: str,
    text: str,
    why: str,
    to: str,
    decides: Beslist,
    *,
    sources: tuple[Source, ...],
    rules: tuple[str, ...],
) -> Question:
    """What someone of an age to decide alone on help says; who cannot oversee it goes on at `to`."""
    return Question(
        id=id,
        text=text,
        why=why,
        sources=sources,
        answers=(
            Answer(
                id="gegeven",
                text="Hij overziet het en zegt ja",
                to="hulp-geldigheid",
                says=(Vermogen.IN_STAAT, Toestemming.GEGEVEN),
            ),
            Answer(
                id="niet-gevraagd",
                text="Hij overziet het en is nog niet gevraagd",
                to="hulp-vraag",
                says=(Toestemming.NIET_GEVRAAGD,),
            ),
            Answer(
                id="geweigerd",
                text="Hij overziet het en zegt nee, of trok zijn ja in",
                to="hulp-geweigerd",
                says=(Toestemming.GEWEIGERD,),
            ),
            Answer(
                id="niet-in-staat",
                text="Hij kan het niet overzien",
                to=to,
                says=(Vermogen.NIET_IN_STAAT,),
                rules=("R17", "R20"),
            ),
            weet_niet("in-staat-uitzoeken"),
        ),
        rules=rules,
        decides=decides,
        rests_on=RESTS_ON,
    )


NODES: tuple[Node, ...] = (
    Question(
        id="hulp-soort",
        text="Om welke hulp gaat het?",
        why="Voor jeugdhulp binnen een maatregel is geen toestemming nodig. Voor een geneeskundige behandeling wel, ook "
        "binnen een maatregel. Of jeugd-ggz geneeskundig is, hangt van de behandeling af: vraag de behandelaar.",
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.1"), wet("Wgbo 7:450"), wet("BW 1:265h")),
        answers=(
            Answer(id="vrijwillig", text="(Jeugd)hulp, vrijwillig of in drang", to="hulp-leeftijd", says=(Wens.HULP,)),
            Answer(
                id="behandeling",
                text="Geneeskundige behandeling (arts, medicijnen, behandeling in de ggz), ook binnen een maatregel",
                to="hulp-leeftijd",
                says=(Wens.HULP,),
                rules=("R51",),
            ),
            Answer(
                id="maatregel",
                text="Jeugdhulp (geen geneeskundige behandeling) binnen een maatregel over dit kind, jeugdreclassering of "
                "gesloten jeugdhulp met machtiging",
                to="nagegaan-maatregel",
                says=(Weg.HULP_MAATREGEL,),
                rules=("R55",),
            ),
            weet_niet("doel-uitzoeken"),
        ),
        rules=("R50", "R51", "R55"),
    ),
    Question(
        id="hulp-leeftijd",
        text="Hoe oud is degene die hulp krijgt?",
        why="Voor hulp gelden andere leeftijden dan voor delen. Bij 12 tot en met 15 jaar zijn er twee nodig: de jongere én "
        "wie gezag heeft.",
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.5"), wet("Wgbo 7:447"), wet("Wgbo 7:450")),
        answers=(
            Answer(id="0-11", text="0 tot en met 11 jaar", to="hulp-gezag", says=(Leeftijd.TOT_12,), rules=("R52",)),
            Answer(
                id="12-15", text="12 tot en met 15 jaar", to="hulp-besluit", says=(Leeftijd.VAN_12_15,), rules=("R53",)
            ),
            Answer(id="16-17", text="16 of 17 jaar", to="hulp-16-17", says=(Leeftijd.VAN_16_17,), rules=("R54",)),
            Answer(id="18", text="18 jaar of ouder", to="hulp-18", says=(Leeftijd.VANAF_18,), rules=("R74",)),
            weet_niet("leeftijd-uitzoeken"),
        ),
        rules=("R52", "R53", "R54"),
    ),
    Question(
        id="hulp-besluit",
        text="Wat zeggen de jongere (12–15) en wie gezag heeft?",
        why="Hulp aan een jongere van 12 tot en met 15 jaar vraagt twee keer toestemming: van hemzelf én van wie gezag heeft. "
        "Uitgangspunt: de jongere kan het overzien. Kan hij dat niet, dan beslist wie gezag heeft.",
        sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2"), wet("Jw 7.3.15")),
        answers=(
            Answer(
                id="beiden",
                text="De jongere én iedereen met gezag zeggen zelf ja",
                to="hulp-geldigheid",
                says=(Vermogen.IN_STAAT, Toestemming.GEGEVEN),
            ),
            Answer(
                id="ouder-niet-gevraagd",
                text="De jongere zegt ja, niet iedereen met gezag is gevraagd",
                to="hulp-vraag-beiden",
                says=(Toestemming.NIET_GEVRAAGD,),
            ),
            Answer(
                id="ouder-nee",
                text="De jongere zegt ja, iemand met gezag zegt nee of trok zijn ja in",
                to="hulp-blijft-willen",
                says=(Toestemming.ONEENS,),
            ),
            Answer(
                id="ouder-onbereikbaar",
                text="De jongere zegt ja; iemand met gezag is niet te bereiken, vragen is onveilig, of de jongere wil dat niet",
                to="hulp-ernstig-nadeel",
                says=(Toestemming.ONBEREIKBAAR,),
            ),
            Answer(
                id="jongere-nee",
                text="De jongere zegt nee, of trok zijn ja in",
                to="hulp-geweigerd",
                says=(Toestemming.GEWEIGERD,),
            ),
            Answer(
                id="niet-gevraagd",
                text="Nog niet gevraagd",
                to="hulp-vraag-beiden",
                says=(Toestemming.NIET_GEVRAAGD,),
            ),
            Answer(
                id="niet-in-staat",
                text="De jongere kan het niet overzien",
                to="hulp-gezag",
                says=(Vermogen.NIET_IN_STAAT,),
                rules=("R17",),
            ),
            weet_niet("status-uitzoeken"),
        ),
        rules=("R53", "R67"),
        decides=Beslist.JONGERE_EN_GEZAG,
        rests_on=RESTS_ON,
    ),
    Question(
        id="hulp-gezag",
        text="Wat zegt wie gezag heeft over deze hulp?",
        why="Voor hulp aan een kind tot 12 jaar, of aan een jongere die het niet kan overzien, beslist wie gezag heeft: beide "
        "ouders, één ouder of een voogd. Bij een OTS houden de ouders gezag. Een ouder jonger dan 18 heeft dat meestal niet. Hoor ook "
        "het kind; zijn bezwaar weegt mee.",
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.15"), wet("Wgbo 7:465"), wet("BW 1:245"), wet("BW 1:253i")),
        answers=(
            Answer(
                id="gegeven", text="Iedereen met gezag zegt zelf ja", to="hulp-geldigheid", says=(Toestemming.GEGEVEN,)
            ),
            Answer(
                id="niet-gevraagd",
                text="Niet iedereen met gezag is gevraagd",
                to="hulp-vraag",
                says=(Toestemming.NIET_GEVRAAGD,),
            ),
            Answer(
                id="geweigerd",
                text="Iemand met gezag zegt nee, of trok zijn ja in",
                to="hulp-geweigerd",
                says=(Toestemming.GEWEIGERD,),
                rules=("R23",),
            ),
            Answer(
                id="rechter",
                text="De rechter gaf de GI dit deel van het gezag, of verving de toestemming van de ouders",
                to="hulp-rechter",
                says=(Twijfel.PAST_NIET,),
                rules=("R55", "R84"),
            ),
            Answer(
                id="zonder-gezag",
                text="Alleen iemand zonder gezag is gevraagd: pleegouder, stiefouder, oma, nieuwe partner",
                to="hulp-vraag",
                says=(Toestemming.GEVRAAGD_AAN_VERKEERDE,),
                rules=("R82",),
            ),
            Answer(
                id="onbereikbaar",
                text="Iemand met gezag is niet te bereiken, vragen is onveilig, of het kind verzet zich sterk",
                to="hulp-overleg",
                says=(Toestemming.ONBEREIKBAAR,),
                rules=("R27", "R73", "R85"),
            ),
            weet_niet("gezag-uitzoeken", "Dat weet ik niet, of ik weet niet wie gezag heeft"),
        ),
        rules=("R15", "R17", "R22", "R25", "R52"),
        decides=Beslist.IEDEREEN_MET_GEZAG,
        rests_on=RESTS_ON,
    ),
    hulp_zelf(
        "hulp-16-17",
        "Wat zegt de jongere (16 of 17) over deze hulp?",
        "Vanaf 16 jaar beslist een jongere zelf over hulp, als hij het kan overzien. Ouders zijn dan niet nodig.",
        "hulp-gezag",
        Beslist.JONGERE,
        sources=(wet("Jw 7.3.5"), wet("Jw 7.3.15"), wet("Wgbo 7:447")),
        rules=("R54", "R67"),
    ),
    hulp_zelf(
        "hulp-18",
        "Wat zegt deze volwassene over de hulp?",
        "Een volwassene die het kan overzien beslist zelf, ook als er een mentor, curator of bewindvoerder is.",
        "hulp-vertegenwoordiger",
        Beslist.VOLWASSENE,
        sources=(wet("Wgbo 7:450"), wet("Wgbo 7:465"), wet("BW 1:454")),
        rules=("R67", "R74", "R78"),
    ),
    Question(
        id="hulp-vertegenwoordiger",
        text="Wat zegt wie deze volwassene vertegenwoordigt over de hulp?",
        why="De wet geeft een vaste volgorde: curator of mentor, wie schriftelijk is gemachtigd, partner, en dan ouder, kind, "
        "broer of zus. Zijn er meer van dezelfde rang, dan moeten zij het eens zijn. Een bewindvoerder gaat over geld.",
        sources=(wet("Wgbo 7:465"), wet("Jw 7.3.15"), wet("BW 1:454")),
        answers=(
            Answer(
                id="gegeven",
                text="De eerste in die rij zegt ja",
                to="hulp-geldigheid",
                says=(Voorwaarde.EERSTE_IN_DE_RIJ, Toestemming.GEGEVEN),
            ),
            Answer(
                id="wmo",
                text="Het is hulp volgens de Wmo, en er is geen curator of mentor",
                to="wmo-overleg",
                says=(Twijfel.BETWIST,),
                rules=("R77",),
            ),
            Answer(
                id="oneens",
                text="Er zijn er meer van dezelfde rang, en zij zijn het niet eens",
                to="rang-oneens",
                says=(Toestemming.ONEENS,),
            ),
            Answer(id="niet-gevraagd", text="Nog niet gevraagd", to="hulp-vraag", says=(Toestemming.NIET_GEVRAAGD,)),
            Answer(
                id="geweigerd",
                text="Hij zegt nee, of trok zijn ja in",
                to="hulp-geweigerd",
                says=(Toestemming.GEWEIGERD,),
            ),
            Answer(
                id="verzet",
                text="Hij is niet te bereiken, vragen is onveilig, of hij zegt ja maar de volwassene verzet zich",
                to="hulp-overleg",
                says=(Toestemming.BEZWAAR,),
                rules=("R27", "R73"),
            ),
            Answer(
                id="niemand",
                text="Er is niemand, of alleen een bewindvoerder",
                to="niemand-vertegenwoordigt",
                says=(Toestemming.GEVRAAGD_AAN_VERKEERDE,),
                rules=("R76",),
            ),
            weet_niet("vertegenwoordiger-uitzoeken"),
        ),
        rules=("R20", "R76"),
        decides=Beslist.VERTEGENWOORDIGER,
        rests_on=RESTS_ON,
    ),
    Question(
        id="hulp-blijft-willen",
        text="Blijft de jongere deze hulp weloverwogen willen, ook na dit nee?",
        why="De wet laat dan hulp toe zonder ouders: de toestemming van de jongere is genoeg. Dat is een uitzondering, die je "
        "samen beoordeelt.",
        sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2")),
        answers=(
            Answer(id="ja", text="Ja", to="hulp-weloverwogen"),
            Answer(
                id="nee",
                text="Nee",
                to="hulp-geweigerd",
                says=(Toestemming.GEWEIGERD,),
            ),
            weet_niet("hulp-weloverwogen"),
        ),
        rules=("R53",),
        rests_on=(*RESTS_ON, Toestemming),
    ),
    Question(
        id="hulp-geldigheid",
        text="Is de toestemming voor deze hulp vrij en begrepen?",
        why="Toestemming gaat over déze hulp, na uitleg in gewone taal. Toestemming voor hulp is geen toestemming om "
        "informatie te delen.",
        sources=(wet("Jw 7.3.2"), wet("Jw 7.3.4"), wet("Wgbo 7:450"), PP_TOESTEMMING),
        answers=(
            Answer(id="ja", text="Ja: deze hulp, vrij en begrepen", to="hulp-toestemming", says=(Toestemming.GELDIG,)),
            Answer(
                id="nee",
                text="Nee: druk, niet begrepen, een familielid tolkte, of andere hulp",
                to="hulp-vraag",
                says=(Toestemming.ONGELDIG,),
                rules=("R116",),
            ),
            weet_niet("hulp-vraag"),
        ),
        rules=("R52", "R53", "R54", "R116"),
        rests_on=(*RESTS_ON, Toestemming),
    ),
    nagegaan("nagegaan-maatregel", "hulp-maatregel", None),
    Outcome(
        id="hulp-vraag",
        oordeel=Oordeel.NU_NIET,
        title="Vraag eerst toestemming voor de hulp",
        sentence="Begin nog niet. Vraag het eerst aan wie over deze hulp beslist.",
        steps=(
            "Leg de hulp uit in gewone taal, zo nodig met een onafhankelijke tolk.",
            "Vraag wie gezag heeft: beiden, als er twee zijn. Vanaf 16 jaar beslist iemand zelf, als hij het overziet.",
            "Leg het ook een jong kind uit, op zijn niveau, en vraag wat het vindt. Zijn bezwaar weegt mee.",
        ),
        record=(HOE_JE_VROEG, "het antwoord, en van wie"),
        tell=("Degene die hulp krijgt, en wie gezag heeft of hem vertegenwoordigt.",),
        change=("Is er toestemming? Kies dat bij de vorige vraag.", "Is er acuut gevaar? Handel direct."),
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.2"), wet("Jw 7.3.5"), wet("Wgbo 7:450")),
        rules=("R15", "R52", "R54", "R82", "R116"),
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
        record=(HOE_JE_VROEG, "het antwoord van de jongere en van wie gezag heeft"),
        tell=("De jongere en wie gezag heeft.",),
        change=("Zeggen zij ja? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2")),
        rules=("R53",),
    ),
    Outcome(
        id="hulp-geweigerd",
        oordeel=Oordeel.NU_NIET,
        title="Geen toestemming voor deze hulp: begin niet",
        sentence="Wie over deze hulp beslist, zegt nee of trok zijn ja in. Op toestemming start of vervolg je de hulp niet.",
        steps=(
            "Vraag waarom, en zoek samen naar hulp die wel past.",
            "Zijn twee personen met gezag het oneens? De rechter kan beslissen.",
            "Zorgen om veiligheid? Volg de meldcode.",
        ),
        record=("de weigering of intrekking, en wat je aanbood",),
        tell=("Degene die hulp zou krijgen, en wie gezag heeft.",),
        change=(
            "Komt er toestemming? Kies dat bij de vorige vraag.",
            "Besluit de rechter anders? Dan gelden andere regels.",
        ),
        sources=(wet("Jw 7.3.4"), wet("Wgbo 7:450"), wet("BW 1:253a"), wet("Jw 4.1.7")),
        rules=("R23", "R53", "R101"),
    ),
    Outcome(
        id="hulp-overleg",
        oordeel=Oordeel.OVERLEG,
        title="Hulp zonder toestemming: overleg eerst",
        sentence="Iemand is niet te bereiken, vragen is onveilig, of wie hulp krijgt verzet zich. Overleg met je jurist.",
        steps=(
            "Kan het echt niet wachten, omdat ernstig nadeel dreigt? Dan mag hulp zonder toestemming die ene keer beginnen. "
            "Overleg er direct over.",
            "Verzet iemand zich? Weeg dat zwaar, ook als zijn vertegenwoordiger ja zegt.",
            "Vraag je jurist of de rechter kan beslissen, of toestemming kan vervangen.",
        ),
        record=("je pogingen, het verzet en het overleg",),
        tell=("Degene die hulp krijgt, zo begrijpelijk mogelijk.",),
        change=("Komt er toestemming? Kies dat bij de vorige vraag.", "Wordt het acuut? Handel direct."),
        sources=(
            wet("Jw 7.3.16 lid 1"),
            wet("Wgbo 7:466"),
            wet("Jw 7.3.15"),
            wet("Wgbo 7:465"),
            wet("BW 1:253r"),
            wet("BW 1:265h"),
            WP_TWIJFEL,
        ),
        rules=("R27", "R73", "R85"),
    ),
    Outcome(
        id="hulp-rechter",
        oordeel=Oordeel.OVERLEG,
        title="De rechter besliste over deze hulp: lees de uitspraak samen",
        sentence="Gaat de uitspraak precies over deze hulp, dan kan die de toestemming van de ouders vervangen. Overleg met je "
        "jurist.",
        steps=(
            "Vraag de GI om de uitspraak van de rechter, en lees over welke hulp die gaat.",
            "Vraag een jongere van 12 of ouder ook zelf, als hij het overziet.",
            "Leg de ouders uit wat er gaat gebeuren, en luister naar hun mening.",
        ),
        record=("de uitspraak, waarover die gaat en het overleg",),
        tell=("Het kind op zijn niveau, de ouders en de GI.",),
        change=("Gaat de uitspraak over iets anders? Dan beslissen de ouders met gezag.",),
        sources=(wet("BW 1:265h"), wet("BW 1:265e"), wet("Jw 7.3.4"), WP_TWIJFEL),
        rules=("R55", "R84"),
    ),
    Outcome(
        id="hulp-weloverwogen",
        oordeel=Oordeel.OVERLEG,
        title="De jongere blijft het willen: beoordeel het samen",
        sentence="Blijft de jongere de hulp weloverwogen wensen, dan is zijn toestemming genoeg. Beoordeel dat niet alleen.",
        steps=(
            "Praat met de jongere, en met wie gezag heeft.",
            "Beoordeel met een deskundige collega of hij het overziet en er echt achter staat.",
            "Twijfel? Leg het voor aan je jurist.",
        ),
        record=("waarom zijn wens weloverwogen is, het nee van wie gezag heeft en het overleg",),
        tell=("De jongere. Wie gezag heeft, tenzij zijn belang zich verzet.",),
        change=("Zegt wie gezag heeft alsnog ja? Kies dat bij de vorige vraag.",),
        sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2"), WP_TWIJFEL),
        rules=("R53",),
    ),
    Outcome(
        id="hulp-ernstig-nadeel",
        oordeel=Oordeel.OVERLEG,
        title="Hulp zonder ouders: alleen bij ernstig nadeel",
        sentence="Zonder toestemming van wie gezag heeft, kan hulp als die nodig is om ernstig nadeel te voorkomen. Overleg "
        "eerst.",
        steps=(
            "Leg vast wat je hebt geprobeerd om wie gezag heeft te bereiken.",
            "Wil de jongere niet dat zij het horen? Vraag waarom, en of iemand anders kan helpen het te vertellen.",
            "Beoordeel met een collega welk nadeel dreigt als je wacht.",
            "Kan het echt niet wachten? Dan mag de hulp die ene keer beginnen. Overleg er direct over.",
        ),
        record=("je pogingen, welk nadeel dreigt en het overleg",),
        tell=("De jongere. Wie gezag heeft, zodra dat kan en veilig is.",),
        change=("Zegt wie gezag heeft alsnog ja? Kies dat bij de vorige vraag.", "Wordt het acuut? Handel direct."),
        sources=(wet("Jw 7.3.4 lid 2"), wet("Wgbo 7:450 lid 2"), wet("Jw 7.3.16 lid 1"), wet("Wgbo 7:466"), WP_TWIJFEL),
        rules=("R18", "R53", "R85"),
    ),
    Outcome(
        id="hulp-toestemming",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.HULP,
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
        sources=(wet("Jw 7.3.4"), wet("Jw 7.3.2"), wet("Jw 7.3.5"), wet("Wgbo 7:450"), PP_GEHEIMHOUDING),
        rules=("R15", "R52", "R53", "R54", "R74"),
    ),
    Outcome(
        id="hulp-maatregel",
        oordeel=Oordeel.MAG_ONDER_VOORWAARDEN,
        way=Weg.HULP_MAATREGEL,
        title="Binnen de maatregel is geen toestemming voor hulp nodig",
        sentence="Je mag de jeugdhulp geven zonder toestemming. Dit gaat niet over het delen van informatie.",
        steps=(
            "Leg de jongere en de ouders uit wat je gaat doen, en luister naar hun mening.",
            "Uithuisplaatsing of gesloten jeugdhulp? Alleen met een machtiging van de rechter.",
            "Wil je informatie delen? Dan geldt geheimhouding: begin opnieuw met die vraag.",
        ),
        record=("op welke maatregel of machtiging je steunt",),
        tell=("De jongere en de ouders.",),
        change=(
            "Is het een geneeskundige behandeling? Dan is toestemming nodig. Alleen tot 12 jaar, of als de jongere het niet "
            "overziet, kan de rechter die van de ouders vervangen.",
            "Eindigt de maatregel? Vraag dan toestemming.",
        ),
        sources=(wet("Jw 7.3.4 lid 1"), wet("Jw 7.3.1"), wet("BW 1:265b"), wet("BW 1:265h"), PP_OPEN),
        rules=("R50", "R55"),
    ),
)
