"""Style sheets, scripts, pictures: named after their content, compressed once, kept by browsers for ever."""

import hashlib
import re
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.web.plain.gzip_pages import Piece, answer, piece

_MEDIA_TYPE = {".css": "text/css", ".js": "text/javascript"}
_FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}

_FILES: dict[str, Piece] = {}
_PICTURES: dict[str, bytes] = {}


def serve(*paths: Path) -> str:
    """The address of a file: `/static/atelier-5f0c2a9b41.css`. Several make one, called as the last."""
    text = "".join(_thin(path.read_text(encoding="utf-8")) for path in paths)
    name = _named(paths[-1], text.encode())
    _FILES[name] = piece(text)
    return f"/static/{name}"


def serve_picture(path: Path) -> str:
    """The address of a picture, which is compressed already."""
    content = path.read_bytes()
    name = _named(path, content)
    _PICTURES[name] = content
    return f"/static/{name}"


def _named(path: Path, content: bytes) -> str:
    return f"{path.stem}-{hashlib.sha256(content).hexdigest()[:10]}{path.suffix}"


def _thin(text: str) -> str:
    """Without what only its authors read: comments in blocks, indents, empty lines."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line for line in map(str.strip, bare.splitlines()) if line) + "\n"


async def static(request: Request) -> Response:
    """One of them."""
    name = request.path_params["name"]
    if name in _PICTURES:
        return Response(_PICTURES[name], headers=_FOR_EVER, media_type="image/png")
    if name not in _FILES:
        raise HTTPException(404)
    media_type = _MEDIA_TYPE[Path(name).suffix]
    return answer(request, [_FILES[name]], media_type=media_type, headers=_FOR_EVER)


routes = [Route("/static/{name}", static, methods=["GET"])]
