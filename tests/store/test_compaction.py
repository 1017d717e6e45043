"""Compaction: nothing lost, whatever goes on meanwhile and whatever fails."""

from __future__ import annotations

import errno
import os
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from atelier.store.database import open_database
from atelier.store.errors import CannotWrite
from tests.store.folder_bytes import contents, files, peeked, reopened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atelier.store.database import JournalDB


NOON = datetime(2023, 9, 16, 12, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[JournalDB]:
    with open_database(tmp_path / "ours") as base:
        base.table("cards").insert_multiple({"n": n, "text": f"texte {n}"} for n in range(3))
        yield base


@pytest.mark.parametrize("broken", ["open", "write", "fsync", "replace", "unlink"])
def test_a_compaction_that_fails_loses_nothing_and_can_be_done_again(
    db: JournalDB, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    rotation = db.storage.begin_compaction()
    db.insert({"after": 1})
    before = contents(db)

    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, broken, fail)
        with pytest.raises(CannotWrite) as caught:
            rotation.finish()
    assert caught.value.errno == errno.ENOSPC
    assert peeked(db.storage.folder) == before
    db.insert({"after": 2})
    db.storage.compact()
    assert sorted(files(db.storage.folder)) == ["data.json", "journal-3.log", "lock"]
    after = contents(db)
    db.close()
    assert reopened(db.storage.folder) == after


def test_a_rotation_that_cannot_begin_changes_nothing(db: JournalDB, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def open_(path: Any, flags: int, *more: Any) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, "full")
        return real(path, flags, *more)

    before = files(db.storage.folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", open_)
        with pytest.raises(CannotWrite):
            db.storage.begin_compaction()
    assert files(db.storage.folder) == before
    db.insert({"n": 1})
    db.storage.compact()


def test_what_is_finished_after_the_close_is_refused(db: JournalDB) -> None:
    backup = db.storage.begin_backup("b", at=NOON, keep=1)
    rotation = db.storage.begin_compaction()
    db.close()
    with open_database(db.storage.folder) as other:
        other.insert({"by": "the next owner"})
        other.storage.compact()
        with pytest.raises(CannotWrite) as caught:
            rotation.finish()
        assert caught.value.errno == errno.EBADF
        with pytest.raises(CannotWrite):
            backup.finish()
        assert peeked(db.storage.folder) == contents(other)


def test_a_rotation_finished_after_a_later_one_does_not_bring_the_past_back(db: JournalDB) -> None:
    first = db.storage.begin_compaction()
    db.insert({"n": "between"})
    second = db.storage.begin_compaction()
    second.finish()
    first.finish()
    assert peeked(db.storage.folder) == contents(db)


def test_a_compaction_leaves_a_snapshot_and_an_empty_journal(db: JournalDB) -> None:
    position = db.storage.written
    db.storage.compact()
    assert sorted(files(db.storage.folder)) == ["data.json", "journal-2.log", "lock"]
    assert files(db.storage.folder)["journal-2.log"] == b""
    assert db.storage.written == db.storage.durable == position
    assert peeked(db.storage.folder) == contents(db)


def test_a_large_snapshot_is_whole(db: JournalDB) -> None:
    db.insert_multiple({"text": "é" * 100} for _ in range(500))
    db.storage.compact()
    assert peeked(db.storage.folder) == contents(db)


def test_what_is_written_while_the_snapshot_is_written_is_kept(db: JournalDB) -> None:
    rotation = db.storage.begin_compaction()
    db.table("cards").update({"n": "changed"}, doc_ids=[1])
    db.table("cards").remove(doc_ids=[2])
    assert peeked(db.storage.folder) == contents(db)
    thread = threading.Thread(target=rotation.finish)
    thread.start()
    for n in range(20):
        db.insert({"n": n})
    thread.join()
    assert peeked(db.storage.folder) == contents(db)


def test_a_rollback_after_a_rotation_stops_at_it(tmp_path: Path) -> None:
    with open_database(tmp_path, sync_each=False) as db:
        db.insert({"n": 1})
        rotation = db.storage.begin_compaction()
        db.insert({"n": 2})
        db.storage.rollback()
        rotation.finish()
        assert db.all() == [{"n": 1}]
        assert peeked(tmp_path) == contents(db)


def test_a_torn_line_after_a_rotation_is_repaired(db: JournalDB) -> None:
    folder = db.storage.folder
    db.storage.begin_compaction()
    before = contents(db)
    db.close()
    (folder / "journal-2.log").write_bytes(b"torn")
    assert reopened(folder) == before
    assert (folder / "torn-2-1.part").read_bytes() == b"torn"


def test_a_close_waits_for_the_compaction_under_way(db: JournalDB, monkeypatch: pytest.MonkeyPatch) -> None:
    replacing, go_on, real = threading.Event(), threading.Event(), os.replace

    def replace(*names: Any) -> None:
        replacing.set()
        assert go_on.wait(5)
        real(*names)

    monkeypatch.setattr(os, "replace", replace)
    compacting = threading.Thread(target=db.storage.begin_compaction().finish)
    compacting.start()
    assert replacing.wait(5)
    closing = threading.Thread(target=db.close)
    closing.start()
    closing.join(0.05)
    assert closing.is_alive()
    go_on.set()
    closing.join()
    assert sorted(files(db.storage.folder)) == ["data.json", "journal-2.log", "lock"]
    compacting.join()
