import pytest

from atelier.domain import commands as c
from atelier.domain import limits
from atelier.domain.refusals import Because
from atelier.domain.tally import Tally, overfull, result, tally
from atelier.domain.words import Count, Kind, Reference, VoteNumber
from tests.domain.play import (
    AFTERNOON,
    ANA,
    BEN,
    CLEO,
    DS,
    HOST,
    NOBODY,
    OPEN,
    SECRETARY,
    TOGETHER,
    TR,
    WEIGHING,
    Play,
)

CONSTAT, DEMAND = Kind.CONSTAT, Kind.REVENDICATION
FIRST, SECOND = VoteNumber(1), VoteNumber(2)


def voting(dots: int = 3) -> tuple[Play, Reference, Reference]:
    play = Play()
    one, other = play.statement(DEMAND, "Un"), play.statement(DEMAND, "Deux")
    play.do(c.OpenVote(theme=DS, dots=dots))
    return play, one, other


def cast(reference: Reference, dots: int) -> c.CastDots:
    return c.CastDots(statement=reference, dots=dots)


def test_a_vote_gives_some_dots_on_some_kinds() -> None:
    play = Play()
    for dots in (0, limits.DOTS_PER_PERSON_MAX + 1):
        assert play.because(c.OpenVote(theme=DS, dots=dots)) is Because.BAD_VALUE
    assert play.because(c.OpenVote(theme=DS, dots=3, kinds=())) is Because.NOTHING_CHOSEN
    play.do(c.OpenVote(theme=DS, dots=limits.DOTS_PER_PERSON_MAX))
    assert play.because(c.OpenVote(theme=DS, dots=1)) is Because.VOTE_OPEN


def test_dots_need_a_browser_a_vote_and_a_statement_of_its_kinds_and_theme() -> None:
    play, one, _ = voting()
    assert play.because(cast(one, 1), NOBODY) is Because.NEEDS_A_BROWSER
    assert play.because(cast(play.statement(CONSTAT), 1), ANA) is Because.NO_VOTE
    assert play.because(cast(play.statement(DEMAND, theme="TR"), 1), ANA) is Because.NO_VOTE
    assert play.because(cast(Reference("DS-R9"), 1), ANA) is Because.UNKNOWN
    play.do(c.CloseVote(theme=DS))
    assert play.because(cast(one, 1), ANA) is Because.NO_VOTE
    assert play.because(c.CloseVote(theme=DS)) is Because.NO_VOTE
    assert play.because(c.CloseVote(theme=TR)) is Because.NO_VOTE


def test_nobody_gives_more_dots_than_there_are_or_less_than_none() -> None:
    play, one, other = voting(3)
    play.do(cast(one, 2), ANA)
    refusal = play.refused(cast(other, 2), ANA)
    assert (refusal.because, refusal.about) == (Because.TOO_MANY_DOTS, {"left": 1, "limit": 3})
    assert play.refused(cast(one, 4), ANA) == refusal  # what is free elsewhere, not what is there already
    assert play.because(cast(one, -1), ANA) is Because.BAD_VALUE
    assert play.because(cast(one, limits.DOTS_PER_PERSON_MAX + 1), ANA) is Because.BAD_VALUE
    play.do(cast(one, 3), ANA)
    play.do(cast(other, 3), BEN)


def test_dots_are_a_number_not_an_addition_and_can_be_taken_back() -> None:
    play, one, other = voting(3)
    play.same(cast(one, 0), ANA)
    play.do(cast(one, 2), ANA)
    play.same(cast(one, 2), ANA)
    play.do(cast(one, 0), ANA)
    play.do(cast(other, 3), ANA)
    play.do(cast(other, 1), BEN)
    vote = play.state.votes[FIRST]
    assert (vote.voters, dict(vote.phones)) == (2, {(one, 1): 0, (other, 1): 4})


def test_dots_cannot_be_undone_by_anybody_else() -> None:
    play, one, _ = voting()
    play.do(cast(one, 1), ANA)
    assert play.because(c.Undo(seq=play.state.seq), ANA) is Because.NOTHING_TO_UNDO


def test_nothing_is_told_before_the_vote_closes_and_channels_are_counted_apart() -> None:
    play, one, other = voting()
    play.do(cast(one, 2), ANA)
    play.do(cast(one, 1), BEN)
    play.do(c.CountDots(statement=one, channel=Count.PAPER, dots=9), SECRETARY)
    play.do(c.CountDots(statement=one, channel=Count.PAPER, dots=4), SECRETARY)
    play.do(c.CountDots(statement=other, channel=Count.HANDS, dots=5))
    assert tally(play.state, play.at(one)) is None
    play.do(c.CloseVote(theme=DS))
    assert tally(play.state, play.at(one)) == Tally(phones=3, paper=4)
    play.do(c.CountDots(statement=other, channel=Count.HANDS, dots=8))
    assert result(play.state.votes[FIRST]) == ((other, Tally(hands=8)), (one, Tally(phones=3, paper=4)))


