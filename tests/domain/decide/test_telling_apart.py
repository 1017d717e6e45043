"""Two things held to be different: it is remembered, and taken back."""

from atelier.domain import commands as c
from atelier.domain.refusals import Because
from atelier.domain.words import CardNumber, Kind, Reference, Role
from tests.domain.play import ANA, DS, SECRETARY, Play, also, limited


def test_two_different_things_that_are_there_are_needed() -> None:
    play = Play()
    one, two, gone = play.post(), play.post(), play.post()
    group = play.statement()
    play.do(c.WithdrawCard(card=gone), ANA)
    for targets, because in (
        ((), Because.NOTHING_CHOSEN),
        ((one,), Because.NOTHING_CHOSEN),
        ((one, one), Because.NOTHING_CHOSEN),
        ((one, two, group), Because.TOO_MANY),
        ((one, CardNumber(99)), Because.UNKNOWN),
        ((Reference("DS-C9"), one), Because.UNKNOWN),
        ((one, gone), Because.CARD_WITHDRAWN),
    ):
        refusal = play.refused(c.MarkDifferent(targets=targets))
        assert (refusal.because, refusal.field) == (because, "targets")


def test_a_statement_that_stands_no_more_is_not_compared() -> None:
    play = Play()
    card, gone = play.post(), play.statement()
    play.do(c.DissolveStatement(statement=gone))
    assert play.because(c.MarkDifferent(targets=(card, gone))) is Because.STATEMENT_GONE


def test_a_key_for_one_theme_tells_apart_nothing_of_another() -> None:
    play = Play()
    here, there = play.post(), play.post(theme="TR")
    lead = also(SECRETARY, limited(Role.FACILITATOR, DS))
    only_here = also(ANA, limited(Role.FACILITATOR, DS))
    assert play.because(c.MarkDifferent(targets=(here, there)), only_here) is Because.NOT_YOUR_THEME
    play.do(c.MarkDifferent(targets=(here, there)), lead)


def test_it_is_the_same_pair_whichever_is_named_first() -> None:
    play = Play()
    card, other = play.post(), play.post()
    demand, constat = play.statement(Kind.REVENDICATION), play.statement()
    play.do(c.MarkDifferent(targets=(other, card)))
    play.same(c.MarkDifferent(targets=(card, other)))
    play.do(c.MarkDifferent(targets=(demand, card)))
    play.do(c.MarkDifferent(targets=(demand, constat)))
    assert play.state.apart == {(card, other), (card, demand), (constat, demand)}


def test_it_is_taken_back_and_undone() -> None:
    play = Play()
    one, two = play.post(), play.post()
    play.same(c.MarkDifferent(targets=(one, two), on=False))
    play.do(c.MarkDifferent(targets=(one, two)))
    play.do(c.MarkDifferent(targets=(two, one), on=False))
    assert play.state.apart == frozenset()
    play.undo()
    assert play.state.apart == {(one, two)}
    play.undo()
    assert play.state.apart == frozenset()
