"""A Word file that was filled in by hand or by a program is read back whole; what belongs to no field is named; no file does harm."""

from __future__ import annotations

import html
import io
import json
import re
import struct
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.edition.answers import Edition, as_data, as_text, read_edition
from macros.edition.fields import EXPLANATION, Addition, Fields
from macros.edition.from_word import (
    EMPTIED,
    OLDER,
    OVERTAKEN,
    TAKEN_OUT,
    TWO_ANSWERS,
    UNDECIDED,
    WRITTEN_IN,
    WRITTEN_OVER,
    Read,
    date_of,
    differences,
    merged,
    read_word,
)
from macros.edition.word import fill_word
from macros.edition.word_names import addition_names, range_name
from macros.edition.word_text import LONGEST_PART, LONGEST_WORD, WordError
from macros.handbook.files import WORD_FILES
from macros.text.documents import MODELS
from macros.text.filled import fill
from macros.text.register import make_register
from tests.handbook.word_files import convert, numbered, style_of, text_in
from tests.text.model import example, marked_model
from tools.setup import find_office

PARTIES = [{"naam": "Stichting Zes", "vertegenwoordiger": "haar bestuur"}, {"naam": "Stichting Zeven"}]
BY_HAND = {
    "penvoerder": ("de gemeente Y", "de gemeente Y"),
    "stuurgroep_datum": ("15-9-2026", "2026-09-15"),
    "ingangsdatum": ("1 mei 2027", "2027-05-01"),
    "toetreding": ("niet", "niet"),
    "soort_gebied": ("Beproevende regio", "beproevende_regio"),
    "term_partijen": ("‘Partners’", "partners"),
    "begrotingsjaar": ("2027 en 2028", "2027 en 2028"),
    "gemeente_naam": ("A & <B>", "A & <B>"),
    "looptijd": ("twee jaar", "twee jaar"),
    "rvdk_vertegenwoordiger_convenant": ("de regiodirecteur", "de regiodirecteur"),
}
"""What is typed in the covenant, by field, and the answer that it is."""


@pytest.fixture(scope="module")
def model() -> tuple[Fields, list[str], Edition]:
    """The fields, the provisions that an addition may come after, and an edition with everything in it."""
    _, fields, register = marked_model()
    edition = example(fields, register, meer_partijen=PARTIES, penvoerder="A & <B>")
    return fields, register.open_to_additions(), edition


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, bytes]:
    """The model's Word files by document."""
    return {id: (site / "handboek" / WORD_FILES[id]).read_bytes() for id in sorted(MODELS)}


def saved(word: Any) -> bytes:
    """A file as python-docx saves it."""
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def opened(body: bytes) -> Any:
    """A file as python-docx opens it."""
    return Document(io.BytesIO(body))


def controls(word: Any, name: str) -> list[Any]:
    """The controls of a field."""
    return [one for one in word.element.body.iter(qn("w:sdt")) if one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == name]  # fmt: skip


def type_in(control: Any, words: str) -> None:
    """Put words in a control, as a program does: at this place only."""
    for showing in [*control.iter(qn("w:showingPlcHdr"))]:
        showing.getparent().remove(showing)
    first, *others = control.iter(qn("w:t"))
    first.text = words
    for other in others:
        other.text = ""


def typed(body: bytes, answers: Mapping[str, str]) -> bytes:
    """A file with words typed in the last place of each field, by python-docx."""
    word = opened(body)
    for name, words in answers.items():
        type_in(controls(word, name)[-1], words)
    return saved(word)


def by_office(body: bytes, folder: Path, answers: Mapping[str, str]) -> bytes:
    """A file in which someone types in LibreOffice: the words that are found first are replaced by others; then saved as a Word file."""
    office = find_office()
    assert office, "LibreOffice is missing: make test installs it, or apt-get install libreoffice-writer-nogui"
    profile = folder / "profile"
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(  # the module that every profile has
        '<?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{html.escape(HAND)}</script:module>'
    )
    source, target = folder / "before.docx", folder / "typed.docx"
    source.write_bytes(body)
    words = "|".join(f"{old}={new}" for old, new in answers.items())
    macro = f"macro:///Standard.Module1.TypeIn({source.as_uri()},{target.as_uri()},{words})"
    ran = subprocess.run([*command, macro], check=False, capture_output=True, timeout=120)
    assert target.exists(), ran.stderr.decode()  # LibreOffice 7.4 may still fall over as it stops
    return target.read_bytes()


