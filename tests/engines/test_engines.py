"""The flows that matter in the other two engines, and in the one of iOS 16. What an engine cannot do is skipped by name.

The pages come with a small script before their policy, which collects what the engine reports: WebKit's driver gives no
console. The files that a worker keeps are checked byte by byte, so there the pages come as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.engines.conftest import READY, keep, seen, text
from tests.engines.drivers import ENTER, Engine, until
from tests.engines.table import feature
from tests.site.faults import Answer, Host, hosting
from tests.site.test_network import ARTICLE, next_version
from tests.site.test_walk import TREE

PAGES = ("", ARTICLE, "zoeken/", "begrippen/", "offline/", "handboek/", "formulieren/", "eigen-versie/",
         "beslisbomen/datalek/tabel/", "beslisbomen/verantwoording/", "bestaat-niet/")  # fmt: skip
"""Each kind but a tree's page, which every walk ends on (`watched`)."""
LARGE = ("convenant/volledig/", "voorbeelden/", "beslisbomen/delen/tabel/")


def search(engine: Engine, words: str) -> None:
    """Open the search and type; by its button, for its key does not reach a WebKit that just showed an empty page."""
    until(engine, "document.querySelector('.md-header .zoek-knop') !== null")  # a script makes it
    engine.run("document.querySelector('.md-header .zoek-knop').click()")
    until(engine, "document.activeElement?.getAttribute('role') === 'combobox'")
    engine.keys(words)
    until(engine, "document.querySelectorAll('.zoek [role=option]').length > 0")


def reported(engine: Engine, host: Host, pages: Sequence[str]) -> dict[str, list[str]]:
    """What the console and the policy said, by page."""
    found = {}
    for path in pages:
        engine.open(host.address + path)
        until(engine, f"{text('h1')} && document.readyState === 'complete'")
        engine.run("await new Promise(resolve => setTimeout(resolve, 300))")
        found[path] = engine.run("return reported")
    assert engine.run("return typeof reported") == "object"
    return {path: said for path, said in found.items() if said}


@feature("every kind of page, nothing in the console")
def test_every_kind_of_page_without_an_error_or_a_violation(engine: Engine, watched: Host) -> None:
    assert reported(engine, watched, PAGES) == {}


@feature("the largest pages, nothing in the console")
def test_the_largest_pages_without_an_error_or_a_violation(engine: Engine, watched: Host) -> None:
    assert reported(engine, watched, LARGE) == {}


@feature("the address of a letter of an article")
def test_an_address_of_a_letter_shows_it(engine: Engine, watched: Host) -> None:
    engine.open("about:blank")
    engine.open(f"{watched.address}{ARTICLE}#lid-4-c")
    until(engine, seen("lid-4-c"))


@feature("search")
def test_the_search_finds_and_leads_to_the_place(engine: Engine, watched: Host) -> None:
    engine.open(watched.address + "convenant/artikel-5/")
    search(engine, "toestemming intrekken")
    engine.keys(ENTER)
    until(engine, "location.pathname.endsWith('/privacyprotocol/artikel-6/') && location.hash === '#lid-4-c'")
    until(engine, seen("lid-4-c"))
    assert engine.run("return reported") == []


@feature(
    "same-page result",
    cannot={"WPE WebKit": "the window stays 1280 pixels wide, where the theme locks nothing"},
)
def test_a_result_on_this_very_page_is_moved_to(engine: Engine, watched: Host) -> None:
    engine.open("about:blank")
    engine.open(watched.address + ARTICLE)
    search(engine, "toestemming intrekken")
    until(engine, "document.body.hasAttribute('data-md-scrolllock')")
    engine.keys(ENTER)
    until(engine, "!document.body.hasAttribute('data-md-scrolllock')")
    until(engine, f"location.hash === '#lid-4-c' && {seen('lid-4-c')}")


@feature("a search's address, also a damaged one")
def test_a_search_can_be_shared_whatever_stands_in_it(engine: Engine, watched: Host) -> None:
    for fragment in ("q=geheimhouding", "q=%E0%A4%A", "%", "q=__proto__"):
        engine.open("about:blank")
        engine.open(f"{watched.address}zoeken/#{fragment}")
        if fragment.startswith("q="):
            until(engine, f"/resulta|Niets gevonden/.test({text('.zoekpagina .zoek-melding')})")
        assert engine.run("return reported") == [], fragment


@feature("Python, and again from the snapshot")
def test_python_starts_and_the_second_time_from_the_snapshot(engine: Engine, watched: Host) -> None:
    engine.open(watched.address)
    engine.run("for (const name of await caches.keys()) await caches.delete(name)")  # another test may have kept one
    engine.open(watched.address + TREE)
    until(engine, READY)
    until(engine, "document.documentElement.dataset.momentopname === 'bewaard'")
    engine.open(watched.address + TREE)
    until(engine, READY)
    assert engine.run("return reported") == []


@feature("without a network: pages, anchors, search")
def test_without_a_network(engine: Engine, small: Path) -> None:
    with hosting(small) as host:
        keep(engine, host.address)
        host.die()
        engine.open(f"{host.address}{ARTICLE}#lid-4-c")
        until(engine, seen("lid-4-c"))
        search(engine, "geheim")
        engine.open(host.address + "begrippen/bestaat-niet/")
        until(engine, "document.querySelector('.offline-stand') !== null")


@feature("an update; a login page is never kept")
def test_a_login_page_is_not_kept_and_an_update_comes_whole(engine: Engine, small: Path, tmp_path: Path) -> None:
    two = next_version(small, tmp_path / "twee")
    versions = (
        "(await Promise.all((await caches.keys()).filter(n => /^bewaard:.*@[0-9a-f]+$/.test(n)).map(async n => "
        "(await (await caches.match('/index.html', {cacheName: n}))?.text())?.includes('versie twee'))))"
    )
    with hosting(small) as host:
        keep(engine, host.address)
        host.folder = two
        host.rule = lambda path: Answer(b"<h1>log in</h1>") if path.startswith(ARTICLE) else None
        host.asked.clear()
        engine.run("await (await navigator.serviceWorker.getRegistration()).update().catch(() => 0)")
        until(engine, "navigator.serviceWorker.getRegistration().then(r => !r.installing && !r.waiting)")
        assert engine.run(f"return {versions}") == [False]
        host.rule = lambda _: None
        engine.run("await (await navigator.serviceWorker.getRegistration()).update().catch(() => 0)")
        until(engine, "document.querySelector('.nieuwe-versie button') !== null")
        assert not re.search("versie twee", str(engine.run(f"return {text('h1')}")))
        engine.run("document.querySelector('.nieuwe-versie button').click()")
        until(engine, f"/versie twee/.test({text('h1')})")
        engine.open(host.address + "begrippen/")  # the page that asked may have come before the old one was quite gone
        until(engine, f"JSON.stringify({versions}) === '[true]'")
