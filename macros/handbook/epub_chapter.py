"""A chapter of the EPUB: blocks as XHTML, with links to whatever else stands in the book."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from decision_trees.model import Source
from macros.handbook.blocks import Block, Heading, Item, Listing, Paragraph, Run
from macros.text.register import Register


@dataclass(frozen=True)
class Places:
    """Where everything stands in the book: the file of each provision, and what a provision is called."""

    files: Mapping[str, str]
    register: Register

    def address(self, target: str) -> str:
        """An address outside, or a place in the book; empty for what the book has not."""
        if "://" in target:
            return target
        place = self.near(target)
        return f"{self.files[place]}#{name_of(place)}" if place else ""

    def near(self, target: str) -> str:
        """The place itself, or the one that it is a part of, such as a tip's; empty when the book has neither."""
        return next((place for place in (target, re.sub(r"-tip(-\d+)?$", "", target)) if place in self.files), "")

    def link(self, provision: str) -> str:
        """A provision by its citation, as a link when the book has it."""
        words = escape(self.register.find(provision, "the handbook").citation)
        address = self.address(provision)
        return f'<a href="{address}">{words}</a>' if address else words

    def source(self, source: Source) -> str:
        """A source of a tree as a link."""
        if not source.provision:
            return f'<a href="{escape(source.address)}">{escape(source.label)}</a>'
        return self.link(source.provision)


def name_of(anchor: str) -> str:
    """The id in a file of a place in the book."""
    return anchor.replace("/", "-")


class Chapter:
    """One file of the book: a title, and blocks as XHTML with their footnotes at its end."""

    def __init__(self, file: str, title: str, places: Places) -> None:
        self.file = file
        self.places = places
        self.title = title
        self.body: list[str] = []
        self.notes: list[str] = []
        self.ids: set[str] = set()
        self.parts: list[tuple[str, str]] = []
        """The parts that the contents name: id, title."""

    def id(self, anchor: str) -> str:
        """An id attribute, once."""
        name = name_of(anchor)
        if not anchor or name in self.ids:
            return ""
        self.ids.add(name)
        return f' id="{name}"'

    def runs(self, runs: Sequence[Run]) -> str:
        """Words as XHTML."""
        return "".join(self.run(run) for run in runs)

    def run(self, run: Run) -> str:
        """Words of one kind."""
        words = escape(run.text)
        if run.kind == "break":
            return "<br/>"
        if run.kind == "note":
            number = len(self.notes) + 1
            self.notes.append(
                f'<aside epub:type="footnote" role="doc-footnote" id="noot-{number}"><p>{words} {self.runs(run.note)}</p></aside>'
            )
            return f'<a epub:type="noteref" role="doc-noteref" href="#noot-{number}"><sup>{words}</sup></a>'
        tags = {"strong": "strong", "emphasis": "em", "term": "dfn"}
        if run.kind in tags:
            words = f"<{tags[run.kind]}>{words}</{tags[run.kind]}>"
        elif run.kind == "open":
            words = f'<span class="open">{words}</span>'
        address = self.places.address(run.target)
        return f'<a href="{escape(address)}">{words}</a>' if address else words

    def blocks(self, blocks: Sequence[Block], level: int = 1) -> str:
        """Blocks as XHTML."""
        return "".join(self.block(block, level) for block in blocks)

    def block(self, block: Block, level: int, number: str = "") -> str:
        """A heading, paragraph or list. `number`: that of the part which begins with this block, to stand on its line."""
        if isinstance(block, Listing):
            return f"{number}<ul>{''.join(self.item(item, level) for item in block.items)}</ul>"
        words = f"{number}{self.runs(block.runs)}"
        if isinstance(block, Heading):
            depth = min(block.level + level, 6)
            return f"<h{depth}{self.id(block.anchor)}>{words}</h{depth}>"
        return f"<p{self.id(block.anchor)}{' class="kader"' if block.box else ''}>{words}</p>"

    def item(self, item: Item, level: int) -> str:
        """A part of a list; its number stands on the line of its first words."""
        number = f'<span class="nummer">{escape(item.number)}</span> ' if item.number else ""
        id = self.id(item.anchor)
        first, *rest = item.blocks or (Paragraph(()),)
        return f"<li{id}>{self.block(first, level, number)}{self.blocks(rest, level)}</li>"

    def xhtml(self) -> str:
        """The whole file."""
        return page(self.title, f"<h1>{escape(self.title)}</h1>{''.join(self.body)}{''.join(self.notes)}")


def page(title: str, body: str) -> str:
    """A file of the book."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="nl" xml:lang="nl"><head>'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="stijl.css"/></head><body>{body}</body></html>'
    )
