"""The examples of a build: read from the cases, checked, and each with what the trees say of it.

What an example advises is not written down: it is the outcome that its answers lead to, and for a household the overview.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from decision_trees.cases import CASES, Case, CaseError, read_files
from decision_trees.catalogue import TREES
from decision_trees.household import Household
from decision_trees.link import to_fragment
from decision_trees.model import Oordeel, Outcome, Source, Tree
from decision_trees.walk import View, answers_of, view
from macros.shared.errors import BuildError
from macros.shared.stored_files import read_yaml, shaped
from macros.text.published_addresses import MOVED

GROUPS = "bron/voorbeeldgroepen.yml"
PAGE = "voorbeelden"
"""The page of the examples, from the site's root; each has its id as anchor there."""
MOST_ALIKE = 3


@dataclass(frozen=True)
class Advice:
    """What a tree says of an example: the walk that its answers make, which ends at an outcome."""

    walk: View
    outcome: Outcome

    @property
    def tree(self) -> Tree:
        """The tree that was walked."""
        return self.walk.tree

    @property
    def answers(self) -> dict[str, str]:
        """The answers, in the order in which they were given."""
        return answers_of(self.walk.route)

    @property
    def fragment(self) -> str:
        """What opens the tree with these answers."""
        return to_fragment(self.answers)


@dataclass(frozen=True)
class Example:
    """A case as an example. `advices`: what each tree says of it; `household`: the overview, when it is about more persons."""

    case: Case
    advices: tuple[Advice, ...]
    household: Household | None
    groups: tuple[str, ...]
    """The ids of its groups; it stands under the first."""

    @property
    def id(self) -> str:
        """Its anchor on the page, and the second half of its address."""
        return self.case.id.lower()

    @property
    def verdicts(self) -> tuple[Oordeel, ...]:
        """What is advised, jointly for a household; each advice once."""
        found = [advice.outcome.oordeel for advice in self.advices]
        return tuple(dict.fromkeys([*([self.household.joint] if self.household else []), *found]))

    @property
    def household_fragment(self) -> str:
        """What opens the overview with these persons; empty without a household."""
        if self.household is None or self.household.walk is None:
            return ""
        facts = {key: said for key, said in self.household.facts.items() if not key.startswith("boom.")}
        return to_fragment(answers_of(self.household.walk.route), facts)

    @property
    def ends(self) -> Iterator[tuple[str, str]]:
        """The outcomes that it leads to: tree, and the outcome's id in it."""
        for advice in self.advices:
            yield advice.tree.id, advice.outcome.id
        if self.household:
            for row in self.household.rows:
                yield "toestemming", row.view.node.id

    @property
    def sources(self) -> tuple[Source, ...]:
        """What its advice rests on, each source once."""
        outcomes = [advice.outcome for advice in self.advices]
        if self.household:
            outcomes += [row.view.node for row in self.household.rows if isinstance(row.view.node, Outcome)]
        return tuple(dict.fromkeys(source for outcome in outcomes for source in outcome.sources))


@dataclass(frozen=True)
class Examples:
    """All examples, and the groups in the order of the page: id to heading."""

    all: tuple[Example, ...]
    groups: Mapping[str, str]

    def home(self, group: str) -> list[Example]:
        """The examples that stand under a group."""
        return [example for example in self.all if example.groups[0] == group]

    def named(self, group: str) -> list[Example]:
        """The examples that stand elsewhere and are about this group too."""
        return [example for example in self.all if group in example.groups[1:]]

    def count(self, group: str) -> int:
        """How many examples are about a group."""
        return len(self.home(group)) + len(self.named(group))

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The ids by which others refer to what stands on the page, as bron/adressen.txt records them."""
        return (PAGE, *(f"{PAGE}/{id}" for id in (*self.groups, *(example.id for example in self.all))))

    @cached_property
    def ending(self) -> Mapping[str, Sequence[Example]]:
        """The examples that end at an outcome, in either tree: its id without what marks it as lent."""
        found: dict[str, list[Example]] = {}
        for example in self.all:
            for name in dict.fromkeys(end.removeprefix("t.") for _, end in example.ends):
                found.setdefault(name, []).append(example)
        return found

    def alike(self, tree: str, outcome: str) -> list[Example]:
        """At most three examples that end at an outcome, of as many groups as there are; of both trees, since one lends the
        other its questions."""
        same = sorted(
            self.ending.get(outcome.removeprefix("t."), ()), key=lambda example: (tree, outcome) not in example.ends
        )
        first = {example.groups[0]: example for example in reversed(same)}
        spread = sorted(same, key=lambda example: first[example.groups[0]] is not example)
        return spread[:MOST_ALIKE]


def read_examples(root: Path) -> Examples:
    """The examples of the project. BuildError, naming the case, for one that is half-filled, misplaced or leads nowhere."""
    with shaped(GROUPS, "a line `id: heading` for each group"):
        groups = {str(id): str(heading) for id, heading in read_yaml(root, GROUPS).items()}
    try:
        cases = read_files(sorted((root / CASES).glob("*.toml")))
    except CaseError as error:
        raise BuildError(str(CASES), str(error), "The cases beside it show the form.") from error
    examples = tuple(example(case, groups) for case in cases if is_example(case))
    empty = [id for id in groups if not any(example.groups[0] == id for example in examples)]
    if empty:
        raise BuildError(GROUPS, f"no example stands under {', '.join(empty)}", "Put one there, or remove the group.")
    order = list(groups)
    return Examples(tuple(sorted(examples, key=lambda example: order.index(example.groups[0]))), groups)


def moved_here(examples: Examples, moved: Mapping[str, str]) -> dict[str, str]:
    """Old anchors of the page of which the example or group moved, and the anchor where it is now. BuildError when that is not
    on the page: its readers would find nothing like it."""
    found = {}
    for old, new in moved.items():
        if old.startswith(f"{PAGE}/"):
            if new not in examples.addresses:
                raise BuildError(f"{MOVED}, {old}", f"{new} is no example", "Name one that is alike, or its group.")
            found[old.removeprefix(f"{PAGE}/")] = new.removeprefix(f"{PAGE}/")
    return found


def is_example(case: Case) -> bool:
    """Whether a case is published. BuildError when it says neither that it is, in full, nor that it is not."""
    place = f"{CASES}, casus {case.id}"
    filled = (case.title, case.why, case.groups)
    if case.only_test and (any(filled) or case.typed):
        raise BuildError(place, "is said to be a test only, and is filled in as an example", "Remove one of the two.")
    if not case.only_test and not all(filled):
        remedy = "Fill in `titel`, `waarom` and `groepen`, or say with `alleen-test` why it is no example."
        raise BuildError(place, "is half-filled as an example", remedy)
    return not case.only_test


def example(case: Case, groups: Mapping[str, str]) -> Example:
    """A case as an example. BuildError when its group is unknown, or its answers do not lead to an advice."""
    place = f"{CASES}, casus {case.id}"
    unknown = [group for group in case.groups if group not in groups]
    if unknown:
        raise BuildError(place, f"there is no group {unknown[0]!r}", f"See {GROUPS}.")
    household = case.household() if case.persons else None
    found = tuple(advice(place, view(TREES[tree], answers)) for tree, answers, _ in case.walks)
    return Example(case, found, household, case.groups)


def advice(place: str, walk: View) -> Advice:
    """The advice of a walk. BuildError when it stops at a question."""
    if not isinstance(walk.node, Outcome):
        raise BuildError(place, f"the walk stops at the question {walk.node.id!r}", "Complete its answers.")
    return Advice(walk, walk.node)
