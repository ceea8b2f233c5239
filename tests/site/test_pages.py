"""What holds for every page of the site: a policy, no way out of the origin, links and anchors that exist."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import Watched
from tools.site import serving

CONTRACT_PAGES = [
    "convenant/toelichting",
    "convenant/partijen",
    "convenant/bijlagen",
    "convenant/overwegingen",
    "convenant/definities",
    "convenant/ondertekening",
    *(f"convenant/artikel-{n}" for n in range(1, 13)),
    "privacyprotocol/partijen",
    "privacyprotocol/overwegingen",
    *(f"privacyprotocol/artikel-{n}" for n in range(1, 14)),
    "wegwijzer-professionals",
    "vuistregels/gezin",
    "vuistregels/professionals",
    "vuistregels/feitenonderzoek",
    "wegwijzer-organisaties",
    "beslisbomen/toestemming",
    "handboek",
]
CONTRACT_ANCHORS = [
    "convenant/artikel-1/#lid-5-k",
    "convenant/overwegingen/#overweging-3",
    "privacyprotocol/overwegingen/#overweging-f",
    "privacyprotocol/overwegingen/#overweging-c-2",
    "privacyprotocol/artikel-1/#betrokkene",
    "privacyprotocol/artikel-6/#lid-4-b",
    "wegwijzer-professionals/#basisregel-7",
    "wegwijzer-professionals/#afweging-3",
    "vuistregels/gezin/#vuistregel-4",
    "vuistregels/professionals/#vuistregel-5",
    "vuistregels/feitenonderzoek/#vuistregel-6",
    "wegwijzer-organisaties/#vraag-1",
    "wegwijzer-organisaties/#organiseren-2",
    "wegwijzer-organisaties/#stap-3",
    "wegwijzer-organisaties/#uitgangspunt-2",
]


def pages(site: Path) -> list[Path]:
    """Every HTML page of the built site."""
    return sorted(site.rglob("*.html"))


BULLETS_ASTRAY = """() => [...document.querySelectorAll("article li > a:first-child")].filter(link => {
  const [item, look] = [getComputedStyle(link.parentElement), getComputedStyle(link)];
  const first = !link.previousSibling || !link.previousSibling.textContent.trim();
  return first && item.display === "list-item" && item.listStyleType !== "none" && look.display === "inline-block";
}).map(link => link.textContent)"""


@pytest.mark.parametrize(
    "path", ["voorbeelden/", "beslisbomen/delen/", "beslisbomen/delen/tabel/", "gesprekken/", "begrippen/", "handboek/"]
)
def test_a_bullet_stands_at_the_first_line_of_its_link(look: Callable[..., Page], path: str) -> None:
    assert look(path).evaluate(BULLETS_ASTRAY) == [], "an inline block has its bullet at its last line"


def test_every_page_of_the_contract_is_there(site: Path) -> None:
    missing = [page for page in CONTRACT_PAGES if not (site / page / "index.html").exists()]
    assert missing == []


def test_every_anchor_of_the_contract_holds_text(site: Path) -> None:
    for address in CONTRACT_ANCHORS:
        page, anchor = address.split("#")
        [element] = html.fromstring((site / page / "index.html").read_bytes()).xpath(f"//*[@id='{anchor}']")
        assert element.tag in ("li", "p") and element.text_content().strip(), address


def test_every_page_has_a_strict_policy(site: Path) -> None:
    for page in pages(site):
        document = html.fromstring(page.read_bytes())
        [policy] = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
        assert "unsafe-inline" not in scripts and "unsafe-eval'" not in scripts.replace("wasm-unsafe-eval", "")
        assert "default-src 'none'" in policy
        assert not document.xpath("//*[@onclick or @onload or @style[contains(., 'url(http')]]")


def test_no_page_lets_a_browser_fetch_its_neighbours(site: Path) -> None:
    for page in pages(site):
        eager = html.fromstring(page.read_bytes()).xpath(
            "//link[contains('next prev prefetch prerender dns-prefetch preconnect', @rel)]/@href"
        )
        assert eager == [], page


def test_no_script_of_ours_looks_behind_in_an_expression(site: Path) -> None:
    """A browser from before March 2023 (iOS 16.0 to 16.3) then reads nothing of the whole file."""
    scripts = [path for path in site.rglob("*.js") if "python" not in path.parts]
    assert len(scripts) > 10
    assert [path.name for path in scripts if re.search(r"\(\?<[=!]", path.read_text("utf-8"))] == []


HOSTILE = (
    "%",
    "%E0%A4%A",
    "q=%",
    "q=%E0%A4%A&q=__proto__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "lid-4-c%",
    "%00%0A%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "[id='x']",
    "é~\U0001f600",
    "a" * 100_000,
)


def test_hostile_fragments_do_no_harm(open_page: Callable[..., Watched]) -> None:
    for path in ("privacyprotocol/artikel-6/", "zoeken/", "begrippen/", "offline/"):
        watched = open_page(path)
        page = watched.page
        for fragment in HOSTILE:
            page.evaluate("fragment => { location.hash = fragment; }", f"x{fragment}")  # in the page that stands there
            page.evaluate("fragment => history.replaceState(null, '', `#${fragment}`)", fragment)
            page.reload()  # and as it loads
            expect(page.locator("h1").first).to_be_visible()
            assert page.locator("img[src=x]").count() == 0
        assert watched.errors == [], path


def test_an_old_address_leads_on_whatever_stands_behind_it(site_copy: Path, browser: Browser) -> None:
    moved = site_copy / "verhuisd"
    moved.mkdir()
    script = '<script type="module" src="../assets/verhuisd.js"></script>'
    data = json.dumps({"": "../begrippen/", "oud": "../zoeken/"}).replace('"', "&quot;")
    (moved / "index.html").write_text(f'<!doctype html><title>x</title>{script}<body data-naar="{data}">', "utf-8")
    with serving(site_copy, 0) as base:
        page = browser.new_context().new_page()
        for fragment, to in (
            ("oud", "zoeken"),
            ("%", "begrippen"),
            ("__proto__", "begrippen"),
            ("constructor", "begrippen"),
        ):
            page.goto("about:blank")
            page.goto(f"{base}verhuisd/#{fragment}")
            expect(page).to_have_url(f"{base}{to}/")
        page.context.close()


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for page in pages(site):
        document = html.fromstring(page.read_bytes())
        loaded = document.xpath("//script/@src | //img/@src | //link[@rel!='canonical']/@href | //iframe/@src")
        assert [url for url in loaded if re.match(r"(https?:)?//", url)] == [], page


def test_internal_links_and_anchors_exist(site: Path) -> None:
    ids = {page: set(html.fromstring(page.read_bytes()).xpath("//@id")) for page in pages(site)}
    broken = []
    for page, _ in ids.items():
        here = f"http://site/{page.relative_to(site)}".removesuffix("index.html")
        for link in html.fromstring(page.read_bytes()).xpath("//article//a/@href"):
            url = urljoin(here, link)
            if not url.startswith("http://site/"):
                continue
            path, _, anchor = url.removeprefix("http://site/").partition("#")
            target = site / unquote(path)
            target = target / "index.html" if target.is_dir() or not path else target
            filled_in = path.startswith("beslisbomen/") and anchor.startswith(
                "a="
            )  # tests/build/test_examples.py reads these
            if not target.exists() or (
                anchor and not filled_in and target in ids and unquote(anchor) not in ids[target]
            ):
                broken.append(f"{page.relative_to(site)} → {link}")
    assert broken == []


def test_ids_are_unique_on_each_page(site: Path) -> None:
    for page in pages(site):
        found = html.fromstring(page.read_bytes()).xpath("//@id")
        assert len(found) == len(set(found)), page


def test_register_and_trees_are_published(site: Path) -> None:
    register = json.loads((site / "api" / "bepalingen.json").read_text())
    assert set(register) == {"versie", "bron", "bepalingen"} and len(register["bepalingen"]) > 300
    known = {entry["id"] for entry in register["bepalingen"]}
    trees = json.loads((site / "api" / "beslisbomen.json").read_text())
    for tree in trees["bomen"]:
        nodes = {node["id"] for node in tree["vragen"] + tree["uitkomsten"]}
        assert tree["start"] in nodes
        for node in tree["vragen"] + tree["uitkomsten"]:
            assert node["bronnen"]
            for source in node["bronnen"]:
                assert source in known if isinstance(source, str) else source["adres"].startswith("https://")
        for question in tree["vragen"]:
            assert all(answer["naar"] in nodes for answer in question["antwoorden"])


def test_pages_run_without_errors_and_stay_on_the_origin(open_page: Callable[..., Watched]) -> None:
    for path in (
        "",
        "privacyprotocol/artikel-6/",
        "beslisbomen/toestemming/",
        "wegwijzer-professionals/",
        "afwijkingen/",
    ):
        watched = open_page(path)
        watched.page.wait_for_load_state("networkidle")
        assert watched.errors == [], path
        assert watched.elsewhere == [], path


def test_a_page_prints_black_on_white_with_what_the_reader_unfolded(open_page: Callable[..., Watched]) -> None:
    page = open_page("privacyprotocol/artikel-6/", color_scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("article a[href^=http]").first).to_have_css("color", "rgb(0, 0, 0)")  # the theme fades colours
    colours = page.evaluate(
        "[...document.querySelectorAll('article, article h1, article li > p, article .invulplek, article a')]"
        ".map(e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor])"
    )
    assert {colour for colour, _ in colours} <= {"rgb(0, 0, 0)", "rgb(34, 34, 34)"}
    assert {ground for _, ground in colours} <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    expect(page.locator(".md-header")).to_be_hidden()
    shown = page.evaluate("getComputedStyle(document.querySelector('a[href^=http]'), '::after').content")
    assert "wetten.overheid.nl" in shown
    page.emulate_media(media="print")
    expect(page.locator("details.verwezen")).to_be_hidden()  # a hundred references, which few want on paper
    page.emulate_media(media="screen")
    page.locator("details.verwezen > summary").click()  # who unfolds them himself has them on paper too
    page.emulate_media(media="print")
    assert page.locator("details.verwezen li").first.evaluate("e => e.getBoundingClientRect().height") > 0
