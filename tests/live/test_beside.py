"""What is written beside the log, and the copies that are asked for: never on the loop, never half."""

import asyncio
import threading
from pathlib import Path

from atelier.domain.actor import Grant
from atelier.domain.refusals import Refusal
from atelier.domain.words import Role, ThemeCode
from atelier.live.creation import create
from atelier.live.receipt import Receipt
from atelier.store.backups import list_backups
from atelier.store.errors import CannotWrite
from tests.domain.play import HOST, PROGRAMME
from tests.live.fakes import (
    CANNOT_WRITE,
    NOON,
    FakeLog,
    ask,
    at_noon,
    card,
    in_a_loop,
    in_trouble,
    posted,
    running,
    until,
)
from tests.live.test_rooms import made, opened

FACILITATION = Grant(role=Role.FACILITATOR)


@in_a_loop
async def test_a_key_the_disk_refuses_is_refused_and_the_old_one_opens_again(tmp_path: Path) -> None:
    slug = made(tmp_path)
    rooms = opened(tmp_path)
    rooms.start()
    served = rooms.get(slug)
    assert served is not None
    old = rooms.keys_of(slug)[Role.FACILITATOR]
    storage = served.folder.keys._storage
    sync = storage._sync_file

    def refuse() -> None:
        storage._sync_file = sync  # type: ignore[method-assign]
        raise CannotWrite(tmp_path, 28)

    storage._sync_file = refuse  # type: ignore[method-assign]
    assert isinstance(await rooms.revoke_keys(slug, Role.FACILITATOR), Refusal)
    assert served.grant_of(old) == FACILITATION
    await rooms.close()


@in_a_loop
async def test_a_copy_the_disk_refuses_says_so_and_the_room_goes_on() -> None:
    log = FakeLog()
    log.refusing.append("backup")
    async with running(log) as room:
        assert await room.back_up() == CANNOT_WRITE
        assert in_trouble(room)
        await posted(room, "après")
        assert not in_trouble(room)


@in_a_loop
async def test_a_closing_room_copies_no_more() -> None:
    async with running(FakeLog()) as room:
        pass
    assert await room.back_up() == CANNOT_WRITE


@in_a_loop
async def test_a_revoked_key_opens_nothing_from_the_moment_it_is_asked(tmp_path: Path) -> None:
    slug = made(tmp_path)
    rooms = opened(tmp_path)
    rooms.start()
    served = rooms.get(slug)
    assert served is not None
    old = rooms.keys_of(slug)
    assert isinstance(await rooms.revoke_keys(slug, Role.FACILITATOR), Receipt)
    new = rooms.keys_of(slug)
    assert served.grant_of(old[Role.FACILITATOR]) is None
    assert served.grant_of(new[Role.FACILITATOR]) == FACILITATION
    assert {role for role in old if old[role] != new[role]} == {Role.FACILITATOR}
    await rooms.close()
    assert opened(tmp_path).keys_of(slug) == new


@in_a_loop
async def test_a_key_may_be_made_for_one_theme(tmp_path: Path) -> None:
    slug = made(tmp_path)
    rooms = opened(tmp_path)
    rooms.start()
    grant = Grant(role=Role.SECRETARY, themes=frozenset({ThemeCode("DS")}))
    await rooms.add_key(slug, grant)
    ((_, key),) = [one for one in rooms.told_keys(slug) if one[0] == grant]
    served = rooms.get(slug)
    assert served is not None
    assert key is not None
    assert served.grant_of(key) == grant
    await rooms.close()


@in_a_loop
async def test_the_disk_never_keeps_the_loop_waiting_for_a_key(tmp_path: Path) -> None:
    slug = made(tmp_path)
    rooms = opened(tmp_path)
    rooms.start()
    served = rooms.get(slug)
    assert served is not None
    storage = served.folder.keys._storage
    sync, threads = storage._sync_file, []

    def watched() -> None:
        threads.append(threading.current_thread())
        sync()

    storage._sync_file = watched  # type: ignore[method-assign]
    await rooms.revoke_keys(slug, Role.WALL)
    assert threads
    assert threading.main_thread() not in threads
    await rooms.close()


@in_a_loop
async def test_a_copy_holds_what_was_answered_before_it(tmp_path: Path) -> None:
    slug = made(tmp_path)
    rooms = opened(tmp_path)
    rooms.start()
    served = rooms.get(slug)
    assert served is not None
    await posted(served.room, "avant la copie")
    assert await served.room.back_up() is None
    (copy,) = list_backups(served.folder.path)
    assert "avant la copie" in copy.read_text()
    assert copy.name.endswith("-asked.json")
    await rooms.close()


@in_a_loop
async def test_two_who_ask_together_share_a_copy() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_in.clear()
        waiting = ask(room, card("en attente"))
        await until(lambda: room._waiting == [] and room._committing is not None)
        asked = [asyncio.create_task(room.back_up()) for _ in range(2)]
        await asyncio.sleep(0)
        log.let_in.set()
        await waiting
        assert [await one for one in asked] == [None, None]
    assert log.calls.count(f"begin_backup asked {NOON}") == 1


@in_a_loop
async def test_a_convention_made_while_the_room_is_open_takes_commands_at_once(tmp_path: Path) -> None:
    slug = made(tmp_path)
    rooms = opened(tmp_path)
    rooms.start()
    created = create(tmp_path, PROGRAMME, at_noon)
    assert not isinstance(created, Refusal)
    served = await rooms.add(created.slug)
    await posted(served.room, "tout de suite")
    assert {one.room.slug for one in rooms} == {slug, created.slug}
    assert rooms.get(created.slug) is served
    assert served.grant_of(created.keys[Role.HOST]) == HOST.grants[0]
    await rooms.close()
