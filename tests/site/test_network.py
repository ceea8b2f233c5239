"""The network at its worst: what the device keeps is what was built, whole or not at all, and the reader sees where it
stands. The site without Python, so that each case takes seconds; a host of the test's own (`faults.py`)."""

from __future__ import annotations

import hashlib
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from macros.publication.service_worker import write_service_worker
from tests.site.conftest import FLAGS, PHONE
from tests.site.faults import LOGIN, Answer, Host, Rule, hosting
from tests.site.test_walk import TO_VALID, TREE, question, walk
from tools.setup import find_browser

ARTICLE = "privacyprotocol/artikel-6/"
WHOLE = re.compile("Beschikbaar zonder internet")
NOT_KEPT = re.compile("Bewaren lukte niet")
KEPT = """async () => {
  const found = {}, hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const digest = async (file) => hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found[name] = {};
    for (const request of await cache.keys()) found[name][new URL(request.url).pathname] = await digest(await cache.match(request));
  }
  return found;
}"""
"""Every cache with its files, each by its SHA-256."""
LEFT_OUT = (
    *("convenant", "delen", "formulieren", "vuistregels", "voorbeelden", "licenties", "stijlgids", "volledig", "tabel"),
    *(f"artikel-{number}" for number in (*range(1, 6), *range(7, 14))),
    *("lunr", "workers"),
)
"""Pages that no case needs: each keeping takes the less."""


def small_site(site: Path, target: Path) -> Path:
    """A part of a site, without Python, as one version."""
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("python", "handboek", "api", "*.gz", "*.br", *LEFT_OUT))
    write_service_worker(target)
    return target


