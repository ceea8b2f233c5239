"""Telling what happens: with a yes, without asking because the law gives or demands, and later when it is unsafe (R38–R40, R58)."""

from __future__ import annotations

from decision_trees.bronnen import (
    CASUSOVERLEG,
    MET_HET_GEZIN,
    OPNEMEN,
    PP_EIGEN_AFWEGING,
    PP_EVENREDIG,
    PP_FOLDER,
    PP_GRONDSLAG,
    PP_INTREKKEN,
    PP_LATER_VERTELLEN,
    PP_MINDER_INGRIJPEND,
    PP_NOODZAAK,
    PP_SCHRIFTELIJK,
    PP_TAAK,
    PP_UITDRUKKELIJK,
    PP_UITLEG,
    VERTELLEN,
)
from decision_trees.gesprekken.antwoorden import (
    HELPT,
    INTREKKEN_JONGERE,
    INTREKKEN_OUDER,
    KIND_BOOS,
    KIND_MAG_IK,
    KLAGEN,
    WIE_ZIET,
    ZIEN,
    ZIEN_JONGERE,
)
from decision_trees.model import wet
from decision_trees.talks import Kind, Reply, Talk, Voice

GEEN_KEUZE = "Vraag niet: “Vindt u dat goed?” Dan lijkt er een keuze, en die is er niet."
NIET_ONDERHANDELEN = "Ruil niet: “Als u meewerkt, geef ik minder.”"

WAAROM_NIET_VRAGEN = Reply(
    by=Voice.VOLWASSENE,
    asked="Waarom vraagt u mijn toestemming niet?",
    answer="Omdat de wet mij dit laat doen, ook zonder uw ja. Vraag ik het wel, dan lijkt uw nee te beslissen. Dat is niet eerlijk. "
    "Wat u ervan vindt, hoor ik graag.",
    sources=(PP_TAAK, PP_UITLEG),
)
WAAROM_NIET_VRAGEN_JONGERE = Reply(
    by=Voice.JONGERE,
    asked="Waarom mag ik niet kiezen?",
    answer="Omdat de wet mij dit laat doen, ook zonder jouw ja. Vraag ik het wel, dan lijkt je nee te beslissen. Dat is niet eerlijk. "
    "Wat jij ervan vindt, hoor ik graag.",
    sources=(PP_TAAK, PP_UITLEG),
)
MOET_JONGERE = Reply(
    by=Voice.JONGERE,
    asked="Waarom mag ik niet kiezen?",
    answer="Omdat de wet zegt dat ik dit moet geven. Vraag ik om jouw ja, dan lijkt er een keuze. Die is er niet. Wat jij ervan vindt, "
    "schrijf ik erbij.",
    sources=(wet("Jw 7.3.11 lid 4"), wet("Wmo 5.2.2"), PP_UITLEG),
)

