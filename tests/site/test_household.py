"""The overview of a household on a phone: the taps that a family takes, what is shown, and what happens without Python."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.site.conftest import Watched

Open = Callable[..., Watched]
TREE = "beslisbomen/toestemming/"
DELEN = "beslisbomen/delen/"
LEAST_BEFORE = 23
"""Taps that the family of case D25 took at least, before persons were roles."""


def ready(page: Page) -> None:
    """Wait until Python has started."""
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)


class Fingers:
    """Taps in the overview, counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.household = page.locator(".huishouden")

    def tap(self, target: Locator) -> None:
        """One tap, never where the last one was: that would be a double tap, of which the second does nothing."""
        self.taps += 1
        target.click(position={"x": 8 + 30 * (self.taps % 2), "y": 20})

    def add(self, *names: str) -> None:
        """Add persons by their buttons."""
        for name in names:
            self.tap(self.household.get_by_role("button", name=f"+ {name}", exact=True))

    def choose(self, question: str, answer: str) -> None:
        """Answer a question."""
        card = self.household.get_by_role("group", name=question, exact=True)
        self.tap(card.get_by_role("button", name=answer, exact=True).first)
        expect(self.household.locator("fieldset[data-stand=open], fieldset[data-stand=deel]").and_(card)).to_have_count(
            0
        )

    def press(self, name: str) -> None:
        """Tap a button that belongs to no question."""
        self.tap(self.household.get_by_role("button", name=name, exact=True))

    def together(self, advice: str) -> None:
        """What is said of everyone together."""
        expect(self.household.locator(".huishouden-advies > h3")).to_have_text(f"Samen: {advice}")

    def row(self, who: str) -> Locator:
        """What is said of one person."""
        return self.household.locator(".huishouden-rijen > li").filter(has=self.page.get_by_text(who, exact=True))


def family(fingers: Fingers) -> None:
    """The family of case D25, from nothing to its advice."""
    fingers.add("Moeder en vader", "Stiefvader", "Kind van 0–11", "Kind van 0–11", "Kind van 12–15")
    fingers.choose("Is er nu acuut gevaar voor iemand?", "Nee")
    fingers.choose("Wie heeft het gezag over kind 1?", "Moeder en stiefvader samen")
    fingers.choose("Wie heeft het gezag over kind 2?", "Moeder en vader samen")
    fingers.choose("Wat zegt vader over de eigen gegevens en kind 2?", "Nee")
    fingers.press("Alle anderen apart gevraagd, en zij zeggen ja")
    fingers.choose("Klopt dit voor het hele stuk, voor ieder die ja zei?", "Ja, dit klopt allebei")


def test_the_family_of_d25_takes_at_most_half_of_the_taps(open_page: Open, capsys: pytest.CaptureFixture[str]) -> None:
    watched = open_page(TREE)
    ready(watched.page)
    fingers = Fingers(watched.page)
    family(fingers)
    fingers.together("nu niet")
    with capsys.disabled():
        print(f"\nD25: {fingers.taps} taps for six people, from nothing to the advice (before: 23 to 31)")
    assert fingers.taps <= LEAST_BEFORE // 2
    steps = fingers.household.locator(".huishouden-stappen > li")
    expect(steps.nth(0)).to_have_text("Vader zegt nee. Deel niets over vader en kind 2.")
    expect(steps.nth(2)).to_have_text(
        "Of deel zonder wat over vader en kind 2 gaat. Dan mag de rest, onder voorwaarden."
    )
    expect(fingers.row("Kind 2")).to_contain_text("Zij zijn het oneens: geen toestemming")
    expect(fingers.row("Kind 2")).to_contain_text("Beslist: moeder en vader samen. Moeder: ja; vader: nee.")
    expect(fingers.row("Kind 3")).to_contain_text("Beslist: kind 3 zelf.")
    fingers.press("Laat weg wat over vader en kind 2 gaat")
    fingers.together("mag, onder voorwaarden")
    assert watched.errors == []


