"""`/` and `/{slug}`: which convention, which theme."""

from collections.abc import Sequence
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.state import Convention
from atelier.live.rooms import Served
from atelier.web.plain.boards import counts
from atelier.web.plain.gzip_pages import Piece, answer, filled, frame, piece
from atelier.web.plain.looks import tag_of
from atelier.web.plain.paths import SLUG
from atelier.web.plain.reader import Place, Reader, elsewhere, place_in, place_of, reader_of
from atelier.web.plain.rendering import render, template
from atelier.web.plain.shared import kept_for


async def home(request: Request) -> Response:
    """The themes of the convention under way; or those to choose from; or how to begin."""
    reader = reader_of(request)
    served = list(reader.site.rooms)
    under_way = [one for one in served if not one.room.state.closed]
    closed = [one for one in served if one.room.state.closed]
    broken = len(reader.site.rooms.broken)
    if len(under_way) != 1:
        page = render("home.html", reader, under_way=under_way, closed=closed, broken=broken)
        return answer(request, [piece(page)])
    return _themes(request, reader, place_in(under_way[0], reader), closed, broken)


async def convention(request: Request) -> Response:
    """Choose a theme."""
    reader = reader_of(request)
    place = place_of(request, reader)
    return elsewhere(request, f"/{place.slug}") or _themes(request, reader, place)


def _themes(
    request: Request, reader: Reader, place: Place, closed: Sequence[Served] = (), broken: int = 0
) -> Response:
    page = render("convention.html", reader, place, closed=closed, broken=broken)
    return answer(request, filled(frame(page), themes=[_list(reader, place)]))


def _list(reader: Reader, place: Place) -> Piece:
    """The themes, each with how much is written there."""
    make = partial(_render, place.slug, place.state, reader.lang)
    return kept_for(place.served.room).once(place.moment, ("themes", reader.lang), make)


def _render(slug: str, state: Convention, lang: str) -> Piece:
    page = template(lang, "themes.html").render(
        slug=slug, state=state, counts=counts(state), text_lang=tag_of(state.language, lang)
    )
    return piece(page)


routes = [
    Route("/", home, methods=["GET"]),
    Route(f"/{SLUG}", convention, methods=["GET"]),
]
