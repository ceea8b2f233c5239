"""Python for /eigen-versie/: the package macros.edition with the model's fields, for a worker of its own.

The runtime is that of the trees, in its whole form: what this package needs of it is not what the cut was measured for. The trees'
files stay as they are, to the byte: modules of the standard library that only this package needs go in its own archive.
"""

from __future__ import annotations

import ast
import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros import edition
from macros.edition.service import DATA
from macros.runtime.assembly import HERE, LOCK, STAMP, modules_kept, write_compiled
from macros.shared.scripts import filled

PACKAGE = Path(edition.__file__).parent
FOLDER = "assets/eigen-versie"
ARCHIVE, WORKER = "edition.zip", "worker.js"


def write_edition_runtime(root: Path, site: Path, runtime: str, model: Mapping[str, Any]) -> None:
    """Write the worker and its archive. `runtime`: the name of the trees' folder; `model`: what macros.edition.service reads."""
    folder = site / FOLDER
    folder.mkdir(parents=True)
    worker = filled(HERE / "edition_worker.js", RUNTIME=f"../python/{runtime}/", LOCK=LOCK)
    (folder / WORKER).write_text(worker, "utf-8")
    (folder / ARCHIVE).write_bytes(archive(root, model))


def archive(root: Path, model: Mapping[str, Any]) -> bytes:
    """The package, compiled, with the modules that the cut standard library lacks, and the model's data."""
    sources = {f"macros/edition/{path.name}": path.read_bytes() for path in sorted(PACKAGE.glob("*.py"))}
    sources["macros/__init__.py"] = b""
    with zipfile.ZipFile(root / "node_modules" / "pyodide" / "python_stdlib.zip") as library:
        for name in sorted(missing_modules(sources.values(), library.namelist())):
            sources[f"{name}.py"] = library.read(f"{name}.py")
    with tempfile.TemporaryDirectory() as name:
        target = Path(name) / ARCHIVE
        write_compiled(target, sources, optimize=0)
        packed = io.BytesIO(target.read_bytes())
    with zipfile.ZipFile(packed, "a") as file:
        text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
        file.writestr(zipfile.ZipInfo(f"macros/edition/{DATA}", STAMP), text.encode())
    return packed.getvalue()


def missing_modules(sources: Any, library: list[str]) -> Iterator[str]:
    """The modules of the standard library that the package imports and that the cut one lacks."""
    kept = modules_kept()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            names = [node.module] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                if name in sys.stdlib_module_names and name not in kept and f"{name}.py" in library:
                    yield name
