"""What the build does to a script of ours: leave out its comments, and fill in constants that the file itself gives an empty value."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from macros.shared.errors import BuildError

COMMENT = re.compile(r"^ *//[^\n]*\n|^ */\*\*(?:(?!\*/).)*\*/ *\n|/\*\* @(?:(?!\*/).)*\*/ ?", re.MULTILINE | re.DOTALL)
"""A comment that has its lines to itself, and a type within one. `tests/build/test_look.py` sees that nothing else goes."""


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
