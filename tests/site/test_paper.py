"""On paper: an advice alone with its answers and sources, or the whole tree with numbers to go by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from decision_trees.catalogue import TREES
from decision_trees.model import Outcome, Question
from decision_trees.tree_text import as_sentence
from decision_trees.walk import Step, answers_of, paths
from macros.trees.page import numbers
from tests.site.conftest import Watched, until
from tests.site.test_walk import TREE, walk

Open = Callable[..., Watched]


def printed(page: Page) -> tuple[int, str]:
    """How many sheets of A4 a page takes, and the words on them."""
    document = PdfDocument(page.pdf(format="A4"))
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    return len(document), " ".join(text.replace("\ufffe", "").replace("\u00ad", "").split())


def words_of(steps: tuple[Step, ...], outcome: Outcome) -> int:
    """How much there is to print of an advice and the answers to it."""
    said = [text for step in steps for text in (step.question.text, step.answer.text)]
    return len(" ".join((*said, outcome.title, outcome.sentence, *outcome.steps, *outcome.record, *outcome.tell,
                         *outcome.change, *(source.label for source in outcome.sources))))  # fmt: skip


@pytest.mark.parametrize("id", TREES)
def test_the_longest_advice_prints_alone_on_two_sheets(open_page: Open, id: str) -> None:
    steps, outcome = max(paths(TREES[id]), key=lambda path: words_of(*path))
    page = open_page(f"beslisbomen/{id}/", python=False).page
    walk(page, [*answers_of(steps).values()])
    expect(page.locator(".boom")).to_have_attribute("data-stand", "advies")
    sheets, text = printed(page)
    assert sheets <= 2
    for part in (*outcome.steps, *outcome.record, *outcome.tell, *outcome.change):
        assert as_sentence(part) in text, part
    for step in steps:
        assert step.answer.text in text, step.answer.text
    assert text.count("artikel") >= len(outcome.sources) // 2
    assert "Aantekeningen" in text and "nog niet getoetst door een jurist" in text
    for button in ("Wis alles", "Vorige vraag", "Wijzig", "Maak een afwegingsverslag", "ga naar", "Voeg", "Lijkt op"):
        assert button not in text, button


def test_what_an_answer_added_is_on_paper_with_the_advice(open_page: Open) -> None:
    tree = TREES["delen"]
    steps, outcome = next(path for path in paths(tree) if path[1].id == "delen-vt-later")
    page = open_page("beslisbomen/delen/", python=False).page
    walk(page, [*answers_of(steps).values()])
    _, text = printed(page)
    assert "Bepaal wanneer wel, en kijk op die datum opnieuw." in text
    assert as_sentence(outcome.record[-1]) in text


def test_a_question_prints_with_the_answers_so_far_and_not_the_tree(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walk(page, ["nee", "geheim"])
    sheets, text = printed(page)
    assert sheets == 1
    assert "Hoe oud is deze persoon" in text and "doorbreken van geheimhouding" in text and "ga naar" not in text


@pytest.mark.parametrize("scripts", [True, False])
def test_an_article_prints_without_what_refers_to_it_unless_the_reader_unfolded_that(
    open_page: Open, scripts: bool
) -> None:
    """The theme opens every fold before it prints; a hundred references would take six sheets."""
    page = open_page("privacyprotocol/artikel-6/", java_script_enabled=scripts, python=False).page
    if scripts:  # what marks the reader's own fold comes once the page is shown
        until(page, "performance.getEntriesByType('resource').some((r) => r.name.includes('vouw.js'))")
    sheets, text = printed(page)
    assert sheets <= 2 and "Verwezen vanuit" not in text and "Beslisboom delen, vraag" not in text
    page.locator(".verwezen > summary").click()
    sheets, text = printed(page)
    assert sheets > 2 and "Verwezen vanuit" in text and "Beslisboom delen, vraag" in text
    page.locator(".verwezen > summary").click()
    assert printed(page)[0] <= 2


@pytest.mark.parametrize("scripts", [True, False])
def test_without_an_answer_the_whole_tree_prints_with_numbers_to_go_by(open_page: Open, scripts: bool) -> None:
    page = open_page(TREE, java_script_enabled=scripts, python=False).page
    tree = TREES["toestemming"]
    number = numbers(tree)
    sheets, text = printed(page)
    assert sheets < 33
    for node in tree.nodes:
        if isinstance(node, Question):
            assert f"{number[node.id]}. {node.text}" in text, node.id
            for answer in node.answers:
                assert f"→ ga naar {number[answer.to]}" in text
        else:
            assert f"{number[node.id]}. {str(node.oordeel).capitalize()}" in text, node.id
    assert text.count("ga naar") == sum(len(question.answers) for question in tree.questions.values())


def test_each_number_to_go_to_is_that_of_the_node_it_leads_to(open_page: Open) -> None:
    page = open_page("beslisbomen/delen/", python=False).page
    wrong = page.evaluate(
        """() => [...document.querySelectorAll(".boom-tekst .antwoord")].filter((link) =>
          document.querySelector(`.boom-tekst [data-knoop="${link.dataset.naar}"] > h3`).dataset.nr !== link.dataset.nr
        ).length"""
    )
    assert wrong == 0


def test_what_is_folded_in_an_advice_unfolds_for_the_paper_and_folds_again(open_page: Open) -> None:
    page = open_page(TREE, python=False).page
    walk(page, ["nee", "geheim", "12-15", "niet-gevraagd"])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".boom-knoop details.bronnen-vouw").evaluate("fold => fold.open") is True
    assert page.locator(".boom-knoop details.gesprek-vouw").evaluate("fold => fold.open") is False
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".boom-knoop details[open]").count() == 0
