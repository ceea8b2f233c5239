"""A document as a Word file to start from: styles, automatic numbers, places to fill in, advice as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import takewhile
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from macros.edition.tracked import AGAINST_MODEL, tracked
from macros.edition.word import fill_word
from macros.edition.word_names import edge_name, heading_name, range_name
from macros.handbook.blocks import Block, Heading, Item, Listing, Paragraph, Run
from macros.handbook.contents import Contents
from macros.handbook.controls import add_data, add_placeholders, bookmark, control, plain_control
from macros.handbook.files import IN_WORD_FILE, TRACKED_FILES, WORD_FILES
from macros.handbook.word_package import describe, empty_word, lay_out, packed, settle
from macros.shared.dates import dutch
from macros.shared.errors import BuildError
from macros.text.documents import BY_ID, MODELS, Document

ADVICE = ("toelichting", "tip")
"""Kinds of boxes that become comments; the other boxes are text to choose from."""
INDENT = 567
"""Twentieths of a point of one level of a list: a centimetre."""
DECIMAL, UPPER, LOWER, LETTER = (
    ("decimal", r"\d+"),
    ("upperRoman", r"[IVX]+"),
    ("lowerRoman", r"[ivx]+"),
    ("lowerLetter", r"[a-z]"),
)
"""Word's names for the forms of numbers, and how each is written."""
ON_ONE_PAGE = ("/partijen", "/ondertekening")
"""Pages of which all paragraphs stay together: who takes part, and where they sign. They begin on a new page: LibreOffice 7.4 keeps a
long row of paragraphs together only where it happens to fit."""
SIGN = "_" * 12
"""With so many underscores a paragraph begins with a line to sign on."""
INTRO = (
    "Dit is het model om zelf in te vullen. Een veld met haken of puntjes vul je in. Advies van de makers staat als opmerking in "
    "de kantlijn. Tekst in de stijl ‘Keuze of optie’ neem je over of haal je weg. Verwijder daarna deze alinea."
)


def value_of(number: str, form: str) -> int:
    """The value of a number as it is written."""
    if form == "decimal":
        return int(number)
    if form == "lowerLetter":
        return ord(number) - ord("a") + 1
    digits = [{"I": 1, "V": 5, "X": 10}[sign] for sign in number.upper()]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))


def parts_of(number: str, roman: bool) -> tuple[str, str, int, str]:
    """A written number as what stands before it, its form, its value and what stands after: ("6.", "decimal", 4, ".")."""
    for form, pattern in (DECIMAL, UPPER, LOWER if roman else LETTER):
        found = re.fullmatch(rf"(.*?)({pattern})([.):]*)", number)
        if found:
            return found[1], form, value_of(found[2], form), found[3]
    raise BuildError(
        "macros/handbook/word.py", f"the number {number!r} has no automatic form", "Add its form beside DECIMAL."
    )


def word_files(contents: Contents) -> dict[str, bytes]:
    """The Word files by name; those of an edition are the model's, filled in as the page /eigen-versie/ does it, and what that changed; of the
    model what changed since the version before."""
    made = {}
    for id, file in WORD_FILES.items():
        model = WordFile(BY_ID[id], contents).render()
        made[file] = fill_word(model, id, contents.fields, contents.filled) if contents.filled else model
        if contents.filled and id in TRACKED_FILES:
            made[TRACKED_FILES[id]] = tracked(model, made[file], f"Model → {contents.edition}", AGAINST_MODEL)
        elif (before := contents.before) and id in before.files:
            made[TRACKED_FILES[id]] = tracked(
                before.files[id], model, f"{before.old.capitalize()} → {before.new}", before.old
            )
    return made


