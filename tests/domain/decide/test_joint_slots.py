"""Themes that go on together, and part again."""

from atelier.domain import commands as c
from atelier.domain.refusals import Because
from atelier.domain.tally import tally
from atelier.domain.words import Kind, VoteNumber
from tests.domain.play import (
    AFTERNOON,
    AG,
    ANA,
    BEN,
    DEMANDS,
    DS,
    OPEN,
    SILENT,
    TOGETHER,
    TR,
    WEIGHING,
    Play,
)

TOGETHER_VOTE = VoteNumber(1)


def test_a_vote_held_together_goes_on_until_the_last_theme_leaves_it() -> None:
    play = Play()
    one = play.statement(Kind.REVENDICATION, theme="TR")
    play.do(c.StartStep(step=WEIGHING, slot=TOGETHER))
    play.do(c.StartStep(step=OPEN, theme=AG))
    assert play.state.themes[AG].vote is None
    play.do(c.CastDots(statement=one, dots=2), ANA)
    play.do(c.StartStep(step=OPEN, theme=DS))
    play.do(c.CastDots(statement=one, dots=3), BEN)
    assert tally(play.state, play.at(one)) is None
    play.do(c.StartStep(step=OPEN, theme=TR))
    assert not play.state.votes[TOGETHER_VOTE].open
    found = tally(play.state, play.at(one))
    assert found is not None
    assert found.phones == 5
    assert play.because(c.CastDots(statement=one, dots=1), ANA) is Because.NO_VOTE


def test_a_theme_that_leaves_a_vote_for_one_of_its_own_holds_only_that_one() -> None:
    play = Play()
    play.do(c.StartStep(step=WEIGHING, slot=TOGETHER))
    play.do(c.StartStep(step=WEIGHING, theme=AG))
    assert [theme.vote for theme in play.state.themes.values()] == [1, 1, 2]
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    assert not any(vote.open for vote in play.state.votes.values())


def test_a_step_of_some_of_them_ends_the_vote_when_nobody_else_holds_it() -> None:
    play = Play()
    for _ in range(2):
        play.do(c.StartStep(step=WEIGHING - 1, slot=AFTERNOON))
        play.do(c.StartStep(step=OPEN, theme=DS))
    assert [vote.open for vote in play.state.votes.values()] == [False, True]
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    assert [vote.open for vote in play.state.votes.values()] == [False, False]


def test_a_card_written_together_in_silence_waits_for_the_last_of_its_themes() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, slot=TOGETHER))
    both, asked = play.post("Ensemble."), play.post("Demandée.")
    assert play.card(both).themes == (DS, TR, AG)
    play.do(c.StartStep(step=DEMANDS, theme=AG))
    alone = play.post("Seule.", theme="AG", kind=Kind.REVENDICATION)
    assert [play.card(one).hidden for one in (both, asked, alone)] == [True, True, False]
    play.do(c.RevealCards(theme=AG, cards=(asked,)))
    play.do(c.StartStep(step=DEMANDS, theme=DS))
    assert [play.card(one).hidden for one in (both, asked)] == [True, False]
    play.do(c.StartStep(step=DEMANDS, theme=TR))
    assert not play.card(both).hidden


def test_together_then_apart_then_together_again() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, slot=TOGETHER))
    play.do(c.StartStep(step=DEMANDS, theme=DS))
    play.do(c.StartStep(step=OPEN - 1, slot=AFTERNOON))
    own = play.post(kind=Kind.REVENDICATION)
    assert play.card(own).themes == (DS,)
    labels = [theme.running and theme.running.step.label for theme in play.state.themes.values()]
    assert labels == ["Revendications", "Libre", "Libre"]
    assert play.card(play.post(theme="AG")).themes == (TR, AG)
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    assert {theme.running and theme.running.number for theme in play.state.themes.values()} == {OPEN}
    assert play.card(play.post()).themes == (DS, TR, AG)
