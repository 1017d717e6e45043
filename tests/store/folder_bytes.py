"""What the tests of the store ask of a folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from atelier.store.database import open_database, read_only

if TYPE_CHECKING:
    from pathlib import Path

    from tinydb import TinyDB

Contents = dict[str, list[tuple[int, dict[str, Any]]]]


def contents(db: TinyDB) -> Contents:
    """Every table with its documents, in order; two databases are the same when these are equal."""
    return {name: [(doc.doc_id, dict(doc)) for doc in db.table(name)] for name in sorted(db.tables())}


def reopened(folder: Path) -> Contents:
    with open_database(folder) as db:
        return contents(db)


def peeked(folder: Path) -> Contents:
    return contents(read_only(folder))


def files(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def copied(folder: Path, to: Path) -> Path:
    return shutil.copytree(folder, to, symlinks=True)
