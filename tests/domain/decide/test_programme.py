import dataclasses

import pytest

from atelier.domain import commands as c
from atelier.domain import limits
from atelier.domain.refusals import Because
from atelier.domain.words import CardNumber, SlotId, ThemeCode
from tests.domain.play import (
    AFTERNOON,
    AG,
    ANA,
    APART,
    DEMANDS,
    DS,
    HOST,
    OPEN,
    PROGRAMME,
    SILENT,
    STEPS,
    TOGETHER,
    TR,
    WEIGHING,
    Play,
)


def test_a_step_starts_on_a_theme_or_on_a_slot_not_on_both_nor_on_none() -> None:
    play = Play()
    assert play.because(c.StartStep(step=1)) is Because.NOTHING_CHOSEN
    assert play.because(c.StartStep(step=1, theme=DS, slot=APART)) is Because.NOTHING_CHOSEN
    assert play.because(c.StartStep(step=1, theme=ThemeCode("ZZ"))) is Because.UNKNOWN
    assert play.because(c.StartStep(step=1, slot=SlotId("S9"))) is Because.UNKNOWN


@pytest.mark.parametrize("step", [0, 6])
def test_a_step_that_is_not_in_the_programme_does_not_start(step: int) -> None:
    refusal = Play().refused(c.StartStep(step=step, theme=DS))
    assert (refusal.because, refusal.about) == (Because.BAD_VALUE, {"given": step, "low": 1, "high": 5})


def test_without_a_programme_no_step_starts() -> None:
    play = Play(dataclasses.replace(PROGRAMME, steps=()))
    assert play.because(c.StartStep(step=1, theme=DS)) is Because.NO_STEP
    play.do(c.StartStep(step=1, slot=AFTERNOON))


def test_a_slot_of_its_own_programme_follows_it_and_a_lone_theme_stays_in_its_slot() -> None:
    play = Play()
    play.do(c.StartStep(step=1, slot=AFTERNOON))
    running = play.state.themes[TR].running
    assert running is not None
    assert running.step == STEPS[1]
    play.do(c.StartStep(step=1, slot=APART))
    play.do(c.StartStep(step=2, theme=DS))
    assert play.state.themes[DS].slot == APART
    play.do(c.StartStep(step=2, theme=TR))
    assert play.state.themes[TR].slot is None


def test_no_timer_no_end() -> None:
    play = Play()
    play.do(c.StartStep(step=OPEN, theme=DS))
    running = play.state.themes[DS].running
    assert running is not None
    assert running.ends is None


def test_a_step_that_does_not_run_is_not_extended() -> None:
    play = Play()
    assert play.because(c.ExtendStep(minutes=5, theme=DS)) is Because.NO_STEP
    play.do(c.StartStep(step=SILENT, theme=DS))
    assert play.because(c.ExtendStep(minutes=5, slot=TOGETHER)) is Because.NO_STEP


def test_a_step_lasts_from_no_time_to_a_day() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, theme=DS))
    for minutes in (-16, limits.STEP_MINUTES_MAX - 14, limits.STEP_MINUTES_MAX + 1):
        assert play.because(c.ExtendStep(minutes=minutes, theme=DS)) is Because.BAD_VALUE
    play.do(c.ExtendStep(minutes=limits.STEP_MINUTES_MAX - 15, theme=DS))
    running = play.state.themes[DS].running
    assert running is not None
    assert running.ends == running.started + limits.STEP_MINUTES_MAX * 60
    play.undo()
    play.do(c.ExtendStep(minutes=-15, theme=DS))


def test_a_slot_is_extended_and_shortened_again_even_after_a_theme_has_left_it() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, slot=TOGETHER))
    play.do(c.StartStep(step=DEMANDS, slot=APART))
    play.do(c.ExtendStep(minutes=5, slot=TOGETHER))
    minutes = [theme.running and theme.running.minutes for theme in play.state.themes.values()]
    play.undo()
    after = [theme.running and theme.running.minutes for theme in play.state.themes.values()]
    assert (minutes, after) == ([25, 20, 20], [20, 15, 15])


def test_a_start_is_undone_by_the_step_before_where_there_was_one_in_the_same_slot() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, slot=TOGETHER))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO
    play.do(c.StartStep(step=DEMANDS, slot=TOGETHER))
    play.undo()
    assert {theme.running and theme.running.number for theme in play.state.themes.values()} == {SILENT}
    play.do(c.StartStep(step=OPEN, theme=AG))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO
    play.do(c.StartStep(step=WEIGHING, theme=AG))
    play.undo()


def test_hidden_cards_are_revealed_one_by_one_or_all_together() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, slot=TOGETHER))
    one, two, three = play.post(), play.post(), play.post(theme="TR")
    assert play.because(c.RevealCards(theme=DS, cards=(CardNumber(9),))) is Because.UNKNOWN
    play.do(c.RevealCards(theme=DS, cards=(two,)))
    play.same(c.RevealCards(theme=DS, cards=(two,)))
    assert [play.card(number).hidden for number in (one, two, three)] == [True, False, True]
    play.do(c.RevealCards(theme=DS))
    assert not any(card.hidden for card in play.state.cards.values())
    play.same(c.RevealCards(theme=DS))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO


def test_cards_of_another_theme_stay_hidden() -> None:
    play = Play()
    for theme in (DS, TR):
        play.do(c.StartStep(step=SILENT, theme=theme))
    here, there = play.post(theme="DS"), play.post(theme="TR")
    play.same(c.RevealCards(theme=DS, cards=(there,)))
    play.do(c.StartStep(step=DEMANDS, theme=DS))
    assert [play.card(number).hidden for number in (here, there)] == [False, True]


def test_pausing_and_freezing_twice_change_nothing_and_can_be_undone() -> None:
    play = Play()
    play.same(c.PauseTheme(theme=DS, on=False))
    play.same(c.ReopenTheme(theme=DS))
    switches: tuple[c.Command, ...] = (
        c.PauseTheme(theme=DS),
        c.FreezeTheme(theme=DS),
        c.ReopenTheme(theme=DS),
    )
    for command in switches:
        play.do(command)
        play.same(command)
        play.undo()
        play.do(command)
    assert (play.state.themes[DS].paused, play.state.themes[DS].frozen) == (True, False)


def test_when_the_convention_is_closed_nothing_is_done_but_reopening() -> None:
    play = Play()
    play.close()
    undo = c.Undo(seq=play.state.seq)
    closed: tuple[c.Command, ...] = (c.StartStep(step=1, theme=DS), c.PauseTheme(theme=DS))
    for command in closed:
        assert play.because(command) is Because.CONVENTION_CLOSED
    post = c.PostCard(theme=DS, kind=STEPS[0].post[0], text="Bus", key="k")
    assert play.because(post, ANA) is Because.CONVENTION_CLOSED
    assert play.because(c.CloseConvention(), HOST) is Because.CONVENTION_CLOSED
    play.do(undo, HOST)
    play.do(post, ANA)
    assert play.because(undo, HOST) is Because.CONVENTION_OPEN


def test_a_theme_taken_out_of_its_slot_leaves_it_with_its_next_step() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, slot=APART))
    play.do(c.EditSlot(slot=APART, themes=(TR,)), HOST)
    play.do(c.StartStep(step=OPEN, theme=DS))
    assert play.state.themes[DS].slot is None
