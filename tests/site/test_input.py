"""What comes from outside the page's own code is read in one place that cannot throw; and whatever comes, the page goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from macros.runtime.assembly import WORKER
from tests.conftest import ROOT
from tests.site.conftest import Watched, until
from tests.site.test_offline import kept
from tests.site.test_walk import DELEN, TREE, answer, question, ready, walk

Open = Callable[..., Watched]

READS = re.compile(
    r"location\.(?:hash|search)|(?:history|event)\.state|(?:session|local)Storage\.\w+|caches\.match|indexedDB|window\.name|"
    r"document\.(?:cookie|referrer)|JSON\.parse|decodeURI\w*|URLSearchParams|\.onmessage|\"message\"|BroadcastChannel|postMessage|"
    r"event\.data\b|\.json\(\)"
)
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
READERS = {
    "theme/frame/invoer.js": {"location.hash", "JSON.parse", "decodeURIComponent", "URLSearchParams"},  # the place
    "theme/tree/boominvoer.js": {"caches.match"},  # its second half, for a tree's page
    "theme/tree/python.js": {".onmessage", "postMessage"},  # hands what it hears to `message`
    # In the head, before any script comes: how a fragment begins, and which element has it for its name; a mark without words; and the
    # theme's own notes of colours, where what cannot be read is nothing.
    "runtime/pythonbegin.js": {"location.hash", ".onmessage", "localStorage.setItem", "localStorage.removeItem"},
    "theme/overrides/main.html": {"location.hash"},
    "theme/overrides/partials/javascripts/base.html": {"JSON.parse"},
    # Threads of their own: a worker reads one message, in one place, and looks at the type of each part.
    "runtime/worker.js": {'"message"', "postMessage", "event.data"},
    "runtime/edition_worker.js": {'"message"', "postMessage", "event.data"},
    "publication/sw.js": {'"message"', "postMessage", "event.data", "caches.match", ".json()"},
    "theme/offline/offline.js": {
        '"message"',
        ".onmessage",
        "postMessage",
    },  # what the service worker says, part by part
    # Files of the host: whatever stands there, nothing is said of versions, and the search says that a file is missing.
    "theme/offline/versie.js": {".json()"},
    "theme/search/zoeken/zoeken.js": {".json()"},
    "zoeken/minisearch.js": {"JSON.parse"},  # the library's own, of that file
}
"""Who reads what. A line more is a line to review: why can it not throw?"""

ODD = """() => {
  const long = "x".repeat(1_000_000), deep = "[".repeat(50_000) + "]".repeat(50_000);
  let nested = "bodem"; for (let depth = 0; depth < 5_000; depth += 1) nested = { nested };
  const proto = JSON.parse('{"__proto__": "nee", "constructor": "nee", "toString": "nee", "hasOwnProperty": "nee"}');
  return [undefined, null, true, 0, -0, NaN, Infinity, 2n ** 70n, "", "%", "%E0%A4%A", "\\ud800", "\\udfff\\ud800", "\\0\\x01\\x7f\\ufffe",
    "constructor", "__proto__", "toString", long, deep, "{", "null", "[]", "{}", '{"__proto__": 1}', [], [[[]]], [null, { a: [] }], {}, proto,
    { boom: proto }, { boom: { toestemming: proto } }, { boom: { toestemming: { antwoorden: proto, huishouden: proto, bij: "constructor" } } },
    { boom: { toestemming: { sleutel: "__proto__", stap: "constructor", begin: [1], code: "x", vanaf: -1 } } },
    { boom: { toestemming: { sleutel: "0".repeat(32), stap: "", begin: new Uint8Array(1), code: new Uint8Array(9), vanaf: 1e9 } } },
    { boom: { toestemming: { antwoorden: { [long]: long }, huishouden: { "moeder.leeftijd": long }, diepte: 1e300 } } },
    { boom: { toestemming: nested } }, new Date(NaN), new Map([[1, 2]]), new Uint8Array(9), new ArrayBuffer(9), /x/, new Error("x"),
    Array.from({ length: 100_000 }, (_, index) => index), Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, "x"]))];
}"""
"""Values of every kind that a browser can give back."""


def own_scripts(site: Path) -> dict[str, Path]:
    """Every script that we write, or publish for the search, by its path; also what stands in a template."""
    ours = [path for kind in ("js", "html") for path in (ROOT / "macros").rglob(f"*.{kind}")]
    library = [
        path for path in (site / "assets" / "zoeken").glob("*.js") if path.name in ("minisearch.js", "woordenboom.js")
    ]
    return {
        **{path.relative_to(ROOT / "macros").as_posix(): path for path in ours},
        **{path.relative_to(site / "assets").as_posix(): path for path in library},
    }


def test_nobody_reads_what_comes_from_outside_but_the_one_place(site: Path) -> None:
    scripts = own_scripts(site)
    assert len(scripts) > 100 and "zoeken/minisearch.js" in scripts
    found = {name: set(READS.findall(COMMENT.sub("", path.read_text("utf-8")))) for name, path in scripts.items()}
    assert {name: reads for name, reads in found.items() if reads} == READERS


def test_the_one_place_never_throws_and_gives_what_it_says(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    wrong = page.evaluate(
        """async (odd) => {
          const at = (name) => import(new URL(`../../assets/${name}`, location.href));
          const from = { ...(await at("invoer.js")), ...(await at("boominvoer.js")) };
          const values = eval(odd)(), texts = values.filter((value) => typeof value === "string"), wrong = [];
          const isText = (value) => typeof value === "string";
          const check = (name, given, right, ...said) => { try { const got = from[name](...given);
            if (!right(got)) wrong.push(`${name}(${said}): ${String(got).slice(0, 60)}`); } catch (error) { wrong.push(`${name}(${said}): ${error}`); } };
          values.forEach((value, nr) => {
            check("own", [value, "constructor"], (got) => got === undefined || got === "nee", nr);
            check("textOr", [value, "anders"], isText, nr);
            check("count", [value, 9], (got) => Number.isInteger(got) && got >= 0 && got <= 9, nr);
            check("words", [value], (got) => Object.getPrototypeOf(got) === Object.prototype && Object.keys(got).length <= 400
              && Object.values(got).every((said) => isText(said) && said.length < 80), nr);
            check("keptFor", ["toestemming", { state: value }], () => true, nr);
            check("parsed", [value], () => true, nr);
            check("message", [value], (got) => isText(got.soort) && isText(got.fout) && got.stap <= 4 && got.nummer >= 0, nr);
            check("message", [{ soort: value, stap: value, nummer: value, antwoord: value, fout: value }],
              (got) => isText(got.soort) && isText(got.fout) && got.stap <= 4 && got.nummer >= 0, nr);
          });
          texts.forEach((text, nr) => {
            for (const hash of [text, `#${text}`, `#a=${text}`, `#a=a~b_${text}`, `#a=${text}~b`])
              check("readLink", [hash], (got) => got === null || got.beschadigd === true || Object.keys(got.woorden).length <= 700, nr);
            check("stored", ["sessionStorage", text, /^x$/], (got) => got === null || got === "x", nr);
            check("store", ["sessionStorage", text, null], (got) => got === true, nr);
          });
          check("readLink", ["#a=a~b_a~c"], (got) => got.woorden.a === "c", "twice");
          check("readLink", ["#a=constructor~x"], (got) => Object.hasOwn(got.woorden, "constructor"), "a prototype's name");
          for (const text of texts.slice(0, 9)) if ((await from.shelved(text, text)) !== null) wrong.push("shelved");
          return wrong;
        }""".replace("eval(odd)()", f"({ODD})()"),
        None,
    )
    assert wrong == []


HASHES = ["%", "a=%", "a=%00", "a=\x01~\x7f", "a=%ED%A0%80~ja", "a=constructor~x", "a=__proto__~x", "a=toString~x", "a=acuut-gevaar~ja_acuut-gevaar~nee",
          "a=" + "x" * 1_000_000, "a=" + "a~b_" * 900, "x" * 1_000_000, "constructor", "__proto__", "[]{}", "a=~", "a=_", "a", "a==", "a=%2561"]  # fmt: skip


def goes_on(page: Page, what: str) -> None:
    """From the first question to the next, also after a wipe."""
    question(page)  # once what the tab kept was read
    if page.get_by_role("button", name="Wis alles").is_visible():
        page.get_by_role("button", name="Wis alles").click()
        expect(page.locator(".boom-melding")).to_contain_text("gewist")
    assert question(page) == "acuut-gevaar", what
    answer(page, "nee")
    assert question(page) == "waarvoor", what


def test_any_fragment_in_the_tab_where_the_tree_stands(open_page: Open) -> None:
    watched = open_page(TREE)
    page = watched.page
    for hash in HASHES:
        page.evaluate("(hash) => { location.hash = hash; }", hash)
        until(page, "!location.hash.startsWith('#a=')")
        if hash.startswith("a="):
            expect(page.locator(".boom-melding")).to_contain_text(re.compile("^Deze link|^Geopend vanuit een link"))
        goes_on(page, hash[:40])
    assert watched.errors == []


@pytest.mark.parametrize(
    "hash", [hash for hash in HASHES if len(hash) < 5000], ids=range(len([h for h in HASHES if len(h) < 5000]))
)
def test_any_fragment_that_a_page_is_opened_with(open_page: Open, hash: str) -> None:
    watched = open_page(f"{TREE}#{hash}", python=False)
    goes_on(watched.page, hash)
    assert watched.errors == []


def test_anything_that_the_tabs_history_gives_back(open_page: Open) -> None:
    """Both when the page is loaded and when it is gone back to. Python, which has no part in it, is left out."""
    watched = open_page(TREE, python=False)
    page = watched.page
    odd = f"(window.vreemd ??= ({ODD})())"  # made once a page: some are large
    many = page.evaluate(f"{odd}.length")
    kept = 0
    for number in range(many):
        done = page.evaluate(
            f"(number) => {{ try {{ history.pushState({odd}[number], ''); history.pushState(null, ''); return true; }}"
            " catch (error) { return false; } }",  # too much for this browser's history: then it cannot come back from there
            number,
        )
        if not done:
            continue
        kept += 1
        page.go_back()
        goes_on(page, f"back to {number}")
        if number % 3:  # a page that is loaded reads it in the same place
            continue
        page.evaluate(f"(number) => history.replaceState({odd}[number], '')", number)
        page.reload()
        goes_on(page, f"reload at {number}")
    assert kept > 30
    assert watched.errors == []


def test_an_answer_that_the_tree_has_no_more_is_named(open_page: Open) -> None:
    """The tab kept it, and then came a version without it."""
    page = open_page(TREE, python=False).page
    kept = {"boom": {"toestemming": {"antwoorden": {"acuut-gevaar": "nee", "waarvoor": "verdwenen"}}}}
    page.evaluate("(kept) => history.replaceState(kept, '')", kept)
    page.reload()
    assert question(page) == "waarvoor"
    expect(page.locator(".boom-melding")).to_have_text(
        "Deze boom is vernieuwd. Niet meer passend en weggelaten: waarvoor. De rest is bewaard."
    )


def test_anything_that_storage_gives_back(open_page: Open) -> None:
    watched = open_page(TREE, python=False)
    page = watched.page
    answer(page, "nee")
    names = page.evaluate("[...Object.keys(sessionStorage), self.pythonBegin.name + '1', '__proto__', 'constructor']")
    assert len(names) == 4
    for value in ("", "x", "0" * 32, "0" * 31 + "\ud800", "{}", " ", "0" * 1_000_000):
        page.evaluate(
            "([names, value]) => { for (const name of names) { sessionStorage.setItem(name, value); localStorage.setItem(name, value); } }",
            [names, value],
        )
        page.evaluate(
            "(value) => localStorage.setItem('/.__palette', `${value}{`)", value
        )  # the theme's: which colours were chosen
        page.reload()
        goes_on(page, value[:40])
    page.evaluate(
        """async () => { for (const name of await caches.keys()) if (name.startsWith("antwoord-sleutels:")) {
          const shelf = await caches.open(name);
          for (const key of await shelf.keys()) await shelf.put(key, new Response("geen sleutel")); } }"""
    )
    page.reload()
    goes_on(page, "a key that is none")
    assert watched.errors == []


def test_anything_that_the_worker_says(open_page: Open, site: Path) -> None:
    """Odd messages before, between and after its own."""
    [worker] = site.glob(f"assets/python/*/{WORKER}")
    odd = f"const odd = ({ODD})(); const say = () => {{ for (const one of odd) for (const what of [one, {{soort: one}}, {{soort: 'antwoord', nummer: 1, antwoord: one}},"
    odd += (
        "{soort: 'stap', stap: one}]) try { postMessage(what); } catch {} }; say(); addEventListener('message', say);\n"
    )

    def prepare(context: BrowserContext) -> None:
        def serve(route: Route) -> None:
            route.fulfill(body=odd + worker.read_text("utf-8"), content_type="text/javascript")

        context.route(f"**/{WORKER}", serve)

    watched = open_page(TREE, prepare=prepare)
    expect(watched.page.locator(".boom")).not_to_have_attribute("data-python", "loading", timeout=60_000)
    if watched.page.locator(".boom-stop").is_hidden():
        goes_on(watched.page, "messages")
    assert watched.errors == []


def test_a_link_that_is_opened_where_the_tree_stands_is_taken_over(open_page: Open) -> None:
    """It was ignored there, and its answers stayed in the address. What stood there is one step back."""
    watched = open_page(TREE, python=False)
    page = watched.page
    walk(page, ["nee", "geheim"])
    page.evaluate("location.hash = '#a=acuut-gevaar~nee_waarvoor~geheim_leeftijd~12-15_weg~x'")
    expect(page.locator(".boom-knoop > [data-knoop=besluit-12-15]")).to_be_visible()
    expect(page.locator(".boom-melding")).to_contain_text("weggelaten: weg")
    assert "#" not in page.url
    page.go_back()
    expect(page.locator(".boom-knoop > [data-knoop=leeftijd]")).to_be_visible()
    page.evaluate("location.hash = '#a=constructor~x'")
    expect(page.locator(".boom-melding")).to_contain_text("weggelaten: constructor")
    assert watched.errors == []


def test_the_python_side_is_told_nothing_it_does_not_understand(open_page: Open) -> None:
    """From a client as the page's to a worker and back, whatever is asked."""
    page = open_page(DELEN).page
    ready(page)
    answers = page.evaluate(
        """async (odd) => { const { PythonClient } = await import(new URL("../../assets/python.js", location.href));
          const python = new PythonClient(pythonBegin.folder);
          const asked = [...odd, { doe: "beeld", boom: "delen", antwoorden: Object.fromEntries([["__proto__", "x"]]) }, { doe: "__proto__" },
            { doe: "beeld", boom: "constructor" }, { doe: "open", boom: "delen", fragment: "\\ud800" }];
          const said = []; for (const one of asked) said.push(await python.ask(one).then(() => "goed", (error) => error.message));
          return said; }""",
        [
            {"doe": "x"},
            {"doe": "huishouden", "boom": "delen", "feiten": {"a": 1}},
            [],
            {},
            {"doe": []},
            {"doe": "verslag", "boom": {}},
        ],
    )
    dutch = re.compile(r"^(De |Deze |Het )[^\n]{10,150}$")
    assert [said for said in answers if said != "goed" and not dutch.match(said)] == []


