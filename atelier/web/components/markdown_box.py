"""A box to write Markdown in: a few buttons, references offered as they are typed, the wrong ones named."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element


class MarkdownBox(Element, component="markdown_box.js"):
    """`statements` are those there are: `["DS-C1", "its first words"]`. Whoever holds it fills the box."""

    def __init__(self, *, words: Mapping[str, str], limit: int) -> None:
        super().__init__()
        self._props |= {"words": dict(words), "limit": limit, "title": "", "language": ""}
        self._props |= {"statements": [], "writable": False}

    def show(self, **look: Any) -> None:
        """Nothing is sent when it is the same."""
        if any(self._props[name] != value for name, value in look.items()):
            self._props |= look
            self.update()

    def cite(self, words: str) -> None:
        """Put this at the caret."""
        self.run_method("cite", words)
