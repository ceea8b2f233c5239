"""What stands in a Word file from outside: its paragraphs, controls and bookmarks, and the part with answers; whatever the file holds.

A file may be damaged, made to do harm, or something else: then WordError says so in Dutch. Little of it is unpacked, none of it past a
limit, and XML that declares anything (entities) is refused.
"""

from __future__ import annotations

import io
import pyexpat
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST_WORD = 4_000_000
"""Bytes in a Word file; ours have 60,000."""
LONGEST_PART = 16_000_000
"""Bytes in an unpacked part of it."""
MOST = 5_000
"""Paragraphs in a text, and controls; ours have some 160, and 61."""
MOST_PARTS = 20
"""Parts with data of others that are looked into."""
TEXT_SPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
"""What Word's own elements belong to, in both forms of the standard."""
MAIN = "/officeDocument"
"""How the relation ends that leads to the text."""
DATA_PART = re.compile(r"customXml/item\d+\.xml")
BOUND = re.compile(r"v:(\w+)\[1\]$")
GONE = frozenset({"del", "moveFrom"})
"""What was taken away, and waits for someone to agree."""
BLANKS = frozenset({"tab", "br", "cr"})
OLD_FILE, ZIP_FILE, PDF_FILE = b"\xd0\xcf\x11\xe0", b"PK", b"%PDF"
AS_WORD = "Open een Word-bestand (.docx) dat op deze site is gemaakt."
DAMAGED = (
    "Dit Word-bestand is beschadigd. Open het in Word of LibreOffice, bewaar het opnieuw als .docx, en open dat hier."
)

OTHER_OFFICE = "Dit is een bestand van LibreOffice (.odt). Bewaar het als Word-bestand (.docx), en open dat hier."
OLD_OR_LOCKED = "Dit is een oud Word-bestand (.doc), of er zit een wachtwoord op. Open het in Word en bewaar het als .docx, zonder wachtwoord."
TOO_LONG = f"Dit Word-bestand heeft te veel alinea's of velden: meer dan {MOST}. {AS_WORD}"
TOO_LARGE = "Dit Word-bestand is te groot: meer dan 4 MB. Haal afbeeldingen eruit, en bewaar het opnieuw."


class WordError(ValueError):
    """A file that cannot be read; the message is for the coordinator."""


@dataclass
class Line:
    """A paragraph: its words, with the field's name between ⟦ and ⟧ where a control stands."""

    words: str = ""
    listed: bool = False
    """Whether it is a part of a list that Word counts, or gives a sign."""

    @property
    def said(self) -> str:
        """Its words with single blanks."""
        return one_line(self.words)


@dataclass(frozen=True)
class Control:
    """A control with the field's name, its number if it has one of ours, and the words in it."""

    name: str
    id: int
    words: str
    date: str = ""
    """The day that a date picker keeps beside the words, as 2027-01-31."""


@dataclass
class Span:
    """Where a bookmark begins and ends: a line and a place in its words."""

    begin: tuple[int, int]
    end: tuple[int, int]


@dataclass
class WordText:
    """What a Word file holds. `data`: the part with answers by field, with what the part says of itself under "@model"."""

    lines: list[Line] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    undecided: bool = False
    """Whether there are tracked changes: what came counts, what went does not."""
    data: dict[str, str] = field(default_factory=dict)

    def within(self, name: str) -> list[str] | None:
        """The words between the edges of a bookmark, by line; nothing when it is not there."""
        span = self.spans.get(name)
        if span is None:
            return None
        (first, start), (last, end) = span.begin, span.end
        found = [line.words for line in self.lines[first : last + 1]]
        if found and last < len(self.lines):
            found[-1] = found[-1][:end]
        if found:
            found[0] = found[0][start:]
        return [one_line(words) for words in found]


def one_line(words: str) -> str:
    """Words with single blanks, without those around them."""
    return " ".join(words.split())


def read_word_text(body: bytes, names: frozenset[str], space: str) -> WordText:
    """What a Word file holds. `names`: the controls that are told apart from the words around them; `space`: the XML namespace of the part
    with answers. WordError when it is none."""
    check_kind(body)
    try:
        with zipfile.ZipFile(io.BytesIO(body), metadata_encoding="utf-8") as file:
            return whole_text(file, names, space)
    except WordError:
        raise
    except (
        zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError
    ) as error:  # fmt: skip
        raise WordError(DAMAGED) from error


