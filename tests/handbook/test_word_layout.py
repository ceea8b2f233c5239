"""A Word file is one that a jurist can work in: valid, A4, real headings and fields, contents, language, and blocks that stay whole."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from macros.edition.filling import MAKERS, date_in_words
from macros.edition.word import fill_word
from macros.handbook.files import WORD_FILES
from tests.handbook.word_files import convert, fields_of, letters, numbered, style_of, targets, text_in
from tests.text.model import OTHER, example, marked_model, other

PARTIES = [{"naam": f"Stichting Nummer {number}", "vertegenwoordiger": "haar bestuur"} for number in range(6, 10)]
FILES = [(id, form) for id in WORD_FILES for form in ("model", "edition", "other")]
NAMES = {"model": "", "edition": "Proeftuin Voorbeeldstad", "other": OTHER}
VERSIONS = {"model": "0.1.0", "edition": "1", "other": "2.10"}
OF_MODEL = [(id, form) for id, form in FILES if not id.startswith("wegwijzer")]


@pytest.fixture(scope="module")
def made(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """The Word files of the model, of the example with more parties and of another edition, by document and form."""
    _, fields, register = marked_model()
    editions = {"edition": example(fields, register, meer_partijen=PARTIES), "other": other(fields, register)}
    folder = tmp_path_factory.mktemp("word")
    found = {}
    for id, name in WORD_FILES.items():
        model = (site / "handboek" / name).read_bytes()
        filled = {form: fill_word(model, id, fields, edition) for form, edition in editions.items()}
        for form, body in (("model", model), *filled.items()):
            found[id, form] = folder / f"{id}-{form}.docx"
            found[id, form].write_bytes(body)
    return found


def faults(file: Path) -> list[str]:
    """What the schemas of Open XML say against a file. The validator takes the kind of a building block for that of a section."""
    found = OpenXmlValidator(max_errors=500).validate(str(file)).errors
    return [str(one) for one in found if "'bbPlcHdr' is not in allowed values" not in str(one)]


@pytest.mark.parametrize(("id", "form"), FILES)
def test_a_word_file_is_valid(made: dict[tuple[str, str], Path], id: str, form: str) -> None:
    assert faults(made[id, form]) == []


def test_a_fault_in_a_word_file_is_found(made: dict[tuple[str, str], Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(made["convenant", "model"]) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, body.replace(b"<w:keepNext/><w:keepLines/>", b"<w:keepLines/><w:keepNext/>"))
    assert any("keepNext" in fault for fault in faults(broken))


@pytest.mark.parametrize(("id", "form"), FILES)
def test_page_head_foot_and_properties(made: dict[tuple[str, str], Path], id: str, form: str) -> None:
    word = Document(str(made[id, form]))
    about, section = word.core_properties, word.sections[0]
    assert [round((side or 0) / 36000) for side in (section.page_width, section.page_height)] == [210, 297]
    version, whose = VERSIONS[form], NAMES[form]
    assert section.header.paragraphs[0].text == f"{about.title}, versie {version}"
    foot = section.footer._element
    assert fields_of(foot) == [("PAGE", "1"), ("NUMPAGES", "1")] and text_in(foot) == "Pagina 1 van 1"
    assert about.language == "nl-NL" and about.subject and about.title.endswith(whose)
    assert [name for name in NAMES.values() if name and name in about.title] == [whose] * bool(whose)


@pytest.mark.parametrize(("id", "form"), FILES)
def test_the_properties_say_whose_text_it_is_and_name_no_program(
    made: dict[tuple[str, str], Path], id: str, form: str
) -> None:
    """A guide stays the programme's in an edition too; who filled in the file is said apart."""
    about = Document(str(made[id, form])).core_properties
    own = form != "model" and not id.startswith("wegwijzer")
    assert about.author == (f"{NAMES[form]}, op het model van het {MAKERS}" if own else MAKERS)
    assert about.last_modified_by == (NAMES[form] or MAKERS)
    with zipfile.ZipFile(made[id, form]) as file:
        assert [name for name in file.namelist() if name.startswith("docProps/")] == ["docProps/core.xml"]
        said = " ".join(file.read(name).decode() for name in ("docProps/core.xml", "word/comments.xml"))
    assert not re.search(r"python|docx|LibreOffice|Office Word|Application|AppVersion", said)


@pytest.mark.parametrize(("id", "form"), FILES)
def test_every_part_is_in_dutch_and_nothing_asks_to_be_brought_up_to_date(
    made: dict[tuple[str, str], Path], id: str, form: str
) -> None:
    with zipfile.ZipFile(made[id, form]) as file:
        parts = {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.startswith("word/") and name.endswith(".xml")}  # fmt: skip
    assert "word/stylesWithEffects.xml" not in parts
    languages = {
        value
        for part in parts.values()
        for tag in ("w:lang", "w:themeFontLang", "w:lid")
        for one in part.iter(qn(tag))
        if (value := one.get(qn("w:val")))
    }
    assert languages == {"nl-NL"}
    defaults = parts["word/styles.xml"].find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert defaults is not None
    assert parts["word/settings.xml"].find(qn("w:updateFields")) is None
    assert not [one for part in parts.values() for one in part.iter() if one.get(qn("w:dirty"))]


