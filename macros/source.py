"""The stored source document and the reviewed list of places where the site differs from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.errors import BuildError
from macros.provisions import Register

LIST = "bron/afwijkingen.yml"


@dataclass(frozen=True)
class Deviation:
    """One correction: `old` stands once in the source, the site says `new`; `after` when it also moved."""

    place: str
    old: str
    new: str
    reason: str
    after: str = ""

    @property
    def change(self) -> str:
        """What differs, as a sentence."""
        return "Verplaatst." if self.after else f"Bron: “{self.old}”. Hier: “{self.new}”."


@dataclass(frozen=True)
class Note:
    """A heading that the site adds, or a slip of the source that the site keeps: where, which words, why."""

    place: str
    text: str
    reason: str


def flat(text: str) -> str:
    """The text with each run of white space as one space: how source and site are compared."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Deviations:
    """The whole list, with the source it belongs to."""

    source: str
    corrections: tuple[Deviation, ...]
    headings: tuple[Note, ...]
    kept: tuple[Note, ...]

    def check(self, register: Register) -> None:
        """BuildError when an entry names a place that is not published or words that are not in the source once."""
        for place in [*(entry.place for entry in self.corrections), *(n.place for n in (*self.headings, *self.kept))]:
            register.find(place, LIST)
        for entry in self.corrections:
            found = self.source.count(entry.old)
            if found != 1:
                raise BuildError(
                    LIST,
                    f"{entry.place}: {entry.old!r} stands {found} times in the source",
                    "Quote enough words around the slip to make it unique.",
                )
        for note in self.kept:
            if note.text not in self.source:
                raise BuildError(LIST, f"{note.place}: {note.text!r} is not in the source", "Quote it exactly.")

    def expected(self) -> str:
        """The source with the corrections applied: what the site must say, word for word."""
        text = self.source
        for entry in self.corrections:
            text = text.replace(entry.old, "" if entry.after else entry.new)
        for entry in self.corrections:
            if entry.after:
                text = text.replace(entry.after, f"{entry.after} {entry.new}")
        return flat(text)


def read_deviations(folder: Path) -> Deviations:
    """Read the source and its list from bron/. BuildError when an entry lacks a field."""
    data: dict[str, list[dict[str, Any]]] = yaml.safe_load((folder / "afwijkingen.yml").read_text(encoding="utf-8"))
    try:
        corrections = tuple(
            Deviation(d["plaats"], d["oud"], d["nieuw"], d["reden"], d.get("verplaatst_na", ""))
            for d in data["afwijkingen"]
        )
        notes = {
            name: tuple(Note(d["plaats"], d["tekst"], d["reden"]) for d in data[name])
            for name in ("toegevoegde_koppen", "behouden")
        }
    except KeyError as missing:
        raise BuildError(
            LIST, f"an entry lacks {missing}", "Each entry has plaats, oud, nieuw (or tekst) and reden."
        ) from missing
    source = flat((folder / "modelconvenant.txt").read_text(encoding="utf-8"))
    return Deviations(source, corrections, notes["toegevoegde_koppen"], notes["behouden"])