HAND = """
Sub TypeIn(source As String, target As String, words As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  For Each line In Split(words, "|")
    pair = Split(line, "=")
    wanted = doc.createSearchDescriptor()
    wanted.SearchString = pair(0)
    place = doc.findFirst(wanted)
    If Not IsNull(place) Then place.setString(pair(1))
  Next
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName" : form(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, form())
  doc.close(True)
End Sub
"""


def whole(edition: Edition) -> dict[str, Any]:
    """An edition as its file has it, of this version of the model."""
    return {**as_data(edition), "model": "0.1.0"}


@pytest.mark.parametrize("document", sorted(MODELS))
def test_an_edition_in_word_is_read_back_as_it_was_made_whoever_saved_it(
    model: Any, files: dict[str, bytes], tmp_path: Path, document: str
) -> None:
    fields, provisions, edition = model
    made = tmp_path / "made.docx"
    made.write_bytes(fill_word(files[document], document, fields, edition))
    by = {
        "us": made.read_bytes(),
        "python-docx": saved(opened(made.read_bytes())),
        "LibreOffice": convert(made, "docx", tmp_path).read_bytes(),
    }
    for who, body in by.items():
        read = read_word(body, fields, provisions)
        assert (read.document, read.data, read.since, read.left) == (document, whole(edition), frozenset(), ()), who
        assert differences(body, files[document], read, fields, provisions) == [], who
        assert read_edition(read.data, fields, provisions).problems == (), who


@pytest.mark.parametrize("document", sorted(MODELS))
def test_a_file_of_the_model_says_nothing_until_it_is_filled_in(
    model: Any, files: dict[str, bytes], tmp_path: Path, document: str
) -> None:
    fields, provisions, _ = model
    source = tmp_path / "model.docx"
    source.write_bytes(files[document])
    for body in (files[document], convert(source, "docx", tmp_path).read_bytes()):
        read = read_word(body, fields, provisions)
        assert (read.document, read.data["antwoorden"], read.left) == (document, {}, ())
        assert read.data["model"] == "0.1.0" and read.data["naam"] == ""
        assert differences(body, files[document], read, fields, provisions) == []


def test_what_is_typed_in_one_place_by_a_program_is_the_answer_to_the_field(
    model: Any, files: dict[str, bytes]
) -> None:
    fields, provisions, _ = model
    typing = {name: words for name, (words, _) in BY_HAND.items()} | {
        "subsidieaanvrager": "De gemeente Y"
    }  # follows penvoerder
    body = typed(files["convenant"], typing)
    read = read_word(body, fields, provisions)
    assert read.data["antwoorden"] == {name: answer for name, (_, answer) in BY_HAND.items()}
    assert read.left == () and differences(body, files["convenant"], read, fields, provisions) == []
    named = {**read.data, "naam": "Proeftuin X", "versie": "1"}
    assert read_edition(named, fields, provisions).problems == ()


def test_what_is_typed_in_libreoffice_is_read_back(model: Any, files: dict[str, bytes], tmp_path: Path) -> None:
    fields, provisions, _ = model
    typing = {
        "[naam penvoerder]": "de gemeente Y",
        "[datum]": "15 september 2026",
        "wel/niet": "niet",
        "Jan Koeman": "de regiodirecteur",
        "[naam ondertekeningsbevoegde]": "de burgemeester",
    }
    body = by_office(files["convenant"], tmp_path, typing)
    assert b"LibreOffice" in zipfile.ZipFile(io.BytesIO(body)).read("docProps/app.xml")
    read = read_word(body, fields, provisions)
    assert read.data["antwoorden"] == {
        "penvoerder": "de gemeente Y",
        "stuurgroep_datum": "2026-09-15",
        "toetreding": "niet",
        "rvdk_vertegenwoordiger_convenant": "de regiodirecteur",
        "gemeente_ondertekenaar": "de burgemeester",
    }
    assert read.left == () and differences(body, files["convenant"], read, fields, provisions) == []


