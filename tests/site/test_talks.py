"""The talk that goes with an advice: folded in the advice, whole on its page, and printed alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import html
from playwright.sync_api import Route, expect

from decision_trees.gesprekken import TALKS
from macros.trees import talks
from tests.site.conftest import Watched
from tests.site.test_walk import TREE, walk

Open = Callable[..., Watched]
TO_YOUNG = ["nee", "geheim", "12-15", "niet-gevraagd"]


def test_every_sheet_stands_on_its_page_with_its_words_and_sources(site: Path) -> None:
    page = html.fromstring((site / "gesprekken" / "index.html").read_text("utf-8").replace("\u00ad", ""))
    for talk in TALKS:
        [sheet] = page.xpath(f"//section[@id='{talk.id}']")
        said = " ".join(sheet.text_content().split())
        for sentence in (*talk.adult, *talk.young, *talk.child, *talk.never, *(r.answer for r in talk.replies)):
            assert sentence in said, talk.id
        assert len(sheet.xpath(".//a")) >= len(talk.sources) + len(talk.outcomes)


def test_every_address_of_a_sheet_is_recorded() -> None:
    recorded = (Path(__file__).parents[2] / "bron" / "adressen.txt").read_text("utf-8").splitlines()
    assert [id for id in talks.addresses() if id not in recorded] == []


def test_an_advice_opens_its_talk_without_telling_the_server_which(open_page: Open) -> None:
    watched = open_page(TREE, python=False)
    page = watched.page
    walk(page, TO_YOUNG)
    before = len(watched.requests)
    fold = page.locator(".boom-knoop details.gesprek-vouw")
    fold.locator("summary").click()
    expect(fold).to_contain_text("Jij beslist. Nee zeggen mag. Je hulp stopt niet door je nee.")
    expect(fold).to_contain_text("Beloof niet dat alles altijd geheim blijft.")
    assert watched.requests[before:] == [f"{watched.base}gesprekken/"]
    for address in fold.locator("a").evaluate_all("links => links.map(link => link.href)"):
        assert "/beslisbomen/privacyprotocol" not in address and "/../" not in address
    assert fold.locator("[id]").count() == 0
    assert watched.errors == []


def test_a_sheet_of_another_version_is_not_shown(open_page: Open) -> None:
    def changed(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("Nee zeggen mag", "Zeg maar ja").replace(
            'id="jongere-vragen" data-kenmerk="', 'id="jongere-vragen" data-kenmerk="0'))  # fmt: skip

    watched = open_page(TREE, python=False, prepare=lambda context: context.route("**/gesprekken/", changed))
    walk(watched.page, TO_YOUNG)
    fold = watched.page.locator(".boom-knoop details.gesprek-vouw")
    fold.locator("summary").click()
    expect(fold).to_contain_text("hoort bij een andere versie")
    expect(fold).not_to_contain_text("Zeg maar ja")


def test_a_sheet_that_cannot_be_fetched_says_so_and_is_tried_again(open_page: Open) -> None:
    watched = open_page(TREE, python=False)
    page = watched.page
    walk(page, TO_YOUNG)
    page.context.set_offline(True)
    fold = page.locator(".boom-knoop details.gesprek-vouw")
    fold.locator("summary").click()
    expect(fold).to_contain_text("kan nu niet worden geladen")
    page.context.set_offline(False)
    fold.locator("summary").click()
    fold.locator("summary").click()
    expect(fold).to_contain_text("Jij beslist.")
    expect(fold).not_to_contain_text("kan nu niet worden geladen")


def test_without_scripts_an_advice_leads_to_its_sheet(open_page: Open) -> None:
    page = open_page(TREE, java_script_enabled=False).page
    page.locator(".boom-tekst > summary").click()
    outcome = page.locator("#uitkomst-ingetrokken")
    outcome.get_by_text("Het gesprek: wat zeg je?").click()
    outcome.get_by_role("link", name="Iemand trok toestemming in: vertel dat je stopt").click()
    expect(page.locator("#stoppen h2")).to_be_in_viewport()


def test_a_sheet_that_is_asked_for_prints_alone(open_page: Open) -> None:
    page = open_page("gesprekken/#stoppen").page
    page.emulate_media(media="print")
    expect(page.locator("#stoppen")).to_be_visible()
    expect(page.locator("#nee-horen")).to_be_hidden()
    page.goto("about:blank")
    page.goto(f"{open_page('gesprekken/').page.url}")
    page.emulate_media(media="print")
    expect(page.locator("#nee-horen")).to_be_visible()
