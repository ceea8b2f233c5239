"""A tree as a page: every question and outcome as text, each with an address; the script shows one at a time.

The text is the whole tree. Without JavaScript a reader follows it by its links; on paper it is the tree; with
JavaScript the script copies the node where the walk stands. So there is one rendering of a node, made here.
"""

from __future__ import annotations

import re
from html import escape

from decision_trees.model import Answer, Outcome, Question, Source, Tree
from decision_trees.walk import ahead, count_paths
from macros.provisions import Register

VERSLAG = (
    '<section class="boom-verslag" hidden><h2 tabindex="-1">Afwegingsverslag</h2>'
    "<p>Zonder namen. Het staat nergens, tot je het zelf bewaart.</p>"
    '<pre tabindex="0" role="region" aria-label="Tekst van het afwegingsverslag"></pre>'
    '<div class="boom-knoppen"><button type="button" class="verslag-kopieer">Kopieer</button>'
    '<button type="button" class="verslag-print">Print</button>'
    '<button type="button" class="verslag-bewaar">Bewaar als bestand</button></div></section>'
)
"""The place of the record, filled by Python when the reader asks for it."""

PERSONS = (("0-11", "Kind van 0 tot en met 11"), ("12-15", "Jongere van 12 tot en met 15"),
           ("16-17", "Jongere van 16 of 17"), ("18", "Volwassene"))  # fmt: skip
HUISHOUDEN = (
    '<section class="huishouden"><h2>Gaat de informatie over meer mensen?</h2>'
    "<p>Voeg iedereen toe over wie de informatie gaat. Kies alleen een leeftijd; vul nergens een naam in. "
    "Je krijgt één overzicht: wie beslist, wat er is en wat ontbreekt.</p>"
    '<div class="huishouden-toevoegen">'
    + "".join(f'<button type="button" data-leeftijd="{age}">+ {text}</button>' for age, text in PERSONS)
    + '</div><ol class="huishouden-personen"></ol><div class="huishouden-samen" role="status"></div></section>'
)
"""Adding persons to an overview; Python makes the overview."""


