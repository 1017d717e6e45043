"""A room as it is registered here, from what its bundle, or another room's, knows of it."""

from collections.abc import Mapping
from dataclasses import replace

from atelier.domain.commands import RegisterRoom
from atelier.domain.rooms import RoomSlot, RoomTheme
from atelier.domain.state import Convention
from atelier.domain.words import RoomLetter, RoomSource, SlotId, ThemeCode


def registering(
    other: Convention,
    source: RoomSource,
    letter: RoomLetter,
    themes: Mapping[ThemeCode, ThemeCode],
    slots: Mapping[SlotId, SlotId],
) -> RegisterRoom:
    """`themes` and `slots`: what those of `other` are called here."""
    if source != other.source:
        known = other.rooms[source]
        return RegisterRoom(
            source=source,
            letter=letter,
            title=known.title,
            themes=tuple(replace(one, here=themes[one.here]) for one in known.themes),
            slots=tuple(replace(one, here=slots[one.here]) for one in known.slots),
        )
    return RegisterRoom(
        source=source,
        letter=letter,
        title=other.title,
        themes=tuple(
            RoomTheme(there=there, here=here, people=_own_people(other, there))
            for there, here in themes.items()
        ),
        slots=tuple(RoomSlot(there=there, here=here) for there, here in slots.items()),
    )


def _own_people(other: Convention, code: ThemeCode) -> int:
    """Those whom that room itself counted."""
    brought = sum(one.people for room in other.rooms.values() for one in room.themes if one.here == code)
    return max(0, other.themes[code].people - brought)
