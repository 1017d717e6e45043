"""`/{slug}/me`: what is kept about this browser, all of it, and a button to forget it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.commands import CastChoice, CastDots
from atelier.web.ballots import dots_of, words_of
from atelier.web.identity import KEYS_COOKIE, TOKEN_COOKIE, forget
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.kept import answers_of, ballots_of, kept_of
from atelier.web.plain.notice import notice_html
from atelier.web.plain.own import own_cards
from atelier.web.plain.paths import SLUG
from atelier.web.plain.reader import LANG_COOKIE, SIZE_COOKIE, Place, elsewhere, place_of, reader_of, see
from atelier.web.plain.remembered import CARDS_COOKIE, forget_cards, remembered
from atelier.web.plain.rendering import render

_OURS = (TOKEN_COOKIE, CARDS_COOKIE, KEYS_COOKIE, LANG_COOKIE, SIZE_COOKIE)


async def me(request: Request) -> Response:
    """Literally every stored field. Reading it gives no token to who has none."""
    reader = reader_of(request)
    place = place_of(request, reader)
    moved = elsewhere(request, f"/{place.slug}/me")
    if moved is not None:
        return moved
    page = render(
        "me.html",
        reader,
        place,
        forgotten="forgotten" in request.query_params,
        remembered=remembered(request),
        cookies=[name for name in _OURS if name in request.cookies],
        cards=[(card, list(kept_of(card, place.state, reader.speech))) for card in own_cards(reader, place)],
        ballots=[] if reader.visitor.new else list(ballots_of(place)),
        answers=[] if reader.visitor.new else list(answers_of(place, reader.speech)),
        notice=notice_html(place.state.privacy_notice),
    )
    return answer(request, [piece(page)])


async def forget_me(request: Request) -> Response:
    """The cookies go; the cards stay, and nobody can be shown to have written them."""
    reader = reader_of(request)
    place = place_of(request, reader)
    if not reader.visitor.new:
        await _take_back(place)
    response = forget(see(f"/{place.slug}/me?forgotten"))
    forget_cards(response, (one.room.slug for one in reader.site.rooms))
    for name in (LANG_COOKIE, SIZE_COOKIE):
        response.delete_cookie(name, httponly=True, samesite="lax")
    return response


async def _take_back(place: Place) -> None:
    """What is still weighed loses this browser's part: else its owner could give it twice."""
    state, actor = place.state, place.actor
    asked: list[CastDots | CastChoice] = []
    for vote in state.votes.values():
        if vote.open:
            asked += [CastDots(statement=one, dots=0) for one in dots_of(vote, actor)]
    for poll in state.polls.values():
        if poll.open:
            asked += [CastChoice(statement=one) for one in words_of(poll, actor)]
    for command in asked:
        await place.served.submit(command, actor)


routes = [
    Route(f"/{SLUG}/me", me, methods=["GET"]),
    Route(f"/{SLUG}/me/forget", forget_me, methods=["POST"]),
]
