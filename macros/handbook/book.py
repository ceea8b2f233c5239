"""The books for reading up: what stands in them and in which order. boek.typ has the look, typesetting.py the way to Typst."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from decision_trees.model import Tree
from macros.edition.filling import made_by
from macros.handbook import jurists
from macros.handbook.addresses import address_of
from macros.handbook.blocks import Block, Listing
from macros.handbook.contents import DANGER, WARNING, Contents, named
from macros.handbook.files import Book
from macros.handbook.typesetting import TreeTables, Typesetter, array, joined, text
from macros.shared.dates import dutch
from macros.text.documents import Document
from macros.text.terms import Term
from macros.trees.page import numbers

ABOUT_TEXT = (
    "Zoek je een onderwerp? Kijk achterin in het register. Zoek je een artikel? Kijk in de inhoud. Achter een verwijzing staat "
    "de bladzijde.",
    "Een open plaats is een streep met tussen haken wat er komt te staan. Advies van de makers staat in een gekleurd vlak met "
    "‘Toelichting’, ‘Tip’, ‘Optie’ of ‘Keuze maken’; het is geen deel van de afspraken.",
)
ABOUT_TREES = (
    "Een beslisboom volg je zo: begin bij nummer 1, kies een antwoord, en ga naar het nummer dat erachter staat. Weet je het "
    "antwoord niet, kies dan ‘Dat weet ik niet’.",
)
NO_BREAK = "\u00a0"
SIGNING = "/ondertekening"
DEVIATIONS = "De tekst is gelijk aan het brondocument, op deze plaatsen na."
DEVIATIONS_OF_EDITION = "Voor het invullen verbeterde het model zijn brondocument op deze plaatsen."
FOR_THE_TABLE = "Wil je de beslisbomen op papier volgen? Neem het zakboek."
FOR_CHECKING = "Wil je de regels en bronnen van de beslisbomen nagaan? Neem het dossier voor juristen."


def anchors(blocks: Sequence[Block]) -> Iterator[str]:
    """The places that blocks hold."""
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield item.anchor
                yield from anchors(item.blocks)
        else:
            yield block.anchor


def together(parts: Iterable[str]) -> str:
    """What stays on one page."""
    return f"bijeen({joined(parts)})"


class BookWriter:
    """Writes the Typst code of one book into a folder with its pictures."""

    def __init__(self, book: Book, contents: Contents, folder: Path) -> None:
        self.book = named(book, contents)
        self.contents = contents
        self.folder = folder
        self.setter = Typesetter(contents.register)
        self.documents = [document for document in contents.documents.values() if document.id in book.parts]
        self.trees = [tree for tree in contents.trees if {tree.id, "beslisbomen"} & set(book.parts)]
        for document in self.documents:
            for page, blocks in contents.of(document).items():
                self.setter.known.update({page, *anchors(blocks)} - {""})

    def code(self) -> str:
        """The whole book."""
        day, book = self.contents.day, self.book
        cover = ", ".join(map(text, (book.title, book.subtitle, self.contents.cover_version, dutch(day), self.warning)))
        return (
            '#import "boek.typ": *\n'
            f"#show: boek.with(titel: {text(book.title)}, beschrijving: {text(book.subtitle)}, auteur: {text(made_by(self.contents.edition))}, "
            f"datum: datetime(year: {day.year}, month: {day.month}, day: {day.day}), papier: {text(book.paper)}, "
            f'voorblad: omslag({cover}), inhoud: inhoudsopgave("Inhoud"))\n'
            + "\n".join(f"#{{ {part} }}" for part in self.parts())
            + "\n"
        )

    @property
    def warning(self) -> str:
        """What the cover warns of: what the book holds, and nothing else."""
        return WARNING if self.trees else self.book.about

    @property
    def explained(self) -> bool:
        """Whether the book says how to use it; a book of one part does not."""
        return "gebruik" in self.book.parts

    def parts(self) -> Iterator[str]:
        """The parts that the book names, in its order."""
        made: dict[str, Callable[[], str]] = {
            "gebruik": self.use,
            "begrippen": self.terms,
            "register": self.subjects,
            "regels": lambda: self.part("Regels van het juridisch kader", *jurists.rules(self.contents)),
            "bewijs": lambda: self.part("Wat elke weg vraagt", *jurists.proof(self.contents.register)),
            "toetsing": lambda: self.part("Toetsformulier", *jurists.review_form(self.contents.trees)),
            "afwijkingen": self.deviations,
            **{id: partial(self.document, document) for id, document in self.contents.documents.items()},
            **{tree.id: partial(self.tree, tree) for tree in self.contents.trees},
        }
        for name in self.book.parts:
            yield from (made[tree.id]() for tree in self.contents.trees) if name == "beslisbomen" else (made[name](),)
        if not self.explained and not self.documents:
            # At the foot of the last page, which it may have to itself.
            yield f"place(bottom, float: true, {together(self.colophon())})"

    def part(self, title: str, *content: str) -> str:
        """A part of the book with its own heading."""
        return "; ".join([f"heading(level: 1, {text(title)})", *content])

    def use(self) -> str:
        """How to use the book."""
        about = (*(ABOUT_TEXT if self.documents else ()), *(ABOUT_TREES if self.trees else ()))
        others = (FOR_THE_TABLE, *(() if self.trees else (FOR_CHECKING,)))
        words = (self.book.about, *about, *others, DANGER)
        parts = self.part("Zo gebruik je dit boek", *(f"alinea({text(line)})" for line in words), *self.colophon())
        return f"aansluitend({joined([parts])})"

    def document(self, document: Document) -> str:
        """A document with its address, its pages in reading order."""
        pages = self.contents.of(document)
        annex = document.annex.replace(" ", NO_BREAK)
        title = document.title + (f" ({annex})" if annex else "")
        body = [self.page(page, blocks) for page, blocks in pages.items()]
        if not self.explained:  # the colophon would stand alone on the last page
            body[-1:] = [together([body[-1], *self.colophon()])]
        return self.part(title, self.address_of(f"{document.id}/", document.title), *body)

    def page(self, page: str, blocks: Sequence[Block]) -> str:
        """A page of a document. Where one signs stays together: who signs must see all others."""
        words = self.setter.blocks(blocks, page=page)
        return together([words]) if page.endswith(SIGNING) else words

    def tree(self, tree: Tree) -> str:
        """A tree as tables to walk on paper. Its diagram stands on the site: no page is large enough to read it."""
        status = tree.checked_by_jurist or "nog niet getoetst door een jurist"
        intro = (
            f"Begin bij nummer {numbers(tree)[tree.start]}. Deze boom geeft advies; jij beslist. "
            f"Regels: versie {tree.version}, {status}."
        )
        return self.part(
            f"Beslisboom: {tree.title}",
            self.address_of(f"beslisbomen/{tree.id}/", tree.title),
            f"alinea({text(intro)})",
            TreeTables(tree, self.setter).render(),
        )

    def address_of(self, path: str, name: str) -> str:
        """Where a part stands on the site."""
        return address_of(self.contents.address, path, name, self.folder)

    def terms(self) -> str:
        """The explained terms; what the text defines itself with its place."""
        rows = [
            array([text(term.name), self.setter.anchors([f"begrippen/{term.anchor}"]), self.explanation(term)])
            for term in self.contents.terms
        ]
        return self.part("Begrippen", f"begrippen({array(rows)})")

    def explanation(self, term: Term) -> str:
        """What a term means."""
        if term.provision not in self.setter.known:
            return text(term.explanation)
        citation = self.contents.register.find(term.provision, "the handbook").citation
        return joined([text(f"{term.explanation} "), f"verwijs({text(term.provision)}, {text(citation)})"])

    def subjects(self) -> str:
        """The register: terms where they are explained and used, and what each article is about."""
        places: dict[str, list[str]] = {}
        for term in self.contents.terms:
            found = [term.provision, *(use.id for use in self.contents.term_uses.get(term.name, ()))]
            places[term.name] = [f"begrippen/{term.anchor}", *(id for id in found if id in self.setter.known)]
        for provision in self.contents.register:
            if provision.kind == "artikel" and provision.id in self.setter.known:
                subject = provision.title.split(maxsplit=2)[-1]
                places.setdefault(subject, []).append(provision.id)
        for tree in self.trees:
            places.setdefault(f"Beslisboom {tree.id}", []).append(f"beslisbomen/{tree.id}/{tree.start}")
        ordered = sorted(places.items(), key=lambda entry: entry[0].lower().lstrip("[‘"))
        rows = [array([text(name), array(map(text, ids))]) for name, ids in ordered]
        return self.part("Register", f"register({array(rows)})")

    def deviations(self) -> str:
        """The corrections of the source."""
        parts = [f"alinea({text(DEVIATIONS_OF_EDITION if self.contents.edition else DEVIATIONS)})"]
        for entry in self.contents.deviations.corrections:
            citation = self.contents.register.find(entry.place, "bron/afwijkingen.yml").citation
            parts.append(f"alinea({joined([f'strong({text(citation)})', text(f'. {entry.change} {entry.reason}')])})")
        return self.part("Afwijkingen van de brontekst", *parts)

    def colophon(self) -> Iterator[str]:
        """Who, when and how."""
        made = f"ingevuld en aangevuld door {self.contents.edition}, uit: " if self.contents.edition else ""
        source = (
            f"Bron: {made}Model Samenwerkingsconvenant en Privacy protocol Toekomstscenario kind- en gezinsbescherming, met de "
            "wegwijzers en vuistregels die erbij horen."
        )
        lines = (
            f"Dit boek is gemaakt uit dezelfde bestanden als de site, {dutch(self.contents.day)}. {self.contents.cover_version}.",
            *([source] if self.documents else []),
            "Het bestand is toegankelijk volgens PDF/UA-1 en geschikt om te archiveren volgens PDF/A-2a.",
            "Letter: Atkinson Hyperlegible Next, van het Braille Institute (SIL Open Font License). Gezet met Typst.",
        )
        yield 'kop(2, "Colofon")'
        yield from (f"alinea({text(line)})" for line in lines)
