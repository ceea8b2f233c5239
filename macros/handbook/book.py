"""The books: what stands in them and in which order. boek.typ has the look, typesetting.py the way from text to Typst."""

from __future__ import annotations

import datetime
import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import pikepdf
import segno
import typst

from decision_trees.model import Tree
from macros.handbook.blocks import Block, Listing
from macros.handbook.files import Book
from macros.handbook.typesetting import TreeTables, Typesetter, array, joined, text
from macros.shared.dates import dutch
from macros.shared.errors import BuildError
from macros.text.documents import DOCUMENTS, Document
from macros.text.register import Provision, Register
from macros.text.source import Deviations
from macros.text.terms import Term, Terms
from macros.trees.diagram import diagram
from macros.trees.tables import numbers

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
STANDARDS = ["ua-1", "a-2a"]
"""One file is both: PDF/UA-1 for who reads with a screen reader, PDF/A-2a for archives."""
DIAGRAM_STYLE = (
    "<style>path{fill:none;stroke:#8b8f84;stroke-width:.7}rect{fill:#f3efe4;stroke:#8b8f84}"
    "text{font-family:'Atkinson Hyperlegible Next';font-size:10px;fill:#1c2524}.klein{font-size:8px}"
    ".schema-mag rect,.schema-mag-onder-voorwaarden rect,.schema-moet rect{fill:#e6f2e8;stroke:#1f6b3a}"
    ".schema-nu-niet rect,.schema-direct-handelen rect{fill:#fbe9e7;stroke:#9b1c1c}"
    ".schema-overleg rect{fill:#e7eef8;stroke:#1f4f8f}.schema-eerst-uitzoeken rect{fill:#fdf0d8;stroke:#7a4a00}</style>"
)
USE = (
    "Dit boek heeft alles van de site: het modelconvenant, het privacyprotocol, de wegwijzers en de vuistregels, woord voor "
    "woord, en de twee beslisbomen om op papier te volgen.",
    "Zoek je een onderwerp? Kijk achterin in het register. Zoek je een artikel? Kijk in de inhoud. Achter een verwijzing staat "
    "de bladzijde.",
    "Een open plaats is een streep met tussen haken wat er komt te staan. Advies van de makers staat in een gekleurd vlak met "
    "‘Toelichting’, ‘Tip’, ‘Optie’ of ‘Keuze maken’; het is geen deel van de afspraken.",
    "Een beslisboom volg je zo: begin bij nummer 1, kies een antwoord, en ga naar het nummer dat erachter staat. Weet je het "
    "antwoord niet, kies dan ‘Dat weet ik niet’.",
    "Nu acuut gevaar? Bel 112. Daarna Veilig Thuis: 0800-2000, dag en nacht. Wacht niet op toestemming.",
)
WARNING = (
    "De beslisbomen geven advies; jij beslist. Geen jurist heeft hun regels nog getoetst. Wat je op papier invult over een gezin, "
    "bewaar je zoals een dossier."
)


@dataclass(frozen=True)
class Contents:
    """All that the books are made from. `pages`: the blocks of each page of source text, by its name, in reading order."""

    register: Register
    terms: Terms
    term_uses: Mapping[str, Sequence[Provision]]
    deviations: Deviations
    trees: Sequence[Tree]
    pages: Mapping[str, tuple[Block, ...]]
    version: str
    address: str
    """Where the site stands, with its last slash; empty when the build does not know."""
    day: datetime.date

    def of(self, document: Document) -> dict[str, tuple[Block, ...]]:
        """The pages of a document."""
        return {page: blocks for page, blocks in self.pages.items() if page.split("/")[0] == document.id}


def anchors(blocks: Sequence[Block]) -> Iterator[str]:
    """The places that blocks hold."""
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield item.anchor
                yield from anchors(item.blocks)
        else:
            yield block.anchor