TALKS: tuple[Talk, ...] = (
    Talk(
        id="delen-met-ja",
        title="Vertellen wat je gaat geven, na een ja",
        kind=Kind.JA,
        before="Vertel dit voordat je iets geeft. Geef alleen waarvoor ja is gezegd.",
        adult=(
            "U zei ja. Daarom geef ik nu [welke gegevens] aan [wie].",
            "Dat is nodig, zodat [doel]. Meer geef ik niet.",
            "U kunt uw ja altijd intrekken. Zeg het tegen [bij wie].",
            "Ik schrijf op wat u zei, en wanneer.",
        ),
        young=(
            "Je zei ja. Daarom geef ik nu [welke gegevens] aan [wie].",
            "Dat is nodig, zodat [doel]. Meer geef ik niet.",
            "Je kunt je ja altijd intrekken. Zeg het tegen [bij wie].",
            "Ik schrijf op wat je zei, en wanneer.",
        ),
        child=(
            "Ik vertel [wie] iets over jou: [wat].",
            "Dat doe ik, zodat [doel].",
            "Vind je dat niet fijn? Zeg het mij.",
        ),
        replies=(INTREKKEN_OUDER, INTREKKEN_JONGERE, WIE_ZIET, ZIEN, ZIEN_JONGERE, KIND_MAG_IK),
        never=(
            "Geef niet meer dan waar ja op is gezegd, ook niet als het handig is.",
            "Zeg niet dat een ja nu vaststaat.",
        ),
        sources=(PP_UITDRUKKELIJK, PP_SCHRIFTELIJK, PP_INTREKKEN, PP_UITLEG, PP_EVENREDIG),
        outcomes=(
            "toestemming/toestemming-geldig",
            "toestemming/toestemming-een",
            "delen/delen-met-toestemming",
            "delen/delen-toestemming-een",
        ),
    ),
    Talk(
        id="meewerken-vertellen",
        title="Vertellen wat je geeft aan wie meewerkt aan dezelfde hulp",
        kind=Kind.VERTELT,
        before="Vertel dit vooraf. Hoor je een bezwaar? Geef dan nu niets, en overleg eerst.",
        adult=(
            "Ik help u samen met [wie].",
            "[Wie] moet daarvoor [welke gegevens] weten. Dat vertel ik, en niets meer.",
            "Dat mag van de wet, omdat wij samen deze hulp geven.",
            "Heeft u bezwaar? Zeg het nu. Dan geef ik nog niets, en overleg ik eerst.",
        ),
        young=(
            "Ik help jou samen met [wie].",
            "[Wie] moet daarvoor [welke gegevens] weten. Dat vertel ik, en niets meer.",
            "Dat mag van de wet, omdat wij samen deze hulp geven.",
            "Wil je dat niet? Zeg het nu. Dan geef ik nog niets, en overleg ik eerst.",
        ),
        child=(
            "Ik help jou samen met [wie].",
            "Daarom vertel ik [wie] iets over jou: [wat].",
            "Vind je dat niet fijn? Zeg het mij.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Weet nu het hele team dit?",
                answer="Nee. Alleen wie echt meehelpt bij deze hulp, en alleen wat die nodig heeft. In hetzelfde team werken is niet "
                "genoeg.",
                sources=(wet("Jw 7.3.11 lid 2"), wet("Wgbo 7:457 lid 2"), PP_EVENREDIG),
            ),
            ZIEN,
            ZIEN_JONGERE,
            KIND_MAG_IK,
        ),
        never=(
            "Zeg niet: “We zitten toch in één team.”",
            "Doe niet alsof een bezwaar er niet toe doet.",
        ),
        sources=(wet("Jw 7.3.11 lid 2"), wet("Wgbo 7:457 lid 2"), wet("Wmo 5.3.3 lid 3"), PP_UITLEG),
        outcomes=("delen/delen-meewerkend",),
    ),
    Talk(
        id="mag-vertellen",
        title="Vertellen dat je iets geeft, zonder toestemming te vragen",
        kind=Kind.VERTELT,
        before="Vertel dit voordat je iets geeft, tenzij dat iemand onveilig maakt of een strafrechtelijk onderzoek stoort.",
        adult=(
            "Ik ga iets geven aan [wie]: [welke gegevens].",
            "Dat is nodig, zodat [doel].",
            "Ik mag dat doen zonder uw toestemming. Dat staat in de wet.",
            "Daarom vraag ik u niet om ja of nee. Ik wil wel horen wat u vindt.",
            "Wat u zegt, weeg ik mee. En ik schrijf het erbij.",
        ),
        young=(
            "Ik ga iets over jou geven aan [wie]: [welke gegevens].",
            "Dat is nodig, zodat [doel].",
            "Ik mag dat doen zonder jouw toestemming. Dat staat in de wet.",
            "Daarom vraag ik je niet om ja of nee. Ik wil wel horen wat je vindt.",
            "Wat je zegt, weeg ik mee. En ik schrijf het erbij.",
        ),
        child=(
            "Ik vertel [wie] iets over jou: [wat].",
            "Dat doe ik, omdat [doel].",
            "Ik wil graag weten wat jij vindt. Dat schrijf ik op.",
        ),
        replies=(
            WAAROM_NIET_VRAGEN,
            WAAROM_NIET_VRAGEN_JONGERE,
            Reply(
                by=Voice.VOLWASSENE,
                asked="En als ik het niet wil?",
                answer="Dan hoor ik graag waarom. Ik kijk of het anders of met minder kan. Maar ik kan besluiten om het toch te geven. Dan "
                "leg ik uit waarom.",
                sources=(PP_MINDER_INGRIJPEND, PP_UITLEG, VERTELLEN),
            ),
            ZIEN,
            ZIEN_JONGERE,
            KLAGEN,
        ),
        never=(GEEN_KEUZE, NIET_ONDERHANDELEN, "Zeg niet dat je moet, als je alleen mag."),
        sources=(PP_UITLEG, PP_FOLDER, PP_LATER_VERTELLEN, VERTELLEN, PP_TAAK),
        outcomes=(
            "delen/delen-wmo",
            "delen/delen-wmo-zelf",
            "delen/delen-gi-mag",
            "delen/delen-taak",
            "delen/eerst-vertellen",
        ),
    ),
    Talk(
        id="raad-vertellen",
        title="Bespreken dat je de Raad voor de Kinderbescherming iets wilt geven",
        kind=Kind.LUISTERT,
        before="Probeer eerst een ja te krijgen, als dat veilig kan. Zeg er meteen bij dat je ook zonder ja kunt besluiten.",
        adult=(
            "De Raad vraagt om informatie, of ik vind dat de Raad dit moet weten.",
            "Ik wil [welke gegevens] geven, zodat [doel].",
            "Het liefst doe ik dat als u het goed vindt.",
            "Maar ik kan ook zonder uw ja besluiten om het te geven. De wet laat dat toe.",
            "Wat u zegt, weeg ik echt mee. En ik schrijf het op.",
        ),
        young=(
            "De Raad vraagt om informatie, of ik vind dat de Raad dit moet weten.",
            "Ik wil [welke gegevens] over jou geven, zodat [doel].",
            "Het liefst doe ik dat als jij het goed vindt.",
            "Maar ik kan ook zonder jouw ja besluiten om het te geven. De wet laat dat toe.",
            "Wat je zegt, weeg ik echt mee. En ik schrijf het op.",
        ),
        child=(
            "De Raad zoekt uit hoe het met je gaat.",
            "Ik wil de Raad iets over jou vertellen: [wat].",
            "Wat vind jij daarvan? Dat schrijf ik op.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Moet u dit aan de Raad geven?",
                answer="Nee, het moet niet. Het mag. Ik weeg zelf of het nodig is, en ik leg u uit wat ik besluit.",
                sources=(wet("BW 1:240"),),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="En als ik nee zeg?",
                answer="Dan hoor ik graag waarom. Ik kijk of het anders of met minder kan. Ik kan het toch geven. Dan leg ik je uit waarom.",
                sources=(wet("BW 1:240"), PP_MINDER_INGRIJPEND, PP_UITLEG),
            ),
            ZIEN,
            KLAGEN,
            KIND_BOOS,
        ),
        never=(
            "Doe niet alsof een nee het laatste woord is.",
            "Zeg niet dat je moet. Je mag, en je weegt zelf.",
            NIET_ONDERHANDELEN,
        ),
        sources=(wet("BW 1:240"), PP_UITLEG, PP_MINDER_INGRIJPEND),
        outcomes=("delen/delen-rvdk",),
    ),
    Talk(
        id="vraag-aankondigen",
        title="Vertellen dat je een ander iets gaat vragen",
        kind=Kind.VERTELT,
        before="Vraag het eerst de persoon zelf, waar dat kan.",
        adult=(
            "Ik wil iets weten: [wat]. Kunt u het mij zelf vertellen?",
            "Anders vraag ik het aan [wie]. Dat hoort bij mijn werk.",
            "Daarbij vertel ik ook iets: dat ik met u te maken heb.",
            "Ik zeg u wat ik vraag, aan wie en waarvoor.",
        ),
        young=(
            "Ik wil iets weten: [wat]. Kun je het mij zelf vertellen?",
            "Anders vraag ik het aan [wie]. Dat hoort bij mijn werk.",
            "Daarbij vertel ik ook iets: dat ik met jou te maken heb.",
            "Ik zeg je wat ik vraag, aan wie en waarvoor.",
        ),
        child=(
            "Ik wil iets vragen aan [wie], over jou.",
            "Dat doe ik, zodat [doel].",
            "Wil jij zelf iets vertellen? Dat mag.",
        ),
        replies=(
            WAAROM_NIET_VRAGEN,
            WAAROM_NIET_VRAGEN_JONGERE,
            Reply(
                by=Voice.VOLWASSENE,
                asked="Moet [wie] antwoord geven?",
                answer="Soms moet dat van de wet, soms mag het alleen. Dat bekijkt die persoon zelf.",
                sources=(wet("Jw 7.3.11 lid 4"), wet("Wmo 5.2.6"), wet("BW 1:240"), wet("Wmo 5.2.2")),
            ),
            ZIEN,
        ),
        never=(GEEN_KEUZE, "Zeg niet dat de ander alles mag geven. Hij weegt dat zelf."),
        sources=(PP_NOODZAAK, PP_MINDER_INGRIJPEND, PP_UITLEG),
        outcomes=("delen/vragen-mag",),
    ),
    Talk(
        id="taak-uitleggen",
        title="Uitleggen welke gegevens je gebruikt voor je taak",
        kind=Kind.VERTELT,
        before="Laat geen formulier tekenen. Leg uit wat je doet, en van welke wet dat mag.",
        adult=(
            "Voor mijn werk gebruik ik [welke gegevens].",
            "Dat is nodig, zodat [doel]. Het hoort bij mijn taak in de wet.",
            "Daarom hoeft u niets te tekenen.",
            "U mag uw gegevens zien, en zeggen wat niet klopt.",
        ),
        young=(
            "Voor mijn werk gebruik ik [welke gegevens] over jou.",
            "Dat is nodig, zodat [doel]. Het hoort bij mijn taak in de wet.",
            "Daarom hoef je niets te tekenen.",
            "Je mag vanaf 12 jaar vragen om je gegevens te zien.",
        ),
        child=(
            "Ik schrijf iets op over jou: [wat].",
            "Dat heb ik nodig om te helpen.",
            "Klopt het niet? Zeg het mij.",
        ),
        replies=(WAAROM_NIET_VRAGEN, WAAROM_NIET_VRAGEN_JONGERE, ZIEN, HELPT),
        never=(
            "Laat niemand tekenen “voor de privacywet”. Wie van je afhangt, is niet vrij om nee te zeggen.",
            "Zeg niet dat je nu ook alles met anderen mag delen.",
        ),
        sources=(PP_TAAK, PP_GRONDSLAG, PP_UITLEG, wet("AVG 14"), wet("AVG 7 lid 4")),
        outcomes=("delen/zelf-gebruiken", "toestemming/avg-niet-vragen"),
    ),
    Talk(
        id="moet-vertellen",
        title="Vertellen dat je iets moet geven",
        kind=Kind.VERTELT,
        before="Vertel dit vooraf als dat kan. Kan het niet, of is het onveilig? Geef dan toch, en vertel het zodra het kan.",
        adult=(
            "[Wie] vraagt mij om [welke gegevens], of ik moet dit melden.",
            "Ik moet dat geven. Dat staat in de wet.",
            "Ik vraag u dus niet om toestemming.",
            "Ik geef alleen wat nodig is.",
            "Klopt er iets niet? Zeg het. Uw woorden schrijf ik erbij.",
        ),
        young=(
            "[Wie] vraagt mij om [welke gegevens], of ik moet dit melden.",
            "Ik moet dat geven. Dat staat in de wet.",
            "Ik vraag je dus niet om toestemming.",
            "Ik geef alleen wat nodig is.",
            "Klopt er iets niet? Zeg het. Jouw woorden schrijf ik erbij.",
        ),
        child=(
            "Ik moet iets over jou vertellen aan [wie].",
            "Dat is een regel. Ik vertel alleen wat nodig is.",
            "Wil je iets zeggen? Dat schrijf ik op.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Kunt u echt niet weigeren?",
                answer="Nee. Wat nodig is, moet ik geven. Is de vraag te ruim? Dan vraag ik wat er echt nodig is.",
                sources=(wet("Jw 7.3.11 lid 4"), wet("Wmo 5.2.2"), wet("Jw 4.1.8"), PP_EVENREDIG),
            ),
            MOET_JONGERE,
            ZIEN,
            KLAGEN,
        ),
        never=(
            GEEN_KEUZE,
            "Zeg niet: “Ik geef alles, want het moet.” Je moet geven wat nodig is.",
            "Zeg niet dat jij het ook liever niet deed, om een kant te kiezen.",
        ),
        sources=(wet("Jw 7.3.11 lid 4"), wet("Wmo 5.2.2"), wet("Jw 4.1.8"), wet("Wmo 3.4"), PP_UITLEG),
        outcomes=("delen/delen-gi-moet", "delen/wmo-moet", "delen/delen-moet"),
    ),
    Talk(
        id="veilig-thuis",
        title="Vertellen dat je met Veilig Thuis praat of gaat melden",
        kind=Kind.VERTELT,
        before="Praat met ieder alleen als een ander het gevaar kan zijn. Is vertellen onveilig? Doe het dan later. Vroeg Veilig Thuis jou "
        "iets? Spreek eerst af wie het vertelt, en wanneer.",
        adult=(
            "Ik maak me zorgen over [wat ik zag of hoorde].",
            "Ik wil dat iedereen thuis veilig is.",
            "Daarom geef ik Veilig Thuis [welke gegevens].",
            "Dat mag van de wet, ook zonder uw toestemming.",
            "Wat vindt u? Uw woorden schrijf ik erbij.",
        ),
        young=(
            "Ik maak me zorgen over [wat ik zag of hoorde].",
            "Ik wil dat jij veilig bent.",
            "Daarom geef ik Veilig Thuis [welke gegevens].",
            "Dat mag van de wet, ook zonder jouw toestemming.",
            "Wat vind jij? Jouw woorden schrijf ik erbij.",
        ),
        child=(
            "Ik maak me zorgen om jou.",
            "Daarom praat ik met mensen die gezinnen helpen.",
            "Het is niet jouw schuld. Je hebt niets fout gedaan.",
            "Is er iets waar je bang voor bent?",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Halen ze nu mijn kinderen weg?",
                answer="Veilig Thuis beslist dat niet. Veilig Thuis kijkt wat er aan de hand is, en welke hulp past. Alleen de rechter kan "
                "zoiets beslissen. Wat er gaat gebeuren, kan ik u niet beloven.",
                sources=(wet("Wmo 4.1.1"), wet("BW 1:265b")),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="Kan ik nog tegenhouden dat je dit vertelt?",
                answer="Niet zeker. Zeg wat je bang maakt. Dat weeg ik mee. Ik kijk ook wat voor jou veilig is.",
                sources=(wet("Wmo 5.2.6"), PP_LATER_VERTELLEN),
            ),
            WAAROM_NIET_VRAGEN,
            KIND_BOOS,
        ),
        never=(
            GEEN_KEUZE,
            "Beloof een kind of jongere niet dat je het aan niemand vertelt.",
            "Noem niet wie er meldde. Daarover beslist Veilig Thuis.",
            "Zeg niet hoe het afloopt.",
        ),
        sources=(wet("Wmo 5.2.6"), wet("Wmo 4.1.1"), wet("Jw 4.1.7"), PP_UITLEG, PP_LATER_VERTELLEN),
        outcomes=("delen/delen-vt", "delen/antwoord-vt"),
    ),
    Talk(
        id="meldcode",
        title="Je zorgen bespreken, volgens de meldcode",
        kind=Kind.SAMEN,
        before="Praat met ieder alleen als een ander het gevaar kan zijn. Is praten onveilig? Vraag dan eerst Veilig Thuis om raad, zonder "
        "naam.",
        adult=(
            "Ik maak me zorgen over [wat ik zag of hoorde].",
            "Hoe ziet u dat? Hoe gaat het thuis?",
            "Ik wil samen kijken wat er nodig is.",
            "Ik beslis nog niets. Soms geef ik mijn zorgen door aan Veilig Thuis. Dan hoort u dat van mij, als dat veilig kan.",
        ),
        young=(
            "Ik maak me zorgen over [wat ik zag of hoorde].",
            "Hoe is dat voor jou? Voel je je veilig thuis?",
            "Ik wil samen kijken wat je nodig hebt.",
            "Ik beslis nog niets. Soms geef ik mijn zorgen door aan Veilig Thuis. Dan hoor je dat van mij, als dat veilig kan.",
        ),
        child=(
            "Ik zag of hoorde [wat]. Daarom wil ik met je praten.",
            "Hoe gaat het thuis?",
            "Het is niet jouw schuld. Je mag alles vertellen.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Gaat u ons melden?",
                answer="Dat weet ik nog niet. Eerst praat ik met u. Is het thuis niet veilig? Dan is melden de regel.",
                sources=(wet("Jw 4.1.7"), wet("Wmo 3.3"), wet("Wmo 5.2.6")),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="Blijft dit tussen ons?",
                answer="Dat kan ik niet beloven. Ik wil dat jij veilig bent. Ik vertel je wat ik ga doen, als dat veilig kan.",
                sources=(wet("Jw 4.1.7"), wet("Wmo 5.2.6"), PP_LATER_VERTELLEN),
            ),
            KIND_BOOS,
        ),
        never=(
            "Beloof een kind of jongere niet dat je het aan niemand vertelt.",
            "Zeg niet wie volgens jou de dader is.",
            "Vraag een kind niet uit. Laat het zelf vertellen.",
        ),
        sources=(wet("Jw 4.1.7"), wet("Wmo 3.3"), wet("Wkkgz 8"), wet("Wmo 4.1.1 lid 3"), wet("Wmo 5.2.6")),
        outcomes=("delen/meldcode",),
    ),
    Talk(
        id="melder-terug",
        title="Vertellen dat de melder hoort welke stappen zijn gezet",
        kind=Kind.VERTELT,
        before="Je werkt bij Veilig Thuis. Vertel niets over wie er meldde.",
        adult=(
            "Veilig Thuis heeft een melding gekregen.",
            "De melder hoort van ons welke stappen wij zetten.",
            "Hij hoort niet wat wij vonden. Hij krijgt ook geen verslag.",
        ),
        young=(
            "Veilig Thuis heeft een melding gekregen.",
            "De melder hoort van ons welke stappen wij zetten.",
            "Hij hoort niet wat jij hebt verteld.",
        ),
        child=(
            "Iemand maakte zich zorgen.",
            "Die hoort dat wij met jullie praten. Meer niet.",
            "Wat jij vertelt, hoort die niet.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Wie heeft ons gemeld?",
                answer="Dat kan ik u niet zomaar zeggen. Het hangt ervan af wie de melder is. Veilig Thuis beslist daarover.",
                sources=(wet("Wmo 5.3.1 lid 4"),),
            ),
            KLAGEN,
        ),
        never=("Zeg niets waaruit blijkt wie de melder is.", "Geef de melder geen inhoud."),
        sources=(wet("Wmo 4.1.1 lid 2"), wet("Wmo 5.3.3"), PP_UITLEG),
        outcomes=("delen/vt-terugmelding",),
    ),
    Talk(
        id="later-vertellen",
        title="Later vertellen, zodra het veilig kan",
        kind=Kind.VERTELT,
        before="Nu vertel je nog niets. Kies een dag waarop je opnieuw kijkt. Bij acuut gevaar: eerst veiligheid, dan pas dit gesprek.",
        adult=(
            "Op [datum] gaf ik [welke gegevens] aan [wie]. Of: ik besloot om niets te geven.",
            "Ik vertelde het u toen niet, omdat [reden].",
            "Nu kan het wel. Daarom hoort u het van mij.",
            "U mag uw gegevens zien, en zeggen wat niet klopt.",
            "Wat vindt u ervan? Dat schrijf ik op.",
        ),
        young=(
            "Op [datum] gaf ik iets over jou aan [wie]: [welke gegevens]. Of: ik besloot om niets te geven.",
            "Ik vertelde het je toen niet, omdat [reden].",
            "Nu kan het wel. Daarom hoor je het van mij.",
            "Wat vind jij ervan? Dat schrijf ik op.",
        ),
        child=(
            "Ik heb iets over jou verteld aan [wie].",
            "Dat deed ik om te zorgen dat het veilig was.",
            "Jij hebt niets fout gedaan.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Waarom hoor ik dit nu pas?",
                answer="Omdat vertellen toen niet kon, of iemand onveilig maakte. De wet laat dat soms toe, voor een tijd. Ik heb de reden "
                "opgeschreven.",
                sources=(PP_LATER_VERTELLEN, wet("UAVG 41"), wet("AVG 23")),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="Kan ik je nog vertrouwen?",
                answer="Ik snap dat je dat vraagt. Ik vertel je wat ik deed en waarom. Vraag alles wat je wilt weten.",
                sources=(PP_UITLEG, VERTELLEN),
            ),
            ZIEN,
            KLAGEN,
            KIND_BOOS,
        ),
        never=(
            "Zeg niet dat je iets moest, als je het alleen mocht.",
            "Noem geen reden die niet klopt. “Anders werd u boos” is geen reden van de wet.",
            "Vertel niets wat een ander nu nog in gevaar brengt.",
        ),
        sources=(
            PP_LATER_VERTELLEN,
            PP_EIGEN_AFWEGING,
            VERTELLEN,
            wet("UAVG 41"),
            wet("AVG 23"),
            wet("Wmo 5.3.1 lid 2"),
        ),
        outcomes=(
            "delen/direct-handelen",
            "toestemming/direct-handelen",
            "delen/delen-wmo-later",
            "delen/delen-vt-later",
            "delen/delen-rvdk-later",
            "delen/delen-gi-mag-later",
            "delen/delen-wmo-zelf-later",
            "delen/delen-taak-later",
            "delen/vragen-mag-later",
            "delen/aangifte",
            "delen/conflict-van-plichten",
            "toestemming/vragen-onveilig",
        ),
    ),
    Talk(
        id="zorgen-vertellen",
        title="Vertellen dat je je zorgen maakt",
        kind=Kind.VERTELT,
        before="Doe dit alleen als het veilig is. Wordt het acuut? Bel 112. Dan wacht dit gesprek.",
        adult=(
            "Ik maak me zorgen om u, of om het kind dat komt.",
            "Ik zag of hoorde [wat].",
            "Daarom bel ik [wie]. Ik vraag om raad.",
            "Ik blijf bij u, of ik zorg dat er iemand is.",
        ),
        young=(
            "Ik maak me zorgen om jou.",
            "Ik zag of hoorde [wat].",
            "Daarom bel ik [wie]. Ik vraag om raad.",
            "Ik blijf bij je, of ik zorg dat er iemand is.",
        ),
        child=(
            "Ik maak me zorgen om jou.",
            "Ik bel iemand die kan helpen.",
            "Jij hebt niets fout gedaan.",
        ),
        replies=(
            Reply(
                by=Voice.JONGERE,
                asked="Wil je het geheim houden?",
                answer="Dat kan ik niet beloven. Jouw veiligheid gaat voor. Ik vertel je wie ik bel, als dat veilig is.",
                sources=(PP_EIGEN_AFWEGING, PP_LATER_VERTELLEN),
            ),
            Reply(
                by=Voice.VOLWASSENE,
                asked="Noemt u mijn naam?",
                answer="Als ik alleen raad vraag, hoeft dat niet. Bij gevaar noem ik wat helpers nu moeten weten.",
                sources=(wet("Wmo 4.1.1 lid 3"), PP_EIGEN_AFWEGING),
            ),
        ),
        never=(
            "Beloof geen geheim.",
            "Zeg niet dat het vast meevalt.",
            "Laat iemand in nood niet alleen.",
        ),
        sources=(PP_EIGEN_AFWEGING, wet("Wmo 4.1.1 lid 3"), wet("Jw 4.1.7"), PP_LATER_VERTELLEN),
        outcomes=("delen/twijfel-gevaar", "toestemming/twijfel-gevaar", "toestemming/ongeboren"),
    ),
    Talk(
        id="overleg-bespreken",
        title="Samen bespreken wat er in een overleg komt, en wie erbij zit",
        kind=Kind.SAMEN,
        before="Erbij zitten is nog geen toestemming. Let op wat gezinsleden over elkaar horen.",
        adult=(
            "Er is een overleg. U kunt erbij zijn.",
            "Daar zitten [wie], ieder met een eigen taak.",
            "Ik wil [wat] bespreken, zodat [doel].",
            "Wat kunt u zelf vertellen? Dan hoef ik het niet te doen.",
        ),
        young=(
            "Er is een overleg. Je kunt erbij zijn.",
            "Daar zitten [wie], ieder met een eigen taak.",
            "Ik wil [wat] bespreken, zodat [doel].",
            "Wat wil je zelf vertellen? Dan hoef ik het niet te doen.",
        ),
        child=(
            "Er komen mensen bij elkaar om te helpen.",
            "Ik vertel je wie dat zijn.",
            "Wil jij dat ik iets van jou zeg?",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Moet iedereen alles horen?",
                answer="Nee. Ieder hoort alleen wat hij nodig heeft. Wie geen taak heeft, zit er niet bij.",
                sources=(CASUSOVERLEG, PP_EVENREDIG),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="Zitten mijn ouders er ook bij?",
                answer="Dat bespreken we eerst. Wat jij niet wilt zeggen waar zij bij zijn, hoef je daar niet te zeggen.",
                sources=(MET_HET_GEZIN, PP_MINDER_INGRIJPEND),
            ),
        ),
        never=(
            "Zeg niet: “U zat erbij, dus u vond het goed.”",
            "Bespreek met het gezin erbij niets wat een ander gezinslid nog niet mag weten.",
        ),
        sources=(CASUSOVERLEG, MET_HET_GEZIN, PP_EVENREDIG, PP_MINDER_INGRIJPEND),
        outcomes=("delen/niet-alles", "delen/minder-ingrijpend", "delen/kleinere-kring"),
    ),
    Talk(
        id="opname",
        title="Afspreken dat iemand uit het gezin het gesprek opneemt",
        kind=Kind.SAMEN,
        before="Zeg het aan iedereen in het gesprek, voordat de opname begint.",
        adult=(
            "U mag dit gesprek opnemen, voor uzelf.",
            "We spreken af wat u opneemt.",
            "Er wordt ook over anderen gepraat. Ga daar voorzichtig mee om.",
        ),
        young=(
            "Dit gesprek wordt opgenomen, voor eigen gebruik.",
            "Wil je iets vertellen wat er niet op hoeft? Zeg het me. Dan kiezen we een ander moment.",
        ),
        child=(
            "Iemand neemt op wat wij zeggen.",
            "Wil je dat niet? Zeg het mij.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Mag ik de opname aan anderen geven?",
                answer="De opname is voor uzelf. Er staat ook iets over anderen op. Vraag hun eerst wat zij ervan vinden.",
                sources=(OPNEMEN,),
            ),
        ),
        never=("Zeg niet dat opnemen verboden is.",),
        sources=(OPNEMEN,),
        outcomes=("delen/opname",),
    ),
)
