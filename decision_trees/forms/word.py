"""A form as a Word file: a small .docx from a template, written with Python's own zipfile. The same bytes for the same form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from decision_trees.forms.model import Block, Form, Kind

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WIDTH = 9638
"""Width of the text on A4 with margins of two centimetres, in twentieths of a point."""

TEMPLATE = {
    "[Content_Types].xml": f"""{HEAD}<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{PARTS}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{PARTS}.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{PARTS}.numbering+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>""",
    "_rels/.rels": f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>""",
    "word/_rels/document.xml.rels": f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/relationships/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="{OFFICE}/relationships/numbering" Target="numbering.xml"/>
</Relationships>""",
    "word/numbering.xml": f"""{HEAD}<w:numbering {SPACE}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>""",
    "word/styles.xml": f"""{HEAD}<w:styles {SPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>
<w:sz w:val="21"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault>
</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/>
<w:spacing w:after="100"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/>
<w:spacing w:before="180" w:after="40"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bron"><w:name w:val="Bron"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr>
<w:rPr><w:color w:val="404040"/><w:sz w:val="16"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Invullen"><w:name w:val="Invullen"/><w:basedOn w:val="Normal"/><w:pPr>
<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{WIDTH}"/></w:tabs><w:spacing w:before="100"/></w:pPr></w:style></w:styles>""",
}
"""The parts of the file that are the same for every form."""


def word_file(form: Form) -> bytes:
    """The form as a Word file."""
    out = io.BytesIO()
    parts = {**TEMPLATE, "docProps/core.xml": properties(form), "word/document.xml": document(form)}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def properties(form: Form) -> str:
    """Title and language, for who has the file read aloud."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(form.title)}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def document(form: Form) -> str:
    """The document itself."""
    head = [paragraph(form.title, "Heading1"), *([paragraph(form.about)] if form.about else [])]
    body = "".join((*head, *(part for block in form.blocks for part in paragraphs(block))))
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/>'
    return f"{HEAD}<w:document {SPACE}><w:body>{body}<w:sectPr>{page}</w:sectPr></w:body></w:document>"


def escape(text: str) -> str:
    """A text for XML; Python's own `html` would bring a table of two thousand names to the browser."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def paragraphs(block: Block) -> Iterator[str]:
    """The paragraphs of a block."""
    match block.kind:
        case Kind.HEADING:
            yield paragraph(block.text, "Heading2")
        case Kind.TEXT:
            yield paragraph(block.text)
        case Kind.ITEMS:
            yield from (paragraph(one, listed=True) for one in block.items)
        case Kind.PAIRS:
            yield from (paragraph(f"{name} ", bold=value) for name, value in block.in_pairs)
        case Kind.BLANK:
            yield paragraph(f"{block.text}: ", "Invullen", line=block.lines < 2)
            yield from (paragraph("", "Invullen", line=True) for _ in range(block.lines if block.lines > 1 else 0))
        case Kind.CHOICES:
            yield from (paragraph(f"☐ {one}") for one in block.items)
    if block.sources:
        yield paragraph("; ".join(block.sources), "Bron")


def paragraph(text: str, style: str = "Normal", *, bold: str = "", line: bool = False, listed: bool = False) -> str:
    """A paragraph: a text, then bold text, or a line to write on up to the margin."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if listed else ""
    runs = [f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'] if text else []
    runs += [f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(bold)}</w:t></w:r>"] if bold else []
    runs += ["<w:r><w:tab/></w:r>"] if line else []
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>{"".join(runs)}</w:p>'
