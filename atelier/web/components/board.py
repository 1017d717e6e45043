"""The boards of a theme on a screen of the team: one element, whatever the number of cards.

The browser is fed by the same stream as the phones. What the person does there
comes back as intentions (cards and statements chosen, one dropped on another),
which Python handlers turn into commands.
"""

from collections.abc import Callable
from typing import Any

from nicegui.element import Element

Handler = Callable[[Any], Any]


class Board(Element, component="board.js"):
    """`skeleton` is our own HTML with lists marked `data-place`; `url` the feed; `after` its number."""

    def __init__(
        self, *, skeleton: str, url: str, after: int, script: str, options: dict[str, Any] | None = None
    ) -> None:
        super().__init__()
        self._props["skeleton"] = skeleton
        self._props["url"] = url
        self._props["after"] = after
        self._props["script"] = script
        self._props["options"] = options or {}

    def on_chosen(self, handler: Handler) -> "Board":
        """`{"cards": [41], "statements": ["DS-C1"]}`, each time the choice changes."""
        self.on("chosen", handler)
        return self

    def on_dropped(self, handler: Handler) -> "Board":
        """`{"card": 41, "on": "card-40" | "DS-C1"}`."""
        self.on("dropped", handler)
        return self

    def on_more(self, handler: Handler) -> "Board":
        """`{"id": "card-40" | "DS-C1"}`: all that can be done with it is asked for."""
        self.on("more", handler)
        return self

    def on_restored(self, handler: Handler) -> "Board":
        """`{"id": "card-40"}`: out of those set aside."""
        self.on("restored", handler)
        return self

    def on_key(self, handler: Handler) -> "Board":
        """`{"key": "g"}`, pressed within the boards."""
        self.on("key", handler)
        return self

    def clear_choice(self) -> None:
        """Nothing is chosen any more."""
        self.run_method("clearChoice")
