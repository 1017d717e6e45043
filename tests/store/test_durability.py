"""The disk refuses, at every place it can, and memory never says more than the disk."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB
from tinydb.table import Document

from atelier.store.database import open_database
from atelier.store.errors import CannotWrite, StoreError
from tests.store.folder_bytes import contents, copied, files, peeked, reopened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOON = datetime(2023, 9, 16, 12, tzinfo=UTC)
pytestmark = pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="fdatasync is what the tests break")


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_change_that_cannot_be_synced_is_refused_and_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with open_database(tmp_path) as db:
        db.insert({"n": 1})
        before, position = contents(db), db.storage.written
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", failing(number))
            with pytest.raises(CannotWrite) as caught:
                db.insert({"n": 2})
        assert (caught.value.errno, caught.value.lasting) == (number, False)
        assert (contents(db), db.storage.written, db.storage.durable) == (before, position, position)
        assert peeked(tmp_path) == before
        assert db.insert({"n": 3}) == 2
        after = contents(db)
    assert reopened(tmp_path) == after


def test_a_refused_change_is_taken_back_durably(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def fdatasync(fd: int) -> None:
        sizes.append(os.fstat(fd).st_size)
        if len(sizes) == 1:
            raise OSError(errno.EIO, "once")

    with open_database(tmp_path) as db:
        monkeypatch.setattr(os, "fdatasync", fdatasync)
        with pytest.raises(CannotWrite):
            db.insert({"n": 2})
        assert sizes == [sizes[0], 0]
        assert sizes[0] > 0


def test_the_name_of_a_new_folder_is_made_durable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, real = [], os.fsync

    def fsync(fd: int) -> None:
        synced.append(os.fstat(fd).st_ino)
        real(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    open_database(tmp_path / "ours").close()
    assert tmp_path.stat().st_ino in synced


def test_after_a_failed_sync_everything_is_refused_until_the_rollback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_database(tmp_path, sync_each=False) as db:
        storage = db.storage
        db.insert({"n": 1})
        durable = storage.sync()
        db.insert({"n": 2})
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", failing(errno.EIO))
            with pytest.raises(CannotWrite):
                storage.sync()
        refused: list[Callable[[], object]] = [
            storage.sync,
            lambda: db.insert({"n": 3}),
            storage.begin_compaction,
            lambda: storage.begin_backup("x", at=NOON, keep=1),
        ]
        for attempt in refused:
            with pytest.raises(CannotWrite):
                attempt()
        assert storage.refusal is not None
        assert storage.durable == durable < storage.written
        storage.rollback()
        assert (storage.refusal, storage.written) == (None, durable)
        assert db.all() == [{"n": 1}]
        assert db.insert({"n": 3}) == 2
    assert reopened(tmp_path) == {"_default": [(1, {"n": 1}), (2, {"n": 3})]}


def test_a_folder_whose_names_cannot_be_synced_refuses_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_database(tmp_path, sync_each=False) as db:
        db.storage.begin_compaction()
        db.insert({"n": 1})
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", failing(errno.EIO))
            with pytest.raises(CannotWrite):
                db.storage.sync()
        db.storage.rollback()
        assert db.tables() == set()


@pytest.mark.parametrize("taken", [0, 1, 30])
def test_a_write_the_disk_takes_half_of_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: int
) -> None:
    real, room = os.write, [taken]

    def write(fd: int, data: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "full")
        written = real(fd, bytes(data[: room[0]]))
        room[0] -= written
        return written

    with open_database(tmp_path, sync_each=False) as db:
        db.insert({"n": 1})
        before, on_disk = contents(db), files(tmp_path)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", write)
            with pytest.raises(CannotWrite) as caught:
                db.insert_multiple({"n": n} for n in range(99))
        assert (caught.value.errno, caught.value.path) == (errno.ENOSPC, tmp_path / "journal-1.log")
        assert (contents(db), files(tmp_path), db.storage.refusal) == (before, on_disk, None)
        db.insert({"n": 2})
        after = contents(db)
    assert reopened(tmp_path) == after


def test_a_write_done_in_small_pieces_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    with open_database(tmp_path) as db:
        monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data[:3])))
        db.insert({"n": 1})
    assert reopened(tmp_path) == {"_default": [(1, {"n": 1})]}


def test_an_interruption_in_the_middle_of_a_write_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def write(fd: int, data: bytes) -> int:
        real(fd, bytes(data[:5]))
        raise KeyboardInterrupt

    with open_database(tmp_path) as db:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", write)
            with pytest.raises(KeyboardInterrupt):
                db.insert({"n": 1})
        db.insert({"n": 2})
    assert reopened(tmp_path) == {"_default": [(2, {"n": 2})]}


def test_a_file_that_cannot_be_cut_makes_the_storage_read_only_for_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_database(tmp_path) as db:
        db.insert({"n": 1})
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", failing(errno.ENOSPC))
            patch.setattr(os, "ftruncate", failing(errno.EIO))
            with pytest.raises(CannotWrite) as caught:
                db.insert({"n": 2})
        assert caught.value.lasting
        assert "for good" in str(caught.value)
        db.storage.rollback()
        with pytest.raises(CannotWrite):
            db.insert({"n": 3})
        assert (db.all(), db.storage.refusal) == ([{"n": 1}], caught.value)


def test_a_rollback_that_cannot_cut_the_file_still_puts_memory_right_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_database(tmp_path) as db:
        db.insert({"n": 1})
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", failing(errno.EIO))
            patch.setattr(os, "ftruncate", failing(errno.EIO))
            with pytest.raises(CannotWrite) as caught:
                db.insert({"n": 2})
        assert caught.value.lasting
        assert db.all() == [{"n": 1}]


def test_a_disk_really_full_refuses_and_what_stood_still_stands(tmp_path: Path) -> None:
    script = """
