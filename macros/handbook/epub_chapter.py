"""A chapter of the EPUB: what its template is filled in with, and where its links lead within the book."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from decision_trees.model import Source
from macros.handbook.blocks import Run
from macros.shared.html import Link, render
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

    def link(self, provision: str) -> Link:
        """A provision by its citation; without an address when the book has it not."""
        return Link(self.address(provision), self.register.find(provision, "the handbook").citation)

    def source(self, source: Source) -> Link:
        """A source of a tree."""
        return self.link(source.provision) if source.provision else Link(source.address, source.label)


def name_of(anchor: str) -> str:
    """The id in a file of a place in the book."""
    return anchor.replace("/", "-")


@dataclass
class Chapter:
    """One file of the book. Its template (in macros/theme/book) takes `values`, asks for ids and hands in notes as it is filled in."""

    id: str
    title: str
    places: Places
    template: str
    values: Mapping[str, object]
    parts: list[tuple[str, str]] = field(default_factory=list)
    """The parts that the contents name: id, title."""
    notes: list[Run] = field(default_factory=list)
    given: set[str] = field(default_factory=set)

    @property
    def file(self) -> str:
        """Its name."""
        return f"{self.id}.xhtml"

    def id_once(self, anchor: str) -> str:
        """The id of a place, the first time that it is asked for; else empty."""
        name = name_of(anchor)
        if not anchor or name in self.given:
            return ""
        self.given.add(name)
        return name

    def note(self, run: Run) -> int:
        """Keep a note for the chapter's end; its number."""
        self.notes.append(run)
        return len(self.notes)

    def xhtml(self) -> str:
        """The whole file."""
        return render(f"book/{self.template}.xhtml", chapter=self, **self.values)
