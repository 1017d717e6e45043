"""The slip being typed, and the last ones: one element, so that no key waits for the server."""

from atelier.web.components.asking import AskingForm


class PaperForm(AskingForm, component="paper.js"):
    """Keeps what is typed in the browser until it is answered, whatever happens to the line."""
