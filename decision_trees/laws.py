"""The laws that trees and pages may cite: abbreviation, name, official identifier, and the articles in use.

Identifiers: juridisch kader §6. An article that is not listed here cannot be cited: it must first be looked up, by a
person, at the address that `address` gives. Article numbers were read in stored copies of 2017–2021 (kader §0), not
in today's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Law:
    """One law. `number` is its identifier at wetten.overheid.nl (BWBR…) or EUR-Lex (CELEX).

    `read`: the day of the stored text in which the articles were read (kader §0), empty when none was read. `unread`: the
    articles that this text did not hold yet, or that nobody read in it. `renumbered`: the article that a number means
    today, for numbers that trees and the source text still use.
    """

    short: str
    name: str
    number: str
    articles: frozenset[str]
    read: str = ""
    renumbered: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def today(self, article: str) -> str:
        """The number that an article has today."""
        return self.renumbered.get(article, article)

    def day_read(self, article: str) -> str:
        """The day of the text in which this article was read, e.g. 2021-11-06; empty when it was not read."""
        return "" if article in self.unread else self.read

    def address_read(self, article: str) -> str:
        """Where the text stands as it was on the day on which it was read, at wetten.overheid.nl; empty when not read."""
        day = self.day_read(article)
        return f"{self.address(article)}&g={day}" if day else ""

    def address(self, article: str = "") -> str:
        """Where the text in force today stands, at this article if given."""
        article = self.today(article)
        if self.number.startswith("BWBR"):
            number = (
                article.rsplit(":", maxsplit=1)[-1] if self.short in ("BW", "Wgbo") else article
            )  # BW: the book has its own id
            place = f"&artikel={number}" if article else ""
            return f"https://wetten.overheid.nl/jci1.3:c:{self.number}{place}"
        place = f"#art_{article}" if article else ""
        return f"https://eur-lex.europa.eu/legal-content/NL/TXT/HTML/?uri=CELEX:{self.number}{place}"


def _law(short: str, name: str, number: str, articles: str, read: str = "", unread: str = "", **renumbered: str) -> Law:
    """A law from its row below. An article that got another number: `**{"7.3.11": "7.3.11a"}` at the end of its row."""
    return Law(short, name, number, frozenset(articles.split()), read, renumbered, frozenset(unread.split()))


LAWS: dict[str, Law] = {
    law.short: law
    for law in (
        _law(
            "Jw",
            "Jeugdwet",
            "BWBR0034925",
            "1.1 2.3 2.4 3.1 3.2 4.1.7 4.1.8 5.4 7.2.1 7.3.1 7.3.2 7.3.4 7.3.5 7.3.8 7.3.9 7.3.10 7.3.11 7.3.12 7.3.12a "
            "7.3.15 7.3.16 7.4.1",
            "2021-11-06",
        ),
        _law(
            "Wmo",
            "Wet maatschappelijke ondersteuning 2015",
            "BWBR0035362",
            "1.1.1 2.2.4 2.3.1 2.3.2 2.3.3 2.3.4 2.3.5 3.3 3.4 4.1.1 4.2.5 5.1.1 5.1.2 5.1.6 5.2.1 5.2.2 5.2.5 5.2.6 5.2.9 "
            "5.3.1 5.3.2 5.3.3 5.3.4 5.3.5 5.3.6",
            "2019-07-01",
        ),
        _law(
            "BW",
            "Burgerlijk Wetboek",
            "BWBR0002656",
            "1:2 1:233 1:238 1:240 1:244 1:245 1:246 1:250 1:251b 1:252 1:253a 1:253i 1:253q 1:253r 1:253sa 1:253t 1:253v "
            "1:255 1:257 1:262 1:265b 1:265e 1:265h 1:268 1:275 1:282 1:302 1:303 1:377b 1:377c 1:454",
            "2017-05-01",
            unread="1:250 1:251b",
        ),
        _law(
            "Wgbo",
            "Burgerlijk Wetboek Boek 7 (Wgbo)",
            "BWBR0005290",
            "7:446 7:447 7:450 7:457 7:458a 7:465 7:466",
            "2017-05-01",
            unread="7:458a",
        ),
        _law("Wet BIG", "Wet op de beroepen in de individuele gezondheidszorg", "BWBR0006251", "88", "2017-05-01"),
        _law("Wkkgz", "Wet kwaliteit, klachten en geschillen zorg", "BWBR0037173", "8 11"),
        _law("Participatiewet", "Participatiewet", "BWBR0015703", "7.1"),
        _law("Schuldhulp", "Wet gemeentelijke schuldhulpverlening", "BWBR0031331", "3"),
        _law("Awb", "Algemene wet bestuursrecht", "BWBR0005537", "2:5 6:7 9:1"),
        _law("Termijnenwet", "Algemene termijnenwet", "BWBR0002448", "1 2 3 4", "2010-10-10"),
        _law("Sr", "Wetboek van Strafrecht", "BWBR0001854", "77o 77hh 272", "2017-05-01"),
        _law("Sv", "Wetboek van Strafvordering", "BWBR0001903", "126nd 126nf 218 491", "2017-05-01"),
        _law("Wpg", "Wet politiegegevens", "BWBR0022463", "18 19 20", "2017-05-01"),
        _law("Wjsg", "Wet justitiële en strafvorderlijke gegevens", "BWBR0014194", "39f", "2017-05-01"),
        _law("Btj", "Besluit tenuitvoerlegging jeugdstrafrecht 1994", "BWBR0007083", "28"),
        _law("UAVG", "Uitvoeringswet AVG", "BWBR0040940", "5 22 25 26 27 28 29 30 31 32 33 34 35 41 46", "2020-01-01"),
        _law(
            "AVG",
            "Algemene verordening gegevensbescherming",
            "32016R0679",
            "4 5 6 7 9 10 11 12 14 15 16 17 18 19 20 21 22 23 24 25 33 34 35 44 77",
        ),
        _law("Verordening 1182/71", "Verordening 1182/71 (termijnen)", "31971R1182", "2 3"),
    )
}
