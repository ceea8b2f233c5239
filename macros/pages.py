"""The macros that authors use in docs/: `{{ … }}` in Markdown becomes what these functions return."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from decision_trees.catalogue import TREES
from macros import build
from macros.tree_page import TreePage


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
    return f'<ol class="afwijkingen">{"".join(parts)}</ol>'


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
    return f"<ul>{''.join(parts)}</ul>"


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


MACROS: tuple[Callable[..., str], ...] = (contents, deviations_table, notes_table, tree_page)
NAMES = {
    "tree_page": "beslisboom",
    "contents": "inhoud",
    "deviations_table": "afwijkingen",
    "notes_table": "bronnotities",
}


def define_env(env: Any) -> None:
    """Entry point of mkdocs-macros-plugin."""
    for function in MACROS:
        env.macro(function, NAMES[function.__name__])