@pytest.fixture(scope="module")
def small(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the built site."""
    return small_site(site, tmp_path_factory.mktemp("klein") / "site")


def next_version(site: Path, target: Path, words: str = "versie twee") -> Path:
    """Another version of a site: every page and a script say so."""
    shutil.copytree(site, target)
    for page in target.rglob("index.html"):
        page.write_text(page.read_text("utf-8").replace("</h1>", f" ({words})</h1>"), "utf-8")
    script = target / "assets" / "zoeken" / "nederlands.js"
    script.write_text(f"{script.read_text('utf-8')}// {words}\n", "utf-8")
    write_service_worker(target)
    return target


@pytest.fixture
def two(small: Path, tmp_path: Path) -> Path:
    """The small site's next version."""
    return next_version(small, tmp_path / "twee")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A function that gives a fresh phone."""
    with ExitStack() as stack:

        def make(**options: Any) -> BrowserContext:
            context = browser.new_context(**{"viewport": PHONE, "locale": "nl-NL", **options})
            stack.callback(context.close)
            return context

        yield make


@pytest.fixture
def host(small: Path) -> Iterator[Host]:
    """A host with the small site."""
    with hosting(small) as host:
        yield host


Phone = Callable[..., BrowserContext]
SAYS = ".offline-stand"
VERSION = "^bewaard:.*@[0-9a-f]+"
"""The name of a version's cache; the tab's keys and what the worker knows have caches too."""


def can_keep(page: Page, address: str) -> None:
    """Be where the site can be kept. The script that shows the button is fetched once the page has loaded: a host that
    goes wrong before that is another case."""
    page.goto(address + "offline/")
    expect(page.get_by_role("button", name="Bewaar de site")).to_be_visible(timeout=20_000)


def ask_to_keep(page: Page, address: str) -> None:
    can_keep(page, address)
    page.get_by_role("button", name="Bewaar de site").click()


def keep(page: Page, address: str) -> None:
    """Keep the site, and be on a page that is served from what is kept."""
    ask_to_keep(page, address)
    expect(page.locator(SAYS)).to_contain_text(WHOLE, timeout=20_000)
    page.reload()


def versions(page: Page) -> dict[str, dict[str, str]]:
    """Every version that is kept, with the SHA-256 of its files."""
    return {name: files for name, files in page.evaluate(KEPT).items() if re.fullmatch(VERSION, name)}


def is_exactly(page: Page, site: Path) -> None:
    """One version is kept, and each of its files has the bytes that were built."""
    kept = versions(page)
    assert len(kept) == 1, {name: len(files) for name, files in kept.items()}
    [files] = kept.values()
    assert len(files) > 30
    for path, digest in files.items():
        if not path.endswith("/@heel"):
            assert digest == hashlib.sha256((site / path.lstrip("/")).read_bytes()).hexdigest(), path


def until(page: Page, expression: str) -> None:
    """Wait until a promise gives what is true; a page that is being loaded again has none for a moment."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        with suppress(Error):
            if page.evaluate(expression):
                return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def one_version(page: Page) -> None:
    """Wait until older versions are gone and nothing is under way."""
    until(
        page,
        "Promise.all([caches.keys(), navigator.serviceWorker.getRegistration()]).then(([names, r]) => "
        f"names.filter(name => /{VERSION}$/.test(name)).length === 1 && !r.waiting && !r.installing)",
    )


def nothing_kept(page: Page) -> None:
    expect(page.locator(SAYS)).to_contain_text(NOT_KEPT, timeout=20_000)
    assert versions(page) == {}


def only(paths: str, bad: Answer) -> Rule:
    """Something wrong for the paths that match."""
    return lambda path: bad if re.search(paths, path) else None


def deploy(host: Host, folder: Path, at: int) -> list[str]:
    """Have the host give another folder from its `at`-th page on; gives the pages that it was asked for."""
    pages: list[str] = []

    def rule(path: str) -> None:
        if path.endswith("/"):
            pages.append(path)
        if len(pages) >= at:  # two may be asked at the same moment
            host.folder = folder

    host.rule = rule
    return pages


def test_a_deploy_in_the_middle_of_keeping_mixes_nothing(phone: Phone, host: Host, two: Path) -> None:
    deploy(host, two, at=12)
    page = phone().new_page()
    ask_to_keep(page, host.address)
    nothing_kept(page)
    ask_to_keep(page, host.address)
    expect(page.locator(SAYS)).to_contain_text(WHOLE, timeout=20_000)
    is_exactly(page, two)


def test_a_server_that_dies_half_way_leaves_nothing_and_later_all_is_kept(
    phone: Phone, host: Host, small: Path
) -> None:
    page = phone().new_page()
    can_keep(page, host.address)
    host.rule = lambda path: Answer(stall=True) if path.startswith("wegwijzer") else None
    page.get_by_role("button", name="Bewaar de site").click()
    host.wait_for("wegwijzer-organisaties/")
    host.die()
    nothing_kept(page)
    host.rule = lambda _: None
    host.start()
    keep(page, host.address)
    is_exactly(page, small)


def test_a_server_that_stalls_is_given_up_and_tried_again(phone: Phone, small: Path, tmp_path: Path) -> None:
    hasty = tmp_path / "haastig"
    shutil.copytree(small, hasty)
    worker = (hasty / "sw.js").read_text("utf-8")
    assert "PATIENCE = 30_000" in worker and "SLOWEST = 5;" in worker
    (hasty / "sw.js").write_text(
        worker.replace("PATIENCE = 30_000", "PATIENCE = 300").replace("SLOWEST = 5;", "SLOWEST = 5000;")
    )
    with hosting(hasty) as host:
        host.rule = only("artikel-6", Answer(stall=True))
        page = phone().new_page()
        ask_to_keep(page, host.address)
        host.wait_for(ARTICLE)
        nothing_kept(page)
        host.go_on.set()
        host.rule = lambda _: None
        host.folder = small  # the same version with the patience that it has, for a machine that is busy
        keep(page, host.address)
        is_exactly(page, small)


WRONG: dict[str, Callable[[bytes], Answer]] = {
    "een inlogpagina": lambda _: Answer(LOGIN),
    "404": lambda _: Answer(b"weg", 404),
    "500": lambda _: Answer(b"stuk", 500),
    "leeg": lambda _: Answer(b""),
    "de helft": lambda whole: Answer(whole, cut=len(whole) // 2),
    "een omleiding": lambda _: Answer(b"", 302, {"Location": "/"}),
}
KINDS_OF_FILES = ["artikel-6", r"stijl\.css", r"zoeken\.js", r"index\.json", "woff2", r"merk\.svg", r"\.webmanifest"]


def going_wrong(host: Host, kind: str, wrong: Callable[[bytes], Answer]) -> Rule:
    """A rule by which files whose path fits `kind` get a wrong answer."""
    return lambda path: wrong(host.file(path)) if re.search(kind, path) else None


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
def test_a_wrong_answer_for_one_kind_of_file_keeps_nothing(phone: Phone, host: Host, small: Path, kind: str) -> None:
    page = phone().new_page()
    can_keep(page, host.address)
    for name, wrong in WRONG.items():
        host.rule = going_wrong(host, kind, wrong)
        page.get_by_role("button", name="Bewaar de site").click()  # and the same page can try again
        expect(page.locator(SAYS), name).to_contain_text(NOT_KEPT, timeout=20_000)
        assert versions(page) == {}, name
    host.rule = lambda _: None
    keep(page, host.address)
    is_exactly(page, small)


TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}


def sent(host: Host, path: str, **how: Any) -> Answer:
    """A file of the host's, with its type, and in another way than a plain host sends it."""
    if not (host.folder / path).exists():
        return Answer(b"weg", 404)
    headers = {"Content-Type": TYPES.get(Path(path).suffix, "text/html; charset=utf-8"), **how.pop("headers", {})}
    return Answer(host.file(path), headers=headers, **how)


def test_on_a_slow_line_the_reader_sees_how_far_it_is_and_all_is_kept(phone: Phone, host: Host, small: Path) -> None:
    page = phone().new_page()
    can_keep(page, host.address)
    page.evaluate(
        f"(window.said = []) && new MutationObserver(() => said.push(document.querySelector('{SAYS}').textContent))"
        f".observe(document.querySelector('{SAYS}'), {{childList: true}})"
    )
    host.rule = lambda path: sent(host, path, slow=True)
    page.get_by_role("button", name="Bewaar de site").click()
    expect(page.locator(SAYS)).to_contain_text(WHOLE, timeout=60_000)
    said = " ".join(page.evaluate("said"))
    assert re.search(r"Bezig met bewaren….*Bezig: 10 van \d+ bestanden\..*Bezig: 20 van", said), said
    is_exactly(page, small)


@pytest.mark.parametrize("status", [200, 206])
def test_half_a_file_is_not_kept(phone: Phone, host: Host, status: int) -> None:
    whole = host.file(ARTICLE)
    half = whole[: len(whole) // 2]
    page = phone().new_page()
    can_keep(page, host.address)
    cut = Answer(whole, cut=len(half)) if status == 200 else Answer(whole, 206, {"Content-Range": "bytes 0-9/10"})
    host.rule = only("artikel-6", cut)
    page.get_by_role("button", name="Bewaar de site").click()
    nothing_kept(page)


def test_a_login_page_for_everything_is_never_kept_and_what_is_kept_stays(
    phone: Phone, host: Host, small: Path
) -> None:
    page = phone().new_page()
    keep(page, host.address)
    host.rule = lambda _: Answer(LOGIN)
    page.goto(host.address + ARTICLE)
    expect(page.locator("h1")).to_contain_text("Geheimhouding")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => 0)")
    page.goto(host.address + "offline/")
    expect(page.locator(SAYS)).to_contain_text(WHOLE)
    is_exactly(page, small)
    page.evaluate(
        "async () => { for (const name of await caches.keys()) await (await caches.open(name)).delete('/privacyprotocol/artikel-6/index.html') }"
    )
    page.goto(host.address + ARTICLE)  # a page that the phone lost: the login page does not take its place
    expect(page.locator(SAYS)).to_be_visible()


def test_a_login_page_for_everything_at_the_first_keeping_keeps_nothing_and_says_so(
    phone: Phone, host: Host, small: Path
) -> None:
    page = phone().new_page()
    can_keep(page, host.address)
    host.rule = lambda _: Answer(LOGIN)
    page.get_by_role("button", name="Bewaar de site").click()
    expect(page.locator(SAYS)).to_contain_text("Bewaren lukt hier niet", timeout=20_000)
    assert page.evaluate(KEPT) == {}
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    host.rule = lambda _: None  # logged in: the same page can
    page.get_by_role("button", name="Bewaar de site").click()
    expect(page.locator(SAYS)).to_contain_text(WHOLE, timeout=20_000)
    is_exactly(page, small)


@pytest.mark.parametrize("to", ["map", "bestand"])
def test_a_host_that_redirects_pages_works_kept_and_clean(phone: Phone, host: Host, small: Path, to: str) -> None:
    def redirect(path: str) -> Answer | None:
        if to == "map" and path.endswith("index.html"):
            return Answer(b"", 301, {"Location": "/" + path.removesuffix("index.html")})
        if to == "bestand" and (path == "" or path.endswith("/")):
            return Answer(b"", 301, {"Location": f"/{path}index.html"})
        return None

    host.rule = redirect
    page = phone().new_page()
    keep(page, host.address)
    is_exactly(page, small)
    for path in (ARTICLE, "begrippen/", "", ARTICLE.rstrip("/")):
        page.goto(host.address + path)
        expect(page.locator("h1").first).not_to_be_empty()
        assert page.evaluate("fetch(location.href).then(r => r.redirected)") is False
    host.die()
    page.goto(host.address + ARTICLE.rstrip("/"))
    expect(page.locator("h1")).to_contain_text("Geheimhouding")
    assert page.url.endswith("/artikel-6/")


def test_a_host_that_gives_every_file_a_wrong_kind(phone: Phone, host: Host) -> None:
    page = phone().new_page()
    can_keep(page, host.address)

    def wrong(path: str) -> Answer | None:
        if path in ("", "sw.js") or path.endswith("/"):
            return None
        return Answer(host.file(path), 200, {"Content-Type": "application/octet-stream"})

    host.rule = wrong
    page.get_by_role("button", name="Bewaar de site").click()
    expect(page.locator(SAYS)).to_contain_text(WHOLE, timeout=20_000)
    host.die()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(host.address + ARTICLE)
    page.keyboard.press("/")
    page.get_by_role("combobox").press_sequentially("geheim")
    expect(page.get_by_role("option").first).to_be_visible()
    assert errors == []


@pytest.mark.parametrize("year", [2025, 2027])
def test_a_clock_that_is_a_year_off_changes_nothing(
    phone: Phone, host: Host, small: Path, year: int, two: Path
) -> None:
    """The host's clock beside the phone's, and the page's own: a version is named by what stands in it, never by a date."""
    dates = {
        "Date": f"Fri, 26 Nov {year} 10:00:00 GMT",
        "Last-Modified": f"Thu, 25 Nov {year} 10:00:00 GMT",
        "Expires": "Thu, 01 Jan 2099 00:00:00 GMT" if year == 2027 else f"Fri, 26 Nov {year} 10:00:01 GMT",
    }
    host.rule = lambda path: sent(host, path, headers=dates)
    context = phone()
    context.add_init_script(f"const then = Date.now; Date.now = () => then() + {2026 - year} * 365 * 86_400_000")
    page = context.new_page()
    keep(page, host.address)
    is_exactly(page, small)
    page.goto(host.address + TREE)
    walk(page, TO_VALID[:3])
    further = question(page)
    host.folder = two
    look_for_update(page)
    take_update(page)
    expect(page.locator(f".boom-knoop > [data-knoop='{further}']")).to_be_visible()
    one_version(page)
    is_exactly(page, two)


def test_a_full_phone_keeps_nothing_and_says_so(phone: Phone, host: Host) -> None:
    context = phone()
    page = context.new_page()
    can_keep(page, host.address)
    session = context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 400_000})
    page.get_by_role("button", name="Bewaar de site").click()
    expect(page.locator(SAYS)).to_contain_text("te weinig ruimte", timeout=20_000)
    assert versions(page) == {}


