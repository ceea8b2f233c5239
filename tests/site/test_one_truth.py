"""The page and Python agree on the whole tree before anything counts as checked, or the page advises nothing and says so."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.site.conftest import Watched
from tests.site.test_walk import DELEN, TO_SCHOOL, TO_VALID, TREE, answer, question, ready, walk

Open = Callable[..., Watched]
OLD_WORDS = ("Waarvoor wil je toestemming\\?", "Waarvoor vraag je toestemming?")
OTHER_VERDICT = (
    r'(data-knoop="toestemming-geldig"[^>]*><h3[^>]*><span class="oordeel">)Mag, onder voorwaarden',
    r"\1Mag",
)
OTHER_LINK = (r'(data-antwoord="geweigerd"[^>]*?data-naar=")geweigerd-jongere"', r'\1geldigheid"')
OTHER_HREF = (r'href="#uitkomst-geweigerd-jongere"', 'href="#vraag-geldigheid"')
OTHER_SAYS = (r'data-zegt="soort:gezondheid', 'data-zegt="soort:gewoon')
OTHER_STEP = (r'(<ol class="stappen"><li>)', r"\1Deel nu alles. ")


def served(change: tuple[str, str]) -> Callable[[BrowserContext], None]:
    """A browser that gets the tree's page with something changed in it, and Python as it is."""
    old, new = change

    def alter(route: Route) -> None:
        answer = route.fetch()
        text, times = re.subn(old, new, answer.text())
        assert times, f"nothing to change: {old}"
        route.fulfill(response=answer, body=text)

    def prepare(context: BrowserContext) -> None:
        context.route(re.compile(r"/beslisbomen/\w+/$"), alter)

    return prepare


def stopped(page: Page) -> None:
    """No advice, in words; whom to call; how to reload. Nothing else of the walk is left, nor is anything checked."""
    expect(page.locator(".boom")).to_have_attribute("data-python", "different", timeout=60_000)
    stop = page.locator(".boom-stop")
    expect(stop.get_by_role("heading")).to_have_text("Deze bladzijde en de regels horen niet bij elkaar")
    expect(stop).to_contain_text("geen advies")
    calls = stop.locator("a[href^='tel:']")
    assert [call.get_attribute("href") for call in calls.all()] == ["tel:112", "tel:0800-2000"]
    expect(stop.get_by_role("button", name="Laad de bladzijde opnieuw")).to_be_visible()
    expect(stop).to_contain_text("Ctrl en Shift")
    expect(stop).to_contain_text("Vertaalt je browser de bladzijde")
    for part in (".boom-loop", ".boom-tekst", ".boom-knoop *"):
        assert page.locator(part).filter(visible=True).count() == 0, part
    assert page.locator(".boom").get_attribute("data-gecontroleerd") is None
    text = page.locator("article").inner_text()
    assert "✓" not in text and "hersteld" not in text and "onder voorwaarden" not in text.lower()


TRANSLATED = """() => {
  const walker = document.createTreeWalker(document.querySelector(".boom"), NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter((one) => one.data.trim())) {
    const font = document.createElement("font");
    font.textContent = `EN ${text.data}`;
    text.replaceWith(font);
  }
}"""


def test_a_page_that_the_browser_translates_advises_nothing(open_page: Open) -> None:
    """Nobody checked the other words; it happens once the walk is on its way."""
    watched = open_page(TREE)
    page = watched.page
    ready(page)
    answer(page, "nee")
    page.evaluate(TRANSLATED)
    page.locator(".boom-knoop .antwoord").first.click()
    expect(page.locator(".boom")).to_have_attribute("data-python", "different")
    expect(page.locator(".boom-stop")).to_be_visible()
    expect(page.locator(".boom-loop, .boom-tekst").filter(visible=True)).to_have_count(0)
    assert watched.errors == []


def test_an_old_page_with_a_new_python(open_page: Open) -> None:
    watched = open_page(TREE, prepare=served(OLD_WORDS))
    stopped(watched.page)
    assert watched.errors == []


