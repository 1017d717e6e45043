"""The storage under our TinyDB: every change to any table appends one checksummed line to a journal.

The tables live in memory. In the folder: `data.json`, a snapshot TinyDB itself can open; the
`journal-<generation>.log` to replay on it; `lock`; `backups/`; and `torn-<generation>-<n>.part`, the ends
of journals that a power cut left unfinished.

One thread writes. Another may call `sync`, `Rotation.finish` and `Backup.finish` meanwhile.
"""

from __future__ import annotations

import errno
from collections import deque
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple

from atelier.store.backups import Backup, backup_name
from atelier.store.changes import apply_undoably, revert
from atelier.store.compaction import Rotation
from atelier.store.errors import CannotWrite, Reason, writing
from atelier.store.files import make_folder, sync_folder
from atelier.store.finishing import Finishing
from atelier.store.journal_file import JournalFile, journal_path
from atelier.store.lines import to_change, to_json, to_line
from atelier.store.loading import load
from atelier.store.lock import FolderLock
from atelier.store.opening import prepare, take_up
from atelier.store.snapshot import CHECKSUM, META
from atelier.store.tables import TableStorage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from atelier.store.changes import Change, Tables, Undo
    from atelier.store.finishing import Scrub


class _Written(NamedTuple):
    end: int
    undo: Undo


