"""What goes wrong on a reader's phone, in each engine: files that do not come, forbidden storage, limits, a lost key, another tab.

The limit of changes of the history is the engine's own: a script uses it up. `tests/site/` has the same in Chromium, in more ways.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.engines.conftest import COLLECT, injected, keep, text
from tests.engines.drivers import Engine, until
from tests.engines.table import feature
from tests.engines.test_walks import open_tree, question, shows, tap, walk
from tests.site.faults import LOGIN, Answer, Host, hosting
from tests.site.test_one_truth import TRANSLATED
from tests.site.test_walk import TO_VALID, TREE
from tests.site.test_wiped import KEYS

FORBIDDEN = """<script>
const no = () => { throw new DOMException("nee", "SecurityError"); };
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: no });
for (const name of ["open", "match", "keys", "has", "delete"]) CacheStorage.prototype[name] = async () => no();
for (const name of ["request", "query"]) LockManager.prototype[name] = async () => no();
Object.defineProperty(Navigator.prototype, "serviceWorker", { get: no });
</script>"""
ENOUGH = (
    "try { for (let made = 0; made < 1000; made += 1) history.replaceState(history.state, ''); } catch { return true; }"
)
"""Change the history until the engine takes no more; whether it came to that."""
WITHOUT_LIMIT = {"Firefox": "under a driver it takes a thousand changes at once"}


@feature("scripts that do not come: the tree as text, and Python ended")
def test_scripts_that_do_not_come_leave_the_text(engine: Engine, site: Path) -> None:
    script = {"Content-Type": "text/javascript"}
    for answer in (Answer(status=404), Answer(headers=script), Answer(LOGIN, headers=script)):
        with hosting(site) as host:
            host.rule = lambda path, answer=answer: answer if path == "assets/boom.js" else None  # type: ignore[misc]
            engine.open(host.address + TREE)
            until(engine, "document.documentElement.classList.contains('boom-oud')")
            told = "document.querySelector('.boom-zonder')"
            until(
                engine,
                f"{told}.offsetParent && /kwam niet aan: laad de bladzijde dan opnieuw/.test({told}.textContent)",
            )
            assert (
                engine.run("return Object.keys(localStorage).filter(name => name.startsWith('rekenhulp-start'))") == []
            )


@feature("storage that is forbidden: a walk, Python, a wipe")
def test_forbidden_storage_stops_nothing(engine: Engine, site: Path) -> None:
    with hosting(site) as host:
        host.rule = injected(site, COLLECT + FORBIDDEN)
        open_tree(engine, host)
        walk(engine, TO_VALID)
        tap(engine, ".boom-opnieuw")
        until(engine, f"/sluit het/.test({text('.boom-melding')})")
        assert engine.run("return reported") == []
        engine.open(host.address + "offline/")
        until(engine, f"/laat bewaren niet toe/.test({text('.offline-stand')})")
        assert engine.run("return reported") == []


@feature("no more changes of the history: the search goes on", cannot=WITHOUT_LIMIT)
def test_the_search_goes_on_where_the_engine_had_enough_of_addresses(engine: Engine, watched: Host) -> None:
    engine.open(f"{watched.address}zoeken/#q={'geheimhouding '.ljust(199)}%F0%9F%98%80")
    until(engine, f"/resulta/.test({text('.zoekpagina .zoek-melding')})")
    assert engine.run(ENOUGH)
    engine.run(
        "const field = document.querySelector('.zoekpagina input');"
        "for (const more of ['\\ud83d', 'xyzxyz']) { field.value = more; field.dispatchEvent(new Event('input')); }"
    )
    until(engine, f"/Niets gevonden voor “xyzxyz”/.test({text('.zoekpagina .zoek-melding')})")


@feature("no more changes of the history: wiped all the same", cannot=WITHOUT_LIMIT)
def test_a_wipe_where_the_engine_had_enough_of_its_history(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    walk(engine, TO_VALID[:3])
    assert engine.run(ENOUGH)
    tap(engine, ".boom-opnieuw")
    until(engine, f"/Alles (is|op deze bladzijde is) gewist/.test({text('.boom-melding')})")
    shows(engine, "acuut-gevaar")
    engine.reload()
    shows(engine, "acuut-gevaar")


@feature("an answer that a newer tree dropped is named")
def test_a_dropped_answer_is_named(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    kept = {"boom": {"toestemming": {"antwoorden": {"acuut-gevaar": "nee", "waarvoor": "verdwenen"}}}}
    engine.run(f"history.replaceState({json.dumps(kept)}, '')")
    engine.reload()
    shows(engine, "waarvoor")
    until(engine, f"/Niet meer passend en weggelaten: waarvoor/.test({text('.boom-melding')})")


@feature("a lost key: the steps that follow are kept")
def test_steps_after_a_lost_key_are_kept(engine: Engine, watched: Host) -> None:
    open_tree(engine, watched)
    walk(engine, TO_VALID[:2])
    engine.run("await Promise.all((await caches.keys()).map(name => caches.delete(name)))")
    walk(engine, TO_VALID[2:4])
    until(engine, f"({KEYS})().then(keys => keys.length === 1)")
    engine.reload()
    shows(engine, "geldigheid")


@feature("another tab wipes one's own edition: this one keeps nothing more, and says so")
def test_another_tab_that_wipes_stops_this_one_from_keeping(engine: Engine, watched: Host) -> None:
    engine.open(watched.address + "eigen-versie/")
    until(engine, "!document.querySelector('.ev-start').hidden")
    engine.run("document.querySelector('.ev-start').click()")
    until(engine, "document.activeElement?.name === 'ev-naam'")
    engine.run("document.querySelector('.ev-onthoud').click()")
    name = "Object.keys(localStorage).find(one => one.startsWith('eigen-versie:'))"
    until(engine, name)
    engine.run(
        f"const name = {name}, other = document.body.appendChild(document.createElement('iframe'));"
        "other.contentWindow.localStorage.removeItem(name);"
    )
    until(engine, "!document.querySelector('.ev-onthoud').checked")
    until(engine, f"/Een ander tabblad veranderde of wiste/.test({text('.ev-stand')})")
    assert engine.run(f"return {name}") is None


@feature("a page that the browser translates advises nothing")
def test_a_translated_page_advises_nothing(engine: Engine, watched: Host) -> None:
    engine.open("about:blank")
    open_tree(engine, watched)
    walk(engine, ["nee"])
    engine.run(f"({TRANSLATED})()")
    tap(engine, ".boom-knoop .antwoord")
    until(engine, "document.querySelector('.boom').dataset.python === 'different'")
    assert (
        engine.run(
            "return [...document.querySelectorAll('.boom-loop, .boom-tekst')].filter(one => one.offsetParent).length"
        )
        == 0
    )
    assert engine.run("return Boolean(document.querySelector('.boom-stop').offsetParent)")


@feature("a link with %23: no answer goes to the host")
def test_a_link_with_an_escaped_mark_takes_no_answer_to_the_host(engine: Engine, small: Path) -> None:
    with hosting(small) as host:
        keep(engine, host.address)
        host.asked.clear()
        engine.open(f"{host.address}{TREE}%23a=acuut-gevaar~nee")
        assert question(engine) == "waarvoor"
        assert engine.run("return location.href") == host.address + TREE
        assert [path for path in host.asked if "acuut" in path] == []
