"""A phone from years ago, a locked-down phone, a bad line: each time the tree can be followed, and one calm sentence says
what is limited."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from decision_trees.catalogue import TREES
from decision_trees.meaning import word
from decision_trees.model import Oordeel, Outcome, Question, Tree
from decision_trees.service import handle
from decision_trees.walk import ahead, answered, view
from macros.runtime.assembly import SCRIPT, WASM, WHOLE, WORKER, sample_requests, used_functions
from macros.runtime.wasm import Module, stopping
from tests.conftest import ROOT
from tests.site.conftest import FLAGS, Watched, changed_script, until
from tests.site.test_walk import TO_VALID, TREE, answer, question, walk
from tests.site.test_wiped import CALM
from tests.text.published import article_of
from tools.setup import find_browser

Open = Callable[..., Watched]


def still_works(page: Page, reason: str) -> None:
    """The tree can be followed to its end and the page says what is limited."""
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable", timeout=60_000)
    expect(page.locator(".boom-stand")).to_contain_text(reason)
    expect(page.locator(".boom-stand")).to_contain_text(
        "De vragen en antwoorden werken gewoon, maar niemand controleert"
    )
    expect(page.locator(".boom-stop")).to_be_hidden()


def without(script: str) -> Callable[[BrowserContext], None]:
    """A browser in which something is missing."""

    def prepare(context: BrowserContext) -> None:
        context.add_init_script(script)

    return prepare


def test_the_question_does_not_wait_for_the_themes_scripts(open_page: Open) -> None:
    page = open_page(TREE, prepare=lambda context: context.route("**/bundle*.js", lambda route: route.abort())).page
    expect(page.locator(".boom-knoop h3")).to_be_visible()
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"


def test_a_host_that_knows_few_kinds_of_files(open_page: Open) -> None:
    """Many hosts know HTML, CSS and JavaScript only; the rest they give as bytes without a kind."""

    def plain(route: Route) -> None:
        answer = route.fetch()
        known = route.request.url.partition("?")[0].endswith((".html", ".css", ".js", "/"))
        kind = {} if known else {"content-type": "application/octet-stream"}
        route.fulfill(response=answer, headers={**answer.headers, **kind})

    page = open_page(TREE, prepare=lambda context: context.route("**/*", plain)).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig")


def test_no_webassembly(open_page: Open) -> None:
    still_works(open_page(TREE, prepare=without("delete window.WebAssembly")).page, "geen WebAssembly")


def test_webassembly_that_does_not_start(open_page: Open, site: Path) -> None:
    [worker] = site.glob(f"assets/python/*/{WORKER}")
    body = "WebAssembly.instantiateStreaming = () => Promise.reject(new RangeError('geheugen'));\n" + worker.read_text()

    def refuse(context: BrowserContext) -> None:
        context.route(f"**/{WORKER}", lambda route: route.fulfill(body=body, content_type="text/javascript"))

    still_works(open_page(TREE, prepare=refuse).page, "start het programma niet")


def test_a_phone_without_memory_is_told_so(open_page: Open, site: Path) -> None:
    none = "WebAssembly.Memory = class { constructor() { throw new RangeError('WebAssembly.Memory(): could not allocate memory'); } };\n"
    prepare = changed_worker(site, ("const network =", f"{none}const network ="))
    page = open_page(TREE, prepare=prepare).page
    still_works(page, "er is te weinig geheugen vrij; sluit andere tabbladen")
    expect(page.get_by_role("button", name="Probeer de rekenhulp opnieuw")).to_be_visible()


def test_workers_without_modules_as_in_firefox_before_114(open_page: Open) -> None:
    """They take the script for one of the old kind, and cannot read it."""
    old = "const New = Worker; window.Worker = class { constructor(url) { return new New(url); } };"
    page = open_page(TREE, prepare=without(old)).page
    still_works(page, "geen modules in workers")
    expect(page.locator(".boom-stand")).to_contain_text("Is je browser ouder dan Safari 16, Chrome 95 of Firefox 114?")


def test_what_python_does_not_need_may_be_missing(open_page: Open) -> None:
    """Beside what other tests take away: newer than the oldest engines, or forbidden here and there."""
    gone = (
        "delete self.structuredClone; delete self.DecompressionStream; delete self.CompressionStream; delete Promise.withResolvers;"
        "delete self.Navigator?.prototype.storage; delete self.WorkerNavigator?.prototype.storage; delete self.caches; delete self.scheduler;"
        "delete self.requestIdleCallback; delete Array.prototype.findLast; delete WebAssembly.instantiateStreaming; delete WebAssembly.JSTag;\n"
    )

    def old(context: BrowserContext) -> None:
        context.add_init_script(gone)
        context.route(
            f"**/{WORKER}",
            lambda route: route.fulfill(body=gone + route.fetch().text(), content_type="text/javascript"),
        )

    page = open_page(TREE, prepare=old).page
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)


SIMD = "WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,10,9,1,7,0,65,0,253,15,26,11]))"
"""Whether this engine knows WebAssembly's instructions for several numbers at once: Safari does from 16.4."""


