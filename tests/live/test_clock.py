"""The machine's clock may be wrong; the room's is put right, and no timer moves."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from atelier.domain import commands
from atelier.domain.actor import Actor, Grant
from atelier.domain.completeness import unanswered
from atelier.domain.events import ClockCorrected
from atelier.domain.state import RunningStep
from atelier.domain.words import Role
from atelier.live.clock import steady_end
from atelier.live.creation import Created, create
from atelier.live.receipt import Receipt
from atelier.live.room import Room
from atelier.live.rooms import Rooms
from tests.domain.play import DS, FACILITATOR, HOST, PROGRAMME, SILENT
from tests.live.fakes import NOON, FakeLog, in_a_loop, posted, received

HOUR = 3600


@dataclass
class Machine:
    """A clock that somebody sets."""

    time: float = NOON

    def __call__(self) -> float:
        return self.time


def running_in(room: Room) -> RunningStep:
    found = room.state.themes[DS].running
    assert found is not None
    return found


def left(room: Room) -> int:
    ends = running_in(room).ends
    assert ends is not None
    return ends - room.clock.now(room.state)


def left_on_a_page(room: Room, steady: float) -> float:
    """Which was drawn when the steady clock said so: only the end is told again."""
    ends = running_in(room).ends
    assert ends is not None
    return steady_end(room.state, ends) - steady


@in_a_loop
async def test_putting_the_clock_right_moves_no_timer_on_any_page() -> None:
    for late in (HOUR, -HOUR):
        room = Room("salle", FakeLog(), Machine())
        room.open()
        received(await room.submit(commands.StartStep(step=SILENT, theme=DS), FACILITATOR))
        page = room.clock.steady()
        before = left(room), left_on_a_page(room, page)
        received(await room.submit(commands.CorrectClock(seconds=late), HOST))
        assert room.clock.now(room.state) == NOON + late
        assert room.clock.steady() == page
        assert (left(room), left_on_a_page(room, page)) == before
        assert list(before) == [900, 900]
        received(await room.submit(commands.StartStep(step=SILENT, theme=DS), FACILITATOR))
        assert running_in(room).started == NOON + late
        assert left(room) == left_on_a_page(room, page) == 900
        await room.close()


@in_a_loop
async def test_times_follow_the_corrected_clock_even_backwards_and_the_correction_is_the_first() -> None:
    log = FakeLog()
    room = Room("salle", log, Machine())
    room.open()
    await posted(room, "Avant.")
    for seconds in (HOUR, -2 * HOUR):
        received(await room.submit(commands.CorrectClock(seconds=seconds), HOST))
        await posted(room, f"Après {seconds}.")
    times = [one.at - NOON for one in log.events[-5:]]
    assert times == [0, HOUR, HOUR, -HOUR, -HOUR]
    assert [one.seq for one in log.events] == list(range(1, len(log.events) + 1))
    await room.close()


@in_a_loop
async def test_what_is_asked_before_the_correction_is_durable_has_the_right_time_too() -> None:
    log = FakeLog()
    room = Room("salle", log, Machine())
    room.open()
    log.let_in.clear()
    correcting = room.submit(commands.CorrectClock(seconds=HOUR), HOST)
    starting = room.submit(commands.StartStep(step=SILENT, theme=DS), FACILITATOR)
    both = asyncio.gather(correcting, starting)
    await asyncio.sleep(0)
    assert room.clock.now(room.state) == NOON
    log.let_in.set()
    for answer in await both:
        received(answer)
    assert running_in(room).started == room.clock.now(room.state) == NOON + HOUR
    await room.close()


@in_a_loop
async def test_a_correction_that_the_disk_refuses_changes_no_time() -> None:
    log = FakeLog()
    log.refusing = ["sync"]
    room = Room("salle", log, Machine())
    room.open()
    assert not isinstance(await room.submit(commands.CorrectClock(seconds=HOUR), HOST), Receipt)
    assert room.clock.now(room.state) == NOON
    await room.close()


@in_a_loop
async def test_a_machine_that_starts_again_is_never_earlier_than_what_happened_last() -> None:
    log, machine = FakeLog(), Machine()
    room = Room("salle", log, machine)
    room.open()
    received(await room.submit(commands.StartStep(step=SILENT, theme=DS), FACILITATOR))
    received(await room.submit(commands.CorrectClock(seconds=HOUR), HOST))
    machine.time += 60
    await posted(room, "La dernière.")
    await room.close()
    machine.time += 20
    again = Room("salle", log, machine)
    assert again.clock.now(again.state) == NOON + HOUR + 60
    assert left(again) == 840
    machine.time += 2 * HOUR
    assert Room("salle", log, machine).clock.now(again.state) == machine.time


async def _three(sessions: Path, machine: Machine) -> tuple[Rooms, list[Room]]:
    for _ in range(3):
        assert isinstance(create(sessions, PROGRAMME, lambda: NOON), Created)
    rooms = Rooms(sessions, machine)
    rooms.open({})
    rooms.start()
    return rooms, [one.room for one in rooms]


@in_a_loop
async def test_every_convention_that_is_open_goes_by_the_right_time(tmp_path: Path) -> None:
    rooms, (first, second, over) = await _three(tmp_path, Machine())
    received(await first.submit(commands.CorrectClock(seconds=60), HOST))
    for gap in unanswered(over.state):
        received(await over.submit(commands.AnswerGap(gap=gap.name, reason="Plus le temps."), HOST))
    received(await over.submit(commands.CloseConvention(), HOST))
    answers = await rooms.set_clocks(NOON + HOUR)
    assert [isinstance(one, Receipt) for one in answers] == [True, True]
    assert {one.clock.now(one.state) for one in (first, second)} == {NOON + HOUR}
    assert [one.state.corrected for one in (first, second, over)] == [HOUR, HOUR, 0]
    assert first.since(first.state.seq - 1)[0].event == ClockCorrected(seconds=HOUR - 60)
    await rooms.close()


@in_a_loop
async def test_only_a_host_of_the_whole_convention_puts_the_clock_right() -> None:
    room = Room("salle", FakeLog(), Machine())
    room.open()
    some = Actor(grants=(Grant(role=Role.HOST, themes=frozenset({DS})),))
    for actor in (FACILITATOR, some):
        assert not isinstance(await room.submit(commands.CorrectClock(seconds=HOUR), actor), Receipt)
    assert room.state.corrected == 0
    await room.close()
