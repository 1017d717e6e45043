"""The one door: Host, Origin, size, pace and security headers, for every request and every socket.

A raw ASGI layer, outermost, so that no route and no mounted application can
stand beside it. Addresses are looked at and never kept beyond the counters in
memory; nothing is logged.
"""

import asyncio
import json
import math
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atelier.domain import limits
from atelier.live.pace import Pace
from atelier.network.addresses import AllowedHosts

_SAFE = {"GET", "HEAD", "OPTIONS"}
_LENGTH_DIGITS_MAX = 12  # Python refuses to read a number of thousands of digits

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

SECURITY_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not `no-referrer`: with it, browsers send `Origin: null` with our own forms.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-resource-policy": "same-origin",
}

SENTENCES = {
    400: "Adresse inconnue. / Unknown address.",
    403: "Demande refusée : elle vient d’un autre site. / Refused: it comes from another site.",
    408: "Trop lent : la demande n’est pas arrivée entière. / Too slow: the request did not arrive whole.",
    413: "Trop grand : rien n’a été enregistré. / Too large: nothing was saved.",
    429: "Trop de demandes à la fois. Attendez un instant. / Too many requests at once. Wait a moment.",
    500: "La machine s’est trompée. Prévenez l’équipe. / The machine made a mistake. Tell the team.",
}
"""Both languages: at the door nobody has said yet which they read."""

CODES = {
    400: "unknown_host",
    403: "foreign_origin",
    408: "too_slow",
    413: "too_large",
    429: "too_fast",
    500: "broken",
}

Headers = dict[bytes, bytes]


class Guard:
    """Lets through what is asked of this machine, by its own pages or by programs, in reasonable amounts."""

    def __init__(self, app: ASGIApp, hosts: AllowedHosts, requests: Pace) -> None:
        self._app = app
        self._hosts = hosts
        self._requests = requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or one socket, or the life of the server."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers: Headers = dict(scope["headers"])
        status = self._status(scope, headers)
        if scope["type"] == "websocket":
            if status:
                await send({"type": "websocket.close", "code": 1008})
                return
            await self._app(scope, receive, send)
            return
        if status:
            await _refuse(scope, send, status)
            return
        wait = self._requests.wait(scope["client"][0] if scope["client"] else "")
        if wait:
            await _refuse(scope, send, 429, [(b"retry-after", str(math.ceil(wait)).encode())])
            return
        await self._pass(scope, receive, send)

    def _status(self, scope: Scope, headers: Headers) -> int:
        """0 for what may pass."""
        if not self._hosts.allows(headers.get(b"host", b"").decode("latin-1")):
            return 400
        must_be_ours = scope["type"] == "websocket" or scope["method"] not in _SAFE
        if must_be_ours and not from_our_pages(headers):
            return 403
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or len(length) > _LENGTH_DIGITS_MAX:
            return 413
        if int(length) > limits.REQUEST_BODY_BYTES_MAX:
            return 413
        return 0

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = _Body(receive)
        started = False

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = _with_security(message.get("headers", ()))
            await send(message)

        try:
            await self._app(scope, body.receive, send_guarded)
        except _BadBody as bad:
            if started:
                raise
            await _refuse(scope, send, bad.status)
        except Exception:
            if not started:  # not even a page to say so could be made
                await _refuse(scope, send, 500)
            raise


def from_our_pages(headers: Headers) -> bool:
    """What says where it comes from must come from here. Programs say nothing, and hold no cookie."""
    origin = headers.get(b"origin")
    said = origin if origin is not None else headers.get(b"referer")
    if said is None:
        return True
    return urlsplit(said.decode("latin-1")).netloc.lower() == headers[b"host"].decode("latin-1").lower()


def says_its_origin(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """It said where it comes from (and `Guard` saw that it is here)."""
    return any(name in {b"origin", b"referer"} for name, _ in headers)


class _BadBody(BaseException):
    """Not an `Exception`: no framework on the way may take it for a fault of its own."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Body:
    """A request's body, neither too long nor too long in coming, drop by drop or not at all."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._size = 0
        self._more = True
        self._late: float | None = None

    async def receive(self) -> Message:
        if not self._more:
            return await self._receive()  # waiting for the other side to leave takes as long as it takes
        if self._late is None:
            self._late = asyncio.get_running_loop().time() + limits.REQUEST_BODY_SECONDS_MAX
        try:
            async with asyncio.timeout_at(self._late):
                message = await self._receive()
        except TimeoutError:
            raise _BadBody(408) from None
        self._size += len(message.get("body", b""))
        self._more = message.get("more_body", False)
        if self._size > limits.REQUEST_BODY_BYTES_MAX:
            raise _BadBody(413)
        return message


def _with_security(given: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Every answer has them; pages are kept by nobody unless they say so."""
    headers = [(name, value) for name, value in given if name.lower() != b"server"]
    named = {name.lower() for name, _ in headers}
    for name, value in {"cache-control": "no-store", **SECURITY_HEADERS}.items():
        if name.encode() not in named:
            headers.append((name.encode(), value.encode()))
    return headers


async def _refuse(scope: Scope, send: Send, status: int, more: Iterable[tuple[bytes, bytes]] = ()) -> None:
    """In the shape of the API for programs, in plain words for people."""
    kind, body = "text/plain; charset=utf-8", SENTENCES[status]
    if scope["path"].startswith("/api/"):
        kind, body = "application/json", json.dumps({"refusal": CODES[status], "message": body})
    headers = [(b"content-type", kind.encode()), (b"connection", b"close"), *more]
    await send({"type": "http.response.start", "status": status, "headers": _with_security(headers)})
    await send({"type": "http.response.body", "body": body.encode()})
