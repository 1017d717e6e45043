"""Compaction: nothing lost at any instant, nothing left of what was erased; and backups."""

from __future__ import annotations

import errno
import os
import sys
import threading
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB

from atelier.store.backups import list_backups
from atelier.store.database import open_database
from atelier.store.errors import CannotWrite, Reason, Unreadable
from tests.store.crashes import Crashes, develop, power_cut_now
from tests.store.folder_bytes import contents, copied, files, peeked, reopened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from atelier.store.database import JournalDB

NOON = datetime(2023, 9, 16, 12, tzinfo=UTC)
TORN = b"torn by an earlier crash"
SECRET = "Adèle habite ici"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc which file is being synced")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[JournalDB]:
    with open_database(tmp_path / "ours") as base:
        base.table("cards").insert_multiple({"n": n, "text": f"texte {n}"} for n in range(3))
        yield base


def traces(folder: Path, secret: str) -> list[str]:
    """The files that hold the words, however they may be written."""
    forms = {
        form.encode() for form in (secret, ascii(secret)[1:-1], secret.encode("unicode_escape").decode())
    }
    forms.add(secret.replace("è", "\\u00e8").encode())
    return [name for name, data in files(folder).items() if any(form in data for form in forms)]


@pytest.mark.parametrize("label", ["", "Midi", "../x", "a b", "é", "a\n"])
def test_a_label_that_could_name_another_file_is_refused(db: JournalDB, label: str) -> None:
    with pytest.raises(ValueError, match="label"):
        db.storage.backup(label, at=NOON, keep=1)
    assert not (db.storage.folder / "backups").exists()


def test_a_backup_without_a_zone_or_not_kept_is_refused(db: JournalDB) -> None:
    with pytest.raises(ValueError, match="zone"):
        db.storage.backup("x", at=NOON.replace(tzinfo=None), keep=1)
    with pytest.raises(ValueError, match="kept"):
        db.storage.backup("x", at=NOON, keep=0)


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


@on_linux
def test_a_crash_at_any_step_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ours"
    with open_database(folder) as db:
        db.insert_multiple({"n": n} for n in range(3))
        db.storage.backup("old", at=NOON, keep=3)
    with (folder / "journal-1.log").open("ab") as file:
        file.write(TORN)
    states, erased = [peeked(folder)], 5
    with monkeypatch.context() as patch:
        crashes = Crashes(folder, patch)
        with open_database(folder) as db:
            steps: list[Callable[[], object]] = [
                lambda: db.insert({"n": "a"}),
                lambda: db.storage.compact(),
                lambda: db.remove(doc_ids=[2]),
                lambda: db.storage.backup("new", at=NOON + timedelta(hours=1), keep=1),
                lambda: db.update({"m": 1}),
                lambda: db.storage.compact(erase=True, scrub={("_default", 2): None}),
                lambda: db.insert({"n": "b"}),
            ]
            for step in steps:
                step()
                states.append(contents(db))
                crashes.mark = len(states) - 1
    crashes.close()
    states.append(states[-1])
    assert len(crashes.images) > 200
    for number, (where, mark, image) in enumerate(crashes.images):
        crashed = develop(image, tmp_path / f"crash{number}")
        assert peeked(crashed) in states[mark : mark + 2], where
        assert reopened(crashed) in states[mark : mark + 2], where
        assert mark >= erased or any(TORN in data for data in files(crashed).values()), where
        assert not list(crashed.rglob("*.new")), where


@on_linux
def test_a_crash_at_any_step_of_the_first_opening_leaves_a_folder_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    with monkeypatch.context() as patch:
        crashes = Crashes(folder, patch)
        open_database(folder).close()
    crashes.close()
    for number, (where, _, image) in enumerate(crashes.images):
        assert reopened(develop(image, tmp_path / f"crash{number}")) == {}, where


