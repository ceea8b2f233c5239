"""Make decision_trees/feestdagen.py from the library `holidays`: `python -m tools.holiday_table`, once a change of the law needs it.

The holidays are those of the Algemene termijnenwet, article 3: with Good Friday, and 5 May every year. Easter Sunday and
Whit Sunday are Sundays. The browser gets the table; the library itself does not go there.
"""

from __future__ import annotations

from pathlib import Path

from holidays import country_holidays

TARGET = Path(__file__).parents[1] / "decision_trees" / "feestdagen.py"
YEARS = range(2020, 2131)
HEAD = '''"""The days that count as holidays for a term, by year, as (month, date): Algemene termijnenwet, article 3. Made by
`python -m tools.holiday_table`; a test holds it against the library that it comes from. Days that the government adds by a
decree of its own (article 3, paragraph 3) are not in it: a computed day is then early, never late.
"""

from __future__ import annotations

FEESTDAGEN: dict[int, frozenset[tuple[int, int]]] = {
    year: frozenset((int(day[:2]), int(day[2:])) for day in days.split())
    for year, days in (
'''
TAIL = """    )
}
"""  # fmt: skip


def holidays_of(year: int) -> frozenset[tuple[int, int]]:
    """The holidays of a year, as the library has them."""
    found = country_holidays("NL", years=year, categories=("public", "optional"), expand=False)
    return frozenset((day.month, day.day) for day in found)


def table() -> str:
    """The whole module."""
    rows = (
        f'        ({year}, "{" ".join(f"{m:02}{d:02}" for m, d in sorted(holidays_of(year)))}"),\n' for year in YEARS
    )
    return f"{HEAD}{''.join(rows)}{TAIL}"


if __name__ == "__main__":
    TARGET.write_text(table(), "utf-8")
