"""What everybody reads in the same words: rendered once for each change, not once for each reader."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from markupsafe import Markup

from atelier.domain.card import Card
from atelier.domain.words import CardNumber, Seq
from atelier.live.room import Room
from atelier.web.plain.gzip_pages import Piece, piece


@dataclass(slots=True)
class Kept:
    """Of one convention. `pieces` hold the event they were made after; `cards` the card they show."""

    pieces: dict[Hashable, tuple[Seq, Piece]] = field(default_factory=dict)
    cards: dict[tuple[Hashable, CardNumber], tuple[Card, Markup]] = field(default_factory=dict)

    def piece(self, seq: Seq, key: Hashable, make: Callable[[], str]) -> Piece:
        """As it stands after that event."""
        made = self.pieces.get(key)
        if made is None or made[0] != seq:
            made = (seq, piece(make()))
            self.pieces[key] = made
        return made[1]

    def card(self, card: Card, key: Hashable, make: Callable[[Card], Markup]) -> Markup:
        """A thousand cards on a page, and one of them is new: only that one is rendered."""
        made = self.cards.get((key, card.number))
        if made is None or made[0] is not card:
            made = (card, make(card))
            self.cards[key, card.number] = made
        return made[1]


_KEPT: WeakKeyDictionary[Room, Kept] = WeakKeyDictionary()


def kept_for(room: Room) -> Kept:
    """Goes when the room goes."""
    return _KEPT.setdefault(room, Kept())
