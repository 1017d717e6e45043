"""One journal on the disk: bytes put at its end, whole or not at all."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from atelier.store.errors import CannotWrite, writing
from atelier.store.files import open_new, open_to_append, sync_data, write_all

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"journal-(\d+)\.log")


def journal_path(folder: Path, generation: int) -> Path:
    """Name the journal of a generation."""
    return folder / f"journal-{generation}.log"


def generations(folder: Path) -> list[int]:
    """List the generations that have a journal, in order."""
    return sorted(int(found[1]) for path in folder.iterdir() if (found := _NAME.fullmatch(path.name)))


def remove_journals(folder: Path, before: int) -> None:
    """Remove the journals a snapshot of generation `before` already holds."""
    for generation in generations(folder):
        if generation < before:
            journal_path(folder, generation).unlink()


class JournalFile:
    """An open journal. `size` is where its good lines end, in bytes."""

    def __init__(self, path: Path, fd: int, size: int) -> None:
        self.path = path
        self.size = size
        self._fd = fd

    @classmethod
    def create(cls, path: Path) -> JournalFile:
        """Start an empty journal. Its name is only durable once the folder is synced."""
        with writing(path):
            return cls(path, open_new(path), 0)

    @classmethod
    def open(cls, path: Path, size: int) -> JournalFile:
        """Go on with a journal whose good lines end at `size`."""
        with writing(path):
            return cls(path, open_to_append(path), size)

    def append(self, data: bytes) -> None:
        """Hand over to the system, all or nothing.

        Errors: `CannotWrite`, lasting if what was half written could not be taken back.
        """
        try:
            write_all(self._fd, data)
        except BaseException as error:
            self.cut(self.size)
            if isinstance(error, OSError):
                raise CannotWrite(self.path, error.errno or 0) from error
            raise
        self.size += len(data)

    def cut(self, size: int) -> None:
        """Forget what is after `size`."""
        try:
            os.ftruncate(self._fd, size)
        except OSError as error:
            raise CannotWrite(self.path, error.errno or 0, lasting=True) from error
        self.size = size

    def sync(self) -> None:
        """Return once everything written is on the disk itself."""
        with writing(self.path):
            sync_data(self._fd)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._fd)
