"""One folder a convention: `sessions/<slug>-<short id>/`. No path is ever made from what a person typed."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slugify import slugify

from atelier.store.database import open_database
from atelier.store.errors import writing
from atelier.store.eventlog import EventLog, EventReader
from atelier.store.files import make_folder, sync_folder
from atelier.store.keyring import KeyReader, Keyring
from atelier.store.readonly import ReadOnlyStorage
from atelier.store.snapshot import SNAPSHOT

_SLUG_CHARACTERS_MAX = 40  # read aloud once, then never again
_FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFolder:
    """A convention's folder held by this process."""

    slug: str
    path: Path
    log: EventLog
    keys: Keyring

    def close(self) -> None:
        """Let it go."""
        self.log.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFolder:
    """A convention's folder as it was when it was opened; nobody was disturbed."""

    slug: str
    path: Path
    log: EventReader
    keys: KeyReader


def new_slug(title: str, short_id: str) -> str:
    """`Des droits sans écran`, `k3f9` → `des-droits-sans-ecran-k3f9`; never empty, never a path."""
    plain = title.replace("’", "'")  # which of the two was typed makes no difference
    readable = slugify(plain, max_length=_SLUG_CHARACTERS_MAX, word_boundary=True)
    return f"{readable or 'convention'}-{short_id}"


def is_slug(text: object) -> bool:
    """It can name a folder: never a path."""
    return isinstance(text, str) and _FOLDER_NAME.fullmatch(text) is not None


def list_slugs(sessions: Path) -> list[str]:
    """The conventions there, by name; other files and folders are passed over."""
    if not sessions.is_dir():
        return []
    named = (path for path in sessions.iterdir() if is_slug(path.name))
    return sorted(path.name for path in named if _holds_one(path))


def make_new_folder(sessions: Path, slug: str) -> Path:
    """An empty folder for a convention to be. Errors: `CannotWrite`, also when the name is taken."""
    path = _path_of(sessions, slug)
    with writing(path):
        make_folder(sessions)
        path.mkdir(mode=0o700)
        try:
            sync_folder(sessions)
        except OSError:
            path.rmdir()
            raise
    return path


def open_folder(sessions: Path, slug: str, owner: Mapping[str, Any] | None = None) -> OpenFolder:
    """Hold a convention's folder, made if need be. Errors: those of `StoreError`."""
    path = _path_of(sessions, slug)
    database = open_database(path, sync_each=False, owner=owner)
    try:
        log = EventLog(database.storage)
    except BaseException:
        database.close()
        raise
    return OpenFolder(slug=slug, path=path, log=log, keys=Keyring(database.storage))


def read_folder(sessions: Path, slug: str) -> ReadFolder:
    """Read a convention's folder, whoever holds it. Errors: those of `StoreError`."""
    path = _path_of(sessions, slug)
    storage = ReadOnlyStorage(path)
    return ReadFolder(slug=slug, path=path, log=EventReader(storage, path), keys=KeyReader(storage))


def remove_folder(folder: Path) -> None:
    """What was being made and failed: nothing half-made stays."""
    shutil.rmtree(folder, ignore_errors=True)


def _holds_one(path: Path) -> bool:
    """A convention, be it damaged or closed to us: opening it will say."""
    try:
        return (path / SNAPSHOT).exists() or any(one.stat().st_size for one in path.glob("journal-*.log"))
    except PermissionError:
        return True


def _path_of(sessions: Path, slug: str) -> Path:
    if not is_slug(slug):
        raise FileNotFoundError(slug)
    return sessions / slug
