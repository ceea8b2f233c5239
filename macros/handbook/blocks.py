"""A page of source text as blocks: headings, paragraphs and numbered lists, for every form but the site itself.

Read from the HTML of the page itself, so that a book says what its page says.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import html

from macros.shared.errors import BuildError

EDGES = ("from", "to")
NO_TEXT = ("break", "note", *EDGES)
BOXES = ("toelichting", "tip", "optie", "keuze")
REMARK = "herkomst"
OWN_ARTICLE = "eigen-artikel"
"""The class of the heading of an article that a proeftuin added: in a book it is one as the others are."""
KINDS = {"invulplek": "open", "keuzetekst": "choice", "haak": "bracket", "nummer": "number"}


@dataclass(frozen=True)
class Run:
    """Words of one kind. `kind`: "", "strong", "emphasis", "term", "open" (to fill in), "choice", "bracket", "number",
    "break" or "note"; "from" and "to" are the edges of a place of the list of fields, which `target` names ("penvoerder.0").
    `target`: else a provision's id or an address; for a note its text stands in `note`."""

    text: str
    kind: str = ""
    target: str = ""
    note: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Heading:
    """A heading. `own`: made by the site, not in the source."""

    level: int
    runs: tuple[Run, ...]
    anchor: str = ""
    own: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `box`: what kind of advice of the makers it is, if it is, or "herkomst" for a remark of the site; `field`: the place of the
    list that it is, whole."""

    runs: tuple[Run, ...]
    anchor: str = ""
    box: str = ""
    field: str = ""


@dataclass(frozen=True)
class Item:
    """A part of a list, with its number as the source writes it ("6.4.", "a.", "" for a plain mark)."""

    number: str
    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Listing:
    """A list."""

    items: tuple[Item, ...]


type Block = Heading | Paragraph | Listing


@dataclass
class PageReader:
    """Reads one page. `page` is its name ("convenant/artikel-1"); anchors and targets become ids of provisions."""

    page: str
    notes: dict[str, tuple[Run, ...]] = field(default_factory=dict)

    def read(self, text: str) -> tuple[Block, ...]:
        """The blocks of a page's HTML."""
        root = html.fragment_fromstring(text, create_parent="div")
        for element in root.xpath(".//*[contains(concat(' ', @class, ' '), ' redactie ')]"):
            if element.tag in ("nav", "details", "a"):
                element.drop_tree()
        for note in root.xpath(".//div[@class='footnote']"):
            for item in note.xpath(".//li"):
                runs = [run for p in item.iter("p") for run in self.runs(p)]
                self.notes[item.get("id", "")] = tidy([run for run in runs if run.kind != "number"])
            note.drop_tree()
        return tuple(self.blocks(root))

    def blocks(self, parent: html.HtmlElement) -> Iterator[Block]:
        """The blocks that an element holds."""
        loose = Run(" ".join((parent.text or "").split()))
        if loose.text and parent.tag == "li":
            yield Paragraph((loose,))
        for element in parent:
            classes = (element.get("class") or "").split()
            if re.fullmatch(r"h[1-6]", str(element.tag)):
                level = 1 if OWN_ARTICLE in classes else int(element.tag[1])
                yield Heading(level, tidy(self.runs(element)), self.anchor(element), "redactie" in classes)
            elif element.tag == "p" and "redactie" in classes:
                yield Paragraph(tidy(self.runs(element)), self.anchor(element), REMARK)
            elif element.tag == "p":
                yield from self.paragraphs(element)
            elif element.tag in ("ol", "ul"):
                yield Listing(tuple(self.item(item) for item in element if item.tag == "li"))
            elif element.tag in ("div", "section"):
                first, *others = self.blocks(element)
                yield (
                    first if isinstance(first, Listing) or first.anchor else replace(first, anchor=self.anchor(element))
                )
                yield from others
            elif element.tag != "hr":
                raise BuildError(
                    f"docs/{self.page}.md",
                    f"a <{element.tag}> is nothing that the books know",
                    "Write it as a paragraph or a list, or teach macros/handbook/blocks.py what it is.",
                )

    def item(self, element: html.HtmlElement) -> Item:
        """A part of a list; its number comes out of its first paragraph."""
        blocks = list(self.blocks(element))
        number = ""
        if blocks and isinstance(blocks[0], Paragraph) and blocks[0].runs and blocks[0].runs[0].kind == "number":
            number = blocks[0].runs[0].text
            blocks[0] = replace(blocks[0], runs=tidy(blocks[0].runs[1:]))
            if not has_text(blocks[0].runs):
                blocks = blocks[1:]
        return Item(number, tuple(blocks), self.anchor(element))

    def paragraphs(self, element: html.HtmlElement) -> Iterator[Paragraph]:
        """A paragraph, and apart from it what the makers advise in it."""
        runs: list[Run] = []
        box = field = ""
        anchor = self.anchor(element)
        for run in self.runs(element):
            if run.kind in BOXES:
                words = tidy(runs)
                if has_text(words):
                    yield Paragraph(words, anchor, box, field)
                    anchor = ""
                opens = run.text == "["
                field = words[-1].target if opens and words and words[-1].kind == "from" else ""
                runs, box = [], run.kind if opens else ""
            else:
                runs.append(run)
        words = tidy(runs)
        if has_text(words):
            yield Paragraph(words, anchor, box, field)

    def anchor(self, element: html.HtmlElement) -> str:
        """The id of the provision that an element is."""
        return f"{self.page}/{element.get('id')}" if element.get("id") else ""

    def runs(self, element: html.HtmlElement, kind: str = "", target: str = "") -> Iterator[Run]:
        """The words of an element with what they are. A box of advice is marked by runs of its kind at start and end."""
        if element.text:
            yield Run(element.text, kind, target)
        for child in element:
            classes = (child.get("class") or "").split()
            box = next((name for name in BOXES if name in classes), "")
            if child.tag == "br":
                yield Run("", "break")
            elif child.tag == "veld":
                yield Run("", "from", child.get("n"))
                yield from self.runs(child, kind, target)
                yield Run("", "to", child.get("n"))
            elif child.tag == "sup":
                yield from self.note(child)
            elif box:
                yield Run("[", box)
                yield from self.runs(child)
                yield Run("]", box)
            elif child.tag == "a":
                own = self.target(child.get("href", ""))
                yield from self.runs(child, kind, own if {"begrip"}.isdisjoint(classes) else target)
            elif child.tag in ("p", "ol", "ul", "h1", "h2"):
                pass
            else:
                named = next((KINDS[name] for name in classes if name in KINDS), "")
                tags = {"strong": "strong", "em": "emphasis", "dfn": "term"}
                yield from self.runs(child, named or tags.get(str(child.tag), kind), target)
            if child.tail:
                yield Run(child.tail, kind, target)

    def note(self, element: html.HtmlElement) -> Iterator[Run]:
        """A footnote, with its text, at the place that refers to it."""
        [link] = element.iter("a")
        yield Run(link.text or "", "note", note=self.notes[link.get("href", "#")[1:]])

    def target(self, href: str) -> str:
        """An address outside, or the id of the provision that a link of the page leads to."""
        if re.match(r"[a-z]+:", href):
            return href
        path, _, anchor = href.partition("#")
        page = posixpath.normpath(posixpath.join(self.page, path))
        return f"{page}/{anchor}" if anchor else page


