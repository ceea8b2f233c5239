"""Two editions, of which each takes the choices that the other does not, say word for word what the model, their answers and their additions
make, and nothing else: on every page, in Word, in the book and in the EPUB."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from macros.handbook.files import IN_WORD_FILE, NAMES_IN_EDITION, WORD_FILES
from tests.handbook.test_books import source_in, squeezed
from tests.handbook.test_files import epub_words, site_words
from tests.handbook.word_files import letters, words_of
from tests.text.edition_words import pages_of
from tests.text.model import EXAMPLE, other_data
from tests.text.published import article_of, read_pages, text_of

DATA: dict[str, Mapping[str, Any]] = {
    "voorbeeldstad": tomllib.loads(EXAMPLE.read_text("utf-8")),
    "anderland": other_data(),
}
EXPLANATION = "/convenant/toelichting/"
REMARKS = (
    r"ToegevoegddoorX\.",
    r"\(Hiergavendemakersvanhetmodeleentoelichting\.\)",
    r"Dezetoelichtingisvandemakersvanhetmodel\.ZijisgeendeelvandeafsprakenvanX\.",
)
"""What the book says about the text."""


@pytest.fixture(scope="module", params=sorted(DATA))
def edition(request: pytest.FixtureRequest, edition_site: Callable[[str], Path]) -> tuple[Mapping[str, Any], Path]:
    """An edition's data, and its site."""
    return DATA[request.param], edition_site(request.param)


def test_every_page_is_the_models_with_its_fields_and_additions_and_nothing_else(
    site: Path, edition: tuple[Mapping[str, Any], Path]
) -> None:
    data, own = edition
    wanted, model = pages_of(site, data), {page.url: " ".join(page.words) for page in read_pages(site)}
    found = {page.url: " ".join(page.words) for page in read_pages(own)}
    assert found == wanted and len(found) == len(model) > 35
    changed = {url for url in found if found[url] != model[url]}
    assert len(changed) > 15 and {url.split("/")[1] for url in changed} == {"convenant", "privacyprotocol"}


def words_in_print(own: Path) -> str:
    """The words of all pages with the marks of footnotes, without the notes themselves, which stand elsewhere on paper."""
    words = []
    for page in read_pages(own):
        article = article_of(own / page.url.strip("/") / "index.html")
        for note in article.xpath(".//div[@class='footnote']"):
            note.drop_tree()
        words.append(text_of(article))
    return " ".join(words)


def test_word_files_book_and_epub_say_what_the_pages_say(edition: tuple[Mapping[str, Any], Path]) -> None:
    data, own = edition
    documents = [*dict.fromkeys(page.url.split("/")[1] for page in read_pages(own))]
    said = {one: letters(" ".join(site_words(own, one))).replace("Ondertekening", "") for one in documents}
    assert epub_words(own) == said
    book = source_in(own / "handboek" / "handboek.pdf").replace(squeezed(data["naam"]), "X")
    whole = letters(words_in_print(own)).replace(squeezed(data["naam"]), "X").replace("–", "")
    assert re.sub("|".join(REMARKS), "", book).replace("OndertekeningAldus", "Aldus", 1) == whole
    explained = next(" ".join(page.words) for page in read_pages(own) if page.url == EXPLANATION)
    for id, file in WORD_FILES.items():
        text = "".join(said[one] for one in IN_WORD_FILE.get(id, (id,)))
        if data["antwoorden"]["toelichtingen"] == "weglaten":
            text = text.replace(letters(explained), "")
        word = words_of(own / "handboek" / NAMES_IN_EDITION.get(file, file))
        assert letters(" ".join(word)).replace("Ondertekening", "") == text, id
