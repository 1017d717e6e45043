"""`/help`: the guide, in the language of the reader, as it came with the program."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.web.plain import guide
from atelier.web.plain.assets import GUIDE_STYLE
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.reader import reader_of
from atelier.web.plain.rendering import render


async def show(request: Request) -> Response:
    """Where to begin, or one of its pages."""
    name = request.path_params.get("page", guide.INDEX)
    if name not in (guide.INDEX, *guide.PAGES):
        raise HTTPException(404)
    reader = reader_of(request)
    pages = [guide.page(reader.lang, one) for one in guide.PAGES]
    shown = guide.page(reader.lang, name)
    markup = render("guide.html", reader, guide_style=GUIDE_STYLE, page=shown, pages=pages)
    return answer(request, [piece(markup)])


routes = [
    Route("/help", show, methods=["GET"]),
    Route("/help/{page}", show, methods=["GET"]),
]
