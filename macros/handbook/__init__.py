"""The handbook: the same pages as books (PDF), a file for e-readers (EPUB) and documents to fill in (Word).

Flow: a page becomes blocks (`blocks`), which `book` and `typesetting`, `epub` and `word` each write in their own form;
`make` calls them all, and `files` says what there is. Imports `trees`, `text`, `edition`, `shared`.
"""
