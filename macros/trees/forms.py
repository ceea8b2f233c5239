"""The empty forms as a page, and as Word files beside it."""

from __future__ import annotations

from pathlib import Path

from decision_trees.forms.offered import empty_forms
from decision_trees.forms.word import word_file
from decision_trees.model import Source
from macros.shared.html import render
from macros.text.register import Register
from macros.trees.sources import source_link

PAGE = "formulieren"


def check_forms(register: Register) -> None:
    """BuildError, naming the form, when one rests on a provision that is not published."""
    for form in empty_forms():
        for block in form.blocks:
            for basis in block.rests:
                if isinstance(basis, Source):
                    source_link(basis, register, "", f"decision_trees/forms/, {form.id!r}")


def page() -> str:
    """All empty forms."""
    return render("form/forms.html", forms=empty_forms())


def write_files(site: Path) -> None:
    """Write the empty forms as Word files beside their page."""
    for form in empty_forms():
        (site / PAGE / form.file).write_bytes(word_file(form))


def addresses() -> list[str]:
    """The ids under which the forms are published: they never break."""
    return [f"{PAGE}/{form.id}" for form in empty_forms()]
