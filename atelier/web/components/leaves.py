"""The cahier as it will be printed: sheets of paper on a table; only those that changed are fetched."""

from collections.abc import Callable, Sequence
from typing import Any

from nicegui.element import Element

Handler = Callable[[Any], Any]


class LeavesView(Element, component="leaves.js"):
    """`style` and `url`: where its style sheet and its sheets are. `words`: every sentence it may say."""

    def __init__(self, *, words: dict[str, str], style: str, url: str, lang: str, store: str) -> None:
        super().__init__()
        self._props["words"] = words
        self._props["look"] = style
        self._props["url"] = url
        self._props["lang"] = lang
        self._props["store"] = store
        self._props["order"] = []

    def show(self, order: Sequence[tuple[str, str]]) -> None:
        """The name and the stamp of each sheet; nothing is sent when they are the same."""
        given = [list(one) for one in order]
        if self._props["order"] != given:
            self._props["order"] = given
            self.update()

    def follow(self, anchor: str) -> None:
        """Bring this heading into view, now or as soon as it is there."""
        self.run_method("follow", anchor)

    def on_opened(self, handler: Handler) -> "LeavesView":
        """`{"statement": "ds-r4", "heading": "droits-sociaux-ds"}`: what was clicked, and under what."""
        self.on("opened", handler)
        return self

    def on_ready(self, handler: Handler) -> "LeavesView":
        """It stands in the browser."""
        self.on("ready", handler)
        return self
