"""The legal framework's rules, read from bron/juridisch-kader.md, and the account of where each is carried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from decision_trees.catalogue import TREES
from decision_trees.model import Question
from decision_trees.traceability import DISPUTED, ELSEWHERE, Carrier, carriers
from macros.shared.html import Link, render
from macros.shared.stored_files import read_text

ROW = re.compile(r"^\| (R\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """A rule as the framework has it: when, then, on which source, how sure."""

    id: str
    when: str
    then: str
    source: str
    certainty: str


def read_rules(root: Path) -> list[Rule]:
    """The rules in order of number; the first row with a number counts, later tables only mention it. BuildError when they
    cannot be read."""
    text = read_text(root, "bron/juridisch-kader.md")
    found: dict[str, Rule] = {}
    for match in ROW.finditer(text):
        found.setdefault(match.group(1), Rule(*match.groups()[:5]))
    return sorted(found.values(), key=lambda rule: int(rule.id[1:]))


def account(root: Path) -> str:
    """Every rule with the questions, answers and outcomes that carry it, as an HTML table."""
    carried = carriers(TREES.values())
    rules = [(rule, [carrier_link(c) for c in dict.fromkeys(carried.get(rule.id, []))]) for rule in read_rules(root)]
    return render("tree/account.html", rules=rules, disputed=DISPUTED, elsewhere=ELSEWHERE)


def node_link(tree: str, id: str, suffix: str = "") -> Link:
    """A link to a node of a tree's text, from the account."""
    kind = "vraag" if isinstance(TREES[tree].node(id), Question) else "uitkomst"
    return Link(f"../{tree}/#{kind}-{id}", f"{tree}, {kind} {id}{suffix}")


def carrier_link(carrier: Carrier) -> Link:
    """A link to the node that carries a rule."""
    return node_link(carrier.tree, carrier.node, f", antwoord {carrier.answer}" if carrier.answer else "")
