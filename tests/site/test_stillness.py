"""What stands on a page stays where it stands while the rest comes: the layout shift that browsers measure (CLS)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Route, ViewportSize, expect

from tests.site.conftest import PHONE, Watched, until

MOST_SHIFT = 0.01
"""Of a page that loads, in the first screen: what a reader does not see."""
WIDE: ViewportSize = {"width": 1280, "height": 900}
PAGES = (
    "", "convenant/", "convenant/artikel-6/", "begrippen/", "zoeken/", "zoeken/#q=toestemming", "voorbeelden/", "formulieren/",
    "eigen-versie/", "offline/", "handboek/", "beslisbomen/datalek/", "beslisbomen/verantwoording/", "stijlgids/", "bestaat-niet/",
    # An address with answers, and one that leads to a fold, or into one:
    "beslisbomen/toestemming/#a=acuut-gevaar~nee_waarvoor~geheim_leeftijd~12-15_besluit-12-15~geweigerd",
    "voorbeelden/#s15", "voorbeelden/#e250", "beslisbomen/verantwoording/#r53", "beslisbomen/delen/tabel/#n120", "begrippen/#betrokkene",
)  # fmt: skip
MEASURE = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts.push(one.value); })
    .observe({ type: "layout-shift", buffered: true });
}"""


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_nothing_moves_while_a_page_loads(browser: Browser, base: str, size: ViewportSize) -> None:
    """Also when our letters come late: such a page is read in the device's own."""
    moved: dict[str, float] = {}
    with browser.new_context(viewport=size, service_workers="block") as context:
        context.add_init_script(f"({MEASURE})()")
        held: list[Route] = []
        context.route("**/*.woff2", lambda route: held.append(route))  # Playwright writes on the function
        page = context.new_page()
        for name in PAGES:
            page.goto("about:blank")
            page.goto(f"{base}/{name}", wait_until="domcontentloaded")
            page.wait_for_timeout(400)
            while held:
                held.pop().continue_()
            until(page, "document.readyState === 'complete' && document.fonts.status === 'loaded'")
            page.wait_for_timeout(200)
            if (shift := page.evaluate("window.shifts.reduce((sum, one) => sum + one, 0)")) > MOST_SHIFT:
                moved[name] = round(shift, 4)
    assert moved == {}


def test_a_link_with_answers_shows_the_tree_too_when_its_script_does_not_come(
    open_page: Callable[..., Watched],
) -> None:
    """The question while the script may still come, and the text once it cannot."""
    held: list[Route] = []
    watched = open_page(
        "offline/", prepare=lambda context: context.route("**/boom.js", lambda route: held.append(route)), python=False
    )
    page = watched.page
    page.goto(f"{watched.base}beslisbomen/toestemming/#a=acuut-gevaar~nee", wait_until="commit")
    until(page, "document.documentElement.classList.contains('boom-wacht')")
    expect(page.get_by_role("heading", name="Is er nu acuut gevaar voor iemand?").first).to_be_visible()
    held.pop().abort()
    expect(page.locator(".boom-zonder")).to_be_visible()
    expect(page.locator("html.boom-wacht")).to_have_count(0)
