"""Blocks and trees as Typst code: calls of the functions in boek.typ. What is a book's own text stands in book.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from decision_trees.model import Answer, Node, Outcome, Question, Source, Tree
from macros.handbook.blocks import REMARK, Block, Heading, Item, Listing, Run, marks_joined, words_of
from macros.text.register import Register
from macros.trees.page import numbers
from macros.trees.tables import BECAUSE, background, condition, parts_of, way

LAWS_AT = ("wetten.overheid.nl", "eur-lex.europa.eu")
"""Where the articles of laws stand that a text names."""
FILL_LINE = 12
"""From how many underscores a place to fill in is a line of its own."""


FEW, SHORT = 3, 160
"""A list of so many parts, none longer than so many characters (two lines), stays together."""


def text(words: str) -> str:
    """Words as a Typst string: shown as they are."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def shortened(words: str) -> str:
    """Words for a running header: cut at a word when there are many."""
    return words if len(words) <= RUNNING else words[:RUNNING].rpartition(" ")[0] + " …"


def joined(parts: Iterable[str]) -> str:
    """Content that is some parts after another."""
    return "{ " + "; ".join(parts) + " }"


def array(parts: Iterable[str]) -> str:
    """A Typst array, also of one."""
    listed = list(parts)
    return f"({', '.join(listed)}{',' if len(listed) == 1 else ''})"


RUNNING = 30
"""The longest heading that a running header shows whole, in characters."""


@dataclass
class Typesetter:
    """Writes Typst code. `known`: the ids of the places in this book; a reference to another place is words alone."""

    register: Register
    known: set[str] = field(default_factory=set)

    def anchors(self, ids: Sequence[str]) -> str:
        """The ids of a block that are places in the book."""
        return array(text(id) for id in ids if id)

    def run(self, run: Run) -> str:
        """Words of one kind."""
        words = text(run.text)
        if run.kind == "break":
            return "linebreak()"
        if run.kind == "note":
            return f"footnote({self.runs(run.note)})"
        if run.kind == "open":
            shown = f"{'invulregel' if run.text.count('_') > FILL_LINE else 'open'}({words})"
        else:
            names = {"strong": "strong", "emphasis": "emph", "term": "begrip", "choice": "keuzetekst"}
            shown = f"{names[run.kind]}({words})" if run.kind in names else words
        if "://" in run.target:
            # Words such as "via deze link" say nothing on paper; an article of a law is found by its name.
            bare = run.target.split("://")[1]
            if bare.startswith(LAWS_AT) or run.text.rstrip("/").split("://")[-1].split("/")[0] == bare.split("/")[0]:
                return f"buiten({text(run.target)}, {shown})"
            return f"buitenadres({text(run.target)}, {shown})"
        if run.target in self.known:
            return f"verwijs({text(run.target)}, {shown})"
        return shown

    def runs(self, runs: Iterable[Run]) -> str:
        """Some words after another."""
        return joined(self.run(run) for run in runs)

    def blocks(self, blocks: Sequence[Block], *, page: str = "", level: int = 2) -> str:
        """Blocks of a page. `page`: its id, which its first block carries; `level`: that of its first heading."""
        parts = []
        ids = [page]
        headings = 0
        for block in marks_joined(blocks):
            if isinstance(block, Listing):
                parts.append(self.listing(block))
                continue
            ids.append(block.anchor)
            if isinstance(block, Heading):
                place = next((f", id: {text(id)}" for id in ids if id), "")
                short = shortened("".join(run.text for run in block.runs))
                depth = level + 1 if headings and block.level > 1 else level
                parts.append(f"kop({depth}, {self.runs(block.runs)}{place}, kort: {text(short)})")
                headings += 1
            elif block.box == REMARK:
                parts.append(f"herkomst({self.runs(block.runs)}, ids: {self.anchors(ids)})")
            elif block.box:
                parts.append(f'kader("{block.box}", {self.runs(block.runs)}, ids: {self.anchors(ids)})')
            else:
                parts.append(f"alinea({self.runs(block.runs)}, ids: {self.anchors(ids)})")
            ids = []
        return joined(parts)

    def listing(self, listing: Listing) -> str:
        """A list with the numbers of the source."""
        numbers = array(text(item.number) for item in listing.items)
        together = len(listing.items) <= FEW and all(len(words_of(item.blocks)) <= SHORT for item in listing.items)
        parts = ", ".join(self.item(item) for item in listing.items)
        return f"lijst({numbers}, samen: {'true' if together else 'false'}, {parts})"

    def item(self, item: Item) -> str:
        """A part of a list with its place."""
        place = f"anker({text(item.anchor)}); " if item.anchor else ""
        return f"{{ {place}{self.blocks(item.blocks, level=4)} }}"

    def source(self, source: Source) -> str:
        """A source of a node: a provision with its page, or a law article with its address."""
        if not source.provision:
            return f"buiten({text(source.address)}, {text(source.label)})"
        citation = text(self.register.find(source.provision, "the handbook").citation)
        return f"verwijs({text(source.provision)}, {citation})" if source.provision in self.known else citation

    @staticmethod
    def small(words: str) -> str:
        """A remark in small type; nothing for an empty one."""
        return f"klein({text(' ' + words)})" if words else '""'


