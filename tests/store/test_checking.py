"""Looking a folder over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from atelier.store import checking
from atelier.store.checking import Finding, check
from atelier.store.database import open_database
from atelier.store.errors import Reason
from atelier.store.lines import to_line
from atelier.store.loading import expected_journals
from tests.store.folder_bytes import files

if TYPE_CHECKING:
    from pathlib import Path

    from atelier.store.database import JournalDB

NOON = datetime(2023, 9, 16, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two journals of two lines, and a backup."""
    monkeypatch.setattr(checking, "PAUSE_SECONDS", 0)
    with open_database(tmp_path) as db:
        db.insert({"n": 1})
        db.insert({"n": 2})
        db.storage.begin_compaction()
        db.insert({"n": 3})
        db.insert({"n": 4})
        db.storage.backup("b", at=NOON, keep=1)
    return tmp_path


def found(folder: Path) -> list[tuple[str, int, Reason]]:
    before = files(folder)
    findings = check(folder)
    assert files(folder) == before
    return [(finding.path.name, finding.line, finding.reason) for finding in findings]


def test_a_folder_that_is_not_there_is_found_out(tmp_path: Path) -> None:
    assert found(tmp_path / "none") == [("data.json", 0, Reason.MISSING)]


def test_every_bad_line_is_found_in_every_journal(folder: Path) -> None:
    for name in ("journal-1.log", "journal-2.log"):
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(
            data.replace(b'"n":', b'"m":') + to_line(b'{"t":{"put":{"x":{}}}}') + b"torn"
        )
    assert found(folder) == [
        ("journal-1.log", 1, Reason.BAD_CHECKSUM),
        ("journal-1.log", 2, Reason.BAD_CHECKSUM),
        ("journal-1.log", 3, Reason.BAD_ID),
        ("journal-1.log", 4, Reason.BAD_CHECKSUM),
        ("journal-2.log", 1, Reason.BAD_CHECKSUM),
        ("journal-2.log", 2, Reason.BAD_CHECKSUM),
        ("journal-2.log", 3, Reason.BAD_ID),
        ("journal-2.log", 4, Reason.TORN),
    ]


def test_a_missing_journal_and_a_damaged_backup_are_found(folder: Path) -> None:
    (folder / "journal-1.log").unlink()
    (folder / "backups" / "20230916T120000Z-b.json").write_text("{}")
    assert found(folder) == [
        ("journal-1.log", 0, Reason.MISSING),
        ("20230916T120000Z-b.json", 0, Reason.FOREIGN),
    ]


def test_a_newer_format_is_found(folder: Path) -> None:
    (folder / "data.json").write_text('{"_journal": {"1": {"format": 9, "generation": 1}}}')
    assert found(folder) == [("data.json", 0, Reason.NEWER_FORMAT)]


def test_any_bit_that_changed_in_a_snapshot_or_a_backup_is_found(folder: Path) -> None:
    (backup,) = (folder / "backups").iterdir()
    for path in (folder / "data.json", backup):
        sound = path.read_bytes()
        for at in range(len(sound)):
            path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
            assert [name for name, _, _ in found(folder)] == [path.name], sound[at:]
        path.write_bytes(sound.replace(b'"n":', b'"m":'))
        if sound != path.read_bytes():
            assert found(folder) == [(path.name, 0, Reason.CHANGED)]
        path.write_bytes(sound)
    assert found(folder) == []


def test_a_snapshot_of_the_first_format_has_no_checksum_and_is_read(folder: Path) -> None:
    (folder / "data.json").write_text('{"_journal": {"1": {"format": 1, "generation": 1}}}')
    assert found(folder) == []


def test_a_snapshot_that_lost_its_checksum_is_found(folder: Path) -> None:
    (folder / "data.json").write_text('{"_journal": {"1": {"format": 2, "generation": 1}}}')
    assert found(folder) == [("data.json", 0, Reason.CHANGED)]


def test_a_sound_folder_gives_no_finding_even_in_use(folder: Path) -> None:
    assert check(str(folder)) == ()
    with open_database(folder):
        assert found(folder) == []


def test_a_torn_end_is_the_only_finding_after_a_power_cut(folder: Path) -> None:
    with (folder / "journal-2.log").open("ab") as file:
        file.write(b"torn")
    assert check(folder) == (Finding(path=folder / "journal-2.log", line=3, reason=Reason.TORN),)


def test_what_a_compaction_took_away_meanwhile_is_not_found_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db: JournalDB = open_database(folder)
    real = expected_journals

    def expected_amid(folder: Path, first: int) -> range:
        expected = real(folder, first)
        if first == 1:
            db.storage.compact()
        return expected

    monkeypatch.setattr(checking, "expected_journals", expected_amid)
    assert check(folder) == ()
    db.close()
