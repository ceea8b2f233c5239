"""Filling in a Word file of the model: its controls, the words that are taken over or left out, additions, explanations.
It keeps what it was made with, so that `from_word` can read back what was filled in since.

The file is one of the site's own (macros/handbook/word.py), of which the shape is known: so its XML is changed as text, with no other
library than the standard one. What stands at a place is said by `filling`, for the site and for this alike.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable

from macros.edition.answers import Edition, as_data, names_a_term
from macros.edition.fields import LEAVE, TAKE, Field, Fields
from macros.edition.filling import NOT_TAKEN, Answers, answer_of, made_by, said
from macros.edition.word_additions import Marks, add
from macros.edition.word_names import attribute, edge_name, escaped, range_name

NAMESPACE = "urn:gegevens-delen-in-de-proeftuin:velden"
STORE = "{6B1F0B5C-3C0A-4B52-9A5E-5A1E1D2C7F11}"
"""The name of the part with the answers, by which the controls find it."""
WHOLE = "eigen_versie"
"""The element of that part with the whole edition that a file was made with, as its own file has it."""
MODEL = re.compile(r'<velden xmlns="[^"]*" model="([^"]*)"')
BODY, COMMENTS, DATA, CORE = "word/document.xml", "word/comments.xml", "customXml/item2.xml", "docProps/core.xml"
LISTS = "word/numbering.xml"
EXPLANATION = "convenant/toelichting"
CONTROL = re.compile(r"<w:sdt>(?P<about><w:sdtPr>.*?</w:sdtPr>)<w:sdtContent>.*?</w:sdtContent></w:sdt>", re.DOTALL)
TAG = re.compile(r'<w:tag w:val="(\w+)"/><w:id w:val="(\d+)"/>')
SHOWING = re.compile(r"<w:showingPlcHdr/>")
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
COMMENT = re.compile(
    r'<w:comment(?:RangeStart|RangeEnd) w:id="\d+"/>|<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference w:id="\d+"/></w:r>'
)
PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
TITLE, SUBTITLE = (rf'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>' for style in ("Title", "Subtitle"))
CONTENTS = '<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>Inhoud</w:t></w:r></w:p>'
HEADING = re.compile(
    r'<w:p><w:pPr><w:pStyle w:val="Heading([12])"/>(?:(?!</w:p>).)*?w:name="(_Toc\w+)"/>((?:(?!</w:p>).)*)</w:p>'
)
FIELD_BEGINS = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
FIELD_ENDS = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
CHOICE = '<w:pStyle w:val="Keuzeofoptie"/>'
BOLD = "<w:b/>"
PAGE_BREAK = "<w:pageBreakBefore/>"
OLDEST = (1980, 1, 1, 0, 0, 0)


def in_data(field: Field, answers: Answers, fields: Fields) -> str:
    """What the part with answers says of a field: its answer; the model's own words where those stand until it is answered."""
    answer, first = answer_of(field, answers, fields), field.places[0]
    if field.kind == "partijen" and answer:
        answer = answer[0]["naam"]
    words = answer if isinstance(answer, str) else first.mark if field.from_model else ""
    return words[:1].upper() + words[1:] if first.capital else words


def data_xml(fields: Fields, model: str, edition: Edition | None = None) -> str:
    """The part with the answers: an element for each field, and all of the edition that the file is made with. `model`: the version of the
    model in the file."""
    answers = edition.answers if edition else {}
    parts = [
        f"<{field.id}>{escaped(in_data(field, answers, fields))}</{field.id}>"
        for field in fields
        if field.kind != "handtekening"
    ]
    if edition:
        whole = json.dumps({**as_data(edition), "model": edition.model or model}, ensure_ascii=False)
        parts.append(f"<{WHOLE}>{escaped(whole)}</{WHOLE}>")
    return f'<?xml version="1.0" encoding="UTF-8"?><velden xmlns="{NAMESPACE}" model="{attribute(model)}">{"".join(parts)}</velden>'


