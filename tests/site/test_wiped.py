"""“Wis alles” leaves no answer: not in the tab's history at any depth, not in storage, not in what the browser kept on its disk.

Answers are looked for as they were said: a question's id with its answer behind it. The ids by themselves stand in every tree's page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from decision_trees.link import to_fragment
from macros.runtime.assembly import WORKER
from tests.site.conftest import FLAGS, PHONE, Watched, until
from tests.site.test_walk import DELEN, TO_VALID, TREE, answer, question, ready, walk
from tools.setup import find_browser

Open = Callable[..., Watched]
SAID = {"acuut-gevaar": "nee", "waarvoor": "geheim", "leeftijd": "12-15", "besluit-12-15": "gegeven"}
FACTS = {"moeder.leeftijd": "18", "kind-1.leeftijd": "12-15"}
PLAIN = """() => {
  const plain = (value) => value instanceof Uint8Array ? [...value] : value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, plain(inside)])) : value;
  const kept = (storage) => Object.entries(storage).flat();
  return JSON.stringify([plain(history.state), location.href, document.title, window.name, document.cookie, kept(localStorage),
    kept(sessionStorage), document.querySelector(".boom-loop")?.innerText,
    [...document.querySelectorAll("[aria-pressed=true], .boom-redenlijst li, .boom-verslag pre, .huishouden-personen li")].map(e => e.textContent)]);
}"""
KEYS = """async () => { const found = []; for (const name of await caches.keys()) if (name.startsWith("antwoord-sleutels:"))
  for (const request of await (await caches.open(name)).keys())
    found.push([...new Uint8Array(await (await caches.match(request, {cacheName: name})).arrayBuffer())]);
  return found; }"""


def wipe(page: Page) -> None:
    """Wipe, and wait until the page says that it is done."""
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".boom-melding")).to_contain_text("Alles is gewist")


def nothing_said(page: Page, where: str) -> None:
    """The page shows the first question, and nothing it can reach holds an answer."""
    if page.locator(".boom").count():
        assert question(page) == "acuut-gevaar", where
        expect(page.locator(".boom-route .wijzig, .boom-redenlijst li, .huishouden-personen > li")).to_have_count(0)
        assert page.locator("[aria-pressed=true]").count() == 0, where
    seen = page.evaluate(PLAIN)
    assert not [pair for pair in {**SAID, **FACTS}.items() if said(pair).search(seen.encode())], where


def said(pair: tuple[str, str]) -> re.Pattern[bytes]:
    """A question with its answer some bytes behind it, in bytes of one or two a character; as JSON, a link or V8 write it."""
    forms = []
    for code in ("utf-8", "utf-16-le"):
        key, value = (re.escape(part.encode(code)) for part in pair)
        forms.append(key + rb"[\x00-/:-@\[-`{-\x7f]{1,16}" + value)
    return re.compile(b"|".join(forms), re.DOTALL)


def entries(page: Page) -> int:
    """How many places the tab's history has."""
    session = page.context.new_cdp_session(page)
    return len(session.send("Page.getNavigationHistory")["entries"])


def through_history(page: Page) -> Iterator[str]:
    """Go to every place in the tab's history in turn, from the last to the first and back."""
    session = page.context.new_cdp_session(page)
    places = session.send("Page.getNavigationHistory")["entries"]
    for place in [one for one in (*reversed(places), *places) if one["url"].startswith("http")]:
        session.send("Page.navigateToHistoryEntry", {"entryId": place["id"]})
        until(page, "(url) => location.href === url && document.readyState === 'complete'", place["url"])
        yield f"{place['id']} of {[one['id'] for one in places]}: {place['url']}"


def nothing_said_anywhere(page: Page) -> int:
    """At no place in the tab's history is anything said; how many were gone to."""
    gone_to = 0
    for where in through_history(page):
        nothing_said(page, where)
        gone_to += 1
    return gone_to


def household(page: Page) -> None:
    """A mother and a child in the overview."""
    for name in ("+ Moeder", "+ Kind van 12–15"):
        page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".huishouden-personen > li")).to_have_count(2)


def test_after_fifty_steps_nothing_is_left_at_any_depth(open_page: Open) -> None:
    """A browser keeps fifty places; the state knew more steps than that, and “back” by so many did nothing."""
    page = open_page(TREE, python=False).page
    walk(page, list(SAID.values()))
    for _ in range(25):
        page.locator(".boom-route .wijzig").last.click()
        answer(page, "gegeven")
    assert entries(page) == 50
    wipe(page)
    nothing_said_anywhere(page)


