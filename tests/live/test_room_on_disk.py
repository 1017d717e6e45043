"""A room on a real folder: what it says is what a new opening finds, whatever the disk did."""

import asyncio
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier.domain import commands
from atelier.domain.evolve import replay
from atelier.domain.fates import faults
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Role, ThemeCode
from atelier.live.creation import found
from atelier.live.rooms import Rooms, Served
from atelier.store.checking import check
from atelier.store.errors import CannotWrite, StoreError
from atelier.store.folders import open_folder, read_folder
from atelier.store.keyring import machine_secret
from tests.domain.choose import Pick
from tests.domain.moves import Move, begun, moves
from tests.domain.play import ANA, BEN, FACILITATOR, SILENT, Play
from tests.live.fakes import CANNOT_WRITE, all_refused, ask, at_noon, card, in_a_loop, posted, received, texts
from tests.store.recorded import SLUG, holding

WORD = "guichet « fermé » Zq7"
WITHDRAW = commands.WithdrawCard(card=CardNumber(1))
START = commands.StartStep(step=SILENT, theme=ThemeCode("DS"))


def served_in(sessions: Path, play: Play | None = None) -> tuple[Rooms, Served]:
    """A convention that begins there, or goes on."""
    if not (sessions / SLUG).exists():
        found(sessions, SLUG, "k3f9z", (play or Play()).kept)
    rooms = Rooms(sessions, at_noon)
    rooms.open({})
    assert rooms.broken == {}
    rooms.start()
    return rooms, next(iter(rooms))


def on_disk(sessions: Path) -> Convention:
    return replay(read_folder(sessions, SLUG).log.read())


@contextmanager
def refusing(patch: pytest.MonkeyPatch, *calls: str, times: int = 1) -> Iterator[None]:
    """That many of these calls fail, then the disk works again."""
    left = [times]

    def patched(call: str) -> None:
        real = getattr(os, call)

        def refuse_or_do(fd: int, *args: bytes) -> object:
            left[0] -= 1
            if left[0] >= 0:
                raise OSError(errno.EIO, "Input/output error")
            return real(fd, *args)

        inner.setattr(os, call, refuse_or_do)

    with patch.context() as inner:
        for call in calls:
            patched(call)
        yield


@pytest.mark.parametrize("times", [1, 2])
@in_a_loop
async def test_cards_that_could_not_be_synced_are_refused_and_are_in_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    rooms, served = served_in(tmp_path)
    room = served.room
    await posted(room, "gardée")
    before = room.state
    with refusing(monkeypatch, "fdatasync", times=times):
        assert await all_refused(*(ask(room, card(f"{WORD} {number}")) for number in range(5)))
    assert room.state == before == on_disk(tmp_path)
    assert isinstance(room.trouble, CannotWrite)
    assert holding(served.folder.path, WORD) == []
    assert (await posted(room, "suivante")).card == 2
    assert served.room.state == on_disk(tmp_path)
    await rooms.close()
    rooms, served = served_in(tmp_path)
    assert texts(served.room) == ["gardée", "suivante"]
    await rooms.close()


@in_a_loop
async def test_a_card_that_could_not_be_written_is_refused_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms, served = served_in(tmp_path)
    with refusing(monkeypatch, "write"):
        assert await served.room.submit(card(WORD), ANA) == CANNOT_WRITE
    assert holding(served.folder.path, WORD) == []
    await posted(served.room, "suivante")
    assert texts(served.room) == ["suivante"]
    await rooms.close()


@in_a_loop
async def test_a_withdrawn_card_is_in_no_file_when_its_author_is_told(tmp_path: Path) -> None:
    rooms, served = served_in(tmp_path)
    await posted(served.room, WORD)
    await served.room.submit(START, FACILITATOR)
    await posted(served.room, "restera")
    assert len(holding(served.folder.path, WORD)) == 2
    received(await served.room.submit(WITHDRAW, ANA))
    assert holding(served.folder.path, WORD) == []
    assert "Zq7" not in repr(served.room.state)
    assert on_disk(tmp_path) == served.room.state
    await rooms.close()


