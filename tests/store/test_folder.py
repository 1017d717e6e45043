"""The folder itself: opened, refused, closed, and nothing outside it touched."""

from __future__ import annotations

import errno
import os
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB

from atelier.store.database import open_database
from atelier.store.errors import CannotWrite, StoreError
from tests.store.folder_bytes import contents, copied, reopened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


NOON = datetime(2023, 9, 16, 12, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="fdatasync is what the tests break")


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


def test_the_name_of_a_new_folder_is_made_durable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, real = [], os.fsync

    def fsync(fd: int) -> None:
        synced.append(os.fstat(fd).st_ino)
        real(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    open_database(tmp_path / "ours").close()
    assert tmp_path.stat().st_ino in synced


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
        assert stock.table("_journal").all() == [{"format": 2, "generation": 2}]
        stock.drop_table("_journal")
        stock.drop_table("_checksum")
        assert contents(stock) == before
