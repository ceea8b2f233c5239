"""The table that is published is of the tests that there are, made by their runs, and no failure gets into it."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.engines.drivers import ENGINES
from tests.engines.table import (
    BEGIN,
    END,
    FAILED,
    NOT_RUN,
    PUBLISHED,
    Findings,
    between,
    features,
    published,
    read,
    renewed,
)

ONE, TWO = features()[:2]
FIRST, SECOND, *_ = ENGINES


def test_the_published_table_is_of_the_tests_and_engines_that_there_are() -> None:
    table = between(PUBLISHED.read_text("utf-8"))
    assert read(table).markdown() == table, "run make engines, or python -m tests.engines.table after a part of it"
    assert FAILED not in table


def found(**cells: str) -> Findings:
    """What a run of the first engine finds."""
    return Findings(
        {what: {FIRST: cells[key]} for what, key in ((ONE, "one"), (TWO, "two")) if key in cells}, {FIRST: "2.0"}
    )


def test_a_run_renews_what_it_came_to_and_leaves_the_rest() -> None:
    before = Findings(
        {ONE: {FIRST: "yes", SECOND: "yes"}, "what nothing shows any more": {FIRST: "yes"}}, {FIRST: "1.0", SECOND: "9"}
    )
    run = found(one="not shown: for a reason", two="yes")
    after = read(renewed(before.markdown(), read(run.markdown())))  # a run is kept as a table too
    assert after.words[ONE] == {FIRST: "not shown: for a reason", SECOND: "yes"}
    assert after.words[TWO] == {FIRST: "yes"}
    assert list(after.words) == features()
    assert (after.versions[FIRST], after.versions[SECOND]) == ("2.0", "9")
    assert all(after.words[what] == {} for what in features()[2:])
    assert f"| {NOT_RUN} |" in after.markdown()


def test_a_fall_of_webassembly_leaves_few_tests_undecided_and_only_in_the_old_webkit() -> None:
    run, fell = Findings(), "Out of bounds memory access (evaluating …)"
    assert not run.undecided("WPE WebKit", "stdlib.zip: beschadigd of van een andere versie")
    assert not run.undecided("Firefox", fell)
    assert [run.undecided("WPE WebKit", fell) for _ in range(5)] == [True, True, True, False, False]


def test_what_failed_is_not_published_and_stays_failed() -> None:
    run = found(one=FAILED, two="yes")
    run.cell(ONE, FIRST, "yes")
    assert run.words[ONE][FIRST] == FAILED
    with pytest.raises(ValueError, match=ONE):
        renewed(found(one="yes").markdown(), run)


def test_another_table_takes_the_place_of_the_one_between_the_marks() -> None:
    assert published(f"voor\n{BEGIN}oud\n{END}na\n", "nieuw\n") == f"voor\n{BEGIN}nieuw\n{END}na\n"
    with pytest.raises(ValueError, match="marks"):
        published("voor\nna\n", "nieuw\n")


def test_the_accessibility_statement_names_the_engines_that_are_tested() -> None:
    tested, _, untested = (
        (ROOT / "docs" / "toegankelijkheid.md").read_text("utf-8").partition("## Wat niet is getoetst")
    )
    for name in ("Firefox", "WebKit"):
        assert any(engine.startswith(name) for engine in ENGINES)
        assert name in tested and name in untested
