"""The feed says what each release changed in provisions and trees, and what is not yet released."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from lxml import etree

from macros.data.changes import FILE, NAMESPACE, XHTML, History, changes, difference, feed, read_history
from macros.shared.errors import BuildError
from tools.changes import add_release

DAY = datetime.date(2026, 11, 26)
SITE = "https://voorbeeld.nl/map/"
A = f"{{{NAMESPACE}}}"


def published(folder: Path, **texts: str) -> Path:
    """Published data with some provisions, and one tree of one outcome whose title is a text too."""
    folder.mkdir(exist_ok=True)
    boom = {"id": "delen", "vragen": [], "uitkomsten": [{"id": "mag", "titel": texts.pop("boom", "Mag")}]}
    provisions = [{"id": id, "aanduiding": id, "tekst": text} for id, text in texts.items()]
    (folder / "bepalingen.json").write_text(json.dumps({"bepalingen": provisions}))
    (folder / "beslisbomen.json").write_text(json.dumps({"bomen": [boom]}))
    return folder


def test_a_release_says_what_is_new_changed_and_gone(tmp_path: Path) -> None:
    (tmp_path / "bron").mkdir()
    first = add_release(tmp_path, "1.0.0", DAY, published(tmp_path / "api", a="een", b="twee"))
    assert first.ids == {"nieuw": ["a", "b", "beslisbomen/delen/mag"], "gewijzigd": [], "vervallen": []}
    second = add_release(tmp_path, "1.1.0", DAY, published(tmp_path / "api", a="anders", c="drie", boom="Nee"))
    assert second.ids == {"nieuw": ["c"], "gewijzigd": ["a", "beslisbomen/delen/mag"], "vervallen": ["b"]}
    history = read_history(tmp_path)
    assert [change.version for change in history.releases] == ["1.1.0", "1.0.0"]
    assert list(changes(history, history.state, DAY)) == list(history.releases)
    with pytest.raises(BuildError, match=r"1\.1\.0 is kept already"):
        add_release(tmp_path, "1.1.0", DAY, tmp_path / "api")


def test_the_feed_has_what_a_reader_needs_and_links_to_provisions(tmp_path: Path) -> None:
    (tmp_path / "bron").mkdir()
    add_release(tmp_path, "1.0.0", DAY, published(tmp_path / "api", a="een"))
    history = read_history(tmp_path)
    later = DAY + datetime.timedelta(days=3)
    root = etree.fromstring(feed(history, {**history.state, "a": "other", "d": "new"}, {"a": "/a/#lid-1"}, later, SITE))
    for element in (root, *root.iter(f"{A}entry")):
        for needed in ("id", "title", "updated"):
            assert element.findtext(f"{A}{needed}")
    newest, first = root.findall(f"{A}entry")
    assert root.findtext(f"{A}updated") == newest.findtext(f"{A}updated") == "2026-11-29T00:00:00Z"
    assert newest.findtext(f"{A}title") == "Nog niet uitgegeven, 29 november 2026: 1 nieuw, 1 gewijzigd"
    assert [a.get("href") for a in newest.iter(f"{{{XHTML}}}a")] == [f"{SITE}a/#lid-1"]
    assert first.findtext(f"{A}title") == "Uitgave 1.0.0, 26 november 2026: 2 nieuw"
    assert root.find(f"{A}author/{A}name") is not None
    assert [link.get("rel") for link in root.findall(f"{A}link")] == ["self", "alternate"]


def test_the_published_feed_lists_every_provision_and_node_that_is_not_yet_released(site: Path) -> None:
    root = etree.parse(site / "api" / "wijzigingen.atom").getroot()
    said = {"".join(item.itertext()) for item in root.iter(f"{{{XHTML}}}li")}
    register = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    assert {entry["id"] for entry in register} <= said
    assert "beslisbomen/delen/acuut-gevaar" in said


def test_the_same_state_is_no_change_and_a_damaged_history_is_told(tmp_path: Path) -> None:
    assert not any(difference({"a": "1"}, {"a": "1"}).values())
    assert list(changes(History(state={"a": "1"}), {"a": "1"}, DAY)) == []
    (tmp_path / "bron").mkdir()
    (tmp_path / FILE).write_text("{}")
    with pytest.raises(BuildError, match=FILE):
        read_history(tmp_path)
