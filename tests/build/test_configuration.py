"""Whatever stands in the data files of bron/ and edities/: it is read, or the build stops with the place and the remedy."""

from __future__ import annotations

import datetime
import functools
import json
import shutil
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decision_trees.cases import CASES
from macros.build import version
from macros.data.changes import FILE as HISTORY
from macros.data.changes import feed, read_history
from macros.examples.examples import GROUPS, read_examples
from macros.search.index import EVERYDAY, SYNONYMS, read_everyday, read_synonyms
from macros.shared.errors import BuildError
from macros.shared.stored_files import LOADER
from macros.text import editions
from macros.text.contents import LIST as CONTENTS
from macros.text.contents import read_contents
from macros.text.places import LIST as PLACES
from macros.text.places import read_list
from macros.text.published_addresses import MOVED, RECORD, read_moved, recorded
from macros.text.register import Register
from macros.text.source import LIST as DEVIATIONS
from macros.text.source import read_deviations
from macros.text.terms import LIST as TERMS
from macros.text.terms import read_terms
from macros.trees.framework import FILE as FRAMEWORK
from macros.trees.framework import read_rules
from macros.trees.review import FILE as REVIEW
from macros.trees.review import read_points
from tests.conftest import ROOT

FIELDS = read_list(ROOT)
DAY = datetime.date(2026, 1, 1)
CASE_FILE, EDITION = f"{CASES}/klein.toml", "edities/voorbeeldstad.toml"
READERS: dict[str, Callable[[Path], object]] = {
    MOVED: read_moved,
    DEVIATIONS: lambda root: read_deviations(root / "bron"),
    TERMS: lambda root: read_terms(root, Register([])),
    str(SYNONYMS): read_synonyms,
    str(EVERYDAY): read_everyday,
    CONTENTS: lambda root: read_contents(root, Register([]), {}),
    PLACES: read_list,
    GROUPS: read_examples,
    CASE_FILE: read_examples,
    REVIEW: read_points,
    HISTORY: lambda root: feed(read_history(root), {}, {}, DAY, ""),
    EDITION: lambda root: editions.load(root, "voorbeeldstad", FIELDS, Register([]), version(ROOT)),
    editions.SENTENCES: editions.read_sentences,
    "pyproject.toml": version,
}
"""The files with data, and who reads each."""
TOGETHER = {GROUPS: (str(CASES),), CASE_FILE: (str(CASES), GROUPS)}
"""Files that are read with others: where else what is wrong with them may be told."""
TEXTS: dict[str, Callable[[Path], object]] = {
    **READERS,
    "bron/modelconvenant.txt": READERS[DEVIATIONS],
    RECORD: recorded,
    FRAMEWORK: read_rules,
}
TESTS_ONLY = {"bron/woordenlijst.txt"}
"""What no build reads."""
CASE_DATA = {
    "casus": [
        {
            "id": "E1",
            "titel": "Mag dit?",
            "situatie": "Er is gevaar.",
            "waarom": "Gevaar gaat voor.",
            "groepen": ["gezin"],
            "regels": ["R1"],
            "delen": {
                "antwoorden": {"acuut-gevaar": "ja", "nummer-gevaar": "dringend"},
                "oordeel": "moet",
                "uitkomst": "bel-112",
            },
        },
        {
            "id": "E2",
            "titel": "Mag dit voor moeder?",
            "situatie": "Moeder zegt ja.",
            "waarom": "Zij beslist zelf.",
            "groepen": ["gezin"],
            "regels": ["R2"],
            "personen": [
                {"rol": "moeder", "leeftijd": "18", "zegt": {"eigen": "gegeven", "kind 1": "gegeven"}},
                {"rol": "kind 1", "leeftijd": "0-11", "gezag": "moeder", "in-stuk": "ja"},
            ],
            "samen": {
                "oordeel": "mag",
                "zonder": "",
                "geldigheid": "ja",
                "nagegaan": "ja",
                "boom": "toestemming",
                "antwoorden": {"acuut-gevaar": "nee"},
            },
        },
    ]
}
RELEASES = {
    "uitgaven": [{"versie": "0.1.0", "dag": "2026-01-01", "wat": {"nieuw": ["a"], "vervallen": []}}],
    "stand": {"a": "0123"},
}
NAMES = [
    "afkortingen",
    "synoniemen",
    "@synoniemen *",
    "afwijkingen",
    "toegevoegde_koppen",
    "behouden",
    "plaats",
    "oud",
    "begrip",
    "vormen",
]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)
OTHER: tuple[object, ...] = ("", "x", 0, 3.5, True, None, [], ["x"], [[1]], {}, {"x": 1}, DAY)
"""Values of every kind."""


