"""A card's author corrects it or takes it back. Who may, and when, the core says."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.card import Card
from atelier.domain.commands import CorrectCard, WithdrawCard
from atelier.domain.decide import decide
from atelier.domain.refusals import Refusal
from atelier.domain.words import CardNumber
from atelier.translations.refusals import sentence
from atelier.web.plain.forms import fields_of
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.own import Done, address
from atelier.web.plain.paths import SLUG, THEME
from atelier.web.plain.reader import Place, Reader, place_of, reader_of, see, theme_of
from atelier.web.plain.rendering import render
from atelier.web.statuses import status_of

_HERE = f"/{SLUG}/{THEME}/cards/{{number:int}}"


async def ask_correction(request: Request) -> Response:
    """The form, with the text as it is."""
    reader, place, card = _find(request)
    refusal = _not_now(place, card)
    text = card.text if refusal is None else None
    return _page(request, reader, place, card, "correct.html", text=text, refusal=refusal)


async def correct(request: Request) -> Response:
    """The text is replaced; what stood there is erased."""
    reader, place, card = _find(request)
    text = (await fields_of(request, "text"))["text"]
    answered = await place.served.submit(CorrectCard(card=card.number, text=text), place.actor)
    if isinstance(answered, Refusal):
        return _page(request, reader, place, card, "correct.html", text=text, refusal=answered)
    return see(address(place, theme_of(request, place), Done.CORRECTED, card.number))


async def ask_withdrawal(request: Request) -> Response:
    """What will be erased, what will stay, and a button."""
    reader, place, card = _find(request)
    return _page(request, reader, place, card, "withdraw.html", refusal=_not_now(place, card))


async def withdraw(request: Request) -> Response:
    """Pressed twice, it is withdrawn once, and the second answer is the same."""
    reader, place, card = _find(request)
    if not card.withdrawn:
        answered = await place.served.submit(WithdrawCard(card=card.number), place.actor)
        if isinstance(answered, Refusal):
            return _page(request, reader, place, card, "withdraw.html", refusal=answered)
    return see(address(place, theme_of(request, place), Done.WITHDRAWN, card.number))


def _find(request: Request) -> tuple[Reader, Place, Card]:
    reader = reader_of(request)
    place = place_of(request, reader)
    theme = theme_of(request, place)
    card = place.state.cards.get(CardNumber(request.path_params["number"]))
    if card is None or theme.code not in card.themes:
        raise HTTPException(404)
    return reader, place, card


def _not_now(place: Place, card: Card) -> Refusal | None:
    """Asked of the core without doing it: whoever may take a card back may correct it."""
    outcome = decide(place.state, WithdrawCard(card=card.number), place.actor)
    return outcome if isinstance(outcome, Refusal) else None


def _page(
    request: Request,
    reader: Reader,
    place: Place,
    card: Card,
    file: str,
    *,
    text: str | None = None,
    refusal: Refusal | None = None,
) -> Response:
    """`text` is what was typed, kept, whatever the refusal. Another's card is not shown here."""
    page = render(
        file,
        reader,
        place,
        theme=theme_of(request, place),
        card=card,
        text=text,
        sentence=None if refusal is None else sentence(refusal, reader.speech),
    )
    return answer(request, [piece(page)], 200 if refusal is None else status_of(refusal.because))


routes = [
    Route(f"{_HERE}/correct", ask_correction, methods=["GET"]),
    Route(f"{_HERE}/correct", correct, methods=["POST"]),
    Route(f"{_HERE}/withdraw", ask_withdrawal, methods=["GET"]),
    Route(f"{_HERE}/withdraw", withdraw, methods=["POST"]),
]
