"""What the build fills into files of ours has a place there, or the build stops and says which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros import style_guide
from macros.publication.policy import write_nginx
from macros.search.index import own_pieces
from macros.shared.errors import BuildError
from macros.shared.scripts import filled
from macros.text.whole_document import part
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


def test_a_place_that_the_style_guide_fills_in_is_there_or_the_build_stops() -> None:
    assert style_guide.put("<i></i>", r"<i>\1 tekst</i>", "<p><i></i></p>", "de tekst") == r"<p><i>\1 tekst</i></p>"
    with pytest.raises(BuildError, match=r"macros/style_guide\.py: de tekst is not in its template"):
        style_guide.put("<i></i>", "<i>tekst</i>", "<p><i class='x'></i></p>", "de tekst")
    assert style_guide.shown("<p hidden>Straks.</p>") == "<p>Straks.</p>"
    with pytest.raises(BuildError, match="a part that its script shows later"):
        style_guide.shown('<p class="boom-dicht">Straks.</p>')


@pytest.mark.parametrize(
    ("added", "otherwise"),
    [
        ('<nav class="op-deze-pagina redactie">1</nav>', '<div class="op-deze-pagina redactie">1</div>'),
        ('<details class="verwezen redactie">Hier</details>', '<details open class="redactie verwezen">Hier</details>'),
    ],
)
def test_what_the_site_added_never_comes_along_into_a_whole_document(added: str, otherwise: str) -> None:
    assert part("convenant/artikel-1", f"<p>Tekst.</p>{added}") == "<p>Tekst.</p>"
    with pytest.raises(BuildError, match="convenant/artikel-1: what the site added stands in the whole document"):
        part("convenant/artikel-1", f"<p>Tekst.</p>{otherwise}")
