"""Record the addresses of new provisions, examples, sheets and forms in bron/adressen.txt: `python -m tools.addresses`."""

from __future__ import annotations

import json
import sys

from macros.examples.examples import read_examples
from macros.shared.errors import BuildError, told
from macros.text.published_addresses import record
from macros.trees import forms, talks
from tools.site import ROOT, Failed, build


def main() -> None:
    """Build, and add what is published and the record has not; exit status 1 with a sentence when that cannot be."""
    site = ROOT / ".build" / "addresses-site"
    try:
        build(site, quiet=True)
        provisions = json.loads((site / "api" / "bepalingen.json").read_text())["bepalingen"]
        others = (*read_examples(ROOT).addresses, *talks.addresses(), *forms.addresses())
        new = record(ROOT, [*(entry["id"] for entry in provisions), *others])
    except Failed:
        sys.exit("the build stopped; nothing was recorded")
    except (BuildError, OSError) as error:
        sys.exit(f"addresses: {told(error)}")
    print(f"{len(new)} addresses added to bron/adressen.txt" + "".join(f"\n  {id}" for id in new[:20]))


if __name__ == "__main__":
    main()
