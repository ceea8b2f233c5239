"""Practice examples on the screen: found by group or by typing, opened in the tree, and changed there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import expect

from tests.site.conftest import Watched
from tests.site.test_accessibility import violations_in_both_schemes
from tests.site.test_walk import question, ready

Open = Callable[..., Watched]
EXAMPLES = "voorbeelden/"
REFUSED = "e244"
"""Both parents refuse: from there one answer leads to another advice at once."""


def test_an_address_opens_its_example(open_page: Open) -> None:
    page = open_page(f"{EXAMPLES}#e264").page
    one = page.locator("#e264")
    expect(one).to_have_attribute("open", "")
    expect(one.locator("summary").first).to_be_in_viewport()
    expect(one).to_contain_text("bij een OTS houden de ouders het gezag")
    page.evaluate("location.hash = 'c01'")
    expect(page.locator("#c01")).to_have_attribute("open", "")


def test_an_address_shows_its_example_without_javascript_too(open_page: Open) -> None:
    page = open_page(f"{EXAMPLES}#e264", java_script_enabled=False).page
    expect(page.locator("#e264 > summary")).to_be_in_viewport()
    expect(page.locator("#e264 .voorbeeld-situatie")).to_be_visible()
    expect(page.locator("#c01 .voorbeeld-situatie")).to_be_hidden()


def test_a_group_leads_to_its_examples_without_javascript_too(open_page: Open) -> None:
    page = open_page(EXAMPLES, java_script_enabled=False).page
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.get_by_role("navigation", name="Groepen voorbeelden").get_by_role("link", name="School").click()
    expect(page.get_by_role("heading", name="School, opvang en leerplicht")).to_be_in_viewport()
    page.locator("#c01 > summary").click()
    expect(page.locator("#c01").get_by_role("link", name="Open in de beslisboom").first).to_be_visible()


def test_typing_leaves_what_has_the_words(open_page: Open) -> None:
    page = open_page(EXAMPLES).page
    page.get_by_role("searchbox").fill("vader weigert")
    shown = page.locator(".voorbeeld:visible")
    expect(page.locator(".voorbeeld-melding")).to_have_text(re.compile(r"^\d+ voorbeelden$"))
    count = shown.count()
    assert 0 < count < 40
    expect(page.locator(".voorbeeld-melding")).to_have_text(f"{count} voorbeelden")
    page.get_by_role("searchbox").fill("qqqzwx")
    expect(page.locator(".voorbeeld-melding")).to_contain_text("Geen voorbeeld gevonden")
    page.evaluate("location.hash = 'c01'")  # a link to one that was filtered away
    expect(page.locator("#c01")).to_be_in_viewport()
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_from_an_example_to_another_answer_and_a_new_advice_in_three_taps(open_page: Open) -> None:
    watched = open_page(f"{EXAMPLES}#{REFUSED}")
    page = watched.page
    page.locator(f"#{REFUSED}").get_by_role("link", name="Open in de beslisboom").click()
    expect(page.locator(".boom-knoop .advies")).to_be_visible()
    assert question(page) == "geweigerd"
    page.get_by_role("button", name="Wijzig je antwoord op: Wat zeggen de twee personen met gezag?").click()
    page.get_by_role("button", name="Eén zegt ja, de ander zegt nee").click()
    assert question(page) == "oneens"
    ready(page)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "oneens")
    assert [url for url in watched.requests if "besluit" in url or "geweigerd" in url] == []
    page.get_by_role("button", name="Wis alles en begin opnieuw").click()
    expect(page.locator(".boom-melding")).to_contain_text("Alles is gewist. Je begint opnieuw.")
    kept = "JSON.stringify([history.state, location.hash, localStorage.length, sessionStorage.length, document.cookie])"
    state, fragment, *_, cookie = json.loads(page.evaluate(kept))
    assert (state, fragment, cookie) == (None, "", "")
    assert question(page) == "acuut-gevaar"
    assert watched.errors == []


def test_a_family_opens_with_its_persons_and_the_same_advice(open_page: Open) -> None:
    page = open_page(f"{EXAMPLES}#h06").page
    told = page.locator("#h06 .voorbeeld-personen li").count()
    page.locator("#h06").get_by_role("link", name="Open dit gezin in de beslisboom").click()
    ready(page)
    expect(page.locator(".huishouden-advies")).to_contain_text(re.compile("nu niet", re.IGNORECASE))
    expect(page.locator(".huishouden-advies")).to_be_visible()
    expect(page.locator(".huishouden-personen > li")).to_have_count(told)
    assert page.evaluate("location.hash") == ""


def test_an_outcome_leads_to_examples_like_it(open_page: Open) -> None:
    page = open_page(
        "beslisbomen/toestemming/#a=acuut-gevaar~nee_waarvoor~geheim_leeftijd~12-15_besluit-12-15~geweigerd"
    ).page
    alike = page.locator(".boom-knoop .lijkt-op")
    alike.locator("summary").click()
    assert 1 <= alike.get_by_role("link").count() <= 3
    name = alike.get_by_role("link").first.inner_text()
    alike.get_by_role("link").first.click()
    expect(page.locator(".voorbeeld[open] > summary")).to_contain_text(name)


def test_no_violation_with_an_example_open(open_page: Open) -> None:
    page = open_page(f"{EXAMPLES}#d25", reduced_motion="reduce").page
    expect(page.locator("#d25")).to_have_attribute("open", "")
    assert violations_in_both_schemes(page) == []


@pytest.mark.parametrize("width", [320, 390])
def test_examples_fit_a_phone_and_a_thumb(open_page: Open, width: int) -> None:
    page = open_page(f"{EXAMPLES}#d25", viewport={"width": width, "height": 844}).page
    expect(page.locator("#d25")).to_have_attribute("open", "")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        "[...document.querySelectorAll('.voorbeeld-groepen a, .voorbeeld > summary, .voorbeeld-open')]"
        ".filter(e => e.offsetHeight && e.offsetHeight < 44).length"
    )
    assert small == 0


def test_the_file_for_other_software_says_what_the_page_says(site: Path) -> None:
    data = json.loads((site / "api" / "voorbeelden.json").read_text("utf-8"))
    schema = json.loads((site / "api" / "voorbeelden.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(data)
    text = (site / "voorbeelden" / "index.html").read_text("utf-8")
    assert [one["id"] for one in data["voorbeelden"] if f'id="{one["id"]}"' not in text] == []
    assert (site / "api" / "toetsformulier-voorbeelden.csv").read_text("utf-8").count("\n") == len(
        data["voorbeelden"]
    ) + 1
