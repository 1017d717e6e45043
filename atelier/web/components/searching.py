"""A box to search in, which tells what is typed there a moment after."""

from collections.abc import Callable
from typing import Any

from nicegui import events
from nicegui.element import Element


class Searching(Element, component="searching.js"):
    """`label` says what is searched; `on_typed` is given the words."""

    def __init__(self, *, label: str, on_typed: Callable[[str], Any]) -> None:
        super().__init__()
        self._props["label"] = label

        def typed(event: events.GenericEventArguments) -> Any:
            return on_typed(str(event.args))

        self.on("typed", typed)
