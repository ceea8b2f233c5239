"""In the browser: an old version says that there is a newer one, and leads to the same place in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.publication.versions import publish
from tools.site import serving


@pytest.fixture(scope="module")
def published(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site as versions 1 and 2."""
    target = tmp_path_factory.mktemp("published")
    for version in ("v1", "v2"):
        publish(site, target, version)
    return target


def test_version_one_stays_and_names_the_newer(browser: Browser, published: Path) -> None:
    with serving(published, 0) as base:
        page = browser.new_context(service_workers="block").new_page()
        page.goto(f"{base}v1/privacyprotocol/artikel-6/#lid-4-b")
        expect(page.locator(".oude-versie")).to_contain_text("Je leest versie 1. Er is een nieuwere.")
        expect(page.locator("#lid-4-b")).to_be_attached()
        page.get_by_role("link", name="Bekijk versie 2").click()
        expect(page).to_have_url(re.compile(r"/v2/privacyprotocol/artikel-6/#lid-4-b$"))
        expect(page.locator("h1")).to_have_text("Artikel 6 Geheimhouding")
        expect(page.locator(".oude-versie")).to_have_count(0)


def test_an_address_without_a_version_leads_to_the_newest(browser: Browser, published: Path) -> None:
    with serving(published, 0) as base:
        page = browser.new_context(service_workers="block").new_page()
        page.goto(f"{base}privacyprotocol/artikel-6/#lid-4-b")
        expect(page).to_have_url(re.compile(r"/v2/privacyprotocol/artikel-6/#lid-4-b$"))
        without = browser.new_context(service_workers="block", java_script_enabled=False).new_page()
        without.goto(f"{base}privacyprotocol/artikel-6/")
        expect(without).to_have_url(re.compile(r"/v2/privacyprotocol/artikel-6/$"))
