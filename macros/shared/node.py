"""Running the build's scripts that are Node's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from macros.shared.errors import BuildError


class NodeRun:
    """A script that runs while the build goes on: it reads what `give` writes, and `finish` takes what it prints."""

    def __init__(self, script: Path, *arguments: str | Path) -> None:
        """Start the script. BuildError when there is no Node."""
        self.place = f"macros/{script.parent.name}/{script.name}"
        path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.prefix) / "bin")])
        node = shutil.which("node", path=path)
        if not node:
            raise BuildError(self.place, "Node.js was not found; this script needs it", "Run make setup.")
        pipe = subprocess.PIPE
        command = [node, str(script), *map(str, arguments)]
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")
        self._pool = ThreadPoolExecutor(1)  # the build need not wait while Node reads
        self._given: list[Future[None]] = []

    def give(self, text: str) -> None:
        """Write to the script's input."""
        self._given.append(self._pool.submit(self._write, text))

    def _write(self, text: str) -> None:
        if self._process.stdin:
            self._process.stdin.write(text)

    def finish(self) -> str:
        """All that the script prints once its input has ended. BuildError when it fails."""
        try:
            for given in self._given:
                given.result()
        except BrokenPipeError:  # it ended before it had read all, and says below why
            pass
        self._pool.shutdown()
        printed, said = self._process.communicate()
        if code := self._process.returncode:
            raise BuildError(
                self.place, f"Node ended with {code}: {said.strip()[-500:]}", "Run `npm ci`, then `make test`."
            )
        return printed


def run_node(script: Path, *arguments: str | Path) -> str:
    """What a script of ours prints. BuildError when there is no Node or the script fails."""
    return NodeRun(script, *arguments).finish()