def test_a_phone_that_is_full_when_an_update_comes_goes_on_with_what_it_has(
    phone: Phone, host: Host, small: Path, two: Path
) -> None:
    page = phone().new_page()
    keep(page, host.address)
    used = page.evaluate("navigator.storage.estimate().then(told => told.usage)")
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": used + 100_000})
    host.folder = two
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => 0)")
    host.wait_for("begrippen/")
    until(page, "navigator.serviceWorker.getRegistration().then(r => !r.waiting && !r.installing)")
    expect(page.locator(SAYS)).to_contain_text("te weinig ruimte", timeout=20_000)
    expect(page.locator(".nieuwe-versie")).to_have_count(0)
    is_exactly(page, small)
    host.die()
    page.goto(host.address + ARTICLE)
    expect(page.locator("h1")).to_contain_text("Geheimhouding")
    assert words(page) == "een"


def words(page: Page) -> str:
    """What the script that is loaded when someone searches says of its version."""
    text = page.evaluate("fetch(new URL('/assets/zoeken/nederlands.js', location)).then(r => r.text())")
    return "twee" if "versie twee" in text else "een"


def look_for_update(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true)")


def take_update(page: Page, words: str = "versie twee") -> None:
    """Take the update that is offered, and see that the page is of that version."""
    page.get_by_role("button", name="Bijwerken").click(timeout=20_000)
    expect(page.locator("h1")).to_contain_text(words, timeout=20_000)


