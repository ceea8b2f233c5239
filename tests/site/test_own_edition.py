"""The form of /eigen-versie/: fills in on the device, starts Python only when asked, keeps and sends nothing by itself."""

from __future__ import annotations

import io
import json
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdfium2 import PdfDocument

from macros.edition.answers import read_edition
from macros.edition.opening import read_whole
from macros.edition.word import fill_word
from macros.shared.html import render
from macros.text.comparison import Piece
from macros.text.filled import fill
from macros.text.own_edition import schema
from macros.text.register import make_register
from tests.conftest import ROOT
from tests.site.conftest import Watched, changed_script, until
from tests.site.test_accessibility import violations
from tests.text.model import EXAMPLE, marked_model

ADDRESS = "eigen-versie/"
EDITION_WORKER = "assets/eigen-versie/worker.js"


def start(page: Page) -> None:
    """Start filling in."""
    page.get_by_role("button", name="Begin met invullen").click()
    until(page, "document.querySelector('.eigen-versie').dataset.python === 'ready'")
    until(page, "document.querySelector('.ev-voortgang span').textContent.includes('velden')")
    until(page, "document.activeElement.name === 'ev-naam'")  # the last that it does


def put(page: Page, field: str, value: str) -> None:
    """Answer a field, and wait until the page shows what Python makes of it."""
    box = page.locator(f"[name='{field}']")
    if box.evaluate("one => one.tagName") == "SELECT":
        box.select_option(value)
    else:
        box.fill(value)
        box.blur()


def mark(page: Page, place: str, words: str) -> None:
    """Wait until a place says these words."""
    until(
        page,
        "([place, words]) => document.querySelector(`[data-plaats='${place}']`).textContent === words",
        [place, words],
    )


def said_by(place: Locator) -> str:
    """The words of an element, without the hints where one may break."""
    return " ".join(place.inner_text().replace("\N{SOFT HYPHEN}", "").split())


def test_python_that_falls_over_while_it_starts_is_started_once_more(
    open_page: Callable[..., Watched], site: Path
) -> None:
    """As on a tree's page; the second fall is told."""
    for falls, state in ((1, "ready"), (2, "unavailable")):
        trap = f"if ((self.fell = (self.fell ?? 0) + 1) <= {falls}) throw new WebAssembly.RuntimeError('Out of bounds memory access');\n"
        page = open_page(
            ADDRESS, prepare=changed_script(site, EDITION_WORKER, ("  report(2);\n", f"{trap}  report(2);\n"))
        ).page
        page.get_by_role("button", name="Begin met invullen").click()
        expect(page.locator(".eigen-versie")).to_have_attribute("data-python", state, timeout=30_000)


def falling_on(site: Path, words: str) -> Callable[[BrowserContext], Any]:
    """A browser in whose worker Python falls over on a request with these words."""
    falls = (
        f"if (verzoek.includes({json.dumps(words)})) throw new WebAssembly.RuntimeError('Out of bounds memory access');"
    )
    answered = f"await started.then((handle) => {{ {falls} return handle(verzoek); }})"
    return changed_script(site, EDITION_WORKER, ("(await started)(verzoek)", answered))


def test_python_that_falls_over_on_an_answer_is_stopped_and_what_was_filled_in_stays(
    open_page: Callable[..., Watched], site: Path
) -> None:
    """What it would say after that is worth nothing."""
    page = open_page(ADDRESS, prepare=falling_on(site, "omvallen")).page
    start(page)
    put(page, "ev-naam", "omvallen")
    expect(page.locator(".eigen-versie")).to_have_attribute("data-python", "unavailable", timeout=30_000)
    expect(page.locator(".ev-stand")).to_contain_text("Wat je invulde, staat nog in de velden")
    expect(page.locator("[name=ev-naam]")).to_have_value("omvallen")
    page.context.unroute_all()
    page.locator("[name=penvoerder]").focus()
    again = page.get_by_role("button", name="Probeer opnieuw")
    expect(again).to_be_in_viewport()
    again.press("Enter")
    page.locator("[name=ev-naam]").press("End")
    page.keyboard.type(" en meer")  # while it starts
    expect(page.locator(".eigen-versie")).to_have_attribute("data-python", "ready", timeout=30_000)
    expect(page.locator(".ev-stand")).to_contain_text("werkt weer")
    expect(page.locator("[name=ev-naam]")).to_have_value("omvallen en meer")
    expect(page.locator("[name=ev-naam]")).to_be_focused()


