"""One exchange with an ASGI application, message by message: what no polite client would send."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What came back: a status (a socket's closing code), headers by small letters, the body."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def ask(
    app: ASGIApp,
    *,
    method: str = "GET",
    path: str = "/",
    headers: Iterable[tuple[str, str]] = (("host", "localhost"),),
    body: Iterable[bytes | None] = (b"",),
    address: str | None = "192.168.4.20",
    kind: str = "http",
) -> Said:
    """Send this, chunk by chunk; `None` is a silence that never ends."""
    scope: Scope = {
        "type": kind,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http" if kind == "http" else "ws",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers],
        "client": (address, 50_000) if address else None,
        "server": ("localhost", 80),
        "state": {},
    }
    if kind == "websocket":
        del scope["method"]
    return asyncio.run(_exchange(app, scope, iter(body)))


async def _exchange(app: ASGIApp, scope: Scope, chunks: Iterator[bytes | None]) -> Said:
    sent: list[Message] = []
    left = list(chunks)

    async def receive() -> Message:
        if scope["type"] == "websocket":
            return {"type": "websocket.connect"}
        if not left or left[0] is None:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    if scope["type"] == "websocket":
        return Said(status=sent[0].get("code", 0))
    start = sent[0]
    headers = {name.decode(): value.decode("latin-1") for name, value in start["headers"]}
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Said(status=start["status"], headers=headers, body=content)
