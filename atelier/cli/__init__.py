"""The command line: `atelier`, also `python -m atelier`."""

from atelier.cli.main import main

__all__ = ["main"]
