"""The overview of a household on the page of a tree: where persons are added. Python makes all the rest of it."""

from __future__ import annotations

ADULTS = (("moeder vader", "Moeder en vader"), ("moeder", "Moeder"), ("vader", "Vader"), ("stiefmoeder", "Stiefmoeder"),
          ("stiefvader", "Stiefvader"), ("volwassene", "Andere volwassene"))  # fmt: skip
CHILDREN = (
    ("0-11", "Kind van 0–11"),
    ("12-15", "Kind van 12–15"),
    ("16-17", "Kind van 16–17"),
    ("ongeboren", "Nog niet geboren"),
)
WITHOUT = (
    "Zonder rekenhulp is er geen overzicht. Loop de boom per persoon door: ieder van 12 of ouder beslist zelf, voor een "
    "jonger kind beslist wie gezag heeft. Het strengste advies geldt voor het hele stuk."
)
"""What the reader does where Python cannot start: the rule that the overview would apply."""
LOADING = "De rekenhulp laadt nog. Je kunt al kiezen over wie het gaat; de vragen en het overzicht volgen vanzelf."


def _buttons(choices: tuple[tuple[str, str], ...], attribute: str) -> str:
    return "".join(f'<button type="button" data-{attribute}="{id}">+ {text}</button>' for id, text in choices)


HUISHOUDEN = (
    f'<section class="huishouden" id="huishouden" data-laadt="{LOADING}" data-zonder="{WITHOUT}">'
    '<h2 tabindex="-1">Gaat het over meer mensen? Eén overzicht</h2>'
    "<p>Je kiest rollen, nooit namen. Je ziet wie over wie beslist, wat er nog nodig is, en het advies voor het hele "
    "stuk.</p>"
    '<p class="huishouden-stand" role="status"></p>'
    '<h3 class="huishouden-wie" tabindex="-1">Over wie gaat het stuk, of wie beslist?</h3>'
    '<div class="huishouden-toevoegen" role="group" aria-label="Volwassene toevoegen">'
    f"{_buttons(ADULTS, 'rol')}</div>"
    '<div class="huishouden-toevoegen" role="group" aria-label="Kind toevoegen">'
    f"{_buttons(CHILDREN, 'kind')}</div>"
    '<ul class="huishouden-personen" role="list" aria-label="Wie in het overzicht staan"></ul>'
    '<div class="huishouden-vragen"></div><div class="huishouden-advies"></div></section>'
)
"""Adding persons to an overview; Python makes the overview."""
