"""Golden cases: what becomes of a text. Each file in gevallen/ is a case that an author can read and extend.

`python -m tests.text.test_golden` writes anew what becomes of each text, for who changed the rules; read the difference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from lxml import html
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from macros.shared.errors import BuildError
from macros.text.parsed_page import read_page
from macros.text.references import find
from macros.text.register import check_number, provision
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "text" / "gevallen"
CASES = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
TEXT, PARTS, REFERENCES, REFUSED = "## Tekst", "## Delen", "## Verwijzingen", "## Geweigerd"
PAGE = re.compile(r"^Bladzijde: `(.+)`$", re.MULTILINE)


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    """The site's settings, and with them its Markdown."""
    return load_config(str(ROOT / "mkdocs.yml"))


def becomes(config: MkDocsConfig, page: str, text: str) -> str:
    """What the site makes of a text on a page, as the tables of a case file."""
    reading = read_page(page, f"{page}.md", text, config.markdown_extensions, config.mdx_configs)
    tree = html.fromstring(f"<div>{reading.write()}</div>")
    rows, references = [], []
    for part in reading.parts:
        try:
            check_number(page, f"docs/{page}.md", part)
        except BuildError as error:
            return f"{REFUSED}\n\n{error}\n"
        found = provision(page, f"{page}.md", part)
        elements = tree.xpath(f".//*[@id='{part.anchor}']") if part.anchor else []
        numbers = elements[0].xpath("(./p/span | ./span)[@class='nummer']/text()") if elements else []
        value = elements[0].get("value", "") if elements else ""
        rows.append((numbers[0] if numbers else "", value, f"`{found.url}`", found.citation, part.text))
        for reference in find(part.text, page):
            leads = f"`{reference.provision}`" if reference.provision else reference.label
            references.append((part.text[reference.start : reference.end], leads, reference.address or ""))
    parts = table(("nummer", "waarde", "adres", "aanduiding", "tekst"), rows)
    words = table(("woorden", "leidt naar", "adres"), references) if references else "Geen.\n"
    return f"{PARTS}\n\n{parts}\n{REFERENCES}\n\n{words}"


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def parts_of(case: Path) -> tuple[str, str, str, str]:
    """What a case file holds: all up to the text, the page, the text, and what must become of it."""
    whole = case.read_text("utf-8")
    head, _, rest = whole.partition(f"{TEXT}\n")
    named = PAGE.search(head)
    assert named, f"{case.name} names no page"
    found = re.search(r"^## (?:Delen|Geweigerd)$", rest, re.MULTILINE)
    end = found.start() if found else len(rest)
    return head, named[1], rest[:end].strip("\n"), rest[end:]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_text_becomes_what_its_case_says(config: MkDocsConfig, case: Path) -> None:
    _, page, text, expected = parts_of(case)
    assert becomes(config, page, text) == expected


def test_each_way_of_numbering_has_a_case() -> None:
    shown = {entry for case in CASES for entry in re.findall(r"#([a-z]+)(?:-\w+)*`", case.read_text("utf-8"))}
    assert shown >= {
        "lid",
        "overweging",
        "toelichting",
        "voetnoot",
        "stap",
        "bijlage",
        "alinea",
        "partij",
        "betrokkene",
    }


def renew() -> Mapping[str, bool]:
    """Write what becomes of each case; gives which files changed."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    changed = {}
    for case in CASES:
        head, page, text, before = parts_of(case)
        after = becomes(config, page, text)
        case.write_text(f"{head}{TEXT}\n\n{text}\n\n{after}", "utf-8")
        changed[case.name] = before != after
    return changed


if __name__ == "__main__":
    print("\n".join(f"{'anders' if other else 'gelijk'}  {name}" for name, other in renew().items()))
