"""The pocket book: its cards lead where the trees lead, fit in a booklet on the table, and turn few pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from decision_trees.catalogue import TREES
from decision_trees.meaning import Beslist, Says
from decision_trees.model import Oordeel
from decision_trees.walk import count_paths, paths
from macros.handbook.cards import Advice, Card, Chapter, Deck, Home, Shared, home_of
from macros.handbook.files import BOOKLETS, POCKET, POCKETS, Book
from macros.handbook.overviews import DECIDE_ROWS, decides, receivers
from macros.handbook.pocket import AGAIN, EXCEPT, HERE, begun
from tests.handbook.pocket_pages import Key, deck_for, letters, places
from tests.handbook.test_books import parts, squeezed

MOST_PAGES = 24


@pytest.fixture(scope="module", params=POCKETS, ids=lambda book: book.file)
def pocket(request: pytest.FixtureRequest) -> Book:
    """Each pocket book."""
    found: Book = request.param
    return found


def test_every_tree_is_in_a_pocket_book() -> None:
    assert {id for book in POCKETS for id in book.parts} == TREES.keys()


@pytest.fixture(scope="module")
def deck(pocket: Book) -> Deck:
    """The cards."""
    return deck_for(pocket)


@pytest.fixture(scope="module")
def book(site: Path, pocket: Book) -> pypdfium2.PdfDocument:
    """The book."""
    return pypdfium2.PdfDocument(site / "handboek" / pocket.file)


@pytest.fixture(scope="module")
def where(book: pypdfium2.PdfDocument, deck: Deck) -> dict[Key, int]:
    """On which page each number and each list stands."""
    return places(book, deck)


def test_on_every_path_the_cards_lead_to_the_advice_of_the_tree(deck: Deck) -> None:
    steps_of = {home: {step.text: step for step in card.steps} for home, card in deck.cards.items()}
    walked = 0
    for tree, (steps, outcome) in ((one, path) for one in deck.trees for path in paths(one)):
        walked += 1
        at: Home | Advice = home_of(tree, tree.questions[tree.start])
        for step in steps:
            assert at == home_of(tree, step.question)
            assert not isinstance(at, Advice)
            printed = steps_of[at][step.answer.text]
            assert printed.not_after == step.answer.not_after
            at = printed.target(tree.id)
        assert at == Advice.of(outcome, full=deck.full)
    assert walked == sum(map(count_paths, deck.trees)) > 300


def test_a_card_has_all_answers_of_its_question_and_no_other(deck: Deck) -> None:
    for tree, question in ((one, question) for one in deck.trees for question in one.questions.values()):
        printed = sorted(step.text for step in deck.cards[home_of(tree, question)].steps)
        assert printed == sorted(answer.text for answer in question.answers), question.id


def test_where_the_top_most_answer_counts_the_answers_keep_their_order() -> None:
    deck = deck_for(POCKET)
    ordered = [card for card in deck.cards.values() if "bovenste" in card.question.text]
    assert len(ordered) >= 5
    for card in ordered:
        printed = [step.text for step in card.steps if "weet ik niet" not in step.text]
        assert printed == [answer.text for answer in card.question.answers if not answer.doubt]


def test_every_card_and_every_advice_is_in_print(book: pypdfium2.PdfDocument, deck: Deck) -> None:
    text = squeezed(" ".join(page.get_textpage().get_text_bounded() for page in book)).replace("\x02", "")
    text = text.replace("-", "").replace("￾", "")

    def said(words: str) -> bool:
        return squeezed(words).replace("-", "") in text

    for card in deck.cards.values():
        assert said(f"{deck.numbers[card.home]}{card.question.text}"), card.home
        for step in card.steps:
            assert said(step.text), step.text
            for _, target in step.to:
                if not isinstance(target, Advice):
                    assert said(f"→{deck.numbers[target]}")
                    continue
                verdict = f"{target.verdict[0].upper()}{target.verdict[1:]}"
                asked = f"Vraaghet:{target.ask}{'' if target.ask.endswith('?') else '.'}" if target.ask else ""
                assert said(f"{verdict}{target.title}.{target.sentence}{asked}"), target
                for line in target.steps:
                    assert said(line), line


def test_a_permission_never_stands_without_its_conditions() -> None:
    deck = deck_for(POCKET)
    mays = [advice for advice in all_advice(deck) if Oordeel(advice.verdict).permissive]
    assert len(mays) > 20 and all(advice.sentence for advice in mays)
    assert sum(advice.title.endswith("; vertel het later") for advice in mays) == sum(
        outcome.id.endswith("-later") for outcome in TREES["delen"].outcomes.values()
    )


def all_advice(deck: Deck) -> set[Advice]:
    """All advice that the cards give."""
    targets = (target for card in deck.cards.values() for step in card.steps for _, target in step.to)
    return {target for target in targets if isinstance(target, Advice)}


def test_the_book_fits_in_one_booklet_of_a5(book: pypdfium2.PdfDocument, site: Path, pocket: Book) -> None:
    assert len(book) <= MOST_PAGES
    assert {(round(w), round(h)) for w, h in (page.get_size() for page in book)} == {(420, 595)}
    [folded] = [booklet for booklet in BOOKLETS if booklet.of is pocket]
    sheets = pypdfium2.PdfDocument(site / "handboek" / folded.file)
    first = squeezed(sheets[0].get_textpage().get_text_bounded())
    assert len(sheets) == -(-len(book) // 4) * 2
    assert squeezed(pocket.title) in first


def test_no_letter_is_smaller_than_nine_points(book: pypdfium2.PdfDocument) -> None:
    for number, page in enumerate(book, 1):
        words = page.get_textpage()
        sizes = {round(raw.FPDFText_GetFontSize(words, at), 1) for at in range(words.count_chars())}
        assert min(size for size in sizes if size > 1) >= 9, f"page {number}: {sizes}"


def test_no_heading_is_hyphenated(site: Path, book: pypdfium2.PdfDocument, pocket: Book) -> None:
    chapters = parts(site / "handboek" / pocket.file)
    assert len(chapters) > 5
    for title, (first, _) in chapters.items():
        body = book[first].get_textpage().get_text_bounded(0, 0, 420, 571)  # without the running header
        assert squeezed(title) in squeezed(body), title


def test_who_begins_at_a_chapter_comes_where_its_small_cards_say() -> None:
    """No way past a question of which the top-most answer counts, or past an answer with a condition, and none to elsewhere."""
    deck = deck_for(POCKET)
    small = {
        chapter: {card.home: {step.text: step for step in on} for card, on in deck.opening(chapter)}
        for chapter in deck.chapters
        if chapter.opening
    }
    assert len(small) == 5
    for cards in small.values():
        assert all(cards.values()) and not any("bovenste" in deck.cards[home].question.text for home in cards)
        assert not any(step.not_after for on in cards.values() for step in on.values())
    came: dict[Chapter, set[Chapter]] = {chapter: set() for chapter in small}
    tree = deck.trees[0]
    for steps, _ in paths(tree):
        for chapter, cards in small.items():
            for step in steps:
                home = home_of(tree, step.question)
                if home not in cards:
                    came[chapter].add(deck.chapter_of[home])
                if step.answer.text not in cards.get(home, ()):
                    break
    assert came == {chapter: {chapter} for chapter in small}


def test_the_small_cards_at_the_head_of_a_chapter_are_printed_with_the_answers_that_lead_on(site: Path) -> None:
    deck = deck_for(POCKET)
    document = pypdfium2.PdfDocument(site / "handboek" / POCKET.file)
    texts = [letters(page.get_textpage().get_text_bounded()) for page in document]
    for chapter in (one for one in deck.chapters if one.opening):
        head = letters(f"{chapter.title} {' '.join(HERE)}")
        [rest] = [text.partition(head)[2] for text in texts if head in text]
        for card, on in deck.opening(chapter):
            begin = letters(f"{deck.numbers[card.home]} {card.question.text}")
            assert rest.startswith(begin)
            rest = rest.removeprefix(begin)
            but = rest.startswith(letters(EXCEPT))
            rest = rest.removeprefix(letters(EXCEPT)) if but else rest
            assert len({begun(step) for step in card.steps}) == len([*card.steps])  # each still says which it is
            for step in card.steps:
                if (step in on) != but:
                    words = letters(begun(step))
                    assert rest.startswith(words), (chapter.title, card.question.id, words)
                    rest = rest.removeprefix(words)
                    rest = (
                        rest.removeprefix(f"→{deck.numbers.get(step.target('delen'))}")
                        .removeprefix(";")
                        .removeprefix("of:")
                    )


def test_cards_that_stand_again_in_a_chapter_are_named_at_its_head_and_whole_on_its_spread(site: Path) -> None:
    deck = deck_for(POCKET)
    document = pypdfium2.PdfDocument(site / "handboek" / POCKET.file)
    texts = [letters(page.get_textpage().get_text_bounded()) for page in document]
    again = [chapter for chapter in deck.chapters if chapter.again]
    assert again
    for chapter in again:
        named = " en ".join(str(deck.numbers[home]) for home in chapter.again)
        head = letters(f"{chapter.title} {AGAIN.format(named)}")
        [at] = [number for number, text in enumerate(texts) if head in text]
        assert at % 2 == 1  # a left page
        spread = "".join(texts[at : at + 2])
        for card in (deck.cards[home] for home in chapter.again):
            _, found, rest = spread.partition(letters(f"{deck.numbers[card.home]} {card.question.text}"))
            assert found, card.home
            for row in card.rows:
                words = f"lijst {row.letter}" if isinstance(row, Shared) else row.text
                assert letters(words) in rest, (card.home, words)


def test_an_answer_after_some_alone_is_offered_on_the_ways_on_which_one_of_these_was_given() -> None:
    deck = deck_for(POCKET)
    after = {
        home: [({*only}, {*step.not_after}) for step in card.steps if (only := deck.only_after(home, step))]
        for home, card in deck.cards.items()
    }
    assert sum(map(len, after.values())) >= 4
    seen: set[bool] = set()
    for steps, _ in paths(deck.trees[0]):
        said: set[Says] = set()
        for step in steps:
            for alone, never in after[home_of(deck.trees[0], step.question)]:
                seen.add(offered := not said & never)
                assert bool(said & alone) == offered
            said |= {*step.answer.says}
    assert seen == {True, False}


def test_an_advice_that_is_said_above_is_no_permission(book: pypdfium2.PdfDocument, pocket: Book) -> None:
    text = letters(" ".join(page.get_textpage().get_text_bounded() for page in book))
    before = [text[at.start() - 150 : at.start()] for at in re.finditer("ziehierboven", text)]
    verdicts = [letters(f"{one[0].upper()}{one[1:]}") for one in map(str, Oordeel)]
    last = [max(verdicts, key=words.rfind) for words in before]
    allowed = {letters(f"{one[0].upper()}{one[1:]}") for one in Oordeel if one.permissive}
    assert not {*last} & allowed
    assert len(last) > 5 or pocket is not POCKET


def test_numbers_follow_one_another_and_stand_above_their_page(
    book: pypdfium2.PdfDocument, deck: Deck, where: Mapping[Key, int]
) -> None:
    assert set(deck.numbers.values()) == {key for key in where if isinstance(key, int)}
    in_order = [where[number] for number in sorted(deck.numbers.values())]
    assert in_order == sorted(in_order)
    for number, page in where.items():
        if isinstance(number, int):
            head = book[page - 1].get_textpage().get_text_bounded(0, 571, 420, 595)
            [(first, last), *_] = re.findall(r"(?<!Artikel )\b(\d+)(?: – (\d+))?", head)
            assert int(first) <= number <= int(last or first), (number, head)


def test_who_decides_is_what_the_proof_asks() -> None:
    rows = {row.words: row for row in DECIDE_ROWS}
    assert decides(rows["12 tot en met 15 jaar, overziet het"], help=False) == "De jongere zelf"
    assert decides(rows["12 tot en met 15 jaar, overziet het"], help=True) == "De jongere én wie gezag heeft"
    assert Beslist.TWEE_GEZAG.value in decides(rows["0 tot en met 11 jaar"], help=False).lower()


def test_a_way_without_consent_stands_only_with_receivers_that_the_tree_gives_it() -> None:
    tree = TREES["delen"]
    found: dict[str, set[str]] = {}
    for steps, outcome in paths(tree):
        receiver = next((s.answer.text for s in steps if s.question.id == "ontvanger"), "")
        if outcome.way and receiver:
            found.setdefault(receiver, set()).add(outcome.way.value)
    for answer, ways in receivers(tree):
        printed = {way.lower() for way in ways}
        expected = {way for way in found[answer.text] if "toestemming" not in way}
        assert len(printed) == len(expected)
        assert all(any(one.startswith(way.lower()) for one in printed) for way in expected), answer.text


def test_what_stands_once_saves_pages() -> None:
    """Without shared lists and shared advice the book would not fit."""
    deck = deck_for(POCKET)
    shared = [card for card in deck.cards.values() if any(isinstance(row, Shared) for row in card.rows)]
    assert len(shared) > 15 and len(deck.lists) >= 2
    assert all(isinstance(card, Card) and len(card.rows) >= 2 for card in deck.cards.values())
