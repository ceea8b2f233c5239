"""Questions that people ask in many talks, each with the honest answer."""

from __future__ import annotations

from decision_trees.bronnen import (
    PP_EIGEN_AFWEGING,
    PP_INTREKKEN,
    PP_LATER_VERTELLEN,
    PP_NOODZAAK,
    PP_ONDERSTEUNING,
    PP_RECHTEN,
    PP_SCHRIFTELIJK,
    PP_UITDRUKKELIJK,
    PP_UITLEG,
    SC_DOSSIER,
    SC_RECHTEN,
)
from decision_trees.model import bepaling, wet
from decision_trees.talks import Reply, Voice

PP_INFORMEERT = bepaling("privacyprotocol/artikel-7/lid-5")
KLACHT = bepaling("convenant/artikel-6/lid-1")

NEE_OUDER = Reply(
    by=Voice.VOLWASSENE,
    asked="Wat gebeurt er als ik nee zeg?",
    answer="Dan geef ik dit niet op grond van uw toestemming. De hulp stopt niet door uw nee. Soms duurt iets dan langer, of "
    "kan het niet. Dat zeg ik u dan eerlijk.",
    sources=(PP_UITDRUKKELIJK, wet("AVG 4 onder 11"), wet("AVG 7 lid 4")),
)
NEE_JONGERE = Reply(
    by=Voice.JONGERE,
    asked="Wat gebeurt er als ik nee zeg?",
    answer="Dan geef ik het niet omdat jij het goed vindt. Je hulp stopt niet door je nee. Soms duurt iets dan langer, of kan "
    "het niet. Dat zeg ik dan eerlijk.",
    sources=(PP_UITDRUKKELIJK, wet("AVG 4 onder 11"), wet("AVG 7 lid 4")),
)
TOCH_OUDER = Reply(
    by=Voice.VOLWASSENE,
    asked="Vertelt u het dan echt aan niemand?",
    answer="Dat kan ik niet beloven. Bij groot gevaar kan ik niet altijd zwijgen. Soms moet of mag ik van de wet iets geven. Dan "
    "hoort u dat van mij, zodra dat veilig kan.",
    sources=(PP_EIGEN_AFWEGING, PP_LATER_VERTELLEN, wet("Jw 7.3.11 lid 1"), wet("Wmo 5.2.6")),
)
TOCH_JONGERE = Reply(
    by=Voice.JONGERE,
    asked="Vertel je het dan echt aan niemand?",
    answer="Dat kan ik niet beloven. Bij groot gevaar kan ik niet altijd zwijgen. Soms moet of mag ik van de wet iets geven. Dan "
    "hoor je dat van mij, zodra dat veilig kan.",
    sources=(PP_EIGEN_AFWEGING, PP_LATER_VERTELLEN, wet("Jw 7.3.11 lid 1"), wet("Wmo 5.2.6")),
)
INTREKKEN_OUDER = Reply(
    by=Voice.VOLWASSENE,
    asked="Kan ik later nog nee zeggen?",
    answer="Ja, altijd, en zonder reden. U zegt het tegen mij of tegen mijn collega. Vanaf dan geven wij niets meer. Wat al "
    "gegeven is, blijft wel gegeven.",
    sources=(PP_SCHRIFTELIJK, PP_INTREKKEN, wet("AVG 7 lid 3")),
)
INTREKKEN_JONGERE = Reply(
    by=Voice.JONGERE,
    asked="Kan ik later nog nee zeggen?",
    answer="Ja, altijd, en zonder reden. Je zegt het tegen mij of tegen mijn collega. Vanaf dan geven wij niets meer. Wat al "
    "gegeven is, blijft wel gegeven.",
    sources=(PP_SCHRIFTELIJK, PP_INTREKKEN, wet("AVG 7 lid 3")),
)
WIE_ZIET = Reply(
    by=Voice.VOLWASSENE,
    asked="Wie kan dit allemaal lezen?",
    answer="Alleen wie het nodig heeft voor zijn werk. Er is geen dossier dat iedereen samen gebruikt. Ik zeg u welke organisatie "
    "het krijgt.",
    sources=(PP_NOODZAAK, PP_UITLEG, SC_DOSSIER),
)
ZIEN = Reply(
    by=Voice.VOLWASSENE,
    asked="Mag ik zien wat u over mij geeft?",
    answer="U mag vragen om uw eigen gegevens te zien. U mag ook zeggen wat niet klopt. Soms kan een deel even niet. Dan hoort u "
    "waarom, als dat veilig kan.",
    sources=(PP_RECHTEN, SC_RECHTEN, PP_INFORMEERT),
)
ZIEN_JONGERE = Reply(
    by=Voice.JONGERE,
    asked="Mag ik zien wat je over mij geeft?",
    answer="Vanaf 12 jaar mag je daar zelf om vragen. Je mag ook zeggen wat niet klopt. Soms kan een deel even niet. Dan hoor je "
    "waarom, als dat veilig kan.",
    sources=(PP_RECHTEN, wet("Jw 7.3.10"), wet("Jw 7.3.15"), PP_INFORMEERT),
)
HELPT = Reply(
    by=Voice.VOLWASSENE,
    asked="Kan iemand mij hierbij helpen?",
    answer="Ja. U heeft recht op een cliëntondersteuner die onafhankelijk is. Ik vertel u hoe u die vindt.",
    sources=(PP_ONDERSTEUNING, wet("Wmo 2.2.4")),
)
KLAGEN = Reply(
    by=Voice.VOLWASSENE,
    asked="Ik ben het er niet mee eens. Wat kan ik doen?",
    answer="Zeg het tegen mij, dan praten we erover. U kunt ook een klacht indienen bij mijn organisatie. Of bij de Autoriteit "
    "Persoonsgegevens.",
    sources=(KLACHT, wet("AVG 12 lid 4")),
)
KIND_MAG_IK = Reply(
    by=Voice.KIND,
    asked="Mag ik zeggen dat ik het niet wil?",
    answer="Ja. Zeg het gerust. Ik luister, en het telt mee. Jij hoeft niet te kiezen; dat doen de grote mensen.",
    sources=(PP_UITLEG, wet("Jw 7.3.15")),
)
KIND_BOOS = Reply(
    by=Voice.KIND,
    asked="Is iemand nu boos op mij?",
    answer="Jij hebt niets fout gedaan. Grote mensen praten met elkaar om te helpen.",
    sources=(PP_UITLEG,),
)
