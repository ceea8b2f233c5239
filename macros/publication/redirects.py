"""Pages at addresses whose whole page is gone: they lead on to where the text is now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from macros.publication import policy
from macros.shared.html import Link, render
from macros.text.published_addresses import MOVED
from macros.text.register import Register


def write_redirects(site: Path, register: Register, moved: Mapping[str, str]) -> None:
    """Pages for addresses whose whole page is gone: they lead on by script, by refresh and by a link."""
    pages: dict[str, dict[str, str]] = defaultdict(dict)
    for old, new in moved.items():
        page, anchor = (
            (old, "")
            if not (site / old.rpartition("/")[0] / "index.html").exists() and ("/" not in old or old.count("/") == 1)
            else (old.rpartition("/")[0], old.rpartition("/")[2])
        )
        if not (site / page / "index.html").exists():
            pages[page][anchor] = register.find(new, MOVED).url
    for page, targets in pages.items():
        target = site / page / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(policy.add(moved_page(page, targets), python=False), encoding="utf-8")


def moved_page(page: str, targets: Mapping[str, str]) -> str:
    """The page that leads on. `targets`: for each anchor that the page had ("" for the page itself) where it is now."""
    root = "../" * (page.count("/") + 1)
    addresses = {anchor: root + url.lstrip("/") for anchor, url in targets.items()}
    return render(
        "frame/moved.html",
        root=root,
        default=addresses.get("", next(iter(addresses.values()))),
        links=[(anchor, Link(addresses[anchor], url)) for anchor, url in targets.items()],
        targets=json.dumps(addresses),
    )