@dataclass(frozen=True)
class TreeTables:
    """A tree as two tables whose steps name the row and the page to go to."""

    tree: Tree
    setter: Typesetter

    def place(self, id: str) -> str:
        """The place of a node in the book."""
        return f"beslisbomen/{self.tree.id}/{id}"

    def row(self, node: Node, number: dict[str, int]) -> str:
        """The cells of a node: its number, what it says, and where it leads or what to do."""
        place = text(self.place(node.id))
        sources = f"bronnen({', '.join(self.setter.source(source) for source in node.sources)})"
        if isinstance(node, Question):
            small = self.setter.small(background(node))
            said = f"strong({text(node.text)}); parbreak(); {text(node.why)}; {small}; parbreak(); {sources}"
            steps = f"antwoorden({', '.join(self.answer(answer, number) for answer in node.answers)})"
            return f"nummer({number[node.id]}, {place}), {{ {said} }}, {steps}"
        said = text(node.sentence)
        said += f"; parbreak(); {text(f'{BECAUSE}: ')}; {self.setter.source(node.sources[0])}; {text('.')}; {self.setter.small(way(node))}"
        what = f"{number[node.id]}, {place}, {text(str(node.oordeel))}, {text(node.title)}"
        return f"uitkomst({what}, {{ {said}; parbreak(); {sources} }}, {self.parts(node)})"

    def answer(self, answer: Answer, number: dict[str, int]) -> str:
        """An answer and where it leads."""
        when = condition(answer)
        return (
            f'{{ {text(answer.text)}; ": "; ga({text(self.place(answer.to))}, {number[answer.to]}); '
            f"{text('.' if when else '')}; {self.setter.small(when)} }}"
        )

    @staticmethod
    def parts(outcome: Outcome) -> str:
        """What an outcome asks, in the fixed order."""
        return joined(
            f"groepje({text(title)}, {', '.join(map(text, texts))})" for title, texts in parts_of(outcome) if texts
        )

    def render(self) -> str:
        """Both tables."""
        number = numbers(self.tree)
        questions = ", ".join(self.row(node, number) for node in self.tree.questions.values())
        outcomes = "; ".join(self.row(node, number) for node in self.tree.outcomes.values())
        return (
            f"kop(2, {text(self.headed('De vragen'))}); vragentabel(({questions})); "
            f"kop(2, {text(self.headed('De uitkomsten'))}); {outcomes}"
        )

    def headed(self, table: str) -> str:
        """The heading of a table: the tree's title, and after its mark what the table has."""
        title = self.tree.title
        return f"{title} {table}" if title.endswith(("?", "!", ".")) else f"{title}: {table[0].lower()}{table[1:]}"
