"""The search's index: every provision, tree, question, outcome, example, term and page as a piece that can be found.

What a word is, and what counts as the same word, is decided in macros/theme/search/ for build and browser alike; Node runs
it here to make the index. Names for the same thing stand in bron/synoniemen.yml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from decision_trees.catalogue import TREES
from decision_trees.model import Tree
from macros.examples.examples import PAGE as EXAMPLES_PAGE
from macros.examples.examples import Examples
from macros.shared.errors import BuildError
from macros.shared.node import NodeRun
from macros.shared.stored_files import read_yaml, shaped
from macros.text.documents import Document
from macros.text.register import Register
from macros.text.terms import Terms

SYNONYMS = Path("bron") / "synoniemen.yml"
EVERYDAY = Path("bron") / "alledaags.yml"
SYNONYM_WEIGHTS = {"afkortingen": 1.0, "synoniemen": 0.7}
"""How much another name counts beside the word itself, by the list it stands in."""

EXAMPLE = "Voorbeeld"
WEIGHTS = {EXAMPLE: 0.27, "Beslisboom": 0.45, "Begrip": 0.4, "Bladzijde": 0.35}
"""How much a page counts by its kind; the text itself counts 1, except the pages below."""
GUIDE = 0.85
PREAMBLE = {"definities": 0.6, "privacyprotocol/artikel-1": 0.6} | dict.fromkeys(
    ("toelichting", "overwegingen", "partijen", "bijlagen", "ondertekening"), 0.7
)
"""Pages of a document that explain words or lead up to the agreement; what is agreed comes first."""
SHOWN = 600
"""The longest text of a piece that the results show from, in characters; the index has all of it."""


@dataclass(frozen=True)
class Piece:
    """One thing that can be found. `page`: its address from the root, without anchor; `heading` is what it stands under.

    `title` and `subject` are indexed besides `text`: the page's own heading, and a heading or term within the page. `told`:
    of a situation the question, what is told, and what it is about; read as concepts, of which each part counts less. `typed`:
    sentences by which people look for it.
    """

    page: str
    kind: str
    anchor: str
    citation: str
    heading: str
    text: str
    title: str = ""
    subject: str = ""
    told: tuple[str, str, str] | None = None
    typed: tuple[str, ...] = ()


def weight(page: str, kind: str) -> float:
    """How much a page counts."""
    if kind in WEIGHTS:
        return WEIGHTS[kind]
    name = page.strip("/")
    return PREAMBLE.get(name) or PREAMBLE.get(name.rpartition("/")[2]) or (1.0 if "/artikel-" in page else GUIDE)


def provision_pieces(register: Register, documents: Mapping[str, Document]) -> Iterator[Piece]:
    """Every provision; a heading is indexed once on its page. `documents`: by id, under the titles of this build."""
    headings: dict[str, str] = {}
    for provision in register:
        page, _, anchor = provision.url.partition("#")
        first = headings.get(page) != provision.title
        headings[page] = provision.title
        is_page = not anchor
        subject = provision.text.split(":")[0] if provision.kind == "definitie" else provision.title * first
        yield Piece(
            page,
            documents[provision.document].title,
            anchor,
            provision.citation,
            provision.title,
            "" if is_page else provision.text,
            title=provision.title if is_page else "",
            subject="" if is_page else subject,
        )


def tree_pieces(trees: Iterable[Tree]) -> Iterator[Piece]:
    """Each tree, its questions and its outcomes; what a tree takes over from another is found there."""
    for tree in trees:
        page = f"/beslisbomen/{tree.id}/"
        yield Piece(page, "Beslisboom", "", "Beslisboom", tree.title, "", title=f"{tree.title} {tree.id} beslisboom")
        for question in tree.questions.values():
            if not question.origin:
                text = f"{question.text} {question.why}"
                yield Piece(page, "Beslisboom", f"vraag-{question.id}", "Vraag", question.text, text)
        for outcome in tree.outcomes.values():
            if not outcome.origin:
                text = " ".join([f"{outcome.title}.", outcome.sentence, *outcome.steps, *outcome.record, *outcome.tell])
                yield Piece(page, "Beslisboom", f"uitkomst-{outcome.id}", "Uitkomst", outcome.title, text)


def example_pieces(examples: Examples) -> Iterator[Piece]:
    """The page of practice examples, its groups, and each example: its question, its situation with the advice, and why."""
    page, kind = f"/{EXAMPLES_PAGE}/", EXAMPLE
    name = "Voorbeelden uit de praktijk"
    yield Piece(page, kind, "", "Bladzijde", name, "", title=name)
    for id, heading in examples.groups.items():
        yield Piece(page, kind, id, "Voorbeelden", heading, f"{examples.count(id)} voorbeelden", subject=heading)
    for example in examples.all:
        case = example.case
        advice = " en ".join(map(str, example.verdicts)).capitalize()
        about = " ".join(examples.groups[group] for group in example.groups)
        text = f"{advice}. {case.situation} {case.why}"
        told = (case.title, case.situation, f"{about}. {case.why}")
        yield Piece(
            page,
            kind,
            example.id,
            "Voorbeeld",
            case.title,
            text,
            subject=f"{case.title} {about}",
            told=told,
            typed=case.typed,
        )


def term_pieces(terms: Terms) -> Iterator[Piece]:
    """The page of explained terms, and each term."""
    page, kind, name = "/begrippen/", "Begrip", "Begrippen"
    yield Piece(page, kind, "", "Bladzijde", name, "", title=name)
    for term in terms:
        yield Piece(page, kind, term.anchor, "Begrip", term.name, term.explanation, subject=term.name)


class Sections(HTMLParser):
    """The text of a page by its headings of level 1 and 2: anchor, heading, text. Skips what `data-search-exclude` marks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[str]] = [["", "", ""]]
        self._open: list[str] = []
        self._skipping = 0
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a heading, or the part to skip."""
        attributes = dict(attrs)
        if tag in ("img", "input", "br", "hr", "wbr"):
            return
        self._open.append(tag)
        if not self._skipping and ("data-search-exclude" in attributes or tag in ("script", "style", "svg")):
            self._skipping = len(self._open)
        if tag in ("h1", "h2") and not self._skipping:
            self._heading = tag
            if tag == "h2":
                self.found.append([attributes.get("id") or "", "", ""])

    def handle_endtag(self, tag: str) -> None:
        """Close a heading, or the part to skip."""
        if tag not in self._open:
            return
        while self._open.pop() != tag:
            pass
        if len(self._open) < self._skipping:
            self._skipping = 0
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        """Add to the heading or the text."""
        if not self._skipping:
            self.found[-1][1 if self._heading else 2] += f"{data} "


LEFT_OUT = "zoeken-zonder"
"""The name of the meta element of a page that the search leaves out; macros/theme/overrides/main.html writes it."""
FOUND_OTHERWISE = frozenset({"begrippen", EXAMPLES_PAGE, *(f"beslisbomen/{id}" for id in TREES)})
"""Pages whose parts the search finds one by one."""


def page_pieces(site: Path, found_otherwise: Container[str]) -> Iterator[Piece]:
    """The site's own pages, read from the finished site. `found_otherwise`: names of pages ("convenant/artikel-1") of which
    the parts are found one by one."""
    for path in sorted(site.rglob("index.html"), key=lambda path: path.parent):
        name = path.parent.relative_to(site).as_posix().removeprefix(".")
        if name not in found_otherwise and name not in FOUND_OTHERWISE:
            yield from own_pieces(f"/{name}/" if name else "/", path.read_text("utf-8"))


TITLE = re.compile("<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile('<meta name="description" content="(.*?)">', re.DOTALL)


def own_pieces(url: str, html: str) -> Iterator[Piece]:
    """The sections of a page's article, each as a piece; none of a page that the search leaves out."""
    head, _, rest = html.partition("<article")
    if f'<meta name="{LEFT_OUT}"' in head:
        return
    title = TITLE.search(head)
    if not title:
        raise BuildError(
            url, "the page has no title in its head, so the search has no name for it", "Give it one in its template."
        )
    name = unescape(title[1]).rpartition(" - ")[0]
    about = DESCRIPTION.search(head)
    sections = Sections()
    sections.feed(rest.partition(">")[2].rpartition("</article>")[0])
    if about:
        sections.found[0][2] = f"{unescape(about[1])} {sections.found[0][2]}"
    for anchor, heading, text in sections.found:
        shown = " ".join(heading.split()) or name
        yield Piece(url, "Bladzijde", anchor, "Bladzijde", shown, " ".join(text.split()), "" if anchor else name, shown)