@pytest.mark.parametrize(
    ("path", "change"),
    [(TREE, OTHER_VERDICT), (TREE, OTHER_LINK), (TREE, OTHER_HREF), (DELEN, OTHER_SAYS), (TREE, OTHER_STEP)],
    ids=["verdict", "link", "address", "meaning", "step"],
)
def test_a_page_that_was_changed_on_the_way(open_page: Open, path: str, change: tuple[str, str]) -> None:
    stopped(open_page(path, prepare=served(change)).page)


BY_HAND = {
    "link": "document.querySelector('#vraag-acuut-gevaar .antwoord').dataset.naar = 'waarvoor'",
    "verdict": "document.querySelector('#uitkomst-direct-handelen .oordeel').textContent = 'Mag'",
    "title": "document.querySelector('#uitkomst-direct-handelen .uitkomst-titel').textContent = 'Het mag'",
    "source": "document.querySelector('#uitkomst-direct-handelen .omdat a').setAttribute('href', '../../convenant/artikel-1/')",
    "node": "document.querySelector('#vraag-acuut-gevaar .antwoord').dataset.naar = 'bestaat-niet'",
}


@pytest.mark.parametrize("changed", BY_HAND.values(), ids=BY_HAND)
def test_a_page_that_is_changed_by_hand_while_it_is_walked(open_page: Open, changed: str) -> None:
    page = open_page(TREE).page
    ready(page)
    page.evaluate(changed)
    answer(page, "ja")
    stopped(page)


@pytest.mark.parametrize("changed", BY_HAND.values(), ids=BY_HAND)
def test_a_page_that_is_changed_by_hand_before_python_is_there(open_page: Open, changed: str) -> None:
    held: list[Route] = []

    def hold(context: BrowserContext) -> None:
        context.route("**/pyodide.asm.wasm", lambda route: held.append(route))

    page = open_page(TREE, prepare=hold).page
    expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp laadt")
    page.evaluate(changed)
    for route in held:
        route.continue_()
    stopped(page)


def test_no_check_mark_before_both_are_equal(open_page: Open) -> None:
    held: list[Route] = []

    def hold(context: BrowserContext) -> None:
        context.route("**/pyodide.asm.wasm", lambda route: held.append(route))

    page = open_page(DELEN, prepare=hold).page
    walk(page, TO_SCHOOL)
    assert page.locator(".boom").get_attribute("data-python") == "loading"
    assert page.locator(".boom").get_attribute("data-gecontroleerd") is None
    expect(page.locator(".boom-stand")).not_to_contain_text("✓")
    for route in held:
        route.continue_()
    ready(page)
    expect(page.locator(".boom-stand")).to_contain_text("✓ De rekenhulp werkt")
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "delen-met-toestemming")


def test_reloading_goes_on_where_one_was(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    walk(page, TO_VALID[:3])
    page.evaluate("document.querySelector('#vraag-besluit-12-15 h3').textContent = 'Iets anders?'")
    answer(page, "weet-niet")
    expect(page.locator(".boom-loop .oordeel")).to_have_text("Eerst uitzoeken")
    page.get_by_role("button", name="Ik weet het nu").click()
    stopped(page)
    page.get_by_role("button", name="Laad de bladzijde opnieuw").click()
    ready(page)
    assert question(page) == "besluit-12-15"
    walk(page, TO_VALID[3:])
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig")


def test_without_python_the_walk_goes_on_and_says_that_nothing_is_checked(open_page: Open) -> None:
    page = open_page(TREE, prepare=lambda context: context.route("**/stdlib.zip", lambda route: route.abort())).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable", timeout=30_000)
    expect(page.locator(".boom-stand")).to_contain_text("niemand controleert de stappen na")
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    expect(page.locator(".boom-stop")).to_be_hidden()
    assert page.locator(".boom").get_attribute("data-gecontroleerd") is None
