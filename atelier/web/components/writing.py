"""A text being written in place: Markdown, references offered and checked, saved as it is typed."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from nicegui import events
from nicegui.element import Element

Asked = Callable[[Any], Awaitable[dict[str, Any] | None]]


class Writing(Element, component="writing.js"):
    """`text` is what is saved, by the event `base`; what is typed is kept under `drafts` until it is saved.

    It asks `{"id", "act": "save", "section", "text", "base"}`, and is answered `{"id", "saved": seq}`,
    `{"id", "conflict": {"text", "base"}}` or `{"id", "refused": sentence}`.
    """

    def __init__(self, *, words: Mapping[str, str], drafts: str, limit: int, ask: Asked) -> None:
        super().__init__()
        self._props |= {"words": dict(words), "drafts": drafts, "limit": limit}
        self._props |= {"section": "", "title": "", "text": "", "base": 0, "writable": False}
        self._props |= {"statements": [], "known": [], "versions": [], "others": "", "undo": 0}
        self._ask = ask
        self.on("asked", self._asked)

    def show(self, **look: Any) -> None:
        """Nothing is sent when it is the same."""
        changed = {name: value for name, value in look.items() if self._props[name] != value}
        if changed:
            self._props |= changed
            self.update()

    def cite(self, words: str) -> None:
        """Put this at the caret."""
        self.run_method("cite", words)

    async def _asked(self, event: events.GenericEventArguments) -> None:
        answer = await self._ask(event.args)
        if answer is not None:
            self.run_method("answered", answer)
