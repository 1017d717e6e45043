"""Erasing a convention for real: its folder with all that was ever beside it, and a line that says so."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from atelier.store.errors import writing
from atelier.store.files import sync_folder, write_all
from atelier.store.lock import LOCK, FolderLock
from atelier.store.snapshot import SNAPSHOT

RECORD = "erased.md"
_HEAD = "# Conventions effacées / Erased conventions\n\n"


def erase_folder(folder: Path) -> int:
    """Remove every file of a convention, and return how many there were.

    The snapshot goes last: cut short, the convention is still listed, and can be erased again.
    Errors: `FolderInUse`, `CannotWrite`.
    """
    lock = FolderLock(folder, {"erasing": True})
    try:
        with writing(folder):
            files = sorted(_files(folder))
            for path in files:
                if path != folder / SNAPSHOT:
                    path.unlink()
            sync_folder(folder)
            (folder / SNAPSHOT).unlink(missing_ok=True)
            for inner in sorted(_folders(folder), reverse=True):
                inner.rmdir()
            (folder / LOCK).unlink()  # while it is held: whoever opened it holds a lock on nothing
            folder.rmdir()
            sync_folder(folder.parent)
    finally:
        lock.release()
    return len(files)


def record_erasure(sessions: Path, at: int, said: str) -> Path:
    """Add one dated line to the record, durably. Units: `at` in seconds. Errors: `CannotWrite`."""
    path = sessions / RECORD
    moment = datetime.fromtimestamp(at, UTC)
    line = f"- {moment:%Y-%m-%d %H:%M} UTC · {' '.join(said.split())}\n"
    with _appending(path) as fd:
        if os.fstat(fd).st_size == 0:
            line = _HEAD + line
        write_all(fd, line.encode())
        os.fsync(fd)
    return path


@contextmanager
def _appending(path: Path) -> Iterator[int]:
    with writing(path):
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            yield fd
        finally:
            os.close(fd)
        sync_folder(path.parent)


def _files(folder: Path) -> Iterator[Path]:
    """Its lock excepted. A link is removed, never followed."""
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names if Path(place) / name != folder / LOCK)
    yield from (path for path in _inside(folder) if path.is_symlink())


def _folders(folder: Path) -> list[Path]:
    return [path for path in _inside(folder) if path.is_dir() and not path.is_symlink()]


def _inside(folder: Path) -> Iterator[Path]:
    for place, names, _ in os.walk(folder):
        yield from (Path(place) / name for name in names)