def test_two_tabs_each_has_one_version_and_a_bar_that_works(phone: Phone, host: Host, two: Path) -> None:
    context = phone()
    first, second = context.new_page(), context.new_page()
    keep(first, host.address)
    second.goto(host.address + ARTICLE)
    host.folder = two
    first.goto(host.address + "begrippen/")  # this tab's own coming finds it: it gets the bar too
    for page in (first, second):
        expect(page.locator(".nieuwe-versie")).to_be_visible(timeout=20_000)
        assert words(page) == "een"
    take_update(first)
    assert words(first) == "twee" and words(second) == "een"
    expect(second.locator("h1")).not_to_contain_text("versie twee")
    host.die()
    assert words(second) == "een"  # kept for as long as it is used
    take_update(second)
    assert words(second) == "twee"
    expect(second.locator(".nieuwe-versie")).to_have_count(0)
    one_version(second)
    is_exactly(second, two)


def test_a_tab_that_opens_while_an_update_comes_gets_the_bar_too(phone: Phone, host: Host, two: Path) -> None:
    page = phone().new_page()
    keep(page, host.address)
    host.folder = two
    host.rule = only("begrippen", Answer(host.file("begrippen/"), stall=True))
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => { void r.update(); })")
    host.wait_for("begrippen/")
    page.goto(host.address + ARTICLE)
    until(page, "document.readyState === 'complete'")
    page.evaluate("new Promise(resolve => setTimeout(resolve, 500))")  # its scripts are done
    expect(page.locator(".nieuwe-versie")).to_have_count(0)
    host.go_on.set()
    expect(page.locator(".nieuwe-versie")).to_be_visible(timeout=20_000)


