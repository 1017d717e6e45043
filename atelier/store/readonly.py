"""Reading a folder without holding it: no lock, not a byte written, a live writer put up with."""

from __future__ import annotations

import errno
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from atelier.store.errors import CannotWrite, Unreadable
from atelier.store.loading import load
from atelier.store.tables import TableStorage

if TYPE_CHECKING:
    from atelier.store.changes import Change
    from atelier.store.loading import Loaded

ATTEMPTS = 5
PAUSE_SECONDS = 0.02


class ReadOnlyStorage(TableStorage):
    """The tables of a folder as they were when it was opened; every change is refused.

    An unfinished last line is left out: its writer has not acknowledged it.
    Errors: `Unreadable`, `NewerFormat`.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        super().__init__(_load_patiently(self.folder).tables)

    def append(self, change: Change) -> int:
        """Refuse. Errors: `CannotWrite`."""
        raise CannotWrite(self.folder, errno.EROFS, lasting=True)


def _load_patiently(folder: Path) -> Loaded:
    """Load; again if a compaction was taking away the journals being read."""
    for _ in range(ATTEMPTS - 1):
        try:
            return load(folder)
        except Unreadable:
            sleep(PAUSE_SECONDS)
    return load(folder)
