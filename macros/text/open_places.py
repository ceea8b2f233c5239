"""Markdown extension: what a region fills in, chooses or is advised looks so, on every page.

The author writes `[Toelichting: …]`, `[naam]`, `[longer text to choose]`, `……`, `XXXX` and a line of underscores as the source does.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import HRProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from macros.text.citable_parts import state
from macros.text.documents import MODELS


class RuleProcessor(HRProcessor):
    """A line of underscores is a place to sign in this text, not a rule; `---` still draws one."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return not block.startswith("__") and super().test(parent, block)


class LabelledProcessor(InlineProcessor):
    """`[Toelichting: …]`, `[Tip: …]`, `[Optie: …]`, `[Keuze maken: …]`: advice of the makers to who fills the text in."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        label, text = m.group(1), m.group(2)
        element = etree.Element("span", {"class": f"kader {label.split()[0].lower()}", "data-soort": label.split()[0]})
        bracket(element, "[")
        name = etree.SubElement(element, "strong")
        name.text = AtomicString(label + ":")
        name.tail = " " + text
        bracket(element, "]")
        return element, m.start(0), m.end(0)


def bracket(parent: etree.Element, text: str) -> etree.Element:
    """A bracket of the source that the styling makes superfluous: in the text, not on the screen."""
    element = etree.SubElement(parent, "span", {"class": "haak"})
    element.text = AtomicString(text)
    return element


class ChoiceTextProcessor(InlineProcessor):
    """Longer text between brackets: words that a region takes over or leaves out."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | None, int | None, int | None]:  # type: ignore[override]
        if len(m.group(0).split()) < 4:
            return None, None, None
        element = etree.Element("span", {"class": "keuzetekst"})
        bracket(element, "[").tail = m.group(0)[1:-1]
        bracket(element, "]")
        return element, m.start(0), m.end(0)


class OpenPlaceProcessor(InlineProcessor):
    """Open places: `[naam]`, `[…]`, `……`, `XXXX`, a line to sign on."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | None, int | None, int | None]:  # type: ignore[override]
        text = m.group(0)
        if text == "…" and state(self.md).page.split("/")[0] not in MODELS:
            return None, None, None
        element = etree.Element("span", {"class": "invulplek"})
        element.text = AtomicString(text)
        element.set("title", "In te vullen")
        return element, m.start(0), m.end(0)


class OpenPlacesExtension(Extension):
    """Registers the processors; see the module's docstring."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.blockprocessors.register(RuleProcessor(md.parser), "hr", 50)
        inner = r"(?:[^\[\]]|\[[^\[\]]*\])*"
        md.inlinePatterns.register(
            LabelledProcessor(rf"\[(Toelichting|Tip|Optie|Keuze maken): ({inner})\]", md), "kader", 188
        )
        md.inlinePatterns.register(ChoiceTextProcessor(rf"\[(?!\^){inner}\](?![(\[])", md), "keuzetekst", 187)
        md.inlinePatterns.register(OpenPlaceProcessor(r"\[(?!\^)[^\[\]]+\](?![(\[])", md), "invulplek", 186)
        md.inlinePatterns.register(OpenPlaceProcessor(r"…[….]+|\.+…[….]*|…|\bX{4,}\b|_{8,}", md), "open-plek", 185)


def makeExtension(**kwargs: Any) -> OpenPlacesExtension:
    """Entry point for Markdown."""
    return OpenPlacesExtension(**kwargs)
