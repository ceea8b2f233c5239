"""The style guide shows every component there is, as readers meet it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from macros import theme
from tests.site.conftest import Watched, until
from tests.site.test_household import Fingers
from tests.site.test_terms import SINCE
from tests.site.test_walk import ready, walk
from tests.trees.test_terms import LEAK

Open = Callable[..., Watched]
Look = Callable[..., Page]
NOT_SHOWN = {
    "what a whole page is, or lacks": {"js", "no-js", "boom-begon", "boom-oud", "boom-wacht", "boom-zonder", "print-formulier", "print-verslag"},
    "on paper only, or named to be left out there": {"te-printen", "formulieren-inleiding", "gesprekken-inleiding"},
    "there once the talk of an advice is unfolded": {"gesprek-hier"},
}  # fmt: skip
"""Classes of the styles that are no part of the page, by why."""


def classes() -> Iterator[str]:
    """Every class that our styles name, but for the theme's own."""
    for sheet in (theme.styles(), *map(theme.styles_apart, (theme.FORM_STYLES, theme.EDITION_STYLES))):
        selectors = re.sub(r"\{[^{}]*\}", "{}", re.sub(r'/\*.*?\*/|"[^"]*"|url\([^)]*\)', "", sheet, flags=re.DOTALL))
        yield from (name for name in re.findall(r"\.([a-z][\w-]*)", selectors) if not name.startswith("md-"))


def test_every_component_stands_in_the_style_guide(look: Look) -> None:
    page = look("stijlgids/", reduced_motion="reduce")
    for made_last in (".menu-knop", ".vouw-alles"):
        expect(page.locator(made_last)).to_have_count(1)
    shown = set(page.evaluate("[...document.querySelectorAll('[class]')].flatMap((one) => [...one.classList])"))
    left_out = set[str]().union(*NOT_SHOWN.values())
    assert {*classes()} - shown - left_out == set()
    assert left_out - {*classes()} == set()
    assert left_out & shown - {"js"} == set()


MADE_OF = """(at) => {
  const made = (one) => {
    const inside = [...one.children].filter((child) => !child.matches("mark, option")).map(made);
    return `${one.localName}.${[...one.classList].sort().join(".")}(${[...new Set(inside)].join(" ")})`;
  };
  return [...new Set([...document.querySelectorAll(`article ${at}, .md-search ${at}`)].map(made))];
}"""
"""What the elements at a place are made of: their tags and classes, what repeats once, without words."""


def same(guide: Page, real: Page, *places: str) -> None:
    """What a script made on a real page is what the style guide shows of it."""
    for place in places:
        shown = guide.evaluate(MADE_OF, place)
        assert shown, place
        until(
            real,
            f"([at, shown]) => {{ const made = ({MADE_OF})(at); return shown.every((one) => made.includes(one)); }}",
            [place, shown],
        )


def test_what_the_search_makes_is_as_the_style_guide_shows_it(look: Look, open_page: Open) -> None:
    guide, search = look("stijlgids/", reduced_motion="reduce"), open_page("zoeken/#q=toestemming").page
    same(guide, search, ".zoekpagina .zoek-stuk", ".zoekpagina .zoek-groepkop")
    search.get_by_label("Waar zoek je naar?").fill("xqzvw")
    same(guide, search, ".zoekpagina .zoek-verder li:not(:has(button))")
    search.get_by_label("Waar zoek je naar?").fill("")
    same(guide, search, ".zoekpagina .zoek-vragen")
    search.locator(".zoek-knop").click()
    search.locator(".zoek input").fill("basisregel 7")
    same(guide, search, "[role=listbox] .zoek-stuk", "[role=listbox] .zoek-groepkop")


