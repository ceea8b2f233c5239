"""A proeftuin's own edition of the model: which fields there are, what an edition file says, and what each place becomes.

Flow: `fields` holds the reviewed list of places, `answers` reads and checks an edition file against it, and `filling` says what
stands at each place then. `word` fills in a Word file (`word_additions` what is added, under the names of `word_names`), `from_word` reads a filled one back. Imports nothing but the standard library, for the browser runs the same code as the build.
"""
