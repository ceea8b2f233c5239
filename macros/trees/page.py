"""A tree as a page: every question and outcome as text, each with an address; the script shows one at a time.

The text is the whole tree. Without JavaScript a reader follows it by its links; on paper it is the tree; with
JavaScript the script copies the node where the walk stands. So there is one rendering of a node: the templates
`question.html` and `outcome.html` in macros/theme/tree, which ask a `TreePage` what the tree itself does not say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from decision_trees import tree_text
from decision_trees.catalogue import TREES
from decision_trees.meaning import Taak
from decision_trees.model import Answer, Node, Oordeel, Outcome, Question, Source, Tree
from decision_trees.record import CONSIDERATIONS, weighs
from decision_trees.talks import Talk, origin_of
from decision_trees.terms import began
from decision_trees.walk import ahead, count_paths
from macros.shared.html import Link, render
from macros.text.register import Register
from macros.trees import household, talks
from macros.trees.hint import hint
from macros.trees.sources import provision_link, source_link

BACK = "Terug naar de vraag"
BACK_KNOWING = "Ik weet het nu: terug naar de vraag"
HOUSEHOLD_TREE = "toestemming"
"""The tree of which the overview of a household is made; it stands on its page, and where its questions are lent."""


def numbers(tree: Tree) -> dict[str, int]:
    """The number of each node, in the order of the file: questions first, then outcomes."""
    return {node.id: number for number, node in enumerate(tree.nodes, 1)}


def kind_of(oordeel: Oordeel) -> str:
    """An advice as a word for the styles: "mag-onder-voorwaarden"."""
    return str(oordeel).replace(", ", "-").replace(" ", "-")


class TreePage:
    """Renders one tree. `root` leads from the page to the site's root; sources are checked against the register.

    `text`: where the whole tree stands as text, when that is another page. `alike`: practice examples, by the outcome's id.
    `sheets`: the sheets for talks, by outcome.
    """

    def __init__(
        self,
        tree: Tree,
        register: Register,
        root: str,
        text: str = "",
        alike: Mapping[str, Sequence[Link]] | None = None,
        sheets: Mapping[str, Talk] | None = None,
    ) -> None:
        self.tree = tree
        self.text = text
        self.register = register
        self.root = root
        self._alike = alike or {}
        self.sheets = sheets or {}
        self.consent_outcomes = consent_outcomes(tree)
        self.number = numbers(tree)

    def render(self, runtime: str, script: str) -> str:
        """The walker, its first question at once, and the whole tree as text. `runtime`: where Python's files stand."""
        return render(
            "tree/page.html",
            page=self,
            tree=self.tree,
            first=self.tree.questions[self.tree.start],
            live=False,
            paths=count_paths(self.tree),
            household=household,
            runtime=f"{self.root}{runtime}",
            script=f"{self.root}{script}",
            talk_script=f"{self.root}assets/gesprek.js",
        )

    def question(self, question: Question, *, live: bool = False) -> str:
        """A question with its answers as links. `live`: the copy in the walker, which has no address of its own."""
        return render("tree/question.html", page=self, question=question, live=live)

    def outcome(self, outcome: Outcome) -> str:
        """An outcome in the fixed order of its parts."""
        return render("tree/outcome.html", page=self, outcome=outcome)

    def alike(self, outcome: Outcome) -> Sequence[Link]:
        """Practice examples that end at an outcome."""
        return self._alike.get(outcome.id, ())

    @property
    def weighs(self) -> bool:
        """Whether the tree asks for the guide's considerations."""
        return weighs(self.tree)

    @property
    def has_terms(self) -> bool:
        """Whether an outcome of the tree has terms that can be computed."""
        return any(began(outcome) for outcome in self.tree.outcomes.values())

    about = staticmethod(tree_text.about)
    began = staticmethod(began)
    hint = staticmethod(hint)
    kind = staticmethod(kind_of)
    rests_on = staticmethod(tree_text.rests_on)
    words = staticmethod(tree_text.words)
    sentence = staticmethod(tree_text.as_sentence)

    def anchor(self, id: str) -> str:
        """The anchor of a node on the page."""
        return tree_text.anchor(self.tree, id)

    def most_ahead(self, question: Question) -> int:
        """How many questions there are at most from this one on, itself included."""
        return ahead(self.tree, question.id)[1]

    @property
    def has_household(self) -> bool:
        """Whether the overview of a household stands on the page."""
        return self.tree.id == HOUSEHOLD_TREE or bool(self.consent_outcomes)

    def talk(self, outcome: Outcome) -> Talk | None:
        """The sheet for the talk that an outcome asks for, if there is one."""
        return self.sheets.get(origin_of(self.tree, outcome))

    mark_of = staticmethod(talks.mark_of)

    def leads_to_household(self, node: Node) -> bool:
        """Whether a node leads on to the overview below it: where a walk starts and where one about consent ends, in a tree
        that another one lends its questions about consent."""
        here = node.id == self.tree.start or node.id in self.consent_outcomes
        return here and bool(self.consent_outcomes) and not self.text

    @staticmethod
    def affirms(answer: Answer) -> str:
        """Which considerations of the guide an answer affirms, as the words of `considerations`: "taak 1 3"."""
        task = ["taak"] if any(isinstance(said, Taak) for said in answer.says) else []
        return " ".join([*task, *(name for name, _, needed in CONSIDERATIONS if set(needed) <= set(answer.says))])

    @staticmethod
    def listed(values: Sequence[Enum]) -> str:
        """Values in Dutch, as a list in a sentence; there is at least one."""
        *most, last = [str(value.value) for value in values]
        return f"{', '.join(most)} of {last}" if most else last

    @staticmethod
    def way_back(outcome: Outcome) -> str:
        """What stands on the way back to the question, for who may not go on; empty when the advice lets go."""
        if outcome.oordeel.permissive:
            return ""
        return BACK_KNOWING if outcome.oordeel is Oordeel.EERST_UITZOEKEN else BACK

    def considerations(self) -> list[tuple[str, Link]]:
        """The guide's considerations that an answer can affirm: number, and the provision that asks for it."""
        asked = ((name, text, needed[-1].value) for name, text, needed in CONSIDERATIONS)
        place = "decision_trees/meaning.py"
        return [(name, provision_link(id, self.register, self.root, place, text)) for name, text, id in asked]

    def also(self, node: Node) -> list[Link]:
        """The other trees that a node leads to, as links."""
        up = "../" if not self.text else f"{self.text}../"
        return [Link(f"{up}{id}/", f"“{TREES[id].title}”") for id in node.also]

    def links(self, sources: Sequence[Source]) -> list[Link]:
        """Sources as links."""
        return [self.link(source) for source in sources]

    def link(self, source: Source) -> Link:
        """A source as a link: a provision to the site, an article of a law to the text in force."""
        return source_link(source, self.register, self.root, f"decision_trees/trees/{self.tree.id}")


def consent_outcomes(tree: Tree) -> frozenset[str]:
    """The outcomes that are only reached through the questions about consent that another tree lends."""
    elsewhere: set[str] = set()
    waiting = [tree.start]
    while waiting:
        node = tree.node(waiting.pop())
        if node.id not in elsewhere and not node.origin:
            elsewhere.add(node.id)
            waiting += [answer.to for answer in node.answers] if isinstance(node, Question) else []
    return frozenset(tree.outcomes) - elsewhere


def check_sources(tree: Tree, register: Register) -> None:
    """BuildError, naming the tree and the node, when a node cites a provision that is not published."""
    for node in tree.nodes:
        for source in node.sources:
            if source.provision:
                register.find(source.provision, f"decision_trees/trees/{tree.id}, {node.id!r}")
