"""What a device reads when someone installs the site: its name, its icons, and a shortcut to each tree."""

from __future__ import annotations

import json
from collections.abc import Iterable

from decision_trees.model import Tree
from macros import theme

NAME = "manifest.webmanifest"
SIZES = (192, 512)


def manifest(site_name: str, trees: Iterable[Tree]) -> str:
    """The manifest as JSON. An ordinary icon has its own corners; a maskable one fills the square, for the device cuts its shape."""
    data = {
        "name": site_name,
        "short_name": "Gegevens delen",
        "description": "Mag ik dit delen, en wiens toestemming heb ik nodig?",
        "lang": "nl",
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": theme.tokens()["gd-color-page"].light,
        "theme_color": theme.tokens()["gd-color-header"].light,
        "icons": [
            {"src": "assets/merk.svg", "sizes": "any", "type": "image/svg+xml"},
            *(icon(f"merk-{size}", size, "any") for size in SIZES),
            *(icon(f"merk-vol-{size}", size, "maskable") for size in SIZES),
        ],
        "shortcuts": [
            {"name": tree.title, "url": f"beslisbomen/{tree.id}/", "icons": [icon("merk-192", 192, "any")]}
            for tree in trees
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def icon(name: str, size: int, purpose: str) -> dict[str, str]:
    """A picture of the mark."""
    return {"src": f"assets/{name}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
