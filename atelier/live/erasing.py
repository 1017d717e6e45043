"""Erasing a convention for real, with the line that says what was erased: counts, and never words."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from atelier.cahier.content import fingerprint
from atelier.domain.evolve import replay
from atelier.domain.links import live_statements
from atelier.domain.words import Instant
from atelier.store.backups import list_backups
from atelier.store.codec import NotAnEvent
from atelier.store.errors import StoreError, writing
from atelier.store.folders import read_folder
from atelier.store.removal import erase_folder, record_erasure


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was there. The counts are None where the log could not be read any more."""

    slug: str
    files: int
    copies: int
    events: int | None
    cards: int | None
    statements: int | None
    fingerprint: str | None
    exports: int | None
    record: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    events: int | None = None
    cards: int | None = None
    statements: int | None = None
    fingerprint: str | None = None


def erase(sessions: Path, slug: str, now: Callable[[], Instant], exports: Path | None = None) -> Erased:
    """Its folder, its copies and torn ends; with `exports`, what was exported to that folder too.

    Errors: `FolderInUse`, and nothing is erased; `CannotWrite`, and it can be done again.
    """
    folder = sessions / slug
    held, copies = _held(sessions, slug), len(list_backups(folder))
    files = erase_folder(folder)
    exported = None if exports is None else _erase_exports(exports)
    told = [f"`{slug}`"]
    if held.fingerprint is None:
        told.append("illisible / unreadable")
    else:
        told += [f"{held.cards} cartes / cards", f"{held.statements} énoncés / statements"]
        told += [f"{held.events} événements / events", f"empreinte / fingerprint {held.fingerprint}"]
    told.append(f"{files} fichiers dont {copies} copies / files, {copies} of them copies")
    told.append("exports gardés / kept" if exported is None else f"exports : {exported} fichiers / files")
    record = record_erasure(sessions, now(), " · ".join(told))
    return Erased(
        slug=slug,
        files=files,
        copies=copies,
        events=held.events,
        cards=held.cards,
        statements=held.statements,
        fingerprint=held.fingerprint,
        exports=exported,
        record=record,
    )


def _held(sessions: Path, slug: str) -> _Held:
    try:
        state = replay(read_folder(sessions, slug).log.read())
    except (StoreError, NotAnEvent):
        return _Held()
    return _Held(
        events=state.seq,
        cards=len(state.cards),
        statements=len(live_statements(state)),
        fingerprint=fingerprint(state),
    )


def _erase_exports(folder: Path) -> int:
    if not folder.is_dir() or folder.is_symlink():
        return 0
    found = sum(path.is_file() for path in folder.rglob("*"))
    with writing(folder):
        shutil.rmtree(folder)
    return found
