"""What surrounds the text of a Word file: styles, settings, page, head and foot, footnotes, properties; nothing of the library's template."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document as new_document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from macros.edition.filling import MAKERS
from macros.edition.word import BODY, with_contents
from macros.edition.word_names import escaped

STYLES = Path(__file__).with_name("word_styles.xml")
FOREIGN = frozenset(
    {
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.CUSTOM_XML,
        RELATIONSHIP_TYPE.WEB_SETTINGS,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)
"""Parts of the template that say which program made it, or hold its other styles. All are optional."""
FOOTNOTE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>{notes}<w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
"""No `updateFields`: Word would ask at each opening whether it may. All fields stand there filled in."""
NOTES = '<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>'
SUBJECT = "Zorgvuldig gegevens delen rond kinderen en gezinnen"
OLDEST = (1980, 1, 1, 0, 0, 0)


def empty_word() -> Any:
    """A file without text, with the styles of ours alone."""
    word = new_document()
    for part in (word.part, word.part.package):
        for id, relation in list(part.rels.items()):
            if relation.reltype in FOREIGN:
                del part.rels[id]
    styles = word.styles.element
    styles[:] = list(parse_xml(STYLES.read_bytes()).iterchildren("{*}*"))
    word.part.numbering_part.element[:] = []
    return word


def lay_out(word: Any, name: str) -> None:
    """A4, with what the file is in the head of each page and "Pagina 1 van 9" at its foot."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    section.header.paragraphs[0].text = name
    foot = section.footer.paragraphs[0]
    for words, code in (("Pagina ", "PAGE"), (" van ", "NUMPAGES")):
        foot.add_run(words)
        foot._p.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )


def describe(word: Any, title: str, about: str, day: datetime.date) -> None:
    """The file's properties. Comments get its moment too."""
    said = word.core_properties
    said.title, said.subject, said.language, said.author, said.comments = title, SUBJECT, "nl-NL", MAKERS, about
    moment = datetime.datetime.combine(day, datetime.time())
    said.created = said.modified = moment
    said.last_modified_by, said.revision, said.keywords = said.author, 1, ""
    for comment in word.part._comments_part.element.iter(qn("w:comment")):
        comment.set(qn("w:date"), f"{moment.isoformat()}Z")


def settle(word: Any, notes: Sequence[str]) -> None:
    """The settings, and the part with the footnotes, with the two separators that Word expects."""
    held = parse_xml(f"<w:settings {nsdecls('w')}>{SETTINGS.format(notes=NOTES if notes else '')}</w:settings>")
    word.settings.element[:] = list(held)
    if not notes:
        return
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for id, kind, tag in ((0, "separator", "separator"), (1, "continuationSeparator", "continuationSeparator"))
    )
    written = "".join(
        f'<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escaped(words)}</w:t></w:r></w:p></w:footnote>'
        for id, words in enumerate(notes, 2)
    )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{separators}{written}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTE_TYPE, xml.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def packed(word: Any) -> bytes:
    """The file with its table of contents, without the moment of packing."""
    made, out = io.BytesIO(), io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            if name == BODY:
                body = with_contents(body.decode()).encode()
            new.writestr(zipfile.ZipInfo(name, OLDEST), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()
