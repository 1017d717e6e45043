"""What is covered, seen from inside: what is remembered, for how long, and what is made of a state."""

import asyncio

from atelier.domain import limits
from atelier.domain.words import Seq, ThemeCode
from atelier.live.curtain import Covered, Curtain
from tests.domain.play import ANA, BEN, NOBODY, Play
from tests.live.fakes import a_moment, in_a_loop

HERE = frozenset({ThemeCode("DS")})


def curtain_over(play: Play) -> Curtain:
    """Everyone has just written."""
    curtain = Curtain()
    for author in (ANA, BEN, NOBODY):
        curtain.writes(author, Seq(1))
    return curtain


@in_a_loop
async def test_a_state_with_nothing_to_cover_is_that_state() -> None:
    play = Play()
    play.post(as_=ANA)
    assert curtain_over(play).over(play.state) is play.state


@in_a_loop
async def test_a_covered_card_is_the_same_object_until_it_changes() -> None:
    play = Play()
    card = play.post(as_=ANA)
    curtain = curtain_over(play)
    curtain.cover(play.state, card, HERE)
    first = curtain.over(play.state)
    assert curtain.over(play.state) is first
    play.post(as_=BEN)
    assert curtain.over(play.state).cards[card] is first.cards[card]
    assert isinstance(first.cards[card], Covered)
    assert first.cards[card] != play.state.cards[card]
    assert not play.state.cards[card].hidden


@in_a_loop
async def test_a_card_that_no_browser_may_claim_is_covered_alone() -> None:
    play = Play()
    card = play.post(as_=NOBODY)
    play.post(as_=NOBODY)
    curtain = curtain_over(play)
    curtain.cover(play.state, card, HERE)
    assert curtain.covered == {card}
    assert not curtain.holds_in(ThemeCode("DS"))


@in_a_loop
async def test_a_card_that_the_log_lost_is_covered_no_more() -> None:
    play = Play()
    first = play.post(as_=ANA)
    before = play.state
    second = play.post(as_=ANA)
    curtain = curtain_over(play)
    curtain.cover(play.state, first, HERE)
    assert curtain.covered == {first, second}
    curtain.over(before)
    assert curtain.covered == {first}


@in_a_loop
async def test_everybody_is_forgotten_on_time_even_when_nobody_writes() -> None:
    now = [0.0]
    curtain = Curtain(lambda: now[0])
    loop = asyncio.get_running_loop()
    waits: list[float] = []
    calls = []

    def call_later(wait: float, call: object) -> asyncio.TimerHandle:
        waits.append(wait)
        calls.append(call)
        return asyncio.TimerHandle(0, lambda: None, (), loop)

    loop.call_later = call_later  # type: ignore[assignment,method-assign]
    try:
        curtain.writes(ANA, Seq(1))
        now[0] = 60.0
        curtain.writes(BEN, Seq(2))
        assert waits == [60 * limits.COVER_MINUTES]
        now[0] = waits[0]
        calls[0]()  # type: ignore[operator]
        assert list(curtain._writers) == [BEN.secret]
        now[0] = 60 + waits[0]
        calls[1]()  # type: ignore[operator]
        assert not curtain._writers
        assert len(waits) == 2
    finally:
        del loop.call_later
    await a_moment()


@in_a_loop
async def test_who_watches_is_told_until_it_stops() -> None:
    play = Play()
    card = play.post(as_=ANA)
    curtain, told = Curtain(), []
    stop = curtain.watch(lambda: told.append(curtain.turn))
    curtain.cover(play.state, card, HERE)
    curtain.show(play.state, card)
    stop()
    curtain.show_all(play.state, HERE)
    assert told == [1, 2]
    assert curtain.turn == 3
