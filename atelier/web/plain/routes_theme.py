"""`/{slug}/{THEME}`: write a card, and read the others."""

import math

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Theme
from atelier.domain.words import Instant
from atelier.live.receipt import Receipt as Posted
from atelier.web.identity import remember
from atelier.web.plain.boards import boards_piece, tag_of
from atelier.web.plain.card_form import blank_form, typed_form
from atelier.web.plain.forms import Typed, command_from, typed_in
from atelier.web.plain.gzip_pages import answer
from atelier.web.plain.moment import moment_of
from atelier.web.plain.own import Done, address, may_change, own_cards, receipt_of
from atelier.web.plain.paths import SLUG, THEME
from atelier.web.plain.reader import Place, Reader, elsewhere, place_of, reader_of, see, theme_of
from atelier.web.plain.rendering import around, render
from atelier.web.statuses import status_of


async def read(request: Request) -> Response:
    """The form, the reader's own cards, the boards."""
    reader = reader_of(request)
    place = place_of(request, reader)
    theme = theme_of(request, place)
    moved = elsewhere(request, f"/{place.slug}/{theme.code}")
    if moved is not None:
        return moved
    return remember(_page(request, reader, place, theme), reader.visitor)


async def post(request: Request) -> Response:
    """One card; the same form sent twice is one card."""
    reader = reader_of(request)
    place = place_of(request, reader)
    theme = theme_of(request, place)
    typed = await typed_in(request)
    answered = await _submit(reader, place, theme, typed)
    if isinstance(answered, Refusal):
        reader_now = place_of(request, reader)
        response = _page(request, reader, reader_now, theme_of(request, reader_now), typed, answered)
        return remember(response, reader.visitor)
    assert answered.card is not None  # noqa: S101 - a receipt for a card names it
    where = address(place, theme, Done.POSTED, answered.card)
    return remember(_told(request, where), reader.visitor)


async def _submit(reader: Reader, place: Place, theme: Theme, typed: Typed) -> Posted | Refusal:
    command = command_from(typed, theme)
    if isinstance(command, Refusal):
        return command
    # A browser without a token has no pace of its own: `guard` holds its address to one.
    wait = 0.0 if reader.visitor.new else reader.site.cards.wait(reader.visitor.token)
    if wait:
        return Refusal(because=Because.TOO_FAST, about={"seconds": math.ceil(wait)})
    return await place.served.room.submit(command, place.actor)


def _told(request: Request, where: str) -> Response:
    """For a person the next page; for the script, which asks for little, its address."""
    if request.headers.get("prefer", "") == "return=minimal":
        return Response(status_code=201, headers={"location": where})
    response: RedirectResponse = see(where)
    return response


def _page(
    request: Request,
    reader: Reader,
    place: Place,
    theme: Theme,
    typed: Typed | None = None,
    refusal: Refusal | None = None,
) -> Response:
    everything = "all" in request.query_params
    state = place.state
    own = own_cards(reader, place)
    moment = moment_of(place, theme)
    if typed is not None and refusal is not None:
        form = typed_form(reader, place, theme, moment, typed, refusal)
    else:
        form = blank_form(reader, place, theme, moment) if moment.choices else Markup()
    page = render(
        "theme.html",
        reader,
        place,
        theme=theme,
        moment=moment,
        form=form,
        refused=refusal is not None,
        receipt=None if refusal else receipt_of(request, reader, state, theme, own),
        own=[card for card in own if theme.code in card.themes],
        changeable=lambda card: may_change(state, card),
        text_tag=lambda card: tag_of(card.lang or state.language, reader.lang),
        now=reader.site.now(),
        minutes_left=_minutes_left(theme, reader.site.now()),
    )
    pieces = around(page, boards_piece(reader, place, theme, everything=everything))
    if refusal is None:
        return answer(request, pieces)
    headers = {"retry-after": str(refusal.about["seconds"])} if "seconds" in refusal.about else None
    return answer(request, pieces, status_of(refusal.because), headers=headers)


def _minutes_left(theme: Theme, now: Instant) -> int:
    """Whole minutes, the one that has begun among them; 0 once the time is over, or without a timer."""
    ends = theme.running.ends if theme.running else None
    return max(0, -(-(ends - now) // 60)) if ends is not None else 0


_HERE = f"/{SLUG}/{THEME}"
routes = [Route(_HERE, read, methods=["GET"]), Route(_HERE, post, methods=["POST"])]
