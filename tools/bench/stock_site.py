"""Stock MkDocs with Material on the same text, to compare with: the theme in Dutch, its search, and nothing else."""

from __future__ import annotations

import html
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import lxml.html

from tools.site import ROOT

CONFIG = """site_name: Gegevens delen in de proeftuin
theme:
  name: material
  language: nl
plugins:
  - search:
      lang: nl
"""


def write_stock_project(folder: Path, site: Path, copies: int = 1) -> None:
    """A project in `folder` with the text of our built `site`, as plain Markdown on the same addresses.

    More copies stand in folders of their own, to see how things grow.
    """
    pages: dict[str, list[str]] = defaultdict(list)
    for provision in json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]:
        page, _, anchor = provision["url"].partition("#")
        lines = pages[page.strip("/")]
        heading = f"## {provision['titel']}" if lines else f"# {provision['titel']}"
        if heading.lstrip("#") not in (line.lstrip("#") for line in lines):
            lines.append(heading)
        if anchor:
            lines.append(html.escape(provision["tekst"], quote=False).replace("[", "\\["))
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    home = (ROOT / "docs" / "index.md").read_text("utf-8").partition("# ")[2].replace("</div>", "")
    (folder / "docs" / "index.md").write_text("# " + home.replace('<div class="taken" markdown>', ""), "utf-8")
    for copy in range(copies):
        for page, lines in pages.items():
            target = folder / "docs" / (f"kopie-{copy}" if copy else "") / f"{page}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n\n".join(lines), "utf-8")


def write_stock_project_of_all(folder: Path, site: Path) -> None:
    """A project in `folder` with what every page of our built `site` says, trees and examples too, as plain Markdown on the same
    addresses: headings, paragraphs, items of lists, cells."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for page in site.rglob("index.html"):
        if not (article := lxml.html.parse(page).getroot().xpath("//article")):
            continue
        lines = []
        for block in article[0].iter("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "th", "td", "summary", "legend"):
            text = " ".join(block.text_content().split())
            if text and not block.xpath("p|ul|ol|dl|table|details|div"):
                mark = "#" * int(block.tag[1]) + " " if block.tag[0] == "h" else "- " if block.tag == "li" else ""
                lines.append(mark + html.escape(text, quote=False).replace("[", "\\["))
        where = page.parent.relative_to(site)
        target = folder / "docs" / (where.with_suffix(".md") if where.name else Path("index.md"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n\n".join(lines), "utf-8")


def build_stock_site(project: Path, target: Path) -> None:
    """Build a stock project."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(project / "mkdocs.yml")]
    subprocess.run([*command, "--site-dir", str(target)], check=True, capture_output=True)
