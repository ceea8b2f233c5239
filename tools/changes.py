"""Keep what the release in pyproject.toml changed, for the feed: `python -m tools.changes` (make changes)."""

from __future__ import annotations

import datetime
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from macros.build import version
from macros.data.changes import Change, History, difference, read_history, state_of, write_history
from macros.shared.errors import BuildError, told
from tools.site import ROOT, Failed, build_in


def add_release(root: Path, version: str, day: datetime.date, api: Path) -> Change:
    """Add a release to the history, from the published data in `api`. BuildError when it is there already."""
    history = read_history(root)
    if any(change.version == version for change in history.releases):
        raise BuildError("changes", f"version {version} is kept already", "Raise the version first: make release NEW=…")
    state = state_of(_read(api / "bepalingen.json")["bepalingen"], _read(api / "beslisbomen.json")["bomen"])
    change = Change(version, day, difference(history.state, state))
    write_history(root, History((change, *history.releases), state))
    return change


def _read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def main() -> None:
    """Build the site without books, and keep what it changed; exit status 1 with a sentence when that cannot be."""
    os.environ["BOOKS"] = "0"
    with tempfile.TemporaryDirectory() as folder:
        try:
            build_in(Path(folder) / "site", quiet=True, compress=False, books_from=None)
            change = add_release(ROOT, version(ROOT), datetime.date.today(), Path(folder) / "site" / "api")
        except Failed:
            sys.exit("the build stopped; nothing was kept")
        except (BuildError, OSError) as error:
            sys.exit(f"changes: {told(error)}")
    print(", ".join(f"{len(ids)} {kind}" for kind, ids in change.ids.items()))


if __name__ == "__main__":
    main()
