"""How polls go: totals grow by differences, so that they outlive the ballots."""

from dataclasses import replace
from typing import assert_never

from atelier.domain import events
from atelier.domain.polls import Poll
from atelier.domain.state import Convention
from atelier.domain.votes import Wording
from atelier.domain.words import PollNumber, Reference, Seq


def apply(state: Convention, event: events.PollEvent, seq: Seq) -> Convention:
    """The state with this poll as it is now."""
    match event:
        case events.PollOpened(poll=number, themes=codes):
            items = tuple(zip(event.statements, event.versions, strict=True))
            poll = Poll(number=number, themes=codes, scale=event.scale, items=items)
            themes = {code: replace(state.themes[code], poll=number) for code in codes}
            return _put(replace(state, themes={**state.themes, **themes}), poll)
        case events.ChoiceCast():
            return _cast(state, event, seq)
        case events.ChoicesCounted(poll=number, statement=reference, choice=choice, channel=channel):
            poll = state.polls[number]
            wording = _wording(poll, reference)
            counted = {**poll.counted, (wording, choice, channel): event.people}
            return _put(state, replace(poll, counted=counted))
        case events.PollClosed(poll=number):
            return closed(state, number, seq)
        case _:
            assert_never(event)


def closed(state: Convention, number: PollNumber, seq: Seq) -> Convention:
    """That poll takes no more words; its result belongs to those who left before the end too."""
    poll = state.polls[number]
    left = [code for code in poll.themes if state.themes[code].poll is None]
    themes = {code: replace(state.themes[code], poll=number) for code in left}
    state = replace(state, themes={**state.themes, **themes})
    return _put(state, replace(poll, open=False, closed=seq))


def _cast(state: Convention, event: events.ChoiceCast, seq: Seq) -> Convention:
    poll = state.polls[event.poll]
    wording = _wording(poll, event.statement)
    phones = dict(poll.phones)
    for choice, difference in ((event.before, -1), (event.choice, 1)):
        if choice is not None:
            phones[wording, choice] = phones.get((wording, choice), 0) + difference
    poll = replace(poll, phones=phones, voters=poll.voters + event.first)
    if event.voter:
        ballot = {one: choice for one, choice in poll.ballots.get(event.voter, {}).items() if one != wording}
        if event.choice is not None:
            ballot[wording] = event.choice
        poll = replace(poll, ballots={**poll.ballots, event.voter: ballot}, cast=(*poll.cast, seq))
    return _put(state, poll)


def _wording(poll: Poll, reference: Reference) -> Wording:
    return next(one for one in poll.items if one[0] == reference)


def _put(state: Convention, poll: Poll) -> Convention:
    return replace(state, polls={**state.polls, poll.number: poll})
