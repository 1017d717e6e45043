"""What a log from elsewhere may not say was weighed: something that is not there."""

from dataclasses import replace
from typing import Any

import pytest

from atelier.domain import commands as c
from atelier.domain.soundness import unsound
from atelier.domain.words import Count, Kind, PollNumber, Reference, ThemeCode, VoteNumber
from tests.domain.play import DS, Play

NOWHERE = Reference("DS-C9")


def weighed() -> Play:
    play = Play()
    said = play.statement(text="Le guichet ferme.")
    play.do(c.OpenVote(theme=DS, dots=3, kinds=(Kind.CONSTAT,)))
    play.do(c.CountDots(statement=said, channel=Count.HANDS, dots=2))
    play.do(c.CloseVote(theme=DS))
    play.do(c.OpenPoll(statements=(said,)))
    return play


def test_what_was_weighed_here_is_sound() -> None:
    assert unsound(weighed().state) == ()


@pytest.mark.parametrize(
    "change",
    [{"phones": {(NOWHERE, 1): 1}}, {"phones": {(Reference("DS-C1"), 2): 1}}, {"themes": (ThemeCode("ZZ"),)}],
)
def test_dots_on_nothing_are_not(change: dict[str, Any]) -> None:
    state = weighed().state
    vote = replace(state.votes[VoteNumber(1)], **change)
    assert unsound(replace(state, votes={vote.number: vote})) == ("vote:1",)


@pytest.mark.parametrize("change", [{"items": ((NOWHERE, 1),)}, {"themes": ()}])
def test_words_on_nothing_are_not(change: dict[str, Any]) -> None:
    state = weighed().state
    poll = replace(state.polls[PollNumber(1)], **change)
    assert unsound(replace(state, polls={poll.number: poll})) == ("poll:1",)
