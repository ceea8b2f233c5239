"""What stands around every page: where one is, the way to the neighbours, whose site this is, and what an unknown address shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import expect

from decision_trees.catalogue import TREES
from tests.conftest import ROOT, build_site
from tests.site.conftest import Watched

MOVED = "verhuisd.js"
"""A page with this script only leads on to another address."""


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page that people read, by its address."""
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    return {name: html.fromstring(text) for name, text in texts.items() if MOVED not in text}


def test_every_page_says_at_its_foot_whose_it_is_of_when_and_where_to_turn(pages: dict[str, html.HtmlElement]) -> None:
    assert len(pages) > 50
    for name, page in pages.items():
        [foot] = page.xpath("//footer")
        text = " ".join(foot.text_content().split())
        assert "Toekomstscenario kind- en gezinsbescherming" in text, name
        assert re.search(r"Versie \d+\.\d+\.\d+, \d{1,2} [a-z]+ \d{4}", text), name
        links = [a.text for a in foot.xpath(".//ul//a")]
        assert links == ["Over deze site", "Privacy", "Toegankelijkheid", "Bron", "Fout melden"], name
        assert "Made with" not in text, name


def test_the_document_of_an_article_stands_above_its_heading(pages: dict[str, html.HtmlElement]) -> None:
    for name, document in (("convenant", "Modelconvenant"), ("privacyprotocol", "Privacyprotocol")):
        page = pages[f"{name}/artikel-6/index.html"]
        [place] = page.xpath("//nav[@class='plek']")
        assert [a.text for a in place.xpath(".//a")] == ["Start", "Teksten", document]
        assert place.xpath(".//a")[-1].get("href") == "../"


def test_neighbours_never_lead_out_of_the_document(pages: dict[str, html.HtmlElement]) -> None:
    found = 0
    for name, page in pages.items():
        for link in page.xpath("//nav[contains(@class, 'buren')]//a"):
            target = (Path("/") / Path(name).parent / link.get("href")).resolve().parts[1]
            assert target == Path(name).parts[0], name
            found += 1
    assert found > 60
    assert not pages["begrippen/index.html"].xpath("//nav[contains(@class, 'buren')]")


def test_danger_and_both_trees_are_in_sight_on_a_phone_without_scrolling(open_page: Callable[..., Watched]) -> None:
    page = open_page().page
    for place in (".gevaar", ".taak-hoofd >> nth=0", ".taak-hoofd >> nth=1"):
        box = page.locator(place).bounding_box()
        assert box and box["y"] + box["height"] <= 844, place


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built for an address."""
    site = tmp_path_factory.mktemp("addressed") / "site"
    made = build_site(ROOT, site, BOOKS="0", SITE_URL="https://voorbeeld.nl/map/")
    assert made.returncode == 0, made.stdout
    return site


def test_a_shared_link_has_a_title_a_description_and_a_picture_that_is_there(addressed: Path) -> None:
    descriptions: dict[str, str] = {}
    for path in sorted(addressed.rglob("index.html")):
        name, text = path.relative_to(addressed).as_posix(), path.read_text("utf-8")
        if MOVED in text:
            continue
        page = html.fromstring(text)
        said = {
            meta.get("property"): meta.get("content") for meta in page.xpath("//meta[starts-with(@property, 'og:')]")
        }
        assert said["og:title"] and said["og:url"] == f"https://voorbeeld.nl/map/{name.removesuffix('index.html')}", (
            name
        )
        assert descriptions.setdefault(said["og:description"], name) == name, f"{name}: says what another page says"
        picture = addressed / said["og:image"].removeprefix("https://voorbeeld.nl/map/")
        assert picture.read_bytes()[:24][16:] == (900).to_bytes(4) + (472).to_bytes(4), name
    assert len(descriptions) > 50
    of = {name: text for text, name in descriptions.items()}
    assert of["privacyprotocol/artikel-6/index.html"].startswith("Geheimhouding, en wanneer je toestemming vraagt")


def test_a_site_without_an_address_names_no_picture(pages: dict[str, html.HtmlElement]) -> None:
    assert [
        name for name, page in pages.items() if page.xpath("//meta[@property='og:image' or @property='og:url']")
    ] == []


def test_an_unknown_address_gets_a_dutch_page_that_leads_on_below_any_path(addressed: Path) -> None:
    page = html.fromstring((addressed / "404.html").read_text("utf-8"))
    assert page.findtext(".//title").startswith("Niet gevonden")
    links = [a.get("href").removesuffix(".") for a in page.xpath("//article//a")]
    paths = (*(f"beslisbomen/{id}/" for id in TREES), "zoeken/", "zoek-een-artikel/", "")
    assert {f"/map/{path}" for path in paths} <= set(links)
    addresses = page.xpath("//link/@href | //script/@src | //img/@src")
    assert addresses and all(re.match(r"/map/|https://voorbeeld.nl/map/", address) for address in addresses), addresses


def test_the_page_for_an_unknown_address_is_dutch(open_page: Callable[..., Watched]) -> None:
    page = open_page("404.html").page
    expect(page.locator("h1")).to_have_text("Deze bladzijde is er niet (404)")
    expect(page.locator("article")).not_to_contain_text("Not found")


NARROW = {"width": 320, "height": 640}
TOO_WIDE = """() => {
  for (const folded of document.querySelectorAll('article details')) folded.open = true;
  return [...document.querySelectorAll('article :is(h1, h2, h3, h4):not(.alleen-voorlezen)')].filter(heading => {
    heading.style.overflowWrap = 'normal';
    return heading.scrollWidth > heading.clientWidth;
  }).map(heading => heading.textContent);
}"""


def test_no_heading_breaks_a_word_without_a_hyphen_at_320_pixels(
    open_page: Callable[..., Watched], pages: dict[str, html.HtmlElement]
) -> None:
    watched = open_page(viewport=NARROW)
    for name in pages:
        watched.page.goto(watched.base + name)
        assert watched.page.evaluate(TOO_WIDE) == [], name


def test_what_a_reader_copies_holds_no_soft_hyphen(open_page: Callable[..., Watched]) -> None:
    watched = open_page("convenant/artikel-1/", permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    assert "\u00ad" in page.locator("h1").evaluate("heading => heading.textContent")
    page.evaluate("import('../../assets/kopieren.js')")  # the page's own, once it is there
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    page.keyboard.press("Control+C")
    copied = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return Promise.all(["text/plain", "text/html"].map(async type => (await item.getType(type)).text()));
        }"""
    )
    assert copied[0].strip() == "Artikel 1 Doel, doelgroep en doelstellingen Samenwerkingsovereenkomst"
    assert "Samenwerkingsovereenkomst" in copied[1] and "\u00ad" not in copied[1]
