"""The register: every provision of the published text, in reading order, with its address and citation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from macros.shared.errors import BuildError
from macros.text.citable_parts import Part
from macros.text.documents import PAGE_LABELS, document_of, takes_additions
from macros.text.parsed_page import Reading

CITED = re.compile(r"(?:artikel (\d+)(?:(?:, lid |\.)(\w+))?|bijlage (\w+))(?=, [A-Z])")
"""How a citation of an article, a paragraph or an annex begins."""


@dataclass(frozen=True)
class Provision:
    """A citable part of the text; the fields are those of `/api/bepalingen.json`, plus `kind` and the file."""

    id: str
    url: str
    document: str
    citation: str
    title: str
    text: str
    kind: str
    file: str

    def to_json(self) -> dict[str, str]:
        """The provision as the contract describes it."""
        return {
            "id": self.id,
            "url": self.url,
            "document": self.document,
            "aanduiding": self.citation,
            "titel": self.title,
            "tekst": self.text,
            "soort": self.kind,
        }


class Register:
    """The provisions by id, in reading order."""

    def __init__(self, provisions: Iterable[Provision]) -> None:
        self.provisions = tuple(provisions)
        self._by_id = {provision.id: provision for provision in self.provisions}
        self._by_id = {**dict(self._added()), **self._by_id}
        self.pages: dict[str, str] = {}
        """The file of each page, by its name ("convenant/artikel-1"), in reading order."""
        self._parts: dict[str, list[Provision]] = defaultdict(list)
        for provision in self.provisions:
            address, _, anchor = provision.url.partition("#")
            page = address.strip("/")
            self.pages.setdefault(page, provision.file)
            if anchor:
                self._parts[page].append(provision)

    def _added(self) -> Iterable[tuple[str, Provision]]:
        """What a proeftuin added, by the id that a reference to it ("artikel 13", "lid 4") would have in the model."""
        for provision in self.provisions:
            found = CITED.match(provision.citation) if provision.kind == "toevoeging" else None
            if found and found[3]:
                yield f"{provision.document}/bijlagen/bijlage-{found[3]}", provision
            elif found:
                part = f"/lid-{found[2]}" if found[2] else ""
                yield f"{provision.document}/artikel-{found[1]}{part}", provision

    def __iter__(self) -> Any:
        return iter(self.provisions)

    def __len__(self) -> int:
        return len(self.provisions)

    def __contains__(self, id: str) -> bool:
        return id in self._by_id

    def open_to_additions(self) -> list[str]:
        """The ids of the provisions that an addition may come after."""
        return [one.id for one in self.provisions if takes_additions(one.document, one.kind)]

    def parts_of(self, page: str) -> Sequence[Provision]:
        """The provisions within a page, in reading order, without the page itself."""
        return self._parts.get(page, ())

    def find(self, id: str, place: str) -> Provision:
        """The provision with this id; BuildError, naming `place` and the nearest ids, when there is none."""
        if id not in self._by_id:
            from difflib import get_close_matches

            near = get_close_matches(id, self._by_id, n=3)
            raise BuildError(
                place,
                f"bepaling {id!r} does not exist",
                f"Did you mean: {', '.join(near)}?" if near else "See /api/bepalingen.json for the ids.",
            )
        return self._by_id[id]


def citation(page: str, trail: Sequence[tuple[str, str]]) -> str:
    """How a person cites a part, e.g. "artikel 6.4, onder b, Privacyprotocol"."""
    document = document_of(page)
    last = page.rsplit("/", maxsplit=1)[-1] if "/" in page else ""
    words: list[str] = []
    article = re.fullmatch(r"artikel-(\d+)", last)
    if article:
        words.append(f"artikel {article.group(1)}")
    for name, number in trail:
        if (name == "lid" and "." in number) or name.startswith("eigen "):
            words = [f"{'artikel' if name == 'lid' else name.removeprefix('eigen ')} {number}"]
        elif name == "begrip":
            words.append(f"begrip ‘{number}’")
        else:
            words.append(f"{name.replace('-', ' ')} {number}".strip())
    if not article and last in PAGE_LABELS:
        if document.id == "vuistregels":
            words.append(f"Vuistregels {PAGE_LABELS[last]}")
            return ", ".join(words)
        if not trail or trail[0][0] in ("alinea", "toelichting"):
            words.insert(0, PAGE_LABELS[last])
    return ", ".join([*words, document.name])


def provision(page: str, file: str, part: Part) -> Provision:
    """The provision that a part of a page is."""
    anchor = f"#{part.anchor}" if part.anchor else ""
    kind = "artikel" if part.kind == "pagina" and "/artikel-" in page else part.kind
    return Provision(
        id=f"{page}/{part.anchor}" if part.anchor else page,
        url=f"/{page}/{anchor}",
        document=document_of(page).id,
        citation=citation(page, part.trail),
        title=part.heading,
        text=part.text,
        kind=kind,
        file=file,
    )


def check_number(page: str, file: str, part: Part) -> None:
    """BuildError when a numbered part does not belong to the article it stands in, such as 4.1 in article 8."""
    article = re.search(r"/artikel-(\d+)$", page)
    for name, number in part.trail:
        if article and name == "lid" and "." in number and number.split(".")[0] != article.group(1):
            raise BuildError(
                file,
                f"number {number} stands at the start of a line in article {article.group(1)}",
                "A number at the start of a line begins a new part: join the lines, or correct it.",
            )


def make_register(readings: Iterable[Reading]) -> Register:
    """The register of all pages that were read, in their order. BuildError when two parts of the text get the same address."""
    found: dict[str, Provision] = {}
    for reading in readings:
        for part in reading.parts:
            check_number(reading.page, reading.file, part)
            item = provision(reading.page, reading.file, part)
            if item.id in found:
                raise BuildError(
                    reading.file,
                    f"two parts of the text get the address {item.url}",
                    "Number them differently, or name the parts of a heading with {: delen=… }.",
                )
            found[item.id] = item
    return Register(found.values())
