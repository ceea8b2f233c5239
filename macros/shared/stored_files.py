"""Reading texts and the data files in bron/: whatever is wrong with one is told with its place and what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from macros.shared.errors import BuildError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where there is one: ten times as fast, and as safe."""


def read_text(root: Path, name: str) -> str:
    """The text of a file, by its path from `root`. BuildError, with the line, when it is missing or no UTF-8."""
    try:
        data = (root / name).read_bytes()
    except OSError as error:
        raise BuildError(name, "the file is missing or cannot be read", "Restore it from git.") from error
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = f"this is no text in UTF-8: byte {data[error.start]:#04x} in it"
        raise BuildError(f"{name}:{line}", problem, "Save it as UTF-8, or restore it from git.") from error


def read_toml(root: Path, name: str) -> dict[str, Any]:
    """The data of a file, by its path from `root`. BuildError, with the line, when it is missing or no TOML."""
    try:
        return tomllib.loads(read_text(root, name))
    except tomllib.TOMLDecodeError as error:
        raise BuildError(name, f"this is no TOML: {error}", "Mend the line.") from error


def read_yaml(root: Path, name: str) -> Any:
    """The data of a file, by its path from `root`. BuildError, with the line, when it is missing or no YAML."""
    try:
        return yaml.load(read_text(root, name), Loader=LOADER)  # noqa: S506 (both are safe loaders)
    except yaml.YAMLError as error:
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
