"""The style sheets of the printed pages."""

from pathlib import Path

from atelier.web.assets import serve

_FOLDER = Path(__file__).parent / "static"

COMMON = serve(_FOLDER / "sheets.css")
"""What every sheet needs, and the tools on the screen."""

WHOLE = serve(_FOLDER / "whole.css")
"""For sheets that are laid out to the edge of the paper: posters and slips."""

RUNNING = serve(_FOLDER / "running.css")
"""For text that runs from page to page, with margins and page numbers."""
