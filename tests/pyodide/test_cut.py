"""The runtime that the site ships: cut, and yet the same answers."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from decision_trees.service import handle
from macros.runtime.assembly import (
    SCRIPT,
    WASM,
    WHOLE,
    build_runtime,
    for_old_browsers,
    run_in_node,
    sample_requests,
    used_functions,
)
from macros.runtime.wasm import Module
from macros.shared.errors import BuildError
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def runtime() -> Path:
    return build_runtime(ROOT)


def test_the_cut_runtime_answers_as_this_python_does_and_misses_nothing(runtime: Path, tmp_path: Path) -> None:
    shutil.copytree(runtime, tmp_path / "runtime")
    requests = sample_requests(skip=3)  # not the paths by which the cut was made
    found = run_in_node(tmp_path / "runtime", requests)
    expected = [handle(request) for request in requests]
    assert found["answers"] == expected
    assert found["later"] == expected, "a start from the snapshot answers otherwise"
    assert (found["starts"], found["missed"]) == (2, 0)


def test_a_function_that_was_left_out_is_seen_when_it_is_called(runtime: Path, tmp_path: Path) -> None:
    folder = tmp_path / "runtime"
    shutil.copytree(runtime, folder)
    whole = Module((runtime / WHOLE / WASM).read_bytes())
    shutil.copyfile(runtime / WHOLE / SCRIPT, folder / SCRIPT)
    used = used_functions(runtime, ["{}"])
    cut = Module((runtime / WASM).read_bytes())
    kept = sum(len(body) > 8 for body in cut.bodies)
    assert len(used) < kept < len(whole.bodies) / 2
    names = {export.name for export in whole.exports}
    (folder / WASM).write_bytes(whole.cut(used[: len(used) // 2], names))
    with pytest.raises(Exception, match=r"unreachable|Node ended"):
        run_in_node(folder, sample_requests())


def test_static_blocks_are_changed_into_fields_and_nothing_else(runtime: Path) -> None:
    """Back again, the script is Pyodide's own; that ours answers as this Python does is the first test of this file."""
    source = (ROOT / "node_modules" / "pyodide" / SCRIPT).read_text("utf-8")
    ours = (runtime / WHOLE / SCRIPT).read_text("utf-8")
    assert source.count("static{") == ours.count("static#blok") == 64
    assert re.sub(r"static#blok\d+=void\((.*?)\);", r"static{\1}", ours) == source
    for script in runtime.rglob("*.js"):
        assert not re.search(r"\bstatic\s*\{|\(\?<[=!]", script.read_text("utf-8")), script.name


def test_a_field_names_its_class_as_the_block_did() -> None:
    code = (
        'const a=(f,name)=>(seen.push(Object.getOwnPropertyNames(f).join()),Object.defineProperty(f,"name",{value:name}));'
        'const seen=[];class t{static{a(this,"Eerst")}static twee=seen.push("twee")}class u extends t{static{a(this,"Dan")}static{this.soort=seen}static{this.leeg={}}}'
        "console.log(JSON.stringify([seen,t.name,u.name,Object.keys(t),Object.getOwnPropertyNames(u),u.soort.length]))"
    )
    shown = [
        subprocess.run(["node", "-e", script], text=True, capture_output=True, check=True).stdout
        for script in (code, for_old_browsers(code))
    ]
    assert for_old_browsers(code) != code and shown[0] == shown[1] and '"Eerst","Dan"' in shown[0]


@pytest.mark.parametrize("script", ["class t{static{let a=1}}", 'class t{static {f(this,"x")}}', "class t{#blok0=1}"])
def test_a_static_block_of_a_new_form_stops_the_build(script: str) -> None:
    with pytest.raises(BuildError, match="new form"):
        for_old_browsers(script)


def test_what_is_no_module_is_refused() -> None:
    with pytest.raises(ValueError, match="not a WebAssembly module"):
        Module(b"\0asm\x02\0\0\0")


def test_every_file_of_the_runtime_has_its_hash_in_the_worker(runtime: Path) -> None:
    worker = (runtime / "worker.js").read_text("utf-8")
    files = json.loads(worker.split("const FILES = ", 1)[1].split(";\n", 1)[0])
    assert {WASM, f"{WHOLE}/{WASM}", "stdlib.zip", "decision_trees.zip"} <= set(files)
