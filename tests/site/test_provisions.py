"""On each provision: its link, its citation, its relations; terms explained by touch and keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.site.conftest import Watched

Open = Callable[..., Watched]
ARTICLE = "privacyprotocol/artikel-6/"


def clipboard(watched: Watched) -> str:
    """What was copied."""
    text = watched.page.evaluate("navigator.clipboard.readText()")
    assert isinstance(text, str)
    return text


def test_link_and_citation_are_copied(open_page: Open) -> None:
    watched = open_page(ARTICLE, permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    page.get_by_role("button", name="Link en verwijzing: artikel 6.4, onder b, Privacyprotocol").click()
    page.locator("#lid-4-b").get_by_role("button", name="Kopieer link").click()
    assert clipboard(watched) == f"{watched.base}{ARTICLE}#lid-4-b"
    page.locator("#lid-4-b").get_by_role("button", name="Kopieer verwijzing").click()
    assert clipboard(watched).startswith(
        "artikel 6.4, onder b, Privacyprotocol (bijlage 1 bij het Modelconvenant), versie "
    )
    expect(page.get_by_role("status").filter(has_text="Verwijzing gekopieerd")).to_be_attached()


def test_the_menu_works_with_the_keyboard(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    opener = page.locator("#lid-1 .bepaling-knop")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#lid-1").get_by_role("button", name="Kopieer link")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_a_link_shows_and_marks_the_provision_below_the_header(open_page: Open) -> None:
    for scheme in ("light", "dark"):
        page = open_page(ARTICLE + "#lid-4-b", color_scheme=scheme).page
        expect(page.locator("#lid-4-b")).to_be_in_viewport()
        top = page.evaluate("document.querySelector('#lid-4-b').getBoundingClientRect().top")
        header = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
        assert top >= header
        marked, plain = page.evaluate(
            "['#lid-4-b', '#lid-4-c'].map(id => getComputedStyle(document.querySelector(id)).backgroundColor)"
        )
        assert marked != plain


def test_relations_are_folded_and_lead_to_what_refers(open_page: Open) -> None:
    page = open_page("privacyprotocol/artikel-2/").page
    expect(page.locator(".verwezen a").first).to_be_hidden()
    page.get_by_text("Verwezen vanuit").click()
    page.locator(".verwezen").get_by_role("link", name="artikel 3.1, Privacyprotocol").click()
    expect(page.locator("#lid-1")).to_be_in_viewport()


def test_a_tree_that_rests_on_an_article_is_named_there(open_page: Open) -> None:
    page = open_page(ARTICLE).page
    page.get_by_text("Verwezen vanuit").click()
    page.locator(".verwezen").get_by_role(
        "link", name="Beslisboom toestemming, vraag: Is de toestemming geldig voor wat je nu wilt doen?"
    ).first.click()
    expect(page.locator("#vraag-geldigheid")).to_be_in_viewport()


def test_a_term_is_explained_on_first_use_by_touch_and_keyboard(open_page: Open) -> None:
    page = open_page("convenant/artikel-6/").page
    term = page.locator("a.begrip[data-begrip=Betrokkene]")
    expect(term).to_have_count(1)
    term.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".begrip-uitleg")).to_contain_text("De persoon op wie de persoonsgegevens betrekking hebben")
    page.keyboard.press("Escape")
    expect(page.locator(".begrip-uitleg")).to_be_hidden()
    without = open_page("convenant/artikel-6/", java_script_enabled=False).page
    without.locator("a.begrip[data-begrip=Betrokkene]").click()
    expect(without.locator("#betrokkene")).to_be_in_viewport()


def test_a_whole_document_stands_on_one_page_and_not_in_the_search(open_page: Open, site: Path) -> None:
    page = open_page("privacyprotocol/volledig/").page
    for article in range(1, 14):
        expect(page.get_by_role("heading", name=f"Artikel {article} ", exact=False).first).to_be_attached()
    expect(page.locator("#artikel-6-lid-4-b")).to_contain_text("uitdrukkelijke toestemming")
    index = json.loads((site / "assets" / "zoeken" / "index.json").read_text())
    assert not [url for url, *_ in index["groepen"] if "volledig" in url]


def test_previous_and_next_lead_through_the_whole(open_page: Open) -> None:
    page = open_page("convenant/toelichting/").page
    for _ in range(3):
        page.locator(".buur-next").click()
    assert page.url.endswith("/convenant/overwegingen/")


def test_the_share_sheet_is_offered_where_there_is_one(open_page: Open) -> None:
    stub = "window.shared = []; navigator.share = data => { window.shared.push(data); return Promise.resolve(); }"
    watched = open_page(ARTICLE, prepare=lambda context: context.add_init_script(stub))
    page = watched.page
    page.locator("#lid-1 .bepaling-knop").click()
    page.locator("#lid-1").get_by_role("button", name="Delen…").click()
    assert page.evaluate("window.shared") == [
        {"title": "artikel 6.1, Privacyprotocol", "url": f"{watched.base}{ARTICLE}#lid-1"}
    ]


def test_a_page_that_is_gone_leads_on_with_its_anchor(open_page: Open, site: Path, tmp_path: Path) -> None:
    from macros.publication.redirects import write_redirects
    from macros.text.register import Provision, Register
    from tools.site import serving

    (tmp_path / "assets").mkdir()
    for script in ("verhuisd.js", "invoer.js"):
        (tmp_path / "assets" / script).write_bytes((site / "assets" / script).read_bytes())
    for page in ("convenant/artikel-11", "convenant/artikel-2"):
        target = tmp_path / page / "index.html"
        target.parent.mkdir(parents=True)
        target.write_text("<p id='lid-1'>hier</p>")
    new = [
        Provision(id, url, "convenant", "", "", "", "", "")
        for id, url in (
            ("convenant/artikel-11", "/convenant/artikel-11/"),
            ("convenant/artikel-2/lid-1", "/convenant/artikel-2/#lid-1"),
        )
    ]
    moved = {"convenant/artikel-12": "convenant/artikel-11", "convenant/artikel-12/lid-2": "convenant/artikel-2/lid-1"}
    write_redirects(tmp_path, Register(new), moved)
    browser = open_page().page.context.browser
    assert browser
    shown = browser.new_page()
    with serving(tmp_path, 0) as base:
        shown.goto(base + "convenant/artikel-12/")
        shown.wait_for_url("**/convenant/artikel-11/")
        shown.goto(base + "convenant/artikel-12/#lid-2")
        shown.wait_for_url("**/convenant/artikel-2/#lid-1")
    shown.close()
