"""A Word file that is filled in says what the edition says, in controls with the fields' names; nothing is lost on the way."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from macros.edition.answers import Edition, as_data, read_edition
from macros.edition.fields import LEAVE, TAKE, Fields
from macros.edition.from_word import read_word
from macros.edition.word import fill_word
from macros.handbook.files import WORD_FILES
from macros.text.documents import MODELS
from macros.text.filled import ADVICE_GONE, fill
from macros.text.places import read_list
from macros.text.register import Register, make_register
from tests.conftest import ROOT
from tests.handbook.word_files import convert, letters, numbered, text_in, words_of
from tests.text.model import example, marked_model, other

PARTIES = [{"naam": "Stichting Zes", "vertegenwoordiger": "haar bestuur"}, {"naam": "Stichting Zeven"}]


@pytest.fixture(scope="module")
def model() -> tuple[Fields, Edition, Register]:
    """The fields, an edition with everything in it, and the register of its text."""
    readings, fields, register = marked_model()
    edition = example(fields, register, meer_partijen=PARTIES, penvoerder="A & <B>")
    return fields, edition, make_register(fill(readings, fields, edition))


def filled(site: Path, document: str, model: Any, target: Path) -> Path:
    """A document of the example in Word."""
    fields, edition, *_ = model
    source = (site / "handboek" / WORD_FILES[document]).read_bytes()
    made = fill_word(source, document, fields, edition)
    assert made == fill_word(source, document, fields, edition)
    target.write_bytes(made)
    return target


@pytest.mark.parametrize("document", sorted(MODELS))
def test_a_filled_file_says_what_the_edition_says_and_nothing_else(
    site: Path, model: Any, tmp_path: Path, document: str
) -> None:
    assert other_words(filled(site, document, model, tmp_path / "made.docx"), document, model[2]) == []


def other_words(file: Path, document: str, register: Register) -> list[str]:
    """The words of a file that are no provision's, heading or number; the provisions stand in it in their order."""
    words = letters(" ".join(words_of(file)))
    own = [one for one in register if one.document == document]
    if "Toelichtingbedoeling" not in words:
        own = [one for one in own if not one.id.startswith("convenant/toelichting")]
    for text in [letters(one.text) for one in own if one.kind == "toelichting"]:
        words = words.replace(f"[Toelichting:{text}]", text)  # a comment has the brackets and the label of the source
    gaps, at = "", 0
    for one in own:
        text = letters(one.text)
        if "#" in one.url and one.kind != "voetnoot" and one.text != ADVICE_GONE:
            found = words.find(text, at)
            assert found >= 0, f"{one.id}: {one.text[:80]!r} is not in {words[at : at + 200]!r}"
            gaps += f"{words[at:found]} "
            at = found + len(text)
    for title in sorted({letters(one.title) for one in own} - {""}, key=len, reverse=True):
        gaps = gaps.replace(title, " ")
    left = [gap for gap in gaps.split() if not re.fullmatch(r"(?:[\d.]+|[a-k]\.|[ivx]+\.|Bijlage\d:)+", gap)]
    return left + [words[at:]] * bool(words[at:])


