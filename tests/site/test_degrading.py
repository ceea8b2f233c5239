"""A phone from years ago, a locked-down phone, a bad line: each time the tree can be followed, and one calm sentence says
what is limited."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from lxml.html import fromstring
from playwright.sync_api import BrowserContext, Page, Route, expect

from decision_trees.catalogue import TREES
from decision_trees.model import Notes, Outcome, Question, Tree
from decision_trees.walk import ahead, paths, view
from macros.runtime import SCRIPT, WASM, WHOLE, WORKER, sample_requests, used_functions
from macros.tree_page import sentence
from macros.wasm import Module, stopping
from tests.site.conftest import Watched
from tests.site.test_walk import TO_VALID, TREE, answer, question, walk
from tests.text.published import article_of

Open = Callable[..., Watched]


def still_works(page: Page, reason: str) -> None:
    """The tree can be followed to its end and the page says what is limited."""
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable", timeout=60_000)
    expect(page.locator(".boom-stand")).to_contain_text(reason)
    expect(page.locator(".boom-stand")).to_contain_text("De vragen en antwoorden werken gewoon")


def without(script: str) -> Callable[[BrowserContext], None]:
    """A browser in which something is missing."""
    return lambda context: context.add_init_script(script)


def test_the_question_does_not_wait_for_the_themes_scripts(open_page: Open) -> None:
    page = open_page(TREE, prepare=lambda context: context.route("**/bundle*.js", lambda route: route.abort())).page
    expect(page.locator(".boom-loop h3")).to_be_visible()
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


@pytest.mark.parametrize("file", ["pyodide.asm.wasm", "stdlib.zip", "decision_trees.zip"])
def test_a_damaged_file_or_one_of_another_version(open_page: Open, file: str) -> None:
    def damage(route: Route) -> None:
        response = route.fetch()
        body = bytearray(response.body())
        body[len(body) // 2] ^= 0xFF
        route.fulfill(response=response, body=bytes(body))

    page = open_page(TREE, prepare=lambda context: context.route(f"**/{file}", damage)).page
    still_works(page, "een bestand ontbreekt of is beschadigd")


@pytest.mark.parametrize(
    ("known", "reason"),
    [(True, "start het programma niet"), (False, "een bestand ontbreekt of is beschadigd")],
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


def left_out(runtime: Path, when: str) -> set[int]:
    """Functions that a start needs, or that only the answering of requests needs."""
    start = used_functions(runtime, ["{}"])
    if when == "start":
        return set(start[::50])
    return set(used_functions(runtime, sample_requests()[:200])) - set(start)


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


def test_a_line_of_2g_shows_the_first_question_and_follows_answers(open_page: Open) -> None:
    watched = open_page()
    session = watched.page.context.new_cdp_session(watched.page)
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 300, "downloadThroughput": 31_250, "uploadThroughput": 31_250},
    )
    watched.page.goto(watched.base + TREE, wait_until="commit", timeout=120_000)
    expect(watched.page.get_by_text("Is er nu acuut gevaar voor iemand?").first).to_be_visible(timeout=120_000)
    watched.page.wait_for_selector("button.antwoord", timeout=120_000)
    answer(watched.page, "nee")
    assert question(watched.page) == "waarvoor"
    expect(watched.page.locator(".boom")).to_have_attribute("data-python", "loading")


def test_a_later_visit_starts_from_the_snapshot_made_on_the_device(open_page: Open) -> None:
    watched = open_page(TREE)
    page = watched.page
    expect(page.locator("html")).to_have_attribute("data-momentopname", "bewaard", timeout=60_000)
    page.reload()
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig")
    keys = page.evaluate("caches.open('python-momentopname:/').then(c => c.keys()).then(k => k.map(r => r.url))")
    assert len(keys) == 1 and (page.locator(".boom").get_attribute("data-runtime") or "").strip("./") in keys[0]


def test_a_browser_that_does_not_tell_its_room_keeps_the_snapshot_too(open_page: Open) -> None:
    """iOS before 17 and WebKitGTK: the question how much room there is does not exist there."""

    def without_estimate(route: Route) -> None:
        body = "delete StorageManager.prototype.estimate;\n" + route.fetch().text()
        route.fulfill(body=body, content_type="text/javascript")

    page = open_page(TREE, prepare=lambda context: context.route(f"**/{WORKER}", without_estimate)).page
    expect(page.locator("html")).to_have_attribute("data-momentopname", "bewaard", timeout=60_000)


@pytest.mark.parametrize(
    "damage",
    ["new Response(new Uint8Array(1000))", "new Response(new Uint8Array(1000), {headers: {'x-bytes': '1000'}})"],
)
def test_a_damaged_snapshot_is_dropped_and_python_starts_afresh(open_page: Open, damage: str) -> None:
    page = open_page(TREE).page
    expect(page.locator("html")).to_have_attribute("data-momentopname", "bewaard", timeout=60_000)
    page.evaluate(
        "caches.open('python-momentopname:/').then(async c => { const [k] = await c.keys();"
        f"await c.put(k, {damage}); }})"
    )
    page.reload()
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    walk(page, TO_VALID)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig")


def test_python_runs_beside_the_page_never_in_it(open_page: Open) -> None:
    page = open_page(TREE).page
    expect(page.locator(".boom")).to_have_attribute("data-python", "ready", timeout=60_000)
    assert [worker.url.rpartition("/")[2] for worker in page.workers] == ["worker.js"]
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert loaded and not [name for name in loaded if "pyodide" in name or name.endswith((".wasm", ".zip"))]


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_the_pages_table_equals_python_over_every_state(site: Path, tree: Tree) -> None:
    """The links and words in the page are the table that is followed without Python."""
    article = article_of(site / "beslisbomen" / tree.id / "index.html")
    nodes = {n.get("data-knoop"): n for n in article.xpath(".//details[contains(@class,'boom-tekst')]//*[@data-knoop]")}
    assert set(nodes) == {node.id for node in tree.nodes}
    edges: dict[tuple[str, str], tuple[str, Notes]] = {}
    for id, element in nodes.items():
        for link in element.xpath(".//a[contains(@class,'antwoord')]"):
            notes = {
                part: tuple(li.text_content() for li in link.getparent().xpath(f".//li[@data-deel='{part}']"))
                for part in ("stappen", "vastleggen", "vertellen")
            }
            edges[id, link.get("data-antwoord")] = (link.get("data-naar"), Notes(*notes.values()))
    for number, (steps, outcome) in enumerate(paths(tree)):
        at, found = tree.start, []
        for step in steps:
            assert at == step.question.id
            at, notes = edges[at, step.answer.id]
            found.append(notes)
        assert at == outcome.id
        if (
            number % 50 == 0
        ):  # the view itself is proved equal to the path in tests/trees; here the notes as the page adds them
            seen = view(tree, {s.question.id: s.answer.id for s in steps})
            permitted = found if "data-aanvullen" in nodes[at].attrib else []
            for part in ("steps", "record", "tell"):
                shown = [text for notes in permitted for text in getattr(notes, part)]
                assert shown == [fromstring(sentence(text)).text_content() for text in getattr(seen.notes, part)]
    for id, element in nodes.items():
        node = tree.node(id)
        heading = element.xpath(".//h3")[0].text_content()
        assert (node.text if isinstance(node, Question) else node.title) in heading
        assert element.get("data-nog") == (str(ahead(tree, id)[1]) if isinstance(node, Question) else None)
        if isinstance(node, Outcome):
            texts = [li.text_content() for li in element.xpath(".//ol[@class='stappen']/li")]
            assert [t.rstrip(".").lower() for t in texts] == [t.rstrip(".").lower() for t in node.steps]
