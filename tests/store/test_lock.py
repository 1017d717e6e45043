"""One owner for a folder, and readers who do not mind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from atelier.store import readonly
from atelier.store.database import open_database, read_only
from atelier.store.errors import CannotWrite, FolderInUse, Reason, Unreadable
from atelier.store.loading import Loaded, load
from tests.store.folder_bytes import contents, files


def test_a_second_owner_is_refused_and_told_who_holds_the_folder(tmp_path: Path) -> None:
    with open_database(tmp_path, owner={"name": "salle 1"}) as db:
        with pytest.raises(FolderInUse) as caught:
            open_database(tmp_path)
        assert caught.value.owner == {"pid": os.getpid(), "name": "salle 1"}
        db.storage.describe_owner({"address": "http://192.168.4.1:8080/é"})
        with pytest.raises(FolderInUse) as caught:
            open_database(tmp_path)
        assert caught.value.owner == {"pid": os.getpid(), "address": "http://192.168.4.1:8080/é"}
        assert caught.value.folder == tmp_path
        db.insert({"n": 1})
    open_database(tmp_path).close()


@pytest.mark.parametrize("said", [b"", b'{"pid":', b"3"])
def test_an_owner_who_has_said_nothing_clear_is_still_the_owner(tmp_path: Path, said: bytes) -> None:
    with open_database(tmp_path):
        (tmp_path / "lock").write_bytes(said)
        with pytest.raises(FolderInUse) as caught:
            open_database(tmp_path)
        assert caught.value.owner == {}


def test_a_lock_left_by_the_dead_does_not_block(tmp_path: Path) -> None:
    script = "import sys, time; from atelier.store.database import open_database\n"
    script += (
        "db = open_database(sys.argv[1]); db.insert({'n': 1}); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(FolderInUse) as caught:
            open_database(tmp_path)
        assert caught.value.owner == {"pid": process.pid}
        assert read_only(tmp_path).all() == [{"n": 1}]
        process.send_signal(signal.SIGTERM)
    assert json.loads((tmp_path / "lock").read_bytes())["pid"] == process.pid
    with open_database(tmp_path) as db:
        assert db.all() == [{"n": 1}]


def test_a_read_only_database_refuses_every_change(tmp_path: Path) -> None:
    with open_database(tmp_path) as db:
        db.insert({"n": [1]})
    base = read_only(tmp_path)
    for attempt in (
        lambda: base.insert({"n": 2}),
        lambda: base.update(lambda doc: doc["n"].append(2)),
        lambda: base.remove(doc_ids=[1]),
        lambda: base.drop_tables(),
        lambda: base.drop_table("_default"),
    ):
        with pytest.raises(CannotWrite) as caught:
            attempt()
        assert caught.value.lasting
    assert contents(base) == {"_default": [(1, {"n": [1]})]}


def test_a_folder_that_is_not_there_is_not_made_to_be_read(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read_only(tmp_path / "none")
    assert caught.value.reason is Reason.MISSING
    assert list(tmp_path.iterdir()) == []


def test_reading_writes_not_a_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_database(tmp_path) as db:
        db.insert({"n": 1})
        with (tmp_path / "journal-1.log").open("ab") as file:
            file.write(b"being written")
        before, real = files(tmp_path), os.open

        def open_(path: str, flags: int, *more: int) -> int:
            assert not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            return real(path, flags, *more)

        monkeypatch.setattr(os, "open", open_)
        assert read_only(tmp_path).all() == [{"n": 1}]
        assert files(tmp_path) == before
        monkeypatch.undo()


def test_reading_through_a_compaction_tries_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_database(tmp_path) as db:
        db.insert({"n": 1})
        attempts = []

        def load_amid(folder: Path) -> Loaded:
            attempts.append(folder)
            if len(attempts) < 3:
                raise Unreadable(folder / "journal-1.log", Reason.MISSING)
            return load(folder)

        monkeypatch.setattr(readonly, "load", load_amid)
        assert read_only(str(tmp_path)).all() == [{"n": 1}]
        assert len(attempts) == 3


def test_a_journal_taken_away_while_being_read_is_no_loss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_database(tmp_path) as db:
        db.insert({"n": 1})
        real = os.open
        raced: list[Path] = []

        def open_(path: Path, flags: int, *more: int) -> int:
            if Path(path).name == "journal-1.log" and not raced:
                raced.append(path)
                db.storage.compact()
                db.insert({"n": 2})
            return real(path, flags, *more)

        with monkeypatch.context() as patch:
            patch.setattr(os, "open", open_)
            assert contents(read_only(tmp_path)) == contents(db)
        assert raced
