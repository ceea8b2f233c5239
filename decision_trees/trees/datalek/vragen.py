"""What happened, whether someone can use the data, and how grave that is (R144–R149)."""

from __future__ import annotations

from decision_trees.bronnen import (
    PP_BEVEILIGING,
    PP_LEK_24_UUR,
    PP_LEK_AFWEGING,
    PP_LEK_BEPERKEN,
    PP_LEK_PARTNERS,
)
from decision_trees.gevaar import gevaar
from decision_trees.meaning import Beslisser, Lek, Proeftuin, Risico, Soort, Stand, Wens
from decision_trees.model import Answer, Node, Question, bepaling, weet_niet, wet


def proeftuin(risk: str) -> Question:
    """Whether data of the proeftuin take part, after the risk was weighed; doubt counts as yes."""
    return Question(
        id=f"proeftuin-{risk}",
        text="Zijn er gegevens bij die je in de proeftuin kreeg, of over een gezin in de proeftuin?",
        why="Dan horen de partners het ook: zo snel mogelijk, uiterlijk binnen 24 uur. Weet je het niet? Dan meld je het hun wel.",
        sources=(PP_LEK_24_UUR, PP_LEK_PARTNERS),
        answers=(
            Answer(id="ja", text="Ja", to=f"lek-{risk}-partners", says=(Proeftuin.WEL,)),
            Answer(id="nee", text="Nee, zeker niet", to=f"lek-{risk}", says=(Proeftuin.NIET,)),
            weet_niet(f"lek-{risk}-partners"),
        ),
        rules=("R46", "R155"),
        rests_on=(Lek, Risico),
    )


