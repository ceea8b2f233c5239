"""The decision trees as pages: the walker and the whole tree as text, tables and a diagram for jurists, the account of rules.

Flow: a tree of `decision_trees`, with the register for its sources, becomes HTML, by the templates in
`theme/tree`. Decides nothing. Imports `text`, `shared`.
"""
