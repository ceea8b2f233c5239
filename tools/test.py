"""Run each kind of test in turn, stop at the first that fails, close with what ran: `python -m tools.test`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tools.site import Failed, build

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / ".build" / "test-site"

PYTEST = [sys.executable, "-m", "pytest"]
TWO_AT_ONCE = [*PYTEST, "-n", "2"]
"""For tests that only compute and build, on two cores; a browser that is watched gets the machine to itself."""
NODE_TOOLS = ROOT / "node_modules" / ".bin"
KINDS: list[tuple[str, list[str]]] = [
    ("style (ruff)", [sys.executable, "-m", "ruff", "check", "."]),
    ("layout (ruff format)", [sys.executable, "-m", "ruff", "format", "--check", "."]),
    ("types of Python (mypy)", [sys.executable, "-m", "mypy"]),
    ("types of JavaScript (tsc)", [str(NODE_TOOLS / "tsc"), "--project", "tools/jsconfig.json"]),
    ("trees", [*TWO_AT_ONCE, "tests/trees"]),
    ("text", [*TWO_AT_ONCE, "tests/text", "tests/build"]),
    ("search", [*PYTEST, "tests/search"]),
    ("books and data", [*TWO_AT_ONCE, "tests/handbook", "tests/data"]),
    ("trees in Pyodide", [*PYTEST, "-s", "tests/pyodide"]),
    ("site in a browser", [*PYTEST, "tests/site", "--ignore=tests/site/test_network.py"]),
]


def main() -> None:
    """Build once, run each kind, print the summary; exit status 1 when a kind failed."""
    started = time.monotonic()
    print("building the site to test …", flush=True)
    try:
        build(SITE, quiet=True, compress=True)
    except Failed:
        sys.exit("the build stopped; no test ran")
    environment = {**os.environ, "SITE_UNDER_TEST": str(SITE), "NO_MKDOCS_2_WARNING": "1"}
    if not shutil.which("node"):
        environment["PATH"] = f"{environment['PATH']}{os.pathsep}{ROOT / '.venv' / 'bin'}"
    rows: list[str] = []
    passed = 0
    for name, command in KINDS:
        print(f"\n── {name}", flush=True)
        began = time.monotonic()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        output = []
        for line in process.stdout or ():
            print(line, end="", flush=True)
            output.append(line)
        code = process.wait()
        counted = [int(n) for n in re.findall(r"^(?:.* )?(\d+) passed", "".join(output), re.MULTILINE)]
        passed += counted[-1] if counted else int(code == 0)
        rows.append(
            f"{'ok    ' if code == 0 else 'FAILED'} {name:28} {time.monotonic() - began:6.1f} s"
            f"   {f'{counted[-1]} tests' if counted else ''}"
        )
        if code:
            break
    failed = any(row.startswith("FAILED") for row in rows)
    print("\n" + "\n".join(rows))
    left = [name for name, _ in KINDS[len(rows) :]]
    if left:
        print(f"not run: {', '.join(left)}")
    print(f"in {time.monotonic() - started:.0f} s")
    print(f"{passed} passed, {int(failed)} failed")
    sys.exit(int(failed))


if __name__ == "__main__":
    main()
