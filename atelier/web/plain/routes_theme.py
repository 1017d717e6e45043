"""`/{slug}/{THEME}`: write a card, and read the others."""

import math

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Theme
from atelier.domain.words import CardNumber
from atelier.web.identity import remember
from atelier.web.plain.forms import Typed, command_from, typed_in
from atelier.web.plain.own import Done, address, own_cards, same_card
from atelier.web.plain.paths import SLUG, THEME
from atelier.web.plain.reader import Place, Reader, elsewhere, place_of, reader_of, see, theme_of
from atelier.web.plain.remembered import remember_card
from atelier.web.plain.theme_page import refused_page, theme_page


async def read(request: Request) -> Response:
    """Whoever reads may write next: a browser just met is given its token here."""
    reader = reader_of(request)
    place = place_of(request, reader)
    theme = theme_of(request, place)
    moved = elsewhere(request, f"/{place.slug}/{theme.code}")
    return moved or remember(theme_page(request, reader, place, theme), reader.visitor)


async def post(request: Request) -> Response:
    """One card; the same words sent twice in a row are one card."""
    reader = reader_of(request)
    place = place_of(request, reader)
    theme = theme_of(request, place)
    typed = await typed_in(request)
    answered = await _submit(reader, place, theme, typed)
    if isinstance(answered, Refusal):
        place = place_of(request, reader)  # as it has become meanwhile
        response = refused_page(request, reader, place, theme_of(request, place), typed, answered)
    else:
        response = _told(request, address(place, theme, Done.POSTED, answered))
        remember_card(response, request, place, answered)
    return remember(response, reader.visitor)


async def _submit(reader: Reader, place: Place, theme: Theme, typed: Typed) -> CardNumber | Refusal:
    command = command_from(typed, theme)
    if isinstance(command, Refusal):
        return command
    already = same_card(own_cards(reader, place), command, place.served.room.clock.now(place.state))
    if already is not None:
        return already.number
    # A browser without a token has no pace of its own: `guard` holds its address to one.
    wait = 0.0 if reader.visitor.new else reader.site.cards.wait(reader.visitor.token)
    if wait:
        return Refusal(because=Because.TOO_FAST, about={"seconds": math.ceil(wait)})
    answered = await place.served.submit(command, place.actor)
    if isinstance(answered, Refusal):
        return answered
    assert answered.card is not None  # noqa: S101 - a receipt for a card names it
    return answered.card


def _told(request: Request, where: str) -> Response:
    """For a person the next page; for the script, which asks for little, its address."""
    if request.headers.get("prefer", "") == "return=minimal":
        return Response(status_code=201, headers={"location": where})
    return see(where)


_HERE = f"/{SLUG}/{THEME}"
routes = [Route(_HERE, read, methods=["GET"]), Route(_HERE, post, methods=["POST"])]
