"""What is written, what is durable, and the way back from one to the other."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any

import pytest
from tinydb.table import Document

from atelier.store.database import open_database
from tests.store.folder_bytes import contents, files, reopened

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="fdatasync is what the tests break")


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