@pytest.mark.parametrize("path", ["zoeken/", "convenant/artikel-1/", "offline/"])
def test_any_fragment_on_a_page_without_a_tree(open_page: Open, path: str) -> None:
    watched = open_page(path)
    page = watched.page
    for hash in [*HASHES, *(f"q={hash}" for hash in HASHES), "q=a&q=b", "q", "q=%00%0a"]:
        page.evaluate("(hash) => { location.hash = hash; }", hash)
        if path == "zoeken/":
            assert len(page.get_by_label("Waar zoek je naar?").input_value()) <= 200, hash[:40]
    page.evaluate("location.hash = 'q=geheimhouding'")
    if path == "zoeken/":
        expect(page.locator(".zoekpagina .zoek-melding")).to_contain_text("resulta")
    page.reload()
    expect(page.locator("h1").first).to_be_visible()
    assert watched.errors == []


def test_half_a_sign_and_a_browser_that_had_enough_of_addresses_stop_no_search(open_page: Open) -> None:
    """A question that is cut off in the middle of an emoji; Safari takes a hundred new addresses in half a minute."""
    watched = open_page(f"zoeken/#q={'geheimhouding '.ljust(199)}%F0%9F%98%80")
    page = watched.page
    field, said = page.get_by_label("Waar zoek je naar?"), page.locator(".zoekpagina .zoek-melding")
    expect(said).to_contain_text("resulta")
    assert field.evaluate("(one) => one.value.length") == 200
    field.evaluate("(one) => one.setSelectionRange(0, 0)")
    field.press_sequentially("verwijsindex ")
    until(page, "location.hash.startsWith('#q=verwijsindex')")
    assert page.url.endswith("%EF%BF%BD")
    header = page.locator(".zoek input")
    page.get_by_role("button", name="Zoeken", exact=True).click()
    header.evaluate("(one) => { one.value = 'geheim \\ud83d'; one.dispatchEvent(new Event('input')); }")
    expect(page.locator(".zoek .zoek-deel")).to_have_attribute("href", re.compile("#q=geheim%20%EF%BF%BD$"))
    page.keyboard.press("Escape")
    page.evaluate("() => { history.replaceState = () => { throw new DOMException('genoeg', 'SecurityError'); }; }")
    field.fill("xyzxyz")
    expect(said).to_contain_text("Niets gevonden voor “xyzxyz”")
    assert watched.errors == []


