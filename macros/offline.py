"""The service worker of a built site: which files make one version, and the hash that names it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from macros.handbook.files import KEPT_OFFLINE
from macros.runtime import WHOLE

NOT_KEPT = (".gz", ".br", ".map", ".csv", ".pdf", ".epub", ".docx")
"""Kinds of files that the device does not keep: other forms of the same, and downloads."""
SCRIPT = "sw.js"
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search, which the site does not use."""
SPARE = f"/{WHOLE}/"
"""The whole Python runtime, fetched only when the cut one misses something: too large to keep for that."""


def kept_files(site: Path) -> list[tuple[str, int]]:
    """The files of one version, each with its size in bytes, as paths from the site's root."""
    found = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        skip = (
            path.suffix in NOT_KEPT
            or name in (SCRIPT, "404.html", "sitemap.xml")
            or name.startswith(UNUSED)
            or (name.startswith("assets/python/") and SPARE in name)
        )
        if path.is_file() and not skip:
            found.append((name, path.stat().st_size))
    return found


def version_of(site: Path, files: list[tuple[str, int]]) -> str:
    """The hash of all files of a version."""
    digest = hashlib.sha256()
    for name, _ in files:
        digest.update(name.encode() + b"\0" + (site / name).read_bytes())
    return digest.hexdigest()[:16]


def write_service_worker(site: Path) -> None:
    """Write sw.js for the site as it stands; call it after every other file is written."""
    files = kept_files(site)
    books = [
        (f"handboek/{name}", (site / "handboek" / name).stat().st_size)
        for name in KEPT_OFFLINE
        if (site / "handboek" / name).exists()
    ]
    script = (Path(__file__).parent / "browser" / SCRIPT).read_text(encoding="utf-8")
    script = script.replace('const VERSION = "dev";', f"const VERSION = {json.dumps(version_of(site, files + books))};")
    script = script.replace("const FILES = [];", f"const FILES = {json.dumps(files, separators=(',', ':'))};")
    script = script.replace("const BOOKS = [];", f"const BOOKS = {json.dumps(books, separators=(',', ':'))};")
    (site / SCRIPT).write_text(script, encoding="utf-8")
