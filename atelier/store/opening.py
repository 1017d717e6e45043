"""Taking up a folder to write in it: made if new, repaired if torn, swept of what a crash left."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atelier.store.backups import BACKUPS
from atelier.store.errors import Reason, Unreadable, writing
from atelier.store.files import open_new, replace_file, sweep_half_written, sync_folder, write_all
from atelier.store.journal_file import JournalFile, generations, journal_path, remove_journals
from atelier.store.snapshot import SNAPSHOT, to_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from atelier.store.loading import Loaded, Tear

_FIRST = 1
TORN = "torn-*.part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A torn end cut off a journal: `size` bytes at `offset`, from line `line` on, now in the file `kept`."""

    journal: Path
    line: int
    offset: int
    size: int
    kept: Path


def prepare(folder: Path) -> None:
    """Make an empty folder one of ours; leave any other as it is.

    Errors: `Unreadable` when there are journals and no snapshot.
    """
    path, journal = folder / SNAPSHOT, journal_path(folder, _FIRST)
    if os.path.lexists(path):
        return
    found = generations(folder)
    if found not in ([], [_FIRST]) or (found and journal.stat().st_size):
        raise Unreadable(path, Reason.MISSING)
    with writing(folder):
        if not found:
            JournalFile.create(journal).close()
        sync_folder(folder)  # the journal must outlive the snapshot that counts on it
        replace_file(path, to_snapshot({}, _FIRST))


def take_up(folder: Path, loaded: Loaded) -> tuple[JournalFile, tuple[Repair, ...]]:
    """Open the last journal to go on with it, its torn end kept aside.

    Errors: `CannotWrite`.
    """
    path = journal_path(folder, loaded.generation)
    if not path.exists():
        JournalFile.create(path).close()
    repairs = (_keep_aside(path, loaded.generation, loaded.tear),) if loaded.tear else ()
    journal = JournalFile.open(path, loaded.size)
    try:
        journal.cut(loaded.size)
        journal.sync()
        with writing(folder):
            remove_journals(folder, loaded.snapshot)
            sweep_half_written(folder)
            sweep_half_written(folder / BACKUPS)
            sync_folder(folder)
    except BaseException:
        journal.close()
        raise
    return journal, repairs


def _keep_aside(path: Path, generation: int, tear: Tear) -> Repair:
    folder, number = path.parent, 1
    while os.path.lexists(kept := folder / f"torn-{generation}-{number}.part"):
        number += 1
    with writing(kept):
        fd = open_new(kept)
        try:
            write_all(fd, tear.content)
            os.fsync(fd)
        finally:
            os.close(fd)
        sync_folder(folder)
    return Repair(journal=path, line=tear.line, offset=tear.offset, size=len(tear.content), kept=kept)