def test_bookmarks_have_names_and_numbers_of_their_own_whatever_additions_are_called(site: Path) -> None:
    """The first two ids have the same checksum; so have the anchors made of them. A hundred more fill the numbers."""
    _, fields, register = marked_model()
    provisions = register.open_to_additions()
    after = [id for id in provisions if id.startswith("convenant/artikel-")]
    ids = ["yhcbdjwhj", "cfmwjcitz", *(f"x{number}" for number in range(98))]
    assert len({crc32(f"eigen-{id}".encode()) for id in ids[:2]}) == 1
    entries = [{"id": id, "na": after[n // 2], "kop": f"Kop {n}", "tekst": f"Tekst {n}."} for n, id in enumerate(ids)]
    data = as_data(example(fields, register, meer_partijen=PARTIES)) | {"toevoegingen": entries, "model": "0.1.0"}
    edition = read_edition(data, fields, provisions)
    assert edition.problems == ()
    source = (site / "handboek" / WORD_FILES["convenant"]).read_bytes()
    made = fill_word(source, "convenant", fields, edition)
    assert made == fill_word(source, "convenant", fields, edition)
    body = Document(io.BytesIO(made)).element.body
    begins = [(one.get(qn("w:id")), one.get(qn("w:name"))) for one in body.iter(qn("w:bookmarkStart"))]
    numbers, names = zip(*begins, strict=True)
    assert len(numbers) == len(set(numbers)) and len(names) == len(set(names)) and len(begins) > 200
    assert sorted(numbers) == sorted(one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkEnd")))
    assert all(len(name) <= 40 for name in names)
    assert read_word(made, fields, provisions).data["toevoegingen"] == entries


def options() -> list[tuple[str, str]]:
    """Every field that is a choice, with each option that it takes."""
    return [
        (field.id, option)
        for field in read_list(ROOT)
        for option in {"keuze": [*field.choices], "overname": [TAKE, LEAVE]}.get(field.kind, ())
    ]


@pytest.mark.parametrize(("field", "option"), options())
def test_every_option_of_every_choice_makes_whole_files_that_say_what_the_edition_says(
    site: Path, tmp_path: Path, field: str, option: str
) -> None:
    readings, fields, register = marked_model()
    edition = example(fields, register, **{field: option})
    own = make_register(fill(readings, fields, edition))
    for document in WORD_FILES:
        made = filled(site, document, (fields, edition), tmp_path / "made.docx")
        with zipfile.ZipFile(made) as file:
            for name in file.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(file.read(name))
        if document in MODELS:
            assert other_words(made, document, own) == []


@pytest.mark.parametrize("document", sorted(set(WORD_FILES) - MODELS))
def test_a_guide_of_an_edition_is_the_models_under_the_proeftuins_name(
    site: Path, model: Any, tmp_path: Path, document: str
) -> None:
    made = filled(site, document, model, tmp_path / "made.docx")
    assert words_of(made) == words_of(site / "handboek" / WORD_FILES[document])
    word = Document(str(made))
    [head] = word.sections[0].header.paragraphs
    assert head.text == f"{word.core_properties.title}, versie 1" and "Proeftuin Voorbeeldstad" in head.text


def test_every_place_is_a_control_with_its_name_and_all_of_one_field_share_one_answer(site: Path, model: Any) -> None:
    fields = model[0]
    for document in MODELS:
        name = WORD_FILES[document]
        with zipfile.ZipFile(site / "handboek" / name) as file:
            body = etree.fromstring(file.read("word/document.xml"))
            data = etree.fromstring(file.read("customXml/item2.xml"))
            assert len(file.namelist()) == len(set(file.namelist()))
        controls = [sdt.find(qn("w:sdtPr")) for sdt in body.iter(qn("w:sdt"))]
        tags = [one.find(qn("w:tag")).get(qn("w:val")) for one in controls]
        listed = [
            field.id for field, _, place in fields.places() if place.document == document and field.kind != "overname"
        ]
        assert sorted(tags) == sorted(listed)
        ids = [one.find(qn("w:id")).get(qn("w:val")) for one in controls]
        assert len(ids) == len(set(ids))
        for one, tag in zip(controls, tags, strict=True):
            assert one.find(qn("w:alias")).get(qn("w:val")) == fields.by_id[tag].name
            if (binding := one.find(qn("w:dataBinding"))) is not None:
                [path] = re.findall(r"v:(\w+)\[1\]$", binding.get(qn("w:xpath")))
                assert path == tag and data.find(f"{{{data.nsmap[None]}}}{tag}") is not None


def test_the_file_is_of_the_proeftuin_and_its_answers_can_be_changed_in_word(
    site: Path, model: Any, tmp_path: Path
) -> None:
    word = Document(str(filled(site, "convenant", model, tmp_path / "made.docx")))
    about = word.core_properties
    assert about.title == "Convenant Proeftuin Voorbeeldstad" and about.last_modified_by == "Proeftuin Voorbeeldstad"
    assert about.comments.startswith("Versie 1 (model ")
    section = word.sections[0]
    assert section.header.paragraphs[0].text == "Convenant Proeftuin Voorbeeldstad, versie 1"
    assert [round((side or 0) / 36000) for side in (section.page_width, section.page_height)] == [210, 297]
    assert not list(word.comments)
    [control] = [
        sdt
        for sdt in word.element.body.iter(qn("w:sdt"))
        if 'w:val="contact_betrokkenen"' in etree.tostring(sdt).decode()
    ]
    [text] = control.iter(qn("w:t"))
    text.text = "het loket"
    out = io.BytesIO()
    word.save(out)
    again = Document(io.BytesIO(out.getvalue()))
    assert "het loket" in "".join(t.text or "" for t in again.element.body.iter(qn("w:t")))
    assert len(list(again.element.body.iter(qn("w:sdt")))) == len(list(word.element.body.iter(qn("w:sdt"))))


def test_a_term_that_is_filled_in_looks_as_the_other_terms_do(site: Path, model: Any, tmp_path: Path) -> None:
    for made in (
        site / "handboek" / WORD_FILES["privacyprotocol"],
        filled(site, "privacyprotocol", model, tmp_path / "made.docx"),
    ):
        held = controls_of(Document(str(made)).element.body)
        bold = {
            tag
            for tag, one in held
            if all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in one.iter(qn("w:r")))
        }
        assert bold == {"team_naam", "werkomgeving"}


def test_an_addition_between_parts_of_a_list_stands_as_they_do(site: Path, tmp_path: Path) -> None:
    """As far from the edge as its neighbours, its number hanging out; what follows in it below its text."""
    _, fields, register = marked_model()
    file = tmp_path / "made.docx"
    file.write_bytes(
        fill_word(
            (site / "handboek" / WORD_FILES["convenant"]).read_bytes(), "convenant", fields, other(fields, register)
        )
    )
    paragraphs = [(number, text_in(one), indent_of(one)) for one, number in numbered(Document(str(file)))]
    found = {
        text.split(" ", 1)[0] if text[:1].isdigit() or text.startswith("ca.") else text: place
        for number, text, place in paragraphs
        if not number
    }
    assert (found["1a."], found["1b."], found["ca."]) == (("567", "567"), ("567", "567"), ("1134", "567"))
    assert found["Met een tweede alinea."] == ("567", None) and found["Dit staat vóór de voetnoot."] == (None, None)


def indent_of(paragraph: Any) -> tuple[str | None, str | None]:
    """How far a paragraph says that it stands from the edge, and how far its first line hangs out."""
    place = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    return (None, None) if place is None else (place.get(qn("w:left")), place.get(qn("w:hanging")))


def controls_of(body: Any) -> list[tuple[str, Any]]:
    """The controls of a body with their tags."""
    return [(one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")), one) for one in body.iter(qn("w:sdt"))]


@pytest.mark.parametrize("document", WORD_FILES)
def test_libreoffice_keeps_words_and_controls(site: Path, model: Any, tmp_path: Path, document: str) -> None:
    made = filled(site, document, model, tmp_path / "made.docx")
    before, after = (Document(str(path)).element.body for path in (made, convert(made, "docx", tmp_path)))
    assert letters("".join(t.text or "" for t in before.iter(qn("w:t")))) == letters(
        "".join(t.text or "" for t in after.iter(qn("w:t")))
    )
    bound = [[one.get(qn("w:xpath")) for one in body.iter(qn("w:dataBinding"))] for body in (before, after)]
    assert bound[0] == bound[1]  # LibreOffice 7.4 keeps the field by its binding, not by its tag
    assert (len(bound[0]) > 30) == (document in MODELS)
