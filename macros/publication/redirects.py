"""Pages at addresses whose whole page is gone: they lead on to where the text is now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from html import escape
from pathlib import Path

from macros.publication import policy
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
        root = "../" * (page.count("/") + 1)
        default = root + targets.get("", next(iter(targets.values()))).lstrip("/")
        links = "".join(
            f'<li id="{escape(anchor)}"><a href="{root}{escape(url.lstrip("/"))}">{escape(url)}</a></li>'
            if anchor
            else f'<li><a href="{root}{escape(url.lstrip("/"))}">{escape(url)}</a></li>'
            for anchor, url in targets.items()
        )
        data = json.dumps({anchor: root + url.lstrip("/") for anchor, url in targets.items()})
        html = (
            f'<!doctype html>\n<html lang="nl"><head>\n<meta charset="utf-8">\n<title>Verhuisd</title>\n'
            f'<meta name="robots" content="noindex"><link rel="canonical" href="{escape(default)}">\n'
            f'<script type="module" src="{root}assets/verhuisd.js"></script></head>\n'
            f'<body data-naar="{escape(data)}"><h1>Deze tekst is verhuisd</h1><ul>{links}</ul></body></html>\n'
        )
        target = site / page / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(policy.add(html, python=False), encoding="utf-8")
