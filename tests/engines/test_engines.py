"""The flows that matter in the other two engines, and in the one of iOS 16. What an engine cannot do is skipped by name.

The pages come with a small script before their policy, which collects what the engine reports: WebKit's driver gives no
console. The files that a worker keeps are checked byte by byte, so there the pages come as they are.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from macros.publication.service_worker import write_service_worker
from tests.conftest import ROOT
from tests.engines.drivers import ENGINES, ENTER, Engine, Missing
from tests.site.faults import Answer, Host, hosting
from tests.site.test_network import ARTICLE, LEFT_OUT, next_version
from tests.site.test_walk import TREE

CANNOT = {
    ("same-page result", "WPE WebKit"): "the window stays 1280 pixels wide, where the theme locks nothing",
}
"""What an engine cannot show here, with the reason."""
COLLECT = """<script>
window.reported = [];
addEventListener("error", event => reported.push(`error: ${event.message ?? event.target?.src ?? event.target?.href}`), true);
addEventListener("unhandledrejection", event => reported.push(`rejection: ${event.reason}`));
addEventListener("securitypolicyviolation", event => reported.push(`policy: ${event.violatedDirective} ${event.blockedURI}`), true);
for (const kind of ["error", "warn"]) {
  const say = console[kind];
  console[kind] = (...words) => (reported.push(`console.${kind}: ${words.join(" ")}`), say.apply(console, words));
}
</script>"""
PAGES = ("", ARTICLE, "zoeken/", "begrippen/", "offline/", "convenant/volledig/", TREE, "bestaat-niet/")
rows: dict[str, dict[str, str]] = {}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine in turn, one page for all its tests."""
    with ExitStack() as stack:
        try:
            yield stack.enter_context(ENGINES[request.param]())
        except Missing as missing:
            pytest.skip(str(missing))


@pytest.fixture
def feature(request: pytest.FixtureRequest, engine: Engine) -> Iterator[Callable[[str], None]]:
    """A function that names what this test shows: a row of the table that the run leaves in .build/engines.md."""
    name = str(request.node.callspec.params["engine"])
    shown = ""

    def show(what: str) -> None:
        nonlocal shown
        shown = what
        column = f"{name} {engine.version}"
        if reason := CANNOT.get((what, name)):
            rows.setdefault(what, {})[column] = f"not shown: {reason}"
            pytest.skip(reason)
        rows.setdefault(what, {})[column] = "FAILED"

    show.done = lambda: rows[shown].update({f"{name} {engine.version}": "yes"})  # type: ignore[attr-defined]
    yield show
    write_table()


def write_table() -> None:
    """The features by engine, as far as this run came."""
    columns = sorted({column for row in rows.values() for column in row})
    lines = [f"| | {' | '.join(columns)} |", f"| --- |{' --- |' * len(columns)}"]
    lines += [f"| {what} | {' | '.join(row.get(column, '–') for column in columns)} |" for what, row in rows.items()]
    (ROOT / ".build").mkdir(exist_ok=True)
    (ROOT / ".build" / "engines.md").write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture(scope="module")
