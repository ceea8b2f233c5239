"""What a page of source text gets besides its text: links for its references, explained terms, relations, addresses.

The words of the text stay as they are; everything added as text carries the class `redactie`.
"""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markdown.util import AtomicString

from decision_trees.model import Question, Tree
from macros.shared.html import render
from macros.text.references import Reference, find
from macros.text.register import Provision, Register
from macros.text.terms import Term, Terms

UNPUBLISHED = "/over/#niet-gepubliceerd"
LEAVE_ALONE = {"a", "dfn", "h1", "h2", "h3", "h4", "code", "pre", "nav", "button"}


@dataclass(frozen=True)
class Relation:
    """Something that refers to a provision: its address from the site's root, what it is called, and to what part."""

    url: str
    name: str
    target: str


class Linker:
    """Knows the register, the terms and the relations between them, and completes pages with them."""

    def __init__(self, register: Register, terms: Terms, trees: Iterable[Tree], moved: Mapping[str, str]) -> None:
        self.register = register
        self.terms = terms
        self.moved = moved
        self.relations: dict[str, list[Relation]] = defaultdict(list)
        self.term_uses: dict[str, list[Provision]] = defaultdict(list)
        for provision in register:
            self._read(provision)
        for tree in trees:
            self._read_tree(tree)

    def _read(self, provision: Provision) -> None:
        page = page_of_provision(provision)
        heading = provision.url.endswith("/")  # a page's own title refers to nothing
        for reference in [] if heading else find(provision.text, page):
            target = self._target(reference, f"{provision.file}, {provision.citation}")
            if target and page_of_provision(target) != page:
                self.relations[page_of_provision(target)].append(
                    Relation(provision.url, provision.citation, target.citation)
                )
        for term in {term.name: term for _, _, term in self.terms.find(provision.text)}.values():
            if provision.id != term.provision:
                self.term_uses[term.name].append(provision)

    def _read_tree(self, tree: Tree) -> None:
        for node in tree.nodes:
            kind = "vraag" if isinstance(node, Question) else "uitkomst"
            text = node.text if isinstance(node, Question) else node.title
            for source in node.sources:
                if source.provision:
                    target = self.register.find(source.provision, f"decision_trees/trees/{tree.id}.py, {node.id!r}")
                    self.relations[page_of_provision(target)].append(
                        Relation(
                            f"/beslisbomen/{tree.id}/#{kind}-{node.id}",
                            f"Beslisboom {tree.id}, {kind}: {text}",
                            target.citation,
                        )
                    )

    def related(self, page: str) -> str:
        """“Verwezen vanuit” of a page, folded, as HTML; empty when nothing refers to it."""
        relations = list(dict.fromkeys(self.relations.get(page, ())))
        if not relations:
            return ""
        return render("provision/related.html", relations=relations, root=root_of(page))

    def complete(self, root: etree.Element, page: str) -> None:
        """Link the references and terms of a page, name its parts, and add the row of its parts and its moved ones."""
        explained: set[str] = set()
        for element in list(root):
            self._link(element, page, explained)
        for element in root.iter():
            anchor = element.get("id")
            if anchor and f"{page}/{anchor}" in self.register:
                element.set("data-aanduiding", self.register.find(f"{page}/{anchor}", page).citation)
        self._row_of_parts(root, page)
        self._moved_here(root, page)

    def _link(self, element: etree.Element, page: str, explained: set[str]) -> None:
        classes = (element.get("class") or "").split()
        if element.tag in LEAVE_ALONE or {"nummer", "redactie", "footnote-backref"} & set(classes):
            return
        children = list(element)
        pieces = self._pieces(element.text, page, explained)
        if len(pieces) > 1 or pieces[0] is not element.text:
            element.text = lay(element, pieces, 0)
        for child in children:
            self._link(child, page, explained)
            pieces = self._pieces(child.tail, page, explained)
            child.tail = lay(element, pieces, list(element).index(child) + 1)

    def _pieces(self, text: str | None, page: str, explained: set[str]) -> list[str | etree.Element | None]:
        """A text as strings and link elements, in order, beginning with a string."""
        if not text or not text.strip() or isinstance(text, AtomicString):
            return [text]
        spans = [(found.start, found.end, self._reference(found, page)) for found in find(text, page)]
        for start, end, term in self.terms.find(text):
            taken = any(start < e and s < end for s, e, _ in spans)
            if not taken and term.name not in explained and not (term.provision and page in term.provision):
                explained.add(term.name)
                spans.append((start, end, self._term(term, page)))
        pieces: list[str | etree.Element | None] = []
        at = 0
        for start, end, link in sorted(spans, key=lambda span: span[0]):
            link.text = AtomicString(text[start:end])
            pieces += [text[at:start], link]
            at = end
        return [*pieces, text[at:]]

    def _target(self, reference: Reference, place: str) -> Provision | None:
        """The provision that words refer to, also one that a proeftuin added; nothing when they refer to something else."""
        if reference.provision or reference.own in self.register:
            return self.register.find(reference.provision or reference.own, place)
        return None

    def _reference(self, reference: Reference, page: str) -> etree.Element:
        if target := self._target(reference, f"docs/{page}.md"):
            return etree.Element("a", {"href": relative(page, target.url), "class": "verwijzing"})
        if reference.address:
            return etree.Element(
                "a", {"href": reference.address, "class": "wet", "rel": "external noreferrer", "title": reference.label}
            )
        return etree.Element(
            "a", {"href": relative(page, UNPUBLISHED), "class": "niet-gepubliceerd", "title": reference.label}
        )

    def _term(self, term: Term, page: str) -> etree.Element:
        href = relative(page, f"/begrippen/#{term.anchor}")
        return etree.Element(
            "a", {"href": href, "class": "begrip", "data-begrip": term.name, "data-uitleg": term.explanation}
        )

    def _row_of_parts(self, root: etree.Element, page: str) -> None:
        """A row of links to the page's numbered parts, under its heading, when there are three or more."""
        parts = [item for child in root if child.tag in ("ol", "ul") for item in child if item.get("id")]
        heading = next((child for child in root if child.tag == "h1"), None)
        if heading is None or len(parts) < 3:
            return
        nav = etree.Element("nav", {"class": "op-deze-pagina redactie", "aria-label": "Onderdelen op deze pagina"})
        row = etree.SubElement(nav, "ul", {"role": "list"})
        anchors = [item.get("id") or "" for item in parts]
        shown = [number_shown(item) for item in parts]
        before = ""
        for anchor, number in zip(anchors, shown, strict=True):
            link = etree.SubElement(etree.SubElement(row, "li"), "a", {"href": f"#{anchor}"})
            link.text = AtomicString(number)
            if len(set(shown)) < len(shown):  # several lists: the first of each says which, all say so when read aloud
                name = anchor.rpartition("-")[0].replace("-", " ")
                link.set("aria-label", f"{name} {number}")
                link.text = AtomicString(number if name == before else f"{name} {number}")
                before = name
        root.insert(list(root).index(heading) + 1, nav)

    def _moved_here(self, root: etree.Element, page: str) -> None:
        """Old anchors of this page that moved: a marker with a link, so that an old address still leads somewhere."""
        for old, new in self.moved.items():
            if old.rpartition("/")[0] != page or "/" not in old or old in self.register:
                continue
            target = self.register.find(new, "bron/verhuisd.yml")
            notice = etree.SubElement(root, "p", {"id": old.rpartition("/")[2], "class": "verhuisd redactie"})
            notice.text = AtomicString("Deze bepaling is verhuisd naar ")
            link = etree.SubElement(notice, "a", {"href": relative(page, target.url)})
            link.text = AtomicString(target.citation)


