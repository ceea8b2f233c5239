"""What builds the site from docs/, bron/ and decision_trees/: a room per concept, each described in its `__init__`.

Rooms import one way, the later from the earlier: `shared`, `theme`, `edition`, `text`, `trees`, `search`, `runtime`, `handbook`, `publication`; a
test holds it. Above them stand the two halves of a build: `build` makes the one value that all pages are made of, `finish` works
on the finished pages. On top are the files that others call: `mkdocs_events` (MkDocs) and `author_macros` (who writes pages, in
the `author_sandbox`).
"""