def whole_text(file: zipfile.ZipFile, names: frozenset[str], space: str) -> WordText:
    """The text with the answers that lie beside it."""
    held = frozenset(file.namelist())
    if "mimetype" in held:
        raise WordError(OTHER_OFFICE)
    text = parsed_text(unpacked(file, main_part(file, held)), names)
    for name in sorted(filter(DATA_PART.fullmatch, held))[:MOST_PARTS]:
        text.data |= answers_in(unpacked(file, name), space)
    return text


def check_kind(body: bytes) -> None:
    """WordError when the first bytes are those of something else, or there are too many."""
    if len(body) > LONGEST_WORD:
        raise WordError(TOO_LARGE)
    if body.startswith(OLD_FILE):
        raise WordError(OLD_OR_LOCKED)
    if body.startswith(PDF_FILE):
        raise WordError(f"Dit is een PDF. {AS_WORD}")
    if not body.startswith(ZIP_FILE):
        raise WordError(f"Dit is geen Word-bestand. {AS_WORD}")


def main_part(file: zipfile.ZipFile, held: frozenset[str]) -> str:
    """The name of the part with the text: Word's own is word/document.xml, other programs may have another. WordError when it has none."""
    found: list[str] = []

    def begin(name: str, about: Mapping[str, str]) -> None:
        if about.get("Type", "").endswith(MAIN):
            found.append(about.get("Target", "").lstrip("/"))

    if "_rels/.rels" in held:
        parse(unpacked(file, "_rels/.rels"), begin)
    names = [name for name in found if name in held and name.endswith(".xml")]
    if not names:
        raise WordError(f"Dit is geen Word-bestand. {AS_WORD}")
    return names[0]


def unpacked(file: zipfile.ZipFile, name: str) -> bytes:
    """A part. WordError when it is far larger than any text: what is packed so is no text."""
    if file.getinfo(name).file_size > LONGEST_PART:
        raise WordError(f"Dit Word-bestand is uitgepakt te groot ({name}). {AS_WORD}")
    with file.open(name) as held:
        return held.read(LONGEST_PART)  # no more comes out than its size says


def parse(
    body: bytes,
    begin: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], object] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Have XML read. WordError when it is none, or declares a kind of document: that is how entities come in, and Word has none."""

    def refuse(*_: Any) -> None:
        raise WordError(f"In dit Word-bestand staat iets wat er niet hoort (DOCTYPE). {AS_WORD}")

    parser = pyexpat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
    try:
        parser.Parse(body, True)
    except (pyexpat.ExpatError, LookupError) as error:
        raise WordError(DAMAGED) from error


def answers_in(body: bytes, space: str) -> dict[str, str]:
    """What the part with answers says, by field; nothing of a part that is another's."""
    found: dict[str, str] = {}
    way: list[str] = []

    def begin(name: str, about: Mapping[str, str]) -> None:
        way.append(name)
        if len(way) == 1 and name.startswith(f"{space} "):
            found.update({f"@{key}": value for key, value in about.items()})
            found[""] = ""
        elif len(way) == 2 and "" in found:
            found.setdefault(name.rpartition(" ")[2], "")

    def text(words: str) -> None:
        if len(way) == 2 and "" in found:
            found[way[1].rpartition(" ")[2]] += words

    parse(body, begin, lambda _: way.pop(), text)
    found.pop("", None)
    return found


@dataclass
class Frame:
    """A control that is being read."""

    name: str = ""
    id: int = -1
    date: str = ""
    words: list[str] = field(default_factory=list)
    inside: bool = False
    """Whether its content began."""


