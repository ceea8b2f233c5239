"""An edition read back from a Word file that was filled in: in Word, in LibreOffice or by a program.

A file of ours says what it was made with (`word.data_xml`). What differs from that was filled in since, and counts; so it does not matter
that a program other than Word fills in one place and leaves the others of the same field as they were. Words that belong to no field cannot
come along: `differences` names them, by filling in the model's file with what was read and comparing the two.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple
from zlib import crc32

from macros.edition.answers import FORM, Edition, as_entry, read_edition
from macros.edition.differences import paired
from macros.edition.fields import EXPLANATION, LEAVE, TAKE, Addition, Field, Fields, Place
from macros.edition.filling import BY, MONTHS, NOT_TAKEN, Answers, answer_of, lead, leading, said, written
from macros.edition.opening import data as opened
from macros.edition.word import (
    NAMESPACE,
    WHOLE,
    fill_word,
    in_data,
)
from macros.edition.word_additions import without_number
from macros.edition.word_names import addition_names, edge_name, range_name
from macros.edition.word_text import Control, WordError, WordText, one_line, read_word_text

DATE_FORMS = (
    re.compile(r"(?P<day>\d{1,2})(?:e|ste)? (?P<month>[a-z]+)\.? (?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
)
"""How people write a date: 1 mei 2027, 1-5-2027, 2027-05-01."""
KNOWN_BY = 24
"""So many signs of words to choose tell whether they still stand there."""
LONGEST_COMPARED = 2_000
"""Words of a paragraph by which it is known."""
MOST_DIFFERENT = 40
"""Paragraphs that are named one by one."""
TOKEN = re.compile(r"⟦(\w+)⟧")
PARTIES, ADVICE = "meer_partijen", "toelichtingen"
NOT_OURS = "In dit Word-bestand staan geen velden van het model. Open het convenant of het protocol dat op deze site is gemaakt."
WORD_FILE = "Word-bestand"
UNDECIDED = (
    "Hierin staan wijzigingen die nog niemand accepteerde of weigerde. Gelezen is alsof ze alle zijn geaccepteerd."
)
TWO_ANSWERS = "Ook dit staat in het Word-bestand bij dit veld, en een veld heeft één antwoord. Kijk na welk."
EMPTIED = "Dit veld is in het Word-bestand op één plaats leeg gemaakt. Het antwoord bleef staan; haal het hier weg als dat zo hoort."
WRITTEN_IN = "Dit is in Word geschreven en hoort bij geen veld. Neem het over als toevoeging, of laat het weg."
WRITTEN_OVER = "Deze alinea is in Word veranderd en hoort bij geen veld. De woorden van het model blijven staan."
TAKEN_OUT = "Dit is in Word weggehaald. Hier blijft het staan."
OVERTAKEN = "Dit stond hier. In het Word-bestand is het daarna veranderd, en dat staat er nu."
OLDER = "Dit staat nog in het Word-bestand. Hier was het al anders; dat bleef staan."


class Left(NamedTuple):
    """What could not come along, or wants a look: where, what, and why."""

    place: str
    value: str
    message: str


class Read(NamedTuple):
    """What a Word file says. `data`: as an edition's file has it; `since`: the fields and additions that were changed after the file was made."""

    document: str
    data: dict[str, Any]
    since: frozenset[str]
    left: tuple[Left, ...]


def read_word(body: bytes, fields: Fields, provisions: Sequence[str]) -> Read:
    """What a filled Word file says. WordError when it is no such file."""
    text = text_of(body, fields)
    document = document_of(text, provisions)
    data = made_with(text)
    made = read_edition(data, fields, provisions)
    answers, since = dict(data["antwoorden"]), set[str]()
    left = [Left(WORD_FILE, "", UNDECIDED)] * text.undecided
    for field in fields:
        found, told = since_made(field, text, document, made.answers, fields)
        left += told
        if found is not None:
            answers[field.id] = found
            since.add(field.id)
    if (parties := parties_since(text, made, answers.get(PARTIES) if PARTIES in since else None)) is not None:
        answers[PARTIES] = parties
        since.add(PARTIES)
    for id in [field.id for field in fields if field.id in since and says_what_it_follows(field, answers)]:
        del answers[id]
    changed = dict(additions_since(text, document, made))
    data["antwoorden"] = {id: value for id, value in answers.items() if value}
    data["toevoegingen"] = [changed.get(one["id"], one) for one in data["toevoegingen"]]
    return Read(document, data, frozenset(since | set(changed)), tuple(left))