@pytest.mark.parametrize(("id", "form"), FILES)
def test_the_contents_name_every_heading_and_lead_to_it(made: dict[tuple[str, str], Path], id: str, form: str) -> None:
    word = Document(str(made[id, form]))
    body = word.element.body
    known = targets(body)
    headings = [p for p in body.iter(qn("w:p")) if style_of(p) in ("Heading1", "Heading2")]
    lines = [p for p in body.iter(qn("w:p")) if style_of(p) in ("TOC1", "TOC2")]
    assert [(style_of(p)[-1], text_in(p)) for p in lines] == [(style_of(p)[-1], text_in(p)) for p in headings]
    assert len(lines) > 4
    for line, heading in zip(lines, headings, strict=True):
        [link] = line.iter(qn("w:hyperlink"))
        assert known[link.get(qn("w:anchor"))][0] is heading
    marks = [mark.get(qn("w:fldCharType")) for line in lines for mark in line.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]
    [code] = body.iter(qn("w:instrText"))
    assert code.text.split()[:3] == ["TOC", "\\o", '"1-2"']
    levels = {style.get(qn("w:styleId")): level.get(qn("w:val")) for style in word.styles.element for level in style.iter(qn("w:outlineLvl"))}  # fmt: skip
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2"}
    first = next(p for p in lines[-1].itersiblings(qn("w:p")))
    assert first.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None


@pytest.mark.parametrize(("id", "form"), FILES)
def test_bookmarks_are_unique_and_every_field_leads_to_one(
    made: dict[tuple[str, str], Path], id: str, form: str
) -> None:
    word = Document(str(made[id, form]))
    body = word.element.body
    names = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    ids = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names)) and len(ids) == len(set(ids))
    assert sorted(ids) == sorted(one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkEnd")))
    counted = {id_of(paragraph): number for paragraph, number in numbered(word)}
    known = targets(body)
    fields = fields_of(body)
    for code, words in fields:
        kind, name, *_ = code.split()
        paragraph, _ = known[name]
        if kind == "REF":
            assert words == counted[id_of(paragraph)].rstrip(".):"), (code, words)
    if id == "convenant":
        assert [words for code, words in fields if code.startswith("REF")] == ["1", "1"]
    if id == "privacyprotocol":
        assert {"artikel 2", "artikel 5", "artikel 6"} & {words.lower() for _, words in fields}


def id_of(paragraph: Any) -> str:
    """What tells a paragraph from others."""
    return str(paragraph.getroottree().getpath(paragraph))


@pytest.mark.parametrize("id", WORD_FILES)
def test_a_number_has_room_before_its_text_and_no_style_is_small(made: dict[tuple[str, str], Path], id: str) -> None:
    """A mark of "Stap 4:" in a centimetre would push its first line further than the others."""
    word = Document(str(made[id, "model"]))
    levels = [
        (
            level.find(qn("w:lvlText")).get(qn("w:val")),
            int(level.find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn("w:hanging"))),
        )
        for level in word.part.numbering_part.element.iter(qn("w:lvl"))
    ]
    assert levels and [level for level in levels if level[1] < 100 * (len(re.sub(r"%\d", "10", level[0])) - 1)] == []
    sizes = {
        style.get(qn("w:styleId")): int(size.get(qn("w:val"))) / 2
        for style in word.styles.element.iter(qn("w:style"))
        for size in style.iter(qn("w:sz"))
    }
    assert {style: size for style, size in sizes.items() if size < 9} == {"CommentReference": 8}  # an empty mark


@pytest.mark.parametrize(("id", "form"), [key for key in FILES if key not in OF_MODEL])
def test_a_link_of_a_guide_leads_outside(made: dict[tuple[str, str], Path], id: str, form: str) -> None:
    word = Document(str(made[id, form]))
    links = [one for one in word.element.body.iter(qn("w:hyperlink")) if one.get(qn("r:id"))]
    found = {text_in(one): word.part.rels[one.get(qn("r:id"))].target_ref for one in links}
    last = [words for words, address in found.items() if "voordejeugdenhetgezin.nl" in address]
    assert len(last) == 1 and all(address.startswith("https://") for address in found.values())


