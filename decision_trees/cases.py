"""Practice cases as data that a jurist can read and extend: a situation, the answers, and what must come out.

A file is TOML, in Dutch, one `[[casus]]` after another; see bron/casussen/. `delen` and `toestemming` hold
answers as "question = answer"; `personen` holds the persons of a household and `samen` what comes out for all of them.
A case that a professional can meet has what the site publishes of it as an example: `titel`, `waarom` and `groepen`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from decision_trees.catalogue import TREES
from decision_trees.household import Household
from decision_trees.household_facts import GI, REPRESENTATIVE, WHOLE, listed, name
from decision_trees.model import Outcome
from decision_trees.walk import View, view

CASES = Path("bron/casussen")
"""Where the project keeps its cases, from its root."""


class CaseError(Exception):
    """A case file cannot be understood; the message names the file and the case."""


@dataclass(frozen=True)
class Case:
    """One case. Each walk is (tree, answers, expected): expected holds `oordeel` and, if given, `uitkomst`.

    `title`, `why` and `groups` are for readers of the example, `typed` are words by which people look for it; `only_test` says why
    the case is no example.
    """

    id: str
    situation: str
    rules: tuple[str, ...]
    walks: tuple[tuple[str, Mapping[str, str], Mapping[str, Any]], ...]
    persons: tuple[Mapping[str, Any], ...] = field(default=())
    together: Mapping[str, Any] = field(default_factory=dict)
    title: str = ""
    why: str = ""
    groups: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    only_test: str = ""

    def problems(self) -> list[str]:
        """What comes out otherwise than the case says; empty when all is as it says."""
        found = []
        for tree_id, answers, expected in self.walks:
            seen = view(TREES[tree_id], answers)
            unused = {**seen.kept, **seen.dropped}
            if unused:
                found.append(f"{tree_id}: answers that the route does not use: {unused}")
            if not isinstance(seen.node, Outcome):
                found.append(f"{tree_id}: stops at the question {seen.node.id!r}")
                continue
            if str(seen.node.oordeel) != expected["oordeel"]:
                found.append(f"{tree_id}: {seen.node.oordeel} ({seen.node.id}), expected {expected['oordeel']}")
            if expected.get("uitkomst", seen.node.id) != seen.node.id:
                found.append(f"{tree_id}: {seen.node.id}, expected {expected['uitkomst']}")
        if self.persons:
            found += self._household_problems()
        return found

    def _household_problems(self) -> list[str]:
        household = self.household()
        rows = {row.name: row for row in household.rows}
        found = []
        for person in self.persons:
            row = rows.pop(person["rol"], None)
            if row is None:
                found += [f"{person['rol']}: not in the overview"] if "oordeel" in person else []
                continue
            came_out = {"oordeel": str(row.advice), "beslist": row.decides, "stand": row.status}
            expected = {"oordeel": "no advice", **person}
            found += [
                f"{row.name}: {what} {value!r}, expected {expected[what]!r}"
                for what, value in came_out.items()
                if expected.get(what, value) != value
            ]
        found += [f"{who}: in the overview, not in the case" for who in rows]
        together = {"zonder": "", **self.together}
        for what, value in (("oordeel", str(household.joint)), ("zonder", listed(map(name, household.left_out())))):
            if together[what] != value:
                found.append(f"together: {what} {value!r}, expected {together[what]!r}")
        return found

    def household(self) -> Household:
        """The household of the case, beside the walk in `samen`; without one, beside "no acute danger"."""
        walk = self.household_walk()
        facts = dict(Household.of({}, walk).facts)
        own: dict[str, str] = {}
        roles: dict[str, str] = {}
        for person in self.persons:
            id, said = _id(person["rol"]), person.get("zegt", "")
            facts[f"{id}.leeftijd"] = person["leeftijd"]
            own[f"{id}>{id}"] = said if isinstance(said, str) else said.get("eigen", "")
            for key in ("in-stuk", "gezag", "vertegenwoordiger"):
                if key in person:
                    roles[f"{id}.{key}"] = "+".join(map(_id, person[key].split(" en ")))
        facts |= {key: said for key, said in own.items() if said} | roles
        for person in self.persons:
            facts |= self._said(person, Household.of(facts, walk))
        return Household.of({**facts, **{key: self.together[key] for key in WHOLE if key in self.together}}, walk)

    def household_walk(self) -> View:
        """The walk that the household stands under; without one in the case, one that says "no acute danger"."""
        tree = TREES[self.together.get("boom", "toestemming")]
        return view(tree, self.together.get("antwoorden", {"acuut-gevaar": "nee"}))

    def _said(self, person: Mapping[str, Any], household: Household) -> dict[str, str]:
        """What a person said about children, once or for each apart, and what was said for him."""
        id, said = _id(person["rol"]), person.get("zegt", {})
        if isinstance(said, str):
            said = dict.fromkeys(household.things(id), said)
        found = {f"{id}>{_id(child)}": value for child, value in said.items() if _id(child) not in (id, "eigen")}
        for who, key in ((GI, "gi-zegt"), (REPRESENTATIVE, "vertegenwoordiger-zegt")):
            if key in person:
                found[f"{who}>{id}"] = person[key]
        return found


def _id(words: str) -> str:
    """A person's id from words: "kind 2", "andere volwassene 1"."""
    return words.removeprefix("andere ").replace(" ", "-")


