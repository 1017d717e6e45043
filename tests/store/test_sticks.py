"""Which sticks are offered."""

from pathlib import Path

import pytest

from atelier.store.sticks import sticks


def test_what_is_plugged_in_and_can_be_written_is_found_where_systems_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    media, run, volumes = (tmp_path / name for name in ("media", "run", "volumes"))
    mounted = [media / "CLE", run / "ana" / "PHOTOS", volumes / "USB", media / "locked"]
    for path in (*mounted, media / "empty" / "deep" / "far", run / "ana" / "folder"):
        path.mkdir(parents=True)
    (volumes / "Disk").symlink_to(tmp_path)
    (media / "file").write_text("")
    monkeypatch.setattr("os.access", lambda path, how: path.name != "locked")
    is_mount = {*mounted, media / "empty" / "deep" / "far", volumes / "Disk"}.__contains__
    found = sticks((media, run, volumes, tmp_path / "none"), is_mount)
    assert [(one.name, one.path) for one in found] == [
        ("CLE", media / "CLE"),
        ("PHOTOS", run / "ana" / "PHOTOS"),
        ("USB", volumes / "USB"),
    ]
    assert all(one.free > 0 for one in found)


def test_the_machine_itself_can_be_asked() -> None:
    assert all(one.path.is_dir() for one in sticks())