def read_synonyms(root: Path) -> list[tuple[float, list[str]]]:
    """The names for the same thing, with how much they count. BuildError when the file has anything else."""
    data: Any = read_yaml(root, str(SYNONYMS))
    if not isinstance(data, dict) or set(data) != set(SYNONYM_WEIGHTS):
        raise BuildError(str(SYNONYMS), "the lists are not those known", f"Have {' and '.join(SYNONYM_WEIGHTS)} only.")
    found = []
    with shaped(str(SYNONYMS), "lists of lists of names"):
        for name, lists in data.items():
            for names in lists:
                if not isinstance(names, list) or len(names) < 2 or not all(isinstance(one, str) for one in names):
                    raise BuildError(str(SYNONYMS), f"{names!r} is no list of names", "Write [name, other name].")
                found.append((SYNONYM_WEIGHTS[name], names))
    return found


def read_everyday(root: Path) -> list[tuple[str, list[str]]]:
    """The concepts with the everyday words and phrases that name them. BuildError when the file has anything else."""
    data: Any = read_yaml(root, str(EVERYDAY))
    with shaped(str(EVERYDAY), "lists of words by the concept that they name"):
        for concept, names in data.items():
            words = isinstance(names, list) and names and all(isinstance(one, str) for one in names)
            if not words or len(set(names)) < len(names):
                raise BuildError(
                    str(EVERYDAY), f"{concept}: {names!r} is no list of words", "Write [word, other word], each once."
                )
            for name in names:
                refers = [part[1:] for part in name.split() if part.startswith("@")]
                if unknown := set(refers) - set(data):
                    raise BuildError(
                        str(EVERYDAY), f"{concept}: {name!r} refers to no line", f"Is there a line {unknown}?"
                    )
    return list(data.items())


