"""The one error of the build: for the person who reads it, with the place and the remedy."""

from __future__ import annotations


class BuildError(Exception):
    """Something in docs/, bron/ or decision_trees/ is wrong; the build stops and nothing half-built is left.

    `place` is a file (with line where known) or an id; `remedy` says what to do.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}\n    {remedy}")
        self.place = place
