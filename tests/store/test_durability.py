"""The disk refuses, at every place it can, and memory never says more than the disk."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from atelier.store.database import open_database
from atelier.store.errors import CannotWrite
from tests.store.folder_bytes import contents, files, peeked, reopened

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
