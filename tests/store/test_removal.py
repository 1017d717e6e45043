"""Erasing a folder for real, and the record of it."""

import os
from pathlib import Path
from typing import Any

import pytest

from atelier.store.errors import CannotWrite, FolderInUse
from atelier.store.folders import list_slugs, open_folder
from atelier.store.removal import erase_folder, record_erasure
from tests.store.recorded import SLUG, Recorded, erase, opened

NOON = 1_694_865_600


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A convention with a backup, a torn end kept aside, and a folder of somebody's."""
    held = opened(tmp_path)
    Recorded(held.log)
    erase(held.log)
    held.log.begin_backup("asked", NOON)()
    held.close()
    (held.path / "torn-1-1.part").write_bytes(b"torn")
    (held.path / "notes" / "deep").mkdir(parents=True)
    (held.path / "notes" / "deep" / "a.txt").write_text("x")
    return held.path


def test_nothing_is_left_of_it_and_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    (folder / "link").symlink_to(outside)
    (folder / "notes" / "link.txt").symlink_to(outside / "kept.txt")
    assert erase_folder(folder) == 7
    assert not folder.exists()
    assert list_slugs(tmp_path) == []
    assert (outside / "kept.txt").read_text() == "kept"


def test_a_folder_that_another_holds_is_not_touched(folder: Path, tmp_path: Path) -> None:
    held = open_folder(tmp_path, SLUG)
    before = sorted(folder.rglob("*"))
    with pytest.raises(FolderInUse):
        erase_folder(folder)
    assert sorted(folder.rglob("*")) == before
    held.close()


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
def test_cut_short_it_is_still_listed_and_can_be_erased_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    real, done = os.unlink, 0

    def fail_later(*given: Any, **more: Any) -> None:
        nonlocal done
        if done == after:
            raise OSError(5, "pulled out")
        done += 1
        real(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", fail_later)
        with pytest.raises(CannotWrite):
            erase_folder(folder)
    assert list_slugs(tmp_path) == [SLUG]
    erase_folder(folder)
    assert list_slugs(tmp_path) == []
    assert not folder.exists()


def test_each_erasure_adds_one_dated_line_and_takes_none_away(tmp_path: Path) -> None:
    path = record_erasure(tmp_path, NOON, "la\npremière")
    assert record_erasure(tmp_path, NOON + 60, "la seconde") == path
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert lines[2:] == ["- 2023-09-16 12:00 UTC · la première", "- 2023-09-16 12:01 UTC · la seconde"]


def test_a_record_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("")
    (tmp_path / "erased.md").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotWrite):
        record_erasure(tmp_path, NOON, "x")