NODES: tuple[Node, ...] = (
    *gevaar("gevaar-door-lek"),
    Question(
        id="gevaar-door-lek",
        text="Kan iemand door dit lek in gevaar komen, bijvoorbeeld door een geheim adres?",
        why="Waarschuw eerst wie gevaar loopt, en stop dan het lek: haal terug of blokkeer. Melden komt daarna. Weet je het niet? Doe "
        "dan alsof het kan.",
        sources=(PP_LEK_BEPERKEN, wet("AVG 34"), bepaling("privacyprotocol/artikel-7/lid-6")),
        answers=(
            Answer(id="ja", text="Ja, dat kan", to="lek-gevaar", says=(Wens.MIS, Risico.GEVAAR)),
            Answer(id="nee", text="Nee", to="wat", says=(Wens.MIS,)),
            weet_niet("lek-gevaar"),
        ),
        rules=("R34", "R149"),
    ),
    Question(
        id="wat",
        text="Wat is er gebeurd met de gegevens?",
        why="Beperk de schade nu: trek het bericht in, bel de ontvanger, laat het toestel of de toegang blokkeren. Ging het mis bij "
        "een leverancier van jullie? Ook dat is jullie lek: de uren tellen vanaf zijn bericht. Werk je zelf voor een opdrachtgever? "
        "Bericht hem meteen.",
        sources=(wet("AVG 4"), bepaling("privacyprotocol/artikel-8/lid-1"), PP_LEK_BEPERKEN, wet("AVG 33 lid 2")),
        answers=(
            Answer(
                id="verkeerde",
                text="Gestuurd, gezegd of meegegeven aan de verkeerde persoon, of ingevoerd in een openbare app of chatbot (AI)",
                to="gewist",
                says=(Lek.VERKEERDE,),
            ),
            Answer(
                id="kwijt",
                text="Een telefoon, laptop, stick of papier is kwijt of gestolen",
                to="versleuteld",
                says=(Lek.KWIJT,),
            ),
            Answer(
                id="ingezien",
                text="Ingezien, gebruikt of te openen door iemand die dat niet mocht, ook een (oud-)collega",
                to="soort",
                says=(Lek.INGEZIEN,),
            ),
            Answer(
                id="weg",
                text="Gewist, stuk of niet te bereiken",
                to="kopie",
                says=(Lek.WEG,),
            ),
            Answer(
                id="onjuist",
                text="Vastgelegd of gedeeld, maar niet juist",
                to="onjuist",
                says=(Lek.ONJUIST,),
                rules=("R66",),
            ),
            Answer(
                id="te-laat",
                text="Het is al meer dan 72 uur bekend, en nog niet gemeld",
                to="lek-te-laat",
                says=(Stand.VOORBIJ,),
                rules=("R152",),
            ),
            Answer(
                id="gekregen",
                text="Wij kregen of vonden zelf iets wat voor een ander is",
                to="niet-ons-lek",
                says=(Beslisser.ANDER,),
                rules=("R150",),
            ),
            weet_niet("lek-onduidelijk", "Dat weet ik niet, of een partner meldt ons zijn lek"),
        ),
        rules=("R46", "R144", "R149", "R150", "R166"),
    ),
    Question(
        id="gewist",
        text="Is de ontvanger een professional met geheimhouding, en bevestigt hij schriftelijk dat hij het wiste?",
        why="Vraag hem nu om het te wissen en dat te bevestigen. Dat maakt het risico kleiner. Het blijft een datalek.",
        sources=(PP_LEK_BEPERKEN, wet("AVG 33")),
        answers=(
            Answer(id="ja", text="Ja, allebei", to="proeftuin-laag", says=(Risico.LAAG,)),
            Answer(id="nee", text="Nee, of nog niet", to="soort"),
            weet_niet("soort"),
        ),
        rules=("R148", "R149"),
        rests_on=(Lek,),
    ),
    Question(
        id="versleuteld",
        text="Was alles versleuteld, en kan je organisatie dat aantonen?",
        why="Laat toestel en wachtwoorden nu blokkeren. Alleen als de sleutel veilig is en er een kopie is, kan niemand er iets mee. "
        "Een pincode of wachtwoord alleen is geen bewijs.",
        sources=(wet("AVG 34"), PP_BEVEILIGING),
        answers=(
            Answer(
                id="ja",
                text="Ja, dat is aan te tonen; de sleutel is veilig en er is een kopie",
                to="proeftuin-laag",
                says=(Risico.LAAG,),
            ),
            Answer(id="nee", text="Nee, of niet aan te tonen", to="soort"),
            weet_niet("soort"),
        ),
        rules=("R147",),
        rests_on=(Lek,),
    ),
    Question(
        id="kopie",
        text="Is alles al hersteld uit een goede kopie, en kon niemand anders erbij?",
        why="Bel nu wie bij jullie over de computers gaat, en verander zelf niets meer. Kwijt zijn is ook een datalek: hulp kan stilvallen of fout gaan.",
        sources=(wet("AVG 4"), PP_BEVEILIGING),
        answers=(
            Answer(id="ja", text="Ja, allebei", to="proeftuin-laag", says=(Risico.LAAG,)),
            Answer(id="nee", text="Nee, of nog niet", to="soort"),
            weet_niet("soort"),
        ),
        rules=("R144", "R149"),
        rests_on=(Lek,),
    ),
    Question(
        id="onjuist",
        text="Kreeg iemand hierdoor gegevens die niet voor hem waren, of is er al iets mee besloten?",
        why="Verbeter het gegeven nu. Zag iemand gegevens van een ander, of is er iets mee besloten? Dan is het ook een datalek.",
        sources=(wet("AVG 16"), wet("AVG 4"), bepaling("vuistregels/feitenonderzoek/vuistregel-8")),
        answers=(
            Answer(id="nee", text="Nee, geen van beide", to="lek-herstel", says=(Risico.LAAG,)),
            Answer(id="ja", text="Ja", to="soort"),
            weet_niet("soort"),
        ),
        rules=("R66", "R144"),
        rests_on=(Lek,),
    ),
    Question(
        id="soort",
        text="Wat is het gevoeligste dat erbij zit?",
        why="Het gevoeligste telt. Weet je het niet precies? Ga dan uit van gevoelig.",
        sources=(wet("AVG 33"), wet("AVG 34"), PP_LEK_AFWEGING),
        answers=(
            Answer(
                id="gevoelig",
                text="Gezondheid (ook dát iemand bij ggz of opvang komt), geweld of mishandeling, strafbare feiten, BSN, geloof, seksualiteit of een wachtwoord",
                to="proeftuin-hoog",
                says=(Risico.HOOG,),
            ),
            Answer(
                id="dossier",
                text="Een heel dossier, plan of verslag over een gezin",
                to="proeftuin-hoog",
                says=(Risico.HOOG,),
            ),
            Answer(
                id="gewoon",
                text="Alleen iets gewoons, zoals een naam, telefoonnummer of afspraak",
                to="om-wie",
                says=(Soort.GEWOON,),
            ),
            weet_niet("proeftuin-hoog"),
        ),
        rules=("R146",),
        rests_on=(Lek,),
    ),
    Question(
        id="om-wie",
        text="Gaat het over een kind, over iemand die extra kwetsbaar is, of over meer dan tien mensen?",
        why="Een naam in een mail van jeugdhulp vertelt al dat iemand hulp krijgt. Bij kinderen en bij veel mensen is het risico groter.",
        sources=(wet("AVG 34"), PP_LEK_AFWEGING),
        answers=(
            Answer(id="ja", text="Ja", to="proeftuin-hoog", says=(Risico.HOOG,)),
            Answer(id="nee", text="Nee", to="proeftuin-risico", says=(Risico.RISICO,)),
            weet_niet("proeftuin-hoog"),
        ),
        rules=("R146",),
        rests_on=(Lek,),
    ),
    proeftuin("hoog"),
    proeftuin("risico"),
    proeftuin("laag"),
)
"""The questions, each above those that it leads to."""
