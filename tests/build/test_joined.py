"""The script of a tree's page comes as one file, with all that it imports at its start."""

from __future__ import annotations

import posixpath

import pytest

from macros import theme
from macros.shared.errors import BuildError
from macros.shared.scripts import IMPORT, joined

SCRIPTS = {
    "assets/begin.js": 'import { half } from "./half.js";\nimport { shared as both } from "./shared.js";\nconsole.log(half, both);\n'
    'const later = () => import("./later.js");\ndocument.onclick = later;\n',
    "assets/half.js": 'import { shared } from "./shared.js";\nexport const half = shared / 2;\n',
    "assets/shared.js": "export const shared = 4;\n",
    "assets/later.js": 'import { used } from "./deep/used.js";\nexport const later = used;\n',
    "assets/deep/used.js": 'import { shared } from "../shared.js";\nexport const used = shared;\n',
    "assets/other.js": "console.log(1);\n",
}


def test_what_went_into_it_is_a_file_only_for_others_that_ask_for_it() -> None:
    made = joined(SCRIPTS, "assets/begin.js")
    assert made.keys() == SCRIPTS.keys() - {"assets/half.js"}
    assert {address: code for address, code in made.items() if address != "assets/begin.js"}.items() <= SCRIPTS.items()
    assert IMPORT.findall(made["assets/begin.js"]) == ["./later.js"]
    without = {address: code for address, code in SCRIPTS.items() if not address.startswith("assets/deep")}
    alone = joined({**without, "assets/later.js": "export const later = 1;\n"}, "assets/begin.js")
    assert alone.keys() == {"assets/begin.js", "assets/later.js", "assets/other.js"}


def test_an_import_of_what_is_not_there_stops_the_build() -> None:
    with pytest.raises(BuildError, match=r"macros/shared/join\.mjs: .*assets/half\.js is not published"):
        joined({"assets/begin.js": SCRIPTS["assets/begin.js"]}, "assets/begin.js")


def test_the_scripts_of_the_site_find_what_they_import_and_a_trees_page_imports_nothing_at_its_start() -> None:
    scripts = theme.scripts()
    for address, code in scripts.items():
        near = [posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) for path in IMPORT.findall(code)]
        assert not [path for path in near if path not in scripts], address
    tree = scripts[theme.TREE_SCRIPT]
    assert IMPORT.findall(tree) == ["./formulier.js"] and 'import("./formulier.js")' in tree
    assert "/**" not in tree and len(tree) > 40_000
