"""Every convention of a folder; one that cannot be opened stops no other, and says why."""

import dataclasses
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from atelier.domain import commands
from atelier.domain.actor import Actor, Grant
from atelier.domain.refusals import Refusal
from atelier.domain.words import CardNumber, Instant, Role
from atelier.live.creation import Created, create, found
from atelier.live.rooms import SHIPPED, Rooms
from atelier.store.codec import NotAnEvent
from atelier.store.errors import CannotWrite, FolderInUse, NewerFormat, Unreadable
from atelier.store.eventlog import ABOUT
from atelier.store.folders import open_folder
from tests.domain.play import ANA, HOST, PROGRAMME, Play
from tests.live.fakes import NOON, at_noon, card, in_a_loop, posted
from tests.store.folder_bytes import files


def made(sessions: Path, title: str = "Convention", at: Instant = NOON) -> str:
    created = create(sessions, dataclasses.replace(PROGRAMME, title=title), lambda: at)
    assert isinstance(created, Created)
    return created.slug


def opened(sessions: Path) -> Rooms:
    rooms = Rooms(sessions, at_noon)
    rooms.open({"name": "test"})
    return rooms


def slugs(rooms: Rooms) -> list[str]:
    return [served.room.slug for served in rooms]


def foreign(sessions: Path, slug: str) -> None:
    (sessions / slug / "data.json").write_text('{"_default": {"1": {"a": "stock TinyDB"}}}')


def torn_apart(sessions: Path, slug: str) -> None:
    (sessions / slug / "data.json").write_text("{")


def newer(sessions: Path, slug: str) -> None:
    folder = open_folder(sessions, slug)
    folder.keys._storage.append({ABOUT: {"put": {"1": {"format": 99}}}})
    folder.close()


def unreadable_event(sessions: Path, slug: str) -> None:
    folder = open_folder(sessions, slug)
    folder.keys._storage.append({"events": {"put": {"2": {"v": 1, "seq": 2, "type": "card_eaten"}}}})
    folder.close()


def impossible_event(sessions: Path, slug: str) -> None:
    """It can be read, and speaks of a card that never was."""
    play = Play()
    play.post()
    play.do(commands.WithdrawCard(card=CardNumber(1)), ANA)
    folder = open_folder(sessions, slug)
    folder.log.append(dataclasses.replace(play.log[2], seq=play.log[1].seq))
    folder.close()


def nothing_in_it(sessions: Path, slug: str) -> None:
    """What a crash leaves of a convention being made."""
    for path in (sessions / slug).iterdir():
        path.unlink()
    open_folder(sessions, slug).close()


@pytest.mark.parametrize(
    ("breaking", "error"),
    [
        (foreign, Unreadable),
        (torn_apart, Unreadable),
        (newer, NewerFormat),
        (unreadable_event, NotAnEvent),
        (impossible_event, KeyError),
        (nothing_in_it, Unreadable),
    ],
)
@in_a_loop
async def test_a_broken_folder_is_told_and_stops_no_other(
    tmp_path: Path, breaking: object, error: type[Exception]
) -> None:
    names = [made(tmp_path, title) for title in ("a", "b", "c")]
    assert callable(breaking)
    breaking(tmp_path, names[1])
    before = {name: data for name, data in files(tmp_path / names[1]).items() if name != "lock"}
    rooms = opened(tmp_path)
    rooms.start()
    assert {slug: type(why) for slug, why in rooms.broken.items()} == {names[1]: error}
    assert sorted(slugs(rooms)) == [names[0], names[2]]
    assert rooms.get(names[1]) is None
    after = files(tmp_path / names[1])
    assert {name: after[name] for name in before} == before
    for served in rooms:
        await posted(served.room, "Bus")
    await rooms.close()


def test_a_folder_held_by_another_process_is_told_with_its_pid(tmp_path: Path) -> None:
    names = [made(tmp_path, title) for title in ("a", "b")]
    script = "import sys, pathlib; from atelier.store.folders import open_folder\n"
    script += "held = open_folder(pathlib.Path(sys.argv[1]), sys.argv[2], {'name': 'salle 1'})\n"
    script += "print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(tmp_path), names[0]]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        rooms = opened(tmp_path)
        error = rooms.broken[names[0]]
        assert isinstance(error, FolderInUse)
        assert error.owner == {"pid": process.pid, "name": "salle 1"}
        assert slugs(rooms) == [names[1]]
        for served in rooms:
            served.folder.close()
        process.kill()


