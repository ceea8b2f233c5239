"""What each page of source text is about, in a sentence of ours, and the groups in which a document's contents stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.shared.errors import BuildError
from macros.shared.stored_files import read_yaml, shaped
from macros.text.documents import BY_ID
from macros.text.register import Provision, Register

LIST = "bron/inhoud.yml"


@dataclass(frozen=True)
class Group:
    """Pages of a document that belong together: a name, and each page with what it is about."""

    name: str
    pages: tuple[tuple[Provision, str], ...]


@dataclass(frozen=True)
class TableOfContents:
    """The groups of each document, by its id, and what each page is about, by its name ("convenant/artikel-1")."""

    groups: dict[str, tuple[Group, ...]]
    about: dict[str, str]


def read_contents(root: Path, register: Register, moved: Mapping[str, str]) -> TableOfContents:
    """The reviewed list. A page that is not in it stands last, without a sentence; one that moved is passed over. BuildError
    when a page stands in it twice, or one that is not published."""
    with shaped(LIST, "documents, groups in them, and in those the last part of each page's address with a sentence"):
        found = {
            document: [*read_groups(document, groups, moved)] for document, groups in read_yaml(root, LIST).items()
        }
    names = [name for groups in found.values() for _, pages in groups for name, _ in pages]
    wanted = [p.id for p in register if "#" not in p.url]
    for name in names:
        if names.count(name) > 1:
            raise BuildError(LIST, f"{name} stands in it {names.count(name)} times", "Name it once.")
    if odd := sorted(set(names) - set(wanted)):
        raise BuildError(LIST, f"not published: {', '.join(odd)}", "Take it out, or mend its name.")
    for page in wanted:
        if page not in names:
            found.setdefault(page.split("/")[0], []).append(("Verder", [(page, "")]))
    groups = {
        document: tuple(Group(name, tuple((register.find(page, LIST), text) for page, text in pages)) for name, pages in parts)
        for document, parts in found.items()
    }  # fmt: skip
    return TableOfContents(
        groups, {page: text for parts in found.values() for _, pages in parts for page, text in pages}
    )


def read_groups(
    document: str, groups: dict[str, Any], moved: Mapping[str, str]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The groups of a document: name, and its pages with their sentences. ValueError for what is no sentence."""
    if document not in BY_ID:
        raise ValueError(f"{document!r} is no document")
    for name, pages in groups.items():
        for page, text in pages.items():
            if not (isinstance(text, str) and text.endswith(".")):
                raise ValueError(f"{document}, {page}: {text!r} is no sentence")
        named = [(page if page == document else f"{document}/{page}", text) for page, text in pages.items()]
        yield name, [(page, text) for page, text in named if page not in moved]