ENGINE = Path("node_modules") / "minisearch" / "dist" / "es"


class Indexing:
    """The search's index in the making: Node works on what is known at the start while pages are made."""

    def __init__(self, root: Path, pieces: Sequence[Piece]) -> None:
        """Start with the pieces that do not depend on finished pages."""
        self.root = root
        self.pieces: list[Piece] = []
        scripts = root / "macros" / "theme" / "search" / "zoeken"
        self._everyday = read_everyday(root)
        self._node = NodeRun(Path(__file__).with_name("zoekindex.mjs"), root / ENGINE / "index.js", scripts)
        self._node.give(f"{json.dumps(self._everyday)}\n")
        self._give(pieces)

    def _give(self, pieces: Iterable[Piece]) -> None:
        documents = []
        for id, piece in enumerate(pieces, len(self.pieces)):
            self.pieces.append(piece)
            part = "voorbeelden" if piece.kind == EXAMPLE else "index"
            document = {"part": part, "id": id, "titel": piece.title, "kop": piece.subject, "tekst": piece.text}
            if piece.told:
                document |= {"verteld": piece.told, "gezegd": piece.typed}
            documents.append(document)
        self._node.give("".join(f"{json.dumps(document)}\n" for document in documents))

    def write(self, site: Path, pieces: Iterable[Piece]) -> None:
        """Add the last pieces, and write the index, with what the results show, and the engine's own files into
        `site`/assets/zoeken. BuildError when Node fails, or the synonyms are not as they should be."""
        self._give(pieces)
        groups: dict[str, int] = {}
        for piece in self.pieces:
            groups.setdefault(piece.page, len(groups))
        first = {piece.page: piece for piece in reversed(self.pieces)}
        data = {
            "groepen": [
                [page, first[page].heading, first[page].kind, weight(page, first[page].kind)] for page in groups
            ],
            "stukken": [[groups[p.page], p.anchor, p.citation, p.heading, p.text[:SHOWN]] for p in self.pieces],
            "synoniemen": read_synonyms(self.root),
            "alledaags": self._everyday,
            **json.loads(self._node.finish()),
        }
        target = site / "assets" / "zoeken"
        for source, name in (("index.js", "minisearch.js"), ("SearchableMap.js", "woordenboom.js")):
            text = (self.root / ENGINE / source).read_text("utf-8")
            (target / name).write_text(text.rpartition("\n//#")[0] + "\n", "utf-8")
        (target / "index.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