def test_a_stop_while_what_was_kept_is_read_keeps_it(open_page: Callable[..., Watched], site: Path) -> None:
    kept = json.dumps({"vorm": 1, "model": "", "naam": "Bewaard", "versie": "1", "antwoorden": {}, "toevoegingen": {}})
    page = open_page(ADDRESS, prepare=falling_on(site, '"lees"')).page
    page.evaluate("(kept) => localStorage.setItem(`eigen-versie:${new URL('..', location.href).pathname}`, kept)", kept)
    page.get_by_role("button", name="Begin met invullen").click()
    expect(page.locator(".eigen-versie")).to_have_attribute("data-python", "unavailable", timeout=30_000)
    expect(page.locator(".ev-stand")).to_contain_text("Invullen kan nu niet (het programma viel om). Lezen kan wel.")
    expect(page.locator("[name=ev-naam]")).to_be_hidden()
    page.context.unroute_all()
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator("[name=ev-naam]")).to_have_value("Bewaard", timeout=30_000)
    expect(page.locator(".ev-stand")).to_contain_text("Dit apparaat had onthouden")


def test_who_thinks_for_an_hour_goes_on_where_he_was(open_page: Callable[..., Watched]) -> None:
    page = open_page(ADDRESS, prepare=lambda context: context.clock.install()).page
    start(page)
    page.clock.run_for("01:00:00")
    page.clock.fast_forward("01:00:00")
    page.wait_for_timeout(300)
    expect(page.locator(".eigen-versie")).to_have_attribute("data-python", "ready")
    put(page, "penvoerder", "Zaanstad")
    mark(page, "penvoerder.0", "Zaanstad")


@pytest.fixture
def filling(open_page: Callable[..., Watched]) -> Watched:
    """The form, with Python started."""
    watched = open_page(ADDRESS)
    assert not [url for url in watched.requests if "python" in url.rsplit("/", 2)[-2] or "pyodide" in url]
    start(watched.page)
    return watched


def test_what_is_wrong_stands_above_its_field_and_what_is_open_is_not_called_wrong(filling: Watched) -> None:
    """Who saved an empty form was sent to a list that was not there."""
    page = filling.page
    with page.expect_download():
        page.get_by_role("button", name="Bewaar als bestand").click()
    expect(page.locator(".ev-stand")).to_have_text(
        "eigen-versie.json staat in je map met downloads. Nog niet alles is ingevuld."
    )
    expect(page.locator(".ev-mis")).to_be_hidden()
    put(page, "begrotingsjaar", "nooit")
    wrong = page.locator(".ev-fout:not([hidden])")
    expect(wrong).to_have_count(1)
    above = "(one) => one.getBoundingClientRect().bottom <= one.closest('.ev-veld').querySelector('[aria-invalid=true]').getBoundingClientRect().top"
    assert wrong.evaluate(above)
    with page.expect_download():
        page.get_by_role("button", name="Bewaar als bestand").click()
    expect(page.locator(".ev-stand")).to_contain_text("zie de lijst boven het eerste veld")
    expect(page.locator(".ev-mis")).to_be_visible()


def test_a_proeftuin_fills_in_saves_wipes_and_goes_on(filling: Watched, tmp_path: Path) -> None:
    page = filling.page
    assert violations(page) == []
    put(page, "ev-naam", "Proeftuin Voorbeeldstad")
    put(page, "penvoerder", "de gemeente <b>X</b>")
    for place in ("penvoerder.0", "penvoerder.1", "verantwoorder.0"):
        mark(page, place, "de gemeente <b>X</b>")
    mark(page, "subsidieaanvrager.0", "De gemeente <b>X</b>")
    put(page, "ingangsdatum", "2027-05-01")
    mark(page, "ingangsdatum_protocol.0", "1 mei 2027")
    put(page, "soort_gebied", "beproevende_regio")
    mark(page, "soort_gebied.1", "beproevende regio")
    put(page, "optie_governance", "weglaten")
    mark(page, "optie_governance.0", "(weggelaten)")
    assert "Voorbeeld: 31 december 2028" in said_by(page.locator("[data-veld=einddatum]"))
    put(page, "einddatum", "2026-05-01")
    until(page, "document.querySelector('#fout-einddatum').textContent.includes('ligt vóór')")
    assert page.locator("[name=einddatum]").get_attribute("aria-invalid") == "true"
    put(page, "einddatum", "2028-05-01")
    until(page, "document.querySelector('#fout-einddatum').hidden")
    put(page, "meer_partijen", "Stichting Een; haar bestuur\nStichting Twee")
    mark(page, "meer_partijen.0", "Stichting Een")
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('eigen-versie'))") == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    saved = tmp_path / "eigen-versie.json"
    download.value.save_as(saved)
    data = json.loads(saved.read_text("utf-8"))
    _, fields, register = marked_model()
    read = read_edition(data, fields, register.open_to_additions())
    assert read.problems == () and read.answers["penvoerder"] == "de gemeente <b>X</b>"
    assert read.answers["meer_partijen"] == [
        {"naam": "Stichting Een", "vertegenwoordiger": "haar bestuur"},
        {"naam": "Stichting Twee"},
    ]
    expect(page.locator(".ev-stand")).to_contain_text("eigen-versie.json staat in je map met downloads.")
    put(page, "penvoerder", "een ander")
    expect(page.locator(".ev-stand")).to_contain_text("Nog niet bewaard als bestand.")
    page.get_by_label("Onthoud wat ik invul").check()
    until(page, "Object.keys(localStorage).some(name => name.startsWith('eigen-versie'))")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Wis alles").click()
    assert page.locator("[name=meer_partijen]").input_value(), "who said no keeps it"
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Wis alles").click()
    until(page, "document.querySelector('.eigen-versie')?.dataset.python === 'uit'")
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('eigen-versie'))") == []
    start(page)
    mark(page, "penvoerder.0", "[…]")
    page.locator(".ev-bestand").set_input_files(saved)
    mark(page, "penvoerder.0", "de gemeente <b>X</b>")
    assert page.locator("[name=meer_partijen]").input_value() == "Stichting Een; haar bestuur\nStichting Twee"
    assert filling.errors == []


