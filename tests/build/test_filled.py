"""What the build fills into files of ours has a place there, or the build stops and says which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.publication.policy import write_nginx
from macros.search.index import own_pieces
from macros.shared.errors import BuildError
from macros.shared.scripts import filled
from tests.conftest import ROOT

FILLED = {
    "publication/sw.js": ("VERSION", "FILES", "BOOKS"),
    "runtime/edition_worker.js": ("RUNTIME", "LOCK"),
    "runtime/pythonbegin.js": ("FOLDER",),
    "runtime/worker.js": ("FILES", "LOCK", "BEGIN", "MORE", "ALL"),
}


@pytest.mark.parametrize(("script", "name"), [(script, name) for script, names in FILLED.items() for name in names])
def test_a_constant_is_filled_in_or_the_build_stops(tmp_path: Path, script: str, name: str) -> None:
    source = ROOT / "macros" / script
    value = {"a \\1 ”quote”": [1, "</script>"]}
    [line] = [
        line for line in filled(source, **{name: value}).splitlines() if line.strip().startswith(f"const {name} ")
    ]
    assert json.loads(line.strip().removeprefix(f"const {name} = ").removesuffix(";")) == value
    for wrong in (f"let {name} = ", f"const {name}_ = ", f"const {name} ="):
        broken = tmp_path / "broken.js"
        broken.write_text(source.read_text("utf-8").replace(f"const {name} = ", wrong), "utf-8")
        with pytest.raises(BuildError, match=rf"broken\.js: the line “const {name} = …;”.* 0 times"):
            filled(broken, **{name: value})


def test_a_host_without_a_place_for_the_hashes_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "nginx").mkdir()
    (tmp_path / "nginx" / "site.conf").write_text("server {}\n")
    with pytest.raises(BuildError, match="nginx/site.conf: no place for the hashes"):
        write_nginx(tmp_path, tmp_path / "site")


def test_a_page_without_a_title_stops_the_build() -> None:
    with pytest.raises(BuildError, match=r"/proef/: the page has no title"):
        list(own_pieces("/proef/", "<head></head><article><h1>Proef</h1></article>"))
