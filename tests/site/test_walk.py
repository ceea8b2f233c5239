"""A professional walks a tree on a phone: from the home page to an outcome, back, and through a reload."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from decision_trees.catalogue import TREES
from decision_trees.walk import ahead
from tests.site.conftest import Watched

TREE = "beslisbomen/toestemming/"
Open = Callable[..., Watched]
TO_VALID = ["nee", "geheim", "12-15", "gegeven", "ja", "ja"]
DELEN = "beslisbomen/delen/"
TO_SCHOOL = ["nee", "geven", "lokaal-team", "buiten", "gewoon", "0-11", "een", "gegeven", "ja", "ja"]


def answer(page: Page, id: str) -> None:
    """Give an answer by its button."""
    page.click(f'.boom-loop button[data-antwoord="{id}"]')


def walk(page: Page, answers: list[str]) -> None:
    """Give the answers in turn."""
    for id in answers:
        answer(page, id)


def question(page: Page) -> str:
    """The id of the node that is shown; after a reload, once what the tab kept was read."""
    page.locator(".boom:not([data-hersteld])").wait_for()
    return page.locator(".boom-knoop > [data-knoop]").get_attribute("data-knoop") or ""


def ready(page: Page) -> None:
    """Wait until Python has started."""
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)


def test_from_home_to_the_first_question_in_one_tap(open_page: Open) -> None:
    page = open_page().page
    page.get_by_role("article").get_by_role("link", name="Heb ik toestemming nodig?").click()
    expect(page.get_by_role("heading", name="Is er nu acuut gevaar voor iemand?").first).to_be_in_viewport()


def test_walk_to_an_outcome_checked_by_python(open_page: Open) -> None:
    watched = open_page(TREE)
    page = watched.page
    ready(page)
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig")
    expect(page.locator(".boom-knoop h3")).to_contain_text("De toestemming is geldig")
    for part in (
        "Nu doen",
        "Vastleggen",
        "Vertellen",
        f"Je antwoorden ({len(TO_VALID)})",
        re.compile(r"^Bronnen \(\d+\)$"),
        "Wat het advies verandert",
    ):
        expect(page.locator(".boom-loop").get_by_text(part, exact=True)).to_be_visible()
    page.locator('.boom-loop .omdat a[href*="artikel-6/#lid-4-b"]').click()
    expect(page.locator("#lid-4-b")).to_be_in_viewport()
    assert watched.errors == []


def test_python_agrees_with_what_is_shown_on_every_step(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    for id in TO_VALID:
        answer(page, id)
        expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", question(page))
    assert page.locator(".boom").get_attribute("data-python") == "ready"


def test_an_answer_given_before_python_is_there_is_kept(open_page: Open) -> None:
    held: list[Route] = []

    def hold(context: BrowserContext) -> None:
        context.route("**/pyodide.asm.wasm", lambda route: held.append(route))

    page = open_page(TREE, prepare=hold).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "loading")
    expect(page.locator(".boom-python")).to_contain_text("De rekenhulp laadt")
    expect(page.locator("progress")).to_be_visible()
    walk(page, TO_VALID[:3])
    assert question(page) == "besluit-12-15"
    for route in held:
        route.continue_()
    ready(page)
    assert question(page) == "besluit-12-15"
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "besluit-12-15")


def test_browser_back_goes_one_question_back_and_reload_keeps_the_route(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walk(page, TO_VALID[:4])
    assert question(page) == "geldigheid"
    page.go_back()
    assert question(page) == "besluit-12-15"
    page.reload()
    assert question(page) == "besluit-12-15"
    page.get_by_role("button", name="Vorige vraag").click()
    expect(page.locator(".boom-knoop > [data-knoop=leeftijd]")).to_be_visible()
    assert "?" not in page.url and "#" not in page.url


def test_a_look_at_a_source_loses_no_answers(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walk(page, TO_VALID[:3])
    page.locator(".boom-loop summary", has_text="Bronnen").click()
    page.locator(".boom-loop .bronnen a[href*='privacyprotocol']").first.click()
    expect(page.locator("h1")).to_contain_text("Geheimhouding")
    page.go_back()
    expect(page.locator(".boom-knoop h3")).to_have_text("Wat zegt de jongere (12–15) zelf?")
    assert question(page) == "besluit-12-15"
    expect(page.locator(".boom-route .wijzig")).to_have_count(3)


def test_start_again_leaves_nothing_behind(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walk(page, TO_VALID[:3])
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".boom-melding")).to_contain_text("gewist")
    assert question(page) == "acuut-gevaar"
    page.reload()
    assert question(page) == "acuut-gevaar"
    assert (
        page.evaluate("JSON.stringify([history.state, Object.keys(sessionStorage), document.cookie])") == '[null,[],""]'
    )


def test_a_new_case_is_in_sight_on_an_advice_asks_before_it_wipes_and_begins_with_nothing(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    again = page.get_by_role("button", name="Nieuwe casus")
    walk(page, TO_VALID[:3])
    expect(again).to_be_hidden()
    walk(page, TO_VALID[3:])
    expect(again).to_be_in_viewport(ratio=1)
    again.click()
    asked = page.get_by_role("group", name="Nieuwe casus")
    expect(asked).to_be_focused()
    expect(asked).to_contain_text("Je haalt ze niet terug")
    page.get_by_role("button", name="Houd dit advies").click()
    expect(asked).to_be_hidden()
    expect(again).to_be_focused()
    assert question(page) == "toestemming-geldig"
    again.click()
    page.get_by_role("button", name="Wis en begin opnieuw").click()
    expect(page.locator(".boom-melding")).to_contain_text("gewist")
    assert question(page) == "acuut-gevaar"
    expect(again).to_be_hidden()
    expect(asked).to_be_hidden()


def change(page: Page, question: str) -> None:
    """Look at the answer to a question again, from the advice."""
    page.locator(".boom-redenen > details > summary").click()
    page.get_by_role("button", name=f"Wijzig je antwoord op: {question}").click()


def test_an_answer_that_is_looked_at_and_stays_changes_nothing(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    walk(page, TO_VALID)
    change(page, "Wat zegt de jongere (12–15) zelf?")
    assert question(page) == "besluit-12-15"
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "besluit-12-15")
    expect(page.locator(".boom-eerder")).to_have_count(0)
    expect(page.locator(".boom-knoop [aria-pressed=true]")).to_have_attribute("data-antwoord", "gegeven")
    answer(page, "gegeven")
    assert question(page) == "toestemming-geldig"


def test_a_changed_answer_takes_no_yes_along(open_page: Open) -> None:
    """The consent was asked for school; for the employer it is asked again, and what was said is shown to be confirmed."""
    watched = open_page(DELEN)
    page = watched.page
    ready(page)
    walk(page, TO_SCHOOL)
    assert question(page) == "delen-met-toestemming"
    change(page, "Wat wil je doen?")
    answer(page, "gevraagd")
    confirmed = []
    for _ in range(6):
        if page.locator(".boom-knoop > .uitkomst").count():
            break
        assert page.locator(".boom-eerder").count(), question(page)
        expect(page.locator(".boom-eerder")).to_contain_text("Klopt dit nog?")
        marked = page.locator(".boom-knoop [aria-pressed=true]")
        expect(page.locator(".boom-eerder")).to_contain_text(marked.text_content() or "?")
        expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", question(page))
        confirmed.append(question(page))
        marked.click()
    assert confirmed == ["ontvanger", "soort-gegevens", "t.gezag", "t.besluit-een", "t.geldigheid", "afweging"]
    assert question(page) == "delen-met-toestemming"
    assert page.locator(".boom").get_attribute("data-python") == "ready"
    assert watched.errors == []


def test_an_answer_that_contradicts_an_earlier_one_is_not_offered(open_page: Open) -> None:
    """“One parent is enough, for something light” is no answer after health data."""
    page = open_page(DELEN).page
    ready(page)
    walk(page, ["nee", "geven", "lokaal-team", "buiten", "gezondheid", "0-11", "twee"])
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "t.besluit-twee")
    expect(page.locator(".boom-loop [data-antwoord=beiden]")).to_be_visible()
    expect(page.locator(".boom-loop [data-antwoord=een-licht]")).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="Wijzig je antwoord op: Welke soort gegevens").click()
    answer(page, "gewoon")
    page.locator(".boom-knoop [aria-pressed=true]").click()
    expect(page.locator(".boom-loop [data-antwoord=een-licht]")).to_be_visible()


def test_from_what_must_be_found_out_a_button_leads_back_to_the_question(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walk(page, [*TO_VALID[:3], "weet-niet"])
    expect(page.locator(".boom-loop .oordeel")).to_have_text("Eerst uitzoeken")
    expect(page.locator(".boom-loop .vraag-aan")).to_contain_text("Vraag aan: Degene die beslist")
    page.get_by_role("button", name="Ik weet het nu: terug naar de vraag").click()
    assert question(page) == "besluit-12-15"
    expect(page.locator(".boom-route .wijzig")).to_have_count(3)
    answer(page, "geweigerd")
    page.get_by_role("button", name="Terug naar de vraag").click()
    assert question(page) == "besluit-12-15"
    walk(page, TO_VALID[3:])
    expect(page.locator(".boom-verder")).to_have_count(0)


def test_one_button_leads_back_and_its_name_says_where(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    back = page.locator(".boom-terug")
    walk(page, [*TO_VALID[:3], "geweigerd"])
    expect(page.locator(".boom-verder")).to_have_text("Terug naar de vraag")
    expect(back).to_be_hidden()
    page.locator(".boom-verder").click()
    expect(back).to_have_text("Terug zonder te wijzigen")
    back.click()
    expect(page.locator(".boom-loop .oordeel")).to_have_text("Nu niet")
    page.locator(".boom-verder").click()
    walk(page, TO_VALID[3:])
    expect(page.locator(".boom-verder")).to_have_count(0)
    expect(back).to_have_text("Vorige vraag")
    back.click()
    assert question(page) == "nagegaan"


def test_the_folded_part_names_the_answer_behind_each_consideration(open_page: Open) -> None:
    page = open_page(DELEN, python=False).page
    walk(page, TO_SCHOOL)
    page.locator(".boom-redenen > details > summary").click()
    lines = page.locator(".boom-redenen .afwegingen > li")
    expect(lines).to_have_count(6)
    expect(lines.first).to_contain_text("Taak: “Gemeente of lokaal team")
    for line in lines.all()[1:5]:
        expect(line).to_contain_text("“Ja: het doel is helder")
    page.goto(page.url)
    page.get_by_role("button", name="Wis alles").click()
    answer(page, "ja")
    page.locator(".boom-redenen > details > summary").click()
    expect(lines.first).to_contain_text("Taak: niet bevestigd op deze weg")


def test_who_reads_for_an_hour_is_still_checked(open_page: Open) -> None:
    """An hour in which the page lives, and one in which the phone sleeps."""
    page = open_page(TREE, prepare=lambda context: context.clock.install()).page
    walk(page, TO_VALID[:-1])
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", question(page), timeout=60_000)
    page.clock.run_for("01:00:00")
    page.clock.fast_forward("01:00:00")
    page.wait_for_timeout(300)
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready")
    answer(page, TO_VALID[-1])
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig")


@pytest.mark.parametrize("way", ["mouse", "finger", "uncounted"])
def test_a_double_tap_answers_one_question(open_page: Open, way: str) -> None:
    """A browser counts a mouse's clicks, and some count taps; others say of each tap that it is the first."""
    device = {} if way == "mouse" else {"has_touch": True, "is_mobile": True}
    page = open_page(TREE, python=False, **device).page
    box = page.locator(".boom-loop button[data-antwoord=nee]").bounding_box()
    assert box
    x, height = box["x"] + 60, box["height"]
    page.locator(".boom-loop button[data-antwoord=nee]").click()
    under = page.evaluate(
        "([x, ys]) => ys.find(y => document.elementFromPoint(x, y)?.closest('.boom-loop .antwoord'))",
        [x, [box["y"] + step for step in range(4, int(height) - 4)]],
    )
    assert under, "the next question has an answer under the finger, which the second tap would give"
    page = open_page(TREE, python=False, **device).page
    assert page.locator(".boom-loop button[data-antwoord=nee]").bounding_box() == box
    if way == "uncounted":
        page.evaluate(
            "([x, y]) => { for (let tap = 0; tap < 2; tap += 1) document.elementFromPoint(x, y).dispatchEvent(new PointerEvent("
            "'click', {bubbles: true, clientX: x, clientY: y, detail: 1, pointerType: 'touch'})); }",
            [x, under],
        )
    elif way == "finger":
        for _ in range(2):
            page.touchscreen.tap(x, under)
    else:
        page.mouse.dblclick(x, under)
    expect(page.locator(".boom-knoop > [data-knoop=acuut-gevaar]")).to_have_count(0)
    assert question(page) == "waarvoor"
    page.locator(".boom-loop button[data-antwoord=avg]").click()
    assert question(page) != "waarvoor"


