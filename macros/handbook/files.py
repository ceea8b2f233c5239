"""All files of the handbook: what there is. make.py makes them; this module loads nothing for that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from decision_trees.catalogue import TREES
from macros.text.documents import BY_ID, DOCUMENTS, MODELS


@dataclass(frozen=True)
class Book:
    """A file that can be printed. `parts` names in their order documents and trees by id, "beslisbomen" for all trees, and what
    a book can have besides. `about` says what it is. `cards`: the trees are set as cards to follow with a finger."""

    file: str
    title: str
    subtitle: str
    parts: tuple[str, ...]
    about: str = ""
    paper: str = "a4"
    cards: bool = False


DOCUMENT_IDS = tuple(document.id for document in DOCUMENTS)
MODEL_TEXT = "De tekst is een model: vul hem eerst in met je eigen partners."
HANDBOOK = Book(
    "handboek.pdf",
    "Naslag gegevens delen in de proeftuin",
    "Modelconvenant, privacyprotocol, wegwijzers en vuistregels, met begrippen en register",
    ("gebruik", *DOCUMENT_IDS, "begrippen", "register", "afwijkingen"),
    f"Dit boek heeft de afspraken en wegwijzers, woord voor woord, met een uitleg van begrippen en een register. {MODEL_TEXT}",
)
POCKET = Book(
    "zakboek.pdf",
    "Zakboek gegevens delen",
    "Mag ik dit delen? Heb ik toestemming nodig? De beslisbomen als kaarten, voor op tafel",
    ("delen", "toestemming"),
    paper="a5",
    cards=True,
)
CLOCKS = Book(
    "zakboek-termijnen.pdf",
    "Zakboek datalek en rechten",
    "Is dit een datalek? Iemand gebruikt zijn recht. Wat doe je, en tot wanneer heb je?",
    ("datalek", "rechten"),
    paper="a5",
    cards=True,
)
POCKETS = (POCKET, CLOCKS)
JURISTS = Book(
    "juristen.pdf",
    "Dossier voor juristen",
    "De beslisbomen in tabellen, met hun regels, het bewijs en een toetsformulier",
    ("gebruik", "beslisbomen", "regels", "bewijs", "toetsing"),
    "Dit boek heeft alles waarmee je de beslisbomen kunt toetsen: elke vraag en elk advies met bronnen, de regels waarop ze "
    "steunen, wat het bewijs van elke weg vraagt, en een formulier om je oordeel in te vullen.",
)
ALL = Book(
    "alles.pdf",
    "Alles over gegevens delen in de proeftuin",
    "De teksten, de beslisbomen in tabellen, hun regels en het bewijs",
    ("gebruik", *DOCUMENT_IDS, "beslisbomen", "regels", "bewijs", "begrippen", "register", "afwijkingen"),
    f"Dit boek heeft de teksten, de beslisbomen, hun regels en het bewijs in één bestand. {MODEL_TEXT}",
)
EPUB = Book(
    "handboek.epub",
    "Gegevens delen in de proeftuin",
    "Modelconvenant, privacyprotocol, wegwijzers, vuistregels en beslisbomen",
    (),
)
SINGLE_BOOKS = tuple(
    Book(
        f"{d.id}.pdf",
        d.title,
        "Gegevens delen in de proeftuin",
        (d.id,),
        MODEL_TEXT if d.id in MODELS else f"Dit is {d.annex} bij het modelconvenant.",
    )
    for d in DOCUMENTS
)
TREE_BOOKS = tuple(
    Book(f"beslisboom-{tree.id}.pdf", f"Beslisboom: {tree.title}", "Gegevens delen in de proeftuin", (tree.id,))
    for tree in TREES.values()
)
BOOKS = (*POCKETS, HANDBOOK, JURISTS, ALL, *SINGLE_BOOKS, *TREE_BOOKS)


@dataclass(frozen=True)
class Booklet:
    """A book laid out on sheets to fold. `of`: the book in A5; `gathering`: how many pages are folded together."""

    file: str
    of: Book
    gathering: int


POCKET_BOOKLET = Booklet("zakboek-boekje.pdf", POCKET, 24)
CLOCKS_BOOKLET = Booklet("zakboek-termijnen-boekje.pdf", CLOCKS, 24)
BOOKLET = Booklet("handboek-boekje.pdf", replace(HANDBOOK, file="handboek-boekje.pdf", paper="a5"), 16)
BOOKLETS = (POCKET_BOOKLET, CLOCKS_BOOKLET, BOOKLET)


@dataclass(frozen=True)
class BookFile:
    """A file that readers can take along. `group` is the heading it stands under on /handboek/."""

    name: str
    title: str
    group: str


TABLE, LOOK_UP, CHECK, WHOLE = "Op tafel: het zakboek", "Om na te slaan", "Om te toetsen", "Alles in één bestand"
SINGLE, ONE_TREE, MODEL = "Eén document", "Eén beslisboom", "Het model om in te vullen (Word)"
GUIDES = "De wegwijzers (Word)"
WORD_FILES = {
    "convenant": "modelconvenant.docx",
    "privacyprotocol": "privacyprotocol.docx",
    "wegwijzer-professionals": "wegwijzer-professionals.docx",
    "wegwijzer-organisaties": "wegwijzer-organisaties.docx",
}
"""The Word file of each document that a proeftuin signs or adds to what it signs."""
TRACKED_FILES = {"convenant": "convenant-wijzigingen.docx", "privacyprotocol": "privacyprotocol-wijzigingen.docx"}
"""What an edition changed in the model, or a version of the model in the one before, as tracked changes in Word, by the document."""
SINCE_MODEL = "wat anders is dan in het model"
IN_WORD_FILE = {"wegwijzer-professionals": ("wegwijzer-professionals", "vuistregels")}
"""The documents in a Word file, where it holds more than its own: annex 2 is the guide with the rules of thumb."""


def word_title(id: str) -> str:
    """What people call the Word file of a document."""
    return " met ".join(BY_ID[part].title.replace("Vuist", "vuist") for part in IN_WORD_FILE.get(id, (id,)))


FOLD = "A5 op A4-vellen. Print dubbelzijdig over de korte kant"
FILES = (
    BookFile(POCKET.file, "Zakboek: de beslisbomen als kaarten, en wie waarover beslist (PDF, A5)", TABLE),
    BookFile(POCKET_BOOKLET.file, f"Zakboek als boekje: {FOLD}, vouw alle vellen samen en niet ze (PDF)", TABLE),
    BookFile(CLOCKS.file, "Zakboek datalek en rechten: de kaarten met wat je doet, en tot wanneer (PDF, A5)", TABLE),
    BookFile(
        CLOCKS_BOOKLET.file,
        f"Zakboek datalek en rechten als boekje: {FOLD}, vouw alle vellen samen en niet ze (PDF)",
        TABLE,
    ),
    BookFile(HANDBOOK.file, "Naslag: alle teksten met begrippen en register (PDF, A4)", LOOK_UP),
    BookFile(BOOKLET.file, f"Naslag als boekje: {FOLD} en vouw per vier vellen (PDF)", LOOK_UP),
    BookFile(EPUB.file, "Teksten en beslisbomen voor e-reader en telefoon (EPUB)", LOOK_UP),
    BookFile(JURISTS.file, "Dossier voor juristen: tabellen, regels, bewijs en toetsformulier (PDF, A4)", CHECK),
    BookFile(ALL.file, "Teksten, beslisbomen, regels en bewijs (PDF, A4)", WHOLE),
    *(BookFile(book.file, f"{book.title} (PDF)", SINGLE) for book in SINGLE_BOOKS),
    *(BookFile(book.file, f"{book.title} (PDF)", ONE_TREE) for book in TREE_BOOKS),
    *(BookFile(file, word_title(id) + " (DOCX)", MODEL if id in MODELS else GUIDES) for id, file in WORD_FILES.items()),
    *(
        BookFile(file, f"{BY_ID[id].title}: {SINCE_MODEL}, als bijgehouden wijzigingen (DOCX)", MODEL)
        for id, file in TRACKED_FILES.items()
    ),
)
FORMER = {"beslisbomen.pdf": JURISTS.file}
"""Names that files had once, with the file that took their place: who linked to them gets that."""
KEPT_OFFLINE = ("zakboek.pdf", "handboek.pdf", "handboek.epub")
"""What a device keeps when the reader asks for the handbook too."""


NAMES_IN_EDITION = {"modelconvenant.docx": "convenant.docx"}
"""What a file of the model is called in an edition, where that is otherwise."""


def kept_from(folder: Path) -> dict[str, bytes]:
    """The files of an earlier build, as far as they are there."""
    names = (*(file.name for file in FILES), *FORMER, *NAMES_IN_EDITION.values())
    return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}
