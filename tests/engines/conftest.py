"""What the tests in the other engines share: each engine once, the table of what it showed, and the pages it looks at."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.engines.drivers import ENGINES, Cannot, Engine, Missing, until
from tests.engines.table import FAILED, FRESH, Findings
from tests.site.faults import Answer, Host, Rule, hosting
from tests.site.test_network import small_site

COLLECT = """<script>
window.reported = [];
addEventListener("error", event => reported.push(`error: ${event.message ?? event.target?.src ?? event.target?.href}`), true);
addEventListener("unhandledrejection", event => reported.push(`rejection: ${event.reason}`));
addEventListener("securitypolicyviolation", event => reported.push(`policy: ${event.violatedDirective} ${event.blockedURI}`), true);
for (const kind of ["error", "warn"]) {
  const say = console[kind];
  console[kind] = (...words) => (reported.push(`console.${kind}: ${words.join(" ")}`), say.apply(console, words));
}
window.fallen = [];
window.Worker = class extends Worker {
  constructor(...how) {
    super(...how);
    this.addEventListener("message", ({ data }) => (data?.reden ?? data?.fout) && fallen.push(data.reden ?? data.fout));
  }
};
const write = navigator.clipboard?.writeText;
if (write) navigator.clipboard.writeText = text => write.call(navigator.clipboard, text).then(() => { window.copied = text; });
</script>"""
"""Stands before the policy of each page: WebKit's driver gives no console, and no engine gives what was copied or why a worker stopped."""
READY = "document.querySelector('.boom')?.dataset.python === 'ready'"
findings = Findings()


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine in turn, one page for all tests."""
    with ExitStack() as stack:
        try:
            found = stack.enter_context(ENGINES[request.param]())
        except Missing as missing:
            pytest.skip(str(missing))
        findings.versions[request.param] = found.version
        yield found


def shown(item: pytest.Item) -> tuple[str, str, Mapping[str, str]] | None:
    """What a test shows, in which engine, and which engines have no way to it."""
    mark = item.get_closest_marker("shows")
    return (mark.args[0], item.callspec.params["engine"], mark.args[1]) if mark else None  # type: ignore[attr-defined]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip by name what an engine cannot show here."""
    if (shows := shown(item)) and (reason := shows[2].get(shows[1])):
        pytest.skip(reason)


def why_python_stopped(item: pytest.Item) -> str:
    """Why Python stopped on the page where a test stands, if it did; nothing when the browser itself is gone."""
    try:
        return str(item.funcargs["engine"].run("return String(window.fallen ?? '')"))  # type: ignore[attr-defined]
    except (AssertionError, OSError, KeyError):
        return ""


def skip(report: pytest.TestReport, item: pytest.Item, reason: str) -> None:
    """Make the report of a failed test one of a test that was skipped."""
    report.outcome = "skipped"
    report.longrepr = (str(item.path), item.location[1] or 0, f"Skipped: {reason}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Note how a test went; what an engine turns out to have no way to is skipped, and so is what its own fault left undecided."""
    report = yield
    shows = shown(item)
    if report.failed and shows and findings.undecided(shows[1], why_python_stopped(item)):
        skip(report, item, "undecided: WebAssembly fell over, as it does in this engine")
        return report
    if call.excinfo is not None and call.excinfo.errisinstance(Cannot):
        skip(report, item, str(call.excinfo.value))
    if shows:
        what, engine, _ = shows
        if report.failed:
            findings.cell(what, engine, FAILED)
        elif report.skipped:
            findings.cell(what, engine, f"not shown: {report.longrepr[2].removeprefix('Skipped: ')}")
        elif call.when == "call":
            findings.cell(what, engine, ", ".join(["yes", *(str(how) for _, how in item.user_properties)]))
    return report


def pytest_sessionfinish() -> None:
    """Leave the table of what was found, as far as this run came."""
    if findings.words:
        FRESH.parent.mkdir(exist_ok=True)
        FRESH.write_text(findings.markdown(), "utf-8")


@pytest.fixture(scope="session")
def small(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the built site."""
    return small_site(site, tmp_path_factory.mktemp("klein") / "site")


def injected(site: Path, head: str) -> Rule:
    """The pages with something at the start of their heads, before the policy."""

    def rule(path: str) -> Answer | None:
        place = site / path / "index.html" if path == "" or path.endswith("/") else site / path
        if place.suffix != ".html":
            return None
        page = (place if place.exists() else site / "404.html").read_text("utf-8")
        return Answer(page.replace("<head>", f"<head>{head}", 1).encode(), 200 if place.exists() else 404)

    return rule


@pytest.fixture(scope="session")
def collecting(site: Path) -> Iterator[Host]:
    """The site with the collecting script in its pages; at one address, so that Python starts from its snapshot."""
    with hosting(site) as host:
        host.rule = injected(site, COLLECT)
        yield host


@pytest.fixture
def watched(collecting: Host, engine: Engine) -> Iterator[Host]:
    """That site: on the page where a test ends nothing was reported."""
    yield collecting
    assert engine.run("return window.reported ?? []") == []


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
