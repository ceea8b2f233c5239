"""The site on the device: after one visit to a tree's page everything works without a network; versions never mix."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from pathlib import Path

from lxml import html
from playwright.sync_api import Browser, Page, expect

from decision_trees.catalogue import TREES
from macros.publication.service_worker import write_service_worker
from tests.site.conftest import PHONE, Watched
from tests.site.test_walk import DELEN, TO_SCHOOL, TO_VALID, TREE, question, walk
from tools.site import serving

Open = Callable[..., Watched]


AFTER_A_WHILE = "new Promise(resolve => setTimeout(resolve, 3000))"
"""The page itself waits two seconds before it starts to keep the site."""


def kept(page: Page) -> None:
    """Wait until a whole version is kept and in charge."""
    page.evaluate(
        "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller || new Promise(resolve => "
        "navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true)))).then(() => true)"
    )


def test_after_one_visit_to_a_tree_everything_works_without_a_network(open_page: Open, site: Path) -> None:
    watched = open_page(TREE, service_workers="allow")
    page = watched.page
    kept(page)
    page.context.set_offline(True)
    for path in (
        "",
        "privacyprotocol/artikel-6/",
        "wegwijzer-organisaties/",
        "begrippen/",
        "handboek/",
        "formulieren/",
        "gesprekken/",
    ):
        page.goto(watched.base + path)
        expect(page.locator("h1").first).to_be_visible()
    for tree, route, end in ((TREE, TO_VALID, "toestemming-geldig"), (DELEN, TO_SCHOOL, "delen-met-toestemming")):
        page.goto(watched.base + tree)
        walk(page, route)
        assert question(page) == end
        expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
        page.get_by_role("button", name="Formulieren bij dit advies").click()
        expect(page.locator(".boom-formulieren > details").first).to_be_visible()
    for unknown in ("convenant/onbekend/", "convenant/onbekend/en/diep/"):
        page.goto(watched.base + unknown)
        expect(page.locator("h1")).to_have_text("Zonder internet")
        expect(page.locator(".md-header")).to_have_css("position", "sticky")  # it has its styles
        expect(page.locator(".md-header .md-logo")).to_have_attribute("href", "/")
    page.goto(watched.base)
    page.keyboard.press("/")
    page.get_by_role("combobox").press_sequentially("geheimhouding")
    expect(page.get_by_role("option").first).to_be_visible(timeout=20_000)
    listed = page.evaluate(
        "caches.keys().then(n => caches.open(n.find(x => /^bewaard:.*@[0-9a-f]+$/.test(x)))).then(c => c.keys())"
        ".then(k => k.map(r => new URL(r.url).pathname))"
    )
    pages = {"/" + str(p.relative_to(site)) for p in site.rglob("index.html")}
    assert pages <= set(listed)


def test_strange_messages_and_lost_files_do_no_harm(open_page: Open) -> None:
    watched = open_page(TREE, service_workers="allow")
    page = watched.page
    kept(page)
    page.evaluate(
        "async () => { for (const odd of [null, 0, '', 'x', ['nu-bijwerken'], {}, {soort: 'bewaard'}, new ArrayBuffer(8), "
        "{nummer: 1, verzoek: '{'}]) navigator.serviceWorker.controller.postMessage(odd);"
        "const cache = await caches.open((await caches.keys()).find(name => /^bewaard:.*@[0-9a-f]+$/.test(name)));"
        "for (const {url} of await cache.keys()) if (/artikel-[67].index|stijl.css/.test(url)) await cache.delete(url); }"
    )
    page.goto(watched.base + "privacyprotocol/artikel-6/")  # from the network, now that it is lost; and kept again
    expect(page.locator("h1").first).to_contain_text("6")
    assert watched.errors == []
    page.context.set_offline(True)
    page.goto(watched.base + "privacyprotocol/artikel-6/")
    expect(page.locator("h1").first).to_contain_text("6")
    page.goto(watched.base + "privacyprotocol/artikel-7/")  # without a network the reader is told
    expect(page.locator(".offline-stand")).to_be_visible()
    page.goto(watched.base + TREE)
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    assert [error for error in watched.errors if "Failed to load resource" not in error] == []


def test_the_handbook_is_kept_when_the_reader_asks(open_page: Open) -> None:
    watched = open_page(TREE, service_workers="allow")
    page = watched.page
    kept(page)
    page.goto(watched.base + "offline/")
    page.get_by_role("button", name=re.compile("Bewaar ook het handboek")).click()
    expect(page.locator(".offline-stand")).to_contain_text("en het handboek", timeout=20_000)
    page.context.set_offline(True)
    for name in ("zakboek.pdf", "handboek.pdf"):
        size = page.evaluate(f"fetch('../handboek/{name}').then(r => r.arrayBuffer()).then(b => b.byteLength)")
        assert size > 150_000, name


def test_the_reader_sees_what_is_kept_and_can_remove_it(open_page: Open) -> None:
    watched = open_page("offline/", service_workers="allow")
    page = watched.page
    expect(page.locator(".offline-stand")).to_contain_text("Nog niet")
    expect(page.locator(".offline-paneel")).to_contain_text("MB")
    page.get_by_role("button", name="Bewaar de site").click()
    expect(page.locator(".offline-stand")).to_contain_text("Beschikbaar zonder internet", timeout=60_000)
    page.get_by_role("button", name="Haal de site").click()
    expect(page.locator(".offline-stand")).to_contain_text("Weggehaald")
    assert page.evaluate("caches.keys()") == []


def test_nothing_is_fetched_with_data_saver_until_asked(open_page: Open) -> None:
    saver = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    watched = open_page(TREE, service_workers="allow", prepare=lambda context: context.add_init_script(saver))
    expect(watched.page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    watched.page.evaluate(AFTER_A_WHILE)
    assert watched.page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0


def test_a_page_without_a_tree_keeps_nothing_and_loads_nothing_of_python(open_page: Open) -> None:
    watched = open_page("privacyprotocol/artikel-6/", service_workers="allow")
    watched.page.evaluate(AFTER_A_WHILE)
    assert watched.page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0
    assert not [url for url in watched.requests if "python" in url]


def publish_next(site: Path) -> None:
    """Publish a next version: every page says so."""
    for page in site.rglob("index.html"):
        page.write_text(page.read_text("utf-8").replace("</h1>", " (versie twee)</h1>"), "utf-8")
    write_service_worker(site)


def test_a_new_version_is_announced_and_taken_whole_and_the_walk_is_kept(browser: Browser, site_copy: Path) -> None:
    with serving(site_copy, 0) as base:
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.goto(base + TREE)
        kept(page)
        publish_next(site_copy)
        page.goto(base)
        expect(page.locator("h1")).not_to_contain_text("versie twee")
        page.goto(base + TREE)
        walk(page, TO_VALID[:3])
        page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
        expect(page.locator(".nieuwe-versie")).to_be_visible(timeout=60_000)
        expect(page.locator("h1")).not_to_contain_text("versie twee")
        page.get_by_role("button", name="Bijwerken").click()
        expect(page.locator("h1")).to_contain_text("versie twee", timeout=30_000)
        expect(page.locator(".boom-knoop > [data-knoop=besluit-12-15]")).to_be_visible()
        page.goto(base + "convenant/artikel-1/")
        expect(page.locator("h1")).to_contain_text("versie twee")
        names = page.evaluate("caches.keys().then(n => n.filter(x => /^bewaard:.*@[0-9a-f]+$/.test(x)))")
        assert len(names) == 1
        context.close()


def test_a_version_that_does_not_arrive_whole_is_not_kept(browser: Browser, site_copy: Path) -> None:
    (site_copy / "begrippen" / "index.html").unlink()
    with serving(site_copy, 0) as base:
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.goto(base + "offline/")
        page.get_by_role("button", name="Bewaar de site").click()
        expect(page.locator(".offline-stand")).to_contain_text("lukte niet", timeout=60_000)
        assert page.evaluate("caches.keys()") == []
        context.close()


def test_it_can_be_installed_and_opens_on_the_home_page(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["start_url"] == "./" and manifest["lang"] == "nl" and manifest["display"] == "standalone"
    for icon in manifest["icons"]:
        assert (site / icon["src"]).exists()
    shortcuts = {shortcut["url"]: shortcut["name"] for shortcut in manifest["shortcuts"]}
    assert shortcuts == {f"beslisbomen/{tree.id}/": tree.title for tree in TREES.values()}
    assert all((site / url / "index.html").exists() for url in shortcuts)
    for page in site.rglob("index.html"):
        [link] = html.fromstring(page.read_bytes()).xpath("//link[@rel='manifest']/@href")
        assert (page.parent / link).resolve() == (site / "manifest.webmanifest").resolve()


def test_works_under_a_sub_path(browser: Browser, site: Path, tmp_path: Path) -> None:
    (tmp_path / "convenant").symlink_to(site.resolve())
    with serving(tmp_path, 0) as base:
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        wrong: list[str] = []
        page.on("requestfailed", functools.partial(lambda found, request: found.append(request.url), wrong))
        page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
        page.goto(base + "convenant/" + TREE)
        walk(page, TO_VALID)
        expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)
        kept(page)
        page.context.set_offline(True)
        page.goto(base + "convenant/privacyprotocol/artikel-6/")
        expect(page.locator("h1")).to_contain_text("Geheimhouding")
        assert wrong == []
        context.close()
