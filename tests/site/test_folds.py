"""Long pages for jurists fold: an address within leads there, and on paper all is unfolded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import expect

from tests.site.conftest import Watched

Open = Callable[..., Watched]
CLOSED = "[...document.querySelectorAll('article details:is(.groep, .rij-vouw)')].filter((fold) => !fold.open).length"


@pytest.mark.parametrize(
    ("path", "row"), [("beslisbomen/verantwoording/", "r53"), ("beslisbomen/delen/tabel/", "n120")]
)
def test_a_link_to_a_folded_row_shows_it_and_all_unfolds_on_request_and_on_paper(
    open_page: Open, path: str, row: str
) -> None:
    page = open_page(f"{path}#{row}").page
    expect(page.locator(f"#{row}")).to_be_in_viewport()
    button = page.get_by_role("button", name="Vouw alles uit")
    folded = page.evaluate(CLOSED)
    assert folded > 100
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(CLOSED) == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(CLOSED) == folded
    button.click()
    assert page.evaluate(CLOSED) == 0
    expect(page.get_by_role("button", name="Vouw alles dicht")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, "the page scrolls sideways"


def test_a_licence_is_named_once_with_all_that_has_it(site: Path) -> None:
    page = html.fromstring((site / "licenties" / "index.html").read_bytes())
    names = [row.text_content() for row in page.xpath("//h2[@id='bouw']/following-sibling::table//tbody//th")]
    assert "MIT" in names and len(names) == len(set(names))
