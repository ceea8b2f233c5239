"""Reading the data files in bron/: whatever is wrong with one is told with its place and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from macros.errors import BuildError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where there is one: ten times as fast, and as safe."""


def read_yaml(root: Path, name: str) -> Any:
    """The data of a file, by its path from `root`. BuildError, with the line, when it is missing or no YAML."""
    try:
        return yaml.load((root / name).read_text(encoding="utf-8"), Loader=LOADER)
    except OSError as error:
        raise BuildError(name, "the file is missing or cannot be read", "Restore it from git.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}:{mark.line + 1}" if mark else name
        raise BuildError(
            place, f"this is no YAML: {getattr(error, 'problem', None) or error}", "Mend the line."
        ) from error


@contextmanager
def shaped(name: str, shape: str) -> Iterator[None]:
    """BuildError, instead of Python's own error, when the data in a file have another shape than its reader expects."""
    try:
        yield
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise BuildError(name, f"the data have another shape ({error!r})", f"Have {shape}.") from error