def test_who_comes_second_is_told_what_the_first_says_of_itself(tmp_path: Path) -> None:
    slug = made(tmp_path)
    first, second = opened(tmp_path), opened(tmp_path)
    error = second.broken[slug]
    assert isinstance(error, FolderInUse)
    assert error.owner == {"pid": os.getpid(), "name": "test"}
    for served in first:
        served.folder.close()
    assert opened(tmp_path).broken == {}


def test_what_could_not_be_opened_is_let_go(tmp_path: Path) -> None:
    slug = made(tmp_path)
    unreadable_event(tmp_path, slug)
    assert isinstance(opened(tmp_path).broken[slug], NotAnEvent)
    open_folder(tmp_path, slug).close()


def test_the_shipped_example_is_not_served(tmp_path: Path) -> None:
    found(tmp_path, SHIPPED, "example", Play().log)
    slug = made(tmp_path)
    told: list[str] = []
    rooms = Rooms(tmp_path, at_noon)
    rooms.open({}, opening=told.append)
    assert (slugs(rooms), told, rooms.broken, len(rooms)) == ([slug], [slug], {}, 1)
    assert rooms.get(SHIPPED) is None
    for served in rooms:
        served.folder.close()


@in_a_loop
async def test_a_convention_is_served_by_its_name_and_opened_by_its_keys(tmp_path: Path) -> None:
    created = create(tmp_path, PROGRAMME, at_noon)
    assert isinstance(created, Created)
    rooms = opened(tmp_path)
    rooms.start()
    served = rooms.get(created.slug)
    assert served is not None
    assert rooms.keys_of(created.slug) == created.keys
    assert served.grant_of(created.keys[Role.HOST]) == Grant(role=Role.HOST)
    assert served.grant_of("a" * 26) is None
    own = await posted(served.room, "Bus")
    assert served.own_cards.of(served.room.state, ANA) == (own.card,)
    await rooms.close()
    again = opened(tmp_path)
    assert [one.text for one in next(iter(again)).room.state.cards.values()] == ["Bus"]
    await again.close()


def test_a_folder_from_another_machine_is_given_keys_of_this_one(tmp_path: Path) -> None:
    slug = made(tmp_path / "theirs")
    theirs = Rooms(tmp_path / "theirs", at_noon)
    theirs.open({})
    keys = theirs.keys_of(slug)
    for served in theirs:
        served.folder.close()
    (tmp_path / "ours").mkdir()
    (tmp_path / "theirs" / slug).rename(tmp_path / "ours" / slug)
    ours = opened(tmp_path / "ours")
    copied = ours.get(slug)
    assert copied is not None
    assert set(ours.keys_of(slug)) == set(keys)
    assert not set(ours.keys_of(slug).values()) & set(keys.values())
    for key in (*keys.values(), *ours.keys_of(slug).values()):
        assert copied.grant_of(key) is not None
    copied.folder.close()


@in_a_loop
async def test_those_under_way_come_first_and_the_newest_of_them_first(tmp_path: Path) -> None:
    old, new, closed = (
        made(tmp_path, title, Instant(NOON + age)) for age, title in enumerate(("old", "new", "closed"))
    )
    rooms = opened(tmp_path)
    rooms.start()
    served = rooms.get(closed)
    assert served is not None
    await served.room.submit(commands.CloseConvention(), HOST)
    assert slugs(rooms) == [new, old, closed]
    await rooms.close()


@in_a_loop
async def test_a_room_that_cannot_let_its_log_go_stops_no_other_from_closing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [made(tmp_path, title) for title in ("a", "b")]
    rooms = opened(tmp_path)
    rooms.start()
    first = next(iter(rooms))
    real = first.folder.log.close

    def refused() -> None:
        real()
        raise CannotWrite(first.folder.path, errno.EIO)

    monkeypatch.setattr(first.folder.log, "close", refused)
    await rooms.close()
    assert isinstance(first.room.trouble, CannotWrite)
    again = opened(tmp_path)
    assert (sorted(slugs(again)), again.broken) == (sorted(names), {})
    await again.close()


@in_a_loop
async def test_nobody_writes_in_a_room_that_is_closed(tmp_path: Path) -> None:
    made(tmp_path)
    rooms = opened(tmp_path)
    rooms.start()
    await rooms.close()
    for served in rooms:
        assert isinstance(await served.room.submit(card("après"), Actor()), Refusal)


def test_a_folder_that_is_not_there_holds_no_rooms(tmp_path: Path) -> None:
    rooms = opened(tmp_path / "none")
    assert (len(rooms), rooms.broken) == (0, {})
    assert list(tmp_path.iterdir()) == []
