"""What stands between a question and its answers, and what is folded: nothing is lost, and nothing that a “mag” rests on is folded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from decision_trees.catalogue import TREES
from decision_trees.model import Question
from macros.trees.hint import DANGER, hint


def test_hint_and_fold_together_are_the_whole_explanation() -> None:
    for question in (question for tree in TREES.values() for question in tree.questions.values()):
        shown, folded = hint(question)
        assert " ".join(filter(None, (shown, folded))) == question.why, question.id
        assert shown.endswith((".", "?", "!")), question.id


def asked(tree: str, id: str) -> Question:
    """A question of a tree."""
    return TREES[tree].questions[id]


def test_only_the_first_sentence_is_in_sight() -> None:
    assert hint(asked("delen", "acuut-gevaar")).shown == "Bij acuut gevaar gaat veiligheid voor."


def test_what_tells_of_danger_is_never_folded() -> None:
    for question in (question for tree in TREES.values() for question in tree.questions.values()):
        assert not DANGER.search(hint(question).folded), question.id
    assert hint(asked("datalek", "gevaar-door-lek")).shown.startswith("Waarschuw eerst wie gevaar loopt")
    later = replace(asked("delen", "acuut-gevaar"), why="Eerst dit. Dan dat. Bel bij onraad 112. En dan de rest.")
    assert hint(later) == ("Eerst dit. Dan dat. Bel bij onraad 112.", "En dan de rest.")


@pytest.mark.parametrize(("tree", "id"), [
    ("delen", "afweging"), ("delen", "vertellen-vt"), ("delen", "vt-taak"), ("delen", "t.gezag"), ("toestemming", "geldigheid"),
])  # fmt: skip
def test_what_an_answer_vouches_for_is_never_folded(tree: str, id: str) -> None:
    assert hint(asked(tree, id)).folded == ""
