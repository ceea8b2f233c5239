"""The legal framework's rules, read from bron/juridisch-kader.md, and the account of where each is carried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from decision_trees.catalogue import TREES
from decision_trees.model import Question
from decision_trees.traceability import DISPUTED, ELSEWHERE, Carrier, carriers
from macros.shared.errors import BuildError
from macros.shared.html import Link, render
from macros.shared.stored_files import read_text

FILE = "bron/juridisch-kader.md"
ROW = re.compile(r"^\| (R\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
KEY = re.compile(r"^(?:\*\*Zekerheid\*\*|Afkortingen): .+?(?=\n\n)", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^###? (?:[\d.]+ )?", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """A rule as the framework has it: when, then, on which source, how sure, under which heading."""

    id: str
    when: str
    then: str
    source: str
    certainty: str
    chapter: str = ""


class Chapter(NamedTuple):
    """Rules that stand under one heading of the framework, each with where it is carried."""

    id: str
    title: str
    rules: tuple[tuple[Rule, tuple[Link, ...]], ...]


def read_rules(root: Path) -> list[Rule]:
    """The rules in order of number; the first row with a number counts, later tables only mention it. BuildError when they
    cannot be read."""
    text = read_text(root, FILE)
    found: dict[str, Rule] = {}
    for chapter in HEADING.split(text):
        for match in ROW.finditer(chapter):
            id, when, then, source, certainty = match.group(1, 2, 3, 4, 5)
            found.setdefault(id, Rule(id, when, then, source, certainty, chapter.partition("\n")[0]))
    if not found:
        raise BuildError(FILE, "there is no rule in it", "Restore it from git; a rule is a row | R1 | … | of a table.")
    return sorted(found.values(), key=lambda rule: int(rule.id[1:]))


def read_key(root: Path) -> list[str]:
    """What the rules' abbreviations stand for, and what they call certain: a paragraph each. BuildError when one is missing."""
    found = [" ".join(paragraph.split()) for paragraph in KEY.findall(read_text(root, FILE))]
    if len(found) != 2:
        raise BuildError(FILE, "it does not say what its words and abbreviations mean", "Restore it from git.")
    return found


def account(root: Path) -> str:
    """Every rule with the questions, answers and outcomes that carry it, as HTML tables by chapter."""
    return render("tree/account.html", chapters=chapters(root), disputed=DISPUTED, elsewhere=ELSEWHERE)


def chapters(root: Path) -> list[Chapter]:
    """The rules by the heading that they stand under, in order of number."""
    carried = carriers(TREES.values())
    by_name: dict[str, list[tuple[Rule, tuple[Link, ...]]]] = {}
    for rule in read_rules(root):
        links = tuple(carrier_link(carrier) for carrier in dict.fromkeys(carried.get(rule.id, [])))
        by_name.setdefault(rule.chapter, []).append((rule, links))
    return [
        Chapter(f"regels-{rules[0][0].id.lower()}", f"{name}: {len(rules)} regels", tuple(rules))
        for name, rules in by_name.items()
    ]


def node_link(tree: str, id: str, suffix: str = "") -> Link:
    """A link to a node of a tree's text, from the account."""
    kind = "vraag" if isinstance(TREES[tree].node(id), Question) else "uitkomst"
    return Link(f"../{tree}/#{kind}-{id}", f"{tree}, {kind} {id}{suffix}")


def carrier_link(carrier: Carrier) -> Link:
    """A link to the node that carries a rule."""
    return node_link(carrier.tree, carrier.node, f", antwoord {carrier.answer}" if carrier.answer else "")
