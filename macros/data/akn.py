"""A document as Akoma Ntoso 3.0, the standard for legal texts, with the site's own ids as eId.

An article's numbered parts are paragraphs, what stands within them are items of lists; text that the makers leave open or advise is
marked as such. The words are those of the page, in its order.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from lxml import etree

from macros.edition.filling import MAKERS
from macros.handbook.blocks import Block, Heading, Item, Listing, Paragraph, Run
from macros.text.citable_parts import slug
from macros.text.documents import BY_ID, Document

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AUTHOR = "programma"
INLINE = {"strong": "b", "emphasis": "i", "term": "def"}
ARTICLE = "artikel-"


class AknWriter:
    """Writes one document. `ids`: the ids of its provisions; every one of them stands in the file once. `whose`: the proeftuin whose
    text it is; empty for the programme's."""

    def __init__(self, document: Document, ids: Sequence[str], whose: str = "") -> None:
        self.document = document
        self.whose = whose
        self.left = dict.fromkeys(ids)
        self.notes = 0

    def write(self, pages: dict[str, tuple[Block, ...]], version: str, day: datetime.date, site: str) -> bytes:
        """The file. `site`: where the document stands, if the build knows."""
        root = etree.Element(_tag("akomaNtoso"), nsmap={None: NAMESPACE})
        doc = self.child(root, "doc", name=self.document.id)
        self.meta(doc, version, day, site)
        self.child(self.child(self.child(doc, "preface"), "p"), "docTitle").text = self.document.title
        body = self.child(doc, "mainBody")
        for page, blocks in pages.items():
            self.page(body, page, blocks)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))

    def meta(self, doc: etree._Element, version: str, day: datetime.date, site: str) -> None:
        """What the document is: the work, its Dutch text of this day, and this file."""
        about = self.child(self.child(doc, "meta"), "identification", source=f"#{AUTHOR}")
        work = f"/akn/nl/doc/{self.document.id}{f'/{slug(self.whose)}' if self.whose else ''}"
        text = f"{work}/nld@{day.isoformat()};{version}"
        levels = (("FRBRWork", work), ("FRBRExpression", text), ("FRBRManifestation", f"{text}/akn.xml"))
        for name, uri in levels:
            level = self.child(about, name)
            self.child(level, "FRBRthis", value=f"{uri}/!main")
            self.child(level, "FRBRuri", value=uri)
            if name == "FRBRManifestation" and site:
                self.child(level, "FRBRalias", name="site", value=f"{site}{self.document.id}/")
            self.child(level, "FRBRdate", date=day.isoformat(), name="tekst")
            self.child(level, "FRBRauthor", {"as": "#author"}, href=f"#{AUTHOR}")
            if name == "FRBRWork":
                self.child(level, "FRBRcountry", value="nl")
            if name == "FRBRExpression":
                self.child(level, "FRBRlanguage", language="nld")
        references = self.child(about.getparent(), "references", source=f"#{AUTHOR}")
        href = f"/akn/ontology/organization/nl/{slug(self.whose) if self.whose else 'toekomstscenario'}"
        self.child(references, "TLCOrganization", eId=AUTHOR, href=href, showAs=self.whose or MAKERS)
        self.child(references, "TLCRole", eId="author", href="/akn/ontology/role/author", showAs="Auteur")

    def page(self, body: etree._Element, page: str, blocks: Sequence[Block]) -> None:
        """A page: an article, or a part with a name of its own."""
        name = page.rpartition("/")[2]
        article = name.startswith(ARTICLE)
        part = self.child(body, "article") if article else self.child(body, "hcontainer", name=name)
        self.place(part, page)
        rest = list(blocks)
        if rest and isinstance(rest[0], Heading):
            self.heading(part, rest[0], numbered=article)
            rest = rest[1:]
        for block in rest:
            if isinstance(block, Listing):
                for item in block.items:
                    self.paragraph(part, item)
            elif isinstance(block, Heading):
                part = self.child(body, "hcontainer", name="onderdeel")
                self.place(part, block.anchor)
                self.heading(part, block, numbered=False)
            else:
                self.block(self.child(self.child(part, "paragraph"), "content"), block)

    def heading(self, part: etree._Element, heading: Heading, *, numbered: bool) -> None:
        """A heading; that of an article is parted into its number and what it is about. `eId` is given to the part."""
        self.place(part, heading.anchor)
        if numbered:
            words = "".join(run.text for run in heading.runs).split(maxsplit=2)
            self.child(part, "num").text = " ".join(words[:2])
            self.child(part, "heading").text = words[2] if len(words) > 2 else ""
            return
        self.runs(self.child(part, "heading"), heading.runs)

    def paragraph(self, part: etree._Element, item: Item) -> None:
        """A numbered part with what stands in it."""
        paragraph = self.child(part, "paragraph")
        self.place(paragraph, item.anchor)
        if item.number:
            self.child(paragraph, "num").text = item.number
        content = self.child(paragraph, "content")
        for block in item.blocks:
            self.block(content, block)
        if not item.blocks:
            self.child(content, "p")

    def block(self, parent: etree._Element, block: Block) -> None:
        """A paragraph or a list within a part."""
        if isinstance(block, Listing):
            listing = self.child(parent, "blockList")
            for item in block.items:
                made = self.child(listing, "item")
                self.place(made, item.anchor)
                if item.number:
                    self.child(made, "num").text = item.number
                for inner in item.blocks:
                    self.block(made, inner)
                if not item.blocks:
                    self.child(made, "p")
            return
        made = self.child(parent, "p")
        self.place(made, block.anchor)
        if isinstance(block, Paragraph) and block.box:
            made.set("class", block.box)
            made.set("status", "editorial")
            self.place(made, self.next_of(f"-{block.box}"))
        self.runs(made, block.runs)

    def runs(self, parent: etree._Element, runs: Sequence[Run]) -> None:
        """Words with what they are."""
        last: etree._Element | None = None
        for run in runs:
            if run.kind == "note":
                last = self.note(parent, run)
                continue
            if run.kind == "break":
                last = self.child(parent, "br")
                continue
            target = self.address(run.target)
            if not target and run.kind not in INLINE and run.kind not in ("open", "choice"):
                if last is None:
                    parent.text = (parent.text or "") + run.text
                else:
                    last.tail = (last.tail or "") + run.text
                continue
            last = self.inline(parent, run, target)

    def inline(self, parent: etree._Element, run: Run, target: str) -> etree._Element:
        """Words that are more than words: a reference, a term, a place to fill in or a choice."""
        made = self.child(parent, "ref", href=target) if target else parent
        if run.kind in INLINE:
            inner = self.child(made, INLINE[run.kind])
        elif run.kind in ("open", "choice"):
            inner = self.child(made, "span", {"class": "invulplek" if run.kind == "open" else "keuzetekst"})
        else:
            inner = made
        inner.text = run.text
        return made if target else inner

    def address(self, target: str) -> str:
        """A place in this document, one in another document, an address outside, or nothing for another page of the site."""
        if "://" in target or not target:
            return target
        document = target.split("/", maxsplit=1)[0]
        if document == self.document.id:
            return f"#{target}"
        return f"/akn/nl/doc/{document}#{target}" if document in BY_ID else ""

    def note(self, parent: etree._Element, run: Run) -> etree._Element:
        """A footnote at its place."""
        note = self.child(parent, "authorialNote", marker=run.text, placement="bottom")
        self.place(note, self.next_of(f"/voetnoot-{run.text}"))
        self.runs(self.child(note, "p"), run.note)
        return note

    def next_of(self, kind: str) -> str:
        """The next id in reading order of what has no place of its own on the page: a footnote, an advice."""
        return next((id for id in self.left if kind in id), "")

    def place(self, element: etree._Element, id: str) -> None:
        """Give an element the id of a provision, once."""
        if id in self.left and element.get("eId") is None:
            element.set("eId", id)
            del self.left[id]

    @staticmethod
    def child(
        parent: etree._Element, tag: str, named: dict[str, str] | None = None, **attributes: str
    ) -> etree._Element:
        """A new element at the end of another; `named` for attributes whose name Python keeps for itself."""
        return etree.SubElement(parent, _tag(tag), {**(named or {}), **attributes})


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
