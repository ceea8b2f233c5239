"""A Word file with tracked changes, made of two files of ours: whoever accepts them all has the new text, whoever rejects them the old.

To read and to judge, not to fill in: controls, comments and the table of contents are left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from operator import attrgetter
from typing import NamedTuple

from macros.edition.differences import opcodes, paired
from macros.edition.word import BODY, COMMENTS, CORE, OLDEST, without_comments
from macros.edition.word_additions import TAB
from macros.edition.word_names import attribute, escaped

SETTINGS, FOOTNOTES, NUMBERS = "word/settings.xml", "word/footnotes.xml", "word/numbering.xml"
PARAGRAPH = re.compile(r"<w:p>(?:<w:pPr/>|<w:pPr>(?P<about>.*?)</w:pPr>)?(?P<inside>.*?)</w:p>", re.DOTALL)
RUN = re.compile(r"<w:r>(?:<w:rPr/>|<w:rPr>(?P<look>.*?)</w:rPr>)?(?P<held>.*?)</w:r>", re.DOTALL)
HELD = re.compile(
    r'<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t>|(?P<break><w:(?:br|tab)/>)|<w:footnoteReference w:id="(?P<note>\d+)"/>'
)
FOOTNOTE = re.compile(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', re.DOTALL)
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
PROVISION = re.compile(r'w:name="(_b\w+)"')
NUMBER = re.compile(r'<w:numId w:val="(\d+)"/>')
STYLE = re.compile(r'<w:pStyle w:val="(\w+)"/>')
WORD = re.compile(r"[^ \u00a0]+ *| +")
BLANKS = re.compile("\u00a0{2,}")
"""Room to write in by hand."""
BREAK = "<w:br/>"
KEPT_WHOLE = frozenset({"Title", "Subtitle"})
OURS = frozenset({"Uitleg", "TOCHeading", "TOC1", "TOC2"})
"""Styles of paragraphs that are no part of what is compared."""
AGAINST_MODEL = "het model"
OTHER_LISTS = 50_000
"""What the numbers of the old file's lists are raised by."""


class Word(NamedTuple):
    """A word with the blanks behind it, as XML has it, or a footnote or break; and how it looks."""

    words: str
    look: str
    held: str = ""
    """What is no text."""


