"""A light client of the event stream: hundreds of them fit in one process."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Listener:
    """One open stream. `seen` is the last number it was told; `items` what it shows by now."""

    port: int
    path: str
    seen: int | None = None
    items: dict[str, list[Any]] = field(default_factory=dict)
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None

    async def open(self, headers: str = "") -> None:
        """Connect; say what was seen last, if anything was."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 24)
        last = f"Last-Event-ID: {self.seen}\r\n" if self.seen is not None else ""
        request = f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{last}{headers}\r\n"
        self.writer.write(request.encode())
        head = await self.reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head

    async def chunks(self) -> AsyncIterator[bytes]:
        """What arrives, as it arrives, without what HTTP adds. Ends when the server ends it."""
        assert self.reader is not None
        while True:
            size = int(await self.reader.readuntil(b"\r\n"), 16)
            body = await self.reader.readexactly(size + 2)
            if not size:
                return
            yield body[:-2]

    async def frames(self) -> AsyncIterator[dict[str, Any]]:
        """Each frame, applied to `items` before it is given."""
        left = b""
        async for chunk in self.chunks():
            *told, left = (left + chunk).split(b"\n\n")
            for one in told:
                data = [line[6:] for line in one.split(b"\n") if line.startswith(b"data: ")]
                if data:
                    frame = json.loads(data[0])
                    self.apply(frame)
                    yield frame

    def apply(self, frame: dict[str, Any]) -> None:
        """As the page does."""
        if frame.get("whole"):
            self.items = {}
        for name in frame.get("gone", ()):
            self.items.pop(name, None)
        for name, *item in frame["put"]:
            self.items[name] = item
        self.seen = frame["seq"]

    def close(self) -> None:
        """Go without a word, as a phone does."""
        if self.writer is not None:
            self.writer.close()
