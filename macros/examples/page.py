"""The examples as a page, group by group, as data for other software, and as a form for a jurist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from decision_trees.cases import CASES
from decision_trees.household import Household, Row
from decision_trees.household_facts import listed, name
from decision_trees.model import Source, Tree
from macros.examples.examples import PAGE, Advice, Example, Examples, moved_here
from macros.shared.html import Link, render
from macros.text.register import Register
from macros.trees.page import kind_of
from macros.trees.review_form import as_csv
from macros.trees.sources import source_link

ROOT = "../"
"""From the page of the examples to the site's root."""


class ExamplesPage:
    """Renders the examples; sources are checked against the register. `moved`: where published ids went, old to new."""

    kind = staticmethod(kind_of)

    def __init__(self, examples: Examples, register: Register, moved: Mapping[str, str]) -> None:
        self.examples = examples
        self.moved = moved_here(examples, moved)
        self.register = register

    def render(self) -> str:
        """The links to the groups, the field to filter by, and every group with its examples."""
        return render("example/list.html", page=self, examples=self.examples, script=f"{ROOT}assets/voorbeelden.js")

    def sources(self, sources: Sequence[Source]) -> list[Link]:
        """Sources as links."""
        return [source_link(source, self.register, ROOT, str(CASES)) for source in sources]

    @staticmethod
    def address(advice: Advice) -> str:
        """What opens the tree with the answers of an advice."""
        return f"{ROOT}beslisbomen/{advice.tree.id}/{advice.fragment}"

    @staticmethod
    def household_address(example: Example) -> str:
        """What opens the overview of a household with its persons."""
        assert example.household is not None
        assert example.household.walk is not None
        return f"{ROOT}beslisbomen/{example.household.walk.tree.id}/{example.household_fragment}"

    @staticmethod
    def said(row: Row) -> str:
        """What was said about a person's data, in words; empty when nothing was."""
        return "; ".join(f"{who}: {what}" for who, what in row.said)

    @staticmethod
    def left_out(household: Household) -> str:
        """Whom to leave out so that the rest may go, in words; empty when that does not open it."""
        return listed(map(name, household.left_out()))


def alike_links(examples: Examples, tree: Tree, root: str) -> dict[str, list[Link]]:
    """For each outcome of a tree the examples that are like it, as links. `root`: from the tree's page to the site's."""
    return {
        outcome: [Link(f"{root}{PAGE}/#{e.id}", e.case.title) for e in examples.alike(tree.id, outcome)]
        for outcome in tree.outcomes
    }


def data(examples: Examples, version: str) -> dict[str, object]:
    """The examples as the contract describes them for other software."""
    return {
        "versie": version,
        "groepen": [{"id": id, "titel": heading} for id, heading in examples.groups.items()],
        "voorbeelden": [example_data(example) for example in examples.all],
    }


def example_data(example: Example) -> dict[str, object]:
    """One example as data."""
    household = example.household
    found: dict[str, object] = {
        "id": example.id,
        "url": f"/{PAGE}/#{example.id}",
        "titel": example.case.title,
        "situatie": example.case.situation,
        "waarom": example.case.why,
        "groepen": list(example.groups),
        "regels": list(example.case.rules),
        "adviezen": [
            {
                "boom": advice.tree.id,
                "antwoorden": advice.answers,
                "uitkomst": advice.outcome.id,
                "oordeel": str(advice.outcome.oordeel),
                "url": f"/beslisbomen/{advice.tree.id}/{advice.fragment}",
            }
            for advice in example.advices
        ],
    }
    if household:
        persons = [
            {
                "wie": row.name,
                "leeftijd": household.age(row.person),
                "beslist": row.decides,
                "oordeel": str(row.advice),
                "stand": row.status,
            }
            for row in household.rows
        ]
        found["samen"] = {"oordeel": str(household.joint), "personen": persons}
    return found


def review_form(examples: Examples) -> str:
    """A form for a jurist, a row per example, as CSV that a spreadsheet opens."""
    rows = []
    for example in examples.all:
        case = example.case
        found = [f"{advice.tree.title} {advice.outcome.oordeel}: {advice.outcome.title}" for advice in example.advices]
        if example.household:
            found += [f"{row.name}: {row.advice} ({row.status})" for row in example.household.rows]
            found.append(f"samen: {example.household.joint}")
        sources = " | ".join(source.label for source in example.sources)
        rows.append(
            [example.id, case.title, case.situation, " | ".join(found), case.why, sources, " ".join(case.rules)]
        )
    return as_csv(["voorbeeld", "titel", "situatie", "advies", "waarom", "bronnen", "regels"], rows)