def test_what_a_tree_makes_is_as_the_style_guide_shows_it(look: Look, open_page: Open) -> None:
    guide, tree = look("stijlgids/", reduced_motion="reduce"), open_page("beslisbomen/datalek/").page
    ready(tree)
    *before, last = LEAK.values()
    walk(tree, before)
    same(guide, tree, ".boom-route li")
    walk(tree, [last])
    tree.locator("#termijn-sinds").fill(SINCE)
    tree.get_by_role("button", name="Reken uit").click()
    same(guide, tree, ".boom-verder", ".boom-redenlijst", ".termijn-antwoord li:has(.termijn-voorbij)")


def test_what_a_household_makes_is_as_the_style_guide_shows_it(look: Look, open_page: Open) -> None:
    guide, tree = look("stijlgids/", reduced_motion="reduce"), open_page("beslisbomen/toestemming/").page
    ready(tree)
    fingers = Fingers(tree)
    fingers.add("Moeder en vader", "Kind van 0–11")
    fingers.choose("Is er nu acuut gevaar voor iemand?", "Nee")
    places = (".huishouden-personen > li", ".huishouden-keuzes", ".huishouden-advies > h3", ".huishouden-rijen > li")
    same(guide, tree, *places)


def test_a_list_without_marks_begins_where_the_text_does(look: Look) -> None:
    """The theme's indentation came through where a rule of ours was as strong as its own, or less."""
    page = look("stijlgids/", reduced_motion="reduce")
    lists = """[...document.querySelectorAll("article :is(ul, ol)")].filter((one) => {
      const { listStyleType, marginInlineStart, paddingInlineStart } = getComputedStyle(one);
      return listStyleType === "none" && !one.closest("li, .footnote") && parseFloat(marginInlineStart) + parseFloat(paddingInlineStart) > 0;
    }).map((one) => one.className)"""
    assert page.evaluate(lists) == []


WIDE = """() => {
  const edge = document.documentElement.clientWidth;
  const away = ".alleen-voorlezen, .schema-vak, .md-sidebar--primary, .md-search, .md-skip, svg *";
  const out = [...document.querySelectorAll("body *")].filter((one) => {
    const { left, right, width, height } = one.getBoundingClientRect();
    return width && height && (right > edge + 1 || left < -1) && !one.closest(away) && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });
  const cut = [...document.querySelectorAll("article *")].filter(
    (one) => getComputedStyle(one).overflowX === "hidden" && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1,
  );
  if (document.documentElement.scrollWidth > edge) out.push(document.documentElement);
  return [...out, ...cut].map((one) => one.outerHTML.slice(0, 80));
}"""
"""What stands outside the screen, or is cut off, where nothing scrolls to it; the menu and the search are closed."""
LARGE = {
    "a desk at 400 %": ({"width": 320, "height": 256}, 125),  # the theme's own size: WCAG 2.2, 1.4.10
    "letters twice as large on a narrow phone": ({"width": 320, "height": 800}, 250),
    "letters four times as large": ({"width": 390, "height": 844}, 500),
}
EVERY_KIND = (
    *("stijlgids/", "", "convenant/", "privacyprotocol/artikel-6/", "begrippen/", "wegwijzer-professionals/", "beslisbomen/toestemming/"),
    *("beslisbomen/datalek/tabel/", "voorbeelden/", "zoeken/#q=toestemming", "gesprekken/", "formulieren/", "eigen-versie/", "404.html"),
)  # fmt: skip


@pytest.mark.parametrize("large", LARGE)
def test_large_letters_push_nothing_off_the_screen(look: Look, large: str) -> None:
    """Every component, also what a script shows later, and a page of each kind with its folds open."""
    size, letters = LARGE[large]
    out = {}
    for path in EVERY_KIND:
        page = look(path, viewport=size, reduced_motion="reduce")
        page.add_style_tag(content=f"html {{ font-size: {letters}% !important; }}")
        page.evaluate(
            "[...document.querySelectorAll('article details')].slice(0, 40).forEach((fold) => (fold.open = true))"
        )
        if found := page.evaluate(WIDE):
            out[path] = found[:5]
    assert out == {}
