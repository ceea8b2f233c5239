"""The service worker of a built site: which files make one version, the hash of each, and the hash that names them all."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from macros.handbook.files import KEPT_OFFLINE
from macros.runtime.assembly import WHOLE
from macros.shared.scripts import filled

NOT_KEPT = (".gz", ".br", ".map", ".csv", ".pdf", ".epub", ".docx", ".dmn", ".xml", ".atom")
"""Kinds of files that the device does not keep: other forms of the same, and downloads."""
SMALL = "formulieren/"
"""Downloads that are small, and needed where there is no network."""
SCRIPT = "sw.js"
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search, which the site does not use."""
SPARE = f"/{WHOLE}/"
"""The whole Python runtime, fetched only when the cut one misses something: too large to keep for that."""


Kept = tuple[str, int, str]
"""A file that the device keeps: its path from the site's root, its size in bytes, its SHA-256 in base64."""


def kept_file(site: Path, name: str) -> Kept:
    """A file as the service worker names it."""
    body = (site / name).read_bytes()
    return name, len(body), base64.b64encode(hashlib.sha256(body).digest()).decode()


def kept_files(site: Path) -> list[Kept]:
    """The files of one version."""
    found = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        skip = (
            (path.suffix in NOT_KEPT and not name.startswith(SMALL))
            or name in (SCRIPT, "404.html", "sitemap.xml")
            or name.startswith(UNUSED)
            or (name.startswith("assets/python/") and SPARE in name)
        )
        if path.is_file() and not skip:
            found.append(kept_file(site, name))
    return found


def version_of(files: list[Kept]) -> str:
    """The hash of all files of a version."""
    return hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]


def write_service_worker(site: Path) -> None:
    """Write sw.js for the site as it stands; call it after every other file is written."""
    files = kept_files(site)
    books = [kept_file(site, f"handboek/{name}") for name in KEPT_OFFLINE if (site / "handboek" / name).exists()]
    script = Path(__file__).with_name(SCRIPT)
    (site / SCRIPT).write_text(filled(script, VERSION=version_of(files + books), FILES=files, BOOKS=books), "utf-8")
