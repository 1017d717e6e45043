"""The programme is changed while it runs."""

from dataclasses import replace

import pytest

from atelier.domain import commands as c
from atelier.domain import limits
from atelier.domain.actor import Actor
from atelier.domain.refusals import Because
from atelier.domain.state import Convention, RunningStep
from atelier.domain.steps import Step, place_of
from atelier.domain.words import Instant, Role, SlotId
from tests.domain.play import (
    AFTERNOON,
    AG,
    APART,
    DEMANDS,
    DS,
    FACILITATOR,
    HOST,
    SILENT,
    STEPS,
    TOGETHER,
    TR,
    Play,
    limited,
)

NEW = Step(label="Tour de table", minutes=5)
DS_ALONE = Actor(grants=(limited(Role.FACILITATOR, DS),))
TR_AND_AG = Actor(grants=(limited(Role.FACILITATOR, TR, AG),))


def running(state: Convention) -> list[RunningStep | None]:
    return [theme.running for theme in state.themes.values()]


def places(play: Play) -> list[int | None]:
    return [None if one is None else one.number for one in running(play.state)]


def test_the_programme_of_all_and_that_of_a_slot_are_changed_and_put_back() -> None:
    play = Play()
    play.do(c.EditSteps(steps=(NEW, *STEPS)))
    assert play.state.steps == (NEW, *STEPS)
    play.do(c.EditSteps(steps=(NEW,), slot=APART))
    assert play.state.slots[APART].steps == (NEW,)
    play.same(c.EditSteps(steps=(NEW,), slot=APART))
    play.undo()
    assert play.state.slots[APART].steps == ()
    play.do(c.EditSteps(steps=STEPS))
    play.undo(HOST)
    assert play.state.steps == (NEW, *STEPS)


def test_what_a_step_may_not_be_is_refused_and_nothing_changes() -> None:
    play = Play()
    assert play.because(c.EditSteps(steps=(NEW,), slot=SlotId("S9"))) is Because.UNKNOWN
    for steps, because in (
        ((replace(NEW, label=" "),), Because.TEXT_EMPTY),
        ((replace(NEW, label=" a "),), Because.BAD_VALUE),
        ((replace(NEW, minutes=-1),), Because.BAD_VALUE),
        ((replace(NEW, dots=1, dots_on=()),), Because.NOTHING_CHOSEN),
        ((NEW,) * (limits.STEPS_MAX + 1), Because.TOO_MANY),
    ):
        assert play.because(c.EditSteps(steps=steps)) is because


def test_who_leads_all_the_themes_of_a_slot_changes_its_programme_and_no_other() -> None:
    play = Play()
    for actor, slot in ((DS_ALONE, TOGETHER), (DS_ALONE, AFTERNOON), (DS_ALONE, None), (TR_AND_AG, None)):
        assert play.because(c.EditSteps(steps=(NEW,), slot=slot), actor) is Because.NOT_YOUR_THEME
    play.do(c.EditSteps(steps=(NEW,), slot=APART), DS_ALONE)
    play.do(c.EditSteps(steps=(NEW,), slot=AFTERNOON), TR_AND_AG)
    play.do(c.EditSteps(steps=(NEW,)), FACILITATOR)


@pytest.mark.parametrize("by", ["edit_steps", "edit_convention"])
def test_a_step_that_runs_stays_as_it_began_at_the_place_it_has_now(by: str) -> None:
    play = Play()
    play.do(c.StartStep(step=DEMANDS, slot=TOGETHER))
    play.do(c.StartStep(step=SILENT, slot=APART))
    before = running(play.state)
    longer = (NEW, replace(STEPS[0], minutes=90), *STEPS[1:])
    if by == "edit_steps":
        play.do(c.EditSteps(steps=longer))
    else:
        play.do(c.EditConvention(steps=longer), HOST)
    assert places(play) == [SILENT + 1, DEMANDS + 1, DEMANDS + 1]
    assert [one and replace(one, number=0) for one in before] == [
        one and replace(one, number=0) for one in running(play.state)
    ]
    play.do(c.EditSteps(steps=(NEW,), slot=AFTERNOON))
    assert places(play) == [SILENT + 1, DEMANDS + 1, DEMANDS + 1]


@pytest.mark.parametrize("by", ["edit_steps", "edit_slot"])
def test_in_a_slot_too(by: str) -> None:
    play = Play()
    play.do(c.StartStep(step=1, slot=AFTERNOON))
    steps = (NEW, *STEPS)
    if by == "edit_steps":
        play.do(c.EditSteps(steps=steps, slot=AFTERNOON))
    else:
        play.do(c.EditSlot(slot=AFTERNOON, steps=steps), HOST)
    assert places(play) == [None, 3, 3]


def test_a_step_taken_out_gives_way_to_the_one_that_followed_it() -> None:
    play = Play()
    play.do(c.StartStep(step=DEMANDS, theme=DS))
    play.do(c.StartStep(step=SILENT, theme=TR))
    play.do(c.EditSteps(steps=STEPS[2:]))
    assert places(play) == [1, 0, None]
    play.do(c.StartStep(step=1, theme=TR))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO


def test_a_place_is_that_of_the_same_step_else_of_its_name_the_nearest() -> None:
    other = replace(NEW, minutes=9)
    assert place_of(NEW, 1, (other, NEW)) == 2
    assert place_of(NEW, 3, (NEW, STEPS[0], NEW, NEW)) == 3
    assert place_of(NEW, 2, (STEPS[0], STEPS[1], other)) == 3
    assert place_of(NEW, 4, STEPS[:1]) == 1
    assert place_of(NEW, 1, ()) == 0


def test_a_clock_that_is_right_is_left_alone_and_one_too_wrong_is_no_clock() -> None:
    play = Play()
    play.same(c.CorrectClock(seconds=0), HOST)
    for seconds in (-limits.CLOCK_SECONDS_MAX - 1, limits.CLOCK_SECONDS_MAX + 1):
        assert play.because(c.CorrectClock(seconds=seconds), HOST) is Because.BAD_VALUE


def test_when_the_clock_is_put_right_what_runs_has_as_long_to_go_and_it_can_be_undone() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, theme=DS))
    before = play.state.themes
    play.do(c.CorrectClock(seconds=-3600), HOST)
    found = play.state.themes[DS].running
    assert found is not None
    assert before[DS].running == replace(found, started=Instant(found.started + 3600))
    assert play.state.corrected == -3600
    play.undo(HOST)
    assert (play.state.themes, play.state.corrected) == (before, 0)