def number_shown(item: etree.Element) -> str:
    """The number of a part as the text shows it, or the end of its address."""
    number = item.find("p/span[@class='nummer']")
    return (number.text or "").rstrip(".:") if number is not None else (item.get("id") or "").split("-")[-1]


def page_of_provision(provision: Provision) -> str:
    """The page that a provision stands on."""
    return provision.url.split("#")[0].strip("/")


def root_of(page: str) -> str:
    """From a page's address to the site's root."""
    return "../" * (page.count("/") + 1)


def relative(page: str, url: str) -> str:
    """An address of the site, from its root, as a link on a page leads to it."""
    path, mark, anchor = url.partition("#")
    return f"{posixpath.relpath(path, f'/{page}/')}/{mark}{anchor}"


def lay(parent: etree.Element, pieces: list[str | etree.Element | None], at: int) -> str | None:
    """Put link elements among the children of `parent` from position `at`, each with the text after it as its tail.

    Gives the text that comes before the first of them.
    """
    first, rest = pieces[0], pieces[1:]
    for link, tail in zip(rest[::2], rest[1::2], strict=True):
        assert isinstance(link, etree.Element)
        link.tail = tail if isinstance(tail, str) else None
        parent.insert(at, link)
        at += 1
    return first if isinstance(first, str) else None
