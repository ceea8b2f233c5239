"""The stored source document and the reviewed list of places where the site differs from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.shared.errors import BuildError
from macros.shared.stored_files import read_text, read_yaml, shaped
from macros.text.register import Register

LIST = "bron/afwijkingen.yml"
FIELDS = ("plaats", "oud", "nieuw", "reden", "verplaatst_na")
"""Of a correction; the last only when it also moved."""


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
    data = read_yaml(folder.parent, LIST)
    with shaped(LIST, "lists of entries with plaats, oud, nieuw (or tekst) and reden"):
        corrections = tuple(
            Deviation(*(str(d.get(key, "") if key == "verplaatst_na" else d[key]) for key in FIELDS))
            for d in data["afwijkingen"]
        )
        notes = {
            name: tuple(Note(*(str(d[key]) for key in ("plaats", "tekst", "reden"))) for d in data[name])
            for name in ("toegevoegde_koppen", "behouden")
        }
    source = flat(read_text(folder.parent, "bron/modelconvenant.txt"))
    return Deviations(source, corrections, notes["toegevoegde_koppen"], notes["behouden"])
