"""The browser's Python: Pyodide and the standard library cut to what is used, our package, and the worker that runs them.

Flow: `node_modules/pyodide` and `decision_trees/` become one folder named by its contents; beside it, for /eigen-versie/, an
archive of `edition`. Imports `edition`, `shared`.
"""
