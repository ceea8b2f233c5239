"""A tree as DMN 1.3: a table that tells the next step, and one with the advice in full.

DMN asks for one table that knows all answers at once; a tree of a hundred thousand paths is no such table. So the first table is
asked again after each answer: it takes the question and the answer, and tells where that leads. What was said before and closes an
answer is carried along in columns, one for each aspect that can close one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from lxml import etree

from decision_trees.meaning import Says, word
from decision_trees.model import Answer, Outcome, Question, Tree

NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/"
NOT_OFFERED = "niet-aangeboden"
"""What the table of steps gives for an answer that contradicts an earlier one."""
HOW_TO = (
    "Begin met de vraag {start} en geef telkens vraag en antwoord aan de tabel ‘volgende’. Zij geeft de vraag of de uitkomst die volgt. "
    "Geef wat zij in {columns} zegt de volgende keer weer mee, zolang zij niets nieuws zegt; is daar nog niets gezegd, geef dan een "
    "lege tekst. ‘"
    + NOT_OFFERED
    + "’ betekent dat dit antwoord hier niet kan. De tabel ‘advies’ geeft bij een uitkomst het hele "
    "advies. De boom adviseert; de professional beslist. Regels: versie {version}, {checked}."
)
PARTS = ("oordeel", "titel", "advies", "vraagAan", "stappen", "vastleggen", "vertellen", "verandert", "weg", "bronnen")


def dmn(tree: Tree) -> bytes:
    """The tree as a DMN file."""
    aspects = closing(tree)
    how = HOW_TO.format(
        start=tree.start,
        columns=" en ".join(map(_name, aspects)) or "geen kolom",
        version=tree.version,
        checked=tree.checked_by_jurist or "nog niet getoetst door een jurist",
    )
    root = etree.Element(
        _tag("definitions"),
        {"id": f"boom-{tree.id}", "name": tree.title, "namespace": f"urn:gegevens-delen-in-de-proeftuin:dmn:{tree.id}"},
        nsmap={None: NAMESPACE},
    )
    _child(root, "description", how)
    inputs = ["vraag", "antwoord", *map(_name, aspects)]
    for name in (*inputs, "uitkomst"):
        data = _child(root, "inputData", id=f"gegeven-{name}", name=name)
        _child(data, "variable", id=f"gegeven-{name}-waarde", name=name, typeRef="string")
    steps = _decision(
        root,
        "volgende",
        "Waar een antwoord heen leidt",
        inputs,
        ["naar", *(f"zegt_{_name(a)}" for a in aspects)],
        "FIRST",
    )
    for number, (cells, outputs, said) in enumerate(step_rules(tree, aspects), 1):
        _rule(steps, f"stap-{number}", cells, outputs, said)
    advice = _decision(root, "advies", "Het advies van een uitkomst", ["uitkomst"], PARTS, "UNIQUE")
    for number, outcome in enumerate(tree.outcomes.values(), 1):
        _rule(
            advice,
            f"uitkomst-{number}",
            [_text(outcome.id)],
            [_text(value) for value in parts_of(outcome)],
            outcome.title,
        )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def closing(tree: Tree) -> list[type[Enum]]:
    """The aspects of which a value can close an answer of the tree."""
    values = {
        type(value): None for question in tree.questions.values() for a in question.answers for value in a.not_after
    }
    return sorted(values, key=_name)


def step_rules(tree: Tree, aspects: Sequence[type[Enum]]) -> Iterator[tuple[list[str], list[str], str]]:
    """The rules of the table of steps: its cells, what it gives, and the words of question and answer."""
    matters = {value for question in tree.questions.values() for a in question.answers for value in a.not_after}
    for question in tree.questions.values():
        for answer in question.answers:
            words = f"{question.text} {answer.text}"
            for aspect in aspects:
                if closed := [value for value in answer.not_after if type(value) is aspect]:
                    yield (
                        _cells(question, answer, aspects, {aspect: closed}),
                        [_text(NOT_OFFERED), *([_text("")] * len(aspects))],
                        words,
                    )
            said = [_text(" ".join(_words(answer, aspect, matters))) for aspect in aspects]
            yield _cells(question, answer, aspects, {}), [_text(answer.to), *said], words


def _cells(
    question: Question, answer: Answer, aspects: Iterable[type[Enum]], closed: dict[type[Enum], list[Says]]
) -> list[str]:
    own = [", ".join(_text(word(value)) for value in closed[aspect]) if aspect in closed else "-" for aspect in aspects]
    return [_text(question.id), _text(answer.id), *own]


def _words(answer: Answer, aspect: type[Enum], matters: set[Says]) -> Iterator[str]:
    return (word(value) for value in answer.says if type(value) is aspect and value in matters)


def parts_of(outcome: Outcome) -> list[str]:
    """The whole advice, in the order of `PARTS`; the points of a part are parted by line ends."""
    lists = (outcome.steps, outcome.record, outcome.tell, outcome.change)
    return [
        str(outcome.oordeel),
        outcome.title,
        outcome.sentence,
        outcome.ask,
        *("\n".join(texts) for texts in lists),
        outcome.way.value if outcome.way else "",
        "\n".join(source.label for source in outcome.sources),
    ]


def _decision(
    root: etree._Element, id: str, name: str, inputs: Sequence[str], outputs: Sequence[str], policy: str
) -> etree._Element:
    decision = _child(root, "decision", id=id, name=name)
    _child(decision, "variable", id=f"{id}-waarde", name=id)
    for input in inputs:
        required = _child(decision, "informationRequirement", id=f"{id}-vraagt-{input}")
        _child(required, "requiredInput", href=f"#gegeven-{input}")
    table = _child(decision, "decisionTable", id=f"{id}-tabel", hitPolicy=policy)
    for input in inputs:
        column = _child(table, "input", id=f"{id}-in-{input}", label=input)
        expression = _child(column, "inputExpression", id=f"{id}-in-{input}-waarde", typeRef="string")
        _child(expression, "text", input)
    for output in outputs:
        _child(table, "output", id=f"{id}-uit-{output}", name=output, label=output, typeRef="string")
    return table


def _rule(table: etree._Element, id: str, cells: Iterable[str], outputs: Iterable[str], said: str) -> None:
    rule = _child(table, "rule", id=id)
    _child(rule, "description", said)
    for number, cell in enumerate(cells):
        _child(_child(rule, "inputEntry", id=f"{id}-in-{number}"), "text", cell)
    for number, output in enumerate(outputs):
        _child(_child(rule, "outputEntry", id=f"{id}-uit-{number}"), "text", output)


def _child(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, _tag(tag), attributes)
    child.text = text or None
    return child


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _name(aspect: type[Enum]) -> str:
    return aspect.__name__.lower()


def _text(words: str) -> str:
    r"""A text in FEEL: quotes and line ends are written as \" and \n."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
