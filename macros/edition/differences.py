"""Where two texts differ: one way for the page that compares, the register, the Word file with tracked changes and a Word file read back."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Hashable, Iterator, Sequence

ALIKE = 0.4
"""From here a paragraph is the other one, changed; below it one went and another came."""


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Sequence[tuple[str, int, int, int, int]]:
    """What became of the words of the old: "equal", "replace", "delete" or "insert", from where to where in both."""
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> float:
    """How much two rows have in common, from 0 to 1."""
    return difflib.SequenceMatcher(None, old, new, autojunk=False).ratio()


def paired[Line](
    old: Sequence[Line],
    new: Sequence[Line],
    key: Callable[[Line], Hashable],
    words: Callable[[Line], Sequence[Hashable]],
) -> Iterator[tuple[Line | None, Line | None]]:
    """The paragraphs of both: each with the one that it became, those that went before those that came. `key`: what tells a paragraph from
    others; `words`: what it says."""
    for kind, from_old, to_old, from_new, to_new in opcodes([*map(key, old)], [*map(key, new)]):
        went, came = list(old[from_old:to_old]), list(new[from_new:to_new])
        if kind == "equal":
            yield from zip(went, came, strict=True)
            continue
        while went and came and alike(words(went[0]), words(came[0])) >= ALIKE:
            yield went.pop(0), came.pop(0)
        yield from ((line, None) for line in went)
        yield from ((None, line) for line in came)
