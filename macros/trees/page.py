"""A tree as a page: every question and outcome as text, each with an address; the script shows one at a time.

The text is the whole tree. Without JavaScript a reader follows it by its links; on paper it is the tree; with
JavaScript the script copies the node where the walk stands. So there is one rendering of a node, made here.
"""

from __future__ import annotations

import re
from enum import Enum
from html import escape

from decision_trees.fingerprint import about, anchor, as_sentence, digest, rests_on, words
from decision_trees.meaning import Taak
from decision_trees.model import Answer, Oordeel, Outcome, Question, Source, Tree
from decision_trees.record import CONSIDERATIONS
from decision_trees.walk import ahead, count_paths
from macros.text.register import Register
from macros.trees.household import HUISHOUDEN

VERSLAG = (
    '<section class="boom-verslag" hidden><h2 tabindex="-1">Afwegingsverslag</h2>'
    "<p>Zonder namen. Het staat nergens, tot je het zelf bewaart.</p>"
    '<pre tabindex="0" role="region" aria-label="Tekst van het afwegingsverslag"></pre>'
    '<div class="boom-knoppen"><button type="button" class="verslag-kopieer">Kopieer</button>'
    '<button type="button" class="verslag-print">Print</button>'
    '<button type="button" class="verslag-bewaar">Bewaar als bestand</button></div></section>'
)
"""The place of the record, filled by Python when the reader asks for it."""

STOP = (
    '<section class="boom-stop" role="alert" hidden><h2 tabindex="-1">Deze bladzijde en de regels horen niet bij elkaar</h2>'
    "<p>Zij zijn niet van dezelfde versie, of er is iets aan veranderd. Daarom geeft de boom nu <strong>geen advies</strong>. "
    "Gebruik ook een advies niet dat hier net nog stond.</p>"
    '<p class="gevaar">Acuut gevaar? Bel <a href="tel:112"><strong>112</strong></a>. Zorgen of twijfel? Veilig Thuis: '
    '<a href="tel:0800-2000"><strong>0800-2000</strong></a>, dag en nacht.</p>'
    '<div class="boom-knoppen"><button type="button" class="boom-herlaad">Laad de bladzijde opnieuw</button></div>'
    "<p>Helpt dat niet? Sluit alle tabbladen van deze site en open haar opnieuw. Op een computer: houd Ctrl en Shift "
    "ingedrukt (Mac: Cmd en Shift) en druk op R. Blijft dit staan? Vraag je privacy-officer of jurist, en meld het aan wie "
    "deze site beheert.</p></section>"
)
"""What is shown instead of the walk when the page and Python are not of one version: no advice, and how to get further."""

BACK = "Terug naar de vraag"
BACK_KNOWING = "Ik weet het nu: terug naar de vraag"
NOT_AFFIRMED = "niet bevestigd op deze weg"
HOUSEHOLD_TREE = "toestemming"
"""The tree of which the overview of a household is made; it stands on its page, and where its questions are lent."""
TO_HOUSEHOLD = '<p class="naar-huishouden">{why} <a href="#huishouden">Maak één overzicht</a></p>'