def test_anything_that_the_service_worker_says(open_page: Open) -> None:
    watched = open_page("offline/")
    page = watched.page
    expect(page.locator(".offline-stand")).to_have_text("Nog niet op dit apparaat bewaard.")
    said = page.evaluate(
        f"""() => {{
          const stand = document.querySelector(".offline-stand"), said = new Set();
          const say = (data) => navigator.serviceWorker.dispatchEvent(new MessageEvent("message", {{ data }}));
          for (const odd of ({ODD})()) for (const data of [odd, {{ van: "/", soort: odd }}, {{ van: odd, soort: "voortgang" }},
            {{ van: "/", soort: "voortgang", klaar: odd, totaal: odd }}, {{ van: "/", soort: "mislukt", vol: odd }}]) {{
            say(data); said.add(stand.textContent);
          }}
          return [...said];
        }}"""
    )
    likely = re.compile(
        r"Nog niet op|Bezig: \d+ van \d+ bestanden\.|Bewaren lukte niet\.|Er is te weinig ruimte op dit apparaat\."
    )
    assert len(said) > 3
    assert [text for text in said if not likely.match(text)] == []
    assert watched.errors == []


def test_anything_that_the_service_workers_note_holds(open_page: Open) -> None:
    """It says which version each tab has. Lost or damaged, the site is there as before."""
    watched = open_page(TREE, service_workers="allow", python=False)
    page = watched.page
    kept(page)
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    for note in ("", "{", "null", "7", '"x"', "[]", '{"version": 7, "tabs": "x"}', '{"tabs": null}'):
        page.evaluate(
            """async (note) => { const name = (await caches.keys()).find((one) => one.endsWith("@stand"));
              const shelf = await caches.open(name); const [key] = await shelf.keys(); await shelf.put(key, new Response(note)); }""",
            note,
        )
        session.send("ServiceWorker.stopAllWorkers")  # or it goes on with what it read before
        page.goto(watched.base + "privacyprotocol/artikel-6/")
        expect(page.locator("h1").first).to_contain_text("6")
        page.goto(watched.base + TREE)
        goes_on(page, note)
        assert watched.errors == [], note
