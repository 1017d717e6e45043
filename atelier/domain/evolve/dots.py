"""How things are weighed: totals grow by differences, so that they outlive the ballots."""

from dataclasses import replace
from typing import assert_never

from atelier.domain import events
from atelier.domain.state import Convention
from atelier.domain.votes import Vote
from atelier.domain.words import Seq, VoteNumber


def apply(state: Convention, event: events.DotsEvent, seq: Seq) -> Convention:
    """The state with this vote as it is now."""
    match event:
        case events.VoteOpened(vote=number, themes=codes, dots=dots, kinds=kinds):
            vote = Vote(number=number, themes=codes, dots=dots, kinds=kinds)
            themes = {code: replace(state.themes[code], vote=number) for code in codes}
            return _put(replace(state, themes={**state.themes, **themes}), vote)
        case events.DotsCast():
            return _cast(state, event, seq)
        case events.DotsCounted(vote=number, statement=reference, version=version, channel=channel):
            vote = state.votes[number]
            counted = {**vote.counted, (reference, version, channel): event.dots}
            return _put(state, replace(vote, counted=counted))
        case events.VoteClosed(vote=number):
            return closed(state, number, seq)
        case _:
            assert_never(event)


def closed(state: Convention, number: VoteNumber, seq: Seq) -> Convention:
    """That vote takes no more dots; its result belongs to those who left before the end too."""
    vote = state.votes[number]
    left = [code for code in vote.themes if state.themes[code].vote is None]
    themes = {code: replace(state.themes[code], vote=number) for code in left}
    state = replace(state, themes={**state.themes, **themes})
    return _put(state, replace(vote, open=False, closed=seq))


def _cast(state: Convention, event: events.DotsCast, seq: Seq) -> Convention:
    vote = state.votes[event.vote]
    wording = (event.statement, event.version)
    phones = {**vote.phones, wording: vote.phones.get(wording, 0) + event.dots - event.before}
    vote = replace(vote, phones=phones, voters=vote.voters + event.first)
    if event.voter:
        ballot = {**vote.ballots.get(event.voter, {}), wording: event.dots}
        vote = replace(vote, ballots={**vote.ballots, event.voter: ballot}, cast=(*vote.cast, seq))
    return _put(state, vote)


def _put(state: Convention, vote: Vote) -> Convention:
    return replace(state, votes={**state.votes, vote.number: vote})
