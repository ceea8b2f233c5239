"""A start of Python that takes the page along is noticed on the next one; who leaves in the middle of a start did not crash."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect

from tests.site.conftest import FLAGS, LIGHT, Watched, new_context, until
from tests.site.test_walk import TO_VALID, TREE, question, ready, walk
from tools.setup import find_browser

Open = Callable[..., Watched]
OFF = "De rekenhulp staat uit op dit apparaat"
AGAIN = "Probeer de rekenhulp opnieuw"
MARKS = "Object.keys(localStorage).filter(name => name.startsWith('rekenhulp'))"


class Phone:
    """A browser in which Python's start can be held half-way, and its tabs can be killed there."""

    def __init__(self, open_page: Open) -> None:
        self.held: list[Route] = []
        watched = open_page("manifest.webmanifest")  # a small file of the same site
        self.context: BrowserContext = watched.page.context
        self.address = watched.base + TREE
        self.hold()

    def hold(self) -> None:
        """From now on no start comes to its end."""
        self.context.route("**/pyodide.asm.wasm", lambda route: self.held.append(route))

    def release(self) -> None:
        """From now on each start may."""
        self.context.unroute("**/pyodide.asm.wasm")

    def tab(self) -> Page:
        """A new tab with the tree."""
        page = self.context.new_page()
        page.goto(self.address)
        return page

    def starting(self) -> Page:
        """A new tab in the middle of a start."""
        page = self.tab()
        expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp laadt")
        return page


def die(page: Page) -> None:
    """End the process that draws the page, as a phone does that has no memory left."""
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")  # ends the process, without a word to the page
    page.close()


def off(page: Page) -> None:
    """Python is off, the page says so, and the questions go on."""
    expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable")
    expect(page.locator(".boom-stand")).to_contain_text(OFF)
    expect(page.locator(".boom-stand")).to_contain_text(
        "De vragen en antwoorden werken gewoon, maar niemand controleert"
    )
    assert page.workers == []


@pytest.fixture
def phone(open_page: Open) -> Phone:
    """A phone that throws away what takes too much."""
    return Phone(open_page)


def test_after_two_starts_that_took_the_page_along_python_stays_off_until_it_is_asked_for(phone: Phone) -> None:
    die(phone.starting())
    die(phone.starting())  # once may be chance: so the second was tried
    page = phone.tab()
    off(page)
    walk(page, TO_VALID)
    assert question(page) == "toestemming-geldig"
    page.reload()
    off(page)
    page.get_by_role("button", name=AGAIN).click()
    expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp laadt")
    die(page)  # the third time
    page = phone.tab()
    off(page)
    phone.release()
    page.get_by_role("button", name=AGAIN).click()
    ready(page)
    expect(page.get_by_role("button", name=AGAIN)).to_have_count(0)
    assert page.evaluate(MARKS) == []
    ready(phone.tab())


def test_a_start_that_succeeds_forgives_the_one_before(phone: Phone) -> None:
    for _ in range(2):
        die(phone.starting())
        phone.release()
        page = phone.tab()
        ready(page)
        page.close()
        phone.hold()
    phone.starting()


def test_who_leaves_before_the_pages_script_has_come_did_not_crash(open_page: Open) -> None:
    held: list[Route] = []
    watched = open_page(
        "manifest.webmanifest",
        prepare=lambda context: context.route("**/assets/boom.js", lambda route: held.append(route)),
    )
    page = watched.page
    for _ in range(3):
        page.goto(watched.base + TREE, wait_until="commit")
        until(page, f"{MARKS}.length === 1")
        page.goto(f"{watched.base}offline/")
        assert page.evaluate(MARKS) == []
    page.context.unroute_all()
    page.goto(watched.base + TREE)
    ready(page)


def test_a_worker_that_the_browser_does_not_start_is_no_crash(open_page: Open) -> None:
    none = "window.Worker = class { constructor() { throw new DOMException('nee', 'SecurityError'); } };"
    page = open_page(TREE, prepare=lambda context: context.add_init_script(none)).page
    for _ in range(3):
        expect(page.locator(".boom-stand")).to_contain_text("deze browser kan de worker niet starten")
        assert page.evaluate(MARKS) == []
        page.reload()


