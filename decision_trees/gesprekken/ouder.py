"""A parent who wants to know something: hearing the young person, and telling the child what the parent hears (R18, R24, R120)."""

from __future__ import annotations

from decision_trees.bronnen import PP_UITLEG, WP_TWIJFEL
from decision_trees.gesprekken.antwoorden import KIND_BOOS, KIND_MAG_IK, KLAGEN, TOCH_JONGERE
from decision_trees.model import wet
from decision_trees.talks import Kind, Reply, Talk, Voice

TALKS: tuple[Talk, ...] = (
    Talk(
        id="ouder-informeren",
        title="Een ouder iets vertellen, en het kind dat vooraf zeggen",
        kind=Kind.VERTELT,
        before="Praat eerst met het kind. Wordt het dan onveilig, of verzet het zich? Stop, en overleg.",
        adult=(
            "Ik vertel u [wat]. Dat heeft u als ouder of voogd nodig, of u vroeg om belangrijke feiten.",
            "Meer vertel ik niet.",
            "Over de andere ouder vertel ik niets.",
            "Uw kind weet dat wij praten.",
        ),
        young=(
            "Ik ga je ouder iets vertellen: [wat]. Meer niet.",
            "Dat mag van de wet, omdat je ouder dat moet kunnen weten.",
            "Is er iets wat niet veilig is? Zeg het nu. Dan wacht ik, en overleg ik eerst.",
        ),
        child=(
            "Ik vertel je vader of moeder iets over jou: [wat].",
            "De rest vertel ik niet.",
            "Ben je daar bang voor? Zeg het mij.",
        ),
        replies=(
            Reply(
                by=Voice.VOLWASSENE,
                asked="Ik wil het hele dossier zien. Mag dat?",
                answer="Dat is een andere vraag, met eigen regels. Ik leg u uit hoe u dat vraagt.",
                sources=(wet("Jw 7.3.10"), wet("Wmo 5.3.2")),
            ),
            Reply(
                by=Voice.JONGERE,
                asked="Wat vertel je niet?",
                answer="Alles wat je ouder niet nodig heeft. Ik zeg je vooraf precies wat ik wel vertel.",
                sources=(wet("Jw 7.3.11 lid 2"), wet("BW 1:377c"), PP_UITLEG),
            ),
            KIND_MAG_IK,
        ),
        never=(
            "Vertel niets over de andere ouder.",
            "Doe niet alsof het kind moet kiezen of zijn ouder dit hoort.",
        ),
        sources=(wet("Jw 7.3.11 lid 2"), wet("Jw 7.3.15"), wet("BW 1:377c"), PP_UITLEG),
        outcomes=(
            "toestemming/ouder-informeren",
            "delen/ouder-informeren",
            "toestemming/belangrijke-feiten",
            "delen/belangrijke-feiten",
        ),
    ),
    Talk(
        id="jongere-horen",
        title="De jongere vragen wat hij vindt, als een ouder iets wil weten",
        kind=Kind.LUISTERT,
        before="Praat met de jongere alleen. Vertel de ouder nog niets.",
        adult=(
            "U wilt iets weten over uw kind. Ik praat eerst met uw kind.",
            "Ik vertel u nu nog niets.",
            "Daarna overleg ik. U hoort wat ik besluit.",
        ),
        young=(
            "Je ouder wil iets over jou weten: [wat].",
            "Ik heb nog niets gezegd.",
            "Wat vind jij? Waarom wil je het wel of niet?",
            "Ik kan niet beloven dat jouw nee alles beslist. Het telt wel zwaar.",
            "Ik vertel je wat ik besluit, voordat ik iets zeg.",
        ),
        child=(
            "Je vader of moeder wil iets over jou weten.",
            "Ik heb nog niets gezegd.",
            "Is er iets wat je niet verteld wilt hebben? Zeg het mij.",
        ),
        replies=(
            Reply(
                by=Voice.JONGERE,
                asked="Beslis ik dat niet zelf?",
                answer="Vaak wel. Soms zijn juristen het niet eens over wat een ouder mag weten. Daarom vraag ik raad. Jij hoort dan wat "
                "beide kanten zeggen.",
                sources=(wet("Jw 7.3.11"), wet("BW 1:377c"), WP_TWIJFEL),
            ),
            TOCH_JONGERE,
            Reply(
                by=Voice.VOLWASSENE,
                asked="Ik heb gezag. Waarom wacht u dan?",
                answer="Ook dan vraag ik eerst wat uw kind vindt. Wat u als ouder nodig heeft, vertel ik alleen als dat goed is voor uw "
                "kind.",
                sources=(wet("Jw 7.3.11 lid 3"), wet("Jw 7.3.15 lid 4")),
            ),
            Reply(
                by=Voice.VOLWASSENE,
                asked="Ik heb geen gezag. Krijg ik dan niets te horen?",
                answer="U mag vragen om belangrijke feiten over uw kind. Of u die nu krijgt, weet ik nog niet. Ik overleg eerst. U hoort "
                "wat ik besluit.",
                sources=(wet("BW 1:377c"), WP_TWIJFEL),
            ),
            KIND_BOOS,
            KLAGEN,
        ),
        never=(
            "Zeg niet: “Dat blijft tussen ons.” Dat weet je nog niet.",
            "Vertel de ouder niet wat de jongere tegen jou zei.",
            "Laat de jongere niet kiezen tussen zijn ouders.",
        ),
        sources=(wet("Jw 7.3.11"), wet("Jw 7.3.11 lid 3"), wet("BW 1:377c"), WP_TWIJFEL, PP_UITLEG),
        outcomes=(
            "toestemming/vraag-jongere-eerst",
            "toestemming/ouder-wegen",
            "toestemming/ouder-bij-maatregel",
            "toestemming/feiten-kind-wil-niet",
            "delen/recht-overleg",
        ),
    ),
)
