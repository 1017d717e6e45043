"""A reader's own cards, and what they are told after each thing they do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request

from atelier.domain import limits
from atelier.domain.card import Card
from atelier.domain.commands import PostCard
from atelier.domain.state import Convention, Theme
from atelier.domain.text import clean
from atelier.domain.words import CardNumber, Instant
from atelier.web.plain.reader import Place, Reader

_DIGITS_MAX = 6


class Done(StrEnum):
    """What happened to a card; its name is in the address of the page that says so."""

    POSTED = "posted"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """`mine`: this browser can show that the card is its own; `cookie`: it came with its token."""

    done: Done
    card: Card
    mine: bool
    cookie: bool


def own_cards(reader: Reader, place: Place) -> tuple[Card, ...]:
    """Everywhere in the convention, the newest first; a browser just met has none."""
    if reader.visitor.new:
        return ()
    numbers = place.served.own_cards.of(place.state, place.actor)
    return tuple(place.state.cards[number] for number in reversed(numbers))


def same_card(own: Iterable[Card], command: PostCard, now: Instant) -> Card | None:
    """The one that says just this already, a moment ago.

    A browser that goes back puts the text again in a page with another key, and
    who doubts that it left sends it again. Later, the same words are meant again.
    """
    said = (command.kind, clean(command.text), command.lang or "", command.carried_by or 1)
    for card in own:
        recent = now - card.at <= limits.SAME_WORDS_SECONDS
        if (
            recent
            and command.theme in card.themes
            and said == (card.kind, card.text, card.lang, card.carried_by)
        ):
            return card
    return None


def may_change(state: Convention, card: Card) -> bool:
    """Neither the convention nor any of its themes is over."""
    return not state.closed and not any(state.themes[code].frozen for code in card.themes)


def address(place: Place, theme: Theme, done: Done, number: CardNumber) -> str:
    """Where the receipt is read."""
    return f"/{place.slug}/{theme.code}?{done}={number}#receipt"


def receipt_of(
    request: Request, reader: Reader, state: Convention, theme: Theme, own: tuple[Card, ...]
) -> Receipt | None:
    """Only ever what is true: the card is there, or was taken back."""
    for done in Done:
        digits = request.query_params.get(done, "")
        if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS_MAX:
            card = state.cards.get(CardNumber(int(digits)))
            if card is not None and theme.code in card.themes and (done != Done.WITHDRAWN or card.withdrawn):
                return Receipt(
                    done=Done.WITHDRAWN if card.withdrawn else done,
                    card=card,
                    mine=card in own,
                    cookie=not reader.visitor.new,
                )
    return None
