"""Another room brought into a room under way: refused whole, or whole, whatever breaks off in between."""

import asyncio
import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from atelier.domain import commands as c
from atelier.domain.fates import faults
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.domain.words import Kind
from atelier.exchange.carrying import earlier_of
from atelier.exchange.merging import IMPORTER, plan
from atelier.live import importing
from atelier.live.importing import Report, bring, carry
from atelier.live.room import Room
from tests.domain.moves import begun
from tests.domain.play import DS, FACILITATOR, HOST, SECRETARY, Play
from tests.live.fakes import in_a_loop
from tests.live.other_room import other_room
from tests.live.test_room_on_disk import on_disk, served_in
from tests.store.recorded import SLUG


@in_a_loop
async def test_a_room_is_brought_into_one_under_way(tmp_path: Path) -> None:
    rooms, served = served_in(tmp_path, begun())
    report = await bring(served.room, other_room(), HOST)
    assert isinstance(report, Report)
    assert (report.stopped, report.done) == (None, len(report.plan.commands))
    again = await bring(served.room, other_room(), HOST)
    assert isinstance(again, Report)
    assert (again.plan.empty, again.done) == (True, 0)
    await rooms.close()
    state = on_disk(tmp_path)
    assert (len(state.cards), faults(state)) == (19, ())
    assert any(path.suffix == ".json" for path in (tmp_path / SLUG / "backups").iterdir())


@in_a_loop
async def test_the_host_alone_may_ask_for_it(tmp_path: Path) -> None:
    rooms, served = served_in(tmp_path)
    for nobody in (SECRETARY, FACILITATOR):
        for refusal in (
            await bring(served.room, other_room(), nobody),
            await carry(served.room, earlier_of(other_room()), nobody),
        ):
            assert isinstance(refusal, Refusal)
            assert refusal.because is Because.NOT_YOUR_ROLE
    assert served.room.state.seq == 1
    await rooms.close()


@in_a_loop
async def test_what_would_be_refused_is_refused_whole(tmp_path: Path) -> None:
    play = begun()
    for theme in play.state.themes:
        play.do(c.OpenVote(theme=theme, dots=3, kinds=(Kind.CONSTAT,)))
    rooms, served = served_in(tmp_path, play)
    refusal = await bring(served.room, other_room(), HOST)
    assert isinstance(refusal, Refusal)
    assert refusal.because is Because.VOTE_OPEN
    assert served.room.state.seq == play.state.seq
    await rooms.close()


@pytest.mark.parametrize("killed_after", [1, 2, 5, 11, 17])
def test_what_was_broken_off_is_completed_by_asking_again(tmp_path: Path, killed_after: int) -> None:
    asyncio.run(_opened_and_closed(tmp_path))
    command = [sys.executable, "-m", "tests.live.kill_import", str(tmp_path), SLUG]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(killed_after):
            assert process.stdout.readline() == b"done\n"
        process.kill()
    half = on_disk(tmp_path)
    assert faults(half) == ()
    asyncio.run(_brought_again(tmp_path))
    whole = begun()
    for one in plan(whole.state, other_room()).commands:
        whole.do(one, IMPORTER)
    assert (_things(on_disk(tmp_path)), faults(on_disk(tmp_path))) == (_things(whole.state), ())


async def _opened_and_closed(sessions: Path) -> None:
    rooms, _ = served_in(sessions, begun())
    await rooms.close()


async def _brought_again(sessions: Path) -> None:
    rooms, served = served_in(sessions)
    report = await bring(served.room, other_room(), HOST)
    await rooms.close()
    assert isinstance(report, Report)
    assert report.stopped is None
    assert report.done < len(plan(begun().state, other_room()).commands)


def _things(state: Convention) -> object:
    cards = {card.number: (card.text, card.statement) for card in state.cards.values()}
    return cards, {one.reference: (one.text, one.cards, one.live) for one in state.statements.values()}


@in_a_loop
async def test_what_changed_while_it_was_brought_stops_it_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_TOGETHER", 4)
    rooms, served = served_in(tmp_path, begun())
    bringing = asyncio.create_task(bring(served.room, other_room(), HOST))
    while len(served.room.state.cards) == len(begun().state.cards):
        await asyncio.sleep(0)
    await served.room.submit(c.OpenVote(theme=DS, dots=3, kinds=(Kind.CONSTAT,)), FACILITATOR)
    report = await bringing
    assert isinstance(report, Report)
    assert report.stopped is not None
    assert report.stopped.because is Because.VOTE_OPEN
    assert 0 < report.done < len(report.plan.commands)
    await served.room.submit(c.CloseVote(theme=DS), FACILITATOR)
    rest = await bring(served.room, other_room(), HOST)
    assert isinstance(rest, Report)
    assert rest.stopped is None
    await rooms.close()
    assert (len(on_disk(tmp_path).cards), faults(on_disk(tmp_path))) == (19, ())


@in_a_loop
async def test_a_disk_that_refuses_the_copy_refuses_the_rest(tmp_path: Path) -> None:
    rooms, served = served_in(tmp_path, begun())
    await rooms.close()
    refusal = await bring(served.room, other_room(), HOST)
    assert isinstance(refusal, Refusal)
    assert refusal.because is Because.CANNOT_WRITE


@in_a_loop
async def test_an_earlier_cahier_is_carried_once(tmp_path: Path) -> None:
    rooms, served = served_in(tmp_path, Play())
    report = await carry(served.room, earlier_of(other_room()), HOST)
    assert isinstance(report, Report)
    assert report.done == 3
    again = await carry(served.room, earlier_of(other_room()), HOST)
    assert isinstance(again, Report)
    assert again.plan.empty
    nothing = dataclasses.replace(earlier_of(other_room()), statements=())
    assert isinstance(await carry(served.room, nothing, HOST), Report)
    assert isinstance(served.room, Room)
    await rooms.close()
