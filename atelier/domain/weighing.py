"""Which statements a vote or a poll is about, and which of several counts today."""

from collections.abc import Iterable
from typing import TypeVar

from atelier.domain.polls import Poll
from atelier.domain.references import room_of
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.votes import Vote
from atelier.domain.words import CardNumber

Held = TypeVar("Held", Vote, Poll)


def weighs(state: Convention, vote: Vote, statement: Statement) -> bool:
    """Those of its kinds and themes; for a vote held in another room, those of that room alone."""
    if statement.kind not in vote.kinds or not set(statement.themes) & set(vote.themes):
        return False
    return _in_its_room(state, vote.number, statement)


def asks(state: Convention, poll: Poll, statement: Statement) -> bool:
    """Those it names; for a poll held in another room, those of that room alone."""
    return poll.wording_of(statement.reference) is not None and _in_its_room(state, poll.number, statement)


def last_held(those: Iterable[Held]) -> Held | None:
    """The one that is open; else the last one whose result was known here."""
    return max(those, key=lambda one: (one.open, one.closed, one.number), default=None)


def _in_its_room(state: Convention, number: int, statement: Statement) -> bool:
    room = room_of(CardNumber(number))
    brought = state.brought_statements.get(statement.reference)
    return not room or (brought is not None and brought.room == room)
