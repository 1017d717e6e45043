"""Decisions about what comes from elsewhere: other rooms' machines, earlier cahiers."""

from dataclasses import fields, replace
from typing import Any, TypeVar, assert_never

from atelier.domain import events, limits, references
from atelier.domain.card import Origin
from atelier.domain.commands import (
    BringBlock,
    BringCard,
    BringPoll,
    BringStatement,
    BringVote,
    CarryStatement,
    RegisterRoom,
    RoomCommand,
)
from atelier.domain.decide.brought import checked_card, checked_statement
from atelier.domain.decide.brought_blocks import checked_block
from atelier.domain.decide.brought_votes import checked_poll, checked_vote
from atelier.domain.decide.checks import (
    at_most,
    fit,
    fit_line,
    next_card,
    not_frozen,
    refuse,
    slot_at,
    theme_at,
    within,
)
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.refusals import Because
from atelier.domain.state import Convention

E = TypeVar("E", bound=events.RoomEvent)


def decide(state: Convention, command: RoomCommand) -> events.RoomEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case RegisterRoom():
            return _register(state, command)
        case BringCard():
            brought = checked_card(state, command)
            if state.brought_cards.get(brought.card) == brought:
                return Unchanged(seq=state.cards[brought.card].changed, card=brought.card)
            return brought
        case BringStatement():
            said = checked_statement(state, command)
            if state.brought_statements.get(said.statement) == said:
                return Unchanged(seq=state.statements[said.statement].changed, statement=said.statement)
            return said
        case BringVote():
            vote = checked_vote(state, command)
            return _new(state, vote, state.brought_votes.get(vote.vote))
        case BringPoll():
            poll = checked_poll(state, command)
            return _new(state, poll, state.brought_polls.get(poll.poll))
        case BringBlock():
            block = checked_block(state, command)
            said_before = state.brought_blocks.get(block.block)
            return _new(state, block, said_before and replace(said_before, parts=()))
        case CarryStatement():
            return _carry(state, command)
        case _:
            assert_never(command)


def _new(state: Convention, says: E, said: E | None) -> E | Unchanged:
    """Nothing, when it was said in the same words before."""
    return Unchanged(seq=state.seq) if says == said else says


def _register(state: Convention, command: RegisterRoom) -> events.RoomRegistered | Unchanged:
    known = state.rooms.get(command.source)
    if command.source == state.source:
        refuse(Because.ALREADY_THERE, "source")
    others = {room.letter for room in state.rooms.values() if room is not known}
    if command.letter not in references.LETTERS or (known and known.letter != command.letter):
        refuse(Because.BAD_VALUE, "letter", given=fit_line(command.letter[:5], 5, "letter", optional=True))
    if command.letter in (*others, state.room):
        refuse(Because.ALREADY_THERE, "letter", given=command.letter)
    for theme in at_most(limits.THEMES_MAX, command.themes, "themes"):
        theme_at(state, theme.here, "themes")
        within(theme.people, 0, limits.PEOPLE_MAX, "people")
    for slot in at_most(limits.SLOTS_MAX, command.slots, "slots"):
        slot_at(state, slot.here)
    given: dict[str, Any] = {one.name: getattr(command, one.name) for one in fields(command)}
    given["title"] = fit_line(command.title, limits.LABEL_GRAPHEMES_MAX, "title")
    if known is not None and all(getattr(known, name) == value for name, value in given.items()):
        return Unchanged(seq=state.seq)
    return events.RoomRegistered(**given)


def _carry(state: Convention, command: CarryStatement) -> events.StatementCarried | Unchanged:
    theme = not_frozen(theme_at(state, command.theme))
    if command.kind not in theme.boards:
        refuse(Because.NOT_A_BOARD_HERE, "kind", kind=command.kind, theme=theme.code)
    origin = Origin(
        convention=fit_line(command.origin.convention, limits.LABEL_GRAPHEMES_MAX, "origin"),
        number=within(command.origin.number, 0, limits.CONVENTION_NUMBER_MAX, "origin"),
        theme=fit_line(command.origin.theme, limits.LABEL_GRAPHEMES_MAX, "origin"),
        reference=command.origin.reference,
    )
    if references.parse(origin.reference) is None:
        refuse(Because.BAD_VALUE, "origin", given=fit_line(origin.reference[:20], 20, "origin"))
    for card in state.cards.values():
        if card.origin == origin:
            return Unchanged(seq=card.posted, card=card.number)
    return events.StatementCarried(
        card=next_card(state),
        themes=(theme.code,),
        kind=command.kind,
        text=fit(command.text, limits.WORDING_GRAPHEMES_MAX, "text"),
        origin=origin,
    )
