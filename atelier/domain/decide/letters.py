"""The letter of this room, which is chosen before anything is numbered."""

from atelier.domain import references
from atelier.domain.decide.checks import refuse
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.words import RoomLetter


def fit_letter(state: Convention, given: str) -> RoomLetter:
    """A capital, or none; the numbers that people have on paper never change."""
    letter = RoomLetter(given.strip().upper())
    if letter and letter not in references.LETTERS:
        refuse(Because.BAD_VALUE, "room", given=given[:20])
    if letter == state.room:
        return letter
    if state.own_cards or state.statements:
        refuse(Because.ROOM_FIXED, "room")
    if any(room.letter == letter for room in state.rooms.values()):
        refuse(Because.ALREADY_THERE, "room", given=letter)
    return letter
