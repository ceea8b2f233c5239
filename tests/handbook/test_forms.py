"""No form shows an outcome or a question without what the page shows: page, tables, PDF, EPUB, JSON and review form."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from jsonschema import Draft202012Validator

from decision_trees.catalogue import TREES
from decision_trees.meaning import word
from decision_trees.model import Node, Outcome, Question, Tree, wet
from decision_trees.walk import count_paths, paths
from macros.handbook.typesetting import TreeTables, Typesetter
from macros.text.register import Register
from macros.trees.hint import hint
from macros.trees.page import numbers
from macros.trees.tables import ASPECTS

TREE_LIST = list(TREES.values())
DAYS_READ = {
    "Jw": "2021-11-06", "Wmo": "2019-07-01", "UAVG": "2020-01-01",
    **dict.fromkeys(("BW", "Wgbo", "Wet BIG", "Sr", "Sv", "Wpg", "Wjsg"), "2017-05-01"),
}  # fmt: skip
"""The texts of the laws that were read, by bron/juridisch-kader.md §0."""
LATER = {("BW", "1:250"), ("BW", "1:251b"), ("Wgbo", "7:458a")}
"""Articles that the text of 2017 did not hold yet."""


FORMS = ("page", "tables", "book", "epub", "form")


def plain(markup: str) -> str:
    """The words of HTML, white space folded."""
    inline = re.sub(r"</?(a|strong|em|span)\b[^>]*>", "", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inline)).split())


def pieces(markup: str, begin: str) -> dict[str, str]:
    """HTML cut at each place that `begin` finds, its words by what the first group of `begin` holds; the last one counts."""
    found = list(re.finditer(begin, markup))
    ends = [match.start() for match in found[1:]] + [len(markup)]
    return {match.group(1): plain(markup[match.start() : end]) for match, end in zip(found, ends, strict=True)}


class Citations:
    """A register that calls every provision by its id."""

    def find(self, id: str, _: str) -> SimpleNamespace:
        """A provision."""
        return SimpleNamespace(citation=id)


@pytest.fixture(scope="module", params=TREE_LIST, ids=list(TREES))
def tree(request: pytest.FixtureRequest) -> Tree:
    """Each tree."""
    return cast("Tree", request.param)


@pytest.fixture(scope="module")
def shown(site: Path, tree: Tree) -> dict[str, dict[str, str]]:
    """What each form says of each node, by form and id."""
    ids = {f"n{number}": id for id, number in numbers(tree).items()}
    folder = site / "beslisbomen" / tree.id
    table = (folder / "tabel" / "index.html").read_text("utf-8")
    with zipfile.ZipFile(next((site / "handboek").glob("*.epub"))) as archive:
        chapter = archive.read(f"boek/boom-{tree.id}.xhtml").decode()
    rows = csv.DictReader(
        io.StringIO((site / "api" / f"toetsformulier-{tree.id}.csv").read_text("utf-8-sig")), delimiter=";"
    )
    form: dict[str, str] = {}
    for row in rows:
        id = row["knoop"].partition("/")[0]
        form[id] = " ".join((form.get(id, ""), row["tekst"], row["bronnen"]))
    setter = TreeTables(tree, Typesetter(cast("Register", Citations())))
    return {
        "page": pieces(
            (folder / "index.html").read_text("utf-8"), r'<section class="[^"]*"[^>]* ?data-knoop="([^"]+)"'
        ),
        "tables": {ids[n]: text for n, text in pieces(table, r'<tr id="(n[0-9]+)"').items()},
        "epub": {ids[n]: text for n, text in pieces(chapter, r'<section id="(n[0-9]+)"').items()},
        "book": {node.id: setter.row(node, numbers(tree)).replace('\\"', '"') for node in tree.nodes},
        "form": form,
    }


@pytest.fixture(scope="module")
def led(site: Path, tree: Tree) -> dict[str, dict[str, list[str]]]:
    """Where each form leads after each answer, in the answers' order, by form and question: read from the form alone."""
    ids = {f"n{number}": id for id, number in numbers(tree).items()}
    folder = site / "beslisbomen" / tree.id
    with zipfile.ZipFile(next((site / "handboek").glob("*.epub"))) as archive:
        chapter = archive.read(f"boek/boom-{tree.id}.xhtml").decode()
    anchors = {f"{'vraag' if isinstance(node, Question) else 'uitkomst'}-{node.id}": node.id for node in tree.nodes}
    setter = TreeTables(tree, Typesetter(cast("Register", Citations())))
    data = json.loads((site / "api" / "beslisbomen.json").read_text("utf-8"))["bomen"]
    form = (site / "api" / f"toetsformulier-{tree.id}.csv").read_text("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(form), delimiter=";") if row["soort"] == "antwoord"]

    def links(markup: str, begin: str, pattern: str) -> dict[str, list[str]]:
        found = list(re.finditer(begin, markup))
        ends = [match.start() for match in found[1:]] + [len(markup)]
        return {m[1]: re.findall(pattern, markup[m.start() : end]) for m, end in zip(found, ends, strict=True)}

    page = links(
        (folder / "index.html").read_text("utf-8"),
        r'<section class="vraag"[^>]* ?data-knoop="([^"]+)"',
        r'<a class="antwoord" href="#([^"]+)"',
    )
    table = links(
        (folder / "tabel" / "index.html").read_text("utf-8"), r'<tr id="(n[0-9]+)"', r'→ <a href="#(n[0-9]+)"'
    )
    epub = links(chapter, r'<section id="(n[0-9]+)"', r'<li><a href="#(n[0-9]+)"')
    place = re.escape(setter.place(""))
    return {
        "page": {id: [anchors[target] for target in targets] for id, targets in page.items()},
        "tables": {ids[n]: [ids[target] for target in targets] for n, targets in table.items()},
        "epub": {ids[n]: [ids[target] for target in targets] for n, targets in epub.items()},
        "book": {
            id: re.findall(rf'ga\("{place}([^"]+)"', setter.row(q, numbers(tree))) for id, q in tree.questions.items()
        },
        "form": {
            id: [ids[f"n{row['gaat naar']}"] for row in rows if row["knoop"].partition("/")[0] == id]
            for id in tree.questions
        },
        "data": {
            question["id"]: [answer["naar"] for answer in question["antwoorden"]]
            for found in data
            if found["id"] == tree.id
            for question in found["vragen"]
        },
    }


def test_on_every_path_each_form_leads_to_the_advice_of_the_tree(
    led: dict[str, dict[str, list[str]]], tree: Tree
) -> None:
    order = {
        (id, answer.id): at for id, question in tree.questions.items() for at, answer in enumerate(question.answers)
    }
    walked = 0
    for steps, outcome in paths(tree):
        walked += 1
        for form, targets in led.items():
            node = tree.start
            for step in steps:
                assert node == step.question.id, f"{form}: {node} instead of {step.question.id}"
                node = targets[node][order[node, step.answer.id]]
            assert node == outcome.id, f"{form}: {node} instead of {outcome.id}"
    assert walked == count_paths(tree) > 150


def words(node: Node) -> list[str]:
    """All that a node says to a reader, full stops left out: the forms end sentences in their own way."""
    if isinstance(node, Question):
        texts = [node.text, *filter(None, hint(node)), *(answer.text for answer in node.answers)]
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


def conditions(node: Node) -> list[str]:
    """What a jurist must see besides: who decides, on what answers rest, what answers are not offered after, the legal way,
    until when, which right, and on what ground a right is refused."""
    if isinstance(node, Outcome):
        own = [node.way, node.refuses, *node.terms, *node.rights]
        return [value.value for value in own if value]
    decides = [node.decides.value] if node.decides else []
    rests = ["Wordt opnieuw gevraagd als dit verandert"] if node.rests_on else []
    said = [value.value for answer in node.answers for value in answer.not_after]
    return [*decides, *rests, *(ASPECTS[aspect] for aspect in node.rests_on), *said]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_says_at_each_node_all_that_the_node_says(
    shown: dict[str, dict[str, str]], tree: Tree, form: str
) -> None:
    for node in tree.nodes:
        text = " ".join(shown[form][node.id].split()).lower()
        for part in words(node):
            assert part.lower() in text, f"{form}: {node.id}: {part}"


@pytest.mark.parametrize("form", [form for form in FORMS if form != "page"])
def test_each_form_for_jurists_says_who_decides_what_rests_on_what_and_the_legal_way(
    shown: dict[str, dict[str, str]], tree: Tree, form: str
) -> None:
    for node in tree.nodes:
        for part in conditions(node):
            assert part in shown[form][node.id], f"{form}: {node.id}: {part}"


@pytest.mark.parametrize("form", FORMS)
def test_each_form_says_whom_to_ask_and_why(shown: dict[str, dict[str, str]], tree: Tree, form: str) -> None:
    for outcome in tree.outcomes.values():
        text = shown[form][outcome.id]
        assert "Omdat: " in text, f"{form}: {outcome.id}"
        assert ("Vraag aan" in text) == bool(outcome.ask), f"{form}: {outcome.id}"


def test_a_law_in_the_tables_says_which_text_was_read(shown: dict[str, dict[str, str]], tree: Tree) -> None:
    for form, said in (("tables", "(gelezen: tekst van {})"), ("form", "(gelezen: {})")):
        for node in tree.nodes:
            for source in node.sources:
                if source.law:
                    day = DAYS_READ.get(source.law, "") if (source.law, source.article) not in LATER else ""
                    label = f"{source.label} {said.format(day)}"
                    assert (label in shown[form][node.id]) == bool(day), f"{form}: {node.id}: {label}"


def test_the_data_say_of_each_node_what_the_model_says(site: Path, tree: Tree) -> None:
    data = next(
        t for t in json.loads((site / "api" / "beslisbomen.json").read_text("utf-8"))["bomen"] if t["id"] == tree.id
    )
    assert [question["id"] for question in data["vragen"]] == list(tree.questions)
    for found, question in zip(data["vragen"], tree.questions.values(), strict=True):
        assert (found["tekst"], found["toelichting"]) == (question.text, question.why)
        assert found.get("beslist", "") == (question.decides.value if question.decides else "")
        assert set(found.get("steuntOp", ())) == {aspect.__name__.lower() for aspect in question.rests_on}
        for answer, own in zip(found["antwoorden"], question.answers, strict=True):
            assert (answer["id"], answer["tekst"], answer["naar"]) == (own.id, own.text, own.to)
            assert answer.get("zegt", []) == [word(value) for value in own.says]
            assert answer.get("nietNa", []) == [word(value) for value in own.not_after]
    for found, outcome in zip(data["uitkomsten"], tree.outcomes.values(), strict=True):
        assert (found["id"], found["oordeel"], found["titel"]) == (outcome.id, str(outcome.oordeel), outcome.title)
        assert (found["advies"], found.get("vraagAan", "")) == (outcome.sentence, outcome.ask)
        assert found.get("weg", "") == (outcome.way.value if outcome.way else "")
        assert [found[key] for key in ("stappen", "vastleggen", "vertellen", "verandert")] == [
            list(part) for part in (outcome.steps, outcome.record, outcome.tell, outcome.change)
        ]
        first = outcome.sources[0]
        assert found["bronnen"][0] == first.provision or found["bronnen"][0]["wet"] == first.label


def test_an_article_younger_than_the_text_that_was_read_has_no_day() -> None:
    assert wet("BW 1:252").to_json() == {
        "wet": "artikel 1:252 Burgerlijk Wetboek",
        "adres": "https://wetten.overheid.nl/jci1.3:c:BWBR0002656&artikel=252",
        "gelezen": "https://wetten.overheid.nl/jci1.3:c:BWBR0002656&artikel=252&g=2017-05-01",
    }
    for reference in ("BW 1:251b", "Wgbo 7:458a", "Wkkgz 11", "AVG 9"):
        assert "gelezen" not in wet(reference).to_json(), reference


def test_the_trees_data_fit_their_published_schema(site: Path) -> None:
    schema = json.loads((site / "api" / "beslisbomen.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads((site / "api" / "beslisbomen.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    del data["bomen"][0]["uitkomsten"][0]["vertellen"]
    assert list(Draft202012Validator(schema).iter_errors(data))


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
