"""One client of the feed: told at once, where it stands, without a task for each send.

Three hundred clients told ten times a second are three thousand sends. Waking a
task for each costs more than the send itself; so a send is begun where the
frame is made, and mostly ends there too, since the server only copies bytes to
a socket. The one that has to wait goes on in a task of its own, and whatever
comes meanwhile is told when it is done.
"""

import asyncio
from collections.abc import Callable, Coroutine, Generator
from typing import Any

from starlette.types import Send

from atelier.live.feed import Channel, Feed

BEAT = b":\n\n"
SEND_SECONDS_MAX = 30
"""A client that takes nothing for so long is let go; it comes back by itself."""

_Sending = Coroutine[Any, Any, None]


class Line:
    """`seen` is the last number this client was told, or says it was.

    `may_listen` is asked each time there is something to tell.
    """

    def __init__(
        self,
        feed: Feed,
        channel: Channel,
        seen: int | None,
        send: Send,
        may_listen: Callable[[], bool] = lambda: True,
    ) -> None:
        self._feed = feed
        self._may_listen = may_listen
        self._channel = channel
        self._seen = seen
        self._edition = channel.edition
        self._send = send
        self._waiting: asyncio.Task[None] | None = None
        self._over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def run(self, first: bytes) -> None:
        """Until the room closes, the client takes nothing any more, or may listen no more."""
        with self._channel.calling(self.look):
            self._push(first + self._channel.after(self._seen))
            await self._over
        if self._waiting is not None:
            self._waiting.cancel()
            return
        await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    def look(self) -> None:
        """Tell what there is, or a beat; later, if the last send is not done."""
        if self._feed.closed or not self._may_listen():
            self._end()
        elif self._waiting is None:
            self._push(self._news() or BEAT)

    def _news(self) -> bytes:
        """Nothing when it was told all there is."""
        if self._edition != self._channel.edition:
            return self._channel.after(None)
        return self._channel.after(self._seen) if self._seen != self._channel.seq else b""

    def _push(self, body: bytes) -> None:
        self._seen, self._edition = self._channel.seq, self._channel.edition
        sending: Any = self._send({"type": "http.response.body", "body": body, "more_body": True})
        try:
            awaited = sending.send(None)
        except StopIteration:
            return
        except Exception:  # the client is gone, or the server going
            self._end()
            return
        self._waiting = asyncio.create_task(self._wait(_Resumed(awaited, sending)))

    async def _wait(self, sending: "_Resumed") -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS_MAX):
                await sending
        except Exception:
            self._end()
            return
        self._waiting = None
        if (self._seen, self._edition) != (self._channel.seq, self._channel.edition):
            self.look()

    def _end(self) -> None:
        if not self._over.done():
            self._over.set_result(None)


class _Resumed:
    """A coroutine begun by hand: what it awaits first, then the rest of it."""

    def __init__(self, awaited: Any, rest: _Sending) -> None:
        self._awaited = awaited
        self._rest = rest

    def __await__(self) -> Generator[Any, Any, None]:
        awaited = self._awaited
        while True:
            try:
                try:
                    answer = yield awaited
                except BaseException as error:
                    awaited = self._rest.throw(error)
                else:
                    awaited = self._rest.send(answer)
            except StopIteration:
                return
