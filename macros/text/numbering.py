"""Markdown extension: ordinary numbered text becomes lists with the source's numbers, and each part an address.

The author writes `1.`, `6.4.`, `a.`, `iii.`, `Stap 2:` or `-` at the start of a line; `[Toelichting: …]`, `[naam]`
and `……` as they are. The extension works on pages whose text starts with the mark that `mark_page` puts there, so
that a page is understood the same in the build, in `macros.text.register` and in a test.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HRProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from macros.text.citable_parts import AddressTreeprocessor, FootnoteReferenceTreeprocessor, PageState, state
from macros.text.documents import MODELS

PAGE_MARK = re.compile(r"^<!--pagina:([a-z0-9/-]+)-->$")
MARKER = re.compile(r"^(\d+\.\d+\.?|\d+\.|[a-z]\.|[ivx]+\.|[IVX]+\.|(?:Stap|Bijlage) \d+:|[-*])\s+(?=\S)")


def mark_page(page: str, text: str) -> str:
    """The text of a page with its name on top, for this extension to find."""
    return f"<!--pagina:{page}-->\n\n{text}"


class PageMarkPreprocessor(Preprocessor):
    """Takes the page's name off the text and keeps it on the Markdown instance for the other processors."""

    def run(self, lines: list[str]) -> list[str]:
        match = PAGE_MARK.match(lines[0]) if lines else None
        state(self.md).page = match.group(1) if match else ""
        state(self.md).parts = []
        return lines[1:] if match else lines


def family_of(marker: str, sibling: str | None) -> str:
    """Which numbering a marker continues or starts; "i." is a letter after "h." and a roman number otherwise."""
    text = marker.rstrip(".:")
    if marker in "-*":
        return "bullet"
    if text[0].isdigit():
        return "decimal"
    if " " in text:
        return text.split()[0]
    if text.isupper():
        return "ROMAN"
    if set(text) <= set("ivx") and sibling != "letter" and (sibling == "roman" or text == "i"):
        return "roman"
    return "letter"


class PartListProcessor(BlockProcessor):
    """Numbered lines become `<ol>` or `<ul>` whose items say their own number, as the source does."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return bool(state(self.parser.md).page) and bool(MARKER.match(block))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        items: list[tuple[str, list[str]]] = []
        for line in blocks.pop(0).split("\n"):
            match = MARKER.match(line)
            if match:
                items.append((match.group(1), [line[match.end() :]]))
            else:
                items[-1][1].append(line)
        for marker, lines in items:
            self.add_item(parent, marker, lines)

    def add_item(self, parent: etree.Element, marker: str, lines: list[str]) -> None:
        """Append one item to the list that it continues, or to a new one."""
        last = self.lastChild(parent)
        previous = last.get("data-reeks") if last is not None else None
        family = family_of(marker, previous)
        if last is None or previous != family:
            last = etree.SubElement(parent, "ul" if family == "bullet" else "ol", {"data-reeks": family})
        item = etree.SubElement(last, "li")
        paragraph = etree.SubElement(item, "p")
        text, rest = lines[0], lines[1:]
        if family == "bullet":
            paragraph.text = text
        else:
            number = etree.SubElement(paragraph, "span", {"class": "nummer"})
            number.text = AtomicString(marker)
            number.tail = " " + text
        if rest:
            self.parser.parseBlocks(item, ["\n".join(self.looseDetab(line) for line in rest)])


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


class ProvisionsExtension(Extension):
    """Registers the processors; see the module's docstring."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.provision_state = PageState()  # type: ignore[attr-defined]
        md.registerExtension(self)
        md.preprocessors.register(PageMarkPreprocessor(md), "pagina", 40)
        md.parser.blockprocessors.register(PartListProcessor(md.parser), "delen", 85)
        md.parser.blockprocessors.register(RuleProcessor(md.parser), "hr", 50)
        inner = r"(?:[^\[\]]|\[[^\[\]]*\])*"
        md.inlinePatterns.register(
            LabelledProcessor(rf"\[(Toelichting|Tip|Optie|Keuze maken): ({inner})\]", md), "kader", 188
        )
        md.inlinePatterns.register(ChoiceTextProcessor(rf"\[(?!\^){inner}\](?![(\[])", md), "keuzetekst", 187)
        md.inlinePatterns.register(OpenPlaceProcessor(r"\[(?!\^)[^\[\]]+\](?![(\[])", md), "invulplek", 186)
        md.inlinePatterns.register(OpenPlaceProcessor(r"…[….]+|\.+…[….]*|…|\bX{4,}\b|_{8,}", md), "open-plek", 185)
        md.treeprocessors.register(FootnoteReferenceTreeprocessor(md), "voetnoten", 7)
        md.treeprocessors.register(AddressTreeprocessor(md), "adressen", 6)

    def reset(self) -> None:
        """Nothing is kept between pages: the page mark starts afresh."""


def makeExtension(**kwargs: Any) -> ProvisionsExtension:
    """Entry point for Markdown."""
    return ProvisionsExtension(**kwargs)
