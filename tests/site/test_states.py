"""The style guide shows each component in its states, told apart by more than colour."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from macros import theme

STATES = {
    ".antwoord:not(.gekozen)": ("solid", "1px", "border"),
    ".antwoord.gekozen": ("solid", "3px", "link"),
    ".boom-knoppen button:not(:disabled)": ("solid", "1px", "border"),
    ".boom-knoppen button:disabled": ("dashed", "1px", "border"),
    "#stijl-veld": ("solid", "1px", "border"),
    "#stijl-fout": ("solid", "3px", "danger"),
}
"""For each state the kind, width (in whole pixels of a screen) and colour of its border."""
LOOK = """(at) => {
  const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(document.querySelector(`article ${at}`));
  return [borderTopStyle, borderTopWidth, '#' + borderTopColor.match(/\\d+/g).map((part) => (+part).toString(16).padStart(2, '0')).join('')];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_state_is_told_apart_by_its_border(look: Callable[..., Page], scheme: str) -> None:
    page = look("stijlgids/", color_scheme=scheme, reduced_motion="reduce")
    for place, (kind, width, colour) in STATES.items():
        expected = [kind, width, getattr(theme.tokens()[f"gd-color-{colour}"], scheme)]
        assert page.evaluate(LOOK, place) == expected, place


def test_a_state_is_told_apart_in_the_colours_of_the_system(look: Callable[..., Page]) -> None:
    page = look("stijlgids/", forced_colors="active", reduced_motion="reduce")
    for place, (kind, width, _) in STATES.items():
        assert page.evaluate(LOOK, place)[:2] == [kind, width], place


def test_what_unfolds_keeps_its_arrow_in_the_colours_of_the_system(look: Callable[..., Page]) -> None:
    page = look("stijlgids/", forced_colors="active", reduced_motion="reduce")
    colour = "(at) => getComputedStyle(document.querySelector(at), '::after').backgroundColor"
    text = page.evaluate("getComputedStyle(document.body).color")
    for at in ("article summary", ".md-nav__icon"):
        assert page.evaluate(colour, at) == text, at


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_a_line_around_in_the_accent(look: Callable[..., Page], scheme: str) -> None:
    page = look("stijlgids/", color_scheme=scheme, reduced_motion="reduce")
    for place in (".antwoord.gekozen", "#stijl-veld", "details.dicht > summary", "a.taak"):
        page.keyboard.press("Tab")  # so that the browser shows the focus as for keys
        element = page.locator(f"article {place}").first
        element.focus()
        width, colour = element.evaluate(
            "(it) => [getComputedStyle(it).outlineWidth, getComputedStyle(it).outlineColor]"
        )
        accent = theme.tokens()["gd-color-accent"]
        red, green, blue = (int(getattr(accent, scheme)[at : at + 2], 16) for at in (1, 3, 5))
        assert (width, colour) == ("3px", f"rgb({red}, {green}, {blue})"), place
