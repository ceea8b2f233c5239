"""What trees and sheets rest on, as links from a page."""

from __future__ import annotations

from decision_trees.model import Source
from macros.shared.html import Link
from macros.text.register import Register


def source_link(source: Source, register: Register, root: str, place: str) -> Link:
    """A source as a link: a provision to the site (`root` leads to it), an article of a law to the text in force.

    BuildError, naming `place`, for a provision that is not published.
    """
    if not source.provision:
        return Link(source.address, source.label, outside=True)
    return provision_link(source.provision, register, root, place)


def provision_link(id: str, register: Register, root: str, place: str, text: str = "") -> Link:
    """A link to a provision, with its citation when there is no text. BuildError, naming `place`, when it is not published."""
    provision = register.find(id, place)
    return Link(f"{root.rstrip('/')}{provision.url}", text or provision.citation)
