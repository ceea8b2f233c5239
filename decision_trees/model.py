"""What a decision tree is: questions, answers, outcomes and the sources they rest on. No tree stands here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import Enum, StrEnum
from typing import Any

from decision_trees.citation import cited
from decision_trees.laws import LAWS
from decision_trees.meaning import ASPECTS, Beslist, Grond, Recht, Says, Termijn, Twijfel, Weg, word


class TreeError(Exception):
    """A tree or a source in it is wrong. The message names the tree and the node, and what to do."""


class Oordeel(StrEnum):
    """The advice of an outcome, in the words that professionals use; `strictness` orders them."""

    MAG = "mag"
    MAG_ONDER_VOORWAARDEN = "mag, onder voorwaarden"
    MOET = "moet"
    NU_NIET = "nu niet"
    EERST_UITZOEKEN = "eerst uitzoeken"
    OVERLEG = "overleg"
    DIRECT_HANDELEN = "direct handelen"

    @property
    def permissive(self) -> bool:
        """Whether the advice lets information go to someone on the strength of this tree."""
        return self in (Oordeel.MAG, Oordeel.MAG_ONDER_VOORWAARDEN, Oordeel.MOET)

    @property
    def strictness(self) -> int:
        """Order for joining the advice about several persons: the highest is the advice about all of them.

        Acute danger comes before everything; a refusal before what must still be found out or asked.
        """
        order = (
            Oordeel.MOET,
            Oordeel.MAG,
            Oordeel.MAG_ONDER_VOORWAARDEN,
            Oordeel.EERST_UITZOEKEN,
            Oordeel.OVERLEG,
            Oordeel.NU_NIET,
            Oordeel.DIRECT_HANDELEN,
        )
        return order.index(self)


@dataclass(frozen=True)
class Source:
    """A provision of the site (`provision`, its id in the register) or an article of a law (`law`, `article`)."""

    provision: str = ""
    law: str = ""
    article: str = ""
    detail: str = ""

    @property
    def label(self) -> str:
        """How a source is cited: "artikel 6.4, onder b, Privacyprotocol", "artikel 7.3.11 Jeugdwet"."""
        if self.provision:
            return cited(self.provision)
        detail = f" {self.detail}" if self.detail else ""
        return f"artikel {self.article}{detail} {LAWS[self.law].name}"

    @property
    def address(self) -> str:
        """The law's address; for a provision its address from the site's root."""
        if not self.provision:
            return LAWS[self.law].address(self.article)
        page, _, anchor = self.provision.rpartition("/")
        if page in ("", "convenant", "privacyprotocol", "vuistregels") and not anchor.startswith("alinea"):
            return f"/{self.provision}/"
        return f"/{page}/#{anchor}"

    def to_json(self) -> str | dict[str, str]:
        """The source as the contract has it: a provision's id, or a law reference with its address.

        `gelezen`: the address of the law's text on the day on which it was read, where that is known.
        """
        if self.provision:
            return self.provision
        read = LAWS[self.law].address_read(self.article)
        return {"wet": self.label, "adres": self.address, **({"gelezen": read} if read else {})}


def bepaling(id: str) -> Source:
    """A provision of the published text, by its id in the register (checked when the site is built)."""
    return Source(provision=id)


def wet(reference: str) -> Source:
    """An article of a law, e.g. `wet("Jw 7.3.11 lid 4")`. TreeError when `laws` does not list it."""
    law = next((short for short in sorted(LAWS, key=len, reverse=True) if reference.startswith(short + " ")), None)
    if law is None:
        raise TreeError(f"{reference!r}: unknown law. Add it to decision_trees/laws.py, with its identifier.")
    article, _, detail = reference.removeprefix(law + " ").partition(" ")
    if article not in LAWS[law].articles:
        raise TreeError(
            f"{reference!r}: article not listed. Look it up at {LAWS[law].address(article)} and add it to "
            "decision_trees/laws.py."
        )
    return Source(law=law, article=LAWS[law].today(article), detail=detail)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer to a question, the node it leads to, and what it says about the case.

    `not_after`: what must not have been said before; an answer that would contradict an earlier one is not offered.
    """

    id: str
    text: str
    to: str
    says: tuple[Says, ...] = ()
    rules: tuple[str, ...] = ()
    not_after: tuple[Says, ...] = ()

    @property
    def doubt(self) -> bool:
        """Whether this is the way out for who does not know."""
        return Twijfel.WEET_NIET in self.says


