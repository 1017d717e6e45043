"""The projected screen: one element, fed by the stream; nobody touches it."""

from collections.abc import Callable
from typing import Any

from nicegui.element import Element

Handler = Callable[[Any], Any]


class WallScreen(Element, component="wall.js"):
    """`skeleton` is our own HTML with lists marked `data-place`; `url` the feed; `now` the server's clock."""

    def __init__(self, *, skeleton: str, url: str, now: float) -> None:
        super().__init__()
        self._props["skeleton"] = skeleton
        self._props["url"] = url
        self._props["now"] = now

    def set_clock(self, now: float) -> None:
        """The page has just arrived: it is later than when it left."""
        self._props["now"] = now
        self.update()

    def on_ready(self, handler: Handler) -> "WallScreen":
        """It stands in the browser."""
        self.on("ready", handler)
        return self

    def say(self, *, ways: str, address: str, phones: str) -> None:
        """How to come in, and how many came; nothing is sent when nothing changed."""
        told = {"ways": ways, "address": address, "phones": phones}
        if any(self._props.get(name) != value for name, value in told.items()):
            self._props.update(told)
            self.update()
