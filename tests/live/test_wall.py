"""What is projected: never what is hidden, then what the team chose, then what the step asks for."""

import dataclasses

import pytest

from atelier.domain import commands
from atelier.domain.words import AsideReason, CardNumber, Reference, WallMode
from atelier.live.feed import Audience, Eyes, Feed, Item
from atelier.live.wall import Focus, Wall, one_by_one
from tests.domain.play import (
    ANA,
    DEMANDS,
    DS,
    OPEN,
    PROGRAMME,
    REVENDICATION,
    SILENT,
    STEPS,
    TR,
    WEIGHING,
    Play,
)
from tests.live.fakes import FakeLog, in_a_loop, posted, running

ONE_BY_ONE = WallMode.ONE_BY_ONE


@pytest.fixture
def play() -> Play:
    steps = tuple(
        dataclasses.replace(step, wall=WallMode.DOTS) if number == WEIGHING else step
        for number, step in enumerate(STEPS, start=1)
    )
    made = Play(dataclasses.replace(PROGRAMME, steps=steps))
    made.do(commands.StartStep(step=OPEN, theme=DS))
    return made


@pytest.fixture
def wall(play: Play) -> Wall:
    return Wall(DS, lambda: play.state)


def focused(wall: Wall) -> list[Focus | None]:
    """Everything, from here on, one after the other."""
    found = [wall.now.focus]
    while True:
        wall.next()
        if wall.now.focus == found[-1]:
            return found
        found.append(wall.now.focus)


def test_a_card_that_is_hidden_is_never_alone_on_the_wall(play: Play, wall: Wall) -> None:
    shown = play.post()
    play.do(commands.StartStep(step=SILENT, theme=DS))
    hidden = play.post("En silence.")
    wall.show(ONE_BY_ONE, hidden)
    assert wall.now.focus == shown
    assert focused(wall) == [shown]


@pytest.mark.parametrize("gone", ["set aside", "withdrawn"])
def test_a_card_that_goes_gives_its_place_to_the_next(play: Play, wall: Wall, gone: str) -> None:
    first, second, third = (play.post(f"Carte {n}") for n in range(3))
    wall.show(ONE_BY_ONE, second)
    if gone == "set aside":
        play.do(commands.SetAsideCard(card=second, reason=AsideReason.OFF_TOPIC))
    else:
        play.do(commands.WithdrawCard(card=second), ANA)
    assert wall.now.focus == third
    wall.previous()
    assert wall.now.focus == first


def test_the_last_that_goes_gives_its_place_to_the_one_before(play: Play, wall: Wall) -> None:
    first, second = play.post(), play.post()
    wall.show(ONE_BY_ONE, second)
    play.do(commands.WithdrawCard(card=second), ANA)
    assert wall.now.focus == first


@pytest.mark.parametrize("focus", [CardNumber(99), Reference("DS-C99"), Reference("TR-C1"), Reference("?")])
def test_what_is_not_of_this_theme_is_not_shown(play: Play, wall: Wall, focus: Focus) -> None:
    play.do(commands.StartStep(step=OPEN, theme=TR))
    play.statement(theme="TR")
    shown = play.post()
    wall.show(ONE_BY_ONE, focus)
    assert wall.now.focus == shown


def test_nothing_is_shown_where_there_is_nothing(wall: Wall) -> None:
    wall.show(ONE_BY_ONE)
    wall.next()
    wall.previous()
    assert (wall.now.focus, wall.now.place, wall.now.count) == (None, 0, 0)


def test_what_is_read_out_goes_board_by_board_statements_first_then_cards_from_the_oldest(
    play: Play, wall: Wall
) -> None:
    demand = play.post(kind=REVENDICATION)
    old, grouped, new = play.post(), play.post(), play.post()
    reference = play.group(grouped)
    assert one_by_one(play.state, play.state.themes[DS]) == [reference, old, new, demand]
    wall.show(ONE_BY_ONE)
    assert focused(wall) == [reference, old, new, demand]
    wall.previous()
    assert (wall.now.focus, wall.now.place, wall.now.count) == (new, 3, 4)


