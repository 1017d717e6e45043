"""`/{slug}/read`: the cahier on a phone, and what became of one's own cards."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.web.plain.assets import READ_STYLE
from atelier.web.plain.book import book_of
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.paths import SLUG
from atelier.web.plain.reader import Place, Reader, elsewhere, place_of, reader_of
from atelier.web.plain.remembered import cards_remembered
from atelier.web.plain.rendering import render


def contents(request: Request) -> Response:
    """The cover, the parts, one's own cards. Not on the loop: a book takes a while to make."""
    reader = reader_of(request)
    place = place_of(request, reader)
    moved = elsewhere(request, f"/{place.slug}/read")
    if moved is not None:
        return moved
    if not may_read(place):
        return _not_yet(request, reader, place)
    mine = cards_remembered(request, place)
    page = render(
        "read.html", reader, place, book_style=READ_STYLE, book=book_of(place), part=None, mine=mine
    )
    return answer(request, [piece(page)])


def part(request: Request) -> Response:
    """One part, with the ways to the one before and the one after."""
    reader = reader_of(request)
    place = place_of(request, reader)
    if not may_read(place):
        return _not_yet(request, reader, place)
    book = book_of(place)
    found = book.find(request.path_params["part"])
    if found is None:
        raise HTTPException(404)
    page = render(
        "read.html",
        reader,
        place,
        book_style=READ_STYLE,
        book=book,
        part=book.parts[found],
        before=book.parts[found - 1] if found else None,
        after=book.parts[found + 1] if found + 1 < len(book.parts) else None,
    )
    return answer(request, [piece(page)])


def may_read(place: Place) -> bool:
    """The team, at any moment; everybody, once it is closed."""
    return place.state.closed or place.actor.team


def _not_yet(request: Request, reader: Reader, place: Place) -> Response:
    return answer(request, [piece(render("read_later.html", reader, place))], 403)


routes = [
    Route(f"/{SLUG}/read", contents, methods=["GET"]),
    Route(f"/{SLUG}/read/{{part}}", part, methods=["GET"]),
]
