"""Votes, polls and prose of other rooms: as they were said there, and followed when they are said again."""

from dataclasses import replace
from typing import Any

import pytest

from atelier.domain import commands as c
from atelier.domain.judging import heard, last_poll
from atelier.domain.outline import parts, whole
from atelier.domain.refusals import Because
from atelier.domain.rooms import ChoicesGiven, DotsGiven
from atelier.domain.state import Block
from atelier.domain.tally import Tally, tally, weighings
from atelier.domain.words import (
    BlockId,
    Choice,
    Count,
    Kind,
    PartName,
    PollNumber,
    RoomLetter,
    Scale,
    SectionName,
    ThemeCode,
    VoteNumber,
)
from tests.domain.play import ANA, DS, HOST, SECRETARY
from tests.domain.rooms import BLOCK, HERE, POLL, STATEMENT, THERE, TWO, VOTE, with_a_room


def test_dots_come_as_totals_and_weigh_the_statements_of_their_room_alone() -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    play.do(VOTE, HOST)
    play.same(VOTE, HOST)
    ours = play.statement(text="Deux heures de bus")
    dots = Tally(phones=7, paper=2, hands=1)
    assert tally(play.state, play.at(HERE)) == dots
    assert [one.tally for one in weighings(play.state, play.at(HERE))] == [dots]
    assert tally(play.state, play.at(ours)) is None
    play.do(c.OpenVote(theme=DS, dots=3, kinds=(Kind.CONSTAT,)))
    play.do(c.CastDots(statement=ours, dots=2), ANA)
    play.do(c.CloseVote(theme=DS))
    assert tally(play.state, play.at(ours)) == Tally(phones=2)


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"room": RoomLetter("C")}, Because.UNKNOWN),
        ({"vote": VoteNumber(1)}, Because.BAD_VALUE),
        ({"themes": (ThemeCode("ZZ"),)}, Because.UNKNOWN),
        ({"given": (DotsGiven(statement=THERE, version=1),)}, Because.UNKNOWN),
        ({"given": (DotsGiven(statement=HERE, version=2),)}, Because.UNKNOWN),
        ({"given": (DotsGiven(statement=HERE, version=1, hands=-1),)}, Because.BAD_VALUE),
    ],
)
def test_a_vote_that_could_not_have_been_held_is_refused(change: dict[str, Any], because: Because) -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    assert play.because(replace(VOTE, **change), HOST) is because


def test_paper_counted_there_after_the_end_is_followed() -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    play.do(VOTE, HOST)
    play.do(c.CountDots(statement=HERE, channel=Count.HANDS, dots=6))
    play.same(VOTE, HOST)
    assert tally(play.state, play.at(HERE)) == Tally(phones=7, paper=2, hands=6)
    (given,) = VOTE.given
    play.do(replace(VOTE, given=(replace(given, paper=9),)), HOST)
    assert tally(play.state, play.at(HERE)) == Tally(phones=7, paper=9, hands=1)


def test_a_poll_comes_as_totals_and_speaks_of_the_statements_of_its_room_alone() -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    ours = play.statement(text="Deux heures de bus")
    play.do(POLL, HOST)
    play.same(POLL, HOST)
    said = last_poll(play.state, play.at(HERE), Scale.OPINIONS)
    assert said is not None
    assert (said.number, said.voters, said.ballots, said.open) == (POLL.poll, 4, {}, False)
    found = heard(said, HERE, play.at(HERE))
    assert (found.phones[Choice.AGREE], found.paper[Choice.AGREE], found.people) == (3, 2, 11)
    of_both = replace(
        POLL,
        poll=PollNumber(TWO),
        scale=Scale.GRADES,
        statements=(HERE, ours),
        versions=(1, 1),
        given=(
            ChoicesGiven(statement=ours, choice=Choice.GOOD, phones=2),
            ChoicesGiven(statement=HERE, choice=Choice.BLANK, paper=2),
        ),
    )
    play.do(of_both, HOST)
    assert last_poll(play.state, play.at(ours), Scale.GRADES) is None
    count = c.CountChoices(statement=ours, channel=Count.PAPER, choice=Choice.GOOD, people=1)
    assert play.because(count) is Because.NO_VOTE
    assert heard(play.state.polls[of_both.poll], HERE).blanks == 6
    play.do(c.CountChoices(statement=HERE, channel=Count.PAPER, choice=Choice.POOR, people=3))
    assert heard(play.state.polls[of_both.poll], HERE).paper[Choice.POOR] == 3
    play.do(replace(of_both, given=of_both.given[:1]), HOST)
    again = heard(play.state.polls[of_both.poll], HERE)
    assert (again.paper[Choice.POOR], again.blanks) == (3, 4)


