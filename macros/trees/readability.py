"""How hard our own Dutch is to read: sentence length and the Flesch-Douma index of a text, per tree and for the talks.

Flesch-Douma (W.H. Douma, De leesbaarheid van landbouwbladen, 1960): 206.84 - 0.93 × words per sentence - 77 × syllables
per word; above 60 counts as plain, above 80 as easy. Syllables are counted as groups of vowels, which is near enough for
an average.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from decision_trees.model import Question, Tree
from decision_trees.talks import Talk
from macros.shared.html import render

LONG = 20
"""Words in a sentence above which it counts as long."""
VOWELS = re.compile(r"aai|ooi|oei|eeuw|ieuw|ei|ij|ui|ou|au|eu|oe|ie|aa|ee|oo|uu|[aeiouyëïéèöü]", re.IGNORECASE)


@dataclass(frozen=True)
class Readability:
    """Figures of a text: sentences, words per sentence, sentences longer than LONG, Flesch-Douma."""

    sentences: int
    mean: float
    long: tuple[str, ...]
    index: float


def texts_of(tree: Tree) -> Iterator[str]:
    """Everything that a tree says to a reader."""
    for node in tree.nodes:
        if isinstance(node, Question):
            yield from (node.text, node.why)
            for answer in node.answers:
                yield answer.text
        else:
            yield from filter(None, (node.title, node.sentence, node.ask))
            yield from (*node.steps, *node.record, *node.tell, *node.change)


def spoken(talks: Iterable[Talk]) -> Iterator[str]:
    """Everything that is said to a family in talks."""
    for talk in talks:
        for sentences in talk.voices.values():
            yield from sentences
        yield from (reply.answer for reply in talk.replies)


def words_of(text: str) -> list[str]:
    """The words of a text."""
    return re.findall(r"[^\W\d_][\w’'-]*", text)


def measure(texts: Iterable[str]) -> Readability:
    """The figures of some texts; each is at least one sentence."""
    parts = (part for text in dict.fromkeys(texts) for part in re.split(r"(?<=[.!?;:])\s+", text))
    sentences = [(part, words) for part in parts if (words := words_of(part))]
    counted = Counter(word for _, words in sentences for word in words)
    mean = counted.total() / len(sentences)
    syllables = sum(count * max(1, len(VOWELS.findall(word))) for word, count in counted.items()) / counted.total()
    long = tuple(sentence for sentence, words in sentences if len(words) > LONG)
    return Readability(len(sentences), mean, long, 206.84 - 0.93 * mean - 77 * syllables)


def table(trees: Iterable[Tree], talks: Iterable[Talk] = ()) -> str:
    """The figures of each tree, and of the talks together, as an HTML table."""
    texts = [(tree.title, [*texts_of(tree)]) for tree in trees]
    if said := [*spoken(talks)]:
        texts.append(("Gesprekken: wat je tegen een gezin zegt", said))
    rows = []
    for title, text in texts:
        found = measure(text)
        mean = f"{found.mean:.1f}".replace(".", ",")
        rows.append((title, (found.sentences, mean, len(found.long), round(found.index))))
    return render("tree/readability.html", rows=rows, long=LONG)
