"""No form shows an outcome or a question without what the page shows: page, tables, PDF, EPUB, JSON and review form."""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from jsonschema import Draft202012Validator

from decision_trees.catalogue import TREES
from decision_trees.model import Node, Question, Tree
from decision_trees.walk import count_paths
from macros.handbook.typesetting import TreeTables, Typesetter
from macros.provisions import Register

TREE_LIST = list(TREES.values())


def plain(markup: str) -> str:
    """The words of HTML, white space folded."""
    inline = re.sub(r"</?(a|strong|em|span)\b[^>]*>", "", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inline)).split())


def words(node: Node) -> list[str]:
    """All that a node says to a reader, full stops left out: the forms end sentences in their own way."""
    if isinstance(node, Question):
        texts = [node.text, node.why, *(answer.text for answer in node.answers)]
    else:
        texts = [
            str(node.oordeel),
            node.title,
            node.sentence,
            node.ask,
            *node.steps,
            *node.record,
            *node.tell,
            *node.change,
        ]
    return [" ".join(text.split()).rstrip(".") for text in texts if text]


def page(site: Path, tree: Tree) -> str:
    """The tree's page."""
    return plain((site / "beslisbomen" / tree.id / "index.html").read_text("utf-8"))


def tables(site: Path, tree: Tree) -> str:
    """The page with its tables."""
    return plain((site / "beslisbomen" / tree.id / "tabel" / "index.html").read_text("utf-8"))


def epub(site: Path, tree: Tree) -> str:
    """The tree's chapter of the EPUB."""
    with zipfile.ZipFile(next((site / "handboek").glob("*.epub"))) as book:
        return plain(book.read(f"boek/boom-{tree.id}.xhtml").decode())


def data(site: Path, tree: Tree) -> str:
    """The tree in the JSON for other software, as words."""
    trees = json.loads((site / "api" / "beslisbomen.json").read_text("utf-8"))["bomen"]
    return " ".join(json.dumps(next(t for t in trees if t["id"] == tree.id), ensure_ascii=False).split()).replace(
        '\\"', '"'
    )


def form(site: Path, tree: Tree) -> str:
    """The review form for jurists."""
    return " ".join((site / "api" / f"toetsformulier-{tree.id}.csv").read_text("utf-8-sig").replace('""', '"').split())


class Citations:
    """A register that calls every provision by its id."""

    def find(self, id: str, _: str) -> SimpleNamespace:
        """A provision."""
        return SimpleNamespace(citation=id)


def book(_: Path, tree: Tree) -> str:
    """What is set for the PDF: the calls of boek.typ, in which every text stands whole."""
    return " ".join(TreeTables(tree, Typesetter(cast("Register", Citations()))).render().replace('\\"', '"').split())


@pytest.mark.parametrize("tree", TREE_LIST, ids=TREES)
@pytest.mark.parametrize("of", [page, tables, book, epub, data])
def test_each_form_says_all_that_a_node_says(site: Path, tree: Tree, of: Callable[[Path, Tree], str]) -> None:
    shown = of(site, tree).lower()
    for node in tree.nodes:
        for text in words(node):
            assert text.lower() in shown, f"{of.__name__}: {node.id}: {text}"


@pytest.mark.parametrize("tree", TREE_LIST, ids=TREES)
def test_the_review_form_says_what_an_outcome_asks(site: Path, tree: Tree) -> None:
    shown = form(site, tree)
    for outcome in tree.outcomes.values():
        for text in (outcome.sentence, outcome.ask, *outcome.steps, *outcome.record, *outcome.tell):
            assert " ".join(text.split()) in shown, f"{outcome.id}: {text}"


def test_the_trees_data_fit_their_published_schema(site: Path) -> None:
    schema = json.loads((site / "api" / "beslisbomen.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads((site / "api" / "beslisbomen.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    del data["bomen"][0]["uitkomsten"][0]["vertellen"]
    assert list(Draft202012Validator(schema).iter_errors(data))


@pytest.mark.parametrize("tree", TREE_LIST, ids=TREES)
def test_a_small_program_walks_the_data_as_python_walks_the_tree(site: Path, tree: Tree) -> None:
    """What a stranger would write from the schema alone: follow `naar`, and offer no answer after its `nietNa`."""
    trees = json.loads((site / "api" / "beslisbomen.json").read_text("utf-8"))["bomen"]
    found = next(t for t in trees if t["id"] == tree.id)
    nodes = {node["id"]: node for node in (*found["vragen"], *found["uitkomsten"])}

    def walk(id: str, said: frozenset[str]) -> int:
        if "antwoorden" not in nodes[id]:
            return 1
        offered = [a for a in nodes[id]["antwoorden"] if said.isdisjoint(a.get("nietNa", ()))]
        return sum(walk(a["naar"], said | set(a.get("zegt", ()))) for a in offered)

    assert walk(found["start"], frozenset()) == count_paths(tree)
