"""Which persons can be put in the overview of a household: the facts that a button gives Python, and what it says."""

from __future__ import annotations

ADULTS = (("moeder vader", "Moeder en vader"), ("moeder", "Moeder"), ("vader", "Vader"), ("stiefmoeder", "Stiefmoeder"),
          ("stiefvader", "Stiefvader"), ("volwassene", "Andere volwassene"))  # fmt: skip
CHILDREN = (
    ("0-11", "Kind van 0–11"),
    ("12-15", "Kind van 12–15"),
    ("16-17", "Kind van 16–17"),
    ("ongeboren", "Nog niet geboren"),
)
