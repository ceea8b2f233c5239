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

from macros.edition.answers import names_a_term
from macros.edition.fields import Field, Fields
from macros.edition.filling import spaced
from macros.edition.word import BOLD, NAMESPACE, STORE, data_xml
from macros.edition.word_names import attribute, escaped
from macros.handbook.blocks import Run

OFFICE = "application/vnd.openxmlformats-officedocument"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def control(field: Field, number: int, held: Sequence[Run]) -> Iterator[Any]:
    """A place of a field with the model's words in it. A space comes before it where the model has dots right behind a word, so that a
    name does not join the word."""
    place = field.places[number]
    words = "".join(run.text for run in held)
    bold = BOLD if names_a_term(place) else ""
    open_place = not field.from_model
    if spaced(place, "x") == " x":
        yield parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve"> </w:t></w:r>')
    yield parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{attribute(field.name)}"/>'
        f'<w:tag w:val="{field.id}"/><w:id w:val="{id_of(field, number)}"/>{shows(words, field.kind) if open_place else ""}'
        f"{bound(field)}{kind_of(field, number)}</w:sdtPr><w:sdtContent>"
        f"{to_fill_in(words, field.kind, bold) if open_place else to_check(words, bold)}</w:sdtContent></w:sdt>"
    )


def plain_control(words: str) -> Iterator[Any]:
    """A place to fill in that the list does not have."""
    yield parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="In te vullen"/><w:tag w:val="invulplek"/><w:showingPlcHdr/>{FREE_TEXT}'
        f"</w:sdtPr><w:sdtContent>{to_fill_in(words, 'tekst')}</w:sdtContent></w:sdt>"
    )


FREE_TEXT = "<w:comboBox/>"
"""A list without items, in which one types: LibreOffice 7.4 shows and prints it with its colour and its line, and a `w:text` without."""
ROOM = {"tekst": 56, "partijen": 56, "datum": 36, "jaar": 18}
"""Spaces to write in by hand behind the model's mark, by a field's kind: of about a millimetre each."""
BLANK = "\u00a0"
LOOK = '<w:color w:val="4C3000"/>{line}<w:shd w:val="clear" w:color="auto" w:fill="FBE3B8"/>'
"""Said at the place itself, not by its style alone: the building blocks that Word shows have no styles of their own."""


def to_fill_in(words: str, kind: str, bold: str = "") -> str:
    """The model's mark at an open place, and room to write in by hand: blanks with a line under them, no signs, so the text stays the
    model's. A choice needs none, and a line to sign on is one already. All in one run: a control for words holds no more (17.5.2.5)."""
    if words.startswith("__"):
        return f"<w:r><w:t>{words}</w:t></w:r>"
    room = ROOM.get(kind, 0)
    look = LOOK.format(line='<w:u w:val="single"/>' if room else "")
    return f'<w:r><w:rPr><w:rStyle w:val="Intevullen"/>{bold}{look}</w:rPr><w:t xml:space="preserve">{escaped(words)}{BLANK * room}</w:t></w:r>'


def to_check(words: str, bold: str) -> str:
    """The model's own words at a place where they may stay."""
    return (
        f'<w:r><w:rPr><w:rStyle w:val="Nakijken"/>{bold}</w:rPr><w:t xml:space="preserve">{escaped(words)}</w:t></w:r>'
    )


def id_of(field: Field, number: int) -> int:
    """A number of its own for a control, the same in every build; its last three digits say which of the field's places it is."""
    return (crc32(field.id.encode()) % 2_000_000) * 1000 + number


def shows(words: str, kind: str) -> str:
    """What says that a control shows what should come, not an answer; and where Word finds that when it is emptied."""
    return f'<w:placeholder><w:docPart w:val="{placeholder(words, kind)}"/></w:placeholder><w:showingPlcHdr/>'


def placeholder(words: str, kind: str) -> str:
    """The name of the building block with these words and that room."""
    return f"plek-{crc32(f'{words} {ROOM.get(kind, 0)}'.encode()):08x}"


def bound(field: Field) -> str:
    """The binding to the field's element. A line to sign on has none."""
    if field.kind == "handtekening":
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
    return FREE_TEXT


def bookmark(name: str, id: int) -> tuple[Any, Any]:
    """The two edges of a bookmark."""
    begin = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{id}" w:name="{name}"/>')
    return begin, parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{id}"/>')


def add_data(word: Any, fields: Fields, model: str) -> None:
    """The part that the controls are bound to. `model`: the version of the model."""
    package = word.part.package
    item = Part(PackURI("/customXml/item2.xml"), "application/xml", data_xml(fields, model).encode(), package)
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
    open_places = (
        (placeholder(place.mark, field.kind), to_fill_in(place.mark, field.kind))
        for field, _, place in fields.places()
        if not field.from_model
    )
    parts = "".join(
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/>'
        f'</w:category><w:types><w:type w:val="bbPlcHdr"/></w:types></w:docPartPr><w:docPartBody><w:p>{runs}</w:p></w:docPartBody></w:docPart>'
        for name, runs in dict(open_places).items()
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:glossaryDocument {nsdecls("w")}><w:docParts>{parts}</w:docParts>'
        "</w:glossaryDocument>"
    )
    kind = f"{OFFICE}.wordprocessingml.document.glossary+xml"
    part = Part(PackURI("/word/glossary/document.xml"), kind, xml.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
