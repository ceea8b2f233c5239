"""The source text: which documents there are, how a numbered line becomes a part with an address, the register of all parts,
what a text refers to, which terms it uses, and where it differs from the source.

Flow: a page of docs/ is read by `numbering` and `citable_parts`, `register` gathers what they found, and `linking` completes
the page with what the register, `references` and `terms` know. For an edition `filled` puts in the read page what `edition` says
of each place. Imports `edition`, `shared`.
"""
