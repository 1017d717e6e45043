"""`/{slug}/pictures`: the pictures of the cahier one after the other, as large as the screen.

It turns by itself without a script: each page asks for the next one.
"""

from threading import Lock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.cahier.compose import compose
from atelier.cahier.pictures.album import album
from atelier.cahier.pictures.ink import PROJECTED, Picture
from atelier.domain.words import Role
from atelier.translations import speech
from atelier.web.plain.assets import PICTURES_STYLE
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.paths import SLUG
from atelier.web.plain.reader import Place, elsewhere, place_of, reader_of
from atelier.web.plain.rendering import render, template
from atelier.web.plain.routes_read import may_read
from atelier.web.plain.shared import kept_for

TURN_SECONDS = 20
"""Time to read eight boxes, from the back of the room."""

_DIGITS_MAX = 4
_ONE_AT_A_TIME = Lock()


def pictures(request: Request) -> Response:
    """`n`: which one; `stay`: it does not turn."""
    reader = reader_of(request)
    place = place_of(request, reader)
    moved = elsewhere(request, f"/{place.slug}/pictures")
    if moved is not None:
        return moved
    if not (may_read(place) or Role.WALL in place.roles):
        return answer(request, [piece(render("read_later.html", reader, place))], 403)
    shown = _album(place)
    number = _number(request.query_params.get("n", ""), len(shown))
    # In the language of the room, whatever that of the browser: it is projected.
    page = template(speech(place.state.language).lang, "pictures.html").render(
        place=place,
        pictures_style=PICTURES_STYLE,
        picture=shown[number - 1] if shown else None,
        number=number,
        count=len(shown),
        stay="stay" in request.query_params,
        seconds=TURN_SECONDS,
    )
    return answer(request, [piece(page)])


def _album(place: Place) -> tuple[Picture, ...]:
    with _ONE_AT_A_TIME:
        return kept_for(place.served.room).once(place.state.seq, "album", lambda: _drawn(place))


def _drawn(place: Place) -> tuple[Picture, ...]:
    return album(compose(place.state), speech(place.state.language), PROJECTED)


def _number(asked: str, count: int) -> int:
    """After the last one, the first: the convention goes on meanwhile."""
    known = asked.isascii() and asked.isdigit() and len(asked) <= _DIGITS_MAX
    return int(asked) if known and 1 <= int(asked) <= count else 1


routes = [Route(f"/{SLUG}/pictures", pictures, methods=["GET"])]
"""In a thread of Starlette's: three hundred phones do not wait until they are drawn."""
