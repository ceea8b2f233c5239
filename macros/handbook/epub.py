"""The handbook as EPUB 3.3: the same blocks as pages for an e-reader. Packed so that the same contents give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from decision_trees.model import Outcome, Question, Tree
from macros.edition.filling import made_by
from macros.handbook.blocks import Heading, marks_joined
from macros.handbook.book import ABOUT_TEXT, ABOUT_TREES, anchors
from macros.handbook.contents import ABOUT_EDITION, DANGER, WARNING, Contents, named
from macros.handbook.epub_chapter import Chapter, Places, name_of
from macros.handbook.files import EPUB
from macros.shared.dates import dutch
from macros.shared.html import TEMPLATES, render
from macros.text.citable_parts import slug
from macros.trees.page import numbers
from macros.trees.tables import BECAUSE, background, condition, parts_of, way

OLDEST = (1980, 1, 1, 0, 0, 0)
COVER = ("Gegevens delen", "in de proeftuin")
SUMMARY = (
    "Alle tekst is tekst; koppen, lijsten, nummers en voetnoten zijn gemarkeerd. Verwijzingen en de antwoorden van de beslisbomen zijn "
    "links. Alleen de voorkant is een afbeelding, en haar woorden staan ook in het boek. Nagekeken met EPUBCheck en Ace; nog niet gelezen "
    "met een schermlezer door iemand die er elke dag een gebruikt."
)
FEATURES = ("tableOfContents", "structuralNavigation", "alternativeText", "readingOrder", "displayTransformability")
CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


def places(contents: Contents) -> Places:
    """The file of every provision."""
    files = {
        anchor: f"{document.id}.xhtml"
        for document in contents.documents.values()
        for name, blocks in contents.of(document).items()
        for anchor in (name, *anchors(blocks))
        if anchor
    }
    return Places(files | {f"begrippen/{term.anchor}": "begrippen.xhtml" for term in contents.terms}, contents.register)


def chapters(contents: Contents) -> Iterator[Chapter]:
    """All chapters in reading order."""
    where = places(contents)
    whose = [ABOUT_EDITION.format(contents.edition)] if contents.edition else []
    paragraphs = (WARNING, *whose, ABOUT_TEXT[1], *ABOUT_TREES, DANGER)
    yield Chapter("gebruik", "Zo gebruik je dit boek", where, "use", {"paragraphs": paragraphs})
    for document in contents.documents.values():
        pages = {name: marks_joined(blocks) for name, blocks in contents.of(document).items()}
        first = {
            name: next((block for block in blocks if isinstance(block, Heading)), None)
            for name, blocks in pages.items()
        }
        parts = [
            (name_of(name), "".join(run.text for run in heading.runs)) for name, heading in first.items() if heading
        ]
        yield Chapter(document.id, document.title, where, "document", {"pages": pages}, parts)
    for tree in contents.trees:
        yield tree_chapter(tree, where)
    terms = [(term, where.link(term.provision) if term.provision else None) for term in contents.terms]
    yield Chapter("begrippen", "Begrippen", where, "terms", {"terms": terms})
    corrections = [(where.link(entry.place), entry) for entry in contents.deviations.corrections]
    yield Chapter("afwijkingen", "Afwijkingen van de brontekst", where, "deviations", {"corrections": corrections})


def tree_chapter(tree: Tree, where: Places) -> Chapter:
    """A tree whose answers are links, so that it can be walked in a reader."""
    number = numbers(tree)
    parts = [(f"n{number[tree.start]}", "De vragen"), (f"n{number[next(iter(tree.outcomes))]}", "De adviezen")]
    nodes = [
        {
            "number": number[node.id],
            "sources": [where.source(source) for source in node.sources],
            **(question(node, number) if isinstance(node, Question) else outcome(node)),
        }
        for node in tree.nodes
    ]
    values = {"nodes": nodes, "because": BECAUSE}
    return Chapter(f"boom-{tree.id}", f"Beslisboom: {tree.title}", where, "tree", values, parts)


def question(node: Question, number: dict[str, int]) -> dict[str, object]:
    """A question with its answers."""
    answers = [{"text": a.text, "to": number[a.to], "condition": condition(a)} for a in node.answers]
    return {"text": node.text, "why": f"{node.why} {background(node)}".strip(), "answers": answers}


def outcome(node: Outcome) -> dict[str, object]:
    """An advice in its fixed order."""
    verdict = str(node.oordeel).capitalize()
    return {
        "verdict": verdict,
        "title": node.title,
        "sentence": node.sentence,
        "way": way(node),
        "parts": parts_of(node),
    }


def make_epub(contents: Contents) -> bytes:
    """The book as one file."""
    made = list(chapters(contents))
    book = named(EPUB, contents)
    about = f"{book.subtitle}. {dutch(contents.day)}. {contents.cover_version}."
    package = {
        "title": f"{book.title}, {contents.edition}" if contents.edition else book.title,
        "edition": edition_of(contents),
        "day": contents.day.isoformat(),
        "author": made_by(contents.edition),
        "features": FEATURES,
        "summary": SUMMARY,
        "norm": CONFORMS,
    }
    below = " · ".join(filter(None, (contents.edition, contents.cover_version)))
    files = {
        "META-INF/container.xml": render("book/container.xml"),
        "boek/inhoud.opf": render("book/package.opf", chapters=made, about=about, **package),
        "boek/nav.xhtml": render("book/contents.xhtml", title="Inhoud", chapters=made),
        "boek/stijl.css": (TEMPLATES / "book" / "epub.css").read_text("utf-8"),
        "boek/voorkant.svg": render("book/cover.svg", lines=COVER, below=below),
        "boek/voorkant.xhtml": render("book/front.xhtml", title=EPUB.title, about=about),
        **{f"boek/{chapter.file}": chapter.xhtml() for chapter in made},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", OLDEST), "application/epub+zip", zipfile.ZIP_STORED)
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name, OLDEST), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def edition_of(contents: Contents) -> str:
    """The last part of the book's identifier: its version, with the name of the edition before it."""
    return f"{slug(contents.edition)}:{slug(contents.version)}" if contents.edition else contents.version