@pytest.mark.parametrize(("id", "form"), OF_MODEL)
def test_what_word_would_take_from_the_answers_is_what_stands_there(
    made: dict[tuple[str, str], Path], id: str, form: str
) -> None:
    with zipfile.ZipFile(made[id, form]) as file:
        body = etree.fromstring(file.read("word/document.xml"))
        data = etree.fromstring(file.read("customXml/item2.xml"))
        blocks = etree.fromstring(file.read("word/glossary/document.xml"))
    marks = {text_of_name(one): text_in(one) for one in blocks.iter(qn("w:docPart"))}
    for control in body.iter(qn("w:sdt")):
        about, shown = control.find(qn("w:sdtPr")), text_in(control.find(qn("w:sdtContent")))
        binding = about.find(qn("w:dataBinding"))
        if about.find(qn("w:showingPlcHdr")) is not None:
            assert marks[about.find(f"{qn('w:placeholder')}/{qn('w:docPart')}").get(qn("w:val"))] == shown
            assert len(shown) - len(shown.rstrip("\u00a0")) >= 18 or about.find(qn("w:dropDownList")) is not None or shown[0] == "_"  # fmt: skip
        elif binding is not None:
            [name] = re.findall(r"v:(\w+)\[1\]$", binding.get(qn("w:xpath")))
            value = data.findtext(f"{{{data.nsmap[None]}}}{name}")
            if about.find(qn("w:date")) is not None:
                value = date_in_words(value)
            for item in about.iter(qn("w:listItem")):
                if item.get(qn("w:value")) == value:
                    value = item.get(qn("w:displayText"))
                    break
            assert value == shown, name


@pytest.mark.parametrize(("id", "form"), OF_MODEL)
def test_a_control_for_words_holds_one_run_as_the_standard_asks(
    made: dict[tuple[str, str], Path], id: str, form: str
) -> None:
    """ECMA-376 part 1, 17.5.2: a combo box, list, date and text hold one set of formatting, in one paragraph."""
    for control in Document(str(made[id, form])).element.body.iter(qn("w:sdt")):
        assert len([*control.find(qn("w:sdtContent"))]) == 1, text_in(control)


def text_of_name(block: Any) -> str:
    """The name of a building block."""
    return str(block.find(f"{qn('w:docPartPr')}/{qn('w:name')}").get(qn("w:val")))


@pytest.fixture(scope="module")
def printed(made: dict[tuple[str, str], Path], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Any]:
    """The covenant and the protocol as LibreOffice prints them."""
    folder = tmp_path_factory.mktemp("office")
    return {key: pypdfium2.PdfDocument(convert(made[key], "pdf", folder)) for key in OF_MODEL}


@pytest.mark.parametrize(("id", "form"), OF_MODEL)
def test_parties_and_signatures_stand_on_one_page_each(printed: dict[tuple[str, str], Any], id: str, form: str) -> None:
    pages = [letters(page.get_textpage().get_text_bounded()) for page in printed[id, form]]
    ends = [("Partners", "hiernagezamenlijk" if id == "convenant" else "Gezamenlijktenoemen")]
    if id == "convenant":
        last = {"edition": "StichtingNummer9", "other": "Acht"}.get(form, "RaadvoordeKinderbescherming")
        ends.append(("Aldusovereengekomen", last))
    for begin, end in ends:  # with whatever letter the machine has for Arial
        [block] = [page for page in pages if end in page and begin in page and "Inhoud" not in page][-1:]
        assert block.find(begin) < block.rfind(end)
        if form == "edition":
            assert all(letters(party["naam"]) in block for party in PARTIES[begin == "Aldusovereengekomen" :])


def test_an_open_place_has_colour_and_room_on_paper(printed: dict[tuple[str, str], Any]) -> None:
    page = next(
        page for page in printed["convenant", "model"] if "willenzichhiervoorrichten" in letters(page.get_textpage().get_text_bounded())
    )  # fmt: skip
    picture = page.render(scale=1).to_numpy()
    coloured = (abs(picture.astype(int) - [0xB8, 0xE3, 0xFB]).sum(axis=2) < 12) if picture.shape[2] == 3 else None
    assert coloured is not None
    longest = max(max((len(run) for run in "".join("x" if one else " " for one in row).split()), default=0) for row in coloured)  # fmt: skip
    assert longest > 55 / 25.4 * 72


def test_a_place_that_the_edition_settled_looks_like_the_text_around_it(made: dict[tuple[str, str], Path]) -> None:
    def looks(form: str) -> set[str]:
        body = Document(str(made["convenant", form])).element.body
        styles = {style.get(qn("w:val")) for style in body.iter(qn("w:rStyle"))}
        return {style for style in styles if style in ("Nakijken", "Keuzetekst")} | {
            style for style in map(style_of, body.iter(qn("w:p"))) if style in ("Keuzeofoptie", "Uitleg")
        }

    assert looks("model") == {"Nakijken", "Keuzetekst", "Keuzeofoptie", "Uitleg"} and looks("edition") == set()
