"""What readers see and touch, by component: styles, scripts, images, and the templates of what the build writes.

`frame` is what every page has, `provision` an article and its parts, `tree` a decision tree, `example` a practice example, `talk` a
sheet for a talk, `form` a form, `search` and `offline` what they say, `edition` what a proeftuin made of the model, `guide` what only the style guide shows, `book` the files of the EPUB; `overrides`
holds the parts of Material's theme that are ours. A component's files are published below `assets/`, by
their path within the component; a script that imports `./x.js` finds it there, whichever component it is of; the script of a tree's page is published
with what it imports in it. `stijl.css` has the order of the styles. Imports `shared`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.shared.errors import BuildError
from macros.shared.scripts import joined, without_comments

HERE = Path(__file__).parent
COMPONENTS = ("frame", "provision", "tree", "example", "talk", "form", "search", "offline")
PUBLISHED = frozenset({".js", ".png", ".svg", ".txt", ".woff2"})
"""Kinds of files that a browser fetches; the rest is for the build."""
TREE_SCRIPT = "assets/boom.js"
"""The script of a tree's page."""
STYLES = "stijl.css"
EDITION_STYLES = "editie.css"
"""The styles of what an edition filled in and added, and of a comparison: an edition loads them, and /vergelijking/."""
FORM_STYLES = "eigen-versie.css"
"""The styles of the form of /eigen-versie/: only that page loads them."""
REMARK = re.compile(r" ?/\*.*?\*/\n?", re.DOTALL)
"""For who reads the sources; a reader's line does not carry them."""
IMPORT = re.compile(r'@import "(.+)";')


def scripts() -> dict[str, str]:
    """The scripts as a browser fetches them, by their address from the site's root. That of a tree's page has all that it imports in it."""
    sources = {address: without_comments(file) for address, file in assets() if file.suffix == ".js"}
    return joined(sources, TREE_SCRIPT)


def assets() -> Iterator[tuple[str, Path]]:
    """The files that are published: address from the site's root, file. What becomes of the scripts among them, `scripts` says."""
    for component in (*COMPONENTS, "edition"):
        folder = HERE / component
        for path in sorted(folder.rglob("*")):
            if path.suffix in PUBLISHED:
                yield f"assets/{path.relative_to(folder).as_posix()}", path


def styles_apart(name: str) -> str:
    """A style sheet that only some pages load, beside the one that all have."""
    return (HERE / "edition" / name).read_text("utf-8")


def styles() -> str:
    """The one style sheet of the site. BuildError when a component's styles are missing from its order, or not there."""
    order = IMPORT.findall((HERE / STYLES).read_text("utf-8"))
    present = {f"{path.parent.name}/{path.name}" for name in COMPONENTS for path in (HERE / name).glob("*.css")}
    if sorted(order) != sorted(present):
        odd = ", ".join(sorted(set(order) ^ present)) or "one is named twice"
        raise BuildError(
            f"macros/theme/{STYLES}", f"styles without a place: {odd}", "Name each file once, in its place."
        )
    return REMARK.sub("", "\n".join((HERE / name).read_text("utf-8") for name in order))


TOKENS = "frame/tokens.css"
SCHEMES = ("default", "slate")
"""The light scheme and the dark one, as the theme calls them."""
BLOCK = re.compile(
    r'^(?:\[data-md-color-scheme="(?P<scheme>\w+)"\]|:root) \{\n(?P<body>.*?)^\}', re.MULTILINE | re.DOTALL
)
TOKEN = re.compile(r"^  --(?P<name>gd-[\w-]+): (?P<value>[^;]+);(?: /\* (?P<use>.+) \*/)?$", re.MULTILINE)


class Token(NamedTuple):
    """A design token: its name, what it is for, and its value in the light and in the dark scheme."""

    name: str
    use: str
    light: str
    dark: str


@cache
def tokens() -> Mapping[str, Token]:
    """The design tokens by name, in their order. BuildError when one has no use, or not a colour for each scheme."""
    found: dict[str, dict[str, str]] = {}
    for block in BLOCK.finditer((HERE / TOKENS).read_text("utf-8")):
        for name, value, use in TOKEN.findall(block["body"]):
            known = found.setdefault(name, {})
            known[block["scheme"] or "both"] = value
            known["use"] = use or known.get("use", "")
    made = {}
    for name, known in found.items():
        light, dark = (known.get(scheme, known.get("both", "")) for scheme in SCHEMES)
        if not (known["use"] and light and dark):
            remedy = "Give it a value in both schemes, and behind the first a remark on what it is for."
            raise BuildError(f"macros/theme/{TOKENS}", f"--{name} lacks its use or a scheme", remedy)
        made[name] = Token(name, known["use"], light, dark)
    return made