def test_the_bar_fits_a_phone_with_letters_of_twice_the_size(filling: Watched) -> None:
    page = filling.page
    page.evaluate("document.documentElement.style.fontSize = '40px'")
    edges = page.locator(".ev-balk :is(button, p)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert len(edges) > 2 and max(edges) <= 390
    page.set_viewport_size(
        {"width": 195, "height": 422}
    )  # a page of twice the size, as the browser's own zoom makes it
    expect(page.locator(".ev-balk")).to_have_css("position", "static")


def test_a_sentence_shows_every_place_in_it_as_it_becomes(filling: Watched) -> None:
    page = filling.page
    put(page, "penvoerder", "de gemeente <b>X</b>")
    mark(page, "penvoerder.1", "de gemeente <b>X</b>")
    sentence = page.locator("[data-veld=stuurgroep_datum] li").first
    assert "van [datum] overeengekomen dat de gemeente <b>X</b> in dat kader" in said_by(sentence)
    assert page.locator("[data-veld=stuurgroep_datum] mark.ev-hier").all_text_contents() == ["[datum]"]
    put(page, "optie_governance", "weglaten")
    mark(page, "optie_governance.0", "(weggelaten)")
    option = page.locator("[data-veld=governance_regio] li")
    assert said_by(option).split(" (artikel")[0] == "(weggelaten)"
    put(page, "tot_tussenevaluatie", "overnemen")
    put(page, "toetreding", "niet")
    until(
        page,
        "document.querySelector('[data-veld=evaluatiedatum] li').textContent.includes('staat niet tot de tussenevaluatie [datum] open')",
    )
    page.mouse.wheel(0, -400)  # the theme shows its button to the top then
    assert page.locator(".md-top").is_hidden()
    assert filling.errors == []


def test_a_file_is_opened_as_far_as_it_can_and_says_what_could_not(filling: Watched, tmp_path: Path) -> None:
    page = filling.page
    data: dict[str, Any] = tomllib.loads(EXAMPLE.read_text("utf-8"))
    (tmp_path / "goed.json").write_text(json.dumps(data))
    page.locator(".ev-bestand").set_input_files(tmp_path / "goed.json")
    until(page, "document.querySelector('.ev-open').textContent.startsWith('Alles is ingevuld')")
    assert page.locator(".ev-terug").is_hidden()  # nothing stood there
    more = {"einddatum": "morgen", "onbekend": "<b>x</b>", "begrotingsjaar": "27", "stuurgroep_datum": "2027-01-31"}
    data["antwoorden"] |= more
    (tmp_path / "half.json").write_text(json.dumps(data | {"model": "0.0.1"}))
    page.locator(".ev-bestand").set_input_files(tmp_path / "half.json")
    until(page, "document.querySelector('.ev-stand').textContent.includes('niet alles klopt')")
    told = page.locator(".ev-mis").inner_text()
    assert "‘27’ is geen jaar" in told and "versie 0.0.1" in told
    left = page.locator(".ev-over").inner_text()
    assert "Einddatum van het protocol: morgen" in left and "onbekend: <b>x</b>. Dit veld bestaat niet" in left
    assert page.locator("[name=begrotingsjaar]").input_value() == "27"
    mark(page, "penvoerder.0", "de gemeente Voorbeeldstad")
    page.get_by_role("button", name="Nagekeken").click()
    until(page, "!document.querySelector('.ev-mis').textContent.includes('0.0.1')")
    page.get_by_role("button", name="Zet terug wat er stond").click()
    until(page, "document.querySelector('.ev-mis').hidden && document.querySelector('.ev-over').hidden")
    assert page.locator("[name=begrotingsjaar]").input_value() == "2027"
    assert filling.errors == []


def test_who_goes_on_with_a_file_is_led_to_what_needs_a_look_and_to_a_name_that_lacks(
    filling: Watched, tmp_path: Path
) -> None:
    """The button stood below all fields, and all was called filled in while no Word file could be made."""
    page = filling.page
    (tmp_path / "ouder.json").write_text(json.dumps({**tomllib.loads(EXAMPLE.read_text("utf-8")), "model": "0.0.1"}))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Ga verder met een bestand").click()
    chooser.value.set_files(tmp_path / "ouder.json")
    until(page, "document.activeElement.matches('.ev-mis')")
    expect(page.locator(".ev-open")).to_contain_text("Alles is ingevuld")
    put(page, "ev-naam", "")
    expect(page.locator(".ev-open a")).to_have_attribute("href", "#ev-naam")
    page.get_by_role("button", name="Volgende open veld").click()
    until(page, "document.activeElement.name === 'ev-naam'")
    assert filling.errors == []


HOSTILE: dict[str, tuple[bytes, str]] = {
    "leeg": (b"", "leeg"),
    "kapot": (b'{"vorm": 1,\n"naam" 2}', "regel 2, teken 8"),
    "lijst": (b"[]", "geen eigen versie"),
    "diep": (b"[" * 90_000, "haakjes"),
    "ander": (b'{"a": 1}', "geen eigen versie"),
    "bytes": (bytes(range(256)), "regel 1"),
    "procent": (b"%E0%A4%A", "regel 1, teken 1"),
    "getal": (b'{"vorm": ' + b"9" * 5000 + b"}", "aanhalingstekens"),
    "groot": (b'{"antwoorden": {}}' + b" " * 1_000_000, "te groot"),
    "bijna-groot": (b"x" * 999_999, "regel 1, teken 1"),
    "script": (b"<script>document.title = 'weg'</script>", "regel 1, teken 1"),
}
"""Files that are no edition, each with what the page says of it: where, and that nothing changed."""
TAKEN = (
    '{"vorm": 1, "naam": "__proto__", "antwoorden": {"__proto__": "x", "constructor": {"a": 1}, "penvoerder": "a", "penvoerder": "b"}}',
    '{"vorm": 0, "naam": ["x"], "antwoorden": 3, "toevoegingen": {"x": 1}, "hasOwnProperty": "x"}',
    '{"vorm": 1, "antwoorden": {"penvoerder": "<img src=x onerror=alert(1)> {{ 7*7 }} \\u202e \\ud800 ](javascript:alert(1)) | x"}}',
    '{"vorm": 1, "antwoorden": {"penvoerder": "'
    + "x" * 10_000
    + '", "meer_partijen": [{"naam": {}}, 3, {}], "einddatum": {}}}',
    '{"vorm": 1, "antwoorden": {' + ", ".join(f'"k{n}": "x"' for n in range(9_000)) + "}}",
)
"""Files of which something can be used, and much cannot."""


def test_a_damaged_or_hostile_file_gets_a_sentence_and_loses_nothing(filling: Watched, tmp_path: Path) -> None:
    page = filling.page
    put(page, "penvoerder", "de gemeente X")
    mark(page, "penvoerder.0", "de gemeente X")
    for name, (body, said) in HOSTILE.items():
        page.evaluate("document.querySelector('.ev-stand').textContent = ''")
        (tmp_path / f"{name}.json").write_bytes(body)
        page.locator(".ev-bestand").set_input_files(tmp_path / f"{name}.json")
        until(page, "document.querySelector('.ev-stand').textContent.includes('Er is niets veranderd')")
        assert said in page.locator(".ev-stand").inner_text(), name
        assert page.locator("[name=penvoerder]").input_value() == "de gemeente X", name
    for number, text in enumerate(TAKEN):
        page.evaluate("document.querySelector('.ev-stand').textContent = ''")
        (tmp_path / f"{number}.json").write_text(text)
        page.locator(".ev-bestand").set_input_files(tmp_path / f"{number}.json")
        until(page, "document.querySelector('.ev-stand').textContent.includes('niet alles klopt')")
        assert page.locator(".ev-mis li, .ev-over li").count() > 0 and page.locator(".eigen-versie img").count() == 0
        page.get_by_role("button", name="Zet terug wat er stond").click()
        mark(page, "penvoerder.0", "de gemeente X")
    assert filling.errors == [] and page.title() != "weg"


def test_additions_are_made_in_the_form_and_taken_by_word_and_build(
    filling: Watched, site: Path, tmp_path: Path
) -> None:
    page = filling.page
    put(page, "ev-naam", "Proeftuin Voorbeeldstad")
    for kind, place, heading, text in (
        ("Een lid, onderdeel of alinea", "privacyprotocol/artikel-6/lid-4-b", "", "het kind zelf dat vraagt;"),
        ("Een artikel in het convenant", "", "Artikel 13 Evaluatie", "Wij evalueren elk jaar.\n\nZie ook artikel 10."),
        ("Een contactpunt", "", "", "Het contactpunt is <b>bereikbaar</b> van 9 tot 17 uur."),
        ("Bijlage 4", "", "", "Een klacht gaat eerst naar de casusregisseur."),
        ("Een artikel in het protocol", "", "", "Weg."),
    ):
        page.get_by_role("button", name=kind).press(
            "Enter"
        )  # what Python says meanwhile may move it from under a mouse
        block = page.locator(".ev-toevoegingen .ev-veld").last
        until(page, "(part) => document.activeElement.dataset.deel === part", "na" if place else "tekst")
        told = f"{block.locator('h3').inner_text()}: "
        until(page, "told => document.querySelector('.ev-mis').textContent.includes(told)", told)
        assert block.locator(".ev-fout").is_hidden()  # who made it is in it, and wrote nothing yet
        if place:
            block.locator("[data-deel=na]").select_option(place)
        if heading:
            block.locator("[data-deel=kop]").fill(heading)
        block.locator("[data-deel=tekst]").fill(text)
    block.locator("[data-deel=kop]").fill("Artikel 3 Dubbel")
    block.locator("[data-deel=kop]").blur()
    until(page, "document.querySelector('#fout-toevoeging-5').textContent.includes('staat al in het model')")
    assert "Toevoeging 5: kop: Artikel 3" in page.locator(".ev-mis").inner_text()
    assert violations(page) == []
    page.get_by_role("button", name="Verwijder toevoeging 5").click()
    until(page, "document.querySelector('.ev-mis').hidden")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    download.value.save_as(tmp_path / "eigen.json")
    readings, fields, register = marked_model()
    places = register.open_to_additions()
    edition = read_whole((tmp_path / "eigen.json").read_bytes(), "json", fields, places)
    assert edition.problems == ()
    Draft202012Validator(schema(fields)).validate(json.loads((tmp_path / "eigen.json").read_text("utf-8")))
    assert [one.id for one in edition.additions] == [f"toevoeging-{number}" for number in range(1, 5)]
    filled = make_register(fill(readings, fields, edition))
    assert {one.id for one in register} < {one.id for one in filled}
    assert filled.find("convenant/artikel-5/eigen-toevoeging-3", "").text.startswith("Het contactpunt is <b>bereik")
    with page.expect_download() as download:
        page.locator(".ev-word").first.click()
    download.value.save_as(tmp_path / "convenant.docx")
    made = fill_word((site / "handboek" / "modelconvenant.docx").read_bytes(), "convenant", fields, edition)
    with zipfile.ZipFile(tmp_path / "convenant.docx") as there, zipfile.ZipFile(io.BytesIO(made)) as here:
        body = there.read("word/document.xml")
        assert body == here.read("word/document.xml")
        assert all(
            words.encode() in body for words in ("Artikel 13 Evaluatie", "&lt;b&gt;bereikbaar", "Bijlage 4: Processen")
        )
    page.reload()
    start(page)
    page.locator(".ev-bestand").set_input_files(tmp_path / "eigen.json")
    until(page, "document.querySelectorAll('.ev-toevoegingen .ev-veld').length === 4")
    assert page.locator("[data-deel=kop]").nth(1).input_value() == "Artikel 13 Evaluatie"
    assert filling.errors == []


def test_what_the_device_kept_is_read_in_the_same_way_and_stays_when_it_cannot(
    open_page: Callable[..., Watched],
) -> None:
    """The key's name holds the site's folder."""
    watched = open_page(ADDRESS)
    page = watched.page
    put_away = "text => localStorage.setItem(`eigen-versie:${new URL('..', location.href).pathname}`, text)"
    kept = "localStorage.getItem(`eigen-versie:${new URL('..', location.href).pathname}`)"
    page.evaluate(put_away, "{half")
    start(page)
    assert "niet meer te lezen" in page.locator(".ev-stand").inner_text()
    put(page, "penvoerder", "de gemeente X")
    mark(page, "penvoerder.0", "de gemeente X")
    assert page.evaluate(kept) == "{half" and not page.locator(".ev-onthoud").is_checked()
    page.evaluate(put_away, '{"vorm": 1, "antwoorden": {"penvoerder": "Y", "verdwenen": "Z"}}')
    page.reload()
    start(page)
    mark(page, "penvoerder.0", "Y")
    assert "antwoorden.verdwenen: Z" in page.locator(".ev-over").inner_text()
    assert watched.errors == []


def test_two_tabs_never_write_over_what_the_other_had_the_device_keep(filling: Watched) -> None:
    """What one wiped came back with the next letter in the other, and each lost what the other kept."""
    page = filling.page
    kept = "Object.entries(localStorage).find(([name]) => name.startsWith('eigen-versie:'))?.[1] ?? ''"
    put(page, "penvoerder", "de gemeente X")
    page.locator(".ev-onthoud").check()
    other = page.context.new_page()
    other.goto(page.url)
    start(other)
    assert other.locator(".ev-onthoud").is_checked() and page.locator(".ev-onthoud").is_checked()
    put(other, "penvoerder", "de gemeente Y")
    until(other, f"({kept}).includes('gemeente Y')")
    until(page, "!document.querySelector('.ev-onthoud').checked")
    assert "Een ander tabblad veranderde of wiste" in page.locator(".ev-stand").inner_text()
    put(page, "penvoerder", "de gemeente Z")
    mark(page, "penvoerder.0", "de gemeente Z")
    assert "gemeente Y" in page.evaluate(kept) and other.locator(".ev-onthoud").is_checked()
    page.locator(".ev-onthoud").check()
    until(other, "!document.querySelector('.ev-onthoud').checked")
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="Wis alles").click()
    until(page, "!document.querySelector('.ev-onthoud').checked")
    put(page, "penvoerder", "de gemeente W")
    mark(page, "penvoerder.0", "de gemeente W")
    assert page.evaluate(kept) == ""
    assert filling.errors == []