def test_a_deploy_in_the_middle_of_an_update_mixes_nothing(
    phone: Phone, host: Host, small: Path, tmp_path: Path, two: Path
) -> None:
    three = next_version(small, tmp_path / "drie", "versie drie")
    page = phone().new_page()
    keep(page, host.address)
    host.folder = two
    pages = deploy(host, three, at=6)
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => 0)")
    until(page, "navigator.serviceWorker.getRegistration().then(r => !r.waiting && !r.installing)")
    assert len(pages) >= 6
    is_exactly(page, small)
    expect(page.locator(".nieuwe-versie")).to_have_count(0)
    look_for_update(page)
    take_update(page, "versie drie")
    one_version(page)
    is_exactly(page, three)


def test_an_update_while_walking_is_taken_without_a_network_and_the_walk_stays(
    phone: Phone, host: Host, two: Path
) -> None:
    page = phone().new_page()
    keep(page, host.address)
    page.goto(host.address + TREE)
    walk(page, TO_VALID[:3])
    further = question(page)
    host.folder = two
    look_for_update(page)
    expect(page.locator(".nieuwe-versie")).to_contain_text("Je antwoorden blijven bewaard", timeout=20_000)
    walk(page, TO_VALID[3:4])  # nobody has to take it
    assert words(page) == "een"
    page.go_back()
    host.die()  # it was fetched whole before it was offered
    take_update(page)
    expect(page.locator(f".boom-knoop > [data-knoop='{further}']")).to_be_visible()
    expect(page.locator(".boom-route .wijzig")).to_have_count(3)
    assert words(page) == "twee"
    page.go_back()
    assert question(page) == "leeftijd"
    walk(page, TO_VALID[2:])
    assert question(page) == "toestemming-geldig"


