"""The oldest engines that doc/engines.md names are those that the scripts and styles are checked against."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from macros.theme import styles
from tests.conftest import ROOT

READING = "safari 14.1, ios_saf 14.5, chrome 89, firefox 78"
WITHOUT = (
    "css-focus-visible,"  # the browser's own ring is there
    "css-has,"  # a number stands a little to the right, a table is no wider than the text
    "css-logical-props,"  # partly: those that we use are there, or a margin is not
    "css-display-contents,"  # partly: a role that is lost, not a text
    "css-sticky,css-overflow,text-decoration,css-clip-path,css-masks,"  # partly: with a prefix, or nicer with it
    "multicolumn,css-paged-media,"  # on paper: a break in another place, another margin, one column
    "css-containment,css-content-visibility,"  # what is not in sight is laid out too, which takes longer
    "css-media-scripting"  # what stands below moves once when the script has come
)
"""What an engine for reading may lack: a page is read as well without."""
TARGETS = re.compile(r'const (\w+) = \["safari ([\d.]+)", "ios_saf ([\d.]+)", "chrome (\d+)", "firefox (\d+)"\];')
CONFIGURATION = ROOT / "tools" / "eslint.config.js"


def ours(form: str) -> list[Path]:
    """The files of this project that a browser reads, wherever they stand."""
    found = (path.relative_to(ROOT) for place in ("docs", "macros") for path in (ROOT / place).rglob(form))
    return [ROOT / path for path in found]


def run(tool: str, *arguments: str | Path, text: str = "") -> subprocess.CompletedProcess[str]:
    """A tool of node_modules."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.prefix) / "bin")])
    command = [str(ROOT / "node_modules" / ".bin" / tool), *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, text=True, capture_output=True, check=False, input=text, env={**os.environ, "PATH": path}
    )


def lint(*arguments: str | Path, text: str = "") -> subprocess.CompletedProcess[str]:
    """What the scripts use that the oldest engine for them does not know."""
    return run("eslint", "--no-config-lookup", "--config", CONFIGURATION, *arguments, text=text)


def test_the_scripts_use_nothing_that_the_oldest_engine_for_trees_or_python_lacks() -> None:
    files = ours("*.js")
    assert len(files) > 15
    result = lint(*files)
    assert result.returncode == 0, result.stdout + result.stderr


def test_what_is_too_new_for_them_is_seen() -> None:
    for code, said in (
        ("/(?<=a)b/.test('');", "lookbehind"),
        ("class A { static { this.b = 1; } }", "static blocks"),
        ("navigator.wakeLock.request('screen');", "not supported in"),
    ):
        result = lint("--stdin", "--stdin-filename", "macros/theme/tree/nieuw.js", text=code)
        assert result.returncode == 1 and said in result.stdout, code


def doiuse(text: str) -> list[str]:
    """What a style uses that the oldest engine for reading does not know."""
    result = run("doiuse", "--browsers", READING, "--ignore", WITHOUT, text=text)
    unread = re.findall(r"'(\w+)'", result.stderr)  # it ends quietly at what it cannot read, and says so here only
    assert (result.returncode, unread) in ((0, []), (0, ["root"])), result.stderr
    return [line for line in result.stdout.splitlines() if line.strip()]


def test_the_styles_use_nothing_that_the_oldest_engine_for_reading_lacks() -> None:
    assert doiuse(styles()) == []
    assert doiuse("a { backdrop-filter: blur(1px); }"), "what is too new is seen"


def test_what_people_are_told_has_the_same_versions() -> None:
    table = (ROOT / "doc" / "engines.md").read_text("utf-8")
    page = (ROOT / "docs" / "over.md").read_text("utf-8")
    reading = dict(engine.rsplit(" ", 1) for engine in READING.split(", "))
    rows = {"reading": (reading["safari"], reading["ios_saf"], reading["chrome"], reading["firefox"])}
    for name, *versions in TARGETS.findall(CONFIGURATION.read_text("utf-8")):
        rows[name.lower()] = tuple(versions)
    assert set(rows) == {"reading", "trees", "python"}
    for name, versions in rows.items():
        assert f"| {name} | {' | '.join(versions)} |" in table, name
        assert f" | {' | '.join(versions)} |" in page, name
    for name, part in (("trees", "page.html"), ("python", "controle.js")):
        safari, _, chrome, firefox = rows[name]
        told = f"ouder dan Safari {safari.removesuffix('.0')}, Chrome {chrome} of Firefox {firefox}"
        words = (ROOT / "macros" / "theme" / "tree" / part).read_text("utf-8")
        assert told in " ".join(words.split()), part
