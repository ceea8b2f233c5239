"""The QR codes of the books: a phone reads them from paper, and what they hold is an address that works."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
import typst

import tools.site
from decision_trees.catalogue import TREES
from macros.handbook import addresses
from macros.handbook.addresses import address_of
from macros.handbook.files import POCKETS
from macros.handbook.printing import FONTS, HERE
from macros.text.documents import DOCUMENTS
from tests.conftest import ROOT

SITE = "https://www.proeftuin-gegevensdeling.voorbeeldgemeente.nl/afspraken/"
PATHS = [*(f"{document.id}/" for document in DOCUMENTS), *(f"beslisbomen/{id}/" for id in TREES), "handboek/"]
DOTS = 300
"""Per inch, as an office printer has."""


def printed(tmp_path: Path, address: str) -> pypdfium2.PdfDocument:
    """A page for each address, as the books print it."""
    lines = [address_of(address, path, path, tmp_path) for path in PATHS]
    shutil.copyfile(HERE / "boek.typ", tmp_path / "boek.typ")
    code = "\n".join(
        [
            '#import "boek.typ": *',
            '#set page(paper: "a5")',
            *(f"#{{ {line} }} #pagebreak(weak: true)" for line in lines),
        ]
    )
    (tmp_path / "main.typ").write_text(code, "utf-8")
    return pypdfium2.PdfDocument(typst.compile(tmp_path / "main.typ", font_paths=[FONTS], ignore_system_fonts=True))


def scanned(document: pypdfium2.PdfDocument, folder: Path) -> list[list[list[str]]]:
    """What ZBar reads on each page, printed black and white."""
    files = []
    for number, page in enumerate(document):
        picture = page.render(scale=DOTS / 72, grayscale=True).to_pil().point(lambda grey: 255 * (grey > 127))
        files.append(folder / f"{number}.grey")
        files[-1].write_bytes(picture.tobytes())
        width = picture.width
    node = subprocess.run(
        ["node", "tests/handbook/qr.mjs", str(width), *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in node.stdout.splitlines()]


def test_a_scanner_reads_every_code_from_paper_and_finds_the_whole_address(tmp_path: Path) -> None:
    document = printed(tmp_path, SITE)
    assert scanned(document, tmp_path) == [[["ZBAR_QRCODE", f"{SITE}{path}"]] for path in PATHS]


def test_without_an_address_a_line_to_write_on_comes_instead_of_a_code(tmp_path: Path) -> None:
    document = printed(tmp_path, "")
    assert scanned(document, tmp_path) == [[] for _ in PATHS]
    for page, path in zip(document, PATHS, strict=True):
        assert re.search(rf"Op de site:\s*/{path}", page.get_textpage().get_text_bounded())


def test_the_line_to_write_the_sites_own_address_on_ends_in_no_stroke(tmp_path: Path, site: Path) -> None:
    assert address_of("", "", "de site", tmp_path) == 'adresveld("")'
    for book in POCKETS:
        cover = pypdfium2.PdfDocument(site / "handboek" / book.file)[0].get_textpage().get_text_bounded()
        assert re.search(r"Op de site:\s*(https?://\S+/)?$", cover, re.MULTILINE), cover


def test_a_short_address_is_a_whole_code_too() -> None:
    """The small kind, that phones do not read, has one corner pattern instead of three: it is at most 17 units wide."""
    width = re.search(rb'width="(\d+)"', addresses.code("/a/"))
    assert width and int(width[1]) >= 21 + 2 * 4


@pytest.mark.parametrize(("environment", "says"), [({}, True), ({"SITE_URL": SITE}, False), ({"BOOKS": "0"}, False)])
def test_a_build_without_an_address_says_so_at_its_start(
    environment: dict[str, str],
    says: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise tools.site.Failed

    for name in ("SITE_URL", "BOOKS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(tools.site, "build_in", stop)
    with pytest.raises(tools.site.Failed):
        tools.site.build(tmp_path / "site", quiet=True)
    assert capsys.readouterr().out.startswith("no SITE_URL: ") == says
