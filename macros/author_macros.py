"""The macros that authors use in docs/: `{{ … }}` in Markdown becomes what these functions return."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from decision_trees.catalogue import TREES
from macros import steps as build
from macros.handbook.files import FILES, KEPT_OFFLINE
from macros.publication import licences
from macros.text.citable_parts import slug
from macros.trees import framework, readability, review
from macros.trees import tables as tree_tables
from macros.trees.diagram import diagram
from macros.trees.page import TreePage


def deviations_table() -> str:
    """Corrections of the source as a list for readers."""
    parts = []
    for entry in build.current.deviations.corrections:
        provision = build.current.register.find(entry.place, "bron/afwijkingen.yml")
        moved = "<p>Verplaatst.</p>" if entry.after else ""
        words = (
            f"<p><del>{escape(entry.old)}</del></p><p><ins>{escape(entry.new)}</ins></p>"
            if entry.old != entry.new
            else f"<p>{escape(entry.new)}</p>"
        )
        parts.append(
            f'<li><p><a href="..{provision.url}">{escape(provision.citation)}</a></p>'
            f"{moved}{words}<p>{escape(entry.reason)}</p></li>"
        )
    return f'<ol class="afwijkingen" data-search-exclude>{"".join(parts)}</ol>'


def notes_table(kind: str) -> str:
    """Added headings ("koppen") or kept slips ("behouden") as a list for readers."""
    deviations = build.current.deviations
    notes = deviations.headings if kind == "koppen" else deviations.kept
    parts = []
    for note in notes:
        provision = build.current.register.find(note.place, "bron/afwijkingen.yml")
        parts.append(
            f'<li><p><a href="..{provision.url}">{escape(provision.citation)}</a>: '
            f"“{escape(note.text)}”. {escape(note.reason)}</p></li>"
        )
    return f"<ul data-search-exclude>{''.join(parts)}</ul>"


def contents(document: str, base: str = "") -> str:
    """The pages of a document, each with its heading, as a list of links; `base` leads to the document's own page."""
    items = [
        f'<li><a href="{base}{provision.url.removeprefix(f"/{document}/")}">{escape(provision.title)}</a></li>'
        for provision in build.current.register
        if provision.document == document and provision.id.count("/") == 1 and provision.url.endswith("/")
    ]
    return f'<ol class="inhoud" role="list">{"".join(items)}</ol>'


def tree_page(id: str) -> str:
    """The page of a tree: the walker and the whole tree as text."""
    page = TreePage(TREES[id], build.current.register, "../../")
    return page.render(f"assets/python/{build.current.runtime.name}/", "assets/boom.js")


def components() -> str:
    """The components of a tree as they look: a question, and an outcome of each kind of advice."""
    tree = TREES["delen"]
    page = TreePage(tree, build.current.register, "../", f"../beslisbomen/{tree.id}/")
    kinds = {outcome.oordeel: outcome for outcome in reversed([*tree.outcomes.values()])}
    shown = "".join(page.outcome(kinds[kind]) for kind in sorted(kinds, key=lambda kind: kind.strictness))
    return f'<div class="boom"><div class="boom-loop">{page.question(tree.questions[tree.start], live=True)}</div>{shown}</div>'


def tree_tables_of(id: str) -> str:
    """A tree as numbered tables."""
    return tree_tables.tables(TREES[id], TreePage(TREES[id], build.current.register, "../../../"))


def tree_diagram(id: str) -> str:
    """A tree as a diagram."""
    return diagram(TREES[id])


def review_form_address(id: str) -> str:
    """Where the review form of a tree stands, from the page of its tables."""
    return f"../../../api/toetsformulier-{id}.csv"


def rules_account() -> str:
    """The account of the framework's rules."""
    return framework.account(Path())


def review_table() -> str:
    """The review of the trees, point by point."""
    return review.table(Path())


def offline_size() -> str:
    """How much a device keeps, roughly, in words: the runtime's files and the rest of the last build."""
    python = sum(path.stat().st_size for path in build.current.runtime.iterdir())
    return f"ongeveer {round(python / 1e6) + 6} MB op je apparaat; het ophalen kost minder, omdat bestanden gecomprimeerd komen"


