"""What the tests in the other engines share: each engine once, the table of what it showed, and the pages it looks at."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.engines.drivers import ENGINES, Cannot, Engine, Missing
from tests.site.faults import Answer, Host, hosting
from tests.site.test_network import small_site


class Show:
    """Names what a test shows: a row of the table. `note` adds how it went to the engine's cell."""

    def __init__(self, name: str, column: str) -> None:
        self.name, self.column = name, column
        self.what = self.noted = ""

    def __call__(self, what: str) -> None:
        self.what = what
        if reason := CANNOT.get((what, self.name)):
            self.cell(f"not shown: {reason}")
            pytest.skip(reason)
        self.cell("FAILED")

    def note(self, words: str) -> None:
        """Say how it went."""
        self.noted = f", {words}"

    def cell(self, words: str) -> None:
        """What the table says of this engine."""
        rows.setdefault(self.what, {})[self.column] = words


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
const write = navigator.clipboard?.writeText;
if (write) navigator.clipboard.writeText = text => write.call(navigator.clipboard, text).then(() => { window.copied = text; });
</script>"""
"""Stands before the policy of each page: WebKit's driver gives no console, and no engine gives what was copied."""
READY = "document.querySelector('.boom')?.dataset.python === 'ready'"
rows: dict[str, dict[str, str]] = {}


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine in turn, one page for all tests."""
    with ExitStack() as stack:
        try:
            yield stack.enter_context(ENGINES[request.param]())
        except Missing as missing:
            pytest.skip(str(missing))


@pytest.fixture
def feature(request: pytest.FixtureRequest, engine: Engine) -> Iterator[Show]:
    """A function that names what this test shows: a row of the table that the run leaves in .build/engines.md."""
    name = str(request.node.callspec.params["engine"])
    show = Show(name, f"{name} {engine.version}")
    yield show
    error = request.node.called.excinfo
    if error is None:
        show.cell(f"yes{show.noted}")
    elif error.errisinstance(Cannot):
        show.cell(f"not shown: {error.value}")
    write_table()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any]:
    """How a test went, for what is noted after it; what an engine cannot do is skipped."""
    if call.when == "call":
        item.called = call  # type: ignore[attr-defined]
    outcome = yield
    report = outcome.get_result()
    if call.excinfo is not None and call.excinfo.errisinstance(Cannot):
        report.outcome = "skipped"
        report.longrepr = (str(item.path), item.location[1] or 0, f"Skipped: {call.excinfo.value}")


def write_table() -> None:
    """The features by engine, as far as this run came."""
    columns = sorted({column for row in rows.values() for column in row})
    lines = [f"| | {' | '.join(columns)} |", f"| --- |{' --- |' * len(columns)}"]
    lines += [f"| {what} | {' | '.join(row.get(column, '–') for column in columns)} |" for what, row in rows.items()]
    (ROOT / ".build").mkdir(exist_ok=True)
    (ROOT / ".build" / "engines.md").write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture(scope="session")
def small(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the built site."""
    return small_site(site, tmp_path_factory.mktemp("klein") / "site")


@pytest.fixture(scope="session")
def collecting(site: Path) -> Iterator[Host]:
    """The site with the collecting script in its pages; at one address, so that Python starts from its snapshot."""
    with hosting(site) as host:

        def rule(path: str) -> Answer | None:
            place = site / path / "index.html" if path == "" or path.endswith("/") else site / path
            if place.suffix != ".html":
                return None
            page = (place if place.exists() else site / "404.html").read_text("utf-8")
            return Answer(page.replace("<head>", f"<head>{COLLECT}", 1).encode(), 200 if place.exists() else 404)

        host.rule = rule
        yield host


@pytest.fixture
def watched(collecting: Host, engine: Engine) -> Iterator[Host]:
    """That site, seen for the first time in this test: on the page where it ends nothing was reported."""
    engine.open("about:blank")
    yield collecting
    assert engine.run("return window.reported ?? []") == []


def until(engine: Engine, expression: str, patience: float = 30) -> Any:
    """The expression's value once it is true in the page; a page that is being loaded again has none for a moment."""
    end = time.monotonic() + patience
    found: Any = None
    while time.monotonic() < end:
        try:
            if found := engine.run(f"return {expression}"):
                return found
        except AssertionError as error:
            found = error
        time.sleep(0.05)
    raise AssertionError(f"never true: {expression} ({found})")


def seen(id: str) -> str:
    """Whether a part of the text is on the screen."""
    return f"(r => r && r.top >= 0 && r.top < innerHeight)(document.getElementById('{id}')?.getBoundingClientRect())"


def text(selector: str) -> str:
    """The text of an element of the page."""
    return f"document.querySelector('{selector}')?.textContent"


def keep(engine: Engine, address: str) -> None:
    """Keep the site, and be on a page of what is kept."""
    engine.open(address + "offline/")
    until(engine, "!document.querySelector('.offline-haal').hidden")
    engine.run("document.querySelector('.offline-haal').click()")
    until(engine, f"/Beschikbaar zonder internet/.test({text('.offline-stand')})")
    engine.open(address + "offline/")
    until(engine, "navigator.serviceWorker.controller !== null")
