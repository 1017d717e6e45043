"""The two ways to open a folder: as the only one to write in it, or just to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB

from atelier.store.journal import JournalStorage
from atelier.store.readonly import ReadOnlyStorage
from atelier.store.tables import JournalTable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class JournalDB(TinyDB):
    """A TinyDB over `JournalStorage`; takes the same arguments."""

    table_class = JournalTable  # type: ignore[assignment]  # it wants a storage told of changes
    default_storage_class = JournalStorage  # type: ignore[assignment]  # its arguments are its own

    @property
    def storage(self) -> JournalStorage:
        """Its storage: where to sync, roll back, compact and back up."""
        return cast("JournalStorage", self._storage)


class ReadOnlyDB(TinyDB):
    """A TinyDB over `ReadOnlyStorage`."""

    table_class = JournalTable  # type: ignore[assignment]
    default_storage_class = ReadOnlyStorage  # type: ignore[assignment]


def open_database(
    folder: Path | str, *, sync_each: bool = True, owner: Mapping[str, Any] | None = None
) -> JournalDB:
    """Open a folder, made if need be, as the only one to write in it; see `JournalStorage`.

    Errors: `FolderInUse`, `Unreadable`, `NewerFormat`, `CannotWrite`.
    """
    return JournalDB(folder, sync_each=sync_each, owner=owner)


def read_only(folder: Path | str) -> ReadOnlyDB:
    """Open what a folder holds now, whoever is writing in it: no lock is taken, not a byte is written.

    Errors: `Unreadable`, `NewerFormat`; `CannotWrite` at any change.
    """
    return ReadOnlyDB(folder)
