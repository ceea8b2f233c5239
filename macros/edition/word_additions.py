"""What a proeftuin adds, in a Word file: behind which paragraphs it comes, its number, its heading, and how far it stands from the edge."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import count
from typing import NamedTuple

from macros.edition.answers import MOST_BEHIND_ONE
from macros.edition.fields import Addition
from macros.edition.filling import SIGN_HERE, lead
from macros.edition.word_names import addition_names, edge_name, escaped

NUMBERING = re.compile(r'<w:numPr><w:ilvl w:val="(?P<depth>\d+)"/><w:numId w:val="(?P<list>\d+)"/></w:numPr>')
LEVEL = (
    r'<w:lvl w:ilvl="{depth}"><w:start w:val="(\d+)"/><w:numFmt w:val="(\w+)"/><w:lvlText w:val="([^"]*)"/>'
    r'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="(\d+)" w:hanging="(\d+)"/></w:pPr>'
)
TAB = "<w:tab/>"
KEPT = "<w:keepNext/><w:keepLines/>"
BOOKMARK_ID = re.compile(r'<w:bookmarkStart [^>]*?w:id="(\d+)"')
ARTICLE = re.compile(r"privacyprotocol/artikel-(\d+)")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
SIGNS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": lambda value: LETTERS[value - 1],
    "lowerRoman": lambda value: "x" * (value // 10) + ROMAN[value % 10],
    "upperRoman": lambda value: SIGNS["lowerRoman"](value).upper(),
}
"""How Word writes a number, by its name for the form."""


class Level(NamedTuple):
    """How Word counts the parts of a list: from which number, in which form, what stands around it ("9.%1."), and how far its text and its number
    stand from the edge."""

    start: int
    form: str
    text: str
    left: str
    hanging: str


class Marks:
    """Bookmarks for what is added to a text: names that `from_word` finds again, and numbers that the text does not have yet."""

    def __init__(self, xml: str, additions: Sequence[Addition]) -> None:
        self.names = addition_names(additions)
        self.ids = count(1 + max((int(id) for id in BOOKMARK_ID.findall(xml)), default=0))

    def around(self, addition: Addition, xml: str) -> str:
        """An addition's paragraphs with a bookmark around them, by which they are found again."""
        begin, end = self.edges(self.names[addition.anchor])
        return f"{xml.replace('</w:pPr>', f'</w:pPr>{begin}', 1).removesuffix('</w:p>')}{end}</w:p>"

    def heading(self, addition: Addition) -> str:
        """The heading of an addition, with the bookmark that the table of contents leads to."""
        begin, end = self.edges(f"_Toc{self.names[addition.anchor]}")
        words = f'<w:r><w:t xml:space="preserve">{escaped(addition.heading)}</w:t></w:r>'
        level = 1 if addition.is_article else 2
        return f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>{begin}{words}{end}</w:p>'

    def edges(self, name: str) -> tuple[str, str]:
        """The two edges of a bookmark."""
        id = next(self.ids)
        return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{id}"/>'


def add(xml: str, lists: str, after: str, additions: Sequence[Addition], marks: Marks) -> str:
    """Additions behind the paragraphs of the provision or page that they all come after: Word counts on behind the last part of a list, and
    gives each part of one without numbers its sign; between two parts the number is words. A part of a list has its heading in its first
    paragraph, as on the page."""
    begin = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{edge_name(after)}"/>', xml)
    if begin is None:
        return xml
    at = xml.index("</w:p>", xml.index(f'<w:bookmarkEnd w:id="{begin[1]}"/>', begin.end())) + len("</w:p>")
    numbering = NUMBERING.search(xml[xml.rfind("<w:p>", 0, begin.start()) : begin.start()])
    kept = KEPT if KEPT in xml[xml.rfind("<w:p>", 0, at) : at] else ""
    follows = NUMBERING.search(xml[at : xml.find("</w:p>", at)])
    level = level_of(numbering, lists) if numbering else None
    between = level and follows and numbering and follows["depth"] == numbering["depth"] and level.form in SIGNS
    before = xml.count(numbering[0], 0, begin.start()) - 1 if numbering else 0
    made = []
    for added, one in enumerate(additions):
        number = number_between(level, before, added) if between and level else ""
        head = "" if level or not one.heading else marks.heading(one)
        style = "Handtekening" if one.text[0] == SIGN_HERE else "Toegevoegd"
        first = lead(one) if level else one.text[0]
        place = indent(level, first=True) if between else numbering[0] if numbering else ""
        texts = [paragraph(style, first, kept + place, number)]
        texts += [paragraph("Toegevoegd", text, kept + indent(level)) for text in one.text[1:]]
        made.append(marks.around(one, "".join([head, *texts])))
    return xml[:at] + "".join(made) + xml[at:]


def indent(level: Level | None, *, first: bool = False) -> str:
    """Where a paragraph stands beside the parts of a list. `first`: with a number of its own, that hangs out as theirs do."""
    if level is None:
        return ""
    hanging = f' w:hanging="{level.hanging}"' if first else ""
    return f'<w:ind w:left="{level.left}"{hanging}/>'


def level_of(numbering: re.Match[str], lists: str) -> Level:
    """How Word counts the list that a paragraph is part of."""
    _, _, own = lists.partition(f'<w:abstractNum w:abstractNumId="{numbering["list"]}">')
    found = re.search(LEVEL.format(depth=numbering["depth"]), own)
    assert found is not None  # every list of the file says how it counts
    return Level(int(found[1]), *found.groups()[1:])


def number_between(level: Level, before: int, added: int) -> str:
    """The number of an addition between two parts of a list, of which so many stand before the part that it comes behind: "3a." behind 3,
    "9.3b" for the second behind 9.3 of the protocol."""
    number = f"{SIGNS[level.form](level.start + before)}{LETTERS[added]}"
    return re.sub(r"%\d", number, level.text)


def without_number(words: str, id: str) -> str:
    """Words of an addition without the number that it has between two parts of a list: "9.3b" behind privacyprotocol/artikel-9/lid-3, "Bijlage
    1a:" behind convenant/bijlagen/bijlage-1."""
    page, _, part = id.rpartition("/")
    kind, *numbers = part.split("-")
    article = ARTICLE.fullmatch(page)
    before = rf"{article[1]}\." if article else f"{kind.capitalize()} "
    number = rf"(?:{before})?(?:{'|'.join(numbers)})[{LETTERS[:MOST_BEHIND_ONE]}][.):]* "
    return re.sub(f"^{number}", "", words) if numbers else words


def paragraph(style: str, words: str, properties: str = "", number: str = "") -> str:
    """A paragraph in a style, with other properties: kept together, numbered. `number`: one that Word does not count."""
    text = f'<w:r><w:t xml:space="preserve">{escaped(words)}</w:t></w:r>'
    said = f"<w:r><w:t>{escaped(number)}</w:t>{TAB}</w:r>" if number else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{said}{text}</w:p>'
