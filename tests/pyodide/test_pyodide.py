"""The tree tests once more, inside Pyodide in Node: the Python that the browser runs."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig

from tests.conftest import ROOT


def test_tree_tests_pass_inside_pyodide() -> None:
    node = shutil.which("node") or str(ROOT / ".venv" / "bin" / "node")
    result = subprocess.run(
        [node, "tests/pyodide/run.mjs", sysconfig.get_path("purelib"), "tests/trees"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    output = "\n".join(line[:300] for line in (result.stdout + result.stderr).splitlines()[-40:])
    assert result.returncode == 0, output
    assert "Pyodide, Python 3.13" in result.stdout and " passed" in result.stdout, output
    print(output)
