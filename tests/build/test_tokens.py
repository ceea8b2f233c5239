"""The design tokens: one place for what the site looks like, with colours that can be told apart in both schemes."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from macros import theme
from tests.conftest import ROOT

THEME = ROOT / "macros" / "theme"
TOKENS = THEME / theme.TOKENS
SHEETS = [path for path in sorted(THEME.rglob("*.css")) if path != TOKENS and path.parent.name != "book"]
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b(?!\")|\b(?:rgb|hsl|oklch|color-mix)a?\(|\bluma\(")
BOOKS = [
    *(ROOT / "macros" / "handbook").glob("*.typ"),
    *(ROOT / "macros" / "publication").glob("*.typ"),
    *(THEME / "book").glob("*.css"),
]
"""What is set by another program, which reads no custom properties: their colours are the tokens' own."""


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_only_the_tokens_name_a_colour_or_a_size_of_letters(path: Path) -> None:
    text = re.sub(r'\[[^\]]*\]|url\([^)]*\)|"[^"]*"', "", path.read_text("utf-8"))
    assert COLOUR.findall(text) == []
    assert re.findall(r"font-size: [\d.]+(?:rem|px)", text) == []
    assert re.findall(r"border-radius: [\d.]+", text) == []
    assert re.findall(r"var\(--(?!gd-)[\w-]+", text) == []


def test_templates_and_the_manifest_take_their_colours_from_the_tokens() -> None:
    sources = [*THEME.rglob("*.html"), *THEME.rglob("*.js"), *(ROOT / "macros").glob("**/*.py")]
    named = {
        path.name: found for path in sources if (found := re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8")))
    }
    assert named == {}


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_books_and_pictures_have_colours_of_the_site(path: Path) -> None:
    colours = {value for token in theme.tokens().values() for value in (token.light, token.dark)}
    assert set(re.findall(r"#[0-9a-f]{6}\b", path.read_text("utf-8"))) <= colours


def test_every_token_is_used_and_every_one_that_is_used_is_there() -> None:
    known = set(theme.tokens())
    styles = [*(path.read_text("utf-8") for path in SHEETS), TOKENS.read_text("utf-8")]
    used = set(re.findall(r"var\(--(gd-[\w-]+)\)", "\n".join(styles)))
    own = {name for sheet in styles for name in re.findall(r"--(gd-verdict-[\w-]+):", sheet)}
    assert used - own == known
    assert own <= used


TEXT, LARGE_OR_PART = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""
SURFACES = ["page", "surface", "target", *(f"{kind}-surface" for kind in ("danger", "positive", "wait", "consult"))]
PAIRS = [
    *((front, back, TEXT) for front, back in product(("text", "link"), SURFACES)),
    *(("text-subtle", back, TEXT) for back in ("page", "surface", "target")),
    *(("text-faint", back, TEXT) for back in ("page", "target")),
    *((kind, f"{kind}-surface", TEXT) for kind in ("danger", "positive", "wait", "consult", "open")),
    ("danger", "page", TEXT),
    ("accent", "page", TEXT),
    ("header-text", "header", TEXT),
    *((part, "page", LARGE_OR_PART) for part in ("border", "selected", "positive", "wait", "consult")),
    *(("accent", back, LARGE_OR_PART) for back in SURFACES),
    ("selected", "surface", LARGE_OR_PART),
]
"""What stands on what: in the foreground, behind it, and how far they are apart at least."""


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_stands_on_a_colour_is_told_apart_from_it(scheme: str) -> None:
    of = {name.removeprefix("gd-color-"): getattr(token, scheme) for name, token in theme.tokens().items()}
    low = [
        f"{front} on {back}: {contrast(of[front], of[back]):.2f}, not {least}"
        for front, back, least in PAIRS
        if contrast(of[front], of[back]) < least
    ]
    assert low == []


def test_every_colour_has_a_pair_that_is_checked() -> None:
    colours = {name.removeprefix("gd-color-") for name in theme.tokens() if name.startswith("gd-color-")}
    assert {name for front, back, _ in PAIRS for name in (front, back)} == colours