def test_an_answer_given_while_the_page_goes_back_is_kept(open_page: Open) -> None:
    """After a wipe the tab goes back to where the walk began; a slow browser takes a while, and a next case may begin in it."""
    page = open_page(TREE, python=False).page
    walk(page, list(SAID.values()))
    page.evaluate("() => { history.go = (steps) => setTimeout(() => History.prototype.go.call(history, steps), 500); }")
    page.get_by_role("button", name="Wis alles").click()
    answer(page, "nee")
    assert question(page) == "waarvoor"
    expect(page.locator(".boom-melding")).to_contain_text("Alles is gewist")  # it has gone back
    assert question(page) == "waarvoor"
    answer(page, "geheim")
    page.locator(".boom-terug").click()
    until(page, "document.querySelector('.boom-knoop > *').dataset.knoop === 'waarvoor'")
    wipe(page)
    nothing_said_anywhere(page)


def test_after_a_link_into_the_text_the_menu_and_a_reload(open_page: Open) -> None:
    """Several pages of the tab had answers; each is in its history, and each had a key."""
    watched = open_page(TREE)
    page = watched.page
    walk(page, list(SAID.values()))
    page.get_by_text("De hele boom als tekst", exact=True).click()
    page.locator("#vraag-acuut-gevaar").get_by_role("link", name="Ja", exact=True).click()
    page.reload()
    assert question(page) == "geldigheid", "what stands above the text is kept"
    household(page)
    page.goto(watched.base + "convenant/artikel-1/")
    page.goto(watched.base + DELEN)
    walk(page, ["nee", "geven", "lokaal-team"])
    page.goto(watched.base + TREE)
    walk(page, list(SAID.values()))
    wipe(page)
    assert nothing_said_anywhere(page) > 20


def test_a_page_that_stood_ready_to_go_back_to_is_wiped_too(open_page: Open) -> None:
    """The back/forward cache gives the page as it stood, with its answers in memory."""
    watched = open_page(TREE, python=False)
    page = watched.page
    walk(page, list(SAID.values()))
    page.evaluate("window.ditIsDezelfde = true")
    page.goto(watched.base + TREE + "#huishouden")
    page.goto(watched.base + DELEN)
    walk(page, ["nee", "geven"])
    wipe(page)
    nothing_said_anywhere(page)


def test_the_walk_is_kept_until_it_is_wiped(open_page: Open) -> None:
    """Sealed is not lost: back, forward, a reload, another page; and after a wipe all that anew."""
    watched = open_page(TREE, python=False)
    page = watched.page
    for _ in range(2):
        walk(page, list(SAID.values()))
        page.reload()
        assert question(page) == "geldigheid"
        for id in ("besluit-12-15", "leeftijd"):
            page.go_back()
            expect(page.locator(f".boom-knoop > [data-knoop={id}]")).to_be_visible()
        page.reload()
        assert question(page) == "leeftijd"
        page.go_forward()
        expect(page.locator(".boom-knoop > [data-knoop=besluit-12-15]")).to_be_visible()
        page.goto(watched.base + "convenant/artikel-1/")
        page.go_back()
        assert question(page) == "besluit-12-15"
        wipe(page)
    assert watched.errors == []


