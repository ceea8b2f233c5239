"""The browser's Python: Pyodide's runtime, a standard library cut to what is used and compiled, and our package.

The result is a folder whose name is the hash of its contents, so that files of two builds are never mixed and may be
cached for ever. It is made once per input and kept in `.cache/runtime`.
"""

from __future__ import annotations

import hashlib
import json
import py_compile
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

from macros.errors import BuildError

AS_THEY_ARE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
STDLIB = "stdlib.zip"
PACKAGE = "decision_trees.zip"
WORKER = "worker.js"
PYTHON = (3, 13)
"""The Python of the pinned Pyodide 0.29: compiled modules are for that version only."""
STAMP = (2020, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same input gives the same bytes."""


def build_runtime(root: Path) -> Path:
    """The folder with the browser's runtime, made if its inputs changed. BuildError when Pyodide is not installed."""
    pyodide = root / "node_modules" / "pyodide"
    if not (pyodide / "pyodide.asm.wasm").exists():
        raise BuildError(
            "node_modules/pyodide", "the Pyodide runtime is not installed", "Run `make build`, or `npm ci`."
        )
    if sys.version_info[:2] != PYTHON:
        raise BuildError(
            "macros/runtime.py",
            f"Pyodide runs Python {PYTHON[0]}.{PYTHON[1]}, this is {sys.version.split()[0]}",
            "Run `make build`, which finds the right Python; change both together.",
        )
    key = _input_key(root, pyodide)
    cache = root / ".cache" / "runtime"
    done = cache / f"{key}.json"
    if done.exists() and (folder := cache / str(json.loads(done.read_text())["folder"])).exists():
        return folder
    work = cache / f"work-{key}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in AS_THEY_ARE:
        shutil.copyfile(pyodide / name, work / name)
    _strip_map(work / "pyodide.mjs")
    _cut_stdlib(pyodide / "python_stdlib.zip", work / STDLIB, _modules(root))
    _archive_package(root / "decision_trees", work / PACKAGE)
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(work.iterdir())}
    worker = (root / "macros" / "browser" / WORKER).read_text(encoding="utf-8")
    (work / WORKER).write_text(
        worker.replace("const FILES = {};", f"const FILES = {json.dumps(hashes)};"), encoding="utf-8"
    )
    folder = cache / _hash_of(work)
    shutil.rmtree(folder, ignore_errors=True)
    work.rename(folder)
    done.write_text(json.dumps({"folder": folder.name}))
    return folder


def _input_key(root: Path, pyodide: Path) -> str:
    digest = hashlib.sha256(sys.version.encode())
    inputs = [
        pyodide / "package.json",
        *sorted((root / "decision_trees").rglob("*.py")),
        Path(__file__),
        Path(__file__).with_name("runtime-modules.txt"),
        root / "macros" / "browser" / WORKER,
    ]
    for path in inputs:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _modules(root: Path) -> frozenset[str]:
    lines = (root / "macros" / "runtime-modules.txt").read_text().splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _strip_map(path: Path) -> None:
    """Leave out the reference to a source map that the site does not carry."""
    lines = [line for line in path.read_text().splitlines() if not line.startswith("//# sourceMappingURL")]
    path.write_text("\n".join(lines) + "\n")


def _cut_stdlib(source: Path, target: Path, keep: frozenset[str]) -> None:
    """Compile the modules in `keep` (dotted names) from Pyodide's standard library, without docstrings and asserts."""
    with zipfile.ZipFile(source) as full:
        sources = {
            name: full.read(name)
            for name in full.namelist()
            if name.endswith(".py") and name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") in keep
        }
    _write_compiled(target, sources, optimize=2)


def _archive_package(folder: Path, target: Path) -> None:
    """Compile our own package. It keeps its docstrings: a dataclass without one would build it at every start."""
    sources = {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*.py")
        if path.name not in ("__main__.py", "cases.py")
    }
    _write_compiled(target, sources, optimize=0)


def _write_compiled(target: Path, sources: dict[str, bytes], *, optimize: int) -> None:
    """Write modules as `.pyc` into an archive that is not packed itself: the host packs the whole, and better.

    This Python must be the one that Pyodide runs (the magic number says so); `macros.runtime` checks the versions.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive, tempfile.TemporaryDirectory() as folder:
        for name, source in sorted(sources.items()):
            plain = Path(folder) / "module.py"
            plain.write_bytes(source)
            compiled = py_compile.compile(
                str(plain),
                str(plain.with_suffix(".pyc")),
                dfile=name,
                doraise=True,
                optimize=optimize,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            assert compiled
            archive.writestr(zipfile.ZipInfo(f"{name}c", STAMP), Path(compiled).read_bytes())


def _hash_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
