"""Rooms played at random, each on its machine, and brought together."""

import dataclasses

from atelier.domain import commands as c
from atelier.domain.card import Card
from atelier.domain.state import Convention
from atelier.exchange.merging import IMPORTER, Plan, plan
from tests.domain.moves import Move, begun, played
from tests.domain.play import HOST, PROGRAMME, Play


def room(letter: str, day: list[Move], convention: str | None = None) -> Play:
    """A room of that letter at the end of that day."""
    name = convention or f"room-{letter or 'none'}"
    play = begun(dataclasses.replace(PROGRAMME, id=name, title=f"Salle {letter}", room=letter))
    for _ in played(day, play):
        pass
    return play


def bring(here: Play, other: Convention) -> Plan:
    """Everything, as the plan says, once no dots are being given here."""
    if here.state.closed:
        here.do(c.ReopenConvention(), HOST)
    close_votes(here)
    planned = plan(here.state, other)
    assert planned.refused is None, planned.refused
    for command in planned.commands:
        here.do(command, IMPORTER)
    return planned


def close_votes(here: Play) -> None:
    """Nothing is being weighed any more."""
    for theme in here.state.themes.values():
        if theme.vote is not None and here.state.votes[theme.vote].open:
            here.do(c.CloseVote(theme=theme.code))
        if theme.poll is not None and here.state.polls[theme.poll].open:
            here.do(c.ClosePoll(theme=theme.code))


def what_is_said(card: Card) -> tuple[object, ...]:
    """What must be the same in both rooms."""
    return (card.kind, card.text, card.channel, card.carried_by, card.withdrawn, card.at, card.translations)
