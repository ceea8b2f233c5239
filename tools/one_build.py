"""One build by MkDocs, for `tools.site`: what stops it is told with its place and remedy, not as a traceback.

MkDocs ends by itself on what it or our own steps refuse. What reaches this place is an error of the system (a full disk,
a folder that may not be written) or of a tree's file, which is read before any step; a traceback is left for mistakes in
the project's own code.
"""

from __future__ import annotations

import sys

from macros.shared.errors import told


def main() -> None:
    """Build into SITE_DIR; exit status 1 with a sentence when the build stops."""
    try:
        from mkdocs.__main__ import cli

        from macros.build import build_day

        build_day()  # MkDocs reads that moment too, before any of our steps, and says nothing of what is wrong with it
        cli(["build", "--clean"])
    except Exception as error:
        if (known := told(error)) is None:
            raise
        sys.exit(f"build stopped: {known}")


if __name__ == "__main__":
    main()
