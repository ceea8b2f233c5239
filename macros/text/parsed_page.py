"""The one reading of a page of source text: the register, the page itself and the books all take from it.

Python-Markdown in two steps. `read_page` turns the text into a tree in which each part has its address; once the register of
all pages is known, `linking` completes the tree, and `Reading.write` makes HTML of it.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markdown.util import AMP_SUBSTITUTE

from macros.text.citable_parts import Part, state

NUMBERING = "macros.text.numbering"
LAST = "unescape"
"""Python-Markdown's last step on a tree: after it, text that must stay as it is can no longer be told from other text."""

FROM_OUTSIDE = frozenset({"ingevuld", "toegevoegd"})
"""Classes of what a proeftuin wrote: text and nothing else, so "&lt;" is no sign for "<" in it."""


@dataclass(frozen=True)
class Reading:
    """One page: its name ("convenant/artikel-1"), its file from the project's root, its citable parts in reading order, and
    its tree, which `linking` completes before it is written."""

    page: str
    file: str
    parts: tuple[Part, ...]
    tree: etree.Element
    markdown: Markdown

    @property
    def contents(self) -> list[Any]:
        """The page's headings, as Markdown's table of contents gives them."""
        return self.markdown.toc_tokens  # type: ignore[attr-defined, no-any-return]

    def write(self) -> str:
        """The page's HTML. Once: what Markdown set aside is put back in the tree."""
        self.markdown.treeprocessors[LAST].run(self.tree)
        for element in self.tree.iter():
            if FROM_OUTSIDE & {*(element.get("class") or "").split()}:
                as_written(element)
        html = self.markdown.serializer(self.tree).strip()
        html = html.removeprefix(f"<{self.markdown.doc_tag}>").removesuffix(f"</{self.markdown.doc_tag}>").strip()
        for step in self.markdown.postprocessors:
            html = step.run(html)
        return html.strip()


def read_page(
    page: str, file: str, text: str, extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]]
) -> Reading:
    """Read a page of source text with the site's Markdown and our numbering."""
    options = {name: dict(values) for name, values in configs.items()}
    markdown = Markdown(extensions=[*extensions, NUMBERING], extension_configs=options)
    state(markdown).page = page
    lines = text.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    tree = markdown.parser.parseDocument(lines).getroot()
    assert tree is not None  # a document has a root
    last = markdown.treeprocessors[LAST]
    for step in markdown.treeprocessors:
        if step is not last:
            changed = step.run(tree)
            tree = tree if changed is None else changed
    return Reading(page, file, tuple(state(markdown).parts), tree, markdown)


def as_written(element: etree.Element) -> None:
    """Have Markdown write each ampersand in an element as one, also where it looks like the sign for another character."""
    for part in element.iter():
        if part.text:
            part.text = literal(part.text)
        if part.tail and part is not element:
            part.tail = literal(part.tail)
        for name, value in part.items():
            part.set(name, literal(value))


def literal(text: str) -> str:
    """Text with its ampersands as Markdown keeps those that it must not touch."""
    return text.replace(AMP_SUBSTITUTE, "&").replace("&", f"{AMP_SUBSTITUTE}amp;")
