"""Hands and paper dots, statement by statement."""

from atelier.web.components.asking import AskingForm


class CountingForm(AskingForm, component="counting.js"):
    """Saves a number when its box is left."""
