"""A tree for jurists: numbered tables, a diagram with the same numbers, and a form to review it node by node."""

from __future__ import annotations

import csv
import io
from enum import Enum
from html import escape

from decision_trees import meaning
from decision_trees.laws import LAWS
from decision_trees.model import Answer, Node, Outcome, Question, Source, Tree
from decision_trees.walk import ahead, count_paths
from macros.trees.page import TreePage

BOX = (104, 38)
GAP = (14, 34)
ASPECTS: dict[type[Enum], str] = {
    meaning.Gevaar: "acuut gevaar",
    meaning.Wens: "wat je wilt doen",
    meaning.Taak: "je rol en taak",
    meaning.Ontvanger: "wie het krijgt",
    meaning.Leeftijd: "de leeftijd",
    meaning.Gezag: "het gezag",
    meaning.Vermogen: "of iemand dit zelf kan overzien",
    meaning.Toestemming: "de toestemming",
    meaning.Soort: "de soort gegevens",
    meaning.Afweging: "de afwegingen",
    meaning.Verteld: "of het verteld is",
    meaning.Weg: "de weg die de wet geeft",
    meaning.Voorwaarde: "de voorwaarden van die weg",
    meaning.Twijfel: "de twijfel",
}
"""What an aspect of an answer is about, in a reader's words."""
BECAUSE = "Omdat"
"""What stands before the first source of an outcome."""


def numbers(tree: Tree) -> dict[str, int]:
    """The number of each node, in the order of the file: questions first, then outcomes."""
    return {node.id: number for number, node in enumerate(tree.nodes, 1)}


def parts_of(outcome: Outcome) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What an outcome asks, each part with its heading, in the fixed order."""
    return (
        ("Vraag aan", (outcome.ask,) if outcome.ask else ()),
        ("Doen", outcome.steps),
        ("Vastleggen", outcome.record),
        ("Vertellen", outcome.tell),
        ("Wat het advies verandert", outcome.change),
    )


def condition(answer: Answer) -> str:
    """After which answers this one is not offered, in words; empty when it always is."""
    values = ", ".join(value.value for value in answer.not_after)
    return f"Niet aangeboden na: {values}." if values else ""


def background(question: Question) -> str:
    """Whose decision a question asks, and on what its answers rest, in words; empty when neither is said."""
    said = [f"Wie beslist: {question.decides.value}."] if question.decides else []
    if question.rests_on:
        names = ", ".join(name for aspect, name in ASPECTS.items() if aspect in question.rests_on)
        said.append(f"Wordt opnieuw gevraagd als dit verandert: {names}.")
    return " ".join(said)


def way(outcome: Outcome) -> str:
    """The legal way of a permissive outcome, in words; empty for the others."""
    return f"Weg: {outcome.way.value}." if outcome.way else ""


def day_read(source: Source) -> str:
    """The day of the law's text that was read, as 2021-11-06; empty for a provision and for what was not read."""
    return LAWS[source.law].day_read(source.article) if source.law else ""


def cited(source: Source, page: TreePage) -> str:
    """A source as a link, and behind a law the text that was read: a jurist must know which text that was."""
    day = day_read(source)
    if not day:
        return page.source(source)
    address = escape(LAWS[source.law].address_read(source.article))
    return f'{page.source(source)} (<a href="{address}" rel="external noreferrer">gelezen: tekst van {day}</a>)'


def cited_list(sources: tuple[Source, ...], page: TreePage) -> str:
    """Sources as a list; nothing when there are none."""
    items = "".join(f"<li>{cited(source, page)}</li>" for source in sources)
    return f'<ul class="bronnen">{items}</ul>' if items else ""


