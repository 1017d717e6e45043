"""The style sheet and the script: read, named after their content and compressed once."""

import hashlib
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.web.plain.gzip_pages import Piece, answer, piece

_FOLDER = Path(__file__).parent / "static"
_MEDIA_TYPE = {".css": "text/css", ".js": "text/javascript"}
_FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}


def _named(*names: str) -> tuple[str, Piece]:
    """`atelier.css` → `atelier-5f0c2a9b41.css`: another content is another address. Several make one file."""
    path = _FOLDER / names[-1]
    text = "".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"{path.stem}-{digest}{path.suffix}", piece(text)


_STYLE_NAME, _STYLE = _named("atelier.css")
_SCRIPT_NAME, _SCRIPT = _named("live.js", "atelier.js")
_LIVE_NAME, _LIVE = _named("live.js")
_FILES = {_STYLE_NAME: _STYLE, _SCRIPT_NAME: _SCRIPT, _LIVE_NAME: _LIVE}

STYLE = f"/static/{_STYLE_NAME}"
SCRIPT = f"/static/{_SCRIPT_NAME}"
LIVE = f"/static/{_LIVE_NAME}"


async def static(request: Request) -> Response:
    """One of them."""
    name = request.path_params["name"]
    if name not in _FILES:
        raise HTTPException(404)
    media_type = _MEDIA_TYPE[Path(name).suffix]
    return answer(request, [_FILES[name]], media_type=media_type, headers=_FOR_EVER)


routes = [Route("/static/{name}", static, methods=["GET"])]
