"""Backups, and erasing what they and the folder hold."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB

from atelier.store.backups import list_backups
from atelier.store.database import open_database
from atelier.store.errors import Reason, Unreadable
from tests.store.folder_bytes import contents, copied, files, peeked, reopened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atelier.store.database import JournalDB


NOON = datetime(2023, 9, 16, 12, tzinfo=UTC)

SECRET = "Adèle habite ici"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[JournalDB]:
    with open_database(tmp_path / "ours") as base:
        base.table("cards").insert_multiple({"n": n, "text": f"texte {n}"} for n in range(3))
        yield base


def traces(folder: Path, secret: str) -> list[str]:
    """The files that hold the words, however they may be written."""
    forms = (secret.encode(), json.dumps(secret).strip('"').encode())
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
        stock.drop_table("_checksum")
        return contents(stock)
