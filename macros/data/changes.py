"""What changed in provisions and trees, release by release, as an Atom feed.

`bron/wijzigingen.json` keeps what each release changed and the state of the last one, as digests; `make changes` adds a release to it.
What is different from that state by now comes first in the feed, as not yet released.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from macros.edition.filling import made_by
from macros.shared.dates import dutch
from macros.shared.stored_files import read_text, shaped
from macros.text.citable_parts import slug

FILE = "bron/wijzigingen.json"
NAMESPACE = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
URN = "urn:gegevens-delen-in-de-proeftuin"
KINDS = (("nieuw", "Nieuw"), ("gewijzigd", "Gewijzigd"), ("vervallen", "Vervallen"))

type State = Mapping[str, str]
"""A digest of the words of each provision and of each node of a tree ("beslisbomen/delen/rol"), by id."""


@dataclass(frozen=True)
class Change:
    """What a release changed: ids by kind of change. `version` is empty when it is not yet released."""

    version: str
    day: datetime.date
    ids: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class History:
    """The releases, the newest first, and the state of the newest."""

    releases: tuple[Change, ...] = ()
    state: State = field(default_factory=dict)


def state_of(provisions: Iterable[Mapping[str, str]], trees: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The state that published data have: `bepalingen` of bepalingen.json, `bomen` of beslisbomen.json."""
    state = {entry["id"]: _digest([entry["aanduiding"], entry["tekst"]]) for entry in provisions}
    for tree in trees:
        for node in (*tree["vragen"], *tree["uitkomsten"]):
            state[f"beslisbomen/{tree['id']}/{node['id']}"] = _digest(node)
    return state


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def difference(old: State, new: State) -> dict[str, list[str]]:
    """What is new, changed and gone, in the order of the text."""
    return {
        "nieuw": [id for id in new if id not in old],
        "gewijzigd": [id for id in new if old.get(id, new[id]) != new[id]],
        "vervallen": [id for id in old if id not in new],
    }


def read_history(root: Path) -> History:
    """The releases so far. BuildError when the file cannot be read."""
    if not (root / FILE).exists():
        return History()
    text = read_text(root, FILE)
    with shaped(FILE, "what `make changes` writes: restore it from git"):
        stored = json.loads(text)
        return History(tuple(map(read_release, stored["uitgaven"])), texts(stored["stand"]))


def read_release(entry: Mapping[str, Any]) -> Change:
    """A release as it is kept. TypeError, ValueError or KeyError for what is none."""
    if not all(isinstance(ids, list) and all(isinstance(id, str) for id in ids) for ids in entry["wat"].values()):
        raise TypeError(f"{entry['wat']!r} are no lists of ids")
    return Change(str(entry["versie"]), datetime.date.fromisoformat(entry["dag"]), dict(entry["wat"]))


def texts(data: Mapping[str, Any]) -> dict[str, str]:
    """Texts by their id. TypeError for anything else."""
    if not all(isinstance(value, str) for value in data.values()):
        raise TypeError("a digest is no text")
    return dict(data)


def write_history(root: Path, history: History) -> None:
    """Keep the releases."""
    releases = [{"versie": c.version, "dag": c.day.isoformat(), "wat": c.ids} for c in history.releases]
    text = json.dumps({"uitgaven": releases, "stand": history.state}, ensure_ascii=False, indent=1)
    (root / FILE).write_text(text + "\n", encoding="utf-8")


def changes(history: History, state: State, day: datetime.date) -> Iterator[Change]:
    """All changes, the newest first: what is not yet released, if anything, and each release."""
    now = difference(history.state, state)
    if any(now.values()):
        yield Change("", day, now)
    yield from history.releases


def feed(
    history: History, state: State, urls: Mapping[str, str], day: datetime.date, site: str, whose: str = ""
) -> bytes:
    """The feed. `urls`: where each provision stands, from the site's root; `site`: where the site stands, if the build knows; `whose`: the
    proeftuin whose edition it is, compared with the model's releases."""
    listed = list(changes(history, state, day))
    root = etree.Element(f"{{{NAMESPACE}}}feed", nsmap={None: NAMESPACE})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "nl")
    _text(root, "id", f"{URN}:{f'{slug(whose)}:' if whose else ''}wijzigingen")
    _text(root, "title", f"Gegevens delen in {whose or 'de proeftuin'}: wat is er gewijzigd?")
    _text(root, "updated", _moment(max((change.day for change in listed), default=day)))
    _text(etree.SubElement(root, f"{{{NAMESPACE}}}author"), "name", made_by(whose))
    if site:
        etree.SubElement(root, f"{{{NAMESPACE}}}link", rel="self", href=f"{site}api/wijzigingen.atom")
        etree.SubElement(root, f"{{{NAMESPACE}}}link", rel="alternate", href=site)
    for change in listed:
        _entry(root, change, urls, site)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _entry(root: etree._Element, change: Change, urls: Mapping[str, str], site: str) -> None:
    entry = etree.SubElement(root, f"{{{NAMESPACE}}}entry")
    _text(entry, "id", f"{URN}:uitgave:{change.version or 'nog-niet'}")
    name = f"Uitgave {change.version}" if change.version else "Nog niet uitgegeven"
    counted = ", ".join(f"{len(change.ids[kind])} {kind}" for kind, _ in KINDS if change.ids.get(kind))
    _text(entry, "title", f"{name}, {dutch(change.day)}: {counted or 'geen wijzigingen in teksten en bomen'}")
    _text(entry, "updated", _moment(change.day))
    content = etree.SubElement(entry, f"{{{NAMESPACE}}}content", type="xhtml")
    body = etree.SubElement(content, f"{{{XHTML}}}div", nsmap={None: XHTML})
    for kind, title in KINDS:
        if ids := change.ids.get(kind):
            etree.SubElement(body, f"{{{XHTML}}}p").text = title
            items = etree.SubElement(body, f"{{{XHTML}}}ul")
            for id in ids:
                item = etree.SubElement(items, f"{{{XHTML}}}li")
                if site and id in urls:
                    etree.SubElement(item, f"{{{XHTML}}}a", href=f"{site}{urls[id].lstrip('/')}").text = id
                else:
                    item.text = id


def _text(parent: etree._Element, tag: str, text: str) -> None:
    etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}").text = text


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
