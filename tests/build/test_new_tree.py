"""A new tree is one file, its cases, and one line of navigation: everything else comes by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import build_site
from tools.site import copy_project

TREE = '''"""Five questions, to see what a new tree takes."""

from decision_trees.gevaar import gevaar
from decision_trees.meaning import Ontvanger
from decision_trees.model import Answer, Oordeel, Outcome, Question, Weg, bepaling, build_tree, weet_niet

BRON = (bepaling("privacyprotocol/artikel-3"),)
VRAGEN = tuple(
    Question(
        id=f"vraag-{n}",
        text=f"Is dit vraag {n}?",
        why="Dit is een proef.",
        answers=(
            Answer(
                id="ja",
                text="Ja",
                to="wel" if n == 5 else f"vraag-{n + 1}",
                says=(Ontvanger.ANONIEM, Weg.ANONIEM) if n == 5 else (),
            ),
            Answer(id="nee", text="Nee", to="niet"),
            weet_niet("overleggen"),
        ),
        sources=BRON,
        rules=("R8",),
    )
    for n in range(1, 6)
)
UITKOMSTEN = tuple(
    Outcome(
        id=id,
        oordeel=oordeel,
        title=title,
        sentence="Dit is een proef.",
        steps=("vraag het na",),
        record=("wat je vroeg",),
        tell=("wat je deed",),
        sources=BRON,
        rules=("R8",),
        change=("een ander antwoord",),
        way=Weg.ANONIEM if oordeel.permissive else None,
    )
    for id, oordeel, title in (
        ("wel", Oordeel.MAG, "Doe het"),
        ("niet", Oordeel.NU_NIET, "Doe het niet"),
        ("overleggen", Oordeel.OVERLEG, "Overleg eerst"),
    )
)
TREE = build_tree("proef", "Is dit een proef?", "1", (*gevaar("vraag-1"), *VRAGEN, *UITKOMSTEN))
'''
CASES = """[[casus]]
id = "P1"
situatie = "Een proef die niet doorgaat."
regels = ["R8"]
alleen-test = "een proef"
[casus.proef]
oordeel = "nu niet"
uitkomst = "niet"
antwoorden = { acuut-gevaar = "nee", vraag-1 = "nee" }

[[casus]]
id = "P2"
situatie = "Een proef met twijfel."
regels = ["R8"]
alleen-test = "een proef"
[casus.proef]
oordeel = "overleg"
uitkomst = "overleggen"
antwoorden = { acuut-gevaar = "nee", vraag-1 = "ja", vraag-2 = "weet-niet" }

[[casus]]
id = "P3"
situatie = "Een proef die doorgaat."
regels = ["R8"]
alleen-test = "een proef"
[casus.proef]
oordeel = "mag"
uitkomst = "wel"
antwoorden = { acuut-gevaar = "nee", vraag-1 = "ja", vraag-2 = "ja", vraag-3 = "ja", vraag-4 = "ja", vraag-5 = "ja" }

[[casus]]
id = "P4"
situatie = "Een proef met gevaar."
regels = ["R34"]
alleen-test = "een proef"
[casus.proef]
oordeel = "direct handelen"
uitkomst = "direct-handelen"
antwoorden = { acuut-gevaar = "ja" }

[[casus]]
id = "P5"
situatie = "Een proef met twijfel over gevaar."
regels = ["R34"]
alleen-test = "een proef"
[casus.proef]
oordeel = "eerst uitzoeken"
uitkomst = "twijfel-gevaar"
antwoorden = { acuut-gevaar = "weet-niet" }
"""


def test_a_new_tree_takes_one_file_its_cases_and_a_line_of_navigation(tmp_path: Path) -> None:
    project = tmp_path / "project"
    copy_project(project, cache=True)
    (project / "decision_trees" / "trees" / "proef.py").write_text(TREE, "utf-8")
    (project / "bron" / "casussen" / "proef.toml").write_text(CASES, "utf-8")
    navigation = (project / "mkdocs.yml").read_text("utf-8")
    last = "      - Heb ik toestemming nodig?: beslisbomen/toestemming.md\n"
    line = "      - Is dit een proef?: beslisbomen/proef.md\n"
    assert last in navigation
    cutting = project / "macros" / "runtime" / "assembly.py"
    measured = "used_functions(work, sample_requests())"  # what its Python is cut to is not what is seen here
    assert cutting.read_text("utf-8").count(measured) == 1
    cutting.write_text(cutting.read_text("utf-8").replace(measured, 'used_functions(work, ["{}"])'), "utf-8")
    (project / "mkdocs.yml").write_text(navigation.replace(last, last + line, 1), "utf-8")
    result = build_site(project, project / "site", BOOKS="0")
    assert result.returncode == 0, result.stdout + result.stderr
    for name in ("beslisbomen/proef", "beslisbomen/proef/tabel"):
        assert "Is dit vraag 5?" in (project / "site" / name / "index.html").read_text("utf-8")
    assert 'href="proef/"' in (project / "site" / "beslisbomen" / "index.html").read_text("utf-8")
    trees = json.loads((project / "site" / "api" / "beslisbomen.json").read_text("utf-8"))["bomen"]
    assert [tree["id"] for tree in trees] == ["datalek", "delen", "proef", "rechten", "toestemming"]
    assert (project / "site" / "api" / "toetsformulier-proef.csv").exists()
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "tests/trees", "-k", "[proef or [P"],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert tests.returncode == 0, tests.stdout[-3000:]
