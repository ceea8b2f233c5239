"""Whole sites of two editions, each built once."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT, build_site
from tests.text.model import other_data
from tools.site import copy_project


@pytest.fixture(scope="session")
def edition_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The site of an edition with its books: "voorbeeldstad", the example, or "anderland", which is in everything another."""
    folder = tmp_path_factory.mktemp("editions")

    @cache
    def built(name: str) -> Path:
        project = ROOT
        if name == "anderland":
            project = folder / "project"
            copy_project(project, cache=True)
            (project / "edities" / "anderland.json").write_text(json.dumps(other_data()))
        result = build_site(project, folder / name, EDITION=name)
        assert result.returncode == 0, result.stdout + result.stderr
        return folder / name

    return built
