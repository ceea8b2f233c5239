"""The sheets for talks: each advice that has someone told has one, none pretends to ask, and who listens understands it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from decision_trees.catalogue import TREES
from decision_trees.gesprekken import TALKS
from decision_trees.meaning import Toestemming, Verteld, Weg
from decision_trees.model import Oordeel, TreeError
from decision_trees.talks import (
    COLLEAGUE,
    NOBODY,
    Kind,
    Talk,
    Voice,
    asks_for_talk,
    check_talks,
    misfit,
    origin_of,
    without_talk,
)
from macros.trees.readability import measure, words_of

SHEETS = check_talks(TALKS, TREES)
OUTCOMES = {origin_of(tree, outcome): outcome for tree in TREES.values() for outcome in tree.outcomes.values()}
each = pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.id)


def spoken(talk: Talk) -> str:
    """What is said to an adult and to a young person, who can be asked."""
    return " ".join((*talk.adult, *talk.young))


def test_each_advice_that_has_someone_told_has_a_sheet() -> None:
    asked = {origin_of(t, o) for t in TREES.values() for o in t.outcomes.values() if asks_for_talk(t, o)}
    assert without_talk(SHEETS, TREES) == []
    assert set(SHEETS) == asked
    assert len(asked) == 156


def test_an_advice_without_its_sheet_is_found() -> None:
    fewer = {name: talk for name, talk in SHEETS.items() if name != "delen/delen-vt"}
    assert without_talk(fewer, TREES) == ["delen/delen-vt"]


def test_what_is_left_out_has_nobody_to_tell() -> None:
    said = {text for outcome in OUTCOMES.values() for text in outcome.tell}
    assert set(NOBODY) <= said
    assert set(COLLEAGUE) <= set(OUTCOMES)
    for text in NOBODY:
        assert text.startswith(("Nog niemand", "Je hoeft dit niet te vertellen"))


ASKING = re.compile(
    r"\bMag (dat|het|ik)\b|[Vv]indt u (dat|het) goed|[Vv]ind je (dat|het) goed|[Gg]ee(f|ft) (u|je) toestemming"
    r"|[Bb]ent u het eens|[Bb]en je het eens|U beslist|Jij beslist|Wie gezag heeft, beslist"
)


@each
def test_a_sheet_that_asks_says_that_a_no_is_free_and_costs_no_help(talk: Talk) -> None:
    if talk.kind is not Kind.VRAAGT:
        return
    for voice in (talk.adult, talk.young):
        if ASKING.search(" ".join(voice)):
            assert "Nee zeggen mag" in " ".join(voice)
    assert re.search(r"hulp stopt niet door (uw|je) nee", spoken(talk))
    for name in talk.outcomes:
        assert not OUTCOMES[name].oordeel.permissive


@each
def test_a_sheet_that_tells_never_pretends_to_ask(talk: Talk) -> None:
    if talk.kind in (Kind.VRAAGT, Kind.HULP):
        assert ASKING.search(spoken(talk)) or "Nee zeggen mag" in spoken(talk)
        return
    said = " ".join((*talk.adult, *talk.young, *talk.child, *(reply.answer for reply in talk.replies)))
    assert not ASKING.search(said.replace("U mag", "").replace("Je mag", "")), talk.id
    without = [Weg[way] for way in Weg.__members__ if way not in ("TOESTEMMING", "EEN_OUDER", "HULP")]
    if talk.kind is Kind.VERTELT and any(OUTCOMES[name].way in without for name in talk.outcomes):
        assert re.search(r"wet|hoort bij mijn werk|niet om toestemming|melder hoort|Nu kan het wel|nodig heeft", said)


@each
def test_a_sheet_promises_nothing_that_the_law_does_not_give(talk: Talk) -> None:
    said = " ".join((*talk.adult, *talk.young, *talk.child, *(reply.answer for reply in talk.replies)))
    for promise in re.finditer(r"[^.?!]*\b(beloof|beloven|geheim|garantie|nooit|zeker weten|niemand)\b[^.?!]*", said):
        assert re.search(r"kan ik niet beloven|Ik kan niet beloven|kan ik u niet beloven", promise[0]), promise[0]


@each
def test_a_sheet_is_short_and_plain(talk: Talk) -> None:
    for voice, sentences in talk.voices.items():
        found = measure(sentences)
        assert 2 <= len(sentences) <= 6, voice
        assert found.mean <= 10, (voice, found.mean)
        assert found.index >= (90 if voice is Voice.KIND else 80), (voice, found.index)
        long = [s for text in sentences for s in re.split(r"(?<=[.!?:;])\s+", text) if len(words_of(s)) > 15]
        assert long == [], voice
    found = measure([reply.answer for reply in talk.replies])
    assert found.mean <= 10 and found.index >= 70 and found.long == ()
    assert 1 <= len(talk.never) <= 4 and 1 <= len(talk.replies) <= 7


@each
def test_a_sheet_speaks_to_adults_with_u_and_to_the_young_with_je(talk: Talk) -> None:
    for text in (*talk.adult, *(r.answer for r in talk.replies if r.by is Voice.VOLWASSENE)):
        assert not re.search(r"\b([Jj]e|[Jj]ij|[Jj]ou|[Jj]ouw)\b", text), text
    for text in (*talk.young, *talk.child, *(r.answer for r in talk.replies if r.by is not Voice.VOLWASSENE)):
        assert not re.search(r"\b([Uu]|[Uu]w)\b", text), text


@each
def test_each_answer_and_each_sheet_names_what_it_rests_on(talk: Talk) -> None:
    assert talk.sources and all(reply.sources for reply in talk.replies)
    assert set(talk.sources) <= set(talk.cited)


def test_where_an_objection_counts_no_sheet_says_that_nobody_is_asked() -> None:
    """Who works along: an objection closes the way (R32). Every advice of a question that hears one has a sheet that hears it."""
    for tree in TREES.values():
        for question in tree.questions.values():
            if not any(Toestemming.GEEN_BEZWAAR in answer.says for answer in question.answers):
                continue
            for answer in question.answers:
                outcome = tree.outcomes.get(answer.to)
                talk = SHEETS.get(origin_of(tree, outcome)) if outcome else None
                if talk and not answer.doubt and Verteld.NIET in answer.says and answer.id == "niet-verteld":
                    assert "bezwaar" in spoken(talk) and "niet om ja of nee" not in spoken(talk), outcome


def test_who_tells_that_something_went_wrong_explains_no_right_and_admits_no_delay_unseen() -> None:
    leaks = {talk.id: talk for name, talk in SHEETS.items() if name.startswith("datalek/lek-")}
    for talk in leaks.values():
        assert talk.kind is not Kind.RECHT
        assert talk.sources[0].provision.startswith("privacyprotocol/artikel-8/")
        assert not [r.answer for r in talk.replies if "U had het eerder moeten horen." in r.answer]


def test_a_sheet_that_does_not_hold_is_refused_with_its_place() -> None:
    talk = SHEETS["delen/delen-vt"]
    for wrong, said in (
        (replace(talk, never=()), "'veilig-thuis': says nothing under 'never'"),
        (replace(talk, outcomes=("delen/bestaat-niet",)), "no outcome 'delen/bestaat-niet'"),
        (replace(talk, outcomes=("toestemming/ingetrokken",), id="x"), "has the sheet 'stoppen' already"),
        (replace(talk, kind=Kind.VRAAGT), "does not fit 'delen/delen-vt': it asks for a yes"),
    ):
        with pytest.raises(TreeError, match=re.escape(said)):
            check_talks([*(t for t in TALKS if t is not talk), wrong], TREES)


def test_a_talk_of_the_wrong_kind_fits_no_advice() -> None:
    with_yes, without, asks = (
        OUTCOMES[f"delen/{id}"] for id in ("delen-met-toestemming", "delen-vt", "geen-toestemming")
    )
    assert misfit(Kind.JA, with_yes) == misfit(Kind.VERTELT, without) == misfit(Kind.WACHT, asks) == ""
    assert "yes that is not there" in misfit(Kind.JA, without) and "leaves out" in misfit(Kind.VERTELT, with_yes)
    assert "nothing goes" in misfit(Kind.WACHT, without)
    assert "asks for a yes" in misfit(Kind.HULP, without)
    must = next(outcome for outcome in OUTCOMES.values() if outcome.oordeel is Oordeel.MOET)
    assert "the law demands" in misfit(Kind.LUISTERT, must)


def test_a_no_is_said_back_only_to_who_said_it() -> None:
    """A parent hears nothing of what a young person refused, and a young person is not told that a parent's no was theirs."""
    [of_young] = [talk for talk in TALKS if "toestemming/geweigerd-jongere" in talk.outcomes]
    [of_adult] = [talk for talk in TALKS if "toestemming/geweigerd" in talk.outcomes]
    assert not any("zei nee" in sentence for sentence in of_young.adult)
    assert not any("e zei nee" in sentence or "jouw nee" in sentence.lower() for sentence in of_adult.young)
    assert any("Je zei nee" in sentence for sentence in of_young.young)
    assert any("U zei nee" in sentence for sentence in of_adult.adult)
