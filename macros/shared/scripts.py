"""What the build does to a script of ours: leave out its comments, fill in constants that the file itself gives an empty value, and join the
script of a page with what it imports."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros.shared.errors import BuildError
from macros.shared.node import NodeRun

COMMENT = re.compile(r"^ *//[^\n]*\n|^ */\*\*(?:(?!\*/).)*\*/ *\n|/\*\* @(?:(?!\*/).)*\*/ ?", re.MULTILINE | re.DOTALL)
"""A comment that has its lines to itself, and a type within one. `tests/build/test_look.py` sees that nothing else goes."""

IMPORT = re.compile(r"""(?:from|import\() ?"(\.{1,2}/[\w./-]+\.js)\"""")
"""What a script imports, at its start or later."""


def without_comments(script: Path) -> str:
    """The script's code as a browser fetches it: comments are for who reads the sources."""
    return COMMENT.sub("", script.read_text("utf-8"))


def filled(script: Path, **values: Any) -> str:
    """The same, with each value in the line `const NAME = …;`. BuildError when there is not exactly one such line."""
    code = without_comments(script)
    for name, value in values.items():
        lines = re.findall(rf"(?m)^ *const {name} = .*;$", code)
        if len(lines) != 1:
            raise BuildError(
                str(script),
                f"the line “const {name} = …;”, which the build fills in, stands there {len(lines)} times",
                "Write it once, on a line of its own, with an empty value.",
            )
        before, _, _ = lines[0].partition("const")
        code = code.replace(lines[0], f"{before}const {name} = {json.dumps(value, separators=(',', ':'))};")
    return code


def joined(scripts: Mapping[str, str], begin: str) -> dict[str, str]:
    """The same scripts, of which one holds all that it imports at its start: a phone spends more on twelve files than on reading them.

    `scripts`: code by address. What only went into that one is no file of its own any more. BuildError when it imports what is not there.
    """
    run = NodeRun(Path(__file__).with_name("join.mjs"))
    run.give(json.dumps({"begin": begin, "scripts": dict(scripts)}))
    made = json.loads(run.finish())
    found = {**scripts, begin: made["code"]}
    kept = reached(found, [begin, *(scripts.keys() - set(made["joined"]))])
    return {address: code for address, code in found.items() if address in kept}


def reached(scripts: Mapping[str, str], begins: Iterable[str]) -> set[str]:
    """The addresses of scripts and of all that they import, at their start or later."""
    found: set[str] = set()
    waiting = list(begins)
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        found.add(address)
        folder = posixpath.dirname(address)
        near = (posixpath.normpath(posixpath.join(folder, path)) for path in IMPORT.findall(scripts[address]))
        waiting += [path for path in near if path in scripts]
    return found
