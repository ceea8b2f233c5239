"""The citable parts of a page: what each is called, which address it gets, and its text.

Works on the element tree that `macros.text.numbering` makes of a page; `macros.text.register` makes the register of what is found.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from macros.text.documents import PART_NAMES

OWN_ADDRESS = {"Stap": "stap", "Bijlage": "bijlage"}
ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass
class Part:
    """A citable part as it was found on its page, before it becomes a provision of the register.

    `trail` holds the (name, number) pairs from the page down to this part, e.g. (("lid", "6.4"), ("onder", "b")).
    """

    anchor: str
    kind: str
    heading: str
    text: str
    trail: tuple[tuple[str, str], ...] = field(default=())


@dataclass
class PageState:
    """What the processors of one conversion share."""

    page: str = ""
    parts: list[Part] = field(default_factory=list)


def state(md: Markdown) -> PageState:
    """The state of the conversion that `md` is doing; on a page without source text it stays empty."""
    if not hasattr(md, "page_state"):
        md.page_state = PageState()  # type: ignore[attr-defined]
    return md.page_state  # type: ignore[attr-defined, no-any-return]


def slug(text: str, separator: str = "-") -> str:
    """A heading or defined term as a part of an address; with `separator`, as Markdown's table of contents asks."""
    text = text.lower().replace("ë", "e").replace("ï", "i").replace("é", "e").replace("ö", "o")
    return re.sub(r"[^a-z0-9]+", separator, text).strip(separator)


class AddressTreeprocessor(Treeprocessor):
    """Gives each citable part its address, from its number and the heading or page it stands under."""

    def run(self, root: etree.Element) -> None:
        page = state(self.md).page
        self.parts = state(self.md).parts
        self.names: list[str] = [PART_NAMES.get(page.split("/")[-1], "lid")]
        self.heading = ""
        self.definitions = False
        self.term = ""
        self.taken: dict[str, int] = {}
        self.alineas = 0
        for element in list(root):
            self.visit(element)

    def visit(self, element: etree.Element) -> None:
        if re.fullmatch(r"h[1-6]", element.tag):
            self.enter_heading(element)
        elif element.tag in ("ol", "ul"):
            trail = (("begrip", self.term),) if self.term else ()
            self.number_list(element, slug(self.term), trail, 0)
        elif element.tag == "p":
            self.number_paragraph(element)
        elif element.get("class") == "footnote":
            self.number_footnotes(element)

    def enter_heading(self, element: etree.Element) -> None:
        names = element.attrib.pop("delen", "")
        heading = plain(element)
        self.term = ""
        if names:
            self.names = names.split()
        if element.tag == "h1":
            self.definitions = bool(re.search(r"\bDefinities$", heading))
            self.parts.insert(0, Part("", "pagina", heading, "" if "redactie" in element.get("class", "") else heading))
        self.heading = heading

    def number_list(self, parent: etree.Element, prefix: str, trail: tuple[tuple[str, str], ...], depth: int) -> None:
        family = parent.attrib.pop("data-reeks", "bullet")
        kinds = {"letter": "a", "roman": "i", "ROMAN": "I"}
        if family in kinds:
            parent.set("type", kinds[family])
        if parent.tag == "ol":
            parent.set("role", "list")
        for index, item in enumerate(parent, 1):
            number = item.find("p/span[@class='nummer']")
            shown = (number.text or "").rstrip(".:").split()[-1] if number is not None else str(index)
            key = shown.split(".")[-1].lower()
            if parent.tag == "ol":
                item.set("value", str(value_of(family, key)))
            name = OWN_ADDRESS.get(family) or (self.names[depth] if depth < len(self.names) else "")
            inner = family in ("letter", "roman")
            cited = name if name and not (depth and not prefix) else ("onder" if inner else "streepje")
            if prefix and not (name and (depth or family in OWN_ADDRESS)):
                anchor, here = f"{prefix}-{key}", (*trail, ("onder" if inner else "streepje", shown))
            elif name:
                anchor, here = f"{name}-{key}", (*(() if family in OWN_ADDRESS else trail), (name, shown))
            else:
                anchor, here = f"{prefix}-{key}", (*trail, (cited, shown))
            anchor = self.unique(anchor)
            if anchor.endswith("-2") and here[-1][1] == key and not key.isdigit():
                here = (*here[:-1], (here[-1][0], f"{shown} (tweede)"))
            item.set("id", anchor)
            kind = here[-1][0] if here[-1][0] not in ("onder", "streepje") else "onderdeel"
            show_number(item, shown if number is None and kind != "onderdeel" else "")
            self.add(Part(anchor, kind, self.heading, own_text(item), here))
            self.number_tips(item, anchor, here)
            for child in item:
                if child.tag in ("ol", "ul"):
                    self.number_list(child, anchor, here, depth + 1)

    def number_paragraph(self, element: etree.Element) -> None:
        term = re.match(r"^(\[?[^:.;()]{2,40}\]?):\s", plain(element)) if self.definitions else None
        if term:
            self.term = term.group(1).strip("[]")
            anchor = self.unique(slug(self.term))
            mark_term(element)
            part = Part(anchor, "definitie", self.heading, own_text(element), (("begrip", self.term),))
        elif (
            len(element) == 1 and element[0].get("data-soort") == "Toelichting" and not (element[0].tail or "").strip()
        ):
            number = self.count("toelichting")
            anchor = f"toelichting-{number}"
            part = Part(
                anchor,
                "toelichting",
                self.heading,
                plain(element[0], skip_frames=False),
                (("toelichting", str(number)),),
            )
        else:
            raw_html = (element.text or "").startswith(STX) and not len(element)
            if raw_html or "redactie" in element.get("class", ""):
                return
            self.term = ""
            self.alineas += 1
            anchor = f"alinea-{self.alineas}"
            part = Part(anchor, "alinea", self.heading, own_text(element), (("alinea", str(self.alineas)),))
        element.set("id", anchor)
        self.add(part)
        if part.kind != "toelichting":
            self.number_tips(element, anchor, part.trail)

    def number_tips(self, element: etree.Element, anchor: str, trail: tuple[tuple[str, str], ...]) -> None:
        tips = [
            e
            for block in ([element] if element.tag == "p" else element.findall("p"))
            for e in block.iter("span")
            if e.get("data-soort") == "Tip"
        ]
        for index, tip in enumerate(tips, 1):
            own = f"{anchor}-tip" + (f"-{index}" if len(tips) > 1 else "")
            tip.set("id", own)
            self.add(
                Part(
                    own,
                    "tip",
                    self.heading,
                    plain(tip, skip_frames=False),
                    (*trail, ("tip", str(index) if len(tips) > 1 else "")),
                )
            )

    def number_footnotes(self, container: etree.Element) -> None:
        for item in container.iter("li"):
            number = item.get("id", "").split(":")[-1]
            if not number:
                continue
            item.set("id", f"voetnoot-{number}")
            item.set("value", number)
            paragraph = item.find("p")
            if paragraph is None:
                continue
            span = etree.Element("span", {"class": "nummer"})
            span.text, span.tail = AtomicString(number), " " + (paragraph.text or "")
            paragraph.text = ""
            paragraph.insert(0, span)
            for link in paragraph.iter("a"):
                if link.get("class") == "footnote-backref":
                    link.set("href", f"#voetnootverwijzing-{number}")
                    link.set("title", f"Terug naar de tekst bij voetnoot {number}")
                    link.set("class", "footnote-backref redactie")
            self.add(Part(f"voetnoot-{number}", "voetnoot", self.heading, own_text(item), (("voetnoot", number),)))

    def add(self, part: Part) -> None:
        self.parts.append(part)

    def unique(self, anchor: str) -> str:
        count = self.taken[anchor] = self.taken.get(anchor, 0) + 1
        return anchor if count == 1 else f"{anchor}-{count}"

    def count(self, name: str) -> int:
        self.taken[f"#{name}"] = self.taken.get(f"#{name}", 0) + 1
        return self.taken[f"#{name}"]


