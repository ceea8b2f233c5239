"""How many pages of a pocket book are turned: on the longest way, on those that professionals meet most, and on all practice cases."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from decision_trees.cases import CASES, read_files
from decision_trees.model import Tree
from macros.handbook.cards import Advice, Chapter, Home, home_of
from macros.handbook.files import POCKET, POCKETS, Book
from tests.conftest import ROOT
from tests.handbook.pocket_pages import Pages, looked_at, pages_of, turns

MOST_TURNS = 4


@pytest.mark.parametrize("pocket", POCKETS, ids=lambda book: book.file)
def test_the_longest_way_turns_four_pages_at_most(site: Path, pocket: Book) -> None:
    pages = pages_of(site, pocket)
    found = {tree.id: most_turns(tree, pages) for tree in pages.deck.trees}
    assert all(1 <= count <= MOST_TURNS for count in found.values()), found


def most_turns(tree: Tree, pages: Pages) -> int:
    """How many pages the longest way through a tree turns, those for a list and for a card that goes on over the page too."""
    deck, where = pages.deck, pages.where

    @cache
    def most(home: Home, chapter: Chapter) -> int:
        found = 0
        for step, seen, here in pages.answers(home, chapter):
            target = dict(step.to).get(tree.id)
            if isinstance(target, Advice):
                found = max(found, turns([*seen, where.get(deck.numbers.get(target, 0), seen[-1])]))
            elif target:
                found = max(found, turns([*seen, where[pages.place(target, here)[0]]]) + most(target, here))
        return found

    start = home_of(tree, tree.questions[tree.start])
    return most(start, deck.chapter_of[start])


COMMON = {
    "a colleague who helps along": "E067",
    "a suspicion of abuse, the steps of the meldcode taken": "C07",
    "Veilig Thuis asks": "D01",
    "a parent with authority asks": "D23",
    "a parent without authority asks": "C14",
    "a GI asks for a measure": "C05",
    "to the Raad": "C20",
    "the police ask without more": "E216",
    "a referral, with the person's consent": "E117",
}
"""What professionals meet most, as practice cases: who helps along, who must know of danger, and who asks."""


def case_turns(pages: Pages, *, begun: bool = True) -> dict[str, list[int]]:
    """How many pages each practice case turns, by the case, in the trees of the book that it walks."""
    trees = {tree.id: tree for tree in pages.deck.trees}
    found: dict[str, list[int]] = defaultdict(list)
    for case in read_files(sorted((ROOT / CASES).glob("*.toml"))):
        for id, answers, _ in case.walks:
            if id in trees:
                found[case.id].append(turns(looked_at(trees[id], answers, pages, begun=begun)))
    return found


def test_the_most_common_ways_stay_within_one_spread(site: Path) -> None:
    found = case_turns(pages_of(site, POCKET))
    assert {way: found[case][0] for way, case in COMMON.items()} == dict.fromkeys(COMMON, 0)


def test_practice_cases_turn_less_than_a_page_and_a_half(site: Path) -> None:
    """As the mean of all of them in each pocket book, from a chapter that repeats the first cards; from card 1 a little more."""
    found = [
        [*chain(*case_turns(pages_of(site, one), begun=begun).values())] for one in POCKETS for begun in (True, False)
    ]
    begun, plain, *clocks = [sum(counts) / len(counts) for counts in found]
    assert begun < 1.2 < plain < 1.65 and max(clocks) < 1.5
    assert len(found[0]) > 400
