"""The handbook as EPUB 3: the same blocks as pages for an e-reader. Packed so that the same contents give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from html import escape

from decision_trees.model import Question, Tree
from macros.handbook.blocks import Block, Heading, Listing, Run
from macros.handbook.book import ABOUT_TEXT, ABOUT_TREES
from macros.handbook.contents import DANGER, WARNING, Contents
from macros.handbook.files import HANDBOOK
from macros.shared.dates import dutch
from macros.text.documents import DOCUMENTS
from macros.trees.tables import BECAUSE, background, condition, numbers, parts_of, way

STYLE = """body{line-height:1.5}h1,h2{color:#123c3a}ol,ul{list-style:none;padding-left:1em}.nummer{font-weight:bold}
.open{border-bottom:1px solid}.kader{border-left:3px solid #1f4f8f;padding-left:.6em}.bron{font-size:.85em}
"""
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="boek/inhoud.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
OLDEST = (1980, 1, 1, 0, 0, 0)


class Chapter:
    """One file of the book: a title, and blocks as XHTML with their footnotes at its end."""

    def __init__(self, file: str, title: str) -> None:
        self.file = file
        self.title = title
        self.body: list[str] = []
        self.notes: list[str] = []
        self.ids: set[str] = set()

    def id(self, anchor: str) -> str:
        """An id attribute, once."""
        name = anchor.replace("/", "-")
        if not anchor or name in self.ids:
            return ""
        self.ids.add(name)
        return f' id="{name}"'

    def runs(self, runs: Sequence[Run]) -> str:
        """Words as XHTML."""
        return "".join(self.run(run) for run in runs)

    def run(self, run: Run) -> str:
        """Words of one kind."""
        words = escape(run.text)
        if run.kind == "break":
            return "<br/>"
        if run.kind == "note":
            number = len(self.notes) + 1
            self.notes.append(
                f'<aside epub:type="footnote" role="doc-footnote" id="noot-{number}"><p>{words} {self.runs(run.note)}</p></aside>'
            )
            return f'<a epub:type="noteref" role="doc-noteref" href="#noot-{number}"><sup>{words}</sup></a>'
        tags = {"strong": "strong", "emphasis": "em", "term": "dfn"}
        if run.kind in tags:
            words = f"<{tags[run.kind]}>{words}</{tags[run.kind]}>"
        elif run.kind == "open":
            words = f'<span class="open">{words}</span>'
        return f'<a href="{escape(run.target)}">{words}</a>' if "://" in run.target else words

    def blocks(self, blocks: Sequence[Block], level: int = 1) -> str:
        """Blocks as XHTML."""
        return "".join(self.block(block, level) for block in blocks)

    def block(self, block: Block, level: int) -> str:
        """A heading, paragraph or list."""
        if isinstance(block, Listing):
            items = "".join(
                f"<li{self.id(item.anchor)}>{f'<span class="nummer">{escape(item.number)}</span> ' if item.number else ''}"
                f"{self.blocks(item.blocks, level)}</li>"
                for item in block.items
            )
            return f"<ul>{items}</ul>"
        if isinstance(block, Heading):
            depth = min(block.level + level, 6)
            return f"<h{depth}{self.id(block.anchor)}>{self.runs(block.runs)}</h{depth}>"
        return f"<p{self.id(block.anchor)}{' class="kader"' if block.box else ''}>{self.runs(block.runs)}</p>"

    def xhtml(self) -> str:
        """The whole file."""
        return page(self.title, f"<h1>{escape(self.title)}</h1>{''.join(self.body)}{''.join(self.notes)}")


def page(title: str, body: str) -> str:
    """A file of the book."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="nl" xml:lang="nl"><head>'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="stijl.css"/></head><body>{body}</body></html>'
    )


def chapters(contents: Contents) -> Iterator[Chapter]:
    """All chapters in reading order."""
    use = Chapter("gebruik.xhtml", "Zo gebruik je dit boek")
    use.body = [f"<p>{escape(text)}</p>" for text in (WARNING, ABOUT_TEXT[1], *ABOUT_TREES, DANGER)]
    yield use
    for document in DOCUMENTS:
        chapter = Chapter(f"{document.id}.xhtml", document.title)
        chapter.body = [
            f"<section{chapter.id(name)}>{chapter.blocks(blocks)}</section>"
            for name, blocks in contents.of(document).items()
        ]
        yield chapter
    for tree in contents.trees:
        yield tree_chapter(tree, contents)
    terms = Chapter("begrippen.xhtml", "Begrippen")
    terms.body = [f"<p><strong>{escape(term.name)}</strong>: {escape(term.explanation)}</p>" for term in contents.terms]
    yield terms
    deviations = Chapter("afwijkingen.xhtml", "Afwijkingen van de brontekst")
    for entry in contents.deviations.corrections:
        place = contents.register.find(entry.place, "bron/afwijkingen.yml").citation
        deviations.body.append(f"<p><strong>{escape(place)}</strong>. {escape(f'{entry.change} {entry.reason}')}</p>")
    yield deviations


def tree_chapter(tree: Tree, contents: Contents) -> Chapter:
    """A tree whose answers are links."""
    chapter = Chapter(f"boom-{tree.id}.xhtml", f"Beslisboom: {tree.title}")
    number = numbers(tree)
    for node in tree.nodes:
        cited = [
            contents.register.find(s.provision, "the handbook").citation if s.provision else s.label
            for s in node.sources
        ]
        source = f'<p class="bron">Bronnen: {escape("; ".join(cited))}</p>'
        if isinstance(node, Question):
            answers = "".join(
                f'<li><a href="#n{number[a.to]}">{escape(a.text)}</a> (ga naar {number[a.to]}) {escape(condition(a))}</li>'
                for a in node.answers
            )
            said = f"<h2>{number[node.id]}. {escape(node.text)}</h2><p>{escape(node.why)} {escape(background(node))}</p><ul>{answers}</ul>"
        else:
            parts = "".join(
                f"<h3>{title}</h3><ul>{''.join(f'<li>{escape(t)}</li>' for t in texts)}</ul>"
                for title, texts in parts_of(node)
                if texts
            )
            said = (
                f"<h2>{number[node.id]}. {escape(str(node.oordeel).capitalize())}: {escape(node.title)}</h2>"
                f"<p>{escape(node.sentence)}</p><p>{BECAUSE}: {escape(cited[0])}. {escape(way(node))}</p>{parts}"
            )
        chapter.body.append(f'<section id="n{number[node.id]}">{said}{source}</section>')
    return chapter


def make_epub(contents: Contents) -> bytes:
    """The book as one file."""
    made = list(chapters(contents))
    listed = "".join(f'<li><a href="{c.file}">{escape(c.title)}</a></li>' for c in made)
    nav = page("Inhoud", f'<nav epub:type="toc" role="doc-toc"><h1>Inhoud</h1><ol>{listed}</ol></nav>')
    files = {"boek/nav.xhtml": nav, "boek/stijl.css": STYLE, "boek/inhoud.opf": package(contents, made)}
    files |= {f"boek/{chapter.file}": chapter.xhtml() for chapter in made}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", OLDEST), "application/epub+zip", zipfile.ZIP_STORED)
        for name, body in {"META-INF/container.xml": CONTAINER, **files}.items():
            archive.writestr(zipfile.ZipInfo(name, OLDEST), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def package(contents: Contents, made: Sequence[Chapter]) -> str:
    """The list of what is in the file and in which order."""
    items = "".join(
        f'<item id="{c.file.removesuffix(".xhtml")}" href="{c.file}" media-type="application/xhtml+xml"/>' for c in made
    )
    order = "".join(f'<itemref idref="{c.file.removesuffix(".xhtml")}"/>' for c in made)
    day = contents.day
    return (
        '<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id" xml:lang="nl"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:gegevens-delen-in-de-proeftuin:handboek:{escape(contents.version)}</dc:identifier>'
        f"<dc:title>{escape(HANDBOOK.title)}</dc:title><dc:language>nl</dc:language>"
        f"<dc:description>{escape(f'{HANDBOOK.subtitle}. {dutch(day)}. {contents.cover_version}.')}</dc:description>"
        f'<dc:date>{day.isoformat()}</dc:date><meta property="dcterms:modified">{day.isoformat()}T00:00:00Z</meta>'
        '<meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta>'
        '<meta property="schema:accessibilityFeature">tableOfContents</meta><meta property="schema:accessibilityFeature">'
        'structuralNavigation</meta><meta property="schema:accessibilityHazard">none</meta>'
        '<meta property="schema:accessibilitySummary">Alle tekst is tekst; koppen, lijsten en voetnoten zijn gemarkeerd.</meta>'
        '</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="stijl" href="stijl.css" media-type="text/css"/>{items}</manifest><spine><itemref idref="nav"/>{order}</spine></package>'
    )
