"""Files to take away: each says that it is being made, and when it has come."""

from collections.abc import Sequence

from nicegui.element import Element


class Downloads(Element, component="downloads.js"):
    """`files`: their names, their addresses, what they are for."""

    def __init__(self, files: Sequence[tuple[str, str, str]], *, words: dict[str, str]) -> None:
        super().__init__()
        self._props["files"] = [list(one) for one in files]
        self._props["words"] = words
