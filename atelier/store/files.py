"""The few system calls the store stands on. No symbolic link is followed; files are 0600, folders 0700.

Errors: the system's own `OSError`, everywhere.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import ELOOP
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE_MODE = 0o600
_FOLDER_MODE = 0o700
_BLOCK_BYTES = 1 << 16
_NEW = ".new"  # what ends the name of a file being written beside the one it will replace


def open_new(path: Path) -> int:
    """Create a file that must not exist, to write in."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | _PLAIN, _FILE_MODE)


def open_to_append(path: Path) -> int:
    """Open a file that must exist, to write at its end."""
    return os.open(path, os.O_WRONLY | os.O_APPEND | _PLAIN)


def open_shared(path: Path) -> int:
    """Open a file to read and write, creating it if need be."""
    return os.open(path, os.O_RDWR | os.O_CREAT | _PLAIN, _FILE_MODE)


def read_bytes(path: Path) -> bytes:
    """Read a whole file."""
    with os.fdopen(os.open(path, os.O_RDONLY | _PLAIN), "rb") as file:
        return file.read()


def write_all(fd: int, data: bytes) -> None:
    """Write every byte, however little the system takes at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def sync_data(fd: int) -> None:
    """Return once the file's content is on the disk itself."""
    if sys.platform == "darwin":  # pragma: no cover
        from fcntl import F_FULLFSYNC, fcntl  # there, fsync stops at the drive's own cache

        fcntl(fd, F_FULLFSYNC)
    else:
        getattr(os, "fdatasync", os.fsync)(fd)


def sync_folder(folder: Path) -> None:
    """Return once the names in the folder are on the disk itself."""
    if sys.platform == "win32":  # pragma: no cover
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def make_folder(folder: Path) -> None:
    """Create a folder, and those above it, unless it is there."""
    if not folder.is_dir():
        folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        sync_folder(folder.parent)


def make_inner_folder(folder: Path) -> None:
    """Create a folder inside one of ours; a link to elsewhere is refused."""
    if folder.is_symlink():
        raise OSError(ELOOP, os.strerror(ELOOP), str(folder))
    make_folder(folder)


def replace_file(path: Path, content: Iterable[bytes]) -> None:
    """Put new content in the place of a file: after a power cut there is the old or the new, whole."""
    new = path.with_name(path.name + _NEW)
    new.unlink(missing_ok=True)
    fd = open_new(new)
    try:
        for block in _blocks(content):
            write_all(fd, block)
        os.fsync(fd)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    finally:
        os.close(fd)
    new.replace(path)
    sync_folder(path.parent)


def sweep_half_written(folder: Path) -> None:
    """Remove what a crash left of `replace_file`."""
    for new in folder.glob(f"*{_NEW}"):
        new.unlink()


def _blocks(content: Iterable[bytes]) -> Iterator[bytes]:
    """Gather small pieces, so that there are few system calls."""
    block = bytearray()
    for piece in content:
        block += piece
        if len(block) >= _BLOCK_BYTES:
            yield bytes(block)
            block.clear()
    yield bytes(block)