def test_python_starts_without_webassemblys_simd(browser: Browser, base: str) -> None:
    chromium = browser.browser_type.launch(
        executable_path=find_browser(), args=[*FLAGS, "--js-flags=--no-enable-sse4-1"]
    )
    page = chromium.new_page(service_workers="block")
    page.goto(base + TREE)
    assert page.evaluate(SIMD) is False
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=90_000)
    chromium.close()
    other = browser.new_page()
    assert other.evaluate(SIMD) is True
    other.close()


@pytest.mark.parametrize(
    "older", ["delete Object.hasOwn", "delete Array.prototype.at", "delete HTMLScriptElement.prototype.noModule"]
)
def test_below_the_oldest_browser_for_trees_the_tree_is_text_and_the_page_says_so(open_page: Open, older: str) -> None:
    page = open_page(TREE, prepare=without(older)).page
    expect(page.locator("html.js")).to_be_attached()  # the theme's scripts ran
    told_that_it_is_text(page)
    assert page.workers == []
    expect(page.locator(".boom")).not_to_have_attribute("data-gecontroleerd", "acuut-gevaar")


def test_without_scripts_and_styles_the_tree_is_text(open_page: Open) -> None:
    """What is left of the site in the oldest browsers of all."""
    page = open_page(
        TREE, java_script_enabled=False, prepare=lambda context: context.route("**/*.css", lambda route: route.abort())
    ).page
    expect(page.locator(".boom-zonder")).to_be_visible()
    the_text_leads_on(page)


def the_text_leads_on(page: Page) -> None:
    """An answer in the tree as text leads to its question."""
    page.locator(".boom-tekst > summary").click()
    page.locator("#vraag-acuut-gevaar").get_by_role("link", name="Nee", exact=True).click()
    assert page.url.endswith("#vraag-waarvoor")
    expect(page.locator("#vraag-waarvoor h3")).to_be_in_viewport()


def told_that_it_is_text(page: Page) -> None:
    """No question with buttons that do nothing: the text, and a sentence that says why."""
    expect(page.locator(".boom-zonder")).to_contain_text("ouder dan Safari 15.4, Chrome 93 of Firefox 92")
    expect(page.locator(".boom-zonder")).to_be_visible()
    expect(page.locator(".boom-loop")).to_be_hidden()
    the_text_leads_on(page)


def test_without_javascript_the_tree_is_text_and_the_page_says_so(open_page: Open) -> None:
    told_that_it_is_text(open_page(TREE, java_script_enabled=False).page)


@pytest.mark.parametrize(
    ("status", "body"),
    [(404, ""), (200, ""), (200, "<!doctype html><title>Gratis wifi</title>")],
    ids=["missing", "empty", "login page"],
)
def test_a_script_that_does_not_come_leaves_the_tree_as_text_and_the_page_says_so(
    open_page: Open, status: int, body: str
) -> None:
    """The first question stood there with buttons that did nothing, and Python would start for ever."""

    def prepare(context: BrowserContext) -> None:
        context.route(
            "**/assets/boom.js",
            lambda route: route.fulfill(status=status, body=body, content_type="text/javascript"),
        )

    page = open_page(TREE, prepare=prepare).page
    expect(page.locator("html.boom-oud")).to_be_attached()
    expect(page.locator(".boom-zonder")).to_contain_text("kwam niet aan: laad de bladzijde dan opnieuw")
    told_that_it_is_text(page)
    for _ in range(100):  # the browser ends it in its own time
        if page.workers:
            page.wait_for_timeout(50)
    assert page.workers == []
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('rekenhulp-start'))") == []


