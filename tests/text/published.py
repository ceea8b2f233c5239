"""Reading the published text out of the built site, without the project's own Markdown extension."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from pathlib import Path

from lxml import html


@dataclass(frozen=True)
class Page:
    """One page of source text: its address and its words in reading order."""

    url: str
    words: tuple[str, ...]

    @property
    def file(self) -> str:
        """The Markdown file that the page is made from."""
        name = self.url.strip("/")
        return f"docs/{name}/index.md" if name == "vuistregels" else f"docs/{name}.md"


def text_of(element: html.HtmlElement) -> str:
    """All text of an element but what the site itself adds, which carries the class `redactie`."""
    words = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and "redactie" not in (child.get("class") or "").split():
            words.append(text_of(child))
            if child.tag in ("p", "li", "br", "h1", "h2", "div", "ol", "ul"):
                words.append(" ")
        words.append(child.tail or "")
    return "".join(words)


def article_of(path: Path) -> html.HtmlElement:
    """The article element of a built page, without the soft hyphens that say where a word may break: they are no text."""
    document = html.fromstring(path.read_text("utf-8").replace("\u00ad", ""))
    [article] = document.xpath("//article[contains(@class, 'md-content__inner')]")
    for script in article.xpath(".//script"):
        script.drop_tree()
    return article


def read_pages(site: Path) -> list[Page]:
    """The pages of source text, in the order of the register."""
    register = json.loads((site / "api" / "bepalingen.json").read_text())["bepalingen"]
    urls = dict.fromkeys(entry["url"].split("#")[0] for entry in register)
    return [Page(url, tuple(text_of(article_of(site / url.strip("/") / "index.html")).split())) for url in urls]


LIST_MARKS = {"•", "Ø"}
"""The source's marks of unnumbered lists; on the site they are list marks, not words."""


def differences(expected: str, pages: list[Page]) -> list[str]:
    """Where the pages differ from the expected text, each with file and words; empty when they are the same."""
    wanted = [word for word in expected.split() if word not in LIST_MARKS]
    found = [(word, page) for page in pages for word in page.words]
    matcher = difflib.SequenceMatcher(None, wanted, [word for word, _ in found], autojunk=False)
    report = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        page = found[min(j1, len(found) - 1)][1]
        before = " ".join(wanted[max(0, i1 - 4) : i1])
        report.append(
            f"{page.file}: after “{before}” the source says “{' '.join(wanted[i1:i2])}”, "
            f"the site says “{' '.join(word for word, _ in found[j1:j2])}”"
        )
    return report