def test_nothing_that_is_typed_is_offered_to_a_checker_of_spelling(look: Callable[[str], Page]) -> None:
    """Some browsers send it to their maker for that."""
    typed = "[...document.querySelectorAll('form.eigen-versie :is(textarea, input:not([type]), input[type=text])')]"
    assert look(ADDRESS).evaluate(f"{typed}.length") > 5
    assert look(ADDRESS).evaluate(f"{typed}.filter((one) => one.spellcheck).map((one) => one.name)") == []


def test_without_scripts_and_without_python_it_is_a_list_that_says_so(open_page: Callable[..., Watched]) -> None:
    page = open_page(ADDRESS, java_script_enabled=False).page
    assert "Zonder JavaScript lees je hier" in page.locator(".ev-stand").inner_text()
    assert page.locator(".ev-antwoord:visible, .eigen-versie button:visible").count() == 0
    assert "Penvoerder" in page.locator(".eigen-versie").inner_text()
    watched = open_page(ADDRESS, prepare=lambda context: context.route("**/edition.zip", lambda route: route.abort()))
    watched.page.get_by_role("button", name="Begin met invullen").click()
    until(watched.page, "document.querySelector('.eigen-versie').dataset.python === 'unavailable'")
    assert "Lezen kan wel" in watched.page.locator(".ev-stand").inner_text()
    assert watched.page.get_by_role("button", name="Probeer opnieuw").is_enabled()
    assert watched.page.locator(".ev-antwoord:visible").count() == 0


