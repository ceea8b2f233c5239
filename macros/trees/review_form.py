"""A form to review a tree node by node, for a jurist with a spreadsheet."""

from __future__ import annotations

import csv
import io

from decision_trees.model import Question, Source, Tree
from macros.trees.tables import BECAUSE, background, condition, day_read, numbers, parts_of, way


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