def test_opened_as_a_file_the_tree_is_text_and_the_page_says_so(browser: Browser, site: Path) -> None:
    """A browser loads no modules there: a site that was copied to a disk can be read."""
    page = browser.new_page()
    page.goto((site / TREE / "index.html").as_uri())
    expect(page.locator("html.boom-oud")).to_be_attached()
    told_that_it_is_text(page)
    page.close()


def test_without_javascript_no_way_is_shown_to_the_overview_that_is_not_there(open_page: Open) -> None:
    page = open_page("beslisbomen/delen/", java_script_enabled=False).page
    page.locator(".boom-tekst > summary").click()
    ways = page.locator(".boom-tekst .naar-huishouden")
    assert ways.count() > 0
    assert ways.filter(visible=True).count() == 0


def test_no_workers(open_page: Open) -> None:
    still_works(open_page(TREE, prepare=without("delete window.Worker")).page, "geen workers")


def test_workers_that_refuse_to_start(open_page: Open) -> None:
    broken = "window.Worker = class { constructor() { throw new Error('nee'); } }"
    still_works(open_page(TREE, prepare=without(broken)).page, "kan de worker niet starten")


def test_no_storage_and_no_service_worker(open_page: Open) -> None:
    gone = (
        "delete window.caches; for (const name of ['localStorage', 'sessionStorage']) "
        "Object.defineProperty(window, name, {get() { throw new DOMException('nee', 'SecurityError'); }});"
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', {get: undefined}); delete Navigator.prototype.serviceWorker;"
    )
    page = open_page(TREE, prepare=without(gone)).page
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    page.goto(page.url.replace(TREE, "offline/"))
    expect(page.locator(".offline-stand")).to_contain_text("kan de site niet bewaren")


def test_a_browser_that_forbids_what_it_has(open_page: Open) -> None:
    """As where all cookies are blocked: it is there, and throws."""
    forbidden = (
        "const no = () => { throw new DOMException('nee', 'SecurityError'); };"
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: no });"
        "for (const name of ['open', 'match', 'keys', 'has', 'delete']) CacheStorage.prototype[name] = async () => no();"
        "for (const name of ['request', 'query']) LockManager.prototype[name] = async () => no();"
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: no });"
    )
    watched = open_page(TREE, prepare=without(forbidden))
    page = watched.page
    walk(page, TO_VALID)
    page.reload()
    assert question(page) == "toestemming-geldig"
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    page.get_by_role("button", name="Nieuwe casus").click()
    page.get_by_role("button", name="Wis en begin opnieuw").click()
    expect(page.locator(".boom-melding")).to_contain_text("sluit het")
    page.goto(page.url.replace(TREE, "offline/"))
    expect(page.locator(".offline-stand")).to_contain_text("laat bewaren niet toe")
    assert watched.errors == []


