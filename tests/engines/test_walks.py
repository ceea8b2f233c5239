"""A professional walks a tree in each engine: answers, back, reload, what changes, a household, the record, print, axe."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.conftest import ROOT
from tests.engines.conftest import READY, keep, text
from tests.engines.drivers import Cannot, Engine, Missing, until, webkit_gtk
from tests.engines.table import feature
from tests.engines.test_engines import search
from tests.site.faults import Host, hosting
from tests.site.test_network import ARTICLE, next_version
from tests.site.test_walk import DELEN, TO_SCHOOL, TO_VALID, TREE

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
ANNOUNCED = "article > .redactie[role=status]"
LOOKED_AT = ("", "zoeken/", "begrippen/", "offline/", "beslisbomen/datalek/tabel/", "handboek/", "formulieren/")
tapped = [(0.0, 0.0)]


def tap(engine: Engine, selector: str, words: str = "", within: str = "document") -> None:
    """Press the mouse on an element that is shown, once nothing lies over it, and not where WebKitGTK's scrollbar lies over the page and
    takes the click. Never twice on one place within a moment, for of a double tap the second does nothing."""
    aside = 8 + 30 * (len(tapped) % 2)
    find = f"""await (async () => {{
      const all = [...(({within})?.querySelectorAll({json.dumps(selector)}) ?? [])];
      const element = all.find(one => one.offsetParent && [one.textContent.trim(), ""].includes({json.dumps(words)}));
      if (!element) return null;
      const place = () => {{
        element.scrollIntoView({{block: "center", behavior: "instant"}});
        const box = element.getBoundingClientRect();
        return [Math.min(box.left + Math.min({aside}, box.width / 2), innerWidth - 22), box.top + Math.min(20, box.height / 2)];
      }};
      const before = place();
      await new Promise(resolve => setTimeout(resolve, 60)); // what was answered before may still move the page
      const at = place();
      const near = Math.hypot(at[0] - {tapped[-1][0]}, at[1] - {tapped[-1][1]}) < 30;
      if (near) await new Promise(resolve => setTimeout(resolve, 800));
      return String(before) === String(at) && element.contains(document.elementFromPoint(...at)) && at;
    }})()"""
    x, y = until(engine, find)
    tapped.append((x, y))
    engine.press(x, y)


def question(engine: Engine) -> str:
    """The id of the node that is shown."""
    return str(until(engine, "document.querySelector('.boom-knoop > [data-knoop]')?.dataset.knoop"))


def shows(engine: Engine, id: str) -> None:
    """Wait until a node is shown."""
    until(engine, f"document.querySelector('.boom-knoop > [data-knoop]')?.dataset.knoop === {json.dumps(id)}")


def answer(engine: Engine, id: str) -> None:
    """Give an answer, and see the next question."""
    before = question(engine)
    tap(engine, f'.boom-loop button.antwoord[data-antwoord="{id}"]')
    until(engine, f"document.querySelector('.boom-knoop > [data-knoop]').dataset.knoop !== {json.dumps(before)}")


def walk(engine: Engine, answers: list[str]) -> None:
    """Give answers in turn."""
    for id in answers:
        answer(engine, id)


def checked(engine: Engine, id: str) -> None:
    """Wait until Python found what is shown to be right."""
    until(engine, f"document.querySelector('.boom').dataset.gecontroleerd === {json.dumps(id)}")


def open_tree(engine: Engine, host: Host, tree: str = TREE) -> None:
    """Be at the start of a tree, with Python ready: on the page as an earlier test left it, wiped, for a start costs more than a test."""
    address = json.dumps(host.address + tree)
    if not engine.run(f"return location.href === {address} && reported.length === 0"):
        engine.open(host.address + tree)
    until(engine, READY)
    question(engine)
    if engine.run("return Boolean(document.querySelector('.boom-opnieuw')?.offsetParent)"):
        tap(engine, ".boom-opnieuw")
        until(engine, f"/gewist/.test({text('.boom-melding')})")  # it goes back through the tab's history
    shows(engine, "acuut-gevaar")


def copied(engine: Engine, place: str, said: str) -> str:
    """What was copied, once the page says so. An engine without a clipboard says that too, and what to do."""
    if not engine.run("return Boolean(navigator.clipboard)"):
        until(engine, f"{text(place)}.startsWith('Kopiëren lukt hier niet')")
        raise Cannot("it has no clipboard without a screen; the page says so")
    until(engine, f"/{said}/.test({text(place)})")
    return str(engine.run("return window.copied"))


@feature("the link and the citation of a provision, copied")
def test_a_citation_is_copied(engine: Engine, watched: Host) -> None:
    engine.open(watched.address + ARTICLE)
    tap(engine, "#lid-4-b .bepaling-knop")
    tap(engine, "#lid-4-b .bepaling-keuzes button:nth-of-type(1)")
    assert copied(engine, ANNOUNCED, "gekopieerd") == f"{watched.address}{ARTICLE}#lid-4-b"
    tap(engine, "#lid-4-b .bepaling-keuzes button:nth-of-type(2)")
    until(engine, "/^artikel 6.4, onder b, Privacyprotocol/.test(window.copied)")


LOOK = """await document.fonts.ready;
const moving = document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < 10_000);
await Promise.allSettled(moving.map(one => one.finished)); // a colour on its way to another one has too little contrast for a moment
const closed = [...document.querySelectorAll("details:not([open])")].filter(one => one.querySelectorAll("*").length > 500);
const aside = closed.map(one => [one, [...one.children].slice(1)]);
for (const [, parts] of aside) for (const part of parts) part.remove();
const result = await axe.run().finally(() => { for (const [one, parts] of aside) one.append(...parts); });
return result.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`);"""
"""Without what stands in a large part that is closed, as the whole of a tree in words: nobody sees it, Firefox takes half a minute to find that
out, and `tests/site/test_accessibility.py` looks at it."""


def violations(engine: Engine) -> Any:
    """What axe finds, each with its first place. A driver's script stands outside the page's policy, as a browser's tool does."""
    return engine.run(f"if (!window.axe) {{ {AXE}\n }} {LOOK}")


@feature("axe finds nothing: an article, the open search, a question, an advice")
def test_axe_finds_nothing(engine: Engine, watched: Host) -> None:
    found = {}
    engine.open(watched.address + ARTICLE)
    until(engine, f"{text('h1')} && document.readyState === 'complete'")
    found["an article"] = violations(engine)
    search(engine, "geheim")
    found["the open search"] = violations(engine)
    open_tree(engine, watched)
    walk(engine, TO_VALID[:3])
    found["a question"] = violations(engine)
    walk(engine, TO_VALID[3:])
    engine.run("for (const one of document.querySelectorAll('.boom-knoop details')) one.open = true")
    found["an advice"] = violations(engine)
    assert {where: what for where, what in found.items() if what} == {}


@feature("a walk to an advice, each step checked by Python")
def test_a_walk_is_checked_at_each_step(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    for id in TO_VALID:
        answer(engine, id)
        checked(engine, question(engine))
    assert question(engine) == "toestemming-geldig"
    assert "De toestemming is geldig" in engine.run(f"return {text('.boom-knoop h3')}")
    assert engine.run("return document.activeElement.tagName") == "H3"


@feature("back, forward and reload in a walk")
def test_back_forward_and_reload(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    walk(engine, TO_VALID[:4])
    shows(engine, "geldigheid")
    engine.back()
    shows(engine, "besluit-12-15")
    engine.run("setTimeout(() => history.forward())")
    shows(engine, "geldigheid")
    engine.back()
    shows(engine, "besluit-12-15")
    engine.reload()
    shows(engine, "besluit-12-15")
    until(engine, "document.querySelectorAll('.boom-route .wijzig').length === 3")
    tap(engine, ".boom-terug")
    shows(engine, "leeftijd")
    assert engine.run("return location.search + location.hash") == ""


def test_a_private_window_says_that_it_kept_no_answers(collecting: Host) -> None:
    try:
        with webkit_gtk("--private") as window:
            open_tree(window, collecting)
            walk(window, TO_VALID[:3])
            window.reload()
            shows(window, "acuut-gevaar")
            until(window, f"/er niet meer: in een privévenster/.test({text('.boom-melding')})")
    except Missing as missing:
        pytest.skip(str(missing))


@feature("wiped: a fresh start, also after a reload")
def test_wiped_is_a_fresh_start(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    walk(engine, TO_VALID[:3])
    tap(engine, ".boom-opnieuw")
    shows(engine, "acuut-gevaar")
    until(engine, f"/gewist/.test({text('.boom-melding')})")
    engine.reload()
    shows(engine, "acuut-gevaar")


@feature("a double press answers one question")
def test_a_double_press_answers_one_question(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    x, y = until(
        engine,
        "(e => { e.scrollIntoView({block: 'center', behavior: 'instant'}); const r = e.getBoundingClientRect();"
        "return [r.left + 60, r.top + 10]; })(document.querySelector('.boom-loop button[data-antwoord=nee]'))",
    )
    engine.press(x, y, times=2)
    shows(engine, "waarvoor")
    assert engine.run("return document.querySelectorAll('.boom-loop .wijzig').length") == 1


@feature("rapid back and forward")
def test_rapid_back_and_forward(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    engine.run("for (let step = 0; step < 30; step += 1) history.pushState(null, '')")  # no step leads out of the page
    walk(engine, TO_VALID)
    engine.run(
        """const frame = () => new Promise(resolve => setTimeout(resolve, 10));
        const depth = () => document.querySelectorAll(".boom-loop .wijzig").length;
        let came = 0, back = 0;
        addEventListener("popstate", () => { came += 1; });
        for (let round = 0; round < 60; round += 1) {
          const goes = depth() > 2 && round % 3 && back < 30; // on a busy machine what is shown comes late: never out of the page
          if (goes) back += 1;
          history.go(goes ? -1 : 1);
          await frame();
        }
        for (let quiet = 0, seen = came; quiet < 20; quiet += 1, await frame()) if (seen !== came) [quiet, seen] = [0, came];
        if (came < 20) throw new Error(`only ${came} steps`);"""
    )
    shown, steps = question(engine), engine.run("return document.querySelectorAll('.boom-loop .wijzig').length")
    assert steps > 0
    engine.reload()
    shows(engine, shown)
    until(engine, f"document.querySelectorAll('.boom-loop .wijzig').length === {steps}")


@feature("back to a walk from another page")
def test_going_back_from_another_page(
    engine: Engine, watched: Host, record_property: Callable[[str, str], None]
) -> None:
    open_tree(engine, watched)
    walk(engine, TO_VALID[:3])
    engine.run("window.same = true; addEventListener('pageshow', event => { window.persisted = event.persisted; })")
    engine.open(watched.address + ARTICLE)
    engine.back()
    shows(engine, "besluit-12-15")
    until(engine, "window.same === undefined || window.persisted === true")
    same = engine.run("return window.same === true")
    record_property("how", "the page as it was" if same else "loaded again")
    until(engine, READY)
    walk(engine, TO_VALID[3:])
    checked(engine, "toestemming-geldig")


@feature("a changed answer: what rests on it is asked again")
def test_a_changed_answer_takes_no_yes_along(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched, DELEN)
    walk(engine, TO_SCHOOL)
    shows(engine, "delen-met-toestemming")
    tap(engine, ".boom-redenen > details > summary")
    tap(engine, '.wijzig[aria-label="Wijzig je antwoord op: Wat wil je doen?"]')
    answer(engine, "gevraagd")
    confirmed = []
    while not engine.run("return Boolean(document.querySelector('.boom-knoop > .uitkomst'))"):
        assert "Klopt dit nog?" in engine.run(f"return {text('.boom-eerder')} ?? ''"), question(engine)
        checked(engine, question(engine))
        confirmed.append(question(engine))
        answer(engine, engine.run("return document.querySelector('.boom-knoop [aria-pressed=true]').dataset.antwoord"))
    assert confirmed == ["ontvanger", "soort-gegevens", "t.gezag", "t.besluit-een", "t.geldigheid", "afweging"]
    assert question(engine) == "delen-met-toestemming"


@feature("a household, also after a reload and back")
def test_a_household(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    for who in ("Moeder en vader", "Stiefvader", "Kind van 0–11", "Kind van 0–11", "Kind van 12–15"):
        persons = engine.run("return document.querySelectorAll('.huishouden-personen > li').length")
        tap(engine, ".huishouden button", f"+ {who}")
        until(engine, f"document.querySelectorAll('.huishouden-personen > li').length > {persons}")
    choose(engine, "Is er nu acuut gevaar voor iemand?", "Nee")
    choose(engine, "Wie heeft het gezag over kind 1?", "Moeder en stiefvader samen")
    choose(engine, "Wie heeft het gezag over kind 2?", "Moeder en vader samen")
    choose(engine, "Wat zegt vader over de eigen gegevens en kind 2?", "Nee")
    tap(engine, ".huishouden button", "Alle anderen apart gevraagd, en zij zeggen ja")
    choose(engine, "Klopt dit voor het hele stuk, voor ieder die ja zei?", "Ja, dit klopt allebei")
    together(engine, "nu niet")
    engine.reload()
    until(engine, READY)
    together(engine, "nu niet")
    tap(engine, ".huishouden button", "Laat weg wat over vader en kind 2 gaat")
    together(engine, "mag, onder voorwaarden")
    engine.back()
    together(engine, "nu niet")


def choose(engine: Engine, asked: str, said: str) -> None:
    """Answer a question of the overview."""
    card = f"[...document.querySelectorAll('.huishouden fieldset')].find(f => f.querySelector('legend')?.textContent.trim() === {json.dumps(asked)})"
    tap(engine, "button", said, card)
    until(engine, f"!['open', 'deel'].includes(({card})?.dataset.stand)")


def together(engine: Engine, advice: str) -> None:
    """What is said of everyone together."""
    until(engine, f"{text('.huishouden-advies > h3')} === 'Samen: {advice}'")


def made_record(engine: Engine, host: Host) -> str:
    """Walk to an advice and make its record."""
    open_tree(engine, host)
    walk(engine, TO_VALID)
    tap(engine, ".boom-verslag-knop")
    until(engine, "!document.querySelector('.boom-verslag').hidden")
    return str(engine.run(f"return {text('.boom-verslag pre')}"))


@feature("the record, gone after a reload")
def test_the_record_is_made_and_goes_with_a_reload(engine: Engine, watched: Host) -> None:
    record = made_record(engine, watched)
    assert "ADVIES: mag, onder voorwaarden" in record and "nog niet getoetst door een jurist" in record
    engine.reload()
    shows(engine, "toestemming-geldig")
    assert engine.run("return document.querySelector('.boom-verslag').hidden")


@feature("the record, copied")
def test_the_record_is_copied(engine: Engine, watched: Host) -> None:
    record = made_record(engine, watched)
    tap(engine, ".verslag-kopieer")
    assert copied(engine, ".boom-verslag .boom-gedaan", "gekopieerd") == record


@feature("a link with answers, made, copied and opened")
def test_a_link_with_answers(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    walk(engine, TO_VALID)
    tap(engine, ".boom-link-knop")
    link = copied(engine, ".boom-uitvoer .boom-gedaan", "ziet je antwoorden")
    assert link.startswith(f"{watched.address}{TREE}#a=")
    engine.open("about:blank")
    engine.open(link)
    shows(engine, "toestemming-geldig")
    assert engine.run("return location.hash") == ""


def printed(engine: Engine) -> str:
    """The text of the page as it prints."""
    document = pypdfium2.PdfDocument(engine.pdf())
    return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


@feature("printing: an article, an advice, the record alone")
def test_printing(engine: Engine, watched: Host) -> None:
    engine.open(watched.address + ARTICLE)
    until(engine, f"{text('h1')} && document.readyState === 'complete'")
    paper = printed(engine)
    assert "Geheimhouding" in paper and "wetten.overheid.nl" in paper
    open_tree(engine, watched)
    walk(engine, TO_VALID)
    assert "De toestemming is geldig" in printed(engine)
    tap(engine, ".boom-verslag-knop")
    until(engine, "!document.querySelector('.boom-verslag').hidden")
    engine.run("document.documentElement.classList.add('print-verslag')")  # as its button does, before it prints
    paper = printed(engine)
    engine.run("document.documentElement.classList.remove('print-verslag')")
    assert "ADVIES: mag, onder voorwaarden" in paper and "Wat het advies verandert" not in paper


@feature("axe finds nothing: other kinds of pages")
def test_axe_finds_nothing_on_other_kinds_of_pages(engine: Engine, watched: Host) -> None:
    found = {}
    for path in LOOKED_AT:
        engine.open(watched.address + path)
        until(engine, f"{text('h1')} && document.readyState === 'complete'")
        found[path] = violations(engine)
    assert {where: what for where, what in found.items() if what} == {}


@feature("without a network: Python, a walk, its record")
def test_python_without_a_network(engine: Engine, site: Path) -> None:
    with hosting(site) as host:
        keep(engine, host.address)
        host.die()
        open_tree(engine, host)
        walk(engine, TO_VALID)
        checked(engine, "toestemming-geldig")
        tap(engine, ".boom-verslag-knop")
        until(engine, f"/ADVIES: mag, onder voorwaarden/.test({text('.boom-verslag pre')})")


def words(engine: Engine) -> str:
    """Which version the scripts are that are fetched now."""
    found = engine.run("return (await fetch('/assets/zoeken/nederlands.js')).text()")
    return "twee" if "versie twee" in found else "een"


def update(engine: Engine) -> None:
    """Look for a next version and take it."""
    engine.run("await (await navigator.serviceWorker.getRegistration()).update()")
    until(engine, "document.querySelector('.nieuwe-versie button') !== null")
    assert words(engine) == "een"
    engine.run("document.querySelector('.nieuwe-versie button').click()")
    until(engine, f"/versie twee/.test({text('h1')})")
    assert words(engine) == "twee"


def keep_and_walk(engine: Engine, host: Host) -> None:
    """Keep the site, and come to the fourth question of a walk."""
    keep(engine, host.address)
    engine.open(host.address + TREE)
    walk(engine, TO_VALID[:3])


@feature("an update in the middle of a walk: the walk stays")
def test_an_update_in_the_middle_of_a_walk(engine: Engine, small: Path, tmp_path: Path) -> None:
    two = next_version(small, tmp_path / "twee")
    with hosting(small) as host:
        keep_and_walk(engine, host)
        host.folder = two
        update(engine)
        shows(engine, "besluit-12-15")
        engine.back()
        shows(engine, "leeftijd")
        walk(engine, TO_VALID[2:])
        assert question(engine) == "toestemming-geldig"


@feature("back to a walk from before an update: one version")
def test_back_to_a_page_from_before_an_update(engine: Engine, small: Path, tmp_path: Path) -> None:
    two = next_version(small, tmp_path / "twee")
    with hosting(small) as host:
        keep_and_walk(engine, host)
        until(engine, "navigator.serviceWorker.controller !== null")
        engine.open(host.address + ARTICLE)
        host.folder = two
        update(engine)
        engine.back()
        one_version = (
            "(await fetch('/assets/zoeken/nederlands.js').then(r => r.text())).includes('versie twee')"
            f" === /versie twee/.test({text('h1')})"
        )
        until(engine, f"document.readyState === 'complete' && {one_version}")
        shows(engine, "besluit-12-15")
        assert engine.run(f"return {one_version}")
