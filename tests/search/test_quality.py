"""What the search finds: judged questions, and the rules of Dutch that it rests on. Runs the site's own scripts in Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.search.index import read_synonyms
from macros.shared.errors import BuildError
from tests.conftest import ROOT

QUESTIONS = Path(__file__).parent


def node(*arguments: str) -> Any:
    """What a script prints, as JSON."""
    result = subprocess.run(["node", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def asked(site: Path, name: str) -> list[dict[str, Any]]:
    """The judged questions of a file with the rank that each got."""
    rows: list[dict[str, Any]] = node("tools/search_quality.mjs", str(site), str(QUESTIONS / f"vragen-{name}.json"))
    return rows


@pytest.mark.parametrize(
    ("name", "first", "top_three"), [("gedeeld", 0.92, 0.98), ("eigen", 0.9, 0.97)], ids=["gedeeld", "eigen"]
)
def test_the_right_page_comes_first(site: Path, name: str, first: float, top_three: float) -> None:
    rows = asked(site, name)
    missed = [f"{row['rank']}: {row['query']} → {row['first']}" for row in rows if row["rank"] != 1]
    assert sum(row["rank"] == 1 for row in rows) / len(rows) >= first, missed
    assert sum(0 < row["rank"] <= 3 for row in rows) / len(rows) >= top_three, missed
    assert [row["query"] for row in rows if row["rank"] == 0] == []


def test_every_name_for_a_subject_of_the_text_finds_it(site: Path, tmp_path: Path) -> None:
    """Also a name with words that say little, such as “plan van aanpak”, and the names beside it."""
    lines = [names for _, names in read_synonyms(ROOT)]
    questions = [{"query": name, "expected": [""]} for names in lines for name in names]
    (tmp_path / "namen.json").write_text(json.dumps(questions))
    rows = {row["query"]: row for row in node("tools/search_quality.mjs", str(site), str(tmp_path / "namen.json"))}
    found = {query for query, row in rows.items() if row["first"]}
    silent = {name for names in lines if found.intersection(names) for name in names if name not in found}
    assert len(found) > 150 and silent == set()


def test_questions_name_pages_that_exist_and_come_in_all_kinds(site: Path) -> None:
    rows = [row for name in ("gedeeld", "eigen") for row in asked(site, name)]
    assert len({row["query"] for row in rows}) == len(rows) >= 120
    pages = {page for row in rows for page in row["expected"]}
    assert [page for page in pages if not (site / page / "index.html").exists()] == []
    kinds = {row["kind"] for row in rows}
    assert kinds >= {"term", "vraag", "synoniem", "verbuiging", "afkorting", "typefout", "samenstelling", "verwijzing"}


SAME_STEM = [
    ("toetreden", "toetreding"), ("toetreden", "toetreedt"), ("opzeggen", "opzegging"), ("geschil", "geschillen"),
    ("verstrekken", "verstrekt"), ("melden", "meldt"), ("klacht", "klachten"), ("betrokkene", "betrokkenen"),
    ("organisatie", "organisaties"), ("noodzaak", "noodzakelijk"), ("kind", "kinderen"), ("lid", "leden"),
    ("cliënt", "clienten"), ("coördinator", "coordinatoren"), ("vernietigd", "vernietigen"), ("besluit", "besluiten"),
    ("geven", "geef"), ("beveiligd", "beveiliging"), ("ingetrokken", "intrekking"),
]  # fmt: skip
OTHER_STEM = [("melden", "middel"), ("recht", "richten"), ("partner", "partij"), ("doel", "deel"), ("gezin", "gezien")]


def test_forms_of_a_word_share_a_stem_and_other_words_do_not() -> None:
    script = (
        'import { plain, stem } from "./macros/theme/search/zoeken/nederlands.js";'
        "console.log(JSON.stringify(JSON.parse(process.argv[1]).map((pair) => pair.map((word) => stem(plain(word))))))"
    )
    pairs = SAME_STEM + OTHER_STEM
    stems = node("--input-type=module", "-e", script, json.dumps(pairs))
    same = [pair for pair, (a, b) in zip(pairs, stems, strict=True) if a == b]
    assert same == SAME_STEM


CITATIONS = {
    "art 5 lid 2 convenant": "/convenant/artikel-5/#lid-2",
    "pp 8.6": "/privacyprotocol/artikel-8/#lid-6",
    "6.4 b": "/privacyprotocol/artikel-6/#lid-4-b",
    "artikel 6.4, onder b, Privacyprotocol": "/privacyprotocol/artikel-6/#lid-4-b",
    "lid 4 van artikel 6 protocol": "/privacyprotocol/artikel-6/#lid-4",
    "art. 1 lid 5 sub k": "/convenant/artikel-1/#lid-5-k",
    "vuistregel 6 feitenonderzoek": "/vuistregels/feitenonderzoek/#vuistregel-6",
    "overweging f protocol": "/privacyprotocol/overwegingen/#overweging-f",
    "basisregel 7": "/wegwijzer-professionals/#basisregel-7",
    "artikel 99 convenant": None,
    "artikel 6 AVG": None,
    "binnen 24 uur": None,
}


def test_a_citation_goes_straight_to_its_provision(site: Path, tmp_path: Path) -> None:
    questions = tmp_path / "citations.json"
    questions.write_text(json.dumps([{"query": query, "expected": []} for query in CITATIONS]), "utf-8")
    rows = node("tools/search_quality.mjs", str(site), str(questions))
    assert {row["query"]: row["piece"] if row["cited"] else None for row in rows} == CITATIONS


def test_every_provision_node_and_term_is_in_the_index(site: Path) -> None:
    data = json.loads((site / "assets" / "zoeken" / "index.json").read_text("utf-8"))
    addresses = {data["groepen"][group][0] + (anchor and f"#{anchor}") for group, anchor, *_ in data["stukken"]}
    provisions = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    assert [p["url"] for p in provisions if p["url"] not in addresses] == []
    assert {"/beslisbomen/delen/", "/beslisbomen/toestemming/", "/handboek/", "/begrippen/#penvoerder"} <= addresses
    size = (site / "assets" / "zoeken" / "index.json.br").stat().st_size
    assert size <= 120_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("afkortingen: []\n", "lists are not those known"),
        ("afkortingen: []\nsynoniemen:\n  - [alleen]\n", "no list of names"),
        ("afkortingen: []\nsynoniemen:\n  - ja\n", "no list of names"),
    ],
)
def test_a_broken_file_of_synonyms_stops_the_build(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron" / "synoniemen.yml").write_text(text, "utf-8")
    with pytest.raises(BuildError, match=words):
        read_synonyms(tmp_path)
