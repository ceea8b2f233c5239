"""On an advice with terms a reader gives a day and an hour, and Python says until when; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from decision_trees.catalogue import TREES
from decision_trees.terms import deadlines, moment
from decision_trees.walk import view
from tests.site.conftest import Watched
from tests.site.test_walk import answer, question, ready, walk
from tests.trees.test_terms import LEAK

Open = Callable[..., Watched]
DATALEK = "beslisbomen/datalek/"
SINCE, NOW = "2026-11-26T09:15", 1_795_700_000_000
"""When it was known; and 14:33:20 on that day in the Netherlands, as a device counts."""


def clock(context: BrowserContext) -> None:
    """A device whose clock stands still, and that is not in the Netherlands."""
    context.add_init_script(f"Date.now = () => {NOW}")


def rows(page: Page) -> list[str]:
    """The terms as they are shown, each in a line."""
    return [" ".join(text.split()) for text in page.locator(".termijn-antwoord li").all_inner_texts()]


def test_the_terms_of_a_leak_are_computed_taken_along_and_wiped(open_page: Open) -> None:
    watched = open_page(DATALEK, prepare=clock)
    page = watched.page
    ready(page)
    section = page.locator(".boom-termijnen")
    expect(section).to_be_hidden()
    walk(page, list(LEAK.values()))
    assert question(page) == "lek-onduidelijk"
    field = page.get_by_label("Wanneer wist de eerste van je organisatie van het lek?")
    page.get_by_role("button", name="Reken uit").click()
    expect(section.get_by_role("status")).to_have_text("Vul een dag en een uur in.")
    field.fill(SINCE)
    requests = len(watched.requests)
    page.get_by_role("button", name="Reken uit").click()
    expect(section.get_by_role("listitem")).to_have_count(2)
    seen = view(TREES["datalek"], LEAK)
    for row, one in zip(rows(page), deadlines(seen, moment(SINCE), 1_795_700_000_000 // 60_000), strict=True):
        assert one.date in row and one.left in row
    page.emulate_media(media="print")
    on_paper = section.inner_text()
    assert "Tot wanneer heb je?" in on_paper and all(
        one.date in on_paper for one in deadlines(seen, moment(SINCE), moment(SINCE))
    )
    assert not [word for word in ("nog ", "Reken uit", "agenda", "wist de eerste") if word in on_paper]
    page.emulate_media(media="screen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet in je agenda").click()
    assert download.value.suggested_filename == "termijnen-datalek.ics"
    assert Path(download.value.path()).read_text("utf-8").count("BEGIN:VEVENT") == 2
    assert [url for url in watched.requests[requests:] if not url.startswith("blob:")] == []
    page.get_by_role("button", name="Formulieren bij dit advies").click()
    expect(page.locator(".boom-formulieren > details").first).to_contain_text("donderdag 26 november 2026, 9.15 uur")
    assert page.evaluate("JSON.stringify([history.state, location.href])").count("2026-11") == 0
    field.fill("2026-11-26T10:15")  # another moment: what was computed no longer holds
    assert rows(page) == [] and page.locator(".boom-formulieren > details").count() == 0
    page.emulate_media(media="print")
    expect(section).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Reken uit").click()
    expect(section.get_by_role("listitem")).to_have_count(2)
    page.locator(".boom-opnieuw").click()
    expect(section).to_be_hidden()
    assert page.locator("#termijn-sinds").input_value() == "" and rows(page) == []
    assert watched.errors == []


def test_without_python_the_page_says_how_to_count(open_page: Open) -> None:
    """The field stands on the advice; who has no Python hears the rule in words, and the steps name the hours."""
    page = open_page(
        DATALEK, prepare=lambda context: context.route("**/assets/python/**", lambda route: route.abort())
    ).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable", timeout=60_000)
    walk(page, list(LEAK.values()))
    page.locator("#termijn-sinds").fill(SINCE)
    page.get_by_role("button", name="Reken uit").click()
    expect(page.locator(".termijn-antwoord")).to_contain_text("Zonder rekenhulp wordt hier niets uitgerekend. Tel zelf")
    expect(page.locator(".boom-knoop")).to_contain_text("binnen 72 uur")


@pytest.mark.parametrize("tree", ["datalek", "rechten"])
def test_the_first_right_action_stands_on_the_screen_before_anything_is_asked_about_the_person(
    open_page: Open, tree: str
) -> None:
    """One tap leads to it: at 390 × 844 the question and its hint are in view, without scrolling."""
    page = open_page(f"beslisbomen/{tree}/", python=False).page
    answer(page, "nee")
    why = page.locator(".boom-knoop .waarom > p").first
    expect(why).to_be_in_viewport(ratio=1)
    expect(why).to_contain_text("Waarschuw eerst wie gevaar loopt" if tree == "datalek" else "bevestig het vandaag")
