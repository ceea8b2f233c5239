"""The first half of a build: everything that pages are made of, read and checked once, as one value that is handed on.

`prepare` makes the `Build`. What MkDocs does with it stands in `mkdocs_events`, what authors call in `author_macros`, and the
second half, which needs only the finished pages, in `finish`.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from decision_trees.catalogue import TREES, check_ways_on
from decision_trees.talks import Talk
from macros.edition.answers import Edition
from macros.edition.fields import Fields
from macros.examples.examples import Examples, read_examples
from macros.handbook.blocks import read_page as read_blocks
from macros.handbook.files import NAMES_IN_EDITION, kept_from
from macros.publication.earlier import Step, Version, folder_of, read_published, steps, word_before
from macros.publication.versions import NUMBERED
from macros.runtime.assembly import build_runtime
from macros.search.index import Indexing, example_pieces, provision_pieces, term_pieces, tree_pieces
from macros.shared.errors import BuildError
from macros.shared.stored_files import read_text, read_toml, shaped
from macros.text import editions
from macros.text.comparison import Change, compare
from macros.text.contents import TableOfContents, read_contents
from macros.text.documents import Document, page_of, titled
from macros.text.filled import fill
from macros.text.linking import Linker
from macros.text.parsed_page import Reading, read_page
from macros.text.places import mark_places, read_list, without_marks
from macros.text.published_addresses import check, read_moved
from macros.text.register import Provision, Register, make_register
from macros.text.source import Deviations, read_deviations
from macros.text.terms import Terms, read_terms
from macros.trees import forms, talks
from macros.trees.framework import read_key, read_rules
from macros.trees.page import check_sources

if TYPE_CHECKING:
    from macros.handbook.contents import Contents

ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~%-]+)*/?")


@dataclass(frozen=True)
class SourcePage:
    """A page of source text as it is published: its HTML, and its headings as Markdown's table of contents gives them."""

    html: str
    contents: list[Any]
    marked: str
    """The HTML with each place that is filled in in a mark of its own."""


@dataclass(frozen=True)
class Build:
    """What the pages of one build are made of, and what is written beside them."""

    root: Path
    """The project's folder."""
    address: str
    """Where the site will stand, with its last slash; empty when the build does not know."""
    version: str
    day: datetime.date
    """The day of this text: the last change of it that was committed."""
    register: Register
    fields: Fields
    """What a proeftuin fills in or chooses in the model."""
    edition: Edition | None
    """The edition that is built; None for the model itself."""
    changes: Sequence[Change]
    """What the edition changed in the model; nothing in the model itself."""
    versions: Sequence[Version]
    """The published versions of the model, the oldest first, and this one; none in an edition."""
    steps: Sequence[Step]
    """What each version of the model changed, the newest first."""
    documents: Mapping[str, Document]
    """The documents by id, under the titles that they have in this build."""
    deviations: Deviations
    moved: Mapping[str, str]
    contents: TableOfContents
    examples: Examples
    terms: Terms
    term_uses: Mapping[str, Sequence[Provision]]
    """Where the text uses a term, by the term's name."""
    pages: Mapping[str, SourcePage]
    """The pages of source text by name ("convenant/artikel-1"), in reading order."""
    model: Mapping[str, SourcePage]
    """The same pages of the model, of which an edition's Word files are made; in the model itself they are `pages`."""
    talks: Mapping[str, Talk]
    """The sheets for talks, by outcome ("delen/delen-vt")."""
    runtime: Path
    """The folder with the browser's Python; its name is the hash of what is in it."""
    books: Mapping[str, bytes]
    """The files of the handbook; none when the site is built without."""
    indexing: Indexing
    """The search's index, in the making."""


def check_address(address: str) -> None:
    """BuildError when the address that the site will have cannot stand in a page, a link or a QR code."""
    if address and not ADDRESS.fullmatch(address):
        remedy = "Give the address alone, as https://voorbeeld.nl/map/, or leave SITE_URL out."
        raise BuildError("SITE_URL", f"{address!r} is no address of a site", remedy)


def prepare(
    root: Path, files: Sequence[str], extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]], address: str
) -> Build:
    """Read and check everything that pages are made of. BuildError names the file and the remedy.

    `files`: the pages of docs/ in the navigation's order; `extensions` and `configs`: the site's Markdown; `address`: where the
    site will stand, or nothing.
    """
    readings = [*read_pages(root, files, extensions, configs)]
    register = make_register(readings)
    deviations = read_deviations(root / "bron")
    deviations.check(register)
    text = Text(readings, register, read_list(root), None)
    mark_places(readings, text.fields)
    if name := os.environ.get("EDITION"):
        text = fill_in(root, name, text, deviations)
    readings, register = text.readings, text.register
    check_ways_on(TREES)
    for tree in sorted(TREES.values(), key=lambda tree: len(tree.nodes)):  # what one tree takes over is named at home
        check_sources(tree, register)
    moved = read_moved(root)
    examples = read_examples(root)
    sheets = talks.read_talks(register)
    forms.check_forms(register)
    check(root, register, moved, {*examples.addresses, *talks.addresses(), *forms.addresses()})
    terms = read_terms(root, register)
    linker = Linker(register, terms, TREES.values(), moved)
    documents = titled(text.edition.name if text.edition else "")
    provisions = provision_pieces(register, documents)
    known = (provisions, tree_pieces(TREES.values()), example_pieces(examples), term_pieces(terms))
    indexing = Indexing(root, [*chain.from_iterable(known)])
    pages = {reading.page: source_page(reading, linker) for reading in readings}
    model = pages
    if text.model:
        linker_of_model = Linker(text.model.register, terms, TREES.values(), moved)
        model = {reading.page: source_page(reading, linker_of_model) for reading in text.model.readings}
    versions = [] if text.edition else read_versions(root, register)
    build = Build(
        root=root,
        address=address,
        version=version_of(root, text.edition),
        day=build_day(),
        register=register,
        fields=text.fields,
        edition=text.edition,
        changes=text.changes,
        versions=versions,
        steps=steps(versions),
        documents=documents,
        deviations=deviations,
        moved=moved,
        contents=read_contents(root, register, moved),
        examples=examples,
        terms=terms,
        term_uses=linker.term_uses,
        pages=pages,
        model=model,
        talks=sheets,
        runtime=build_runtime(root),
        books={},
        indexing=indexing,
    )
    return replace(build, books=make_books(build))


