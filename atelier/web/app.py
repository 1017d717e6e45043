"""Wiring: the rooms, the routes, the one door around them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from atelier.web import api, plain
from atelier.web.errors import add_api_errors
from atelier.web.feed import FeedApp
from atelier.web.guard import Guard
from atelier.web.plain.looks import draw_for
from atelier.web.site import Site


def create_app(site: Site) -> ASGIApp:
    """The whole server. The rooms of `site` are open; they take commands while it lives."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        site.rooms.start()
        yield
        await site.rooms.close()

    app = FastAPI(lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.site = site
    app.include_router(api.router)
    app.include_router(plain.router)
    plain.add_error_pages(app)
    add_api_errors(app)
    feed = FeedApp(app, site, draw_for)
    return Guard(feed, site.hosts, site.requests)
