"""Running the build's scripts that are Node's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.shared.errors import BuildError


def run_node(script: Path, *arguments: str | Path, text: str = "") -> str:
    """What a script of ours prints for `text`. BuildError when there is no Node or the script fails."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.prefix) / "bin")])
    node = shutil.which("node", path=path)
    place = f"macros/{script.relative_to(script.parents[1]).as_posix()}"
    if not node:
        raise BuildError(place, "Node.js was not found; this script needs it", "Run make setup.")
    command = [node, str(script), *map(str, arguments)]
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=False, encoding="utf-8")
    if result.returncode:
        said = result.stderr.strip()[-500:]
        raise BuildError(place, f"Node ended with {result.returncode}: {said}", "Run `npm ci`, then `make test`.")
    return result.stdout