def read_versions(root: Path, register: Register) -> list[Version]:
    """The published versions of the model, and the one that is built, which VERSION may name."""
    name = os.environ.get("VERSION", "")
    own = name if NUMBERED.fullmatch(name) else ""
    now = Version(own, own.removeprefix("v") or version(root), build_day(), register)
    return [*read_published(folder_of(root), own), now]


class Text(NamedTuple):
    """The text of a build: its pages as they were read, the register of them, and what was filled in, if anything was."""

    readings: list[Reading]
    register: Register
    fields: Fields
    edition: Edition | None
    changes: Sequence[Change] = ()
    model: Text | None = None
    """What it was before it was filled in."""


def fill_in(root: Path, name: str, model: Text, deviations: Deviations) -> Text:
    """The text of an edition, from the model's once that was compared with the source. BuildError when the model's text, what pages
    say otherwise or the edition's file is wrong, or the edition refers to what is not there."""
    editions.compare(model.readings, deviations)
    editions.check_own_pages(root)
    edition = editions.load(root, name, model.fields, model.register, version(root))
    before = model._replace(readings=[replace(one, tree=deepcopy(one.tree)) for one in model.readings])
    readings = fill(model.readings, model.fields, edition)
    register = editions.named(make_register(readings), edition)
    editions.check_references(register, editions.file_of(root, name))
    return Text(readings, register, model.fields, edition, compare(model.register, register), before)


def read_pages(
    root: Path, files: Sequence[str], extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]]
) -> Iterator[Reading]:
    """The pages of source text among some pages of docs/. BuildError when one is missing or no text."""
    for file in files:
        if page := page_of(file):
            yield read_page(page, f"docs/{file}", read_text(root, f"docs/{file}"), extensions, configs)


def source_page(reading: Reading, linker: Linker) -> SourcePage:
    """A page with its references and terms linked, and below it what refers to it."""
    linker.complete(reading.tree, reading.page)
    parts = (reading.write(), linker.related(reading.page))
    marked = "\n".join(filter(None, parts))
    return SourcePage(without_marks(marked), reading.contents, marked)


def make_books(build: Build) -> Mapping[str, bytes]:
    """The files of the handbook: none with BOOKS=0, those of an earlier build with BOOKS_FROM=its folder."""
    if os.environ.get("BOOKS") == "0":
        return {}
    if earlier := os.environ.get("BOOKS_FROM"):
        return kept_from(Path(earlier))
    from macros.handbook.make import make_all

    made = make_all(contents_of(build), build.root / ".cache" / "books" / (build.edition.id if build.edition else ""))
    return {NAMES_IN_EDITION.get(name, name): body for name, body in made.items()} if build.edition else made


def contents_of(build: Build) -> Contents:
    """All that books are made from."""
    from macros.handbook.contents import Before, Contents, published

    step = next(iter(build.steps), None)
    return Contents(
        register=build.register,
        terms=build.terms,
        term_uses=build.term_uses,
        deviations=build.deviations,
        trees=tuple(TREES.values()),
        pages={name: read_blocks(name, page.html) for name, page in build.pages.items()},
        cases=tuple(example.case for example in build.examples.all),
        rules=read_rules(build.root),
        key=read_key(build.root),
        version=build.version,
        published=published(os.environ.get("VERSION", "")),
        address=build.address,
        day=build.day,
        documents=build.documents,
        fields=build.fields,
        model={name: read_blocks(name, page.marked) for name, page in build.model.items()},
        model_version=version(build.root),
        filled=build.edition,
        before=Before(step.old.label, step.new.label, word_before(folder_of(build.root), step)) if step else None,
    )


def build_day() -> datetime.date:
    """The day that pages and books carry: SOURCE_DATE_EPOCH's (tools/site.py sets it to the last change of text or rules), or today.

    BuildError when that is set to something else than seconds since 1970.
    """
    moment = os.environ.get("SOURCE_DATE_EPOCH")
    if not moment:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(moment), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        remedy = "Give the seconds since 1 January 1970, as `git log -1 --format=%ct` prints them, or leave it out."
        raise BuildError("SOURCE_DATE_EPOCH", f"{moment!r} is no moment", remedy) from error


def version_of(root: Path, edition: Edition | None) -> str:
    """The version that pages and files carry: the model's, or an edition's own with the model's behind it."""
    return f"{edition.version} (model {version(root)})" if edition else version(root)


def version(root: Path) -> str:
    """The version of text and trees: the project's, from pyproject.toml."""
    with shaped("pyproject.toml", 'version = "1.2.3" under [project]'):
        return str(read_toml(root, "pyproject.toml")["project"]["version"])