def fill_word(file: bytes, document: str, fields: Fields, edition: Edition) -> bytes:
    """The Word file of a document of the model ("convenant"), filled in: the same bytes for the same answers."""
    out = io.BytesIO()
    changes: dict[str, Callable[[str], str]] = {
        BODY: lambda xml: fill_body(xml, old.read(LISTS).decode(), document, fields, edition),
        DATA: lambda xml: data_xml(fields, found[1] if (found := MODEL.search(xml)) else "", edition),
        COMMENTS: lambda xml: without_comments(xml) if without_advice(edition) else xml,
        CORE: lambda xml: fill_core(
            xml, edition, own=any(place.document == document for _, _, place in fields.places())
        ),
    }
    # The names in it are ASCII; the browser's Python lacks cp437, which zipfile would take otherwise.
    with (
        zipfile.ZipFile(io.BytesIO(file), metadata_encoding="utf-8") as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            body = old.read(name)
            if name in changes:
                body = changes[name](body.decode()).encode()
            elif name.startswith("word/header"):
                body = fill_header(body.decode(), edition).encode()
            new.writestr(zipfile.ZipInfo(name, OLDEST), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def without_advice(edition: Edition) -> bool:
    """Whether the makers' explanations are left out."""
    return bool(edition.answers.get("toelichtingen") == LEAVE)


def without_comments(xml: str) -> str:
    """The part with comments, empty."""
    return re.sub(r"<w:comment .*?</w:comment>", "", xml, flags=re.DOTALL)


def fill_core(xml: str, edition: Edition, *, own: bool) -> str:
    """The file's properties: whose it is, and which version. `own`: whether the text is the proeftuin's; a guide stays the programme's."""
    name = escaped(edition.name)
    if own:
        xml = re.sub(r"(<dc:creator>)[^<]*", lambda m: m[1] + escaped(made_by(edition.name)), xml)
    xml = re.sub(r"(<cp:lastModifiedBy>)[^<]*", lambda m: m[1] + name, xml)
    xml = re.sub(r"(<dc:title>)(?:Model)?(\w)([^<]*)", lambda m: f"{m[1]}{m[2].upper()}{m[3]} {name}", xml)
    version = f"Versie {escaped(edition.version)} (model "
    return re.sub(r"(<dc:description>)Versie ([^,<]*)", lambda m: f"{m[1]}{version}{m[2]})", xml)


def fill_header(xml: str, edition: Edition) -> str:
    """The head of each page: whose it is, and which version."""
    said = f"{escaped(edition.name)}, versie {escaped(edition.version)}"
    return re.sub(
        r"(<w:t[^>]*>)(?:Model)?(\w)([^<]+), versie [^<]*", lambda m: f"{m[1]}{m[2].upper()}{m[3]} {said}", xml
    )


def fill_body(xml: str, lists: str, document: str, fields: Fields, edition: Edition) -> str:
    """The text itself. `lists`: the part that says how Word counts."""
    xml = CONTROL.sub(lambda match: fill_control(match, fields, edition.answers), xml)
    xml = PARAGRAPH.sub(lambda match: without_choice(match[0]), xml)
    for field, number, _ in fields.places():
        answer = edition.answers.get(field.id)
        if field.kind == "overname" and answer:
            xml = choose(xml, range_name(f"{field.id}.{number}"), take=answer == TAKE)
    if without_advice(edition):
        xml = without_page(COMMENT.sub("", xml), edge_name(EXPLANATION))
    marks = Marks(xml, edition.additions)
    places = {one.after for one in edition.additions if one.after.split("/")[0] == document}
    # Of two that end at one place the one that begins first comes first, so that the other's additions stand before its own.
    for after in sorted(places, key=lambda after: xml.find(f'w:name="{edge_name(after)}"')):
        xml = add(xml, lists, after, [one for one in edition.additions if one.after == after], marks)
    return with_contents(fill_title(without_intro(xml), edition))


def fill_title(xml: str, edition: Edition) -> str:
    """The title and the line below it: whose it is, and which version."""
    name, version = escaped(edition.name), escaped(edition.version)
    xml = re.sub(rf"({TITLE}<w:r><w:t>)(?:Model)?(\w)([^<]*)", lambda m: f"{m[1]}{m[2].upper()}{m[3]} {name}", xml)
    return re.sub(rf"({SUBTITLE}<w:r><w:t>)Versie ([^<]*)", rf"\g<1>Versie {version} (model \g<2>)", xml)


def with_contents(xml: str) -> str:
    """The text with a table of contents of its headings, filled in, and the text itself on a new page. Each line leads to its heading;
    page numbers are none, so that what stands there is true in every program, also before it is brought up to date."""
    xml = re.sub(r"<w:p><w:pPr><w:pStyle w:val=\"TOC\d\"/></w:pPr>.*?</w:p>", "", xml)
    found = [(level, name, "".join(TEXT.findall(words))) for level, name, words in HEADING.findall(xml)]
    if not found or CONTENTS not in xml:
        return xml
    lines = [contents_line(*one) for one in found]
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{FIELD_BEGINS}", 1)
    lines[-1] = f"{lines[-1].removesuffix('</w:p>')}{FIELD_ENDS}</w:p>"
    before, _, after = xml.partition(CONTENTS)
    return before + CONTENTS + "".join(lines) + on_new_page(after)


def contents_line(level: str, name: str, words: str) -> str:
    """A line of the table of contents."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr><w:hyperlink w:anchor="{name}" w:history="1"><w:r>'
        f'<w:t xml:space="preserve">{words}</w:t></w:r></w:hyperlink></w:p>'
    )


def on_new_page(xml: str) -> str:
    """Text of which the first paragraph begins on a new page."""
    if PAGE_BREAK in xml.partition("</w:p>")[0]:
        return xml
    begin = re.match(r"<w:p>(?:<w:pPr/>|<w:pPr>(?P<kept>(?:<w:pStyle [^>]*/>|<w:keepNext/>|<w:keepLines/>)*))?", xml)
    assert begin is not None  # a text begins with a paragraph
    if begin["kept"] is None:
        return f"<w:p><w:pPr>{PAGE_BREAK}</w:pPr>{xml[begin.end() :]}"
    return f"<w:p><w:pPr>{begin['kept']}{PAGE_BREAK}{xml[begin.end() :]}"


def fill_control(match: re.Match[str], fields: Fields, answers: Answers) -> str:
    """A control with its answer; as it was while there is none."""
    tag = TAG.search(match["about"])
    field: Field | None = fields.by_id.get(tag[1]) if tag else None
    if field is None or tag is None:
        return match[0]
    place = field.places[int(tag[2]) % 1000]
    words = said(field, place, answers, fields)
    if words.how == "model":
        return match[0].replace('<w:rStyle w:val="Nakijken"/>', "")
    if words.how != "words":
        return match[0]
    about = SHOWING.sub("", match["about"])
    bold = f"<w:rPr>{BOLD}</w:rPr>" if names_a_term(place) else ""
    text = f'<w:r>{bold}<w:t xml:space="preserve">{escaped(words.words.strip())}</w:t></w:r>'
    return f"<w:sdt>{about}<w:sdtContent>{text}</w:sdtContent></w:sdt>"


def without_choice(paragraph: str) -> str:
    """A paragraph; one in which all is chosen no longer in the style of a choice."""
    if any(sign in paragraph for sign in ("<w:showingPlcHdr/>", 'w:name="_k')):
        return paragraph
    return paragraph.replace(CHOICE, "")


def choose(xml: str, name: str, *, take: bool) -> str:
    """Take over the words between the edges of a range, without brackets and label; or leave them out."""
    begin = re.search(rf'<w:bookmarkStart [^>]*w:name="{name}"/>', xml)
    if begin is None:
        return xml
    id = re.search(r'w:id="(\d+)"', begin[0])
    assert id is not None  # every bookmark has one
    end = xml.index(f'<w:bookmarkEnd w:id="{id[1]}"/>', begin.end())
    inside = xml[begin.end() : end]
    first, last = xml.rfind("<w:p>", 0, begin.start()), xml.index("</w:p>", end)
    if take:
        kept = xml[first : begin.end()].replace(CHOICE, "") + without_brackets(inside)
        return xml[:first] + kept + xml[end:]
    left = xml[first : begin.end()] + xml[end:last]
    if not "".join(TEXT.findall(left)).strip():
        left = left.replace(CHOICE, "") + f"<w:r><w:t>{NOT_TAKEN}</w:t></w:r>"
    return xml[:first] + tidy_space(left, begin.end() - first) + xml[last:]


def tidy_space(left: str, at: int) -> str:
    """Of two spaces where words were left out, one; none before a full stop."""
    before, after = left[:at], left[at:]
    follows = "".join(TEXT.findall(after))[:1]
    if follows in (" ", ".", ",", ";"):
        head, found, tail = before.rpartition(" </w:t>")
        before = f"{head}</w:t>{tail}" if found else before
    return before + after


def without_brackets(inside: str) -> str:
    """Words that were taken over, without the brackets, the label and the style that said they were a choice."""
    inside = inside.replace('<w:rStyle w:val="Keuzetekst"/>', "")
    inside = re.sub(r"(<w:t(?: [^>]*)?>)\[(?=</w:t>|\w)", r"\1", inside, count=1)
    inside = re.sub(r"(<w:t(?: [^>]*)?>)Optie:(</w:t>)", r"\1\2", inside, count=1)
    head, found, tail = inside.rpartition("]</w:t>")
    if found:
        inside = f"{head}</w:t>{tail}"
    return re.sub(r'(<w:t xml:space="preserve">) (De beschrijving)', r"\1\2", inside, count=1)


def without_page(xml: str, name: str) -> str:
    """The text without a page: all paragraphs from the beginning to the end of its bookmark."""
    begin = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>', xml)
    if begin is None:
        return xml
    end = xml.index(f'<w:bookmarkEnd w:id="{begin[1]}"/>', begin.end())
    return xml[: xml.rfind("<w:p>", 0, begin.start())] + xml[xml.index("</w:p>", end) + len("</w:p>") :]


def without_intro(xml: str) -> str:
    """The text without the paragraph that says how to fill in the model."""
    return PARAGRAPH.sub(lambda match: "" if '<w:pStyle w:val="Uitleg"/>' in match[0] else match[0], xml)
