"""A sheet over the screen: one question, a form drawn by our templates, Escape to leave it."""

from collections.abc import Callable
from typing import Any

from nicegui.element import Element

Handler = Callable[[Any], Any]


class Sheet(Element, component="sheet.js"):
    """Texts marked `data-draft` are kept in the browser, under `drafts`, until they are saved."""

    def __init__(self, *, drafts: str) -> None:
        super().__init__()
        self._props["html"] = ""
        self._props["turn"] = 0
        self._props["saved"] = False
        self._props["drafts"] = drafts

    def show(self, html: str) -> None:
        """Open it, or turn it over."""
        self._props["html"] = html
        self._props["turn"] += 1
        self.update()

    def close(self, *, saved: bool = False) -> None:
        """`saved`: what was typed there is no longer kept in the browser."""
        self._props["saved"] = saved
        self.show("")

    def say(self, sentence: str) -> None:
        """Why it is not done, said within; what was typed stays."""
        self.run_method("say", sentence)

    def on_sent(self, handler: Handler) -> "Sheet":
        """`{"act": "save", "fields": {"text": ["…"]}}`: the button pressed, the fields of the form."""
        self.on("sent", handler)
        return self

    def on_left(self, handler: Handler) -> "Sheet":
        """It was closed."""
        self.on("left", handler)
        return self