def small(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the site, without Python, as one version."""
    target = tmp_path_factory.mktemp("klein") / "site"
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("python", "handboek", "api", "*.gz", "*.br", *LEFT_OUT))
    write_service_worker(target)
    return target


@pytest.fixture
def watched(site: Path) -> Iterator[Host]:
    """The site with the collecting script in its pages."""
    with hosting(site) as host:

        def collecting(path: str) -> Answer | None:
            place = site / path / "index.html" if path == "" or path.endswith("/") else site / path
            if place.suffix != ".html":
                return None
            page = (place if place.exists() else site / "404.html").read_text("utf-8")
            return Answer(page.replace("<head>", f"<head>{COLLECT}", 1).encode(), 200 if place.exists() else 404)

        host.rule = collecting
        yield host


def until(engine: Engine, expression: str, patience: float = 90) -> Any:
    """The expression's value once it is true in the page; a page that is being loaded again has none for a moment."""
    end = time.monotonic() + patience
    found: Any = None
    while time.monotonic() < end:
        try:
            if found := engine.run(f"return {expression}"):
                return found
        except AssertionError as error:
            found = error
        time.sleep(0.1)
    raise AssertionError(f"never true: {expression} ({found})")


def seen(id: str) -> str:
    """Whether a part of the text is on the screen."""
    return f"(r => r && r.top >= 0 && r.top < innerHeight)(document.getElementById('{id}')?.getBoundingClientRect())"


def text(selector: str) -> str:
    return f"document.querySelector('{selector}')?.textContent"


def search(engine: Engine, words: str) -> None:
    """Open the search and type; by its button, for its key does not reach a WebKit that just showed an empty page."""
    engine.run("document.querySelector('.md-header__button[for=__search]').click()")
    until(engine, "document.activeElement?.getAttribute('role') === 'combobox'")
    engine.keys(words)
    until(engine, "document.querySelectorAll('.zoek [role=option]').length > 0")


Show = Callable[[str], None]


def test_every_kind_of_page_without_an_error_or_a_violation(engine: Engine, watched: Host, feature: Show) -> None:
    feature("every kind of page, nothing in the console")
    reported = {}
    for path in PAGES:
        engine.open(watched.address + path)
        until(engine, f"{text('h1')} && document.readyState === 'complete'")
        if path == TREE:
            until(engine, "document.querySelector('.boom').dataset.python !== 'loading'", 90)
        engine.run("await new Promise(resolve => setTimeout(resolve, 300))")
        reported[path] = engine.run("return reported")
    assert {path: found for path, found in reported.items() if found} == {}
    assert engine.run("return typeof reported") == "object"
    feature.done()  # type: ignore[attr-defined]


def test_an_address_of_a_letter_shows_it(engine: Engine, watched: Host, feature: Show) -> None:
    feature("the address of a letter of an article")
    engine.open("about:blank")
    engine.open(f"{watched.address}{ARTICLE}#lid-4-c")
    until(engine, seen("lid-4-c"))
    feature.done()  # type: ignore[attr-defined]


def test_the_search_finds_and_leads_to_the_place(engine: Engine, watched: Host, feature: Show) -> None:
    feature("search")
    engine.open(watched.address + "convenant/artikel-5/")
    search(engine, "toestemming intrekken")
    engine.keys(ENTER)
    until(engine, "location.pathname.endsWith('/privacyprotocol/artikel-6/') && location.hash === '#lid-4-c'")
    until(engine, seen("lid-4-c"))
    assert engine.run("return reported") == []
    feature.done()  # type: ignore[attr-defined]


def test_a_result_on_this_very_page_is_moved_to(engine: Engine, watched: Host, feature: Show) -> None:
    feature("same-page result")
    engine.open("about:blank")
    engine.open(watched.address + ARTICLE)
    search(engine, "toestemming intrekken")
    until(engine, "document.body.hasAttribute('data-md-scrolllock')")
    engine.keys(ENTER)
    until(engine, "!document.body.hasAttribute('data-md-scrolllock')")
    until(engine, f"location.hash === '#lid-4-c' && {seen('lid-4-c')}")
    feature.done()  # type: ignore[attr-defined]


def test_a_search_can_be_shared_whatever_stands_in_it(engine: Engine, watched: Host, feature: Show) -> None:
    feature("a search's address, also a damaged one")
    for fragment in ("q=geheimhouding", "q=%E0%A4%A", "%", "q=__proto__"):
        engine.open("about:blank")
        engine.open(f"{watched.address}zoeken/#{fragment}")
        if fragment.startswith("q="):
            until(engine, f"/resulta|Niets gevonden/.test({text('.zoekpagina .zoek-melding')})")
        assert engine.run("return reported") == [], fragment
    feature.done()  # type: ignore[attr-defined]


def test_python_starts_and_the_second_time_from_the_snapshot(engine: Engine, watched: Host, feature: Show) -> None:
    feature("Python, and again from the snapshot")
    ready = "document.querySelector('.boom')?.dataset.python === 'ready'"
    engine.open(watched.address + TREE)
    until(engine, ready, 90)
    until(engine, "document.documentElement.dataset.momentopname === 'bewaard'", 90)
    engine.open(watched.address + TREE)
    until(engine, ready, 90)
    assert engine.run("return reported") == []
    feature.done()  # type: ignore[attr-defined]


def keep(engine: Engine, address: str) -> None:
    """Keep the site, and be on a page of what is kept."""
    engine.open(address + "offline/")
    until(engine, "!document.querySelector('.offline-haal').hidden")
    engine.run("document.querySelector('.offline-haal').click()")
    until(engine, f"/Beschikbaar zonder internet/.test({text('.offline-stand')})")
    engine.open(address + "offline/")
    until(engine, "navigator.serviceWorker.controller !== null")


def test_without_a_network(engine: Engine, small: Path, feature: Show) -> None:
    feature("without a network: pages, anchors, search")
    with hosting(small) as host:
        keep(engine, host.address)
        host.die()
        engine.open(f"{host.address}{ARTICLE}#lid-4-c")
        until(engine, seen("lid-4-c"))
        search(engine, "geheim")
        engine.open(host.address + "begrippen/bestaat-niet/")
        until(engine, "document.querySelector('.offline-stand') !== null")
    feature.done()  # type: ignore[attr-defined]


def test_a_login_page_is_not_kept_and_an_update_comes_whole(
    engine: Engine, small: Path, tmp_path: Path, feature: Show
) -> None:
    feature("an update; a login page is never kept")
    two = next_version(small, tmp_path / "twee")
    versions = (
        "(await Promise.all((await caches.keys()).filter(n => /^bewaard:.*@[0-9a-f]+$/.test(n)).map(async n => "
        "(await (await caches.match('/index.html', {cacheName: n})).text()).includes('versie twee'))))"
    )
    with hosting(small) as host:
        keep(engine, host.address)
        host.folder = two
        host.rule = lambda path: Answer(b"<h1>log in</h1>") if path.startswith(ARTICLE) else None
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
    feature.done()  # type: ignore[attr-defined]


def test_the_table_has_every_engine_that_is_here() -> None:
    assert rows, "no engine ran"
    assert json.dumps(rows).count("FAILED") == 0
