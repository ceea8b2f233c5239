"""What each page is about: every page of source text once, in a sentence, or the build stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.shared.errors import BuildError
from macros.text.contents import LIST, TableOfContents, read_contents
from macros.text.register import Provision, Register
from tests.conftest import ROOT

ABOUT = "convenant:\n  Vooraf:\n    partijen: Wie de afspraken maken.\n"


def provision(id: str) -> Provision:
    """A page of the covenant."""
    return Provision(id, f"/{id}/", "convenant", id, "Partners", "tekst", "pagina", f"docs/{id}.md")


def read(folder: Path, text: str, *pages: str) -> TableOfContents:
    """Read a list where these pages are published."""
    (folder / "bron").mkdir()
    (folder / LIST).write_text(text, "utf-8")
    return read_contents(
        folder, Register(provision(page) for page in pages), {"convenant/artikel-12": "convenant/artikel-11"}
    )


def test_a_new_page_stands_last_and_one_that_moved_not_at_all(tmp_path: Path) -> None:
    moved = ABOUT + "    artikel-12: Het slot.\n"
    read_list = read(tmp_path, moved, "convenant/partijen", "convenant/artikel-1", "convenant/artikel-2")
    shown = [(group.name, [page.id for page, _ in group.pages]) for group in read_list.groups["convenant"]]
    assert shown == [("Vooraf", ["convenant/partijen"]), ("Verder", ["convenant/artikel-1", "convenant/artikel-2"])]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ABOUT + "    bijlagen: Welke stukken.\n", "convenant/bijlagen"),
        (ABOUT + "  Achteraf:\n    partijen: Nog een keer.\n", "2 times"),
        (ABOUT.replace("maken.", "maken"), "no sentence"),
        (ABOUT.replace("convenant", "verdrag"), "no document"),
        ("- partijen\n", "another shape"),
    ],
)
def test_a_list_that_is_wrong_stops_the_build_and_says_where(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BuildError, match=said) as error:
        read(tmp_path, text, "convenant/partijen")
    assert LIST in str(error.value)


def test_the_own_list_is_whole(site: Path) -> None:
    page = (site / "convenant" / "index.html").read_text("utf-8")
    assert page.count('<ul class="inhoud">') == 5 and "Wie de subsidie beheert" in page
    assert (ROOT / LIST).exists()