def lengths(cases: Sequence[Case], tree: str) -> list[tuple[int, str]]:
    """The number of answers of each walk of the cases through a tree, with the case's id, shortest first."""
    return sorted((len(answers), case.id) for case in cases for id, answers, _ in case.walks if id == tree)


def length_line(cases: Sequence[Case], tree: str) -> str:
    """The lengths over all cases in a line: median, 95th percentile, most, and the longest cases."""
    found = lengths(cases, tree)
    if not found:
        return f"{tree}: no case walks it"
    numbers = [number for number, _ in found]
    most = numbers[-1]
    longest = ", ".join(id for number, id in found if number == most)
    within = numbers[min(len(numbers) - 1, int(0.95 * len(numbers)))]
    return f"{tree}: {len(found)} walks, median {median(numbers):g}, 95 % at most {within}, most {most} ({longest})"


def read_files(paths: Sequence[Path]) -> list[Case]:
    """The cases of some files. CaseError, naming the file and what to do, when one is missing or damaged."""
    cases: list[Case] = []
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = (
                "is not text in UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or "cannot be read"
            )
            raise CaseError(f"{path}: {reason}. Name a TOML file of cases, such as those in {CASES}.") from error
        cases += read_cases(text, str(path))
    return cases


def read_cases(text: str, file: str) -> list[Case]:
    """The cases of a file. CaseError when it is not TOML or a case lacks a field."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CaseError(f"{file}: {error}. Mend the TOML there; the files in {CASES} show the form.") from error
    entries = data.get("casus", [])
    if set(data) - {"casus"} or not isinstance(entries, list):
        raise CaseError(f"{file}: holds something else than [[casus]] after [[casus]]. Take it out, or mend its name.")
    return [read_case(entry, file) for entry in entries]


def read_case(entry: object, file: str) -> Case:
    """A case from its data. CaseError, naming file and case, when it lacks something, or says it otherwise than a case does."""
    id = entry.get("id", "?") if isinstance(entry, Mapping) else "?"
    if problem := next(problems_of(entry, CASE, needed=("id", "situatie", "regels")), ""):
        raise CaseError(f"{file}, casus {id}: {problem}")
    assert isinstance(entry, Mapping)  # as `problems_of` saw
    walks = tuple((tree, walk["antwoorden"], walk) for tree in TREES if (walk := entry.get(tree)))
    persons = tuple(entry.get("personen", ()))
    if persons and "samen" not in entry:
        raise CaseError(f"{file}, casus {id}: lacks 'samen'")
    return Case(
        entry["id"],
        entry["situatie"],
        tuple(entry["regels"]),
        walks,
        persons,
        entry["samen"] if persons else {},
        title=entry.get("titel", ""),
        why=entry.get("waarom", ""),
        groups=tuple(entry.get("groepen", ())),
        typed=tuple(entry.get("gezegd", ())),
        only_test=entry.get("alleen-test", ""),
    )


type Form = Callable[[object], Iterator[str]]
"""Says what is wrong with a value; nothing when it is as it must be."""


def words(value: object) -> Iterator[str]:
    """A text."""
    if not isinstance(value, str):
        yield "is no text between quotes"


def list_of(form: Form, value: object) -> Iterator[str]:
    """A list of values of one form."""
    if isinstance(value, list):
        yield from (problem for one in value for problem in form(one))
    else:
        yield "is no list between [ and ]"


def answers(value: object) -> Iterator[str]:
    """Texts by any name."""
    if isinstance(value, Mapping):
        yield from (f"{key!r} {problem}" for key, one in value.items() for problem in words(one))
    else:
        yield "is no table between { and }"


def problems_of(value: object, forms: Mapping[str, Form], needed: Sequence[str]) -> Iterator[str]:
    """What is wrong with a table that has these names, some of which must be there."""
    if not isinstance(value, Mapping):
        yield "is no table between { and }"
        return
    yield from (f"lacks {key!r}" for key in needed if key not in value)
    for key, one in value.items():
        if key not in forms:
            yield f"has {key!r}, which nothing reads; known are {', '.join(forms)}"
        else:
            yield from (f"{key!r} {problem}" for problem in forms[key](one))


def said(value: object) -> Iterator[str]:
    """What a person says: once, or for each child apart."""
    return answers(value) if isinstance(value, Mapping) else words(value)


def tree_name(value: object) -> Iterator[str]:
    """The id of a tree."""
    if value not in [*TREES]:
        yield f"is no tree; there are {', '.join(TREES)}"


WALK = {"antwoorden": answers, "oordeel": words, "uitkomst": words}
PERSON = dict.fromkeys(
    ("rol", "leeftijd", "gezag", "in-stuk", "gi-zegt", "vertegenwoordiger", "vertegenwoordiger-zegt", "oordeel", "beslist", "stand"),
    words,
) | {"zegt": said}  # fmt: skip
TOGETHER = {"oordeel": words, "zonder": words, "antwoorden": answers, "boom": tree_name} | dict.fromkeys(WHOLE, words)
CASE: Mapping[str, Form] = {
    **dict.fromkeys(("id", "situatie", "titel", "waarom", "alleen-test"), words),
    **dict.fromkeys(("regels", "groepen", "gezegd"), partial(list_of, words)),
    **dict.fromkeys(TREES, partial(problems_of, forms=WALK, needed=("antwoorden", "oordeel"))),
    "personen": partial(list_of, partial(problems_of, forms=PERSON, needed=("rol", "leeftijd"))),
    "samen": partial(problems_of, forms=TOGETHER, needed=("oordeel",)),
}
"""The form of a case, as the files in bron/casussen show it."""
