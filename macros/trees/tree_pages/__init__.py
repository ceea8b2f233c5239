"""The pages of every tree, as Markdown: the tree itself, and its tables for jurists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from decision_trees.catalogue import TREES


def tree_pages() -> Iterator[tuple[str, str]]:
    """The pages of every tree: path in docs/, text."""
    for tree in TREES.values():
        for path, template in (
            (f"beslisbomen/{tree.id}.md", "boom.md"),
            (f"beslisbomen/{tree.id}/tabel.md", "boom-tabel.md"),
        ):
            text = Path(__file__).with_name(template).read_text(encoding="utf-8")
            yield path, text.replace("TITEL", tree.title).replace("ID", tree.id)
