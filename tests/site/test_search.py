"""The search on the screen: a combobox in the header, and a page whose address can be shared."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.conftest import Watched, until
from tests.site.test_accessibility import SETTLED, violations_in_both_schemes

Open = Callable[..., Watched]
ARTICLE = "convenant/artikel-5/"


def ask(page: Page, question: str) -> None:
    """Open the search with its key and type, as someone does; wait until it has answered."""
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type(question)
    expect(page.locator(".zoek .zoek-melding")).to_have_text(re.compile("resulta|Niets gevonden"))


def test_nothing_of_it_is_fetched_before_someone_wants_to_search(open_page: Open) -> None:
    watched = open_page(ARTICLE)
    watched.page.wait_for_load_state("networkidle")
    assert [url for url in watched.requests if url.endswith(("index.json", "minisearch.js"))] == []
    ask(watched.page, "klacht")
    assert any(url.endswith("zoeken/index.json") for url in watched.requests)
    assert watched.errors == []


def test_a_result_has_its_citation_and_the_marked_sentence_and_goes_to_the_provision(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    ask(page, "toestemming intrekken")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("artikel 6.4, onder")
    assert set(first.locator("mark").all_inner_texts()) == {"toestemming", "intrekken"}
    assert {text[-1] for text in page.locator("mark").all_inner_texts()}.isdisjoint(".,;:"), "a mark ends with its word"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/privacyprotocol/artikel-6/#lid-4-c$"))
    expect(page.locator("#lid-4-c")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_result_on_this_very_page_is_moved_to(open_page: Open, width: int) -> None:
    page = open_page("privacyprotocol/artikel-6/", viewport={"width": width, "height": 844}).page
    ask(page, "toestemming intrekken")
    locked = page.locator("body[data-md-scrolllock]")
    expect(locked).to_have_count(int(width < 960))  # the theme's own, a moment after the search opens on a phone
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#lid-4-c$"))
    expect(locked).to_have_count(0)
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
    expect(page.locator("#lid-4-c")).to_be_in_viewport()


def test_on_a_phone_a_result_in_the_same_tree_is_the_one_that_is_seen(open_page: Open) -> None:
    page = open_page("beslisbomen/delen/", python=False, is_mobile=True, has_touch=True).page
    ask(page, "vordering altijd naar je jurist")
    expect(page.locator("body[data-md-scrolllock]")).to_have_count(1)
    page.get_by_role("option", name="Een vordering: altijd naar je jurist").tap()
    expect(page.locator("body[data-md-scrolllock]")).to_have_count(0)
    until(page, "document.getAnimations().length === 0")  # nothing of the closing search makes the page wider any more
    expect(page.locator("#uitkomst-vordering h3")).to_be_in_viewport()


def test_an_address_with_a_fragment_takes_no_search_away_from_who_types(open_page: Open) -> None:
    """The theme closes the search an eighth of a second after it has read such an address: the clock is held till then."""

    def hold(context: BrowserContext) -> None:
        context.clock.install(time=0)
        context.clock.pause_at(1000)

    page = open_page("privacyprotocol/artikel-6/#lid-4-c", prepare=hold).page
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("geheim")
    page.clock.run_for(1000)
    page.keyboard.type("houding")
    expect(page.get_by_role("combobox")).to_have_value("geheimhouding")
    expect(page.get_by_role("option").first).to_be_visible()
    page.evaluate("location.hash = 'lid-4-b'")  # but who follows a link, or goes back, sees the page
    page.clock.run_for(1000)
    expect(page.locator(".zoek input")).not_to_be_focused()
    assert not page.locator("#__search").is_checked()


def test_arrows_choose_escape_closes(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    ask(page, "klacht indienen")
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(chosen).to_have_id(str(page.get_by_role("option").last.get_attribute("id")))
    expect(field).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    page.keyboard.press("Escape")
    expect(page.locator(".zoek input")).not_to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


def test_moving_shows_at_once_what_waits_for_a_pause(open_page: Open) -> None:
    never = "const later = setTimeout; window.setTimeout = (f, ms, ...more) => (ms === 80 ? 0 : later(f, ms, ...more))"
    page = open_page(ARTICLE, prepare=lambda context: context.add_init_script(never)).page
    ask(page, "klacht indienen")
    expect(page.locator(".zoek [role=group]")).to_have_count(3)
    page.keyboard.press("ArrowUp")
    assert page.locator(".zoek [role=group]").count() > 3
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")


def test_ten_paragraphs_of_one_article_do_not_fill_the_screen(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    ask(page, "datalek")
    groups = page.evaluate(
        "[...document.querySelectorAll('.zoek [role=group]')].map(g => [g.querySelector('.zoek-groepkop').textContent,"
        " g.querySelectorAll('[role=option]').length])"
    )
    assert groups[0] == ["Artikel 8 Datalek Privacyprotocol", 3]
    assert all(count <= 3 for _, count in groups)
    assert len({name for name, _ in groups}) == len(groups)


def test_a_slip_of_the_keyboard_is_found_and_told(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    ask(page, "gehiemhouding")
    expect(page.locator(".zoek .zoek-melding")).to_contain_text("ook met een andere spelling")
    expect(page.get_by_role("option").first).to_contain_text("Privacyprotocol")


def test_nothing_found_offers_terms_and_the_trees(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    ask(page, "qqqzwx")
    expect(page.locator(".zoek .zoek-melding")).to_contain_text("Niets gevonden voor “qqqzwx”")
    expect(page.locator(".zoek-verder").get_by_role("link", name="Mag ik dit delen?")).to_be_visible()
    page.get_by_role("combobox").fill("penvoedr")
    expect(page.get_by_role("option").first).to_contain_text("Penvoerder")


def test_an_empty_field_shows_what_can_be_asked_and_a_tap_asks_it(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    page.keyboard.press("/")
    more = page.locator(".zoek-verder")
    expect(more.get_by_role("link", name="Alle voorbeelden uit de praktijk")).to_be_visible()
    more.get_by_role("button", name="laptop gestolen").click()
    expect(page.get_by_role("combobox")).to_have_value("laptop gestolen")
    expect(page.get_by_role("option").first).to_contain_text(re.compile("laptop .*gestolen"))
    page.get_by_role("combobox").fill("")
    expect(more.get_by_role("button", name="laptop gestolen")).to_be_visible()
    page.goto(page.url.split("/convenant/")[0] + "/zoeken/")
    page.get_by_role("button", name="mag school weten").click()
    expect(page).to_have_url(re.compile(r"/zoeken/#q=mag%20school%20weten$"))
    expect(page.locator(".zoekpagina .zoek-stuk").first).to_be_visible()


@pytest.mark.parametrize("start", [ARTICLE, "voorbeelden/", "voorbeelden/#e141"])
def test_an_example_is_found_by_its_title_and_opened_also_on_its_own_page(open_page: Open, start: str) -> None:
    page = open_page(start).page
    ask(page, "laptop gestolen")
    first = page.get_by_role("option").first
    expect(first.locator(".zoek-aanduiding")).to_have_text("Een laptop met dossiers is gestolen. Wat moet ik doen?")
    expect(page.locator(".zoek-groep").first.locator(".zoek-soort")).to_have_text(["Voorbeeld"])  # said once
    first.click()
    expect(page).to_have_url(re.compile(r"/voorbeelden/#e141$"))
    expect(page.locator("#e141")).to_have_attribute("open", "")
    expect(page.locator("#e141 > summary")).to_be_in_viewport()


def test_the_page_of_a_search_can_be_shared_and_stays_out_of_the_query_string(open_page: Open) -> None:
    page = open_page("zoeken/#q=pp%208.6").page
    result = page.locator(".zoekpagina .zoek-stuk").first
    expect(result).to_have_attribute("href", re.compile(r"/privacyprotocol/artikel-8/#lid-6$"))
    page.get_by_label("Waar zoek je naar?").fill("ruzie tussen partners")
    expect(page.locator(".zoekpagina .zoek-stuk").first).to_have_attribute("href", re.compile("/convenant/artikel-11/"))
    assert page.evaluate("location.hash") == "#q=ruzie%20tussen%20partners"
    assert page.evaluate("location.search") == ""
    page.goto(page.url.split("#")[0] + "#q=%E0%A4%A")  # a damaged link
    expect(page.locator(".zoekpagina .zoek-melding")).to_have_text(re.compile("resulta|Niets gevonden"))


def test_the_header_leads_to_that_page(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    ask(page, "bewaar termijn")
    page.get_by_role("link", name="Alle resultaten").click()
    expect(page).to_have_url(re.compile(r"/zoeken/#q=bewaar%20termijn$"))
    expect(page.get_by_label("Waar zoek je naar?")).to_have_value("bewaar termijn")


def test_hostile_words_are_shown_as_words(open_page: Open) -> None:
    watched = open_page("zoeken/#q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(watched.page.locator(".zoekpagina .zoek-melding")).to_have_text(re.compile("resulta|Niets gevonden"))
    assert watched.page.locator(".zoekpagina img").count() == 0
    assert watched.errors == []


def test_a_missing_index_is_told_and_tried_again(open_page: Open) -> None:
    page = open_page(ARTICLE, prepare=lambda c: c.route("**/zoeken/index.json", lambda r: r.abort())).page
    page.keyboard.press("/")
    page.keyboard.type("klacht")
    expect(page.locator(".zoek .zoek-melding")).to_contain_text("Zoeken lukt nu niet")
    page.context.unroute("**/zoeken/index.json")
    page.keyboard.type("en")
    expect(page.get_by_role("option").first).to_be_visible()


def test_without_javascript_the_page_points_to_the_contents(open_page: Open) -> None:
    page = open_page("zoeken/", java_script_enabled=False).page
    expect(page.locator(".zoekpagina .zoek-melding")).to_contain_text("Zoeken werkt met JavaScript")
    expect(page.locator("article").get_by_role("link", name="inhoud")).to_be_visible()


@pytest.mark.parametrize("question", ["toestemming intrekken", "qqqzwx"])
def test_no_violation_in_the_open_search(open_page: Open, question: str) -> None:
    watched = open_page(ARTICLE, reduced_motion="reduce")
    page = watched.page
    ask(page, question)
    page.keyboard.press("ArrowDown")
    until(page, SETTLED)
    assert violations_in_both_schemes(page) == []
    page.goto(f"{watched.base}zoeken/#q={question}")
    expect(page.locator(".zoekpagina .zoek-melding")).not_to_be_empty()
    assert violations_in_both_schemes(page) == []


def test_no_violation_in_the_empty_search(open_page: Open) -> None:
    page = open_page(ARTICLE, reduced_motion="reduce").page
    page.keyboard.press("/")
    expect(page.get_by_role("button", name="laptop gestolen")).to_be_visible()
    until(page, SETTLED)
    assert violations_in_both_schemes(page) == []
    expect(page.get_by_role("button", name="laptop gestolen")).to_be_visible()  # in the dark too
