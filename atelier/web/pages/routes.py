"""Every screen, by being imported: NiceGUI registers a page where it is defined."""

from atelier.web.pages import wall

__all__ = ["wall"]
