"""The numbers of one's own cards, remembered by the browser alone.

When a convention closes, all that tied a card to a browser is erased here. So
that people can still find what became of their cards, their browser holds the
numbers itself, in a cookie of this convention; it is read to answer the page
that asks for it, and never written anywhere.
"""

from collections.abc import Iterable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from atelier.cahier.entries import CardEntry
from atelier.cahier.publishing import published
from atelier.domain.words import CardNumber
from atelier.web.plain.reader import Place

CARDS_COOKIE = "atelier-cards"
_SECONDS = 7 * 24 * 3600  # as long as the other cookies
_NUMBERS_MAX = 300  # a cookie holds 4 kB
_DIGITS_MAX = 7  # the rooms from J on


def remembered(request: Request) -> tuple[CardNumber, ...]:
    """As the browser says; it may say anything, and reads nothing that is not printed."""
    given = request.cookies.get(CARDS_COOKIE, "").split(".")[-_NUMBERS_MAX:]
    numbers = (one for one in given if one.isascii() and one.isdigit() and len(one) <= _DIGITS_MAX)
    return tuple(dict.fromkeys(CardNumber(int(one)) for one in numbers))


def remember_card(response: Response, request: Request, place: Place, number: CardNumber) -> None:
    """One more, for this convention only."""
    numbers = (*(one for one in remembered(request) if one != number), number)
    remember_cards(response, place.slug, numbers)


def remember_cards(response: Response, slug: str, numbers: Sequence[CardNumber]) -> None:
    """These, where the browser did not say which it had: this cookie goes to the pages of its convention."""
    response.set_cookie(
        CARDS_COOKIE,
        ".".join(map(str, numbers[-_NUMBERS_MAX:])),
        max_age=_SECONDS,
        path=f"/{slug}",
        httponly=True,
        samesite="lax",
    )


def forget_cards(response: Response, slugs: Iterable[str]) -> None:
    """Those of every convention here."""
    for slug in slugs:
        response.delete_cookie(CARDS_COOKIE, path=f"/{slug}", httponly=True, samesite="lax")


def cards_remembered(request: Request, place: Place) -> list[CardEntry]:
    """As they are published, whatever the browser says of them."""
    cards = place.state.cards
    return [published(place.state, cards[one]) for one in remembered(request) if one in cards]
