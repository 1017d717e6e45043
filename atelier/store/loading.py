"""From the bytes of a folder to its tables: the snapshot, then the journals on top. Nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atelier.store.changes import apply
from atelier.store.errors import Reason, Unreadable, reading
from atelier.store.files import read_bytes
from atelier.store.journal_file import generations, journal_path
from atelier.store.lines import scan, to_change
from atelier.store.snapshot import ALONE, SNAPSHOT, read_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from atelier.store.changes import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Tear:
    """The torn end of a journal, still in place: its first line, where it begins in bytes, what it holds."""

    line: int
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a folder holds. `snapshot` and `generation` are the first and the last generation read."""

    tables: Tables
    snapshot: int
    generation: int
    size: int  # where the good lines of the last journal end, in bytes
    tear: Tear | None


def load(folder: Path) -> Loaded:
    """Read a folder.

    Errors: `Unreadable`, `NewerFormat`.
    """
    first, tables = read_snapshot(folder / SNAPSHOT)
    size, tear = 0, None
    expected = expected_journals(folder, first)
    for generation in expected:
        path = journal_path(folder, generation)
        size, tear = _replay(path, tables, final=generation == expected[-1])
    return Loaded(tables=tables, snapshot=first, generation=max([first, *expected]), size=size, tear=tear)


def expected_journals(folder: Path, first: int) -> range:
    """Tell which generations must have a journal, for a snapshot of generation `first`."""
    with reading(folder):
        found = [generation for generation in generations(folder) if generation >= first]
    if first == ALONE and not found:
        return range(0)
    return range(first, max(found, default=first) + 1)


def _replay(path: Path, tables: Tables, *, final: bool) -> tuple[int, Tear | None]:
    with reading(path):
        data = read_bytes(path)
    scanned = scan(data)
    good, size = scanned.good, scanned.good_size
    torn = size < len(data)
    if torn and (scanned.bad_lines or not final):
        raise Unreadable(path, Reason.BAD_CHECKSUM, len(good) + 1)
    for line, body in enumerate(good, 1):
        change = to_change(body)
        if isinstance(change, Reason):
            raise Unreadable(path, change, line)
        apply(tables, change)
    return size, Tear(line=len(good) + 1, offset=size, content=data[size:]) if torn else None