def test_a_poll_of_everyone_comes_after_that_of_the_room() -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    play.do(POLL, HOST)
    play.do(c.OpenPoll(statements=(HERE,)))
    assert last_poll(play.state, play.at(HERE), Scale.OPINIONS) is None
    play.do(c.ClosePoll(theme=DS))
    last = last_poll(play.state, play.at(HERE), Scale.OPINIONS)
    assert last is not None
    assert last.number == play.state.themes[DS].poll == 2


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"room": RoomLetter("C")}, Because.UNKNOWN),
        ({"poll": PollNumber(1)}, Because.BAD_VALUE),
        ({"themes": (ThemeCode("ZZ"),)}, Because.UNKNOWN),
        ({"statements": ()}, Because.NOTHING_CHOSEN),
        ({"statements": (THERE,)}, Because.UNKNOWN),
        ({"versions": (0,)}, Because.UNKNOWN),
        ({"versions": (2,)}, Because.UNKNOWN),
        ({"versions": (1, 1)}, Because.BAD_VALUE),
        ({"voters": 3}, Because.BAD_VALUE),
        ({"given": (ChoicesGiven(statement=THERE, choice=Choice.AGREE),)}, Because.UNKNOWN),
        ({"given": (ChoicesGiven(statement=HERE, choice=Choice.GOOD),)}, Because.UNKNOWN),
        ({"given": (ChoicesGiven(statement=HERE, choice=Choice.BLANK, hands=1),)}, Because.UNKNOWN),
        ({"given": (ChoicesGiven(statement=HERE, choice=Choice.AGREE, hands=-1),)}, Because.BAD_VALUE),
    ],
)
def test_a_poll_that_could_not_have_been_held_is_refused(change: dict[str, Any], because: Because) -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    assert play.because(replace(POLL, **change), HOST) is because


def test_a_poll_that_forgets_a_statement_is_not_the_same_poll() -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    ours = play.statement(text="Deux heures de bus")
    play.do(replace(POLL, statements=(HERE, ours), versions=(1, 1)), HOST)
    assert play.because(POLL, HOST) is Because.BAD_VALUE


def test_prose_between_two_parts_has_its_place_once_and_its_words_are_followed() -> None:
    play = with_a_room()
    play.do(BLOCK, HOST)
    play.same(BLOCK, HOST)
    play.same(replace(BLOCK, after=None), HOST)
    names = [part.name for part in parts(play.state)]
    assert names.index(PartName("block:B1")) == names.index(PartName("overview")) + 1
    play.do(c.ArrangeDocument(parts=(PartName("block:B1"), PartName("foreword"))), SECRETARY)
    play.do(c.EditBlock(block=BlockId("B1"), title="Le récit"), SECRETARY)
    play.do(replace(BLOCK, text="Un long récit."), HOST)
    play.do(replace(BLOCK, text="Un long récit.", removed=True), HOST)
    assert play.state.blocks == {"B1": Block(id=BlockId("B1"), title="Le récit", removed=True)}
    texts = [one.text for one in play.state.sections[SectionName("block:B1")].versions]
    assert texts == ["Un récit.", "Un long récit."]
    assert whole(play.state)[0] == "block:B1"
    play.do(replace(BLOCK, there=BlockId("B2"), text=""), HOST)
    assert set(play.state.sections) == {"block:B1"}


def test_prose_of_no_room_or_after_nothing_is_refused() -> None:
    play = with_a_room()
    assert play.because(replace(BLOCK, room=RoomLetter("C")), HOST) is Because.UNKNOWN
    assert play.because(replace(BLOCK, after=PartName("block:B9")), HOST) is Because.UNKNOWN