@pytest.mark.parametrize("file", ["pyodide.asm.wasm", "stdlib.zip", "decision_trees.zip"])
def test_a_damaged_file_or_one_of_another_version(open_page: Open, file: str) -> None:
    def damage(route: Route) -> None:
        response = route.fetch()
        body = bytearray(response.body())
        body[len(body) // 2] ^= 0xFF
        route.fulfill(response=response, body=bytes(body))

    page = open_page(TREE, prepare=lambda context: context.route(f"**/{file}", damage)).page
    still_works(page, "een bestand kwam niet aan of is beschadigd")


@pytest.mark.parametrize(
    ("known", "reason"),
    [(True, "start het programma niet"), (False, "een bestand kwam niet aan of is beschadigd")],
    ids=["old browser", "damaged"],
)
def test_a_script_that_this_browser_cannot_read(open_page: Open, site: Path, known: bool, reason: str) -> None:
    """The reason is the browser's age when the file is this build's, and the file when it is not."""
    [runtime] = (site / "assets" / "python").iterdir()
    script = (runtime / SCRIPT).read_bytes()
    unread = script + b"\nclass { of the future }\n"
    worker = (runtime / WORKER).read_text("utf-8")
    assert sha256(script).hexdigest() in worker
    if known:
        worker = worker.replace(sha256(script).hexdigest(), sha256(unread).hexdigest())

    def prepare(context: BrowserContext) -> None:
        context.route(f"**/{SCRIPT}", lambda route: route.fulfill(body=unread, content_type="text/javascript"))
        context.route(f"**/{WORKER}", lambda route: route.fulfill(body=worker, content_type="text/javascript"))

    still_works(open_page(TREE, prepare=prepare).page, reason)


@functools.cache
def used_at_start(runtime: Path) -> list[int]:
    """Functions that a start needs."""
    return used_functions(runtime, ["{}"])


def left_out(runtime: Path, when: str) -> set[int]:
    """Functions that a start needs, or that only the answering of requests needs."""
    if when == "start":
        return set(used_at_start(runtime)[::50])
    return set(used_functions(runtime, sample_requests()[:200])) - set(used_at_start(runtime))


@pytest.mark.parametrize("when", ["start", "answering"])
def test_a_function_that_was_left_out_wrongly_starts_the_whole_runtime(open_page: Open, site: Path, when: str) -> None:
    [runtime] = (site / "assets" / "python").iterdir()
    module = Module((runtime / WASM).read_bytes())
    stop = stopping(module.globals - 1)
    out = left_out(runtime, when)
    assert out
    code = [stop if index in out else body for index, body in enumerate(module.bodies)]
    less = module.encode(code, module.exports, 0)
    worker = (runtime / WORKER).read_text("utf-8")
    worker = worker.replace(sha256((runtime / WASM).read_bytes()).hexdigest(), sha256(less).hexdigest())
    fetched: list[str] = []

    def prepare(context: BrowserContext) -> None:
        context.route(
            f"**/{runtime.name}/{WASM}", lambda route: route.fulfill(body=less, content_type="application/wasm")
        )
        context.route(f"**/{WORKER}", lambda route: route.fulfill(body=worker, content_type="text/javascript"))
        context.on("request", lambda request: fetched.append(request.url))

    page = open_page(TREE, prepare=prepare).page
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)
    page.get_by_role("button", name="Maak een afwegingsverslag").click()
    expect(page.locator(".boom-verslag pre")).to_contain_text("toestemming", timeout=60_000)
    assert any(f"/{WHOLE}/{WASM}" in url for url in fetched)


def test_python_that_falls_over_while_it_starts_is_started_once_more(open_page: Open, site: Path) -> None:
    """WebKit 2.38 has a start fall over now and then ("Out of bounds memory access"), and the next one not."""
    [runtime] = (site / "assets" / "python").iterdir()
    worker = (runtime / WORKER).read_text("utf-8")
    begun = "  report(2);\n"
    assert worker.count(begun) == 1
    falls = "if (!self.fell) throw ((self.fell = true), new WebAssembly.RuntimeError('Out of bounds memory access'));\n"
    fetched: list[str] = []

    def prepare(context: BrowserContext) -> None:
        body = worker.replace(begun, falls + begun)
        context.route(f"**/{WORKER}", lambda route: route.fulfill(body=body, content_type="text/javascript"))
        context.on("request", lambda request: fetched.append(request.url))

    page = open_page(TREE, prepare=prepare).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)
    assert not any(f"/{WHOLE}/" in url for url in fetched)


FALLING = """
const real = {made};
const handle = self.starts === 1 ? (request) => {{
  if (self.fell) return '{{"goed":"after the fall"}}';
  if (!request.includes('"verslag"')) return real(request);
  self.fell = true;
  throw new WebAssembly.RuntimeError("Out of bounds memory access");
}} : real;
"""
ASK_TOGETHER = """
(requests) => new Promise((resolve) => {
  const worker = new Worker(new URL("worker.js", new URL(self.pythonBegin.folder, location.href)), { type: "module" });
  const answers = [];
  worker.onmessage = ({ data }) => {
    if (data.soort !== "antwoord") return;
    answers[data.nummer] = data.antwoord ?? data.fout;
    if (Object.keys(answers).length === requests.length) resolve(answers);
  };
  requests.forEach((verzoek, nummer) => worker.postMessage({ nummer, verzoek }));
})
"""


