"""The comparison of two sites finds what a reader could notice, and nothing else."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from tools.same_site import Comparison, main

PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Delen</title></head>
<body><main><h1>Mag ik dit delen?</h1><p>Vraag het aan &quot;moeder&quot; &amp; vader, <a href="/x/">of</a> <em>niet</em>.</p>
<ul class="lijst"><li>een</li><li>twee</li></ul><pre>a  b</pre></main></body></html>
"""
SCRIPT = (
    'const VERSION = "1";\nconst FILES = [["index.html",300,"aaa"],["x.js",1,"bbb"]];\nconst BOOKS = [];\nstart();\n'
)


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """A small site, twice."""
    old = tmp_path / "old"
    (old / "assets" / "0123456789abcdef").mkdir(parents=True)
    for name, text in {
        "index.html": PAGE,
        "sw.js": SCRIPT,
        "x.js": "1",
        "assets/0123456789abcdef/worker.js": "start",
    }.items():
        (old / name).write_text(text)
    shutil.copytree(old, tmp_path / "new")
    return old, tmp_path / "new"


def compared(sites: tuple[Path, Path], page: str) -> Comparison:
    """The sites with another page in the new one."""
    (sites[1] / "index.html").write_text(page)
    return Comparison(*sites)


def test_a_copy_is_the_same(sites: tuple[Path, Path]) -> None:
    same = Comparison(*sites)
    assert (same.found, same.spelled) == ([], [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("&quot;moeder&quot;", "&#34;moeder&#34;"),
        ("&amp;", "&#38;"),
        ("</li><li>", "</li>\n      <li>"),
        ("<head><meta", "<head>\n  <meta"),
        ("</p>\n<ul", "</p><ul"),
    ],
)
def test_spelling_and_white_space_between_blocks_do_not_count(sites: tuple[Path, Path], old: str, new: str) -> None:
    same = compared(sites, PAGE.replace(old, new))
    assert (same.found, same.spelled) == ([], ["index.html"])


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("twee", "drie", "line 4 → 4: text 'twee' → text 'drie'"),
        ("<li>twee</li>", "", "<li> text 'twee' </li> → nothing"),
        ('class="lijst"', 'class="rij"', "class='lijst'> → <ul class='rij'>"),
        ('class="lijst"', "", "<ul class='lijst'> → <ul>"),
        ("</a> <em>", "</a><em>", "text ' '"),
        ("<p>Vraag", "<p> Vraag", "text ' Vraag"),
        ("het aan", "het  aan", "het  aan"),
        ("a  b", "a b", "text 'a  b' → text 'a b'"),
        ("&quot;moeder", "&lt;moeder", "<moeder"),
        ("&amp; vader", "&amp;amp; vader", "&amp; vader"),
        ("</main>", "</main><script>go()</script>", "<script> text 'go()'"),
        ("<em>niet</em>", "<b>niet</b>", "<em> → <b>"),
    ],
)
def test_what_a_reader_could_notice_is_found_with_its_place(
    sites: tuple[Path, Path], old: str, new: str, shown: str
) -> None:
    assert PAGE.count(old)
    found = compared(sites, PAGE.replace(old, new)).found
    assert found and all(line.startswith("index.html, line ") for line in found)
    assert shown in "\n".join(found)


def test_a_file_that_is_gone_new_or_changed_is_found(sites: tuple[Path, Path]) -> None:
    (sites[1] / "x.js").rename(sites[1] / "y.js")
    assert Comparison(*sites).found == ["x.js: is gone", "y.js: is new"]
    (sites[1] / "y.js").rename(sites[1] / "x.js")
    (sites[1] / "x.js").write_text("2")
    assert Comparison(*sites).found == ["x.js: 1 → 1 bytes, from byte 0"]


def test_a_name_with_another_hash_is_one_change(sites: tuple[Path, Path]) -> None:
    (sites[1] / "assets" / "0123456789abcdef").rename(sites[1] / "assets" / "fedcba9876543210")
    [line] = Comparison(*sites).found
    assert "its hash changed with its content: assets/fedcba9876543210/worker.js" in line


def test_the_service_worker_may_follow_a_page_and_nothing_else(sites: tuple[Path, Path]) -> None:
    script = SCRIPT.replace('"1"', '"2"').replace('300,"aaa"', '297,"ccc"')
    (sites[1] / "sw.js").write_text(script)
    assert Comparison(*sites).found == ["sw.js: says of index.html that it changed, which it did not"]
    assert compared(sites, PAGE.replace("&quot;", "&#34;")).found == []
    for old, new, shown in (
        ("start()", "stop()", "its code differs"),
        (',["x.js",1,"bbb"]', "", "keeps other files"),
    ):
        (sites[1] / "sw.js").write_text(script.replace(old, new))
        [line] = Comparison(*sites).found
        assert shown in line


def test_a_packed_copy_is_compared_as_what_it_holds(sites: tuple[Path, Path]) -> None:
    (sites[0] / "index.html.gz").write_bytes(gzip.compress(PAGE.encode(), 9))
    (sites[1] / "index.html.gz").write_bytes(gzip.compress(PAGE.encode(), 1, mtime=9))
    assert Comparison(*sites).found == []
    (sites[1] / "index.html.gz").write_bytes(gzip.compress(PAGE.replace("twee", "drie").encode()))
    [line] = Comparison(*sites).found
    assert line.startswith("index.html.gz, line 4")


def test_the_tool_says_what_it_found(
    sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*folders: object) -> object:
        monkeypatch.setattr("sys.argv", ["same_site", *map(str, folders)])
        with pytest.raises(SystemExit) as end:
            main()
        return end.value.code

    assert run(*sites) == 0
    (sites[1] / "index.html").write_text(PAGE.replace("twee", "drie"))
    assert run(*sites) == 1
    assert "differs: index.html, line 4" in capsys.readouterr().out
    assert run(sites[0]) == run(sites[0], sites[1] / "nowhere") == 2