def has_text(runs: tuple[Run, ...]) -> bool:
    """Whether runs are more than the edges of a place."""
    return any(run.kind not in EDGES for run in runs)


def tidy(runs: Iterator[Run] | list[Run] | tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs with white space as a browser shows it: one space, none at the ends, and equal neighbours joined."""
    found: list[Run] = []
    for run in runs:
        words = re.sub(r"\s+", " ", run.text)
        if run.kind not in NO_TEXT:
            if not words:
                continue
            before = next((one for one in reversed(found) if one.kind not in EDGES), None)
            after_space = before is None or before.text.endswith(" ") or before.kind == "break"
            words = words.lstrip() if after_space else words
            if not words:
                continue
        last = found[-1] if found else None
        if last and run.kind not in (*NO_TEXT, "open") and (last.kind, last.target) == (run.kind, run.target):
            found[-1] = replace(last, text=last.text + words)
        else:
            found.append(replace(run, text=words))
    while found and found[-1].kind not in NO_TEXT and not found[-1].text.strip():
        found.pop()
    if found and found[-1].kind not in NO_TEXT:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def read_page(page: str, text: str) -> tuple[Block, ...]:
    """The blocks of a page of source text, from its HTML."""
    return PageReader(page).read(text)


def marks_joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks to print: a mark that the source has behind a tip (";") would stand on a line of its own, and stands in the tip's box."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Paragraph) and isinstance(last, Paragraph) and last.box and is_mark(block):
            found[-1] = replace(last, runs=(*last.runs, *block.runs))
        elif isinstance(block, Listing):
            found.append(Listing(tuple(replace(item, blocks=marks_joined(item.blocks)) for item in block.items)))
        else:
            found.append(block)
    return tuple(found)


def is_mark(paragraph: Paragraph) -> bool:
    """Whether a paragraph has no letters, and is no place of the list of fields."""
    return not paragraph.box and re.fullmatch(r"[.,;:]+", "".join(run.text for run in paragraph.runs)) is not None


def words_of(blocks: tuple[Block, ...]) -> str:
    """All words in order, numbers and notes where they stand, for a comparison."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Listing):
            parts += [f"{item.number} {words_of(item.blocks)}" for item in block.items]
        elif not (isinstance(block, Heading) and block.own):
            parts.append("".join(" " if run.kind == "break" else run.text for run in block.runs))
    return " ".join(parts)