@pytest.mark.parametrize("dots", [-1, limits.DOTS_COUNTED_MAX + 1])
def test_a_count_beyond_any_room_is_refused(dots: int) -> None:
    play, one, _ = voting()
    assert play.because(c.CountDots(statement=one, channel=Count.HANDS, dots=dots)) is Because.BAD_VALUE
    play.do(c.CountDots(statement=one, channel=Count.HANDS, dots=limits.DOTS_COUNTED_MAX))


def test_what_was_never_weighed_has_no_tally_and_takes_no_count() -> None:
    play = Play()
    group = play.statement()
    assert tally(play.state, play.at(group)) is None
    assert play.because(c.CountDots(statement=group, channel=Count.HANDS, dots=1)) is Because.NO_VOTE


def test_dots_stay_with_the_wording_they_were_given_to() -> None:
    play, one, other = voting()
    play.do(cast(one, 3), ANA)
    play.do(cast(other, 1), BEN)
    play.do(c.CloseVote(theme=DS))
    play.do(c.WordStatement(statement=one, text="Mieux dit"))
    assert tally(play.state, play.at(one)) == Tally(earlier=3)
    play.do(c.CountDots(statement=one, channel=Count.PAPER, dots=2))
    assert tally(play.state, play.at(one)) == Tally(earlier=5)
    assert result(play.state.votes[FIRST])[0] == (one, Tally(phones=3, paper=2))
    merged = play.merge(one, other)
    assert tally(play.state, play.at(merged)) == Tally()


def test_a_second_vote_starts_at_zero_and_the_first_is_kept() -> None:
    play, one, _ = voting()
    play.do(cast(one, 3), ANA)
    play.do(c.CloseVote(theme=DS))
    play.do(c.OpenVote(theme=DS, dots=1))
    play.do(cast(one, 1), CLEO)
    play.do(c.CloseVote(theme=DS))
    assert tally(play.state, play.at(one)) == Tally(phones=1)
    assert sum(play.state.votes[FIRST].phones.values()) == 3


def test_a_vote_elsewhere_says_nothing_of_a_statement() -> None:
    play, one, _ = voting()
    play.do(cast(one, 3), ANA)
    play.do(c.CloseVote(theme=DS))
    play.do(c.OpenVote(theme=TR, dots=1))
    assert tally(play.state, play.at(one)) == Tally(phones=3)


def test_a_joint_statement_takes_dots_where_a_vote_is_open() -> None:
    play = Play()
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    joint = play.statement(DEMAND)
    play.do(c.OpenVote(theme=DS, dots=3))
    play.do(c.OpenVote(theme=TR, dots=3))
    play.do(c.CloseVote(theme=TR))
    play.do(cast(joint, 2), ANA)
    assert dict(play.state.votes[FIRST].phones) == {(joint, 0): 2}


def test_a_step_opens_its_vote_and_ends_the_one_before() -> None:
    play, one, _ = voting()
    play.do(cast(one, 1), ANA)
    play.do(c.StartStep(step=WEIGHING, slot=TOGETHER))
    assert not play.state.votes[FIRST].open
    assert play.state.votes[SECOND].themes == ("DS", "TR", "AG")
    play.do(cast(one, 3), ANA)
    play.do(c.StartStep(step=OPEN, theme=DS))
    assert play.state.votes[SECOND].open
    play.do(c.StartStep(step=1, slot=AFTERNOON))
    assert not play.state.votes[SECOND].open


def test_who_leaves_a_joint_vote_gives_no_more_dots_there_and_reads_its_result_at_the_end() -> None:
    play = Play()
    here, elsewhere = play.statement(DEMAND, "Ici"), play.statement(DEMAND, "Là", "TR")
    play.do(c.StartStep(step=WEIGHING, slot=TOGETHER))
    play.do(cast(here, 1), ANA)
    play.do(c.StartStep(step=OPEN, theme=DS))
    assert play.state.themes[DS].vote is None
    assert play.because(cast(here, 2), ANA) is Because.NO_VOTE
    play.do(cast(elsewhere, 2), ANA)
    play.do(c.CloseVote(theme=TR))
    assert play.state.themes[DS].vote == FIRST
    found = tally(play.state, play.state.statements[here])
    assert found is not None
    assert found.phones == 1


def test_a_vote_can_be_said_to_hold_more_dots_than_people_have() -> None:
    play, one, _ = voting(3)
    play.do(cast(one, 3), ANA)
    play.do(c.CountDots(statement=one, channel=Count.HANDS, dots=3))
    vote = play.state.votes[FIRST]
    assert not overfull(play.state, vote)  # nobody counted the people
    for people, too_many in ((2, False), (1, True)):
        play.do(c.EditTheme(theme=DS, people=people), HOST)
        assert overfull(play.state, vote) is too_many


def test_closing_keeps_the_totals_and_reopening_takes_no_dots_without_a_new_vote() -> None:
    play, one, other = voting()
    play.do(cast(one, 2), ANA)
    play.close()
    assert tally(play.state, play.at(one)) == Tally(phones=2)
    play.do(c.ReopenConvention(), HOST)
    assert play.because(cast(other, 1), ANA) is Because.NO_VOTE
