"""What both trees offer besides the walk: records, links with answers, what-if, and the jurist's pages."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import expect

from decision_trees.catalogue import TREES
from decision_trees.link import to_fragment
from decision_trees.model import Tree
from macros.trees.framework import read_rules
from tests.conftest import ROOT
from tests.site.conftest import Watched
from tests.site.test_walk import DELEN, TO_VALID, TREE, answer, question, ready, walk

Open = Callable[..., Watched]


def test_sharing_goes_through_consent_and_comes_back(open_page: Open) -> None:
    watched = open_page(DELEN)
    page = watched.page
    ready(page)
    walk(page, ["nee", "geven", "jeugdhulp", "buiten", "gewoon", "12-15", "gegeven", "ja", "ja"])
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "delen-met-toestemming")
    expect(page.locator(".boom-loop .vastleggen")).to_contain_text("wie toestemming gaf", ignore_case=True)
    assert watched.errors == []


def test_acute_danger_is_one_tap_from_the_first_question(open_page: Open) -> None:
    page = open_page(DELEN, python=False).page
    answer(page, "ja")
    expect(page.locator(".boom-knoop h3")).to_contain_text("Direct handelen")
    expect(page.locator(".boom-loop .stappen")).to_contain_text("112")


def test_a_record_is_made_in_the_browser_and_kept_nowhere(open_page: Open) -> None:
    watched = open_page(TREE, permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    ready(page)
    walk(page, TO_VALID)
    page.get_by_role("button", name="Maak een afwegingsverslag").click()
    record = page.locator(".boom-verslag pre")
    expect(record).to_contain_text("ADVIES: mag, onder voorwaarden")
    expect(record).to_contain_text("nog niet getoetst door een jurist")
    page.get_by_role("button", name="Kopieer", exact=True).click()
    expect(page.get_by_text("Het verslag is gekopieerd.")).to_be_in_viewport()
    assert "AFWEGINGSVERSLAG" in page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert "AFWEGINGSVERSLAG" in Path(download.value.path()).read_text("utf-8")
    expect(page.get_by_text("afwegingsverslag-toestemming.txt is gemaakt.")).to_be_in_viewport()
    stored = page.evaluate("[JSON.stringify(localStorage), Object.values(sessionStorage), document.cookie]")
    assert "geheim" not in stored[0] and stored[2] == ""
    assert all(re.fullmatch(r"[0-9a-f]{32}", value) for value in stored[1]), "which key the tab has, and nothing else"
    page.reload()
    expect(page.locator(".boom-verslag")).to_be_hidden()


def test_a_link_with_answers_is_made_on_request_only_and_opens_there(open_page: Open) -> None:
    watched = open_page(TREE, permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    ready(page)
    walk(page, TO_VALID)
    assert "#" not in page.url
    page.get_by_role("button", name="Kopieer een link met je antwoorden").click()
    expect(page.get_by_text("Wie hem opent, ziet je antwoorden.")).to_be_in_viewport()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "?" not in link and link.startswith(watched.base + TREE + "#a=")
    other = open_page(link.removeprefix(watched.base)).page
    assert question(other) == "toestemming-geldig"
    assert "#" not in other.url


def test_a_link_that_cannot_be_copied_is_shown_whole(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    walk(page, TO_VALID)
    page.get_by_role("button", name="Kopieer een link met je antwoorden").click()
    told = page.get_by_text("Kopiëren lukt hier niet.")
    expect(told).to_contain_text("~ja")
    assert told.evaluate("p => p.scrollWidth <= p.clientWidth && p.getBoundingClientRect().right <= innerWidth")


def test_a_link_from_an_older_version_keeps_what_fits_and_says_what_does_not(open_page: Open) -> None:
    old = to_fragment({"acuut-gevaar": "nee", "waarvoor": "geheim", "weg": "x", "leeftijd": "verdwenen"})
    page = open_page(TREE + old, python=False).page
    assert question(page) == "leeftijd"
    expect(page.locator(".boom-melding")).to_contain_text("weggelaten: weg, leeftijd")


@pytest.mark.parametrize("fragment", ["#a=<img src=x onerror=alert(1)>", "#a=" + "x" * 5000, "#a=a~b~c", "#a=%00"])
def test_a_damaged_or_hostile_link_gives_a_message_and_the_start(open_page: Open, fragment: str) -> None:
    watched = open_page(TREE + fragment, python=False)
    page = watched.page
    assert question(page) == "acuut-gevaar"
    expect(page.locator(".boom-melding")).to_contain_text("beschadigd of te lang")
    answer(page, "nee")
    assert question(page) == "waarvoor"
    assert watched.errors == []


def test_odd_state_of_the_tab_is_a_fresh_start(open_page: Open) -> None:
    watched = open_page(TREE, python=False)
    page = watched.page
    for value in (
        '{"boom":{"toestemming":{"antwoorden":{"acuut-gevaar":"<b>"},"bij":7,"huishouden":"x"}}}',
        '{"boom":{"toestemming":{"antwoorden":[null,{}],"bij":{},"diepte":1e9,"huishouden":{"personen":[null,3,{}]}}}}',
        '{"boom":{"toestemming":{"antwoorden":{"acuut-gevaar":{"x":1},"__proto__":"nee","constructor":"x"},"diepte":-1}}}',
        '{"boom":{"toestemming":7}}',
        '{"boom":3}',
        "[1]",
        "7",
    ):
        page.evaluate(f"history.replaceState({value}, '')")
        page.reload()
        assert question(page) == "acuut-gevaar"
        answer(page, "nee")
        assert question(page) == "waarvoor"
        page.get_by_role("button", name="Wis alles").click()
        expect(page.locator(".boom-melding")).to_contain_text("gewist")
    assert watched.errors == []


@pytest.mark.parametrize("fragment", ["#%", "#vraag-gezag%", "#a=%", "#%E0%A4%A"])
def test_a_fragment_that_cannot_be_decoded_stops_nothing(open_page: Open, fragment: str) -> None:
    watched = open_page(TREE + fragment, python=False)
    page = watched.page
    answer(page, "nee")
    assert question(page) == "waarvoor"
    page.evaluate("location.hash = '#100%'")
    answer(page, "geheim")
    assert question(page) == "leeftijd"
    assert watched.errors == []


def test_a_jurist_finds_where_a_13_year_old_decides_in_two_taps(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    page.get_by_role("link", name="Tabel, schema en toetsformulier voor juristen").click()
    row = page.locator("tr", has_text="Wat zegt de jongere (12–15) zelf?").first
    expect(row).to_contain_text("beslist een jongere vanaf 12 jaar zelf")
    row.get_by_text("Bronnen en regels").click()
    law = row.get_by_role("link", name="artikel 7.3.11 Jeugdwet")
    assert (law.get_attribute("href") or "").startswith(
        "https://wetten.overheid.nl/jci1.3:c:BWBR0034925&artikel=7.3.11"
    )


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_tables_diagram_and_form_hold_the_whole_tree(site: Path, tree: Tree) -> None:
    page = html.fromstring((site / "beslisbomen" / tree.id / "tabel" / "index.html").read_bytes())
    nodes = list(tree.nodes)
    assert len(page.xpath("//tr[starts-with(@id,'n')]")) == len(nodes)
    assert len(page.xpath("//*[local-name()='svg' and contains(@class,'boomschema')]//*[local-name()='rect']")) == len(
        nodes
    )
    links = page.xpath("//table//td/ol/li/a/@href")
    assert len(links) == sum(len(q.answers) for q in tree.questions.values())
    form = (site / "api" / f"toetsformulier-{tree.id}.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(form), delimiter=";"))
    assert {row[2] for row in rows} >= {node.id for node in nodes}


def test_the_account_names_every_rule(site: Path) -> None:
    page = html.fromstring((site / "beslisbomen" / "verantwoording" / "index.html").read_bytes())
    rules = [rule.id.lower() for rule in read_rules(ROOT)]
    assert sorted(page.xpath("//tr[starts-with(@id,'r')]/@id")) == sorted(rules)
    assert {*rules} >= {f"r{number}" for number in range(144, 169)}
