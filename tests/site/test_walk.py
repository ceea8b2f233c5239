"""A professional walks a tree on a phone: from the home page to an outcome, back, and through a reload."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from decision_trees.catalogue import TREES
from decision_trees.walk import ahead
from tests.site.conftest import Watched

TREE = "beslisbomen/toestemming/"
Open = Callable[..., Watched]
TO_VALID = ["nee", "geheim", "12-15", "ja", "gegeven", "ja", "ja"]
DELEN_ROUTE = [
    ("beslisbomen/delen/", ["nee", "jeugdhulp", "ja", "ja", "ja", "gewoon", "vt", "melding", "ja"], "delen-vt")
]


def answer(page: Page, id: str) -> None:
    """Give an answer by its button."""
    page.click(f'.boom-loop button[data-antwoord="{id}"]')


def walk(page: Page, answers: list[str]) -> None:
    """Give the answers in turn."""
    for id in answers:
        answer(page, id)


def question(page: Page) -> str:
    """The id of the node that is shown."""
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
    expect(page.locator(".boom-loop h3")).to_contain_text("De toestemming is geldig")
    for part in (
        "Wat je nu doet",
        "Wat je vastlegt",
        "Wat je vertelt",
        "Waarom: je antwoorden",
        "Bronnen",
        "Wat het advies verandert",
    ):
        expect(page.locator(".boom-loop").get_by_text(part, exact=True)).to_be_visible()
    expect(page.locator(".boom-loop .stappen")).to_contain_text("Veel organisaties vragen ook de ouders")
    page.locator('.boom-loop .bronnen a[href*="artikel-6/#lid-4-b"]').click()
    expect(page.locator("#lid-4-b")).to_be_in_viewport()
    assert watched.errors == []


def test_python_agrees_with_what_is_shown_on_every_step(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    for id in TO_VALID:
        answer(page, id)
        expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", question(page))
    assert page.locator(".boom").get_attribute("data-verschil") is None


def test_if_they_differ_python_wins_and_the_page_says_so(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    page.evaluate("document.querySelector('.boom-tekst #vraag-acuut-gevaar .antwoord').dataset.naar = 'waarvoor'")
    answer(page, "ja")
    expect(page.locator(".boom-melding")).to_contain_text("klopte niet")


def test_an_answer_given_before_python_is_there_is_kept(open_page: Open) -> None:
    held: list[Route] = []

    def hold(context: BrowserContext) -> None:
        context.route("**/pyodide.asm.wasm", lambda route: held.append(route))

    page = open_page(TREE, prepare=hold).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "loading")
    expect(page.locator(".boom-python")).to_contain_text("De rekenhulp laadt")
    expect(page.locator("progress")).to_be_visible()
    walk(page, TO_VALID[:3])
    assert question(page) == "in-staat-12-15"
    for route in held:
        route.continue_()
    ready(page)
    assert question(page) == "in-staat-12-15"
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "in-staat-12-15")


def test_browser_back_goes_one_question_back_and_reload_keeps_the_route(open_page: Open) -> None:
    page = open_page(TREE).page
    walk(page, TO_VALID[:4])
    assert question(page) == "besluit-12-15"
    page.go_back()
    assert question(page) == "in-staat-12-15"
    page.reload()
    assert question(page) == "in-staat-12-15"
    page.get_by_role("button", name="Vorige vraag").click()
    expect(page.locator(".boom-knoop > [data-knoop=leeftijd]")).to_be_visible()
    assert "?" not in page.url and "#" not in page.url


def test_a_look_at_a_source_loses_no_answers(open_page: Open) -> None:
    page = open_page(TREE).page
    walk(page, TO_VALID[:4])
    page.locator(".boom-loop .bronnen a[href*='privacyprotocol']").first.click()
    expect(page.locator("h1")).to_contain_text("Geheimhouding")
    page.go_back()
    expect(page.locator(".boom-loop h3")).to_have_text("Wat zegt de jongere (12–15) zelf?")
    assert question(page) == "besluit-12-15"
    expect(page.locator(".boom-route .wijzig")).to_have_count(4)


def test_start_again_leaves_nothing_behind(open_page: Open) -> None:
    page = open_page(TREE).page
    walk(page, TO_VALID[:3])
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".boom-melding")).to_contain_text("gewist")
    assert question(page) == "acuut-gevaar"
    page.reload()
    assert question(page) == "acuut-gevaar"
    assert (
        page.evaluate("JSON.stringify([history.state, Object.keys(sessionStorage), document.cookie])") == '[null,[],""]'
    )


def test_changing_an_earlier_answer_keeps_the_later_ones(open_page: Open) -> None:
    page = open_page(TREE).page
    walk(page, TO_VALID)
    page.get_by_role("button", name="Wijzig je antwoord op: Wat zegt de jongere (12–15) zelf?").click()
    assert question(page) == "besluit-12-15"
    answer(page, "geweigerd")
    assert question(page) == "geweigerd-jongere"
    page.go_back()
    answer(page, "gegeven")
    assert question(page) == "toestemming-geldig"


def test_in_danger_help_is_one_tap_away(open_page: Open) -> None:
    page = open_page(TREE).page
    answer(page, "ja")
    calls = page.locator(".boom-loop .stappen a[href^='tel:']")
    assert [call.get_attribute("href") for call in calls.all()] == ["tel:112", "tel:0800-2000"]
    page.goto(page.url.removesuffix(TREE))
    expect(page.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")


def test_focus_goes_to_the_new_question(open_page: Open) -> None:
    page = open_page(TREE).page
    page.keyboard.press("Tab")
    page.locator('.boom-loop button[data-antwoord="nee"]').focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Waarvoor wil je toestemming?"


def test_the_page_and_its_title_say_how_far_one_is_and_nothing_of_the_answers(open_page: Open) -> None:
    page = open_page(TREE).page
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
    expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp kan hier niet starten (een bestand ontbreekt")
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    page.get_by_text("De hele boom als tekst").click()
    expect(page.locator("#vraag-gezag")).to_be_visible()


def test_without_javascript_the_tree_is_followed_by_its_links(open_page: Open) -> None:
    page = open_page(TREE, java_script_enabled=False).page
    expect(page.locator(".boom-loop")).to_be_hidden()
    page.get_by_text("De hele boom als tekst").click()
    page.locator("#vraag-acuut-gevaar").get_by_role("link", name="Ja", exact=True).click()
    expect(page.locator("#uitkomst-direct-handelen")).to_be_in_viewport()


def test_a_link_to_a_question_opens_the_text_there(open_page: Open) -> None:
    page = open_page(TREE + "#vraag-gezag").page
    expect(page.locator("#vraag-gezag")).to_be_in_viewport()
