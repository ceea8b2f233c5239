"""What a first visit fetches stays small: a phone on a slow line waits for every kilobyte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from macros.publication.compression import KINDS
from tests.site.conftest import Watched


@pytest.mark.parametrize(
    ("path", "most"), [("", 100_000), ("privacyprotocol/artikel-6/", 105_500), ("beslisbomen/delen/", 166_000)]
)
def test_a_first_visit_fetches_no_more_than_its_share(
    open_page: Callable[..., Watched], site: Path, path: str, most: int
) -> None:
    """Bytes as a host sends them that packs with Brotli, all that comes once the page is shown too; without Python."""
    watched = open_page(path, python=False)
    watched.page.wait_for_load_state("networkidle")
    names = [url.removeprefix(watched.base) for url in watched.requests if url.startswith(watched.base)]
    files = [
        site / name if Path(name).suffix else site / name / "index.html" for name in names if "/python/" not in name
    ]
    weights = {file.relative_to(site).as_posix(): weight(file) for file in files}
    assert {"assets/stijl.css", "assets/offline.js", f"{path}index.html"} <= weights.keys()
    assert sum(weights.values()) <= most, weights


def weight(file: Path) -> int:
    """As it travels; a site that is not packed is packed here."""
    packed = file.with_name(f"{file.name}.br")
    if packed.exists():
        return packed.stat().st_size
    return len(brotli.compress(file.read_bytes())) if file.suffix in KINDS else file.stat().st_size
