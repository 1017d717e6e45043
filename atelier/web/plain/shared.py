"""What many read in the same words: made once for each change, not once for each reader."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from markupsafe import Markup

from atelier.domain.card import Card
from atelier.domain.words import CardNumber
from atelier.live.feed import Item
from atelier.live.room import Room

T = TypeVar("T")


@dataclass(slots=True)
class Kept:
    """Of one convention. `made` holds things with the moment they were made at; `looks`, what they show."""

    made: dict[Hashable, tuple[Hashable, Any]] = field(default_factory=dict)
    items: dict[Hashable, dict[CardNumber, tuple[Card, tuple[str, Item]]]] = field(default_factory=dict)
    looks: dict[Hashable, tuple[object, Markup]] = field(default_factory=dict)

    def once(self, moment: Hashable, key: Hashable, make: Callable[[], T]) -> T:
        """As it stands at that moment: after that event, in that minute."""
        found = self.made.get(key)
        if found is None or found[0] != moment:
            found = (moment, make())
            self.made[key] = found
        return cast(T, found[1])

    def look(self, key: Hashable, thing: object, make: Callable[[], Markup]) -> Markup:
        """A thousand cards on a page, and one of them is new: only that one is rendered."""
        found = self.looks.get(key)
        if found is None or (found[0] is not thing and found[0] != thing):
            found = (thing, make())
            self.looks[key] = found
        return found[1]

    def drawn(self, eye: Hashable, language: str) -> dict[CardNumber, tuple[Card, tuple[str, Item]]]:
        """The cards as the feed tells them to these eyes: thousands are looked through ten times a second."""
        return self.items.setdefault((eye, language), {})


_KEPT: WeakKeyDictionary[Room, Kept] = WeakKeyDictionary()


def kept_for(room: Room) -> Kept:
    """Goes when the room goes."""
    return _KEPT.setdefault(room, Kept())
