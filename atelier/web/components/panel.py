"""A part of a screen drawn by our templates: buttons marked `data-act`, timers marked `data-ends`."""

from collections.abc import Callable
from typing import Any

from nicegui.element import Element

Handler = Callable[[Any], Any]


class Panel(Element, component="panel.js"):
    """What it shows is replaced as a whole, only when it is another; the focus stays where it was."""

    def __init__(self, name: str, html: str = "", *, now: float) -> None:
        super().__init__()
        self.classes(name)
        self._props["html"] = html
        self._props["now"] = now

    def show(self, html: str, *, now: float) -> None:
        """`now` is the time of the server, for the timers within."""
        if self._props["html"] != html:
            self._props["html"] = html
            self._props["now"] = now
            self.update()

    def set_clock(self, now: float) -> None:
        """The page has just arrived: it is later than when it left."""
        self._props["now"] = now
        self.update()

    def on_act(self, handler: Handler) -> "Panel":
        """`{"act": "step", "of": "3"}`."""
        self.on("act", handler)
        return self

    def on_ready(self, handler: Handler) -> "Panel":
        """It stands in the browser."""
        self.on("ready", handler)
        return self
