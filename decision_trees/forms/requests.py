"""What the page asks about forms: those of a walk as data, or one of them as a Word file."""

from __future__ import annotations

import binascii
from typing import Any

from decision_trees.forms.dates import Dates
from decision_trees.forms.offered import forms
from decision_trees.forms.word import word_file
from decision_trees.household import Household
from decision_trees.walk import View


def all_forms(view: View, date: str, household: Household | None, dates: Dates) -> dict[str, Any]:
    """The forms that go with a walk."""
    return {"formulieren": [form.to_json() for form in forms(view, date, household, dates)]}


def as_word(view: View, date: str, household: Household | None, dates: Dates, id: str) -> dict[str, Any]:
    """One form as a Word file, in base64. ValueError when the walk has no such form."""
    for form in forms(view, date, household, dates):
        if form.id == id:
            content = binascii.b2a_base64(word_file(form), newline=False).decode()
            return {"bestand": form.file, "inhoud": content}
    raise ValueError("Dit formulier hoort niet bij dit advies. Open de formulieren opnieuw.")
