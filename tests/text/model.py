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
from macros.edition.fields import LEAVE, TAKE, Fields
from macros.text.parsed_page import Reading
from macros.text.places import mark_places, read_list
from macros.text.register import Register, make_register
from tests.conftest import ROOT

EXAMPLE = ROOT / "edities" / "voorbeeldstad.toml"
OTHER = "Beproevende regio Anderland & Co (Zuid)"
"""The name of an edition that is in everything another than the example."""


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


def other_data() -> dict[str, Any]:
    """An edition that takes every choice the other way than the example, fills in otherwise what that fills in, or leaves it open, and adds
    something at places of every kind: its file's data."""
    example_data = tomllib.loads(EXAMPLE.read_text("utf-8"))
    chosen = example_data["antwoorden"]
    fields = read_list(ROOT)
    choices = {
        field.id: next(value for value in (field.choices or (LEAVE, TAKE)) if value != chosen[field.id])
        for field in fields
        if field.kind in ("keuze", "overname")
    }
    answers = {
        "regio_naam": "Anderland",
        "team_naam": "team Zon & Maan",
        "werkverband": "de Stichting ‘Ster’",
        "gemeente_naam": "Noord en Zuid",
        "overige_partij_naam": "Hulp+",
        "penvoerder": "de regio Anderland",
        "subsidieaanvrager": "de gemeente Noord",
        "begrotingsjaar": "2027 en 2028",
        "ingangsdatum": "2027-02-28",
        "ingangsdatum_protocol": "2027-03-01",
        "einddatum": "2030-02-28",
        "werkomgeving": "SharePoint",
        "bijlage_processen": "bijlage 5",
        "teken_datum": "2027-01-31",
        "meer_partijen": [
            {"naam": "Zesde B.V.", "vertegenwoordiger": "haar bestuur"},
            {"naam": "De Zevende"},
            {"naam": "Acht"},
        ],
    }
    additions = [
        ("vooraf", "convenant/overwegingen/overweging-3", "", "Partijen kennen elkaar al."),
        ("lid-ertussen", "convenant/artikel-1/lid-1", "", "Dit lid staat tussen twee leden."),
        ("nog-een", "convenant/artikel-1/lid-1", "Met een kop", "En dit ook.\n\nMet een tweede alinea."),
        ("onderdeel", "convenant/artikel-1/lid-5-c", "", "een onderdeel ertussen;"),
        ("aan-het-eind", "convenant/artikel-5/lid-3", "Vragen?", "Dit lid is het laatste."),
        ("voor-de-noot", "convenant/artikel-7", "", "Dit staat vóór de voetnoot."),
        ("evaluatie", "convenant/artikel-12", "Artikel 13 Evaluatie", "Elk jaar.\n\nZie artikel 5, lid 4."),
        ("slot", "convenant/artikel-12", "Artikel 14 Slot", "Zie artikel 13."),
        ("bijlage-ertussen", "convenant/bijlagen/bijlage-1", "", "Kaart van de regio"),
        ("bijlage-verder", "convenant/bijlagen/bijlage-3", "Nog een bijlage", "Met uitleg."),
        ("begrip", "privacyprotocol/artikel-1/client", "", "Cluster: een groep gemeenten."),
        ("letter", "privacyprotocol/artikel-6/lid-4-b", "", "het kind zelf dat vraagt;"),
        ("vertellen", "privacyprotocol/artikel-7", "Hoe je het vertelt", "In gewone woorden."),
        ("termijn", "privacyprotocol/artikel-9", "Nog iets", "Wij zijn snel."),
        ("lid", "privacyprotocol/artikel-9/lid-3", "Bewaren", "Ook dit wordt bewaard."),
        ("eigen-artikel", "privacyprotocol/artikel-13", "Artikel 14 Overgang", "Dit artikel vervalt na een jaar."),
    ]
    return {
        "vorm": 1,
        "model": example_data["model"],
        "naam": OTHER,
        "versie": "2.10",
        "antwoorden": choices | answers,
        "toevoegingen": [
            {"id": id, "na": after, "tekst": text, **({"kop": heading} if heading else {})}
            for id, after, heading, text in additions
        ],
    }


def other(fields: Fields, register: Register) -> Edition:
    """The other edition."""
    edition = read_edition(other_data(), fields, register.open_to_additions())
    assert edition.problems == ()
    return edition
