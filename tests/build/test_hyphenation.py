"""Long words may break, in the right places, and nothing but words gets a soft hyphen."""

from __future__ import annotations

import pytest

from macros.publication.hyphenation import LEAST, LONG, SOFT_HYPHEN, soften


def softened(content: str) -> str:
    """The content of an article with its soft hyphens as "-", which no example holds itself."""
    return soften(f"<p>buiten</p><article>{content}</article>").replace(SOFT_HYPHEN, "-").split("<article>")[1][:-10]


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Samenwerkingsovereenkomst", "Samen-wer-kings-over-een-komst"),
        ("cliëntondersteuning", "cliënt-onder-steuning"),
        ("Tussenevaluatie", "Tussen-evaluatie"),
        ("toestemming", "toestemming"),
    ],
)
def test_a_long_word_breaks_between_its_parts_and_a_short_one_does_not(word: str, broken: str) -> None:
    assert softened(f"<p>{word}</p>") == f"<p>{broken}</p>"


@pytest.mark.parametrize(
    "kept",
    [
        "https://www.voorbeeld.nl/toekomstscenario-kindbescherming",
        "gegevensbescherming@voorbeeld.nl",
        "samenwerkingsovereenkomst.docx",
        '<a title="samenwerkingsovereenkomst">hier</a>',
        "<code>samenwerkingsovereenkomst</code>",
        "<script>samenwerkingsovereenkomst</script>",
        "&hellip;samenwerkingsovereenkomstx1",
    ],
)
def test_addresses_attributes_and_code_stay_as_they_are(kept: str) -> None:
    assert softened(kept) == kept


def test_text_behind_code_is_softened_again() -> None:
    assert softened("<code>x</code> gezinsbescherming") == "<code>x</code> gezins-be-scher-ming"


def test_what_stands_outside_the_article_stays_as_it_is() -> None:
    page = "<title>Samenwerkingsovereenkomst</title><p>samenwerkingsovereenkomst</p>"
    assert soften(page) == page


def test_no_piece_is_shorter_than_four_letters_at_an_end() -> None:
    for word in ("verwerkingsverantwoordelijke", "ondertoezichtstelling", "participatiewet"):
        pieces = softened(word).split("-")
        assert len(word) >= LONG and min(len(pieces[0]), len(pieces[-1])) >= LEAST and len(pieces) > 1, pieces