@pytest.mark.parametrize("way", ["another page", "reload", "close", "background"])
def test_who_leaves_in_the_middle_of_a_start_did_not_crash(phone: Phone, way: str) -> None:
    for _ in range(2):  # so many that crash turn it off, as the first test shows
        page = phone.starting()
        if way == "another page":
            page.goto(phone.address.removesuffix(TREE))
        elif way == "reload":
            page.reload()
            expect(page.locator(".boom-stand")).to_contain_text("De rekenhulp laadt")
            page.goto("about:blank")
        elif way == "close":
            page.close(run_before_unload=True)
        else:  # the phone may throw away what is not looked at
            page.evaluate(
                "Object.defineProperty(document, 'visibilityState', {value: 'hidden'});"
                "document.dispatchEvent(new Event('visibilitychange'))"
            )
            die(page)
    phone.starting()


def test_a_start_that_fails_by_itself_is_no_crash(open_page: Open) -> None:
    watched = open_page(TREE, prepare=lambda context: context.route("**/stdlib.zip", lambda route: route.abort()))
    page = watched.page
    for _ in range(3):
        expect(page.locator(".boom")).to_have_attribute("data-python", "unavailable", timeout=30_000)
        expect(page.locator(".boom-stand")).to_contain_text("een bestand kwam niet aan of is beschadigd")
        assert page.evaluate(MARKS) == []
        page.reload()


def test_tabs_that_start_at_the_same_time_are_no_crashes(phone: Phone) -> None:
    for _ in range(3):
        phone.starting()


def test_a_browser_without_storage_or_locks_starts_python(open_page: Open) -> None:
    gone = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('nee', 'SecurityError'); }});"
        "Object.defineProperty(Navigator.prototype, 'locks', {get: () => undefined});"
    )
    ready(open_page(TREE, prepare=lambda context: context.add_init_script(gone)).page)


@pytest.fixture(scope="module")
def keeper(browser: Browser) -> Iterator[Browser]:
    """A Chromium that keeps pages to go back to, which Playwright's own settings forbid."""
    chromium = browser.browser_type.launch(
        executable_path=find_browser(), args=[*FLAGS, *LIGHT], ignore_default_args=["--disable-back-forward-cache"]
    )
    yield chromium
    chromium.close()


@pytest.fixture
def keeping(keeper: Browser) -> Iterator[Page]:
    """A page in a fresh tab of that Chromium."""
    context = new_context(keeper)
    context.add_init_script("addEventListener('pageshow', ({persisted}) => { window.teruggekomen = persisted; });")
    yield context.new_page()
    context.close()


def test_the_worker_ends_with_the_page_and_starts_again_when_the_page_comes_back(keeping: Page, base: str) -> None:
    page = keeping
    page.goto(base + TREE)
    ready(page)
    walk(page, TO_VALID[:3])
    page.goto(base)
    assert page.workers == []
    page.evaluate("history.back()")
    until(page, "window.teruggekomen === true")
    ready(page)
    assert question(page) == "besluit-12-15"
    walk(page, TO_VALID[3:])
    expect(page.locator(".boom")).to_have_attribute("data-gecontroleerd", "toestemming-geldig")


def test_who_leaves_while_python_compares_the_page_comes_back_to_a_page_that_fits(keeping: Page, base: str) -> None:
    """Only an answer says that page and rules differ; none because the page went says nothing."""
    page = keeping
    page.add_init_script(
        """const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (said, ...more) {
          if (window.vraag || !String(said?.verzoek).includes('"vergelijk"')) return post.call(this, said, ...more);
          window.vraag = true;  // the first comparison gets no answer
        };"""
    )
    page.goto(base + TREE)
    until(page, "window.vraag === true")
    page.goto(base)
    page.evaluate("history.back()")
    until(page, "window.teruggekomen === true")
    ready(page)


def test_a_page_that_was_kept_as_it_stood_is_wiped_when_another_one_of_its_tab_was(keeping: Page, base: str) -> None:
    page = keeping
    page.goto(base + TREE)
    walk(page, TO_VALID[:3])
    page.goto(base + "beslisbomen/delen/")
    walk(page, ["nee", "geven"])
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".boom-melding")).to_contain_text("Alles is gewist")
    page.evaluate("history.go(-2)")
    until(page, "window.teruggekomen === true")
    expect(page.locator(".boom-knoop > [data-knoop=acuut-gevaar]")).to_be_visible()
    expect(page.locator(".boom-route .wijzig")).to_have_count(0)
