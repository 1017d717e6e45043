"""`/{slug}/cahier/leaf/{stamp}`: one sheet of the cahier as it will be printed, as it was at that moment."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.web.plain.gzip_pages import answer
from atelier.web.plain.leaves import leaf
from atelier.web.plain.paths import SLUG
from atelier.web.plain.reader import place_of, reader_of
from atelier.web.plain.routes_read import may_read


async def one(request: Request) -> Response:
    """For those who may read the cahier. Who asks for one that is gone is told of the next soon enough."""
    place = place_of(request, reader_of(request))
    found = leaf(place.served.room, request.path_params["stamp"]) if may_read(place) else None
    if found is None:
        raise HTTPException(404)
    return answer(request, [found])


routes = [Route(f"/{SLUG}/cahier/leaf/{{stamp}}", one, methods=["GET"])]
