"""Whether a vote or a poll of another room can stand here as that room says it."""

from collections.abc import Iterable

from atelier.domain import events, limits, references
from atelier.domain.commands import BringPoll, BringVote
from atelier.domain.decide.checks import at_most, letter_known, refuse, some, theme_at, within
from atelier.domain.polls import SCALES
from atelier.domain.refusals import Because
from atelier.domain.rooms import ChoicesGiven, DotsGiven
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Choice, Reference, RoomLetter, ThemeCode


def checked_vote(state: Convention, command: BringVote) -> events.VoteBrought:
    """Dots belong to the wording they were given to: each of these must be here."""
    _held_there(state, command.room, command.vote, command.themes, "vote")
    for one in command.given:
        _worded(state, one.statement, one.version, least=0)
        _counts(one, limits.DOTS_COUNTED_MAX, "dots")
    return events.VoteBrought(
        vote=command.vote,
        room=command.room,
        themes=some(command.themes, "themes"),
        dots=within(command.dots, 1, limits.DOTS_PER_PERSON_MAX, "dots"),
        kinds=some(command.kinds, "kinds"),
        voters=within(command.voters, 0, limits.DOTS_COUNTED_MAX, "voters"),
        given=command.given,
    )


def checked_poll(state: Convention, command: BringPoll) -> events.PollBrought:
    """Its wordings are here; nobody spoke twice of one."""
    _held_there(state, command.room, command.poll, command.themes, "poll")
    statements = at_most(limits.GRADED_STATEMENTS_MAX, some(command.statements, "statements"), "statements")
    if len(statements) != len(command.versions):
        refuse(Because.BAD_VALUE, "versions", given=len(command.versions))
    for reference, version in zip(statements, command.versions, strict=True):
        _worded(state, reference, version, least=1)
    said = state.brought_polls.get(command.poll)
    if said is not None and not set(said.statements) <= set(statements):
        refuse(Because.BAD_VALUE, "statements", given=len(statements))
    voters = within(command.voters, 0, limits.DOTS_COUNTED_MAX, "voters")
    for one in command.given:
        if one.statement not in statements:
            refuse(Because.UNKNOWN, "statement", given=one.statement)
        blank = one.choice is Choice.BLANK and not one.phones and not one.hands
        if one.choice not in SCALES[command.scale] and not blank:
            refuse(Because.UNKNOWN, "choice", given=one.choice)
        _counts(one, limits.PEOPLE_MAX, "people")
    for reference in statements:
        phones = sum(one.phones for one in command.given if one.statement == reference)
        within(phones, 0, voters, "voters")
    return events.PollBrought(
        poll=command.poll,
        room=command.room,
        themes=some(command.themes, "themes"),
        scale=command.scale,
        statements=statements,
        versions=command.versions,
        voters=voters,
        given=command.given,
    )


def _held_there(
    state: Convention, room: RoomLetter, number: int, themes: Iterable[ThemeCode], field: str
) -> None:
    """Its number is among those of its room."""
    letter_known(state, room, "room")
    if references.room_of(CardNumber(number)) != room:
        refuse(Because.BAD_VALUE, field, given=number)
    for code in themes:
        theme_at(state, code, "themes")


def _worded(state: Convention, reference: Reference, version: int, *, least: int) -> None:
    found = state.statements.get(reference)
    if found is None or not least <= version <= len(found.versions):
        refuse(Because.UNKNOWN, "statement", given=reference)


def _counts(one: DotsGiven | ChoicesGiven, most: int, field: str) -> None:
    for count in (one.phones, one.paper, one.hands):
        within(count, 0, most, field)
