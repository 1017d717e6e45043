"""A form that asks and is answered: what it sends has an `id`, which its answer brings back."""

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import events
from nicegui.element import Element

Ask = Callable[[Any], Awaitable[dict[str, Any]]]


class AskingForm(Element):
    """`words`: every sentence it may say. `look`: what it shows, replaced when it changes."""

    def __init__(self, *, words: dict[str, str], look: dict[str, Any], ask: Ask, **props: Any) -> None:
        super().__init__()
        self._props["words"] = words
        self._props["look"] = look
        self._props |= props
        self._ask = ask
        self.on("asked", self._asked)

    def show(self, look: dict[str, Any]) -> None:
        """Nothing is sent when it is the same."""
        if look != self._props["look"]:
            self._props["look"] = look
            self.update()

    async def _asked(self, event: events.GenericEventArguments) -> None:
        answer = await self._ask(event.args)
        self.run_method("answered", answer)
