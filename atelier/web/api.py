"""The JSON API: every action of every screen is a command here, in the same words as the core's."""

import asyncio
import json
import math
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from atelier.domain.actor import Actor
from atelier.domain.commands import PostCard
from atelier.domain.permissions import may_carry_away
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber
from atelier.exchange.documents import DOCUMENTS, pictures
from atelier.live.rooms import Served
from atelier.store.bundle import bundle_name, write_bundle
from atelier.translations import choose, speech
from atelier.translations.refusals import sentence
from atelier.web import shapes
from atelier.web.commands_in import read_command
from atelier.web.guard import says_its_origin
from atelier.web.identity import Visitor, remember, visitor_of
from atelier.web.near import of_neighbour, read_target
from atelier.web.openapi import description
from atelier.web.plain.remembered import remember_cards
from atelier.web.site import Site, site_of
from atelier.web.statuses import status_of

router = APIRouter(prefix="/api")


@router.get("/openapi.json")
async def openapi(request: Request) -> Response:
    """What this API can do, for programs."""
    return JSONResponse(description())


@router.get("/conventions")
async def conventions(request: Request) -> Response:
    """Every convention served, in short."""
    found = [shapes.in_short(served.room.slug, served.room.state) for served in site_of(request).rooms]
    return JSONResponse(found)


@router.get("/conventions/{slug}")
async def convention(request: Request, slug: str) -> Response:
    """One convention, as this caller may see it."""
    found = _find(request, slug)
    if isinstance(found, Response):
        return found
    served, _, actor = found
    return JSONResponse(shapes.in_full(slug, served.state, actor))


@router.post("/conventions/{slug}/commands")
async def command(request: Request, slug: str) -> Response:
    """One command, by name."""
    found = _find_to_act(request, slug)
    if isinstance(found, Response):
        return found
    served, visitor, actor = found
    asked = read_command(await _json(request))
    if isinstance(asked, Refusal):
        return _refused(request, asked)
    wait = _wait(site_of(request), visitor, asked)
    if wait:
        return _refused(request, Refusal(because=Because.TOO_FAST, about={"seconds": wait}))
    answer = await served.submit(asked, actor)
    if isinstance(answer, Refusal):
        return remember(_refused(request, answer), visitor)
    response = JSONResponse(shapes.of_receipt(answer))
    if isinstance(asked, PostCard) and answer.card in (own := served.own_cards.of(served.state, actor)):
        remember_cards(response, slug, own)
    return remember(response, visitor)


@router.post("/conventions/{slug}/cover")
async def cover(request: Request, slug: str) -> Response:
    """Hide that card and what its browser wrote these last minutes; nothing is stored."""
    return await _draw_curtain(request, slug, Served.cover)


@router.post("/conventions/{slug}/uncover")
async def uncover(request: Request, slug: str) -> Response:
    """Show that card again; without one, everything that was covered."""
    return await _draw_curtain(request, slug, Served.uncover, Served.uncover_all)


@router.get("/conventions/{slug}/near")
async def near(request: Request, slug: str, target: str = "", elsewhere: str = "") -> Response:
    """For the team: what says nearly the same as a card or a statement."""
    found = _find(request, slug)
    if isinstance(found, Response):
        return found
    served, _, actor = found
    if not actor.team:
        return _refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
    asked = read_target(target, served.state, actor)
    if isinstance(asked, Refusal):
        return _refused(request, asked)
    state = served.state
    neighbours = served.near.of(state, asked, actor, elsewhere=elsewhere == "true")
    return JSONResponse({"target": asked, "neighbours": [of_neighbour(state, one) for one in neighbours]})


@router.get("/conventions/{slug}/bundle")
async def bundle(request: Request, slug: str) -> Response:
    """The whole convention in one file, for a stick: for its host and its secretary."""
    found = _find(request, slug)
    if isinstance(found, Response):
        return found
    served, _, actor = found
    if not may_carry_away(actor):
        return _refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
    log = served.room.since(0)
    body = await asyncio.to_thread(write_bundle, slug, log)
    headers = {"content-disposition": f'attachment; filename="{bundle_name(slug, log)}"'}
    return Response(body, media_type="application/zip", headers=headers)


