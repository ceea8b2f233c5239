"""Record the addresses of new provisions, sheets and forms in bron/adressen.txt: `python -m tools.addresses`."""

from __future__ import annotations

import json

from macros.text.published_addresses import record
from macros.trees import forms, talks
from tools.site import ROOT, build


def main() -> None:
    """Build, and add what the register has and the record has not."""
    site = ROOT / ".build" / "addresses-site"
    build(site, quiet=True)
    entries = json.loads((site / "api" / "bepalingen.json").read_text())["bepalingen"]
    new = record(ROOT, [*(entry["id"] for entry in entries), *talks.addresses(), *forms.addresses()])
    print(f"{len(new)} addresses added to bron/adressen.txt" + "".join(f"\n  {id}" for id in new[:20]))


if __name__ == "__main__":
    main()
