"""What can go wrong with bytes on a disk, as one small tree.

::

    StoreError
    ├── FolderInUse     another process owns the folder: `owner` is what it says of itself
    ├── Unreadable      foreign or damaged: `path`, `line` (0 for the whole file), `reason`
    ├── NewerFormat     written by a newer program: `found`, `known`
    └── CannotWrite     the disk refuses: `errno`, `path`, `lasting`

The errors carry values; the sentences people read are made elsewhere.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Reason(StrEnum):
    """Why a file is not what it should be."""

    MISSING = "missing"  # a file that must be there is not
    NO_ACCESS = "no access"  # the system refuses to let us read it
    FOREIGN = "foreign"  # readable, and not one of ours
    NOT_JSON = "not JSON"
    BAD_SHAPE = "bad shape"  # JSON, checksum right, and not what we write
    BAD_ID = "bad id"  # a document whose id is not a whole number
    BAD_CHECKSUM = "bad checksum"  # a bad line with good lines after it
    CHANGED = "changed"  # a whole file that is not what was written
    TORN = "torn"  # a bad end: what a power cut leaves
    NEWER_FORMAT = "newer format"


class StoreError(Exception):
    """Anything the store refuses to do."""


class FolderInUse(StoreError):  # noqa: N818
    """Another process owns the folder.

    Shape: `owner` is what it wrote of itself, `pid` included; empty if it has not said yet.
    """

    def __init__(self, folder: Path, owner: Mapping[str, Any]) -> None:
        super().__init__(f"{folder} is in use by {dict(owner)}")
        self.folder = folder
        self.owner = dict(owner)


class Unreadable(StoreError):  # noqa: N818
    """A file is missing, foreign or damaged; nothing was changed.

    Units: `line` counts from 1; 0 is the whole file.
    """

    def __init__(self, path: Path, reason: Reason, line: int = 0) -> None:
        super().__init__(f"{path}, line {line}: {reason}" if line else f"{path}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class NewerFormat(StoreError):  # noqa: N818
    """A newer program wrote this file; nothing was changed."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(f"{path} has format {found}, this program knows {known}")
        self.path = path
        self.found = found
        self.known = known


class CannotWrite(StoreError):  # noqa: N818
    """The disk refuses: full, gone, read-only…

    Shape: `errno` is the system's number. `lasting` is true when this storage will not write again
    before it is reopened.
    """

    def __init__(self, path: Path, errno: int, *, lasting: bool = False) -> None:
        super().__init__(f"{path}: {os.strerror(errno)}" + (" (for good)" if lasting else ""))
        self.path = path
        self.errno = errno
        self.lasting = lasting


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the system's refusals into `CannotWrite`."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, error.errno or 0) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn the system's refusals into `Unreadable`."""
    try:
        yield
    except FileNotFoundError as error:
        raise Unreadable(path, Reason.MISSING) from error
    except OSError as error:
        raise Unreadable(path, Reason.NO_ACCESS) from error
