"""The overview of a household on the page of a tree: where persons are added; Python makes the overview."""

from __future__ import annotations

PERSONS = (("0-11", "Kind van 0 tot en met 11"), ("12-15", "Jongere van 12 tot en met 15"),
           ("16-17", "Jongere van 16 of 17"), ("18", "Volwassene"))  # fmt: skip
HUISHOUDEN = (
    '<section class="huishouden" id="huishouden"><h2>Gaat de informatie over meer mensen?</h2>'
    "<p>Voeg iedereen toe over wie de informatie gaat. Kies alleen een leeftijd; vul nergens een naam in. "
    "Je krijgt één overzicht: wie beslist, wat er is en wat ontbreekt.</p>"
    '<div class="huishouden-toevoegen">'
    + "".join(f'<button type="button" data-leeftijd="{age}">+ {text}</button>' for age, text in PERSONS)
    + '</div><ol class="huishouden-personen"></ol><div class="huishouden-samen" role="status"></div></section>'
)
"""Adding persons to an overview; Python makes the overview."""
