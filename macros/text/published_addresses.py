"""Published addresses never break: they are recorded, and one that disappears needs a redirect.

`bron/adressen.txt` lists every address that was ever published, one a line; `make addresses` adds the new ones.
`bron/verhuisd.yml` says where an address went: old id, new id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from macros.shared.errors import BuildError
from macros.shared.stored_files import read_text, read_yaml, shaped
from macros.text.register import Register

RECORD = "bron/adressen.txt"
MOVED = "bron/verhuisd.yml"


def read_moved(root: Path) -> dict[str, str]:
    """Where ids went: old id to new id."""
    with shaped(MOVED, "a line `old/address: new/address` for each"):
        return {str(old): str(new) for old, new in (read_yaml(root, MOVED) or {}).items()}


def recorded(root: Path) -> list[str]:
    """The ids of all that was ever published under an address of its own. BuildError when there is none: an empty record would
    protect nothing."""
    ids = [line for line in read_text(root, RECORD).splitlines() if line and line[0] != "#"]
    if not ids:
        raise BuildError(RECORD, "there is no address in it", "Restore it from git.")
    return ids


def check(root: Path, register: Register, moved: Mapping[str, str], others: Collection[str] = ()) -> None:
    """BuildError when a published address is gone without a redirect, or a redirect leads nowhere or hides what is there.

    `others`: the ids of what has an address and is no provision, such as a practice example or a sheet for a talk.
    """
    for old, new in moved.items():
        if new not in others:
            register.find(new, f"{MOVED}, {old}")
        if old in register or old in others:
            raise BuildError(MOVED, f"{old} is weer in gebruik en ook verhuisd", "Haal de regel weg.")
    gone = [id for id in recorded(root) if id not in register and id not in others and id not in moved]
    if gone:
        first = gone[0]
        raise BuildError(
            RECORD,
            f"{len(gone)} gepubliceerd(e) adres(sen) bestaan niet meer: {', '.join(gone[:5])}. "
            "Anderen verwijzen hiernaar in plannen en mails.",
            f"Zet de tekst terug, of zet in {MOVED} waar zij nu staat, bijvoorbeeld: "
            f"{first}: {first.rpartition('/')[0] or first}",
        )


def record(root: Path, ids: Iterable[str]) -> list[str]:
    """Add the ids of addresses that are not recorded yet; gives them."""
    known = set(recorded(root))
    new = [id for id in ids if id not in known]
    if new:
        with (root / RECORD).open("a", encoding="utf-8") as file:
            file.write("".join(f"{id}\n" for id in new))
    return new