def test_an_update_takes_from_the_network_only_what_changed(
    phone: Phone, host: Host, small: Path, tmp_path: Path
) -> None:
    two = tmp_path / "twee"
    shutil.copytree(small, two)
    page_two = two / ARTICLE / "index.html"
    page_two.write_text(page_two.read_text("utf-8").replace("</h1>", " (versie twee)</h1>"), "utf-8")
    write_service_worker(two)
    page = phone().new_page()
    keep(page, host.address)
    host.folder = two
    host.asked.clear()
    look_for_update(page)
    expect(page.locator(".nieuwe-versie")).to_be_visible(timeout=20_000)
    assert set(host.asked) == {"sw.js", ARTICLE}


def test_a_rollback_is_an_update_like_another(phone: Phone, host: Host, small: Path, two: Path) -> None:
    page = phone().new_page()
    keep(page, host.address)
    host.folder = two
    look_for_update(page)
    expect(page.locator(".nieuwe-versie")).to_be_visible(timeout=20_000)
    take_update(page)
    host.folder = small
    look_for_update(page)
    page.get_by_role("button", name="Bijwerken").click()
    until(page, "document.querySelector('h1') && !document.querySelector('h1').textContent.includes('twee')")
    one_version(page)
    is_exactly(page, small)


def test_an_update_that_was_taken_back_before_anyone_took_it_is_no_update(
    phone: Phone, host: Host, small: Path, two: Path
) -> None:
    page = phone().new_page()
    keep(page, host.address)
    host.folder = two
    look_for_update(page)
    expect(page.locator(".nieuwe-versie")).to_be_visible(timeout=20_000)
    host.folder = small
    look_for_update(page)
    until(page, "navigator.serviceWorker.getRegistration().then(r => !r.waiting && !r.installing)")
    page.goto(host.address + ARTICLE)
    one_version(page)
    expect(page.locator(".nieuwe-versie")).to_have_count(0)
    is_exactly(page, small)


def test_an_update_that_does_not_come_whole_leaves_the_version_that_is_kept(
    phone: Phone, host: Host, small: Path, two: Path
) -> None:
    page = phone().new_page()
    keep(page, host.address)
    host.folder = two
    host.rule = only("begrippen", Answer(LOGIN))
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => 0)")
    until(page, "navigator.serviceWorker.getRegistration().then(r => !r.waiting && !r.installing)")
    host.die()
    page.goto(host.address + ARTICLE)
    expect(page.locator("h1")).not_to_contain_text("versie twee")
    is_exactly(page, small)


