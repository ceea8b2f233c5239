// Runs the tree tests inside Pyodide, in Node: the same files, the Python that the browser has.
// Usage: node tests/pyodide/run.mjs SITE_PACKAGES [pytest arguments]

import { fileURLToPath } from "node:url";
import path from "node:path";
import { loadPyodide } from "pyodide";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const [packages, ...wanted] = process.argv.slice(2);
const pyodide = await loadPyodide({
  indexURL: path.join(root, "node_modules/pyodide"),
  env: { HOME: "/home", PYTHONDONTWRITEBYTECODE: "1" },
});
const { FS } = pyodide;
for (const [place, folder] of [["/project", root], ["/packages", packages]]) {
  FS.mkdirTree(place);
  FS.mount(FS.filesystems.NODEFS, { root: folder }, place);
}
pyodide.globals.set("wanted", pyodide.toPy(wanted));
const code = pyodide.runPython(`
import os, sys
os.chdir("/project")
sys.path[:0] = ["/project", "/packages"]
import pytest
print(f"Pyodide, Python {sys.version.split()[0]}")
int(pytest.main(["-p", "no:cacheprovider", "--noconftest", *wanted]))
`);
process.exit(code);
