"""What a step moves: the themes of a slot together, or this one alone."""

from atelier.domain.commands import CloseVote, StartStep
from atelier.web.pages.desk.programme import scope_now, scopes, votes_that_end
from tests.domain.play import AFTERNOON, AG, APART, DS, OPEN, SILENT, TOGETHER, TR, WEIGHING, Play


def test_before_any_step_the_first_slot_waits_at_its_beginning() -> None:
    scope = scope_now(Play().state, DS)
    assert (scope.slot, scope.themes, scope.running, scope.next) == (TOGETHER, (DS, TR, AG), 0, 1)


def test_a_joint_slot_says_whom_it_moves_and_lets_one_go_alone() -> None:
    play = Play()
    play.do(StartStep(step=SILENT, slot=TOGETHER))
    assert [(one.slot, one.joint) for one in scopes(play.state, DS)] == [
        (TOGETHER, True),
        (APART, False),
        (None, False),
    ]
    play.do(StartStep(step=OPEN, theme=DS))
    assert (scope_now(play.state, DS).slot, scope_now(play.state, DS).running) == (None, OPEN)
    assert (scope_now(play.state, TR).slot, scope_now(play.state, TR).running) == (TOGETHER, SILENT)


def test_in_a_slot_of_its_own_a_theme_is_not_offered_to_go_alone() -> None:
    play = Play()
    play.do(StartStep(step=SILENT, slot=APART))
    assert [one.slot for one in scopes(play.state, DS)] == [TOGETHER, APART]
    assert scope_now(play.state, DS).next == SILENT + 1


def test_a_slot_with_steps_of_its_own_shows_them_and_ends_with_them() -> None:
    play = Play()
    play.do(StartStep(step=4, slot=AFTERNOON))
    scope = scope_now(play.state, TR)
    assert (len(scope.steps), scope.running, scope.next) == (4, 4, None)


def test_a_step_that_would_close_dots_says_whose() -> None:
    play = Play()
    play.do(StartStep(step=WEIGHING, theme=TR))
    together, *_, alone = scopes(play.state, DS)
    assert votes_that_end(play.state, together) == (TR,)
    assert votes_that_end(play.state, alone) == ()
    play.do(CloseVote(theme=TR))
    assert votes_that_end(play.state, together) == ()
