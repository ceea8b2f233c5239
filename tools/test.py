"""Run each kind of test, stop at the first that fails, close with what ran: `python -m tools.test`."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / ".build" / "test-site"

CORES = 2
"""Of the smallest machine that runs all of this in reasonable time."""
PYTEST = [sys.executable, "-m", "pytest"]
TWO_AT_ONCE = [*PYTEST, "-n", str(CORES), "--dist", "worksteal"]
"""Two workers, of which one that is done takes over from the other; what a file's tests share is made in one of them, mostly."""
NODE_TOOLS = ROOT / "node_modules" / ".bin"
BUILD = "the site to test"
"""The kind that the tests of a finished site wait for."""
KINDS: list[tuple[str, list[str]]] = [
    (BUILD, [sys.executable, "-m", "tools.site", "build", "--quiet", "--compress", "--to", str(SITE)]),
    ("style (ruff)", [sys.executable, "-m", "ruff", "check", "."]),
    ("layout (ruff format)", [sys.executable, "-m", "ruff", "format", "--check", "."]),
    ("types of Python (mypy)", [sys.executable, "-m", "mypy"]),
    ("types of JavaScript (tsc)", [str(NODE_TOOLS / "tsc"), "--project", "tools/jsconfig.json"]),
    ("trees", [*PYTEST, "tests/trees"]),
    ("books and data", [*PYTEST, "tests/handbook", "tests/data"]),
    ("trees in Pyodide", [*PYTEST, "-s", "tests/pyodide"]),
    ("search", [*PYTEST, "tests/search"]),
    ("Firefox and WebKit", [*PYTEST, "-rs", "-k", "not WPE", "tests/engines"]),
    ("WebKit of iOS 16", [*PYTEST, "-rs", "-k", "WPE", "tests/engines"]),
    ("bad network", [*PYTEST, "tests/site/test_network.py"]),
    ("text", [*TWO_AT_ONCE, "tests/text", "tests/build"]),
    ("site in a browser", [*TWO_AT_ONCE, "tests/site", "--ignore=tests/site/test_network.py"]),
]
"""In the order in which they start. One that takes one core runs beside the next, and is shown when it ends."""
WITHOUT_SITE = ("style (ruff)", "layout (ruff format)", "types of Python (mypy)", "types of JavaScript (tsc)", "trees")
"""What may start while the site is built."""


def cores(command: list[str]) -> int:
    """How many a kind keeps busy."""
    return CORES if command[: len(TWO_AT_ONCE)] == TWO_AT_ONCE else 1


GRACE = 5
"""How many seconds a kind gets to end by itself."""


class Kind:
    """One kind of test, as it runs and when it ended."""

    def __init__(self, name: str, command: list[str], environment: Mapping[str, str]) -> None:
        self.name = name
        self.alone = cores(command) == CORES
        self.began = time.monotonic()
        self.seconds = 0.0
        self.output: list[str] = []
        self.stopped = False
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.heading = f"\n── {name}"
        if self.alone:
            print(self.heading, flush=True)

    def follow(self) -> None:
        """Take what it says until it ends; shown at once when nothing else speaks."""
        for line in self.process.stdout or ():
            self.output.append(line)
            if self.alone:
                print(line, end="", flush=True)
        self.process.wait()
        self.seconds = time.monotonic() - self.began

    def stop(self) -> None:
        """End it as Ctrl-C does, so that it ends what it started itself; harder when it does not hear that, as in the background."""
        self.stopped = True
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.terminate()

    def show(self) -> None:
        """Show what it said, if that was not done yet."""
        if not self.alone and not self.stopped:
            print("\n".join((self.heading, "".join(self.output).rstrip("\n"))), flush=True)

    @property
    def failed(self) -> bool:
        """Whether it found something: one that was stopped did not."""
        return self.process.returncode != 0 and not self.stopped

    @property
    def tests(self) -> int | None:
        """How many passed, of a kind that counts."""
        counted = re.findall(r"^(?:.* )?(\d+) passed", "".join(self.output), re.MULTILINE)
        return int(counted[-1]) if counted else None

    @property
    def row(self) -> str:
        """Its line of the summary."""
        word = "stopped" if self.stopped else "FAILED" if self.failed else "ok"
        return f"{word:7} {self.name:28} {self.seconds:6.1f} s   {'' if self.tests is None else f'{self.tests} tests'}".rstrip()


def run_all(kinds: list[tuple[str, list[str]]], environment: Mapping[str, str]) -> list[Kind]:
    """Start each kind when it has its cores, and the site that it tests; after one failed no other, and what runs beside it is stopped."""
    waiting, started = list(kinds), list[Kind]()
    going: dict[Future[None], Kind] = {}
    with ThreadPoolExecutor() as threads:
        while going or waiting:
            free = CORES - sum(CORES if kind.alone else 1 for kind in going.values())
            building = any(kind.name == BUILD for kind in going.values())
            if waiting and cores(waiting[0][1]) <= free and not (building and waiting[0][0] not in WITHOUT_SITE):
                started.append(Kind(*waiting.pop(0), environment))
                going[threads.submit(started[-1].follow)] = started[-1]
                continue
            for ended in wait(going, return_when=FIRST_COMPLETED).done:
                kind = going.pop(ended)
                kind.show()
                if kind.failed:
                    waiting.clear()
                    for other in going.values():
                        other.stop()
    return started


def main() -> None:
    """Build once, run all kinds, print the summary; exit status 1 when a kind failed."""
    began = time.monotonic()
    environment = {**os.environ, "SITE_UNDER_TEST": str(SITE), "NO_MKDOCS_2_WARNING": "1"}
    if not shutil.which("node"):
        environment["PATH"] = f"{environment['PATH']}{os.pathsep}{ROOT / '.venv' / 'bin'}"
    ran = run_all(KINDS, environment)
    print("\n" + "\n".join(kind.row for kind in ran))
    if left := [name for name, _ in KINDS[len(ran) :]]:
        print(f"not run: {', '.join(left)}")
    print(f"in {time.monotonic() - began:.0f} s")
    failed = [kind for kind in ran if kind.failed]
    passed = sum(kind.tests or 1 for kind in ran if kind not in failed and not kind.stopped)
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