def text_of(body: bytes, fields: Fields) -> WordText:
    """What a Word file holds, with the controls of the fields that have an answer."""
    return read_word_text(body, frozenset(field.id for field in fields if field.kind != "handtekening"), NAMESPACE)


def document_of(text: WordText, provisions: Sequence[str]) -> str:
    """The document of the model that a file holds, by its provisions. WordError when it is none, or has no fields."""
    counts: dict[str, int] = {}
    for id in provisions:
        counts[id.split("/")[0]] = counts.get(id.split("/")[0], 0) + (edge_name(id) in text.spans)
    if not any(counts.values()) or not text.controls:
        raise WordError(NOT_OURS)
    return max(counts, key=lambda document: counts[document])


def made_with(text: WordText) -> dict[str, Any]:
    """The edition that a file was made with, as its own file has it; the model's with nothing in it for a file of the model."""
    found = opened(text.data.get(WHOLE, "").encode("utf-8", "replace"), "json").data
    held = found if isinstance(found, dict) else {}
    answers, additions = held.get("antwoorden"), held.get("toevoegingen")
    words = {key: value if isinstance(value := held.get(key), str) else "" for key in ("model", "naam", "versie")}
    return {
        "vorm": FORM,
        **words,
        "model": words["model"] or text.data.get("@model", ""),
        "antwoorden": answers if isinstance(answers, dict) else {},
        "toevoegingen": [one for one in additions if isinstance(one, dict) and isinstance(one.get("id"), str)]
        if isinstance(additions, list)
        else [],
    }


def since_made(
    field: Field, text: WordText, document: str, made: Answers, fields: Fields
) -> tuple[str | None, list[Left]]:
    """What was answered to a field after the file was made with some answers, or nothing; and what could not be taken with it."""
    if field.kind == "overname":
        return choice_since(field, text, document, made, fields), []
    found, emptied = [], 0
    controls = [control for control in text.controls if control.name == field.id]
    for order, control in enumerate(controls):
        place = place_of(field, control, order, document)
        as_made = said(field, place, made, fields)
        was, now = one_line(as_made.words), typed(field, place, control.words)
        if now and now != was:
            found.append(value_of(field, place, now, control.date))
        emptied += bool(was and not now)
    if controls and emptied == len(controls):
        return "", []
    in_part = one_line(text.data.get(field.id, ""))
    if not found and in_part and in_part != one_line(in_data(field, made, fields)):
        found.append(value_of(field, field.places[0], in_part, ""))
    answers = [*dict.fromkeys(found)]
    told = [Left(f"antwoorden.{field.id}", other, TWO_ANSWERS) for other in answers[1:]]
    told += [Left(f"antwoorden.{field.id}", "", EMPTIED)] * bool(emptied)
    return (answers[0] if answers else None), told


def place_of(field: Field, control: Control, order: int, document: str) -> Place:
    """The place that a control is: by its number where the file kept that, else by its order in the document."""
    group, number = divmod(control.id, 1000)
    if group == crc32(field.id.encode()) % 2_000_000 and number < len(field.places):
        return field.places[number]
    here = [place for place in field.places if place.document == document] or field.places
    return here[min(order, len(here) - 1)]


def typed(field: Field, place: Place, words: str) -> str:
    """What someone typed in a control; nothing while it has the model's words. Who types behind the mark may leave that there."""
    mark = one_line(place.mark)
    if not field.from_model and (mark.startswith("[") or not any(sign.isalpha() for sign in mark)):
        words = words.removeprefix(mark).removesuffix(mark).strip()
    return "" if words == mark else words


def value_of(field: Field, place: Place, words: str, date: str) -> str:
    """The answer that words stand for; the words themselves where they are none, for who reads what is wrong."""
    if field.kind == "datum":
        return date_of(words) or (date if date_of(date) else words)
    if field.kind != "keuze":
        return words
    known = {choice: choice for choice in field.choices}
    for form in (*reversed(field.places), place):  # what this place has counts first
        known |= {one_line(written(field, form, choice)).casefold(): choice for choice in field.choices}
    return known.get(words.casefold(), words)


