"""At the door of the JSON API: who asks of which convention, and how a refusal is told."""

import json
import math
from typing import Any

from fastapi import Request
from starlette.responses import Response

from atelier.domain.actor import Actor
from atelier.domain.refusals import Because, Refusal
from atelier.live.rooms import Served
from atelier.translations import choose, speech
from atelier.translations.refusals import sentence
from atelier.web.guard import says_its_origin
from atelier.web.identity import Visitor, visitor_of
from atelier.web.site import site_of
from atelier.web.statuses import status_of


def find(request: Request, slug: str) -> tuple[Served, Visitor, Actor] | Response:
    """The convention and who asks, or why not."""
    served = site_of(request).rooms.get(slug)
    if served is None:
        return not_found(request)
    visitor = visitor_of(request)
    actor = visitor.actor_in(served)
    if visitor.bearer is not None and not actor.grants:
        return _wrong_key(request)
    return served, visitor, actor


def find_to_act(request: Request, slug: str) -> tuple[Served, Visitor, Actor] | Response:
    """A browser says where it comes from; who holds a team cookie and does not may not act for it."""
    found = find(request, slug)
    if not isinstance(found, Response):
        _, visitor, actor = found
        if visitor.bearer is None and actor.team and not says_its_origin(request.scope["headers"]):
            return refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
    return found


async def read_json(request: Request) -> object:
    """The body, or None where it is no JSON."""
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError):
        return None


def refused(request: Request, refusal: Refusal) -> Response:
    """The code for programs, the sentence for people, in the language that was asked for."""
    said = speech(choose(request.headers.get("accept-language"), None))
    body: dict[str, Any] = {"refusal": refusal.because, "message": sentence(refusal, said)}
    if refusal.field is not None:
        body["field"] = refusal.field
    body |= {name: value for name, value in refusal.about.items() if name not in body}
    headers = {}
    if refusal.because is Because.TOO_FAST:
        headers["retry-after"] = str(refusal.about.get("seconds", 1))
    # In ASCII: half an emoji, cut off by the program that sent it, has no UTF-8 to be told back in.
    content = json.dumps(body)
    status = status_of(refusal.because)
    return Response(content, status, headers, media_type="application/json")


def not_found(request: Request) -> Response:
    """Nothing has that address."""
    refusal = Refusal(because=Because.UNKNOWN, about={"given": request.url.path[-80:]})
    response = refused(request, refusal)
    response.status_code = 404
    return response


def _wrong_key(request: Request) -> Response:
    """A key that opens nothing here: said, and counted."""
    site = site_of(request)
    address = request.client.host if request.client else ""
    wait = max(site.wrong_keys.wait(address), site.wrong_keys_anywhere.wait(""))
    if wait:
        return refused(request, Refusal(because=Because.TOO_FAST, about={"seconds": math.ceil(wait)}))
    return refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
