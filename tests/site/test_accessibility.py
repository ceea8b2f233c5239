"""axe-core finds nothing on each kind of page and state of a tree, in both colour schemes, best practices included."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.conftest import ROOT
from tests.site.conftest import Watched
from tests.site.test_walk import TO_VALID, TREE, walk

Open = Callable[..., Watched]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
PAGES = ["", TREE, "beslisbomen/delen/tabel/", "beslisbomen/verantwoording/", "privacyprotocol/artikel-6/",
         "privacyprotocol/artikel-1/", "convenant/overwegingen/", "convenant/ondertekening/", "convenant/volledig/",
         "wegwijzer-professionals/", "begrippen/", "afwijkingen/", "offline/", "coordinatoren/"]  # fmt: skip


def violations(page: Page) -> list[str]:
    """What axe finds, each with its first place. It runs outside the page's policy, as a browser's tool does."""
    page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": AXE})
    found: list[str] = page.evaluate(
        "axe.run().then(result => result.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`))"
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_violation_on_a_page(open_page: Open, path: str, scheme: str) -> None:
    page = open_page(path, color_scheme=scheme, reduced_motion="reduce").page
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_in_the_states_of_a_tree(open_page: Open, scheme: str) -> None:
    page = open_page(TREE, color_scheme=scheme, reduced_motion="reduce").page
    walk(page, TO_VALID[:3])
    assert violations(page) == []
    walk(page, TO_VALID[3:])
    page.get_by_role("button", name="+ Volwassene").click()
    page.locator(".boom-tekst > summary").click()
    assert violations(page) == []


def test_targets_are_large_enough(open_page: Open) -> None:
    page = open_page(TREE).page
    walk(page, TO_VALID)
    small = page.evaluate(
        "[...document.querySelectorAll('.boom-loop button')].filter(b => b.offsetParent && b.getBoundingClientRect().height < 44)"
        ".map(b => b.outerHTML)"
    )
    assert small == []
