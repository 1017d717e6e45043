"""A text being written in place: Markdown, references offered and checked, saved as it is typed."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from nicegui import events
from nicegui.element import Element

Asked = Callable[[Any], Awaitable[dict[str, Any] | None]]


class Writing(Element, component="writing.js"):
    """`text` is what is saved, by the event `base`; what is typed is kept under `drafts` until it is saved.

    It asks `{"id", "act", "section", …}` to `save`, `take`, `undo`, for `versions` and a `version`; the answer
    brings back the `id`, with what came of it: `saved`, `taken`, `conflict`, `refused`, or what it asks.
    """

    def __init__(self, *, words: Mapping[str, str], drafts: str, limit: int, ask: Asked) -> None:
        super().__init__()
        self._props |= {"words": dict(words), "drafts": drafts, "limit": limit}
        self._props |= {"section": "", "title": "", "text": "", "base": 0, "writable": False}
        self._props |= {"language": "", "statements": [], "others": "", "undo": 0}
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

    def on_closed(self, handler: Callable[[Any], Any]) -> "Writing":
        """Its writer is done with it."""
        self.on("closed", handler)
        return self

    async def _asked(self, event: events.GenericEventArguments) -> None:
        answer = await self._ask(event.args)
        if answer is not None:
            self.run_method("answered", answer)