def test_two_versions_and_another_application_keep_and_remove_only_their_own(
    phone: Phone, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron" / "v1").symlink_to(small)
    (tmp_path / "bron" / "v2").symlink_to(next_version(small, tmp_path / "twee"))
    with hosting(tmp_path / "bron") as host:
        page = phone().new_page()
        page.goto(host.address + "v1/offline/")
        page.evaluate("caches.open('site-van-een-ander').then(c => c.put('/iets', new Response('van een ander')))")
        for version in ("v1/", "v2/"):
            keep(page, host.address + version)
        page.goto(host.address + "v1/offline/")
        expect(page.locator(SAYS)).to_contain_text(WHOLE)
        host.die()
        for version in ("v1/", "v2/"):
            page.goto(host.address + version + ARTICLE)
            expect(page.locator("h1")).to_contain_text("Geheimhouding")
            assert ("versie twee" in page.locator("h1").inner_text()) == (version == "v2/")
        host.start()
        page.goto(host.address + "v2/offline/")
        page.get_by_role("button", name="Haal de site").click()
        expect(page.locator(SAYS)).to_contain_text("Weggehaald")
        left = page.evaluate("caches.keys()")
        assert "site-van-een-ander" in left
        assert [name for name in left if ":/v2/" in name] == [] and [name for name in left if ":/v1/" in name]
        page.get_by_role("button", name="Bewaar de site").click()  # and it can be kept again, from the same page
        expect(page.locator(SAYS)).to_contain_text(WHOLE, timeout=20_000)


def test_airplane_mode_in_the_middle_of_a_walk(phone: Phone, host: Host) -> None:
    page = phone().new_page()
    keep(page, host.address)
    page.goto(host.address + TREE)
    walk(page, TO_VALID[:2])
    then = question(page)
    page.context.set_offline(True)
    host.die()
    walk(page, TO_VALID[2:3])
    further = question(page)
    assert further != then
    page.goto(host.address + ARTICLE)
    expect(page.locator("h1")).to_contain_text("Geheimhouding")
    page.go_back()
    expect(page.locator(f".boom-knoop > [data-knoop='{further}']")).to_be_visible()
    page.reload()
    expect(page.locator(f".boom-knoop > [data-knoop='{further}']")).to_be_visible()


def test_a_link_whose_mark_was_written_as_percent_23_takes_no_answer_to_the_host(phone: Phone, host: Host) -> None:
    """As some programs for mail and chat pass a link on; where the site is kept, it can be set right on the phone."""
    page = phone().new_page()
    keep(page, host.address)
    host.asked.clear()
    page.goto(f"{host.address}{TREE}%23a=acuut-gevaar~nee")
    assert question(page) == "waarvoor"
    assert page.url == host.address + TREE
    assert [path for path in host.asked if "acuut" in path] == []
    page.goto(f"{host.address}bestaat-niet/%23a=x", wait_until="commit")
    assert "bestaat-niet/#a=x" in host.asked


def test_what_is_not_ours_and_not_kept_goes_to_the_network_as_it_is(phone: Phone, host: Host) -> None:
    page = phone().new_page()
    keep(page, host.address)
    host.rule = only("^andere/", Answer(b"<!doctype html><h1>een andere toepassing</h1>"))
    page.goto(host.address + "andere/bladzijde/")
    expect(page.locator("h1")).to_have_text("een andere toepassing")
    page.goto(host.address + "bestaat-niet/")
    expect(page.locator("h1")).to_contain_text("404")
    host.die()
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED|ERR_FAILED"):
        page.goto(host.address + "andere/bladzijde/")
    other = page.context.new_page()
    other.goto(host.address + "begrippen/bestaat-niet/")
    expect(other.locator(SAYS)).to_be_visible()


@pytest.fixture
def own_browser(browser: Browser, tmp_path: Path) -> Callable[[], BrowserContext]:
    """A function that starts a Chromium whose tabs come back the next time, as a phone gives back what it threw away."""

    def start() -> BrowserContext:
        flags = [*FLAGS, "--restore-last-session", "--hide-crash-restore-bubble"]
        made = browser.browser_type.launch_persistent_context(
            tmp_path / "profiel", executable_path=find_browser(), args=flags, viewport=PHONE, locale="nl-NL"
        )
        made.set_default_timeout(20_000)
        return made

    return start


def test_a_page_that_the_phone_threw_away_comes_back_where_it_was(
    own_browser: Callable[[], BrowserContext], host: Host, two: Path
) -> None:
    """Kept, with an update that another tab took meanwhile, and without a network when it comes back."""
    context = own_browser()
    page = context.pages[0]
    keep(page, host.address)
    page.goto(host.address + TREE)
    walk(page, TO_VALID[:3])
    further = question(page)
    host.folder = two
    look_for_update(page)
    other = context.new_page()
    other.goto(host.address + ARTICLE)
    other.get_by_role("button", name="Bijwerken").click()
    expect(other.locator("h1")).to_contain_text("versie twee")
    assert words(page) == "een"
    context.close()
    host.die()
    context = own_browser()
    until_pages(context, TREE)
    [page] = [one for one in context.pages if one.url.endswith(TREE)]
    expect(page.locator("h1")).to_contain_text("versie twee")
    expect(page.locator(f".boom-knoop > [data-knoop='{further}']")).to_be_visible()
    expect(page.locator(".boom-route .wijzig")).to_have_count(3)
    assert words(page) == "twee"
    page.evaluate("history.back()")
    expect(page.locator(".boom-knoop > [data-knoop='leeftijd']")).to_be_visible()
    one_version(page)
    is_exactly(page, two)
    context.close()


def until_pages(context: BrowserContext, path: str) -> None:
    """Wait until a tab came back."""
    end = time.monotonic() + 20
    while not any(one.url.endswith(path) for one in context.pages):
        assert time.monotonic() < end, [one.url for one in context.pages]
        context.pages[0].wait_for_timeout(50)


@pytest.fixture
def going_back(browser: Browser) -> Iterator[Page]:
    """A page in a Chromium that keeps pages as they were for who goes back; Playwright turns that off."""
    made = browser.browser_type.launch(
        executable_path=find_browser(), args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield made.new_context(viewport=PHONE, locale="nl-NL").new_page()
    made.close()


def leave_and_come_back(page: Page, address: str, meanwhile: Callable[[], None] = lambda: None) -> bool:
    """Look at another page and go back; whether the page came back as it was."""
    was = page.url
    page.evaluate(
        "(window.same = true) && addEventListener('pageshow', event => { window.persisted = event.persisted; })"
    )
    page.goto(address)
    meanwhile()
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_url(was, wait_until="commit")
    until(page, "document.readyState === 'complete' && (window.same === undefined || window.persisted === true)")
    return bool(page.evaluate("window.same === true"))


def test_a_page_that_comes_back_from_the_back_forward_cache_goes_on(going_back: Page, host: Host) -> None:
    page = going_back
    keep(page, host.address)
    page.goto(host.address + TREE)
    walk(page, TO_VALID[:3])
    further = question(page)
    assert leave_and_come_back(page, host.address + ARTICLE), "it was loaded again"
    assert question(page) == further
    host.die()
    walk(page, TO_VALID[3:])
    assert question(page) == "toestemming-geldig"
    page.evaluate("history.back()")
    expect(page.locator(".boom-route .wijzig")).to_have_count(len(TO_VALID) - 1)


def test_who_goes_back_to_a_page_from_before_an_update_sees_one_version_and_the_walk(
    going_back: Page, host: Host, two: Path
) -> None:
    page = going_back
    keep(page, host.address)
    page.goto(host.address + TREE)
    walk(page, TO_VALID[:3])
    further = question(page)
    host.folder = two

    def take_the_update() -> None:
        look_for_update(page)
        take_update(page)

    leave_and_come_back(page, host.address + ARTICLE, take_the_update)
    assert question(page) == further
    version = "twee" if "versie twee" in page.locator("h1").inner_text() else "een"
    assert words(page) == version
    if version == "een":
        expect(page.locator(".nieuwe-versie")).to_be_visible(timeout=20_000)


def test_two_hundred_taps_in_a_row_lose_and_mix_nothing(phone: Phone, host: Host) -> None:
    page = phone(has_touch=True, is_mobile=True).new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(host.address + TREE)
    box = page.locator(".boom-loop button[data-antwoord=nee]").bounding_box()
    assert box
    session = page.context.new_cdp_session(page)
    place = {"x": box["x"] + 60, "y": box["y"] + 10}
    began = time.time()
    for tap in range(200):  # 4 milliseconds apart, however busy the machine is: on an advice they would follow a link
        for kind, fingers in (("touchStart", [place]), ("touchEnd", [])):
            event = {"type": kind, "touchPoints": fingers, "timestamp": began + tap / 250}
            session.send("Input.dispatchTouchEvent", event)
    consistent(page)
    assert [error for error in errors if "een bestand kwam niet aan" not in error] == []  # Python, which is not there


def consistent(page: Page) -> None:
    """What is shown is what a reload reads in the tab's history, where each answer is one step."""
    shown, given = question(page), page.locator(".boom-loop .wijzig")
    steps = given.count()
    page.reload()
    assert question(page) == shown
    for left in range(steps, 0, -1):
        expect(given).to_have_count(left)
        page.go_back()
    expect(given).to_have_count(0)
    assert question(page) == "acuut-gevaar"


def test_rapid_back_and_forward_end_where_the_history_stands(phone: Phone, host: Host) -> None:
    page = phone().new_page()
    page.goto(host.address + TREE)
    room = "for (let step = 0; step < 30; step += 1) history.pushState(null, '')"
    page.evaluate(room)  # no step leads out of the page
    walk(page, TO_VALID)
    page.evaluate(
        """async () => {
          const frame = () => new Promise(requestAnimationFrame);
          const depth = () => document.querySelectorAll('.boom-loop .wijzig').length;
          let came = 0, back = 0;
          addEventListener("popstate", () => { came += 1; });
          for (let round = 0; round < 120; round += 1) {
            const goes = depth() > 2 && round % 3 && back < 30; // on a busy machine what is shown comes late: never out of the page
            if (goes) back += 1;
            history.go(goes ? -1 : 1);
            if (round % 2) await frame();
          }
          for (let quiet = 0, seen = came; quiet < 20; quiet += 1, await frame()) if (seen !== came) [quiet, seen] = [0, came];
          if (came < 20) throw new Error(`only ${came} steps`);
        }"""
    )
    consistent(page)
