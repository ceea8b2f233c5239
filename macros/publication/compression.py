"""Compressed copies beside the files of a site, for hosts that serve them: `.gz` and `.br`.

The runtime's large files are compressed once and kept in `.cache`, for brotli's best takes long on them.
"""

from __future__ import annotations

import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

KINDS = (".html", ".css", ".js", ".json", ".svg", ".wasm", ".zip", ".webmanifest", ".xml", ".dmn", ".csv")
SMALLEST = 200
LARGE = 300_000


def compress_site(site: Path, cache: Path) -> None:
    """Write both forms of every file that gains by it."""
    cache.mkdir(parents=True, exist_ok=True)
    files = [path for path in site.rglob("*") if path.suffix in KINDS and path.stat().st_size > SMALLEST]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda path: _compress(path, cache), sorted(files, key=lambda path: -path.stat().st_size)))


def _compress(path: Path, cache: Path) -> None:
    data = path.read_bytes()
    if len(data) < LARGE:
        forms = {".gz": gzip.compress(data, 9, mtime=0), ".br": brotli.compress(data)}
    else:
        kept = cache / hashlib.sha256(data).hexdigest()
        if not kept.with_suffix(".br").exists():
            kept.with_suffix(".gz").write_bytes(gzip.compress(data, 9, mtime=0))
            kept.with_suffix(".br").write_bytes(brotli.compress(data))
        forms = {ending: kept.with_suffix(ending).read_bytes() for ending in (".gz", ".br")}
    for ending, packed in forms.items():
        if len(packed) < 0.95 * len(data):
            path.with_name(path.name + ending).write_bytes(packed)
