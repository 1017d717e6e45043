"""A small convention to look at, played from a script."""
