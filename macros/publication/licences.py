"""Whose work is in the site and in its tools, with the licence each package names itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from email.parser import HeaderParser
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from macros.shared.html import render

SHIPPED_PYTHON = {"mkdocs-material": "het thema van de site"}
SHIPPED_NPM = {
    "pyodide": "Python in de browser (met de standaardbibliotheek van Python, PSF License)",
    "minisearch": "het zoeken",
}
FONT = ("Atkinson Hyperlegible Next", "de letter van site en boeken", "SIL Open Font License 1.1")


def licence_of(package: str) -> tuple[str, str]:
    """Version and licence of an installed Python package, as its own metadata has them."""
    try:
        text = distribution(package).read_text("METADATA") or ""
    except PackageNotFoundError:
        return "", "niet op elke machine nodig"
    about = HeaderParser().parsestr(text.partition("\n\n")[0])  # not the whole description behind it
    classifiers = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    named = about.get("License-Expression") or ", ".join(c for c in classifiers if c != "OSI Approved")
    free = (about.get("License") or "").strip().split("\n")[0][:60]
    return str(about["Version"]), named or free or "niet genoemd"


def npm_licence(root: Path, package: str) -> tuple[str, str]:
    """Version and licence of a package for the browser."""
    about = json.loads((root / "node_modules" / package / "package.json").read_text("utf-8"))
    return str(about["version"]), str(about.get("license", "niet genoemd"))


def table(root: Path) -> str:
    """What readers get, and what builds and tests it, as HTML tables."""
    shipped = [(name, use, *licence_of(name)) for name, use in SHIPPED_PYTHON.items()]
    shipped += [(name, use, *npm_licence(root, name)) for name, use in SHIPPED_NPM.items()]
    shipped.append((FONT[0], FONT[1], "", FONT[2]))
    names = re.findall(r"^([a-z0-9][\w.-]*)==", (root / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    tools = [(name, *licence_of(name)) for name in names]
    development = json.loads((root / "package.json").read_text("utf-8")).get("devDependencies", {})
    tools += [(name, *npm_licence(root, name)) for name in development]
    tables = (
        ("Wat lezers krijgen", "lezers", ("Werk", "Waarvoor", "Versie", "Licentie"), shipped),
        ("Wat de site bouwt en toetst", "bouw", ("Licentie", "Aantal", "Pakketten"), by_licence(tools)),
    )
    return render("frame/licences.html", tables=tables)


def by_licence(packages: Iterable[tuple[str, str, str]]) -> list[tuple[str, int, str]]:
    """Packages (name, version, licence) as licence, how many and which; the licence that most have first."""
    found: dict[str, list[str]] = {}
    for name, version, licence in packages:
        found.setdefault(licence, []).append(f"{name} {version}".strip())
    rows = [(licence, len(names), ", ".join(names)) for licence, names in found.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))
