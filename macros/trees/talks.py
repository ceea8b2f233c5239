"""The sheets for talks as a page, each with its advices and sources, and the form to review them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from decision_trees.catalogue import TREES
from decision_trees.gesprekken import TALKS
from decision_trees.model import Source
from decision_trees.talks import Kind, Talk, check_talks
from macros.shared.html import Link, render
from macros.text.register import Register
from macros.trees.framework import node_link
from macros.trees.sources import source_link

PAGE = "gesprekken"
"""The page of the sheets, and the folder in decision_trees/ that holds them."""


def read_talks(register: Register) -> Mapping[str, Talk]:
    """The sheets by outcome. TreeError for a sheet that does not hold, BuildError for one that cites what is not published."""
    for talk in TALKS:
        for source in talk.cited:
            source_link(source, register, "", place_of(talk))
    return check_talks(TALKS, TREES)


def place_of(talk: Talk) -> str:
    """Where a sheet stands, for an error."""
    return f"decision_trees/{PAGE}/, gesprek {talk.id!r}"


def addresses() -> list[str]:
    """The ids under which the sheets are published: they never break."""
    return [f"{PAGE}/{talk.id}" for talk in TALKS]


def mark_of(talk: Talk) -> str:
    """A hash of all that a sheet says: by it a tree's page knows that what it fetched is of its own version."""
    return hashlib.sha256(repr(talk).encode()).hexdigest()[:16]


def page(register: Register, root: str, sheets: Sequence[Talk] = TALKS) -> str:
    """Sheets, by what the talk is for."""

    def links(talk: Talk, sources: Iterable[Source]) -> list[Link]:
        return [source_link(source, register, root, place_of(talk)) for source in sources]

    return render(
        "talk/talks.html",
        groups=[(kind, found) for kind in Kind if (found := [talk for talk in sheets if talk.kind is kind])],
        links=links,
        outcome_links=outcome_links,
        mark_of=mark_of,
    )


def outcome_links(talk: Talk) -> list[Link]:
    """The advices that a sheet goes with, from the page of the sheets."""
    found = []
    for name in talk.outcomes:
        tree, _, id = name.partition("/")
        link = node_link(tree, id)
        text = f"{TREES[tree].outcomes[id].title} ({TREES[tree].title})"
        found.append(Link(link.address.replace("../", "../beslisbomen/", 1), text))
    return found
