"""Dependencies point one way: macros → decision_trees; decision_trees needs only the standard library. No host is named."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT


def imported(folder: str) -> dict[str, set[str]]:
    """The top-level packages that each module of a folder imports."""
    found = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        names = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add((node.module or "").split(".")[0])
        found[path.name] = names
    return found


def test_decision_trees_import_the_standard_library_and_themselves_only() -> None:
    allowed = set(sys.stdlib_module_names) | {"decision_trees"}
    assert {name: extra for name, names in imported("decision_trees").items() if (extra := names - allowed)} == {}


def test_macros_import_neither_tools_nor_tests() -> None:
    assert {name: names for name, names in imported("macros").items() if names & {"tools", "tests"}} == {}


def test_no_file_names_a_package_registry_or_a_path_of_this_machine() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, text=True, capture_output=True, check=False).stdout.split(
        "\n"
    )
    hosts = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|file:///opt|/root/\.pyenv")
    found = []
    for name in filter(None, tracked):
        path = ROOT / name
        if path.suffix != ".png" and path.is_file() and name != Path(__file__).relative_to(ROOT).as_posix():
            found += [name] if hosts.search(path.read_text("utf-8", errors="ignore")) else []
    assert found == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-node.txt", "requirements-properdocs.txt"])
def test_python_packages_are_locked_with_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    for block in re.split(r"\n(?=[a-z])", text.strip()):
        assert "==" in block.splitlines()[0] and "--hash=sha256:" in block, block.splitlines()[0]


def test_every_dependency_says_what_it_is_for() -> None:
    """In Python beside its name, in npm under `//`; types of a package stand below what says so."""
    about = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert {*about["//"]} == {*about["dependencies"], *about["devDependencies"]} and all(about["//"].values())
    text = (ROOT / "pyproject.toml").read_text("utf-8").partition("dev = [")[2].partition("]")[0]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    silent = [line for line in lines if "#" not in line and not line.startswith('"types-')]
    assert len(lines) > 25 and silent == []


def test_set_up_installs_only_what_is_locked_with_hashes() -> None:
    text = (ROOT / "tools" / "setup.py").read_text("utf-8")
    installs = [block for block in re.findall(r"\[[^\]]*\]", text) if '"install"' in block or '"sync"' in block]
    assert len(installs) == 4 and all('"--require-hashes"' in block for block in installs), installs
    assert '"ci", "--silent"' in text  # npm: exactly the lock, which holds hashes


def test_a_workflow_tests_first_with_pinned_actions_and_no_more_rights_than_it_needs() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8"))
    assert workflow["permissions"] == {}
    jobs = workflow["jobs"]
    assert jobs["publish"]["permissions"] == {"contents": "write"} and jobs["publish"]["needs"] == "test"
    assert jobs["test"]["permissions"] == {"contents": "read"} and {"run": "make test"} in jobs["test"]["steps"]
    assert jobs["test"]["steps"][0]["with"]["persist-credentials"] is False
    for job in jobs.values():
        for step in job["steps"]:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step.get("uses", f"a/b@{'0' * 40}")), step
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    assert gitlab["pages"]["needs"] == ["test"]
    assert gitlab["test"]["script"] == ["make test"]


BY_NAME = frozenset(
    {
        "on_config",
        "makeExtension",
        "define_env",
        "on_pre_page_macros",
        "pytestmark",
        "pytest_runtest_makereport",
        "pytest_runtest_setup",
        "pytest_sessionfinish",
    }
)
"""What MkDocs, Markdown, the macros plugin and pytest call by its name."""


def test_nothing_is_defined_that_nothing_uses() -> None:
    kinds = ("*.py", "*.html", "*.xhtml", "*.mjs", "mkdocs.yml")
    tracked = subprocess.run(["git", "ls-files", *kinds], cwd=ROOT, text=True, capture_output=True, check=True)
    texts = {name: (ROOT / name).read_text("utf-8") for name in tracked.stdout.split() if (ROOT / name).exists()}
    words = {name: Counter(re.findall(r"\w+", text)) for name, text in texts.items()}
    unused = []
    for file, text in texts.items():
        if not file.endswith(".py"):
            continue
        name = Path(file).parent.name if file.endswith("__init__.py") else Path(file).stem
        for defined in defined_in(ast.parse(text)):
            elsewhere = any(defined in found and name in found for other, found in words.items() if other != file)
            if words[file][defined] == 1 and not elsewhere and not defined.startswith("test_"):
                unused.append(f"{file}: {defined}")
    assert [one for one in unused if one.rpartition(" ")[2] not in BY_NAME] == []


def defined_in(module: ast.Module) -> Iterator[str]:
    """The names that a module defines itself: functions, classes and values."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name))