def test_an_edition_that_goes_on_in_libreoffice_keeps_all_and_takes_what_is_new(
    model: Any, files: dict[str, bytes], tmp_path: Path
) -> None:
    fields, provisions, edition = model
    made = fill_word(files["convenant"], "convenant", fields, edition)
    body = by_office(made, tmp_path, {"A & <B>": "de gemeente Z", "Stichting Zeven": "Stichting Acht", "1 januari 2027": "1 maart 2027"})  # fmt: skip
    read = read_word(body, fields, provisions)
    expected = whole(edition)
    expected["antwoorden"] |= {
        "subsidieaanvrager": "de gemeente Z",  # the first place with those words: it no longer follows the other field
        "ingangsdatum": "2027-03-01",
        "meer_partijen": [PARTIES[0], {"naam": "Stichting Acht"}],
    }
    assert read.data == expected and read.since == {"subsidieaanvrager", "ingangsdatum", "meer_partijen"}
    [told] = differences(
        body, files["convenant"], read, fields, provisions
    )  # its line to sign on still has the old name
    assert told.value == "Stichting Zeven" and told.place == "convenant/ondertekening/alinea-7"


def test_what_a_program_puts_in_the_part_with_answers_counts(model: Any, files: dict[str, bytes]) -> None:
    fields, provisions, edition = model
    out = io.BytesIO()
    made = fill_word(files["convenant"], "convenant", fields, edition)
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            if name == "customXml/item2.xml":
                xml = re.sub(rb"(<penvoerder>)[^<]*", rb"\1de gemeente Z", xml)
                xml = xml.replace(b"<ingangsdatum>2027-01-01", b"<ingangsdatum>2027-03-01")
                xml = xml.replace(b"<toetreding>wel", b"<toetreding>niet")
            new.writestr(name, xml)
    read = read_word(out.getvalue(), fields, provisions)
    assert read.since == {"penvoerder", "ingangsdatum", "toetreding"}
    changed = {"penvoerder": "de gemeente Z", "ingangsdatum": "2027-03-01", "toetreding": "niet"}
    assert read.data["antwoorden"] == {**edition.answers, **changed}


def test_options_are_taken_left_and_kept_open(model: Any, files: dict[str, bytes]) -> None:
    fields, provisions, edition = model
    read = read_word(choosing(files["convenant"], {"tot_tussenevaluatie": "", "dossier_bij_rvdk": "x"}), fields, provisions)  # fmt: skip
    assert read.data["antwoorden"] == {"tot_tussenevaluatie": "weglaten", "dossier_bij_rvdk": "overnemen"}
    made = fill_word(files["convenant"], "convenant", fields, edition)
    assert read_word(made, fields, provisions).data["antwoorden"]["optie_governance"] == "weglaten"
    read = read_word(choosing(made, {"dossier_bij_rvdk": ""}), fields, provisions)
    assert read.data["antwoorden"]["dossier_bij_rvdk"] == "weglaten" and read.since == {"dossier_bij_rvdk"}


def choosing(body: bytes, choices: Mapping[str, str]) -> bytes:
    """A file in which the words of an option were taken away by hand, or only its brackets."""
    word = opened(body)
    for id, keep in choices.items():
        [begin] = [one for one in word.element.body.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == range_name(f"{id}.0")]  # fmt: skip
        inside = partial(before, begin.get(qn("w:id")))
        for one in [*takewhile(inside, begin.itersiblings())]:
            for text in one.iter(qn("w:t")) if keep else ():
                text.text = re.sub(r"[][]", "", text.text or "")
            if not keep:
                one.getparent().remove(one)
    return saved(word)


def before(end: str, element: Any) -> bool:
    """Whether an element is not the end of a bookmark."""
    return bool(element.tag != qn("w:bookmarkEnd") or element.get(qn("w:id")) != end)


