"""What changed in the model from one published version to the next, from the registers that were published.

A published version keeps its own folder (`versions`); its `api/bepalingen.json` says what its provisions were, its feed of which day it is.
"""

from __future__ import annotations

import datetime
import json
import os
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lxml import etree

from macros.edition.tracked import parts
from macros.handbook.files import TRACKED_FILES, WORD_FILES
from macros.publication.versions import NEWEST, NUMBERED, ordered, read_list
from macros.shared.dates import dutch
from macros.shared.errors import BuildError
from macros.text.comparison import ADDED, Change, compare
from macros.text.register import Provision, Register

RESTORE = "Take the folder as it was published: git checkout in it, or make publish BRANCH=published."
UPDATED = "{http://www.w3.org/2005/Atom}updated"


@dataclass(frozen=True)
class Version:
    """A version of the model. `name`: as in its address ("v2"), or empty when it has none yet; `number`: as people read it."""

    name: str
    number: str
    day: datetime.date
    register: Register

    @property
    def label(self) -> str:
        """The version as a sentence has it."""
        return f"versie {self.number}"


@dataclass(frozen=True)
class Step:
    """From one version to the next: what changed."""

    old: Version
    new: Version
    changes: Sequence[Change]

    @property
    def id(self) -> str:
        """Its name in addresses: "v1-v2"."""
        return f"{self.old.name}-{self.new.name or NEWEST}"


def folder_of(root: Path) -> Path:
    """Where the published versions lie: `public/`, or PUBLISHED."""
    return Path(os.environ.get("PUBLISHED") or root / "public")


def read_published(folder: Path, own: str) -> list[Version]:
    """The published versions before `own` (a version's name, or anything else for a site that is no version yet), the oldest first.
    BuildError when what was published cannot be read."""
    listed = [one for one in reversed(read_list(folder)) if one != NEWEST]
    if NUMBERED.fullmatch(own):
        before = [*reversed(ordered({*listed, own}))]
        listed = before[: before.index(own)]
    return [read_version(folder / name, name) for name in listed]


def read_version(folder: Path, name: str) -> Version:
    """One published version."""
    try:
        entries = json.loads((folder / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
        feed = etree.fromstring((folder / "api" / "wijzigingen.atom").read_bytes())
        day = datetime.date.fromisoformat((feed.findtext(UPDATED) or "")[:10])
        return Version(name, name.removeprefix("v"), day, Register(map(provision, entries)))
    except (OSError, ValueError, KeyError, TypeError, etree.XMLSyntaxError) as error:
        raise BuildError(str(folder), f"the version cannot be read ({error!r})", RESTORE) from error


def provision(entry: dict[str, str]) -> Provision:
    """A provision as a version's register has it."""
    return Provision(
        id=entry["id"],
        url=entry["url"],
        document=entry["document"],
        citation=entry["aanduiding"],
        title=entry["titel"],
        text=entry["tekst"],
        kind=entry.get("soort", ""),
        file="",
    )


def steps(versions: Sequence[Version]) -> list[Step]:
    """What each version changed, the newest first. `versions`: the oldest first."""
    return [Step(old, new, compare(old.register, new.register)) for old, new in reversed([*pairwise(versions)])]


def word_before(folder: Path, step: Step) -> dict[str, bytes]:
    """The Word files of the version before a step, of the documents that it changed; none of a version that was published without books.
    BuildError when one cannot be read. `folder`: where the published versions lie."""
    changed = {change.provision.document for change in step.changes}
    found = {}
    for id in [id for id in TRACKED_FILES if id in changed]:
        path = folder / step.old.name / "handboek" / WORD_FILES[id]
        if path.exists():
            found[id] = path.read_bytes()
            try:
                parts(found[id])
            except (ValueError, zipfile.BadZipFile) as error:
                raise BuildError(str(path), f"is no Word file ({error})", RESTORE) from error
    return found


def last_changed(page: str, versions: Sequence[Version], all_steps: Sequence[Step]) -> tuple[str, str]:
    """When a page of source text last changed, as a sentence, and the step that did it ("v1-v2"); no step when none did."""
    for step in all_steps:
        found = [change for change in step.changes if change.provision.url.split("#")[0].strip("/") == page]
        if found:
            new = any(change.kind == ADDED and change.provision.id == page for change in found)
            return f"{'Nieuw' if new else 'Laatst gewijzigd'} in {step.new.label} ({dutch(step.new.day)}).", step.id
    first = versions[0]
    only = ", de eerste versie" if len(versions) == 1 else ""
    return f"Ongewijzigd sinds {first.label} ({dutch(first.day)}){only}.", ""