class TextReader:
    """Takes what a parser meets, and keeps what counts."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        self.text = WordText()
        self.open_lines: list[int] = []
        self.frames: list[Frame] = []
        """The controls that are open."""
        self.filled: list[Frame] = []
        """Those of them with a name, whose content began: the last takes the words."""
        self.untold: list[Frame] = []
        """Those whose name waits for a line to stand in."""
        self.open_spans: dict[str, str] = {}
        self.skipped = 0
        """How deep we are in what is left out."""
        self.taking = False

    def begin(self, name: str, about: Mapping[str, str]) -> None:
        """An element begins."""
        space, _, local = name.rpartition(" ")
        known = space in TEXT_SPACES
        if self.skipped or local == "Fallback" or (known and local in GONE):
            self.text.undecided |= known and local in GONE
            self.skipped += 1
        elif known:
            self.text.undecided |= local in ("ins", "moveTo")
            said = {key.rpartition(" ")[2]: value for key, value in about.items()}
            self.element(local, said)

    def element(self, local: str, said: Mapping[str, str]) -> None:
        """One of Word's own elements begins."""
        frame = self.frames[-1] if self.frames else None
        if max(len(self.text.lines), len(self.text.controls), len(self.frames)) > MOST:
            raise WordError(TOO_LONG)
        if local == "p":
            self.open_lines.append(len(self.text.lines))
            self.text.lines.append(Line())
            self.tell()
        elif local == "numPr" and self.open_lines:
            self.text.lines[self.open_lines[-1]].listed = True
        elif local == "t":
            self.taking = True
        elif local in BLANKS or local == "noBreakHyphen":
            self.add("-" if local == "noBreakHyphen" else " ")
        elif local == "sdt":
            self.frames.append(Frame())
        elif frame and not frame.inside:
            self.about(frame, local, said)
        elif local == "bookmarkStart":
            self.open_spans[said.get("id", "")] = said.get("name", "")
            self.text.spans.setdefault(said.get("name", ""), Span(self.here(), self.here()))
        elif local == "bookmarkEnd":
            self.close(said.get("id", ""))

    def about(self, frame: Frame, local: str, said: Mapping[str, str]) -> None:
        """What a control says of itself."""
        if local == "tag" and said.get("val") in self.names:
            frame.name = said["val"]
        elif local == "id" and said.get("val", "").isdecimal() and len(said["val"]) < 12:
            frame.id = int(said["val"])
        elif local == "dataBinding" and (bound := BOUND.search(said.get("xpath", ""))) and bound[1] in self.names:
            frame.name = frame.name or bound[1]  # LibreOffice keeps no tag
        elif local == "date":
            frame.date = said.get("fullDate", "")[:10]
        elif local == "sdtContent":
            frame.inside = True
            if frame.name:
                self.filled.append(frame)
                self.untold.append(frame)
                self.tell()

    def tell(self) -> None:
        """The names of controls that began, in the line that is open."""
        while self.open_lines and self.untold:
            self.text.lines[self.open_lines[-1]].words += f"⟦{self.untold.pop().name}⟧"

    def here(self) -> tuple[int, int]:
        """Where we are: a line, and a place in its words."""
        line = self.open_lines[-1] if self.open_lines else len(self.text.lines)
        return line, len(self.text.lines[line].words) if self.open_lines else 0

    def close(self, id: str) -> None:
        """A bookmark ends."""
        if span := self.text.spans.get(self.open_spans.pop(id, "")):
            span.end = self.here()

    def end(self, name: str) -> None:
        """An element ends."""
        if self.skipped:
            self.skipped -= 1
            return
        space, _, local = name.rpartition(" ")
        if space not in TEXT_SPACES:
            return
        if local == "p" and self.open_lines:
            self.open_lines.pop()
            if self.filled:
                self.filled[-1].words.append(" ")
        elif local == "t":
            self.taking = False
        elif local == "sdt" and self.frames:
            frame = self.frames.pop()
            if self.filled and self.filled[-1] is frame:
                self.filled.pop()
            if frame.name:
                made = Control(frame.name, frame.id, one_line("".join(frame.words)), frame.date)
                self.text.controls.append(made)

    def words(self, words: str) -> None:
        """Signs between elements; those of a text count."""
        if self.taking and not self.skipped:
            self.add(words)

    def add(self, words: str) -> None:
        """Words of the text: of the control that we are in, or of the line."""
        if self.filled:
            self.filled[-1].words.append(words)
        elif self.open_lines:
            self.text.lines[self.open_lines[-1]].words += words


def parsed_text(body: bytes, names: frozenset[str]) -> WordText:
    """The text in a part. WordError when it is no XML."""
    reader = TextReader(names)
    parse(body, reader.begin, reader.end, reader.words)
    return reader.text
