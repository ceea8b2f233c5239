"""How a provision is cited where the register is not at hand: in a record, on a form and in the list for reviewers."""

from __future__ import annotations

import re

DOCUMENTS = {
    "convenant": "Samenwerkingsconvenant",
    "privacyprotocol": "Privacyprotocol",
    "wegwijzer-professionals": "Wegwijzer voor professionals",
    "wegwijzer-organisaties": "Wegwijzer voor organisaties",
    "vuistregels": "Vuistregels",
}
CONSIDERATIONS = "basisregel 7"
"""The rule of the guide that its considerations stand under; their addresses do not say so."""
DEFINED = {"ms-teams": "MS Teams"}
"""A defined term that is not its address with a capital."""


def cited(provision: str) -> str:
    """A provision by its id, as the site cites it: "artikel 6.4, onder b, Privacyprotocol"."""
    document, *parts = provision.split("/")
    name = DOCUMENTS[document]
    if document == "vuistregels":
        return ", ".join([*map(_words, parts[1:]), f"{name} {parts[0]}"])
    words = [_words(part) for part in parts if part != "overwegingen"]
    if parts[0] == "artikel-1" and document == "privacyprotocol" and len(parts) > 1:
        words[1] = f"begrip ‘{DEFINED.get(parts[1], words[1].capitalize())}’"
    elif document == "privacyprotocol" and len(words) > 1:
        words = [f"{words[0]}.{words[1].removeprefix('lid ')}"]  # the protocol numbers its paragraphs 6.4
    elif parts[0].startswith("afweging-"):
        words.insert(0, CONSIDERATIONS)
    return ", ".join([*words, name])


def _words(part: str) -> str:
    """A part of an id in words: "lid 5, onder k", "afweging 5, tip"."""
    words = part.replace("-", " ")
    return re.sub(r" (tip)$", r", \1", re.sub(r"^(lid \d+) (\w)$", r"\1, onder \2", words))