def tables(tree: Tree, page: TreePage) -> str:
    """Two tables: every question with its answers and where they lead, and every outcome in full."""
    number = numbers(tree)
    rows = []
    for question in tree.questions.values():
        answers = "".join(
            f'<li>{escape(answer.text)} → <a href="#n{number[answer.to]}">{number[answer.to]}</a>'
            f"{small(condition(answer))}{rule_list(answer.rules)}</li>"
            for answer in question.answers
        )
        rows.append(
            f'<tr id="n{number[question.id]}"><th scope="row">{number[question.id]}</th>'
            f"<td><p><strong>{escape(question.text)}</strong></p><p>{escape(question.why)}</p>"
            f"{small(background(question))}{cited_list(question.sources, page)}{rule_list(question.rules)}</td>"
            f"<td><ol>{answers}</ol></td></tr>"
        )
    head = (
        '<table class="boomtabel"><caption>{}</caption><thead><tr><th scope="col">Nr</th><th scope="col">{}</th>'
        '<th scope="col">{}</th></tr></thead><tbody>'
    )
    ends = []
    for outcome in tree.outcomes.values():
        parts = "".join(
            f"<p><strong>{title}</strong></p><ul>{''.join(f'<li>{escape(t)}</li>' for t in texts)}</ul>"
            for title, texts in parts_of(outcome)
            if texts
        )
        ends.append(
            f'<tr id="n{number[outcome.id]}"><th scope="row">{number[outcome.id]}</th>'
            f"<td><p><strong>{escape(str(outcome.oordeel))}</strong>: {escape(outcome.title)}</p>"
            f"<p>{escape(outcome.sentence)}</p><p><strong>{BECAUSE}:</strong> {cited(outcome.sources[0], page)}</p>"
            f"{small(way(outcome))}{cited_list(outcome.sources[1:], page)}{rule_list(outcome.rules)}</td>"
            f"<td>{parts}</td></tr>"
        )
    return (
        head.format("Vragen", "Vraag, waarom en bronnen", "Antwoord → ga naar")
        + "".join(rows)
        + "</tbody></table>"
        + head.format("Uitkomsten", "Advies en bronnen", "Wat erin staat")
        + "".join(ends)
        + "</tbody></table>"
    )


def small(text: str) -> str:
    """A remark for jurists as a paragraph; nothing for an empty one."""
    return f'<p class="regels">{escape(text)}</p>' if text else ""


def rule_list(rules: tuple[str, ...]) -> str:
    """The rules of the framework that a node carries, as links to the account of all rules."""
    if not rules:
        return ""
    links = ", ".join(f'<a href="../../verantwoording/#{rule.lower()}">{rule}</a>' for rule in rules)
    return f'<p class="regels">Regels: {links}</p>'


def ranks(tree: Tree) -> dict[str, int]:
    """For each node the most answers that can lead to it: its row in the diagram."""
    depth: dict[str, int] = {tree.start: 0}
    order = sorted(tree.questions, key=lambda id: -ahead(tree, id)[1])
    for id in order:
        for answer in tree.questions[id].answers:
            depth[answer.to] = max(depth.get(answer.to, 0), depth.get(id, 0) + 1)
    lowest = max(depth[id] for id in tree.questions) + 1
    return {node.id: depth[node.id] if isinstance(node, Question) else lowest for node in tree.nodes}


