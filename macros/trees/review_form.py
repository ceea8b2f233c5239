"""Forms to review a tree node by node, and the sheets for talks line by line, for a jurist with a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from decision_trees.model import Question, Source, Tree
from decision_trees.talks import Talk
from macros.trees.page import numbers
from macros.trees.tables import BECAUSE, background, condition, day_read, parts_of, way

TO_FILL_IN = ("klopt (ja/nee)", "opmerking", "voorstel", "getoetst door", "datum")
"""The columns that the jurist fills in."""


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A form as CSV that a spreadsheet opens, with empty columns for the jurist behind ours."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([[*columns, *TO_FILL_IN], *rows])
    return "\ufeff" + out.getvalue()


def form_source(source: Source) -> str:
    """A source with the day of the text that was read."""
    day = day_read(source)
    return f"{source.label} (gelezen: {day})" if day else source.label


def review_form(tree: Tree) -> str:
    """A form for a jurist, a row per node and answer, as CSV that a spreadsheet opens."""
    return as_csv(["nr", "soort", "knoop", "tekst", "gaat naar", "bronnen", "regels"], node_rows(tree))


def node_rows(tree: Tree) -> Iterator[list[object]]:
    """The rows of a tree's form."""
    number = numbers(tree)
    for node in tree.nodes:
        cited, rules = labels(node.sources), " ".join(node.rules)
        if isinstance(node, Question):
            text = " ".join(filter(None, (f"{node.text} ({node.why})", background(node))))
            yield [number[node.id], "vraag", node.id, text, "", cited, rules]
            for answer in node.answers:
                words = " ".join(filter(None, (answer.text, condition(answer))))
                place, to = f"{node.id}/{answer.id}", number[answer.to]
                yield [number[node.id], "antwoord", place, words, to, "", " ".join(answer.rules)]
        else:
            said = (f"{title}: {' | '.join(texts)}" for title, texts in parts_of(node) if texts)
            head = (f"{node.oordeel}: {node.title}.", node.sentence, f"{BECAUSE}: {node.sources[0].label}.", way(node))
            text = " ".join(filter(None, (*head, *said)))
            yield [number[node.id], "uitkomst", node.id, text, "", cited, rules]


def talk_form(talks: Iterable[Talk]) -> str:
    """A form for a jurist, a row per line of a sheet, as CSV that a spreadsheet opens."""
    rows = []
    for talk in talks:
        rows.append([talk.id, "titel", talk.title, " ".join(talk.outcomes), labels(talk.sources)])
        rows += [[talk.id, kind, text, "", labels(sources)] for kind, text, sources in talk_lines(talk)]
    return as_csv(["gesprek", "soort", "tekst", "adviezen", "bronnen"], rows)


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
