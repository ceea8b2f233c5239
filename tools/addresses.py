"""Record the addresses of new provisions, examples, sheets and forms in bron/adressen.txt: `python -m tools.addresses`."""

from __future__ import annotations

import json

from macros.examples.examples import read_examples
from macros.text.published_addresses import record
from macros.trees import forms, talks
from tools.site import ROOT, build


def main() -> None:
    """Build, and add what is published and the record has not."""
    site = ROOT / ".build" / "addresses-site"
    build(site, quiet=True)
    provisions = json.loads((site / "api" / "bepalingen.json").read_text())["bepalingen"]
    others = (*read_examples(ROOT).addresses, *talks.addresses(), *forms.addresses())
    new = record(ROOT, [*(entry["id"] for entry in provisions), *others])
    print(f"{len(new)} addresses added to bron/adressen.txt" + "".join(f"\n  {id}" for id in new[:20]))


if __name__ == "__main__":
    main()
