"""`/r/{key}`: the link of a function, given once for a cookie."""

import hmac
import math

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.web.identity import remember_keys
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.reader import Reader, reader_of, see
from atelier.web.plain.rendering import render
from atelier.web.site import Site


async def open_link(request: Request) -> Response:
    """To the convention it opens, the key out of the address. A right key is never kept waiting."""
    if request.method == "HEAD":
        raise HTTPException(405)  # whoever only looks ahead spends no key
    reader = reader_of(request)
    site = reader.site
    key = request.path_params["key"].lower()
    slugs = [one.room.slug for one in site.rooms if one.grant_of(key) is not None]
    keys = [key]
    if not slugs and _is_host_key(site, key):
        slugs = [one.room.slug for one in site.rooms]
        keys = site.host_keys()
    if not slugs:
        return _wrong(request, reader)
    return remember_keys(see(f"/{slugs[0]}" if len(slugs) == 1 else "/"), reader.visitor.with_keys(keys))


def _is_host_key(site: Site, key: str) -> bool:
    """With nothing to open yet it is not spent."""
    if site.host_key is None or not len(site.rooms):
        return False
    return hmac.compare_digest(key.encode(), site.host_key.encode())


def _wrong(request: Request, reader: Reader) -> Response:
    """Never says whether such a key was ever right. Too many of them, and they wait."""
    address = request.client.host if request.client else ""
    site = reader.site
    wait = max(site.wrong_keys.wait(address), site.wrong_keys_anywhere.wait(""))
    status, headers = (429, {"retry-after": str(math.ceil(wait))}) if wait else (404, None)
    page = render("wrong_link.html", reader, wait=math.ceil(wait))
    return answer(request, [piece(page)], status, headers=headers)


routes = [Route("/r/{key}", open_link, methods=["GET"])]
