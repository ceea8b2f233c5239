"""Take what stands in filled Word files into an edition: `python -m tools.edition NAME convenant.docx protocol.docx` (make edition).

What edities/NAME.json has already stays, unless a Word file was changed since it was made. What belongs to no field is printed. It needs the
model's own Word files, so a site of the model in site/.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.edition.answers import NAME, as_text
from macros.edition.from_word import Left, differences, merged, read_word
from macros.edition.opening import data as opened
from macros.edition.service import in_words
from macros.edition.word_text import WordError
from macros.handbook.files import WORD_FILES
from macros.shared.errors import BuildError, told
from macros.shared.folders import write_whole
from macros.shared.stored_files import shaped
from macros.text.documents import MODELS, takes_additions
from macros.text.editions import FOLDER
from macros.text.places import read_list
from tools.publish import read_built
from tools.site import ROOT

BUILD_FIRST = "Maak eerst de site van het model: make build."


def take(root: Path, site: Path, name: str, files: Sequence[Path]) -> tuple[Path, list[Left]]:
    """Take Word files into the edition with this name; gives its file, and what could not come along. BuildError, in Dutch, when a file cannot
    be read: then nothing was written."""
    target = root / FOLDER / f"{name}.json"
    data = read_there(root, name)
    fields, provisions, models = read_list(root), read_provisions(site), read_models(site)
    left: list[Left] = []
    for file in files:
        try:
            body = file.read_bytes()
            read = read_word(body, fields, provisions)
            data, gave_way = merged(data, read)
            left += gave_way + differences(body, models[read.document], read, fields, provisions)
        except WordError as error:
            raise BuildError(str(file), str(error), f"Er is niets veranderd aan {FOLDER}/.") from error
    write_whole(target, as_text({**data, "versie": data["versie"] or "1"}))
    return target, left


def read_there(root: Path, name: str) -> dict[str, Any]:
    """What the edition says already; nothing while it is not there. BuildError when it cannot be added to."""
    place = f"{FOLDER}/{name}"
    if not NAME.fullmatch(name):
        raise BuildError(place, "dit is geen naam voor een eigen versie", "Kleine letters, cijfers en streepjes.")
    if (root / f"{place}.toml").exists():
        raise BuildError(f"{place}.toml", "deze eigen versie is er al, en is geen JSON", "Neem een andere naam.")
    if not (root / f"{place}.json").exists():
        return {}
    found = opened((root / f"{place}.json").read_bytes(), "json")
    if not isinstance(found.data, dict):
        raise BuildError(f"{place}.json", str(found.problem or "dit is geen eigen versie"), "Herstel het bestand.")
    return found.data


def read_provisions(site: Path) -> list[str]:
    """The provisions of the model in site/ that an addition may come after. BuildError when another stands there, or none."""
    if not (site / "index.html").exists() or read_built(site):
        raise BuildError("site/", "hier staat niet de site van het model", BUILD_FIRST)
    with shaped("site/api/bepalingen.json", "what the build writes: run make build again"):
        entries = json.loads((site / "api" / "bepalingen.json").read_text("utf-8"))["bepalingen"]
        return [str(entry["id"]) for entry in entries if takes_additions(entry["document"], entry["soort"])]


def read_models(site: Path) -> dict[str, bytes]:
    """The model's Word files in a site, by document. BuildError when it was built without books."""
    files = {id: site / "handboek" / WORD_FILES[id] for id in MODELS}
    if not all(file.exists() for file in files.values()):
        raise BuildError("site/handboek/", "de Word-bestanden van het model zijn er niet", BUILD_FIRST)
    return {id: file.read_bytes() for id, file in files.items()}


def main() -> None:
    """Write edities/NAME.json and say what belongs to no field; exit status 1 with a sentence when a file cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="the edition's name: that of its file in edities/")
    parser.add_argument("files", nargs="+", type=Path, help="Word files of this site that were filled in")
    wants = parser.parse_args()
    try:
        target, left = take(ROOT, ROOT / "site", wants.name, wants.files)
    except (BuildError, OSError) as error:
        sys.exit(f"edition: {told(error)}")
    for place, value, message in left:
        print(f"{place}: {in_words(value)}{' – ' if value else ''}{message}")
    print(f"{target.relative_to(ROOT)}: klaar. Bouw ermee: make build EDITION={wants.name}")


if __name__ == "__main__":
    main()