def changed_worker(site: Path, *changes: tuple[str, str]) -> Callable[[BrowserContext], Any]:
    """A browser that gets the worker with some of its code replaced."""
    return changed_script(site, f"assets/python/*/{WORKER}", *changes)


MADE = 'pyodide.runPython("handle")'


def answering(site: Path, handle: str) -> Callable[[BrowserContext], Any]:
    """A browser in whose worker this function answers; Python's own is `made`."""
    whole = f"  const handle = {MADE};\n"
    return changed_worker(site, (whole, f"  const made = {MADE};\n  const handle = {handle};\n"))


def test_python_that_fell_over_answers_nothing_more(open_page: Open, site: Path) -> None:
    """Its memory may hold anything: what is asked beside the request that made it fall gets its answer from the next start."""
    prepare = changed_worker(
        site,
        ("  report(1);\n", "  self.starts = (self.starts ?? 0) + 1;\n  report(1);\n"),
        (f"  const handle = {MADE};\n", FALLING.format(made=MADE)),
    )
    asked = [
        json.dumps({"doe": what, "boom": "delen", "antwoorden": {}, "tekst": ""}, separators=(",", ":"))
        for what in ("beeld", "formulieren", "verslag", "link", "beeld")
    ]
    page = open_page(TREE, prepare=prepare).page
    assert page.evaluate(ASK_TOGETHER, asked) == [handle(request) for request in asked]


def test_python_that_falls_over_while_it_reads_all_trees_is_started_again(open_page: Open, site: Path) -> None:
    falls = "throw new WebAssembly.RuntimeError('Out of bounds memory access');"
    prepare = changed_worker(site, ("python.runPython(ALL);", falls))
    watched = open_page(TREE, prepare=prepare)
    page = watched.page
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)
    assert any(f"/{WHOLE}/{WASM}" in url for url in watched.requests)


def test_a_connection_that_stops_halfway(open_page: Open) -> None:
    held: list[Route] = []
    page = open_page(
        TREE, prepare=lambda context: context.route("**/stdlib.zip", lambda route: held.append(route))
    ).page
    expect(page.locator(".boom-stand")).to_contain_text("Je kunt al antwoorden", timeout=30_000)
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    held[0].abort()
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable", timeout=30_000)


def test_a_start_that_says_nothing_more_is_given_up_while_the_page_lives_and_can_be_tried_again(
    open_page: Open,
) -> None:
    """A phone that slept in the middle of a start goes on with it."""
    held: list[Route] = []

    def prepare(context: BrowserContext) -> None:
        context.clock.install()
        context.route("**/stdlib.zip", lambda route: held.append(route))

    page = open_page(TREE, prepare=prepare).page
    expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp laadt")
    page.clock.fast_forward("01:00:00")
    page.wait_for_timeout(300)
    expect(page.locator(".boom")).to_have_attribute("data-python", "loading")
    page.clock.run_for("02:00")
    still_works(page, "De rekenhulp kan hier niet starten (het duurt te lang)")
    expect(page.locator(".boom-plaats")).to_have_text("Advies na 6 antwoorden (niet nagerekend)")
    page.get_by_role("button", name="Maak een afwegingsverslag").click()
    expect(page.locator(".boom-uitvoer")).to_contain_text("Zonder rekenhulp kan het verslag hier niet worden gemaakt")
    again = page.get_by_role("button", name="Probeer de rekenhulp opnieuw")
    again.press("Enter")
    expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp laadt")
    page.clock.run_for("02:00")
    expect(page.locator(".boom-stand")).to_contain_text("het duurt te lang")
    expect(again).to_be_focused()
    page.context.unroute_all()
    again.press("Enter")
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)
    expect(again).to_have_count(0)
    expect(page.locator(".boom-stand")).to_be_focused()
    expect(page.locator(".boom-plaats")).to_have_text("Advies na 6 antwoorden")
    expect(page.locator(".boom-uitvoer")).not_to_contain_text("Zonder rekenhulp")


