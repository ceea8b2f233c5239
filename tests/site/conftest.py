"""A real Chromium at phone size, on the built site; each page is watched for errors and for requests elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize, expect, sync_playwright

from tools.setup import HEADLESS, find_browser
from tools.site import serving

WITHOUT = [
    # Playwright's own, which a second switch would replace:
    *("AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"),
    *("HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying"),
    *("OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning"),
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
]  # fmt: skip
"""What the browser leaves out. The last two are pages that each new window draws below its address bar, unseen: half of what
opening a page of ours costs."""
FLAGS = [
    f"--disable-features={','.join(WITHOUT)}",
    "--no-sandbox",
    "--disable-gpu",
    "--font-render-hinting=none",  # letters as wide as on a phone, not rounded to whole pixels
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PHONE: ViewportSize = {"width": 390, "height": 844}
LIGHT = ["--js-flags=--liftoff-only"]
"""Python's WebAssembly is compiled once, not a second time for speed: a test's page is gone before that pays."""
expect.set_options(timeout=20_000)  # two workers share the machine, and a test that passes never waits for this

SILENT_WORKER = "window.Worker = class extends EventTarget { postMessage() {} terminate() {} }"


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the built site, served as a plain static host does."""
    with serving(site, 0) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests, without a window where it can be had; tests of what a browser keeps start a whole one."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(HEADLESS), args=[*FLAGS, *LIGHT])
        yield chromium
        chromium.close()


class Watched:
    """A page with what went wrong on it and where its requests went."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.base = base
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        context.on("request", lambda request: self.requests.append(request.url))

    @property
    def elsewhere(self) -> list[str]:
        """Requests that left the origin."""
        return [url for url in self.requests if not url.startswith((self.base, "data:", "blob:"))]


def until(page: Page, expression: str, argument: object = None) -> None:
    """Wait until what a page says is true; a page that is being loaded says nothing for a moment."""
    for _ in range(600):
        with suppress(Error):
            if page.evaluate(expression, argument):
                return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """A fresh phone, on which nothing is kept yet."""
    return browser.new_context(**{"viewport": PHONE, "locale": "nl-NL", "service_workers": "block", **options})


@pytest.fixture
def open_page(browser: Browser, base: str) -> Iterator[Callable[..., Watched]]:
    """A function that opens a page in a fresh context: `open_page("beslisbomen/toestemming/", java_script_enabled=False)`.

    `python=False`, for a tree's page in a test in which Python has no part: it stays on its way, as on a slow line, and the page does
    not wait for it; its start costs more than the page. Afterwards nothing may have gone to another origin.
    """
    with ExitStack() as stack:
        opened: list[Watched] = []

        def opener(
            path: str = "",
            *,
            prepare: Callable[[BrowserContext], Any] | None = None,
            python: bool = True,
            **options: Any,
        ) -> Watched:
            context = new_context(browser, **options)
            stack.callback(context.close)
            if not python:
                context.add_init_script(SILENT_WORKER)
            if prepare:
                prepare(context)
            watched = Watched(context, base)
            opened.append(watched)
            watched.page.goto(base + path)
            return watched

        yield opener
        for watched in opened:
            assert watched.elsewhere == []


def changed_script(site: Path, pattern: str, *changes: tuple[str, str]) -> Callable[[BrowserContext], Any]:
    """A browser that gets the one script of a pattern with some of its code replaced."""
    [script] = site.glob(pattern)
    body = script.read_text("utf-8")
    for before, after in changes:
        assert body.count(before) == 1, before
        body = body.replace(before, after)
    address = f"**/{script.relative_to(site).as_posix()}"
    return lambda context: context.route(
        address, lambda route: route.fulfill(body=body, content_type="text/javascript")
    )


@pytest.fixture(scope="session")
def look(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """A function that shows a page to who only looks: `look("zoeken/", color_scheme="dark")`. One tab for each way of looking
    (a page in a fresh context costs twice as much): only for tests that leave nothing behind."""
    tabs: dict[str, Watched] = {}

    def show(path: str, **options: Any) -> Page:
        way = repr(sorted(options.items()))
        if way not in tabs:
            tabs[way] = Watched(new_context(browser, **options), base)
        tabs[way].page.goto(base + path)
        return tabs[way].page

    yield show
    for tab in tabs.values():
        tab.page.context.close()
        assert tab.elsewhere == []