@in_a_loop
async def test_an_erasing_that_the_disk_refused_is_ended_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms, served = served_in(tmp_path)
    await posted(served.room, WORD)
    with refusing(monkeypatch, "fsync"):
        received(await served.room.submit(WITHDRAW, ANA))
        assert isinstance(served.room.trouble, CannotWrite)
    assert holding(served.folder.path, WORD)
    await posted(served.room, "suivante")
    assert holding(served.folder.path, WORD) == []
    await rooms.close()


@in_a_loop
async def test_an_erasing_cut_short_by_a_crash_is_ended_at_the_next_opening(tmp_path: Path) -> None:
    play = Play()
    play.post(WORD)
    rooms, served = served_in(tmp_path, play)
    await rooms.close()
    folder = open_folder(tmp_path, SLUG)
    play.do(WITHDRAW, ANA)
    folder.log.append(play.log[-1], [play.kept[1]])
    folder.close()
    assert holding(folder.path, WORD)
    rooms, served = served_in(tmp_path)
    while served.folder.log.erasing:
        await asyncio.sleep(0.001)
    assert holding(folder.path, WORD) == []
    await rooms.close()


@in_a_loop
async def test_every_step_leaves_a_copy_that_opens(tmp_path: Path) -> None:
    rooms, served = served_in(tmp_path)
    await posted(served.room, "avant")
    await served.room.submit(START, FACILITATOR)
    then = served.room.state
    await posted(served.room, "après")
    (copy,) = (served.folder.path / "backups").iterdir()
    assert copy.name.endswith("Z-step-started.json")
    restored = tmp_path / "copy" / SLUG
    restored.mkdir(parents=True)
    (restored / "data.json").write_bytes(copy.read_bytes())
    assert on_disk(restored.parent) == then
    await rooms.close()


@in_a_loop
async def test_a_key_that_could_not_be_revoked_leaves_the_room_working(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms, served = served_in(tmp_path)
    secret, before = machine_secret(tmp_path), rooms.keys_of(SLUG)
    with refusing(monkeypatch, "fdatasync"), pytest.raises(StoreError):
        served.folder.keys.revoke(secret, "k3f9z", Role.HOST)
    assert await served.room.submit(card("pendant"), ANA) == CANNOT_WRITE
    while isinstance(await served.room.submit(card("ensuite"), ANA), Refusal):
        await asyncio.sleep(0.001)
    assert texts(served.room) == ["ensuite"]
    assert rooms.keys_of(SLUG) == before
    await rooms.close()


@in_a_loop
async def test_a_burst_of_three_hundred_is_numbered_without_a_hole(tmp_path: Path) -> None:
    rooms, served = served_in(tmp_path)
    answers = await asyncio.gather(
        *(served.room.submit(card(f"{number}"), (ANA, BEN)[number % 2]) for number in range(300))
    )
    assert [received(one).card for one in answers] == list(range(1, 301))
    await rooms.close()
    assert list(on_disk(tmp_path).cards) == list(range(1, 301))
    assert check(served.folder.path) == ()


async def play_out(sessions: Path, day: list[Move], refused: list[int], patch: pytest.MonkeyPatch) -> None:
    rooms, served = served_in(sessions, begun())
    room = served.room
    for number, (build, actor, numbers) in enumerate(day):
        before = room.state
        with refusing(patch, "fdatasync", "fsync", times=number in refused):
            answer = await room.submit(build(before, Pick(numbers)), actor)
        if isinstance(answer, Refusal):
            assert room.state == before
        assert replay(served.folder.log.read()) == room.state
        assert faults(room.state) == ()
    assert on_disk(sessions) == room.state
    await rooms.close()
    assert on_disk(sessions) == room.state


@given(day=moves(), refused=st.lists(st.integers(0, 60), max_size=6))
@settings(max_examples=20, deadline=None)
def test_whatever_happens_in_a_day_the_disk_tells_what_the_room_says(
    day: list[Move], refused: list[int]
) -> None:
    with TemporaryDirectory() as sessions, pytest.MonkeyPatch.context() as patch:
        asyncio.run(play_out(Path(sessions), day, refused, patch))
