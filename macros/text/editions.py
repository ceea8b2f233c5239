"""An edition in edities/: reading its file, comparing the text before it is filled in, and naming what comes of it."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.util import ETX, STX

from macros.edition.answers import NAME, Edition
from macros.edition.fields import EXPLANATION, Fields
from macros.edition.opening import read_whole
from macros.shared.errors import BuildError, reason
from macros.shared.stored_files import read_text, read_yaml, shaped
from macros.text.documents import MODELS
from macros.text.parsed_page import Reading
from macros.text.references import find
from macros.text.register import Register
from macros.text.source import Deviations

FOLDER = "edities"
FORMS = {".toml": "toml", ".json": "json"}
"""The files in the folder that are editions, and how each is read."""
PAGES = f"{FOLDER}/bladzijden"
"""The pages that every edition has in place of the model's, by their path in docs/."""
SENTENCES = f"{FOLDER}/zinnen.yml"
LIST_MARKS = frozenset({"•", "Ø"})
"""The source's marks of unnumbered lists: no words on a page."""
BLOCKS = frozenset({"p", "li", "br", "h1", "h2", "h3", "div", "ol", "ul"})


def read_page(root: Path, page: str) -> str:
    """A page of docs/. BuildError when it cannot be read."""
    return read_text(root, f"docs/{page}")


def read_own_page(root: Path, page: str) -> str:
    """A page as an edition has it: one of its own, or the model's with what it says about the model changed. BuildError when a
    sentence that must change is not there."""
    if (root / PAGES / page).exists():
        return read_text(root, f"{PAGES}/{page}")
    text = read_page(root, page)
    for old, new in read_sentences(root).get(page, {}).items():
        if old not in text:
            raise BuildError(
                SENTENCES, f"{old!r} is not in docs/{page}", "Quote it as the page has it now, or remove it."
            )
        text = text.replace(old, new)
    return text


def read_sentences(root: Path) -> dict[str, dict[str, str]]:
    """What pages of docs/ say otherwise in an edition: old and new words, by the page."""
    data = read_yaml(root, SENTENCES)
    with shaped(SENTENCES, "pages of docs/, each with lines old: new"):
        for page, changes in data.items():
            for words in chain.from_iterable(changes.items()):
                if not isinstance(words, str):
                    raise TypeError(f"{page}: {words!r} is no text")
        return dict(data)


def check_own_pages(root: Path) -> None:
    """BuildError when a page that editions have otherwise is no page of docs/: nobody would ever see what it says."""
    own = [path.relative_to(root / PAGES).as_posix() for path in sorted((root / PAGES).rglob("*.md"))]
    named = {f"{PAGES}/{page}": page for page in own} | {f"{SENTENCES}, {page}": page for page in read_sentences(root)}
    for place, page in named.items():
        if not (root / "docs" / page).exists():
            raise BuildError(place, f"there is no page docs/{page}", "Name it after the page that it changes.")


def file_of(root: Path, name: str) -> str:
    """The file of an edition, from the project's root. BuildError when there is none, or two."""
    files = [path for path in (root / FOLDER).glob("*.*") if path.suffix in FORMS]
    found = [f"{FOLDER}/{path.name}" for path in files if path.stem == name]
    if not NAME.fullmatch(name) or len(found) != 1:
        others = sorted({path.stem for path in files if NAME.fullmatch(path.stem)})
        problem = "er zijn er twee, .toml en .json" if len(found) > 1 else "deze eigen versie is er niet"
        remedy = f"Wel: {', '.join(others)}. Zo: make build EDITION={others[0]}" if others else f"{FOLDER}/ is leeg."
        raise BuildError(f"{FOLDER}/{name}", problem, remedy)
    return found[0]


def read_bytes(root: Path, file: str) -> bytes:
    """What is in an edition's file. BuildError, in Dutch, when the system does not give it."""
    try:
        return (root / file).read_bytes()
    except OSError as error:
        raise BuildError(file, f"dit bestand kan niet worden gelezen ({reason(error)})", "Zet het terug.") from error


def load(root: Path, name: str, fields: Fields, register: Register, model: str) -> Edition:
    """The edition with this name. BuildError that lists all that is wrong with its file."""
    file = file_of(root, name)
    edition = read_whole(read_bytes(root, file), FORMS[Path(file).suffix], fields, register.open_to_additions())
    problems = [*map(str, edition.problems)]
    if not problems and edition.model != model:
        problems = [
            f"model: gemaakt bij {edition.model or 'een onbekende versie'}, het model is nu {model}. Kijk na wat er veranderde en zet dan: {model}"
        ]
    if problems:
        listed = "\n    ".join(problems)
        raise BuildError(
            file, f"{len(problems)} fout(en)", f"{listed}\n    Herstel ze in het bestand; er is niets vervangen."
        )
    return replace(edition, id=name)


def compare(readings: Sequence[Reading], deviations: Deviations) -> None:
    """BuildError when the text that is to be filled in is not the source's, word for word."""
    expected = [word for word in deviations.expected().split() if word not in LIST_MARKS]
    found = [(word, reading.file) for reading in readings for word in words_of(reading.tree).split()]
    for index, word in enumerate(expected):
        if index >= len(found) or found[index][0] != word:
            here = found[min(index, len(found) - 1)]
            before = " ".join(expected[max(0, index - 5) : index])
            problem = f"after “{before}” the source says “{word}”, the site “{here[0]}”"
            raise BuildError(here[1], problem, "Mend the text, or list the deviation; then fill in the edition.")
    if len(found) > len(expected):
        raise BuildError(found[-1][1], "the site says more than the source", "Mend the text, then fill in the edition.")


def words_of(element: etree.Element) -> str:
    """All text of an element but what the site itself adds."""
    return "".join(pieces_of(element))


def pieces_of(element: etree.Element) -> Iterator[str]:
    """The text in pieces, with a space behind each block."""
    yield as_read(element.text)
    for child in element:
        if "redactie" not in (child.get("class") or "").split():
            yield from pieces_of(child)
        if child.tag in BLOCKS:
            yield " "
        yield as_read(child.tail)


def as_read(text: str | None) -> str:
    """Text without what Markdown keeps in it until it writes the page."""
    return (text or "").replace(f"{STX}amp{ETX}", "&").replace(NBSP_PLACEHOLDER, " ")


def named(register: Register, edition: Edition) -> Register:
    """The register with citations that say whose text they cite; the makers' explanation stays theirs."""
    return Register(
        replace(one, citation=f"{one.citation} {'(van het model)' if one.id.startswith(EXPLANATION) else edition.name}")
        if one.document in MODELS
        else one
        for one in register
    )


def check_references(register: Register, file: str) -> None:
    """BuildError when words of an edition refer to what is not in it."""
    for provision in register:
        page = provision.url.split("#")[0].strip("/")
        for reference in [] if provision.url.endswith("/") else find(provision.text, page):
            if reference.provision and reference.provision not in register:
                words = provision.text[reference.start : reference.end]
                problem = f"{provision.citation} verwijst naar ‘{words}’, en dat is er niet"
                raise BuildError(file, problem, "Herstel het nummer in het antwoord of in de toevoeging.")
