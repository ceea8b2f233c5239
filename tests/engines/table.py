"""What each engine showed, as the tests themselves found it: `python -m tests.engines.table` puts it in doc/engines.md."""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from tests.conftest import ROOT
from tests.engines.drivers import ENGINES

FRESH = ROOT / ".build" / "engines.md"
"""What the last run found, as far as it came."""
PUBLISHED = ROOT / "doc" / "engines.md"
BEGIN, END = "<!-- table: made by make engines -->\n", "<!-- end of the table -->\n"
MODULES = ("test_engines", "test_walks", "test_faults")
FAILED = "FAILED"
NOT_RUN = "–"
FELL = re.compile("Out of bounds memory access|Unreachable code should not be executed|Python viel om")
"""What the worker says where WebAssembly fell over and the start that followed did too; the page has a plainer word."""
FALLS = {"WPE WebKit": 3}
"""How many tests of a run an engine may leave undecided by that: its own fault, with the code of every other start. Other engines none."""


def feature(what: str, *, cannot: Mapping[str, str] | None = None) -> pytest.MarkDecorator:
    """A test shows something: a row of the table. `cannot`: the engines that have no way to it here, each with the reason."""
    return pytest.mark.shows(what, cannot or {})


def features() -> list[str]:
    """What the tests show, in their order."""
    found = []
    for module in MODULES:
        for test in vars(importlib.import_module(f"tests.engines.{module}")).values():
            marks = {mark.name: mark for mark in getattr(test, "pytestmark", [])}
            if "shows" in marks:
                found.append(str(marks["shows"].args[0]))
    return found


@dataclass
class Findings:
    """What runs find: words by feature and engine, and the engines' versions."""

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    falls: Counter[str] = field(default_factory=Counter)

    def cell(self, what: str, engine: str, words: str) -> None:
        """Note how it went; what failed once stays failed."""
        row = self.words.setdefault(what, {})
        if row.get(engine) != FAILED:
            row[engine] = words

    def undecided(self, engine: str, said: str) -> bool:
        """Whether what the worker of a failed test said is the engine's own fault, which it may have now and then: noted as nothing."""
        if not FELL.search(said) or self.falls[engine] >= FALLS.get(engine, 0):
            return False
        self.falls[engine] += 1
        return True

    def markdown(self) -> str:
        """The table: each feature and each engine, whether they were run or not."""
        lines = [
            ["", *(f"{name} {self.versions.get(name, NOT_RUN)}" for name in ENGINES)],
            ["---"] * (len(ENGINES) + 1),
        ]
        for what in features():
            row = self.words.get(what, {})
            lines.append([what, *(row.get(name, NOT_RUN) for name in ENGINES)])
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def read(table: str) -> Findings:
    """What a table says."""
    found = Findings()
    lines = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in table.splitlines()]
    if not lines:
        return found
    heads, _, *rows = lines
    versions = {name: version for name, _, version in (head.rpartition(" ") for head in heads[1:])}
    found.versions = {name: version for name, version in versions.items() if version != NOT_RUN}
    for what, *row in rows:
        cells = zip(versions, row, strict=True)
        found.words[what] = {name: words for name, words in cells if words != NOT_RUN}
    return found


def renewed(table: str, run: Findings) -> str:
    """A table with what a run found; where it did not come, what was there. ValueError when something failed."""
    failed = [f"{what}: {name}" for what, row in run.words.items() for name, words in row.items() if words == FAILED]
    if failed:
        raise ValueError("\n".join(failed))
    found = read(table)
    found.versions |= run.versions
    for what, row in run.words.items():
        found.words[what] = found.words.get(what, {}) | row
    return found.markdown()


def between(document: str) -> str:
    """The table of a document, between its marks."""
    return document.partition(BEGIN)[2].partition(END)[0]


def published(document: str, table: str) -> str:
    """A document with another table between its marks."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("doc/engines.md: the marks of the table are gone")
    return f"{before}{BEGIN}{table}{END}{after}"


def main() -> None:
    """Publish what the last run found."""
    document = PUBLISHED.read_text("utf-8")
    try:
        table = renewed(between(document), read(FRESH.read_text("utf-8")))
    except ValueError as failed:
        sys.exit(f"engines: doc/engines.md keeps its table, for these failed:\n{failed}")
    PUBLISHED.write_text(published(document, table), "utf-8")


if __name__ == "__main__":
    main()