def test_the_form_asks_every_field_of_the_list(site: Path) -> None:
    text = (site / "eigen-versie" / "index.html").read_text("utf-8")
    _, fields, _ = marked_model()
    missing = [field.id for field in fields if f'data-veld="{field.id}"' not in text]
    unasked = [field.id for field in fields if field.kind != "handtekening" and f'name="{field.id}"' not in text]
    places = [f"{field.id}.{number}" for field, number, _ in fields.places()]
    assert missing + unasked == [] and all(f'data-plaats="{place}"' in text for place in places)
    assert (ROOT / "bron" / "invulplekken.yml").exists()


def test_a_word_file_made_in_the_page_is_the_one_that_the_build_would_make(
    filling: Watched, site: Path, tmp_path: Path
) -> None:
    page = filling.page
    data = {**tomllib.loads(EXAMPLE.read_text("utf-8")), "model": ""}
    (tmp_path / "eigen.json").write_text(json.dumps(data))
    page.locator(".ev-bestand").set_input_files(tmp_path / "eigen.json")
    until(page, "document.querySelector('.ev-open').textContent.startsWith('Alles is ingevuld')")
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak het convenant in Word").click()
    download.value.save_as(tmp_path / "convenant.docx")
    _, fields, register = marked_model()
    edition = read_edition(data, fields, register.open_to_additions())
    expected = fill_word((site / "handboek" / "modelconvenant.docx").read_bytes(), "convenant", fields, edition)
    with zipfile.ZipFile(tmp_path / "convenant.docx") as made, zipfile.ZipFile(io.BytesIO(expected)) as here:
        assert made.namelist() == here.namelist()
        assert [name for name in here.namelist() if made.read(name) != here.read(name)] == []
    assert filling.errors == []


