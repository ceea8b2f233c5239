"""The terms that pages explain: the protocol's own definitions and the abbreviations in bron/begrippen.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.shared.errors import BuildError
from macros.shared.stored_files import read_yaml, shaped
from macros.text.citable_parts import slug
from macros.text.register import Register

LIST = "bron/begrippen.yml"


@dataclass(frozen=True)
class Term:
    """A term with its explanation. `forms`: how the text writes it; `provision`: where the text defines it, if it does."""

    name: str
    forms: tuple[str, ...]
    explanation: str
    provision: str = ""

    @property
    def anchor(self) -> str:
        """Its anchor on /begrippen/: that of its definition, which stays when a proeftuin fills in the term."""
        return self.provision.rpartition("/")[2] or slug(self.name)


class Terms:
    """All terms, in alphabetical order, and a pattern that finds them in a text."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(sorted(terms, key=lambda term: term.name.lower()))
        self._by_form = {form: term for term in self.terms for form in term.forms}
        forms = sorted(self._by_form, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, forms))})(?![\w-])")

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Where a text uses a term: start, end, term."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), self._by_form[match.group(1)]


def forms_of(name: str) -> tuple[str, ...]:
    """How the text writes a defined term: with and without capital, singular and the usual plurals."""
    lower = name if name.isupper() or name.startswith("MS ") else name[0].lower() + name[1:]
    plurals = [lower + ending for ending in ("n", "en", "s")] if lower != name else []
    return tuple(dict.fromkeys([name, lower, *plurals, *(p[0].upper() + p[1:] for p in plurals)]))


def read_terms(root: Path, register: Register) -> Terms:
    """The terms from the register and from bron/begrippen.yml. BuildError when two share a name."""
    terms: dict[str, Term] = {}
    for provision in register:
        if provision.kind == "definitie" and provision.document == "privacyprotocol":
            name = provision.text.split(":")[0].strip("[]")
            forms = () if provision.text.startswith("[") else forms_of(name)
            terms[name] = Term(name, forms, provision.text.split(":", 1)[1].strip(), provision.id)
    with shaped(LIST, "begrip, vormen (a list) and uitleg in each entry"):
        entries = read_yaml(root, LIST)
        if not entries:
            raise BuildError(
                LIST, "there is no term in it", "Restore it from git; the pages explain its abbreviations."
            )
        for entry in entries:
            name, forms, explanation = str(entry["begrip"]), tuple(map(str, entry["vormen"])), str(entry["uitleg"])
            if name in terms:
                raise BuildError(LIST, f"{name} is explained twice", "Remove one of the two.")
            terms[name] = Term(name, forms, explanation)
    return Terms(list(terms.values()))