class BookWriter:
    """Writes the Typst code of one book into a folder with its pictures."""

    def __init__(self, book: Book, contents: Contents, folder: Path) -> None:
        self.book = book
        self.contents = contents
        self.folder = folder
        self.setter = Typesetter(contents.register)
        self.documents = [document for document in DOCUMENTS if document.id in book.parts]
        for document in self.documents:
            for page, blocks in contents.of(document).items():
                self.setter.known.update({page, *anchors(blocks)} - {""})

    def code(self) -> str:
        """The whole book."""
        day = self.contents.day
        cover = (
            f"omslag({text(self.book.title)}, {text(self.book.subtitle)}, {text(f'Versie {self.contents.version}')}, "
            f"{text(dutch(day))}, {text(WARNING)})"
        )
        parts = [self.document(document) for document in self.documents]
        if "beslisbomen" in self.book.parts:
            parts += [self.tree(tree) for tree in self.contents.trees]
        if "alles" in self.book.parts:
            parts = [self.use(), *parts, self.terms(), self.subjects(), self.deviations(), self.colophon()]
        return (
            '#import "boek.typ": *\n'
            f"#show: boek.with(titel: {text(self.book.title)}, beschrijving: {text(self.book.subtitle)}, "
            f"datum: datetime(year: {day.year}, month: {day.month}, day: {day.day}), papier: {text(self.book.paper)}, "
            f'voorblad: {cover}, inhoud: inhoudsopgave("Inhoud"))\n'
            + "\n".join(f"#{{ {part} }}" for part in parts)
            + "\n"
        )

    def part(self, title: str, *content: str) -> str:
        """A part of the book with its own heading."""
        return "; ".join([f"heading(level: 1, {text(title)})", *content])

    def use(self) -> str:
        """How to use the book."""
        return self.part("Zo gebruik je dit boek", *(f"alinea({text(words)})" for words in USE))

    def document(self, document: Document) -> str:
        """A document with its address, its pages in reading order."""
        pages = self.contents.of(document)
        title = document.title + (f" ({document.annex})" if document.annex else "")
        body = [self.setter.blocks(blocks, page=page) for page, blocks in pages.items()]
        return self.part(title, self.address_of(f"{document.id}/", document.title), *body)

    def tree(self, tree: Tree) -> str:
        """A tree as tables to walk on paper, with a diagram that has the same numbers."""
        drawing = diagram(tree).replace('<svg class="boomschema"', '<svg xmlns="http://www.w3.org/2000/svg"')
        (self.folder / f"schema-{tree.id}.svg").write_text(
            drawing.replace("<title", f"{DIAGRAM_STYLE}<title", 1), "utf-8"
        )
        described = (
            f"Schema van de boom: {len(tree.questions)} vragen en {len(tree.outcomes)} uitkomsten met de nummers van de tabel. "
            "De tabel zegt in woorden wat het schema laat zien."
        )
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
            f'schema("schema-{tree.id}.svg", {text(described)})',
        )

    def address_of(self, path: str, name: str) -> str:
        """A QR code with an address of the site, and that address in print; a line to write on when the address is not known."""
        if not self.contents.address:
            return f"adresveld({text(f'/{path}')})"
        address = f"{self.contents.address}{path}"
        file = f"qr-{path.strip('/').replace('/', '-')}.svg"
        (self.folder / file).write_bytes(code(address))
        return f"adresregel({text(file)}, {text(address)}, {text(f'QR-code met het adres van {name}: {address}')})"

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
        for tree in self.contents.trees:
            places.setdefault(f"Beslisboom {tree.id}", []).append(f"beslisbomen/{tree.id}/{tree.start}")
        ordered = sorted(places.items(), key=lambda entry: entry[0].lower().lstrip("[‘"))
        rows = [array([text(name), array(map(text, ids))]) for name, ids in ordered]
        return self.part("Register", f"register({array(rows)})")

    def deviations(self) -> str:
        """The corrections of the source."""
        parts = [f"alinea({text('De tekst is gelijk aan het brondocument, op deze plaatsen na.')})"]
        for entry in self.contents.deviations.corrections:
            citation = self.contents.register.find(entry.place, "bron/afwijkingen.yml").citation
            parts.append(f"alinea({joined([f'strong({text(citation)})', text(f'. {entry.change} {entry.reason}')])})")
        return self.part("Afwijkingen van de brontekst", *parts)

    def colophon(self) -> str:
        """Who, when and how."""
        lines = (
            f"Dit boek is gemaakt uit dezelfde bestanden als de site, versie {self.contents.version}, {dutch(self.contents.day)}.",
            "Bron: Model Samenwerkingsconvenant en Privacy protocol Toekomstscenario kind- en gezinsbescherming, met de wegwijzers en "
            "vuistregels die erbij horen.",
            "Het bestand is toegankelijk volgens PDF/UA-1 en geschikt om te archiveren volgens PDF/A-2a.",
            "Letter: Atkinson Hyperlegible Next, van het Braille Institute (SIL Open Font License). Gezet met Typst.",
        )
        return self.part("Colofon", *(f"alinea({text(line)})" for line in lines))


def code(address: str) -> bytes:
    """A QR code as SVG, with the white border that scanners ask for. Never a Micro QR, which phones do not read."""
    out = io.BytesIO()
    segno.make_qr(address, error="m").save(out, kind="svg", border=4, svgclass=None, lineclass=None)
    return out.getvalue()


def check_fonts() -> None:
    """BuildError when a font that the books need is missing."""
    wanted = [
        f"AtkinsonHyperlegibleNext-{style}.ttf" for style in ("400-normal", "400-italic", "700-normal", "700-italic")
    ]
    if missing := [name for name in wanted if not (FONTS / name).exists()]:
        raise BuildError(
            "macros/handbook/fonts",
            f"the font {missing[0]} is missing",
            "Restore it (git checkout macros/handbook/fonts), or build without books: BOOKS=0 make build.",
        )


def packed(pdf: bytes) -> bytes:
    """The same PDF with its objects in compressed streams, which PDF/A-2 allows: a third of the size."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, deterministic_id=True
        )
    return out.getvalue()


def make_pdf(book: Book, contents: Contents, cache: Path) -> bytes:
    """A book as PDF. What was made before from the same code and pictures comes from the cache."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(HERE / "boek.typ", folder / "boek.typ")
        (folder / "main.typ").write_text(BookWriter(book, contents, folder).code(), "utf-8")
        digest = hashlib.sha256(version("typst").encode())
        for file in sorted(folder.iterdir()):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
        kept = cache / f"{book.file}.{digest.hexdigest()[:20]}"
        if not kept.exists():
            try:
                made = typst.compile(
                    folder / "main.typ",
                    font_paths=[FONTS],
                    ignore_system_fonts=True,
                    pdf_standards=cast("Any", STANDARDS),
                )
            except RuntimeError as error:
                raise BuildError(
                    f"macros/handbook ({book.file})",
                    str(error)[:600],
                    "Mend it, or build without books: BOOKS=0 make build.",
                ) from error
            cache.mkdir(parents=True, exist_ok=True)
            for old in cache.glob(f"{book.file}.*"):
                old.unlink()
            fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
            fresh.write_bytes(packed(bytes(made)))
            fresh.replace(kept)
        return kept.read_bytes()
