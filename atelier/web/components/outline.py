"""A document as a list of parts that unfold, are put in order, and hold an editor where a text is open."""

from collections.abc import Callable
from typing import Any

from nicegui.element import Element

Handler = Callable[[Any], Any]
Look = list[dict[str, Any]]


class Outline(Element, component="outline.js"):
    """What is within it stands below the line that is open. `drafts`: where the editor keeps what is typed.

    A part is `{"name", "html", "kind", "lines": [{"name", "html", "kind"}]}`, drawn by our templates: buttons
    are marked `data-act`, grips that drag `data-drag`, with the list that they move in.
    """

    def __init__(self, *, label: str, drafts: str) -> None:
        super().__init__()
        self._props |= {"label": label, "drafts": drafts, "parts": [], "opened": "", "turn": 0}

    def show(self, parts: Look, *, opened: str) -> None:
        """Nothing is sent when it is the same."""
        if (parts, opened) != (self._props["parts"], self._props["opened"]):
            self._props |= {"parts": parts, "opened": opened}
            self.update()

    def forget(self, section: str, text: str) -> None:
        """It is saved: if that is what the browser keeps of this text, it keeps it no longer."""
        self.run_method("forget", section, text)

    def rescue(self, section: str) -> None:
        """Have it give the words that it keeps for a text."""
        self.run_method("rescue", section)

    def on_rescued(self, handler: Handler) -> "Outline":
        """`{"section": "statement:DS-R4:after", "text": "…"}`."""
        self.on("rescued", handler)
        return self

    def on_act(self, handler: Handler) -> "Outline":
        """`{"act": "open", "of": "foreword"}`."""
        self.on("act", handler)
        return self

    def on_moved(self, handler: Handler) -> "Outline":
        """`{"list": "parts", "name": "theme:DS", "before": "synthesis"}`: dropped; "" is the end."""
        self.on("moved", handler)
        return self

    def on_ready(self, handler: Handler) -> "Outline":
        """It stands in the browser: `{"opened": "foreword", "drafts": ["next"]}`, from before."""
        self.on("ready", handler)
        return self
