"""A tree as canonical text: by it the page and Python know that they hold one tree.

The text has a line for each part of a node, its fields parted by tabs, in the words that a reader sees. The page reads
the same lines from what it shows (`macros/theme/tree/boomtekst.js`), so a word or a link that was changed there is found.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from decision_trees.meaning import word
from decision_trees.model import Answer, Node, Outcome, Question, Tree


def text(tree: Tree) -> str:
    """The canonical text of the whole tree: where it starts, and each node as its page shows it."""
    return "\n".join([line("begin", tree.id, tree.start), *(node_text(tree, node) for node in tree.nodes)])


def node_text(tree: Tree, node: Node) -> str:
    """The canonical text of one node."""
    return "\n".join(question_lines(tree, node) if isinstance(node, Question) else outcome_lines(node))


def question_lines(tree: Tree, question: Question) -> list[str]:
    """A question: what it asks, on what it rests, and each answer with where it leads and what it says."""
    return [
        line("vraag", question.id, question.text, question.why, about(question), rests_on(question),
             question.sources[0].address),
        *(answer_line(tree, answer) for answer in question.answers),
        *also_lines(question),
    ]  # fmt: skip


def answer_line(tree: Tree, answer: Answer) -> str:
    """An answer, with where it leads as the page follows it and as a reader without scripts does."""
    return line("antwoord", answer.id, answer.text, answer.to, anchor(tree, answer.to), words(answer.says),
                words(answer.not_after))  # fmt: skip


def outcome_lines(outcome: Outcome) -> list[str]:
    """An outcome: the verdict, whom to ask, the source under it, and its parts."""
    parts = (("stappen", outcome.steps), ("vastleggen", outcome.record), ("vertellen", outcome.tell),
             ("verandert", outcome.change))  # fmt: skip
    return [
        line("uitkomst", outcome.id, str(outcome.oordeel).capitalize(), outcome.title, outcome.sentence,
             as_sentence(outcome.ask), outcome.sources[0].address),
        *(line(part, *map(as_sentence, texts)) for part, texts in parts),
        *([line("termijnen", words(outcome.terms))] if outcome.terms else ()),
        *also_lines(outcome),
    ]  # fmt: skip


def also_lines(node: Node) -> list[str]:
    """The other trees that a node leads to, if any, by where their pages stand."""
    return [line("ook", *(f"/{id}/" for id in node.also))] if node.also else []


def anchor(tree: Tree, id: str) -> str:
    """The anchor of a node on the tree's page."""
    return f"vraag-{id}" if id in tree.questions else f"uitkomst-{id}"


def words(values: Iterable[Enum]) -> str:
    """What an answer says, or must not come after, as words: "soort:gewoon afweging:doel"."""
    return " ".join(word(value) for value in values)


def about(question: Question) -> str:
    """The aspects that the answers of a question say something of, as words."""
    return aspects(question.about)


def rests_on(question: Question) -> str:
    """The aspects that the answers of a question rest on, as words."""
    return aspects(question.rests_on)


def aspects(found: Iterable[type[Enum]]) -> str:
    """Aspects as words, in the order of the alphabet: "ontvanger taak wens"."""
    return " ".join(sorted(aspect.__name__.lower() for aspect in found))


def as_sentence(text: str) -> str:
    """A text of a tree as a reader sees it: with a capital and a full stop. No text stays none."""
    return text and f"{text[0].upper()}{text[1:]}{'' if text[-1] in '.?!' else '.'}"


def line(*fields: str) -> str:
    """Fields in one line; white space within a field counts as one space."""
    return "\t".join(" ".join(field.split()) for field in fields)
