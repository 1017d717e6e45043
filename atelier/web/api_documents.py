"""What the JSON API gives to take away: the cahier, its tables and pictures, the whole in one file."""

import asyncio

from fastapi import APIRouter, Request
from starlette.responses import Response

from atelier.domain.permissions import may_carry_away
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.exchange.documents import DOCUMENTS, pictures
from atelier.store.bundle import bundle_name, write_bundle
from atelier.translations import speech
from atelier.web.api_door import find, not_found, refused

router = APIRouter(prefix="/api")


@router.get("/conventions/{slug}/bundle")
async def bundle(request: Request, slug: str) -> Response:
    """The whole convention in one file, for a stick: for its host and its secretary."""
    found = find(request, slug)
    if isinstance(found, Response):
        return found
    served, _, actor = found
    if not may_carry_away(actor):
        return refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
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
        return not_found(request)
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
    found = find(request, slug)
    if isinstance(found, Response):
        return found
    if not known:
        return not_found(request)
    served, _, actor = found
    state = served.room.state
    if not state.closed and not actor.team:
        return refused(request, Refusal(because=Because.NOT_YOUR_ROLE))
    return state


def _taken_away(body: bytes, media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media_type, headers=headers)
