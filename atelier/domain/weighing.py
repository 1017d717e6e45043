"""Which statements a vote is about."""

from atelier.domain.references import room_of
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.votes import Vote
from atelier.domain.words import CardNumber


def weighs(state: Convention, vote: Vote, statement: Statement) -> bool:
    """Those of its kinds and themes; for a vote held in another room, those of that room alone."""
    if statement.kind not in vote.kinds or not set(statement.themes) & set(vote.themes):
        return False
    room = room_of(CardNumber(vote.number))
    brought = state.brought_statements.get(statement.reference)
    return not room or (brought is not None and brought.room == room)
