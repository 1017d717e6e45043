"""Decisions about polls."""

from typing import assert_never

from atelier.domain import authorship, events, limits
from atelier.domain.actor import Actor
from atelier.domain.commands import CastChoice, ClosePoll, CountChoices, OpenPoll, PollCommand
from atelier.domain.decide.checks import at_most, not_weighed, refuse, some, statement_at, theme_at, within
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.polls import SCALES, Poll
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.weighing import asks, last_held
from atelier.domain.words import Choice, Count, PollNumber, Scale


def decide(state: Convention, command: PollCommand, actor: Actor) -> events.PollEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case OpenPoll():
            return _open(state, command)
        case CastChoice():
            return _cast(state, command, actor)
        case CountChoices():
            return _count(state, command)
        case ClosePoll(theme=code):
            number = theme_at(state, code).poll
            if number is None or not state.polls[number].open:
                refuse(Because.NO_VOTE, "theme", theme=code)
            return events.PollClosed(poll=number)
        case _:
            assert_never(command)


def _open(state: Convention, command: OpenPoll) -> events.PollOpened:
    """All in one theme at least, and nothing else under way there."""
    references = some(command.statements, "statements")
    most = 1 if command.scale is Scale.OPINIONS else limits.GRADED_STATEMENTS_MAX
    found = [statement_at(state, one, "statements") for one in at_most(most, references, "statements")]
    together = set(found[0].themes)
    for statement in found:
        if not statement.versions:
            refuse(Because.NOT_WORDED, "statements", statement=statement.reference)
        not_weighed(state, statement)
        together &= set(statement.themes)
    themes = tuple(code for code in found[0].themes if code in together)
    if not themes:
        refuse(Because.NO_COMMON_THEME, "statements")
    for code in themes:
        running = state.themes[code].poll
        if running is not None and state.polls[running].open:
            refuse(Because.VOTE_OPEN, "statements", theme=code)
    return events.PollOpened(
        poll=PollNumber(len(state.polls) + 1),
        themes=themes,
        scale=command.scale,
        statements=references,
        versions=tuple(len(statement.versions) for statement in found),
    )


def _cast(state: Convention, command: CastChoice, actor: Actor) -> events.ChoiceCast | Unchanged:
    statement = statement_at(state, command.statement)
    poll = _poll_on(state, statement)
    here = any(state.themes[code].poll == poll.number for code in statement.themes)
    if not poll.open or not here:  # its workshop has left the poll, which goes on in others
        refuse(Because.NO_VOTE, "statement", statement=statement.reference)
    if actor.secret is None:
        refuse(Because.NEEDS_A_BROWSER)
    if command.choice is not None:
        _of_the_scale(poll, command.choice)
    voter = authorship.poll_mark(actor.secret, poll.number)
    ballot = poll.ballots.get(voter, {})
    before = next((choice for (of, _), choice in ballot.items() if of == statement.reference), None)
    if command.choice is before:
        return Unchanged(seq=state.seq, statement=statement.reference)
    return events.ChoiceCast(
        poll=poll.number,
        statement=statement.reference,
        choice=command.choice,
        before=before,
        first=voter not in poll.ballots,
        voter=voter,
    )


def _count(state: Convention, command: CountChoices) -> events.ChoicesCounted:
    """Also after the end: paper takes time."""
    poll = _poll_on(state, statement_at(state, command.statement))
    blank = (Choice.BLANK,) if command.channel is Count.PAPER else ()
    _of_the_scale(poll, command.choice, *blank)
    return events.ChoicesCounted(
        poll=poll.number,
        statement=command.statement,
        channel=command.channel,
        choice=command.choice,
        people=within(command.people, 0, limits.PEOPLE_MAX, "people"),
    )


def _of_the_scale(poll: Poll, choice: Choice, *others: Choice) -> None:
    if choice not in (*SCALES[poll.scale], *others):
        refuse(Because.UNKNOWN, "choice", given=choice)


def _poll_on(state: Convention, statement: Statement) -> Poll:
    """The last one that asks about this statement; an open one before any that is closed."""
    poll = last_held(poll for poll in state.polls.values() if asks(state, poll, statement))
    return poll or refuse(Because.NO_VOTE, "statement", statement=statement.reference)
