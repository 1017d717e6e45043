"""From an event to the next state. Total: what is in the log is applied, never judged again."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from atelier.domain import events
from atelier.domain.evolve import (
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
from atelier.domain.reverse import reverse_of
from atelier.domain.state import NOTHING, Convention


def evolve(state: Convention, envelope: events.Envelope) -> Convention:
    """The state after this event, with the command that would undo it."""
    after = replace(_apply(state, envelope), seq=envelope.seq)
    reverse = reverse_of(state, envelope.event)
    if reverse is None:
        return after
    return replace(after, reverses=after.reverses.put(envelope.seq, reverse))


def replay(log: Iterable[events.Envelope], state: Convention = NOTHING) -> Convention:
    """The state that a log tells."""
    for envelope in log:
        state = evolve(state, envelope)
    return state


def _apply(state: Convention, envelope: events.Envelope) -> Convention:
    event = envelope.event
    if isinstance(event, events.CardEvent):
        return cards.apply(state, event, envelope.seq, envelope.at)
    if isinstance(event, events.GroupingEvent):
        return grouping.apply(state, event, envelope.seq)
    if isinstance(event, events.StatementEvent):
        return statements.apply(state, event, envelope.seq)
    if isinstance(event, events.ProgrammeEvent):
        return programme.apply(state, event, envelope.seq, envelope.at)
    if isinstance(event, events.DotsEvent):
        return dots.apply(state, event, envelope.seq)
    if isinstance(event, events.PollEvent):
        return polls.apply(state, event, envelope.seq)
    if isinstance(event, events.DocumentEvent):
        return document.apply(state, event, envelope.seq)
    if isinstance(event, events.RoomEvent):
        return rooms.apply(state, event, envelope.seq, envelope.at)
    if isinstance(event, events.ConventionEvent):
        return convention.apply(state, event, envelope.seq, envelope.at)
    assert_never(event)
