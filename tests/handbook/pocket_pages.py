"""Where the cards of a pocket book stand, and which of its pages someone looks at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2

from decision_trees.catalogue import TREES
from decision_trees.model import Outcome, Tree
from decision_trees.walk import view
from macros.handbook.cards import Advice, Chapter, Deck, Home, Shared, Step, home_of
from macros.handbook.files import Book
from macros.handbook.pocket import deck_of
from tests.handbook.test_books import links, squeezed


def letters(text: str) -> str:
    """Words without white space and without any hyphen: where a line breaks says nothing."""
    return re.sub(r"[-\x02\ufffe]", "", squeezed(text))


def deck_for(pocket: Book) -> Deck:
    """The cards of a pocket book."""
    return deck_of([TREES[id] for id in pocket.parts])


type Key = int | tuple[str, int]
"""A number where it stands first, or a number or a list's letter with which of its copies."""


def places(book: pypdfium2.PdfDocument, deck: Deck) -> dict[Key, int]:
    """On which page each number and each list stands, as the book's own links have it."""
    found: dict[Key, int] = {}
    copies: dict[str, set[int]] = defaultdict(set)
    for _, words, target in links(book):
        if named := re.fullmatch(r"\D*→\s*(\d+)\D*", words) or re.search(r"lijst ([A-Z])", words):
            copies[named[1]].add(target + 1)
    for name, pages in copies.items():
        found |= {
            int(name) if name.isdigit() and not copy else (name, copy): page for copy, page in enumerate(sorted(pages))
        }
    for tree in deck.trees:
        home = home_of(tree, tree.questions[tree.start])
        found.setdefault(
            deck.numbers[home], next(page for page in range(1, len(book) + 1) if says(book, page, deck, home))
        )
    return found


def says(book: pypdfium2.PdfDocument, page: int, deck: Deck, home: Home) -> bool:
    """Whether a card stands on a page."""
    words = letters(book[page - 1].get_textpage().get_text_bounded())
    return letters(f"{deck.numbers[home]}{deck.cards[home].question.text}") in words


class Pages:
    """Which page someone looks at, step by step: a card may go on on the next page, and a list stand elsewhere."""

    def __init__(self, book: pypdfium2.PdfDocument, deck: Deck, where: Mapping[Key, int]) -> None:
        self.texts = [letters(page.get_textpage().get_text_bounded()) for page in book]
        self.deck = deck
        self.where = where

    def place(self, home: Home, chapter: Chapter) -> tuple[Key, Chapter]:
        """The card that a number in a chapter means: its key, and the chapter that it stands in."""
        card, number = self.deck.cards[home], self.deck.numbers[home]
        copy = self.deck.copy_from(chapter, card)
        return (str(number), copy) if copy else number, self.deck.copies(card)[copy]

    def answers(self, home: Home, chapter: Chapter) -> Iterator[tuple[Step, list[int], Chapter]]:
        """Every answer of the card that its number in a chapter means, with the pages looked at from the card to the answer, the list that must
        be read before it too, and the chapter in which the answer stands."""
        card = self.deck.cards[home]
        key, here = self.place(home, chapter)
        seen = [self.where[key]]
        for row in card.rows:
            if isinstance(row, Shared):
                copy = self.deck.copy_from(here, row)
                listed = (row.letter, copy)
                for step in row.steps:
                    below = self.below(listed, f"Lijst {row.letter}", step)
                    yield step, [*seen, self.where[listed], below], self.deck.copies(row)[copy]
                seen = [*seen, self.where[listed]]
            else:
                yield row, [*seen, self.below(key, f"{self.deck.numbers[home]}{card.question.text}", row)], here

    def below(self, key: Key, head: str, step: Step) -> int:
        """The page of an answer below the head of its card or list."""
        page, begin = self.where[key], letters(head)
        assert begin in self.texts[page - 1], head
        if letters(step.text) in self.texts[page - 1].partition(begin)[2]:
            return page
        assert letters(step.text) in self.texts[page], (head, step.text)
        return page + 1


def pages_of(site: Path, pocket: Book) -> Pages:
    """The pages of a pocket book in a site."""
    book, deck = pypdfium2.PdfDocument(site / "handboek" / pocket.file), deck_for(pocket)
    return Pages(book, deck, places(book, deck))


def turns(seen: Sequence[int]) -> int:
    """How many pages are turned between pages that are looked at one after another: two that face each other are one view."""
    return sum(one // 2 != other // 2 for one, other in pairwise(seen))


def opens(deck: Deck, before: Sequence[tuple[Home, str]], home: Home) -> bool:
    """Whether the chapter of a card has in small all that was answered before it."""
    printed = {card.home: {step.text for step in on} for card, on in deck.opening(deck.chapter_of[home])}
    return bool(before) and all(said in printed.get(at, set()) for at, said in before)


def looked_at(tree: Tree, answers: Mapping[str, str], pages: Pages, *, begun: bool = True) -> list[int]:
    """The pages that someone with these answers looks at, from the first card to the advice; from the chapter that the way passes
    whose head has the way so far in small, when there is one."""
    deck, seen = pages.deck, view(tree, answers)
    assert isinstance(seen.node, Outcome)
    way = [(home_of(tree, step.question), step.answer.text) for step in seen.route]
    start = max((at for at in range(len(way)) if begun and opens(deck, way[:at], way[at][0])), default=0)
    found: list[int] = []
    at = deck.chapter_of[way[start][0]]
    for home, said in way[start:]:
        [(looked, at)] = [(looked, where) for step, looked, where in pages.answers(home, at) if step.text == said]
        found += looked
    advice = Advice.of(seen.node, full=deck.full)
    return [*found, pages.where[deck.numbers[advice]]] if advice in deck.numbers else found
