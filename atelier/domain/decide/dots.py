"""Decisions about weighing."""

from typing import assert_never

from atelier.domain import authorship, events, limits
from atelier.domain.actor import Actor
from atelier.domain.commands import CastDots, CloseVote, CountDots, DotsCommand, OpenVote
from atelier.domain.decide.checks import refuse, some, statement_at, theme_at, within
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.votes import Vote
from atelier.domain.weighing import last_held, weighs
from atelier.domain.words import VoteNumber


def decide(state: Convention, command: DotsCommand, actor: Actor) -> events.DotsEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case OpenVote(theme=code, dots=dots, kinds=kinds):
            theme = theme_at(state, code)
            if theme.vote is not None and state.votes[theme.vote].open:
                refuse(Because.VOTE_OPEN, "theme", theme=code)
            return events.VoteOpened(
                vote=VoteNumber(len(state.votes) + 1),
                themes=(code,),
                dots=within(dots, 1, limits.DOTS_PER_PERSON_MAX, "dots"),
                kinds=some(kinds, "kinds"),
            )
        case CastDots():
            return _cast(state, command, actor)
        case CountDots(statement=reference, channel=channel, dots=dots):
            statement = statement_at(state, reference)
            vote = _vote_on(state, statement)
            within(dots, 0, limits.DOTS_COUNTED_MAX, "dots")
            return events.DotsCounted(
                vote=vote.number,
                statement=reference,
                version=_version_weighed(vote, statement),
                channel=channel,
                dots=dots,
            )
        case CloseVote(theme=code):
            number = theme_at(state, code).vote
            if number is None or not state.votes[number].open:
                refuse(Because.NO_VOTE, "theme", theme=code)
            return events.VoteClosed(vote=number)
        case _:
            assert_never(command)


def _version_weighed(vote: Vote, statement: Statement) -> int:
    """Dots counted late were given to the wording that stood when the vote closed."""
    return sum(vote.open or wording.seq < vote.closed for wording in statement.versions)


def _cast(state: Convention, command: CastDots, actor: Actor) -> events.DotsCast | Unchanged:
    statement = statement_at(state, command.statement)
    vote = _vote_on(state, statement)
    here = any(state.themes[code].vote == vote.number for code in statement.themes)
    if not vote.open or not here:  # its workshop has left the vote, which goes on in others
        refuse(Because.NO_VOTE, "statement", statement=statement.reference)
    if actor.secret is None:
        refuse(Because.NEEDS_A_BROWSER)
    voter = authorship.voter_mark(actor.secret, vote.number)
    ballot = vote.ballots.get(voter, {})
    wording = (statement.reference, len(statement.versions))
    before = ballot.get(wording, 0)
    if command.dots == before:
        return Unchanged(seq=state.seq, statement=statement.reference)
    left = vote.dots - sum(ballot.values()) + before
    within(command.dots, 0, limits.DOTS_PER_PERSON_MAX, "dots")
    if command.dots > left:
        refuse(Because.TOO_MANY_DOTS, "dots", left=left - before, limit=vote.dots)
    return events.DotsCast(
        vote=vote.number,
        statement=statement.reference,
        version=wording[1],
        dots=command.dots,
        before=before,
        first=voter not in vote.ballots,
        voter=voter,
    )


def _vote_on(state: Convention, statement: Statement) -> Vote:
    """The last vote that this statement belongs to; an open one before any that is closed."""
    vote = last_held(vote for vote in state.votes.values() if weighs(state, vote, statement))
    return vote or refuse(Because.NO_VOTE, "statement", statement=statement.reference)