def date_of(words: str) -> str:
    """A date as people write it, as 2027-05-01; nothing when it is none."""
    for form in DATE_FORMS:
        found = form.fullmatch(words.casefold())
        if not found:
            continue
        month = next((number for number, name in enumerate(MONTHS, 1) if is_month(found["month"], name, number)), 0)
        try:
            return datetime.date(int(found["year"]), month, int(found["day"])).isoformat()
        except ValueError:
            return ""
    return ""


def is_month(words: str, name: str, number: int) -> bool:
    """Whether words are a month: its number, its name, or the first three letters of that."""
    return int(words) == number if words.isdecimal() else words in (name, name[:3], {3: "mrt"}.get(number, name))


def choice_since(field: Field, text: WordText, document: str, made: Answers, fields: Fields) -> str | None:
    """Whether words were taken over or left out after the file was made."""
    was = answer_of(field, made, fields)
    if field.id == ADVICE:
        gone = document == EXPLANATION.split("/")[0] and edge_name(EXPLANATION) not in text.spans
        return LEAVE if gone and was != LEAVE else None
    for number, place in enumerate(field.places):
        if place.document != document:
            continue
        words = text.within(range_name(f"{field.id}.{number}"))
        if words is None and stands_there(place, text):
            continue  # a program lost the bookmark, not the words
        now, before = state(" ".join(words or ())), {TAKE: TAKE, LEAVE: LEAVE}.get(was, state(place.mark))
        if now != before:
            return now
    return None


def state(words: str) -> str:
    """What words to choose say of themselves: left out, taken over, or in the model's brackets still."""
    if not words.strip():
        return LEAVE
    return "" if words.startswith("[") and words.rstrip(" .").endswith("]") else TAKE


def stands_there(place: Place, text: WordText) -> bool:
    """Whether the words of a choice are in the text."""
    words = one_line(place.mark.removeprefix("[").removeprefix("Optie: "))[:KNOWN_BY]
    return any(words in line.said for line in text.lines)


def parties_since(text: WordText, made: Edition, first: str | None) -> list[dict[str, str]] | None:
    """The further parties as the file has them, or nothing when they are as they were made. `first`: the name of the first at the line to
    sign on, if that was changed."""
    before = [dict(party) for party in made.answers.get(PARTIES) or ()]
    names = addition_names(made.additions)
    parties = [dict(party) for party in before] or [{"naam": ""}] * bool(first)
    for number, party in enumerate(parties[: len(before)], 6):
        words = one_line(" ".join(text.within(names[f"eigen-partij-{number}"]) or ()))
        name, by, who = words.partition(BY)
        if words:
            party |= {"naam": name, **({"vertegenwoordiger": who} if by else {})}
    if first:
        parties[0] = {**parties[0], "naam": first}
    return None if parties == before else parties


def says_what_it_follows(field: Field, answers: Answers) -> bool:
    """Whether an answer is that of the field it follows: then it needs none of its own."""
    other, own = answers.get(field.follows), answers.get(field.id)
    return isinstance(other, str) and other != "" and own in (other, other[0].upper() + other[1:])


def additions_since(text: WordText, document: str, made: Edition) -> Iterator[tuple[str, dict[str, str]]]:
    """The additions that were changed after the file was made, by id, as an edition's file has them. One of which all is gone stays;
    `differences` tells that."""
    names = addition_names(made.additions)
    for one in made.additions:
        lines = text.within(names[one.anchor]) if not one.made else None
        held = [line for line in lines or () if line]
        if not held or one.after.split("/")[0] != document:
            continue
        if in_list(one, text):
            heading, held[0] = parted(one, held[0])
        else:
            heading = held.pop(0) if one.heading and len(held) > 1 else one.heading
        if (heading, *held) != (one.heading, *map(one_line, one.text)):
            yield one.id, as_entry(replace(one, heading=heading, text=tuple(held)))


def in_list(addition: Addition, text: WordText) -> bool:
    """Whether an addition comes after a part of a list, and so is one."""
    span = text.spans.get(edge_name(addition.after))
    return span is not None and span.begin[0] < len(text.lines) and text.lines[span.begin[0]].listed


def parted(addition: Addition, words: str) -> tuple[str, str]:
    """The first paragraph of an addition in a list as its heading and its text; all is text when neither is what it was."""
    words = words if words == one_line(lead(addition)) else without_number(words, addition.after)
    heading, text = one_line(leading(addition.heading)), one_line(addition.text[0])
    if heading and words.startswith(f"{heading} "):
        return addition.heading, words.removeprefix(f"{heading} ")
    if heading and words.endswith(f" {text}"):
        return words.removesuffix(f" {text}").removesuffix("."), text
    return "", words