import resource, signal, sys
from atelier.store.database import open_database
from atelier.store.errors import CannotWrite
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
with open_database(sys.argv[1]) as db:
    try:
        while True:
            print(db.insert({"text": "x" * 300}), flush=True)
    except CannotWrite as error:
        print(error.errno, len(db), db.storage.written == db.storage.durable, db.storage.refusal)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    *acknowledged, last = done.stdout.splitlines()
    assert len(acknowledged) > 5
    assert last == f"{errno.EFBIG} {len(acknowledged)} True None"
    assert [str(n) for n, _ in reopened(tmp_path)["_default"]] == acknowledged


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_folder_on_a_read_only_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    open_database(tmp_path).close()
    real = os.open

    def open_(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(number, os.strerror(number), str(path))
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", open_)
    with pytest.raises(CannotWrite) as caught:
        open_database(tmp_path)
    assert (caught.value.errno, caught.value.path) == (number, tmp_path / "lock")


def test_a_folder_in_the_place_of_which_there_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        open_database(tmp_path / "file")


def test_an_opening_that_cannot_finish_lets_go_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(tmp_path).close()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", failing(errno.EIO))
        with pytest.raises(CannotWrite):
            open_database(tmp_path)
    open_database(tmp_path).close()


def test_a_closed_storage_refuses_changes_and_closes_twice(tmp_path: Path) -> None:
    db = open_database(tmp_path, sync_each=False)
    db.insert({"n": 1})
    db.close()
    db.close()
    with pytest.raises(CannotWrite) as caught:
        db.insert({"n": 2})
    assert (caught.value.errno, caught.value.lasting) == (errno.EBADF, True)
    db.storage.rollback()
    assert reopened(tmp_path) == {"_default": [(1, {"n": 1})]}


def test_a_close_that_cannot_sync_says_so_and_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = open_database(tmp_path, sync_each=False)
    db.insert({"n": 1})
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", failing(errno.EIO))
        with pytest.raises(CannotWrite):
            db.close()
    open_database(tmp_path).close()


def test_a_close_after_a_failed_sync_keeps_quiet_and_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = open_database(tmp_path, sync_each=False)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", failing(errno.EIO))
        with pytest.raises(CannotWrite):
            db.storage.sync()
    db.close()
    open_database(tmp_path).close()


@pytest.mark.parametrize("change", [{"t": {"put": {"x": {}}}}, {"t": 3}, {"_journal": None}])
def test_a_change_that_is_none_is_refused_and_nothing_is_written(tmp_path: Path, change: Any) -> None:
    with open_database(tmp_path) as db:
        with pytest.raises(ValueError, match=r"not a change|own"):
            db.storage.append(change)
        assert db.storage.written == 0


def test_a_change_may_touch_several_tables_at_once(tmp_path: Path) -> None:
    with open_database(tmp_path, sync_each=False) as db:
        storage = db.storage
        assert storage.append({"a": {"put": {"1": {}}}, "b": {"put": {"1": {}}}}) == storage.written
        storage.rollback()
        assert db.tables() == set()


def test_a_rollback_restores_every_kind_of_change_and_the_order(tmp_path: Path) -> None:
    with open_database(tmp_path, sync_each=False) as db:
        for name in ("kept", "dropped", "emptied"):
            db.table(name).insert_multiple({"n": n} for n in range(5))
        db.storage.sync()
        before, on_disk = contents(db), files(tmp_path)
        kept = db.table("kept")
        kept.remove(doc_ids=[2, 3])
        kept.insert(Document({"n": "back"}, doc_id=2))
        kept.update({"m": 1})
        kept.upsert(Document({"n": 9}, doc_id=99))
        db.drop_table("dropped")
        db.table("emptied").truncate()
        db.table("emptied").insert({"n": 7})
        db.table("new").insert({"n": 8})
        db.storage.rollback()
        assert (contents(db), files(tmp_path)) == (before, on_disk)
        assert kept.insert({"n": 5}) == 6
    assert reopened(tmp_path)["dropped"] == before["dropped"]


def test_a_sync_makes_durable_what_was_written_before_it_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syncing, go_on, real = threading.Event(), threading.Event(), os.fdatasync

    def fdatasync(fd: int) -> None:
        syncing.set()
        assert go_on.wait(5)
        real(fd)

    with open_database(tmp_path, sync_each=False) as db:
        db.insert({"n": 1})
        before = db.storage.written
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", fdatasync)
            thread = threading.Thread(target=db.storage.sync)
            thread.start()
            assert syncing.wait(5)
            db.insert({"n": 2})
            assert db.storage.durable == 0
            go_on.set()
            thread.join()
        assert db.storage.durable == before < db.storage.written
        db.storage.rollback()
        assert db.all() == [{"n": 1}]


def test_undo_is_forgotten_once_durable(tmp_path: Path) -> None:
    with open_database(tmp_path) as db:
        for n in range(50):
            db.insert({"n": n})
        assert len(db.storage._undos) == 1


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "ours"
    with open_database(folder) as db:
        db.insert({"n": 1})
        db.storage.compact()
        db.storage.backup("x", at=NOON, keep=1)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "backups")} == {0o700}