@on_linux
def test_what_was_erased_does_not_come_back_with_a_power_cut(
    db: JournalDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = db.storage.folder
    db.storage.backup("before", at=NOON, keep=1)
    db.table("cards").insert({"text": "secret"})
    (folder / "torn-1-1.part").write_text("secret")
    with monkeypatch.context() as patch:
        crashes = Crashes(folder, patch)
        db.storage.backup("after", at=NOON + timedelta(hours=1), keep=1)
        assert [name for name in power_cut_now(crashes) if "before" in name] == []
        db.table("cards").remove(doc_ids=[4])
        db.storage.compact(erase=True, scrub={("cards", 4): None})
        assert [name for name, data in power_cut_now(crashes).items() if b"secret" in data] == []
    crashes.close()


@on_linux
def test_what_is_added_to_a_restored_backup_survives_a_power_cut(
    db: JournalDB, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored = tmp_path / "restored"
    restored.mkdir()
    db.storage.backup("b", at=NOON, keep=1).rename(restored / "data.json")
    with monkeypatch.context() as patch:
        crashes = Crashes(restored, patch)
        with open_database(restored) as again:
            again.insert({"n": "more"})
            image, before = power_cut_now(crashes), contents(again)
    crashes.close()
    assert reopened(develop(image, tmp_path / "cut")) == before


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


def test_after_an_erasing_compaction_no_file_holds_what_was_erased(db: JournalDB) -> None:
    storage, cards = db.storage, db.table("cards")
    withdrawn, replaced = cards.insert_multiple([{"text": SECRET}, {"text": SECRET, "n": 9}])
    storage.backup("before", at=NOON, keep=9)
    storage.compact()
    (storage.folder / "torn-1-1.part").write_text(SECRET)
    (storage.folder / "backups" / "x.json.new").write_text(SECRET)
    cards.update({"touched": True})
    db.table("drafts").insert({"text": SECRET})
    storage.backup("after", at=NOON + timedelta(hours=1), keep=9)
    cards.remove(doc_ids=[withdrawn])
    cards.update({"text": ""}, doc_ids=[replaced])
    db.drop_table("drafts")
    assert len(traces(storage.folder, SECRET)) == 6
    (new,) = cards.get(doc_ids=[replaced])
    storage.compact(
        erase=True,
        scrub={("cards", withdrawn): None, ("cards", replaced): new, ("drafts", 1): None, ("never", 1): new},
    )
    assert traces(storage.folder, SECRET) == []
    assert len(traces(storage.folder, "texte 0")) == 3
    before, after = list_backups(storage.folder)
    assert reopened_backup(before)["cards"][-1] == (replaced, new)
    assert reopened_backup(after)["drafts"] == []
    assert peeked(storage.folder) == contents(db)


def test_an_ordinary_compaction_keeps_torn_ends_and_backups(db: JournalDB) -> None:
    (db.storage.folder / "torn-1-1.part").write_text(SECRET)
    db.storage.backup("b", at=NOON, keep=1)
    db.storage.compact()
    assert {"torn-1-1.part", "backups/20230916T120000Z-b.json"} <= files(db.storage.folder).keys()


def test_an_erasure_that_meets_a_damaged_backup_does_the_others_and_says_which(db: JournalDB) -> None:
    db.table("cards").insert({"text": SECRET})
    damaged = db.storage.backup("damaged", at=NOON, keep=9)
    sound = db.storage.backup("sound", at=NOON, keep=9)
    damaged.write_text("{")
    db.table("cards").remove(doc_ids=[4])
    with pytest.raises(Unreadable) as caught:
        db.storage.compact(erase=True, scrub={("cards", 4): None})
    assert (caught.value.path, caught.value.reason) == (damaged, Reason.NOT_JSON)
    assert len(reopened_backup(sound)["cards"]) == 3
    assert traces(db.storage.folder, SECRET) == []


def test_a_backup_without_what_is_erased_is_not_rewritten(db: JournalDB) -> None:
    path = db.storage.backup("b", at=NOON, keep=1)
    before = path.stat()
    db.storage.compact(erase=True, scrub={("cards", 77): None, ("cards", 1): {"n": 0, "text": "texte 0"}})
    assert path.stat() == before


def test_a_backup_is_named_in_utc_and_the_last_ones_are_kept(db: JournalDB) -> None:
    paris = timezone(timedelta(hours=2))
    names = []
    for hour in range(4):
        at = datetime(2023, 9, 16, 14 + hour, 5, tzinfo=paris)
        names.append(db.storage.backup("step-2", at=at, keep=2).name)
    assert names[0] == "20230916T120500Z-step-2.json"
    (db.storage.folder / "backups" / "a note.txt").touch()
    assert [path.name for path in list_backups(db.storage.folder)] == names[-2:]


def test_a_backup_holds_the_tables_as_they_were_when_it_was_begun(tmp_path: Path) -> None:
    with open_database(tmp_path, sync_each=False) as db:
        db.insert({"n": 1})
        backup = db.storage.begin_backup("b", at=NOON, keep=1)
        assert db.storage.durable == db.storage.written
        db.update({"n": 2})
        assert reopened_backup(backup.finish()) == {"_default": [(1, {"n": 1})]}


def test_a_backup_finished_after_an_erasure_does_not_hold_what_was_erased(db: JournalDB) -> None:
    db.table("cards").insert({"text": SECRET})
    backup = db.storage.begin_backup("b", at=NOON, keep=1)
    db.table("cards").remove(doc_ids=[4])
    db.storage.compact(erase=True, scrub={("cards", 4): None})
    assert len(reopened_backup(backup.finish())["cards"]) == 3
    assert traces(db.storage.folder, SECRET) == []


def test_a_backup_put_in_an_empty_folder_opens(db: JournalDB, tmp_path: Path) -> None:
    path = db.storage.backup("b", at=NOON, keep=1)
    restored = tmp_path / "restored"
    restored.mkdir()
    path.rename(restored / "data.json")
    assert peeked(restored) == contents(db)
    with open_database(restored) as again:
        assert contents(again) == contents(db)
        again.insert({"n": "more"})
        after = contents(again)
    assert reopened(restored) == after
    (restored / "journal-0.log").rename(restored / "journal-1.log")
    with pytest.raises(Unreadable) as caught:
        open_database(restored)
    assert caught.value.reason is Reason.MISSING


def reopened_backup(path: Path) -> dict[str, Any]:
    copy = copied(path.parent, path.parent.parent.parent / f"look at {path.name}") / path.name
    with TinyDB(str(copy)) as stock:
        stock.drop_table("_journal")
        return contents(stock)
