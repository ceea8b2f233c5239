"""Lay the built site beside earlier versions: `python -m tools.publish VERSION [--to FOLDER]` after `make build`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.errors import BuildError
from macros.versions import publish
from tools.site import ROOT


def main() -> None:
    """Publish site/ under a version; exit status 1 with a sentence when that cannot be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("version", help="v1, v1.2 … or nieuwste")
    parser.add_argument("--to", type=Path, default=ROOT / "public")
    wants = parser.parse_args()
    if not (ROOT / "site" / "index.html").exists():
        sys.exit("publish: there is no site/. Run make build first.")
    try:
        publish(ROOT / "site", wants.to, wants.version)
    except BuildError as error:
        sys.exit(f"publish: {error}")
    print(f"published: {wants.to / wants.version}")


if __name__ == "__main__":
    main()
