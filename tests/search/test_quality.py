"""What the search finds: judged questions, and the rules of Dutch that it rests on. Runs the site's own scripts in Node."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from decision_trees.catalogue import TREES
from macros.examples.examples import read_examples
from macros.search.index import own_pieces, read_everyday, read_synonyms
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


@pytest.mark.parametrize(("name", "first"), [("gedeeld", 0.92), ("eigen", 0.9)], ids=["gedeeld", "eigen"])
def test_the_right_page_comes_first(site: Path, name: str, first: float) -> None:
    rows = asked(site, name)
    missed = [f"{row['rank']}: {row['query']} → {row['first']}" for row in rows if row["rank"] != 1]
    assert sum(row["rank"] == 1 for row in rows) / len(rows) >= first, missed
    assert [row["query"] for row in rows if row["rank"] == 0] == []


def test_no_judged_question_is_lost_that_had_its_answer_in_the_first_three(site: Path) -> None:
    """By name: a share of a set would hide one lost for one found. `gemist.json` has those that miss, under why they do; one that
    is found since then leaves it, so that it cannot be lost again unseen."""
    missed = {
        (name, row["query"]) for name in ("gedeeld", "eigen") for row in asked(site, name) if not 0 < row["rank"] <= 3
    }
    missed |= {(row["round"], row["query"]) for row in asked(site, "situaties") if not 0 < row["hit"] <= 3}
    reviewed = json.loads((QUESTIONS / "gemist.json").read_text("utf-8"))
    known = [(where, query) for rows in reviewed.values() for where, query in rows]
    assert len(set(known)) == len(known)
    lost = sorted(missed - set(known), key=str)
    assert lost == [], f"lost: {lost}. Rank them back, or judge anew and say why in {QUESTIONS.name}/gemist.json."
    found = sorted(set(known) - missed, key=str)
    assert found == [], f"found since: {found}. Take them from {QUESTIONS.name}/gemist.json."


def test_everyday_sentences_are_judged_in_rounds(site: Path) -> None:
    """What was seen when: the first half of each pair was tuned on, the second held back and run once, after tuning. The fourth
    was written by someone who had not seen the search, the seventh to ninth by someone who had seen neither the search nor the
    examples; the ninth asks for the text itself. Four of the tenth are an audit's; who wrote the tenth and eleventh had read the
    list of everyday words. The twelfth to fifteenth (situations, the text, the site itself, leaks and rights) were written by someone
    who had seen nothing of either, and tuned on; the sixteenth, of all four kinds, by the same hand at the same time, and run once,
    after tuning. The seventeenth was written before looking at the search, and tuned on; the eighteenth, by the same hand after tuning, was run
    once. How many are in the first three hits of each: `gemist.json` names the others."""
    rows = asked(site, "situaties")
    assert Counter(row["round"] for row in rows) == ROUNDS
    found = Counter(row["round"] for row in rows if 0 < row["hit"] <= 3)
    assert {round: found[round] for round in LEAST if found[round] < LEAST[round]} == {}


ROUNDS = dict(enumerate((36, 36, 46, 36, 30, 30, 35, 34, 10, 24, 20, 45, 15, 10, 10, 30, 60, 30), 1))
LEAST = dict(enumerate((36, 35, 44, 33, 28, 23, 28, 28, 8, 18, 14, 41, 12, 9, 8, 22, 54, 21), 1))
"""At least so many of a round are in the first three hits, also after a question is judged anew."""


def test_every_name_for_a_subject_of_the_text_finds_it(site: Path, tmp_path: Path) -> None:
    """Also a name with words that say little, such as “plan van aanpak”, and the names beside it."""
    lines = [names for _, names in read_synonyms(ROOT)]
    questions = [{"query": name, "expected": [""]} for names in lines for name in names]
    (tmp_path / "namen.json").write_text(json.dumps(questions))
    rows = {row["query"]: row for row in node("tools/search_quality.mjs", str(site), str(tmp_path / "namen.json"))}
    found = {query for query, row in rows.items() if row["first"]}
    silent = {name for names in lines if found.intersection(names) for name in names if name not in found}
    assert len(found) > 150 and silent == set()


def test_what_is_far_too_long_is_searched_as_far_as_people_ask(site: Path, tmp_path: Path) -> None:
    """A word without end, or a file that was pasted, kept the page still for minutes or was told to be a missing index."""
    questions = [
        {"query": query, "expected": [""]}
        for query in (
            "a" * 100_000,
            "wetenschap",
            f"{'a' * 60} wetenschap",
            f"{'ab' * 900} wetenschap",
            f"{' ' * 2000}wetenschap",
        )
    ]
    (tmp_path / "lang.json").write_text(json.dumps(questions))
    code, short, unknown, endless, behind = (
        row["first"] for row in node("tools/search_quality.mjs", str(site), str(tmp_path / "lang.json"))
    )
    assert short and short == endless == unknown
    assert not code and not behind


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
    ("geven", "geef"), ("beveiligd", "beveiliging"), ("ingetrokken", "intrekking"), ("teruggetrokken", "terugtrekken"),
    ("doorgestuurd", "doorsturen"), ("appje", "app"), ("appen", "whatsapp"),
]  # fmt: skip
OTHER_STEM = [("melden", "middel"), ("recht", "richten"), ("partner", "partij"), ("doel", "deel"), ("gezin", "gezien"), ("appen", "AP"), ("appt", "AP")]  # fmt: skip


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
    "artikel 6.4": "/privacyprotocol/artikel-6/#lid-4",
    "9.3": "/privacyprotocol/artikel-9/#lid-3",
    "13 jaar": None,
    "kind van 6": None,
    "artikel 99 convenant": None,
    "artikel 6 AVG": None,
    "binnen 24 uur": None,
}


def test_a_citation_goes_straight_to_its_provision(site: Path, tmp_path: Path) -> None:
    questions = tmp_path / "citations.json"
    questions.write_text(json.dumps([{"query": query, "expected": []} for query in CITATIONS]), "utf-8")
    rows = node("tools/search_quality.mjs", str(site), str(questions))
    assert {row["query"]: row["piece"] if row["cited"] else None for row in rows} == CITATIONS


DEFINITIONS = {
    "wat is een moederorganisatie": "/privacyprotocol/artikel-1/#moederorganisatie",
    "Wat is een GI?": "/begrippen/#gecertificeerde-instelling-gi",
    "wat betekent betrokkene": "/privacyprotocol/artikel-1/#betrokkene",
    "definitie van calamiteit": "/privacyprotocol/artikel-1/#calamiteit",
    "wat is het geheime adres": "",
}


def test_a_question_what_something_is_goes_to_its_definition(site: Path, tmp_path: Path) -> None:
    questions = tmp_path / "definitions.json"
    questions.write_text(json.dumps([{"query": query, "expected": []} for query in DEFINITIONS]), "utf-8")
    rows = node("tools/search_quality.mjs", str(site), str(questions))
    found = {row["query"]: row["piece"] if row["defined"] else "" for row in rows}
    assert found == DEFINITIONS


ABBREVIATIONS = {
    "gi": "/begrippen/#gecertificeerde-instelling-gi",
    "RvdK": "/begrippen/#raad-voor-de-kinderbescherming-rvdk",
    "vog": "/begrippen/#verklaring-omtrent-het-gedrag-vog",
    "gi vraagt": "",
    "hulp": "",
}


def test_an_abbreviation_that_is_all_of_a_question_is_spelled_out_second(site: Path) -> None:
    """What is agreed about it stands first."""
    script = (
        'import { loadEngine } from "./tools/search_engine.mjs";'
        "const search = await loadEngine(process.argv[1]);"
        "const second = (question) => search.search(question).groepen[1].stukken[0].url;"
        "console.log(JSON.stringify(JSON.parse(process.argv[2]).map((question) => second(question))))"
    )
    found = node("--input-type=module", "-e", script, str(site.resolve()), json.dumps([*ABBREVIATIONS]))
    pairs = zip(ABBREVIATIONS.items(), found, strict=True)
    assert [
        (name, url) for (name, term), url in pairs if (url != term if term else url.startswith("/begrippen/"))
    ] == []


READ_ALIKE = [("privicy officer", "privacy officer"), ("toestemming terug getrokken", "toestemming teruggetrokken")]


def test_a_name_of_more_words_and_a_verb_in_two_are_read_as_they_were_meant(site: Path, tmp_path: Path) -> None:
    questions = [{"query": query, "expected": []} for pair in READ_ALIKE for query in pair]
    (tmp_path / "gelijk.json").write_text(json.dumps(questions))
    rows = node("tools/search_quality.mjs", str(site), str(tmp_path / "gelijk.json"))
    hits = {row["query"]: row["hits"] for row in rows}
    assert [(hits[typed], hits[meant]) for typed, meant in READ_ALIKE if hits[typed] != hits[meant]] == []
    assert all(hits.values())


def test_who_asks_what_becomes_of_what_he_types_is_told_of_the_site(site: Path, tmp_path: Path) -> None:
    """Also when he names someone else."""
    (tmp_path / "typen.json").write_text(json.dumps([{"query": "kan mijn baas zien wat ik invul", "expected": []}]))
    [row] = node("tools/search_quality.mjs", str(site), str(tmp_path / "typen.json"))
    assert row["hits"][0].startswith("/over/")


AGES_IN_TEXTS = {
    "Een meisje van 13 wil het niet.": ["13", "12-15"],
    "Een moeder (36) is niet gevraagd.": ["36", "18"],
    "Voor een kind tot 12 jaar beslissen de ouders.": ["0-11"],
    "Vanaf 16 jaar beslist zij zelf.": ["16-17"],
    "12 tot en met 15 jaar": ["12-15"],
    "De jongere (12–15)": ["12-15"],
    "artikel 13 lid 2, binnen 24 uur": [],
}
AGES_ASKED = {
    "13 jaar": ["13", "12-15"],
    "zestienjarige wil hulp": ["16", "16-17"],
    "meisje van acht": ["8", "0-11"],
    "acht jaar": ["8", "0-11"],
    "knul 17": ["17", "16-17"],
    "meisje 13": ["13", "12-15"],
    "kind van 8": ["8", "0-11"],
    "17": ["17", "16-17"],
    "jongen van 16 wil hulp": ["16", "16-17"],
    "zoon 19": ["19", "18"],
    "artikel 13": [],
    "binnen 24 uur": [],
    "2023": [],
}


def test_an_age_is_one_of_the_trees_bands_and_no_number_of_an_article() -> None:
    script = (
        'import { ageAsked, agesIn } from "./macros/theme/search/zoeken/leeftijd.js";'
        'import { words } from "./macros/theme/search/zoeken/nederlands.js";'
        "const [texts, questions] = JSON.parse(process.argv[1]);"
        "const asked = questions.map((question) => ageAsked(words(question))).map((age) => (age ? [age.exact, age.band] : []));"
        "console.log(JSON.stringify([texts.map(agesIn), asked]))"
    )
    given = [[*AGES_IN_TEXTS], [*AGES_ASKED]]
    texts, questions = node("--input-type=module", "-e", script, json.dumps(given))
    words = dict(zip(["13", "12-15"], texts[0], strict=True)) | {"36": texts[1][0], "18": texts[1][1]}
    words |= {"0-11": texts[2][0], "16-17": texts[3][0]}
    assert len(set(words.values())) == len(words)
    asked = dict(zip(AGES_ASKED, questions, strict=True))
    words |= {
        "8": asked["kind van 8"][0],
        "17": asked["17"][0],
        "16": asked["jongen van 16 wil hulp"][0],
        "19": asked["zoon 19"][0],
    }
    assert len(set(words.values())) == len(words)
    assert [[words[age] for age in ages] for ages in AGES_IN_TEXTS.values()] == texts
    assert [[words[age] for age in ages] for ages in AGES_ASKED.values()] == questions


REFUSALS = {
    "Een meisje van 13 zegt nee.": 1,
    "Vader weigert en moeder zegt ja.": 1,
    "Zij wil niet dat haar ouders het weten.": 1,
    "Een jongen van 12 wil dat niet.": 1,
    "De zoon verzet zich.": 1,
    "Vader is tegen.": 1,
    "Melden tegen de zin van de ouders.": 1,
    "Iedereen zegt ja.": 0,
    "Ik weet niet wat hij wil.": 0,
    "Wij zijn niet zeker.": 0,
    "Nee, dit is geen datalek.": 0,
}


def test_a_refusal_is_known_in_all_the_ways_that_people_tell_it() -> None:
    """And takes just its own words from a question, so that the others still count."""
    script = (
        'import { refusalAsked, refusalsIn } from "./macros/theme/search/zoeken/houding.js";'
        'import { words } from "./macros/theme/search/zoeken/nederlands.js";'
        "const rest = (all, found) => all.filter((_, at) => !found || at < found.at || at >= found.at + found.length).join(' ');"
        "const texts = JSON.parse(process.argv[1]);"
        "console.log(JSON.stringify(texts.map((text) => [refusalsIn(text).length, rest(words(text), refusalAsked(words(text)))])))"
    )
    found = node("--input-type=module", "-e", script, json.dumps([*REFUSALS]))
    assert {text: count for text, (count, _) in zip(REFUSALS, found, strict=True)} == REFUSALS
    rests = [rest for _, rest in found]
    assert (
        rests[0] == "een meisje van 13" and rests[1] == "vader en moeder zegt ja" and rests[6] == "melden van de ouders"
    )


MEANINGS = {
    "de juf appt over blauwe plekken": {"school", "app", "geweld"},
    "moeder van meisje 13": {"moeder", "ouder", "jongere", "xbandka"},
    "stief vader vraagt verslag": {"stiefouder", "andervraagt", "familievraagt", "verslag"},
    "therapieverslag van de kinderpsycholoog": {"verslag", "therapie", "ggz", "kind"},
    "zonder dat haar ouders het weten": {"weetvanniets", "ouder"},
    "pa wil graag iets weten": {"vader", "oudervraagt"},
    "vader is onbreikbaar": {"vader", "onbereikbaar"},
    "school vraagt behandelplan": {"school", "andervraagt", "schoolvraagt", "plan"},
    "verslag in de trein laten liggen": {"verslag", "datalek", "kwijt"},
    "zij liet haar schrift met alle namen in het café liggen": {"datalek", "kwijt"},
    "coach van de sportschool": {"sport"},
    "de meester van groep 6 wil weten hoe het gaat": {"school", "schoolvraagt", "hoegaathet"},
    "telefoontje van de huisarts": {"huisarts", "zorgvraagt", "andervraagt"},
    "haar vriend is bekend bij de politie": {"straf", "politie"},
    "gespreksverslag in chatgpt": {"verslag", "ai"},
    "hoe lang heb ik voor een inzageverzoek": {"termijn", "inzage"},
    "mag ik appen met de jeugdarts": {"app", "chatapp", "zorg"},
}
NOT_MEANT = {
    "de stief vader": "vader",
    "ik weet het niet": "wet",
    "hij haalt haar op": "reclassering",
    "mag ik de politie vragen of hij er is": "politievraagt",
    "tas in de trein laten staan": "meegeluisterd",
    "mag het plan weg": "kwijt",
    "coach van de sportschool": "school",
    "hoe lang heb ik voor een inzageverzoek": "bewaren",
    "mag ik appen met de jeugdarts": "jgz",
    "gedragswetenschapper": "evaluatie",
}


def test_everyday_words_are_read_as_what_they_stand_for(site: Path) -> None:
    """Compounds in one word and in two, phrases with other words between, and typing errors; and no more than they stand for."""
    script = (
        'import { loadEngine } from "./tools/search_engine.mjs";'
        "const { examples } = await loadEngine(process.argv[1]);"
        "const meaning = (text) => examples.situations.concepts.asked(text, (word) => examples.respelled(word));"
        "console.log(JSON.stringify(JSON.parse(process.argv[2]).map((text) => [...meaning(text).keys()])))"
    )
    texts = json.dumps([*MEANINGS, *NOT_MEANT])
    found = node("--input-type=module", "-e", script, str(site.resolve()), texts)
    lacking = {text: meant - set(read) for (text, meant), read in zip(MEANINGS.items(), found, strict=False)}
    assert {text: rest for text, rest in lacking.items() if rest} == {}
    rest = zip(NOT_MEANT.items(), found[len(MEANINGS) :], strict=True)
    assert [text for (text, concept), read in rest if concept in read] == []


def test_who_asks_in_everyday_words_alone_finds_the_examples_that_tell_of_it(site: Path, tmp_path: Path) -> None:
    """No word of it stands in an example; "sportschool" is an everyday word for a club."""
    (tmp_path / "alleen.json").write_text(json.dumps([{"query": "coach van de sportschool", "expected": []}]))
    [row] = node("tools/search_quality.mjs", str(site), str(tmp_path / "alleen.json"))
    assert row["first"] == "/voorbeelden/" and len(row["hits"]) == 3


def test_each_line_of_everyday_words_says_what_some_example_tells(site: Path) -> None:
    script = (
        'import { readFileSync } from "node:fs";'
        'import { unpackMeanings } from "./macros/theme/search/zoeken/pak.js";'
        "console.log(JSON.stringify(unpackMeanings(JSON.parse(readFileSync(process.argv[1])).betekenissen)))"
    )
    meanings = node("--input-type=module", "-e", script, str(site.resolve() / "assets" / "zoeken" / "index.json"))
    told = {concept for _, parts, _ in meanings for part in parts for concept in part}
    assert {concept for concept, _ in read_everyday(ROOT)} - told == set()
    examples = json.loads((site / "api" / "voorbeelden.json").read_text("utf-8"))["voorbeelden"]
    assert len(meanings) == len(examples)


def test_what_is_packed_comes_out_as_it_was() -> None:
    """Numbers of one, two and three letters, words that share their start, and a piece without sentences."""
    script = (
        'import { pack, packMeanings, unpack, unpackMeanings } from "./macros/theme/search/zoeken/pak.js";'
        "const [plain, meanings] = JSON.parse(process.argv[1]);"
        "console.log(JSON.stringify([unpack(pack(plain)), unpackMeanings(packMeanings(meanings))]))"
    )
    ids = [0, 44, 45, 46, 89, 90, 2069, 2070, 2071, 95_000, 9_000_000]
    plain = {
        "documentCount": len(ids),
        "nextId": len(ids),
        "documentIds": {str(nr): id for nr, id in enumerate(ids)},
        "fieldIds": {"titel": 0, "kop": 1, "tekst": 2},
        "fieldLength": {str(nr): [nr, 0, id] for nr, id in enumerate(ids)},
        "averageFieldLength": [1.25, 0, 3.5],
        "storedFields": {},
        "dirtCount": 0,
        "index": [
            ["6.4", {"0": {"1": 1}}],
            ["oude", {"1": {"0": 2, "10": 1}, "2": {"0": 100}}],
            ["ouder", {"2": {"3": 5}}],
            ["x" * 99, {"2": {"3": 1}}],
            ["x" * 100, {"2": {"4": 1}}],
        ],
        "serializationVersion": 2,
    }
    concepts = [f"begrip{nr:03}" for nr in range(150)]
    meanings = [[7, [concepts[:1], [], concepts], [concepts[:3], concepts[:1]]], [3000, [[], concepts[:2], []], []]]
    assert node("--input-type=module", "-e", script, json.dumps([plain, meanings])) == [plain, meanings]


def test_who_does_not_know_what_to_type_is_led_to_every_tree(site: Path) -> None:
    """The questions to tap lead to each tree or an example of it within three hits; who finds nothing is shown all trees."""
    script = (
        'import { loadEngine } from "./tools/search_engine.mjs";'
        "const search = await loadEngine(process.argv[1]);"
        "const hits = (question) => search.search(question).groepen.flatMap(({ stukken }) => stukken).slice(0, 3);"
        "const tapped = JSON.parse(process.argv[2]).flatMap((question) => hits(question).map(({ url }) => url));"
        "console.log(JSON.stringify([tapped, search.starts().map(({ url }) => url)]))"
    )
    source = (ROOT / "macros" / "theme" / "search" / "zoeken" / "zoeken.js").read_text("utf-8")
    questions = json.loads(source.partition("const ASKED = ")[2].partition(";")[0])
    tapped, starts = node("--input-type=module", "-e", script, str(site.resolve()), json.dumps(questions))
    assert starts == [*(f"/beslisbomen/{id}/" for id in TREES), "/voorbeelden/"]
    examples = json.loads((site / "api" / "voorbeelden.json").read_text("utf-8"))["voorbeelden"]
    trees = {one["url"]: {advice["boom"] for advice in one["adviezen"]} for one in examples}
    reached = {id for url in tapped for id in trees.get(url, TREES.keys() & set(url.split("/")))}
    assert reached == TREES.keys()


def test_what_is_shown_of_a_text_says_something(site: Path) -> None:
    """The sentence with most of what is asked, else the first; never an advice of two words alone."""
    script = (
        'import { readFileSync } from "node:fs";'
        'import { fragment } from "./macros/theme/search/zoeken/fragment.js";'
        'import { loadEngine } from "./tools/search_engine.mjs";'
        "const search = await loadEngine(process.argv[1]);"
        "const shown = (question) => { const { groepen, onderwerpen } = search.search(question);"
        " return groepen.flatMap(({ stukken }) => stukken).map(({ tekst }) => [tekst, fragment(tekst, onderwerpen)]); };"
        "const [text, asked] = JSON.parse(process.argv[2]);"
        "const own = asked.map((subjects) => fragment(text, subjects.map((one) => new Set(one))));"
        "const questions = JSON.parse(readFileSync(process.argv[3])).map(({ query }) => query);"
        "console.log(JSON.stringify([own, questions.flatMap(shown)]))"
    )
    text = "Nu niet. De school belt over een kind. Moeder wil het niet. Vertel haar dat de school belde. Later wel."
    asked: list[list[list[str]]] = [[["niet"]], [["moeder"], ["niet"]], [["fiets"]], [], [["later"]]]
    own, shown = node(
        "--input-type=module",
        "-e",
        script,
        str(site.resolve()),
        json.dumps([text, asked]),
        str(QUESTIONS / "vragen-situaties.json"),
    )
    first = "Nu niet. De school belt over een kind."
    assert own == [first, "Moeder wil het niet.", first, first, "Vertel haar dat de school belde. Later wel."]
    assert len(shown) > 2000
    assert {part for text, part in shown if len(part.split()) < 4 and len(text.split()) >= 4} == set()
    assert [part for _, part in shown if len(part) > 160] == []


DOCUMENTS_ASKED = {
    "wat staat er in het protocol over toestemming": ["/privacyprotocol/", "wat over toestemming"],
    "wie is volgens het convenant verantwoordelijk": ["/convenant/", "wie is verantwoordelijk"],
    "wat zegt de wegwijzer over kinderen": ["/wegwijzer-", "wat over kinderen"],
    "wat regelt het privacy protocol": None,
    "het protocol": None,
    "protocol opzeggen": None,
    "verschil tussen het convenant en het protocol": None,
    "mag school weten": None,
}


def test_a_document_that_a_question_names_is_where_it_is_looked_for_first(site: Path) -> None:
    """And its name is no word to look for: it stands on every page of that document."""
    script = (
        'import { documentAsked } from "./macros/theme/search/zoeken/aanduiding.js";'
        'import { loadEngine } from "./tools/search_engine.mjs";'
        "const search = await loadEngine(process.argv[1]);"
        "const questions = JSON.parse(process.argv[2]);"
        "const asked = questions.map((question) => documentAsked(question)).map((one) => one && [one.pages, one.rest]);"
        "const first = questions.map((question) => search.search(question).groepen[0].url);"
        "console.log(JSON.stringify([asked, first]))"
    )
    asked, first = node("--input-type=module", "-e", script, str(site.resolve()), json.dumps([*DOCUMENTS_ASKED]))
    assert dict(zip(DOCUMENTS_ASKED, asked, strict=True)) == DOCUMENTS_ASKED
    assert [url for url, one in zip(first, asked, strict=True) if one and not url.startswith(one[0])] == []


def test_the_name_of_a_document_takes_its_own_first_half_along_and_no_subject() -> None:
    script = (
        'import { documentAsked } from "./macros/theme/search/zoeken/aanduiding.js";'
        "console.log(JSON.stringify(JSON.parse(process.argv[1]).map((question) => documentAsked(question)?.rest)))"
    )
    questions = ["wat staat er over privacy in het protocol", "wat staat er in het privacy protocol over een klacht"]
    rests = node("--input-type=module", "-e", script, json.dumps(questions))
    assert rests == ["wat staat er over privacy", "wat over een klacht"]


def test_every_example_has_sentences_by_which_people_look_for_it_and_no_two_the_same() -> None:
    cases = [example.case for example in read_examples(ROOT).all]
    assert [case.id for case in cases if len(case.typed) < 3] == []
    sentences = Counter(sentence.lower() for case in cases for sentence in case.typed)
    assert [sentence for sentence, count in sentences.items() if count > 1] == []
    assert [sentence for sentence in sentences if not 3 <= len(sentence.split()) <= 14] == []


def test_what_people_type_finds_the_example_that_it_was_written_for(site: Path, tmp_path: Path) -> None:
    """Each fifth sentence, with this one among those that the search knows: the floor below which they say nothing."""
    cases = [example.case for example in read_examples(ROOT).all]
    rows = [
        {"query": case.typed[number % 5], "expected": [f"voorbeelden/#{case.id.lower()}"]}
        for number, case in enumerate(cases)
        if len(case.typed) == 5
    ]
    (tmp_path / "gezegd.json").write_text(json.dumps(rows))
    found = node("tools/search_quality.mjs", str(site), str(tmp_path / "gezegd.json"))
    assert sum(0 < row["hit"] <= 3 for row in found) / len(found) >= 0.8


def test_an_example_is_found_by_a_sentence_that_the_search_does_not_know(site: Path) -> None:
    """By a sentence of each, taken from those that the search knows. Another that tells of the same is as good to who asks, and
    counts as missed here: this is to compare one search with another."""
    script = (
        'import { readFileSync } from "node:fs";'
        'import { loadEngine } from "./tools/search_engine.mjs";'
        'import { Likeness } from "./macros/theme/search/zoeken/begrippen.js";'
        'import { unpackMeanings } from "./macros/theme/search/zoeken/pak.js";'
        "const [, site, given] = process.argv;"
        "const search = await loadEngine(site);"
        "const meanings = unpackMeanings(JSON.parse(readFileSync(`${site}/assets/zoeken/index.json`)).betekenissen);"
        "const rest = meanings.map(([id, parts, sentences]) => [id, parts, sentences.filter((_, nr) => nr !== 2)]);"
        "search.examples.situations.likeness = new Likeness(rest);"
        "const hits = (asked) => search.search(asked).groepen.flatMap(({ stukken }) => stukken).slice(0, 3).map(({ url }) => url);"
        "console.log(JSON.stringify(JSON.parse(given).map(([url, asked]) => hits(asked).includes(url))))"
    )
    cases = [example.case for example in read_examples(ROOT).all]
    asked = [(f"/voorbeelden/#{case.id.lower()}", case.typed[2]) for case in cases if len(case.typed) == 5]
    found = node("--input-type=module", "-e", script, str(site.resolve()), json.dumps(asked))
    assert len(found) > 500 and sum(found) / len(found) >= 0.71


def test_every_provision_node_and_term_is_in_the_index(site: Path) -> None:
    data = json.loads((site / "assets" / "zoeken" / "index.json").read_text("utf-8"))
    addresses = {data["groepen"][group][0] + (anchor and f"#{anchor}") for group, anchor, *_ in data["stukken"]}
    provisions = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
    assert [p["url"] for p in provisions if p["url"] not in addresses] == []
    examples = json.loads((site / "api" / "voorbeelden.json").read_text("utf-8"))
    assert [one["url"] for one in examples["voorbeelden"] if one["url"] not in addresses] == []
    assert {f"/voorbeelden/#{group['id']}" for group in examples["groepen"]} <= addresses
    assert {"/beslisbomen/delen/", "/beslisbomen/toestemming/", "/handboek/", "/begrippen/#penvoerder"} <= addresses


def test_the_index_is_small_however_a_host_packs_it(site: Path) -> None:
    """A limit with room: more examples will come."""
    sizes = {end: (site / "assets" / "zoeken" / f"index.json.{end}").stat().st_size for end in ("br", "gz")}
    assert {end: size for end, size in sizes.items() if size > 200_000} == {}


def test_the_size_of_a_file_is_nothing_to_search_for(site: Path) -> None:
    """“toestemming 13” found a Word file of 13 kB."""
    page = (site / "handboek" / "index.html").read_text("utf-8")
    size = re.compile(r"\d (?:kB|MB)")
    assert size.search(page)
    assert [piece.anchor for piece in own_pieces("/handboek/", page) if size.search(piece.text)] == []


def test_a_page_is_found_by_what_it_says_of_itself_and_not_by_parts_that_are_left_out() -> None:
    """A heading in such a part left a piece with nothing in it."""
    page = """<head><title>Zonder internet - Proef</title><meta name="description" content="Wat &amp; hoe."></head>
        <article><h1>Zonder internet</h1><p>Alles blijft.</p><ul data-search-exclude><li><h2 id="weg">Weg</h2></li></ul>
        <h2 id="bij">Bijwerken</h2><p>Later.</p></article>"""
    found = [(piece.anchor, piece.heading, piece.text) for piece in own_pieces("/offline/", page)]
    assert found == [("", "Zonder internet", "Wat & hoe. Alles blijft."), ("bij", "Bijwerken", "Later.")]


ABOUT_THE_SITE = {
    "werkt dit offline": True,
    "worden mijn antwoorden bewaard": True,
    "kan ik het convenant printen": True,
    "verschil met de vorige versie": True,
    "verslag als pdf sturen": False,
    "dossier downloaden op een laptop": False,
    "moeder wil een oude versie van het plan": False,
    "datalek": False,
}


def test_who_asks_about_the_site_is_shown_its_own_pages_first(site: Path) -> None:
    """And no one who asks about a family, in the same words."""
    script = (
        'import { loadEngine } from "./tools/search_engine.mjs";'
        'import { sortOf } from "./macros/theme/search/zoeken/soort.js";'
        "const search = await loadEngine(process.argv[1]);"
        "const questions = JSON.parse(process.argv[2]);"
        "const first = questions.map((question) => search.search(question).groepen[0].soort);"
        'console.log(JSON.stringify(questions.map((question, at) => [sortOf(question) === "site", first[at]])))'
    )
    found = node("--input-type=module", "-e", script, str(site.resolve()), json.dumps([*ABOUT_THE_SITE]))
    assert {text: sort for text, (sort, _) in zip(ABOUT_THE_SITE, found, strict=True)} == ABOUT_THE_SITE
    assert [kind for about, kind in found if about and kind != "Bladzijde"] == []


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("moeder: ma\n", "no list of words"),
        ("moeder: [ma, ma]\n", "no list of words"),
        ('zegt: ["@moedr vraagt"]\n', "refers to no line"),
    ],
)
def test_a_broken_file_of_everyday_words_stops_the_build(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron" / "alledaags.yml").write_text(text, "utf-8")
    with pytest.raises(BuildError, match=words):
        read_everyday(tmp_path)
