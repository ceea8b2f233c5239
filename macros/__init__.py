"""What builds the site from docs/, bron/ and decision_trees/: a room per concept, each described in its `__init__`.

Rooms import one way, from the last to the first: `shared`, `text`, `trees`, `search`, `runtime`, `handbook`, `publication`; a test
holds it. Above them stand `steps` (the steps of a build, in order), and on top the two files that others call:
`mkdocs_events` (MkDocs) and `author_macros` (who writes pages).
"""