def test_two_answers_and_an_empty_place_are_told(model: Any, files: dict[str, bytes]) -> None:
    fields, provisions, edition = model
    word = opened(fill_word(files["convenant"], "convenant", fields, edition))
    type_in(controls(word, "penvoerder")[0], "de gemeente Y")
    type_in(controls(word, "penvoerder")[1], "de gemeente Z")
    type_in(controls(word, "regio_naam")[0], "")
    read = read_word(saved(word), fields, provisions)
    assert read.data["antwoorden"]["penvoerder"] == "de gemeente Y"
    assert read.data["antwoorden"]["regio_naam"] == edition.answers["regio_naam"]
    assert {(one.place, one.value, one.message) for one in read.left} == {
        ("antwoorden.penvoerder", "de gemeente Z", TWO_ANSWERS),
        ("antwoorden.regio_naam", "", EMPTIED),
    }


def test_a_changed_addition_is_read_and_every_word_that_belongs_to_no_field_is_named(
    model: Any, files: dict[str, bytes]
) -> None:
    fields, provisions, edition = model
    word = opened(fill_word(files["convenant"], "convenant", fields, edition))
    lines = {text_in(one): one for one in word.element.body.iter(qn("w:p"))}
    [contact] = [one for words, one in lines.items() if words.startswith("Het contactpunt bevestigt een verzoek")]
    next(contact.iter(qn("w:t"))).text = "Het contactpunt bevestigt elk verzoek meteen."
    over = next(one for words, one in lines.items() if words.startswith("De klachtprocedure van de Partner"))
    next(
        over.iter(qn("w:t"))
    ).text = "De klachtprocedure van de Partner, of van een ander, waar de medewerker werkt geldt."
    gone = next(one for words, one in lines.items() if words.startswith("Verlenging van de Samenwerkings"))
    gone.addnext(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>Een heel nieuwe zin van een jurist.</w:t></w:r></w:p>"))
    for text in gone.iter(qn("w:t")):
        text.text = ""
    body = saved(word)
    read = read_word(body, fields, provisions)
    [changed] = [one for one in read.data["toevoegingen"] if one["id"] == "contactpunt"]
    assert changed["tekst"] == "Het contactpunt bevestigt elk verzoek meteen." and read.since == {"contactpunt"}
    found = {one.message: one for one in differences(body, files["convenant"], read, fields, provisions)}
    assert "of van een ander" in found[WRITTEN_OVER].value
    assert found[WRITTEN_IN].value == "Een heel nieuwe zin van een jurist."
    assert found[TAKEN_OUT].value.startswith("Verlenging van de Samenwerkings") and len(found) == 3
    places = [found[one].place for one in (WRITTEN_OVER, TAKEN_OUT, WRITTEN_IN)]
    assert places == ["convenant/artikel-6/lid-3", "convenant/artikel-9/lid-4", "na convenant/artikel-9/lid-4"]


def test_tracked_changes_are_read_as_accepted_and_told(model: Any, files: dict[str, bytes]) -> None:
    fields, provisions, _ = model
    word = opened(typed(files["convenant"], {"penvoerder": "oud"}))
    [*_, control] = controls(word, "penvoerder")
    about = 'w:id="1" w:author="x" w:date="2027-01-01T00:00:00Z"'
    control.find(qn("w:sdtContent"))[:] = parse_xml(
        f"<w:x {nsdecls('w')}><w:del {about}><w:r><w:delText>oud</w:delText></w:r></w:del><w:moveFrom {about}><w:r><w:t>weg</w:t></w:r></w:moveFrom>"
        f"<w:ins {about}><w:r><w:t>de gemeente Y</w:t></w:r></w:ins></w:x>"
    )
    read = read_word(saved(word), fields, provisions)
    assert read.data["antwoorden"] == {"penvoerder": "de gemeente Y"}
    assert [one.message for one in read.left] == [UNDECIDED]


def test_both_documents_are_read_one_after_the_other_and_nothing_gives_way_in_silence(
    model: Any, files: dict[str, bytes]
) -> None:
    fields, provisions, edition = model
    made = {id: fill_word(files[id], id, fields, edition) for id in files}
    covenant = read_word(typed(made["convenant"], {"penvoerder": "de gemeente Y", "looptijd": "drie jaar"}), fields, provisions)  # fmt: skip
    protocol = read_word(typed(made["privacyprotocol"], {"vt_plaats": "Utrecht", "regio_naam": "Elders"}), fields, provisions)  # fmt: skip
    there, left = merged({}, covenant)
    assert left == [] and there == covenant.data
    both, left = merged(there, protocol)
    changed = {"penvoerder": "de gemeente Y", "looptijd": "drie jaar", "vt_plaats": "Utrecht", "regio_naam": "Elders"}
    assert both["antwoorden"] == {**edition.answers, **changed} and both["naam"] == edition.name
    assert {(one.place, one.value, one.message) for one in left} == {
        ("antwoorden.penvoerder", "A & <B>", OLDER),
        ("antwoorden.looptijd", "twee jaar", OLDER),
        ("antwoorden.vt_plaats", edition.answers["vt_plaats"], OVERTAKEN),
        ("antwoorden.regio_naam", "Voorbeeldstad", OVERTAKEN),
    }
    assert both["toevoegingen"] == covenant.data["toevoegingen"]
    other = {**there, "naam": "Proeftuin Elders", "antwoorden": {"penvoerder": "zij"}}
    assert merged(other, protocol) == (protocol.data, [])


def test_a_file_of_the_model_fills_in_what_the_form_has_open(model: Any, files: dict[str, bytes]) -> None:
    fields, provisions, _ = model
    read = read_word(typed(files["convenant"], {"penvoerder": "de gemeente Y"}), fields, provisions)
    form = {"naam": "Proeftuin X", "versie": "2", "model": "", "antwoorden": {"looptijd": "twee jaar"}, "toevoegingen": [{"id": "a"}]}  # fmt: skip
    found, left = merged(form, read)
    assert found["antwoorden"] == {"penvoerder": "de gemeente Y", "looptijd": "twee jaar"} and left == []
    assert (found["naam"], found["versie"], found["toevoegingen"]) == ("Proeftuin X", "2", [{"id": "a"}])


@pytest.mark.parametrize(
    ("words", "date"),
    [("1 mei 2027", "2027-05-01"), ("1e mei 2027", "2027-05-01"), ("01-05-2027", "2027-05-01"), ("1/5/2027", "2027-05-01"), ("2027-5-1", "2027-05-01"),
     ("3 mrt. 2027", "2027-03-03"), ("31 februari 2027", ""), ("mei 2027", ""), ("31-13-2027", ""), ("1 foo 2027", ""), ("", ""), ("٣-٣-٢٠٢٧", "2027-03-03")],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(words: str, date: str) -> None:
    assert date_of(words) == date


def test_words_that_are_no_answer_stay_to_be_mended(model: Any, files: dict[str, bytes]) -> None:
    fields, provisions, _ = model
    body = typed(files["convenant"], {"ingangsdatum": "begin mei", "toetreding": "misschien", "begrotingsjaar": "komend jaar"})  # fmt: skip
    read = read_word(body, fields, provisions)
    assert read.data["antwoorden"] == {"ingangsdatum": "begin mei", "toetreding": "misschien", "begrotingsjaar": "komend jaar"}  # fmt: skip
    assert {one.place for one in read_edition(read.data, fields, provisions).problems} >= {f"antwoorden.{id}" for id in read.data["antwoorden"]}  # fmt: skip


@pytest.mark.parametrize("way", [1, -1])
def test_numbers_headings_words_and_order_of_additions_are_those_of_the_site(files: dict[str, bytes], way: int) -> None:
    """Behind every provision and page of both: one without a heading, one with, and one of two paragraphs."""
    readings, fields, register = marked_model()
    places = [id for id in register.open_to_additions() if not id.startswith(EXPLANATION)]
    forms = (("", ("Nieuw.",)), ("Een kop", ("Tekst.", "Meer.")), ("Wie?", ("Wij.",)))
    additions = tuple(
        Addition(f"x{n}-{nth}", after, *form) for n, after in enumerate(places) for nth, form in enumerate(forms)
    )[::way]
    edition = Edition("", "X", "1", "0.1.0", {}, additions, ())
    filled = fill(readings, fields, edition)
    site = {
        one.get("id"): [" ".join("".join(line.itertext()).split()) for line in one if "redactie" not in line.get("class", "")]
        for reading in filled for one in reading.tree.iter() if one.get("class") == "toegevoegd"
    }  # fmt: skip
    assert [part.anchor for reading in filled for part in reading.parts if part.anchor.startswith("eigen-")] == [*site]
    anchors = {name: anchor for anchor, name in addition_names(additions).items()}
    word: dict[str, list[str]] = {}
    for document, body in files.items():
        inside = ""
        for paragraph, number in numbered(opened(fill_word(body, document, fields, edition))):
            begins = [anchors.get(one.get(qn("w:name")), "") for one in paragraph.iter(qn("w:bookmarkStart"))]
            inside = next(filter(None, begins), inside)
            if inside:
                word.setdefault(inside, []).append(f"{number} {text_in(paragraph)}".strip())
            if paragraph.findall(qn("w:bookmarkEnd")) and not style_of(paragraph).startswith("Heading"):
                inside = ""
    assert len(word) == len(additions) and [*word.items()] == [*site.items()]
    texts = {one.id.rpartition("/")[2]: one.text for one in make_register(filled) if "/eigen-" in one.id}
    for anchor, lines in word.items():
        assert " ".join(lines).endswith(texts[anchor])


def test_further_parties_are_counted_on(model: Any, files: dict[str, bytes]) -> None:
    fields, _, edition = model
    body = opened(fill_word(files["convenant"], "convenant", fields, edition))
    said = {text_in(paragraph): number for paragraph, number in reversed([*numbered(body)])}
    sixth, seventh = (next(words for words in said if words.startswith(party["naam"])) for party in PARTIES)
    assert (said[sixth], said[seventh]) == ("6.", "7.")


def test_an_addition_is_read_back_without_the_number_that_it_has_in_word(model: Any, files: dict[str, bytes]) -> None:
    fields, provisions, edition = model
    after = {"4.2a.": "artikel-4/lid-2", "4.4a": "artikel-4/lid-4", "9.1a.": "artikel-9/lid-1", "ca.": "overwegingen/overweging-c"}  # fmt: skip
    words = ["Dit is nieuw.", "4.4b Zo begint het zelf.", "Dat is nieuw.", "Ook dit is nieuw."]
    data = as_data(edition)
    data["toevoegingen"] = [{"id": f"x-{n}", "na": f"privacyprotocol/{id}", "tekst": words[n]} for n, id in enumerate(after.values())]  # fmt: skip
    made = fill_word(files["privacyprotocol"], "privacyprotocol", fields, read_edition(data, fields, provisions))
    read = read_word(made, fields, provisions)
    assert (read.data["toevoegingen"], read.since, read.left) == (data["toevoegingen"], frozenset(), ())
    assert differences(made, files["privacyprotocol"], read, fields, provisions) == []
    word = opened(made)
    for number, said in zip(after, words, strict=True):
        [line] = [one for one in word.element.body.iter(qn("w:p")) if text_in(one) == f"{number} {said}"]
        [*line.iter(qn("w:t"))][-1].text = f"{said} En meer."
    body = saved(word)
    read = read_word(body, fields, provisions)
    assert [one["tekst"] for one in read.data["toevoegingen"]] == [f"{said} En meer." for said in words]
    assert differences(body, files["privacyprotocol"], read, fields, provisions) == []


def test_an_addition_with_a_heading_in_a_list_is_read_back_whatever_was_changed(
    model: Any, files: dict[str, bytes]
) -> None:
    fields, provisions, edition = model
    data = as_data(edition)
    places = ("artikel-4/lid-2", "artikel-4/lid-4", "artikel-9/lid-3", "artikel-13/lid-2", "artikel-1/client")
    data["toevoegingen"] = [
        {"id": f"x-{n}", "na": f"privacyprotocol/{id}", "kop": "Wie belt?", "tekst": "De een.\n\nDe ander."}
        for n, id in enumerate(places)
    ]
    made = fill_word(files["privacyprotocol"], "privacyprotocol", fields, read_edition(data, fields, provisions))
    assert read_word(made, fields, provisions).since == frozenset()
    changes = (
        ("De een", "Iedereen"),
        ("Wie belt", "Wie mailt"),
        ("Wie belt? De een", "Zo"),
        ("De ander", "Niemand"),
        ("De ander", "X"),
    )
    word = opened(made)
    names = addition_names(read_edition(data, fields, provisions).additions)
    for n, (old, new) in enumerate(changes):
        [begin] = [
            one
            for one in word.element.body.iter(qn("w:bookmarkStart"))
            if one.get(qn("w:name")) == names[f"eigen-x-{n}"]
        ]
        lines = [begin.getparent(), *begin.getparent().itersiblings(qn("w:p"))]
        text = next(text for line in lines for text in line.iter(qn("w:t")) if old in (text.text or ""))
        text.text = text.text.replace(old, new)
    read = read_word(saved(word), fields, provisions)
    assert [(one.get("kop", ""), one["tekst"]) for one in read.data["toevoegingen"]] == [
        ("Wie belt?", "Iedereen.\n\nDe ander."),
        ("Wie mailt?", "De een.\n\nDe ander."),
        ("", "Zo.\n\nDe ander."),
        ("Wie belt?", "De een.\n\nNiemand."),
        ("Wie belt?", "De een.\n\nX."),
    ]  # fmt: skip
    assert differences(saved(word), files["privacyprotocol"], read, fields, provisions) == []


def repacked(body: bytes, changes: Mapping[str, Callable[[bytes], bytes]], drop: str = "") -> bytes:
    """A file with other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != drop:
                new.writestr(name, changes.get(name, bytes)(old.read(name)))
    return out.getvalue()


BODY = "word/document.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "geen Word-bestand"),
    "text": (lambda _: b'{"vorm": 1}', "geen Word-bestand"),
    "pdf": (lambda _: b"%PDF-1.7", "PDF"),
    "old or locked": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "wachtwoord"),
    "too large": (lambda body: body + bytes(LONGEST_WORD), "4 MB"),
    "half": (lambda body: body[: len(body) // 2], "beschadigd"),
    "no text": (lambda body: repacked(body, {}, BODY), "geen Word-bestand"),
    "no relations": (lambda body: repacked(body, {}, "_rels/.rels"), "geen Word-bestand"),
    "odt": (lambda body: repacked(body, {"docProps/core.xml": bytes}) and office_zip(), ".odt"),
    "a bomb": (lambda body: repacked(body, {BODY: lambda xml: xml + b" " * LONGEST_PART}), "uitgepakt te groot (word/document.xml)"),
    "a bomb beside it": (lambda body: repacked(body, {"customXml/item2.xml": lambda xml: xml + b" " * LONGEST_PART}), "uitgepakt te groot"),
    "entities": (lambda body: repacked(body, {BODY: lambda xml: ENTITIES + xml.partition(b"?>")[2]}), "DOCTYPE"),
    "entities beside it": (lambda body: repacked(body, {"customXml/item2.xml": lambda xml: ENTITIES + xml.partition(b"?>")[2]}), "DOCTYPE"),
    "no XML": (lambda body: repacked(body, {BODY: lambda xml: xml[:-20]}), "beschadigd"),
    "an unknown encoding": (lambda body: repacked(body, {BODY: lambda xml: b'<?xml version="1.0" encoding="x-ours"?>' + xml.partition(b"?>")[2]}), "beschadigd"),
    "other bytes than packed": (lambda body: flipped(body), "beschadigd"),
    "more lines than a text has": (lambda body: repacked(body, {BODY: lambda xml: xml.replace(b"<w:sectPr", b"<w:p/>" * 5_000 + b"<w:sectPr", 1)}), "te veel alinea's"),
    "controls within one another": (lambda body: repacked(body, {BODY: lambda xml: xml.replace(b"<w:sectPr", b"<w:sdt>" * 5_100 + b"</w:sdt>" * 5_100 + b"<w:sectPr", 1)}), "te veel alinea's"),
    "a lie about its size": (lambda body: lying(body), "beschadigd"),
    "another's": (lambda _: saved(Document()), "geen velden van het model"),
}  # fmt: skip
"""Files from outside, each with words of what is said of it."""


def office_zip() -> bytes:
    """What a file of LibreOffice begins with."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return out.getvalue()


def flipped(body: bytes) -> bytes:
    """A file of which some bytes of the packed text are others."""
    info = zipfile.ZipFile(io.BytesIO(body)).getinfo(BODY)
    at = info.header_offset + 30 + len(BODY)
    return body[:at] + b"\xff" * 64 + body[at + 64 :]


def lying(body: bytes) -> bytes:
    """A file whose text says that it is ten bytes long."""
    size = zipfile.ZipFile(io.BytesIO(body)).getinfo(BODY).file_size
    return body.replace(struct.pack("<L", size), struct.pack("<L", 10))


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_is_none_gets_a_sentence_with_its_remedy(model: Any, files: dict[str, bytes], what: str) -> None:
    fields, provisions, _ = model
    make, said = HOSTILE[what]
    with pytest.raises(WordError) as told:
        read_word(make(files["convenant"]), fields, provisions)
    assert said in str(told.value) and re.search(r"Open|Bewaar|bewaar", str(told.value))


def test_what_looks_like_a_field_or_is_half_a_sign_is_words_in_a_text_and_in_the_data(
    model: Any, files: dict[str, bytes]
) -> None:
    fields, provisions, edition = model
    made = fill_word(files["convenant"], "convenant", fields, edition)
    word = opened(made)
    word.add_paragraph("⟦geen_veld⟧ en ⟦penvoerder⟧")
    odd = repacked(
        saved(word),
        {
            "customXml/item2.xml": lambda xml: xml.replace(
                b"Proeftuin Voorbeeldstad", rb"a\ud800<\u003eb".replace(b"<", b"&lt;")
            )
        },
    )
    read = read_word(odd, fields, provisions)
    assert read.data["naam"] == "a\ud800<>b"
    assert {one.place for one in read_edition(read.data, fields, provisions).problems} == {"naam"}
    [left] = differences(odd, files["convenant"], read, fields, provisions)
    assert left.value == "⟦geen_veld⟧ en [Penvoerder]"
    text = as_text(read.data)
    assert json.loads(text.encode()) == json.loads(json.dumps({"$schema": "eigen-versie.schema.json", **read.data}))


def test_a_deep_or_odd_text_is_read_without_harm(model: Any, files: dict[str, bytes]) -> None:
    fields, provisions, _ = model
    about = b"<w:sdt><w:sdtPr><w:tag w:val='looptijd'/></w:sdtPr><w:sdtContent>"
    deep = (
        about * 4_000 + b"</w:sdtContent></w:sdt>" * 4_000 + b"<w:del><w:p></w:p></w:del><w:bookmarkEnd w:id='7777'/>"
    )
    deep = deep + b"<w:p><w:r><w:t>" + b"de Partner " * 50_000 + b"</w:t></w:r></w:p>"
    body = repacked(files["convenant"], {BODY: lambda xml: xml.replace(b"<w:sectPr", deep + b"<w:sectPr", 1)})
    read = read_word(body, fields, provisions)
    assert read.data["antwoorden"] == {}
    [told] = differences(body, files["convenant"], read, fields, provisions)
    assert told.message == WRITTEN_IN
    other = b'<velden xmlns="urn:gegevens-delen-in-de-proeftuin:velden"><eigen_versie>{"antwoorden": [], "toevoegingen": [[], {"id": 3}], "naam": 3}</eigen_versie></velden>'
    body = repacked(files["convenant"], {"customXml/item2.xml": lambda _: other})
    read = read_word(body, fields, provisions)
    assert read.data == {"vorm": 1, "model": "", "naam": "", "versie": "", "antwoorden": {}, "toevoegingen": []}


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(data=st.data())
def test_whatever_is_cut_out_or_put_in_it_is_read_or_refused(
    model: Any, files: dict[str, bytes], data: st.DataObject
) -> None:
    fields, provisions, edition = model
    body = fill_word(files["convenant"], "convenant", fields, edition)
    name = data.draw(st.sampled_from([BODY, "customXml/item2.xml", "_rels/.rels", ""]))

    def damaged(part: bytes) -> bytes:
        at = data.draw(st.integers(0, len(part)))
        return part[:at] + data.draw(st.one_of(st.binary(max_size=8), st.sampled_from([b"</w:p>", b"<w:p>", b"&#0;", b"<w:sdt>", b'"']))) + part[at + data.draw(st.integers(0, 60)) :]  # fmt: skip

    changed = repacked(body, {name: damaged}) if name else damaged(body)
    try:
        read: Read = read_word(changed, fields, provisions)
        differences(changed, files["convenant"], read, fields, provisions)
        merged({"naam": edition.name, "antwoorden": dict(edition.answers)}, read)
    except WordError as error:
        assert str(error).endswith(".")
