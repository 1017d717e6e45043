"""What many read in the same words: made once for each change, not once for each reader."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from markupsafe import Markup

from atelier.domain.card import Card
from atelier.domain.words import CardNumber, Seq
from atelier.live.room import Room

T = TypeVar("T")


@dataclass(slots=True)
class Kept:
    """Of one convention. `made` holds things with the event they were made after; `cards`, what they show."""

    made: dict[Hashable, tuple[Seq, Any]] = field(default_factory=dict)
    cards: dict[tuple[Hashable, CardNumber], tuple[Card, Markup]] = field(default_factory=dict)

    def once(self, seq: Seq, key: Hashable, make: Callable[[], T]) -> T:
        """As it stands after that event."""
        found = self.made.get(key)
        if found is None or found[0] != seq:
            found = (seq, make())
            self.made[key] = found
        return cast(T, found[1])

    def card(self, card: Card, key: Hashable, make: Callable[[Card], Markup]) -> Markup:
        """A thousand cards on a page, and one of them is new: only that one is rendered."""
        found = self.cards.get((key, card.number))
        if found is None or found[0] is not card:
            found = (card, make(card))
            self.cards[key, card.number] = found
        return found[1]


_KEPT: WeakKeyDictionary[Room, Kept] = WeakKeyDictionary()


def kept_for(room: Room) -> Kept:
    """Goes when the room goes."""
    return _KEPT.setdefault(room, Kept())