def handbook_files() -> str:
    """The files of the handbook, each with its size."""
    books = build.current.books
    if not books:
        return "<p>Deze site is gemaakt zonder boeken.</p>"
    parts = []
    for group in dict.fromkeys(file.group for file in FILES):
        items = "".join(
            f'<li><a href="{file.name}" download>{escape(file.title)}</a>, {size_of(len(books[file.name]))}</li>'
            for file in FILES
            if file.group == group and file.name in books
        )
        parts.append(f'<h2 id="{slug(group)}">{escape(group)}</h2><ul>{items}</ul>')
    return "".join(parts)


def size_of(count: int) -> str:
    """A number of bytes as people write it."""
    return f"{count / 1e6:.1f} MB".replace(".", ",") if count >= 1e6 else f"{round(count / 1000)} kB"


def handbook_size() -> str:
    """How much the handbook adds on a device."""
    return size_of(sum(len(build.current.books.get(name, b"")) for name in KEPT_OFFLINE))


def provision_link(id: str) -> str:
    """A reference that an author makes: a link to a provision, with its citation as text. BuildError when unknown."""
    page = CURRENT_PAGE["file"]
    target = build.current.register.find(id, f"docs/{page}:{line_of(page, id)}")
    base = "../" * (1 if page.count("/") == 0 else 2) if not page.endswith("index.md") else "../" * page.count("/")
    return f'<a class="verwijzing" href="{base}{target.url.lstrip("/")}">{escape(target.citation)}</a>'


def glossary() -> str:
    """All terms with their explanation, where the text defines them and where it uses them, as Markdown."""
    parts = []
    for term in build.current.terms:
        defined = f" ({provision_link(term.provision)})" if term.provision else ""
        uses = build.current.linker.term_uses.get(term.name, [])
        items = ", ".join(f'<a href="..{use.url}">{escape(use.citation)}</a>' for use in uses)
        used = (
            f"<details><summary>Gebruikt in {len(uses)} {'bepaling' if len(uses) == 1 else 'bepalingen'}</summary>"
            f"<p>{items}</p></details>"
            if uses
            else ""
        )
        parts.append(f"## {term.name} {{: #{term.anchor} }}\n\n{escape(term.explanation)}{defined}\n\n{used}\n")
    return "\n".join(parts)


def whole_document(document: str) -> str:
    """The place of all pages of a document one after another; `build.whole_documents` fills it when they were read."""
    return f'<div data-document="{document}"></div>'


def readability_table() -> str:
    """How hard each tree is to read."""
    return readability.table(TREES.values())


def licence_tables() -> str:
    """Whose work the site uses."""
    return licences.table(Path())


def line_of(page: str, words: str) -> int:
    """The line of a page's file on which some words first stand, for an error; 0 when they do not."""
    lines = (Path("docs") / page).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if words in line), 0)


CURRENT_PAGE = {"file": ""}


def on_pre_page_macros(env: Any) -> None:
    """Tell which page's macros are being filled in, so that an error names it; `env.env` is the sandbox of `authors`."""
    CURRENT_PAGE["file"] = env.page.file.src_uri
    env.env.start(env.page, env.markdown)


MACROS: tuple[Callable[..., str], ...] = (
    components,
    contents,
    deviations_table,
    glossary,
    handbook_files,
    handbook_size,
    licence_tables,
    notes_table,
    offline_size,
    provision_link,
    readability_table,
    review_form_address,
    review_table,
    rules_account,
    tree_diagram,
    tree_page,
    tree_tables_of,
    whole_document,
)
NAMES = {
    "review_form_address": "toetsformulier",
    "review_table": "beoordeling",
    "rules_account": "regels",
    "tree_diagram": "boomschema",
    "tree_tables_of": "boomtabel",
    "glossary": "begrippenlijst",
    "readability_table": "leesbaarheid",
    "licence_tables": "licenties",
    "handbook_files": "handboek",
    "handbook_size": "handboek_grootte",
    "offline_size": "offline_grootte",
    "provision_link": "bepaling",
    "whole_document": "volledig",
    "tree_page": "beslisboom",
    "components": "onderdelen",
    "contents": "inhoud",
    "deviations_table": "afwijkingen",
    "notes_table": "bronnotities",
}


MARKDOWN = frozenset({glossary, provision_link, offline_size, handbook_size, review_form_address, whole_document})
"""Macros whose result is Markdown, a mark or words in a sentence; the others give whole HTML, which Markdown need not read."""


def define_env(env: Any) -> None:
    """Entry point of mkdocs-macros-plugin."""
    for function in MACROS:
        env.macro(function if function in MARKDOWN else build.inserted(function), NAMES[function.__name__])
