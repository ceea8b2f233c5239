"""What each page of source text is about, in a sentence of ours, and the groups in which a document's contents stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from macros.shared.errors import BuildError
from macros.shared.stored_files import read_yaml, shaped
from macros.text.documents import BY_ID
from macros.text.register import Provision, Register

LIST = "bron/inhoud.yml"
UNLISTED = "Verder"
"""The group of pages that the list does not have."""


@dataclass(frozen=True)
class Group:
    """Pages of a document that belong together: a name, and each page with what it is about."""

    name: str
    pages: tuple[tuple[Provision, str], ...]


@dataclass(frozen=True)
class TableOfContents:
    """The groups of each document, by its id, and what each page is about, by its name ("convenant/artikel-1")."""

    groups: Mapping[str, tuple[Group, ...]]
    about: Mapping[str, str]


class Entry(NamedTuple):
    """A page of the list, by its name, with the group of the document that it stands in."""

    document: str
    group: str
    page: str
    about: str


def read_contents(root: Path, register: Register, moved: Mapping[str, str]) -> TableOfContents:
    """The reviewed list. A page that is not in it stands last, without a sentence; one that moved is passed over. BuildError
    when a page stands in it twice, or one that is not published."""
    with shaped(LIST, "documents, groups in them, and in those the last part of each page's address with a sentence"):
        entries = [entry for entry in read_entries(read_yaml(root, LIST)) if entry.page not in moved]
    for page, times in Counter(entry.page for entry in entries).items():
        if times > 1:
            raise BuildError(LIST, f"{page} stands in it {times} times", "Name it once.")
    about = {entry.page: entry.about for entry in entries}
    if odd := sorted(about.keys() - register.pages.keys()):
        raise BuildError(LIST, f"not published: {', '.join(odd)}", "Take it out, or mend its name.")
    unlisted = [Entry(page.split("/")[0], UNLISTED, page, "") for page in register.pages if page not in about]
    groups: dict[str, dict[str, list[tuple[Provision, str]]]] = defaultdict(lambda: defaultdict(list))
    for document, group, page, text in (*entries, *unlisted):
        groups[document][group].append((register.find(page, LIST), text))
    named = {id: tuple(Group(name, tuple(pages)) for name, pages in parts.items()) for id, parts in groups.items()}
    return TableOfContents(named, about | {entry.page: entry.about for entry in unlisted})


def read_entries(documents: dict[str, dict[str, dict[str, Any]]]) -> Iterator[Entry]:
    """The pages of the list as it is written. ValueError for what is no document or no sentence."""
    for document, groups in documents.items():
        if document not in BY_ID:
            raise ValueError(f"{document!r} is no document")
        for group, pages in groups.items():
            for page, text in pages.items():
                if not (isinstance(text, str) and text.endswith(".")):
                    raise ValueError(f"{document}, {page}: {text!r} is no sentence")
                yield Entry(document, group, page if page == document else f"{document}/{page}", text)