def diagram(tree: Tree) -> str:
    """The tree as SVG: a box per node with its number, a line per step between questions; the tables are its text alternative.

    Rows begin at the left, so that a phone shows the first question without scrolling aside."""
    number, rank = numbers(tree), ranks(tree)
    rows: dict[int, list[Node]] = {}
    for node in tree.nodes:
        rows.setdefault(rank[node.id], []).append(node)
    per_line = 8
    place: dict[str, tuple[int, int]] = {}
    y = GAP[1]
    for depth in sorted(rows):
        for start in range(0, len(rows[depth]), per_line):
            line = rows[depth][start : start + per_line]
            for index, node in enumerate(line):
                place[node.id] = (GAP[0] + index * (BOX[0] + GAP[0]), y)
            y += BOX[1] + GAP[1]
    width = per_line * (BOX[0] + GAP[0]) + GAP[0]
    lines = []
    for question in tree.questions.values():
        x1, y1 = place[question.id]
        for target in dict.fromkeys(a.to for a in question.answers if a.to in tree.questions):
            x2, y2 = place[target]
            lines.append(
                f'<path d="M{x1 + BOX[0] // 2} {y1 + BOX[1]}C{x1 + BOX[0] // 2} {y1 + BOX[1] + 18} '
                f'{x2 + BOX[0] // 2} {y2 - 18} {x2 + BOX[0] // 2} {y2}"/>'
            )
    boxes = "".join(box(node, number, place[node.id], tree) for node in tree.nodes)
    return (
        f'<svg class="boomschema" viewBox="0 0 {width} {y}" role="group" aria-labelledby="schema-titel schema-tekst">'
        f'<title id="schema-titel">Schema van {escape(tree.title)}</title><desc id="schema-tekst">'
        f"{len(tree.questions)} vragen en {len(tree.outcomes)} uitkomsten, {count_paths(tree)} wegen. "
        "Elk vak heeft het nummer van de tabel; de tabel zegt in woorden wat het schema laat zien.</desc>"
        f'<g class="lijnen">{"".join(lines)}</g>{boxes}</svg>'
    )


def box(node: Node, number: dict[str, int], place: tuple[int, int], tree: Tree) -> str:
    """One node of the diagram, linked to its row in the tables; a question names the outcomes it leads to by number."""
    x, y = place
    label = node.id.partition(".")[2] if node.origin else node.id
    short = label if len(label) <= 15 else label[:14] + "…"
    if isinstance(node, Outcome):
        kind, second = f"schema-{str(node.oordeel).replace(', ', '-').replace(' ', '-')}", str(node.oordeel)
    else:
        ends = sorted({number[answer.to] for answer in node.answers if answer.to in tree.outcomes})
        kind, second = "schema-vraag", ("uit: " + " ".join(map(str, ends)) if ends else "")
    second = second if len(second) <= 21 else second[:20] + "…"
    return (
        f'<a href="#n{number[node.id]}"><g class="{kind}"><rect x="{x}" y="{y}" width="{BOX[0]}" height="{BOX[1]}" rx="5"/>'
        f'<text x="{x + 5}" y="{y + 16}">{number[node.id]} {escape(short)}</text>'
        f'<text class="klein" x="{x + 5}" y="{y + 30}">{escape(second)}</text></g></a>'
    )


def form_source(source: Source) -> str:
    """A source with the day of the text that was read."""
    day = day_read(source)
    return f"{source.label} (gelezen: {day})" if day else source.label


def review_form(tree: Tree) -> str:
    """A form for a jurist, a row per node and answer, as CSV that a spreadsheet opens."""
    number = numbers(tree)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["nr", "soort", "knoop", "tekst", "gaat naar", "bronnen", "regels", "klopt (ja/nee)", "opmerking",
                     "voorstel", "getoetst door", "datum"])  # fmt: skip
    for node in tree.nodes:
        labels = " | ".join(form_source(source) for source in node.sources)
        if isinstance(node, Question):
            writer.writerow(
                [
                    number[node.id],
                    "vraag",
                    node.id,
                    " ".join(filter(None, (f"{node.text} ({node.why})", background(node)))),
                    "",
                    labels,
                    " ".join(node.rules),
                ]
            )
            for answer in node.answers:
                words = " ".join(filter(None, (answer.text, condition(answer))))
                writer.writerow([number[node.id], "antwoord", f"{node.id}/{answer.id}", words, number[answer.to], "",
                                 " ".join(answer.rules)])  # fmt: skip
        else:
            said = (f"{title}: {' | '.join(texts)}" for title, texts in parts_of(node) if texts)
            head = (f"{node.oordeel}: {node.title}.", node.sentence, f"{BECAUSE}: {node.sources[0].label}.", way(node))
            text = " ".join(filter(None, (*head, *said)))
            writer.writerow([number[node.id], "uitkomst", node.id, text, "", labels, " ".join(node.rules)])
    return "\ufeff" + out.getvalue()
