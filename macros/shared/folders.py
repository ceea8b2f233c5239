"""One folder takes another's place in one step, on any file system: a reader never meets half a site, and what goes wrong
(a full disk, a killed process) leaves the old one.

The new folder is first copied whole beside the old one, so that what remains are two renames within one file system. A
process that dies between them is put right by `put_back`, which the next one calls first.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace(work: Path, target: Path, *, copy: bool = False) -> None:
    """Put `work` where `target` is. OSError when that cannot be; `target` is then as it was.

    `work` itself is moved when it stands on the same file system; with `copy` it always stays. Everyone may read the
    result: a file's mode is not that of the file it was made from.
    """
    put_back(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    old, new = (target.with_name(f"{target.name}.{name}-{os.getpid()}") for name in ("old", "new"))
    try:
        if copy or work.stat().st_dev != target.parent.stat().st_dev:
            shutil.copytree(work, new)
        else:
            work.rename(new)
        readable(new)
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def put_back(target: Path) -> None:
    """Undo what a process left that was killed: the old folder takes its place again, an unfinished new one goes."""
    for old in target.parent.glob(f"{target.name}.old-*"):
        if target.exists():  # it came by a rename, so it is whole
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)
    for new in target.parent.glob(f"{target.name}.new-*"):
        shutil.rmtree(new, ignore_errors=True)


def readable(folder: Path) -> None:
    """Give a folder that is to be published the modes of published files: all may read, the owner may write."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def write_whole(path: Path, text: str) -> None:
    """Write a file that others may be reading: it is the old one or the new one, also on a full disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def copy_whole(source: Path, path: Path) -> None:
    """Copy a file over one that others may be reading, as `write_whole` does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    try:
        shutil.copyfile(source, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
