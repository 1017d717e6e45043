"""The slow ends of compactions and backups: in any thread, one at a time, and never after the close."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from atelier.store.errors import CannotWrite, writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from atelier.store.changes import Fields

    Scrub: TypeAlias = Mapping[tuple[str, int], Fields | None]


class Finishing:
    """What the compactions and backups of one storage share.

    Shape: `generation` is that of the snapshot in place; `scrubs` is what each erasure had to scrub,
    for the backups begun before it and finished after.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.closed = False
        self.generation = 0
        self.scrubs: list[Scrub] = []

    @contextmanager
    def turn(self, folder: Path) -> Iterator[None]:
        """Wait for one's turn to write in the folder.

        Errors: `CannotWrite`, for the disk's refusals and after the close.
        """
        with self.lock, writing(folder):
            if self.closed:
                raise CannotWrite(folder, errno.EBADF, lasting=True)
            yield
