"""The text of an edition: the model's pages with their places filled in and what a proeftuin added, at addresses of its own.

Works on pages as they were read and marked, so every address still comes from the model's text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from markdown.util import AtomicString

from macros.edition.answers import Edition
from macros.edition.fields import EXPLANATION, OWN_NUMBER, Addition, Fields
from macros.edition.filling import NOT_TAKEN, Said, lead, said
from macros.text.citable_parts import Part, own_text, plain, value_of
from macros.text.parsed_page import Reading
from macros.text.places import MARK, parents

ADVICE_GONE = "(Hier gaven de makers van het model een toelichting.)"
"""What stands at the address of an explanation that was left out: for who follows a link, no part of the text."""


@dataclass(frozen=True)
class Numbering:
    """How an addition behind a numbered part is numbered: the number itself, how the text shows it, and its citation."""

    shown: str
    trail: tuple[tuple[str, str], ...]


def fill(readings: Sequence[Reading], fields: Fields, edition: Edition) -> list[Reading]:
    """The pages with the edition's answers and additions. Changes their trees."""
    return [fill_page(reading, fields, edition) for reading in readings]


def fill_page(reading: Reading, fields: Fields, edition: Edition) -> Reading:
    """One page."""
    root = reading.tree
    for mark in reversed([*root.iter(MARK)]):  # what stands within another comes first
        name, _, number = mark.get("n", "").rpartition(".")
        field = fields.by_id[name]
        put(root, mark, said(field, field.places[int(number)], edition.answers, fields))
    for element in root.iter():
        if element.get("id"):
            never_empty(element)
    parts = [reread(part, root) for part in reading.parts]
    for addition in sorted(edition.additions, key=lambda one: one.after == reading.page):  # at its end comes last
        if reading.page in (addition.after, addition.after.rpartition("/")[0]):
            add(addition, Place(reading.page, root, edition.name), parts)
    if reading.page == EXPLANATION:
        root.insert(
            1,
            ours(
                f"Deze toelichting is van de makers van het model. Zij is geen deel van de afspraken van {edition.name}."
            ),
        )
    return replace(reading, parts=tuple(parts))


def put(root: etree.Element, mark: etree.Element, words: Said) -> None:
    """Have a marked place say what it says in the edition."""
    if words.how == "words":
        filled = etree.Element("span", {"class": "ingevuld"})
        filled.text = AtomicString(words.words.lstrip(" "))
        exchange(root, mark, [filled], " " if words.words.startswith(" ") else None)
    elif words.how == "take":
        exchange(root, mark, [child if explains(child) else taken(child) for child in mark], mark.text)
    elif words.how == "leave":
        exchange(root, mark, [])
    elif words.how == "open" and not len(mark) and any(sign.isalpha() for sign in mark.text or ""):
        exchange(root, mark, [still_to_fill_in(mark.text or "")])


def still_to_fill_in(words: str) -> etree.Element:
    """Words of the model such as “Naam organisatie”, which without brackets would pass for an answer."""
    box = etree.Element("span", {"class": "invulplek"})
    box.text = AtomicString(words)
    return box


def explains(box: etree.Element) -> bool:
    """Whether it is an explanation of the makers: kept, it stays one, and does not become a part of the agreement."""
    return "toelichting" in box.get("class", "").split()


def taken(box: etree.Element) -> etree.Element:
    """Words of the model without the brackets and the label that say they are a choice."""
    box.set("class", "overgenomen")
    box.attrib.pop("data-soort", None)
    for child in list(box):
        if child.get("class") == "haak" or child.tag == "strong":
            text = child.tail or ""
            remove(box, child, text.lstrip() if child.tag == "strong" else text)
    return box


def remove(parent: etree.Element, child: etree.Element, tail: str) -> None:
    """Take a child away and leave what stood behind it."""
    at = list(parent).index(child)
    parent.remove(child)
    append_text(parent, at, tail)


def append_text(parent: etree.Element, at: int, text: str) -> None:
    """Put text before the child at a position."""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def exchange(
    root: etree.Element, mark: etree.Element, others: Sequence[etree.Element], text: str | None = None
) -> None:
    """Put other elements, or nothing, in the place of a mark."""
    parent = parents(root)[mark]
    at = list(parent).index(mark)
    tail = mark.tail or ""
    parent.remove(mark)
    if text:
        append_text(parent, at, text)
    for other in others:
        other.tail = None
        parent.insert(at, other)
        at += 1
    if not others and not text:
        before = (parent[at - 1].tail if at else parent.text) or ""
        if before.endswith(" ") and (not tail or tail[0] in " .,;:)"):
            set_text(parent, at, before.rstrip(" "))
    append_text(parent, at, tail)


def set_text(parent: etree.Element, at: int, text: str) -> None:
    """Change the text before the child at a position."""
    if at:
        parent[at - 1].tail = text
    else:
        parent.text = text


def never_empty(element: etree.Element) -> None:
    """Have an address whose words were left out say so: a numbered part as text, so that its number stays."""
    if plain(element, skip_frames=False) or element.tag not in ("li", "p"):
        number = element.find("p/span[@class='nummer']") if element.tag == "li" else None
        if number is None or own_text(element) or len(element) > 1:
            return
    if element.tag == "li":
        paragraph = element.find("p")
        assert paragraph is not None  # a numbered part has one
        last = list(paragraph)[-1] if len(paragraph) else None
        if last is None:
            paragraph.text = NOT_TAKEN
        else:
            last.tail = f" {NOT_TAKEN}"
    elif element.get("id", "").startswith("toelichting-"):
        element.set("class", "redactie niet-overgenomen")
        element.text = AtomicString(ADVICE_GONE)
    else:
        element.text = AtomicString(NOT_TAKEN)