class TreePage:
    """Renders one tree. `root` leads from the page to the site's root; sources are checked against the register.

    `text`: where the whole tree stands as text, when that is another page.
    """

    def __init__(self, tree: Tree, register: Register, root: str, text: str = "") -> None:
        self.tree = tree
        self.text = text
        self.register = register
        self.root = root
        self.consent_outcomes = consent_outcomes(tree)

    def render(self, runtime: str, script: str) -> str:
        """The walker, its first question at once, and the whole tree as text. `runtime`: where Python's files stand."""
        tree = self.tree
        first = tree.questions[tree.start]
        status = escape(tree.checked_by_jurist or "nog niet getoetst door een jurist")
        return "".join(
            [
                f'<div class="boom" id="boom" data-boom="{tree.id}" data-versie="{escape(tree.version)}" data-start="{tree.start}" ',
                f'data-vingerafdruk="{digest(tree)}" data-python="loading" data-runtime="{self.root}{runtime}">',
                STOP,
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
                '<div class="boom-uitvoer" hidden><button type="button" class="boom-verslag-knop">Maak een afwegingsverslag</button> ',
                '<button type="button" class="boom-link-knop">Kopieer een link met je antwoorden</button></div>',
                VERSLAG,
                '<section class="boom-route" hidden><h2>Je antwoorden</h2><ol></ol></section>',
                f'<template class="boom-afwegingen">{self.considerations()}</template>',
                HUISHOUDEN if tree.id == HOUSEHOLD_TREE or self.consent_outcomes else "",
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

    def question(self, question: Question, *, live: bool = False) -> str:
        """A question with its answers as links. `live`: the copy in the walker, which has no address of its own."""
        address = "" if live else f' id="{anchor(self.tree, question.id)}"'
        answers = "".join(self.answer(answer) for answer in question.answers)
        return (
            f'<section class="vraag" data-knoop="{question.id}" data-nog="{ahead(self.tree, question.id)[1]}"'
            f"{attribute('gaat-over', about(question))}{attribute('steunt-op', rests_on(question))}{address}>"
            f'<h3 tabindex="-1">{escape(question.text)}</h3><ul class="antwoorden" role="list">{answers}</ul>'
            f'<div class="waarom"><p>{escape(question.why)}</p>'
            f"{folded(f'Bronnen ({len(question.sources)})', self.sources(question.sources))}</div>"
            f"{self.to_household('Gaat het over meer mensen?') if question.id == self.tree.start else ''}</section>"
        )

    def answer(self, answer: Answer) -> str:
        """An answer: a link to the next node, with what it says, and what must not have been said before it."""
        affirms = " ".join(name for name, _, needed in CONSIDERATIONS if set(needed) <= set(answer.says))
        task = "taak" if any(isinstance(said, Taak) for said in answer.says) else ""
        return (
            f'<li><a class="antwoord" href="{self.text}#{anchor(self.tree, answer.to)}" data-antwoord="{answer.id}" '
            f'data-naar="{answer.to}"{attribute("zegt", words(answer.says))}{attribute("niet-na", words(answer.not_after))}'
            f"{attribute('bevestigt', f'{task} {affirms}'.strip())}>{escape(answer.text)}</a>{not_after(answer)}</li>"
        )

    def outcome(self, outcome: Outcome) -> str:
        """An outcome in the fixed order: advice and source, whom to ask, do, record, tell; folded what it rests on and what
        would change it."""
        kind = str(outcome.oordeel).replace(", ", "-").replace(" ", "-")
        back = (
            "" if outcome.oordeel.permissive else BACK_KNOWING if outcome.oordeel is Oordeel.EERST_UITZOEKEN else BACK
        )
        ask = (
            f'<p class="vraag-aan"><strong>Vraag aan:</strong> <span>{sentence(outcome.ask)}</span></p>'
            if outcome.ask
            else ""
        )
        return (
            f'<section class="uitkomst oordeel-{kind}" data-knoop="{outcome.id}" id="{anchor(self.tree, outcome.id)}"'
            f"{attribute('terug', back)}>"
            f'<h3 tabindex="-1"><span class="oordeel">{escape(str(outcome.oordeel).capitalize())}</span> '
            f'<span class="uitkomst-titel">{escape(outcome.title)}</span></h3>'
            f'<p class="advies">{callable_text(outcome.sentence)}</p>'
            f'<p class="omdat"><strong>Omdat:</strong> {self.source(outcome.sources[0])}</p>{ask}'
            f"{self.part('stappen', 'Nu doen', outcome.steps, 'ol')}"
            f"{self.part('vastleggen', 'Vastleggen', outcome.record)}"
            f"{self.part('vertellen', 'Vertellen', outcome.tell)}"
            f"{self.to_household('Meer mensen?') if outcome.id in self.consent_outcomes else ''}"
            '<div class="boom-redenen"></div>'
            f"{folded(f'Bronnen ({len(outcome.sources)})', self.sources(outcome.sources))}"
            f"{folded('Wat het advies verandert', listed('verandert', outcome.change))}</section>"
        )

    def to_household(self, why: str) -> str:
        """The way to the overview of a household below, in a tree that another one lends its questions about consent."""
        return TO_HOUSEHOLD.format(why=why) if self.consent_outcomes and not self.text else ""

    def considerations(self) -> str:
        """The guide's five considerations, each with the place of the answer that affirmed it."""
        items = [f'<li data-afweging="taak">Taak: <strong>{NOT_AFFIRMED}</strong></li>']
        for name, text, needed in CONSIDERATIONS:
            provision = self.register.find(needed[-1].value, "decision_trees/meaning.py")
            address = f"{self.root.rstrip('/')}{provision.url}"
            items.append(
                f'<li data-afweging="{name}">{name}. <a href="{address}">{escape(text)}</a>: <strong>{NOT_AFFIRMED}</strong></li>'
            )
        items.append("<li>5. alles gewogen: dat doe jij zelf</li>")
        return f'<p><strong>De vijf afwegingen van de wegwijzer</strong></p><ul class="afwegingen" role="list">{"".join(items)}</ul>'

    @staticmethod
    def part(name: str, heading: str, texts: tuple[str, ...], tag: str = "ul") -> str:
        """One part of an outcome as a heading and a list."""
        return f"<h4>{heading}</h4>{listed(name, texts, tag)}"

    def sources(self, sources: tuple[Source, ...]) -> str:
        """Sources as a list of links."""
        return f'<ul class="bronnen">{"".join(f"<li>{self.source(source)}</li>" for source in sources)}</ul>'

    def source(self, source: Source) -> str:
        """A source as a link: a provision to the site, an article of a law to the text in force."""
        if source.provision:
            provision = self.register.find(source.provision, f"decision_trees/trees/{self.tree.id}")
            return f'<a href="{self.root.rstrip("/")}{provision.url}">{escape(provision.citation)}</a>'
        return f'<a href="{escape(source.address)}" rel="external noreferrer">{escape(source.label)}</a>'


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


def not_after(answer: Answer) -> str:
    """For who follows the text: what must not have been chosen before this answer."""
    if not answer.not_after:
        return ""
    return f'<p class="niet-na">Niet als je eerder koos: {escape(listed_words(answer.not_after))}.</p>'


def listed_words(values: tuple[Enum, ...]) -> str:
    """Values in Dutch, as a list in a sentence."""
    *most, last = [str(value.value) for value in values]
    return f"{', '.join(most)} of {last}" if most else last


def attribute(name: str, value: str) -> str:
    """A data attribute, or nothing when it would be empty."""
    return f' data-{name}="{escape(value)}"' if value else ""


def folded(summary: str, content: str) -> str:
    """What is one tap away."""
    return f'<details class="dicht"><summary>{summary}</summary>{content}</details>'


def listed(name: str, texts: tuple[str, ...], tag: str = "ul") -> str:
    """Texts of a tree as a list of sentences."""
    return f'<{tag} class="{name}">{"".join(f"<li>{sentence(text)}</li>" for text in texts)}</{tag}>'


def check_sources(tree: Tree, register: Register) -> None:
    """BuildError, naming the tree and the node, when a node cites a provision that is not published."""
    for node in tree.nodes:
        for source in node.sources:
            if source.provision:
                register.find(source.provision, f"decision_trees/trees/{tree.id}, {node.id!r}")


def sentence(text: str) -> str:
    """A text of a tree as a sentence in HTML: with a capital and a full stop, and numbers to call as links."""
    return callable_text(as_sentence(text))


TELEPHONE = re.compile(r"\b(112|113|0800-0113|0800-2000)\b")


def callable_text(text: str) -> str:
    """A text as HTML in which the numbers for an emergency, Veilig Thuis and 113 are one tap away."""
    return TELEPHONE.sub(r'<a href="tel:\1">\1</a>', escape(text))
