"""A text being written in place: saved as it is typed, compared with what another wrote meanwhile."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from nicegui import events
from nicegui.element import Element

from atelier.web.components.markdown_box import MarkdownBox

Asked = Callable[[Any], Awaitable[dict[str, Any] | None]]


class Writing(Element, component="writing.js"):
    """`text` is what is saved, by the event `base`; what is typed is kept under `drafts` until it is saved.

    It asks `{"id", "act", "section", …}` to `save`, `take`, `undo`, for `versions`, a `version`; the answer
    brings back the `id`, with what came of it: `saved`, `taken`, `conflict`, `refused`, or what it asks.
    """

    def __init__(self, *, words: Mapping[str, str], drafts: str, limit: int, ask: Asked) -> None:
        super().__init__()
        self._props |= {"words": dict(words), "drafts": drafts, "section": "", "title": "", "text": ""}
        self._props |= {"base": 0, "writable": False, "others": "", "undo": 0}
        self._ask = ask
        self.on("asked", self._asked)
        with self:
            self.box = MarkdownBox(words=words, limit=limit)

    def show(self, **look: Any) -> None:
        """Nothing is sent when it is the same."""
        if any(self._props[name] != value for name, value in look.items()):
            self._props |= look
            self.update()

    def on_closed(self, handler: Callable[[Any], Any]) -> "Writing":
        """Its writer is done with it."""
        self.on("closed", handler)
        return self

    async def _asked(self, event: events.GenericEventArguments) -> None:
        answer = await self._ask(event.args)
        if answer is not None:
            self.run_method("answered", answer)