def test_danger_in_the_walk_is_never_overruled(open_page: Open) -> None:
    """Case D18: yes to danger in the tree, and then three times yes in the overview."""
    page = open_page(TREE).page
    ready(page)
    page.click('.boom-loop button.antwoord[data-antwoord="ja"]')
    fingers = Fingers(page)
    fingers.add("Moeder en vader", "Kind van 0–11")
    fingers.together("direct handelen")
    expect(fingers.household.locator(".huishouden-stappen > li").nth(1)).to_have_text("Bel 112.")
    expect(fingers.household).not_to_contain_text("mag")


def test_the_overview_stands_under_delen_and_takes_its_answers_along(open_page: Open) -> None:
    page = open_page(DELEN).page
    ready(page)
    page.get_by_role("link", name="Maak één overzicht").first.click()
    expect(page.locator(".huishouden h2")).to_be_focused()
    expect(page.locator(".huishouden h2")).to_be_in_viewport()
    for id in ("nee", "geven", "jeugdhulp", "buiten", "gewoon"):
        page.click(f'.boom-loop button.antwoord[data-antwoord="{id}"]')
    fingers = Fingers(page)
    fingers.add("Moeder", "Kind van 0–11")
    fingers.choose("Wie heeft het gezag over kind 1?", "Alleen moeder")
    fingers.choose("Wat zegt moeder over de eigen gegevens en kind 1?", "Ja")
    fingers.choose("Klopt dit voor het hele stuk, voor ieder die ja zei?", "Ja, dit klopt allebei")
    fingers.together("mag, onder voorwaarden")
    page.locator('.boom-route button[data-stap="4"]').click()
    page.click('.boom-loop button.antwoord[data-antwoord="gezondheid"]')
    fingers.together("eerst uitzoeken")
    fingers.press("Ja, dit klopt nog allemaal")
    fingers.choose("Klopt dit voor het hele stuk, voor ieder die ja zei?", "Ja, dit klopt allebei")
    fingers.together("mag, onder voorwaarden")


