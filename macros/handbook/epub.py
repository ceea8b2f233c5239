"""The handbook as EPUB 3.3: the same blocks as pages for an e-reader. Packed so that the same contents give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from html import escape

from decision_trees.model import Outcome, Question, Tree
from macros.handbook.blocks import Heading
from macros.handbook.book import ABOUT_TEXT, ABOUT_TREES, anchors
from macros.handbook.contents import ABOUT_EDITION, DANGER, WARNING, Contents, named
from macros.handbook.epub_chapter import Chapter, Places, name_of, page
from macros.handbook.files import EPUB
from macros.shared.dates import dutch
from macros.text.citable_parts import slug
from macros.trees.page import numbers
from macros.trees.tables import BECAUSE, background, condition, parts_of, way

STYLE = """body{line-height:1.5}h1,h2{color:#123c3a}ol,ul{list-style:none;padding-left:1em}.punten{list-style:disc;padding-left:1.4em}.antwoorden li{margin:.6em 0}.voorkant{max-width:100%;height:auto}.nummer{font-weight:bold}
.open{border-bottom:1px solid}.kader{border-left:3px solid #1f4f8f;padding-left:.6em}.bron{font-size:.85em}
"""
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="boek/inhoud.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
OLDEST = (1980, 1, 1, 0, 0, 0)


AUTHOR = "Toekomstscenario kind- en gezinsbescherming"
SUMMARY = (
    "Alle tekst is tekst; koppen, lijsten, nummers en voetnoten zijn gemarkeerd. Verwijzingen en de antwoorden van de beslisbomen zijn "
    "links. Alleen de voorkant is een afbeelding, en haar woorden staan ook in het boek. Nagekeken met EPUBCheck en Ace; nog niet gelezen "
    "met een schermlezer door iemand die er elke dag een gebruikt."
)
FEATURES = ("tableOfContents", "structuralNavigation", "alternativeText", "readingOrder", "displayTransformability")
CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


def cover(contents: Contents) -> str:
    """The cover as a picture: letters and a frame, black on white."""
    words = ("Gegevens delen", "in de proeftuin")
    lines = "".join(
        f'<text x="60" y="{300 + 70 * at}" font-size="50" font-weight="bold">{word}</text>'
        for at, word in enumerate(words)
    )
    below = " · ".join(filter(None, (contents.edition, contents.cover_version)))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" width="600" height="900" font-family="sans-serif" fill="#123c3a">'
        '<rect width="600" height="900" fill="#ffffff"/><rect x="24" y="24" width="552" height="852" fill="none" stroke="#123c3a" '
        f'stroke-width="6"/>{lines}<text x="60" y="470" font-size="28">{escape(below)}</text></svg>'
    )


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
    use = Chapter("gebruik.xhtml", "Zo gebruik je dit boek", where)
    whose = [ABOUT_EDITION.format(contents.edition)] if contents.edition else []
    use.body = [f"<p>{escape(text)}</p>" for text in (WARNING, *whose, ABOUT_TEXT[1], *ABOUT_TREES, DANGER)]
    yield use
    for document in contents.documents.values():
        chapter = Chapter(f"{document.id}.xhtml", document.title, where)
        for name, blocks in contents.of(document).items():
            chapter.body.append(f"<section{chapter.id(name)}>{chapter.blocks(blocks)}</section>")
            heading = next((block for block in blocks if isinstance(block, Heading)), None)
            if heading:
                chapter.parts.append((name_of(name), "".join(run.text for run in heading.runs)))
        yield chapter
    for tree in contents.trees:
        yield tree_chapter(tree, where)
    terms = Chapter("begrippen.xhtml", "Begrippen", where)
    for term in contents.terms:
        defined = f" ({where.link(term.provision)})" if term.provision else ""
        words = f"<strong>{escape(term.name)}</strong>: {escape(term.explanation)}{defined}"
        terms.body.append(f"<p{terms.id(f'begrippen/{term.anchor}')}>{words}</p>")
    yield terms
    deviations = Chapter("afwijkingen.xhtml", "Afwijkingen van de brontekst", where)
    for entry in contents.deviations.corrections:
        words = escape(f"{entry.change} {entry.reason}")
        deviations.body.append(f"<p><strong>{where.link(entry.place)}</strong>. {words}</p>")
    yield deviations


def tree_chapter(tree: Tree, where: Places) -> Chapter:
    """A tree whose answers are links, so that it can be walked in a reader."""
    chapter = Chapter(f"boom-{tree.id}.xhtml", f"Beslisboom: {tree.title}", where)
    number = numbers(tree)
    first_outcome = next(iter(tree.outcomes))
    chapter.parts = [(f"n{number[tree.start]}", "De vragen"), (f"n{number[first_outcome]}", "De adviezen")]
    for node in tree.nodes:
        said = question(node, number) if isinstance(node, Question) else outcome(node, number, where)
        sources = "; ".join(map(where.source, node.sources))
        chapter.body.append(f'<section id="n{number[node.id]}">{said}<p class="bron">Bronnen: {sources}</p></section>')
    return chapter


def question(node: Question, number: dict[str, int]) -> str:
    """A question with its answers."""
    answers = "".join(
        f'<li><a href="#n{number[a.to]}">{escape(a.text)}</a> (ga naar {number[a.to]}) {escape(condition(a))}</li>'
        for a in node.answers
    )
    why = escape(f"{node.why} {background(node)}".strip())
    return f'<h2>{number[node.id]}. {escape(node.text)}</h2><p>{why}</p><ul class="antwoorden">{answers}</ul>'


def outcome(node: Outcome, number: dict[str, int], where: Places) -> str:
    """An advice in its fixed order, with the way back to the beginning."""
    parts = "".join(
        f'<h3>{title}</h3><ul class="punten">{"".join(f"<li>{escape(text)}</li>" for text in texts)}</ul>'
        for title, texts in parts_of(node)
        if texts
    )
    verdict = str(node.oordeel).capitalize()
    return (
        f"<h2>{number[node.id]}. {escape(verdict)}: {escape(node.title)}</h2><p>{escape(node.sentence)}</p>"
        f"<p>{BECAUSE}: {where.source(node.sources[0])}. {escape(way(node))}</p>{parts}"
        '<p><a href="#n1">Terug naar het begin</a></p>'
    )


def contents_page(made: Sequence[Chapter]) -> str:
    """The contents, with the parts of each chapter, and where the book begins."""
    rows = "".join(
        f'<li><a href="{c.file}">{escape(c.title)}</a>'
        + (
            f"<ol>{''.join(f'<li><a href="{c.file}#{id}">{escape(title)}</a></li>' for id, title in c.parts)}</ol>"
            if c.parts
            else ""
        )
        + "</li>"
        for c in made
    )
    marks = (
        ("voorkant.xhtml", "cover", "Voorkant"),
        ("nav.xhtml", "toc", "Inhoud"),
        (made[0].file, "bodymatter", "Begin"),
    )
    landmarks = "".join(f'<li><a epub:type="{kind}" href="{file}">{title}</a></li>' for file, kind, title in marks)
    return page(
        "Inhoud",
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="inhoud"><h1 id="inhoud">Inhoud</h1><ol>{rows}</ol></nav>'
        f'<nav epub:type="landmarks" aria-label="Plaatsen" hidden="hidden"><ol>{landmarks}</ol></nav>',
    )


def make_epub(contents: Contents) -> bytes:
    """The book as one file."""
    made = list(chapters(contents))
    about = f"{dutch(contents.day)}. {contents.cover_version}."
    book = named(EPUB, contents)
    front = page(
        EPUB.title,
        f'<section epub:type="cover" aria-label="Voorkant"><img class="voorkant" src="voorkant.svg" alt="{escape(EPUB.title)}"/>'
        f"<h1>{escape(EPUB.title)}</h1><p>{escape(book.subtitle)}. {escape(about)}</p></section>",
    )
    files = {
        "boek/inhoud.opf": package(contents, made),
        "boek/nav.xhtml": contents_page(made),
        "boek/stijl.css": STYLE,
        "boek/voorkant.svg": cover(contents),
        "boek/voorkant.xhtml": front,
    }
    files |= {f"boek/{chapter.file}": chapter.xhtml() for chapter in made}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", OLDEST), "application/epub+zip", zipfile.ZIP_STORED)
        for name, body in {"META-INF/container.xml": CONTAINER, **files}.items():
            archive.writestr(zipfile.ZipInfo(name, OLDEST), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def edition_of(contents: Contents) -> str:
    """The last part of the book's identifier: its version, with the name of the edition before it."""
    return f"{slug(contents.edition)}:{slug(contents.version)}" if contents.edition else contents.version


def package(contents: Contents, made: Sequence[Chapter]) -> str:
    """The list of what is in the file and in which order, with what the book is and how well it can be read."""
    ids = [(chapter.file, chapter.file.removesuffix(".xhtml")) for chapter in made]
    items = "".join(f'<item id="{id}" href="{file}" media-type="application/xhtml+xml"/>' for file, id in ids)
    order = "".join(f'<itemref idref="{id}"/>' for _, id in ids)
    day = contents.day.isoformat()
    book = named(EPUB, contents)
    title = f"{book.title}, {contents.edition}" if contents.edition else book.title
    said = escape(f"{book.subtitle}. {dutch(contents.day)}. {contents.cover_version}.")
    features = "".join(f'<meta property="schema:accessibilityFeature">{feature}</meta>' for feature in FEATURES)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id" xml:lang="nl" prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:gegevens-delen-in-de-proeftuin:handboek:{escape(edition_of(contents))}</dc:identifier>'
        f"<dc:title>{escape(title)}</dc:title><dc:language>nl</dc:language><dc:creator>{AUTHOR}</dc:creator>"
        f"<dc:description>{said}</dc:description><dc:date>{day}</dc:date>"
        f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>'
        '<meta property="schema:accessMode">textual</meta><meta property="schema:accessMode">visual</meta>'
        f'<meta property="schema:accessModeSufficient">textual</meta>{features}'
        '<meta property="schema:accessibilityHazard">none</meta>'
        f'<meta property="schema:accessibilitySummary">{escape(SUMMARY)}</meta>'
        f'<meta property="dcterms:conformsTo" id="norm">{CONFORMS}</meta>'
        f'<meta property="a11y:certifiedBy" refines="#norm">{AUTHOR}</meta></metadata>'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="stijl" href="stijl.css" media-type="text/css"/>'
        '<item id="plaat" href="voorkant.svg" media-type="image/svg+xml" properties="cover-image"/>'
        f'<item id="voorkant" href="voorkant.xhtml" media-type="application/xhtml+xml"/>{items}</manifest>'
        f'<spine><itemref idref="voorkant"/><itemref idref="nav"/>{order}</spine></package>'
    )
