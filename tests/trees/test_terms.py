"""Terms are counted as the law counts them, over a hundred years, month ends, leap days and both changes of the clock."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_trees.cases import CASES, read_files
from decision_trees.catalogue import TREES
from decision_trees.clock import (
    DAY,
    HOUR,
    LAST_YEAR,
    change_to,
    clock_hours_after,
    date_of,
    day_of,
    dutch,
    hours_after,
    is_working_day,
    moment_of,
    months_after,
    offset,
    to_working_day,
    weekday,
)
from decision_trees.meaning import Stand, Termijn
from decision_trees.service import handle
from decision_trees.terms import RULES, TermError, calendar, deadline, deadlines, left, moment
from decision_trees.walk import View, view
from tests.trees.reach import IN_PYODIDE, walked

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
FIRST, LAST = day_of(2020, 1, 1), day_of(2129, 1, 1)
days = st.integers(FIRST, LAST)
moments = st.integers(FIRST * DAY, LAST * DAY)
REQUEST = {
    "acuut-gevaar": "nee", "vraag": "gegevens", "termijn": "loopt", "wie": "zelf", "zeker": "ja", "van-wie": "eigen",
    "welk": "inzage", "inzage-grens": "afschermen",
}  # fmt: skip
LEAK = {"acuut-gevaar": "nee", "gevaar-door-lek": "nee", "wat": "weet-niet"}
browser = pytest.mark.skipif(IN_PYODIDE, reason="the library is not in Pyodide; CPython holds it")


def of(tree: str, answers: dict[str, str]) -> View:
    """The view of a walk."""
    return view(TREES[tree], answers)


def date_words(term: Termijn, since: str) -> str:
    """Until when a term runs, in words."""
    return deadline(term, moment(since), moment(since)).date


def test_days_are_those_of_the_gregorian_calendar() -> None:
    for day in range(FIRST, day_of(LAST_YEAR, 12, 31)):
        date = datetime.date(1970, 1, 1) + datetime.timedelta(day)
        assert (date_of(day), weekday(day)) == ((date.year, date.month, date.day), date.weekday())
        assert day_of(*date_of(day)) == day


@browser
@settings(deadline=None)
@given(moments)
def test_dutch_time_is_that_of_the_zone_and_read_as_the_earlier_of_two(at: int) -> None:
    zone = pytest.importorskip("zoneinfo").ZoneInfo("Europe/Amsterdam")
    local = (EPOCH + datetime.timedelta(minutes=at)).astimezone(zone)
    ahead = local.utcoffset()
    assert ahead is not None
    assert offset(at) * 60 == ahead.total_seconds()
    earlier = local.replace(fold=0)
    assert moment_of(*dutch(at)) == (earlier - EPOCH) // datetime.timedelta(minutes=1)


@browser
def test_the_holidays_are_those_of_the_library() -> None:
    pytest.importorskip("holidays")
    from decision_trees.feestdagen import FEESTDAGEN
    from tools.holiday_table import YEARS, holidays_of

    assert {year: holidays_of(year) for year in YEARS} == FEESTDAGEN
    assert {(4, 3), (5, 5), (4, 27)} <= FEESTDAGEN[2026]  # Good Friday, each fifth of May, King's Day


@settings(deadline=None)
@given(moments, st.integers(1, 100))
def test_hours_by_the_clock_pass_whatever_the_clock_does(at: int, hours: int) -> None:
    assert clock_hours_after(at, hours) - at == hours * HOUR


@settings(deadline=None)
@given(moments)
def test_the_hour_of_the_event_does_not_count_and_no_hour_after_it_is_left_out(at: int) -> None:
    end = hours_after(at, 72)
    assert 72 * HOUR < end - at <= 73 * HOUR
    assert dutch(end)[1] % HOUR == 0


@pytest.mark.parametrize(("month", "longer"), [(3, 1), (10, -1)])
def test_72_hours_over_a_change_of_the_clock_are_shown_an_hour_later_or_earlier(month: int, longer: int) -> None:
    at = change_to(2026, month) - DAY + 15  # the day before
    (_, before), (_, after) = dutch(at), dutch(hours_after(at, 72))
    assert after - (before - 15 + HOUR) == longer * HOUR


def test_a_moment_that_does_not_exist_or_exists_twice_is_the_earlier() -> None:
    spring, autumn = change_to(2026, 3) // DAY, change_to(2026, 10) // DAY
    assert moment_of(spring, 150) == change_to(2026, 3) - 30
    assert moment_of(autumn, 150) == change_to(2026, 10) - 30


@settings(deadline=None)
@given(days, st.sampled_from([1, 3]))
def test_a_month_ends_on_the_same_date_or_the_last_of_a_shorter_month(day: int, months: int) -> None:
    year, month, date = date_of(day)
    later = date_of(months_after(day, months))
    assert (later[0] * 12 + later[1]) - (year * 12 + month) == months
    assert later[2] == date or (later[2] < date and date_of(months_after(day, months) + 1)[2] == 1)


@settings(deadline=None)
@given(days)
def test_a_term_of_months_ends_on_the_first_working_day_never_before_its_date(day: int) -> None:
    plain = months_after(day, 1)
    end = to_working_day(plain)
    assert is_working_day(end) and plain <= end <= plain + 5
    assert not any(is_working_day(between) for between in range(plain, end))


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2024-03-05T10:00", "tot en met vrijdag 5 april 2024"),
        ("2027-08-31T23:59", "tot en met donderdag 30 september 2027"),
        ("2028-01-31T00:00", "tot en met dinsdag 29 februari 2028"),
        ("2026-01-31T12:00", "tot en met maandag 2 maart 2026"),
        ("2026-03-03T12:00", "tot en met dinsdag 7 april 2026"),  # Good Friday, and Easter behind it
        ("2026-11-26T12:00", "tot en met maandag 28 december 2026"),
        ("2027-04-05T12:00", "tot en met vrijdag 7 mei 2027"),  # 5 May, and Ascension Day on the sixth
        ("2026-03-27T09:00", "tot en met dinsdag 28 april 2026"),  # King's Day
        ("2026-12-31T23:50", "tot en met maandag 1 februari 2027"),  # a Sunday
        ("2026-11-25T09:00", "tot en met maandag 28 december 2026"),  # both days of Christmas, and a weekend
    ],
)
def test_the_answer_is_due_on_this_day(since: str, until: str) -> None:
    assert date_words(Termijn.ANTWOORD, since) == until
    assert date_words(Termijn.VERLENGING, since) == until


def test_the_terms_of_a_leak_run_through_a_weekend() -> None:
    assert date_words(Termijn.PARTNERS, "2026-11-27T16:40") == "zaterdag 28 november 2026, 16.40 uur"
    assert date_words(Termijn.AP, "2026-11-27T16:40") == "maandag 30 november 2026, 17.00 uur"
    assert date_words(Termijn.AP, "2026-11-27T16:00") == "maandag 30 november 2026, 17.00 uur"
    assert date_words(Termijn.AP, "2026-03-27T16:40") == "maandag 30 maart 2026, 18.00 uur"
    assert date_words(Termijn.AP, "2026-12-24T17:20") == "zondag 27 december 2026, 18.00 uur"  # Christmas
    assert date_words(Termijn.PARTNERS, "2026-12-24T17:20") == "vrijdag 25 december 2026, 17.20 uur"


def test_a_leak_in_the_night_that_the_clock_changes_runs_by_hours_that_pass() -> None:
    assert date_words(Termijn.PARTNERS, "2026-03-29T01:30") == "maandag 30 maart 2026, 2.30 uur"
    assert date_words(Termijn.AP, "2026-03-29T01:30") == "woensdag 1 april 2026, 3.00 uur"
    assert date_words(Termijn.PARTNERS, "2026-10-25T02:30") == "maandag 26 oktober 2026, 1.30 uur"  # the earlier of two
    assert date_words(Termijn.AP, "2026-10-25T02:30") == "woensdag 28 oktober 2026, 2.00 uur"


def test_a_term_that_passed_an_hour_ago_has_passed() -> None:
    since = moment("2026-03-02T09:15")
    at = {d.term: d for d in deadlines(of("datalek", LEAK), since, moment("2026-03-05T09:59"))}
    assert (at[Termijn.AP].passed, at[Termijn.AP].left) == (False, "nog 1 minuut")
    later = {d.term: d for d in deadlines(of("datalek", LEAK), since, moment("2026-03-05T11:00"))}
    assert later[Termijn.AP].passed and later[Termijn.PARTNERS].passed
    asked = deadlines(of("rechten", REQUEST), moment("2026-02-02T10:00"), moment("2026-03-03T01:00"))
    assert [(d.term, d.passed) for d in asked] == [(Termijn.ANTWOORD, True)]


def test_every_term_that_has_an_end_is_computed_and_the_others_are_for_now() -> None:
    assert set(Termijn) - set(RULES) == {Termijn.MELD_INTERN, Termijn.BETROKKENEN}


def test_after_the_month_nothing_is_extended_and_within_it_the_extension_is_named() -> None:
    began = moment("2026-09-01T10:00")
    within = deadlines(of("rechten", REQUEST), began, moment("2026-09-30T10:00"))
    assert [d.term for d in within] == [Termijn.ANTWOORD, Termijn.VERLENGING, Termijn.VERLENGD]
    after = deadlines(of("rechten", REQUEST), began, moment("2026-10-02T00:00"))
    assert [(d.term, d.passed, d.left) for d in after] == [
        (Termijn.ANTWOORD, True, "voorbij: beslis nu; kies bij de vraag over de maand dat hij voorbij is")
    ]


@settings(deadline=None)
@given(moments, st.integers(0, 200 * DAY))
def test_a_passed_month_never_offers_an_extension(began: int, later: int) -> None:
    found = {d.term: d for d in deadlines(of("rechten", REQUEST), began, began + later)}
    if found[Termijn.ANTWOORD].passed:
        assert set(found) == {Termijn.ANTWOORD}
    else:
        assert found[Termijn.VERLENGD].end > found[Termijn.VERLENGING].end == found[Termijn.ANTWOORD].end


def test_who_extended_in_time_has_three_months_and_no_second_extension() -> None:
    extended = of("rechten", {**REQUEST, "termijn": "verlengd"})
    found = deadlines(extended, moment("2026-09-01T10:00"), moment("2026-11-02T10:00"))
    assert [(d.term, d.date) for d in found] == [(Termijn.VERLENGD, "tot en met dinsdag 1 december 2026")]
    who = {k: v for k, v in REQUEST.items() if k in ("acuut-gevaar", "vraag")} | {
        "termijn": "verlengd",
        "wie": "weet-niet",
    }
    still = deadlines(of("rechten", who), moment("2026-09-01T10:00"), moment("2026-11-02T10:00"))
    assert [(d.term, d.date) for d in still] == [(Termijn.VERLENGD, "tot en met dinsdag 1 december 2026")]


def test_the_outcome_of_a_passed_term_has_nothing_to_compute() -> None:
    for tree in TREES.values():
        for steps, outcome in walked(tree):
            if any(Stand.VOORBIJ in step.answer.says for step in steps):
                assert not set(RULES) & set(outcome.terms)


@settings(deadline=None)
@given(st.integers(-DAY, 100 * DAY))
def test_what_is_left_is_never_said_to_be_more_than_it_is(minutes: int) -> None:
    said = left(minutes)
    if minutes <= 0:
        assert said == "voorbij: doe het nu"
        return
    _, number, unit = said.split()
    size = {"dag": DAY, "dagen": DAY, "uur": HOUR, "minuut": 1, "minuten": 1}[unit]
    assert 0 <= minutes - int(number) * size < size


def test_31_hours_are_said_as_hours() -> None:
    assert left(31 * HOUR + 59) == "nog 31 uur"
    assert (left(1), left(4 * DAY), left(95 * HOUR)) == ("nog 1 minuut", "nog 4 dagen", "nog 95 uur")


@browser
@settings(deadline=None)
@given(moments)
def test_the_calendar_file_is_read_by_a_parser_and_says_what_the_page_says(began: int) -> None:
    parser = pytest.importorskip("icalendar")
    for tree, answers in (("datalek", LEAK), ("rechten", REQUEST)):
        found = deadlines(of(tree, answers), began, began)
        text = calendar(found, began)
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace("\r\n", "")
        events = parser.Calendar.from_ical(text).walk("VEVENT")
        assert len(events) == len(found) and len({event["UID"] for event in events}) == len(events)
        for event, one in zip(events, found, strict=True):
            start = event.decoded("DTSTART")
            if RULES[one.term].whole_days:
                assert (start.year, start.month, start.day) == date_of(dutch(one.end)[0] - 1)
            else:
                assert (start - EPOCH) // datetime.timedelta(minutes=1) == one.end
            assert event["DESCRIPTION"].startswith(f"{one.date}. {RULES[one.term].counted}")
            assert [alarm["ACTION"] for alarm in event.walk("VALARM")] == ["DISPLAY"]


def ask(since: object, now: object, tree: str = "datalek", answers: dict[str, str] | None = None) -> dict[str, object]:
    """What the page gets for a request."""
    asked = {"doe": "termijnen", "boom": tree, "antwoorden": answers or LEAK, "sinds": since, "nu": now}
    found: dict[str, object] = json.loads(handle(json.dumps(asked)))
    return found


NOW = 1_795_700_000_000  # 26 November 2026, 14.33 in the Netherlands


def test_the_page_gets_each_term_in_words() -> None:
    found = ask("2026-11-26T09:15", NOW)["goed"]
    assert isinstance(found, dict)
    assert [(row["wanneer"], row["nog"], row["voorbij"]) for row in found["termijnen"]] == [
        ("vrijdag 27 november 2026, 9.15 uur", "nog 18 uur", False),
        ("zondag 29 november 2026, 10.00 uur", "nog 67 uur", False),
    ]
    assert found["agenda"].startswith("BEGIN:VCALENDAR\r\n")
    passed = ask("2026-11-01T09:15", NOW)["goed"]
    assert isinstance(passed, dict) and passed["agenda"] == "" and all(row["voorbij"] for row in passed["termijnen"])


@pytest.mark.parametrize(
    ("since", "now", "message"),
    [
        ("", NOW, "Vul een dag en een uur in."),
        ("2026-11-26", NOW, "Vul een dag en een uur in."),
        ("2026-02-30T10:00", NOW, "Deze dag bestaat niet."),
        ("1999-01-01T10:00", NOW, f"Vul een dag en een uur in, van 2020 tot {LAST_YEAR}."),
        ("2026-11-26T25:00", NOW, f"Vul een dag en een uur in, van 2020 tot {LAST_YEAR}."),
        ("２０２６-11-26T10:00", NOW, "Vul een dag en een uur in."),
        ("2026-11-26T23:00", NOW, "Dit moment is nog niet geweest. Kijk de dag en het uur na."),
        ("2026-11-26T09:15", "x", "De klok van dit apparaat is niet te lezen. Kijk of datum en tijd kloppen."),
        ("2026-11-26T09:15", 1e18, "De klok van dit apparaat is niet te lezen. Kijk of datum en tijd kloppen."),
    ],
)
def test_a_moment_that_cannot_be_used_is_answered_with_what_to_do(since: str, now: object, message: str) -> None:
    assert ask(since, now) == {"fout": message}


def test_an_unfinished_walk_has_no_terms() -> None:
    assert ask("2026-11-26T09:15", NOW, answers={"acuut-gevaar": "nee"})["goed"] == {"termijnen": [], "agenda": ""}
    with pytest.raises(TermError):
        moment("2026-11-26T")


WORDS_A_SECOND, A_TAP = 4, 1.0
"""How fast a hurried reader reads on a phone, and taps."""
IN_A_HURRY = {
    "L01": "stop dan het lek", "L03": "Waarschuw eerst", "L05": "stop dan het lek", "L09": "stop dan het lek", "L14": "stop dan het lek",
    "V01": "bevestig het vandaag", "V04": "bevestig het vandaag", "V16": "bevestig het vandaag", "V37": "bevestig het vandaag",
    "V40": "bevestig het vandaag",
}  # fmt: skip


@pytest.mark.parametrize(("id", "action"), IN_A_HURRY.items())
def test_the_first_right_action_is_read_within_fifteen_seconds(id: str, action: str) -> None:
    """Reckoned, not clocked on people: all words down to the action, of each question down to the answer that is tapped."""
    [case] = [case for case in read_files(sorted(CASES.glob("*.toml"))) if case.id == id]
    [(tree, answers)] = [(tree, answers) for tree, answers, _ in case.walks if tree in ("datalek", "rechten")]
    read, taps = [], 0
    for step in view(TREES[tree], answers).route:
        hint = f"{step.question.why.split('. ')[0]}."
        read += [step.question.text, hint]
        if action in hint:
            break
        upto = [answer.id for answer in step.question.answers].index(step.answer.id)
        read += [answer.text for answer in step.question.answers[: upto + 1]]
        taps += 1
    else:
        pytest.fail("the action is in no hint")
    assert len(" ".join(read).split()) / WORDS_A_SECOND + taps * A_TAP <= 15
