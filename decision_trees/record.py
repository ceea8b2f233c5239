"""The record of a weighing (afwegingsverslag): questions, answers, advice and sources as text to keep in a file."""

from __future__ import annotations

from collections.abc import Sequence

from decision_trees.model import Outcome, Source
from decision_trees.walk import View


def record(view: View, date: str) -> str:
    """The record of a walk that ended, in Dutch, plain text. `date` is the reader's day, e.g. "24 november 2026".

    It names nobody: it holds only what the tree asked and said. ValueError when the walk has not ended.
    """
    if not isinstance(view.node, Outcome):
        raise ValueError("Er is nog geen advies. Beantwoord eerst de vragen.")
    tree, outcome, notes = view.tree, view.node, view.notes
    checked = tree.checked_by_jurist or "nog niet getoetst door een jurist"
    lines = [
        "AFWEGINGSVERSLAG", f"{tree.title}", f"Datum: {date}",
        f"Beslisboom: {tree.id}, versie {tree.version} ({checked})", "",
        f"ADVIES: {outcome.oordeel}", f"{outcome.title}. {outcome.sentence}", "", "ANTWOORDEN",
    ]  # fmt: skip
    for number, step in enumerate(view.route, 1):
        lines += [f"{number}. {step.question.text}", f"   Antwoord: {step.answer.text}",
                  f"   Bronnen: {sources(step.question.sources)}"]  # fmt: skip
    for heading, texts in (("WAT JE NU DOET", (*outcome.steps, *notes.steps)),
                           ("WAT JE VASTLEGT", (*outcome.record, *notes.record)),
                           ("WAT JE VERTELT", (*outcome.tell, *notes.tell)),
                           ("WAT HET ADVIES VERANDERT", outcome.change)):  # fmt: skip
        lines += ["", heading, *(f"- {text}" for text in texts)]
    lines += ["", "BRONNEN VAN HET ADVIES", f"- {sources(outcome.sources)}", "",
              "EIGEN OVERWEGING (vul in, zonder namen of geboortedata)", "", "",
              "De beslisboom geeft advies; de professional beslist."]  # fmt: skip
    return "\n".join(lines) + "\n"


def sources(items: Sequence[Source]) -> str:
    """Sources in a line."""
    return "; ".join(source.label for source in items)
