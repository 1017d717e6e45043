"""The JSON API: every action of every screen is a command here, in the same words as the core's."""

import math
from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from atelier.domain.actor import Actor
from atelier.domain.commands import PostCard
from atelier.domain.permissions import owns
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import CardNumber
from atelier.live.rooms import Served
from atelier.web import shapes
from atelier.web.api_door import find, find_to_act, read_json, refused
from atelier.web.commands_in import read_command
from atelier.web.identity import Visitor, remember
from atelier.web.near import of_neighbour, read_target
from atelier.web.openapi import description
from atelier.web.plain.remembered import remember_cards
from atelier.web.site import Site, site_of

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
    found = find(request, slug)
    if isinstance(found, Response):
        return found
    served, _, actor = found
    return JSONResponse(shapes.in_full(slug, served.state, actor))


@router.post("/conventions/{slug}/commands")
async def command(request: Request, slug: str) -> Response:
    """One command, by name."""
    found = find_to_act(request, slug)
    if isinstance(found, Response):
        return found
    served, visitor, actor = found
    asked = read_command(await read_json(request))
    if isinstance(asked, Refusal):
        return refused(request, asked)
    wait = _wait(site_of(request), visitor, asked)
    if wait:
        return refused(request, Refusal(because=Because.TOO_FAST, about={"seconds": wait}))
    answer = await served.submit(asked, actor)
    if isinstance(answer, Refusal):
        return remember(refused(request, answer), visitor)
    response = JSONResponse(shapes.of_receipt(answer))
    if isinstance(asked, PostCard) and answer.card is not None:
        own = _own(served, visitor, actor, answer.card)
        if answer.card in own:
            remember_cards(response, slug, own)
    return remember(response, visitor)


def _own(served: Served, visitor: Visitor, actor: Actor, card: CardNumber) -> tuple[CardNumber, ...]:
    """Whoever was never here has written no other card: nothing to look for among all of them."""
    if visitor.new:
        return (card,) if owns(served.state.cards[card], actor) else ()
    return served.own_cards.of(served.state, actor)


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
    found = find(request, slug)
    if isinstance(found, Response):
        return found
    served, _, actor = found
    if not actor.team:
        return refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
    asked = read_target(target, served.state, actor)
    if isinstance(asked, Refusal):
        return refused(request, asked)
    state = served.state
    neighbours = served.near.of(state, asked, actor, elsewhere=elsewhere == "true")
    return JSONResponse({"target": asked, "neighbours": [of_neighbour(state, one) for one in neighbours]})


async def _draw_curtain(
    request: Request,
    slug: str,
    for_one: Callable[[Served, CardNumber, Actor], Refusal | None],
    for_all: Callable[[Served, Actor], Refusal | None] | None = None,
) -> Response:
    """`{"card": 41}`, or `{}` for all. Answers how many cards are covered, and never which ones."""
    found = find_to_act(request, slug)
    if isinstance(found, Response):
        return found
    served, _, actor = found
    asked = await read_json(request)
    number = asked.get("card") if isinstance(asked, dict) and asked.keys() <= {"card"} else False
    if for_all is not None and number is None:
        refusal = for_all(served, actor)
    elif type(number) is int:
        refusal = for_one(served, CardNumber(number), actor)
    else:
        refusal = Refusal(because=Because.BAD_VALUE, field="card", about={"given": ""})
    if refusal is not None:
        return refused(request, refusal)
    return JSONResponse({"covered": len(served.curtain.covered)})


def _wait(site: Site, visitor: Visitor, asked: object) -> int:
    """Whole seconds before this browser may post again. Programs with a role key set their own pace."""
    if not isinstance(asked, PostCard) or visitor.bearer is not None or visitor.new:
        return 0
    return math.ceil(site.cards.wait(visitor.token))
