"""Looking over a folder, writing nothing: every checksum, every id, every file that must be there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from atelier.store.backups import list_backups
from atelier.store.errors import NewerFormat, Reason, Unreadable, reading
from atelier.store.files import read_bytes
from atelier.store.journal_file import journal_path
from atelier.store.lines import scan, to_change
from atelier.store.loading import expected_journals
from atelier.store.readonly import ATTEMPTS, PAUSE_SECONDS
from atelier.store.snapshot import SNAPSHOT, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong in a file, at a line counted from 1, or 0 for the whole file.

    `Reason.TORN` alone is harmless: the next opening repairs it.
    """

    path: Path
    line: int
    reason: Reason


def check(folder: Path | str) -> tuple[Finding, ...]:
    """Verify a folder, whoever is writing in it; no finding means it is sound."""
    folder = Path(folder)
    found = tuple(_findings(folder))
    for _ in range(ATTEMPTS - 1):
        if all(finding.reason is Reason.TORN for finding in found):
            break
        sleep(PAUSE_SECONDS)  # a compaction may have been taking files away
        found = tuple(_findings(folder))
    return found


def _findings(folder: Path) -> Iterator[Finding]:
    try:
        first, _ = read_snapshot(folder / SNAPSHOT)
        expected = expected_journals(folder, first)
    except (Unreadable, NewerFormat) as error:
        yield _finding(error)
    else:
        for generation in expected:
            yield from _in_journal(journal_path(folder, generation), final=generation == expected[-1])
    for backup in list_backups(folder):
        try:
            read_snapshot(backup)
        except (Unreadable, NewerFormat) as error:
            yield _finding(error)


def _in_journal(path: Path, *, final: bool) -> Iterator[Finding]:
    try:
        with reading(path):
            scanned = scan(read_bytes(path))
    except Unreadable as error:
        yield _finding(error)
        return
    for line, body in enumerate(scanned.bodies, 1):
        if body is None:
            torn = final and line not in scanned.bad_lines
            yield Finding(path=path, line=line, reason=Reason.TORN if torn else Reason.BAD_CHECKSUM)
        elif isinstance(reason := to_change(body), Reason):
            yield Finding(path=path, line=line, reason=reason)


def _finding(error: Unreadable | NewerFormat) -> Finding:
    if isinstance(error, NewerFormat):
        return Finding(path=error.path, line=0, reason=Reason.NEWER_FORMAT)
    return Finding(path=error.path, line=error.line, reason=error.reason)
