"""The trees that the site publishes: every module here holds one, as `TREE`."""
