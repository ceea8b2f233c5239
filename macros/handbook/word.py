"""A document as a Word file to start from: styles, automatic numbers, places to fill in, advice as comments."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from docx import Document as new_document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from macros.edition.word import edge_name, escaped, fill_word, range_name
from macros.handbook.blocks import Block, Heading, Item, Listing, Paragraph, Run
from macros.handbook.contents import Contents
from macros.handbook.controls import add_data, add_placeholders, bookmark, control, lay_out, plain_control
from macros.handbook.files import IN_WORD_FILE, WORD_FILES
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
FOOTNOTE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
INTRO = (
    "Dit is het model om zelf in te vullen. Een veld met haken of puntjes vul je in. Advies van de makers staat als opmerking in "
    "de kantlijn. Tekst in de stijl ‘Keuze of optie’ neem je over of haal je weg. Verwijder daarna deze alinea."
)
MAKERS = "Toekomstscenario kind- en gezinsbescherming"
OLDEST = (1980, 1, 1, 0, 0, 0)


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
    """The Word files by name; those of an edition are the model's, filled in as the page /eigen-versie/ does it."""
    made = {}
    for id, file in WORD_FILES.items():
        model = WordFile(BY_ID[id], contents).render()
        made[file] = fill_word(model, id, contents.fields, contents.filled) if contents.filled else model
    return made


class WordFile:
    """Writes one document of the model."""

    def __init__(self, document: Document, contents: Contents) -> None:
        self.document = document
        self.to_fill_in = document.id in MODELS
        self.contents = contents
        self.word: Any = new_document()
        self.lists = 0
        self.bookmarks = 0
        self.ranges: dict[str, Any] = {}
        self.notes: list[str] = []
        self.last: Any = None
        self.drop_foreign()
        self.styles()

    def drop_foreign(self) -> None:
        """Without what the library's template says of another program and of its own empty page. Both parts are optional."""
        package = self.word.part.package
        for id, relation in list(package.rels.items()):
            if relation.reltype in {RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL}:
                del package.rels[id]

    def styles(self) -> None:
        """Real styles, in Dutch, with the site's own few added."""
        styles = self.word.styles
        styles["Normal"].font.name = "Calibri"
        styles["Normal"].font.size = Pt(11)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "nl-NL")
        styles["Normal"].element.get_or_add_rPr().append(language)
        for level in (1, 2, 3):
            styles[f"Heading {level}"].font.color.rgb = RGBColor(0x12, 0x3C, 0x3A)
        choice = styles.add_style("Keuze of optie", WD_STYLE_TYPE.PARAGRAPH)
        choice.base_style = styles["Normal"]
        choice.font.color.rgb = RGBColor(0x7A, 0x4A, 0x00)
        styles.add_style("Tip", WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        optional = styles.add_style("Keuzetekst", WD_STYLE_TYPE.CHARACTER)
        optional.font.color.rgb = RGBColor(0x7A, 0x4A, 0x00)
        optional.font.underline = True
        fill = styles.add_style("In te vullen", WD_STYLE_TYPE.CHARACTER)
        fill.font.color.rgb = RGBColor(0x4C, 0x30, 0x00)
        fill.element.get_or_add_rPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FBE3B8"/>')
        )
        styles.add_style("Nakijken", WD_STYLE_TYPE.CHARACTER).font.color.rgb = RGBColor(0x1F, 0x4F, 0x8F)
        added = styles.add_style("Toegevoegd", WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = styles["Normal"]
        added.element.get_or_add_pPr().append(
            parse_xml(
                f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="12" w:space="8" w:color="123C3A"/></w:pBdr>'
            )
        )
        styles.add_style("Uitleg", WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        styles["Uitleg"].font.italic = True

    def render(self) -> bytes:
        """The file: the same bytes for the same contents."""
        lay_out(self.word, f"{self.document.title}, versie {self.contents.model_version}")
        if self.to_fill_in:
            self.word.add_paragraph(INTRO, style="Uitleg")
        for page, blocks in self.contents.model.items():
            if page.split("/")[0] in IN_WORD_FILE.get(self.document.id, (self.document.id,)):
                self.page(page, blocks)
        self.add_footnotes()
        add_data(self.word, self.contents.fields)
        add_placeholders(self.word, self.contents.fields)
        about = self.word.core_properties
        about.title, about.language, about.author = (
            self.document.title,
            "nl-NL",
            MAKERS,
        )
        about.comments = f"Versie {self.contents.model_version}, {dutch(self.contents.day)}"
        moment = datetime.datetime.combine(self.contents.day, datetime.time())
        about.created = about.modified = moment
        about.last_modified_by, about.revision = about.author, 1
        for comment in self.word.part._comments_part.element.iter(qn("w:comment")):
            comment.set(qn("w:date"), f"{moment.isoformat()}Z")
        out = io.BytesIO()
        self.word.save(out)
        return repacked(out.getvalue())

    def page(self, page: str, blocks: Sequence[Block]) -> None:
        """A page of the text, with its edges."""
        before = len(self.word.element.body)
        self.blocks(blocks)
        made = self.word.element.body[before - 1 : -1]  # the last is the section
        if made:
            self.edges(page, made[0], made[-1])

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
                self.runs(self.word.add_heading(level=min(block.level, 3)), block.runs)
            else:
                self.paragraph(block, depth)

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
        return ("Keuze of optie" if self.to_fill_in else "Tip") if block.box else "Normal"

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
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start or 1}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{mark}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(level + 1) * INDENT}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
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
            paragraph._p.append(plain_control(run.text))
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

    def note(self, made: Any, run: Run) -> None:
        """A real footnote."""
        self.notes.append("".join(part.text for part in run.note))
        made.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self.notes) + 1))
        made._r.append(reference)

    def add_footnotes(self) -> None:
        """The part with the footnotes, with the two separators that Word expects."""
        if not self.notes:
            return
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
            for id, kind, tag in ((0, "separator", "separator"), (1, "continuationSeparator", "continuationSeparator"))
        )
        notes = "".join(
            f'<w:footnote w:id="{id}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escaped(words)}</w:t></w:r></w:p></w:footnote>'
            for id, words in enumerate(self.notes, 2)
        )
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{separators}{notes}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTE_TYPE, xml.encode(), self.word.part.package)
        self.word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def repacked(file: bytes) -> bytes:
    """The same package without the moment of packing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, OLDEST), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
