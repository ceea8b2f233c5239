"""The record of a weighing (afwegingsverslag): questions, answers, advice and sources as text to keep in a file."""

from __future__ import annotations

from collections.abc import Sequence

from decision_trees.meaning import Afweging, Taak
from decision_trees.model import Outcome, Source, Tree
from decision_trees.walk import Step, View

CONSIDERATIONS: tuple[tuple[str, str, tuple[Afweging, ...]], ...] = (
    ("1", "wat er aan de hand is, en waarom delen nodig is", (Afweging.DOEL, Afweging.INHOUD)),
    ("2", "noodzakelijk voor het doel", (Afweging.NOODZAAK,)),
    ("3", "welke informatie: niet handig, maar nodig", (Afweging.WELKE,)),
    ("4", "de minst ingrijpende manier", (Afweging.MINST_INGRIJPEND,)),
)
"""The guide's considerations 1 to 4, each with what an answer must affirm; the fifth is the weighing itself."""


def record(view: View, date: str) -> str:
    """The record of a walk that ended, in Dutch, plain text. `date` is the reader's day, e.g. "24 november 2026".

    It names nobody: it holds only what the tree asked and said. ValueError when the walk has not ended.
    """
    if not isinstance(view.node, Outcome):
        raise ValueError("Er is nog geen advies. Beantwoord eerst de vragen.")
    tree, outcome = view.tree, view.node
    checked = tree.checked_by_jurist or "nog niet getoetst door een jurist"
    lines = [
        "AFWEGINGSVERSLAG", f"{tree.title}", f"Datum: {date}",
        f"Beslisboom: {tree.id}, versie {tree.version} ({checked})", "",
        f"ADVIES: {outcome.oordeel}", f"{outcome.title}. {outcome.sentence}",
        f"Omdat: {outcome.sources[0].label}", "",
        *(("DE VIJF AFWEGINGEN VAN DE WEGWIJZER", *considerations(view), "") if weighs(tree) else ()), "ANTWOORDEN",
    ]  # fmt: skip
    for number, step in enumerate(view.route, 1):
        lines += [f"{number}. {step.question.text}", f"   Antwoord: {step.answer.text}",
                  f"   Bronnen: {sources(step.question.sources)}"]  # fmt: skip
    for heading, texts in (("WAT JE NU DOET", outcome.steps),
                           ("WAT JE VASTLEGT", outcome.record),
                           ("WAT JE VERTELT", outcome.tell),
                           ("WAT HET ADVIES VERANDERT", outcome.change)):  # fmt: skip
        lines += ["", heading, *(f"- {text}" for text in texts)]
    lines += ["", "BRONNEN VAN HET ADVIES", f"- {sources(outcome.sources)}", "",
              "EIGEN OVERWEGING (vul in, zonder namen of geboortedata)", "", "",
              "De beslisboom geeft advies; de professional beslist."]  # fmt: skip
    return "\n".join(lines) + "\n"


def weighs(tree: Tree) -> bool:
    """Whether a tree asks for the guide's considerations; one about a leak or a right has nothing to weigh for sharing."""
    return any(Afweging in question.about for question in tree.questions.values())


def considerations(view: View) -> list[str]:
    """The guide's five considerations, each with the answer that affirmed it, or that none did."""
    task = next((step for step in view.route if any(isinstance(said, Taak) for said in step.answer.says)), None)
    lines = [f"Taak: {_answer(task)}"]
    for number, text, needed in CONSIDERATIONS:
        step = next((s for s in view.route if set(needed) <= set(s.answer.says)), None)
        lines.append(f"{number}. {text}: {_answer(step)}")
    return [*lines, "5. alle stappen gewogen: zie je eigen overweging onderaan"]


def _answer(step: Step | None) -> str:
    return f"“{step.answer.text}”" if step else "niet bevestigd op deze weg"


def sources(items: Sequence[Source]) -> str:
    """Sources in a line."""
    return "; ".join(source.label for source in items)
