"""The trees in a terminal."""

from __future__ import annotations

import sys

import pytest

from decision_trees import __main__ as terminal


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, typed: str = "") -> None:
    """Run the command with what a person types."""
    lines = iter(typed.split())
    monkeypatch.setattr(sys, "argv", ["decision_trees", *arguments])
    monkeypatch.setattr("builtins.input", lambda _: next(lines, "s"))
    terminal.main()


def test_walk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run(monkeypatch, "loop", "toestemming", typed="2 1 t 9 1 2 1 6")
    assert "De jongere wil het niet" not in capsys.readouterr().out
    run(monkeypatch, "loop", "toestemming", typed="1")
    assert "ADVIES: direct handelen" in capsys.readouterr().out


def test_tables_and_paths(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run(monkeypatch, "tabel", "delen")
    assert "1. Is er nu acuut gevaar voor iemand?" in capsys.readouterr().out
    run(monkeypatch, "paden", "toestemming")
    assert "acuut-gevaar=ja => direct-handelen (direct handelen)" in capsys.readouterr().out


def test_case_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        run(monkeypatch, "casus", "bron/casussen/kader.toml")
    assert "goed  K04" in capsys.readouterr().out