class WordFile:
    """Writes one document of the model."""

    def __init__(self, document: Document, contents: Contents) -> None:
        self.document = document
        self.to_fill_in = document.id in MODELS
        self.contents = contents
        documents = IN_WORD_FILE.get(document.id, (document.id,))
        self.pages = {page: blocks for page, blocks in contents.model.items() if page.split("/")[0] in documents}
        self.targets = dict(numbers_in(self.pages))
        self.word: Any = empty_word()
        self.lists = 0
        self.bookmarks = 0
        self.ranges: dict[str, Any] = {}
        self.notes: list[str] = []
        self.last: Any = None

    def render(self) -> bytes:
        """The file: the same bytes for the same contents."""
        version = f"Versie {self.contents.model_version}, {dutch(self.contents.day)}"
        lay_out(self.word, f"{self.document.title}, versie {self.contents.model_version}")
        self.word.add_paragraph(self.document.title, style="Title")
        self.word.add_paragraph(version, style="Subtitle")
        if self.to_fill_in:
            self.word.add_paragraph(INTRO, style="Uitleg")
        self.word.add_paragraph("Inhoud", style="TOC Heading")
        for page, blocks in self.pages.items():
            self.page(page, blocks)
        settle(self.word, self.notes)
        if self.to_fill_in:
            add_data(self.word, self.contents.fields, self.contents.model_version)
            add_placeholders(self.word, self.contents.fields)
        describe(self.word, self.document.title, version, self.contents.day)
        return packed(self.word)

    def page(self, page: str, blocks: Sequence[Block]) -> None:
        """A page of the text, with its edges."""
        before = len(self.word.element.body)
        self.blocks(blocks)
        made = self.word.element.body[before - 1 : -1]  # the last is the section
        if made:
            self.edges(page, made[0], made[-1])
        if page.endswith(ON_ONE_PAGE):
            together = self.word.paragraphs[-len(made) :]
            for paragraph in together:
                paragraph.paragraph_format.keep_with_next = paragraph.paragraph_format.keep_together = True
            together[0].paragraph_format.page_break_before = True

    def edges(self, name: str, first: Any, last: Any) -> None:
        """Bookmarks around paragraphs, so that what fills the file in finds a provision or page by its id."""
        self.bookmarks += 1
        begin, end = bookmark(edge_name(name), self.bookmarks)
        first.insert(1 if first.pPr is not None else 0, begin)
        last.append(end)

    def blocks(self, blocks: Sequence[Block], depth: int = -1) -> None:
        """Blocks one after another; `depth` is that of the list they stand in."""
        for block in blocks:
            if isinstance(block, Listing):
                self.listing(block, depth + 1)
            elif isinstance(block, Heading):
                self.heading(block)
            elif not self.to_fill_in and not any(sign.isalnum() for run in block.runs for sign in run.text):
                self.runs(self.word.paragraphs[-1], block.runs)  # a sign behind a tip
            else:
                self.paragraph(block, depth)

    def heading(self, block: Heading) -> None:
        """A heading with the bookmark that the table of contents leads to."""
        made = self.word.add_paragraph(style=f"heading {min(block.level, 3)}")
        self.bookmarks += 1
        begin, end = bookmark(heading_name(f"{self.bookmarks}"), self.bookmarks)
        made._p.append(begin)
        self.runs(made, block.runs)
        made._p.append(end)

    def paragraph(self, block: Paragraph, depth: int) -> None:
        """A paragraph; advice on filling in becomes a comment on what stands before it."""
        if self.to_fill_in and block.box in ADVICE and self.last is not None:
            words = "".join(run.text for run in block.runs)
            self.word.add_comment(self.last, text=words, author="Makers van het model", initials="M")
            return
        made = self.word.add_paragraph(style=self.style(block))
        if block.anchor:
            self.edges(block.anchor, made._p, made._p)
        if depth >= 0:
            made.paragraph_format.left_indent = Pt((depth + 1) * INDENT / 20)
        self.whole(made, block)

    def style(self, block: Paragraph) -> str:
        """The style of a paragraph: words to choose from in a model, a tip in a guide."""
        if block.box:
            return "Keuze of optie" if self.to_fill_in else "Tip"
        return "Handtekening" if self.to_fill_in and any(SIGN in run.text for run in block.runs) else "Normal"

    def whole(self, made: Any, block: Paragraph) -> None:
        """A paragraph's words; one that is a place of the list in whole gets the edges of that place."""
        edged = (Run("", "from", block.field), *block.runs, Run("", "to", block.field))
        self.runs(made, edged if block.field else block.runs)

    def listing(self, listing: Listing, depth: int) -> None:
        """A list whose numbers Word counts itself; where the source's numbers jump, counting starts anew."""
        numbers = [item.number for item in listing.items]
        roman = len(numbers) > 1 and numbers[0].rstrip(".):") == "i" and numbers[1].rstrip(".):") == "ii"
        before: tuple[str, str, int, str] | None = None
        count = 0
        for item in listing.items:
            parts = parts_of(item.number, roman) if item.number else ("", "bullet", 0, "")
            follows = before is not None and parts == (
                before[0],
                before[1],
                before[2] + (parts[1] != "bullet"),
                before[3],
            )
            if not follows:
                count = self.new_list(*parts, depth)
            before = parts
            self.item(item, count, depth)

    def item(self, item: Item, count: int, depth: int) -> None:
        """A part of a list: its first paragraph carries the number."""
        blocks = list(item.blocks)
        leads = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else Paragraph(())
        first = self.word.add_paragraph(style=self.style(leads))
        numbering = first._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = depth
        numbering.get_or_add_numId().val = count
        if blocks and isinstance(blocks[0], Paragraph):
            self.whole(first, blocks[0])
            blocks = blocks[1:]
        self.blocks(blocks, depth)
        if item.anchor:
            self.edges(item.anchor, first._p, self.word.paragraphs[-1]._p)

    def new_list(self, before: str, form: str, start: int, after: str, depth: int) -> int:
        """A numbering of its own at a level; gives its id. Levels above are there because Word wants them."""
        numbering = self.word.part.numbering_part.element
        self.lists += 1
        id = 1000 + self.lists
        mark = "–" if form == "bullet" else f"{before}%{depth + 1}{after}".replace("&", "&amp;")
        room = 2 * INDENT if before[:1].isalpha() else INDENT  # "Bijlage 1:" needs more than "12.1."
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start or 1}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{mark}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{level * INDENT + room}" w:hanging="{room}"/></w:pPr></w:lvl>'
            for level in range(depth + 1)
        )
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        numbering.insert(self.lists - 1, abstract)
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'))
        return id

    def runs(self, paragraph: Any, runs: Sequence[Run]) -> None:
        """Words with what they are; a place of the list as a control, or as a range that is taken over or left out."""
        queue = list(runs)
        while queue:
            run = queue.pop(0)
            if run.kind == "from":
                name, _, number = run.target.rpartition(".")
                field = self.contents.fields.by_id[name]
                if field.kind == "overname":
                    self.range(paragraph, run.target)
                    continue
                held = list(takewhile(lambda one, end=run.target: (one.kind, one.target) != ("to", end), queue))  # type: ignore[misc]
                del queue[: len(held) + 1]
                for element in control(field, int(number), held):
                    paragraph._p.append(element)
            elif run.kind == "to":
                paragraph._p.append(self.ranges.pop(run.target))
            else:
                self.run(paragraph, run)

    def range(self, paragraph: Any, place: str) -> None:
        """The beginning of words that are taken over or left out; its end waits for them."""
        self.bookmarks += 1
        begin, self.ranges[place] = bookmark(range_name(place), self.bookmarks)
        paragraph._p.append(begin)

    def run(self, paragraph: Any, run: Run) -> None:
        """Words of one kind."""
        if run.kind == "open":
            for element in plain_control(run.text):
                paragraph._p.append(element)
            return
        made = paragraph.add_run(run.text if run.kind != "note" else "")
        self.last = made
        if run.kind == "break":
            made.add_break()
        elif run.kind == "note":
            self.note(made, run)
        elif run.kind in ("strong", "term"):
            made.bold = True
        elif run.kind == "emphasis":
            made.italic = True
        elif run.kind == "choice":
            made.style = "Keuzetekst"
        if run.target in self.targets and run.text:
            self.refer(made, run.target)
        elif "://" in run.target and run.text and not self.to_fill_in:
            self.outside(made, run.target)

    def refer(self, made: Any, target: str) -> None:
        """Have words lead to the provision that they name: a number that Word counts there as a field, so that it follows when
        something comes before it; other words as a link."""
        name, number = edge_name(target), self.targets[target]
        if number and re.search(rf"(?<![\w.]){re.escape(number)}$", made.text):
            counted = deepcopy(made._r)
            made.text, counted.text = made.text.removesuffix(number), number
            holder = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" REF {name} \\r \\h "/>')
            made._r.addnext(holder)
            holder.append(counted)
        else:
            holder = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="{name}" w:history="1"/>')
            made._r.addprevious(holder)
            holder.append(made._r)

    def outside(self, made: Any, address: str) -> None:
        """Have words lead to an address outside."""
        id = self.word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.underline = True
        holder = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{id}" w:history="1"/>')
        made._r.addprevious(holder)
        holder.append(made._r)

    def note(self, made: Any, run: Run) -> None:
        """A real footnote."""
        self.notes.append("".join(part.text for part in run.note))
        made.style = "footnote reference"
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self.notes) + 1))
        made._r.append(reference)


def numbers_in(pages: Mapping[str, Sequence[Block]]) -> Iterator[tuple[str, str]]:
    """Every provision of some pages by its id, with the number that Word counts for it; without one for what has none."""
    for page, blocks in pages.items():
        yield page, ""
        for block in blocks:
            yield from numbers_of(block)


def numbers_of(block: Block) -> Iterator[tuple[str, str]]:
    """The provisions that a block holds, with their numbers."""
    if isinstance(block, Listing):
        for item in block.items:
            if item.anchor:
                yield item.anchor, item.number.rstrip(".):")
            for inner in item.blocks:
                yield from numbers_of(inner)
    elif isinstance(block, Paragraph) and block.anchor:
        yield block.anchor, ""
