"""Reading a file of an edition, whatever is in it: the one way for the browser and the build, that cannot throw.

What can be used is used; what cannot is told in Dutch with its place and its remedy. `data` turns bytes into values, `read_whole` those
into an edition.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, NamedTuple

from macros.edition.answers import Edition, Problem, read_edition, shown
from macros.edition.fields import Fields

LONGEST_FILE = 1_000_000
"""Bytes in a file."""
DEEPEST = 20
"""Brackets within one another: more could end the browser's Python."""
MOST_TOLD = 50
"""Problems that are told at once."""
FILE = "bestand"
NO_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"|[^][}{"]++', re.DOTALL)
"""Texts, and what is no bracket."""
NO_TEXT = "Dit is geen tekst die wij kunnen lezen. Bewaar het bestand als UTF-8."
SAVE_AGAIN = "Herstel die plaats, of bewaar het bestand opnieuw op de bladzijde Je eigen versie."
JSON_SAYS = {
    "Expecting ',' delimiter": "hier ontbreekt een komma of een haakje",
    "Expecting ':' delimiter": "hier ontbreekt een dubbele punt",
    "Expecting property name": "hier hoort een naam tussen dubbele aanhalingstekens te staan",
    "Expecting value": "hier hoort een antwoord te staan, tussen dubbele aanhalingstekens",
    "Extra data": "het bestand had hier moeten eindigen",
    "Illegal trailing comma": "deze komma is te veel",
    "Invalid \\": "een \\ hoort hier niet: schrijf \\\\",
    "Invalid control character": "hier staat een teken dat niet mag, of de tekst loopt door op een volgende regel",
    "Unterminated string": "deze tekst heeft geen aanhalingsteken aan het eind",
}
TOML_SAYS = {
    "Cannot declare": "deze naam staat er twee keer",
    "Cannot mutate": "deze naam staat er twee keer",
    "Cannot overwrite": "deze naam staat er twee keer",
    "Cannot redefine": "deze naam staat er twee keer",
    "Duplicate inline": "deze naam staat er twee keer",
    "Expected '=' after": "hier ontbreekt een =",
    "Expected ']": "hier ontbreekt een haakje",
    "Expected newline": "hier ontbreekt een nieuwe regel, of er staat een aanhalingsteken te weinig",
    "Found invalid character": "hier staat een teken dat niet mag, of een aanhalingsteken te weinig",
    "Illegal character": "hier staat een teken dat niet mag, of een aanhalingsteken te weinig",
    "Invalid date": "dit is geen datum",
    "Invalid initial character": "een naam begint met een letter",
    "Invalid statement": "een regel begint met een naam of met [",
    "Invalid value": "hier hoort een antwoord te staan, tussen dubbele aanhalingstekens",
    "Unclosed": "hier ontbreekt een haakje",
    "Unescaped '\\'": "een \\ hoort hier niet: schrijf \\\\",
    "Unterminated string": "deze tekst heeft geen aanhalingsteken aan het eind",
}
AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)$")


class Opened(NamedTuple):
    """What a file says, or why it says nothing."""

    data: object
    problem: Problem | None = None
    twice: tuple[str, ...] = ()
    """Names that stand in it more than once; the last one counts."""


def read_whole(body: bytes, form: str, fields: Fields, provisions: Sequence[str]) -> Edition:
    """The edition in a file, with all that is wrong in it. `form`: "json" or "toml"."""
    return read_opened(data(body, form), fields, provisions)


def read_opened(opened: Opened, fields: Fields, provisions: Sequence[str]) -> Edition:
    """The edition in what a file says, with all that is wrong in it."""
    if opened.problem:
        return Edition("", "", "", "", {}, (), (opened.problem,))
    edition = read_edition(opened.data, fields, provisions)
    told = "Deze naam staat er twee keer in; de laatste telt. Haal er een weg."
    problems = [*(Problem(shown(name), told) for name in dict.fromkeys(opened.twice)), *edition.problems]
    if len(problems) > MOST_TOLD:
        more = Problem(FILE, f"Er is nog meer mis: {len(problems) - MOST_TOLD} keer. Herstel eerst de rest.")
        problems = [*problems[:MOST_TOLD], more]
    return replace(edition, problems=tuple(problems))


def data(body: bytes, form: str) -> Opened:
    """What the bytes of a file say."""
    if len(body) > LONGEST_FILE:
        return wrong(FILE, "Dit bestand is te groot voor een eigen versie.")
    try:
        text = body.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        return wrong(f"regel {line}", NO_TEXT)
    if text.startswith("\ufffd"):  # a browser reads what is no UTF-8 so
        return wrong("regel 1", NO_TEXT)
    if not text.strip():
        return wrong(FILE, "Dit bestand is leeg.")
    return from_json(text) if form == "json" else from_toml(text)


def wrong(place: str, message: str) -> Opened:
    """What cannot be read, and why."""
    return Opened(None, Problem(place, f"{message} {SAVE_AGAIN}"))


def depth(text: str) -> int:
    """How deep brackets stand within one another, texts left out."""
    return max(accumulate(1 if bracket in "[{" else -1 for bracket in NO_BRACKETS.sub("", text)), default=0)


def from_json(text: str) -> Opened:
    """What JSON says."""
    if depth(text) > DEEPEST:
        return wrong(FILE, "Hierin staan te veel haakjes in elkaar.")
    twice: list[str] = []
    try:
        return Opened(json.loads(text, object_pairs_hook=noticing(twice)), None, tuple(twice))
    except json.JSONDecodeError as error:
        place = f"regel {error.lineno}, teken {error.colno}"
        return wrong(place, f"Dit is geen JSON: {in_dutch(error.msg, JSON_SAYS)}.")
    except ValueError:
        return wrong(FILE, "Hierin staat een getal dat te lang is. Zet het tussen aanhalingstekens.")


def noticing(twice: list[str]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """An object of JSON as a dict, noting the names that stand in it more than once."""

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice.extend(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        return found

    return made


def from_toml(text: str) -> Opened:
    """What TOML says. Its reader is imported here, for the browser has none and reads no TOML."""
    import tomllib

    try:
        return Opened(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = AT_LINE.search(str(error))
        place = f"regel {found[1]}, teken {found[2]}" if found else "het eind"
        return wrong(place, f"Dit is geen TOML: {in_dutch(str(error), TOML_SAYS)}.")
    except RecursionError:
        return wrong(FILE, "Hierin staan te veel haakjes in elkaar.")
    except ValueError:
        return wrong(FILE, "Hierin staat een getal dat te lang is. Zet het tussen aanhalingstekens.")


def in_dutch(message: str, sentences: dict[str, str]) -> str:
    """What a reader of JSON or TOML says, in Dutch."""
    return next((said for begin, said in sentences.items() if message.startswith(begin)), "deze regel klopt niet")
