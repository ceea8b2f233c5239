"""Running the scripts in browser/ that are Node's, at build time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.errors import BuildError


def run_node(script: str, *arguments: str | Path, text: str = "") -> str:
    """What a script of macros/browser/ prints for `text`. BuildError when there is no Node or the script fails."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.prefix) / "bin")])
    node = shutil.which("node", path=path)
    place = f"macros/browser/{script}"
    if not node:
        raise BuildError(place, "Node.js was not found; this script needs it", "Run make setup.")
    command = [node, str(Path(__file__).parent / "browser" / script), *map(str, arguments)]
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=False, encoding="utf-8")
    if result.returncode:
        said = result.stderr.strip()[-500:]
        raise BuildError(place, f"Node ended with {result.returncode}: {said}", "Run `npm ci`, then `make test`.")
    return result.stdout
