"""What builds the site from docs/ and decision_trees/: addresses, references, tree pages, the browser runtime."""
