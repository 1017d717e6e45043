"""`DS-C1`, `n° 41`: how statements and cards are numbered, and read back from what people write.

In a room that has a letter, cards are numbered `B-41`. Numbers stay whole
numbers inside: those of room B begin after `2 * ROOM_SPAN`. A statement of
another room whose reference was taken here carries the letter: `DS-C1-B`.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from atelier.domain.limits import ROOM_SPAN
from atelier.domain.words import NO_LETTER, CardNumber, Kind, Reference, RoomLetter, ThemeCode

_LETTER = {Kind.CONSTAT: "C", Kind.REVENDICATION: "R", Kind.PISTE: "P", Kind.QUESTION: "Q"}
_KIND = {letter: kind for kind, letter in _LETTER.items()}
_REFERENCE = re.compile(r"([A-Z]{2,3})-([CRPQ])([1-9][0-9]{0,4})(?:-([A-Z]))?")
_IN_TEXT = re.compile(rf"(?<![\w-]){_REFERENCE.pattern}(?![\w-])")
_CARD = re.compile(r"(?:n\s*[°o.]\s*)?(?:([A-Z])\s*[-‐‑–]?\s*)?([1-9][0-9]{0,9})", re.IGNORECASE | re.ASCII)

THEME_CODE = re.compile(r"[A-Z]{2,3}")

LETTERS = tuple(RoomLetter(letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Parsed(NamedTuple):
    """What a reference says. `room` is empty for a statement whose reference was free."""

    theme: ThemeCode
    kind: Kind
    number: int
    room: RoomLetter = NO_LETTER


def make(theme: ThemeCode, kind: Kind, number: int, room: RoomLetter = NO_LETTER) -> Reference:
    """`make("DS", Kind.CONSTAT, 1)` is `DS-C1`; of room B, `DS-C1-B`."""
    return Reference(f"{theme}-{_LETTER[kind]}{number}{'-' if room else ''}{room}")


def parse(text: str) -> Parsed | None:
    """What `DS-C1` says, in small letters or capitals; None for anything else."""
    given = text.strip()
    found = _REFERENCE.fullmatch(given.upper())
    if found is None or not given.isascii():
        return None
    return Parsed(ThemeCode(found[1]), _KIND[found[2]], int(found[3]), RoomLetter(found[4] or ""))


def sort_key(reference: Reference) -> tuple[str, int, str, int]:
    """Theme, then constats, revendications, pistes, questions; then room by room, by number."""
    theme, _, board = reference.partition("-")
    number, _, room = board[1:].partition("-")
    return (theme, list(_LETTER.values()).index(board[0]), room, int(number))


def cited(text: str) -> tuple[Reference, ...]:
    """The references that stand in a text, in order, each once."""
    return tuple(dict.fromkeys(Reference(found[0]) for found in _IN_TEXT.finditer(text)))


def renamed(text: str, names: Mapping[Reference, Reference]) -> str:
    """The text with these references under their other names."""
    return _IN_TEXT.sub(lambda found: names.get(Reference(found[0]), found[0]), text)


def card_of(room: RoomLetter, number: int) -> CardNumber:
    """The card that room B calls its 41st."""
    return CardNumber(ROOM_SPAN * (LETTERS.index(room) + 1 if room else 0) + number)


def room_of(card: CardNumber) -> RoomLetter:
    """The letter that this number is written with, or none."""
    place = card // ROOM_SPAN
    return LETTERS[place - 1] if 1 <= place <= len(LETTERS) else NO_LETTER


def in_room(card: CardNumber) -> int:
    """41 for the card B-41."""
    return card % ROOM_SPAN if room_of(card) else card


def written(card: CardNumber | int) -> str:
    """The number as people read it: `41`, or `B-41` for the card of room B."""
    number = CardNumber(card)
    room = room_of(number)
    return f"{room}-{in_room(number)}" if room else str(number)


def number_in(text: str) -> CardNumber | None:
    """The card that people mean by `41`, `B-41`, `b41` or `n° B-41`; None for anything else."""
    given = text.strip()
    found = _CARD.fullmatch(given)
    if found is None:
        return None
    room, number = RoomLetter((found[1] or "").upper()), int(found[2])
    if not room:
        return CardNumber(number)
    return card_of(room, number) if number < ROOM_SPAN else None
