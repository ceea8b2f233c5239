"""Where a long Dutch word may break at the end of a line: soft hyphens in finished pages.

Browsers do not know Dutch hyphenation everywhere, and a covenant is full of words that a phone is too narrow for. The marks are put in
last, so that register, search and books never meet them; `kopieren.js` leaves them out of what a reader copies.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

import pyphen

SOFT_HYPHEN = "\u00ad"
LONG = 14
"""Letters of the shortest word that may break."""
LEAST = 4
"""Letters that stay together before and behind a break, at least."""
CORRECTED = ("cliënt-onder-steuning", "client-onder-steuning", "tussen-evaluatie", "geauto-mati-seerde")
"""Compounds of the text that the library breaks in the wrong place, small letters; found by reading all that it breaks."""
ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
PIECE = re.compile(
    r"(?P<kept><(?P<tag>code|kbd|pre|script|style|svg|template|textarea)\b[^>]*(?<!/)>.*?</(?P=tag)>|<[^>]+>)|[^<]+",
    re.DOTALL,
)
"""A tag, or a whole element whose text must stay as it is; or text."""
WORD = re.compile(rf"(?<![\w&#])[A-Za-zÀ-ÖØ-öø-ÿ]{{{LONG},}}(?!\w)")
ADDRESS = re.compile(r"://|@|www\.|\w[._]\w")
"""What marks a piece of text between spaces as an address or the name of a file, which nobody may break."""


def soften(html: str) -> str:
    """A page in which the long words of its content may break; without an article it stays as it is."""
    return ARTICLE.sub(lambda found: found[1] + _content(found[2]) + found[3], html)


def _content(html: str) -> str:
    return PIECE.sub(lambda found: found["kept"] or _text(found[0]), html)


def _text(text: str) -> str:
    if not WORD.search(text):  # most texts of a page: half of the time
        return text
    return re.sub(r"\S+", lambda found: found[0] if ADDRESS.search(found[0]) else WORD.sub(_word, found[0]), text)


def _word(found: re.Match[str]) -> str:
    word = found[0]
    for place in _corrected().get(word.lower(), ()):
        word = f"{word[:place]}{SOFT_HYPHEN}{word[place:]}"
    return word if SOFT_HYPHEN in word else str(_dictionary().inserted(word, SOFT_HYPHEN))


@cache
def _corrected() -> dict[str, list[int]]:
    """Where the corrected words break, the last place first."""
    words = (broken.split("-") for broken in CORRECTED)
    return {"".join(parts): [*accumulate(map(len, parts[:-1]))][::-1] for parts in words}


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=LEAST, right=LEAST)