def test_a_browser_that_let_go_of_the_key_has_the_page_say_so(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walk(page, TO_VALID[:3])
    page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
    page.reload()
    expect(page.locator(".boom-melding")).to_contain_text("Je antwoorden zijn er niet meer")
    assert question(page) == "acuut-gevaar"
    walk(page, TO_VALID[:2])
    page.go_back()
    page.go_back()
    expect(page.locator(".boom-melding")).to_contain_text("Je antwoorden zijn er niet meer")
    walk(page, TO_VALID[:1])
    wipe(page)
    page.reload()
    assert question(page) == "acuut-gevaar"
    assert page.locator(".boom-melding").inner_text() == ""


def test_what_follows_after_the_browser_let_go_of_the_key_is_kept(open_page: Open) -> None:
    """What it had kept cannot be read again; the walk on the page gets a key of its own."""
    page = open_page(TREE, python=False).page
    walk(page, TO_VALID[:2])
    until(page, f"({KEYS})().then((keys) => keys.length === 1)")
    page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
    walk(page, TO_VALID[2:4])
    until(page, f"({KEYS})().then((keys) => keys.length === 1)")
    page.reload()
    assert question(page) == "geldigheid"
    page.go_back()
    expect(page.locator(".boom-knoop > [data-knoop=besluit-12-15]")).to_be_visible()
    page.go_back()
    expect(page.locator(".boom-melding")).to_contain_text("Je antwoorden zijn er niet meer")
    walk(page, list(SAID.values()))
    wipe(page)
    assert page.evaluate(f"({KEYS})()") == []
    nothing_said_anywhere(page)


COPY = """(held) => { for (const [name, value] of held) sessionStorage.setItem(name, value); }"""


def test_a_copy_of_a_tab_that_is_wiped_leaves_the_other_its_next_steps(open_page: Open) -> None:
    """A browser copies the tab's history and storage: both have one key. Wiped is what both had; not what came after."""
    watched = open_page(TREE, python=False)
    page = watched.page
    walk(page, TO_VALID[:2])
    until(page, f"({KEYS})().then((keys) => keys.length === 1)")
    other = page.context.new_page()
    other.goto(watched.base + "zoeken/")
    other.evaluate(COPY, page.evaluate("Object.entries(sessionStorage)"))
    other.goto(watched.base + TREE)
    walk(other, TO_VALID[:1])
    wipe(other)
    assert page.evaluate(f"({KEYS})()") == []
    walk(page, TO_VALID[2:4])
    until(page, f"({KEYS})().then((keys) => keys.length === 1)")
    page.reload()
    assert question(page) == "geldigheid"
    nothing_said_anywhere(other)


@pytest.mark.parametrize("how", ["pushState", "replaceState"])
def test_a_browser_that_had_enough_of_its_history_wipes_all_the_same(open_page: Open, how: str) -> None:
    """Safari takes a hundred changes in half a minute: who tapped that often and wiped, went on seeing the answers."""
    watched = open_page(TREE, python=False)
    page = watched.page
    walk(page, list(SAID.values()))
    page.evaluate(
        "(how) => { History.prototype[how] = () => { throw new DOMException('genoeg', 'SecurityError'); }; }", how
    )
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".boom-melding")).to_contain_text("Alles is gewist")
    nothing_said(page, "at once")
    page.reload()
    assert question(page) == "acuut-gevaar"
    nothing_said_anywhere(page)
    assert watched.errors == []


def test_another_tab_keeps_its_walk(open_page: Open) -> None:
    watched = open_page(TREE, python=False)
    page = watched.page
    walk(page, list(SAID.values()))
    other = page.context.new_page()
    other.goto(watched.base + TREE)
    walk(other, TO_VALID[:2])
    wipe(other)
    page.reload()
    assert question(page) == "geldigheid"


@pytest.mark.parametrize("missing", ["crypto.subtle", "caches"])
def test_a_browser_that_cannot_seal_says_what_to_do(open_page: Open, missing: str) -> None:
    gone = {
        "crypto.subtle": "Object.defineProperty(Crypto.prototype, 'subtle', {get: () => undefined})",
        "caches": "delete window.caches",
    }
    page = open_page(TREE, python=False, prepare=lambda context: context.add_init_script(gone[missing])).page
    walk(page, list(SAID.values()))
    page.reload()
    assert question(page) == "geldigheid"
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".boom-melding")).to_contain_text("nog in dit tabblad: sluit het")
    assert question(page) == "acuut-gevaar"


def test_no_room_for_a_key_keeps_the_walk_and_says_what_to_do(open_page: Open) -> None:
    full = "Cache.prototype.put = () => Promise.reject(new DOMException('vol', 'QuotaExceededError'))"
    page = open_page(TREE, python=False, prepare=lambda context: context.add_init_script(full)).page
    walk(page, list(SAID.values()))
    until(page, "history.state.boom.toestemming.antwoorden")
    page.reload()
    assert question(page) == "geldigheid"
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".boom-melding")).to_contain_text("sluit het")


def test_what_the_browser_keeps_of_a_form_is_not_asked_for(open_page: Open) -> None:
    page = open_page(TREE).page
    ready(page)
    household(page)
    fields = page.locator(".huishouden :is(select, input)")
    expect(fields).to_have_count(4)
    assert {field.get_attribute("autocomplete") for field in fields.all()} == {"off"}


class Kept:
    """A Chromium with a folder of its own on the disk, closed as a person closes it."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder

    def visit(self, base: str, what: Callable[[Page], None]) -> None:
        """Open the tree's page, do something, close the browser."""
        context = self.browser.browser_type.launch_persistent_context(
            str(self.folder), executable_path=find_browser(), args=FLAGS, viewport=PHONE, locale="nl-NL"
        )
        page = context.pages[0]
        page.goto(base + TREE)
        what(page)
        context.close()

    def holds(self, *patterns: re.Pattern[bytes]) -> list[str]:
        """The files in which one of the patterns stands."""
        files = [path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink()]
        assert len(files) > 50
        read = [(path, held) for path in files if not EXAMPLES.search(held := path.read_bytes())]
        found = [(path, pattern.search(held)) for path, held in read for pattern in patterns]
        return [f"{path.relative_to(self.folder)}: {match[0][:60]!r}" for path, match in found if match]


