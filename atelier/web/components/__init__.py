"""Elements of our own: a Python class beside one JavaScript file."""
