"""All pages of a document one after another, for who scrolls or uses Ctrl-F: made of the pages as they were read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.shared.errors import BuildError
from macros.shared.html import render

ADDED = re.compile(r'<nav [^>]*op-deze-pagina.*?</nav>|<details class="verwezen redactie">.*?</details>', re.DOTALL)
LEFT = re.compile(r'class="[^"]*\b(?:op-deze-pagina|verwezen)\b[^"]*"')
BETWEEN_BLOCKS = re.compile(r">\s+<(?=/?(?:ol|ul|li|p|h\d|div|section))")


def whole_document(document: str, pages: Mapping[str, str]) -> str:
    """The pages of a document in one, in the order of `pages` (HTML by page name, e.g. "convenant/artikel-1").

    Links between pages hold, because `/<document>/volledig/` stands as deep as the pages themselves.
    """
    own = {name: html for name, html in pages.items() if name.split("/")[0] == document}
    return render("provision/whole.html", parts=[part(name, html) for name, html in own.items()])


def part(page: str, html: str) -> str:
    """One page as a part of the whole: anchors carry its name, headings stand one deeper, what was added is left out.
    BuildError when it is found in another form than the site writes."""
    name = page.rsplit("/", maxsplit=1)[-1]
    html = ADDED.sub("", html)
    if left := LEFT.search(html):
        remedy = "Look what the templates of a provision's page write now, and change ADDED in macros/text/whole_document.py."
        raise BuildError(page, f"what the site added stands in the whole document too: {left[0]}", remedy)
    html = re.sub(r'\bid="([^"]+)"', rf'id="{name}-\1"', html)
    html = re.sub(r'href="(?:\./)?#([^"]+)"', rf'href="#{name}-\1"', html)
    html = re.sub(r"<(/?)h([1-5])", lambda m: f"<{m.group(1)}h{int(m.group(2)) + 1}", html)
    return BETWEEN_BLOCKS.sub("><", html).replace("\n", " ").strip()
