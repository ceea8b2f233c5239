"""The content security policy: what a page may load and run. Nothing from elsewhere, no script from data."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from macros.shared.errors import BuildError

FIRST = '<meta charset="utf-8">'
"""What stands first in the head of every page."""
CONTENT = re.compile(r"<article\b.*</article>", re.DOTALL)
"""What authors and data fill: a script that gets in there gets no hash, so no browser runs it."""
INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)


def script_hashes(html: str) -> list[str]:
    """The hash sources of the theme's own inline scripts, outside the content; data blocks do not run and need none."""
    found = []
    for match in INLINE_SCRIPT.finditer(CONTENT.sub("", html)):
        attributes = match.group("attributes")
        if "src=" in attributes or "json" in attributes or not match.group("code").strip():
            continue
        digest = hashlib.sha256(match.group("code").encode()).digest()
        source = f"'sha256-{base64.b64encode(digest).decode()}'"
        if source not in found:
            found.append(source)
    return found


def policy(hashes: list[str], *, python: bool) -> str:
    """The policy as one line. `python`: the page starts WebAssembly, which needs its own permission."""
    scripts = ["'self'", *(["'wasm-unsafe-eval'"] if python else []), *hashes]
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(scripts)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        ]
    )


def write_nginx(root: Path, site: Path) -> None:
    """Fill in the hashes of all pages' inline scripts in nginx/site.conf; the result goes to .build/nginx/site.conf."""
    hashes: dict[str, None] = {}
    for page in sorted(site.rglob("*.html")):
        hashes.update(dict.fromkeys(script_hashes(page.read_text(encoding="utf-8"))))
    text = (root / "nginx" / "site.conf").read_text(encoding="utf-8")
    if "@HASHES@" not in text:
        raise BuildError(
            "nginx/site.conf", "no place for the hashes of the pages' scripts", "Write @HASHES@ in script-src."
        )
    text = text.replace("@HASHES@", " ".join(hashes))
    target = root / ".build" / "nginx" / "site.conf"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def add(html: str, *, python: bool) -> str:
    """The page with its policy as a meta element, first in the head so that it covers all that follows."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(script_hashes(html), python=python)}">'
    before, charset, after = html.partition(FIRST)
    if not charset:
        raise BuildError(
            "the theme's pages",
            f"a page has no {FIRST}, before which its policy must stand",
            "Change FIRST in macros/publication/policy.py.",
        )
    return f"{before}{FIRST}\n      {meta}{after}"