def weet_niet(to: str, text: str = "Dat weet ik niet") -> Answer:
    """The way out that every question has."""
    return Answer(id="weet-niet", text=text, to=to, says=(Twijfel.WEET_NIET,))


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question to the professional. `why` says what the answer decides; `rules` are those of the legal framework.

    `decides`: whose decision the question asks, if it asks one. `rests_on`: the aspects on which its answers rest; when
    a later answer changes one of them, this question is asked again. `origin`: the tree that it was taken over from.
    `also`: other trees, by id, in which a reader may be better served.
    """

    id: str
    text: str
    why: str
    sources: tuple[Source, ...]
    answers: tuple[Answer, ...]
    rules: tuple[str, ...] = ()
    decides: Beslist | None = None
    rests_on: tuple[type[Enum], ...] = ()
    origin: str = ""
    also: tuple[str, ...] = ()

    def answer(self, id: str) -> Answer | None:
        """The answer with this id, if the question has it."""
        return next((answer for answer in self.answers if answer.id == id), None)

    @property
    def about(self) -> frozenset[type[Enum]]:
        """The aspects that its answers can say something of, doubt left out."""
        return frozenset(type(value) for answer in self.answers for value in answer.says) - {Twijfel}


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An advice: in one sentence, what to do, to record and to tell, on which sources, and what would change it.

    `way`: the legal way by which information may go; every permissive outcome names one. `ask`: who knows what must be
    found out first; every "eerst uitzoeken" names someone. The first source is the one shown under the advice. `terms`:
    the terms that run from here. `rights`: those with which it deals. `refuses`: the legal ground on which a request is
    refused. `also`: as of a question.
    """

    id: str
    oordeel: Oordeel
    title: str
    sentence: str
    steps: tuple[str, ...]
    record: tuple[str, ...]
    tell: tuple[str, ...]
    change: tuple[str, ...]
    sources: tuple[Source, ...]
    rules: tuple[str, ...] = ()
    way: Weg | None = None
    ask: str = ""
    origin: str = ""
    terms: tuple[Termijn, ...] = ()
    rights: tuple[Recht, ...] = ()
    refuses: Grond | None = None
    also: tuple[str, ...] = ()


Node = Question | Outcome


