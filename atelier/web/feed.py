"""The event stream: a raw ASGI endpoint that sends the bytes of the feed as they are.

`GET /api/conventions/{slug}/feed?theme=DS`, resumable by `Last-Event-ID` (or
`?after=`, what the page was made after). Who is away too long, or too slow,
takes everything anew in one frame.
"""

import asyncio
import json
import re
from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from atelier.domain import limits
from atelier.domain.words import ThemeCode
from atelier.live.feed import Audience, Draw, Eyes
from atelier.live.rooms import Served
from atelier.translations import speech
from atelier.web.feed_line import Line
from atelier.web.identity import visitor_of
from atelier.web.site import Site

_PATH = re.compile(r"/api/conventions/([a-z0-9-]+)/feed")
FULL = "too_many_listeners"
_SEQ = re.compile(r"[0-9]{1,9}")

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
_RETRY = b"retry: 2000\n\n"  # milliseconds before a browser comes back

DrawFor = Callable[[Served, Audience], Draw]
"""How a theme looks to an audience."""


class FeedApp:
    """Answers the feed, and leaves everything else to the application behind it."""

    def __init__(self, app: ASGIApp, site: Site, draw_for: DrawFor) -> None:
        self._app = app
        self._site = site
        self._draw_for = draw_for

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A request for the feed is a GET at its path; the rest passes."""
        found = _PATH.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if found is None or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        served = self._site.rooms.get(found[1])
        theme = ThemeCode(request.query_params.get("theme", "").upper())
        if served is None or theme not in served.room.state.themes:
            await self._app(scope, receive, send)  # which says in words that it is not there
        elif served.feed.listeners >= limits.FEED_LISTENERS_MAX:
            await _refuse_for_now(send)
        else:
            await self._stream(request, served, theme, receive, send)

    async def _stream(
        self, request: Request, served: Served, theme: ThemeCode, receive: Receive, send: Send
    ) -> None:
        audience = _audience(request, served, theme)
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        with served.feed.listening(audience, self._draw_for(served, audience)) as channel:
            may_listen = partial(_may_listen, request, served, audience)
            line = Line(served.feed, channel, _seen(request, audience), send, may_listen)
            tasks = [asyncio.create_task(work) for work in (line.run(_RETRY), _until_gone(receive))]
            try:
                await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)


def _audience(request: Request, served: Served, theme: ThemeCode) -> Audience:
    """In one of the languages there are: whatever else is asked makes no audience of its own."""
    query = request.query_params
    lang = speech(query.get("lang", served.room.state.language)).lang
    if "wall" in query:
        return Audience(theme, lang, Eyes.WALL)
    team = "team" in query and visitor_of(request).actor_in(served).team
    return Audience(theme, lang, Eyes.TEAM if team else Eyes.PUBLIC)


def _may_listen(request: Request, served: Served, audience: Audience) -> bool:
    """A key may be revoked while its screen listens."""
    return audience.eyes is not Eyes.TEAM or visitor_of(request).actor_in(served).team


def _seen(request: Request, audience: Audience) -> int | None:
    """The last event that the page knows of; a wall knows of none.

    A screen that is of the team no more knew of other things: it takes everything anew.
    """
    if audience.eyes is Eyes.WALL or ("team" in request.query_params and audience.eyes is not Eyes.TEAM):
        return None
    seen = request.headers.get("last-event-id") or request.query_params.get("after", "")
    return int(seen) if _SEQ.fullmatch(seen) else None


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _refuse_for_now(send: Send) -> None:
    """The page does without, and its browser tries again."""
    headers = [(b"content-type", b"application/json"), (b"retry-after", b"10")]
    body = {"refusal": FULL, "message": "Trop d’écrans à la fois. / Too many screens at once."}
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})
