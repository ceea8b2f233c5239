"""How a build grows: 1, 10 and 100 times the text, and 2, 20 and 50 trees, beside stock MkDocs with Material.

The larger projects are made here: copies of the documents under names of their own, copies of a tree under ids of their
own. Books are left out; they are a fixed number of files. Times are of one build each, the first: the shape counts, not the
digit. The site at its own size is built several times, in turn with stock.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tools.bench.line import RUNS, spread
from tools.bench.stock_site import write_stock_project, write_stock_project_of_all
from tools.site import copy_project

TIMES = [int(part) for part in os.environ.get("SCALE", "1,10,100").split(",")]
TREES = [int(part) for part in os.environ.get("SCALE_TREES", "2,20,50").split(",")]
DRIVER = """
import json, resource, sys, time
from collections import Counter
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from macros import build, finish
from macros.publication import policy
from macros.search.index import Indexing

spent = Counter()
def timed(module, name, step):
    old = getattr(module, name)
    def wrapped(*a, **k):
        began = time.monotonic()
        try:
            return old(*a, **k)
        finally:
            spent[step] += time.monotonic() - began
    setattr(module, name, wrapped)
timed(build, "prepare", "read and check the text")
timed(build, "build_runtime", "made once: the browser's Python")
timed(finish, "finish", "finish the pages, and files beside them")
timed(finish, "mend_pages", "of which the pages")
timed(Indexing, "write", "of which the search's index")
timed(finish, "write_service_worker", "of which the service worker")
timed(policy, "write_nginx", "of which the policy for nginx")
config = load_config("mkdocs.yml", site_dir=sys.argv[1])
config.plugins.on_startup(command="build", dirty=False)
mkdocs_build.build(config)
spent["read and check the text"] -= spent["made once: the browser's Python"]
print(json.dumps({**spent, "memory (MB)": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def project(folder: Path) -> Path:
    """A copy of this project to enlarge."""
    copy_project(folder, cache=False)
    (folder / "driver.py").write_text(DRIVER)
    return folder


def more_text(folder: Path, times: int) -> None:
    """The documents as many times, each copy a document of its own."""
    documents = folder / "macros" / "text" / "documents.py"
    code = documents.read_text("utf-8")
    nav = (folder / "mkdocs.yml").read_text("utf-8")
    names = ("convenant", "privacyprotocol", "vuistregels", "wegwijzer-professionals", "wegwijzer-organisaties")
    added_documents, added_pages = [], []
    for copy in range(2, times + 1):
        # A section of its own in the menu, as stock's copies have their folder.
        added_pages.append(f"  - Kopie {copy}:")
        for name in names:
            own = f"{name}-{copy}"
            added_documents.append(f'    Document("{own}", "{name} {copy}", "{name} {copy}"),')
            sources = (
                [folder / "docs" / f"{name}.md"]
                if (folder / "docs" / f"{name}.md").exists()
                else sorted((folder / "docs" / name).glob("*.md"))
            )
            for source in sources:
                if source.stem == "volledig" or (source.stem == "index" and name != "vuistregels"):
                    continue
                relative = source.relative_to(folder / "docs").as_posix().replace(name, own, 1)
                target = folder / "docs" / relative
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(source.read_text("utf-8"), "utf-8")
                added_pages.append(f"      - {relative}")
    documents.write_text(code.replace("\n)\nMODELS", "\n" + "\n".join(added_documents) + "\n)\nMODELS", 1), "utf-8")
    (folder / "mkdocs.yml").write_text(nav.replace("\ntheme:", "\n".join(["", *added_pages, "", "theme:"]), 1), "utf-8")
    record(folder, times)


def more_trees(folder: Path, count: int) -> None:
    """As many trees, the added ones copies of the consent tree."""
    for number in range(3, count + 1):
        code = (
            "from dataclasses import replace\n"
            "from decision_trees.trees.toestemming import TREE as OTHER\n"
            f'TREE = replace(OTHER, id="boom-{number}", title="Boom {number}")\n'
        )
        (folder / "decision_trees" / "trees" / f"boom_{number}.py").write_text(code, "utf-8")


def record(folder: Path, times: int) -> None:
    """Record the addresses of the copies: those of the originals under the copies' names."""
    path = folder / "bron" / "adressen.txt"
    lines = path.read_text("utf-8").splitlines()
    ids = [line.partition("/") for line in lines if not line.startswith("#")]
    copies = [f"{name}-{copy}{slash}{rest}" for copy in range(2, times + 1) for name, slash, rest in ids]
    path.write_text("\n".join([*lines, *copies]) + "\n", "utf-8")


def run(command: list[str], folder: Path) -> str:
    """What a command in a project prints; CalledProcessError with its output when it fails."""
    environment = {
        **os.environ,
        "BOOKS": "0",
        "PYTHONPATH": str(folder),
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "0",
    }
    result = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"bench, scale: {' '.join(command)} failed in {folder}:\n{(result.stdout + result.stderr)[-2000:]}")
    return result.stdout


def build(folder: Path) -> dict[str, float]:
    """One build of a project: seconds of the whole process without the browser's Python, seconds by step, and the memory
    at its highest. The browser's Python is made once, and only again when code changes."""
    began = time.monotonic()
    printed = run([sys.executable, "driver.py", str(folder / "site")], folder)
    total = time.monotonic() - began
    found: dict[str, float] = json.loads(printed.splitlines()[-1])
    found = {"total (s)": total - found["made once: the browser's Python"], **found}
    return {name: round(value, 2) for name, value in found.items()}


def stock(site: Path, folder: Path, times: int) -> dict[str, float]:
    """The same text, as many times, with stock MkDocs and Material."""
    write_stock_project(folder, site, times)
    began = time.monotonic()
    printed = run([sys.executable, "-c", MEASURED], folder)
    return {"total (s)": round(time.monotonic() - began, 2), "memory (MB)": float(re.findall(r"\d+", printed)[-1])}


MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def alone(site: Path, work: Path) -> dict[str, object]:
    """The site alone, as whole processes that take turns, after a first build of each: beside stock with the source's text, and with
    all that our pages say. Processor time of the process and what it starts, since another program's share is not a build's."""
    folders = {"ours": work / "alone", "stock": work / "alone-stock", "stock, all pages": work / "alone-stock-all"}
    copy_project(folders["ours"], cache=True)
    write_stock_project(folders["stock"], site)
    write_stock_project_of_all(folders["stock, all pages"], site)
    seconds: dict[str, list[float]] = {name: [] for name in folders}
    for turn in range(RUNS + 1):
        for name, folder in folders.items():
            command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(work / f"{name}-site")]
            before = spent_by_children()
            run(command, folder)
            if turn:
                seconds[name].append(spent_by_children() - before)
    middle = {name: statistics.median(took) for name, took in seconds.items()}
    ratios = {f"ours to {name}": round(middle["ours"] / middle[name], 2) for name in folders if name != "ours"}
    return {**{f"{name} (s of a processor)": spread(took) for name, took in seconds.items()}, **ratios}


def spent_by_children() -> float:
    """Seconds of processor time of the processes that this one started and that have ended, theirs too."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(site: Path, work: Path) -> dict[str, object]:
    """All sizes, ours and stock."""
    results: dict[str, object] = {"the site alone": alone(site, work)}
    for times in TIMES:
        folder = project(work / f"text-{times}")
        more_text(folder, times)
        results[f"{times} x text, ours"] = build(folder)
        results[f"{times} x text, stock"] = stock(site, work / f"stock-{times}", times)
        shutil.rmtree(folder)
        shutil.rmtree(work / f"stock-{times}")
    for count in TREES:
        folder = project(work / f"trees-{count}")
        more_trees(folder, count)
        results[f"{count} trees"] = build(folder)
        shutil.rmtree(folder)
    return results
