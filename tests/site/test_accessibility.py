"""axe-core finds nothing on each kind of page and state of a tree, in both colour schemes, best practices included."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.site.conftest import Watched, until
from tests.site.test_walk import DELEN, TO_SCHOOL, TO_VALID, TREE, answer, ready, walk

Open = Callable[..., Watched]
Look = Callable[..., Page]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
PAGES = ["", TREE, "beslisbomen/delen/tabel/", "beslisbomen/verantwoording/", "privacyprotocol/artikel-6/",
         "privacyprotocol/artikel-1/", "convenant/overwegingen/", "convenant/ondertekening/", "convenant/volledig/",
         "wegwijzer-professionals/", "begrippen/", "afwijkingen/", "offline/", "coordinatoren/", "handboek/", "zoeken/",
         "toegankelijkheid/", "licenties/", "stijlgids/", "eigen-versie/"]  # fmt: skip


COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that a colour scheme can break; the others see the same page in both."""


def violations(page: Page, *, without: str = "", colours_only: bool = False) -> list[str]:
    """What axe finds, each with its first place. It runs outside the page's policy, as a browser's tool does."""
    if not page.evaluate("'axe' in window"):
        tools = page.context.new_cdp_session(page)
        tools.send("Runtime.evaluate", {"expression": AXE})
        tools.detach()
    rules = f"rules: {{'{without}': {{enabled: false}}}}" if without else f"runOnly: {COLOURS}" if colours_only else ""
    found: list[str] = page.evaluate(
        f"axe.run({{resultTypes: ['violations'], {rules}}}).then(result => result.violations.map(v => `${{v.id}}: ${{v.nodes[0].html.slice(0, 160)}}`))"
    )
    return found


SETTLED = """document.documentElement.matches(".js")
  && document.getAnimations().every((one) => !(one instanceof CSSTransition) || one.playState !== "running")"""
"""The theme's scripts are there, and nothing is half-way between two colours."""
CHOOSE = """(scheme) => {
  if (document.body.dataset.mdColorScheme === scheme) return true;
  const choice = document.querySelector(`input[name=__palette][data-md-color-scheme=${scheme}]`);
  choice.checked = true;
  choice.dispatchEvent(new Event("change"));
  return false;
}"""


def in_scheme(page: Page, scheme: str) -> None:
    """Give a page another colour scheme without loading it again, as its own button does; again until the theme's scripts are there."""
    page.emulate_media(color_scheme="dark" if scheme == "slate" else "light")
    until(page, CHOOSE, scheme)
    until(page, SETTLED)
    page.evaluate("localStorage.removeItem(Object.keys(localStorage).find((name) => name.endsWith('__palette')))")


def violations_in_both_schemes(page: Page) -> list[tuple[str, str]]:
    """What axe finds on one visit, first in the light and then in the dark."""
    found = [("light", one) for one in violations(page)]
    in_scheme(page, "slate")
    found += [("dark", one) for one in violations(page, colours_only=True)]
    in_scheme(page, "default")
    return found


@pytest.mark.parametrize("path", PAGES)
def test_no_violation_on_a_page(look: Look, path: str) -> None:
    assert violations_in_both_schemes(look(path, reduced_motion="reduce")) == []


def test_a_colour_that_cannot_be_read_is_found_in_the_dark(look: Look) -> None:
    page = look("afwijkingen/", reduced_motion="reduce")
    page.add_style_tag(content="[data-md-color-scheme=slate] article p { color: #555 !important; }")
    assert [scheme for scheme, found in violations_in_both_schemes(page) if "color-contrast" in found] == ["dark"]


LOOKS = """() => [...new Set([...document.querySelectorAll("body, body *")].flatMap((one) => [null, "::before", "::after"].map((part) => {
  const { color, backgroundColor, borderTopColor, fill, outlineColor, boxShadow, opacity, filter } = getComputedStyle(one, part);
  return [one.tagName, part, color, backgroundColor, borderTopColor, fill, outlineColor, boxShadow, opacity, filter].join();
})))].sort()"""
"""Every look that an element of the page has."""