@router.get("/conventions/{slug}/pictures/{name}")
async def picture(request: Request, slug: str, name: str) -> Response:
    """One that the Markdown shows, for those who may read it."""
    state = _readable(request, slug)
    if isinstance(state, Response):
        return state
    drawn = await asyncio.to_thread(pictures, state, speech(state.language))
    if f"pictures/{name}" not in drawn:
        return _not_found(request)
    return _taken_away(drawn[f"pictures/{name}"], "image/svg+xml", f"{slug}-{name}")


@router.get("/conventions/{slug}/{name}")
async def document(request: Request, slug: str, name: str) -> Response:
    """The cahier and its tables: for the team, and for everybody once the convention is closed."""
    state = _readable(request, slug, known=name in DOCUMENTS)
    if isinstance(state, Response):
        return state
    kind = DOCUMENTS[name]
    body = await asyncio.to_thread(kind.make, state, speech(state.language))
    return _taken_away(body, kind.media_type, f"{slug}-{name}")


def _readable(request: Request, slug: str, *, known: bool = True) -> Convention | Response:
    found = _find(request, slug)
    if isinstance(found, Response):
        return found
    if not known:
        return _not_found(request)
    served, _, actor = found
    state = served.room.state
    if not state.closed and not actor.team:
        return _refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
    return state


def _taken_away(body: bytes, media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media_type, headers=headers)


def _find(request: Request, slug: str) -> tuple[Served, Visitor, Actor] | Response:
    served = site_of(request).rooms.get(slug)
    if served is None:
        return _not_found(request)
    visitor = visitor_of(request)
    actor = visitor.actor_in(served)
    if visitor.bearer is not None and not actor.grants:
        return _wrong_key(request)
    return served, visitor, actor


def _find_to_act(request: Request, slug: str) -> tuple[Served, Visitor, Actor] | Response:
    """A browser says where it comes from; who holds a team cookie and does not may not act for it."""
    found = _find(request, slug)
    if not isinstance(found, Response):
        _, visitor, actor = found
        if visitor.bearer is None and actor.team and not says_its_origin(request.scope["headers"]):
            return _refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
    return found


async def _draw_curtain(
    request: Request,
    slug: str,
    for_one: Callable[[Served, CardNumber, Actor], Refusal | None],
    for_all: Callable[[Served, Actor], Refusal | None] | None = None,
) -> Response:
    """`{"card": 41}`, or `{}` for all. Answers how many cards are covered, and never which ones."""
    found = _find_to_act(request, slug)
    if isinstance(found, Response):
        return found
    served, _, actor = found
    asked = await _json(request)
    number = asked.get("card") if isinstance(asked, dict) and asked.keys() <= {"card"} else False
    if for_all is not None and number is None:
        refusal = for_all(served, actor)
    elif type(number) is int:
        refusal = for_one(served, CardNumber(number), actor)
    else:
        refusal = Refusal(because=Because.BAD_VALUE, field="card", about={"given": ""})
    if refusal is not None:
        return _refused(request, refusal)
    return JSONResponse({"covered": len(served.curtain.covered)})


async def _json(request: Request) -> object:
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError):
        return None


def _wrong_key(request: Request) -> Response:
    """A key that opens nothing here: said, and counted."""
    site = site_of(request)
    address = request.client.host if request.client else ""
    wait = max(site.wrong_keys.wait(address), site.wrong_keys_anywhere.wait(""))
    if wait:
        return _refused(request, Refusal(because=Because.TOO_FAST, about={"seconds": math.ceil(wait)}))
    return _refused(request, Refusal(because=Because.NOT_YOUR_ROLE))


def _wait(site: Site, visitor: Visitor, asked: object) -> int:
    """Whole seconds before this browser may post again. Programs with a role key set their own pace."""
    if not isinstance(asked, PostCard) or visitor.bearer is not None or visitor.new:
        return 0
    return math.ceil(site.cards.wait(visitor.token))


def _refused(request: Request, refusal: Refusal) -> Response:
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


def _not_found(request: Request) -> Response:
    refusal = Refusal(because=Because.UNKNOWN, about={"given": request.url.path[-80:]})
    response = _refused(request, refusal)
    response.status_code = 404
    return response
