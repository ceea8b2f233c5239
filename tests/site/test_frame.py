"""What stands around every page: where one is, the way to the neighbours, whose site this is, and what an unknown address shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from decision_trees.catalogue import TREES
from tests.conftest import ROOT, build_site
from tests.site.conftest import PHONE, Watched, until
from tools.site import serving

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
        assert re.search(r"Versie \d+\.\d+\.\d+\. Tekst en bomen van \d{1,2} [a-z]+ \d{4}\.", text), name
        links = [a.text for a in foot.xpath(".//ul//a")]
        assert links == ["Over deze site", "Privacy", "Toegankelijkheid", "Bron", "Fout melden"], name
        assert "Made with" not in text, name


def test_the_document_of_an_article_stands_above_its_heading(pages: dict[str, html.HtmlElement]) -> None:
    for name, document in (("convenant", "Modelconvenant"), ("privacyprotocol", "Privacyprotocol")):
        page = pages[f"{name}/artikel-6/index.html"]
        [place] = page.xpath("//nav[@class='plek']")
        assert [a.text for a in place.xpath(".//a")] == ["Start", "Teksten", document]
        assert place.xpath(".//a")[-1].get("href") == "../"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_header_goes_on_saying_whose_site_it_is_below_the_heading(look: Callable[..., Page], width: int) -> None:
    page = look("convenant/toelichting/", viewport={**PHONE, "width": width})
    page.evaluate("scrollTo(0, 900)")
    expect(page.locator(".md-header__title--active")).to_be_attached()
    until(
        page,
        """() => { const edge = document.querySelector(".md-header__title").getBoundingClientRect().right;
        const said = [...document.querySelectorAll(".md-header__topic:nth-child(2) > *")].map(one => one.getBoundingClientRect());
        const [title, site] = said, bar = document.querySelector(".md-header").getBoundingClientRect();
        return said.every(box => box.width > 0 && box.right <= edge + 1 && box.top >= bar.top && box.bottom <= bar.bottom) && site.top >= title.bottom - 4; }""",
    )
    assert page.locator(".md-header__topic:nth-child(2) > .merk-site").inner_text() == "Gegevens delen in de proeftuin"


def test_neighbours_never_lead_out_of_the_document(pages: dict[str, html.HtmlElement]) -> None:
    found = 0
    for name, page in pages.items():
        for link in page.xpath("//nav[contains(@class, 'buren')]//a"):
            target = (Path("/") / Path(name).parent / link.get("href")).resolve().parts[1]
            assert target == Path(name).parts[0], name
            found += 1
    assert found > 60
    assert not pages["begrippen/index.html"].xpath("//nav[contains(@class, 'buren')]")


def test_whose_it_is_danger_and_both_trees_are_in_sight_on_a_phone_without_scrolling(
    open_page: Callable[..., Watched],
) -> None:
    page = open_page().page
    for place in (".van-wie", ".gevaar", ".taak-hoofd >> nth=0", ".taak-hoofd >> nth=1"):
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
    titles: dict[str, str] = {}
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
        for title in (page.findtext(".//title"), said["og:title"]):
            assert titles.setdefault(title, name) == name, f"{name}: is called what another page is"
        picture = addressed / said["og:image"].removeprefix("https://voorbeeld.nl/map/")
        assert picture.read_bytes()[:24][16:] == (900).to_bytes(4) + (472).to_bytes(4), name
        own = page.xpath("//meta[@name='bepaling-toevoeging']") or re.fullmatch(
            rf"(beslisbomen/({'|'.join(TREES)})|voorbeelden)/index.html", name
        )
        if own:
            assert picture.stem == name.removesuffix("/index.html").replace("/", "-"), name
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
    home = html.fromstring((addressed / "index.html").read_text("utf-8")).xpath("//article//a/@href")
    here, there = ([link.split("/")[-2] for link in found if "beslisbomen/" in link] for found in (links, home))
    assert here == there, "the trees stand in another order than at home"
    addresses = page.xpath("//link/@href | //script/@src | //img/@src")
    assert addresses and all(re.match(r"/map/|https://voorbeeld.nl/map/", address) for address in addresses), addresses


def test_the_page_for_an_unknown_address_is_dutch(open_page: Callable[..., Watched]) -> None:
    page = open_page("404.html").page
    expect(page.locator("h1")).to_have_text("Deze bladzijde is er niet (404)")
    expect(page.locator("article")).not_to_contain_text("Not found")


def test_an_unknown_address_below_a_path_finds_the_site_without_knowing_its_address(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "map").symlink_to(site.resolve())
    with serving(tmp_path, 0) as base:
        page = browser.new_context(viewport=PHONE, service_workers="block").new_page()
        page.route(re.compile("/onbekend/"), lambda route: route.fulfill(path=site / "404.html", status=404))
        page.goto(base + "map/convenant/onbekend/diep/")
        expect(page.locator(".taak-hoofd").first).to_have_attribute("href", re.compile("^/map/beslisbomen/"))
        expect(page.locator(".taak-hoofd").first).to_have_css("display", "block")
        page.get_by_role("link", name="Alle artikelen").click()
        expect(page.locator("h1")).to_have_text("Zoek een artikel")
        page.context.close()


def test_keys_pass_the_header_on_a_phone_without_opening_anything_and_open_search_and_menu_by_their_buttons(
    open_page: Callable[..., Watched],
) -> None:
    page = open_page("over/").page
    button = page.get_by_role("button", name="Zoeken", exact=True)
    field = page.get_by_role("combobox", name="Zoeken")
    expect(button).to_be_visible()
    menu = page.get_by_role("button", name="Menu", exact=True)
    expect(menu).to_have_attribute("aria-expanded", "false")
    passed = []
    for _ in range(8):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.className"))
        assert page.evaluate("document.activeElement.getBoundingClientRect().x >= 0"), passed
    assert {"menu-knop", "zoek-knop"} <= {name for names in passed for name in names.split()}
    assert not page.locator("#__search").is_checked(), passed
    menu.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('.md-sidebar--primary').contains(document.activeElement)")
    expect(menu).to_have_attribute("aria-expanded", "true")
    whole = (
        "[...document.querySelectorAll('.md-nav--primary > .md-nav__title')].map(e => e.scrollWidth <= e.clientWidth)"
    )
    assert page.evaluate(whole) == [True], "the name of the site is cut in the menu"
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(button).to_be_hidden()
    expect(menu).to_be_hidden()
    expect(field).to_be_visible()


BELOW = """() => {
  const [top, target] = ['.md-top:not([hidden])', ':target'].map(at => document.querySelector(at).getBoundingClientRect());
  return top.top - target.top > innerHeight / 2;
}"""


def test_the_way_back_to_the_top_stands_far_below_where_a_link_leads_to(open_page: Callable[..., Watched]) -> None:
    page = open_page("privacyprotocol/artikel-6/#lid-8").page
    page.evaluate("location.hash = '#lid-4'")
    until(page, "document.querySelector('#lid-4').getBoundingClientRect().top < 200")
    page.mouse.wheel(0, -60)  # which shows the button
    until(page, "document.querySelector('.md-top:not([hidden])') !== null")
    assert page.evaluate(BELOW)


def test_the_choices_of_a_provision_stand_on_one_row_on_a_phone(open_page: Callable[..., Watched]) -> None:
    sharing = "Object.defineProperty(navigator, 'share', { value: () => Promise.resolve() })"
    page = open_page("privacyprotocol/artikel-6/", prepare=lambda context: context.add_init_script(sharing)).page
    for place in ("#lid-4", "#lid-4-b"):
        page.locator(f"{place} > p .bepaling-knop").first.click()
        row = page.locator(f"{place} > p .bepaling-keuzes").first.locator("button")
        expect(row).to_have_count(3)
        tops = {round(box["y"]) for button in row.all() if (box := button.bounding_box())}
        assert len(tops) == 1, place


@pytest.mark.parametrize(
    "path",
    ["convenant/definities/", "wegwijzer-professionals/", "privacyprotocol/artikel-1/", "convenant/toelichting/"],
)
def test_the_button_of_a_provision_stands_whole_on_a_phone_s_screen(look: Callable[..., Page], path: str) -> None:
    page = look(path)
    until(page, "document.querySelector('.bepaling-knop') !== null")
    edges = page.evaluate(
        "[...document.querySelectorAll('.bepaling-knop')].map(knop => Math.round(knop.getBoundingClientRect().right))"
    )
    assert edges and max(edges) <= 390


def test_the_bar_of_the_browser_has_the_header_s_colour_in_both_schemes_and_after_a_choice(
    open_page: Callable[..., Watched],
) -> None:
    shown = """() => {
      const canvas = document.createElement('canvas').getContext('2d');
      const plain = (colour) => ((canvas.fillStyle = colour), canvas.fillStyle);
      const asked = [...document.querySelectorAll('meta[name=theme-color]')].find(({ media }) => !media || matchMedia(media).matches);
      return [plain(asked.content), plain(getComputedStyle(document.querySelector('.md-header')).backgroundColor)];
    }"""
    for scheme in ("light", "dark"):
        page = open_page("over/", color_scheme=scheme).page
        said, header = page.evaluate(shown)
        assert said == header, scheme
        page.locator(".md-header label[for^='__palette']:visible").click()
        chosen, header = page.evaluate(shown)
        assert chosen == header != said, scheme


MARK = """async (name) => {
  const image = new Image();
  image.src = `/assets/${name}`;
  await image.decode();
  const size = image.naturalWidth || 48, canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, size, size);
  const { data } = context.getImageData(0, 0, size, size);
  let left = size, right = 0, far = 0, corner = data[3] / 255;
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
    if (data[4 * (y * size + x)] < 200) continue; // not the paper of the mark
    left = Math.min(left, x); right = Math.max(right, x);
    far = Math.max(far, Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2));
  }
  return [(right - left) / size, far / size, corner];
}"""


def test_the_icons_of_an_installed_site_are_no_speck_and_a_maskable_one_keeps_its_mark_within_what_a_device_cuts(
    look: Callable[..., Page], site: Path
) -> None:
    page = look("over/")
    icons = json.loads((site / "manifest.webmanifest").read_text("utf-8"))["icons"]
    assert {icon.get("purpose") for icon in icons} == {None, "any", "maskable"}
    for icon in icons:
        width, far, corner = page.evaluate(MARK, icon["src"].removeprefix("assets/"))
        maskable = icon.get("purpose") == "maskable"
        assert width > (0.55 if maskable else 0.6), icon
        assert corner == (1 if maskable else 0), icon
        assert not maskable or far <= 0.4, icon


TOO_WIDE = """() => {
  for (const folded of document.querySelectorAll('article details')) folded.open = true;
  const headings = [...document.querySelectorAll('article :is(h1, h2, h3, h4):not(.alleen-voorlezen)')];
  for (const heading of headings) heading.style.overflowWrap = 'normal';
  return headings.filter(heading => heading.scrollWidth > heading.clientWidth).map(heading => heading.textContent);
}"""
NUMBERS = """() => [...document.querySelectorAll('article li > p > .nummer:first-child')].map(number => {
  const words = document.createRange();
  words.setStartAfter(number);
  words.setEndAfter(number.parentElement.lastChild);
  const [first] = words.getClientRects(), own = number.getBoundingClientRect();
  return [number.closest('li').id, own.right <= first.left + 0.5 || own.bottom <= first.top + 0.5];
})"""
WIDTHS = (1280, 390, 320)


@dataclass
class Seen:
    """What was seen on one visit to every page, without scripts: none of ours changes a heading or stands before a text."""

    numbers: dict[int, list[tuple[str, bool]]] = field(default_factory=lambda: {width: [] for width in WIDTHS})
    """At each width the numbered texts, and whether the number leaves the words free."""
    too_wide: dict[str, list[str]] = field(default_factory=dict)
    """By page the headings that the narrowest phone is too small for."""


@pytest.fixture(scope="module")
def seen(look: Callable[..., Page], site: Path, pages: dict[str, html.HtmlElement]) -> Seen:
    """One walk along all pages."""
    register = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    numbered = {entry["url"].partition("#")[0].lstrip("/") for entry in register}
    seen = Seen()
    for name in pages:
        address = name.removesuffix("index.html")
        page = look(address, java_script_enabled=False)
        for width in WIDTHS if address in numbered else WIDTHS[-1:]:
            page.set_viewport_size({"width": width, "height": 844})
            until(page, "(width) => innerWidth === width", width)
            if address in numbered:
                seen.numbers[width] += [(f"{address}#{anchor}", free) for anchor, free in page.evaluate(NUMBERS)]
        seen.too_wide[name] = page.evaluate(TOO_WIDE)
    return seen


def test_no_number_lies_over_the_text_that_it_numbers_on_a_phone_nor_on_a_desk(seen: Seen) -> None:
    assert min(map(len, seen.numbers.values())) > 150
    assert [(place, width) for width, all in seen.numbers.items() for place, free in all if not free] == []


def test_no_heading_breaks_a_word_without_a_hyphen_at_320_pixels(seen: Seen) -> None:
    assert len(seen.too_wide) > 50
    assert {name: headings for name, headings in seen.too_wide.items() if headings} == {}


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


def test_beside_the_text_stands_a_list_of_its_headings_or_none_and_never_one_alone(
    pages: dict[str, html.HtmlElement],
) -> None:
    lists = {
        (name, len(each.xpath("ul/li")))
        for name, page in pages.items()
        for each in page.xpath("//nav[contains(@class, 'md-nav--secondary')]")
    }
    assert max(count for _, count in lists) > 5
    assert [name for name, count in lists if count == 1] == []


def test_the_page_one_is_on_is_told_in_the_menu_by_more_than_a_colour(look: Callable[..., Page]) -> None:
    page = look("begrippen/", viewport={"width": 1280, "height": 900})
    weights = page.evaluate(
        "[...document.querySelectorAll('.md-nav--primary .md-nav__link')].filter((one) => one.checkVisibility())"
        ".map((one) => [one.textContent.trim(), +getComputedStyle(one).fontWeight])"
    )
    assert [name for name, weight in weights if weight > 500] == ["Begrippen"]
