"""Raise the version and date what is unreleased: `python -m tools.release 1.2.3`; nothing is committed."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path

from macros.build import version
from macros.shared.errors import BuildError, told
from macros.shared.folders import write_whole
from macros.shared.stored_files import read_text
from tools.site import ROOT

NUMBER = re.compile(r"\d+\.\d+\.\d+")
EXAMPLE = "edities/voorbeeldstad.toml"
"""The edition that is ours to keep with the model; a proeftuin looks first at what changed."""
UNRELEASED = "## [Unreleased]\n"


def release(root: Path, new: str, day: datetime.date) -> list[str]:
    """Write the version in every file that holds it; gives their names. BuildError, before anything is written, when the
    number does not follow the last one or nothing stands under “Unreleased”."""
    current = version(root)
    if not NUMBER.fullmatch(new) or numbers(new) <= numbers(current):
        raise BuildError("release", f"{new!r} does not follow {current}", "Name a higher version, as 1.2.3.")
    changes = read_text(root, "CHANGELOG.md")
    before, found, after = changes.partition(UNRELEASED)
    if not found or not after.partition("\n## ")[0].strip():
        raise BuildError("CHANGELOG.md", f"nothing stands under {UNRELEASED.strip()!r}", "Say what readers notice.")
    written = {
        "pyproject.toml": replaced(root, "pyproject.toml", f'version = "{current}"', f'version = "{new}"'),
        "publiccode.yml": replaced(root, "publiccode.yml", f"softwareVersion: {current}", f"softwareVersion: {new}"),
        EXAMPLE: replaced(root, EXAMPLE, f'model = "{current}"', f'model = "{new}"'),
        "CHANGELOG.md": f"{before}{UNRELEASED}\n## [{new}] - {day.isoformat()}\n{after}",
    }
    for name, text in written.items():
        write_whole(root / name, text)
    return list(written)


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers, to compare."""
    return tuple(int(part) for part in version.split("."))


def replaced(root: Path, name: str, old: str, new: str) -> str:
    """A file's text with the one line changed that holds the version. BuildError when it does not stand there once."""
    text = read_text(root, name)
    if text.count(old) != 1:
        raise BuildError(name, f"{old!r} stands {text.count(old)} times in it", "Restore it from git.")
    return text.replace(old, new)


def main() -> None:
    """Release under the number that is asked; exit status 1 with a sentence when that cannot be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("version", help="1.2.3")
    wants = parser.parse_args()
    try:
        names = release(ROOT, wants.version, datetime.datetime.now(datetime.UTC).date())
    except (BuildError, OSError) as error:
        sys.exit(f"release: {told(error)}")
    print(f"released {wants.version}: {', '.join(names)}. Read the difference, commit it, and tag it v{wants.version}.")


if __name__ == "__main__":
    main()