def test_what_was_asked_while_python_started_comes_after_the_page_was_left_and_came_back(open_page: Open) -> None:
    """As a browser does that keeps the page: its events, for Chromium under a driver keeps none."""
    held: list[Route] = []
    page = open_page(
        TREE, prepare=lambda context: context.route("**/stdlib.zip", lambda route: held.append(route))
    ).page
    walk(page, TO_VALID)
    page.get_by_role("button", name="Maak een afwegingsverslag").click()
    expect(page.locator(".boom-uitvoer")).to_contain_text("Het verslag komt zodra de rekenhulp klaar is")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    page.context.unroute_all()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator(".boom-verslag pre")).to_contain_text("toestemming", timeout=60_000)


def test_a_python_that_stops_before_the_page_hears_of_it_is_told(open_page: Open) -> None:
    said = "for (const said of [{soort: 'klaar'}, {soort: 'fout', reden: 'x', oorzaak: ''}, {soort: 'stap', stap: 1}]) postMessage(said);"
    held: list[Route] = []

    def prepare(context: BrowserContext) -> None:
        context.route(f"**/{WORKER}", lambda route: route.fulfill(body=said, content_type="text/javascript"))
        context.route("**/assets/boom.js", lambda route: held.append(route))

    watched = open_page("offline/", prepare=prepare)
    page = watched.page
    page.goto(watched.base + TREE, wait_until="commit")
    until(page, "pythonBegin.heard.length === 3")
    held[0].continue_()
    still_works(page, "De rekenhulp is gestopt (een bestand kwam niet aan of is beschadigd")


def test_a_python_that_starts_again_by_itself_is_ready_all_along(open_page: Open, site: Path) -> None:
    """The worker fell over on an answer and takes the whole runtime: the page has nothing to say of it."""
    falls = """(request) => {
      if (!self.fell && request.includes('"verslag"')) throw ((self.fell = true), new WebAssembly.RuntimeError("unreachable"));
      return made(request);
    }"""
    page = open_page(TREE, prepare=answering(site, falls)).page
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)
    page.get_by_role("button", name="Maak een afwegingsverslag").click()
    expect(page.locator(".boom-verslag pre")).to_contain_text("toestemming", timeout=60_000)
    expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp werkt en controleert elke stap")


def test_python_that_falls_over_again_and_again_is_stopped_and_can_be_tried_again(open_page: Open, site: Path) -> None:
    """The page's own check falls over as well as the answers: the questions go on, and nothing says that the rules changed."""
    falls = """(request) => {
      if (request.includes('"beeld"')) throw new WebAssembly.RuntimeError("Out of bounds memory access");
      return made(request);
    }"""
    page = open_page(TREE, prepare=answering(site, falls)).page
    still_works(page, "De rekenhulp is gestopt (het programma viel om)")
    page.context.unroute_all()
    page.get_by_role("button", name="Probeer de rekenhulp opnieuw").click()
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig", timeout=60_000)


def test_a_line_of_2g_shows_the_first_question_and_follows_answers(open_page: Open) -> None:
    watched = open_page()
    session = watched.page.context.new_cdp_session(watched.page)
    session.send(
        "Network.emulateNetworkConditions",
        # 250 kbit/s, with files packed to a fourth: the tests' server sends them as they are.
        {"offline": False, "latency": 300, "downloadThroughput": 4 * 31_250, "uploadThroughput": 31_250},
    )
    watched.page.goto(watched.base + TREE, wait_until="commit", timeout=120_000)
    expect(watched.page.get_by_text("Is er nu acuut gevaar voor iemand?").first).to_be_visible(timeout=120_000)
    watched.page.wait_for_selector("button.antwoord", timeout=120_000)
    answer(watched.page, "nee")
    assert question(watched.page) == "waarvoor"
    expect(watched.page.locator(".boom")).to_have_attribute("data-python", "loading")


