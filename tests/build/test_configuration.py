"""Whatever stands in the data files of bron/: it is read, or the build stops with the place and the remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.search.index import EVERYDAY, SYNONYMS, read_everyday, read_synonyms
from macros.shared.errors import BuildError
from macros.text.published_addresses import MOVED, RECORD, read_moved, recorded
from macros.text.register import Register
from macros.text.source import LIST as DEVIATIONS
from macros.text.source import read_deviations
from macros.text.terms import LIST as TERMS
from macros.text.terms import read_terms
from tests.conftest import ROOT

READERS: dict[str, Callable[[Path], object]] = {
    MOVED: read_moved,
    DEVIATIONS: lambda root: read_deviations(root / "bron"),
    TERMS: lambda root: read_terms(root, Register([])),
    str(SYNONYMS): read_synonyms,
    str(EVERYDAY): read_everyday,
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


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "bron", root / "bron")
    return root


def read_or_refuse(root: Path, name: str, content: bytes) -> None:
    """Read the file with this content; only a BuildError that names the file may come of it."""
    kept = (root / name).read_bytes()
    (root / name).write_bytes(content)
    try:
        READERS[name](root)
    except BuildError as error:
        assert error.place.startswith(name)
    finally:
        (root / name).write_bytes(kept)


@pytest.mark.parametrize("name", READERS)
@given(data=ANYTHING)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_other_data_are_refused_with_the_place(copy: Path, name: str, data: object) -> None:
    read_or_refuse(copy, name, yaml.safe_dump(data, allow_unicode=True).encode())


@pytest.mark.parametrize("name", READERS)
@given(
    line=st.integers(0, 400),
    rubbish=st.sampled_from([b"\t-", b": :", b"[", b"\xff\xfe", b"- *x", b"{a", b"!!python/object:os.x {}", b""]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_line_is_refused_with_the_place(copy: Path, name: str, line: int, rubbish: bytes) -> None:
    lines = (copy / name).read_bytes().splitlines()
    lines[line % len(lines)] = rubbish
    read_or_refuse(copy, name, b"\n".join(lines))


@pytest.mark.parametrize("name", READERS)
def test_a_missing_file_is_told(copy: Path, name: str) -> None:
    kept = (copy / name).read_bytes()
    (copy / name).unlink()
    with pytest.raises(BuildError, match="missing"):
        READERS[name](copy)
    (copy / name).write_bytes(kept)


TEXTS: dict[str, Callable[[Path], object]] = {
    **READERS,
    "bron/modelconvenant.txt": READERS[DEVIATIONS],
    RECORD: recorded,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_that_is_no_text_is_told_with_its_line(copy: Path, name: str) -> None:
    kept = (copy / name).read_bytes()
    (copy / name).write_bytes(kept + b"\n\xff\x00")
    line = kept.count(b"\n") + 2
    with pytest.raises(BuildError, match=rf"^{name}:{line}: this is no text in UTF-8"):
        TEXTS[name](copy)
    (copy / name).write_bytes(kept)
