"""Files for other software: a tree as DMN, a document as Akoma Ntoso, what changed as a feed.

Each is valid against a schema of others and says what the pages say. Imports `handbook` (a page as blocks), `text`, `edition`, `shared`.
"""
