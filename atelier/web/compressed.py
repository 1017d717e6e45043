"""Files that never change, compressed once and kept: not again for every laptop that arrives."""

import asyncio
import gzip

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atelier.web.plain.gzip_pages import reads_gzip

_PREFIX = "/_nicegui/"
_SMALLEST_BYTES = 500
_TEXT = (b"text/", b"application/javascript", b"application/json")


class Compressed:
    """Remembers the answers under NiceGUI's static addresses, which hold its version."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, tuple[list[tuple[bytes, bytes]], bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The first answer is taken from NiceGUI, the others from memory."""
        if not _compressible(scope):
            await self._app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self._kept:
            answer = _Answer()
            await self._app(_plain(scope), _stays, answer.send)
            if answer.status != 200:
                await answer.replay(send)
                return
            self._kept[path] = answer.compressed()
        headers, body = self._kept[path]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def _compressible(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(_PREFIX):
        return False
    accepted = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1")
    return reads_gzip(accepted) and "/dynamic_resources/" not in scope["path"]


def _plain(scope: Scope) -> Scope:
    """Asked for whole: neither a range nor « unchanged since »."""
    dropped = {b"range", b"if-modified-since", b"if-none-match", b"accept-encoding"}
    return {**scope, "headers": [one for one in scope["headers"] if one[0] not in dropped]}


async def _stays() -> Message:
    """Whoever asked first may leave halfway: the answer is taken whole all the same, for the others."""
    never: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
    return await never


class _Answer:
    """An answer taken whole."""

    def __init__(self) -> None:
        self.status = 0
        self._headers: list[tuple[bytes, bytes]] = []
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self._headers = message["status"], list(message["headers"])
        else:
            self._body += message.get("body", b"")

    async def replay(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status, "headers": self._headers})
        await send({"type": "http.response.body", "body": self._body})

    def compressed(self) -> tuple[list[tuple[bytes, bytes]], bytes]:
        kind = dict(self._headers).get(b"content-type", b"")
        if len(self._body) < _SMALLEST_BYTES or not kind.startswith(_TEXT):
            return self._headers, self._body
        body = gzip.compress(self._body, mtime=0)
        headers = [one for one in self._headers if one[0] != b"content-length"]
        headers += [
            (b"content-length", str(len(body)).encode()),
            (b"content-encoding", b"gzip"),
            (b"vary", b"accept-encoding"),
        ]
        return headers, body
