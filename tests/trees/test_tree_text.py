"""The canonical text of a tree holds all that a reader sees or follows: any change in it is another tree."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import pytest

from decision_trees.catalogue import TREES
from decision_trees.meaning import Afweging, Soort, Taak
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, Tree, wet
from decision_trees.service import handle
from decision_trees.tree_text import as_sentence, node_text, text

TREE = TREES["toestemming"]
QUESTION = TREE.questions["besluit-12-15"]
OUTCOME = TREE.outcomes["status-uitzoeken"]


def ask(request: dict[str, object]) -> Any:
    """What Python answers to the page."""
    return json.loads(handle(json.dumps(request)))["goed"]


def with_node(tree: Tree, node: Node) -> Tree:
    """The tree with another node in the place of the one with its id."""
    kind = "questions" if isinstance(node, Question) else "outcomes"
    return replace(tree, **{kind: {**getattr(tree, kind), node.id: node}})  # type: ignore[arg-type]


def with_answer(**changed: Any) -> Question:
    """The question with its first answer changed."""
    first, *others = QUESTION.answers
    return replace(QUESTION, answers=(replace(first, **changed), *others))


CHANGES: dict[str, Node] = {
    "question": replace(QUESTION, text="Anders?"),
    "why": replace(QUESTION, why="Daarom."),
    "rests on": replace(QUESTION, rests_on=(Taak,)),
    "question's source": replace(QUESTION, sources=(wet("BW 1:253i"), *QUESTION.sources)),
    "fewer answers": replace(QUESTION, answers=QUESTION.answers[1:]),
    "order of answers": replace(QUESTION, answers=QUESTION.answers[::-1]),
    "answer's id": with_answer(id="anders"),
    "answer": with_answer(text="Iets anders"),
    "target": with_answer(to="verzet"),
    "says": with_answer(says=(Afweging.DOEL,)),
    "not after": with_answer(not_after=(Soort.BSN,)),
    "verdict": replace(OUTCOME, oordeel=Oordeel.OVERLEG),
    "title": replace(OUTCOME, title="Anders"),
    "sentence": replace(OUTCOME, sentence="Anders."),
    "whom to ask": replace(OUTCOME, ask="Niemand"),
    "step": replace(OUTCOME, steps=("anders", *OUTCOME.steps[1:])),
    "record": replace(OUTCOME, record=()),
    "tell": replace(OUTCOME, tell=("niemand",)),
    "change": replace(OUTCOME, change=OUTCOME.change * 2),
    "first source": replace(OUTCOME, sources=(wet("BW 1:253i"), *OUTCOME.sources)),
}


@pytest.mark.parametrize("node", CHANGES.values(), ids=CHANGES)
def test_a_tree_in_which_something_changed_has_another_text(node: Node) -> None:
    assert text(with_node(TREE, node)) != text(TREE)


def test_a_tree_with_its_nodes_in_another_order_or_another_start_has_another_text() -> None:
    assert text(replace(TREE, questions=dict(reversed([*TREE.questions.items()])))) != text(TREE)
    assert text(replace(TREE, start="waarvoor")) != text(TREE)
    assert text(TREES["delen"]) != text(TREE)


def test_python_compares_a_whole_text() -> None:
    whole = text(TREE)
    assert ask({"doe": "vergelijk", "boom": TREE.id, "tekst": whole}) == {"gelijk": True}
    spaced = whole.replace(" ", "\u00a0  ")
    assert ask({"doe": "vergelijk", "boom": TREE.id, "tekst": spaced}) == {"gelijk": True}
    for wrong in (whole[:-1], whole.replace("\t", " "), text(TREES["delen"]), "", None, ["x"], "x" * 3_000_000):
        assert ask({"doe": "vergelijk", "boom": TREE.id, "tekst": wrong}) == {"gelijk": False}


@pytest.mark.parametrize("answers", [{}, {"acuut-gevaar": "ja"}])
def test_each_view_says_whether_the_node_that_the_page_shows_is_pythons(answers: dict[str, str]) -> None:
    node = TREE.questions["acuut-gevaar"] if not answers else TREE.outcomes["direct-handelen"]
    request = {"doe": "beeld", "boom": TREE.id, "antwoorden": answers}
    assert ask({**request, "tekst": node_text(TREE, node)})["gelijk"] is True
    for wrong in (node_text(TREE, QUESTION), "", None):
        assert ask({**request, "tekst": wrong})["gelijk"] is False


def test_a_sentence_is_as_a_reader_sees_it() -> None:
    assert [as_sentence(text) for text in ("wat je gaf", "Klaar?", "Klaar.", "")] == [
        "Wat je gaf.",
        "Klaar?",
        "Klaar.",
        "",
    ]


def test_every_part_of_a_node_stands_in_its_text() -> None:
    """A field that is added to the model is either shown and compared, or named here as one that no reader sees."""
    unseen: dict[type, set[str]] = {
        Answer: {"rules"},
        Question: {"rules", "decides", "origin"},
        Outcome: {"rules", "way", "origin", "rights", "refuses"},
    }
    seen: dict[type, set[str]] = {
        Answer: {"id", "text", "to", "says", "not_after"},
        Question: {"id", "text", "why", "sources", "answers", "rests_on", "also"},
        Outcome: {
            "id",
            "oordeel",
            "title",
            "sentence",
            "steps",
            "record",
            "tell",
            "change",
            "sources",
            "ask",
            "terms",
            "also",
        },
    }
    for kind, hidden in unseen.items():
        assert {field.name for field in fields(kind)} == hidden | seen[kind]
