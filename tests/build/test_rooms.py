"""The rooms of macros/ import one way, and each says what it is for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import theme
from macros.shared.errors import BuildError
from tests.conftest import ROOT

ORDER = ("shared", "theme", "text", "trees", "search", "runtime", "handbook", "publication", "build", "finish")
"""From what all use to what uses all; above them only what MkDocs and authors call."""
TOP = ("author_sandbox", "author_macros", "mkdocs_events")


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of macros/ with the room it belongs to."""
    for path in sorted((ROOT / "macros").rglob("*.py")):
        yield path.relative_to(ROOT / "macros").parts[0].removesuffix(".py"), path


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """What a module imports of ours: package, and the room or module in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package in ("macros", "decision_trees", "tools", "tests"):
                yield package, rest.split(".", maxsplit=1)[0]


def test_rooms_import_one_way() -> None:
    order = {name: number for number, name in enumerate((*ORDER, *TOP))}
    wrong = []
    for room, path in modules():
        for package, other in imports(path):
            if package in ("tools", "tests") or (package == "macros" and order[other] > order.get(room, -1)):
                wrong.append(f"{path.relative_to(ROOT)} imports {package}.{other}")
    assert wrong == []


def test_the_trees_import_nothing_of_ours_but_themselves() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {package}.{other}"
        for path in (ROOT / "decision_trees").rglob("*.py")
        for package, other in imports(path)
        if package != "decision_trees"
    ]
    assert wrong == []


def test_modules_import_each_other_without_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    names = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for _, path in modules()
    }
    for name, path in names.items():
        graph[name] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    found = next((n for n in (f"{node.module}.{alias.name}", node.module) if n in names), "")
                    graph[name] |= {found} - {""}
    while leaves := {name for name, others in graph.items() if not others & set(graph)}:
        graph = {name: others for name, others in graph.items() if name not in leaves}
    assert graph == {}


def test_each_room_says_what_it_is_for_what_it_imports_and_which_way_data_flow() -> None:
    for room in ORDER[:-2]:
        said = ast.get_docstring(ast.parse((ROOT / "macros" / room / "__init__.py").read_text("utf-8"))) or ""
        assert len(said) > 150, room
        assert "mports" in said, room


def test_a_style_without_a_place_in_the_order_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "HERE", tmp_path)
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "new.css").write_text("a { color: red }")
    (tmp_path / "stijl.css").write_text('@import "tree/old.css";\n')
    with pytest.raises(BuildError, match=r"stijl.css: styles without a place: tree/new.css, tree/old.css"):
        theme.styles()
