"""Markdown extension: ordinary numbered text becomes lists with the source's numbers, and each part an address.

The author writes `1.`, `6.4.`, `a.`, `iii.`, `Stap 2:` or `-` at the start of a line. `macros.text.parsed_page` reads the pages of source
text with this extension, and no other pages.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.util import AtomicString

from macros.text.citable_parts import AddressTreeprocessor, FootnoteReferenceTreeprocessor

MARKER = re.compile(r"^(\d+\.\d+\.?|\d+\.|[a-z]\.|[ivx]+\.|[IVX]+\.|(?:Stap|Bijlage) \d+:|[-*])\s+(?=\S)")


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
        return bool(MARKER.match(block))

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


class NumberingExtension(Extension):
    """Registers the processors; see the module's docstring."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.blockprocessors.register(PartListProcessor(md.parser), "delen", 85)
        md.treeprocessors.register(FootnoteReferenceTreeprocessor(md), "voetnoten", 7)
        md.treeprocessors.register(AddressTreeprocessor(md), "adressen", 6)


def makeExtension(**kwargs: Any) -> NumberingExtension:
    """Entry point for Markdown."""
    return NumberingExtension(**kwargs)
