"""The rooms of macros/ import one way, and each says what it is for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import theme
from macros.shared.errors import BuildError
from tests.conftest import ROOT

ORDER = (
    "shared",
    "theme",
    "edition",
    "text",
    "trees",
    "examples",
    "search",
    "runtime",
    "handbook",
    "data",
    "publication",
    "build",
    "finish",
)
"""From what all use to what uses all; above them only what MkDocs and authors call."""
TOP = ("author_sandbox", "style_guide", "author_macros", "mkdocs_events")


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
        imported = {
            other for name, path in modules() if name == room for package, other in imports(path) if package == "macros"
        }
        named = re.search(r"Imports ([^.]+)\.", said)
        assert named and set(re.findall(r"`(\w+)`", named[1])) - {"decision_trees"} == imported - {room}, room


def test_a_style_without_a_place_in_the_order_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "HERE", tmp_path)
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "new.css").write_text("a { color: red }")
    (tmp_path / "stijl.css").write_text('@import "tree/old.css";\n')
    with pytest.raises(BuildError, match=r"stijl.css: styles without a place: tree/new.css, tree/old.css"):
        theme.styles()


MUTATORS = frozenset({"add", "append", "clear", "extend", "insert", "pop", "setdefault", "update"})


def written(code: str) -> set[str]:
    """The module's own names, and those of modules that it imports, that a function in it changes."""
    tree = ast.parse(code)
    own: set[str] = set()
    imported: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            own |= {target.id for target in targets if isinstance(target, ast.Name)}
        if isinstance(node, ast.Import | ast.ImportFrom):
            imported |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {name for function in functions for name in changed(function, own, imported)}


def changed(function: ast.FunctionDef, own: set[str], imported: set[str]) -> Iterator[str]:
    """Which of these names a function changes."""
    local = {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
    local |= {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(function):
        if isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield from {name for name in (own | imported) - local if name == getattr(node.value, "id", "")}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
            yield from {name for name in own - local if name == getattr(node.func.value, "id", "")}


def test_no_build_writes_what_outlives_it() -> None:
    found = {path.relative_to(ROOT).as_posix(): written(path.read_text("utf-8")) for _, path in modules()}
    assert {name: names for name, names in found.items() if names} == {}


def test_what_outlives_a_build_is_seen_when_it_is_written() -> None:
    assert written("x = {}\ndef f():\n    x['a'] = 1\n") == {"x"}
    assert written("x = []\ndef f(a):\n    x.append(a)\n") == {"x"}
    assert written("x = None\ndef f():\n    global x\n    x = 1\n") == {"x"}
    assert written("from macros import build\ndef f():\n    build.current = 1\n") == {"build"}
    assert written("x = {}\ndef f(x):\n    x['a'] = 1\n") == set()
