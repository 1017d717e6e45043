"""The snapshot: an ordinary TinyDB file, one document a line, with a small table of its own.

Shape: `{"_journal": {"1": {"format": 1, "generation": 3}}, "cards": {"1": {…}}}`. The journals to replay on
it are those of its generation and after. Generation 0 is a copy that stands alone:
a backup, which becomes a folder's snapshot by being put there as `data.json`.
Pure ASCII, since TinyDB opens files in whatever encoding the machine prefers.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from atelier.store.changes import fault_in_table
from atelier.store.errors import NewerFormat, Reason, Unreadable, reading
from atelier.store.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atelier.store.changes import Tables

SNAPSHOT = "data.json"
META = "_journal"
FORMAT = 1
ALONE = 0
_META_ID = "1"
_encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def to_snapshot(tables: Tables, generation: int) -> Iterator[bytes]:
    """Encode piece by piece, so that other threads run in between."""
    meta = {_META_ID: {"format": FORMAT, "generation": generation}}
    yield f'{{"{META}":{_encode(meta)}'.encode()
    for name, documents in tables.items():
        yield f",\n{_encode(name)}:{{".encode()
        comma = "\n"
        for doc_id, fields in list(documents.items()):
            yield f'{comma}"{doc_id}":{_encode(fields)}'.encode()
            comma = ",\n"
        yield b"}"
    yield b"}\n"


def read_snapshot(path: Path) -> tuple[int, Tables]:
    """Return the generation and the tables.

    Errors: `Unreadable`, `NewerFormat`.
    """
    with reading(path):
        data = read_bytes(path)
    try:
        tables = json.loads(data)
    except ValueError as error:
        raise Unreadable(path, Reason.NOT_JSON) from error
    generation = _generation(path, tables)
    del tables[META]
    for documents in tables.values():
        if fault := fault_in_table(documents):
            raise Unreadable(path, fault)
    return generation, tables


def _generation(path: Path, tables: object) -> int:
    try:
        meta = tables[META][_META_ID]  # type: ignore[index]
        form, generation = int(meta["format"]), int(meta["generation"])
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(path, Reason.FOREIGN) from error
    if form > FORMAT:
        raise NewerFormat(path, form, FORMAT)
    return generation
