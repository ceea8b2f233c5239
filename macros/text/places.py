"""The places of bron/invulplekken.yml in the text as it was read: each found once, and wrapped, so that it can be filled in.

A wrapped place is an element `veld`, which no page shows: `without_marks` takes it out of a page's HTML.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from macros.edition.fields import Field, Fields, FieldsError, Place, read_fields
from macros.shared.errors import BuildError
from macros.shared.stored_files import read_yaml, shaped
from macros.text.parsed_page import Reading

LIST = "bron/invulplekken.yml"
MARK = "veld"
TAG = re.compile(rf"</?{MARK}\b[^>]*>")
ENTITY = re.compile("\x02([^\x03]*)\x03")
BOXES = frozenset({"invulplek", "keuzetekst", "kader"})
"""Classes of elements that are wrapped whole."""


class Sign(NamedTuple):
    """A sign of a text: where its text stands (an element's `text` or `tail`), and from where to where in that."""

    sign: str
    holder: etree.Element
    attribute: str
    start: int
    end: int


def read_list(root: Path) -> Fields:
    """The reviewed list of fields. BuildError when it is wrong."""
    with shaped(LIST, "groups with velden, each with plaatsen that have bepaling and in"):
        data = read_yaml(root, LIST)
        try:
            return read_fields(data)
        except FieldsError as error:
            raise BuildError(LIST, str(error), "Mend the field; the others show how.") from error


def mark_places(readings: Sequence[Reading], fields: Fields) -> None:
    """Wrap every place in the trees of the pages. BuildError when the words of one do not stand in its provision once."""
    elements = {
        f"{reading.page}/{anchor}": element
        for reading in readings
        for element in reading.tree.iter()
        if (anchor := element.get("id"))
    }
    for field, number, place in fields.places():
        if (element := elements.get(place.provision)) is None:
            raise BuildError(
                f"{LIST}, {field.id}", f"bepaling {place.provision!r} does not exist", "See bron/adressen.txt."
            )
        wrap(element, field, number, place)


def wrap(provision: etree.Element, field: Field, number: int, place: Place) -> None:
    """Wrap one place in its provision."""
    signs = [*flat(provision)]
    text = "".join(sign.sign for sign in signs)
    before, after = place.around
    whole = before + place.mark + after
    if text.count(whole) != 1:
        raise BuildError(
            f"{LIST}, {field.id}",
            f"{whole!r} stands {text.count(whole)} times in {place.provision}",
            "Quote the words as the provision has them, and enough of them to make the place unique.",
        )
    start = text.index(whole) + len(before)
    marked = signs[start : start + len(place.mark)]
    mark = etree.Element(MARK, {"n": f"{field.id}.{number}"})
    if (box := box_of(provision, marked)) is not None:
        put_around(provision, box, mark)
    elif len({(sign.holder, sign.attribute) for sign in marked}) == 1:
        split(provision, marked, mark)
    else:
        raise BuildError(
            f"{LIST}, {field.id}", f"{place.mark!r} runs over the edge of an element", "Make it two places."
        )


def flat(element: etree.Element) -> Iterator[Sign]:
    """The signs of a provision's own text: a run of white space is one space; its number and its parts are left out."""
    space = True
    for holder, attribute in texts(element):
        text = getattr(holder, attribute) or ""
        at = 0
        while at < len(text):
            found = ENTITY.match(text, at)
            end = found.end() if found else at + 1
            sign = {"amp": "&"}.get(found[1], "") if found else text[at]
            if sign.isspace():
                if not space:
                    yield Sign(" ", holder, attribute, at, end)
                space = True
            elif sign:
                yield Sign(sign, holder, attribute, at, end)
                space = False
            at = end
        if holder.tag == "br" and attribute == "text" and not space:
            yield Sign(" ", holder, attribute, 0, 0)
            space = True


def texts(element: etree.Element, *, top: bool = True) -> Iterator[tuple[etree.Element, str]]:
    """Where the own text of a provision stands, in order."""
    classes = (element.get("class") or "").split()
    apart = element.tag in ("ol", "ul", "sup") or element.get("id") or {"nummer", "redactie"} & set(classes)
    if top or not apart:
        yield element, "text"
        for child in element:
            yield from texts(child, top=False)
            yield child, "tail"


def box_of(provision: etree.Element, marked: Sequence[Sign]) -> etree.Element | None:
    """The element of its own that exactly these signs fill: an open place, words to choose, advice."""
    for element in provision.iter("span"):
        if BOXES & set((element.get("class") or "").split()):
            own = list(flat(element))
            if own and marked and own[0][1:4] == marked[0][1:4] and own[-1][1:] == marked[-1][1:]:
                return element
    return None


def put_around(root: etree.Element, element: etree.Element, mark: etree.Element) -> None:
    """Put a mark in the place of an element, and the element in the mark."""
    parent = parents(root)[element]
    at = list(parent).index(element)
    parent[at] = mark
    mark.tail, element.tail = element.tail, None
    mark.append(element)


def split(root: etree.Element, marked: Sequence[Sign], mark: etree.Element) -> None:
    """Take some signs out of a text and put them in a mark behind what stands before them."""
    holder, attribute = marked[0].holder, marked[0].attribute
    text = getattr(holder, attribute)
    before, mark.text, mark.tail = (
        text[: marked[0].start],
        text[marked[0].start : marked[-1].end],
        text[marked[-1].end :],
    )
    setattr(holder, attribute, before)
    if attribute == "text":
        holder.insert(0, mark)
    else:
        parent = parents(root)[holder]
        parent.insert(list(parent).index(holder) + 1, mark)


def parents(root: etree.Element) -> dict[etree.Element, etree.Element]:
    """Each element below `root` with the one that holds it."""
    return {child: parent for parent in root.iter() for child in parent}


def unmarked(readings: Sequence[Reading]) -> list[str]:
    """The open places and choices of the models that no mark holds, each with its page: what the list forgot."""
    found = []
    for reading in readings:
        held = {element for mark in reading.tree.iter(MARK) for element in mark}
        for element in reading.tree.iter("span"):
            classes = set((element.get("class") or "").split())
            if BOXES & classes and "tip" not in classes and element not in held:
                found.append(f"{reading.page}: {''.join(element.itertext())}")
    return found


def without_marks(html: str) -> str:
    """A page's HTML without the marks: what it was before its places were wrapped."""
    return TAG.sub("", html)