def test_the_first_and_the_last_stay(play: Play, wall: Wall) -> None:
    first, last = play.post(), play.post()
    wall.show(ONE_BY_ONE, first)
    wall.previous()
    assert wall.now.focus == first
    wall.show(ONE_BY_ONE, last)
    wall.next()
    assert wall.now.focus == last


def test_a_card_grouped_while_it_is_read_stays_and_the_next_one_follows(play: Play, wall: Wall) -> None:
    first, second, third = (play.post(f"Carte {n}") for n in range(3))
    wall.show(ONE_BY_ONE, second)
    play.group(first, second)
    assert (wall.now.focus, wall.now.place) == (second, 0)
    wall.next()
    assert wall.now.focus == third


def test_a_statement_that_was_merged_is_shown_as_what_it_became(play: Play, wall: Wall) -> None:
    first, second = play.statement(text="Un."), play.statement(text="Deux.")
    wall.show(ONE_BY_ONE, first)
    merged = play.merge(first, second)
    assert wall.now.focus == merged


def test_a_statement_that_was_dissolved_gives_its_place(play: Play, wall: Wall) -> None:
    card = play.post()
    reference = play.group(card)
    wall.show(ONE_BY_ONE, reference)
    play.do(commands.DissolveStatement(statement=reference))
    assert wall.now.focus == card


def mode(wall: Wall) -> str:
    return wall.now.mode.value


def test_the_step_decides_until_the_team_does_and_again_when_the_next_begins(play: Play, wall: Wall) -> None:
    assert mode(wall) == "wall"
    play.do(commands.StartStep(step=WEIGHING, theme=DS))
    assert mode(wall) == "dots"
    wall.show(WallMode.JOIN)
    assert mode(wall) == "join"
    play.do(commands.StartStep(step=DEMANDS, theme=DS))
    assert mode(wall) == "wall"


def test_next_from_the_whole_wall_begins_with_the_first(play: Play, wall: Wall) -> None:
    first = play.post()
    play.post()
    wall.next()
    assert (wall.now.mode, wall.now.focus) == (ONE_BY_ONE, first)


def test_pages_are_stopped_and_turn_again(wall: Wall) -> None:
    wall.pause()
    assert wall.now.paused
    wall.show(ONE_BY_ONE)
    assert wall.now.paused
    wall.pause(False)
    assert not wall.now.paused


def test_every_choice_is_told_at_once(play: Play) -> None:
    told: list[int] = []
    own = Wall(DS, lambda: play.state, lambda: told.append(1))
    own.show(WallMode.JOIN)
    own.next()
    own.previous()
    own.pause()
    assert len(told) == 4


@in_a_loop
async def test_what_is_no_event_reaches_the_wall_and_no_phone() -> None:
    shown = "avant"
    async with running(FakeLog()) as room:
        feed = Feed(room)
        wall = feed.listening(Audience(DS, "fr", Eyes.WALL), lambda _: {"@wall": Item("@", 0, shown)})
        phone = feed.listening(Audience(DS, "fr", Eyes.PUBLIC), lambda _: {})
        with wall as projected, phone as told:
            seen, heard = projected.seq, told.seq
            calls: list[int] = []
            shown = "après"
            with projected.calling(lambda: calls.append(1)):
                feed.poke()
            assert calls
            (frame,) = projected.since(seen)
            assert "après" in frame.data.decode()
            assert projected.since(projected.seq) == []
            assert told.since(heard) == []
            await posted(room, "une")
            assert projected.since(None)[0].data.decode().count('"whole"') == 1


@in_a_loop
async def test_phones_of_a_theme_are_counted_and_nothing_else() -> None:
    async with running(FakeLog()) as room:
        feed = Feed(room)
        assert feed.phones(DS) == 0
        with (
            feed.listening(Audience(DS, "fr", Eyes.PUBLIC), lambda _: {}),
            feed.listening(Audience(DS, "en", Eyes.PUBLIC), lambda _: {}),
            feed.listening(Audience(DS, "fr", Eyes.TEAM), lambda _: {}),
            feed.listening(Audience(DS, "fr", Eyes.WALL), lambda _: {}),
            feed.listening(Audience(TR, "fr", Eyes.PUBLIC), lambda _: {}),
        ):
            assert feed.phones(DS) == 2
        assert feed.phones(DS) == 0
