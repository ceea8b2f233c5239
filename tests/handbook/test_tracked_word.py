"""A Word file with tracked changes: accept them all for the new text, reject them all for the old; every word of both is there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from macros.edition.fields import Fields
from macros.edition.tracked import AGAINST_MODEL, tracked
from macros.edition.word import fill_word
from macros.handbook.files import TRACKED_FILES, WORD_FILES
from macros.text.register import Register
from tests.handbook.test_word_layout import faults
from tests.handbook.word_files import OURS, letters, numbered, style_of, text_in
from tests.text.model import example, marked_model, other

PARTIES = [{"naam": "Stichting Zes & <Co>"}, {"naam": "Stichting Zeven"}]


@pytest.fixture(scope="module")
def texts() -> tuple[Fields, Register]:
    """The fields and the register of the model."""
    _, fields, register = marked_model()
    return fields, register


def pair(site: Path, texts: tuple[Fields, Register], id: str, answers: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """A document of the model, and the same of an edition: the example with other answers, or the other one."""
    model = (site / "handboek" / WORD_FILES[id]).read_bytes()
    edition = other(*texts) if answers is THE_OTHER else example(*texts, **answers)
    return model, fill_word(model, id, texts[0], edition)


def settled(file: bytes, away: str, kept: str) -> Any:
    """A file after all changes are accepted (`away` is "del") or rejected ("ins")."""
    word = Document(io.BytesIO(file))
    body = word.element.body
    for paragraph in [*body.iter(qn("w:p"))]:
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{away}')}") is not None:
            assert all(one.tag in (qn("w:pPr"), qn(f"w:{away}")) for one in paragraph)  # else it joins the next one
            paragraph.getparent().remove(paragraph)
    for mark in [*body.iter(qn(f"w:{away}"))]:
        mark.getparent().remove(mark)
    for mark in [*body.iter(qn(f"w:{kept}"))]:
        for run in mark:
            mark.addprevious(run)
        mark.getparent().remove(mark)
    for gone in body.iter(qn("w:delText")):
        gone.tag = qn("w:t")
    return word


def said(word: Any) -> list[str]:
    """The paragraphs of a text with Word's own numbers, without white space, comments and the marks of notes."""
    return [
        letters(f"{number} {text_in(paragraph)}")
        for paragraph, number in numbered(word)
        if style_of(paragraph) not in OURS
    ]


def look_of(word: Any) -> list[tuple[str, str]]:
    """Each paragraph's style, and what in it is bold."""
    return [
        (style_of(p), "".join(text_in(run) for run in p.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None))
        for p in word.element.body.iter(qn("w:p"))
        if style_of(p) not in OURS
    ]  # fmt: skip


THE_OTHER: dict[str, Any] = {}
ANSWERS: dict[str, dict[str, Any]] = {
    "the example": {"meer_partijen": PARTIES},
    "nothing left out": {"toelichtingen": "", "optie_governance": "overnemen", "eigen_definities": ""},
    "hostile": {"penvoerder": 'A & <B> "C" \\1 ]]>', "toelichtingen": "overnemen"},
    "the other edition": THE_OTHER,
}


@pytest.mark.parametrize("answers", ANSWERS)
@pytest.mark.parametrize("id", TRACKED_FILES)
def test_accepting_gives_the_editions_text_and_rejecting_the_models(
    site: Path, texts: tuple[Fields, Register], id: str, answers: str
) -> None:
    model, edition = pair(site, texts, id, ANSWERS[answers])
    made = tracked(model, edition, "Model → Voorbeeldstad", AGAINST_MODEL)
    assert made == tracked(model, edition, "Model → Voorbeeldstad", AGAINST_MODEL)
    accepted, rejected = settled(made, "del", "ins"), settled(made, "ins", "del")
    before, after = Document(io.BytesIO(model)), Document(io.BytesIO(edition))
    assert said(accepted) == said(after) != said(before)
    assert said(rejected) == said(before)
    assert look_of(accepted) == look_of(after)
    tabs = [
        [one.getparent().tag for one in word.element.body.iter(qn("w:tab"))].count(qn("w:r"))
        for word in (accepted, after)
    ]
    assert tabs[0] == tabs[1] and (tabs[0] > 1) == (answers == "the other edition")


@pytest.mark.parametrize("id", TRACKED_FILES)
def test_a_tracked_file_is_valid_and_names_nobody(
    site: Path, texts: tuple[Fields, Register], id: str, tmp_path: Path
) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(tracked(*pair(site, texts, id, {}), 'Model → "Voorbeeldstad" & co', AGAINST_MODEL))
    assert faults(made) == []
    body = Document(str(made)).element.body
    marks = [one for tag in ("w:ins", "w:del") for one in body.iter(qn(tag))]
    assert len(marks) > 40 and {one.get(qn("w:author")) for one in marks} == {'Model → "Voorbeeldstad" & co'}
    assert len({one.get(qn("w:id")) for one in marks}) == len(marks)
    with zipfile.ZipFile(made) as file:
        assert b"<w:trackRevisions/>" in file.read("word/settings.xml")
    assert not list(body.iter(qn("w:sdt"))) and not list(body.iter(qn("w:commentReference")))


def test_only_words_that_differ_are_marked(site: Path, texts: tuple[Fields, Register]) -> None:
    model, edition = pair(site, texts, "convenant", {})
    body = Document(io.BytesIO(tracked(model, edition, "x", AGAINST_MODEL))).element.body
    [place] = [p for p in body.iter(qn("w:p")) if "willen zich hiervoor richten tot" in text_in(p)]
    gone = ["".join(one.text for one in mark.iter(qn("w:delText"))) for mark in place.iter(qn("w:del"))]
    assert (gone, [text_in(mark) for mark in place.iter(qn("w:ins"))]) == (
        ["[…]"], ["het contactpunt privacy van de gemeente Voorbeeldstad"]
    )  # fmt: skip
    same = Document(io.BytesIO(tracked(model, model, "x", AGAINST_MODEL))).element.body
    assert not [one for tag in ("w:ins", "w:del") for one in same.iter(qn(tag))]


def test_a_later_version_of_the_model_with_other_lists_and_notes(site: Path, texts: tuple[Fields, Register]) -> None:
    """As from version 1 to version 2: a paragraph of a list and a footnote went, the lists have other numbers."""
    old = (site / "handboek" / WORD_FILES["convenant"]).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            xml = before.read(name).decode()
            if name in ("word/document.xml", "word/numbering.xml"):
                xml = re.sub(r'(numId="|<w:numId w:val="|bstractNumId="|<w:abstractNumId w:val=")1', r"\g<1>3", xml)
            if name == "word/document.xml":
                xml = re.sub(r"<w:p>(?:(?!<w:p>).)*?De klachtprocedure van de Partner.*?</w:p>", "", xml)
                xml = re.sub(r'<w:r>(?:(?!</w:r>).)*?<w:footnoteReference w:id="3"/></w:r>', "", xml)
            after.writestr(name, xml)
    made = tracked(old, out.getvalue(), "Versie 1 → versie 2", "versie 1")
    accepted, rejected = settled(made, "del", "ins"), settled(made, "ins", "del")
    assert said(accepted) == said(Document(io.BytesIO(out.getvalue())))
    [note] = [
        re.sub(r".*(\[noot:.*?\]).*", r"\1", words) for words in said(rejected) if "[noot:" in words
    ]  # the note's own part is the new file's, so its words stand where it hung
    assert note.startswith("[noot:VoorProfessionals")
    assert [words.replace(note, "") for words in said(rejected)] == said(Document(io.BytesIO(old)))
