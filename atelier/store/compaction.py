"""Compaction: a new snapshot takes the place of the journals before it.

The writer's thread only copies the tables and starts the next journal; the rest can run in another
thread, and the machine can die between any two of its steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from atelier.store.backups import scrub_backups
from atelier.store.files import replace_file, sync_folder
from atelier.store.journal_file import remove_journals
from atelier.store.opening import TORN
from atelier.store.snapshot import SNAPSHOT, to_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from atelier.store.changes import Tables
    from atelier.store.finishing import Finishing, Scrub


class Rotation:
    """A compaction begun: the tables as they were, whose snapshot is still to write.

    Shape: `generation` is that of the journal that follows the snapshot.
    """

    def __init__(self, folder: Path, generation: int, tables: Tables, finishing: Finishing) -> None:
        self.generation = generation
        self._folder = folder
        self._tables = tables
        self._finishing = finishing

    def finish(self, *, erase: bool = False, scrub: Scrub | None = None) -> None:
        """Write the snapshot, durably, then remove the journals it replaces; safe in any thread.

        With `erase`, also remove the torn ends kept aside and rewrite the backups: `scrub` gives, by
        table and id, the new content of each document that was overwritten, or None if it was removed.
        Afterwards no file of the folder holds a document that was gone before the compaction began.
        Errors: `CannotWrite`, and the data stands as before, to be compacted again; `Unreadable` for a
        damaged backup, which an erasure cannot vouch for.
        """
        with self._finishing.turn(self._folder):
            if self._finishing.generation < self.generation:
                self._replace_snapshot()
            if erase:
                self._remove_asides()
                self._finishing.scrubs.append(scrub or {})
                scrub_backups(self._folder, scrub or {})

    def _replace_snapshot(self) -> None:
        sync_folder(self._folder)  # the next journal must outlive the snapshot that counts on it
        replace_file(self._folder / SNAPSHOT, to_snapshot(self._tables, self.generation))
        self._finishing.generation = self.generation
        remove_journals(self._folder, self.generation)
        sync_folder(self._folder)

    def _remove_asides(self) -> None:
        for aside in self._folder.glob(TORN):
            aside.unlink()
        sync_folder(self._folder)