def test_a_choice_for_help_does_not_fit_and_is_told(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    for id in ("nee", "hulp"):
        page.click(f'.boom-loop button.antwoord[data-antwoord="{id}"]')
    fingers = Fingers(page)
    fingers.add("Moeder")
    fingers.together("eerst uitzoeken")
    expect(fingers.household.locator(".huishouden-stappen")).to_contain_text(
        "Dit overzicht gaat over toestemming om iets te delen"
    )


def test_back_reload_change_and_remove(open_page: Open) -> None:
    watched = open_page(TREE)
    page = watched.page
    ready(page)
    fingers = Fingers(page)
    family(fingers)
    fingers.together("nu niet")
    page.reload()
    ready(page)
    fingers.together("nu niet")
    page.go_back()
    fingers.together("nu niet")
    expect(fingers.household.locator("[data-stand=open]")).not_to_have_count(0)
    page.go_forward()
    fingers.household.locator("summary", has_text="Kind 2, 0 tot en met 11 jaar").click()
    fingers.household.get_by_label("Leeftijd van kind 2").select_option("12-15")
    expect(fingers.household.get_by_label("Leeftijd van kind 2")).to_be_focused()
    expect(fingers.row("Kind 2")).to_contain_text("Beslist: kind 2 zelf")
    fingers.household.locator("summary", has_text="Vader, 18").and_(
        page.get_by_text("Vader, 18 jaar of ouder", exact=True)
    ).click()
    fingers.press("Verwijder vader")
    expect(fingers.household.get_by_label("Leeftijd van vader")).to_have_count(0)
    expect(fingers.household.locator(".huishouden-wie")).to_be_focused()
    assert "?" not in page.url and "#" not in page.url
    page.get_by_role("button", name="Wis alles").click()
    expect(fingers.household.locator(".huishouden-personen > li")).to_have_count(0)
    assert watched.errors == []


def test_with_a_keyboard_the_focus_goes_to_the_next_question(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    fingers = Fingers(page)
    add = fingers.household.get_by_role("button", name="+ Andere volwassene")
    add.focus()
    page.keyboard.press("Enter")
    expect(fingers.household.get_by_role("group", name="Is er nu acuut gevaar voor iemand?")).to_be_visible()
    expect(add).to_be_focused()
    answer = fingers.household.get_by_role("group", name="Is er nu acuut gevaar voor iemand?").get_by_role(
        "button", name="Nee"
    )
    answer.focus()
    page.keyboard.press("Enter")
    expect(page.locator("legend", has_text="Wat zegt andere volwassene 1 over de eigen gegevens?")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(fingers.household.locator(".huishouden-advies > h3")).to_be_focused()
    fingers.together("nu niet")
    fingers.household.get_by_role("button", name="+ Stiefvader").focus()
    page.keyboard.press("Enter")
    expect(fingers.household.locator(".huishouden-personen")).to_contain_text("Stiefvader")
    expect(fingers.household.locator(".huishouden-wie")).to_be_focused()  # the button is gone


def test_while_python_loads_and_without_it_the_overview_says_so(open_page: Open) -> None:
    held: list[Route] = []

    def hold(context: BrowserContext) -> None:
        context.route("**/pyodide.asm.wasm", lambda route: held.append(route))

    page = open_page(TREE, prepare=hold).page
    fingers = Fingers(page)
    fingers.add("Moeder", "Kind van 0–11")
    expect(fingers.household.locator(".huishouden-stand")).to_contain_text("De rekenhulp laadt nog")
    expect(fingers.household.locator(".huishouden-personen > li")).to_have_count(2)
    for route in held:
        route.continue_()
    ready(page)
    expect(fingers.household.get_by_role("group", name="Wie heeft het gezag over kind 1?")).to_be_visible()

    page = open_page(TREE, prepare=lambda context: context.route("**/stdlib.zip", lambda route: route.abort())).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable", timeout=30_000)
    fingers = Fingers(page)
    fingers.add("Moeder")
    expect(fingers.household.locator(".huishouden-stand")).to_contain_text("Zonder rekenhulp is er geen overzicht")


def test_who_is_added_while_python_is_stopped_does_not_join_those_of_an_earlier_case(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    fingers = Fingers(page)
    fingers.add("Kind van 0–11", "Kind van 0–11")
    expect(page.locator(".huishouden-personen > li")).to_have_count(2)
    page.evaluate("pythonBegin.worker.dispatchEvent(new ErrorEvent('error', {cancelable: true}))")
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable")
    expect(page.locator(".huishouden-stand")).to_contain_text("Zonder rekenhulp")
    page.evaluate("location.hash = '#a=&h=moeder.leeftijd~18'")
    expect(page.locator(".huishouden-personen > li")).to_have_count(1)
    fingers.add("Nog niet geboren")
    expect(page.locator(".huishouden-personen > li")).to_have_count(2)
    page.get_by_role("button", name="Probeer de rekenhulp opnieuw").click()
    ready(page)
    expect(page.locator(".huishouden-stand")).to_contain_text("Samen:")
    expect(page.locator(".huishouden-personen > li")).to_have_count(2)


def test_everything_fits_a_phone_and_a_thumb(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    fingers = Fingers(page)
    family(fingers)
    fingers.together("nu niet")
    page.evaluate("document.querySelectorAll('.huishouden details').forEach((details) => details.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate(
        """[...document.querySelectorAll('.huishouden :is(button, select, summary, label)')].filter((element) => element.offsetParent)
           .map((element) => [element.textContent, element.getBoundingClientRect().height]).filter(([, height]) => height < 43.5)"""
    )
    assert small == []


def test_odd_state_of_the_tab_does_no_harm(open_page: Open) -> None:
    watched = open_page(TREE)
    page = watched.page
    for odd in ('"x"', '{"moeder.leeftijd":7}', '{"kind-1.leeftijd":"<b>"}'):
        state = f"{{antwoorden:{{}},bij:null,diepte:0,huishouden:{odd}}}"
        page.evaluate(f"history.replaceState({{boom:{{toestemming:{state}}}}}, '')")
        page.reload()
        ready(page)
        expect(page.locator(".huishouden-rijen > li")).to_have_count(0)
        Fingers(page).add("Moeder")
        expect(page.locator(".huishouden-rijen > li")).to_have_count(1)
        assert watched.errors == [], odd