@pytest.mark.parametrize("name", ["lock", "journal-1.log", "journal-2.log", "data.json.new", "backups"])
def test_no_link_leads_our_writing_out_of_the_folder(tmp_path: Path, name: str) -> None:
    folder, outside = tmp_path / "ours", tmp_path / "outside"
    with open_database(folder) as db:
        db.insert({"n": 1})
    outside.mkdir() if name == "backups" else outside.write_bytes(b"precious")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(outside)

    def work() -> None:
        with open_database(folder) as db:
            db.insert({"n": 2})
            db.storage.compact()
            db.storage.backup("x", at=NOON, keep=1)

    if name == "data.json.new":
        work()
    else:
        with pytest.raises(StoreError):
            work()
    assert list(outside.iterdir()) == [] if name == "backups" else outside.read_bytes() == b"precious"


def test_a_snapshot_opens_with_stock_tinydb(tmp_path: Path) -> None:
    with open_database(tmp_path) as db:
        db.insert({"text": "Là où l'on vit, “é”"})
        db.table("empty", persist_empty=True)
        db.storage.compact()
        before = contents(db)
    with TinyDB(str(copied(tmp_path, tmp_path / "copy") / "data.json"), encoding="ascii") as stock:
        assert stock.table("_journal").all() == [{"format": 1, "generation": 2}]
        stock.drop_table("_journal")
        assert contents(stock) == before
