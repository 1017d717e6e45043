"""A file of this computer, brought here piece by piece; no larger than it may be, and without its name."""

import base64
import binascii
import tempfile
from collections.abc import Awaitable, Callable
from typing import IO, Any

from nicegui import events
from nicegui.element import Element

_PIECE_BYTES = 120_000  # once written in base 64, well within what the socket takes

OnFile = Callable[[str, IO[bytes]], Awaitable[None]]


class Upload(Element, component="upload.js"):
    """`on_file` is given its name, to be said, and its content, which is gone once it returns.

    `on_refused` is called for a file that is larger than `limit` bytes.
    """

    def __init__(
        self, label: str, on_file: OnFile, on_refused: Callable[[], None], *, limit: int, accept: str
    ) -> None:
        super().__init__()
        self._props["label"] = label
        self._props["accept"] = accept
        self._props["piece"] = _PIECE_BYTES
        self._on_file = on_file
        self._on_refused = on_refused
        self._limit = limit
        self._name = ""
        self._size = 0
        self._come: IO[bytes] | None = None
        self.on("begun", self._begun)
        self.on("piece", self._piece)

    async def _begun(self, event: events.GenericEventArguments) -> None:
        said: dict[str, Any] = event.args
        self._name, self._size = str(said.get("name", "")), int(said.get("size", 0))
        if self._size > self._limit:
            self.run_method("done")
            self._on_refused()
            return
        self._let_go()
        self._come = tempfile.TemporaryFile()  # noqa: SIM115 - open from piece to piece, and without a name
        await self._go_on()

    async def _piece(self, event: events.GenericEventArguments) -> None:
        """In their order; whatever else comes is not taken."""
        if self._come is None or event.args.get("from") != self._come.tell():
            return
        try:
            data = base64.b64decode(str(event.args.get("data", "")), validate=True)
        except binascii.Error:
            data = b""
        if not data or self._come.tell() + len(data) > self._size:
            self._let_go()
            self.run_method("done")
            return
        self._come.write(data)
        await self._go_on()

    async def _go_on(self) -> None:
        assert self._come is not None  # noqa: S101 - it has begun
        if self._come.tell() < self._size:
            self.run_method("next", self._come.tell())
            return
        self.run_method("done")
        come, self._come = self._come, None
        with come:
            come.seek(0)
            await self._on_file(self._name, come)

    def _let_go(self) -> None:
        if self._come is not None:
            self._come.close()
            self._come = None
