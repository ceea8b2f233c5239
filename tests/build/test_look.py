"""What the styles and scripts of the site promise, read from their text; and the day that a page carries."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros import theme
from macros.shared.node import NodeRun
from macros.shared.scripts import without_comments
from tests.conftest import ROOT
from tools import site


def test_no_look_of_hovering_stays_behind_on_a_screen_that_is_touched() -> None:
    sheets = "\n".join([theme.styles(), *map(theme.styles_apart, (theme.EDITION_STYLES, theme.FORM_STYLES))])
    hovered = re.findall(r"@media \(hover: hover\) \{\n(?:  .*\n)+\}", sheets)
    assert sum(block.count(":hover") for block in hovered) == sheets.count(":hover") > 5


def test_a_telephone_number_never_breaks() -> None:
    assert re.search(r'a\[href\^="tel:"\] \{ white-space: nowrap; \}', theme.styles())


def printed(scripts: Mapping[str, str]) -> object:
    """Scripts as TypeScript writes them without comments: what only looks otherwise is the same."""
    run = NodeRun(Path(__file__).with_name("without_comments.mjs"))
    run.give(json.dumps(scripts))
    return json.loads(run.finish())


def test_a_reader_fetches_our_scripts_without_their_comments_and_with_all_else() -> None:
    files = [
        path for folder in ("theme", "publication", "runtime") for path in (ROOT / "macros" / folder).rglob("*.js")
    ]
    sources = {str(path): path.read_text("utf-8") for path in files}
    fetched = {str(path): without_comments(path) for path in files}
    assert len(files) > 40 and printed(fetched) == printed(sources)
    assert not [name for name, code in fetched.items() if re.search(r"^ *//|/\*\*", code, re.MULTILINE)]


def test_the_day_of_a_build_is_that_of_the_last_change_of_text_or_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "ROOT", tmp_path)
    for key, value in {"NAME": "Iemand", "EMAIL": "iemand@voorbeeld.nl"}.items():
        monkeypatch.setenv(f"GIT_AUTHOR_{key}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{key}", value)
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    for moment, path in ((1_700_000_000, "docs/artikel.md"), (1_800_000_000, "tools/site.py")):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text("tekst")
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{moment} +0000")
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", "Iets"], check=True)
    assert site.last_change() == "1700000000"