@pytest.fixture
def kept_at_once(site: Path) -> Callable[[BrowserContext], None]:
    """A browser in which a snapshot is kept right after the start, and not three seconds later."""
    [worker] = site.glob(f"assets/python/*/{WORKER}")
    code = worker.read_text("utf-8")
    assert code.count(CALM) == 1
    told = code.replace(CALM, CALM.replace("3000", "0"))

    def prepare(context: BrowserContext) -> None:
        context.route(f"**/{WORKER}", lambda route: route.fulfill(body=told, content_type="text/javascript"))

    return prepare


def test_a_later_visit_starts_from_the_snapshot_made_on_the_device(
    open_page: Open, kept_at_once: Callable[[BrowserContext], None]
) -> None:
    watched = open_page(TREE, prepare=kept_at_once)
    page = watched.page
    expect(page.locator("html")).to_have_attribute("data-momentopname", "bewaard", timeout=60_000)
    page.reload()
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig")
    keys = page.evaluate("caches.open('python-momentopname:/').then(c => c.keys()).then(k => k.map(r => r.url))")
    assert len(keys) == 1 and (page.locator(".boom").get_attribute("data-runtime") or "").strip("./") in keys[0]


def test_a_browser_that_does_not_tell_its_room_keeps_the_snapshot_too(open_page: Open) -> None:
    """On iOS before 17 and in WebKitGTK: the question how much room there is does not exist there."""

    def without_estimate(route: Route) -> None:
        body = "delete StorageManager.prototype.estimate;\n" + route.fetch().text().replace(
            CALM, CALM.replace("3000", "0")
        )
        route.fulfill(body=body, content_type="text/javascript")

    page = open_page(TREE, prepare=lambda context: context.route(f"**/{WORKER}", without_estimate)).page
    expect(page.locator("html")).to_have_attribute("data-momentopname", "bewaard", timeout=60_000)


def test_a_damaged_snapshot_is_dropped_and_python_starts_afresh(
    open_page: Open, kept_at_once: Callable[[BrowserContext], None]
) -> None:
    page = open_page(TREE, prepare=kept_at_once).page
    answer(page, "nee")
    for damage in ("new Uint8Array(1000)", "new Uint8Array(1000), {headers: {'x-bytes': '1000'}}"):
        expect(page.locator("html")).to_have_attribute("data-momentopname", "bewaard", timeout=60_000)
        page.evaluate(
            "caches.open('python-momentopname:/').then(async c => { const [k] = await c.keys();"
            f"await c.put(k, new Response({damage})); }})"
        )
        page.reload()
        expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
        expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "waarvoor")


