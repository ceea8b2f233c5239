"""The handbook: the same pages as books (PDF), a file for e-readers (EPUB) and documents to fill in (Word)."""
