"""Reading Word files, for tests: their text with Word's own numbers, fields and bookmarks, and what LibreOffice makes of them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from tools.setup import find_office

ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
SIGNS: dict[str, Callable[[int], str]] = {"decimal": str, "lowerLetter": lambda n: chr(96 + n), "lowerRoman": ROMAN.__getitem__,
         "upperRoman": lambda n: ROMAN[n].upper(), "bullet": lambda _: ""}  # fmt: skip
OURS = frozenset({"Title", "Subtitle", "Uitleg", "TOCHeading", "TOC1", "TOC2"})
"""Styles of paragraphs that are no text of the source."""


def style_of(paragraph: Any) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def text_in(element: Any) -> str:
    """The words in an element; a tab between them is a space."""
    found = element.iter(qn("w:t"), qn("w:tab"))
    return "".join(
        one.text or "" if one.tag == qn("w:t") else " " * (one.getparent().tag == qn("w:r")) for one in found
    )


def numbered(document: Any) -> Iterator[tuple[Any, str]]:
    """Each paragraph of the body with the number that Word's own counting gives it."""
    numbering = document.part.numbering_part.element
    abstract = {one.get(qn("w:abstractNumId")): one for one in numbering.iter(qn("w:abstractNum"))}
    used = {
        one.get(qn("w:numId")): abstract[one.find(qn("w:abstractNumId")).get(qn("w:val"))]
        for one in numbering.iter(qn("w:num"))
    }
    counts: dict[str, int] = {}
    for paragraph in document.element.body.iter(qn("w:p")):
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is None:
            yield paragraph, ""
            continue
        id, depth = (found.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("numId", "ilvl"))
        [level] = [one for one in used[id].iter(qn("w:lvl")) if one.get(qn("w:ilvl")) == depth]
        get = {name: level.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("start", "numFmt", "lvlText")}
        counts[id] = counts.get(id, int(get["start"]) - 1) + 1
        sign = SIGNS[get["numFmt"]](counts[id])
        yield paragraph, "" if get["numFmt"] == "bullet" else get["lvlText"].replace(f"%{int(depth) + 1}", sign)


def words_of(path: Path) -> list[str]:
    """The words of a Word file as a reader meets them: with numbers; a comment and a footnote where they hang."""
    document = Document(str(path))
    comments = {c.get(qn("w:id")): text_in(c) for c in document.part._comments_part.element}
    parts: list[str] = []
    for paragraph, number in numbered(document):
        if style_of(paragraph) in OURS:
            continue
        parts.append(f" {number} ")
        for element in paragraph.iter():
            if element.tag == qn("w:t"):
                parts.append(element.text or "")
            elif element.tag == qn("w:br") or (element.tag == qn("w:tab") and element.getparent().tag == qn("w:r")):
                parts.append(" ")
            elif element.tag == qn("w:commentReference"):
                parts.append(f" {comments[element.get(qn('w:id'))]} ")
    return "".join(parts).split()


def targets(body: Any) -> dict[str, tuple[Any, str]]:
    """The bookmarks of a body by name: the paragraph in which each begins, and the words up to its end in that paragraph."""
    found = {}
    for begin in body.iter(qn("w:bookmarkStart")):
        paragraph = next(parent for parent in begin.iterancestors() if parent.tag == qn("w:p"))
        found[begin.get(qn("w:name"))] = (paragraph, text_in(paragraph))
    return found


def fields_of(body: Any) -> list[tuple[str, str]]:
    """The short fields and the links within a body: what each leads to or computes, and the words that stand there."""
    short = [(field.get(qn("w:instr")).strip(), text_in(field)) for field in body.iter(qn("w:fldSimple"))]
    links = [
        (f"HYPERLINK {link.get(qn('w:anchor'))}", text_in(link))
        for link in body.iter(qn("w:hyperlink"))
        if link.get(qn("r:id")) is None  # which leads outside
    ]
    return short + links


def convert(file: Path, to: str, folder: Path) -> Path:
    """A Word file as LibreOffice writes it ("pdf", "docx")."""
    office = find_office()
    assert office, "LibreOffice is missing: make test installs it, or apt-get install libreoffice-writer-nogui"
    out = folder / f"office-{to}"
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", str(out)]  # fmt: skip
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=120)
    return out / f"{file.stem}.{to}"


def letters(text: str) -> str:
    """A text without white space."""
    return re.sub(r"\s", "", text)
