"""From a command to an event, or to the reason why not. Decides; changes and writes nothing."""

from typing import assert_never

from atelier.domain import commands, events
from atelier.domain.actor import Actor
from atelier.domain.decide import (
    cards,
    convention,
    document,
    dots,
    grouping,
    polls,
    programme,
    rooms,
    statements,
)
from atelier.domain.decide.checks import Refused
from atelier.domain.decide.outcome import Decision, Unchanged
from atelier.domain.permissions import permit
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention


def decide(state: Convention, command: commands.Command, actor: Actor) -> Decision | Unchanged | Refusal:
    """Who asks is checked first, then the moment, then what is asked."""
    if isinstance(command, commands.Undo):
        reverse = state.reverses.get(command.seq)
        if reverse is None:
            return Refusal(because=Because.NOTHING_TO_UNDO, field="seq", about={"seq": command.seq})
        return decide(state, reverse, actor)
    by = permit(state, command, actor)
    if isinstance(by, Refusal):
        return by
    if not state.exists and not isinstance(command, commands.CreateConvention):
        return Refusal(because=Because.UNKNOWN, field="convention")
    if state.closed and not isinstance(command, commands.ReopenConvention):
        return Refusal(because=Because.CONVENTION_CLOSED)
    try:
        outcome = _decide(state, command, actor)
    except Refused as refused:
        return refused.refusal
    return outcome if isinstance(outcome, Unchanged) else Decision(event=outcome, by=by)


def _decide(state: Convention, command: commands.DirectCommand, actor: Actor) -> events.Event | Unchanged:
    if isinstance(command, commands.CardCommand):
        return cards.decide(state, command, actor)
    if isinstance(command, commands.GroupingCommand):
        return grouping.decide(state, command)
    if isinstance(command, commands.StatementCommand):
        return statements.decide(state, command)
    if isinstance(command, commands.ProgrammeCommand):
        return programme.decide(state, command)
    if isinstance(command, commands.DotsCommand):
        return dots.decide(state, command, actor)
    if isinstance(command, commands.PollCommand):
        return polls.decide(state, command, actor)
    if isinstance(command, commands.DocumentCommand):
        return document.decide(state, command)
    if isinstance(command, commands.RoomCommand):
        return rooms.decide(state, command)
    if isinstance(command, commands.ConventionCommand):
        return convention.decide(state, command)
    assert_never(command)


__all__ = ["Decision", "Unchanged", "decide"]