def test_python_runs_beside_the_page_never_in_it(open_page: Open) -> None:
    page = open_page(TREE).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    assert [worker.url.rpartition("/")[2] for worker in page.workers] == ["worker.js"]
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert loaded and not [name for name in loaded if "pyodide" in name or name.endswith((".wasm", ".zip"))]


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_the_pages_text_is_the_tree(site: Path, tree: Tree) -> None:
    """The links, words and meanings in the page are the table that is followed without Python."""
    article = article_of(site / "beslisbomen" / tree.id / "index.html")
    nodes = {n.get("data-knoop"): n for n in article.xpath(".//details[contains(@class,'boom-tekst')]//*[@data-knoop]")}
    assert set(nodes) == {node.id for node in tree.nodes}
    for id, element in nodes.items():
        node = tree.node(id)
        heading = element.xpath(".//h3")[0].text_content()
        assert (node.text if isinstance(node, Question) else node.title) in heading
        if isinstance(node, Question):
            assert element.get("data-nog") == str(ahead(tree, id)[1])
            assert set((element.get("data-gaat-over") or "").split()) == {a.__name__.lower() for a in node.about}
            assert set((element.get("data-steunt-op") or "").split()) == {a.__name__.lower() for a in node.rests_on}
            found = [
                (
                    link.get("data-antwoord"),
                    link.get("data-naar"),
                    (link.get("data-zegt") or "").split(),
                    (link.get("data-niet-na") or "").split(),
                )
                for link in element.xpath(".//a[contains(@class,'antwoord')]")
            ]
            assert found == [
                (a.id, a.to, [word(said) for said in a.says], [word(said) for said in a.not_after])
                for a in node.answers
            ]
            for answer in node.answers:  # who follows the text reads what must not have been chosen before
                [item] = element.xpath(f".//li[a/@data-antwoord='{answer.id}']")
                assert ("Niet als je eerder koos" in item.text_content()) == bool(answer.not_after)
        else:
            texts = [li.text_content() for li in element.xpath(".//ol[@class='stappen']/li")]
            assert [t.rstrip(".").lower() for t in texts] == [t.rstrip(".").lower() for t in node.steps]
            first = element.xpath("./p[@class='omdat']/a/@href")[0]
            assert first.replace("../../", "/") == node.sources[0].address
            assert element.get("data-terug") == (
                None if node.oordeel.permissive
                else "Ik weet het nu: terug naar de vraag" if node.oordeel is Oordeel.EERST_UITZOEKEN
                else "Terug naar de vraag"
            )  # fmt: skip


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_an_outcome_says_at_most_150_words_before_anything_is_unfolded(site: Path, tree: Tree) -> None:
    article = article_of(site / "beslisbomen" / tree.id / "index.html")
    for outcome in article.xpath(".//details[contains(@class,'boom-tekst')]//*[contains(@class,'uitkomst ')]"):
        shown = outcome.xpath(".//text()[not(ancestor::details[contains(@class,'dicht')])]")
        words = sum(
            len(text.split()) for text in shown
        )  # headings counted; buttons and the labels of what is folded not
        assert words <= 150, f"{outcome.get('data-knoop')}: {words} words"


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_the_page_follows_every_kind_of_state_as_python_does(open_page: Open, tree: Tree) -> None:
    """Answers in any order, changed, contradicting and from elsewhere lead to the same place in the page and in Python."""
    chance = Random(14)
    states = [random_state(tree, chance) for _ in range(1500)]

    def apart(context: BrowserContext) -> None:
        """The page's own script has it in it."""
        source = ROOT / "macros" / "theme" / "tree" / "boomtekst.js"
        context.route(
            "**/assets/boomtekst.js", lambda route: route.fulfill(path=source, content_type="text/javascript")
        )

    page = open_page(f"beslisbomen/{tree.id}/", python=False, prepare=apart).page
    found = page.evaluate(
        "async ([states, tree, start]) => { const { TreeText } = await import(new URL('../../assets/boomtekst.js', location.href));"
        " const text = new TreeText(document.querySelector('.boom-tekst'), tree, start);"
        " return states.map(pairs => { const at = text.follow(text.fitting(Object.fromEntries(pairs)));"
        " return [at.id, at.route.map(s => [s.vraag, s.antwoord]), at.eerder,"
        "  text.offered(at.id, at.gezegd).map(link => link.dataset.antwoord)]; }); }",
        [[list(state.items()) for state in states], tree.id, tree.start],
    )
    kinds = set()
    for state, at in zip(states, found, strict=True):
        seen = view(tree, state)
        route = [[step.question.id, step.answer.id] for step in seen.route]
        assert at == [seen.node.id, route, seen.earlier, [a.id for a in seen.offered]], state
        kinds.add((bool(seen.earlier), isinstance(seen.node, Outcome)))
    asked_again = {(True, False)} if any(question.rests_on for question in tree.questions.values()) else set()
    assert kinds >= {(False, False), (False, True)} | asked_again


def random_state(tree: Tree, chance: Random) -> dict[str, str]:
    """A walk of which some answers were changed, or that lost its order."""
    state: dict[str, str] = {}
    node = tree.node(tree.start)
    while isinstance(node, Question):
        answer = chance.choice([a for a in node.answers if not a.doubt])
        state[node.id] = answer.id
        node = tree.node(answer.to)
    for _ in range(chance.choice((0, 0, 1, 2))):
        changed = chance.choice(list(state))
        question = tree.questions[changed]
        state = answered(state, changed, chance.choice(question.answers).id)
    if chance.random() < 0.3:
        other = chance.choice(list(tree.questions.values()))
        state = answered(state, other.id, chance.choice(other.answers).id)
    if chance.random() < 0.2:
        state = dict(chance.sample(list(state.items()), len(state)))
    return state