def test_an_outcome_leads_to_the_overview_of_a_household(open_page: Open) -> None:
    page = open_page(DELEN, python=False).page
    link = page.locator(".boom-loop .naar-huishouden a")
    expect(link).to_be_visible()
    walk(page, TO_SCHOOL)
    link.click()
    expect(page.locator(".huishouden")).to_be_in_viewport()
    assert question(page) == "delen-met-toestemming"


def test_in_danger_help_is_one_tap_away(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    answer(page, "ja")
    calls = page.locator(".boom-loop .stappen a[href^='tel:']")
    assert [call.get_attribute("href") for call in calls.all()] == ["tel:112", "tel:0800-2000"]
    page.goto(page.url.removesuffix(TREE))
    expect(page.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")


def test_focus_goes_to_the_new_question(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    page.keyboard.press("Tab")
    page.locator('.boom-loop button[data-antwoord="nee"]').focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Waarvoor wil je toestemming?"


def test_the_page_and_its_title_say_how_far_one_is_and_nothing_of_the_answers(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    most = ahead(TREES["toestemming"], "acuut-gevaar")[1]
    expect(page.locator(".boom-plaats")).to_have_text(f"Vraag 1 van hoogstens {most}")
    walk(page, TO_VALID[:2])
    left = ahead(TREES["toestemming"], question(page))[1]
    expect(page.locator(".boom-plaats")).to_have_text(f"Vraag 3 van hoogstens {2 + left}")
    assert page.title().startswith("Vraag 3 – Heb ik toestemming nodig?")
    walk(page, TO_VALID[2:])
    assert page.title().startswith("Advies – Heb ik toestemming nodig?")


@pytest.mark.parametrize("file", ["pyodide.asm.wasm", "stdlib.zip", "decision_trees.zip", "worker.js", "pyodide.js"])
def test_without_python_the_page_says_why_and_offers_the_tree(open_page: Open, file: str) -> None:
    page = open_page(TREE, prepare=lambda context: context.route(f"**/{file}", lambda route: route.abort())).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable", timeout=30_000)
    expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp kan hier niet starten (een bestand kwam niet aan")
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    page.get_by_text("De hele boom als tekst", exact=True).click()
    expect(page.locator("#vraag-gezag")).to_be_visible()


def test_without_javascript_the_tree_is_followed_by_its_links(open_page: Open) -> None:
    page = open_page(TREE, java_script_enabled=False).page
    expect(page.locator(".boom-loop")).to_be_hidden()
    page.get_by_text("De hele boom als tekst", exact=True).click()
    page.locator("#vraag-acuut-gevaar").get_by_role("link", name="Ja", exact=True).click()
    expect(page.locator("#uitkomst-direct-handelen")).to_be_in_viewport()


def test_a_link_to_a_question_opens_the_text_there(open_page: Open) -> None:
    page = open_page(TREE + "#vraag-gezag", python=False).page
    expect(page.locator("#vraag-gezag")).to_be_in_viewport()
