"""What the trees know and decide: pure Python, standard library only, the same in CPython and in Pyodide.

`model` says what a tree is, `walk` how it is followed, `laws` which laws may be cited; each tree stands in its own
file in `trees/`. `catalogue.TREES` lists them.
"""
