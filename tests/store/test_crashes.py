"""The machine dies between any two system calls."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from atelier.store.database import open_database
from tests.store.crashes import Crashes, develop, power_cut_now
from tests.store.folder_bytes import contents, files, peeked, reopened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from atelier.store.database import JournalDB


NOON = datetime(2023, 9, 16, 12, tzinfo=UTC)

TORN = b"torn by an earlier crash"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc which file is being synced")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[JournalDB]:
    with open_database(tmp_path / "ours") as base:
        base.table("cards").insert_multiple({"n": n, "text": f"texte {n}"} for n in range(3))
        yield base


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
