"""The legal framework's rules, read from bron/juridisch-kader.md, and the account of where each is carried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from decision_trees.catalogue import TREES
from decision_trees.model import Question
from decision_trees.traceability import DISPUTED, ELSEWHERE, Carrier, carriers

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
    """The rules in order of number; the first row with a number counts, later tables only mention it."""
    text = (root / "bron" / "juridisch-kader.md").read_text(encoding="utf-8")
    found: dict[str, Rule] = {}
    for match in ROW.finditer(text):
        found.setdefault(match.group(1), Rule(*match.groups()[:5]))
    return sorted(found.values(), key=lambda rule: int(rule.id[1:]))


def account(root: Path) -> str:
    """Every rule with the questions, answers and outcomes that carry it, as an HTML table."""
    carried = carriers(TREES.values())
    rows = []
    for rule in read_rules(root):
        items = "".join(f"<li>{carrier_link(c)}</li>" for c in dict.fromkeys(carried.get(rule.id, [])))
        where = f"<ul>{items}</ul>" if items else f"<p>{escape(ELSEWHERE[rule.id])}</p>"
        mark = " (betwist)" if rule.id in DISPUTED else ""
        rows.append(
            f'<tr id="{rule.id.lower()}"><th scope="row">{rule.id}{mark}</th><td><p>Als {plain(rule.when)}</p>'
            f"<p>dan {plain(rule.then)}</p><p><small>{plain(rule.source)} · {plain(rule.certainty)}</small></p></td>"
            f"<td>{where}</td></tr>"
        )
    return (
        '<table class="boomtabel"><caption>Regels van het juridisch kader</caption><thead><tr><th scope="col">Regel</th>'
        '<th scope="col">Wat hij zegt</th><th scope="col">Waar in de bomen</th></tr></thead><tbody>'
        + "".join(rows)
        + "</tbody></table>"
    )


def plain(text: str) -> str:
    """Markdown emphasis of the framework as HTML."""
    return re.sub(r"\*([^*]+)\*", r"<em>\1</em>", re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", escape(text)))


def node_link(tree: str, id: str, suffix: str = "") -> str:
    """A link to a node of a tree's text, from the account."""
    kind = "vraag" if isinstance(TREES[tree].node(id), Question) else "uitkomst"
    return f'<a href="../{tree}/#{kind}-{id}">{escape(f"{tree}, {kind} {id}{suffix}")}</a>'


def carrier_link(carrier: Carrier) -> str:
    """A link to the node that carries a rule."""
    return node_link(carrier.tree, carrier.node, f", antwoord {carrier.answer}" if carrier.answer else "")