EXAMPLES = re.compile(rb'class="voorbeeld-open"|"id": "huisarts-en-zorg"')
"""Marks the kept page and data of the practice examples, which hold the answers of examples; nobody said these."""
ALL_SAID = [said(pair) for pair in {**SAID, **FACTS}.items()]


def test_on_the_disk_no_answer_is_left_nor_the_key_to_one(browser: Browser, tmp_path: Path, base: str) -> None:
    kept = Kept(browser, tmp_path)
    keys: list[bytes] = []

    def walked(page: Page) -> None:
        ready(page)
        walk(page, list(SAID.values()))
        household(page)
        if not keys:  # the first visit keeps a snapshot of Python's memory
            expect(page.locator("html")).to_have_attribute("data-momentopname", "bewaard", timeout=60_000)
        page.reload()
        ready(page)
        expect(page.locator(".huishouden-personen > li")).to_have_count(2)
        keys.extend(bytes(key) for key in page.evaluate(KEYS))

    def wiped(page: Page) -> None:
        walked(page)
        wipe(page)
        assert [bytes(key) for key in page.evaluate(KEYS)] == keys[:1], "of the tab that was closed, for a week"

    kept.visit(base, walked)
    assert len(keys) == 1
    assert kept.holds(*ALL_SAID) == [], "what stands there is sealed"
    assert kept.holds(re.compile(re.escape(keys[0]))), "the key can be found, where one looks as below"
    kept.visit(base, wiped)
    assert kept.holds(*ALL_SAID) == []
    [key] = set(keys[1:]) - {keys[0]}
    assert kept.holds(re.compile(re.escape(key))) == []


def test_a_link_with_answers_stays_in_the_browsers_list_and_the_page_says_so(
    browser: Browser, tmp_path: Path, base: str
) -> None:
    """Chromium writes down each address when it is opened; no page can take it out."""
    kept = Kept(browser, tmp_path)

    def follow(page: Page) -> None:
        page.goto("about:blank")
        page.goto(base + TREE + to_fragment(SAID))
        assert question(page) == "geldigheid"
        answer(page, "ja")
        page.reload()
        page.get_by_role("button", name="Wis alles").click()
        expect(page.locator(".boom-melding")).to_contain_text("staat nog in de geschiedenis van je browser")

    kept.visit(base, follow)
    found = kept.holds(*ALL_SAID)
    places = {place.partition(":")[0] for place in found}
    assert "Default/History" in places
    assert not [place for place in places if "Storage" in place or "Cache" in place or "IndexedDB" in place]


SNAPSHOT = """async (patterns) => {
  const [name] = (await caches.keys()).filter((one) => one.startsWith("python-momentopname:"));
  const shelf = await caches.open(name);
  const [key] = await shelf.keys();
  const text = new TextDecoder("latin1").decode(await (await shelf.match(key)).arrayBuffer());
  return patterns.filter((pattern) => new RegExp(pattern).test(text));
}"""
TREES_OWN = "acuut-gevaar"
CALM = "setTimeout(() => void keepSnapshot(), 3000)"


def test_pythons_snapshot_holds_nothing_that_was_answered_before_it_was_kept(open_page: Open, site: Path) -> None:
    """Three seconds after its start Python's memory is kept on the device; who answers at once is faster."""
    [worker] = site.glob(f"assets/python/*/{WORKER}")
    code = worker.read_text("utf-8")
    assert code.count(CALM) == 1
    told = code.replace(CALM, "self.bewaarNu = keepSnapshot")

    def later(context: BrowserContext) -> None:
        context.route(f"**/{WORKER}", lambda route: route.fulfill(body=told, content_type="text/javascript"))

    page = open_page(TREE, prepare=later).page
    walk(page, list(SAID.values()))
    household(page)
    page.get_by_role("button", name="+ Kind van 12–15", exact=True).click()
    expect(page.locator(".huishouden-personen > li")).to_have_count(3)
    ready(page)
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "geldigheid")
    expect(page.locator(".huishouden-vragen fieldset").first).to_be_attached()  # Python has heard of them
    page.workers[0].evaluate("bewaarNu()")
    expect(page.locator("html")).to_have_attribute("data-momentopname", "bewaard", timeout=60_000)
    only_said = ["kind-2", *(f'"{key}": ?"{value}"' for key, value in {**SAID, **FACTS}.items())]
    assert page.evaluate(SNAPSHOT, [TREES_OWN, *only_said]) == [TREES_OWN]