def test_a_word_file_that_was_filled_in_fills_the_form_and_names_what_belongs_to_no_field(
    filling: Watched, site: Path, tmp_path: Path
) -> None:
    page = filling.page
    put(page, "looptijd", "twee jaar")
    word = Document(str(site / "handboek" / "modelconvenant.docx"))
    body = word.element.body
    tags = {tag.get(qn("w:val")): tag.getparent().getparent() for tag in body.iter(qn("w:tag"))}
    for name, words in (("penvoerder", "de gemeente <b>Y</b>"), ("ingangsdatum", "1 mei 2027")):
        next(tags[name].iter(qn("w:t"))).text = words
    said = {"".join(text.text or "" for text in one.iter(qn("w:t"))): one for one in body.iter(qn("w:p"))}
    next(said["Verlenging van de Samenwerkingsovereenkomst geschiedt in onderling overleg."].iter(qn("w:t"))).text = "Een jurist schreef dit."  # fmt: skip
    word.save(str(tmp_path / "ingevuld.docx"))
    page.locator(".ev-bestand").set_input_files(tmp_path / "ingevuld.docx")
    mark(page, "penvoerder.1", "de gemeente <b>Y</b>")
    mark(page, "ingangsdatum_protocol.0", "1 mei 2027")
    assert page.locator("[name=ingangsdatum]").input_value() == "2027-05-01"
    assert page.locator("[name=looptijd]").input_value() == "twee jaar"  # the file has it open still
    until(page, "document.querySelector('.ev-stand').textContent.includes('kon mee: 2 keer')")
    gone, came = page.locator(".ev-over li").all_inner_texts()
    assert gone.startswith("convenant/artikel-9/lid-4: Verlenging van de") and "weggehaald" in gone
    assert came.startswith("na convenant/artikel-9/lid-4: Een jurist schreef dit. Dit is in Word geschreven")
    assert violations(page) == []
    page.get_by_role("button", name="Zet terug wat er stond").click()
    mark(page, "penvoerder.1", "[naam penvoerder]")
    for name, said_of in (
        ("boek.docx", "geen Word-bestand"),
        ("oud.doc", "wachtwoord"),
        ("bom.docx", "uitgepakt te groot"),
    ):
        page.evaluate("document.querySelector('.ev-stand').textContent = ''")
        (tmp_path / name).write_bytes({"boek.docx": b"PK", "oud.doc": b"\xd0\xcf\x11\xe0", "bom.docx": bomb()}[name])
        page.locator(".ev-bestand").set_input_files(tmp_path / name)
        until(page, "document.querySelector('.ev-stand').textContent.includes('Er is niets veranderd')")
        assert said_of in page.locator(".ev-stand").inner_text() or name == "boek.docx", name
        assert page.locator("[name=looptijd]").input_value() == "twee jaar"
    assert filling.errors == []
    assert [url for url in filling.requests if not url.startswith(page.url.split("/eigen-versie/")[0])] == []


