"""A file of this computer, read by the browser: its text comes, the file goes nowhere."""

from collections.abc import Callable

from nicegui import events
from nicegui.element import Element


class TextFile(Element, component="text_file.js"):
    """`on_text` is given the text; at most `limit` bytes are read."""

    def __init__(self, label: str, on_text: Callable[[str], None], *, limit: int, accept: str) -> None:
        super().__init__()
        self._props["label"] = label
        self._props["limit"] = limit
        self._props["accept"] = accept

        def read(event: events.GenericEventArguments) -> None:
            on_text(str(event.args))

        self.on("read", read)
