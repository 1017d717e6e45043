"""The other rooms of a convention, whose machines were brought here on a stick, and what they said."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from atelier.domain.words import Choice, Reference, RoomLetter, RoomSource, SlotId, ThemeCode

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomTheme:
    """What a theme of that room is called here, and how many people that room counted in it."""

    there: ThemeCode
    here: ThemeCode
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomSlot:
    """What a slot of that room is called here."""

    there: SlotId
    here: SlotId


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsGiven:
    """All the dots that one wording received in a vote. `version` counts from 0: no wording yet."""

    statement: Reference
    version: int
    phones: int = 0
    paper: int = 0
    hands: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesGiven:
    """How many gave that word of one statement of a poll."""

    statement: Reference
    choice: Choice
    phones: int = 0
    paper: int = 0
    hands: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """`letter` is that of its cards here: its own, or one that it was given when it had none."""

    source: RoomSource
    letter: RoomLetter
    title: str
    themes: tuple[RoomTheme, ...] = ()
    slots: tuple[RoomSlot, ...] = ()


def source_of(convention_id: str, letter: RoomLetter) -> RoomSource:
    """Rooms prepared from one and the same file have one id, and a letter each."""
    return RoomSource(f"{convention_id}:{letter}" if letter else convention_id)


def updated(
    current: Iterable[T], said: Iterable[T], says: Iterable[T], key: Callable[[T], Hashable]
) -> list[T]:
    """A list as it is here, with what the room has changed in its own since last time, and nothing else.

    Things are told apart by their key.
    """
    before, now = {key(one): one for one in said}, {key(one): one for one in says}
    here = {key(one): one for one in current}
    here |= {name: one for name, one in now.items() if before.get(name) != one}
    return [one for name, one in here.items() if name in now or name not in before]
