"""References that the text makes: found by a parser that knows in which provision the words stand.

`find` gives the spans of a text that refer to something: to a provision of the site, to an article of a law, or to
something that is not published. Pages, the register of relations and the tests use the same finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from decision_trees.laws import LAWS

NUMBER = r"(?<![Bb]oek )(?<![Aa]fdeling )\d+(?:[.:]\d+)*(?: ?(?:nd|[a-z])(?![a-z/]))?"
ITEM = rf"{NUMBER}(?:,? lid \d+)?"
ITEMS = rf"{ITEM}(?:(?:, | en | juncto | t/m | jo\.? ){ITEM})*"
ARTICLE = r"(?:[Aa]rt(?:ikel(?:en)?|t?\.)? )"
LAW_NAMES = {
    "Wmo 2015": "Wmo", "Wmo": "Wmo", "Jeugdwet": "Jw", "Participatiewet": "Participatiewet",
    "Wet schuldhulpverlening": "Schuldhulp", "Wetboek van Strafrecht": "Sr", "Wetboek van Strafvordering": "Sv",
    "Besluit Tenuitvoerlegging Jeugdstrafrecht 1994": "Btj", "Wet big": "Wet BIG", "AVG": "AVG", "BW": "BW",
    "Algemene Wet Bestuursrecht": "Awb", "Wet politiegegevens": "Wpg",
    "Wet justitiële en strafvorderlijke gegevens": "Wjsg", "Burgerlijk Wetboek": "BW", "Wgbo": "Wgbo",
    "Uitvoeringswet AVG": "UAVG", "Algemene Verordening Gegevensbescherming": "AVG",
    "Algemene verordening gegevensbescherming": "AVG",
}  # fmt: skip
LAW = "|".join(re.escape(name) for name in sorted(LAW_NAMES, key=len, reverse=True))
FULL_NAMES = "|".join(
    re.escape(name) for name in sorted(LAW_NAMES, key=len, reverse=True) if " " in name or name.endswith("wet")
)
DOCUMENTS_SAID = {
    "protocol": "privacyprotocol", "privacy protocol": "privacyprotocol", "privacyprotocol": "privacyprotocol",
    "samenwerkingsconvenant": "convenant", "convenant": "convenant", "samenwerkingsovereenkomst": "convenant",
}  # fmt: skip
ANNEXES = {"1": "privacyprotocol/partijen", "2": "wegwijzer-professionals", "3": "wegwijzer-organisaties"}
TITLES = {
    r"Wegwijzer zorgvuldig omgaan met persoonsgegevens voor professionals": "wegwijzer-professionals",
    r"Wegwijzer zorgvuldig omgaan met persoonsgegevens voor organisaties": "wegwijzer-organisaties",
    r"Wegwijzer gegevensverwerkingen voor organisaties(?: binnen een proeftuin)?": "wegwijzer-organisaties",
    r"Vuistregels zorgvuldig feitenonderzoek": "vuistregels/feitenonderzoek",
    r"Vuistregels samenwerken en Feitenonderzoek": "vuistregels",
}
UNPUBLISHED = (
    r"[Bb]ijlage (?:[4-9]|[1-9]\d)\b(?: ‘Processen’)?",
    r"Handreiking [Zz]orgvuldig omgaan met persoonsgegevens(?: Toekomstscenario)?",
    r"Leeftijdsgrenzen en toestemming",
    r"Governancestructuur Toekomstscenario",
    r"Handelingsprotocol Veilig Thuis 2019",
    r"Kwaliteitskader 2023",
    r"Beroepscode van de Jeugdzorgwerker artikel J",
    r"Beroepscode NIP artikel 71 t/m 87",
    r"beroepscode NVO artikel 8",
)
"""What the text refers to and this site does not hold; such a reference says so."""


@dataclass(frozen=True)
class Reference:
    """A span of a text that refers: to a provision (`provision`), a law (`address`), or something not published. `own`: the provision that is
    meant where a proeftuin added it."""

    start: int
    end: int
    provision: str = ""
    address: str = ""
    label: str = ""
    own: str = ""


def _law_article(name: str, said: str, start: int, end: int) -> Reference:
    """A reference to one article of a law as the text says it, e.g. "7:457" with "BW" or "126 nd"."""
    short = LAW_NAMES[name]
    article = re.sub(r",? lid \d+$", "", said).replace(" ", "")
    if short == "BW" and article.startswith("7:"):
        short = "Wgbo"
    law = LAWS[short]
    return Reference(start, end, address=law.address(article), label=f"artikel {article}, {law.name}")


def _items(match: re.Match[str], group: str, name: str) -> Iterator[Reference]:
    for item in re.finditer(ITEM, match.group(group)):
        offset = match.start(group)
        yield _law_article(name, item.group(0), offset + item.start(), offset + item.end())


def _laws(text: str, page: str) -> Iterator[Reference]:
    before = re.compile(
        rf"{ARTICLE}?(?P<items>{ITEMS})(?:, eerste lid, onder a\.)?,? (?:van (?:de|het) )?(?P<law>{LAW})\b"
    )
    for match in before.finditer(text):
        yield from _items(match, "items", match.group("law"))
    after = re.compile(rf"\b(?P<law>{LAW}) \(?artikel (?P<items>{ITEMS})(?! BW)")
    for match in after.finditer(text):
        yield from _items(match, "items", match.group("law"))
    for match in re.finditer(rf"\b({FULL_NAMES})\b", text):
        law = LAWS[LAW_NAMES[match.group(1)]]
        yield Reference(match.start(), match.end(), address=law.address(), label=law.name)


def _articles(text: str, page: str) -> Iterator[Reference]:
    said = re.compile(
        r"\b(?:lid (?P<before>\d+[a-z]?) van )?[Aa]rt(?:ikel|\.)? (?P<article>\d+)(?:(?:\.|,? lid )(?P<behind>\d+[a-z]?)\b)?"
        r"(?:,? van (?:dit|het|deze) (?P<document>[Pp]rivacy [Pp]rotocol|\w+))?"
    )
    for match in said.finditer(text):
        named, lid = match["document"], match["behind"] or match["before"]
        document = DOCUMENTS_SAID.get(named.lower(), "") if named else page.split("/", maxsplit=1)[0]
        if document:
            part = f"/lid-{lid}" if lid else ""
            yield Reference(match.start(), match.end(), provision=f"{document}/artikel-{match['article']}{part}")
    if "/artikel-" in page:
        for match in re.finditer(r"\blid (\d+[a-z]?)\b", text):
            yield Reference(match.start(), match.end(), provision=f"{page}/lid-{match.group(1)}")


def _titles(text: str, page: str) -> Iterator[Reference]:
    for match in re.finditer(r"\b[Bb]ijlage ([123])\b", text):
        yield Reference(match.start(), match.end(), provision=ANNEXES[match.group(1)])
    for pattern, target in TITLES.items():
        for match in re.finditer(pattern, text):
            yield Reference(match.start(), match.end(), provision=target)
    for pattern in UNPUBLISHED:
        for match in re.finditer(pattern, text):
            number = re.search(r"(?<=ijlage )\d+", match.group(0))
            own = f"convenant/bijlagen/bijlage-{number[0]}" if number else ""
            yield Reference(match.start(), match.end(), label=f"{match.group(0)}: niet op deze site", own=own)


FINDERS: tuple[Callable[[str, str], Iterator[Reference]], ...] = (_titles, _laws, _articles)
"""In order of precedence: what an earlier one found, a later one leaves alone."""


def find(text: str, page: str) -> list[Reference]:
    """The references in a text of the page `page`, in order and without overlap.

    A reference to the page or part itself ("dit artikel", a title on its own page) is not one.
    """
    found: list[Reference] = []
    for finder in FINDERS:
        for reference in finder(text, page):
            if any(reference.start < r.end and r.start < reference.end for r in found):
                continue
            if reference.provision and reference.provision == page:
                continue
            found.append(reference)
    return sorted(found, key=lambda r: r.start)
