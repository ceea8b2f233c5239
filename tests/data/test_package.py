"""decision_trees as a package: built as a wheel, installed elsewhere, typed, and needing nothing else."""

from __future__ import annotations

import doctest
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import decision_trees
from decision_trees.catalogue import TREES
from tests.conftest import ROOT

UV = Path(sys.executable).parent / "uv"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [str(UV), "build", "--wheel", "--offline", "--quiet", "--out-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "UV_CACHE_DIR": str(folder / "cache")})
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel installs, far from the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    command = [str(UV), "pip", "install", "--offline", "--quiet", "--python", sys.executable, "--target", str(folder)]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    return folder


def run(installed: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Python with what was installed and nothing else: -S leaves the other packages out."""
    return subprocess.run(
        [sys.executable, "-S", *arguments],
        cwd=installed,
        env={"PYTHONPATH": str(installed), "PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_has_every_module_its_types_and_its_licence_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = {name for name in file.namelist() if not name.endswith("/")}
        about = next(file.read(name).decode() for name in names if name.endswith("METADATA"))
    own = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "decision_trees").rglob("*")
        if path.suffix == ".py" or path.name == "py.typed"
    }
    assert {name for name in names if ".dist-info/" not in name} == own
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "Requires-Dist" not in about and "License-Expression: EUPL-1.2" in about


@pytest.mark.parametrize("id", TREES)
def test_an_installed_tree_can_be_walked_in_a_terminal(installed: Path, id: str) -> None:
    walked = run(installed, "-m", "decision_trees", "loop", id, typed="1\n")
    assert "Advies: direct handelen".upper() in walked.stdout.upper(), walked.stdout + walked.stderr
    assert run(installed, "-m", "decision_trees", "tabel", id).stdout.count("\n") > 80


def test_without_files_the_command_for_cases_says_what_to_name(installed: Path) -> None:
    asked = run(installed, "-m", "decision_trees", "casus")
    assert asked.returncode == 1 and "Name files of cases" in asked.stderr


def test_the_example_in_the_package_is_true() -> None:
    result = doctest.testmod(decision_trees)
    assert result.attempted >= 5 and not result.failed