class JournalStorage(TableStorage):
    """The tables of a folder, and the hold on it.

    Units: `written` and `durable` count bytes of journal since the opening; they go on through
    compactions, and `written` goes back to `durable` when it rolls back.
    Shape: `repairs` is what the opening had to cut off.
    Errors: `FolderInUse`, `Unreadable`, `NewerFormat`, `CannotWrite`.
    """

    def __init__(
        self, folder: Path | str, *, sync_each: bool = True, owner: Mapping[str, Any] | None = None
    ) -> None:
        """Open a folder, made if need be.

        With `sync_each` every change is durable when it returns, or refused and undone. Without, the
        caller calls `sync`, and `rollback` when it fails. `owner` is told to who finds the folder in use.
        """
        self.folder = Path(folder)
        with writing(self.folder):
            make_folder(self.folder)
        self._lock = FolderLock(self.folder, owner or {})
        try:
            prepare(self.folder)
            loaded = load(self.folder)
            self._journal, self.repairs = take_up(self.folder, loaded)
        except BaseException:
            self._lock.release()
            raise
        super().__init__(loaded.tables)
        self._generation = loaded.generation
        self._sync_each = sync_each
        self._start = -self._journal.size
        self._durable = 0
        self._undos: deque[_Written] = deque()
        self._syncing = RLock()
        self._failed: CannotWrite | None = None
        self._folder_synced = True
        self._finishing = Finishing()

    @property
    def written(self) -> int:
        """Where the journal ends: handed to the system, not yet sure to survive a power cut."""
        return self._start + self._journal.size

    @property
    def durable(self) -> int:
        """Up to where the journal survives a power cut."""
        return self._durable

    @property
    def refusal(self) -> CannotWrite | None:
        """Why changes are refused at present: until `rollback`, or for good if it is lasting."""
        return self._failed

    def append(self, change: Change) -> int:
        """Make one change, whole or not at all, and return the position after it.

        Errors: `CannotWrite`; `TypeError` or `ValueError` for what JSON cannot hold.
        """
        self._refuse_if_failed()
        if {META, CHECKSUM} & change.keys():
            raise ValueError(f"the tables {META} and {CHECKSUM} are the storage's own")
        body = to_json(change)
        kept = to_change(body)  # memory holds what a replay would read
        if isinstance(kept, Reason):
            raise ValueError(f"not a change: {kept}")
        try:
            self._journal.append(to_line(body))
        except CannotWrite as error:
            if error.lasting:
                self._failed = error
            raise
        self._drop_undos()
        self._undos.append(_Written(self.written, apply_undoably(self._tables, kept)))
        self._follow_tops(kept)
        if self._sync_each:
            self._sync_or_undo()
        return self.written

    def sync(self) -> int:
        """Make durable all that was written before the call; safe while the writer goes on writing.

        Returns the durable position. Errors: `CannotWrite`; from then on everything is refused until
        `rollback`, since the system does not try again what it failed to put on the disk.
        """
        with self._syncing:
            self._refuse_if_failed()
            position = self.written
            try:
                self._sync_file()
            except CannotWrite as error:
                self._failed = error
                raise
            self._durable = position
            return position

    def rollback(self) -> None:
        """Forget everything after the last durable position, in memory and in the file.

        Call `sync` again to make the forgetting itself durable. If the file cannot be cut, memory is
        right all the same and `refusal` is lasting.
        """
        with self._syncing:
            while self._undos and self._undos[-1].end > self._durable:
                revert(self._tables, self._undos.pop().undo)
            self._tops.clear()
            self.rollbacks += 1
            if self._failed and self._failed.lasting:
                return
            try:
                self._journal.cut(self._durable - self._start)
                self._failed = None
            except CannotWrite as error:
                self._failed = error

    def begin_compaction(self) -> Rotation:
        """Start the next journal and copy the tables; `Rotation.finish` does the rest, in any thread.

        What is not durable yet is synced first, here: best called right after a `sync`.
        Errors: `CannotWrite`, and nothing has changed.
        """
        with self._syncing:
            self.sync()
            start, generation = self.written, self._generation + 1
            journal = JournalFile.create(journal_path(self.folder, generation))
            self._journal.close()
            self._journal, self._start, self._generation = journal, start, generation
            self._folder_synced = False
        return Rotation(self.folder, generation, self._copy(), self._finishing)

    def compact(self, *, erase: bool = False, scrub: Scrub | None = None) -> None:
        """Compact at once; see `Rotation.finish` for what `erase` and `scrub` do."""
        self.begin_compaction().finish(erase=erase, scrub=scrub)

    def begin_backup(self, label: str, *, at: datetime, keep: int) -> Backup:
        """Copy the tables; `Backup.finish` writes them, in any thread. Syncs first, as a compaction does.

        Errors: `ValueError` for a label outside `[a-z0-9-]`, a time without its zone or nothing to keep.
        """
        name = backup_name(label, at)
        if keep < 1:
            raise ValueError("a backup that is not kept is none")
        self.sync()
        return Backup(self.folder, name, self._copy(), keep, self._finishing)

    def backup(self, label: str, *, at: datetime, keep: int) -> Path:
        """Write `backups/<UTC time>-<label>.json`, remove all but the last `keep`, and return the path."""
        return self.begin_backup(label, at=at, keep=keep).finish()

    def describe_owner(self, owner: Mapping[str, Any]) -> None:
        """Say something else to who finds the folder in use."""
        self._lock.describe(owner)

    def close(self) -> None:
        """Make durable what is not yet, and let go of the folder.

        Errors: `CannotWrite` if that fails; the folder is let go all the same.
        """
        with self._finishing.lock, self._syncing:
            if self._finishing.closed:
                return
            self._finishing.closed = True
            try:
                if self._failed is None:
                    self.sync()
            finally:
                self._failed = CannotWrite(self.folder, errno.EBADF, lasting=True)
                self._journal.close()
                self._lock.release()

    def _refuse_if_failed(self) -> None:
        if self._failed is not None:
            raise self._failed

    def _sync_file(self) -> None:
        if not self._folder_synced:
            with writing(self.folder):
                sync_folder(self.folder)
            self._folder_synced = True
        self._journal.sync()

    def _sync_or_undo(self) -> None:
        try:
            self.sync()
        except CannotWrite:
            self.rollback()
            with suppress(CannotWrite):
                self._journal.sync()
            self._refuse_if_failed()
            raise

    def _drop_undos(self) -> None:
        while self._undos and self._undos[0].end <= self._durable:
            self._undos.popleft()

    def _copy(self) -> Tables:
        """Copy the tables but not the documents, which are replaced and never changed."""
        return {name: documents.copy() for name, documents in self._tables.items()}
