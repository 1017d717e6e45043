"""Measures against yardsticks taken in the same run; never a test. `python -m tests.bench [name …]`."""
