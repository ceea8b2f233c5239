"""Content controls of a Word file: a place to fill in with its name, its kind, and a binding to one part of the file.

All places of a field are bound to one element of that part (ECMA-376 part 1, 17.5.2), so filling in one in Word fills them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from macros.edition.fields import Field, Fields
from macros.edition.filling import spaced
from macros.edition.word import NAMESPACE, STORE, data_xml, escaped
from macros.handbook.blocks import Run

OFFICE = "application/vnd.openxmlformats-officedocument"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def control(field: Field, number: int, held: Sequence[Run]) -> Iterator[Any]:
    """A place of a field with the model's words in it. A space comes before it where the model has dots right behind a word, so that a
    name does not join the word."""
    place = field.places[number]
    words = "".join(run.text for run in held)
    open_place = not field.from_model
    if spaced(place, "x") == " x":
        yield parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve"> </w:t></w:r>')
    style = "Intevullen" if open_place else "Nakijken"
    yield parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:alias w:val="{attribute(field.name)}"/>'
        f'<w:tag w:val="{field.id}"/><w:id w:val="{id_of(field, number)}"/>{shows(words) if open_place else ""}'
        f'{bound(field)}{kind_of(field, number)}</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escaped(words)}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def plain_control(words: str) -> Any:
    """A place to fill in that the list does not have."""
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="In te vullen"/><w:tag w:val="invulplek"/><w:showingPlcHdr/><w:text/>'
        f'</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="Intevullen"/></w:rPr>'
        f'<w:t xml:space="preserve">{escaped(words)}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def attribute(words: str) -> str:
    """Words inside an attribute."""
    return escaped(words).replace('"', "&quot;")


def id_of(field: Field, number: int) -> int:
    """A number of its own for a control, the same in every build; its last three digits say which of the field's places it is."""
    return (crc32(field.id.encode()) % 2_000_000) * 1000 + number


def shows(words: str) -> str:
    """What says that a control shows what should come, not an answer; and where Word finds that when it is emptied."""
    return f'<w:placeholder><w:docPart w:val="{placeholder(words)}"/></w:placeholder><w:showingPlcHdr/>'


def placeholder(words: str) -> str:
    """The name of the building block with these words."""
    return f"plek-{crc32(words.encode()):08x}"


def bound(field: Field) -> str:
    """The binding to the field's element. Lists of parties and lines to sign on have none."""
    if field.kind in ("partijen", "handtekening"):
        return ""
    return (
        f'<w:dataBinding w:prefixMappings="xmlns:v=\'{NAMESPACE}\'" w:xpath="/v:velden[1]/v:{field.id}[1]" '
        f'w:storeItemID="{STORE}"/>'
    )


def kind_of(field: Field, number: int) -> str:
    """What kind of control a field has."""
    if field.kind == "datum":
        return (
            '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/><w:storeMappedDataAs w:val="date"/>'
            '<w:calendar w:val="gregorian"/></w:date>'
        )
    if field.kind == "keuze":
        forms = field.places[number].forms or field.choices
        items = "".join(
            f'<w:listItem w:displayText="{attribute(words)}" w:value="{value}"/>' for value, words in forms.items()
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"
    return "<w:text/>"


def bookmark(name: str, id: int) -> tuple[Any, Any]:
    """The two edges of a bookmark."""
    begin = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{id}" w:name="{name}"/>')
    return begin, parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{id}"/>')


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


def add_data(word: Any, fields: Fields) -> None:
    """The part that the controls are bound to."""
    package = word.part.package
    item = Part(PackURI("/customXml/item2.xml"), "application/xml", data_xml(fields, {}).encode(), package)
    word.part.relate_to(item, f"{RELATIONS}/customXml")
    properties = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem xmlns:ds="{PROPERTIES}" ds:itemID="{STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    kind = f"{OFFICE}.customXmlProperties+xml"
    about = Part(PackURI("/customXml/itemProps2.xml"), kind, properties.encode(), package)
    item.relate_to(about, f"{RELATIONS}/customXmlProps")


def add_placeholders(word: Any, fields: Fields) -> None:
    """The building blocks that Word shows in a control without an answer: the model's own marks."""
    marks = dict.fromkeys(place.mark for field, _, place in fields.places() if not field.from_model)
    parts = "".join(
        f'<w:docPart><w:docPartPr><w:name w:val="{placeholder(mark)}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/>'
        f'</w:category><w:types><w:type w:val="bbPlcHdr"/></w:types></w:docPartPr><w:docPartBody><w:p><w:r>'
        f'<w:t xml:space="preserve">{escaped(mark)}</w:t></w:r></w:p></w:docPartBody></w:docPart>'
        for mark in marks
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:glossaryDocument {nsdecls("w")}><w:docParts>{parts}</w:docParts>'
        "</w:glossaryDocument>"
    )
    kind = f"{OFFICE}.wordprocessingml.document.glossary+xml"
    part = Part(PackURI("/word/glossary/document.xml"), kind, xml.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
