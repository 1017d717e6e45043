"""The page of a theme, put together: what everybody reads, and the little that is one reader's."""

from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from atelier.domain.refusals import Refusal
from atelier.domain.state import Theme
from atelier.domain.words import Instant
from atelier.translations.refusals import sentence
from atelier.web.plain.boards import boards_piece
from atelier.web.plain.card_form import blank_form, typed_form
from atelier.web.plain.forms import Typed
from atelier.web.plain.gzip_pages import Frame, Piece, answer, filled, frame, small
from atelier.web.plain.looks import clock
from atelier.web.plain.moment import moment_of
from atelier.web.plain.own import may_change, own_cards, receipt_of
from atelier.web.plain.reader import Place, Reader
from atelier.web.plain.rendering import render, template
from atelier.web.plain.shared import kept_for
from atelier.web.plain.weigh_look import Told, weigh_pieces
from atelier.web.statuses import status_of


def theme_page(request: Request, reader: Reader, place: Place, theme: Theme) -> Response:
    """A form with nothing in it, the reader's own cards, the boards."""
    form = blank_form(reader, place, theme, moment_of(place, theme))
    told = Told(noted=request.query_params.get("noted", ""))
    return answer(request, _pieces(request, reader, place, theme, form, told))


def not_weighed_page(
    request: Request, reader: Reader, place: Place, theme: Theme, refusal: Refusal
) -> Response:
    """The same page, with what this reader has given so far and why that was not added."""
    form = blank_form(reader, place, theme, moment_of(place, theme))
    told = Told(problem=sentence(refusal, reader.speech))
    pieces = _pieces(request, reader, place, theme, form, told, refused=True)
    return answer(request, pieces, status_of(refusal.because))


def refused_page(
    request: Request, reader: Reader, place: Place, theme: Theme, typed: Typed, refusal: Refusal
) -> Response:
    """The same page, with all that was typed and why it was refused."""
    form = typed_form(reader, place, theme, moment_of(place, theme), typed, refusal)
    pieces = _pieces(request, reader, place, theme, form, Told(), refused=True)
    headers = {"retry-after": str(refusal.about["seconds"])} if "seconds" in refusal.about else None
    return answer(request, pieces, status_of(refusal.because), headers=headers)


def _pieces(
    request: Request,
    reader: Reader,
    place: Place,
    theme: Theme,
    form: list[Piece],
    told: Told,
    *,
    refused: bool = False,
) -> list[Piece]:
    time = place.served.room.clock
    return filled(
        _frame(reader, place, theme, _minutes_left(theme, time.now(place.state)), refused=refused),
        now=[small(str(time.steady()))],
        weigh=weigh_pieces(reader, place, theme, told),
        form=form,
        personal=_personal(request, reader, place, theme),
        boards=[boards_piece(reader, place, theme, everything="all" in request.query_params)],
    )


def _frame(reader: Reader, place: Place, theme: Theme, minutes_left: int, *, refused: bool) -> Frame:
    """Made once for each change and each minute, for all who read in the same way."""
    key = ("frame", theme.code, reader.lang, reader.large, place.actor.grants, refused)
    make = partial(_make_frame, reader, place, theme, minutes_left, refused=refused)
    return kept_for(place.served.room).once((place.moment, minutes_left), key, make)


def _make_frame(reader: Reader, place: Place, theme: Theme, minutes_left: int, *, refused: bool) -> Frame:
    page = render(
        "theme.html",
        replace(reader, back=f"/{place.slug}/{theme.code}"),
        place,
        theme=theme,
        moment=moment_of(place, theme),
        ends=clock(place.state, theme),
        minutes_left=minutes_left,
        refused=refused,
    )
    return frame(page)


def _personal(request: Request, reader: Reader, place: Place, theme: Theme) -> list[Piece]:
    """What was just done, and the reader's own cards; nothing for most readers."""
    state = place.state
    own = own_cards(reader, place)
    receipt = receipt_of(request, reader, state, theme, own)
    here = [card for card in own if theme.code in card.themes]
    if receipt is None and not here:
        return []
    page = template(reader.lang, "personal.html").render(
        here=f"/{place.slug}/{theme.code}",
        receipt=receipt,
        own=here,
        changeable=partial(may_change, state),
        text_tag=lambda card: reader.tag(card.lang or state.language),
    )
    return [small(page)]


def _minutes_left(theme: Theme, now: Instant) -> int:
    """Whole minutes, the one that has begun among them; 0 once the time is over, or without a timer."""
    ends = theme.running.ends if theme.running else None
    return max(0, -(-(ends - now) // 60)) if ends is not None else 0
