"""Wiring: the rooms, the routes, the one door around them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from atelier.live.feed import Audience, Draw, Eyes
from atelier.live.rooms import Served
from atelier.web import api, api_documents, plain, sheets
from atelier.web.compressed import Compressed
from atelier.web.errors import add_api_errors
from atelier.web.feed import FeedApp
from atelier.web.guard import Guard
from atelier.web.pages.mounting import mount_pages
from atelier.web.pages.projected import draw_wall
from atelier.web.plain.looks import draw_for
from atelier.web.site import Site


def create_app(site: Site, *, screens: bool = False) -> ASGIApp:
    """The whole server. The rooms of `site` are open; they take commands while it lives.

    `screens`: with the team's, made with NiceGUI, of which there is one in a process.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        site.rooms.start()
        yield
        await site.rooms.close()

    app = FastAPI(lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.site = site
    app.include_router(api.router)
    app.include_router(api_documents.router)
    app.include_router(plain.router)
    app.include_router(sheets.router)
    plain.add_error_pages(app)
    add_api_errors(app)
    if screens:
        mount_pages(app, site)
    feed = FeedApp(Compressed(app), site, _draw_for)
    return Guard(feed, site.hosts, site.requests)


def _draw_for(served: Served, audience: Audience) -> Draw:
    if audience.eyes is Eyes.WALL:
        return draw_wall(served, audience.theme, audience.lang)
    return draw_for(served, audience.theme, audience.lang, audience.eyes is Eyes.TEAM)
