"""What was said of statements in polls, as it is published."""

from atelier.cahier.document import PollEntry
from atelier.cahier.entries import Graded
from atelier.domain.judging import Heard, heard, last_poll, verdict
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import Scale


def opinions(state: Convention, statement: Statement) -> Heard | None:
    """The last show of hands on it; None while there was none, or is one."""
    poll = last_poll(state, statement, Scale.OPINIONS)
    return heard(poll, statement.reference, statement) if poll else None


def grades(state: Convention, statement: Statement) -> Graded | None:
    """The last grades given to it; None while there are none, or are being given."""
    poll = last_poll(state, statement, Scale.GRADES)
    if poll is None:
        return None
    return Graded(
        heard=heard(poll, statement.reference, statement), verdict=verdict(poll, statement.reference)
    )


def polls(state: Convention) -> tuple[PollEntry, ...]:
    """How each poll was held, in order."""
    return tuple(
        PollEntry(
            number=poll.number,
            themes=poll.themes,
            scale=poll.scale,
            statements=tuple(reference for reference, _ in poll.items),
            voters=poll.voters,
            open=poll.open,
        )
        for _, poll in sorted(state.polls.items())
    )
