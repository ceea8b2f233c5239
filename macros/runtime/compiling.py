"""Compiling modules in a Python of its own: `python -I -S compiling.py FOLDER OPTIMIZE` writes a `.pyc` beside each `.py`.

How a module's constants are written depends on what else the compiling Python holds (strings that it knows already are marked in
the file). A Python that has loaded nothing but this always writes the same bytes.
"""

from __future__ import annotations

import py_compile
import subprocess
import sys
from pathlib import Path


def compile_folder(folder: Path, *, optimize: int) -> None:
    """Compile every module in a folder; subprocess.CalledProcessError when one cannot be."""
    command = [sys.executable, "-I", "-S", __file__, str(folder), str(optimize)]
    subprocess.run(command, check=True, capture_output=True, text=True)


def main() -> None:
    """Compile, in the order of the names."""
    folder, optimize = Path(sys.argv[1]), int(sys.argv[2])
    for path in sorted(folder.rglob("*.py")):
        py_compile.compile(
            str(path),
            str(path.with_suffix(".pyc")),
            dfile=path.relative_to(folder).as_posix(),
            doraise=True,
            optimize=optimize,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )


if __name__ == "__main__":
    main()
