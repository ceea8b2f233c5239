"""What things are called in a Word file of ours: its bookmarks, and words as XML has them."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from macros.edition.fields import Addition


def escaped(words: str) -> str:
    """Words inside XML."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def edge_name(id: str) -> str:
    """The bookmark around a provision or a page, by its id."""
    return f"_b{crc32(id.encode()):08x}"


def range_name(place: str) -> str:
    """The bookmark around words that are taken over or left out, by their place ("optie_governance.0")."""
    return f"_k{crc32(place.encode()):08x}"


def heading_name(id: str) -> str:
    """The bookmark around a heading, to which the table of contents leads."""
    return f"_Toc{crc32(id.encode()):08x}"


def attribute(words: str) -> str:
    """Words inside an attribute."""
    return escaped(words).replace('"', "&quot;")


def addition_names(additions: Sequence[Addition]) -> dict[str, str]:
    """The bookmarks around additions by their anchors: no two have one name, and the same additions have the same."""
    names: dict[str, str] = {}
    for anchor in dict.fromkeys(addition.anchor for addition in additions):
        number = crc32(anchor.encode())
        while (name := f"_e{number % 2**32:08x}") in names.values():
            number += 1
        names[anchor] = name
    return names
