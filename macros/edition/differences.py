"""Where two rows of words differ: one way for the page that compares, the register and the Word file with tracked changes."""

from __future__ import annotations

import difflib
from collections.abc import Hashable, Sequence


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Sequence[tuple[str, int, int, int, int]]:
    """What became of the words of the old: "equal", "replace", "delete" or "insert", from where to where in both."""
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> float:
    """How much two rows have in common, from 0 to 1."""
    return difflib.SequenceMatcher(None, old, new, autojunk=False).ratio()
