"""Copies kept aside: ordinary TinyDB files in `backups/`, the last few of them."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING

from atelier.store.errors import Unreadable, writing
from atelier.store.files import make_inner_folder, replace_file, sweep_half_written, sync_folder
from atelier.store.snapshot import ALONE, read_snapshot, to_snapshot

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from atelier.store.changes import Tables
    from atelier.store.finishing import Finishing, Scrub

BACKUPS = "backups"
_LABEL = re.compile(r"[a-z0-9-]+")
_NAME = re.compile(r"\d{8}T\d{6}Z-[a-z0-9-]+\.json")


def backup_name(label: str, at: datetime) -> str:
    """Name a backup, in UTC; names sort by time.

    Errors: `ValueError` for a label outside `[a-z0-9-]` or a time without its zone.
    """
    if not _LABEL.fullmatch(label):
        raise ValueError(f"a label is made of a-z, 0-9 and -, not {label!r}")
    if at.tzinfo is None:
        raise ValueError("a backup's time needs its zone")
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{label}.json"


def list_backups(folder: Path) -> list[Path]:
    """List the backups of a folder, oldest first."""
    inner = folder / BACKUPS
    if not inner.is_dir():
        return []
    return sorted(path for path in inner.iterdir() if _NAME.fullmatch(path.name))


class Backup:
    """A backup begun: the tables as they were, still to write."""

    def __init__(self, folder: Path, name: str, tables: Tables, keep: int, finishing: Finishing) -> None:
        self._folder = folder
        self._name = name
        self._tables = tables
        self._keep = keep
        self._finishing = finishing
        self._erasures_before = len(finishing.scrubs)

    def finish(self) -> Path:
        """Write it, durably, then remove all but the last few; safe in any thread.

        What was erased since it was begun is not in it.
        Errors: `CannotWrite`.
        """
        path = self._folder / BACKUPS / self._name
        with self._finishing.turn(path.parent):
            for scrub in self._finishing.scrubs[self._erasures_before :]:
                _scrubbed(self._tables, scrub)
            make_inner_folder(path.parent)
            replace_file(path, to_snapshot(self._tables, ALONE))
            for old in list_backups(self._folder)[: -self._keep]:
                old.unlink()
            sync_folder(path.parent)
        return path


def scrub_backups(folder: Path, scrub: Scrub) -> None:
    """Give the documents named their new content, or none, in every backup that has them.

    Errors: `CannotWrite`; `Unreadable` for a damaged backup, once all the others are done.
    """
    damaged: list[Unreadable] = []
    for path in list_backups(folder):
        try:
            _, tables = read_snapshot(path)
        except Unreadable as error:
            damaged.append(error)
            continue
        if _scrubbed(tables, scrub):
            with writing(path):
                replace_file(path, to_snapshot(tables, ALONE))
    with writing(folder):
        sweep_half_written(folder / BACKUPS)
    if damaged:
        raise damaged[0]


def _scrubbed(tables: Tables, scrub: Scrub) -> bool:
    """Scrub the tables in place; tell whether there was anything to do."""
    touched = False
    for (name, doc_id), fields in scrub.items():
        table, key = tables.get(name, {}), str(doc_id)
        if key in table and table[key] != fields:
            touched = True
            if fields is None:
                del table[key]
            else:
                table[key] = dict(fields)
    return touched