WORDS_A_SECOND, KEYS_A_SECOND, A_TAP = 4, 3, 1.0
"""How fast someone reads, types on a phone (36 words a minute), and taps."""
HALF_AN_HOUR = 30 * 60


class Hand:
    """Who fills in the form, and counts: what is read, tapped and typed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = self.keys = 0

    @property
    def words(self) -> int:
        """All that the form says, read once, with what is folded away and each choice; not the list of all provisions."""
        said = self.page.evaluate(
            """() => { const form = document.querySelector("form.eigen-versie").cloneNode(true);
            for (const list of form.querySelectorAll("[data-deel=na]")) list.remove(); return form.textContent; }"""
        )
        return len(said.split())

    def tap(self, button: str) -> None:
        """Tap a button."""
        self.page.get_by_role("button", name=button, exact=True).click()
        self.taps += 1

    def answer(self, field: str, value: str) -> None:
        """Answer a field that has the focus; a choice takes two taps."""
        put(self.page, field, value)
        choice = self.page.locator(f"[name='{field}']").evaluate("one => one.tagName === 'SELECT'")
        self.taps += 2 * choice
        self.keys += 0 if choice else len(value)
        until(self.page, "name => !document.querySelector(`.ev-open a[href='#veld-${name}']`)", field)

    def save(self, button: str, target: Path) -> Path:
        """Tap a button that saves a file."""
        with self.page.expect_download() as download:
            self.tap(button)
        download.value.save_as(target)
        return target

    @property
    def seconds(self) -> float:
        """What all this takes."""
        return self.words / WORDS_A_SECOND + self.keys / KEYS_A_SECOND + self.taps * A_TAP


def test_a_coordinator_is_done_within_half_an_hour(
    filling: Watched, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reckoned from what is read, tapped and typed: from the empty form to Word files and the file for `make build EDITION=`."""
    page, hand = filling.page, Hand(filling.page)
    wanted: dict[str, Any] = tomllib.loads(EXAMPLE.read_text("utf-8"))
    answers = dict(wanted["antwoorden"])
    hand.answer("ev-naam", wanted["naam"])
    while page.locator(".ev-open a").count():
        hand.tap("Volgende open veld")
        name = page.evaluate("document.activeElement.name")
        hand.answer(name, answers.pop(name))
    fields = 1 + len(wanted["antwoorden"]) - len(answers)
    for name, value in answers.items():  # what may stay open, or keeps the model's words
        page.locator(f"[name='{name}']").focus()
        hand.taps += 1
        hand.answer(name, value)
    for kind, addition in zip(("Een contactpunt", "Bijlage 4"), wanted["toevoegingen"], strict=True):
        hand.tap(kind)
        text = "\n\n".join(" ".join(part.split()) for part in addition["tekst"].split("\n\n"))
        page.locator(".ev-toevoegingen [data-deel=tekst]").last.fill(text)
        hand.keys += len(text)
    page.locator(".ev-toevoegingen [data-deel=tekst]").last.blur()
    saved = hand.save("Bewaar als bestand", tmp_path / "eigen.json")
    for title in ("het convenant", "het protocol", "de wegwijzer voor professionals"):
        file = hand.save(f"Maak {title} in Word", tmp_path / "made.docx")
        assert "Proeftuin Voorbeeldstad" in Document(str(file)).core_properties.title
    _, fields_of_model, register = marked_model()
    edition = read_whole(saved.read_bytes(), "json", fields_of_model, register.open_to_additions())  # fmt: skip
    assert edition.problems == () and edition.answers == wanted["antwoorden"]
    assert [one.text[0] for one in edition.additions] == [one["tekst"].strip().split("\n\n")[0] for one in wanted["toevoegingen"]]  # fmt: skip
    with capsys.disabled():
        print(f"\neigen versie: {fields} + {len(answers)} fields, {hand.words} words, {hand.taps} taps, {hand.keys} keys: {hand.seconds / 60:.1f} min")  # fmt: skip
    assert hand.seconds <= HALF_AN_HOUR
    assert filling.errors == []


