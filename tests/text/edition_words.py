"""What an edition should say, word for word: the model with each place of the reviewed list exchanged, and the listed additions. Apart from the
code that is tested: it reads an edition's data, the list and the model's own pages, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.text.places import LIST
from tests.conftest import ROOT
from tests.text.published import read_pages

MONTHS = ["", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]  # fmt: skip
NOT_TAKEN = "(Niet overgenomen.)"
LINE = "_" * 33
BEGINS = {
    "contactpunt": "4.",
    "bijlage-4": "Bijlage 4: Processen",
    "vooraf": "",
    "lid-ertussen": "1a.",
    "nog-een": "1b. Met een kop.",
    "onderdeel": "ca.",
    "aan-het-eind": "4. Vragen?",
    "voor-de-noot": "",
    "evaluatie": "Artikel 13 Evaluatie",
    "slot": "Artikel 14 Slot",
    "bijlage-ertussen": "Bijlage 1a:",
    "bijlage-verder": "Bijlage 4: Nog een bijlage.",
    "begrip": "",
    "letter": "ba.",
    "vertellen": "Hoe je het vertelt",
    "termijn": "Nog iets",
    "lid": "9.3a Bewaren.",
    "eigen-artikel": "Artikel 14 Overgang",
}
"""The number and the heading with which each addition of the example and of the other edition should stand there."""


def expected(data: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of the model's provisions with each place exchanged; "" for one that is left out whole."""
    answers, made = data["antwoorden"], dict(texts)
    listed = [field for group in yaml.safe_load((ROOT / LIST).read_text("utf-8")) for field in group["velden"]]
    places = [(field, place) for field in listed for place in field["plaatsen"]]
    for field, place in sorted(places, key=lambda pair: pair[0]["soort"] == "overname"):  # the widest places last
        answer = answers.get(field["id"]) or answers.get(field.get("volgt", ""))
        before, rest = place["in"].split("«")
        mark, after = rest.split("»")
        if answer:
            at = place["bepaling"]
            made[at] = exchange(made[at], (before, mark, after), new(field, place, mark, answer))
    return made


def new(field: Mapping[str, Any], place: Mapping[str, Any], mark: str, answer: Any) -> str:
    """What comes in the place of a mark."""
    if field["soort"] == "datum":
        year, month, day = answer.split("-")
        return f"{int(day)} {MONTHS[int(month)]} {year}"
    if field["soort"] == "keuze":
        return str(place.get("vormen", field["keuzes"])[answer])
    if field["soort"] == "partijen":
        return str(answer[0]["naam"])
    if field["soort"] == "overname":
        if mark.startswith("[Toelichting"):
            return mark if answer == "overnemen" else ""
        return mark.strip("[]").removeprefix("Optie: ") if answer == "overnemen" else ""
    return answer[0].upper() + answer[1:] if place.get("hoofdletter") else str(answer)


def exchange(text: str, around: tuple[str, str, str], words: str) -> str:
    """The text with other words at one place; what stands around it may have been exchanged before."""
    before, mark, _ = around
    at = text.find(mark, max(0, text.find(before))) if text.find(before) >= 0 else text.find(mark)
    if at < 0:  # words that were filled in stand within it
        first = mark.split("[")[1][:8]
        at = text.index(first) - 1
        mark = text[at : text.index("]", at) + 1]
        words = words and mark.strip("[]").removeprefix("Optie: ")
    space = " " if mark[0] in "….." and at and text[at - 1].isalnum() else ""
    left, right = text[:at], text[at + len(mark) :]
    if not words and right.startswith((".", ",", ";")):
        left = left.rstrip()
    return " ".join(f"{left}{space}{words}{right}".split())


def added(data: Mapping[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """What is added behind each provision or page, in order: the id, and the words as they should stand there."""
    found: dict[str, list[tuple[str, str]]] = {}
    for number, party in enumerate(data["antwoorden"].get("meer_partijen", ()), 6):
        by = (
            f", rechtsgeldig vertegenwoordigd door {party['vertegenwoordiger']}" if "vertegenwoordiger" in party else ""
        )
        for document in ("convenant", "privacyprotocol"):
            line = f"{number}. {party['naam']}{by}"
            found.setdefault(f"{document}/partijen/partij-5", []).append((f"partij-{number}", line))
        if number > 6:
            sign = f"{LINE} {party['naam']}"
            found.setdefault("convenant/ondertekening/alinea-7", []).append((f"handtekening-{number}", sign))
    for entry in data["toevoegingen"]:
        words = " ".join(f"{BEGINS[entry['id']]} {entry['tekst']}".split())
        found.setdefault(entry["na"], []).append((entry["id"], words))
    return found


def pages_of(site: Path, data: Mapping[str, Any]) -> dict[str, str]:
    """The words of every page of an edition by its address: those of the model's page, exchanged and added to."""
    register = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    texts = {one["id"]: one["tekst"] for one in register}
    wanted, more = expected(data, texts), added(data)
    made = {}
    for page in read_pages(site):
        own = [one["id"] for one in register if one["url"].startswith(f"{page.url}#")]
        text = page_with(" ".join(page.words), own, (texts, wanted), more)
        notes = [re.search(rf"\d+ {re.escape(texts[id])}", text) for id in own if "voetnoot-" in id]
        at = notes[0].start() if notes and notes[0] else len(text)
        last = "".join(f" {words} " for _, words in more.get(page.url.strip("/"), ()))
        made[page.url] = " ".join(f"{text[:at]}{last}{text[at:]}".split())
    return made


def page_with(
    text: str,
    own: list[str],
    before_after: tuple[Mapping[str, str], Mapping[str, str]],
    more: Mapping[str, list[tuple[str, str]]],
) -> str:
    """A page's text with other words for its provisions, and with additions behind those they come after."""
    texts, wanted = before_after
    made, at = "", 0
    for number, id in enumerate(own):
        old, now = " ".join(texts[id].split()), wanted[id]
        gone = "" if "toelichting-" in id or "tip-" in id else NOT_TAKEN
        start = text.find(old, at)
        if start < 0 and old == now:
            continue  # a text that stands in parts, and stays as it is
        made += text[at:start] + (now or gone)
        at = start + len(old)
        while text[at : at + 1].isdigit():  # a footnote's mark
            made, at = made + text[at], at + 1
        for holder in [one for one in more if id == one or id.startswith(f"{one}-")]:
            following = own[number + 1] if number + 1 < len(own) else ""
            if not following.startswith(f"{holder}-"):  # the last of its parts
                made += "".join(f" {words}" for _, words in more[holder])
    return " ".join((made + text[at:]).split())
