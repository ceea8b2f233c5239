"""`make test`: kinds that take one core run two at a time, each is shown whole, and the first that fails stops all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools.test import BUILD, KINDS, TWO_AT_ONCE, WITHOUT_SITE, cores, run_all

WAITS = (
    "import sys, time, pathlib\nwhile not pathlib.Path({}).exists(): time.sleep(0.01)\nprint('{}')\nprint('7 passed')"
)


def python(code: str) -> list[str]:
    """A kind that runs this."""
    return [sys.executable, "-c", code]


def test_two_run_side_by_side_and_what_they_say_is_not_mixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "there"
    first = python(f"print('een', flush=True)\n{WAITS.format(repr(str(there)), 'drie')}")
    second = python(f"open({str(there)!r}, 'w')\nprint('twee')")
    ran = run_all([("a", first), ("b", second)], os.environ)
    assert [kind.failed for kind in ran] == [False, False]
    said = capsys.readouterr().out
    assert said.index("een\ndrie\n") > said.index("── a") and "── b\ntwee\n" in said
    assert [kind.tests for kind in ran] == [7, None]


def test_one_that_takes_both_cores_runs_alone(capsys: pytest.CaptureFixture[str]) -> None:
    whole = [*TWO_AT_ONCE, "--version"]
    assert (cores(whole), cores(python("1"))) == (2, 1)
    run_all([("a", python("1")), ("b", whole)], os.environ)
    said = capsys.readouterr().out
    assert said.index("── a") < said.index("── b") < said.index("pytest ")


def test_only_what_needs_no_site_runs_beside_its_build(tmp_path: Path) -> None:
    began, built = tmp_path / "began", tmp_path / "built"
    build = python(f"{WAITS.format(repr(str(began)), 'gebouwd')}\nopen({str(built)!r}, 'w')")
    trees = python(f"open({str(began)!r}, 'w')")
    search = python(f"import pathlib; raise SystemExit(not pathlib.Path({str(built)!r}).exists())")
    ran = run_all([(BUILD, build), ("trees", trees), ("search", search)], os.environ)
    assert [(kind.name, kind.failed) for kind in ran] == [(BUILD, False), ("trees", False), ("search", False)]
    assert {BUILD, *WITHOUT_SITE} <= {name for name, _ in KINDS}


DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
"""What a program is like that was started in the background: it does not hear Ctrl-C."""


@pytest.mark.parametrize("begin", ["", DEAF], ids=["hears", "deaf"])
def test_the_first_that_fails_stops_what_runs_beside_it_and_all_that_follow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, begin: str
) -> None:
    monkeypatch.setattr("tools.test.GRACE", 1)
    never = python(begin + WAITS.format(repr(str(tmp_path / "never")), "nooit"))
    ran = run_all([("a", never), ("b", python("print('mis'); raise SystemExit(3)")), ("c", python("1"))], os.environ)
    assert [(kind.name, kind.failed, kind.stopped) for kind in ran] == [("a", False, True), ("b", True, False)]
    assert [kind.row.split()[0] for kind in ran] == ["stopped", "FAILED"]
    said = capsys.readouterr().out
    assert "── b\nmis" in said and "nooit" not in said and "KeyboardInterrupt" not in said
