"""Reading texts and the data files in bron/: whatever is wrong with one is told with its place and what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from macros.shared.errors import BuildError

MERGE = "tag:yaml.org,2002:merge"
"""What YAML calls the name `<<`, which has no value of its own."""
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
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BuildError(name, f"this is no TOML: {error}", "Mend the line.") from error


def read_yaml(root: Path, name: str) -> Any:
    """The data of a file, by its path from `root`. BuildError, with the line, when it is missing or no YAML, or says something
    twice under one name."""
    loader = LOADER(read_text(root, name))
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        check_node(loader, node, set(), ())
        return loader.construct_document(node)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}:{mark.line + 1}" if mark else name
        raise BuildError(
            place, f"this is no YAML: {getattr(error, 'problem', None) or error}", "Mend the line."
        ) from error
    finally:
        loader.dispose()


def check_node(loader: Any, node: yaml.Node, seen: set[yaml.Node], above: tuple[yaml.Node, ...]) -> None:
    """yaml.MarkedYAMLError, with the line, for what YAML itself lets pass or tells without a line: a name that stands twice (the
    last one would count), a value that is none of its kind (the 31st of June), and what holds itself."""
    if node in above:
        raise yaml.MarkedYAMLError(problem="this holds itself", problem_mark=node.start_mark)
    if node in seen:
        return
    seen.add(node)
    if isinstance(node, yaml.ScalarNode):
        check_value(loader, node)
        return
    inner = node.value
    if isinstance(node, yaml.MappingNode):
        check_names([key for key, _ in node.value])
        inner = chain.from_iterable(node.value)
    for one in inner:
        check_node(loader, one, seen, (*above, node))


def check_value(loader: Any, node: yaml.ScalarNode) -> None:
    """yaml.MarkedYAMLError for a value that is none of its kind."""
    if node.tag == MERGE:
        return
    try:
        loader.construct_object(node)
    except (ValueError, AttributeError) as error:
        problem = f"{node.value!r} cannot be read as {node.tag.rpartition(':')[2]}"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark) from error


def check_names(keys: Sequence[yaml.Node]) -> None:
    """yaml.MarkedYAMLError for a name that stands twice."""
    names = set()
    for key in keys:
        if isinstance(key, yaml.ScalarNode):
            if key.value in names:
                raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands here twice", problem_mark=key.start_mark)
            names.add(key.value)


@contextmanager
def shaped(name: str, shape: str) -> Iterator[None]:
    """BuildError, instead of Python's own error, when the data in a file have another shape than its reader expects."""
    try:
        yield
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise BuildError(name, f"the data have another shape ({error!r})", f"Have {shape}.") from error
