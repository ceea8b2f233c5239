"""The browser's Python: Pyodide's runtime, a standard library cut to what is used and compiled, and our package.

The result is a folder whose name is the hash of its contents, so that files of two builds are never mixed and may be
cached for ever. It is made once per input and kept in `.cache/runtime`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from macros.errors import BuildError

AS_THEY_ARE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
STDLIB = "stdlib.zip"
PACKAGE = "decision_trees.zip"
WORKER = "worker.js"
STAMP = (2020, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same input gives the same bytes."""


def build_runtime(root: Path) -> Path:
    """The folder with the browser's runtime, made if its inputs changed. BuildError when Pyodide is not installed."""
    pyodide = root / "node_modules" / "pyodide"
    if not (pyodide / "pyodide.asm.wasm").exists():
        raise BuildError(
            "node_modules/pyodide", "the Pyodide runtime is not installed", "Run `make build`, or `npm ci`."
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
    for name in (STDLIB, PACKAGE):
        _compile(work / name)
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
    """Copy the modules in `keep` (dotted names) from Pyodide's standard library."""
    with zipfile.ZipFile(source) as full, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as cut:
        for name in sorted(full.namelist()):
            module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            if name.endswith(".py") and module in keep:
                cut.writestr(zipfile.ZipInfo(name, STAMP), full.read(name))


def _archive_package(folder: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*.py")):
            if path.name != "__main__.py":
                archive.writestr(zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder)}", STAMP), path.read_bytes())


def _compile(archive: Path) -> None:
    """Compile the modules in an archive with pyodide-build; this Python must be the one that Pyodide runs."""
    result = subprocess.run(
        [Path(sys.executable).with_name("pyodide"), "py-compile", "--silent", "--compression-level", "9", str(archive)],
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise BuildError(archive.name, f"pyodide py-compile failed: {result.stderr.strip()}", "Run `make build` again.")
    _normalise(archive)


def _normalise(archive: Path) -> None:
    """Write the archive anew in one order with one time, so that two builds give the same bytes."""
    with zipfile.ZipFile(archive) as compiled:
        files = {name: compiled.read(name) for name in sorted(compiled.namelist()) if not name.endswith("/")}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data, compresslevel=9)


def _hash_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