def test_what_went_and_came_is_seen_without_colour_on_a_phone_and_on_paper(look: Callable[[str], Page]) -> None:
    """A comparison as an edition and a version of the model show it, put in the page that has its styles."""
    page = look("vergelijking/")
    pieces = [Piece("=", "De Partner"), Piece("-", "zal"), Piece("+", "kan"), Piece("=", "een heel lang woord: " + "x" * 80)]  # fmt: skip
    provision = SimpleNamespace(id="a", url="/convenant/artikel-1/", citation="artikel 1")
    change = SimpleNamespace(provision=provision, kind="veranderd", pieces=pieces)
    made = render("edition/comparison.html", changes=[change], root="../", there=["a"], before="versie 1")
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", made)
    ask = """() => ["del", "ins"].map((tag) => { const one = document.querySelector(`.vergelijking ${tag}`), style = getComputedStyle(one);
      return [one.textContent, style.textDecorationLine, style.color === getComputedStyle(one.parentElement).color]; })"""
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        assert page.evaluate(ask) == [["zal", "line-through", True], ["kan", "underline", True]], medium
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), medium
    page.emulate_media(media="null")
    assert violations(page) == []


def bomb() -> bytes:
    """A Word file of a few kB whose text is 17 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        file.writestr("_rels/.rels", f'<x><r Type="{kind}" Target="word/document.xml"/></x>')
        file.writestr("word/document.xml", b" " * 17_000_000)
    return out.getvalue()


def test_on_paper_the_form_says_all_that_was_filled_in_and_no_button(filling: Watched) -> None:
    page = filling.page
    parties = [f"Gemeente nummer {number}; de burgemeester" for number in range(1, 10)]
    put(page, "meer_partijen", "\n".join(parties))
    page.get_by_role("button", name="Een contactpunt").press("Enter")
    text = page.locator(".ev-toevoegingen [data-deel=tekst]").last
    text.fill(" ".join(f"Dit is zin {number} van een lange afspraak over bereikbaarheid." for number in range(1, 31)))
    text.blur()
    printed = " ".join(sheet.get_textpage().get_text_range() for sheet in PdfDocument(page.pdf(format="A4")))
    said = " ".join(printed.split())
    assert "Gemeente nummer 9" in said and "zin 30 van" in said
    page.emulate_media(media="print")
    assert page.locator(".eigen-versie button:visible").count() == 0
