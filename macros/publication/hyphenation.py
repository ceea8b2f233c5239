"""Where a long Dutch word may break at the end of a line: soft hyphens in finished pages.

Browsers do not know Dutch hyphenation everywhere, and a covenant is full of words that a phone is too narrow for. The marks are put in
last, so that register, search and books never meet them; `kopieren.js` leaves them out of what a reader copies.
"""

from __future__ import annotations

import re
from functools import cache

import pyphen

SOFT_HYPHEN = "\u00ad"
LONG = 14
"""Letters of the shortest word that may break."""
LEAST = 4
"""Letters that stay together before and behind a break, at least."""
CORRECTED = ("cliënt-onder-steuning", "client-onder-steuning", "tussen-evaluatie", "geauto-mati-seerde")
"""Compounds of the text that the library breaks in the wrong place, small letters; found by reading all that it breaks."""
ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
TAG = re.compile(r"(<[^>]+>)")
AS_IT_IS = re.compile(r"<(/?)(code|kbd|pre|script|style|svg|template|textarea)\b")
WORD = re.compile(rf"(?<![\w&#])[A-Za-zÀ-ÖØ-öø-ÿ]{{{LONG},}}(?!\w)")
ADDRESS = re.compile(r"://|@|www\.|\w[._]\w")
"""What marks a piece of text between spaces as an address or the name of a file, which nobody may break."""


def soften(html: str) -> str:
    """A page in which the long words of its content may break; without an article it stays as it is."""
    return ARTICLE.sub(lambda found: found[1] + _content(found[2]) + found[3], html)


def _content(html: str) -> str:
    kept = ""
    pieces = []
    for piece in TAG.split(html):
        if piece.startswith("<"):
            if (found := AS_IT_IS.match(piece)) and not piece.endswith("/>"):
                kept = found[2] if not (kept or found[1]) else ("" if found[1] and found[2] == kept else kept)
            pieces.append(piece)
        else:
            pieces.append(piece if kept else _text(piece))
    return "".join(pieces)


def _text(text: str) -> str:
    return re.sub(r"\S+", lambda found: found[0] if ADDRESS.search(found[0]) else WORD.sub(_word, found[0]), text)


def _word(found: re.Match[str]) -> str:
    word = found[0]
    if known := _corrected().get(word.lower()):
        for place in known:
            word = f"{word[:place]}{SOFT_HYPHEN}{word[place:]}"
        return word
    return str(_dictionary().inserted(word, SOFT_HYPHEN))


@cache
def _corrected() -> dict[str, tuple[int, ...]]:
    """Where the corrected words break, the last place first."""
    places = {}
    for broken in CORRECTED:
        parts = broken.split("-")
        places["".join(parts)] = tuple(len("".join(parts[:end])) for end in range(len(parts) - 1, 0, -1))
    return places


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=LEAST, right=LEAST)