def merged(there: Mapping[str, Any], read: Read) -> tuple[dict[str, Any], list[Left]]:
    """What was there already with what a Word file says, and what gave way. What was changed in Word counts; for the rest what was there
    stays, for it may be newer than the file. A file of another proeftuin replaces all."""
    data, left = read.data, list(read.left)
    if there.get("naam") and data["naam"] and there["naam"] != data["naam"]:
        return data, left
    first, then = (there, data) if there.get("naam") else (data, there)
    held = there.get("antwoorden")
    mine = held if isinstance(held, dict) else {}
    answers = {**data["antwoorden"], **{id: value for id, value in mine.items() if value}}
    for id, value in mine.items():
        other = data["antwoorden"].get(id)
        if value and other and value != other:
            newer = id in read.since
            answers[id] = other if newer else value
            left.append(Left(f"antwoorden.{id}", in_words(value if newer else other), OVERTAKEN if newer else OLDER))
        elif value and not other and id in read.since:
            left.append(Left(f"antwoorden.{id}", "", EMPTIED))
    return {
        "vorm": FORM,
        "model": data["model"] or there.get("model", ""),
        **{key: first.get(key) or then.get(key, "") for key in ("naam", "versie")},
        "antwoorden": answers,
        "toevoegingen": merged_additions(there.get("toevoegingen"), read),
    }, left


def merged_additions(there: object, read: Read) -> list[Any]:
    """The additions that were there, those that were changed in Word as they are there, and those that were not there yet."""
    mine = there if isinstance(there, list) else []
    ids = [one.get("id") if isinstance(one, dict) else None for one in mine]
    theirs = {one["id"]: one for one in read.data["toevoegingen"]}
    kept = [theirs[id] if id in read.since and id in theirs else one for id, one in zip(ids, mine, strict=True)]
    return [*kept, *(one for id, one in theirs.items() if id not in ids)]


def in_words(value: object) -> str:
    """An answer as words: a list of parties as its names."""
    return ", ".join(str(one.get("naam")) for one in value) if isinstance(value, list) else str(value)


def differences(body: bytes, model: bytes, read: Read, fields: Fields, provisions: Sequence[str]) -> list[Left]:
    """What a Word file says otherwise than the model's file does once that is filled in with what was read: words that came along in no field.
    WordError when one of both cannot be read."""
    edition = replace(read_edition(read.data, fields, provisions), name="", version="", model="")  # no part of the text
    ours, theirs = text_of(fill_word(model, read.document, fields, edition), fields), text_of(body, fields)
    names = {edge_name(id): id for id in provisions}
    place, found = read.document, []
    begins = {span.begin[0]: names[name] for name, span in ours.spans.items() if name in names}
    for before, after in paired(
        numbered(ours), numbered(theirs), lambda one: one[1], lambda one: one[1].split()[:LONGEST_COMPARED]
    ):
        place = begins.get(before[0], place) if before else place
        if after is None and before:
            found.append(Left(place, before[1], TAKEN_OUT))
        elif before is None and after:
            found.append(Left(f"na {place}", after[1], WRITTEN_IN))
        elif before and after and before[1] != after[1]:
            found.append(Left(place, after[1], WRITTEN_OVER))
    shown = [one._replace(value=TOKEN.sub(partial(named, fields), one.value)) for one in found]
    more = len(shown) - MOST_DIFFERENT
    told = f"Er is nog meer anders: {more} keer. Vergelijk het bestand in Word met het model."
    return shown[:MOST_DIFFERENT] + [Left(WORD_FILE, "", told)] * (more > 0)


def named(fields: Fields, token: re.Match[str]) -> str:
    """The name of the field that stands in words; what someone typed that only looks like one stays."""
    field = fields.by_id.get(token[1])
    return f"[{field.name}]" if field else token[0]


def numbered(text: WordText) -> list[tuple[int, str]]:
    """The paragraphs of the text itself with their place in the file: from the first provision on, without those that say nothing."""
    begin = min((span.begin[0] for name, span in text.spans.items() if name.startswith("_b")), default=0)
    lines = enumerate(line.said for line in text.lines)
    return [(number, words) for number, words in lines if number >= begin and words not in ("", NOT_TAKEN)]
