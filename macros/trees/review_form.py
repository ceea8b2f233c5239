"""Forms to review a tree node by node, and the sheets for talks line by line, for a jurist with a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from decision_trees.model import Question, Source, Tree
from decision_trees.talks import Talk
from macros.trees.page import numbers
from macros.trees.tables import BECAUSE, background, condition, day_read, parts_of, way

TO_FILL_IN = ("klopt (ja/nee)", "opmerking", "voorstel", "getoetst door", "datum")
"""The columns that the jurist fills in."""


def form_source(source: Source) -> str:
    """A source with the day of the text that was read."""
    day = day_read(source)
    return f"{source.label} (gelezen: {day})" if day else source.label


def review_form(tree: Tree) -> str:
    """A form for a jurist, a row per node and answer, as CSV that a spreadsheet opens."""
    number = numbers(tree)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["nr", "soort", "knoop", "tekst", "gaat naar", "bronnen", "regels", *TO_FILL_IN])
    for node in tree.nodes:
        cited = labels(node.sources)
        if isinstance(node, Question):
            writer.writerow(
                [
                    number[node.id],
                    "vraag",
                    node.id,
                    " ".join(filter(None, (f"{node.text} ({node.why})", background(node)))),
                    "",
                    cited,
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
            writer.writerow([number[node.id], "uitkomst", node.id, text, "", cited, " ".join(node.rules)])
    return "\ufeff" + out.getvalue()


def talk_form(talks: Iterable[Talk]) -> str:
    """A form for a jurist, a row per line of a sheet, as CSV that a spreadsheet opens."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["gesprek", "soort", "tekst", "adviezen", "bronnen", *TO_FILL_IN])
    for talk in talks:
        writer.writerow([talk.id, "titel", talk.title, " ".join(talk.outcomes), labels(talk.sources)])
        for kind, text, sources in talk_lines(talk):
            writer.writerow([talk.id, kind, text, "", labels(sources)])
    return "\ufeff" + out.getvalue()


def talk_lines(talk: Talk) -> Iterator[tuple[str, str, tuple[Source, ...]]]:
    """What a sheet says, line by line: the kind of line, its text and its own sources."""
    yield "soort", talk.kind.value, ()
    yield "vooraf", talk.before, ()
    for voice, sentences in talk.voices.items():
        yield from ((voice.value, sentence, ()) for sentence in sentences)
    for reply in talk.replies:
        yield f"vraag van {reply.by.name.lower()}", f"{reply.asked} – {reply.answer}", reply.sources
    yield from (("zeg of doe niet", sentence, ()) for sentence in talk.never)


def labels(sources: Iterable[Source]) -> str:
    """Sources in one cell."""
    return " | ".join(form_source(source) for source in sources)
