"""What the trees know and decide: pure Python, standard library only, the same in CPython and in Pyodide.

`model` says what a tree is, `walk` how it is followed, `laws` which laws may be cited; each tree stands in its own
file in `trees/`. `catalogue.TREES` lists them. From a program:

>>> from decision_trees.catalogue import TREES
>>> from decision_trees.walk import view
>>> seen = view(TREES["toestemming"], {"acuut-gevaar": "ja"})
>>> str(seen.node.oordeel), seen.node.title
('direct handelen', 'Handel direct')
>>> view(TREES["toestemming"], {TREES["toestemming"].start: "nee"}).node.text
'Waarvoor wil je toestemming?'

`view` takes answer ids by question id, in the order in which they were given, and never fails on odd ones. In a terminal:
`python -m decision_trees loop toestemming`.
"""
