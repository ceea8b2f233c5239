"""The model's pages as the build reads them, for tests of what is filled in: without building a site."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any

from mkdocs.config import load_config

from macros.build import read_pages
from macros.edition.answers import Edition, read_edition
from macros.edition.fields import Fields
from macros.text.parsed_page import Reading
from macros.text.places import mark_places, read_list
from macros.text.register import Register, make_register
from tests.conftest import ROOT

EXAMPLE = ROOT / "edities" / "voorbeeldstad.toml"


def files(nav: Any) -> Iterator[str]:
    """The pages of a navigation, in order."""
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(value, str):
                yield value
            else:
                yield from files(value)


def read_model() -> list[Reading]:
    """The pages of source text, to change at will."""
    return [replace(one, tree=deepcopy(one.tree)) for one in read_once()]


@cache
def read_once() -> list[Reading]:
    """The pages of source text: never changed."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return [*read_pages(ROOT, [*files(config.nav)], config.markdown_extensions, config.mdx_configs)]


def marked_model() -> tuple[list[Reading], Fields, Register]:
    """The pages with their places marked, the fields, and the register of the model."""
    readings = read_model()
    register = make_register(readings)
    fields = read_list(ROOT)
    mark_places(readings, fields)
    return readings, fields, register


def example(fields: Fields, register: Register, **changes: Any) -> Edition:
    """The example edition, with other answers where a test wants them."""
    data = tomllib.loads(EXAMPLE.read_text("utf-8"))
    data["antwoorden"] |= changes
    edition = read_edition(data, fields, register.open_to_additions())
    assert edition.problems == ()
    return edition