@dataclass(frozen=True)
class Tree:
    """A whole tree: a graph without cycles from `start` to outcomes. Made once; `check` proves that it holds."""

    id: str
    title: str
    version: str
    checked_by_jurist: str
    start: str
    questions: Mapping[str, Question]
    outcomes: Mapping[str, Outcome]

    def node(self, id: str) -> Node:
        """The question or outcome with this id; TreeError when there is none."""
        found = self.questions.get(id) or self.outcomes.get(id)
        if found is None:
            raise TreeError(f"{self.id}: there is no node {id!r}")
        return found

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All questions, then all outcomes, as they stand in the file."""
        return (*self.questions.values(), *self.outcomes.values())


def build_tree(id: str, title: str, version: str, nodes: Iterable[Node], *, checked_by_jurist: str = "") -> Tree:
    """A tree from its nodes in reading order; the first question is the start.

    TreeError when two nodes share an id, an answer leads nowhere, a node cannot be reached, a cycle exists, a
    question has no sources or no way out for doubt, or an outcome lacks a part. Where Python leaves out what proves (`-O`, as
    the browser's copy is compiled), only the first: the build proved the rest of the same text.
    """
    questions: dict[str, Question] = {}
    outcomes: dict[str, Outcome] = {}
    for node in nodes:
        if node.id in questions or node.id in outcomes:
            raise TreeError(f"{id}: two nodes are called {node.id!r}. Rename one.")
        if isinstance(node, Question):
            questions[node.id] = node
        else:
            outcomes[node.id] = node
    tree = Tree(id, title, version, checked_by_jurist, next(iter(questions)), questions, outcomes)
    if __debug__:
        check(tree)
    return tree


def check(tree: Tree) -> None:
    """Prove that the tree holds together; see `build_tree` for the errors."""
    for question in tree.questions.values():
        _check_question(tree, question)
    for outcome in tree.outcomes.values():
        _check_outcome(tree, outcome)
    reached: set[str] = set()
    _follow(tree, tree.start, (), reached)
    lost = [node.id for node in tree.nodes if node.id not in reached]
    if lost:
        raise TreeError(f"{tree.id}: no answer leads to {', '.join(lost)}. Lead an answer there, or remove it.")


def _follow(tree: Tree, id: str, path: tuple[str, ...], reached: set[str]) -> None:
    if id in path:
        raise TreeError(f"{tree.id}: the questions {' → '.join((*path, id))} go round in a circle.")
    if id in reached:
        return
    node = tree.node(id)
    if isinstance(node, Question):
        for answer in node.answers:
            _follow(tree, answer.to, (*path, id), reached)
    reached.add(id)


def _check_question(tree: Tree, question: Question) -> None:
    place = f"{tree.id}, question {question.id!r}"
    _check_fields(place, question)
    if not question.sources:
        raise TreeError(f"{place}: names no source. Add a bepaling or a law article.")
    if len({answer.id for answer in question.answers}) != len(question.answers):
        raise TreeError(f"{place}: two answers have the same id.")
    if not any(answer.doubt for answer in question.answers):
        raise TreeError(f"{place}: has no way out for who does not know. Add weet_niet(…).")
    if unknown := [aspect for aspect in question.rests_on if aspect not in ASPECTS]:
        raise TreeError(f"{place}: rests on {unknown}, which is no aspect of decision_trees/meaning.py.")
    for answer in question.answers:
        _check_fields(f"{place}, answer {answer.id!r}", answer)
        for value in (*answer.says, *answer.not_after):
            if type(value) not in ASPECTS:
                raise TreeError(f"{place}, answer {answer.id!r}: {value!r} is no value of decision_trees/meaning.py.")
        if answer.to not in tree.questions and answer.to not in tree.outcomes:
            raise TreeError(f"{place}, answer {answer.id!r}: leads to {answer.to!r}, which does not exist.")


def _check_outcome(tree: Tree, outcome: Outcome) -> None:
    place = f"{tree.id}, outcome {outcome.id!r}"
    _check_fields(place, outcome)
    if not outcome.sources:
        raise TreeError(f"{place}: names no source. Add a bepaling or a law article.")
    for part in ("title", "sentence", "steps", "record", "tell", "change"):
        if not getattr(outcome, part):
            raise TreeError(f"{place}: says nothing under {part!r}.")
    if outcome.oordeel.permissive and outcome.way is None:
        raise TreeError(f"{place}: lets information go, but names no legal way. Give it way=Weg.… .")
    if not outcome.oordeel.permissive and outcome.way is not None:
        raise TreeError(f"{place}: lets nothing go, but names a legal way. Leave way= out.")
    if outcome.oordeel is Oordeel.EERST_UITZOEKEN and not outcome.ask:
        raise TreeError(f"{place}: says to find out first, but not from whom. Give it ask=… .")


JOINED = re.compile(r"[a-z0-9”)][.?!][A-Z“]|[.?!]  ")
"""What two sentences look like that a forgotten comma joined: no space, or two, behind the first."""


def _check_fields(place: str, item: Answer | Question | Outcome) -> None:
    """A text where a list belongs, a list where a text belongs, an empty text, two texts joined by a forgotten comma."""
    for field in fields(item):
        value = getattr(item, field.name)
        if str(field.type).startswith("tuple"):
            if not isinstance(value, tuple):
                raise TreeError(f"{place}: {field.name!r} is {value!r}; it must be a tuple: (…, ).")
            texts = [text for text in value if isinstance(text, str)]
            if str(field.type) == "tuple[str, ...]" and len(texts) != len(value):
                raise TreeError(f"{place}: {field.name!r} holds something that is no text.")
        elif field.type == "str":
            if not isinstance(value, str):
                raise TreeError(f"{place}: {field.name!r} is {value!r}; it must be a text.")
            texts = [value]
        else:
            continue
        for text in texts:
            if JOINED.search(text):
                raise TreeError(
                    f"{place}: a comma or space seems forgotten between two texts of {field.name!r}: {text!r}"
                )
            if text != text.strip() or (not text and field.name not in ("ask", "origin")):
                raise TreeError(f"{place}: an empty text, or a space at an end, under {field.name!r}: {text!r}")


def embedded(
    tree: Tree, entrances: Sequence[str], prefix: str, known: Mapping[str, str], exits: Mapping[str, str]
) -> tuple[Node, ...]:
    """The nodes of `tree` for use inside another tree, which enters it at the questions `entrances`.

    Ids get `prefix`. `known` holds answers by question id: such a question is passed over. `exits` maps outcome ids
    to nodes of the other tree; other outcomes come along as they are. Only what can be reached comes along. TreeError
    when an entrance, a known question or its answer does not exist.
    """
    for id in (*entrances, *known):
        if id not in tree.questions:
            raise TreeError(f"{tree.id}: has no question {id!r} for another tree to enter at or to know.")

    def pass_known(id: str) -> str:
        while id in known:
            answer = tree.questions[id].answer(known[id])
            if answer is None:
                raise TreeError(f"{tree.id}: question {id!r} has no answer {known[id]!r} to take as known")
            id = answer.to
        return id

    def renamed(id: str) -> str:
        id = pass_known(id)
        return exits.get(id, prefix + id)

    found: dict[str, Node] = {}
    for entrance in entrances:  # one after another, so that the questions stay in the order in which they are met
        waiting = [entrance]
        while waiting:
            id = waiting.pop(0)
            if id in found or id in exits:
                continue
            node = tree.node(id)
            if isinstance(node, Question):
                answers = tuple(replace(answer, to=renamed(answer.to)) for answer in node.answers)
                found[id] = replace(node, id=prefix + id, answers=answers, origin=node.origin or tree.id)
                waiting += [pass_known(answer.to) for answer in node.answers]
            else:
                found[id] = replace(node, id=prefix + id, origin=node.origin or tree.id)
    return tuple(found.values())


def as_json(value: Answer | Question | Outcome) -> dict[str, Any]:
    """A node or its part as data for the page and for `/api/beslisbomen.json`, with the contract's Dutch names."""
    match value:
        case Answer():
            found: dict[str, Any] = {"id": value.id, "tekst": value.text, "naar": value.to}
            if value.says:
                found["zegt"] = [word(said) for said in value.says]
            if value.not_after:
                found["nietNa"] = [word(said) for said in value.not_after]
            return found
        case Question():
            found = {
                "id": value.id,
                "tekst": value.text,
                "toelichting": value.why,
                "antwoorden": [as_json(answer) for answer in value.answers],
                "bronnen": [source.to_json() for source in value.sources],
                "regels": list(value.rules),
            }
            if value.decides:
                found["beslist"] = value.decides.value
            if value.rests_on:
                found["steuntOp"] = sorted(aspect.__name__.lower() for aspect in value.rests_on)
            return found
        case Outcome():
            found = {
                "id": value.id,
                "titel": value.title,
                "oordeel": str(value.oordeel),
                "advies": value.sentence,
                "stappen": list(value.steps),
                "vastleggen": list(value.record),
                "vertellen": list(value.tell),
                "verandert": list(value.change),
                "bronnen": [source.to_json() for source in value.sources],
                "regels": list(value.rules),
            }
            if value.way:
                found["weg"] = value.way.value
            if value.ask:
                found["vraagAan"] = value.ask
            if value.terms:
                found["termijnen"] = [word(term) for term in value.terms]
            if value.rights:
                found["rechten"] = [word(right) for right in value.rights]
            if value.refuses:
                found["weigertOp"] = value.refuses.value
            return found
