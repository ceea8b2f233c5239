"""The search's index: what can be found, made of the register, the trees, the examples, the terms and the site's own pages.

Flow: pieces in, one JSON file out, by the same scripts that the browser runs. Imports `text`, `examples`,
`shared`.
"""