def reread(part: Part, root: etree.Element) -> Part:
    """A part with the text that it has now."""
    element = next((e for e in root.iter() if part.anchor and e.get("id") == part.anchor), None)
    if element is None:
        return part
    if part.kind == "toelichting":
        box = element.find("span")
        return replace(part, text=ADVICE_GONE if box is None else plain(box, skip_frames=False))
    text = plain(element, skip_frames=False) if part.kind == "tip" else own_text(element)
    term = element.find("dfn")
    if part.kind == "definitie" and term is not None:
        return replace(part, text=text, trail=(("begrip", plain(term).strip("[]")),))
    return replace(part, text=text)


class Place(NamedTuple):
    """Where additions come: a page by its name, its tree, and whose they are."""

    page: str
    root: etree.Element
    whose: str


def add(addition: Addition, place: Place, parts: list[Part]) -> None:
    """Put an addition in its place, in the page and among its parts."""
    root = place.root
    anchor = addition.after.removeprefix(place.page).strip("/")
    behind = next((e for e in root.iter() if anchor and e.get("id") == anchor), None)
    known = next((part for part in parts if part.anchor == anchor), parts[0])
    numbering = next_number(behind, root, known) if behind is not None and behind.tag == "li" else None
    own = OWN_NUMBER.match(addition.heading)
    if numbering:
        trail = numbering.trail
    elif own:
        trail = ((f"eigen {own[1].lower()}", own[2]),)
    else:
        trail = (("toevoeging", addition.heading or addition.id),)
    texts = (lead(addition), *addition.text[1:]) if numbering else (addition.heading, *addition.text)
    text = " ".join(filter(None, texts))
    made = Part(addition.anchor, "toevoeging", known.heading, text, trail)
    if behind is None:  # at the end of the page's text, before its footnotes
        notes = [number for number, child in enumerate(root) if child.get("class") == "footnote"]
        root.insert(notes[0] if notes else len(root), block_of(addition, place.whose))
        notes = [number for number, part in enumerate(parts) if part.kind == "voetnoot"]
        parts.insert(notes[0] if notes else len(parts), made)
        return
    holder = parents(root)[behind]
    at = first = list(holder).index(behind) + 1
    while at < len(holder) and (holder[at].get("id") or "").startswith("eigen-"):
        at += 1
    holder.insert(at, item_of(addition, numbering, place.whose) if numbering else block_of(addition, place.whose))
    before = {one.get("id") for element in (behind, *holder[first:at]) for one in element.iter()}
    parts.insert(max(number for number, part in enumerate(parts) if part.anchor in before) + 1, made)


def ours(text: str) -> etree.Element:
    """A remark of the site about the text, no part of it."""
    remark = etree.Element("p", {"class": "redactie herkomst"})
    remark.text = AtomicString(text)
    return remark


def block_of(addition: Addition, whose: str) -> etree.Element:
    """An addition that is no numbered part: its heading and its paragraphs in one element, that says whose they are."""
    whole = etree.Element("div", {"id": addition.anchor, "class": "toegevoegd"})
    if addition.heading:
        article = {"class": "eigen-artikel"} if addition.is_article else {}
        etree.SubElement(whole, "h2", article).text = AtomicString(addition.heading)
    for text in addition.text:
        etree.SubElement(whole, "p").text = text
    whole.append(ours(f"Toegevoegd door {whose}."))
    return whole


def item_of(addition: Addition, numbering: Numbering, whose: str) -> etree.Element:
    """An addition that is a numbered part."""
    shown = lead(addition)
    item = etree.Element("li", {"id": addition.anchor, "class": "toegevoegd"})
    paragraph = etree.SubElement(item, "p")
    if numbering.shown:
        number = etree.SubElement(paragraph, "span", {"class": "nummer"})
        number.text, number.tail = AtomicString(numbering.shown), f" {shown}"
    else:
        paragraph.text = shown
    for text in addition.text[1:]:
        etree.SubElement(item, "p").text = text
    item.append(ours(f"Toegevoegd door {whose}."))
    return item


def next_number(behind: etree.Element, root: etree.Element, known: Part) -> Numbering:
    """The number of an addition behind a numbered part: the next one at the end of a list, else "3a" behind "3", as laws do."""
    number = behind.find("p/span[@class='nummer']")
    if number is None:
        return Numbering("", (*known.trail[:-1], ("toevoeging", "")))
    siblings = list(parents(root)[behind])
    added = [(item.get("id") or "").startswith("eigen-") for item in siblings[siblings.index(behind) + 1 :]]
    shown = following(number.text or "", last=all(added), added=[*added, False].index(False))
    name, _ = known.trail[-1]
    return Numbering(shown, (*known.trail[:-1], (name, shown.rstrip(".:").split()[-1])))


def following(number: str, *, last: bool, added: int) -> str:
    """The number of an addition behind the part with this number, of which so many additions stand there already."""
    body = number.rstrip(".:")
    mark = number[len(body) :]
    if not last:
        return f"{body}{'abcdefghijklmnopqrstuvwxyz'[added]}{mark}"
    head, tail = re.fullmatch(r"(.*?)(\d+|[ivx]+|[IVX]+|[a-z])", body).groups()  # type: ignore[union-attr]
    if tail.isdigit():
        return f"{head}{int(tail) + 1 + added}{mark}"
    if set(tail.lower()) <= set("ivx") and len(tail) > 1:
        value = value_of("roman", tail) + 1 + added
        numeral = "x" * (value // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[value % 10]
        return f"{head}{numeral.upper() if tail.isupper() else numeral}{mark}"
    return f"{head}{chr(ord(tail) + 1 + added)}{mark}"
