"""The errors of the build: for the person who reads them, with the place and the remedy."""

from __future__ import annotations

import shutil
import traceback
from pathlib import Path

from decision_trees.model import TreeError


class BuildError(Exception):
    """Something in docs/, bron/ or decision_trees/ is wrong; the build stops and nothing half-built is left.

    `place` is a file (with line where known) or an id; `remedy` says what to do.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}\n    {remedy}")
        self.place = place


def reason(error: OSError) -> str:
    """Why the system refused, in its own words. Copying a folder gathers many reasons: the first counts."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        return str(error.args[0][0][-1])
    return error.strerror or str(error)


ROOT = Path(__file__).resolve().parents[2]
TREES = Path("decision_trees") / "trees"


def told(error: Exception) -> BuildError | None:
    """An error of Python's that has a cause outside the project's own code, for who must mend it; None for any other.

    A file or folder that the system refuses, and whatever is wrong in a tree's file: a slip of the pen, an unknown name.
    """
    if isinstance(error, BuildError):
        return error
    if isinstance(error, OSError):
        place = str(error.filename or "the system")
        return BuildError(
            place, reason(error), "Make room there, have the right to read and write it, or name another."
        )
    places = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((Path(error.filename or ""), error.lineno))
    for path, line in reversed(places):
        if path.is_relative_to(ROOT / TREES):
            problem = f"{type(error).__name__}: {error.msg if isinstance(error, SyntaxError) else error}"
            remedy = "Mend the line; the other trees in the folder show how a tree is written."
            return BuildError(f"{path.relative_to(ROOT)}:{line}", problem, remedy)
    return (
        BuildError(str(TREES), str(error), "See how the other trees do it.") if isinstance(error, TreeError) else None
    )