class FootnoteReferenceTreeprocessor(Treeprocessor):
    """A footnote keeps the number that it has in the source, also on a page where it is the first."""

    def run(self, root: etree.Element) -> None:
        for sup in root.iter("sup"):
            link = sup.find("a")
            if link is not None and link.get("class") == "footnote-ref":
                number = link.get("href", "").split(":")[-1]
                sup.set("id", f"voetnootverwijzing-{number}")
                link.set("href", f"#voetnoot-{number}")
                link.set("aria-label", f"voetnoot {number}")
                link.text = AtomicString(number)


def roman(numeral: str) -> int:
    """3 for "iii"; the source counts no further than x."""
    values = [ROMAN[c] for c in numeral.lower()]
    return sum(-v if any(v < w for w in values[i + 1 :]) else v for i, v in enumerate(values))


def value_of(family: str, key: str) -> int:
    """The number that a list item has for software: 4 for "6.4.", 2 for "b.", 3 for "iii."."""
    if family in ("roman", "ROMAN"):
        return roman(key)
    return ord(key) - ord("a") + 1 if family == "letter" else int(key)


def show_number(item: etree.Element, number: str) -> None:
    """Have the page show a number by which people cite a part, and which the source leaves to the reader to count."""
    if number:
        item.set("data-nummer", number)


def mark_term(element: etree.Element) -> None:
    """Mark the defined term at the start of a definition."""
    first = element[0] if len(element) and not (element.text or "").strip() else None
    term = etree.Element("dfn")
    if first is not None:
        element.remove(first)
        term.append(first)
        term.tail, first.tail = first.tail, ""
    else:
        name, rest = (element.text or "").split(":", 1)
        term.text, term.tail, element.text = name, ":" + rest, ""
    element.insert(0, term)


def plain(element: etree.Element, *, skip_frames: bool = True) -> str:
    """The text as people read it: without our own additions and, if asked, without the tips in it."""
    words: list[str] = []

    def collect(node: etree.Element, top: bool) -> None:
        classes = (node.get("class") or "").split()
        hidden = {"redactie", "footnote-ref"} & set(classes)
        tip = node.get("data-soort") == "Tip" and skip_frames
        if not top and (hidden or tip or node.tag in ("ol", "ul", "sup")):
            return
        words.append(node.text or "")
        for child in node:
            collect(child, False)
            words.append(child.tail or "")

    collect(element, True)
    # Markdown keeps entities as placeholders until the end: an ampersand is text, a space before a link is not.
    text = re.sub("\x02[^\x03]*\x03", "", "".join(words).replace("\x02amp\x03", "&"))
    return " ".join(text.split())


def own_text(element: etree.Element) -> str:
    """The text of a part without its number and without the text of its own parts."""
    number = element.find("p/span[@class='nummer']") if element.tag == "li" else None
    text = plain(element)
    return text.removeprefix(number.text or "").strip() if number is not None else text
