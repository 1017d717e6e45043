"""One owner for a folder: a lock the system itself lets go of when its holder dies."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from atelier.store.errors import FolderInUse, writing
from atelier.store.files import open_shared, write_all
from atelier.store.lines import to_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOCK = "lock"


class FolderLock:
    """The hold on a folder, from its making to `release`.

    Shape: the file `lock` holds JSON, `{"pid": …}` and what the owner says of itself.
    Errors: `FolderInUse`, `CannotWrite`.
    """

    def __init__(self, folder: Path, owner: Mapping[str, Any]) -> None:
        self._path = folder / LOCK
        with writing(self._path):
            self._fd = open_shared(self._path)
        try:
            if not _seize(self._fd):
                raise FolderInUse(folder, _said(self._fd))
            self.describe(owner)
        except BaseException:
            os.close(self._fd)
            raise

    def describe(self, owner: Mapping[str, Any]) -> None:
        """Say who holds the folder, for the next who tries."""
        text = to_json({"pid": os.getpid(), **owner})
        with writing(self._path):
            os.ftruncate(self._fd, 0)
            os.lseek(self._fd, 0, os.SEEK_SET)
            write_all(self._fd, text)

    def release(self) -> None:
        """Let go. The file stays: removing it would let two others each lock their own."""
        os.close(self._fd)


def _said(fd: int) -> dict[str, Any]:
    try:
        owner = json.loads(os.read(fd, 1 << 16))
    except ValueError:
        return {}
    return owner if isinstance(owner, dict) else {}


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    _FAR = 1 << 30  # beyond the content, which a locked byte would hide from the others

    def _seize(fd: int) -> bool:
        os.lseek(fd, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(fd, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _seize(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