@dataclass(frozen=True)
class Line:
    """A paragraph: its properties, the provisions that begin in it, and its words."""

    about: str
    provisions: tuple[str, ...]
    words: tuple[Word, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """What it says, to compare."""
        return tuple(word.words for word in self.words)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others: its provisions; without one, its words."""
        return self.provisions or self.said


def tracked(old: bytes, new: bytes, author: str, against: str) -> bytes:
    """The new file with what differs from the old one as tracked changes. `author`: whose they are ("Model → Voorbeeldstad"); `against`: what the
    old one is called ("het model"). The same bytes for the same files."""
    before, after = parts(old), parts(new)
    moment = re.search(r"<dcterms:modified[^>]*>([^<]+)<", after[CORE])
    marking = Marking(attribute(author), moment[1] if moment else "1980-01-01T00:00:00Z")
    lines = lines_of(before), lines_of(after)
    begin, rest = after[BODY].split("<w:body>", 1)
    section = rest[rest.rindex("<w:sectPr") :]
    head = [found[0] for found in PARAGRAPH.finditer(rest) if style_of(found["about"] or "") in KEPT_WHOLE]
    explained = f"Accepteer alle wijzigingen en je hebt de nieuwe tekst. Weiger ze alle en je hebt {against}."
    head.append(f'<w:p><w:pPr><w:pStyle w:val="Uitleg"/></w:pPr><w:r><w:t>{escaped(explained)}</w:t></w:r></w:p>')
    changed = {
        **after,
        BODY: f"{begin}<w:body>{''.join(head)}{''.join(marking.body(*lines))}{section}",
        CORE: re.sub(r"(<dc:title>[^<]*)", rf"\g<1>: verschil met {escaped(against)}", after[CORE]),
        COMMENTS: without_comments(after[COMMENTS]),
        SETTINGS: after[SETTINGS].replace("<w:defaultTabStop", "<w:trackRevisions/><w:defaultTabStop", 1),
        NUMBERS: with_lists(after[NUMBERS], before[NUMBERS]),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, xml in changed.items():
            file.writestr(zipfile.ZipInfo(name, OLDEST), xml.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parts(file: bytes) -> dict[str, str]:
    """The parts of a file; all of ours are XML."""
    with zipfile.ZipFile(io.BytesIO(file), metadata_encoding="utf-8") as held:
        return {name: held.read(name).decode() for name in held.namelist()}


def style_of(about: str) -> str:
    """The style in a paragraph's properties."""
    found = STYLE.search(about)
    return found[1] if found else ""


def lines_of(file: dict[str, str]) -> list[Line]:
    """The paragraphs of a file's text."""
    notes = {id: "".join(TEXT.findall(xml)).strip() for id, xml in FOOTNOTE.findall(file.get(FOOTNOTES, ""))}
    found = []
    for match in PARAGRAPH.finditer(file[BODY]):
        about = (match["about"] or "").replace("<w:pageBreakBefore/>", "")
        if style_of(about) not in OURS | KEPT_WHOLE:
            provisions = tuple(sorted(PROVISION.findall(match["inside"])))
            found.append(Line(about, provisions, tuple(words_of(match["inside"], notes))))
    return found


def words_of(inside: str, notes: dict[str, str]) -> Iterator[Word]:
    """The words of a paragraph."""
    for run in RUN.finditer(inside):
        look = run["look"] or ""
        for held in HELD.finditer(run["held"]):
            if held["break"]:
                yield Word("\n" if held["break"] == BREAK else "\t", look, held["break"])
            elif held["note"]:
                yield Word(f" [noot: {notes[held['note']]}]", look, f'<w:footnoteReference w:id="{held["note"]}"/>')
            else:
                for words in WORD.findall(BLANKS.sub("", held["text"])):
                    yield Word(words, look)


def with_lists(new: str, old: str) -> str:
    """The new file's lists with those of the old one behind them under other numbers, for paragraphs that went."""
    if old == new:
        return new

    def raised(xml: str) -> str:
        number = r'(w:(?:abstractNumId|numId)(?: w:val)?=")(\d+)'
        return re.sub(number, lambda found: f"{found[1]}{int(found[2]) + OTHER_LISTS}", xml)

    kinds = [re.findall(rf"<w:{tag} .*?</w:{tag}>", old, re.DOTALL) for tag in ("abstractNum", "num")]
    new = new.replace("<w:num ", f"{raised(''.join(kinds[0]))}<w:num ", 1)
    return new.replace("</w:numbering>", f"{raised(''.join(kinds[1]))}</w:numbering>")


class Marking:
    """Writes paragraphs with their changes marked."""

    def __init__(self, author: str, moment: str) -> None:
        self.by = f'w:author="{author}" w:date="{moment}"'
        self.ids = count(1)
        self.lists: dict[str, str] = {}
        """The lists of the old file, by what they are in the new one."""

    def mark(self, tag: str, inside: str = "") -> str:
        """A mark of an insertion or a deletion, around something or by itself."""
        begin = f'<w:{tag} w:id="{next(self.ids)}" {self.by}'
        return f"{begin}>{inside}</w:{tag}>" if inside else f"{begin}/>"

    def body(self, old: Sequence[Line], new: Sequence[Line]) -> list[str]:
        """All paragraphs of both, in order."""
        pairs = list(paired(old, new, attrgetter("key"), attrgetter("said")))
        for before, after in pairs:
            lists = [NUMBER.search(line.about) for line in (before, after) if line]
            if len(lists) == 2 and lists[0] and lists[1]:
                self.lists.setdefault(lists[0][1], lists[1][1])
        return [self.line(before, after) for before, after in pairs]

    def line(self, before: Line | None, after: Line | None) -> str:
        """A paragraph that stayed, changed, came or went."""
        if before is None or after is None:
            tag = "ins" if before is None else "del"
            held = after or before
            assert held is not None  # a pair has one of both
            about = held.about if tag == "ins" else NUMBER.sub(self.list_of, held.about)
            gone = self.run(tag, held.words)
            return f"<w:p><w:pPr>{about}<w:rPr>{self.mark(tag)}</w:rPr></w:pPr>{gone}</w:p>"
        parts = []
        for kind, from_old, to_old, from_new, to_new in opcodes(before.said, after.said):
            if kind == "equal":
                parts.append(runs(after.words[from_new:to_new]))
                continue
            parts.append(self.run("del", before.words[from_old:to_old]))
            parts.append(self.run("ins", after.words[from_new:to_new]))
        return f"<w:p><w:pPr>{after.about}</w:pPr>{''.join(parts)}</w:p>"

    def list_of(self, number: re.Match[str]) -> str:
        """The list of a paragraph that went: the one in which its neighbours stand now."""
        id = self.lists.get(number[1]) or str(int(number[1]) + OTHER_LISTS)
        return f'<w:numId w:val="{id}"/>'

    def run(self, tag: str, words: Sequence[Word]) -> str:
        """Words that came or went."""
        return self.mark(tag, runs(words, gone=tag == "del")) if words else ""


def runs(words: Sequence[Word], *, gone: bool = False) -> str:
    """Words as runs, equal neighbours in one. A footnote that went stands there as words: its note is not in the file."""
    tag = "w:delText" if gone else "w:t"
    parts = []
    for (look, held, _), group in groupby(enumerate(words), key=lambda one: (one[1].look, *apart(*one, gone=gone))):
        text = "".join(word.words for _, word in group)
        inside = held or f'<{tag} xml:space="preserve">{text}</{tag}>'
        parts.append(f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}</w:r>")
    return "".join(parts)


def apart(at: int, word: Word, *, gone: bool) -> tuple[str, int]:
    """What of a word is no text, and a number of its own then, so that it joins no neighbour."""
    held = "" if gone and word.held not in (BREAK, TAB) else word.held
    return held, at + 1 if held else 0
