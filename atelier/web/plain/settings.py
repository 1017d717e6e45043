"""Language and size of type, chosen without a script: a button, a cookie, the same page again."""

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.translations import LANGUAGES
from atelier.web.plain.forms import fields_of
from atelier.web.plain.reader import LANG_COOKIE, LARGE, SIZE_COOKIE, see

_SECONDS = 7 * 24 * 3600  # as long as the browser's token: from one weekend to the next
_PAGE_HERE = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of this site: browsers read `//` and `/\\` as another site, and drop tabs and newlines."""

_CHOICES = {"lang": (LANG_COOKIE, LANGUAGES), "size": (SIZE_COOKIE, (LARGE, "normal"))}


async def choose(request: Request) -> Response:
    """What is none of the choices changes nothing."""
    fields = await fields_of(request, "lang", "size", "back")
    back = fields["back"] if _PAGE_HERE.fullmatch(fields["back"]) else "/"
    response = see(back)
    for field, (cookie, choices) in _CHOICES.items():
        if fields[field] in choices:
            response.set_cookie(cookie, fields[field], max_age=_SECONDS, httponly=True, samesite="lax")
    return response


routes = [Route("/settings", choose, methods=["POST"])]
