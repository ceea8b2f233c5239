"""What an edition changed in the model: per provision, the words that went and came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.edition.differences import opcodes
from macros.text.register import Provision, Register

ADDED, CHANGED, REMOVED = "toegevoegd", "veranderd", "vervallen"


@dataclass(frozen=True)
class Piece:
    """Words that stayed ("="), went ("-") or came ("+")."""

    how: str
    words: str


@dataclass(frozen=True)
class Change:
    """A provision that differs. `provision`: as it is now, or as it was when it is gone."""

    kind: str
    provision: Provision
    pieces: tuple[Piece, ...]

    def to_json(self) -> dict[str, object]:
        """The change for other software."""
        return {
            "id": self.provision.id,
            "url": self.provision.url,
            "aanduiding": self.provision.citation,
            "soort": self.kind,
            "verschil": [[piece.how, piece.words] for piece in self.pieces],
        }


def compare(old: Register, new: Register) -> list[Change]:
    """The provisions that differ in their text, in the new one's reading order, and then those that are gone."""
    before = {one.id: one for one in old}
    changes = []
    for one in new:
        if one.id not in before:
            changes.append(Change(ADDED, one, (Piece("+", one.text),)))
        elif before[one.id].text != one.text:
            changes.append(Change(CHANGED, one, tuple(pieces(before[one.id].text, one.text))))
    gone = [one for one in old if one.id not in new]
    return [*changes, *(Change(REMOVED, one, (Piece("-", one.text),)) for one in gone)]


def pieces(old: str, new: str) -> Iterator[Piece]:
    """The words of two texts, those of the old before those of the new."""
    words = old.split(), new.split()
    for kind, from_old, to_old, from_new, to_new in opcodes(*words):
        went, came = " ".join(words[0][from_old:to_old]), " ".join(words[1][from_new:to_new])
        if kind == "equal":
            yield Piece("=", went)
            continue
        yield from (Piece(how, said) for how, said in (("-", went), ("+", came)) if said)