def in_toml(value: object) -> str:
    """A value as TOML has it; nothing is an empty text there."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(str(key))} = {in_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_toml, value)) + "]"
    return value.isoformat() if isinstance(value, datetime.date) else json.dumps("" if value is None else value)


DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def written(name: str, data: object) -> bytes:
    """Data as the file has them."""
    if name.endswith(".yml"):
        return bytes(yaml.dump(data, Dumper=DUMPER, allow_unicode=True, encoding="utf-8"))
    if name.endswith(".json"):
        return json.dumps(data, default=str).encode()
    table = data if isinstance(data, dict) else {"x": data}
    return "".join(f"{json.dumps(str(key))} = {in_toml(value)}\n" for key, value in table.items()).encode()


@functools.cache
def parsed(name: str, text: str) -> Any:
    """The data of a file."""
    return (
        LOADER(text).get_single_data()
        if name.endswith(".yml")
        else json.loads(text)
        if name.endswith(".json")
        else tomllib.loads(text)
    )


def places(data: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every value in data: names and numbers."""
    yield above
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from places(value, (*above, key))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files with data, with few cases: they are walked each time."""
    root = tmp_path_factory.mktemp("project")
    for name in ("bron", "edities"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("casussen"))
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / CASES).mkdir()
    (root / CASE_FILE).write_bytes(written(CASE_FILE, CASE_DATA))
    (root / GROUPS).write_text("gezin: Een gezin\n", "utf-8")
    (root / HISTORY).write_text(json.dumps(RELEASES), "utf-8")
    return root


def read_or_refuse(root: Path, name: str, content: bytes) -> None:
    """Read the file with this content; only a BuildError that names the file may come of it."""
    kept = (root / name).read_bytes()
    (root / name).write_bytes(content)
    try:
        READERS[name](root)
    except BuildError as error:
        assert error.place.startswith((name, *TOGETHER.get(name, ())))
    finally:
        (root / name).write_bytes(kept)


CALM = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_every_file_with_data_is_broken_in_these_tests() -> None:
    files = [path for name in ("bron", "edities") for path in (ROOT / name).rglob("*") if path.is_file()]
    apart = (f"{CASES}/", f"{editions.PAGES}/")
    names = {path.relative_to(ROOT).as_posix() for path in files}
    assert {name for name in names if not name.startswith(apart)} <= set(TEXTS) | TESTS_ONLY


@pytest.mark.parametrize("name", READERS)
@given(data=ANYTHING)
@CALM
def test_other_data_are_refused_with_the_place(copy: Path, name: str, data: object) -> None:
    read_or_refuse(copy, name, written(name, data))


@pytest.mark.parametrize("name", READERS)
@given(chance=st.randoms(use_true_random=False))
@CALM
def test_another_value_at_any_place_is_read_or_refused_with_the_place(copy: Path, name: str, chance: Any) -> None:
    data = deepcopy(parsed(name, (copy / name).read_text("utf-8")))
    way = chance.choice([*places(data)])
    inner = data
    for key in way[:-1]:
        inner = inner[key]
    if not way:
        data = chance.choice(OTHER)
    elif chance.random() < 0.2:
        del inner[way[-1]]
    elif chance.random() < 0.2 and isinstance(inner, dict):
        inner[chance.choice(["x", "id", "tekst"])] = inner.pop(way[-1])
    else:
        inner[way[-1]] = chance.choice(OTHER)
    read_or_refuse(copy, name, written(name, data))


@pytest.mark.parametrize("name", READERS)
@given(
    line=st.integers(0, 400),
    rubbish=st.sampled_from([b"\t-", b": :", b"[", b"\xff\xfe", b"- *x", b"{a", b"!!python/object:os.x {}", b""]),
)
@CALM
def test_a_damaged_line_is_refused_with_the_place(copy: Path, name: str, line: int, rubbish: bytes) -> None:
    lines = (copy / name).read_bytes().splitlines()
    lines[line % len(lines)] = rubbish
    read_or_refuse(copy, name, b"\n".join(lines))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n", r":5: .*'c' stands here twice"),
        ("a: 1\nb: 2026-02-30\n", r":2: .*'2026-02-30' cannot be read as timestamp"),
        ("a: 1\nb: !!int x\n", r":2: .*'x' cannot be read as int"),
        ("a: &x [1, *x]\n", r":1: .*holds itself"),
        ("[" * 3000 + "]" * 3000, "recursion"),
    ],
    ids=["twice", "no day", "no number", "circle", "deep"],
)
def test_what_yaml_would_let_pass_or_tell_without_a_line_is_refused_with_it(copy: Path, text: str, said: str) -> None:
    kept = (copy / MOVED).read_bytes()
    (copy / MOVED).write_text(text, "utf-8")
    with pytest.raises(BuildError, match=rf"^{MOVED}{said}" if said[0] == ":" else said):
        read_moved(copy)
    (copy / MOVED).write_bytes(kept)


@pytest.mark.parametrize("name", [RECORD, FRAMEWORK, TERMS])
def test_a_list_that_became_empty_is_told(copy: Path, name: str) -> None:
    kept = (copy / name).read_bytes()
    (copy / name).write_bytes(b"\n")
    with pytest.raises(BuildError, match=rf"^{name}: there is no .*\n +Restore it from git"):
        TEXTS[name](copy)
    (copy / name).write_bytes(kept)


def test_a_page_of_editions_that_replaces_nothing_is_told(tmp_path: Path) -> None:
    for name in ("docs", "edities"):
        shutil.copytree(ROOT / name, tmp_path / name)
    editions.check_own_pages(tmp_path)
    page = tmp_path / editions.PAGES / "koordinatoren.md"
    page.write_text("# Voor coördinatoren\n", "utf-8")
    with pytest.raises(
        BuildError, match=r"^edities/bladzijden/koordinatoren.md: there is no page docs/koordinatoren.md"
    ):
        editions.check_own_pages(tmp_path)
    page.unlink()
    with (tmp_path / editions.SENTENCES).open("a", encoding="utf-8") as file:
        file.write("ovre.md:\n  oud: nieuw\n")
    with pytest.raises(BuildError, match=r"^edities/zinnen.yml, ovre.md: there is no page docs/ovre.md"):
        editions.check_own_pages(tmp_path)


@pytest.mark.parametrize("name", [name for name in TEXTS if name != HISTORY])
@pytest.mark.parametrize("folder", [False, True], ids=["absent", "a folder"])
def test_a_missing_file_is_told(copy: Path, name: str, folder: bool) -> None:
    kept = (copy / name).read_bytes()
    (copy / name).unlink()
    if folder:
        (copy / name).mkdir()
    with pytest.raises(BuildError, match=r"missing|cannot be read|is er niet|Is a directory|no example stands"):
        TEXTS[name](copy)
    if folder:
        (copy / name).rmdir()
    (copy / name).write_bytes(kept)


@pytest.mark.parametrize(
    "name", [name for name in TEXTS if name != EDITION]
)  # told in Dutch: tests/text/test_edition_fuzz.py
def test_a_file_that_is_no_text_is_told_with_its_line(copy: Path, name: str) -> None:
    kept = (copy / name).read_bytes()
    (copy / name).write_bytes(kept + b"\n\xff\x00")
    line = kept.count(b"\n") + 2
    told = rf"^{name}:{line}: this is no text in UTF-8" if name != CASE_FILE else r"klein.toml: is not text in UTF-8"
    with pytest.raises(BuildError, match=told):
        TEXTS[name](copy)
    (copy / name).write_bytes(kept)