@pytest.mark.parametrize("path", ["afwijkingen/", "beslisbomen/datalek/tabel/", "stijlgids/"])
def test_a_page_that_is_made_dark_looks_as_on_a_device_that_asks_for_it(look: Look, path: str) -> None:
    page = look(path, reduced_motion="reduce")
    light = page.evaluate(LOOKS)
    in_scheme(page, "slate")
    asked = look(path, color_scheme="dark", reduced_motion="reduce")
    until(asked, SETTLED)
    for _ in range(100):  # until the scripts of both pages have done their part
        made, dark = page.evaluate(LOOKS), asked.evaluate(LOOKS)
        if made == dark:
            break
        page.wait_for_timeout(50)
    in_scheme(page, "default")
    assert made == dark != light


def test_no_violation_in_the_states_of_a_tree(open_page: Open) -> None:
    page = open_page(TREE, reduced_motion="reduce").page
    walk(page, TO_VALID[:3])
    assert violations_in_both_schemes(page) == []
    walk(page, TO_VALID[3:])
    for summary in page.locator(".boom-knoop summary").all():
        summary.click()
    page.locator(".boom-tekst > summary").click()
    assert violations_in_both_schemes(page) == []


def test_no_violation_where_an_answer_is_to_be_confirmed_and_where_the_walk_stops(open_page: Open) -> None:
    page = open_page(DELEN, reduced_motion="reduce").page
    ready(page)
    walk(page, TO_SCHOOL[:5])
    page.get_by_role("button", name="Wijzig je antwoord op: Vanuit welke rol").click()
    answer(page, "jeugdhulp")
    expect(page.locator(".boom-eerder")).to_be_visible()
    assert violations_in_both_schemes(page) == []
    described = page.locator(".boom-knoop h3").get_attribute("aria-describedby")
    assert page.locator(f"#{described}").text_content() == page.locator(".boom-eerder").text_content()
    page.evaluate("document.querySelector('#vraag-soort-gegevens [data-antwoord=gewoon]').dataset.naar = 'afweging'")
    page.locator(".boom-knoop [aria-pressed=true]").click()
    expect(page.locator(".boom-stop h2")).to_be_focused()
    assert violations_in_both_schemes(page) == []


def test_targets_are_large_enough(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walk(page, TO_VALID)
    small = page.evaluate(
        "[...document.querySelectorAll('.boom-loop button')].filter(b => b.offsetParent && b.getBoundingClientRect().height < 44)"
        ".map(b => b.outerHTML)"
    )
    assert small == []


KINDS = ["", TREE, "privacyprotocol/artikel-6/", "beslisbomen/datalek/tabel/", "handboek/", "begrippen/"]
"""One page of each kind, for the ways of looking that multiply."""


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("width", [320, 1280])
def test_no_violation_at_other_widths(look: Look, path: str, width: int) -> None:
    page = look(path, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    assert violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"


@pytest.mark.parametrize("path", KINDS)
def test_no_violation_in_forced_colours(look: Look, path: str) -> None:
    page = look(path, forced_colors="active", reduced_motion="reduce")
    # The browser forces the colours when it paints; axe reads those that the page asked for.
    assert violations(page, without="color-contrast") == []


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_lost_with_text_twice_as_large(look: Look, path: str) -> None:
    page = look(path, reduced_motion="reduce")
    page.add_style_tag(content="html { font-size: 250% !important; }")  # the theme's 125 % doubled
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, "the page scrolls sideways"
    cut = page.evaluate(
        "[...document.querySelectorAll('article p, article li, article button, article a.antwoord, article h1')]"
        ".filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'hidden')"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert cut == []


def test_a_tree_is_walked_with_the_keyboard_alone_and_focus_follows(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walked = []
    for _ in range(3):
        page.locator(".boom-knoop h3").focus()
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.dataset.antwoord")
        assert focused, "the first stop after a question is its first answer"
        before = page.locator(".boom-knoop > [data-knoop]").get_attribute("data-knoop")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(f".boom-knoop > [data-knoop='{before}']")).to_have_count(0)
        assert page.evaluate("document.activeElement.tagName") == "H3"
        walked.append(before)
    assert len(set(walked)) == 3


def test_a_place_with_focus_is_always_seen(open_page: Open) -> None:
    page = open_page("privacyprotocol/artikel-6/").page
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();"
            " return e === document.body || b.bottom < 0 || s.outlineStyle !== 'none' || s.boxShadow !== 'none'"
            " || e.matches('.md-toggle, .md-search__input') || getComputedStyle(e).outlineWidth !== '0px'; })()"
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
