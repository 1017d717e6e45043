"""What is typed in a long form, kept in the browser: a restart of the server loses nothing."""

from collections.abc import Callable
from typing import Any

from nicegui import events
from nicegui.element import Element


class Kept(Element, component="kept.js"):
    """`on_found` is called once with what the browser had, if it had something."""

    def __init__(self, name: str, on_found: Callable[[Any], None]) -> None:
        super().__init__()
        self._props["name"] = name

        def found(event: events.GenericEventArguments) -> None:
            on_found(event.args)

        self.on("found", found)

    def keep(self, value: object) -> None:
        """In place of what was kept."""
        self.run_method("keep", value)

    def forget(self) -> None:
        """It was used."""
        self.run_method("forget")
