"""The browser's Python: Pyodide's runtime and the standard library, cut to what is used, and our package.

Cut twice. The standard library: the modules in `modules.txt`, compiled. The WebAssembly and its script: the
functions that a start and a set of requests call, found by running them in Node (`usage.mjs`), with all that
these call in turn; `macros.runtime.wasm` says what happens to the others. Whatever still misses a function starts again with
the whole runtime, in the folder `heel/`; the worker sees to that.

The result is a folder whose name is the hash of its contents, so that files of two builds are never mixed and may be
cached for ever. It is made once per input and kept in `.cache/runtime`.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import shutil
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from decision_trees.catalogue import TREES
from decision_trees.household_facts import AGES, DECISIONS
from decision_trees.link import to_fragment
from decision_trees.tree_text import text
from decision_trees.walk import answers_of, count_paths, paths
from macros.runtime.compiling import compile_folder
from macros.runtime.wasm import Module
from macros.shared.errors import BuildError
from macros.shared.node import run_node
from macros.shared.scripts import filled

HERE = Path(__file__).parent
LOADER, SCRIPT, WASM = "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm"
"""Pyodide's loader is published as `.js`: a host that does not know `.mjs` gives it a type that no browser runs."""
STDLIB = "stdlib.zip"
PACKAGE = "decision_trees.zip"
FORMS = "forms.zip"
"""The part of our package that makes forms, fetched when the first is asked for."""
WORKER = "worker.js"
WHOLE = "heel"
"""The folder with the runtime as it was before it was cut."""
PYTHON = (3, 13)
"""The Python of the pinned Pyodide 0.29: compiled modules are for that version only."""
LOCK = {
    "info": {"abi_version": "2025_0", "arch": "wasm32", "platform": "emscripten_4_0_9", "python": "3.13.2", "version": "0.29.4"},
    "packages": {},
}  # fmt: skip
"""What Pyodide wants to know of its packages: there are none."""
SITECUSTOMIZE = "import gc\ngc.disable()\n"
"""Run as Python starts: what a page asks in its minutes leaves next to no cycles, so nothing has to look for them; the
start alone takes 40 ms less."""
BEGIN = (
    "import sys; sys.path.insert(0, '/decision_trees.zip')\nfrom decision_trees.service import handle; handle('{}')\n"
)
"""The start of our package, in the browser and where its use is measured."""
MORE = f"import decision_trees; decision_trees.__path__.append('/{FORMS}/decision_trees')\n"
"""What adds the forms to our package, once their archive is there."""
ALL = "import decision_trees.service; decision_trees.service.read_all()"
"""Reads every tree: a page does with one, but a snapshot is for all pages, and has no archive to read another from."""
PATHS_MEASURED = 600
"""How many paths, of all trees together, are followed to find what is used; more found nothing new."""
FAMILY = {
    **{f"{person}.leeftijd": "18" for person in ("moeder", "vader", "stiefvader", "volwassene-1")},
    "kind-1.leeftijd": "0-11", "kind-2.leeftijd": "0-11", "kind-3.leeftijd": "12-15", "kind-4.leeftijd": "ongeboren",
    "stiefvader.in-stuk": "nee", "kind-1.gezag": "moeder+vader", "kind-2.gezag": "moeder+stiefvader", "kind-3.gezag": "gi-voogd",
    "moeder>moeder": "gegeven", "moeder>kind-1": "gegeven", "vader>vader": "geweigerd", "vader>kind-1": "ingetrokken",
    "moeder>kind-2": "niet-gevraagd", "volwassene-1>volwassene-1": "niet-in-staat", "gi>kind-3": "geweigerd",
    "volwassene-1.vertegenwoordiger": "partner", "vertegenwoordiger>volwassene-1": "gegeven", "kind-3>kind-3": "gegeven",
    "geldigheid": "ja", "nagegaan": "ja", "x": "y",
}  # fmt: skip
"""A household with something of everything, of which each sample changes something."""
HOUSEHOLD_WALKS: tuple[tuple[str, dict[str, str]], ...] = (
    ("toestemming", {"acuut-gevaar": "nee"}),
    ("toestemming", {}),
    ("toestemming", {"acuut-gevaar": "ja"}),
    ("toestemming", {"acuut-gevaar": "nee", "waarvoor": "hulp"}),
    ("toestemming", {"acuut-gevaar": "nee", "waarvoor": "geheim", "leeftijd": "18", "besluit-18": "geweigerd"}),
    (
        "delen",
        {
            "acuut-gevaar": "nee",
            "wens": "geven",
            "rol": "lokaal-team",
            "ontvanger": "buiten",
            "soort-gegevens": "straf",
        },
    ),
)
"""What the walk said above a household: the first with every sample, the others with some."""
NOT_IN_BROWSER = frozenset({"__main__.py", "cases.py", "talks.py"})
"""Modules of our package that only a terminal or a build uses; the sheets for talks (`gesprekken/`) too."""
STAMP = (2020, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same input gives the same bytes."""


def build_runtime(root: Path) -> Path:
    """The folder with the browser's runtime, made if its inputs changed. BuildError when Pyodide is not installed."""
    pyodide = root / "node_modules" / "pyodide"
    if not (pyodide / WASM).exists():
        raise BuildError(
            "node_modules/pyodide", "the Pyodide runtime is not installed", "Run `make build`, or `npm ci`."
        )
    if sys.version_info[:2] != PYTHON:
        raise BuildError(
            "macros/runtime/assembly.py",
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
    (work / WHOLE).mkdir(parents=True)
    shutil.copyfile(pyodide / WASM, work / WHOLE / WASM)
    (work / WHOLE / SCRIPT).write_text(for_old_browsers((pyodide / SCRIPT).read_text("utf-8")), "utf-8")
    _strip_map(pyodide / "pyodide.mjs", work / LOADER)
    _cut_stdlib(pyodide / "python_stdlib.zip", work / STDLIB, modules_kept())
    _archive_package(root / "decision_trees", work / PACKAGE, work / FORMS)
    _cut_runtime(work)
    _write_worker(work)
    folder = cache / _hash_of(work)
    shutil.rmtree(folder, ignore_errors=True)
    work.rename(folder)
    done.write_text(json.dumps({"folder": folder.name}))
    return folder


def _write_worker(work: Path) -> None:
    files = sorted(path for path in work.rglob("*") if path.is_file())
    hashes = {path.relative_to(work).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    worker = filled(HERE / WORKER, FILES=hashes, LOCK=LOCK, BEGIN=BEGIN, MORE=MORE, ALL=ALL)
    (work / WORKER).write_text(worker, encoding="utf-8")


def _cut_runtime(work: Path) -> None:
    """Write the cut WebAssembly and script beside the whole ones."""
    module = Module((work / WHOLE / WASM).read_bytes())
    script = _cut_script((work / WHOLE / SCRIPT).read_text(encoding="utf-8"), (work / LOADER).read_text("utf-8"))
    names = set(WORD.findall(script))
    names |= {name.removeprefix("_") for name in names} | module.import_names()
    (work / WASM).write_bytes(module.cut(used_functions(work, sample_requests()), names))
    (work / SCRIPT).write_text(script, encoding="utf-8")


STATIC_BLOCK = re.compile(r'static\{([A-Za-z_$][\w$]*\(this,"[^"\\]*"\)|this\.[\w$]+=(?:[\w$]+|\{\}))\}')


def for_old_browsers(script: str) -> str:
    """Pyodide's script without static blocks in classes, which Safari knows from 16.4: one stops the whole file.

    Each of Pyodide's is one expression, that names the class or sets one of its properties. A private static field does the same at
    the same moment, with the same `this`, and nothing can see it. BuildError when there is a block of another form, or
    anything that makes the change unsafe.
    """
    numbers = itertools.count()
    changed = STATIC_BLOCK.sub(lambda match: f"static#blok{next(numbers)}=void({match[1]});", script)
    if re.search(r"\bstatic\s*\{", changed) or "#blok" in script:
        raise BuildError(
            SCRIPT, "Pyodide's script has static blocks of a new form", "See macros.runtime.assembly.for_old_browsers."
        )
    return changed


WORD = re.compile(r"[A-Za-z_$][\w$]*")
EXPORTED = re.compile(r'var (\w+)=Module\["(\w+)"\]=(?:wasmExports\["(\w+)"\]|\d[\de]*);')


def _cut_script(script: str, loader: str) -> str:
    """Pyodide's script without the names, one statement each, that nothing else in it or in the loader mentions: they
    are for modules that would be linked at run time, which the site does not have."""
    words = Counter(WORD.findall(script) + WORD.findall(loader))

    def kept(match: re.Match[str]) -> str:
        own = Counter(name for name in match.groups() if name)
        return match[0] if any(words[name] > times for name, times in own.items()) else ""

    return EXPORTED.sub(kept, script)


def sample_requests(skip: int = 0) -> list[str]:
    """Requests to Python as a page makes them: of each tree, paths spread over all, and what is wrong in every way.

    `skip`: other paths, for a test.
    """
    requests: list[dict[str, object]] = [{}, {"doe": "x"}, {"doe": "beeld", "boom": "x"}]
    requests += [{"doe": "verslag", "boom": id, "antwoorden": {}} for id in TREES]
    requests.append({"doe": "vergelijk", "boom": "delen", "tekst": 1})
    requests += [
        {"doe": "vergelijk", "boom": id, "tekst": f"{text(tree)}{end}"}
        for id, tree in TREES.items()
        for end in ("", " ")
    ]
    requests += [{"doe": "open", "boom": id, "fragment": text} for id in TREES for text in ("#a=x", "#a=é~%00", "#a=")]
    for id, tree in TREES.items():
        step = max(1, count_paths(tree) * len(TREES) // PATHS_MEASURED)
        for steps, _ in itertools.islice(paths(tree), skip, None, step):
            answers = answers_of(steps)
            requests += [
                {"doe": what, "boom": id, "antwoorden": answers, "datum": "1 mei 2026"}
                for what in ("beeld", "verslag", "link")
            ]
            requests.append({"doe": "open", "boom": id, "fragment": to_fragment(answers)})
    requests += sample_terms(skip)
    requests += sample_households(skip)
    requests += sample_forms(requests)
    return [*(json.dumps(request, ensure_ascii=False) for request in requests), "{ é", "[]"]


def sample_terms(skip: int) -> list[dict[str, object]]:
    """Requests for terms: of each tree's outcomes, from moments through the year, before and after they passed, and odd ones."""
    now = 1_798_761_600_000  # 1 January 2027
    moments = [
        f"202{6 - n % 3}-{n % 12 + 1:02}-{28 - (n * 5 + skip) % 28:02}T{n * 7 % 24:02}:{n * 11 % 60:02}"
        for n in range(40)
    ]
    asked: list[tuple[object, object]] = [(text, now) for text in moments]
    asked += [(text, now - 300 * 86_400_000) for text in moments[::4]]
    asked += [
        ("", now),
        ("2026-02-30T10:00", now),
        ("1999-01-01T00:00", now),
        ("x-y", now),
        (moments[0], "x"),
        (moments[1], now + 0.5),
    ]
    requests: list[dict[str, object]] = []
    for id, tree in TREES.items():
        ends = {outcome.id: steps for steps, outcome in itertools.islice(paths(tree), 400) if outcome.terms}
        for number, steps in enumerate(ends.values()):
            answers = answers_of(steps)
            requests += [
                {"doe": "termijnen", "boom": id, "antwoorden": answers, "sinds": since, "nu": present}
                for since, present in asked[number % 3 :: 3]
            ]
    return requests


def sample_forms(requests: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    """Requests for forms at some of the places that other requests ask about, and for their Word files."""
    places = [{**r, "doe": "formulieren"} for r in requests if r.get("doe") in ("verslag", "huishouden")]
    kinds = (
        "toestemming",
        "intrekken",
        "afwegingsverslag",
        "bericht",
        "lekregister",
        "besluit",
        "toestemming.moeder.kind-2",
        "x",
    )
    dated = [
        {**r, "doe": "formulieren", **({"welk": "ontvangst"} if number % 4 == 1 else {})}
        for number, r in enumerate(r for r in requests if r.get("doe") == "termijnen")
        if number % 5 == 0
    ]
    return places[::7] + dated + [{**place, "welk": kind} for place in places[::23] for kind in kinds]


def sample_households(skip: int) -> list[dict[str, object]]:
    """Requests about households: filled in fact by fact, with each decision in turn, with each fact left out or said anew."""
    order = list(FAMILY)
    families: list[object] = [[1], {"a": 1}, None, {}, dict.fromkeys(order, "x")]
    families += [dict(list(FAMILY.items())[:length]) for length in range(1 + skip % 2, len(order) + 1)]
    for key in order:
        rest = {other: value for other, value in FAMILY.items() if other != key}
        values = DECISIONS if ">" in key else AGES if key.endswith(".leeftijd") else (FAMILY[key], "weet-niet")
        families += [rest, *({**FAMILY, key: value} for value in values), {**rest, key: FAMILY[key]}]
    agreed = {"moeder.leeftijd": "18", "kind-1.leeftijd": "0-11", "kind-1.gezag": "moeder", "moeder>moeder": "gegeven"}
    agreed |= {"moeder>kind-1": "gegeven", "geldigheid": "ja", "nagegaan": "ja"}
    families += [dict(list(agreed.items())[:length]) for length in range(1, len(agreed) + 1)] * 5
    return [
        {"doe": "huishouden", "boom": tree, "antwoorden": answers, "feiten": facts}
        for number, facts in enumerate(families)
        for tree, answers in HOUSEHOLD_WALKS[: None if (number + skip) % 5 == 0 else 1]
    ]


def run_in_node(folder: Path, requests: list[str]) -> dict[str, object]:
    """Start the runtime in `folder` in Node and pass it requests; what usage.mjs found."""
    names = ("begin.json", "requests.json", "result.json")
    begin, asked, result = (folder / name for name in names)
    begin.write_text(json.dumps({"lock": LOCK, "begin": BEGIN, "more": MORE, "all": ALL}), encoding="utf-8")
    asked.write_text(json.dumps(requests), encoding="utf-8")
    run_node(HERE / "usage.mjs", folder, asked, result)
    found: dict[str, object] = json.loads(result.read_text("utf-8"))
    return found


def used_functions(work: Path, requests: list[str]) -> list[int]:
    """The numbers of the functions that a start of the whole runtime in `work` and these requests call."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (LOADER, STDLIB, PACKAGE, FORMS, f"{WHOLE}/{SCRIPT}"):
            shutil.copyfile(work / file, folder / Path(file).name)
        (folder / WASM).write_bytes(Module((work / WHOLE / WASM).read_bytes()).watched())
        used = run_in_node(folder, requests)["used"]
    if not isinstance(used, list) or len(used) < 1000:
        raise BuildError(WASM, "the functions that Python uses were not found", "See macros/runtime/usage.mjs.")
    return used


def _input_key(root: Path, pyodide: Path) -> str:
    digest = hashlib.sha256(sys.version.encode())
    inputs = [
        pyodide / "package.json",
        *sorted((root / "decision_trees").rglob("*.py")),
        Path(__file__),
        HERE / "compiling.py",
        HERE / "wasm.py",
        HERE.parent / "shared" / "node.py",
        HERE.parent / "shared" / "scripts.py",
        HERE / "modules.txt",
        HERE / "usage.mjs",
        HERE / WORKER,
    ]
    for path in inputs:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def modules_kept() -> frozenset[str]:
    """The modules of the standard library that the trees' Python has."""
    lines = (HERE / "modules.txt").read_text().splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _strip_map(source: Path, target: Path) -> None:
    """Leave out the reference to a source map that the site does not carry."""
    lines = [line for line in source.read_text().splitlines() if not line.startswith("//# sourceMappingURL")]
    target.write_text("\n".join(lines) + "\n")


def _cut_stdlib(source: Path, target: Path, keep: frozenset[str]) -> None:
    """Compile the modules in `keep` (dotted names) from Pyodide's standard library, without docstrings and asserts."""
    with zipfile.ZipFile(source) as full:
        sources = {
            name: full.read(name)
            for name in full.namelist()
            if name.endswith(".py") and name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") in keep
        }
    write_compiled(target, {**sources, "sitecustomize.py": SITECUSTOMIZE.encode()}, optimize=2)


def _archive_package(folder: Path, target: Path, forms: Path) -> None:
    """Compile our own package, its forms apart, without what only proves a tree: it was proved when the site was built. It keeps its
    docstrings: a dataclass without one would build it at every start."""
    sources = {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*.py")
        if path.name not in NOT_IN_BROWSER and path.parent.name != "gesprekken"
    }
    later = {name: source for name, source in sources.items() if name.startswith(f"{folder.name}/forms/")}
    write_compiled(target, {name: source for name, source in sources.items() if name not in later}, optimize=1)
    write_compiled(forms, later, optimize=1)


def write_compiled(target: Path, sources: dict[str, bytes], *, optimize: int) -> None:
    """Write modules as `.pyc` into an archive that is not packed itself: the host packs the whole, and better.

    This Python must be the one that Pyodide runs (the magic number says so); `macros.runtime.assembly` checks the versions.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for module, source in sources.items():
            (folder / module).parent.mkdir(parents=True, exist_ok=True)
            (folder / module).write_bytes(source)
        compile_folder(folder, optimize=optimize)
        for module in sorted(sources):
            archive.writestr(zipfile.ZipInfo(f"{module}c", STAMP), (folder / f"{module}c").read_bytes())


def _hash_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