class TreePage:
    """Renders one tree. `root` leads from the page to the site's root; sources are checked against the register.

    `text`: where the whole tree stands as text, when that is another page.
    """

    def __init__(self, tree: Tree, register: Register, root: str, text: str = "") -> None:
        self.tree = tree
        self.text = text
        self.register = register
        self.root = root

    def render(self, runtime: str, script: str) -> str:
        """The walker, its first question at once, and the whole tree as text. `runtime`: where Python's files stand."""
        tree = self.tree
        first = tree.questions[tree.start]
        status = escape(tree.checked_by_jurist or "nog niet getoetst door een jurist")
        return "".join(
            [
                f'<div class="boom" id="boom" data-boom="{tree.id}" data-versie="{escape(tree.version)}" data-start="{tree.start}" ',
                f'data-python="loading" data-runtime="{self.root}{runtime}">',
                '<div class="boom-loop" data-search-exclude>',
                '<h2 class="alleen-voorlezen">Vraag of advies</h2>',
                '<p class="boom-melding" role="status"></p>',
                f'<p class="boom-plaats">Vraag 1 van hoogstens {ahead(tree, tree.start)[1]}</p>',
                f'<div class="boom-knoop">{self.question(first, live=True)}</div>',
                '<div class="boom-knoppen">',
                '<button type="button" class="boom-terug" hidden>Vorige vraag</button>',
                '<button type="button" class="boom-opnieuw" hidden>Wis alles en begin opnieuw</button></div>',
                '<div class="boom-python"><p class="boom-stand" role="status">De rekenhulp start…</p>',
                '<progress class="boom-voortgang" max="4" value="0" aria-label="Rekenhulp laden"></progress></div>',
                '<div class="boom-uitvoer" hidden><button type="button" class="boom-verslag-knop">Maak een afwegingsverslag</button> '
                '<button type="button" class="boom-link-knop">Kopieer een link met je antwoorden</button></div>',
                VERSLAG,
                '<section class="boom-route" hidden><h2>Je antwoorden</h2><ol></ol></section>',
                HUISHOUDEN if tree.id == "toestemming" else "",
                "</div>",
                f'<p class="boom-status">Deze boom geeft advies; jij beslist. Regels: versie {escape(tree.version)}, {status}. '
                f'Je antwoorden blijven op je telefoon. <a href="tabel/">Tabel, schema en toetsformulier voor juristen</a>.</p>',
                '<details class="boom-tekst" data-search-exclude><summary>De hele boom als tekst</summary>',
                f"<p>{len(tree.questions)} vragen, {len(tree.outcomes)} uitkomsten, {count_paths(tree)} wegen. "
                "Kies een antwoord; de link brengt je naar de volgende vraag.</p>",
                "<h2>Vragen</h2>",
                *(self.question(q) for q in tree.questions.values()),
                "<h2>Uitkomsten</h2>",
                *(self.outcome(o) for o in tree.outcomes.values()),
                "</details></div>",
                f'<script type="module" async src="{self.root}{script}"></script>',
            ]
        )

    def anchor(self, id: str) -> str:
        """The anchor of a node on the page."""
        return f"vraag-{id}" if id in self.tree.questions else f"uitkomst-{id}"

    def question(self, question: Question, *, live: bool = False) -> str:
        """A question with its answers as links. `live`: the copy in the walker, which has no address of its own."""
        address = "" if live else f' id="{self.anchor(question.id)}"'
        answers = "".join(self.answer(answer) for answer in question.answers)
        return (
            f'<section class="vraag" data-knoop="{question.id}" data-nog="{ahead(self.tree, question.id)[1]}"{address}>'
            f'<h3 tabindex="-1">{escape(question.text)}</h3><ul class="antwoorden" role="list">{answers}</ul>'
            f'<div class="waarom"><p>{escape(question.why)}</p>{self.sources(question.sources)}</div></section>'
        )

    def answer(self, answer: Answer) -> str:
        """An answer: a link to the next node, with what it adds to an outcome along."""
        return (
            f'<li><a class="antwoord" href="{self.text}#{self.anchor(answer.to)}" data-antwoord="{answer.id}" '
            f'data-naar="{answer.to}">{escape(answer.text)}</a></li>'
        )

    def outcome(self, outcome: Outcome) -> str:
        """An outcome in the fixed order: advice, do, record, tell, sources, what would change it."""
        kind = str(outcome.oordeel).replace(", ", "-").replace(" ", "-")
        permissive = " data-aanvullen" if outcome.oordeel.permissive else ""
        return (
            f'<section class="uitkomst oordeel-{kind}" data-knoop="{outcome.id}" id="{self.anchor(outcome.id)}"{permissive}>'
            f'<h3 tabindex="-1"><span class="oordeel">{escape(str(outcome.oordeel).capitalize())}</span> '
            f'<span class="uitkomst-titel">{escape(outcome.title)}</span></h3>'
            f'<p class="advies">{callable_text(outcome.sentence)}</p>'
            f"{self.part('stappen', 'Wat je nu doet', outcome.steps, 'ol')}"
            f"{self.part('vastleggen', 'Wat je vastlegt', outcome.record)}"
            f"{self.part('vertellen', 'Wat je vertelt', outcome.tell)}"
            '<div class="boom-redenen"></div>'
            f"<h4>Bronnen</h4>{self.sources(outcome.sources)}"
            f"{self.part('verandert', 'Wat het advies verandert', outcome.change)}</section>"
        )

    @staticmethod
    def part(name: str, heading: str, texts: tuple[str, ...], tag: str = "ul") -> str:
        """One part of an outcome as a heading and a list."""
        items = "".join(f"<li>{sentence(text)}</li>" for text in texts)
        return f'<h4>{heading}</h4><{tag} class="{name}">{items}</{tag}>'

    def sources(self, sources: tuple[Source, ...]) -> str:
        """Sources as links: provisions to the site, law articles to the text in force."""
        links = []
        for source in sources:
            if source.provision:
                provision = self.register.find(source.provision, f"decision_trees/trees/{self.tree.id}.py")
                links.append(
                    f'<li><a href="{self.root.rstrip("/")}{provision.url}">{escape(provision.citation)}</a></li>'
                )
            else:
                links.append(
                    f'<li><a href="{escape(source.address)}" rel="external noreferrer">{escape(source.label)}</a></li>'
                )
        return f'<ul class="bronnen">{"".join(links)}</ul>'


def check_sources(tree: Tree, register: Register) -> None:
    """BuildError, naming the tree and the node, when a node cites a provision that is not published."""
    for node in tree.nodes:
        for source in node.sources:
            if source.provision:
                register.find(source.provision, f"decision_trees/trees/{tree.id}.py, {node.id!r}")


def sentence(text: str) -> str:
    """A text of a tree as a sentence in HTML: with a capital and a full stop, and numbers to call as links."""
    return f"{callable_text(text[0].upper() + text[1:])}{'' if text[-1] in '.?!' else '.'}"


TELEPHONE = re.compile(r"\b(112|0800-2000)\b")


def callable_text(text: str) -> str:
    """A text as HTML in which the emergency number and that of Veilig Thuis are one tap away."""
    return TELEPHONE.sub(r'<a href="tel:\1">\1</a>', escape(text))
